"""The whole: what the briefing is about, its sources and claims, and how they hang together."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.model.claims import Claim, Claims, Evidence, Ref, Source
from builder.model.ids import ActorId, PartyId, SourceId, TopicId
from builder.model.text import SourceText, Span


@dataclass(frozen=True, slots=True)
class Party:
    """A party with a column of its own. `actor` is its actor record; `names` are the words it goes by in articles."""

    id: PartyId
    name: str
    actor: ActorId | None = None
    names: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """An issue of the briefing. `vocabulary` holds the words that tell that a passage is about it."""

    id: TopicId
    name: str
    vocabulary: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What the briefing is about, from `content/briefing.yml`. Dates are ISO days; the event may last several.

    `search_words` are groups of words that readers may type for one another; no page shows them.
    """

    title: str
    question: str
    description: str
    event: str
    event_start: str | None
    event_end: str | None
    as_of: str | None
    parties: tuple[Party, ...]
    topics: tuple[Topic, ...]
    published_share_limit: float
    search_words: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the change log."""

    date: str
    kind: str
    record: str
    statement: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage with its neighbours: the only form in which article text reaches a page.

    `before` and `after` are the neighbouring sentences of the same block, if any. `paragraph` is the block's number;
    `also_at` the numbers of blocks that print the same passage again.
    """

    evidence: Evidence
    before: Span | None
    after: Span | None
    paragraph: int
    also_at: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an actor is named: at most 200 code points around the name, which is `name` within `shown`.

    `again` are the further places within `shown` at which it is named.
    """

    source: SourceId
    shown: Span
    name: Span
    paragraph: int
    again: tuple[Span, ...] = ()

    @property
    def places(self) -> tuple[Span, ...]:
        """Every place within `shown` at which the actor is named, in order."""
        return (self.name, *self.again)


@dataclass(frozen=True, slots=True, order=True)
class Backlink:
    """That `ref` refers to something, as what ("speaker", "signatory", …), and in which sentence of the claim."""

    ref: Ref
    role: str
    sentence: str


@dataclass(frozen=True, slots=True)
class BuildFacts:
    """What the published data says of the build itself. No clock: `built` comes from SOURCE_DATE_EPOCH or is None."""

    generator_version: str
    sources_sha256: str
    as_of: str | None
    built: str | None
    counts: Mapping[str, int]
    checks: Mapping[str, int]
    withheld: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything a page or a data file may say. Every reference in it resolves; every order is fixed.

    `excerpts` has an entry for each evidence of each claim. `shares` is the published part, 0 to 1, of a source's
    running text. `support` counts independent sources. `urls` leads to page and anchor, relative to the site's root.
    """

    subject: Subject
    sources: tuple[Source, ...]
    texts: Mapping[SourceId, SourceText]
    claims: Claims
    changes: tuple[Change, ...]
    excerpts: Mapping[Evidence, Excerpt]
    mentions: Mapping[ActorId, tuple[Mention, ...]]
    backlinks: Mapping[Ref, tuple[Backlink, ...]]
    support: Mapping[Ref, int]
    shares: Mapping[SourceId, float]
    urls: Mapping[Ref, str]
    by_ref: Mapping[Ref, Claim]
    build: BuildFacts
