"""What nobody has ruled on, as records that an editor can paste."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.knowledge.places import location_of
from builder.knowledge.references import all_claims, references
from builder.knowledge.urls import ref_of
from builder.model.claims import Claim, Gap, Kind, Ref, Review
from builder.model.findings import (
    ActorFinding,
    AgreementFinding,
    AttributionFinding,
    EventFinding,
    FigureFinding,
    Finding,
    PositionFinding,
)
from builder.model.ids import SourceId
from builder.model.issues import Location
from builder.model.knowledge import Knowledge
from builder.reconcile import draft
from builder.records.schema import Record

_FOUND_AS: Mapping[Kind, tuple[type[Finding], ...]] = {
    Kind.ACTORS: (ActorFinding, AttributionFinding),
    Kind.QUOTES: (AttributionFinding,),
    Kind.AGREEMENTS: (AgreementFinding,),
    Kind.POSITIONS: (PositionFinding,),
    Kind.JUDGEMENTS: (AttributionFinding,),
    Kind.EVENTS: (EventFinding,),
    Kind.FIGURES: (FigureFinding,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A claim without an editor: the record to paste, the file it belongs to, the place in the article, and why it was found."""

    ref: Ref
    record: Record
    file: str
    at: Location
    reason: str
    sources: tuple[SourceId, ...]


def propose(knowledge: Knowledge, findings: Mapping[SourceId, Sequence[Finding]]) -> tuple[Proposal, ...]:
    """One proposal for each automatic claim, actors first, then list after list; files in order within a list."""
    made = [
        proposal
        for claim in all_claims(knowledge.claims)
        if claim.review is Review.AUTO and not isinstance(claim, Gap)
        if (proposal := _proposal(claim, knowledge, findings)) is not None
    ]
    order = {kind: number for number, kind in enumerate(dict.fromkeys(p.ref.kind for p in made))}
    return tuple(sorted(made, key=lambda p: (order[p.ref.kind], p.file, p.at.path, p.at.line, p.ref.id)))


def of_source(proposals: Sequence[Proposal], source_id: SourceId, knowledge: Knowledge) -> tuple[Proposal, ...]:
    """The proposals that rest on a source, and the actors that these refer to."""
    own = {proposal.ref for proposal in proposals if source_id in proposal.sources}
    named = {ref for one in own for ref, _ in references(knowledge.by_ref[one]) if ref.kind is Kind.ACTORS}
    return tuple(proposal for proposal in proposals if proposal.ref in own | named)


def _proposal(claim: Claim, knowledge: Knowledge, findings: Mapping[SourceId, Sequence[Finding]]) -> Proposal | None:
    record = draft(claim, knowledge.texts)
    if record is None:
        return None
    ref, first = ref_of(claim), claim.evidence[0]
    return Proposal(
        ref=ref,
        record=record,
        file=f"content/{ref.kind.value}/{first.source}.yml",
        at=location_of(first, knowledge.texts[first.source]),
        reason=_reason(claim, ref.kind, findings),
        sources=tuple(dict.fromkeys(passage.source for passage in claim.evidence)),
    )


def _reason(claim: Claim, kind: Kind, findings: Mapping[SourceId, Sequence[Finding]]) -> str:
    """The rules that found it, in the order of the articles."""
    types = _FOUND_AS.get(kind, ())
    if not types:
        return "the sources differ"
    rules = dict.fromkeys(
        finding.rule
        for passage in claim.evidence
        for finding in findings.get(passage.source, ())
        if isinstance(finding, types) and any(span.overlaps(passage.span) for span in finding.spans)
    )
    return ", ".join(rules) or "named in the article"
