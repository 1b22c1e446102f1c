"""Whom and what a passage names, under all the names they go by, so that a reader finds it by any of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from builder.analyse.lexicons import word_table
from builder.model.claims import Actor, ActorKind, Evidence, Term
from builder.model.ids import ActorId
from builder.model.knowledge import Knowledge
from builder.pages.finding import Naming
from builder.pages.search.words import words_of

_STATES = ("names", "demonyms")
_CAPITAL = re.compile(r"\b[A-Z]")
_LONG_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: (?:(?:of|for|and|the|on) ){0,2}[A-Z][\w’'-]+){2,}")


@dataclass(frozen=True, slots=True)
class Names:
    """All names of every actor and term.

    `terms` has, under the first word of each form, the form's words and all names of the term; `naming` knows where
    actors are mentioned.
    """

    actors: Mapping[ActorId, tuple[str, ...]]
    terms: Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]
    naming: Naming

    def in_passages(self, passages: Iterable[Evidence]) -> tuple[str, ...]:
        """The names of whoever is mentioned and of each term that is used, each once, in order."""
        found: dict[str, None] = {}
        for passage in passages:
            for actor in self.naming.actors_in(passage):
                found.update(dict.fromkeys(self.actors[actor]))
        for passage in passages:
            found.update(dict.fromkeys((*self.in_words(passage.text), *initials_in(passage.text))))
        return tuple(found)

    def in_words(self, text: str) -> tuple[str, ...]:
        """The names of each term that the text uses."""
        words = words_of(text)
        found: dict[str, None] = {}
        for at, word in enumerate(words):
            for form, names in self.terms.get(word, ()):
                if words[at : at + len(form)] == form:
                    found.update(dict.fromkeys(names))
        return tuple(found)


def names_in(knowledge: Knowledge) -> Names:
    """The names of the knowledge's actors and terms."""
    return Names(
        {ActorId(actor.id): names_of_actor(actor) for actor in knowledge.claims.actors},
        _by_first_word(knowledge.claims.terms),
        Naming(knowledge.mentions),
    )


def names_of_actor(actor: Actor) -> tuple[str, ...]:
    """Name and aliases; of a state also what it and its people are called everywhere."""
    own = (actor.name, *actor.aliases)
    return own if actor.kind is not ActorKind.STATE else tuple(dict.fromkeys((*own, *forms_of_state(actor.name))))


def initials_in(text: str) -> tuple[str, ...]:
    """The initials of every name of three or more words with capitals: “United Nations Security Council” is also UNSC."""
    runs = (_CAPITAL.findall(run.group()) for run in _LONG_NAME.finditer(text))
    return tuple(dict.fromkeys("".join(letters) for letters in runs))


@cache
def forms_of_state(name: str) -> tuple[str, ...]:
    """The names of a state and of its people; none where it is not known."""
    state = word_table("countries", "names").get(name)
    tables = (word_table("countries", table) for table in _STATES)
    return tuple(form for table in tables for form, stands_for in table.items() if stands_for == state) if state else ()


def _by_first_word(terms: Iterable[Term]) -> Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]:
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for term in terms:
        names = (term.name, *term.aliases)
        for form in dict.fromkeys(words_of(name) for name in names):
            if form:
                found.setdefault(form[0], []).append((form, names))
    return found
