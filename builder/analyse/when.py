"""When something is said to happen: printed dates, and days counted from the day of publication where that is known."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from builder.analyse.dates import read_dates
from builder.analyse.lexicons import word_table
from builder.model.claims import Precision
from builder.model.text import Span

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "sept.",
    "september",
    "october",
    "november",
    "december",
)
_WEEK = 7  # days
_AGO = re.compile(r"(?P<number>[\w-]+(?: few)?)\s(?P<period>day|week|month|year|decade)s?\s(?P<way>ago|earlier)\Z")
_PERIOD = re.compile(r"(?P<which>last|this|next)\s(?P<period>week|month|year)\Z")
_DAY_OF_MONTH = re.compile(r"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b")
_PRECISIONS = {len("2024"): Precision.YEAR, len("2024-06"): Precision.MONTH, len("2024-06-20"): Precision.DAY}


@dataclass(frozen=True, slots=True)
class When:
    """A date at a place. `date` is ISO in the precision named; `relative`: it was counted from the day of publication."""

    span: Span
    date: str
    precision: Precision
    relative: bool = False

    def coming(self, words: str) -> "When":
        """The same weekday, or the same day or month of the year, after the day of publication instead of before it."""
        low = words.lower()
        if not self.relative or "last " in low:
            return self
        if any(w in _WEEKDAYS for w in low.split()):
            after = _shift(date.fromisoformat(self.date), _WEEK)
            return replace(self, date=after) if after is not None else self
        if _month_in(low) is not None:
            return replace(self, date=f"{int(self.date[:4]) + 1:04}{self.date[4:]}")
        return self


def read_when(words: str, offset: int, published: str | None) -> tuple[When, ...]:
    """The dates of some words that can be told; `offset` is added to their places, `published` is an ISO day or None."""
    told = []
    day = _day_of(published)
    for seen in read_dates(words):
        span = Span(offset + seen.span.start, offset + seen.span.end)
        if seen.iso is not None:
            told.append(When(span, seen.iso, _PRECISIONS[len(seen.iso)]))
            continue
        counted = resolve(seen.span.of(words), day) if day is not None else None
        if counted is not None:
            told.append(When(span, counted, _PRECISIONS[len(counted)], relative=True))
    return tuple(told)


def _day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published is not None else None
    except ValueError:
        return None


def resolve(printed: str, published: date) -> str | None:
    """The ISO date of words such as "Monday", "nine months ago" or "last year"; None where they leave it open."""
    words = " ".join(printed.lower().split())
    for read in (_day_word, _weekday, _ago, _period, _month):
        found = read(words, published)
        if found is not None:
            return found
    return None


def _day_word(words: str, published: date) -> str | None:
    away = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}.get(words)
    return _shift(published, away) if away is not None else None


def _shift(day: date, days: int) -> str | None:
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _weekday(words: str, published: date) -> str | None:
    """The last such day up to the day of publication; "next" the first after it, and "last" never the day itself."""
    names = [w for w in words.split() if w in _WEEKDAYS]
    if not names:
        return None
    back = (published.weekday() - _WEEKDAYS.index(names[0])) % _WEEK
    if words.startswith("next "):
        return _shift(published, _WEEK - back)
    if words.startswith("last ") and not back:
        back = _WEEK
    return _shift(published, -back)


def _ago(words: str, published: date) -> str | None:
    match = _AGO.search(words)
    number = _number(match["number"]) if match else None
    if match is None or number is None or match["way"] == "earlier":
        return None
    if match["period"] in ("day", "week"):
        return _shift(published, -number * (_WEEK if match["period"] == "week" else 1))
    if match["period"] == "month":
        return _months_back(published, number)
    year = published.year - number * (10 if match["period"] == "decade" else 1)
    return f"{year:04}" if year > 0 and match["period"] == "year" else None


def _number(word: str) -> int | None:
    if word.isascii() and word.isdigit():
        return int(word[:4])
    value = word_table("numbers", "words").get(word)
    return int(value) if value is not None else None


def _months_back(published: date, months: int) -> str | None:
    count = published.year * 12 + published.month - 1 - months
    return f"{count // 12:04}-{count % 12 + 1:02}" if count >= 12 else None


def _period(words: str, published: date) -> str | None:
    match = _PERIOD.search(words)
    if match is None:
        return None
    way = {"last": -1, "this": 0, "next": 1}[match["which"]]
    if match["period"] == "year":
        return f"{published.year + way:04}"
    if match["period"] == "month":
        return _months_back(published, -way)
    return None


def _month(words: str, published: date) -> str | None:
    """A month or a day of one without a year: the last such up to publication."""
    number = _month_in(words)
    if number is None:
        return None
    day = _DAY_OF_MONTH.search(words)
    if day is None:
        return f"{published.year - (number > published.month):04}-{number:02}"
    try:
        this_year = date(published.year, number, int(day["day"]))
        return (this_year if this_year <= published else this_year.replace(year=published.year - 1)).isoformat()
    except ValueError:
        return None


def _month_in(words: str) -> int | None:
    for word in words.replace("-", " ").split():
        if word.rstrip(".") in _MONTHS or word in _LONG_MONTHS:
            return _MONTHS.index(word[:3]) + 1
    return None


def last_day(iso: str) -> date | None:
    """The last day of a day, a month or a year; None where it is no date."""
    parts = [int(p) for p in iso.split("-")]
    try:
        if len(parts) == 1:
            return date(parts[0], 12, 31)
        if len(parts) == 2:
            return date(parts[0], parts[1], monthrange(parts[0], parts[1])[1])
        return date(parts[0], parts[1], parts[2])
    except ValueError:
        return None
