"""An article as far as it was read: which words mean whom, where they stand, and who spoke."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from builder.analyse.attribution.judged import Unit
from builder.analyse.attribution.reading import Reading
from builder.analyse.bodies import Body
from builder.analyse.body_choice import read_bodies
from builder.analyse.mentions import Mention
from builder.analyse.names import Person
from builder.analyse.person_nouns import is_person_noun
from builder.analyse.personhood import Kinds
from builder.analyse.syntax import head_of

_STEPS = 4


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source: a person of the article, or a body or group named as the article names it, or nobody."""

    name: str | None
    person: Person | None = None
    plural: bool = False


NOBODY = Speaker(None)


@dataclass(frozen=True, slots=True)
class Place:
    """A token that means a person; `named` where the name itself stands there."""

    token: int
    person: Person
    named: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """What somebody is to somebody else: the owner's daughter, wife, lawyer."""

    owner: Person
    noun: str
    person: Person


@dataclass
class Scene:
    """What tokens mean which person, the same by sentence, who is whose what, and who spoke, each in order of the text.

    `sources` gives the units by the head of the phrase that names the speaker; `noted` by identity the tokens that mean a person,
    `same` by the identity of somebody without a name who that is.
    """

    reading: Reading
    persons: list[Person]
    sources: Mapping[int, Unit] = field(default_factory=dict)
    kinds: Kinds = field(default_factory=dict)
    meant: dict[int, Person] = field(default_factory=dict)
    places: dict[int, list[Place]] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)
    spoken: list[tuple[int, Speaker]] = field(default_factory=list)
    noted: dict[int, list[int]] = field(default_factory=dict)
    same: dict[int, Person] = field(default_factory=dict)

    def note(self, token: int, person: Person, *, named: bool = False) -> None:
        """The token means the person."""
        self.meant[token] = person
        self.noted.setdefault(id(person), []).append(token)
        self.places.setdefault(self.reading.parse.sentence_of[token], []).append(Place(token, person, named))

    def number_of(self, person: Person) -> int:
        """The person's place in the list."""
        return next(n for n, p in enumerate(self.persons) if p is person)

    @cached_property
    def heads(self) -> Mapping[int, tuple[Mention, Person]]:
        """Each mention of a name by its head."""
        return {head_of(self.reading.parse, m.tokens): (m, p) for p in self.persons for m in p.mentions}

    @cached_property
    def first_of(self) -> Mapping[str, int]:
        """The first token of each lemma."""
        found: dict[str, int] = {}
        for i, token in enumerate(self.reading.tokens):
            found.setdefault(token.lemma, i)
        return found

    @cached_property
    def told(self) -> Mapping[int, int]:
        """Each token that is told and not quoted → the head of the phrase that names whose words it tells, the innermost."""
        quoted = self.reading.quoted
        widest_first = sorted(self.sources, key=lambda head: (-len(self.sources[head].tokens), head))
        return {i: head for head in widest_first for i in self.sources[head].tokens if not quoted[i]}

    @cached_property
    def within(self) -> Mapping[int, Person]:
        """Each token of a name, also of those that the reader has not come to."""
        return {i: p for m, p in self.heads.values() for i in m.tokens}

    @cached_property
    def bodies(self) -> Mapping[int, Body]:
        """Each token that means a body, by its name or not."""
        return read_bodies(self.reading, self.sources, self.kinds, self.within)

    @cached_property
    def seats(self) -> Mapping[int, Person]:
        """Each common noun that says who the person beside it is ("the soloist", "our reporter in the gallery, …")."""
        found: dict[int, Person] = {}
        for head, (_, person) in self.heads.items():
            seat = seat_of(self.reading, head)
            if seat != head and seat not in self.within:
                found.setdefault(seat, person)
        for i, token in enumerate(self.reading.tokens):
            if i not in found and token.dep == "nsubj" and self.reading.tokens[token.head].lemma == "be":
                named = [c for c in self.reading.parse.children[token.head] if self.reading.tokens[c].dep == "attr"]
                told = [p for c in named for p in [self.within.get(c) or found.get(c)] if p is not None]
                if told and i not in self.within:
                    found[i] = told[0]
        return found

    @cached_property
    def pairs(self) -> tuple[tuple[Person, Person], ...]:
        """Those whom the text names joined by "and"."""
        tokens = self.reading.tokens
        joined = [
            (self.within.get(tokens[seat].head), person)
            for head, (_, person) in self.heads.items()
            for seat in [seat_of(self.reading, head)]
            if tokens[seat].dep == "conj"
        ]
        return tuple((a, b) for a, b in joined if a is not None and a is not b)


def seat_of(reading: Reading, at: int) -> int:
    """The word whose part in the sentence a name shares: "the mayor of Ossel, Ann Berg, said", "the painter Ann Berg".

    The parser may hang a name behind a comma on the nearest noun; then the noun for a person before that is meant.
    """
    tokens = reading.tokens
    apposed = False
    for _ in range(_STEPS):
        token = tokens[at]
        above = token.head
        if token.dep == "appos":
            apposed = True
        elif token.dep == "pobj" and apposed and not is_person_noun(token.lemma):
            above = tokens[above].head
            if not is_person_noun(tokens[above].lemma):
                break
        elif not (token.dep in ("compound", "nmod") and is_person_noun(tokens[above].lemma)):
            break
        at = above
    return at
