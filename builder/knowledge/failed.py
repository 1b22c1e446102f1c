"""Records that an editor wrote and that made no claim, so that what follows from their fault is not said again."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from builder.knowledge.references import all_claims
from builder.knowledge.urls import ref_of
from builder.model.claims import Kind, Ref
from builder.model.issues import Issue
from builder.model.knowledge import Knowledge
from builder.records.drafts import with_drafts
from builder.records.schema import Content, GapRecord, PositionRecord, Record

# Codes of issues that an editor's record of this kind would have kept from arising.
_ANSWERED_BY: Mapping[str, Kind] = {
    "decision-stale": Kind.QUOTES,
    "figures-differ": Kind.DISAGREEMENTS,
    "speaker-differs": Kind.DISAGREEMENTS,
    "unknown-quote": Kind.QUOTES,
}

# Codes of issues that a name of this kind leads nowhere.
_NAMED_IN: Mapping[str, Kind] = {
    "actor-unknown": Kind.ACTORS,
    "expert-unflagged": Kind.ACTORS,
    "source-unknown": Kind.SOURCES,
}


@dataclass(frozen=True, slots=True)
class Failed:
    """The records themselves. `unread` says that an article is missing, and so every word of it.

    Of `kinds` further records may be written that could not be read.
    """

    records: tuple[Record, ...]
    unread: bool
    kinds: frozenset[Kind] = frozenset()

    def count(self, kind: Kind) -> int:
        """How many of a kind."""
        return sum(record.KIND is kind for record in self.records)

    def any_of(self, kind: Kind) -> bool:
        """Whether there is one of a kind, or may be."""
        return kind in self.kinds or self.count(kind) > 0

    def may_fill(self, party: str, topic: str, knowledge: Knowledge) -> bool:
        """Whether one of them is about this cell of the matrix, or may be, its party or issue being none."""
        if not self.kinds.isdisjoint((Kind.POSITIONS, Kind.GAPS)):
            return True
        parties = {entry.id for entry in knowledge.subject.parties}
        topics = {entry.id for entry in knowledge.subject.topics}
        cells = ((r.party, r.issue) for r in self.records if isinstance(r, PositionRecord | GapRecord))
        return any(p in (party, *({p} - parties)) and t in (topic, *({t} - topics)) for p, t in cells)

    def names(self, actor: str) -> bool:
        """Whether one of them names the actor, or may."""
        return bool(self.kinds) or any(actor in _texts(record) for record in self.records)


def failed(knowledge: Knowledge, content: Content) -> Failed:
    """What was written, is no claim under its own or an old name, and was not withheld either."""
    present = {ref_of(claim) for claim in all_claims(knowledge.claims)}
    present |= {Ref(ref_of(claim).kind, old) for claim in all_claims(knowledge.claims) for old in claim.formerly}
    present |= {Ref(Kind.SOURCES, source.id) for source in knowledge.sources}
    gone = present | set(knowledge.build.withheld)
    drafts = {id(record) for record in content.drafts.all()}
    records = tuple(
        record
        for record in with_drafts(content).all()
        if id(record) in drafts or Ref(record.KIND, record.id) not in gone
    )
    missing = any(Ref(r.KIND, r.id) not in present for r in records if r.KIND is Kind.SOURCES)
    return Failed(records, missing, content.unread)


def without_consequences(issues: Iterable[Issue], lost: Failed) -> tuple[Issue, ...]:
    """The issues without those that may be there only because a record is not."""
    answers = {code for code, kind in _ANSWERED_BY.items() if lost.any_of(kind)}
    return tuple(issue for issue in issues if issue.code not in answers)


def without_unread(issues: Iterable[Issue], unread: Collection[Kind]) -> tuple[Issue, ...]:
    """The issues without those that miss what may be written in a file that could not be read."""
    answers = {code for code, kind in _NAMED_IN.items() if kind in unread}
    return tuple(issue for issue in issues if issue.code not in answers)


def _texts(value: object) -> Iterator[str]:
    """Every text anywhere in a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
