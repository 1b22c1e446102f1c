"""What is released: one version, and packages that alone, in an empty environment, build the shipped briefing."""

import os
import re
import shutil
import subprocess
import tarfile
import zipfile

import pytest

import builder
from tests.conftest import PROGRAMS, ROOT, copy_tracked
from tests.site.test_build import fingerprint

NEEDED = (
    "builder/theme/main.html",
    "builder/theme/assets/briefing.css",
    "builder/pages/templates/home.md.jinja",
    "builder/analyse/lexicon/reporting.yml",
    "builder/analyse/attribution/weights/trees.npz",
    "builder/starter/copied/mkdocs.yml",
    "builder/starter/copied/.github/workflows/briefing.yml",
)


def program(*command, folder, **variables):
    done = subprocess.run(
        command, cwd=folder, env=os.environ | variables, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_newest_entry_of_the_changelog_is_the_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"(?m)^## (\S+)", changelog)[1] == builder.__version__


def test_the_version_stands_in_one_place():
    written = re.compile(rf"version\s*[:=].*{re.escape(builder.__version__)}")
    files = [ROOT / "pyproject.toml", ROOT / "mkdocs.yml", *(ROOT / "builder").rglob("*.py")]
    found = [path.relative_to(ROOT).as_posix() for path in files if written.search(path.read_text(encoding="utf-8"))]
    assert found == []
    assert f'__version__ = "{builder.__version__}"' in (ROOT / "builder/__init__.py").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """The folder with the wheel and the source package."""
    root = copy_tracked(tmp_path_factory.mktemp("release"))
    program(PROGRAMS / "hatchling", "build", "-d", "dist", folder=root)
    return root / "dist"


@pytest.fixture(scope="module")
def unpacked(packages, tmp_path_factory):
    """The source package, unpacked."""
    folder = tmp_path_factory.mktemp("source")
    with tarfile.open(next(packages.glob("*.tar.gz"))) as archive:
        archive.extractall(folder, filter="data")
    return next(folder.iterdir())


@pytest.mark.slow
def test_the_wheel_holds_all_that_the_program_reads_and_nothing_of_the_briefing(packages):
    with zipfile.ZipFile(next(packages.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    assert [name for name in NEEDED if name not in names] == []
    tracked = subprocess.run(
        ["git", "ls-files", "builder"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    assert [name for name in tracked.split() if name not in names] == []
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"builder"}


@pytest.mark.slow
def test_the_source_package_gives_the_same_wheel(packages, unpacked):
    program(PROGRAMS / "hatchling", "build", "-t", "wheel", "-d", "again", folder=unpacked)
    one, other = next(packages.glob("*.whl")), next(unpacked.glob("again/*.whl"))
    assert (one.name, one.read_bytes()) == (other.name, other.read_bytes())


@pytest.mark.site
def test_an_empty_environment_with_the_wheel_builds_the_shipped_briefing(packages, unpacked, built, tmp_path):
    environment = tmp_path / "environment"
    uv = (PROGRAMS / "uv", "--quiet")
    program(*uv, "venv", environment, folder=tmp_path)
    install = (*uv, "pip", "install", "--python", environment)
    program(*install, "--require-hashes", "-r", unpacked / "requirements.lock", folder=tmp_path)
    program(*install, "--no-deps", "--no-index", next(packages.glob("*.whl")), folder=tmp_path)
    for name in ("seeds", "content"):
        shutil.copytree(unpacked / name, tmp_path / "briefing" / name)
    where = program(
        environment / "bin/python", "-c", "import builder; print(*builder.__path__)", folder=tmp_path
    ).strip()
    assert where.startswith(str(environment))
    settings = (unpacked / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  custom_dir: builder/theme\n", "")  # the overrides are found beside the program
    (tmp_path / "briefing/mkdocs.yml").write_text(settings, encoding="utf-8")
    briefing = environment / "bin/briefing"
    assert program(briefing, "--version", folder=tmp_path).split()[-1] == builder.__version__
    program(briefing, "build", folder=tmp_path / "briefing")
    assert fingerprint(tmp_path / "briefing/site") == fingerprint(built.site)
