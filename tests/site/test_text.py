"""Everything a page says about the subject is a record's field or an excerpt; everything else is a listed phrase."""

import copy
import re
import xml.etree.ElementTree as ET

import pytest

from tests.pages.rendering import PLACEHOLDERS, is_interface, pattern_of, phrases, render
from tests.site.reading import canonical_text, text_of, words

pytestmark = pytest.mark.site

SILENT = frozenset({"script", "style", "template"})
LINE = "{http://www.w3.org/2000/svg}tspan"  # a line of a text in a drawing, with the blank at its end
STRESS = frozenset({"b", "em", "i", "mark", "s", "strong", "sub", "sup", "u", LINE})
SHOWN_IN = {"evidence": "blockquote", "passage": "blockquote", "mentions": "li", "notes": "li"}
SHOWING = frozenset(SHOWN_IN)
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


def runs(element):
    """Every run of text below an element, in order, as words; blank ones left out.

    A run reaches over what only stresses words, so that no sentence passes in pieces; any other element begins a text
    of its own.
    """
    return [run for run in map(words, _joined(element, [""])) if run]


def _joined(element, found):
    if isinstance(element.tag, str) and element.tag not in SILENT:
        found[-1] += element.text or ""
        for child in element:
            if child.tag not in STRESS:
                found.append("")
            _joined(child, found)
            if child.tag not in STRESS:
                found.append("")
            found[-1] += child.tail or ""
    return found


def slices(article):
    """The elements that show words of an article, by `id()`: passages with their neighbours, and mentions."""
    found = {}
    for element in article.iter():
        shows = SHOWING.intersection((element.get("class") or "").split()) if isinstance(element.tag, str) else ()
        for tag in {SHOWN_IN[name] for name in shows}:
            found.update({id(each): each for each in element.iter(tag)})
    return found


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


def is_slice(run, text):
    """Whether the run stands in the text with whole words at both ends."""
    start, end = r"(?<!\w)" if run[:1].isalnum() else "", r"(?!\w)" if run[-1:].isalnum() else ""
    return re.search(start + re.escape(run) + end, text) is not None


class Known:
    """Everything that may stand on a page."""

    def __init__(self, built, briefing):
        self.values = set(values_in(briefing))
        files = [built.root / source["file"] for source in briefing["sources"]]
        self.texts = [words(canonical_text(path.read_bytes())) for path in files]
        self.hand_written = {}
        folder = built.root / "content/pages"
        for path in sorted(folder.rglob("*.md")):
            written = runs(render(path.read_text(encoding="utf-8")))
            name = path.relative_to(folder).with_suffix("").as_posix()
            self.hand_written[f"about/{name}/index.html"] = set(written)
            self.hand_written.setdefault("about/index.html", set()).add(written[0])

    def says(self, run):
        """A whole field of a record, or a phrase of the interface."""
        return run in self.values or is_interface(run)

    def shows(self, run):
        """A slice of an article."""
        return any(is_slice(run, text) for text in self.texts)


@pytest.fixture(scope="module")
def known(built, briefing):
    return Known(built, briefing)


def strangers(article, known, address):
    """What is no field, no phrase, not written by hand for this very page, and no slice where slices are shown."""
    written = known.hand_written.get(address, frozenset())
    shown = slices(article)
    rest = runs(_without(article, shown))
    found = [run for run in rest if not known.says(run) and run not in written]
    cited = [run for element in shown.values() for run in runs(element)]
    return found + [run for run in cited if not known.says(run) and not known.shows(run)]


def _without(element, left_out):
    """A copy of the tree without the contents of some elements; what follows them stays."""
    if id(element) in left_out:
        emptied = ET.Element("span")
        emptied.tail = element.tail
        return emptied
    copied = ET.Element(element.tag, dict(element.attrib))
    copied.text, copied.tail = element.text, element.tail
    copied.extend(_without(child, left_out) for child in element)
    return copied


def test_every_page_has_an_article_that_says_something(site):
    pages = [page for page in site.pages.values() if page.address != "404.html"]
    assert pages
    assert [page.address for page in pages if page.article is None or not text_of(page.article)] == []


