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
from tests.once import make_once
from tests.site.reading import BuiltSite

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MEASURED = "measured"
NO_BROWSER = "there is no Chromium"
NO_NODE = "there is no Node with its packages"
NOT_INSTALLED = "these packages could not be installed"
# Why tests are skipped, and what the run then ends with.
LEFT_OUT = {
    NOT_INSTALLED: "TESTS IN AN ENVIRONMENT OF THEIR OWN DID NOT RUN",
    NO_NODE: "TESTS THAT NEED NODE DID NOT RUN",
    NO_BROWSER: "BROWSER TESTS DID NOT RUN",
}
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
def built(tmp_path_factory):
    """The shipped briefing, built once for the whole run by `briefing build`."""

    def build(root):
        done = run("briefing", "build", cwd=copy_tracked(root))
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    return Built(*make_once(tmp_path_factory, "a built copy", build))


@pytest.fixture(scope="session")
def site(built):
    """The built site, read once."""
    return BuiltSite(built.site)


def leave_out(reason, more, *, needed=True):
    """Skip the test, of which the last lines of the run tell; where REQUIRE_BROWSER=1 and it is needed, let it fail."""
    if needed and os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(f"REQUIRE_BROWSER=1 and {reason}: {more}")
    pytest.skip(f"{reason}: {more}")


@pytest.fixture(scope="session")
def chromium():
    """The path of the system's Chromium."""
    found = next(filter(None, map(shutil.which, filter(None, (os.environ.get("CHROMIUM"), *BROWSERS)))), None)
    if found is None:
        leave_out(NO_BROWSER, "install it, or name it with CHROMIUM=PATH")
    return found


@pytest.fixture(scope="session")
def node():
    """The path of Node, with `tests/node_modules` installed."""
    found = shutil.which("node")
    if found is None or not (NODE_PACKAGES / ".stamp").is_file():
        leave_out(NO_NODE, "install Node 20 or later with npm, then `make node-packages`")
    return found


@pytest.fixture(scope="session")
def install(tmp_path_factory):
    """A function that makes an environment of named packages, this one not among them, and gives its programs' folder.

    Where they cannot be had the test is left out, even with REQUIRE_BROWSER=1 if they are not `needed`.
    """

    def make(*arguments, needed=True):
        folder = tmp_path_factory.mktemp("environment")
        pip = (folder / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        for command in ((sys.executable, "-m", "venv", folder), (*pip, *arguments)):
            done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
            if done.returncode:
                leave_out(NOT_INSTALLED, f"{' '.join(map(str, arguments))}: {done.stderr}", needed=needed)
        assert subprocess.run([folder / "bin/python", "-c", "import builder"], cwd=folder, check=False).returncode
        return folder / "bin"

    return make


@pytest.fixture(scope="session")
def exported(built, tmp_path_factory):
    """The shipped briefing as `briefing export` writes it."""

    def export(folder):
        done = run("briefing", "export", "--to", str(folder), cwd=built.root)
        assert done.returncode == 0, done.stdout + done.stderr

    return make_once(tmp_path_factory, "an exported briefing", export)[0]


@pytest.fixture(scope="session")
def exported_site(exported, install, tmp_path_factory):
    """The exported pages, rendered by MkDocs where this package is not installed."""

    def build(folder):
        shutil.copytree(exported, folder)
        programs = install("-r", folder / "requirements.txt")
        done = run(programs / "mkdocs", "build", "--strict", cwd=folder)
        assert done.returncode == 0, done.stdout + done.stderr

    return make_once(tmp_path_factory, "an exported site", build)[0] / "site"


@pytest.fixture
def measured(record_property):
    """A function that keeps a measurement in words; the run ends with all of them."""
    return functools.partial(record_property, MEASURED)


def pytest_terminal_summary(terminalreporter):
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    told = [words for report in reports for name, words in report.user_properties if name == MEASURED]
    if told:
        terminalreporter.section("Measured")
        terminalreporter.write_line("\n".join(sorted(told)))
    skipped = sorted({report.longrepr[2].partition(": ")[2] for report in terminalreporter.stats.get("skipped", [])})
    for reason, heading in LEFT_OUT.items():
        told = [why for why in skipped if why.startswith(reason)]
        if told:
            terminalreporter.section(heading, red=True, bold=True)
            terminalreporter.write_line("\n".join(told))
