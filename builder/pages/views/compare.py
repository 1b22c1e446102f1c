"""Two parties side by side on every issue, with the readings of experts beside them."""

from dataclasses import dataclass
from itertools import chain

from builder.knowledge.urls import Section, page_path
from builder.model.claims import Attribution, Judgement
from builder.model.knowledge import Topic
from builder.pages import wording
from builder.pages.markdown import Md
from builder.pages.views.claims import Statement, judgement
from builder.pages.views.common import Desk, Head, Link, home_crumb
from builder.pages.views.matrix import Cell, cell, positions_of
from builder.pages.views.pairs import Pair, PairLink, issue_anchor, pair_links


@dataclass(frozen=True, slots=True)
class CompareRow:
    """An issue: what each of the two holds, and what experts say on it. `heading` is the anchor of its heading.

    `judgements` are those of which the cells do not show the same words of the same expert already; `more` counts them.
    """

    heading: str
    topic: Link
    cells: tuple[Cell, Cell]
    judgements: tuple[Statement, ...]
    more: str


@dataclass(frozen=True, slots=True)
class ComparePage:
    """What `compare.md.jinja` receives."""

    head: Head
    one: Link
    two: Link
    pairs: tuple[PairLink, ...]
    jump: tuple[Link, ...]
    rows: tuple[CompareRow, ...]


def compare_page(desk: Desk, pair: Pair) -> ComparePage:
    """The comparison of two parties, the issues in the order of the briefing."""
    words, topics = wording.WORDS, desk.knowledge.subject.topics
    one, two = pair
    matrix = desk.to_page(page_path(Section.POSITIONS), words["positions"])
    return ComparePage(
        head=Head(
            f"{one.name} – {two.name}",
            wording.described(f"{one.name} – {two.name}", words["compare_lead"]),
            section=words["positions"],
            crumbs=(*home_crumb(desk), matrix),
            wide=True,
        ),
        one=desk.party(one.id),
        two=desk.party(two.id),
        pairs=pair_links(desk),
        jump=tuple(Link(topic.name, Md(f"#{issue_anchor(topic.id)}")) for topic in topics),
        rows=tuple(_row(desk, topic, pair) for topic in topics),
    )


def _row(desk: Desk, topic: Topic, pair: Pair) -> CompareRow:
    judged = [j for j in desk.knowledge.claims.judgements if j.issue == topic.id and not _read_above(desk, j, pair)]
    one, two = (cell(desk, party.id, topic.id, brief=True) for party in pair)
    return CompareRow(
        heading=issue_anchor(topic.id),
        topic=desk.topic(topic.id),
        cells=(one, two),
        judgements=tuple(judgement(desk, j, with_topic=False, brief=True) for j in judged),
        more=wording.more(len(judged)),
    )


def _read_above(desk: Desk, claim: Judgement, pair: Pair) -> bool:
    """Whether the positions of the two on the issue show all words of the judgement as a reading of the same expert."""
    cells = (positions_of(desk, party.id, claim.issue) for party in pair)
    shown = [
        passage
        for position in chain.from_iterable(cells)
        if position.attribution is Attribution.EXPERT and position.holder in claim.experts
        for passage in position.evidence
    ]
    return all(any(p.source == q.source and p.span.holds(q.span) for p in shown) for q in claim.evidence)
