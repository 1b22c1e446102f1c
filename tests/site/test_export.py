"""The exported tree: it builds without this package, to the same site; and what another generator makes of it."""

import re
import shutil

import pytest

from tests.conftest import run
from tests.site.reading import BuiltSite

pytestmark = [pytest.mark.site, pytest.mark.slow]

ZENSICAL = "zensical==0.0.73"  # the newest that can be installed everywhere


def ids(site):
    """The address of every page with the ids on it."""
    return {page.address: sorted(page.elements) for page in site.pages.values()}


def articles(site):
    """The address of every page with the words that it says."""
    return {
        page.address: " ".join("".join(page.article.itertext()).split())
        for page in site.pages.values()
        if page.article is not None
    }


@pytest.fixture(scope="session")
def elsewhere(exported_site):
    """The exported site, read once."""
    return BuiltSite(exported_site)


def test_it_has_the_same_addresses_ids_and_words(site, elsewhere):
    assert len(site.pages) > 50
    assert ids(elsewhere) == ids(site)
    assert articles(elsewhere) == articles(site)


def test_every_other_file_is_there_byte_for_byte(site, elsewhere):
    def files(whole):
        paths = (path for path in whole.folder.rglob("*") if path.is_file())
        made = {".html", ".gz"}
        return {
            path.relative_to(whole.folder).as_posix(): path.read_bytes()
            for path in paths
            if path.suffix not in made and path.name != "sitemap.xml"
        }

    ours, theirs = files(site), files(elsewhere)
    assert "data/briefing.json" in ours
    assert sorted(theirs) == sorted(ours)
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_nothing_leads_back_to_the_program(exported):
    written = [
        path for path in exported.rglob("*") if path.is_file() and "site" not in path.relative_to(exported).parts
    ]
    names = {path.relative_to(exported).as_posix() for path in written}
    assert {"README.md", "mkdocs.yml", "requirements.txt", "docs/index.md", "theme/main.html"} <= names
    settings = (exported / "mkdocs.yml").read_text(encoding="utf-8")
    assert not re.search(r"builder/|\bbriefing:|\.\./|build/docs|seeds|content_dir", settings)


def test_the_project_is_not_touched_and_a_second_export_changes_nothing(built, exported):
    done = run("briefing", "export", "--to", str(exported), cwd=built.root)
    assert done.returncode == 0, done.stderr
    assert "0 files written" in done.stdout


def test_zensical_builds_it_too(exported, install, tmp_path, measured, elsewhere):
    """Its differences are told and fail nothing: it is not what the pages are made for."""
    programs = install(ZENSICAL, needed=False)
    folder = shutil.copytree(exported, tmp_path / "theirs", ignore=shutil.ignore_patterns("site"))
    done = run(programs / "zensical", "build", "--strict", cwd=folder)
    if not (folder / "site/index.html").is_file():
        measured(f"{ZENSICAL}: no site (exit {done.returncode}): {(done.stderr or done.stdout).strip()[-300:]}")
        return
    other = BuiltSite(folder / "site")
    ours, theirs = ids(elsewhere), ids(other)
    changed = [address for address in ours.keys() & theirs.keys() if ours[address] != theirs[address]]
    lost = sorted({anchor for address in changed for anchor in set(ours[address]) - set(theirs[address])})
    worded = [address for address, words in articles(elsewhere).items() if articles(other).get(address) != words]
    measured(
        f"{ZENSICAL} build --strict: exit {done.returncode}; {len(theirs)} pages, ours {len(ours)}; addresses lost "
        f"{sorted(ours.keys() - theirs.keys())}, new {sorted(theirs.keys() - ours.keys())}; pages with other ids "
        f"{len(changed)} (lost: {', '.join(lost[:8]) or 'none'}); with other words {len(worded)}"
    )
    assert other.pages
