"""What the briefing says: claims, each with the passages it rests on. Field names are those of the published data."""

from dataclasses import dataclass, fields

from builder.model.ids import ID_PATTERN, ActorId, PartyId, SourceId, TopicId
from builder.model.issues import Location
from builder.model.text import SourceText, Span
from builder.model.vocabulary import (
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
    Review,
    Rights,
    Status,
    Timing,
)

__all__ = [
    "CLAIM_KINDS",
    "OMISSION",
    "Actor",
    "ActorKind",
    "Agreement",
    "AgreementKind",
    "Attribution",
    "Bearing",
    "Claim",
    "Claims",
    "DateBasis",
    "Defect",
    "DefectKind",
    "Disagreement",
    "DisagreementKind",
    "Event",
    "EventStatus",
    "Evidence",
    "Figure",
    "Gap",
    "Importance",
    "Judgement",
    "Kind",
    "Occurrence",
    "Outlook",
    "Position",
    "Precision",
    "Quote",
    "QuoteKind",
    "Ref",
    "Review",
    "Rights",
    "Role",
    "Source",
    "Status",
    "Summary",
    "Term",
    "Timing",
    "Version",
    "evidence_at",
]

OMISSION = " […] "
"""Stands between words that an article prints apart: for what it prints between them."""


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A record's name: the list it stands in and its id there."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind.value}/{self.id}"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A passage as published: `text == canonical[start:end]`, offsets in code points of the canonical text."""

    source: SourceId
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise ValueError(f"not evidence: {self.source} {self.start}..{self.end}")

    @property
    def span(self) -> Span:
        """Its place in the canonical text."""
        return Span(self.start, self.end)


def evidence_at(text: SourceText, span: Span) -> Evidence:
    """The passage that stands at a place of an article."""
    return Evidence(text.id, span.start, span.end, span.of(text.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every claim has. `at` is the record's place in `content/`; None for an automatic claim.

    `beside` are passages of its evidence that only date it or name who speaks; they do not count as support.
    """

    id: str
    evidence: tuple[Evidence, ...]
    review: Review = Review.EDITOR
    formerly: tuple[str, ...] = ()
    beside: tuple[Evidence, ...] = ()
    at: Location | None = None

    def __post_init__(self) -> None:
        if not ID_PATTERN.fullmatch(self.id):
            raise ValueError(f"not an id: {self.id!r}")
        if not self.evidence and not isinstance(self, Gap):
            raise ValueError(f"{self.id}: a claim rests on at least one passage")


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is as of the articles, in their words: `title` at `affiliation`; either may be missing."""

    title: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Claim):
    name: str
    kind: ActorKind
    party: PartyId | None = None
    roles: tuple[Role, ...] = ()
    aliases: tuple[str, ...] = ()
    importance: Importance = Importance.MENTION
    expert: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One printing of an utterance. Its span reaches from the first part to the last; `parts` are what was said."""

    source: SourceId
    start: int
    end: int
    text: str
    speaker: ActorId | None
    speaker_as_given: str | None
    parts: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.parts or (self.parts[0].start, self.parts[-1].end) != (self.start, self.end):
            raise ValueError("an occurrence reaches from its first part to its last")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Claim):
    """`text` is the first occurrence's parts joined by ` […] `; `evidence` lists the parts of all occurrences."""

    text: str
    kind: QuoteKind
    speaker: ActorId | None
    speaker_as_given: str | None
    cue: str | None
    issues: tuple[TopicId, ...] = ()
    about: tuple[PartyId, ...] = ()
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Claim):
    """`parties` and `signatories` are actor ids; `date` is ISO, a day, a month or a year."""

    title: str
    kind: AgreementKind
    parties: tuple[ActorId, ...]
    signatories: tuple[ActorId, ...] = ()
    sectors: tuple[str, ...] = ()
    date: str | None = None
    status: Status
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Claim):
    """`holder`: who says or does it for the party, or, where it is ascribed, who ascribes it."""

    party: PartyId
    issue: TopicId
    statement: str
    attribution: Attribution
    holder: ActorId | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(Claim):
    """A sentence of the bottom line."""

    statement: str
    issue: TopicId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Claim):
    """A cell of the matrix in which no source says anything (editor) or nothing was found (auto)."""

    party: PartyId
    issue: TopicId


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Claim):
    statement: str
    experts: tuple[ActorId, ...]
    issue: TopicId
    outlook: Outlook


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """`date` is ISO with the precision named."""

    title: str
    date: str
    precision: Precision
    status: EventStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Claim):
    """`value` is in base units (171000000000 USD); figures of one `group` measure the same thing."""

    subject: str
    value: int | float
    unit: str
    as_printed: str
    qualifier: str | None = None
    year: int | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """What one side says."""

    statement: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement(Claim):
    """Sources side by side; nobody picks a winner. `evidence` is that of all versions."""

    title: str
    kind: DisagreementKind
    versions: tuple[Version, ...]
    issues: tuple[TopicId, ...] = ()
    note: str | None = None

    def __post_init__(self) -> None:
        if len({v.statement.casefold() for v in self.versions}) < 2:
            raise ValueError(f"{self.id}: a disagreement has two versions that differ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect(Claim):
    """What is wrong within one source."""

    kind: DefectKind
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Claim):
    name: str
    definition: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is known about an article; what is not known is None.

    `published_earliest` and `published_latest` bound an unstated day of publication, with the reasoning in `note`.
    `words` counts the words of the running text. `label` is the short name that stands beside each passage. With
    `relays_part` only a part of the article is the report that it passes on.
    """

    id: SourceId
    file: str
    sha256: str
    label: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    published_earliest: str | None = None
    published_latest: str | None = None
    date_basis: DateBasis
    timing: Timing
    link: str | None
    relays: str | None
    rights: Rights
    language: str
    words: int
    note: str | None
    relays_part: bool = False
    formerly: tuple[str, ...] = ()
    at: Location | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """All claims, each list sorted by id."""

    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    positions: tuple[Position, ...] = ()
    summaries: tuple[Summary, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    defects: tuple[Defect, ...] = ()
    gaps: tuple[Gap, ...] = ()
    terms: tuple[Term, ...] = ()

    def of(self, kind: Kind) -> tuple[Claim, ...]:
        """The claims of one list."""
        return tuple(getattr(self, kind.value))


CLAIM_KINDS = tuple(Kind(field.name) for field in fields(Claims))
"""The kinds of claims, in the order in which everything lists them."""
