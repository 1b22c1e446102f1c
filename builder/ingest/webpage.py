"""A saved web page as a tree, and the running text in it: what an article says, without what stands around it.

The only module that knows html5lib, which reads pages as browsers do, broken ones too. Nothing of a page is run or fetched.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import html5lib

from builder.ingest.phrases import word_set

DEEPEST = 250
"""Open elements inside each other. Pages have a few dozen; the parser's time grows with the square of it."""
MOST_ATTRIBUTES = 2000

_SKIPPED = word_set(
    "aside button canvas datalist dialog embed figure footer form head header iframe input link menu meta nav "
    "noscript object script select style svg template textarea title video audio"
)
_BLOCKS = word_set(
    "address article blockquote body center dd details div dl dt fieldset h1 h2 h3 h4 h5 h6 hr html li main ol p pre "
    "section summary table tbody td th tr ul"
)
_HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
# Words of a class or an id that tell what is no part of the article.
_AROUND = word_set(
    "ad ads advert advertisement author-box banner breadcrumb breadcrumbs byline caption comments cookie dateline "
    "disclaimer donate footer hidden kicker menu meta nav navigation newsletter paywall popup promo recirculation "
    "recommended related share sharing sidebar signup social sponsored subscribe tags timestamp toolbar widget"
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>")
# Elements that end by themselves, or are ended by the next one of their kind.
_UNCLOSED = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option "
    b"optgroup colgroup caption html body head".split()
)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NAME = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a page: its words, and how many of its letters are the words of links."""

    words: str
    linked: int = 0
    is_heading: bool = False


def is_too_deep(data: bytes) -> bool:
    """Whether so many elements stand open inside each other, or attributes in one, that reading would take too long."""
    open_now = 0
    for match in _TAG.finditer(data):
        if len(match[0].split()) > MOST_ATTRIBUTES:
            return True
        name = match[2].lower()
        if name in _UNCLOSED or match[3]:
            continue
        open_now = max(open_now - 1, 0) if match[1] else open_now + 1
        if open_now > DEEPEST:
            return True
    return False


def parse_page(data: bytes, charset: str | None) -> Element:
    """The page's tree; `charset` is what the server said, if anything. Never raises, whatever the bytes."""
    tree: Element = html5lib.parse(
        data, treebuilder="etree", namespaceHTMLElements=False, transport_encoding=charset, default_encoding="utf-8"
    )
    return tree


def running_text(tree: Element) -> tuple[Paragraph, ...]:
    """The paragraphs of the article, in their order: of the part of the page that holds most of them."""
    body = tree.find("body")
    if body is None:
        return ()
    best: Sequence[Paragraph] = ()
    for group in _candidates(body):
        found = max((tuple(_Reader(element).paragraphs()) for element in group), key=_weight, default=())
        if _weight(found) > 2 * _weight(best):
            best = found
    return tuple(paragraph for paragraph in best if _is_said(paragraph))


def text_of(element: Element) -> str:
    """All the words below an element, on one line."""
    return cleaned("".join(element.itertext()))


def cleaned(words: str) -> str:
    """The words with runs of blanks as one, and without what is no letter at all."""
    return _CONTROL.sub("", _BLANKS.sub(" ", words)).strip(" ")


def _weight(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(paragraph.words) - 2 * paragraph.linked for paragraph in paragraphs if _is_said(paragraph))


def _is_said(paragraph: Paragraph) -> bool:
    """Whether it is more than a list of links."""
    return bool(paragraph.words) and 2 * paragraph.linked <= len(paragraph.words)


def _candidates(body: Element) -> Iterator[Sequence[Element]]:
    """What may hold the article, in groups, surest first; a later one counts where an earlier holds far less."""
    elements = [element for element in body.iter() if isinstance(element.tag, str)]
    yield [e for e in elements if e.get("itemprop") == "articleBody"]
    yield [e for e in elements if e.tag == "article" or e.get("role") == "article"]
    yield [e for e in elements if e.tag == "main" or e.get("role") == "main"]
    yield [_densest(body)]


def _densest(body: Element) -> Element:
    """The element under which most words stand in paragraphs of its own; the whole page where there are none."""
    weights: Counter[Element] = Counter()
    for parent in body.iter():
        words = sum(len(text_of(child)) for child in parent if child.tag == "p")
        if words:
            weights[parent] = words
    return max(weights, key=weights.__getitem__, default=body)


@dataclass(slots=True)
class _Reader:
    """Reads the paragraphs below an element: at every block a new one, and at two line breaks in a row.

    Walks with a stack of its own, which depth cannot exhaust.
    """

    root: Element
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    breaks: int = 0

    def paragraphs(self) -> Iterator[Paragraph]:
        whole = _words_in_paragraphs(self.root)
        stack: list[tuple[Element, bool, bool]] = [
            (self.root, False, False)
        ]  # element, whether it ends, stands in a link
        while stack:
            element, ends, in_link = stack.pop()
            if ends or _is_around(element) or (_looks_around(element) and 2 * _words_in_paragraphs(element) < whole):
                yield from self._border(element, is_end=ends)
            elif element.tag == "br":
                yield from self._break()
            else:
                yield from self._border(element)
                inside = in_link or element.tag == "a"
                self._add(element.text, is_link=inside)
                stack.append((element, True, in_link))
                stack.extend((child, False, inside) for child in reversed(element))
                continue
            self._add(element.tail if element is not self.root else None, is_link=in_link)
        yield from self._flush()

    def _add(self, words: str | None, *, is_link: bool) -> None:
        if words:
            self.parts.append(words)
            self.linked += len(cleaned(words)) if is_link else 0
            self.breaks = 0 if words.strip() else self.breaks

    def _break(self) -> Iterator[Paragraph]:
        self.breaks += 1
        self.parts.append(" ")
        if self.breaks > 1:
            yield from self._flush()

    def _border(self, element: Element, *, is_end: bool = False) -> Iterator[Paragraph]:
        if element.tag in _BLOCKS or element.tag in _SKIPPED:
            yield from self._flush(is_heading=is_end and element.tag in _HEADINGS)

    def _flush(self, *, is_heading: bool = False) -> Iterator[Paragraph]:
        words = cleaned("".join(self.parts))
        if words:
            yield Paragraph(words, self.linked, is_heading)
        self.parts, self.linked, self.breaks = [], 0, 0


def _words_in_paragraphs(element: Element) -> int:
    return sum(len(text_of(paragraph)) for paragraph in element.iter("p"))


def _is_around(element: Element) -> bool:
    """Whether it is surely no part of what the article says: a script, a menu, something hidden, a comment."""
    if not isinstance(element.tag, str) or element.tag in _SKIPPED or element.tag.startswith("{"):  # drawings, formulas
        return True
    is_hidden = "hidden" in element.attrib or element.get("aria-hidden") == "true"
    return is_hidden or bool(_HIDING.search(element.get("style", "")))


def _looks_around(element: Element) -> bool:
    """Whether its class or id names a share bar or the like. So may that of an element around the whole article."""
    if element.tag not in _BLOCKS:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return not _AROUND.isdisjoint((*names.split(), *_NAME.findall(names)))
