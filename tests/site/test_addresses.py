"""One site, several addresses: a domain of its own, a deep path, and the branch that `mkdocs gh-deploy` pushes."""

import re
import shutil
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import pytest

from tests.conftest import git, run
from tests.site.test_build import fingerprint

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def at_a_domain(built, tmp_path_factory):
    """The same pages rendered for a domain of their own."""
    folder = tmp_path_factory.mktemp("domain") / "site"
    given = {"BRIEFING_GENERATE": "false", "SITE_URL": "https://briefing.example/"}
    done = run("mkdocs", "build", "--strict", "--site-dir", folder, cwd=built.root, **given)
    assert done.returncode == 0, done.stderr
    return folder


def local_targets(page, base):
    """The files that a page asks its own host for by a path from the root, below the base."""
    addresses = [urlsplit(address) for address in re.findall(r'(?:href|src)="(/[^"]*)"', page)]
    assert [address.path for address in addresses if not address.path.startswith(base)] == []
    return {address.path.removeprefix(base) for address in addresses}


@pytest.mark.parametrize("where", ["path", "domain"])
def test_the_404_page_asks_for_what_is_there_wherever_it_is_shown(where, built, at_a_domain, site):
    """It is shown at any depth, so everything in it has to be named from the root of the host."""
    folder, base = {"path": (built.site, urlsplit(site.base).path), "domain": (at_a_domain, "/")}[where]
    page = (folder / "404.html").read_text(encoding="utf-8")
    assert re.findall(r'(?:href|src)="(?![/#]|https:)[^"]*"', page) == []
    wanted = local_targets(page, base)
    assert {PurePosixPath(name).suffix for name in wanted} >= {".css", ".js"}
    missing = [name for name in sorted(wanted) if not (folder / name).exists()]
    assert missing == []


def test_a_domain_of_its_own_changes_the_addresses_and_nothing_else(built, at_a_domain, site):
    there = (at_a_domain / "sitemap.xml").read_text(encoding="utf-8")
    here = (built.site / "sitemap.xml").read_text(encoding="utf-8")
    assert there.count("<loc>https://briefing.example/") == here.count("<loc>") > 50
    assert site.base not in there
    assert fingerprint(at_a_domain).keys() == fingerprint(built.site).keys()
    page = (at_a_domain / "actors/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://briefing.example/actors/">' in page


def test_gh_deploy_pushes_the_whole_site_and_keeps_the_name_of_the_domain(built, tmp_path):
    root, remote = tmp_path / "briefing", tmp_path / "remote.git"
    shutil.copytree(built.root, root, symlinks=True)
    shutil.rmtree(root / "site")
    git(tmp_path, "init", "--quiet", "--bare", str(remote))
    git(root, "init", "--quiet", "--initial-branch", "main")
    (root / "build/docs/CNAME").write_text("briefing.example\n", encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Articles and records")
    assert "build/docs/CNAME" in git(root, "ls-files").splitlines()
    git(root, "remote", "add", "origin", str(remote))
    who = {"GIT_AUTHOR_NAME": "Someone", "GIT_AUTHOR_EMAIL": "someone@example.org"}
    who |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in who.items()}
    done = run("mkdocs", "gh-deploy", "--strict", cwd=root, **who)
    assert done.returncode == 0, done.stderr
    pushed = set(git(remote, "ls-tree", "-r", "--name-only", "-z", "gh-pages").strip("\0").split("\0"))
    assert pushed == {*fingerprint(built.site), "CNAME", ".nojekyll"}
    assert git(remote, "show", "gh-pages:CNAME") == "briefing.example"
    assert git(remote, "show", "gh-pages:index.html") == (built.site / "index.html").read_text(encoding="utf-8").strip()
