"""A claim → the record that an editor would write for it; with the record in `content/` the claim stays what it is."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

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
from builder.records.place import NOWHERE
from builder.records.schema import (
    ActorRecord,
    AgreementRecord,
    DisagreementRecord,
    EventRecord,
    Evidenced,
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

# A claim and its record call their fields the same, but for what is the record's alone.
_NOT_CLAIMED = frozenset({"at", "accept", "evidence"})
_WRITTEN_AS: Mapping[type[Claim], type[Evidenced]] = {
    Actor: ActorRecord,
    Agreement: AgreementRecord,
    Position: PositionRecord,
    Judgement: JudgementRecord,
    Event: EventRecord,
    Figure: FigureRecord,
}


def draft(claim: Claim, texts: Texts) -> Record | None:
    """The record; None of a kind that no finding makes, or where the words of a passage cannot be told from its twins."""
    if isinstance(claim, Quote):
        return _quote(claim, texts)
    if isinstance(claim, Disagreement):
        return _disagreement(claim, texts)
    written = _written(claim.evidence, texts)
    return _evidenced(claim, written) if written else None


def _evidenced(claim: Claim, written: tuple[WrittenEvidence, ...]) -> Record | None:
    """The record with the claim's own fields; only roles are written otherwise than they are claimed."""
    if type(claim) not in _WRITTEN_AS:
        return None
    kind = _WRITTEN_AS[type(claim)]
    own = {field.name: getattr(claim, field.name) for field in fields(kind) if field.name not in _NOT_CLAIMED}
    if isinstance(claim, Actor):
        own["roles"] = tuple(WrittenRole(at=NOWHERE, title=r.title, affiliation=r.affiliation) for r in claim.roles)
    values: dict[str, Any] = {**own, "at": NOWHERE, "evidence": written}
    return kind(**values)


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
        at=NOWHERE,
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
        at=NOWHERE,
        source=written.source,
        text=written.text,
        before=written.before,
        after=written.after,
        speaker=occurrence.speaker if occurrence.speaker != claim.speaker else None,
        speaker_as_given=occurrence.speaker_as_given if several else None,
    )


def _disagreement(claim: Disagreement, texts: Texts) -> Record | None:
    versions = _all(
        WrittenVersion(at=NOWHERE, statement=version.statement, evidence=written) if written else None
        for version in claim.versions
        for written in (_written(version.evidence, texts),)
    )
    if not versions:
        return None
    return DisagreementRecord(
        at=NOWHERE,
        id=claim.id,
        formerly=claim.formerly,
        title=claim.title,
        kind=claim.kind,
        versions=versions,
        issues=claim.issues,
        note=claim.note,
    )