def test_every_text_is_a_field_an_excerpt_or_a_listed_phrase(site, known):
    found = {}
    for page in site.pages.values():
        if page.article is not None:
            for run in strangers(page.article, known, page.address):
                found.setdefault(run, page.address)
    assert found == {}


def test_a_foreign_sentence_is_seen_wherever_it_is_planted(site, known):
    article = site.home.article
    places = [e for e in article.iter() if e.tag in {"p", "li", "td"}]
    assert places
    for number in range(len(places)):
        broken = copy.deepcopy(article)
        targets = [e for e in broken.iter() if e.tag in {"p", "li", "td"}]
        ET.SubElement(targets[number], "em").text = FOREIGN
        assert any(FOREIGN in run for run in strangers(broken, known, site.home.address))


def planted(site, inside, text, *more):
    """The home page with a paragraph more, in a chip's passage or outside; `more` are stressed words and what follows."""
    article = copy.deepcopy(site.home.article)
    chip = next(e for e in article.iter("details") if "evidence" in e.get("class", ""))
    place = next(chip.iter("blockquote")) if inside else article
    paragraph = ET.SubElement(place, "p")
    paragraph.text = text
    for stressed, following in zip(more[::2], more[1::2], strict=True):
        child = ET.SubElement(paragraph, "em")
        child.text, child.tail = stressed, following
    return article


def test_words_of_an_article_pass_only_where_passages_are_shown(site, known):
    tokens = known.texts[0].split(" ")
    for length in (1, 2, 3, 8):
        run = next(r for at in range(40, 400) if not known.says(r := " ".join(tokens[at : at + length])))
        assert strangers(planted(site, inside=True, text=run), known, site.home.address) == []
        assert strangers(planted(site, inside=False, text=run), known, site.home.address) == [run]


def test_half_a_word_is_no_slice(site, known):
    run = max(known.texts[0].split(" ")[:200], key=len)
    whole = re.search(r"\w{6,}", run)[0]
    for part in (whole[1:], whole[:-1]):
        assert part in known.texts[0]
        assert strangers(planted(site, inside=True, text=part), known, site.home.address) == [part]


def test_a_sentence_does_not_pass_in_pieces(site, known):
    tokens = known.texts[0].split(" ")
    one, two, three = " ".join(tokens[40:44]), " ".join(tokens[60:63]), " ".join(tokens[80:84])
    joined = f"{one} {two} {three}"
    assert all(map(known.shows, (one, two, three)))
    for inside in (True, False):
        article = planted(site, inside, f"{one} ", two, f" {three}")
        assert strangers(article, known, site.home.address) == [joined]


def test_what_is_written_by_hand_stands_on_its_own_page_alone(site, known):
    address, written = next((a, w) for a, w in known.hand_written.items() if a != "about/index.html")
    sentence = max(written, key=len)
    article = planted(site, inside=False, text=sentence)
    assert strangers(article, known, address) == []
    assert strangers(article, known, site.home.address) == [sentence]


def test_a_changed_letter_in_an_excerpt_is_seen(briefing, known):
    passage = max((q["evidence"][0]["text"] for q in briefing["quotes"]), key=len)
    assert known.shows(words(passage))
    assert not known.shows(words(passage[:-2] + "#" + passage[-2:]))


def test_no_placeholder_of_the_table_stands_for_words():
    assert set(re.findall(r"\{\w*\}", " ".join(phrases()))) <= set(PLACEHOLDERS)
    assert not any(re.fullmatch(pattern, FOREIGN) for pattern in map(pattern_of, phrases()))


def marked_in(element):
    """The passages marked within an element, those of one chip together."""
    chips = [e for e in element.iter("details") if "evidence" in e.get("class", "")]
    return [" ".join(text_of(mark) for mark in chip.iter("mark")) for chip in chips]


@pytest.mark.parametrize("name", CLAIMS)
def test_every_claim_stands_with_its_passages(site, briefing, name):
    hidden = {source["id"] for source in briefing["sources"] if source["rights"] == "none"}
    for record in briefing[name]:
        page, anchor = site.page_of(record["url"])
        marked = marked_in(page.elements[anchor][0])
        for passage in record["evidence"]:
            if passage["source"] not in hidden:
                shown = any(words(passage["text"]) in chip for chip in marked)
                assert shown, f"{record['url']}: {passage['text']}"
