"""Which of those whose names leave it open are men and which women: what makes the article read best as a whole.

A name that both sexes bear ("Andrea") or that nobody has counted is read by the pronouns around it; but one of these
misread draws the next ones after it. So each such person is tried as a man and as a woman, and the whole article is read
with either: the one with which its pronouns find more that they can mean is kept, where it does so clearly.
"""

import math
from collections.abc import Callable, Sequence

from builder.analyse.antecedents import choose, is_likely
from builder.analyse.lexicons import number_table
from builder.analyse.names import Person, told
from builder.analyse.scene import Scene

MOST = 6.0  # log-odds
_HEARD = 0.7  # log-odds, for each pronoun of one sex more than of the other
_OPEN = 3.0  # log-odds that the name and the titles tell, above which nothing is tried
_TRIED = 3.0  # the same, of the sex that is tried
_CLEARLY = 1.0  # log-odds by which one sex must read better than the one that was heard
_ROUNDS = 2
_PERSONS = 12  # so that a long article takes as long for each of its words as a short one
_CROWD = 60  # persons; an article of more is a list, and each reading weighs all of them

Read = Callable[[Callable[[Scene, int, int], Person | None]], object]


def heard_leaning(person: Person) -> float:
    """What the name and all pronouns together tell of the sex: these count for more, but a single one may be misread."""
    known = told(person)
    heard = (
        person.heard if known * person.heard >= 0 else max(0, abs(person.heard) - 1) * (1 if person.heard > 0 else -1)
    )
    return max(-MOST, min(MOST, known + _HEARD * heard))


def weigh_sexes(persons: Sequence[Person], read: Read) -> None:
    """Sets the leaning of those whose sex is open; `read` goes through the article with what tells whom a pronoun means."""
    tried = [p for p in persons if abs(told(p)) < _OPEN] if len(persons) <= _CROWD else []
    tried = sorted(tried, key=lambda p: abs(p.leaning))[:_PERSONS]
    for _ in range(_ROUNDS):
        if not [p for p in tried if _is_turned(p, persons, read)]:
            break


def _is_turned(person: Person, persons: Sequence[Person], read: Read) -> bool:
    """Whether the person, tried as both, is found to be of the other sex than heard so far; then leans to that."""
    heard, known = person.leaning, told(person)
    person.leaning = _TRIED
    better = _support(persons, read) - math.log1p(math.exp(-known))
    person.leaning = -_TRIED
    better -= _support(persons, read) - math.log1p(math.exp(known))
    turned = better * heard <= 0 and abs(better) > _CLEARLY
    person.leaning = max(-MOST, min(MOST, better)) if turned else heard
    return turned


def _support(persons: Sequence[Person], read: Read) -> float:
    """What speaks for the pronouns of the whole article meaning somebody, in log-odds, as the leanings are now.

    What a reading takes down of a person is forgotten after it: a trial must not colour the next one.
    """
    before = [(p, set(p.nouns), set(p.past), set(p.states)) for p in persons]
    found: list[float] = []
    nobody = number_table("antecedents", "weights")["nobody"]

    def settle(scene: Scene, i: int, gender: int) -> Person | None:
        choice = choose(scene, i, gender)
        found.append(nobody if choice is None else choice.support)
        return scene.persons[choice.number] if choice is not None and is_likely(scene, i, choice) else None

    read(settle)
    for person, nouns, past, states in before:
        person.nouns, person.past, person.states = nouns, past, states
    return math.fsum(found)
