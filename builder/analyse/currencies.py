"""Money whose name several states share ("pesos", "dinars"): which is meant is told by the states that the article names."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from builder.analyse.dollars import AMERICAN, bare_dollars, is_bare
from builder.analyse.lexicons import word_table
from builder.model.text import SourceText, Span

_CLEAR = 2  # times as many as the next


def is_money_of(unit: str, shared: str) -> bool:
    """Whether the money of a state goes by a name that several share ("PHP", "pesos")."""
    return word_table("units", "shared_names").get(unit) == shared


@dataclass(frozen=True, slots=True)
class Purse:
    """The states that an article names, in the order of their places, those whose capitals it names, and its bare dollars."""

    text: SourceText
    places: tuple[int, ...]
    states: tuple[str, ...]
    capitals: tuple[str, ...]
    dollars: str

    def money_at(self, unit: str, place: Span) -> str:
        """The state's money that a shared name means at a place; the name itself where that is open, and any other unit.

        What the sentence names decides, then the block, then the article, in each the one state or the one named most by far,
        and last the capitals of the article.
        """
        if unit == AMERICAN and is_bare(place.of(self.text.text)):
            return self.dollars
        if unit not in word_table("units", "shared_names").values():
            return unit
        for reach in _reaches(self.text, place):
            first, last = bisect_left(self.places, reach.start), bisect_left(self.places, reach.end)
            found = _money(unit, self.states[first:last])
            if found is not None:
                return found
        return _money(unit, self.capitals) or unit


def _reaches(text: SourceText, place: Span) -> tuple[Span, ...]:
    sentence = text.sentence_at(place.start)
    return (*([sentence] if sentence is not None else []), text.block_at(place.start).words, Span(0, len(text.text)))


def _money(unit: str, states: Sequence[str]) -> str | None:
    """The one money of that name that the states pay in, or that of most of them by far."""
    moneys = (word_table("units", "money_of").get(state) for state in states)
    counts = Counter(money for money in moneys if money is not None and is_money_of(money, unit))
    ranked = sorted(counts, key=lambda money: (-counts[money], money))
    clear = all(counts[ranked[0]] >= _CLEAR * counts[other] for other in ranked[1:2])
    return ranked[0] if ranked and clear else None


def read_purse(text: SourceText) -> Purse:
    """The states of an article, by their names, their people and their capitals; "US$" and "US dollars" name none."""
    named = {**word_table("countries", "names"), **word_table("countries", "demonyms")}
    capitals = word_table("countries", "governments")
    found = [(match.start(), match.group()) for match in _states().finditer(text.text)]
    states = [(place, named[form]) for place, form in found if form in named]
    seats = tuple(capitals[form] for _, form in found if form not in named)
    places, names = tuple(place for place, _ in states), tuple(state for _, state in states)
    return Purse(text, places, names, seats, bare_dollars(text.text, names))


@cache  # the lexicon does not change while the program runs
def _states() -> re.Pattern[str]:
    forms = {form for table in ("names", "demonyms", "governments") for form in word_table("countries", table)}
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))})(?=s?\b)(?!\$|s? dollars\b)"
    )
