"""The published data as types: the claims of the model, less their place in `content/`, plus their address.

Each shape takes its fields from the claim it publishes, so that a field is written once. The JSON Schema of the
published data is generated from these classes.
"""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from builder.model.claims import (
    Actor,
    Agreement,
    Defect,
    Disagreement,
    Event,
    Evidence,
    Figure,
    Gap,
    Judgement,
    Position,
    Quote,
    Source,
    Summary,
    Term,
)
from builder.model.ids import ID_PATTERN
from builder.model.knowledge import Change

Slug = Annotated[str, Field(pattern=f"^{ID_PATTERN.pattern}$")]
Count = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]


# No slots here: a class may inherit slots from one base only, and every claim has them.
@dataclass(frozen=True, kw_only=True)
class Addressed:
    """What stands on a page. `at` is the record's place in `content/`, which no reader needs: it is left out."""

    id: Slug
    url: str
    at: Annotated[None, Field(exclude=True)] = None


@dataclass(frozen=True, kw_only=True)
class Supported(Addressed):
    """What rests on passages."""

    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    support: Count


@dataclass(frozen=True, kw_only=True)
class PublishedActor(Supported, Actor):
    """Somebody or something that speaks, signs, acts or is named."""


@dataclass(frozen=True, kw_only=True)
class PublishedQuote(Supported, Quote):
    """An utterance, with every printing of it; `text` is the first printing's parts joined by ` […] `."""


@dataclass(frozen=True, kw_only=True)
class PublishedAgreement(Supported, Agreement):
    """Something agreed, signed, expected or proposed between actors."""


@dataclass(frozen=True, kw_only=True)
class PublishedPosition(Supported, Position):
    """What a party holds on an issue, and how directly that is its own word."""


@dataclass(frozen=True, kw_only=True)
class PublishedSummary(Supported, Summary):
    """A sentence of the bottom line."""


@dataclass(frozen=True, kw_only=True)
class PublishedGap(Addressed, Gap):
    """A cell of the matrix of positions that is empty: no source says anything. It has no evidence by its nature."""

    evidence: Annotated[tuple[Evidence, ...], Field(exclude=True)] = ()


@dataclass(frozen=True, kw_only=True)
class PublishedJudgement(Supported, Judgement):
    """What experts expect or how they assess something."""


@dataclass(frozen=True, kw_only=True)
class PublishedEvent(Supported, Event):
    """Something that happened or is expected, with its date."""


@dataclass(frozen=True, kw_only=True)
class PublishedFigure(Supported, Figure):
    """A number that a source gives."""


@dataclass(frozen=True, kw_only=True)
class PublishedDisagreement(Supported, Disagreement):
    """Two or more versions of one matter, side by side, without a verdict."""


@dataclass(frozen=True, kw_only=True)
class PublishedDefect(Supported, Defect):
    """What is wrong within one source."""


@dataclass(frozen=True, kw_only=True)
class PublishedTerm(Supported, Term):
    """An entry of the glossary."""


@dataclass(frozen=True, kw_only=True)
class PublishedSource(Addressed, Source):
    """An article."""

    published_share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEntry:
    """A party or an issue of the briefing."""

    id: Slug
    name: str
    url: str
    formerly: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedSubject:
    """What the briefing is about."""

    title: str
    question: str
    description: str
    event: str
    event_start: str | None
    event_end: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedBuild:
    """What was built from what. The same seeds and records give the same values on every machine."""

    generator_version: str
    sources_sha256: str
    as_of: str | None
    counts: dict[str, Count]
    checks: dict[str, Count]
    withheld: tuple[str, ...]
    built: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedBriefing:
    """A briefing as data: every list of records, each record with the passages it rests on."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(
        extra="forbid", strict=True, json_schema_serialization_defaults_required=True
    )

    subject: PublishedSubject
    sources: tuple[PublishedSource, ...]
    actors: tuple[PublishedActor, ...]
    quotes: tuple[PublishedQuote, ...]
    agreements: tuple[PublishedAgreement, ...]
    positions: tuple[PublishedPosition, ...]
    summaries: tuple[PublishedSummary, ...]
    gaps: tuple[PublishedGap, ...]
    judgements: tuple[PublishedJudgement, ...]
    events: tuple[PublishedEvent, ...]
    figures: tuple[PublishedFigure, ...]
    disagreements: tuple[PublishedDisagreement, ...]
    defects: tuple[PublishedDefect, ...]
    terms: tuple[PublishedTerm, ...]
    changes: tuple[Change, ...]
    parties: tuple[PublishedEntry, ...]
    issues: tuple[PublishedEntry, ...]
    build: PublishedBuild
