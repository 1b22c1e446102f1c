"""Which finding an editor has ruled on: words he rejected, records of his that it overlaps."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from builder.model.claims import (
    CLAIM_KINDS,
    Agreement,
    Claim,
    Claims,
    Event,
    Evidence,
    Figure,
    Judgement,
    Kind,
    Position,
    Quote,
    QuoteKind,
    Review,
)
from builder.model.findings import ActorFinding, Finding
from builder.model.ids import SourceId
from builder.model.issues import Issue, Severity
from builder.model.text import SourceText, Span, union_length, words_of
from builder.reconcile.nearest import shown
from builder.reconcile.passages import find
from builder.records.schema import Decision

Findings = Mapping[SourceId, Sequence[Finding]]
C = TypeVar("C", bound=Claim)

SETTLING = frozenset({"rejected", "postponed", "explained"})
"""The rulings after which a finding makes no claim and needs no record."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """The findings on which no decision rules, and what is wrong with the decisions."""

    findings: Findings
    issues: tuple[Issue, ...]


def rule_out(findings: Findings, decisions: Iterable[Decision], texts: Mapping[SourceId, SourceText]) -> Ruled:
    """Leave out what the editor decided on. A decision on words that no longer stand, or reject nothing, is a warning."""
    rulings = tuple(decision for decision in decisions if decision.ruling in SETTLING)
    by_source: dict[str, list[Decision]] = defaultdict(list)
    for ruling in rulings:
        by_source[ruling.source].append(ruling)
    used: set[Decision] = set()
    kept: dict[SourceId, tuple[Finding, ...]] = {}
    for source_id, found in findings.items():
        text = texts[source_id]
        places = {ruling: find(ruling.text, text).whole for ruling in by_source[source_id]}
        rest = []
        for finding in found:
            deciding = [ruling for ruling, where in places.items() if _rules_on(ruling, where, finding)]
            used.update(deciding)
            if not deciding:
                rest.append(finding)
        kept[source_id] = tuple(rest)
    return Ruled(kept, tuple(_stale(ruling, texts) for ruling in rulings if _is_stale(ruling, used, findings, texts)))


def _rules_on(ruling: Decision, places: Sequence[Span], finding: Finding) -> bool:
    """Whether the decision's words hold half of the finding or more; of an actor, whether they are its name."""
    if ruling.kind is not None and ruling.kind != finding.KIND.value:
        return False
    if isinstance(finding, ActorFinding):
        words = words_of(ruling.text)
        held = all(any(place.holds(span) for place in places) for span in finding.spans)
        return words == words_of(finding.name) or held
    return overlaps_half(finding.spans, places)


def _is_stale(ruling: Decision, used: set[Decision], findings: Findings, texts: Mapping[SourceId, SourceText]) -> bool:
    text = texts.get(SourceId(ruling.source))
    if text is None or not find(ruling.text, text).whole:
        return True
    return ruling.ruling == "rejected" and ruling not in used and text.id in findings


def _stale(ruling: Decision, texts: Mapping[SourceId, SourceText]) -> Issue:
    text = texts.get(SourceId(ruling.source))
    if text is None:
        what = f"there is no source {ruling.source} for the decision on {shown(ruling.text, 80)}"
    elif not find(ruling.text, text).whole:
        what = f"these words no longer stand in source {ruling.source}: {shown(ruling.text, 80)}"
    else:
        what = f"nothing is found any more in these words of source {ruling.source}: {shown(ruling.text, 80)}"
    mend = "take the decision out, or copy the words it is about as printed"
    return Issue(ruling.at.of("text"), "decision-stale", what, mend, Severity.WARNING)


def overlaps_half(spans: Sequence[Span], others: Iterable[Span]) -> bool:
    """Whether the others hold half of the code points of the spans or more."""
    common = [shared for other in others for span in spans if (shared := span.intersection(other))]
    return bool(common) and union_length(common) * 2 >= union_length(spans)


def unmatched(found: Claims, editors: Claims) -> Claims:
    """The automatic claims that no record of the editor's has taken, each thing said once."""
    lists = {kind.value: _unmatched(found.of(kind), editors, kind) for kind in CLAIM_KINDS}
    return replace(found, **lists)  # type: ignore[arg-type]  # a list keeps its kind when some are left out


def _unmatched(found: Sequence[C], editors: Claims, kind: Kind) -> tuple[C, ...]:
    written = [claim for claim in _records_that_take(kind, editors) if claim.review is Review.EDITOR]
    ids = {known for claim in editors.of(kind) for known in (claim.id, *claim.formerly)}
    near = _Places(written)
    kept = _Places(())
    rest = []
    for claim in found:
        same = _SAME.get(kind)
        if claim.id in ids:
            continue
        if same is None:
            rest.append(claim)
        elif not any(same(claim, other) for other in near.beside(claim)) and not any(
            same(claim, other) for other in kept.beside(claim)
        ):
            rest.append(claim)
            kept.add(claim)
    return tuple(rest)


def _records_that_take(kind: Kind, editors: Claims) -> Iterator[Claim]:
    """A figure or a date that any record cites has been read by its editor.

    So has what somebody is reported to have said where a position or a judgement cites it. Of other kinds their own
    records count.
    """
    also: dict[Kind, tuple[Kind, ...]] = {Kind.QUOTES: (Kind.QUOTES, Kind.POSITIONS, Kind.JUDGEMENTS)}
    if kind in (Kind.FIGURES, Kind.EVENTS):
        also[kind] = CLAIM_KINDS
    for taking in also.get(kind, (kind,)):
        yield from editors.of(taking)


