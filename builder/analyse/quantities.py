"""Numbers with what they measure, as articles print them: "US$3.6 billion", "around 80%", "40 percent", "seven", "30th"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from builder.analyse.lexicons import word_list, word_table
from builder.model.text import Span, fold

COUNT = "count"
ORDINAL = "ordinal"

_SMALL = {
    word: number
    for number, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        )
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
_SCALES = {
    "hundred": 10**2,
    "dozen": 12,
    "thousand": 10**3,
    "lakh": 10**5,
    "crore": 10**7,
    "million": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    "trn": 10**12,
}
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_ATTACHED_SCALES = {"k": 10**3, "m": 10**6, "b": 10**9}
_ORDINAL_WORDS = {
    word: number
    for number, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
            *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
            *("eighteenth", "nineteenth", "twentieth"),
        ),
        start=1,
    )
}
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_HYPHENS = "-–"  # an en dash stands between the ends of a range
_LONGEST_UNIT = 4  # words
_CODE = 3  # letters
_MUCH = 100  # from which "won" behind a number is money


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in base units (3600000000 USD). The unit of a bare number is "count", of "30th" "ordinal"."""

    value: int | float
    unit: str


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a sign or a word; `words` is folded.

    `attached`: nothing stands between it and the token before. `hyphened`: a hyphen alone does, as in "S-300".
    """

    kind: str
    words: str
    span: Span
    attached: bool
    hyphened: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity read from `tokens[start:end]`; `explicit`: it has a unit, a scale or an ordinal ending.

    `ranges`: it is the lower end of a range that the tokens print whole ("12 to 15 percent").
    """

    quantity: Quantity
    start: int
    end: int
    explicit: bool
    ranges: bool = False


def read_quantity(words: str) -> Quantity | None:
    """The one quantity that the words print, None where they print none, more than one or a range.

    A qualifier before it ("around", "more than") and what is counted after it ("11 agreements") may be there.
    """
    tokens = tokenise(words)
    readings = find_readings(tokens)
    if len(readings) != 1 or readings[0].ranges:
        return None
    before = " ".join(t.words.lower() for t in tokens[: readings[0].start])
    fits = not before or before in word_list("units", "qualifiers") or before in ("the", "a", "an", "its", "his", "her")
    return readings[0].quantity if fits else None


@cache  # the lexicon does not change while the program runs
def _tokens() -> re.Pattern[str]:
    """Numbers, signs and words. Letters before a dollar sign belong to it, known or not: "NZ$3" is no amount of "$"."""
    forms = word_table("units", "currencies")
    codes = {form for form in forms if len(form) == _CODE and form.isascii() and form.isupper()}
    marks = sorted(codes | word_list("units", "before_numbers"))
    plain = sorted(form for form in forms if not form.isalpha() and " " not in form and "$" not in form)
    money = "|".join((rf"(?<!\w)(?:{_any_of(marks)})\.?", _any_of(plain)))
    return re.compile(
        r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?)"
        rf"|(?P<sign>[A-Z]{{0,3}}\$|%|(?:{money})(?=\s?\d))"
        r"|(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)?)"
    )


def _any_of(forms: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))


def tokenise(text: str) -> tuple[Token, ...]:
    """The numbers, signs and words of a text, in order."""
    tokens = []
    folded = fold(text)
    reached = -1
    for match in _tokens().finditer(folded):
        span = Span(match.start(), match.end())
        hyphened = 0 < reached == match.start() - 1 and folded[reached] in _HYPHENS
        tokens.append(Token(str(match.lastgroup), match.group(), span, match.start() == reached, hyphened))
        reached = match.end()
    return tuple(tokens)


def find_readings(tokens: Sequence[Token]) -> tuple[Reading, ...]:
    """Every quantity among the tokens, the longest reading at each place."""
    found = []
    at = 0
    while at < len(tokens):
        reading = _range(tokens, at) or _read(tokens, at)
        if reading is not None:
            found.append(reading)
            at = reading.end
        else:
            at += 1
    return tuple(found)


