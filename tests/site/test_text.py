"""Everything a page says about the subject is a record's field or an excerpt; everything else is a listed phrase."""

import copy
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.site.reading import canonical_text, text_of, words

pytestmark = pytest.mark.site

PHRASES = Path(__file__).with_name("interface_phrases.txt")
PLACEHOLDERS = {
    "{n}": r"[-−]?\d+(?:[.,]\d+)*",
    "{month}": "(?:January|February|March|April|May|June|July|August|September|October|November|December)",
}
SILENT = frozenset({"script", "style", "template"})
CLAIMS = (
    "quotes",
    "agreements",
    "positions",
    "summaries",
    "judgements",
    "events",
    "figures",
    "disagreements",
    "defects",
    "terms",
    "actors",
)
FOREIGN = "Observers agree that the matter is settled for good."


def read_phrases():
    """The table: a phrase a line, `#` begins a remark, `{n}` stands for a number and `{month}` for a month's name."""
    lines = [line.strip() for line in PHRASES.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("# ")]


def pattern_of(phrase):
    parts = re.split(r"(\{n\}|\{month\})", words(phrase))
    return "".join(PLACEHOLDERS.get(part) or re.escape(part) for part in parts)


def text_nodes(element):
    """Every text node below an element, in order, as words; blank ones left out."""
    if isinstance(element.tag, str) and element.tag not in SILENT:
        yield from filter(None, [words(element.text or "")])
        for child in element:
            yield from text_nodes(child)
            yield from filter(None, [words(child.tail or "")])


def values_in(data):
    """Every whole field value of the published data, as it would be printed."""
    if isinstance(data, dict):
        yield from data if all(isinstance(value, int) for value in data.values()) else ()
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from values_in(item)
    elif data is not None and not isinstance(data, bool):
        yield words(str(data))


class Known:
    """Everything that may stand on a page."""

    def __init__(self, built, briefing):
        self.values = set(values_in(briefing))
        files = [built.root / source["file"] for source in briefing["sources"]]
        self.texts = [words(canonical_text(path.read_bytes())) for path in files]
        pages = sorted((built.root / "content/pages").rglob("*.md"))
        self.hand_written = [words(path.read_text(encoding="utf-8")) for path in pages]
        self.phrase = re.compile("|".join(map(pattern_of, read_phrases())))

    def holds(self, node):
        if node in self.values or self.phrase.fullmatch(node):
            return True
        return any(node in text for text in (*self.texts, *self.hand_written))


@pytest.fixture(scope="module")
def known(built, briefing):
    return Known(built, briefing)


def strangers(article, known):
    return [node for node in text_nodes(article) if not known.holds(node)]


def test_every_page_has_an_article_that_says_something(site):
    pages = [page for page in site.pages.values() if page.address != "404.html"]
    assert pages
    assert [page.address for page in pages if page.article is None or not text_of(page.article)] == []


def test_every_text_node_is_a_field_an_excerpt_or_a_listed_phrase(site, known):
    found = {}
    for page in site.pages.values():
        if page.article is not None:
            for node in strangers(page.article, known):
                found.setdefault(node, page.address)
    assert found == {}


def test_a_foreign_sentence_is_seen_wherever_it_is_planted(site, known):
    article = site.home.article
    places = [
        element for element in article.iter() if isinstance(element.tag, str) and element.tag in {"p", "li", "td"}
    ]
    assert places
    for number in range(len(places)):
        broken = copy.deepcopy(article)
        targets = [e for e in broken.iter() if isinstance(e.tag, str) and e.tag in {"p", "li", "td"}]
        ET.SubElement(targets[number], "em").text = FOREIGN
        assert FOREIGN in strangers(broken, known)


def test_a_changed_letter_in_an_excerpt_is_seen(site, briefing, known):
    passage = max((q["evidence"][0]["text"] for q in briefing["quotes"]), key=len)
    assert known.holds(words(passage))
    assert not known.holds(words(passage[:-2] + "#" + passage[-2:]))


def test_no_placeholder_of_the_table_stands_for_words():
    assert set(re.findall(r"\{\w*\}", " ".join(read_phrases()))) <= set(PLACEHOLDERS)
    assert not any(re.fullmatch(pattern, FOREIGN) for pattern in map(pattern_of, read_phrases()))


@pytest.mark.parametrize("name", CLAIMS)
def test_every_claim_stands_with_its_passages(site, briefing, name):
    hidden = {source["id"] for source in briefing["sources"] if source["rights"] == "none"}
    for record in briefing[name]:
        page, anchor = site.page_of(record["url"])
        element = page.elements[anchor][0]
        heading = element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}
        shown = text_of(page.article if heading else element)
        for passage in record["evidence"]:
            if passage["source"] not in hidden:
                assert words(passage["text"]) in shown, f"{record['url']}: {passage['text']}"
