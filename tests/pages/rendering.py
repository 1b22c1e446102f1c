"""Markdown rendered as the site renders it, and what the result says."""

import html
import re
from functools import cache
from pathlib import Path

import html5lib
from markdown import Markdown
from mkdocs.utils.yaml import yaml_load

from tests.site.reading import text_of, words

ROOT = Path(__file__).resolve().parents[2]
PHRASES = ROOT / "tests/site/interface_phrases.txt"
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SVG = "{http://www.w3.org/2000/svg}"
BUILT_IN = ("toc", "tables", "fenced_code")
_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
PLACEHOLDERS = {"{n}": r"[-−]?\d+(?:[.,]\d+)*", "{month}": f"(?:{_MONTHS})"}


@cache
def configuration():
    """`mkdocs.yml` as MkDocs reads it."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        return yaml_load(file)


@cache
def _parser():
    """A parser with the extensions and settings of `mkdocs.yml`, and those that MkDocs adds."""
    entries = configuration()["markdown_extensions"]
    named = {name: {} for name in BUILT_IN}
    for entry in entries:
        named.update(entry if isinstance(entry, dict) else {entry: {}})
    return Markdown(extensions=list(named), extension_configs=named)


def make_parser():
    """The parser, as new."""
    return _parser().reset()


def body_of(markdown):
    """A page without its front matter."""
    return _FRONT_MATTER.sub("", markdown)


def front_matter_of(markdown):
    """The front matter of a page, as MkDocs reads it."""
    return yaml_load(_FRONT_MATTER.match(markdown)[1])


@cache
def converted(markdown):
    """The page's content as HTML, and the list of its sections, which the theme writes out without escaping."""
    parser = make_parser()
    source = parser.convert(body_of(markdown))
    return source, parser.toc


@cache
def render(markdown):
    """The tree that a browser makes of the page's content. It is shared: do not change it."""
    return html5lib.parse(converted(markdown)[0], treebuilder="etree", namespaceHTMLElements=False)


def text_nodes(element):
    """Every text node below an element that is not blank; the lines of a text in a drawing are one, data are none."""
    for part in element.iter():
        if part.tag == f"{SVG}text":
            yield text_of(part)
        elif isinstance(part.tag, str) and part.tag not in {f"{SVG}tspan", "script"} and words(part.text or ""):
            yield words(part.text)
        if words(part.tail or "") and part is not element:
            yield words(part.tail)


def ids_of(tree):
    """Every id in the tree, in order."""
    return [e.get("id") for e in tree.iter() if isinstance(e.tag, str) and e.get("id") is not None]


def element(tree, anchor):
    """The one element that bears the id."""
    found = [e for e in tree.iter() if isinstance(e.tag, str) and e.get("id") == anchor]
    assert len(found) == 1, f"{len(found)} elements with id {anchor}"
    return found[0]


def by_class(tree, name):
    """The elements of a class."""
    return [e for e in tree.iter() if isinstance(e.tag, str) and name in (e.get("class") or "").split()]


def phrases():
    """The table: a phrase a line, `#` begins a remark, `{n}` stands for a number and `{month}` for a month's name."""
    lines = [line.strip() for line in PHRASES.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("# ")]


def pattern_of(phrase):
    """What a phrase of the table matches."""
    parts = re.split(r"(\{\w+\})", words(phrase))
    return "".join(PLACEHOLDERS.get(part) or re.escape(part) for part in parts)


@cache
def interface():
    """What the table of interface phrases matches."""
    return re.compile("|".join(map(pattern_of, phrases())))


def is_interface(text):
    """Whether the whole text is one of the listed phrases."""
    return interface().fullmatch(words(text)) is not None


def plain(escaped):
    """The letters that HTML shows."""
    return html.unescape(escaped)
