"""The home page: the answer first, then where it comes from and where to go on."""

from dataclasses import dataclass

from builder.knowledge.urls import SECTION_ANCHOR, Section, page_path
from builder.model.claims import Source, Status, Summary
from builder.pages import wording
from builder.pages.markdown import Md
from builder.pages.views.claims import Statement, statement
from builder.pages.views.common import DatedLink, Day, Desk, Head, Link, TaggedLink, day
from builder.pages.views.matrix import SmallRow, small_matrix


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """The agreements of one status."""

    label: str
    agreements: tuple[DatedLink, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """A section of the page, and in phrases how much is in it."""

    link: Link
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicGaps:
    """The parties that say nothing on an issue."""

    topic: Link
    parties: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """What `home.md.jinja` receives. `bottom_line` is on the whole, `by_issue` a sentence or more on each issue.

    `glance` leads to the sections of the page and says how much is in them.
    """

    head: Head
    question: str
    description: str
    glance: tuple[Glance, ...]
    as_of: Day | None
    sources: Link
    first: Day | None
    last: Day | None
    bottom_line: tuple[Statement, ...]
    by_issue: tuple[Statement, ...]
    statuses: tuple[StatusGroup, ...]
    all_agreements: Link
    parties: tuple[Link, ...]
    matrix: tuple[SmallRow, ...]
    all_positions: Link
    disagreements: tuple[TaggedLink, ...]
    all_disagreements: Link
    gaps: tuple[TopicGaps, ...]
    ways: tuple[TaggedLink, ...]
    dossier: Link


def home_page(desk: Desk) -> HomePage:
    """The home page of the briefing."""
    knowledge = desk.knowledge
    subject, words = knowledge.subject, wording.WORDS
    first, last = _days(knowledge.sources)
    return HomePage(
        head=Head(subject.title, subject.description, wide=True),
        question=subject.question,
        description=subject.description,
        as_of=day(knowledge.build.as_of),
        sources=desk.to_page(page_path(Section.SOURCES), wording.counted(len(knowledge.sources), "source")),
        first=day(first),
        last=day(last) if last != first else None,
        glance=_glance(desk),
        bottom_line=_bottom_line(desk, on_issues=False),
        by_issue=_bottom_line(desk, on_issues=True),
        statuses=_statuses(desk),
        all_agreements=desk.to_page(page_path(Section.AGREEMENTS), words["all_agreements"]),
        parties=tuple(desk.party(party.id) for party in subject.parties),
        matrix=small_matrix(desk),
        all_positions=desk.to_page(page_path(Section.POSITIONS), words["all_positions"]),
        disagreements=tuple(
            TaggedLink(desk.to_claim(claim, claim.title), wording.DISAGREEMENT_KIND[claim.kind])
            for claim in knowledge.claims.disagreements
        ),
        all_disagreements=desk.to_page(page_path(Section.DISAGREEMENTS), words["all_disagreements"]),
        gaps=_gaps(desk),
        ways=_ways(desk),
        dossier=desk.to_page(page_path(Section.DOSSIER), words["dossier"]),
    )


def _days(sources: tuple[Source, ...]) -> tuple[str | None, str | None]:
    """The first and the last day on which a source may have been published, as far as anything is known."""
    known = [day for s in sources for day in (s.published, s.published_earliest, s.published_latest) if day]
    return min(known, default=None), max(known, default=None)


def _glance(desk: Desk) -> tuple[Glance, ...]:
    claims, words = desk.knowledge.claims, wording.WORDS
    statuses = ((status, sum(a.status is status for a in claims.agreements)) for status in Status)
    own = sum(p.attribution.is_own for p in claims.positions)
    sections = (
        ("agreements", words["agreements"], tuple(wording.of_status(n, status) for status, n in statuses if n)),
        ("positions", words["positions"], (wording.own(own), wording.ascribed(len(claims.positions) - own))),
        ("disagreements", words["disagreements"], (wording.counted(len(claims.disagreements), "disagreement"),)),
        ("gaps", words["gaps"], (wording.counted(len(claims.gaps), "gap"),)),
    )
    return tuple(Glance(Link(name, Md(f"#{SECTION_ANCHOR}{part}")), tags) for part, name, tags in sections)


def in_order(desk: Desk) -> tuple[Summary, ...]:
    """The sentences of the bottom line in the order of the issues, those on the whole first."""
    order = {topic.id: number for number, topic in enumerate(desk.knowledge.subject.topics)}
    summaries = desk.knowledge.claims.summaries
    return tuple(sorted(summaries, key=lambda s: (order[s.issue] if s.issue is not None else -1, s.id)))


def _bottom_line(desk: Desk, *, on_issues: bool) -> tuple[Statement, ...]:
    """The sentences on the whole, or those on the issues in the order of the issues."""
    found = (s for s in in_order(desk) if (s.issue is not None) is on_issues)
    return tuple(statement(desk, s, topics=(desk.topic(s.issue),) if s.issue else ()) for s in found)


def _statuses(desk: Desk) -> tuple[StatusGroup, ...]:
    groups = []
    for status in Status:
        found = [claim for claim in desk.knowledge.claims.agreements if claim.status is status]
        dated = tuple(DatedLink(desk.to_claim(claim, claim.title), day(claim.date)) for claim in found)
        if dated:
            groups.append(StatusGroup(wording.STATUS_HEADING[status], dated))
    return tuple(groups)


def _gaps(desk: Desk) -> tuple[TopicGaps, ...]:
    gaps = desk.knowledge.claims.gaps
    by_topic = (
        (topic, tuple(desk.to_claim(g, desk.parties[g.party].name) for g in gaps if g.issue == topic.id))
        for topic in desk.knowledge.subject.topics
    )
    return tuple(TopicGaps(desk.topic(topic.id), parties) for topic, parties in by_topic if parties)


def _ways(desk: Desk) -> tuple[TaggedLink, ...]:
    claims, words = desk.knowledge.claims, wording.WORDS
    ways = (
        (Section.TOPICS, words["by_issue"], wording.counted(len(desk.topics), "issue")),
        (Section.ACTORS, words["by_actor"], wording.counted(len(claims.actors), "actor")),
        (Section.TIMELINE, words["by_date"], wording.counted(len(claims.events), "event")),
    )
    return tuple(TaggedLink(desk.to_page(page_path(section), name), tag) for section, name, tag in ways)
