"""A record as a possible hit: what heads it, what it is, and the passage that the reader sees."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import singledispatch

from builder.knowledge.urls import ref_of
from builder.model.claims import (
    OMISSION,
    Actor,
    Agreement,
    Claim,
    Defect,
    Disagreement,
    Event,
    Figure,
    Gap,
    Importance,
    Judgement,
    Kind,
    Position,
    Quote,
    Ref,
    Rights,
    Source,
    Summary,
    Term,
)
from builder.model.ids import ActorId, PartyId, SourceId, TopicId
from builder.model.knowledge import Knowledge, Party, Topic
from builder.model.printed_dates import day_in_words
from builder.pages import wording
from builder.pages.search.document import Document, Facet
from builder.pages.search.named import Names, names_of_actor

_ACTOR_WEIGHT: Mapping[Importance, float] = {Importance.CORE: 1.5, Importance.SECONDARY: 1.3, Importance.MENTION: 1.0}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The knowledge, with its parts by id and the names of all."""

    knowledge: Knowledge
    sources: Mapping[SourceId, Source]
    parties: Mapping[PartyId, Party]
    topics: Mapping[TopicId, Topic]
    names: Names

    def actors(self, ids: Iterable[ActorId | None]) -> tuple[Actor, ...]:
        """The actors with these ids; None stands for nobody."""
        found = (self.knowledge.by_ref[Ref(Kind.ACTORS, each)] for each in ids if each)
        return tuple(actor for actor in found if isinstance(actor, Actor))

    def all_names(self, ids: Iterable[ActorId | None]) -> tuple[str, ...]:
        """Every name of these actors."""
        return tuple(name for actor in self.actors(ids) for name in names_of_actor(actor))

    def party_names(self, ids: Iterable[PartyId]) -> tuple[str, ...]:
        """Every name of these parties."""
        return tuple(name for each in ids for name in (self.parties[each].name, *self.parties[each].names))

    def passage(self, claim: Claim) -> str:
        """The words of its passages that may be published, in one line."""
        free = (p.text for p in claim.evidence if self.sources[p.source].rights is not Rights.NONE)
        return OMISSION.join(" ".join(words.split()) for words in dict.fromkeys(free))

    def cited(self, claim: Claim) -> str:
        """The short names of the sources that it rests on."""
        return ", ".join(dict.fromkeys(self.sources[passage.source].label for passage in claim.evidence))


@singledispatch
def record(claim: Claim, shelf: Shelf) -> Document:
    """The document of a record. TypeError for a kind of record that has none."""
    raise TypeError(f"no search document for {type(claim).__name__}: {shelf.passage(claim)}")


@record.register
def _(claim: Judgement, shelf: Shelf) -> Document:
    experts = shelf.actors(claim.experts)
    about = _line(", ".join(actor.name for actor in experts), wording.OUTLOOK[claim.outlook], shelf.cited(claim))
    names = (*shelf.all_names(claim.experts), shelf.topics[claim.issue].name)
    return _hit(shelf, claim, Facet.JUDGEMENTS, claim.statement, about, names)


@record.register
def _(claim: Event, shelf: Shelf) -> Document:
    about = _line(day_in_words(claim.date), wording.EVENT_STATUS[claim.status], shelf.cited(claim))
    return _hit(shelf, claim, Facet.EVENTS, claim.title, about, (claim.date,), weight=1.1)


@record.register
def _(claim: Figure, shelf: Shelf) -> Document:
    about = _line(claim.as_printed, str(claim.year) if claim.year else "", shelf.cited(claim))
    return _hit(shelf, claim, Facet.FIGURES, claim.subject, about)


@record.register
def _(claim: Disagreement, shelf: Shelf) -> Document:
    about = _line(wording.DISAGREEMENT_KIND[claim.kind], shelf.cited(claim))
    versions = tuple(version.statement for version in claim.versions)
    names = (*versions, *(shelf.topics[topic].name for topic in claim.issues))
    return _hit(shelf, claim, Facet.DISAGREEMENTS, claim.title, about, names, weight=1.2)


