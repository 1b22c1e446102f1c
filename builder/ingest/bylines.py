"""Who wrote it, where and when, as printed around an article: bylines, date lines, datelines, header fields."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.ingest.names import is_name
from builder.ingest.phrases import AGENCIES, STAFF, word_set
from builder.model.printed_dates import find_dates
from builder.model.text import Span, fold, words_of

_BY = re.compile(
    r"[*_(\s]{0,4}(?:by|(?:additional\s)?reporting\sby|editing\sby|(?:written|story|reported|words|text)\sby|authors?:)"
    r"\s*:?\s+",
    re.IGNORECASE,
)
_PART = re.compile(r"\s[—–-]{1,2}\s|[|•·\n()]|\s/\s")
_PERSON = re.compile(
    r",\s|;\s?|\s(?:and|with|for|of|in|at)\s|\s?&\s?|\s(?:additional\s)?(?:reporting|editing)\sby\s", re.IGNORECASE
)
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^()—–\n]{1,60}?)\s?(?:\((?P<agency>[^()\n]{2,30})\)\s?)?(?:[—–]|\s-{1,2})\s"
)
_FIELD = re.compile(
    r"(?P<key>title|headline|authors?|byline|date|published|source|outlet|publication|publisher|site|url|link|language)"
    r"\s?:\s{1,3}(?P<value>\S.*)",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:(?:link|url|source|original)\s?:\s?)?<?(?P<link>https?://[^\s<>]+)>?", re.IGNORECASE)
_DATE_WORDS = word_set(
    "published updated posted modified created released on at last first date dated am pm a.m p.m a m p gmt utc est edt "
    "et ist bst cet cest pst pdt pt min mins minute minutes read hrs hours monday tuesday wednesday thursday friday "
    "saturday sunday mon tue wed thu fri sat sun t z"
)
_LONGEST_BYLINE = 30  # words


@dataclass(frozen=True, slots=True)
class Byline:
    """Offsets are those of the words it was read from. `agencies` are their full names."""

    authors: tuple[Span, ...]
    agencies: tuple[tuple[str, Span], ...]


def read_byline(words: str) -> Byline | None:
    """A line that names who wrote the article ("by Jane Doe - June 20, 2024"), or None where it is something else."""
    lead = _BY.match(words)
    if lead is None or len(words) > 400 or len(words_of(words)) > _LONGEST_BYLINE:
        return None
    if words.rstrip().endswith(".") and len(words_of(words)) > 7:
        return None
    people, rest = _parts(words, lead.end())
    authors = tuple(span for span in people if is_name(span.of(words)))
    agencies = tuple(_agencies(words, (*people, *rest)))
    nobody = bool(people) and people[0].of(words).lower() in STAFF
    if not people or not (authors[:1] == people[:1] or agencies or nobody):
        return None
    return Byline(authors, agencies)


def read_signature(words: str) -> Byline | None:
    """A name line without "by", followed by a date, a role or an agency ("Jane Doe | Reuters")."""
    if len(words) > 200 or words.rstrip()[-1:] in ".!?":
        return None
    people, rest = _parts(words, 0)
    if not people or not is_name(people[0].of(words)):
        return None
    authors = tuple(span for span in people if is_name(span.of(words)))
    return Byline(authors, tuple(_agencies(words, (*people, *rest))))


def is_date_line(words: str) -> bool:
    """Whether a line gives a day of publication and nothing besides ("Published on Jul 03, 2024")."""
    if len(words) > 120:
        return False
    dates = find_dates(words)
    left = words
    for date in reversed(dates):
        left = left[: date.span.start] + " " + left[date.span.end :]
    return any(d.is_day for d in dates) and all(
        w in _DATE_WORDS or w.isdigit() for w in re.findall(r"[a-z]+", left.lower())
    )


def read_dateline(words: str) -> re.Match[str] | None:
    """The place, and in brackets the agency, at the head of a report ("PARIS, June 3 (Reuters) —")."""
    found = _DATELINE.match(words[:120])
    if found is None:
        return None
    place = found["place"].split(",")[0].strip()
    is_agency = (found["agency"] or "").strip().lower() in AGENCIES
    return found if is_agency or (place.isupper() and len(place) > 2) else None


def read_field(words: str) -> re.Match[str] | None:
    """A header line of an export ("Title: …"), with the groups key and value."""
    return _FIELD.fullmatch(words) if len(words) <= 400 else None


def read_link(words: str) -> re.Match[str] | None:
    """A line that holds an address alone, with the group link."""
    return _LINK.fullmatch(words) if len(words) <= 2000 else None


def agency_of(words: str) -> str | None:
    """The full name of the news agency that goes by these words, if one does."""
    return AGENCIES.get(" ".join(fold(words).split()).strip("() .").lower())


def _parts(words: str, start: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The persons (or what stands in their place) before the first separator or date, and what stands after it."""
    dates = [d.span.start for d in find_dates(words) if d.span.start >= start]
    cut = _PART.search(words, start)
    end = min([*dates, cut.start() if cut else len(words)])
    return tuple(_pieces(words, start, end)), tuple(_pieces(words, end, len(words)))


def _pieces(words: str, start: int, end: int) -> Iterator[Span]:
    """The stretches between separators, without blanks and marks at their ends."""
    bounds = [start]
    for match in re.compile(f"{_PERSON.pattern}|{_PART.pattern}", re.IGNORECASE).finditer(words, start, end):
        bounds += [match.start(), match.end()]
    bounds.append(end)
    for left, right in zip(bounds[::2], bounds[1::2], strict=True):
        piece = words[left:right]
        bare = piece.strip(" \t\n.,*_()|")
        if bare:
            at = left + piece.index(bare)
            yield Span(at, at + len(bare))


def _agencies(words: str, pieces: tuple[Span, ...]) -> Iterator[tuple[str, Span]]:
    for piece in pieces:
        name = agency_of(piece.of(words))
        if name is not None:
            yield name, piece