def _read(tokens: Sequence[Token], at: int, *, hyphened: bool = False) -> Reading | None:
    """The quantity that begins at this token; `hyphened`: behind the hyphen of a range."""
    if not hyphened and _is_designation(tokens, at):
        return None
    currency = _currency(tokens[at])
    number = at + 1 if currency else at
    read = _number(tokens, number)
    if read is None:
        return None
    value, end, scaled = read
    if currency:
        return Reading(Quantity(_plain(value), currency), at, end, explicit=True)
    ordinal = _ordinal(tokens, number, end, value)
    if ordinal is not None:
        return ordinal
    unit, after = _unit(tokens, end)
    word = tokens[after - 1].words.lower()
    if unit is not None and (scaled or value >= _MUCH or word not in word_list("units", "words_too")):
        return Reading(Quantity(_plain(value), unit), at, after, explicit=True)
    return Reading(Quantity(_plain(value), COUNT), at, end, explicit=scaled)


def _range(tokens: Sequence[Token], at: int) -> Reading | None:
    """The lower end of a range that begins at this token, in the scale and the unit of its upper end.

    Of a change ("from 12 to 15 percent") it is the first number alone, with the unit that is printed once.
    """
    currency = _currency(tokens[at])
    low = _number(tokens, at + 1 if currency else at)
    if low is None or tokens[at].hyphened:
        return None
    before = tokens[at - 1].words.lower() if at else ""
    value, end, scaled = low
    high = _upper_end(tokens, end, before)
    if high is None or (scaled and not currency and before != "between"):
        return None
    unit = high.quantity.unit
    if unit == ORDINAL or (currency and unit not in (COUNT, currency)):
        return None
    value *= Decimal(1) if scaled else _scale(tokens, high, value)
    if value >= Decimal(str(high.quantity.value)):
        return None
    quantity = Quantity(_plain(value), currency or unit)
    if before == "from":
        return Reading(quantity, at, end, explicit=True) if quantity.unit != COUNT else None
    return Reading(quantity, at, high.end, explicit=high.explicit or currency is not None, ranges=True)


def _upper_end(tokens: Sequence[Token], end: int, before: str) -> Reading | None:
    """What follows "to" or a hyphen, which must have a unit or a scale: scores and designations have a hyphen, too."""
    if end >= len(tokens):
        return None
    if tokens[end].hyphened and tokens[end].kind != "word":
        high = _read(tokens, end, hyphened=True)
        return high if high is not None and high.explicit else None
    linked = tokens[end].words.lower() in (("and", "to") if before == "between" else ("to",))
    return _read(tokens, end + 1) if linked and end + 1 < len(tokens) and not tokens[end + 1].hyphened else None


def _scale(tokens: Sequence[Token], high: Reading, low: Decimal) -> Decimal:
    """What "million" makes of the lower end in "two to three million": nothing where it is the greater number."""
    number = high.start + (1 if tokens[high.start].kind == "sign" else 0)
    small = _below_hundred(tokens, number)
    printed = Decimal(tokens[number].words.replace(",", "")) if tokens[number].kind == "number" else None
    bare = printed if printed is not None else Decimal(small[0]) if small is not None else None
    return Decimal(str(high.quantity.value)) / bare if bare and low <= bare else Decimal(1)


def _currency(token: Token) -> str | None:
    """What a sign before a number says it is money of."""
    return word_table("units", "currencies").get(token.words.removesuffix(".")) if token.kind == "sign" else None


