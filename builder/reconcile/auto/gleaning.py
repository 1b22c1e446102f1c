"""All findings → all automatic claims."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from builder.model.claims import Actor, Claim, Claims, Importance
from builder.model.findings import (
    ActorFinding,
    AgreementFinding,
    AttributionFinding,
    EventFinding,
    FigureFinding,
    Finding,
    PositionFinding,
    TurnFinding,
    of_type,
)
from builder.model.ids import ActorId, SourceId, free_id
from builder.model.issues import Issue
from builder.reconcile.auto.actors import Cast, cast_of, stranger
from builder.reconcile.auto.dated import agreements_of, events_of
from builder.reconcile.auto.figures import figures_of
from builder.reconcile.auto.ground import Ground
from builder.reconcile.auto.names import Names
from builder.reconcile.auto.positions import judgements_of, positions_of
from builder.reconcile.auto.quotes import is_speech, quotes_of
from builder.reconcile.matching import in_declared_gaps, unmatched

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, slots=True)
class Gleaned:
    """The automatic claims; the names by which the editor's actors and the automatic ones are known; what is amiss."""

    claims: Claims
    names: Names
    issues: tuple[Issue, ...] = ()


def glean(findings: Mapping[SourceId, Sequence[Finding]], editors: Claims, ground: Ground) -> Gleaned:
    """An automatic claim for each finding that no record of the editor's has taken."""
    every = [finding for source_id in sorted(findings) for finding in findings[source_id]]
    attributions = of_type(every, AttributionFinding)
    cast = _with_strangers(cast_of(of_type(every, ActorFinding), editors.actors, ground), attributions, ground)
    quotes = tuple(quotes_of(attributions, of_type(every, TurnFinding), cast.names, ground))
    positions, issues = in_declared_gaps(positions_of(of_type(every, PositionFinding), cast.names, ground), editors)
    found = Claims(
        actors=cast.actors,
        quotes=quotes,
        agreements=tuple(agreements_of(of_type(every, AgreementFinding), cast.names, ground)),
        positions=positions,
        judgements=tuple(judgements_of(quotes, (*editors.actors, *cast.actors), ground)),
        events=tuple(events_of(of_type(every, EventFinding), ground)),
        figures=tuple(figures_of(of_type(every, FigureFinding), ground)),
    )
    return Gleaned(_with_importance(unmatched(found, editors)), cast.names, issues)


def _with_strangers(cast: Cast, attributions: Iterable[AttributionFinding], ground: Ground) -> Cast:
    """The cast, and those who speak although nothing else was found about them."""
    taken = {actor.id for actor in cast.actors}
    added: list[Actor] = []
    for finding in attributions:
        if finding.speaker is None or cast.names.knows(finding.speaker):
            continue
        if not is_speech(finding, ground.texts[finding.source]):
            continue
        actor = stranger(finding.speaker, finding.source, finding.reach, ground.texts)
        if actor is None:
            continue
        actor = replace(actor, id=free_id(actor.name, taken))
        cast.names.add(finding.speaker, ActorId(actor.id))
        added.append(actor)
    return Cast((*cast.actors, *added), cast.names)


def _with_importance(claims: Claims) -> Claims:
    """Who is quoted, or signs, is more than mentioned."""
    active = {quote.speaker for quote in claims.quotes} | {position.holder for position in claims.positions}
    actors = tuple(
        replace(actor, importance=Importance.SECONDARY)
        if actor.importance is Importance.MENTION and actor.id in active
        else actor
        for actor in claims.actors
    )
    return with_unique_ids(replace(claims, actors=actors))


def with_unique_ids(claims: Claims) -> Claims:
    """The claims with each id once in its list: of two the first is kept, for they say the same in the same surroundings."""
    return replace(
        claims,
        quotes=_once(claims.quotes),
        agreements=_once(claims.agreements),
        positions=_once(claims.positions),
        judgements=_once(claims.judgements),
        events=_once(claims.events),
        figures=_once(claims.figures),
    )


def _once(claims: Iterable[C]) -> tuple[C, ...]:
    first: dict[str, C] = {}
    for claim in claims:
        first.setdefault(claim.id, claim)
    return tuple(first[claim_id] for claim_id in sorted(first))
