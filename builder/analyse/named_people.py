"""Whom and what an article names, as the reading of its speakers takes them, for those who list its actors."""

from bisect import bisect_left
from collections.abc import Iterable

from builder.analyse.actors.named import Named
from builder.analyse.attribution.reading import Reading
from builder.analyse.attribution.weights import Weights
from builder.analyse.body_choice import read_bodies
from builder.analyse.mentions import find_mentions
from builder.analyse.names import group_persons
from builder.analyse.parsing import Parse
from builder.analyse.speakers import kinds_of
from builder.model.text import Span

_BESIDE = frozenset(("appos", "compound", "nmod"))


def read_named(parse: Parse, weights: Weights, speaking: Iterable[tuple[Span, str | None]]) -> Named:
    """The people and bodies of an article; `speaking` are the words that name who said something, and who that is."""
    reading = Reading(parse, weights.words, weights.heads, weights.frames)
    starts = [token.start for token in parse.tokens]
    spoken = [(range(bisect_left(starts, s.start), bisect_left(starts, s.end)), name) for s, name in speaking]
    phrases = [phrase for phrase, _ in spoken]
    loud = frozenset(i for phrase in phrases for i in _heads(parse, phrase))
    kinds = kinds_of(reading)
    persons = group_persons(reading, find_mentions(reading), loud, kinds)
    people = tuple(tuple((m.first, m.last) for m in person.mentions) for person in persons)
    within = frozenset(i for person in people for first, last in person for i in range(first, last + 1))
    meant = read_bodies(reading, loud, kinds, within)
    named = {i: body.name for i, body in sorted(meant.items()) if body.name is not None}
    firms = frozenset(b.name for b in meant.values() if b.name is not None and b.trades)
    said = {(phrase[0], phrase[-1], name) for phrase, name in spoken if phrase and name is not None}
    return Named(people, named, firms, tuple(sorted(said)))


def _heads(parse: Parse, own: range) -> list[int]:
    """The head of the phrase of these tokens, and what stands beside it and may be a name."""
    heads = [i for i in own if parse.tokens[i].head not in own or parse.tokens[i].head == i]
    return heads + [i for i in own if parse.tokens[i].head in heads and parse.tokens[i].dep in _BESIDE]
