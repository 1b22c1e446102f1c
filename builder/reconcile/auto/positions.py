"""Findings of positions → automatic positions; what an expert is quoted with → automatic judgements."""

from collections.abc import Iterable, Iterator

from builder.analyse.lexicons import word_list
from builder.model.claims import OMISSION, Actor, Judgement, Outlook, Position, Quote, Review
from builder.model.findings import PositionFinding
from builder.model.ids import ActorId, PartyId, TopicId
from builder.model.text import words_of
from builder.reconcile.auto.about import main_topic
from builder.reconcile.auto.ground import Ground, claim_id, passages_at
from builder.reconcile.auto.names import Names

_LEAST_WORDS = 8  # of a judgement


def positions_of(findings: Iterable[PositionFinding], names: Names, ground: Ground) -> Iterator[Position]:
    """A position for each finding in a cell of the briefing."""
    parties, topics = {party.id for party in ground.parties}, {topic.id for topic in ground.topics}
    for finding in findings:
        passages = passages_at(ground.texts[finding.source], finding.spans)
        if not passages or finding.party not in parties or finding.issue not in topics:
            continue
        statement = OMISSION.join(passage.text for passage in passages)
        yield Position(
            id=claim_id(statement, finding.source, finding.party, finding.issue),
            evidence=passages,
            review=Review.AUTO,
            party=PartyId(finding.party),
            issue=TopicId(finding.issue),
            statement=statement,
            attribution=finding.attribution,
            holder=names.find(finding.holder),
        )


def judgements_of(quotes: Iterable[Quote], actors: Iterable[Actor], ground: Ground) -> Iterator[Judgement]:
    """A judgement for each thing an expert is quoted with that is about an issue; a word of the future makes a prediction."""
    experts = {ActorId(actor.id) for actor in actors if actor.expert}
    for quote in quotes:
        topic = main_topic(quote.text, ground.topics)
        words = words_of(quote.text)
        if quote.speaker not in experts or quote.speaker is None or topic is None or len(words) < _LEAST_WORDS:
            continue
        ahead = not word_list("outlook", "ahead").isdisjoint(words)
        yield Judgement(
            id=claim_id(quote.text, *(part.source for part in quote.evidence[:1]), "judgement"),
            evidence=quote.evidence,
            review=Review.AUTO,
            statement=quote.text,
            experts=(quote.speaker,),
            issue=topic,
            outlook=Outlook.PREDICTION if ahead else Outlook.ASSESSMENT,
        )
