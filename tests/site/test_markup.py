"""Every page is sound HTML, and lies at most two clicks from the first."""

import json
import subprocess
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

pytestmark = pytest.mark.site

PROGRAM = Path(__file__).with_name("validate.mjs")


def faults(node, folder):
    """What html-validate's standard preset says of each file of a folder."""
    done = subprocess.run([node, PROGRAM, folder], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_html_validate_finds_no_error(node, site):
    found = faults(node, site.folder)
    assert len(found) == len(site.pages)
    assert {name: lines[:5] for name, lines in found.items() if lines} == {}


def test_a_fault_is_seen(node, site, tmp_path):
    text = site.home.path.read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(text.replace("<h1", "<h1 tabindex=''", 1), encoding="utf-8")
    assert faults(node, tmp_path)["index.html"]


def within_clicks(site, clicks):
    """The files that a reader reaches from the home page by following so many links."""
    reached, edge = {site.home.path}, {site.home.path}
    for _ in range(clicks):
        here = [site.pages[path] for path in edge]
        targets = {
            site.file_of(urldefrag(urljoin(site.address(page), link.get("href"))).url)
            for page in here
            for link in page.tree.iter("a")
            if link.get("href")
        }
        edge = (targets & site.pages.keys()) - reached
        reached |= edge
    return reached


def test_every_page_is_two_clicks_from_the_first_at_most(site):
    forwarding = {
        p for p, page in site.pages.items() if 'http-equiv="refresh"' in page.path.read_text(encoding="utf-8")
    }
    wanted = site.pages.keys() - forwarding - {site.folder / "404.html"}
    assert len(within_clicks(site, 1)) < len(wanted)
    assert sorted(page.as_posix() for page in wanted - within_clicks(site, 2)) == []