@record.register
def _(claim: Summary, shelf: Shelf) -> Document:
    return _hit(shelf, claim, Facet.SUMMARIES, claim.statement, shelf.cited(claim), weight=1.1)


@record.register
def _(claim: Term, shelf: Shelf) -> Document:
    return _hit(shelf, claim, Facet.TERMS, claim.name, claim.definition, claim.aliases, weight=1.3)


@record.register
def _(claim: Defect, shelf: Shelf) -> Document:
    about = _line(wording.DEFECT_KIND[claim.kind], shelf.cited(claim))
    return _hit(shelf, claim, Facet.DEFECTS, claim.statement, about, weight=0.7)


@record.register
def _(claim: Gap, shelf: Shelf) -> Document:
    title = f"{shelf.parties[claim.party].name} – {shelf.topics[claim.issue].name}"
    return _hit(shelf, claim, Facet.GAPS, title, wording.WORDS[f"gap_{claim.review.value}"], weight=0.9)


@record.register
def _(actor: Actor, shelf: Shelf) -> Document:
    roles = [", ".join(word for word in (role.title, role.affiliation) if word) for role in actor.roles]
    about = _line(*roles) or wording.ACTOR_KIND[actor.kind]
    parties = [party for party in shelf.parties.values() if party.actor == actor.id]
    names = (*names_of_actor(actor), *shelf.party_names(party.id for party in parties))
    weight = _ACTOR_WEIGHT[actor.importance]
    return _hit(shelf, actor, Facet.ACTORS, actor.name, about, names, weight=weight)


@record.register
def _(quote: Quote, shelf: Shelf) -> Document:
    speaker = next((actor.name for actor in shelf.actors((quote.speaker,))), None)
    names = (
        *shelf.all_names((quote.speaker,)),
        *((quote.speaker_as_given,) if quote.speaker_as_given else ()),
        *(shelf.topics[topic].name for topic in quote.issues),
    )
    title = speaker or quote.speaker_as_given or wording.WORDS["speaker_unnamed"]
    about = _line(wording.QUOTE_KIND[quote.kind], shelf.cited(quote))
    return _hit(shelf, quote, Facet.QUOTES, title, about, names, weight=1.05)


@record.register
def _(agreement: Agreement, shelf: Shelf) -> Document:
    day = day_in_words(agreement.date) if agreement.date else ""
    about = _line(wording.AGREEMENT_KIND[agreement.kind], wording.STATUS[agreement.status], day)
    names = (*shelf.all_names((*agreement.parties, *agreement.signatories)), *agreement.sectors)
    return _hit(shelf, agreement, Facet.AGREEMENTS, agreement.title, about, names, weight=1.3)


@record.register
def _(position: Position, shelf: Shelf) -> Document:
    topic = shelf.topics[position.issue].name
    about = _line(shelf.parties[position.party].name, topic, wording.ATTRIBUTION[position.attribution])
    names = (*shelf.party_names((position.party,)), *shelf.all_names((position.holder,)))
    return _hit(shelf, position, Facet.POSITIONS, position.statement, about, names)


def _hit(
    shelf: Shelf,
    claim: Claim,
    facet: Facet,
    title: str,
    about: str,
    names: tuple[str, ...] = (),
    *,
    weight: float = 1.0,
) -> Document:
    return Document(
        facet=facet,
        url=shelf.knowledge.urls[ref_of(claim)],
        title=title,
        about=about,
        text=shelf.passage(claim),
        names=tuple(name for name in dict.fromkeys(names) if name != title),
        named=shelf.names.in_passages(claim.evidence),
        weight=weight,
    )


def _line(*parts: str) -> str:
    """The parts that there are, side by side."""
    return " · ".join(part for part in parts if part)
