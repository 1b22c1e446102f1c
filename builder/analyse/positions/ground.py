"""What an article shows of states and houses, where its officials stand in it, and what words are for an official."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.analyse.lexicons import word_list
from builder.analyse.naming import Naming
from builder.analyse.parsing import Parse
from builder.analyse.positions.home import Home
from builder.analyse.syntax import OWNERS, Body, children, lower
from builder.model.findings import ActorFinding
from builder.model.text import Span


@dataclass(frozen=True, slots=True)
class Ground:
    """What an article shows of states. `houses`: the words for a party that is no state → its name.

    `phrases`: a person’s name → the words that say that he speaks, with it or without ("the Danish minister").
    """

    parse: Parse
    body: Body
    naming: Naming
    home: Home
    places: Mapping[str, str]
    houses: Mapping[str, str]
    phrases: Mapping[str, tuple[Span, ...]]


def mentions_of(parse: Parse, actor: ActorFinding) -> Iterator[range]:
    """The tokens of each place where the actor is named."""
    return (tokens for span in actor.spans for tokens in [tokens_within(parse, span)] if tokens)


def tokens_within(parse: Parse, span: Span) -> range:
    """The tokens that begin in the span."""
    first = bisect_left(parse.tokens, span.start, key=lambda t: t.start)
    return range(first, bisect_left(parse.tokens, span.end, key=lambda t: t.start))


def owner_of(parse: Parse, naming: Naming, noun: int) -> str | None:
    """The state that stands before the noun as its owner or as a nationality: "Tarn’s minister", "Tarnish radio"."""
    states = (naming.state_at(owner) for owner in children(parse, noun, *OWNERS))
    return next((state for state in states if state is not None), None)


def is_of_state(parse: Parse, i: int) -> bool:
    """Whether the noun is for somebody who speaks for a state, or for a house of one."""
    listed = word_list("roles", "officials") | word_list("positions", "speaking")
    return parse.tokens[i].text.lower() in listed or is_organ(parse, i)


def is_organ(parse: Parse, i: int) -> bool:
    """Whether the noun is for a house of a state, or for those who work in one."""
    return parse.tokens[i].lemma in word_list("positions", "organs") or lower(parse, i) in word_list(
        "positions", "organs"
    )
