"""What slow tests share: one built site for the whole run, and the browser."""

import functools
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from builder.analyse import reader
from builder.analyse.parsing import Parse
from builder.publish import kept

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MEASURED = "measured"
NO_BROWSER = pytest.StashKey[bool]()
NO_NODE = pytest.StashKey[bool]()
NOT_INSTALLED = pytest.StashKey[list[str]]()
NODE_PACKAGES = ROOT / "tests/node_modules"

# Few examples where somebody waits for the answer, many where a machine does: HYPOTHESIS_PROFILE=thorough.
settings.register_profile("fast", max_examples=20, deadline=None)
settings.register_profile("thorough", max_examples=300, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


@dataclass(frozen=True)
class Built:
    """A built copy of the project, and what the build said."""

    root: Path
    said: str

    @property
    def site(self):
        return self.root / "site"


def copy_tracked(target, *, last_first=False):
    """Copy what is under version control, as it lies in the tree."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    for name in sorted(filter(None, listed.decode("utf-8").split("\0")), reverse=last_first):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name, follow_symlinks=False)
    return target


def run(*command, cwd, umask=-1, **variables):
    """Run a program of the environment in a folder, nothing of the caller's settings but what is named."""
    environment = {
        k: v for k, v in os.environ.items() if k not in {"SOURCE_DATE_EPOCH", "BRIEFING_GENERATE", "SITE_URL"}
    }
    return subprocess.run(
        [PROGRAMS / command[0], *command[1:]],
        cwd=cwd,
        umask=umask,
        env=environment | {"NO_MKDOCS_2_WARNING": "1"} | variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def git(folder, *arguments):
    """Run git in a folder, as somebody; gives what it said."""
    identity = ("-c", "user.name=Someone", "-c", "user.email=someone@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *identity, *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout.strip()


class NoModel:
    """Reads every article as one without words: what needs no model is found, and nothing else."""

    def parse(self, text, paragraphs):
        return Parse(text, (), (), ())


@pytest.fixture(autouse=True)
def without_a_model(request, monkeypatch):
    """The quick tests do not load the language model; those marked `model` do."""
    if "model" not in request.keywords:
        monkeypatch.setattr(reader, "_parser", NoModel)
        monkeypatch.setattr(kept, "_fingerprint", lambda: "without a model")


@pytest.fixture(scope="session")
def fresh_copy(tmp_path_factory):
    """A function that gives a new copy of the project on each call, in a folder with a blank in its name."""
    return lambda: copy_tracked(tmp_path_factory.mktemp("a copy"))


@pytest.fixture(scope="session")
def built(fresh_copy):
    """The shipped briefing, built once for the whole run by `briefing build`."""
    root = fresh_copy()
    done = run("briefing", "build", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(root, done.stdout + done.stderr)


@pytest.fixture(scope="session")
def chromium(request):
    """The path of the system's Chromium. Without one the test is skipped, and the last lines of the run say so."""
    found = next(filter(None, map(shutil.which, filter(None, (os.environ.get("CHROMIUM"), *BROWSERS)))), None)
    if found is None:
        request.config.stash[NO_BROWSER] = True
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail("REQUIRE_BROWSER=1 and there is no Chromium: install it, or name it with CHROMIUM=PATH")
        pytest.skip("no Chromium")
    return found


@pytest.fixture(scope="session")
def node(request):
    """The path of Node, with `tests/node_modules` installed (`make node-packages`). Else as with `chromium`."""
    found = shutil.which("node")
    if found is None or not (NODE_PACKAGES / ".stamp").is_file():
        request.config.stash[NO_NODE] = True
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(
                "REQUIRE_BROWSER=1 and there is no Node with its packages: install Node 20, `make node-packages`"
            )
        pytest.skip("no Node, or no packages for it")
    return found


@pytest.fixture(scope="session")
def install(request, tmp_path_factory):
    """A function that makes an environment of named packages, this one not among them, and gives its programs' folder.

    Where they cannot be had the test is skipped, and the last lines of the run say so; with `needed` and
    REQUIRE_BROWSER=1 that is a failure.
    """

    def make(*arguments, needed=True):
        folder = tmp_path_factory.mktemp("environment")
        pip = (folder / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        for command in ((sys.executable, "-m", "venv", folder), (*pip, *arguments)):
            done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
            if done.returncode:
                request.config.stash.setdefault(NOT_INSTALLED, []).append(" ".join(map(str, arguments)))
                if needed and os.environ.get("REQUIRE_BROWSER") == "1":
                    pytest.fail(done.stderr)
                pytest.skip(f"cannot be installed: {done.stderr}")
        assert subprocess.run([folder / "bin/python", "-c", "import builder"], cwd=folder, check=False).returncode
        return folder / "bin"

    return make


@pytest.fixture(scope="session")
def exported(built, tmp_path_factory):
    """The shipped briefing as `briefing export` writes it."""
    folder = tmp_path_factory.mktemp("exported") / "a briefing"
    done = run("briefing", "export", "--to", str(folder), cwd=built.root)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def exported_site(exported, install):
    """The exported pages, rendered by MkDocs where this package is not installed."""
    programs = install("-r", exported / "requirements.txt")
    done = run(programs / "mkdocs", "build", "--strict", cwd=exported)
    assert done.returncode == 0, done.stdout + done.stderr
    return exported / "site"


@pytest.fixture
def measured(record_property):
    """A function that keeps a measurement in words; the run ends with all of them."""
    return functools.partial(record_property, MEASURED)


def pytest_terminal_summary(terminalreporter, config):
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    told = [words for report in reports for name, words in report.user_properties if name == MEASURED]
    if told:
        terminalreporter.section("Measured")
        terminalreporter.write_line("\n".join(sorted(told)))
    for missing in config.stash.get(NOT_INSTALLED, []):
        terminalreporter.section("TESTS IN AN ENVIRONMENT OF THEIR OWN DID NOT RUN", red=True, bold=True)
        terminalreporter.write_line(f"These packages could not be installed: {missing}")
    if config.stash.get(NO_NODE, False):
        terminalreporter.section("TESTS THAT NEED NODE DID NOT RUN", red=True, bold=True)
        terminalreporter.write_line("Install Node 20 or later with npm, then `make node-packages`.")
    if config.stash.get(NO_BROWSER, False):
        terminalreporter.section("BROWSER TESTS DID NOT RUN", red=True, bold=True)
        terminalreporter.write_line("There is no Chromium: install it, or name it with CHROMIUM=PATH.")
