"""Marks in rows so that none lies over another; what no row holds is gathered in a mark that says how many they are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from builder.pages.pictures.measure import width_of
from builder.pages.pictures.shapes import TEXT

MARK = 24.0
"""The height of a mark, and the least width: what a finger hits."""
ROWS = 12
"""How many rows of marks there are at most; of bars, in each."""
_APART = 4.0
_CELL = 80.0
"""The room of a mark that stands for others."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A few letters in a frame that lead somewhere; `round` is the form of the frame."""

    text: str
    title: str
    href: str
    style: str
    round: bool = True

    @property
    def width(self) -> float:
        """The width of the frame."""
        return max(MARK, width_of(self.text, TEXT) + 8)


@dataclass(frozen=True, slots=True)
class Place:
    """A mark and its middle."""

    mark: Mark
    x: float


@dataclass(frozen=True, slots=True)
class Row:
    """Marks side by side, or the `name` of a bar; with `bar` they lie on it, between its two edges."""

    places: tuple[Place, ...]
    bar: tuple[float, float] | None = None
    name: str | None = None


More = Callable[[int], str]
"""How many marks → the words of the mark that stands for them."""


def lay_out(points: Sequence[tuple[float, Mark]], width: float, more: More) -> tuple[Row, ...]:
    """Marks at their places between 0 and the width, each in the first row in which it has room."""
    rows: list[list[Place]] = []
    left_over: dict[int, list[Mark]] = {}
    for x, mark in points:
        place = Place(mark, min(max(x, mark.width / 2), width - mark.width / 2))
        row = next((row for row in rows if _has_room(row, place)), None)
        if row is None and len(rows) < ROWS - 1:
            rows.append([place])
        elif row is None:
            left_over.setdefault(min(int(place.x / _CELL), int(width / _CELL) - 1), []).append(mark)
        else:
            row.append(place)
    last = tuple(Place(_gathered(marks, more), (cell + 0.5) * _CELL) for cell, marks in sorted(left_over.items()))
    return (*(Row(tuple(row)) for row in rows), *([Row(last)] if last else []))


def lay_out_in(
    marks: Sequence[Mark], left: float, right: float, more: More, names: Iterable[str] = ()
) -> tuple[Row, ...]:
    """Marks side by side in the middle of a bar, in as many rows as they need, after the first of its names that fits."""
    rows = _flow(marks, left, right)
    if len(rows) > ROWS:
        kept = rows[: ROWS - 1]
        rest = marks[sum(map(len, kept)) :]
        rows = (*kept, *_flow([_gathered(rest, more)], left, right))
    name = next((name for name in names if width_of(name, TEXT) <= right - left - 2 * _APART), None)
    named = (Row((), (left, right), name),) if name else ()
    return (*named, *(Row(_centred(row, left, right), (left, right)) for row in rows))


def _flow(marks: Sequence[Mark], left: float, right: float) -> tuple[tuple[Place, ...], ...]:
    rows: list[list[Place]] = [[]]
    reached = left + _APART
    for mark in marks:
        if rows[-1] and reached + mark.width > right:
            rows.append([])
            reached = left + _APART
        rows[-1].append(Place(mark, reached + mark.width / 2))
        reached += mark.width + _APART
    return tuple(map(tuple, rows))


def _centred(row: Sequence[Place], left: float, right: float) -> tuple[Place, ...]:
    """The places moved to the middle: a mark on a bar is at no place of its own."""
    if not row:
        return ()
    first, last = row[0].x - row[0].mark.width / 2, row[-1].x + row[-1].mark.width / 2
    by = (left + right - first - last) / 2
    return tuple(Place(place.mark, place.x + by) for place in row)


def _has_room(row: Iterable[Place], place: Place) -> bool:
    return all(abs(place.x - other.x) >= (place.mark.width + other.mark.width) / 2 + _APART for other in row)


def _gathered(marks: Sequence[Mark], more: More) -> Mark:
    """The mark that stands for several; it leads to the first of them."""
    return Mark(more(len(marks)), more(len(marks)), marks[0].href, "pic-more", round=marks[0].round)
