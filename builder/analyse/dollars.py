"""Whose dollars "$3 million" are: those of the United States, unless the article says or shows that they may be others."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from builder.analyse.lexicons import word_list, word_table
from builder.model.text import fold

AMERICAN = "USD"
OPEN = "dollars"  # where the article leaves it open

_BARE = frozenset(("$", "dollars", "dollar"))
_CONVERTED = re.compile(r"\s?\(\$\d")  # "A$5 million ($3 million)"
_BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")
_FARTHEST = 30  # characters from a sum to its conversion


def is_dollar(unit: str, printed: str) -> bool:
    """Whether bare dollars ("$3 million") are printed and the unit is dollars of any state, or open.

    The article is not asked: an editor may write NZD on what it shows elsewhere.
    """
    return (unit == OPEN or unit in _dollars()) and is_bare(printed)


def is_bare(printed: str) -> bool:
    """Whether the words name dollars and not whose."""
    words = fold(printed)
    return ("$" in words or "dollar" in words.lower()) and _marks().search(words) is None


def bare_dollars(words: str, states: Sequence[str]) -> str:
    """The unit of an article's bare dollars; `states` are those that it names, one for each place.

    What it says of its sums decides. Where it marks those of the United States ("US$"), bare ones are open if it marks
    others beside them or is mostly about a state with dollars of its own.
    """
    folded = fold(words)
    paragraphs = (fold(paragraph) for paragraph in _BETWEEN_PARAGRAPHS.split(words))
    stated = next((found for found in map(_stated().search, paragraphs) if found is not None), None)
    if stated is not None:
        return word_table("units", "currencies")[" ".join(stated["money"].lower().split())]
    marked = {_unit(match.group()) for match in _marks().finditer(folded)}
    if AMERICAN not in marked or _converts(folded):
        return AMERICAN
    ranked = sorted(Counter(states).items(), key=lambda one: (-one[1], one[0]))
    own = bool(ranked) and ranked[0][0] in word_table("units", "dollars_of")
    return OPEN if own or marked > {AMERICAN} else AMERICAN


def _converts(words: str) -> bool:
    """Whether a sum in others is followed by the same in bare ones."""
    others = (m for m in _marks().finditer(words) if _unit(m.group()) != AMERICAN)
    return any(_CONVERTED.search(words, m.end(), m.end() + _FARTHEST) for m in others)


def _unit(form: str) -> str:
    table = word_table("units", "currencies")
    return table.get(form) or table[" ".join(form.lower().split())]


@cache  # of the lexicon, which does not change
def _dollars() -> frozenset[str]:
    return frozenset(unit for form, unit in word_table("units", "currencies").items() if form.endswith(" dollars"))


@cache  # as above
def _marks() -> re.Pattern[str]:
    """Words and signs that say whose dollars they are."""
    forms = {form for form, unit in word_table("units", "currencies").items() if unit in _dollars()} - _BARE
    signs = _any_of(form for form in forms if form.endswith("$"))
    codes = _any_of(form for form in forms if form.isalpha() and form.isupper())
    words = _any_of(form for form in forms if form.endswith(" dollars"))
    return re.compile(rf"(?<!\w)(?:{signs})|\b(?:{codes}|(?i:{words}))\b")


@cache  # as above
def _stated() -> re.Pattern[str]:
    """As in "All figures in Canadian dollars", "(amounts are given in Canadian dollars)": nothing more is said of them."""
    sums = _any_of(word_list("units", "sums"))
    money = _any_of(form for form in word_table("units", "currencies") if form.endswith(" dollars"))
    given = rf"(?:\s(?:{_any_of(word_list('units', 'given'))}))?"
    opening = rf"(?:^|[.(])\s*(?:all\s)?(?:{sums})(?:\s(?:are|is))?"
    told = rf"\b(?:{sums})\s(?:are|is)"
    sign = r"(?:\s\([^()]{1,9}\))?"
    end = rf"(?=\s*(?:$|[.;)]|,?\s(?:{_any_of(word_list('units', 'exceptions'))})\b))"
    return re.compile(rf"(?:{opening}|{told}){given}\sin\s(?P<money>{money}){sign}{end}", re.IGNORECASE)


def _any_of(forms: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))
