"""Checks of what an editor answers for: empty cells, repetitions, experts, actors without anything, printed shares."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from builder.knowledge.failed import failed
from builder.knowledge.likeness import LEAST_RATIO, Words, said
from builder.knowledge.looked import Looked, looked, place_of_item
from builder.knowledge.places import BRIEFING_FILE, place_of
from builder.knowledge.references import all_claims, sentence_of
from builder.knowledge.urls import has_own_page, ref_of
from builder.model.claims import (
    CLAIM_KINDS,
    Claim,
    Defect,
    Disagreement,
    Event,
    Evidence,
    Figure,
    Gap,
    Judgement,
    Kind,
    Position,
    Ref,
    Review,
    Rights,
)
from builder.model.ids import ActorId, SourceId
from builder.model.issues import Issue, Location, Severity
from builder.model.knowledge import Knowledge
from builder.reconcile.nearest import shown
from builder.records.schema import Content

STATEMENT_KINDS = (
    Kind.POSITIONS,
    Kind.SUMMARIES,
    Kind.JUDGEMENTS,
    Kind.EVENTS,
    Kind.DISAGREEMENTS,
    Kind.DEFECTS,
)
"""Kinds whose sentence is the editor's own and says what the passage means."""

MOST_REPEATING = 0.1
"""The part of a kind's statements that may repeat their passage."""


def declared_gaps(knowledge: Knowledge, _content: Content) -> Looked:
    """A cell that an editor declared empty has no position, and is declared once."""
    declared = [gap for gap in knowledge.claims.gaps if gap.review is Review.EDITOR]
    filled: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in knowledge.claims.positions:
        filled[position.party, position.issue].append(position)
    first: dict[tuple[str, str], Gap] = {}
    issues: list[Issue] = []
    for gap in declared:
        cell, at = (gap.party, gap.issue), place_of(gap, knowledge.texts)
        other = first.setdefault(cell, gap)
        if cell in filled:
            what = f"{gap.id} says that nobody speaks for {gap.party} on {gap.issue}, but {filled[cell][0].id} does"
            issues.append(Issue(at, "gap-filled", what, "take out the gap, or the position", record=f"gaps/{gap.id}"))
        if other is not gap:
            what = f"{gap.id} declares the same cell as {other.id}"
            issues.append(Issue(at, "duplicate-claim", what, "keep one of the two", record=f"gaps/{gap.id}"))
    return looked(len(declared), issues)


def undeclared_gaps(knowledge: Knowledge, content: Content) -> Looked:
    """Every cell of the matrix has a position or a declared gap, or a record that has an error of its own."""
    subject, lost = knowledge.subject, failed(knowledge, content)
    topics = {topic.id: topic for topic in subject.topics}
    silent = (gap for gap in knowledge.claims.gaps if gap.review is Review.AUTO)
    issues = (
        Issue(
            at=place_of_item(topics[gap.issue], knowledge, content) if gap.issue in topics else Location(BRIEFING_FILE),
            code="gap-undeclared",
            what=f"no position of {gap.party} on {gap.issue}, and no gap says that none is there",
            mend=f"write a position, or under content/gaps/: `- {{id: {gap.id}, party: {gap.party}, issue: {gap.issue}}}`",
            severity=Severity.WARNING,
            record=f"gaps/{gap.id}",
        )
        for gap in silent
        if not lost.may_fill(gap.party, gap.issue, knowledge)
    )
    return looked(len(subject.parties) * len(subject.topics), issues)


def said_once(knowledge: Knowledge, _content: Content) -> Looked:
    """No two records of a kind say the same of the same passage. Quotes are fused before; gaps have no passage."""
    kinds = [kind for kind in CLAIM_KINDS if kind not in (Kind.QUOTES, Kind.GAPS)]
    written = {kind: [c for c in knowledge.claims.of(kind) if c.review is Review.EDITOR] for kind in kinds}
    issues = (issue for claims in written.values() for issue in _said_again(claims, knowledge))
    return looked(sum(map(len, written.values())), issues)


def _said_again(claims: Sequence[Claim], knowledge: Knowledge) -> Iterator[Issue]:
    by_source: dict[SourceId, list[Claim]] = defaultdict(list)
    for claim in claims:
        for source in sorted({passage.source for passage in claim.evidence}):
            by_source[source].append(claim)
    reported: set[Ref] = set()
    for source in sorted(by_source):
        for number, claim in enumerate(by_source[source]):
            other = next((o for o in by_source[source][:number] if _say_the_same(o, claim)), None)
            if other and ref_of(claim) not in reported:
                reported.add(ref_of(claim))
                yield Issue(
                    at=place_of(claim, knowledge.texts),
                    code="duplicate-claim",
                    what=f"{claim.id} says of the same passage what {other.id} says: {shown(sentence_of(other), 80)}",
                    mend=f"keep one of the two, with `formerly: [{claim.id}]` if its address is known",
                    record=str(ref_of(claim)),
                )


def _say_the_same(one: Claim, other: Claim) -> bool:
    if _about(one) != _about(other) or not any(_same_place(p, q) for p in one.evidence for q in other.evidence):
        return False
    return isinstance(one, Figure) or _near(said(sentence_of(one)), said(sentence_of(other)))


def _about(claim: Claim) -> tuple[object, ...]:
    """What two claims that say the same have in common beside their sentence."""
    if isinstance(claim, Position):
        return claim.party, claim.issue
    if isinstance(claim, Judgement):
        return tuple(sorted(claim.experts)), claim.issue
    if isinstance(claim, Event):
        return (claim.date,)
    if isinstance(claim, Figure):
        return claim.value, claim.unit, claim.year
    if isinstance(claim, Disagreement | Defect):
        return (claim.kind,)
    return ()


