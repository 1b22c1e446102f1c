"""A claim → the record that an editor would write for it; with the record in `content/` the claim stays what it is."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from builder.model.claims import (
    Actor,
    Agreement,
    Claim,
    Disagreement,
    Event,
    Evidence,
    Figure,
    Judgement,
    Occurrence,
    Position,
    Quote,
    QuoteKind,
)
from builder.model.ids import SourceId
from builder.model.text import SourceText
from builder.reconcile.quotes import printed_kind
from builder.reconcile.writing import write_evidence
from builder.records.place import Place
from builder.records.schema import (
    ActorRecord,
    AgreementRecord,
    DisagreementRecord,
    EventRecord,
    FigureRecord,
    JudgementRecord,
    PositionRecord,
    QuoteRecord,
    Record,
    WrittenEvidence,
    WrittenOccurrence,
    WrittenRole,
    WrittenVersion,
)

Texts = Mapping[SourceId, SourceText]
T = TypeVar("T")

_NOWHERE = Place("", 1)


def draft(claim: Claim, texts: Texts) -> Record | None:
    """The record; None of a kind that no finding makes, or where the words of a passage cannot be told from its twins."""
    if isinstance(claim, Quote):
        return _quote(claim, texts)
    if isinstance(claim, Disagreement):
        return _disagreement(claim, texts)
    written = _written(claim.evidence, texts)
    return _evidenced(claim, written) if written else None


def _evidenced(claim: Claim, written: tuple[WrittenEvidence, ...]) -> Record | None:
    if isinstance(claim, Actor):
        return _actor(claim, written)
    if isinstance(claim, Agreement):
        return _agreement(claim, written)
    if isinstance(claim, Position):
        return _position(claim, written)
    if isinstance(claim, Judgement):
        return _judgement(claim, written)
    if isinstance(claim, Event):
        return _event(claim, written)
    return _figure(claim, written) if isinstance(claim, Figure) else None


def _written(passages: Iterable[Evidence], texts: Texts) -> tuple[WrittenEvidence, ...]:
    return _all(write_evidence((passage,), texts) for passage in passages)


def _all(found: Iterable[T | None]) -> tuple[T, ...]:
    """All of them; none where one is missing."""
    items = tuple(found)
    return tuple(item for item in items if item is not None) if None not in items else ()


def _quote(claim: Quote, texts: Texts) -> Record | None:
    printings = _all(_occurrence(occurrence, claim, texts) for occurrence in claim.occurrences)
    if not printings:
        return None
    if len(printings) > 1:
        printings = (replace(printings[0], cue=claim.cue), *printings[1:])
    kinds = {printed_kind(one.parts, texts[one.source]) for one in claim.occurrences}
    return QuoteRecord(
        at=_NOWHERE,
        id=claim.id,
        formerly=claim.formerly,
        kind=claim.kind if kinds == {claim.kind} else QuoteKind.PARTIAL,
        speaker=claim.speaker,
        speaker_as_given=claim.speaker_as_given if len(printings) == 1 else None,
        cue=claim.cue if len(printings) == 1 else None,
        issues=claim.issues,
        about=claim.about,
        evidence=printings,
    )


def _occurrence(occurrence: Occurrence, claim: Quote, texts: Texts) -> WrittenOccurrence | None:
    written = write_evidence(occurrence.parts, texts)
    if written is None:
        return None
    several = len(claim.occurrences) > 1
    return WrittenOccurrence(
        at=_NOWHERE,
        source=written.source,
        text=written.text,
        before=written.before,
        after=written.after,
        speaker=occurrence.speaker if occurrence.speaker != claim.speaker else None,
        speaker_as_given=occurrence.speaker_as_given if several else None,
    )


def _disagreement(claim: Disagreement, texts: Texts) -> Record | None:
    versions = _all(
        WrittenVersion(at=_NOWHERE, statement=version.statement, evidence=written) if written else None
        for version in claim.versions
        for written in (_written(version.evidence, texts),)
    )
    if not versions:
        return None
    return DisagreementRecord(
        at=_NOWHERE,
        id=claim.id,
        formerly=claim.formerly,
        title=claim.title,
        kind=claim.kind,
        versions=versions,
        issues=claim.issues,
        note=claim.note,
    )


def _actor(claim: Actor, written: tuple[WrittenEvidence, ...]) -> ActorRecord:
    return ActorRecord(
        at=_NOWHERE,
        id=claim.id,
        formerly=claim.formerly,
        name=claim.name,
        kind=claim.kind,
        party=claim.party,
        roles=tuple(WrittenRole(at=_NOWHERE, title=r.title, affiliation=r.affiliation) for r in claim.roles),
        aliases=claim.aliases,
        importance=claim.importance,
        expert=claim.expert,
        evidence=written,
    )


def _agreement(claim: Agreement, written: tuple[WrittenEvidence, ...]) -> AgreementRecord:
    return AgreementRecord(
        at=_NOWHERE,
        id=claim.id,
        formerly=claim.formerly,
        title=claim.title,
        kind=claim.kind,
        parties=claim.parties,
        signatories=claim.signatories,
        sectors=claim.sectors,
        date=claim.date,
        status=claim.status,
        note=claim.note,
        evidence=written,
    )


def _position(claim: Position, written: tuple[WrittenEvidence, ...]) -> PositionRecord:
    return PositionRecord(
        at=_NOWHERE,
        id=claim.id,
        formerly=claim.formerly,
        party=claim.party,
        issue=claim.issue,
        statement=claim.statement,
        attribution=claim.attribution,
        holder=claim.holder,
        note=claim.note,
        evidence=written,
    )


def _judgement(claim: Judgement, written: tuple[WrittenEvidence, ...]) -> JudgementRecord:
    return JudgementRecord(
        at=_NOWHERE,
        id=claim.id,
        formerly=claim.formerly,
        statement=claim.statement,
        experts=claim.experts,
        issue=claim.issue,
        outlook=claim.outlook,
        evidence=written,
    )


def _event(claim: Event, written: tuple[WrittenEvidence, ...]) -> EventRecord:
    return EventRecord(
        at=_NOWHERE,
        id=claim.id,
        formerly=claim.formerly,
        title=claim.title,
        date=claim.date,
        precision=claim.precision,
        status=claim.status,
        evidence=written,
    )


def _figure(claim: Figure, written: tuple[WrittenEvidence, ...]) -> FigureRecord:
    return FigureRecord(
        at=_NOWHERE,
        id=claim.id,
        formerly=claim.formerly,
        subject=claim.subject,
        value=claim.value,
        unit=claim.unit,
        as_printed=claim.as_printed,
        qualifier=claim.qualifier,
        year=claim.year,
        group=claim.group,
        evidence=written,
    )
