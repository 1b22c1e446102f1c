"""Two parties side by side on every issue, with the readings of experts beside them."""

from dataclasses import dataclass, replace

from builder.knowledge.urls import Section, page_path
from builder.model.knowledge import Topic
from builder.pages import wording
from builder.pages.markdown import Md
from builder.pages.views.claims import Statement, judgement
from builder.pages.views.common import Desk, Head, Link
from builder.pages.views.matrix import Cell, cell, home_crumb, linked
from builder.pages.views.pairs import Pair, PairLink, issue_anchor, pair_links


@dataclass(frozen=True, slots=True)
class CompareRow:
    """An issue: what each of the two holds, and what experts say on it. `heading` is the anchor of its heading."""

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
            indexed=False,
            wide=True,
        ),
        one=desk.party(one.id),
        two=desk.party(two.id),
        pairs=pair_links(desk),
        jump=tuple(Link(topic.name, Md(f"#{issue_anchor(topic.id)}")) for topic in topics),
        rows=tuple(_row(desk, topic, pair) for topic in topics),
    )


def _row(desk: Desk, topic: Topic, pair: Pair) -> CompareRow:
    judged = [j for j in desk.knowledge.claims.judgements if j.issue == topic.id]
    one, two = (cell(desk, party.id, topic.id, brief=True) for party in pair)
    return CompareRow(
        heading=issue_anchor(topic.id),
        topic=desk.topic(topic.id),
        cells=(replace(one, held=linked(one.held)), replace(two, held=linked(two.held))),
        judgements=tuple(replace(judgement(desk, j, with_topic=False), linked=True) for j in judged),
        more=wording.counted(len(judged), "judgement"),
    )
