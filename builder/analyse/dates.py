"""Dates in running text: calendar days and months, years, decades, weekdays, and days counted from the telling."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.claims import Kind
from builder.model.findings import DateFinding, finding_key
from builder.model.printed_dates import find_dates
from builder.model.text import SourceText, Span

_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|some)"
_PERIOD = r"(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie)|generation)s?"
_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART_OF_DAY = r"(?:\s(?:morning|afternoon|evening|night))?"

_YEAR = re.compile(
    r"(?<![\w$€£₽])(?<![.,/:]\d)(?<![\d][.,/:])(?:(?:pre|post|mid|early|late)[- ])?(?P<year>(?:1[5-9]|20|21)\d\d)"
    r"(?P<decade>[’']?s)?(?![\w%]|[.,:]\d)"
)
_DESIGNATION_BEFORE = re.compile(r"(?:[^\W\d_]-|\b(?:No\.?|Article|Resolution|Section|Route|Boeing)\s)$")
_COUNTED_AFTER = re.compile(
    r"\s(?:people|troops|soldiers|workers|tons|tonnes|km|miles|jobs|MW|percent|per cent|dollars)\b"
)

_WEEKDAYS = re.compile(rf"\b(?:(?:[Ee]arly|[Ll]ate|[Ll]ast|[Tt]his|[Nn]ext)\s)?{_WEEKDAY}{_PART_OF_DAY}\b")
_AGO = re.compile(rf"\b(?:{_NUMBER}|\w{{3,9}}ty(?:-\w{{3,5}})?)\s{_PERIOD}\s(?:ago|earlier|later)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:last|this|next|the past|the last|the previous|the following|the coming)\s"
    rf"(?:{_NUMBER}\s)?(?:{_PERIOD}|weekend|spring|summer|autumn|fall|winter|(?-i:{_MONTH}))\b",
    re.IGNORECASE,
)
_DAY_WORD = re.compile(r"\b(?:yesterday|today|tomorrow|tonight)\b", re.IGNORECASE)
_BARE_MONTH = re.compile(
    r"\b(?:(?:early|mid|late)[ -]|(?:in|since|until|by|of|during|from)\s(?:early\s|mid-?\s?|late\s)?)"
    rf"{_MONTH}(?!\w)"
)
_RELATIVE = (
    ("weekday", _WEEKDAYS),
    ("ago", _AGO),
    ("relative-period", _COUNTED),
    ("day-word", _DAY_WORD),
    ("month", _BARE_MONTH),
)
_PREPOSITION = re.compile(r"(?:in|since|until|by|of|during|from)\s+")


@dataclass(frozen=True, slots=True)
class Seen:
    """A date within some words; offsets are theirs."""

    span: Span
    iso: str | None
    rule: str


def find_dates_in(text: SourceText) -> Iterator[DateFinding]:
    """Every date of the running text, in order."""
    for block in text.body():
        words = block.words.of(text.text)
        for seen in read_dates(words):
            printed = seen.span.of(words)
            yield DateFinding(
                source=text.id,
                spans=(Span(block.words.start + seen.span.start, block.words.start + seen.span.end),),
                rule=seen.rule,
                key=finding_key(Kind.EVENTS, _around(words, seen.span)),
                printed=printed,
                iso=seen.iso,
            )


def read_dates(words: str) -> tuple[Seen, ...]:
    """The dates of some words, in order, without overlap: of two that do, the one that says more."""
    seen = [*_calendar(words), *_years(words), *_relative(words)]
    kept: list[Seen] = []
    for one in sorted(seen, key=lambda s: (s.span.start, -len(s.span), s.rule)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
        elif len(one.span) > len(kept[-1].span):
            kept[-1] = one
    return tuple(kept)


def _calendar(words: str) -> Iterator[Seen]:
    for date in find_dates(words):
        yield Seen(date.span, date.iso, "calendar")


def _years(words: str) -> Iterator[Seen]:
    for match in _YEAR.finditer(words):
        before = words[max(0, match.start() - 12) : match.start()]
        if _DESIGNATION_BEFORE.search(before) or _COUNTED_AFTER.match(words, match.end()):
            continue
        if match["decade"]:
            yield Seen(Span(match.start(), match.end()), None, "decade")
        else:
            yield Seen(Span(match.start("year"), match.end("year")), match["year"], "year")


def _relative(words: str) -> Iterator[Seen]:
    for rule, pattern in _RELATIVE:
        for match in pattern.finditer(words):
            preposition = _PREPOSITION.match(words, match.start()) if rule == "month" else None
            yield Seen(Span(preposition.end() if preposition else match.start(), match.end()), None, rule)


def _around(words: str, span: Span) -> str:
    """The date with the words next to it: the same year stands often in one article."""
    return words[max(0, span.start - 30) : span.end + 30].partition("\n")[0]
