"""Figures in running text: money, shares, measures, counts and ordinals; not dates, ages of decades or model numbers."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.analyse.currencies import Purse, read_purse
from builder.analyse.dates import Seen, read_dates
from builder.analyse.lexicons import word_list
from builder.analyse.quantities import COUNT, ORDINAL, Reading, Token, find_readings, tokenise
from builder.model.claims import Kind
from builder.model.findings import FigureFinding, finding_key
from builder.model.text import Block, SourceText, Span

_LONGEST_QUALIFIER = 3  # words
_WORDS_AROUND = 3
_CLOCK = re.compile(r"[:.]\d|\s?[ap]\.?m\b", re.IGNORECASE)
_DETERMINERS = frozenset(("the", "these", "those", "its", "their", "his", "her", "our", "other"))
_AFTER_HOURS = frozenset(("on", "in", "o'clock", "sharp", "every", "this", "that"))
_HOURS = 12
_GREAT = 10**6  # what is left out is the unit of millions and more
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s")
_AFTER_AMOUNTS = frozenset(
    (
        "to",
        "by",
        "from",
        "in",
        "at",
        "before",
        "after",
        "and",
        "or",
        "but",
        "a",
        "each",
        "this",
        "last",
        "next",
        "when",
        "while",
        "than",
    )
)
_FRACTIONS = frozenset(("third", "thirds", "quarter", "quarters", "fifths", "half", "halves", "tenths"))


def find_figures(text: SourceText) -> Iterator[FigureFinding]:
    """Every figure of the running text, in order; for which year it holds is read off the parse (`figure_years`)."""
    purse = read_purse(text)
    for block in text.body():
        words = block.words.of(text.text)
        dates = read_dates(words)
        tokens = tokenise(words)
        before: Reading | None = None
        for reading in find_readings(tokens):
            span = Span(tokens[reading.start].span.start, tokens[reading.end - 1].span.end)
            if not _overlaps(span, dates) and _is_figure(words, tokens, reading):
                whole = _completed(words, tokens, reading, before)
                yield _finding(text, block, tokens, whole, span, purse)
                before = whole


def _completed(words: str, tokens: Sequence[Token], reading: Reading, before: Reading | None) -> Reading:
    """With the unit of the figure before, where it is left out ("holds 12 billion litres and spares 1 billion")."""
    if (
        before is None
        or before.quantity.unit in (COUNT, ORDINAL)
        or min(before.quantity.value, reading.quantity.value) < _GREAT
    ):
        return reading
    between = words[tokens[before.end - 1].span.end : tokens[reading.start].span.start]
    after = tokens[reading.end] if reading.end < len(tokens) else None
    ends = after is None or words[tokens[reading.end - 1].span.end] in ",.;:)" or after.words.lower() in _AFTER_AMOUNTS
    bare = reading.quantity.unit == COUNT and reading.explicit and ends and not _SENTENCE_END.search(between)
    return replace(reading, quantity=replace(reading.quantity, unit=before.quantity.unit)) if bare else reading


def _overlaps(span: Span, dates: Sequence[Seen]) -> bool:
    """Whether the span shares a character with one of the dates, which are in order and apart."""
    after = bisect_left(dates, span.end, key=lambda seen: seen.span.start)
    return after > 0 and dates[after - 1].span.overlaps(span)


def _finding(
    text: SourceText, block: Block, tokens: Sequence[Token], reading: Reading, span: Span, purse: Purse
) -> FigureFinding:
    place = Span(block.words.start + span.start, block.words.start + span.end)
    near = tokens[max(0, reading.start - _WORDS_AROUND) : reading.end + _WORDS_AROUND]
    unit = reading.quantity.unit
    return FigureFinding(
        source=text.id,
        spans=(place,),
        rule=unit if unit in (COUNT, ORDINAL) else "measure",
        key=finding_key(Kind.FIGURES, " ".join(token.words for token in near)),
        value=reading.quantity.value,
        unit=purse.money_at(unit, place),
        qualifier=_qualifier(text.text, block.words.start, tokens, reading.start),
        year=None,
    )


def _is_figure(words: str, tokens: Sequence[Token], reading: Reading) -> bool:
    first = tokens[reading.start]
    if _is_fraction(tokens, reading) or _is_clock(words, tokens, reading) or _is_numbered(tokens, reading):
        return False
    if first.kind == "number" and reading.quantity.unit == COUNT:
        return not _follows_a_name(words, first) and not _is_item_number(words, tokens, reading)
    if first.kind == "word" and reading.quantity.unit in (COUNT, ORDINAL):
        scaled = reading.explicit and reading.quantity.unit == COUNT
        return scaled or (reading.quantity.value >= _least(reading) and not _is_known(tokens, reading))
    return True


def _least(reading: Reading) -> int:
    """The least number in words that is a figure: "one", "first" and "second" mostly are none."""
    return 3 if reading.quantity.unit == ORDINAL else 2


def _is_known(tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether the number only takes up what is known: "between the two countries"."""
    before = tokens[reading.start - 1].words.lower() if reading.start else ""
    return reading.quantity.unit == COUNT and before in _DETERMINERS


