"""The lock files: hashes for everything, nothing of the machine that wrote them, and no release with a known hole."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
ENTRY = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?P<rest>.*(?:\n    --hash=.*)*)", re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def entries(lock):
    return list(ENTRY.finditer((ROOT / lock).read_text(encoding="utf-8")))


def wanted(requirements):
    return {re.match(r"[A-Za-z0-9_-]+", line)[0].lower().replace("_", "-") for line in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_hashes(lock):
    assert len(entries(lock)) > 20
    assert [m["name"] for m in entries(lock) if "--hash=sha256:" not in m["rest"]] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_nothing_of_a_machine_stands_in_a_lock(lock):
    assert (
        re.findall(r"https?:|file:|--index|--find-links|(?:^|\s)/\w+", (ROOT / lock).read_text(encoding="utf-8")) == []
    )


def test_each_lock_holds_what_the_project_asks_for():
    groups = PROJECT["dependency-groups"]
    runtime = wanted([*PROJECT["project"]["dependencies"], *groups["build"]])
    assert runtime <= {m["name"] for m in entries(LOCKS[0])}
    assert runtime | wanted(groups["dev"]) <= {m["name"] for m in entries(LOCKS[1])}


def test_the_two_locks_agree():
    short, long = ({(m["name"], m["version"]) for m in entries(lock)} for lock in LOCKS)
    assert short <= long


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize(("name", "version"), [("mkdocs", "1.6.1"), ("mkdocs-material", "9.8.1")])
def test_the_renderer_and_the_theme_stay_as_they_are(lock, name, version):
    assert [m["version"] for m in entries(lock) if m["name"] == name] == [version]
    assert f"{name}=={version}" in PROJECT["project"]["dependencies"]


@pytest.mark.parametrize(
    ("name", "oldest"), [("mkdocs-material", (9, 8, 1)), ("pymdown-extensions", (11, 0, 1)), ("jinja2", (3, 1, 6))]
)
def test_no_release_with_a_known_hole(name, oldest):
    versions = [tuple(map(int, m["version"].split("."))) for m in entries(LOCKS[0]) if m["name"] == name]
    assert versions
    assert min(versions) >= oldest