def _same_place(one: Evidence, other: Evidence) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return one.source == other.source and shared * 2 > min(len(one.text), len(other.text))


def _near(one: Words, other: Words) -> bool:
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= LEAST_RATIO


def statements_say_more(knowledge: Knowledge, content: Content) -> Looked:
    """At most one statement in ten of a kind repeats its passage instead of saying what it means."""
    count, issues, lost = 0, [], failed(knowledge, content)
    for kind in STATEMENT_KINDS:
        statements = [(claim, *pair) for claim in knowledge.claims.of(kind) for pair in _statements(claim)]
        repeating = [(len(words), claim, words) for claim, words, passages in statements if _repeats(words, passages)]
        count += len(statements)
        if kind not in lost.kinds and len(repeating) > MOST_REPEATING * (len(statements) + lost.count(kind)):
            _, claim, words = max(repeating, key=lambda entry: entry[0])
            issues.append(
                Issue(
                    at=place_of(claim, knowledge.texts),
                    code="statement-repeats",
                    what=f"{len(repeating)} of {len(statements)} statements in {kind.value} repeat their passage, "
                    f"most of all {claim.id}: {shown(words, 80)}",
                    mend="say in own words what the passage means; at most one statement in ten may repeat it",
                    severity=Severity.WARNING,
                    record=str(ref_of(claim)),
                )
            )
    return looked(count, issues)


def _statements(claim: Claim) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """The sentences of an editor's record, each with the passages it rests on."""
    if claim.review is Review.AUTO:
        return
    if isinstance(claim, Disagreement):
        yield from ((side.statement, side.evidence) for side in claim.versions)
    else:
        yield sentence_of(claim), claim.evidence


def _repeats(statement: str, passages: Sequence[Evidence]) -> bool:
    words = said(statement)
    return any(
        f" {' '.join(words)} " in f" {' '.join(printed)} " or _near(words, printed)
        for printed in (said(passage.text) for passage in passages)
    )


def experts_are_flagged(knowledge: Knowledge, _content: Content) -> Looked:
    """Whoever judges as an expert is one in the actors' list."""
    actors = {actor.id: actor for actor in knowledge.claims.actors}
    named: Counter[str] = Counter(expert for j in knowledge.claims.judgements for expert in j.experts)
    issues = (
        Issue(
            at=place_of(actors[expert], knowledge.texts),
            code="expert-unflagged",
            what=f"{expert} gives {named[expert]} judgements as an expert and is not marked as one",
            mend="add `expert: true`",
            record=f"actors/{expert}",
        )
        for expert in sorted(named)
        if expert in actors and not actors[expert].expert
    )
    return looked(len(named), issues)


def actors_have_something(knowledge: Knowledge, content: Content) -> Looked:
    """The page of an actor shows at least one claim or mention, as far as all are there that may be."""
    lost = failed(knowledge, content)
    paged = [actor for actor in knowledge.claims.actors if has_own_page(actor)]
    issues = (
        Issue(
            at=place_of(actor, knowledge.texts),
            code="actor-empty",
            what=f"{actor.id} is {actor.importance.value}, but no claim names it and no name of it is found in the sources",
            mend="add its name as printed under `aliases:`, or write `importance: mention`",
            record=f"actors/{actor.id}",
        )
        for actor in paged
        if not knowledge.mentions.get(ActorId(actor.id)) and ref_of(actor) not in knowledge.backlinks
        if not (lost.unread or lost.names(actor.id))
    )
    return looked(len(paged), issues)


def shares_within_limit(knowledge: Knowledge, content: Content) -> Looked:
    """Of an article that is not free to print, no more is printed than the briefing allows."""
    limit = knowledge.subject.published_share_limit
    judged = () if Kind.SOURCES in content.unread else knowledge.sources
    issues = (
        Issue(
            at=place_of_item(source, knowledge, content),
            code="share-over-limit",
            what=f"{knowledge.shares[source.id]:.0%} of the running text of {source.id} is printed; the limit is {limit:.0%}",
            mend="cite shorter passages, give fewer actors a page, or raise `published_share_limit` in briefing.yml",
            severity=Severity.WARNING,
            record=f"sources/{source.id}",
        )
        for source in judged
        if source.rights is Rights.EXCERPT and knowledge.shares.get(source.id, 0.0) > limit
    )
    return looked(len(knowledge.sources), issues)


def everything_reviewed(knowledge: Knowledge, content: Content) -> Looked:
    """How much nobody has ruled on; empty cells, which have a check of their own, left out.

    Nor what an editor's record may be about that has an error of its own.
    """
    every = [claim for claim in all_claims(knowledge.claims) if not isinstance(claim, Gap)]
    lost = failed(knowledge, content)
    open_claims = (claim for claim in every if claim.review is Review.AUTO and not lost.any_of(ref_of(claim).kind))
    autos = Counter(ref_of(claim).kind.value for claim in open_claims)
    if not autos:
        return looked(len(every), ())
    listed = ", ".join(f"{count} in {kind}" for kind, count in sorted(autos.items()))
    issue = Issue(
        at=Location(BRIEFING_FILE),
        code="unreviewed",
        what=f"no editor has ruled on {autos.total()} automatic claims ({listed})",
        mend="write a record for each, or a decision in content/decisions.yml",
        severity=Severity.WARNING,
    )
    return looked(len(every), (issue,))
