"""What an editor may write: one frozen dataclass a record kind, read from YAML by pydantic.

Every mapping carries `at`, the place where it stands, which the loader fills in. Field names are those of the
published data; `evidence` holds the words as printed instead of offsets, which are computed and never typed.
"""

from dataclasses import dataclass, field
from typing import ClassVar

from builder.model.claims import (
    ActorKind,
    AgreementKind,
    Attribution,
    Bearing,
    DateBasis,
    DefectKind,
    DisagreementKind,
    EventStatus,
    Importance,
    Kind,
    Outlook,
    Precision,
    QuoteKind,
    Rights,
    Status,
    Timing,
)
from builder.records.place import Place, Strict


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenEvidence(Strict):
    """The verbatim words, and where they stand.

    `text`: the words; several where an utterance is interrupted (“A,” he said, “B”), in printed order.
    `before` / `after`: a few words that stand directly before or after, where the words stand twice.
    `bears`: that the passage only gives the date, or only names who speaks; it does not count as support.
    """

    at: Place
    source: str
    text: tuple[str, ...]
    before: str | None = None
    after: str | None = None
    bears: Bearing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenOccurrence(WrittenEvidence, Strict):
    """Evidence of a quote. Speaker and cue stand here where they differ from the record's own."""

    speaker: str | None = None
    speaker_as_given: str | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance(Strict):
    """That an issue of this code is right here for a reason; one that silences nothing is itself an issue."""

    at: Place
    code: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Strict):
    """What every record has."""

    KIND: ClassVar[Kind]
    at: Place
    id: str
    formerly: tuple[str, ...] = ()
    accept: tuple[Acceptance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidenced(Record):
    """A record that rests on passages."""

    evidence: tuple[WrittenEvidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord(Record):
    """Completes what is read from the text of `seeds/<file>`. A field left out keeps what the text states.

    `label` is the short name that stands beside each passage; left out, it is the outlet, the first author or the title.
    """

    KIND = Kind.SOURCES
    file: str
    label: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] | None = None
    published: str | None = None
    published_earliest: str | None = None
    published_latest: str | None = None
    date_basis: DateBasis | None = None
    timing: Timing | None = None
    link: str | None = None
    relays: str | None = None
    relays_part: bool = False
    rights: Rights = Rights.EXCERPT
    language: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRole(Strict):
    """What somebody is as of the articles; `title` and `affiliation` in the articles' own words."""

    at: Place
    title: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRecord(Evidenced):
    KIND = Kind.ACTORS
    name: str
    kind: ActorKind
    party: str | None = None
    roles: tuple[WrittenRole, ...] = ()
    aliases: tuple[str, ...] = ()
    importance: Importance = Importance.MENTION
    expert: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRecord(Record):
    """One utterance; each evidence is one printing of it, the first one giving the text."""

    KIND = Kind.QUOTES
    kind: QuoteKind
    speaker: str | None = None
    speaker_as_given: str | None = None
    cue: str | None = None
    issues: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    evidence: tuple[WrittenOccurrence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRecord(Evidenced):
    KIND = Kind.AGREEMENTS
    title: str
    kind: AgreementKind
    parties: tuple[str, ...]
    signatories: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    date: str | None = None
    status: Status
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRecord(Evidenced):
    KIND = Kind.POSITIONS
    party: str
    issue: str
    statement: str
    attribution: Attribution
    holder: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRecord(Evidenced):
    KIND = Kind.SUMMARIES
    statement: str
    issue: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRecord(Evidenced):
    KIND = Kind.JUDGEMENTS
    statement: str
    experts: tuple[str, ...]
    issue: str
    outlook: Outlook


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord(Evidenced):
    KIND = Kind.EVENTS
    title: str
    date: str
    precision: Precision
    status: EventStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRecord(Evidenced):
    KIND = Kind.FIGURES
    subject: str
    value: int | float
    unit: str
    as_printed: str
    qualifier: str | None = None
    year: int | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenVersion(Strict):
    """What one side says, with its passages."""

    at: Place
    statement: str
    evidence: tuple[WrittenEvidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementRecord(Record):
    KIND = Kind.DISAGREEMENTS
    title: str
    kind: DisagreementKind
    versions: tuple[WrittenVersion, ...]
    issues: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectRecord(Evidenced):
    KIND = Kind.DEFECTS
    kind: DefectKind
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRecord(Record):
    """A cell that the editor has read everything for and in which nobody says anything."""

    KIND = Kind.GAPS
    party: str
    issue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRecord(Evidenced):
    KIND = Kind.TERMS
    name: str
    definition: str
    aliases: tuple[str, ...] = ()


RECORD_KINDS: tuple[type[Record], ...] = (
    SourceRecord,
    ActorRecord,
    QuoteRecord,
    AgreementRecord,
    PositionRecord,
    SummaryRecord,
    JudgementRecord,
    EventRecord,
    FigureRecord,
    DisagreementRecord,
    DefectRecord,
    GapRecord,
    TermRecord,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything in `content/` that is a record, in the order of path and line."""

    sources: tuple[SourceRecord, ...] = ()
    actors: tuple[ActorRecord, ...] = ()
    quotes: tuple[QuoteRecord, ...] = ()
    agreements: tuple[AgreementRecord, ...] = ()
    positions: tuple[PositionRecord, ...] = ()
    summaries: tuple[SummaryRecord, ...] = ()
    judgements: tuple[JudgementRecord, ...] = ()
    events: tuple[EventRecord, ...] = ()
    figures: tuple[FigureRecord, ...] = ()
    disagreements: tuple[DisagreementRecord, ...] = ()
    defects: tuple[DefectRecord, ...] = ()
    gaps: tuple[GapRecord, ...] = ()
    terms: tuple[TermRecord, ...] = ()

    def all(self) -> tuple[Record, ...]:
        """Every record, list after list."""
        return tuple(record for kind in RECORD_KINDS for record in getattr(self, kind.KIND.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyEntry(Strict):
    """A party of `briefing.yml`: `actor` is its actor record, `names` the words it goes by in articles."""

    at: Place
    id: str
    name: str
    formerly: tuple[str, ...] = ()
    actor: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntry(Strict):
    """An issue of `briefing.yml` with the words that tell that a passage is about it."""

    at: Place
    id: str
    name: str
    formerly: tuple[str, ...] = ()
    vocabulary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry(Strict):
    """What the briefing turns on. `start` and `end` are ISO days; a source is before, during or after it."""

    at: Place
    name: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry(Strict):
    """Words that readers type for what the articles call otherwise. Only the search knows them; no page shows them."""

    at: Place
    meant: str
    typed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingFile(Strict):
    """`content/briefing.yml`. `published_share_limit` is a part of 1; `on_lost_evidence` is fail or withhold."""

    at: Place
    title: str
    question: str
    description: str
    event: EventEntry
    as_of: str | None = None
    on_lost_evidence: str = "fail"
    published_share_limit: float = 0.6
    parties: tuple[PartyEntry, ...]
    issues: tuple[TopicEntry, ...]
    search_words: tuple[SearchEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Strict):
    """A ruling on words of a source: rejected, postponed, explained (no record needed) or same-utterance (`same_as`)."""

    at: Place
    source: str
    text: str
    ruling: str
    reason: str
    kind: str | None = None
    same_as: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEntry(Strict):
    """A line of `content/changes.yml`."""

    at: Place
    date: str
    kind: str
    record: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor(Strict):
    """The least number of editor's records of a kind, from `content/floors.yml`."""

    kind: Kind
    least: int
    at: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The editor's layer. `briefing` is None where it does not parse, and as far as it is sound where it has a fault.

    `drafts` are what is sound of faulty records; of `unread` kinds there may be records that could not be read at all.
    """

    briefing: BriefingFile | None = None
    is_briefing_sound: bool = True
    records: Records = field(default_factory=Records)
    drafts: Records = field(default_factory=Records)
    unread: frozenset[Kind] = frozenset()
    decisions: tuple[Decision, ...] = ()
    changes: tuple[ChangeEntry, ...] = ()
    floors: tuple[Floor, ...] = ()
