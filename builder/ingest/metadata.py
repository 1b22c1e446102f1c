"""What an article states of itself: title, outlet, authors, day of publication, language, address, agency."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from builder.ingest.bylines import Byline, agency_of, read_byline, read_dateline, read_field, read_link, read_signature
from builder.ingest.language import detect_language
from builder.ingest.names import is_name, leading_name
from builder.model.printed_dates import find_dates
from builder.model.text import Block, BlockKind, Sourced, Span, fold, words_of

_OUTLET = re.compile(
    r"(?:originally |first )?(?:published|appeared) (?:originally |first )?(?:in|by|on|at) (?:the )?"
    r"(?P<outlet>[^\W\d_a-z][^.,;()\n]{1,60})"
)
_OUTLET_KEYS = frozenset(("outlet", "publication", "publisher", "site"))
_RELAYED = re.compile(r"\baccording to (?P<agency>[\w -]{2,25}?) (?:reporting|reports?)\b", re.IGNORECASE)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HEADING_MARKS = re.compile(r"#{1,6}\s+|[*_]{1,3}")


@dataclass(frozen=True, slots=True)
class Stated:
    """Each value with the places that state it; None, or empty, where the text does not say.

    `published` is an ISO day. `language` is an ISO 639-1 code, "und" where it is unclear. `relays` names the agency or
    outlet whose report is passed on, as a byline, a dateline or a credit says.
    """

    title: Sourced[str] | None
    outlet: Sourced[str] | None
    authors: tuple[Sourced[str], ...]
    published: Sourced[str] | None
    language: str
    link: Sourced[str] | None
    relays: Sourced[str] | None


def read_stated(text: str, blocks: Sequence[Block]) -> Stated:
    """What the blocks around the running text say of the article."""
    return Stated(
        title=_title(text, blocks),
        outlet=_first(_outlets(text, blocks)),
        authors=_authors(text, blocks),
        published=_published(text, blocks),
        language=detect_language(" ".join(b.words.of(text) for b in blocks if b.kind.is_running_text) or text),
        link=_first(_links(text, blocks)),
        relays=_first(_relays(text, blocks)),
    )


def _first(found: Iterable[Sourced[str]]) -> Sourced[str] | None:
    return next(iter(found), None)


def _at(block: Block, start: int, end: int) -> Span:
    """A place within the block's words as a place in the text."""
    return Span(block.words.start + start, block.words.start + end)


def _kind(blocks: Sequence[Block], *kinds: BlockKind) -> Iterator[Block]:
    return (b for b in blocks if b.kind in kinds)


def _title(text: str, blocks: Sequence[Block]) -> Sourced[str] | None:
    spans = [_without_marks(text, b) for b in _kind(blocks, BlockKind.HEADLINE, BlockKind.REPEATED_HEADLINE)]
    if spans:
        return Sourced(" ".join(spans[0].of(text).split()), tuple(spans))
    for _, value, span in _fields(text, blocks, frozenset(("title", "headline"))):
        return Sourced(value, (span,))
    return None


def _without_marks(text: str, block: Block) -> Span:
    """The words of a headline without Markdown's marks at its ends."""
    words = block.words.of(text)
    lead = _HEADING_MARKS.match(words)
    start = lead.end() if lead else 0
    end = len(words.rstrip("#*_ ")) if lead else len(words)
    return _at(block, start, end) if end > start else block.words


def _fields(text: str, blocks: Sequence[Block], keys: frozenset[str]) -> Iterator[tuple[str, str, Span]]:
    for block in _kind(blocks, BlockKind.BYLINE):
        field = read_field(block.words.of(text))
        if field is not None and field["key"].lower() in keys:
            value = field["value"].strip("\"' ")
            start = field.start("value") + field["value"].index(value)
            if value:
                yield field["key"].lower(), value, _at(block, start, start + len(value))


def _authors(text: str, blocks: Sequence[Block]) -> tuple[Sourced[str], ...]:
    """Every author once, in the order of printing, with each place that names him."""
    names: dict[tuple[str, ...], str] = {}
    places: dict[tuple[str, ...], list[Span]] = {}
    for span in _author_spans(text, blocks):
        name = " ".join(span.of(text).split())
        names.setdefault(words_of(name), name)
        places.setdefault(words_of(name), []).append(span)
    return tuple(Sourced(names[key], tuple(places[key])) for key in names)


