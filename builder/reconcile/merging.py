"""The editor's claims and what was found in the articles, brought together: the editor's win, the rest is automatic."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from builder.model.claims import CLAIM_KINDS, Claim, Claims, Kind
from builder.model.ids import ActorId, PartyId, TopicId
from builder.model.issues import Issue
from builder.model.knowledge import Party, Topic
from builder.reconcile.auto import Ground, glean
from builder.reconcile.case import Desk, known_ids
from builder.reconcile.drafts import draft
from builder.reconcile.gate import hold_against_findings
from builder.reconcile.judging import judge_all
from builder.reconcile.matching import Findings, rule_out
from builder.reconcile.withholding import without
from builder.records.schema import BriefingFile, Content, Record, Records


@dataclass(frozen=True, slots=True)
class Merged:
    """The claims of the editor and of the machine, what is wrong, and how much was held against findings."""

    claims: Claims
    issues: tuple[Issue, ...] = ()
    checks: Mapping[str, int] = field(default_factory=dict)


def merge_findings(findings: Findings, editors: Claims, content: Content, desk: Desk) -> Merged:
    """Automatic claims beside the editor's, and the gate's questions that only findings answer.

    Nothing is taken from a source of which no word may be published.
    """
    shown = {source_id: text for source_id, text in desk.texts.items() if source_id not in desk.withheld_sources}
    open_ones = {source_id: found for source_id, found in findings.items() if source_id in shown}
    ruled = rule_out(open_ones, content.decisions, desk.texts)
    parties, topics = parties_and_topics(content.briefing)
    gleaned = glean(ruled.findings, editors, Ground(shown, parties, topics))
    automatic = _that_pass(gleaned.claims, content, desk)
    gate, checks = hold_against_findings(content.records, editors, open_ones, gleaned.names, shown)
    return Merged(_joined(editors, automatic), (*ruled.issues, *gleaned.issues, *gate), checks)


def parties_and_topics(briefing: BriefingFile | None) -> tuple[tuple[Party, ...], tuple[Topic, ...]]:
    """The parties and issues of `briefing.yml`."""
    if briefing is None:
        return (), ()
    parties = (
        Party(PartyId(e.id), e.name, ActorId(e.actor) if e.actor else None, e.names, e.formerly)
        for e in briefing.parties
    )
    topics = (Topic(TopicId(entry.id), entry.name, entry.vocabulary, entry.formerly) for entry in briefing.issues)
    return tuple(parties), tuple(topics)


def _that_pass(found: Claims, content: Content, desk: Desk) -> Claims:
    """The automatic claims whose record an editor could paste as it stands: it passes the gate and rests on the same words."""
    drafts = {kind.value: _drafts(found.of(kind), desk) for kind in CLAIM_KINDS}
    records = Records(**drafts)  # type: ignore[arg-type]  # a draft is a record of its claim's kind
    known = known_ids(replace(content.records, actors=(*content.records.actors, *records.actors)), content.briefing)
    passed, _ = judge_all(records, replace(desk, known=known))
    claims = replace(found, **{kind.value: _same(found, passed, kind) for kind in CLAIM_KINDS})  # type: ignore[arg-type]
    gone = frozenset(ActorId(actor.id) for actor in found.actors) - {actor.id for actor in claims.actors}
    return without(claims, gone)[0]


def _drafts(claims: tuple[Claim, ...], desk: Desk) -> tuple[Record, ...]:
    return tuple(record for claim in claims if (record := draft(claim, desk.texts)) is not None)


def _same(found: Claims, passed: Claims, kind: Kind) -> tuple[Claim, ...]:
    proven = {claim.id: claim for claim in passed.of(kind)}
    return tuple(c for c in found.of(kind) if c.id in proven and proven[c.id].evidence == c.evidence)


def _joined(editors: Claims, automatic: Claims) -> Claims:
    lists = {
        kind.value: tuple(sorted((*editors.of(kind), *automatic.of(kind)), key=lambda claim: claim.id))
        for kind in CLAIM_KINDS
    }
    return Claims(**lists)  # type: ignore[arg-type]  # lists of one kind joined are a list of it
