"""The matrix of positions: in full on its own page, in small on the home page."""

from dataclasses import dataclass, replace

from builder.knowledge import urls
from builder.model.claims import Gap, Position, Review
from builder.model.ids import PartyId, TopicId
from builder.model.knowledge import Topic
from builder.pages import wording
from builder.pages.levels import Level, level
from builder.pages.markdown import Md
from builder.pages.views.claims import Statement, at_home, position
from builder.pages.views.common import Desk, Head, Link, heading, home_crumb
from builder.pages.views.pairs import PairLink, pair_links

AT_SIGHT = 2
"""How many positions of a cell the full matrix shows before the rest is asked for."""


@dataclass(frozen=True, slots=True)
class GapView:
    """An empty cell: that no source says anything (an editor's word), or that nothing was found."""

    anchor: str | None
    former: tuple[str, ...]
    text: str
    declared: bool


@dataclass(frozen=True, slots=True)
class Held:
    """Positions of a party: its own statements apart from what others ascribe to it."""

    own: tuple[Statement, ...]
    ascribed: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a party holds on an issue. `rest` is what is folded away, and `more` says how much that is."""

    party: Link
    held: Held
    more: str
    rest: Held | None
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
    """An issue across all parties; `heading` is the anchor of its row."""

    heading: str
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
    jump: tuple[Link, ...]
    pairs: tuple[PairLink, ...]
    own_levels: tuple[Level, ...]
    other_levels: tuple[Level, ...]
    parties: tuple[Link, ...]
    rows: tuple[Row, ...]
    dossier: Link


def positions_of(desk: Desk, party: PartyId, topic: TopicId) -> tuple[Position, ...]:
    """The positions of a cell, the most direct first."""
    levels = tuple(wording.ATTRIBUTION)
    return tuple(
        sorted(desk.found.positions_in.get((party, topic), ()), key=lambda p: (levels.index(p.attribution), p.id))
    )


def gap_of(desk: Desk, party: PartyId, topic: TopicId) -> Gap | None:
    """The gap of a cell, if it has one."""
    return next(iter(desk.found.gaps_in.get((party, topic), ())), None)


def cell(desk: Desk, party: PartyId, topic: TopicId, *, brief: bool = False, most: int | None = None) -> Cell:
    """A cell of the matrix as seen from the desk's page; what is beyond the `most` most direct positions is folded away."""
    every = positions_of(desk, party, topic)
    shown, rest = every[:most], every[most:] if most is not None else ()
    gap = gap_of(desk, party, topic)
    return Cell(
        party=desk.party(party),
        held=_held(desk, shown, brief=brief),
        more=wording.more(len(rest)),
        rest=linked(_held(desk, rest, brief=brief)) if rest else None,
        gap=_gap(desk, gap) if gap else None,
    )


def linked(held: Held) -> Held:
    """The same with links to the passages, which stand in full on the party's page."""
    own, ascribed = (tuple(replace(view, linked=True) for view in views) for views in (held.own, held.ascribed))
    return Held(own, ascribed)


def _held(desk: Desk, positions: tuple[Position, ...], *, brief: bool) -> Held:
    return Held(
        own=tuple(position(desk, p, brief=brief) for p in positions if p.attribution.is_own),
        ascribed=tuple(position(desk, p, brief=brief) for p in positions if not p.attribution.is_own),
    )


def matrix_page(desk: Desk) -> MatrixPage:
    """The full matrix: issues down, parties across, of each cell the most direct positions at first sight."""
    subject, words = desk.knowledge.subject, wording.WORDS
    return MatrixPage(
        head=Head(words["positions"], words["positions_lead"], crumbs=home_crumb(desk), wide=True),
        pairs=pair_links(desk),
        jump=tuple(Link(topic.name, Md(f"#{_row_anchor(topic)}")) for topic in subject.topics),
        own_levels=tuple(level(each) for each in wording.ATTRIBUTION if each.is_own),
        other_levels=tuple(level(each) for each in wording.ATTRIBUTION if not each.is_own),
        parties=tuple(desk.party(party.id) for party in subject.parties),
        rows=tuple(
            Row(
                _row_anchor(topic),
                desk.topic(topic.id),
                tuple(cell(desk, party.id, topic.id, brief=True, most=AT_SIGHT) for party in subject.parties),
            )
            for topic in subject.topics
        ),
        dossier=desk.to_page(urls.page_path(urls.Section.DOSSIER), words["dossier"]),
    )


def _row_anchor(topic: Topic) -> str:
    return heading("row", topic.id)


def small_matrix(desk: Desk) -> tuple[SmallRow, ...]:
    """The matrix in numbers."""
    subject = desk.knowledge.subject
    return tuple(
        SmallRow(desk.topic(topic.id), tuple(_small(desk, party.id, topic.id) for party in subject.parties))
        for topic in subject.topics
    )


def _small(desk: Desk, party: PartyId, topic: TopicId) -> SmallCell:
    held = positions_of(desk, party, topic)
    own = sum(p.attribution.is_own for p in held)
    gap = gap_of(desk, party, topic)
    return SmallCell(
        party=desk.parties[party].name,
        own=wording.own(own) if own else None,
        ascribed=wording.ascribed(len(held) - own) if len(held) > own else None,
        gap=gap_words(gap) if gap and not held else None,
    )


def _gap(desk: Desk, gap: Gap) -> GapView:
    home = at_home(desk, gap)
    return GapView(
        anchor=gap.id if home else None,
        former=urls.former_anchors(gap) if home else (),
        text=gap_words(gap),
        declared=gap.review is Review.EDITOR,
    )


def gap_words(gap: Gap) -> str:
    """What an empty cell says."""
    return wording.WORDS["gap_editor" if gap.review is Review.EDITOR else "gap_auto"]
