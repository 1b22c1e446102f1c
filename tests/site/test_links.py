"""No dead link or anchor, raw ones included; nothing loaded from another host; the site works below a sub-path."""

import re
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

pytestmark = pytest.mark.site

LOADING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "embed": "src",
    "object": "data",
    "video": "src",
}
IMPORT = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


def links(page):
    for element in page.tree.iter():
        if isinstance(element.tag, str):
            for name in ("href", "src"):
                if name in element.attrib:
                    yield element, element.get(name)


def dead_links(site):
    for page in site.pages.values():
        here = site.address(page)
        for element, link in links(page):
            url, anchor = urldefrag(urljoin(here, link))
            file = site.file_of(url) if urlsplit(url).scheme in ("http", "https") else None
            if file is None:
                if element.tag != "a" or urlsplit(link).scheme not in ("http", "https", "mailto"):
                    yield f"{page.address}: {link}"
            elif not file.is_file():
                yield f"{page.address}: {link}"
            elif anchor and file in site.pages and anchor not in site.pages[file].elements:
                # Material's own controls are addressed by id and by name.
                yield f"{page.address}: {link}"


def test_the_site_stands_below_a_sub_path(site):
    assert urlsplit(site.base).path not in ("", "/")


def test_no_link_is_dead(site):
    assert sum(1 for page in site.pages.values() for _ in links(page)) > 100
    assert list(dead_links(site)) == []


def test_a_dead_link_and_a_dead_anchor_are_seen(site, tmp_path):
    page = site.home
    element = next(page.article.iter("a"))
    kept = element.get("href")
    try:
        for planted in ("nowhere/", "#nothing", "/outside/"):
            element.set("href", planted)
            assert list(dead_links(site)) == [f"index.html: {planted}"]
    finally:
        element.set("href", kept)


def test_nothing_is_loaded_from_another_host(site):
    host = urlsplit(site.base).netloc
    for page in site.pages.values():
        here = site.address(page)
        for element in page.tree.iter():
            name = LOADING.get(element.tag) if isinstance(element.tag, str) else None
            if element.tag == "link" and element.get("rel") not in ("canonical", "prev", "next", "alternate"):
                name = "href"
            value = element.get(name) if name else None
            if value and not value.startswith("data:"):
                assert urlsplit(urljoin(here, value)).netloc == host, f"{page.address}: {value}"


def test_no_style_sheet_loads_from_another_host(site):
    sheets = sorted(site.folder.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        for match in IMPORT.finditer(sheet.read_text(encoding="utf-8")):
            target = match[1] or match[2]
            assert not re.match(r"(https?:)?//", target), f"{sheet.name}: {target}"


def test_nothing_of_the_machine_stands_in_the_site(site, built):
    folder = str(built.root).encode("utf-8")
    named = [path for path in site.folder.rglob("*") if path.is_file() and folder in path.read_bytes()]
    assert named == []
