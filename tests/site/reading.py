"""The built site read as a browser would, and the articles read as the contract says. Imports nothing of the builder."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib

BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class PageFile:
    """One HTML file of the site; `address` is its path below the site's root."""

    path: Path
    address: str

    @cached_property
    def tree(self):
        return html5lib.parse(self.path.read_bytes(), treebuilder="etree", namespaceHTMLElements=False)

    @cached_property
    def elements(self):
        """Each id with the elements that bear it."""
        found = {}
        for element in self.tree.iter():
            if isinstance(element.tag, str) and "id" in element.attrib:
                found.setdefault(element.get("id"), []).append(element)
        return found

    @cached_property
    def article(self):
        """The element in which the briefing speaks."""
        return next((e for e in self.tree.iter("article") if "md-content__inner" in e.get("class", "")), None)


class BuiltSite:
    """All pages, and where a link leads."""

    def __init__(self, folder):
        self.folder = folder
        paths = sorted(folder.rglob("*.html"))
        self.pages = {path: PageFile(path, path.relative_to(folder).as_posix()) for path in paths}
        canonical = [e.get("href") for e in self.home.tree.iter("link") if e.get("rel") == "canonical"]
        self.base = canonical[0]

    @property
    def home(self):
        return self.pages[self.folder / "index.html"]

    @cached_property
    def briefing(self):
        return json.loads((self.folder / "data/briefing.json").read_text(encoding="utf-8"))

    def address(self, page):
        """The page's address on the web."""
        return urljoin(self.base, page.address.removesuffix("index.html"))

    def file_of(self, url):
        """The file that a web server shows for an address of this site; None where it is another site's."""
        path = urlsplit(url).path
        root = urlsplit(self.base).path
        if urlsplit(url).netloc != urlsplit(self.base).netloc or not path.startswith(root):
            return None
        name = unquote(path.removeprefix(root))
        return self.folder / (f"{name}index.html" if not name or name.endswith("/") else name)

    def page_of(self, url):
        """The page and the anchor of a record's `url`."""
        path, _, anchor = url.partition("#")
        return self.pages.get(self.folder / path / "index.html"), anchor


def canonical_text(data):
    """The text to which every offset refers."""
    return data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def words(text):
    """The text with every run of blanks as one space."""
    return BLANKS.sub(" ", text).strip()


def text_of(element):
    """All the text below an element."""
    return words("".join(element.itertext()))


def passages(value):
    """Every passage anywhere in the published data."""
    if isinstance(value, dict):
        if {"source", "start", "end", "text"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from passages(item)
