"""Records → claims, kind by kind, each with the case that notes what is wrong with it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from builder.model.claims import Claim, Claims
from builder.reconcile import claims as kinds
from builder.reconcile.case import Case, Desk
from builder.reconcile.figures import build_figure
from builder.reconcile.quotes import build_quote
from builder.records.schema import Record, Records

R = TypeVar("R", bound=Record)
C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, slots=True)
class _Ruling(Generic[C]):
    """What came of one record."""

    case: Case
    claim: C | None


def judge_all(records: Records, desk: Desk) -> tuple[Claims, tuple[Case, ...]]:
    """The claims of the records that hold, and the case of every record."""
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
        claim = build(record, case)
        rulings.append(_Ruling(case, replace(claim, beside=tuple(dict.fromkeys(case.beside))) if claim else None))
    return tuple(rulings)


def _claims(rulings: Iterable[_Ruling[C]]) -> tuple[C, ...]:
    return tuple(sorted((ruling.claim for ruling in rulings if ruling.claim), key=lambda claim: claim.id))
