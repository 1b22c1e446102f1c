"""All records → claims, and everything that is wrong with them in one run."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from builder.model.claims import Claim, Claims, Kind, Ref, Rights, Source
from builder.model.ids import ActorId, SourceId
from builder.model.issues import Issue, Severity
from builder.model.text import SourceText
from builder.reconcile import claims as kinds
from builder.reconcile.case import Case, Desk, is_loss, known_ids, unknown_id
from builder.reconcile.figures import build_figure
from builder.reconcile.quotes import build_quote
from builder.reconcile.withholding import without
from builder.records.drafts import is_told, with_drafts
from builder.records.schema import BriefingFile, Content, Record, Records

R = TypeVar("R", bound=Record)
C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Claims of the editor's records that hold, what is wrong with the others, and how much was verified.

    `withheld` names the records left out because words of theirs no longer stand, where the briefing asks for that.
    """

    claims: Claims
    issues: tuple[Issue, ...]
    checks: Mapping[str, int]
    withheld: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class _Ruling(Generic[C]):
    """What came of one record."""

    case: Case
    claim: C | None


def reconcile(sources: Sequence[Source], texts: Mapping[SourceId, SourceText], content: Content) -> Reconciled:
    """Hold every record against the texts and against each other. A record with an error makes no claim.

    What is sound of records that could not be read whole is held against them too, for what else is wrong there.
    """
    records, briefing = content.records, content.briefing
    written = with_drafts(content)
    desk = Desk(
        texts=texts,
        withheld_sources=frozenset(source.id for source in sources if source.rights is Rights.NONE),
        unread_sources=frozenset(record.id for record in written.sources if record.id not in texts),
        known=known_ids(written, briefing),
    )
    claims, cases = _judge_all(records, desk)
    _, drafts = _judge_all(content.drafts, replace(desk, drafts=True))
    withhold = briefing is not None and briefing.on_lost_evidence == "withhold"
    lost = tuple(case.ref for case in cases if withhold and case.lost)
    left_out = frozenset(ActorId(actor.id) for actor in records.actors) - {actor.id for actor in claims.actors}
    claims, dependent = without(claims, left_out)
    issues = [issue for case in (*cases, *drafts) for issue in _issues(case, withhold=withhold)]
    issues.extend(_party_actors(briefing, desk))
    checks = Counter({"records": len(cases)})
    for case in cases:
        checks.update(case.checks)
    return Reconciled(
        claims=claims,
        issues=tuple(sorted(issues)),
        checks={check: count for check, count in sorted(checks.items()) if count},
        withheld=tuple(sorted({*lost, *(dependent if withhold else ())})),
    )


def _judge_all(records: Records, desk: Desk) -> tuple[Claims, tuple[Case, ...]]:
    actors = _judge(records.actors, kinds.build_actor, desk)
    quotes = _judge(records.quotes, build_quote, desk)
    agreements = _judge(records.agreements, kinds.build_agreement, desk)
    positions = _judge(records.positions, kinds.build_position, desk)
    summaries = _judge(records.summaries, kinds.build_summary, desk)
    judgements = _judge(records.judgements, kinds.build_judgement, desk)
    events = _judge(records.events, kinds.build_event, desk)
    figures = _judge(records.figures, build_figure, desk)
    disagreements = _judge(records.disagreements, kinds.build_disagreement, desk)
    defects = _judge(records.defects, kinds.build_defect, desk)
    gaps = _judge(records.gaps, kinds.build_gap, desk)
    terms = _judge(records.terms, kinds.build_term, desk)
    claims = Claims(
        actors=_claims(actors),
        quotes=_claims(quotes),
        agreements=_claims(agreements),
        positions=_claims(positions),
        summaries=_claims(summaries),
        judgements=_claims(judgements),
        events=_claims(events),
        figures=_claims(figures),
        disagreements=_claims(disagreements),
        defects=_claims(defects),
        gaps=_claims(gaps),
        terms=_claims(terms),
    )
    every = (actors, quotes, agreements, positions, summaries, judgements)
    more = (events, figures, disagreements, defects, gaps, terms)
    return claims, tuple(ruling.case for rulings in (*every, *more) for ruling in rulings)


def _judge(records: Sequence[R], build: Callable[[R, Case], C | None], desk: Desk) -> tuple[_Ruling[C], ...]:
    rulings = []
    for record in records:
        case = Case(record, desk)
        rulings.append(_Ruling(case, build(record, case)))
    return tuple(rulings)


def _claims(rulings: Iterable[_Ruling[C]]) -> tuple[C, ...]:
    return tuple(sorted((ruling.claim for ruling in rulings if ruling.claim), key=lambda claim: claim.id))


def _issues(case: Case, *, withhold: bool) -> Iterable[Issue]:
    """The issues of a record; where lost words only withhold it, those are warnings."""
    for issue in case.issues:
        if is_told(issue.at):
            continue
        if withhold and is_loss(issue):
            yield replace(issue, severity=Severity.WARNING)
        else:
            yield issue


def _party_actors(briefing: BriefingFile | None, desk: Desk) -> Iterable[Issue]:
    """Parties of `briefing.yml` whose actor has no record."""
    for party in briefing.parties if briefing else ():
        if party.actor is not None and party.actor not in desk.known.actors:
            renamed = desk.known.renamed[Kind.ACTORS].get(party.actor)
            yield unknown_id(party.actor, desk.known.actors, Kind.ACTORS, party.at.of("actor"), renamed)
