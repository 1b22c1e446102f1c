"""A claim's passages → chips: what opens in place and shows the words with their neighbours."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from builder.knowledge import urls
from builder.model.claims import (
    Attribution,
    Claim,
    DateBasis,
    Disagreement,
    Evidence,
    Judgement,
    Position,
    Quote,
    Rights,
    Source,
    Summary,
)
from builder.model.knowledge import Excerpt
from builder.model.text import Span
from builder.pages import wording
from builder.pages.levels import Level, level, quoted
from builder.pages.marking import Segment, merge, segments
from builder.pages.views.common import Day, Desk, Link, day, title_of


@dataclass(frozen=True, slots=True)
class SourceDate:
    """When a source was published: a day, two that bound it, or a phrase that says it is not known."""

    day: Day | None
    earliest: Day | None
    latest: Day | None
    basis: str


@dataclass(frozen=True, slots=True)
class Chip:
    """One paragraph's worth of evidence, closed until asked for.

    `stretches` are the shown parts of the paragraph, each an unbroken slice cut into segments; none where the source's
    words may not be published. `also_at` leads to the paragraphs that print the passage again.
    """

    label: str
    paragraph: str
    stretches: tuple[tuple[Segment, ...], ...]
    passage: Link
    title: str
    date: SourceDate
    timing: str
    levels: tuple[Level, ...]
    support: str | None
    also_at: tuple[Link, ...]
    brief: bool = False


def source_date(source: Source) -> SourceDate:
    """The date of a source as templates show it."""
    bounded = bool(source.published_earliest and source.published_latest)
    return SourceDate(
        day=day(source.published),
        earliest=None if source.published else day(source.published_earliest),
        latest=None if source.published else day(source.published_latest),
        basis=wording.DATE_BASIS[source.date_basis if source.published or bounded else DateBasis.UNKNOWN],
    )


def shown(excerpt: Excerpt, *, neighbours: bool = True) -> Span:
    """The stretch of the text that an excerpt shows; its neighbours touch the passage."""
    start, end = excerpt.evidence.start, excerpt.evidence.end
    if neighbours:
        start = excerpt.before.start if excerpt.before else start
        end = excerpt.after.end if excerpt.after else end
    return Span(start, end)


def passage_link(desk: Desk, source: Source, paragraph: int) -> Link:
    """A link to a numbered paragraph on its source's page."""
    return Link(wording.paragraph(paragraph), desk.href(urls.passage_url(source, paragraph)))


def chips(
    desk: Desk,
    claim: Claim,
    evidence: Iterable[Evidence],
    *,
    brief: bool = False,
) -> tuple[Chip, ...]:
    """The chips for passages of a claim, one a paragraph, in the order of the passages; `brief` leaves the neighbours out."""
    excerpts = [desk.knowledge.excerpts[passage] for passage in evidence]
    grouped = groupby(excerpts, key=lambda e: (e.evidence.source, e.paragraph))
    return tuple(_chip(desk, claim, tuple(group), brief=brief) for _, group in grouped)


def claim_chips(desk: Desk, claim: Claim, *, brief: bool = False) -> tuple[Chip, ...]:
    """The chips for everything that a claim rests on."""
    passages = claim.evidence
    if isinstance(claim, Quote):
        passages = tuple(part for printing in claim.occurrences for part in printing.parts)
    return chips(desk, claim, passages, brief=brief)


def levels_of(desk: Desk, claim: Claim, passages: Iterable[Evidence]) -> tuple[Level, ...]:
    """How directly the words are somebody's: as the claim says, else as others say of the same words."""
    match claim:
        case Position():
            return (level(claim.attribution),)
        case Quote():
            return (quoted(claim.kind),)
        case Judgement():
            return (level(Attribution.EXPERT),)
        case _:
            return desk.found.levels.of(passages)


def stretches(desk: Desk, excerpts: Iterable[Excerpt], *, brief: bool = False) -> tuple[tuple[Segment, ...], ...]:
    """What several excerpts of one source show, as few unbroken slices as possible, with the passages marked."""
    several = tuple(excerpts)
    source = desk.sources[several[0].evidence.source]
    if source.rights is Rights.NONE:
        return ()
    text = desk.knowledge.texts[source.id].text
    marks = [excerpt.evidence.span for excerpt in several]
    return tuple(
        segments(text, span, marks) for span in merge(shown(excerpt, neighbours=not brief) for excerpt in several)
    )


def _chip(desk: Desk, claim: Claim, excerpts: tuple[Excerpt, ...], *, brief: bool) -> Chip:
    first = excerpts[0]
    source = desk.sources[first.evidence.source]
    again = sorted({number for excerpt in excerpts for number in excerpt.also_at})
    return Chip(
        label=source.label,
        paragraph=wording.paragraph(first.paragraph),
        stretches=stretches(desk, excerpts, brief=brief),
        passage=passage_link(desk, source, first.paragraph),
        title=title_of(source),
        date=source_date(source),
        timing=wording.TIMING[source.timing],
        levels=levels_of(desk, claim, (excerpt.evidence for excerpt in excerpts)),
        support=_support(desk, claim, excerpts),
        also_at=tuple(passage_link(desk, source, number) for number in again),
        brief=brief,
    )


def _support(desk: Desk, claim: Claim, excerpts: tuple[Excerpt, ...]) -> str | None:
    """How many sources say so; nothing beside a passage that only dates or names, nor where clauses or sides add up."""
    if isinstance(claim, Summary | Disagreement) or all(excerpt.evidence in claim.beside for excerpt in excerpts):
        return None
    return desk.support(claim)
