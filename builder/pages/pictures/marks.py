"""Numbered marks, and what their styles mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.pages.pictures.lanes import MARK, Mark
from builder.pages.pictures.measure import width_of, wrap
from builder.pages.pictures.shapes import LEADING, TEXT, Box, Linked, Shape, Words

_GAP = 6.0
_CORNERS = 2.0


@dataclass(frozen=True, slots=True)
class Meaning:
    """A style of marks and what it says; `round` is the form of the frame."""

    style: str
    text: str
    round: bool = True


def mark_at(mark: Mark, x: float, top: float) -> Linked:
    """A mark around a point: its words in a box whose corners and border the style decides."""
    box = Box(x - mark.width / 2, top, mark.width, MARK, f"pic-mark {mark.style}", _corners(round_frame=mark.round))
    words = Words(x, top + MARK / 2 + TEXT * 0.36, (mark.text,), f"pic-number {mark.style}", "middle")
    return Linked(mark.href, mark.title, (box, words))


def draw_legend(meanings: Sequence[Meaning], width: float, top: float) -> tuple[list[Shape], float]:
    """A sample of each style with what it says, in as many lines as they need, and where they end."""
    shapes: list[Shape] = []
    x = 1.0
    for meaning in meanings:
        needed = MARK + _GAP + width_of(meaning.text, TEXT)
        if x > 1 and x + needed > width:
            x, top = 1.0, top + MARK + _GAP
        lines = wrap(meaning.text, width - MARK - _GAP, TEXT)
        shapes.append(Box(x, top, MARK, MARK, f"pic-mark {meaning.style}", _corners(round_frame=meaning.round)))
        shapes.append(Words(x + MARK + _GAP, top + MARK / 2 + TEXT * 0.36, lines, "pic-label"))
        x += needed + 3 * _GAP
        top += LEADING * (len(lines) - 1)
    return shapes, top + MARK + 2


def _corners(*, round_frame: bool) -> float:
    return MARK / 2 if round_frame else _CORNERS