def _is_fraction(tokens: Sequence[Token], reading: Reading) -> bool:
    after = tokens[reading.end].words.lower() if reading.end < len(tokens) else ""
    before = tokens[reading.start - 1].words.lower() if reading.start else ""
    return after in _FRACTIONS or (reading.quantity.unit == ORDINAL and before in ("one", "two", "three", "a"))


def _is_clock(words: str, tokens: Sequence[Token], reading: Reading) -> bool:
    first, last = tokens[reading.start].span, tokens[reading.end - 1].span
    before = words[max(0, first.start - 1) : first.start]
    if reading.quantity.unit != COUNT:
        return False
    return _CLOCK.match(words, last.end) is not None or before == ":" or _is_hour(tokens, reading)


def _is_hour(tokens: Sequence[Token], reading: Reading) -> bool:
    """As in "at six on Tuesday" and "at 7 in the morning"."""
    before = tokens[reading.start - 1].words.lower() if reading.start else ""
    after = tokens[reading.end].words.lower() if reading.end < len(tokens) else ""
    return before == "at" and after in _AFTER_HOURS and reading.quantity.value <= _HOURS


def _is_numbered(tokens: Sequence[Token], reading: Reading) -> bool:
    """As in "article 5", a number that only says which, and "one in five"."""
    before = tokens[reading.start - 1].words.lower() if reading.start else ""
    one_in = before == "in" and reading.start > 1 and tokens[reading.start - 2].words.lower() == "one"
    return reading.quantity.unit == COUNT and (one_in or before in word_list("units", "numbered"))


def _follows_a_name(words: str, number: Token) -> bool:
    """As in "Boeing 737" or "Article 5": directly after a capitalised word that does not begin the sentence."""
    before, _, word = words[max(0, number.span.start - 40) : number.span.start].rstrip(" ").rpartition(" ")
    starts = not before or before.rstrip()[-1:] in '.!?”"’'
    return word[:1].isupper() and word.isalpha() and not starts and word not in word_list("people", "calendar")


def _is_item_number(words: str, tokens: Sequence[Token], reading: Reading) -> bool:
    last = tokens[reading.end - 1].span.end
    return reading.start == 0 and words[last : last + 1] in (".", ")")


def _qualifier(text: str, offset: int, tokens: Sequence[Token], at: int) -> str | None:
    """The longest qualifier that stands directly before, as printed."""
    for length in range(min(_LONGEST_QUALIFIER, at), 0, -1):
        printed = tokens[at - length : at]
        if " ".join(token.words for token in printed).lower() in word_list("units", "qualifiers"):
            return text[offset + printed[0].span.start : offset + printed[-1].span.end]
    return None
