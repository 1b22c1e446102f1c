"""What a page asks of all claims, looked up in one pass for all pages: who says, holds, signs or judges what, and who is named where."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from builder.knowledge.references import names_of
from builder.model.claims import (
    Actor,
    ActorKind,
    Agreement,
    Claim,
    Event,
    Evidence,
    Figure,
    Gap,
    Judgement,
    Position,
    Quote,
)
from builder.model.ids import ActorId, PartyId, SourceId, TopicId
from builder.model.knowledge import Knowledge, Mention
from builder.pages.levels import Levels

K = TypeVar("K", bound=Hashable)
C = TypeVar("C", bound=Claim)
Cell = tuple[PartyId, TopicId]

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Claims by what pages look them up by; every row is in the order of the claims. What is nowhere has no row.

    `quotes_about` are those of others that name the actor or are about the party that it is; `events_naming` those whose
    passages name it. `judged` has the judgements of each expert, `figures_in` the figures with a passage in a source.
    """

    quotes_by: Mapping[ActorId, tuple[Quote, ...]]
    quotes_about: Mapping[ActorId, tuple[Quote, ...]]
    quotes_on: Mapping[TopicId, tuple[Quote, ...]]
    positions_by: Mapping[ActorId, tuple[Position, ...]]
    positions_in: Mapping[Cell, tuple[Position, ...]]
    gaps_in: Mapping[Cell, tuple[Gap, ...]]
    agreements_of: Mapping[ActorId, tuple[Agreement, ...]]
    events_naming: Mapping[ActorId, tuple[Event, ...]]
    judged: Mapping[ActorId, tuple[Judgement, ...]]
    figures_in: Mapping[SourceId, tuple[Figure, ...]]
    people: "People"
    levels: Levels


def find_claims(knowledge: Knowledge) -> Found:
    """Everything that `Found` holds."""
    claims = knowledge.claims
    naming = Naming(knowledge.mentions)
    actors = {party.id: party.actor for party in knowledge.subject.parties if party.actor}

    def about(quote: Quote) -> Iterable[ActorId]:
        speakers = set(_speakers(quote))
        of_parties = (actors[party] for party in quote.about if party in actors)
        return (one for one in (*naming.actors(quote), *of_parties) if one not in speakers)

    return Found(
        quotes_by=_rows(claims.quotes, _speakers),
        quotes_about=_rows(claims.quotes, about),
        quotes_on=_rows(claims.quotes, lambda quote: quote.issues),
        positions_by=_rows(claims.positions, lambda position: (position.holder,) if position.holder else ()),
        positions_in=_rows(claims.positions, lambda position: ((position.party, position.issue),)),
        gaps_in=_rows(claims.gaps, lambda gap: ((gap.party, gap.issue),)),
        agreements_of=_rows(claims.agreements, lambda agreement: (*agreement.parties, *agreement.signatories)),
        events_naming=_rows(claims.events, naming.actors),
        judged=_rows(claims.judgements, lambda judgement: judgement.experts),
        figures_in=_rows(claims.figures, lambda figure: (passage.source for passage in figure.evidence)),
        people=People(claims.actors),
        levels=Levels(claims),
    )


def _rows(claims: Iterable[C], keys: Callable[[C], Iterable[K]]) -> Mapping[K, tuple[C, ...]]:
    rows: dict[K, list[C]] = defaultdict(list)
    for claim in claims:
        for key in dict.fromkeys(keys(claim)):
            rows[key].append(claim)
    return {key: tuple(row) for key, row in rows.items()}


def _speakers(quote: Quote) -> Iterator[ActorId]:
    for speaker in (quote.speaker, *(printing.speaker for printing in quote.occurrences)):
        if speaker is not None:
            yield speaker


class Naming:
    """The places at which actors are named, by source and in order."""

    def __init__(self, mentions: Mapping[ActorId, Iterable[Mention]]) -> None:
        self._places: dict[SourceId, list[tuple[int, int, ActorId]]] = defaultdict(list)
        for actor, row in mentions.items():
            for mention in row:
                self._places[mention.source].extend((place.start, place.end, actor) for place in mention.places)
        for places in self._places.values():
            places.sort()

    def actors(self, claim: Claim) -> Iterator[ActorId]:
        """Who is named in the claim's own passages."""
        for passage in claim.evidence:
            yield from self.actors_in(passage)

    def actors_in(self, passage: Evidence) -> Iterator[ActorId]:
        """Who is named in a passage, once for each place."""
        places = self._places.get(passage.source, [])
        for number in range(bisect_left(places, (passage.start,)), len(places)):
            start, end, actor = places[number]
            if start >= passage.end:
                return
            if end <= passage.end:
                yield actor


class People:
    """The names of people, by their words, so that looking one up does not try them all."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._by_words: dict[tuple[str, ...], list[tuple[int, ActorId, str]]] = defaultdict(list)
        for number, actor in enumerate(actors):
            for name in names_of(actor) if actor.kind is ActorKind.PERSON else ():
                self._by_words[tuple(_WORD.findall(name))].append((number, ActorId(actor.id), name))
        self._longest = max(map(len, self._by_words), default=0)

    def named_in(self, words: str) -> tuple[ActorId, ...]:
        """The people of whom a name stands in the words, letter for letter, in the order of the actors."""
        said = _WORD.findall(words)
        runs = {tuple(said[at : at + length]) for at in range(len(said) + 1) for length in range(self._longest + 1)}
        found = {
            (number, actor)
            for run in runs
            for number, actor, name in self._by_words.get(run, ())
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)
        }
        return tuple(actor for _, actor in sorted(found))
