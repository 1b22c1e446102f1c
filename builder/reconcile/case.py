"""One record under examination: what it is held against, what is wrong with it, how much was checked."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypedDict

from builder.model.claims import Evidence, Kind, Ref
from builder.model.ids import ActorId, PartyId, SourceId, TopicId
from builder.model.issues import Issue, Location, Severity
from builder.model.text import SourceText
from builder.reconcile.evidence import resolve_evidence
from builder.reconcile.nearest import nearest_id
from builder.records.accepting import accepts
from builder.records.place import Place
from builder.records.schema import (
    ActorRecord,
    BriefingFile,
    PartyEntry,
    Record,
    Records,
    TopicEntry,
    WrittenEvidence,
)


@dataclass(frozen=True, slots=True)
class Known:
    """Every id that a reference may name. `renamed` leads from a former id to the present one.

    `parties` and `topics` are None where `briefing.yml` could not be read: then nothing is held against them.
    """

    actors: frozenset[str]
    renamed: Mapping[Kind, Mapping[str, str]]
    parties: frozenset[str] | None
    topics: frozenset[str] | None


def known_ids(records: Records, briefing: BriefingFile | None) -> Known:
    """The ids of all records and of `briefing.yml`, of faulty records too, so that one fault stays one."""
    named: Mapping[Kind, Sequence[ActorRecord | PartyEntry | TopicEntry]] = {
        Kind.ACTORS: records.actors,
        Kind.PARTIES: briefing.parties if briefing else (),
        Kind.TOPICS: briefing.issues if briefing else (),
    }
    return Known(
        actors=frozenset(actor.id for actor in records.actors),
        renamed={kind: {old: one.id for one in entries for old in one.formerly} for kind, entries in named.items()},
        parties=frozenset(party.id for party in briefing.parties) if briefing else None,
        topics=frozenset(topic.id for topic in briefing.issues) if briefing else None,
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """What every record is held against. `withheld_sources`: named on the site, but no word of them published.

    `unread_sources` have a record and no article, of which one message tells for all that rests on them.
    `drafts`: the records are read in part, and make no claims.
    """

    texts: Mapping[SourceId, SourceText]
    withheld_sources: frozenset[SourceId]
    unread_sources: frozenset[str]
    known: Known
    drafts: bool = False


class Carried(TypedDict):
    """The fields that every claim has."""

    id: str
    evidence: tuple[Evidence, ...]
    formerly: tuple[str, ...]
    at: Location


class Case:
    """Collects the issues and the counts of checks of one record. Of a draft nothing is published."""

    def __init__(self, record: Record, desk: Desk) -> None:
        self.record = record
        self.desk = desk
        self.unread = False
        self.issues: list[Issue] = []
        self.beside: list[Evidence] = []
        self.checks: Counter[str] = Counter()

    @property
    def failed(self) -> bool:
        """Whether the record makes no claim: for an error that it does not accept, or one that is told elsewhere."""
        return (
            self.desk.drafts
            or self.unread
            or any(issue.is_error and not accepts(self.record, issue.code) for issue in self.issues)
        )

    @property
    def lost(self) -> bool:
        """Whether words of its evidence do not stand as written, or cannot be looked up."""
        return self.unread or any(is_loss(issue) for issue in self.issues)

    @property
    def ref(self) -> Ref:
        return Ref(self.record.KIND, self.record.id)

    def fault(self, at: Location, code: str, what: str, mend: str, severity: Severity = Severity.ERROR) -> None:
        """Note that something is wrong."""
        self.issues.append(Issue(at, code, what, mend, severity, str(self.ref)))

    def resolve(self, written: WrittenEvidence) -> tuple[Evidence, ...]:
        """The parts of one evidence; none where it does not stand, which is noted."""
        if written.source in self.desk.unread_sources:
            self.unread = True
            return ()
        resolution = resolve_evidence(written, self.desk.texts, accept=lambda code: accepts(self.record, code))
        for issue in (*resolution.issues, *resolution.accepted):
            self.issues.append(replace(issue, record=str(self.ref)))
        self.checks["evidence"] += len(written.text)
        self.checks["evidence-repeated"] += bool(resolution.repeated)
        if written.bears:
            self.beside.extend(resolution.evidence)
        return resolution.evidence

    def evidence(self, written: Iterable[WrittenEvidence], at: Place | None = None) -> tuple[Evidence, ...]:
        """All passages of these, in order, each once; those of a withheld source are verified and included."""
        passages = tuple(dict.fromkeys(part for one in written for part in self.resolve(one)))
        if not passages and not self.failed:
            place = (at or self.record.at).of("evidence")
            self.fault(place, "evidence-empty", "there is no evidence", "write the words it rests on under `evidence:`")
        return passages

    def publishable(self, passages: tuple[Evidence, ...], at: Place | None = None) -> tuple[Evidence, ...]:
        """The passages whose source lets its words be published; none is an issue."""
        kept = tuple(passage for passage in passages if passage.source not in self.desk.withheld_sources)
        if passages and not kept:
            names = ", ".join(sorted({passage.source for passage in passages}))
            self.fault(
                (at or self.record.at).of("evidence"),
                "rights-none",
                f"this rests on source {names} alone, of which no word may be published (`rights: none`)",
                "add evidence from another source, or take the record out",
            )
        return kept

    def carried(self, evidence: tuple[Evidence, ...]) -> Carried:
        """What the claim takes over as it is, with the passages that were found for it."""
        record = self.record
        return Carried(id=record.id, evidence=evidence, formerly=record.formerly, at=record.at.of())

    def actor(self, actor_id: str, at: Location) -> ActorId:
        """The id of an actor that has a record; else noted."""
        self._check(actor_id, self.desk.known.actors, Kind.ACTORS, at)
        return ActorId(actor_id)

    def actors(self, ids: Iterable[str], field: str) -> tuple[ActorId, ...]:
        return tuple(self.actor(actor_id, self.record.at.of(field)) for actor_id in ids)

    def optional_actor(self, actor_id: str | None, field: str) -> ActorId | None:
        return None if actor_id is None else self.actor(actor_id, self.record.at.of(field))

    def party(self, party_id: str, field: str) -> PartyId:
        """The id of a party of `briefing.yml`; else noted."""
        self._check(party_id, self.desk.known.parties, Kind.PARTIES, self.record.at.of(field))
        return PartyId(party_id)

    def topic(self, topic_id: str, field: str) -> TopicId:
        """The id of an issue of `briefing.yml`; else noted."""
        self._check(topic_id, self.desk.known.topics, Kind.TOPICS, self.record.at.of(field))
        return TopicId(topic_id)

    def topics(self, ids: Iterable[str]) -> tuple[TopicId, ...]:
        return tuple(self.topic(topic_id, "issues") for topic_id in ids)

    def _check(self, unknown: str, known: frozenset[str] | None, kind: Kind, at: Location) -> None:
        if known is None:
            return
        self.checks["references"] += 1
        if unknown not in known:
            issue = unknown_id(unknown, known, kind, at, self.desk.known.renamed[kind].get(unknown))
            self.issues.append(replace(issue, record=str(self.ref)))


def is_loss(issue: Issue) -> bool:
    """Whether it says that words do not stand as written, as happens where a source changes."""
    return issue.is_error and issue.code.startswith("evidence-") and issue.code != "evidence-empty"


def unknown_id(unknown: str, known: frozenset[str], kind: Kind, at: Location, renamed: str | None) -> Issue:
    """That a reference leads nowhere, with the nearest id that exists."""
    singular = {Kind.ACTORS: "actor", Kind.PARTIES: "party", Kind.TOPICS: "issue"}[kind]
    nearest = renamed or nearest_id(unknown, known)
    if renamed:
        mend = f"it was renamed: write `{renamed}`"
    elif nearest:
        mend = f"write `{nearest}`"
    elif kind is Kind.ACTORS:
        mend = f"add a record to content/actors/: `- id: {unknown}`"
    else:
        mend = f"content/briefing.yml has: {', '.join(sorted(known)) or 'none'}"
    return Issue(at, f"{singular}-unknown", f"there is no {singular} “{unknown}”", mend)
