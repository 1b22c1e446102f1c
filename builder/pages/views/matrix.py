"""The matrix of positions: in full on its own page, in small on the home page."""

from dataclasses import dataclass

from builder.knowledge import urls
from builder.model.claims import Gap, Position, Review
from builder.model.ids import PartyId, TopicId
from builder.pages import wording
from builder.pages.views.claims import Statement, at_home, position
from builder.pages.views.common import Desk, Head, Link


@dataclass(frozen=True, slots=True)
class GapView:
    """An empty cell: that no source says anything (an editor's word), or that nothing was found."""

    anchor: str | None
    former: tuple[str, ...]
    text: str
    declared: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What a party holds on an issue: its own statements apart from what others ascribe to it."""

    party: Link
    own: tuple[Statement, ...]
    ascribed: tuple[Statement, ...]
    gap: GapView | None


@dataclass(frozen=True, slots=True)
class SmallCell:
    """A cell in numbers; `own` and `ascribed` are phrases, None where there is nothing of the sort."""

    party: str
    own: str | None
    ascribed: str | None
    gap: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """An issue across all parties."""

    topic: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SmallRow:
    """An issue across all parties, in numbers."""

    topic: Link
    cells: tuple[SmallCell, ...]


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """What `positions.md.jinja` receives."""

    head: Head
    parties: tuple[Link, ...]
    rows: tuple[Row, ...]


def positions_of(desk: Desk, party: PartyId, topic: TopicId) -> tuple[Position, ...]:
    """The positions of a cell, the most direct first."""
    levels = tuple(wording.ATTRIBUTION)
    found = (p for p in desk.knowledge.claims.positions if (p.party, p.issue) == (party, topic))
    return tuple(sorted(found, key=lambda p: (levels.index(p.attribution), p.id)))


def gap_of(desk: Desk, party: PartyId, topic: TopicId) -> Gap | None:
    """The gap of a cell, if it has one."""
    return next((g for g in desk.knowledge.claims.gaps if (g.party, g.issue) == (party, topic)), None)


def cell(desk: Desk, party: PartyId, topic: TopicId, *, brief: bool = False) -> Cell:
    """A cell of the matrix as seen from the desk's page."""
    held = positions_of(desk, party, topic)
    gap = gap_of(desk, party, topic)
    return Cell(
        party=desk.party(party),
        own=tuple(position(desk, p, brief=brief) for p in held if p.attribution.is_own),
        ascribed=tuple(position(desk, p, brief=brief) for p in held if not p.attribution.is_own),
        gap=_gap(desk, gap) if gap else None,
    )


def matrix_page(desk: Desk) -> MatrixPage:
    """The full matrix: issues down, parties across."""
    subject = desk.knowledge.subject
    words = wording.WORDS
    return MatrixPage(
        head=Head(words["positions"], words["positions_lead"], crumbs=home_crumb(desk), boost=2, wide=True),
        parties=tuple(desk.party(party.id) for party in subject.parties),
        rows=tuple(
            Row(desk.topic(topic.id), tuple(cell(desk, party.id, topic.id, brief=True) for party in subject.parties))
            for topic in subject.topics
        ),
    )


def small_matrix(desk: Desk) -> tuple[SmallRow, ...]:
    """The matrix in numbers."""
    subject = desk.knowledge.subject
    return tuple(
        SmallRow(desk.topic(topic.id), tuple(_small(desk, party.id, topic.id) for party in subject.parties))
        for topic in subject.topics
    )


def home_crumb(desk: Desk) -> tuple[Link, ...]:
    """The way back to the home page."""
    return (desk.to_page(urls.HOME_PAGE, wording.WORDS["home"]),)


def _small(desk: Desk, party: PartyId, topic: TopicId) -> SmallCell:
    held = positions_of(desk, party, topic)
    own = sum(p.attribution.is_own for p in held)
    gap = gap_of(desk, party, topic)
    return SmallCell(
        party=desk.parties[party].name,
        own=wording.own(own) if own else None,
        ascribed=wording.ascribed(len(held) - own) if len(held) > own else None,
        gap=_gap_words(gap) if gap and not held else None,
    )


def _gap(desk: Desk, gap: Gap) -> GapView:
    home = at_home(desk, gap)
    return GapView(
        anchor=gap.id if home else None,
        former=urls.former_anchors(gap) if home else (),
        text=_gap_words(gap),
        declared=gap.review is Review.EDITOR,
    )


def _gap_words(gap: Gap) -> str:
    return wording.WORDS["gap_editor" if gap.review is Review.EDITOR else "gap_auto"]
