"""How likely an earlier mention is what a pronoun means: recency, its place in its sentence, and how clear the lead is."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from builder.analyse.attribution.reading import Reading
from builder.analyse.names import Person

_RECENCY = (1.0, 0.9, 0.55, 0.35, 0.2, 0.15, 0.12, 0.1, 0.08, 0.07, 0.06)  # by sentences back
REACH = len(_RECENCY) - 1
_CLEAR = 1.15  # how much likelier the best antecedent must be than the next
_OPPOSED = -1.5  # log-odds
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))


@dataclass(frozen=True, slots=True)
class Place:
    """A token that means a person."""

    token: int
    person: Person


def salience(reading: Reading, at: int, head: int, away: int) -> float:
    """How much the mention at `at` is in a reader's mind at the pronoun `head`, `away` sentences later."""
    place = _place(reading, at)
    token = reading.tokens[place]
    score = _RECENCY[away]
    if token.dep in _SUBJECTS or reading.depth[place] == 0:
        score *= 2.4 if reading.depth[place] <= 1 else 2.0
    elif token.dep in ("poss", "compound"):
        score *= 0.7
    elif token.dep in ("pobj", "dobj"):
        score *= 0.8
    if away == 0 and reading.tokens[head].head == token.head and reading.tokens[head].dep != "poss":
        score *= 0.3  # two arguments of one verb are seldom the same
    if reading.parse.paragraph_of[at] == reading.parse.paragraph_of[head]:
        score *= 1.1
    return score


def _place(reading: Reading, at: int) -> int:
    """The word whose part in the sentence the name shares: "the mayor, Ann Berg, said", "Berg and Dorn said"."""
    for _ in range(3):
        if reading.tokens[at].dep not in ("appos", "conj"):
            break
        at = reading.tokens[at].head
    return at


def agreement(person: Person, gender: float) -> float:
    """How well a pronoun of that gender (1 or -1) suits the person: 1 where nothing is known, from 0 to 2."""
    if gender * person.leaning <= _OPPOSED:
        return 0.0
    return 2.0 / (1.0 + math.exp(-gender * person.leaning))


def lead(scores: Mapping[int, float]) -> float:
    """How many times as likely the best is as the next; infinite where there is no other."""
    ranked = sorted(scores.values(), reverse=True)
    return ranked[0] / ranked[1] if len(ranked) > 1 else float("inf")


def clearly_best(scores: Mapping[int, float]) -> int | None:
    """The key with the highest score, the smaller one of equals; None where the next is about as good."""
    ranked = sorted(scores, key=lambda n: (-scores[n], n))
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] < _CLEAR * scores[ranked[1]]):
        return None
    return ranked[0]
