"""The build as a whole: what it says, that it can be repeated to the byte, and that MkDocs alone is content."""

import hashlib
import os
import re
from datetime import UTC, datetime

import pytest

from tests.conftest import copy_tracked, run

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


ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONHASHSEED": "7",
    "HOME": "/nonexistent",
}


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """The briefing built in another folder, in which the files came to be in another order, by somebody with other settings."""
    root = copy_tracked(tmp_path_factory.mktemp("Əlsewhere"), last_first=True)
    for path in sorted(root.rglob("*"), reverse=True):
        os.utime(path, (10**9, 10**9))
    done = run("briefing", "build", cwd=root, umask=0o077, **ELSEWHERE)
    assert done.returncode == 0, done.stderr
    return root


def test_the_same_articles_and_records_give_the_same_bytes_everywhere(built, elsewhere):
    before = fingerprint(built.site)
    assert len(before) > 50
    assert fingerprint(elsewhere / "site") == before
    assert fingerprint(elsewhere / "build/docs") == fingerprint(built.root / "build/docs")


def test_everybody_may_read_the_site_whatever_the_umask_of_its_builder(elsewhere):
    modes = {
        (path.is_dir(), path.stat().st_mode & 0o777) for path in [elsewhere / "site", *elsewhere.rglob("site/**/*")]
    }
    assert modes == {(True, 0o755), (False, 0o644)}


def test_a_given_time_dates_the_site_map(built, tmp_path):
    given = {"SOURCE_DATE_EPOCH": "1000000000", "BRIEFING_GENERATE": "false"}
    done = run("mkdocs", "build", "--site-dir", tmp_path / "site", cwd=built.root, **given)
    assert done.returncode == 0, done.stderr
    assert dates(tmp_path / "site") == {"2001-09-09"}
    header = (tmp_path / "site/sitemap.xml.gz").read_bytes()[4:8]
    assert datetime.fromtimestamp(int.from_bytes(header, "little"), UTC).date().isoformat() == "2001-09-09"


def dates(site):
    return set(re.findall("<lastmod>([^<]+)</lastmod>", (site / "sitemap.xml").read_text(encoding="utf-8")))


def test_the_site_map_is_dated_by_the_briefing_and_not_by_the_clock(built, briefing):
    assert dates(built.site) == {briefing["build"]["as_of"]}
    assert briefing["build"]["built"] is None


def test_nothing_is_left_beside_the_site(built):
    assert [path.name for path in built.root.glob("site*")] == ["site"]


def test_nothing_of_the_making_is_published(built):
    """Neither the record of the theme's own files nor the list that the build keeps of its pages."""
    names = {path.name for path in built.site.rglob("*")}
    assert "index.html" in names
    assert [name for name in sorted(names) if "upstream" in name or name.startswith(".")] == []


def test_mkdocs_alone_builds_a_fresh_copy_without_a_warning_and_to_the_same_byte(fresh_copy, built):
    root = fresh_copy()
    done = run("mkdocs", "build", "--strict", cwd=root)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr + done.stdout
    for folder in ("build/docs", "site"):
        assert fingerprint(root / folder) == fingerprint(built.root / folder)


def test_check_says_the_same_in_every_form(built):
    assert run("briefing", "check", cwd=built.root).returncode == 0
    for form in ("json", "github"):
        assert run("briefing", "check", "--format", form, cwd=built.root).returncode == 0


def test_generate_writes_nothing_that_has_not_changed(built):
    stamps = {path: path.stat().st_mtime_ns for path in (built.root / "build/docs").rglob("*")}
    done = run("briefing", "generate", cwd=built.root)
    assert done.returncode == 0, done.stderr
    assert {path: path.stat().st_mtime_ns for path in (built.root / "build/docs").rglob("*")} == stamps