def _is_designation(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number is part of a name or a decade: "S-300", "G7", "5G", "1990s"; or of a range: "40-50"."""
    if tokens[at].kind != "number":
        return False
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and (tokens[at].hyphened or (tokens[at].attached and before.kind == "word")):
        return True
    if after is None or not after.attached or after.kind != "word":
        return after is not None and after.hyphened and after.kind == "number"
    known = after.words.lower() in (*_SCALES, *_ATTACHED_SCALES, *_ORDINAL_ENDINGS)
    return not known and _unit(tokens, at + 1)[0] is None


def _number(tokens: Sequence[Token], at: int) -> tuple[Decimal, int, bool] | None:
    """Value, index after it, and whether a scale word took part."""
    if at >= len(tokens):
        return None
    if tokens[at].kind == "number":
        return _scaled(tokens, Decimal(tokens[at].words.replace(",", "")), at + 1)
    if tokens[at].kind == "word":
        return _in_words(tokens, at)
    return None


def _scaled(tokens: Sequence[Token], value: Decimal, at: int) -> tuple[Decimal, int, bool]:
    """The value times the scale words after it ("3.6 billion", "5m", "two hundred thousand")."""
    scaled = False
    while at < len(tokens) and tokens[at].kind == "word":
        word = tokens[at].words.lower()
        scale = _SCALES.get(word) or (_ATTACHED_SCALES.get(word) if tokens[at].attached else None)
        if scale is None:
            break
        value, at, scaled = value * scale, at + 1, True
    return value, at, scaled


def _in_words(tokens: Sequence[Token], at: int) -> tuple[Decimal, int, bool] | None:
    """A number in words: "seven", "twenty-five", "two hundred and ten", "a million"; also "third", as 3."""
    word = tokens[at].words.lower()
    if word in ("a", "an") and at + 1 < len(tokens) and tokens[at + 1].words.lower() in _SCALES:
        return _scaled(tokens, Decimal(1), at + 1)
    if word in _PARTS:
        return _part(tokens, at)
    if word in _ORDINAL_WORDS:
        return Decimal(_ORDINAL_WORDS[word]), at + 1, False
    small = _below_hundred(tokens, at)
    if small is None:
        return None
    if _words(tokens, small[1], 3) == ("and", "a", "half"):
        return _scaled(tokens, small[0] + _PARTS["half"], small[1] + 3)
    value, end, scaled = _scaled(tokens, Decimal(small[0]), small[1])
    rest = end + 1 if end < len(tokens) and tokens[end].words.lower() == "and" else end
    more = _below_hundred(tokens, rest) if scaled and value % 100 == 0 else None
    return (value + more[0], more[1], True) if more is not None else (value, end, scaled)


def _part(tokens: Sequence[Token], at: int) -> tuple[Decimal, int, bool] | None:
    """As in "half a million" and "quarter of a million"."""
    of = at + 2 if _words(tokens, at + 1, 1) == ("of",) else at + 1
    if _words(tokens, of, 1) != ("a",) or not {*_words(tokens, of + 1, 1)} & {*_SCALES}:
        return None
    return _scaled(tokens, _PARTS[tokens[at].words.lower()], of + 1)


def _words(tokens: Sequence[Token], at: int, count: int) -> tuple[str, ...]:
    return tuple(token.words.lower() for token in tokens[at : at + count])


def _below_hundred(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    if at >= len(tokens):
        return None
    word = tokens[at].words.lower()
    if word in _SMALL:
        return _SMALL[word], at + 1
    if word not in _TENS:
        return None
    units = _SMALL.get(tokens[at + 1].words.lower(), 0) if at + 1 < len(tokens) else 0
    return (_TENS[word] + units, at + 2) if 0 < units < 10 else (_TENS[word], at + 1)


def _ordinal(tokens: Sequence[Token], at: int, end: int, value: Decimal) -> Reading | None:
    if tokens[at].words.lower() in _ORDINAL_WORDS:
        return Reading(Quantity(int(value), ORDINAL), at, end, explicit=True)
    ending = tokens[end] if end < len(tokens) else None
    if ending is None or not ending.attached or ending.words.lower() not in _ORDINAL_ENDINGS:
        return None
    return Reading(Quantity(int(value), ORDINAL), at, end + 1, explicit=True)


def _unit(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """The unit that begins at this token, the longest one, and the index after it; a comma or a bracket is before none."""
    if not at or at >= len(tokens) or tokens[at].span.start > tokens[at - 1].span.end + 1:
        return None, at
    following = tokens[at + 1 : at + 2]
    if tokens[at].words != "%" and tokens[at].kind == "sign" and following and following[0].kind == "number":
        return None, at  # "12 £5"
    for length in range(_LONGEST_UNIT, 0, -1):
        printed = " ".join(t.words for t in tokens[at : at + length])
        if len(tokens) < at + length:
            continue
        for form in (printed, printed.lower()):
            unit = word_table("units", "units").get(form) or word_table("units", "currencies").get(form)
            if unit is not None:
                return unit, at + length
    return None, at


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
