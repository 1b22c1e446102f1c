"""The index of issues, and an issue's page with the parties side by side."""

from dataclasses import dataclass

from builder.knowledge.urls import Section, page_path
from builder.model.ids import TopicId
from builder.model.knowledge import Topic
from builder.pages import wording
from builder.pages.views.claims import Statement, judgement, statement
from builder.pages.views.common import Desk, Head, Link, TaggedLink, heading, home_crumb
from builder.pages.views.conflicts import DisagreementView, disagreement
from builder.pages.views.matrix import Cell, SmallRow, cell, small_matrix
from builder.pages.views.pairs import PairLink, pair_links
from builder.pages.views.quoting import QuoteCard, quote


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """What `topics.md.jinja` receives."""

    head: Head
    parties: tuple[Link, ...]
    rows: tuple[SmallRow, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A party on an issue; `heading` is the anchor of its heading."""

    heading: str
    party: Link
    cell: Cell


@dataclass(frozen=True, slots=True)
class TopicPage:
    """What `topic.md.jinja` receives."""

    head: Head
    anchor: str
    name: str
    summaries: tuple[Statement, ...]
    pairs: tuple[PairLink, ...]
    columns: tuple[Column, ...]
    judgements: tuple[Statement, ...]
    disagreements: tuple[DisagreementView, ...]
    quotes: tuple[QuoteCard, ...]
    others: tuple[TaggedLink, ...]


def topics_page(desk: Desk) -> TopicsPage:
    """The index of issues, with the matrix in numbers."""
    words = wording.WORDS
    return TopicsPage(
        head=Head(words["issues"], words["issues_lead"], crumbs=home_crumb(desk), wide=True),
        parties=tuple(desk.party(party.id) for party in desk.knowledge.subject.parties),
        rows=small_matrix(desk),
    )


def topic_page(desk: Desk, topic: Topic) -> TopicPage:
    """The page of an issue."""
    words, claims = wording.WORDS, desk.knowledge.claims
    index = desk.to_page(page_path(Section.TOPICS), words["issues"])
    return TopicPage(
        head=Head(
            topic.name,
            wording.described(topic.name, words["issues_lead"]),
            section=words["issues"],
            crumbs=(*home_crumb(desk), index),
            wide=True,
        ),
        anchor=topic.id,
        name=topic.name,
        summaries=tuple(statement(desk, s) for s in claims.summaries if s.issue == topic.id),
        pairs=pair_links(desk, topic.id),
        columns=tuple(
            Column(heading("party", party.id), desk.party(party.id), cell(desk, party.id, topic.id))
            for party in desk.knowledge.subject.parties
        ),
        judgements=tuple(judgement(desk, j, with_topic=False) for j in claims.judgements if j.issue == topic.id),
        disagreements=tuple(disagreement(desk, d) for d in claims.disagreements if topic.id in d.issues),
        quotes=tuple(quote(desk, q) for q in desk.found.quotes_on.get(topic.id, ())),
        others=_neighbours(desk, topic.id),
    )


def _neighbours(desk: Desk, topic_id: TopicId) -> tuple[TaggedLink, ...]:
    """The issues before and after this one, in the order of the briefing."""
    topics = desk.knowledge.subject.topics
    here = next(number for number, topic in enumerate(topics) if topic.id == topic_id)
    near = ((here - 1, wording.WORDS["previous"]), (here + 1, wording.WORDS["next"]))
    return tuple(TaggedLink(desk.topic(topics[n].id), tag) for n, tag in near if 0 <= n < len(topics))
