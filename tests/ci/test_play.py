"""The workflow as a runner would play it, from checkout to the artifact, which is then served below a path as Pages serves it."""

import functools
import http.server
import json
import re
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urljoin

import html5lib
import pytest

from tests.ci.workflow import Runner, read_workflow
from tests.conftest import copy_tracked, git

pytestmark = pytest.mark.site

REPOSITORY = "Someone/some-repo"
BASE = "/some-repo/"


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """The project as it lies here, as the second commit; the first one lacks a term of the glossary."""
    root = copy_tracked(tmp_path_factory.mktemp("repository"))
    terms = next((root / "content/terms").glob("*.yml"))
    whole = terms.read_text(encoding="utf-8")
    entries = re.split(r"(?m)^(?=- id: )", whole)
    git(root, "init", "--quiet", "--initial-branch", "main")
    terms.write_text("".join(entries[:-1]), encoding="utf-8")
    for text in ("".join(entries[:-1]), whole):
        terms.write_text(text, encoding="utf-8")
        git(root, "add", "--all", "--force")
        git(root, "commit", "--quiet", "--message", "Articles and records")
    return root, re.search(r"(?m)^  name: (.+)$", entries[-1])[1]


@pytest.fixture(scope="module")
def played(repository, tmp_path_factory):
    """The build job after its last step; its folder holds `work`, the checkout, and `artifact.tar`."""
    root, _ = repository
    runner = tmp_path_factory.mktemp("runner")
    work, programs, summary = runner / "work", runner / "programs", runner / "summary.md"

    def checkout(given):
        assert given["persist-credentials"] == "false"
        git(runner, "clone", "--quiet", root.as_uri(), str(work))

    def setup_python(given):
        assert sys.version_info >= tuple(map(int, given["python-version"].split(".")))
        assert (work / given["cache-dependency-path"]).is_file()
        programs.mkdir()
        (programs / "python3").write_text(f'#!/bin/sh\nexec "{sys._base_executable}" "$@"\n', encoding="utf-8")
        (programs / "python3").chmod(0o755)

    def cache(given):
        assert given["path"] == ".cache/findings"

    def upload(given):
        program = (
            "tar",
            "--dereference",
            "--hard-dereference",
            "--exclude=.git",
            "--exclude=.github",
            "--exclude=.[^/]*",
        )
        subprocess.run([*program, "-cf", runner / "artifact.tar", "-C", work / given["path"], "."], check=True)

    player = Runner(
        folder=work,
        actions={
            "actions/checkout": checkout,
            "actions/setup-python": setup_python,
            "actions/cache": cache,
            "actions/upload-pages-artifact": upload,
        },
        context={
            "github.event_name": "push",
            "github.ref": "refs/heads/main",
            "github.event.repository.default_branch": "main",
            "github.event.before": git(root, "rev-parse", "HEAD~1"),
        },
        variables={
            "CI": "true",
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_STEP_SUMMARY": str(summary),
            "PATH": f"{programs}:/usr/local/bin:/usr/bin:/bin",
        },
        left_out=("make test",),
    )
    player.play(read_workflow()["jobs"]["build"])
    return player


class Pages(http.server.SimpleHTTPRequestHandler):
    """Serves as GitHub Pages does: what is not there is answered by the site's own 404.html."""

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory + BASE, "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def address(played, tmp_path_factory):
    """The address below which the artifact is served."""
    root = tmp_path_factory.mktemp("host")
    (root / BASE.strip("/")).mkdir()
    artifact = played.folder.parent / "artifact.tar"
    subprocess.run(["tar", "-xf", artifact, "-C", root / BASE.strip("/")], check=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Pages, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()
    server.server_close()


@functools.cache
def fetch(address):
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers.get_content_type(), error.read()


def links(page, address):
    """Where a page leads and what it loads, as whole addresses on the same host, without their anchors."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    found = (element.get(name) for element in tree.iter() for name in ("href", "src") if element.get(name))
    whole = {urljoin(address, link).partition("#")[0] for link in found}
    return {link for link in whole if link.startswith(urljoin(address, "/"))}


def test_every_step_was_played_and_the_gate_looked_at_something(played):
    assert played.played == [step["name"] for step in read_workflow()["jobs"]["build"]["steps"]]
    assert "0 errors" in played.said["Check articles and records"]
    assert len(played.said) == 4


def test_the_summary_tells_what_changes_for_readers(played, repository):
    _, name = repository
    summary = (played.folder.parent / "summary.md").read_text(encoding="utf-8")
    assert name.strip("\"'") in summary


def test_the_older_commit_leaves_nothing_behind(played):
    assert git(played.folder, "status", "--porcelain") == ""
    assert len(git(played.folder, "worktree", "list").splitlines()) == 1


def test_the_site_is_made_for_the_address_of_the_repository(played):
    site = played.folder / "site"
    listed = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert len(listed) > 50
    assert [place for place in listed if not place.startswith("https://someone.github.io/some-repo/")] == []


def test_everything_is_found_below_the_path(address, played):
    site = played.folder / "site"
    pages = [urljoin(address, path.relative_to(site).as_posix()) for path in site.rglob("index.html")]
    wanted = {link for page in pages for link in links(fetch(page)[2], page)}
    assert len(pages) > 50
    assert len(wanted) > 50
    assert sorted(link for link in wanted if fetch(link)[0] != 200) == []
    assert json.loads(fetch(urljoin(address, "data/briefing.json"))[2])["build"]


@pytest.mark.parametrize("place", ["nowhere", "no/where/at/all", "actors/nobody/", "a/b/c/d/e/f.html"])
def test_the_404_page_is_whole_at_any_depth(address, place):
    status, kind, page = fetch(urljoin(address, place))
    assert (status, kind) == (404, "text/html")
    wanted = links(page, urljoin(address, place))
    assert {link.rpartition(".")[2] for link in wanted} >= {"css", "js"}
    assert sorted(link for link in wanted if fetch(link)[0] != 200) == []