def _author_spans(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    for block in _kind(blocks, BlockKind.BYLINE, BlockKind.BIOGRAPHY):
        words = block.words.of(text)
        if block.kind is BlockKind.BIOGRAPHY:
            name = leading_name(words)
            if name is not None:
                yield _at(block, 0, len(name))
            continue
        byline = _byline(words)
        if byline is not None:
            yield from (_at(block, s.start, s.end) for s in byline.authors)
        field = read_field(words)
        if field is not None and field["key"].lower() in ("author", "authors", "byline") and is_name(field["value"]):
            yield _at(block, *field.span("value"))


def _byline(words: str) -> Byline | None:
    if is_name(words):
        return Byline((Span(0, len(words)),), ())
    return read_byline(words) or read_signature(words)


def _published(text: str, blocks: Sequence[Block]) -> Sourced[str] | None:
    """The first whole day that a byline, a date line or a dateline gives; an update only where there is no other."""
    days: list[tuple[bool, Sourced[str]]] = []
    for block in _kind(blocks, BlockKind.BYLINE):
        words = block.words.of(text)
        for day in _days(block, words):
            before = fold(words[: day.spans[0].start - block.words.start]).lower()
            days.append((max(before.rfind("updated"), before.rfind("modified")) > before.rfind("published"), day))
    for block in [b for b in blocks if b.kind.is_running_text][:1]:
        dateline = read_dateline(block.words.of(text))
        days += [(False, day) for day in _days(block, dateline.group() if dateline is not None else "")]
    days.sort(key=lambda d: d[0])
    return days[0][1] if days else None


def _days(block: Block, words: str) -> Iterator[Sourced[str]]:
    """The whole days that the first words of a block print."""
    for date in find_dates(words):
        if date.is_day and date.iso is not None:
            yield Sourced(date.iso, (_at(block, date.span.start, date.span.end),))


def _outlets(text: str, blocks: Sequence[Block]) -> Iterator[Sourced[str]]:
    for _, value, span in _fields(text, blocks, _OUTLET_KEYS):
        yield Sourced(value, (span,))
    for block in _kind(blocks, BlockKind.FURNITURE):
        found = _OUTLET.search(block.words.of(text))
        if found and not _ISO_DAY.search(found["outlet"]) and not find_dates(found["outlet"]):
            outlet = found["outlet"].rstrip()
            yield Sourced(outlet, (_at(block, found.start("outlet"), found.start("outlet") + len(outlet)),))


def _links(text: str, blocks: Sequence[Block]) -> Iterator[Sourced[str]]:
    for block in _kind(blocks, BlockKind.FURNITURE, BlockKind.BYLINE):
        found = read_link(block.words.of(text))
        if found is not None:
            yield Sourced(found["link"], (_at(block, *found.span("link")),))


def _relays(text: str, blocks: Sequence[Block]) -> Iterator[Sourced[str]]:
    for block in _kind(blocks, BlockKind.BYLINE):
        words = block.words.of(text)
        byline = _byline(words)
        for name, span in byline.agencies if byline else ():
            yield Sourced(name, (_at(block, span.start, span.end),))
        field = read_field(words)
        agency = agency_of(field["value"]) if field is not None and field["key"].lower() == "source" else None
        if field is not None and agency is not None:
            yield Sourced(agency, (_at(block, *field.span("value")),))
        yield from _according(block, words)
    for block in [b for b in blocks if b.kind.is_running_text][:2]:
        dateline = read_dateline(block.words.of(text))
        agency = agency_of(dateline["agency"] or "") if dateline is not None else None
        if dateline is not None and agency is not None:
            yield Sourced(agency, (_at(block, *dateline.span("agency")),))


def _according(block: Block, words: str) -> Iterator[Sourced[str]]:
    for found in _RELAYED.finditer(words):
        agency = agency_of(found["agency"])
        if agency is not None:
            yield Sourced(agency, (_at(block, *found.span("agency")),))