class _Places:
    """Claims by the source and the stretch of a thousand code points in which passages of theirs lie."""

    _STRETCH = 1000

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._by_place: dict[tuple[SourceId, int], dict[str, Claim]] = defaultdict(dict)
        for claim in claims:
            self.add(claim)

    def add(self, claim: Claim) -> None:
        for place in self._stretches(claim):
            self._by_place[place][f"{type(claim).__name__} {claim.id}"] = claim

    def beside(self, claim: Claim) -> Iterable[Claim]:
        """Claims that may overlap this one, in the order in which they came."""
        found: dict[str, Claim] = {}
        for place in self._stretches(claim):
            found.update(self._by_place.get(place, {}))
        return found.values()

    def _stretches(self, claim: Claim) -> Iterator[tuple[SourceId, int]]:
        for passage in claim.evidence:
            for stretch in range(passage.start // self._STRETCH, (passage.end - 1) // self._STRETCH + 1):
                yield passage.source, stretch


def _shared(one: Claim, other: Claim) -> int:
    """How many code points of the one's passages the other's hold."""
    return union_length(
        shared
        for p in one.evidence
        for q in other.evidence
        if p.source == q.source and (shared := p.span.intersection(q.span))
    )


def _half(one: Claim, other: Claim) -> bool:
    """Whether they share half of the shorter one, in code points of their passages."""
    shared = _shared(one, other)
    return shared > 0 and shared * 2 >= min(_length(one.evidence), _length(other.evidence))


def _most(one: Claim, other: Claim) -> bool:
    """Whether the other's passages hold half of the one's or more."""
    shared = _shared(one, other)
    return shared > 0 and shared * 2 >= _length(one.evidence)


def _length(passages: Iterable[Evidence]) -> int:
    return sum(len(passage.text) for passage in passages)


def _same_utterance(one: Claim, other: Claim) -> bool:
    """Another split of the same words is the same utterance; what is quoted within it from somebody else is not."""
    assert isinstance(one, Quote)
    if not isinstance(other, Quote):
        return one.kind is QuoteKind.INDIRECT and _most(one, other)
    if one.speaker is not None and one.speaker == other.speaker:
        return _shared(one, other) > 0
    return _half(one, other) and (other.review is Review.EDITOR or one.speaker is None)


def _same_cell(one: Claim, other: Claim) -> bool:
    """The same passage in the same cell; an editor who put it into one of a party's cells has read it for all of them."""
    assert isinstance(one, Position)
    assert isinstance(other, Position)
    if other.review is Review.EDITOR and one.party == other.party:
        return _half(one, other)
    return (one.party, one.issue) == (other.party, other.issue) and _half(one, other)


def _same_agreement(one: Claim, other: Claim) -> bool:
    if other.review is Review.EDITOR:
        return _half(one, other)
    assert isinstance(one, Agreement)
    assert isinstance(other, Agreement)
    return _shared(one, other) > 0 and words_of(one.title) == words_of(other.title)


def _same_event(one: Claim, other: Claim) -> bool:
    if not isinstance(other, Event):
        return _shared(one, other) == _length(one.evidence[-1:])
    assert isinstance(one, Event)
    return _shared(one, other) > 0 and (one.date == other.date or _half(one, other))


def _same_figure(one: Claim, other: Claim) -> bool:
    """The same number in the same words; a record of another kind takes a figure when it cites its number."""
    assert isinstance(one, Figure)
    if isinstance(other, Figure):
        return _shared(one, other) > 0 and (one.value, one.unit) == (other.value, other.unit)
    return any(
        q.source == p.source and q.span.overlaps(p.span) and one.as_printed in " ".join(q.text.split())
        for p in one.evidence
        for q in other.evidence
    )


def _same_judgement(one: Claim, other: Claim) -> bool:
    assert isinstance(one, Judgement)
    assert isinstance(other, Judgement)
    return bool(set(one.experts) & set(other.experts)) and _shared(one, other) > 0


_SAME: Mapping[Kind, Callable[[Claim, Claim], bool]] = {
    Kind.QUOTES: _same_utterance,
    Kind.POSITIONS: _same_cell,
    Kind.AGREEMENTS: _same_agreement,
    Kind.EVENTS: _same_event,
    Kind.FIGURES: _same_figure,
    Kind.JUDGEMENTS: _same_judgement,
}


def in_declared_gaps(positions: Iterable[Position], editors: Claims) -> tuple[tuple[Position, ...], tuple[Issue, ...]]:
    """The positions outside the cells that an editor declared empty, and an issue for each of those cells."""
    declared = {(gap.party, gap.issue): gap for gap in editors.gaps if gap.review is Review.EDITOR}
    kept: list[Position] = []
    issues: dict[str, Issue] = {}
    for position in positions:
        gap = declared.get((position.party, position.issue))
        if gap is None or gap.at is None:
            kept.append(position)
            continue
        passage = position.evidence[0]
        words = " ".join(passage.text.split())
        what = f"{gap.id} says that nobody speaks for {gap.party} on {gap.issue}, but this was found in source {passage.source}: {shown(words)}"
        mend = "take out the gap, or reject the words under content/decisions.yml"
        issues.setdefault(gap.id, Issue(gap.at, "gap-filled", what, mend, Severity.WARNING, f"gaps/{gap.id}"))
    return tuple(kept), tuple(issues.values())
