"""Calendar dates in words: as articles print them ("June 20, 2024", "Jul 03, 2024", "March 2023"), and as we write them."""

import re
from calendar import monthrange
from dataclasses import dataclass

from builder.model.text import Span

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT_MONTHS = tuple(month[:3].lower() for month in MONTHS)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3})?"

# Each form is tried at each place in this order; the groups are named d, m (a name), n (a number) and y.
_FORMS = (
    rf"(?P<y1>{_YEAR})-(?P<n1>0[1-9]|1[0-2])-(?P<d1>0[1-9]|[12]\d|3[01])(?=\D|$)",
    rf"{_WEEKDAY}(?P<m2>{_MONTH})\.?\s{{1,3}}(?P<d2>{_DAY})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<y2>{_YEAR})\b",
    rf"{_WEEKDAY}(?P<d3>{_DAY})(?:st|nd|rd|th)?(?:\s{{1,3}}of)?\s{{1,3}}(?P<m3>{_MONTH})\.?,?\s{{1,3}}(?P<y3>{_YEAR})\b",
    rf"(?P<a4>\d{{1,2}})(?P<s4>[./])(?P<b4>\d{{1,2}})(?P=s4)(?P<y4>{_YEAR})\b",
    rf"{_WEEKDAY}(?P<m5>{_MONTH})\.?\s{{1,3}}(?P<d5>{_DAY})(?:st|nd|rd|th)?\b(?![.,]?\d)",
    rf"{_WEEKDAY}(?P<d6>{_DAY})(?:st|nd|rd|th)?(?:\s{{1,3}}of)?\s{{1,3}}(?P<m6>{_MONTH})\b",
    rf"(?P<m7>{_MONTH})\.?,?(?:\s{{1,3}}of)?\s{{1,3}}(?P<y7>{_YEAR})\b",
)
_DATE = re.compile(r"(?<![\w.])(?:" + "|".join(_FORMS) + ")", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text. `iso` is a day, a month or None where the year is not printed or the order of numbers unclear."""

    span: Span
    iso: str | None

    @property
    def is_day(self) -> bool:
        """Whether the whole day is known."""
        return self.iso is not None and len(self.iso) == len("2024-06-20")


def day_in_words(iso: str) -> str:
    """An ISO day, month or year in words: “20 June 2024”, “June 2024”, “2024”."""
    year, *rest = iso.split("-")
    days, months = [str(int(day)) for day in rest[1:]], [MONTHS[int(month) - 1] for month in rest[:1]]
    return " ".join((*days, *months, year))


def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """Every calendar date of the text that names a day or a month, in order, without overlap."""
    found = []
    for match in _DATE.finditer(text):
        iso = _iso_of(match)
        if iso != "":
            found.append(PrintedDate(Span(match.start(), match.end()), iso))
    return tuple(found)


def _iso_of(match: re.Match[str]) -> str | None:
    """The date in ISO form, None where it is incomplete or unclear, "" where there is no such day."""
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    kinds = {name[0]: value for name, value in groups.items()}
    if "a" in kinds:
        return _numeric(int(kinds["a"]), int(kinds["b"]), kinds["s"], int(kinds["y"]))
    if "m" in kinds and "y" not in kinds and not kinds["m"][0].isupper():
        return ""  # "10 may be" and "march 3" are words: without a year, a month is printed with a capital
    month = int(kinds["n"]) if "n" in kinds else _SHORT_MONTHS.index(kinds["m"][:3].lower()) + 1
    if "y" not in kinds:
        return None
    if "d" not in kinds:
        return f"{int(kinds['y']):04}-{month:02}"
    return _day(int(kinds["y"]), month, int(kinds["d"]))


def _numeric(first: int, second: int, mark: str, year: int) -> str | None:
    """Day first with dots; with slashes only where one of the numbers cannot be a month."""
    if mark == "." or first > 12:
        return _day(year, second, first)
    if second > 12 or first == second:
        return _day(year, first, second)
    return None


def _day(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return ""
    return f"{year:04}-{month:02}-{day:02}"
