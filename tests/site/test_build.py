"""The build as a whole: what it says, that it can be repeated to the byte, and that MkDocs alone is content."""

import hashlib
import re

import pytest

from tests.conftest import run

pytestmark = pytest.mark.site


def fingerprint(folder):
    """Every file of a folder with the hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_build_says_what_was_built_and_where_to_look(built, briefing):
    for name, number in briefing["build"]["counts"].items():
        assert re.search(rf"^  {re.escape(name)} +{number}$", built.said, re.MULTILINE), name
    for name, number in briefing["build"]["checks"].items():
        assert re.search(rf"^  {re.escape(name)} +{number}$", built.said, re.MULTILINE), name
    assert str(built.site / "index.html") in built.said


def test_a_second_build_changes_no_byte(built):
    before = fingerprint(built.site)
    pages = fingerprint(built.root / "build/docs")
    assert len(before) > 50
    done = run("briefing", "build", cwd=built.root, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr
    assert fingerprint(built.site) == before
    assert fingerprint(built.root / "build/docs") == pages


def test_the_site_map_is_dated_by_the_briefing_and_not_by_the_clock(built, briefing):
    days = set(re.findall("<lastmod>([^<]+)</lastmod>", (built.site / "sitemap.xml").read_text(encoding="utf-8")))
    assert days == {briefing["build"]["as_of"]}
    assert briefing["build"]["built"] is None


def test_nothing_is_left_beside_the_site(built):
    assert [path.name for path in built.root.glob("site*")] == ["site"]


def test_nothing_of_the_making_is_published(built):
    """Neither the record of the theme's own files nor the list that the build keeps of its pages."""
    names = {path.name for path in built.site.rglob("*")}
    assert "index.html" in names
    assert [name for name in sorted(names) if "upstream" in name or name.startswith(".")] == []


def test_mkdocs_alone_builds_a_fresh_copy_without_a_warning(fresh_copy, built):
    root = fresh_copy()
    done = run("mkdocs", "build", "--strict", cwd=root)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr + done.stdout
    pages = fingerprint(root / "build/docs")
    assert pages == fingerprint(built.root / "build/docs")
    assert fingerprint(root / "site").keys() == fingerprint(built.site).keys()


def test_check_says_the_same_in_every_form(built):
    assert run("briefing", "check", cwd=built.root).returncode == 0
    for form in ("json", "github"):
        assert run("briefing", "check", "--format", form, cwd=built.root).returncode == 0


def test_generate_writes_nothing_that_has_not_changed(built):
    stamps = {path: path.stat().st_mtime_ns for path in (built.root / "build/docs").rglob("*")}
    done = run("briefing", "generate", cwd=built.root)
    assert done.returncode == 0, done.stderr
    assert {path: path.stat().st_mtime_ns for path in (built.root / "build/docs").rglob("*")} == stamps
