"""Moments along a line of time: each a numbered mark, what happened above the line, what was expected below it.

A moment is as long as its date is vague. Where that is long enough to be seen, its mark lies in the middle of a bar of
that length, and the bar says what it stands for: nobody is to read a day into the place of such a mark. How precise the
date is, the style of the mark says in any case.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.pages.pictures.lanes import MARK, Mark, More, Row, lay_out, lay_out_in
from builder.pages.pictures.marks import Meaning, draw_legend, mark_at
from builder.pages.pictures.measure import width_of
from builder.pages.pictures.shapes import LEADING, TEXT, Box, Drawing, Shape, Stroke, Words, extent

_EDGE = 14.0
_GAP = 6.0
_PITCH = MARK + _GAP
"""From one row of marks to the next."""
_LONG = 2.5
"""From how many marks' width on a moment has a bar."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An event: its number in the list, the days it may have been on (`end` not among them), and where it stands.

    `names` are what may be written on a bar of that length, the first before the others where there is room.
    """

    mark: Mark
    start: int
    end: int
    expected: bool
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """A stretch of time that is drawn on a line of its own. Ticks are days with what is written at them."""

    start: int
    end: int
    heading: str | None
    ticks: tuple[tuple[int, str], ...]
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """The words of a timeline: of the two sides of a line, and of each style of marks."""

    happened: str
    expected: str
    marks: tuple[Meaning, ...]
    more: More


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days → pixels."""

    panel: Panel
    width: float

    def x(self, day: float) -> float:
        share = (day - self.panel.start) / (self.panel.end - self.panel.start)
        return _EDGE + share * (self.width - 2 * _EDGE)


def draw_timeline(panels: Sequence[Panel], legend: Legend, width: float, title: str, description: str) -> Drawing:
    """The panels one below the other; a panel that lies within the first is joined to its place there."""
    shapes: list[Shape] = []
    reached = 0.0
    for number, panel in enumerate(panels):
        if number:
            shapes += _joined(panels[0], panel, width, reached)
            reached += 3 * LEADING
        drawn, reached = _panel(panel, legend, width, reached)
        shapes += drawn
    drawn, reached = draw_legend(legend.marks, width, reached + LEADING)
    return Drawing(width, reached, title, description, (*shapes, *drawn))


def _joined(whole: Panel, part: Panel, width: float, top: float) -> list[Shape]:
    """Two lines from the part's place in the whole to the edges of the part."""
    scale = _Scale(whole, width)
    bottom = top + 3 * LEADING - _GAP
    ends = ((scale.x(part.start), _EDGE), (scale.x(part.end), width - _EDGE))
    return [Stroke(((x, top), (edge, bottom)), "pic-zoom") for x, edge in ends]


def _panel(panel: Panel, legend: Legend, width: float, top: float) -> tuple[list[Shape], float]:
    scale = _Scale(panel, width)
    above = _rows([m for m in panel.moments if not m.expected], scale, legend.more)
    below = _rows([m for m in panel.moments if m.expected], scale, legend.more, downwards=True)
    shapes: list[Shape] = []
    if panel.heading:
        shapes.append(Words(0, top + TEXT, (panel.heading,), "pic-heading"))
        top += LEADING + _GAP
    if above:
        shapes.append(Words(0, top + TEXT, (legend.happened,), "pic-label"))
        top += LEADING + _GAP
    axis = top + _height(above) + _GAP
    bottom = axis + LEADING + _GAP
    shapes += [*_side(above, axis, -1, axis), *_side(below, bottom, 1, axis), *_axis(scale, axis)]
    if below:
        bottom += _height(below) + _GAP
        shapes.append(Words(0, bottom + TEXT, (legend.expected,), "pic-label"))
        bottom += LEADING + _GAP
    return shapes, bottom


def _rows(moments: Sequence[Moment], scale: _Scale, more: More, *, downwards: bool = False) -> tuple[Row, ...]:
    """The marks in rows, the next to the line first: those of a point in time, then the bars with theirs.

    The name of a bar is its topmost row.
    """
    bars: dict[tuple[int, int], list[Moment]] = {}
    points: list[tuple[float, Mark]] = []
    for moment in moments:
        if scale.x(moment.end) - scale.x(moment.start) >= _LONG * MARK:
            bars.setdefault((moment.start, moment.end), []).append(moment)
        else:
            points.append((scale.x((moment.start + moment.end) / 2), moment.mark))
    rows = list(lay_out(points, scale.width, more))
    for (start, end), inside in sorted(bars.items()):
        left, right = max(scale.x(start), 0.0), min(scale.x(end), scale.width)
        on_bar = lay_out_in([moment.mark for moment in inside], left, right, more, inside[0].names)
        rows += on_bar if downwards else reversed(on_bar)
    return tuple(rows)


def _height(rows: Sequence[Row]) -> float:
    return len(rows) * _PITCH


def _side(rows: Sequence[Row], base: float, way: int, axis: float) -> list[Shape]:
    """The marks on one side of the line: `way` is -1 above it and 1 below it; stems first, so that marks lie over them."""
    stems: list[Shape] = []
    marks: list[Shape] = []
    for number, row in enumerate(rows):
        top = base + (number * _PITCH + _GAP if way > 0 else -(number + 1) * _PITCH)
        if row.bar:
            stems.append(Box(row.bar[0], top - _GAP / 2, row.bar[1] - row.bar[0], _PITCH, "pic-span"))
            if row.name:
                marks.append(Words(sum(row.bar) / 2, top + LEADING - _GAP / 2, (row.name,), "pic-label", "middle"))
        for place in row.places:
            if not row.bar:
                stems.append(Stroke(((place.x, top + MARK / 2), (place.x, axis)), "pic-stem"))
            marks.append(mark_at(place.mark, place.x, top))
    return [*stems, *marks]


def _axis(scale: _Scale, y: float) -> list[Shape]:
    shapes: list[Shape] = [Stroke(((0.0, y), (scale.width, y)), "pic-axis")]
    free = 0.0
    for day, text in scale.panel.ticks:
        x, half = scale.x(day), width_of(text, TEXT) / 2
        shapes.append(Stroke(((x, y), (x, y + 4)), "pic-axis"))
        middle = min(max(x, half), scale.width - half)
        if middle - half >= free:
            words = Words(middle, y + LEADING, (text,), "pic-tick", "middle")
            shapes.append(words)
            free = extent(words).right + 2 * _GAP
    return shapes
