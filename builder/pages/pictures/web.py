"""Who takes part in what: actors in two columns, between them what they share, joined by curves.

Actors that belong together stand in one frame. Things with the same takers stand together, each a numbered mark. Where
everything stands, `weaving` decides.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.pages.pictures.lanes import MARK
from builder.pages.pictures.marks import Meaning, draw_legend, mark_at
from builder.pages.pictures.measure import wrap
from builder.pages.pictures.shapes import LEADING, TEXT, Box, Drawing, Linked, Shape, Stroke, Words
from builder.pages.pictures.weaving import Bundle, Frame, Key, Member, Woven, settle, stacked, weave

_PAD = 7.0
_BETWEEN = 12.0
_APART = 4.0
_PITCH = MARK + _APART


@dataclass(frozen=True, slots=True)
class Sizes:
    """The measures of a drawing: its width, that of a column of actors, and how many marks stand in a row."""

    width: float
    column: float
    marks: int


@dataclass(frozen=True, slots=True)
class WebWords:
    """What the picture is called, what it shows, and what its marks and lines mean, each with its style."""

    title: str
    description: str
    marks: tuple[Meaning, ...]
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """Something with its place; `x` is its left edge."""

    x: float
    top: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def draw_web(members: Sequence[Member], bundles: Sequence[Bundle], sizes: Sizes, words: WebWords) -> Drawing:
    """The picture, with what its marks and lines mean below."""
    woven = weave(members, bundles)
    room = max(
        stacked((_bundle_height(bundle, sizes) for bundle in woven.bundles), _BETWEEN),
        *(stacked((_frame_height(frame, sizes) for frame in side), _BETWEEN) for side in woven.sides),
    )
    between = _place_bundles(woven, sizes, room)
    rows = _place_rows(woven, between, sizes, room)
    shapes = [*_curves(woven.bundles, rows, between)]
    for frame in (*woven.sides[0], *woven.sides[1]):
        shapes += _frame(frame, rows, sizes)
    for bundle in woven.bundles:
        shapes += _bundle(bundle, between[bundle.key], sizes)
    legend, reached = _legend(words, sizes.width, room + LEADING)
    return Drawing(sizes.width, reached, words.title, words.description, (*shapes, *legend))


def _bundle_width(bundle: Bundle, sizes: Sizes) -> float:
    return min(len(bundle.marks), sizes.marks) * _PITCH - _APART + 2 * _PAD


def _bundle_height(bundle: Bundle, sizes: Sizes) -> float:
    return -(-len(bundle.marks) // sizes.marks) * _PITCH - _APART + 2 * _PAD


def _lines(member: Member, sizes: Sizes) -> tuple[str, ...]:
    return wrap(member.name, sizes.column - 2 * _PAD, TEXT)


def _row_height(member: Member, sizes: Sizes) -> float:
    return len(_lines(member, sizes)) * LEADING + _PAD


def _frame_height(frame: Frame, sizes: Sizes) -> float:
    return sum(_row_height(member, sizes) for member in frame.members)


def _place_bundles(woven: Woven, sizes: Sizes, room: float) -> dict[Key, _Placed]:
    """The bundles one below the other, in the middle."""
    heights = [_bundle_height(bundle, sizes) for bundle in woven.bundles]
    tops = settle([(room - stacked(heights, _BETWEEN)) / 2] * len(heights), heights, _BETWEEN, room)
    widths = [_bundle_width(bundle, sizes) for bundle in woven.bundles]
    return {
        bundle.key: _Placed((sizes.width - wide) / 2, top, wide, high)
        for bundle, top, wide, high in zip(woven.bundles, tops, widths, heights, strict=True)
    }


def _place_rows(woven: Woven, between: Mapping[Key, _Placed], sizes: Sizes, room: float) -> dict[str, _Placed]:
    """The rows of the actors, each frame as near as can be to what its members take part in."""
    rows: dict[str, _Placed] = {}
    for side, x in zip(woven.sides, (0.0, sizes.width - sizes.column), strict=True):
        heights = [_frame_height(frame, sizes) for frame in side]
        wished = [_wished(frame, woven, between) - high / 2 for frame, high in zip(side, heights, strict=True)]
        for frame, frame_top in zip(side, settle(wished, heights, _BETWEEN, room), strict=True):
            top = frame_top
            for member in frame.members:
                rows[member.id] = _Placed(x, top, sizes.column, _row_height(member, sizes))
                top += rows[member.id].height
    return rows


def _wished(frame: Frame, woven: Woven, between: Mapping[Key, _Placed]) -> float:
    """The mean height of what the members of a frame take part in."""
    joined = [between[b.key].middle for m in frame.members for b in woven.bundles if m.id in b.all]
    return sum(joined) / len(joined) if joined else 0.0


def _curves(bundles: Sequence[Bundle], rows: Mapping[str, _Placed], between: Mapping[Key, _Placed]) -> Iterator[Shape]:
    """From each actor to beside the widest bundle in a curve, and on to the bundle level, so that no curve crosses one."""
    left = min(place.x for place in between.values())
    right = max(place.x + place.width for place in between.values())
    for bundle in bundles:
        place = between[bundle.key]
        for taker in bundle.all:
            row = rows[taker]
            on_left = row.x < place.x
            start = row.x + row.width if on_left else row.x
            turn, end = (left, place.x) if on_left else (right, place.x + place.width)
            style, level = ("pic-tie", place.middle) if taker in bundle.takers else ("pic-sign", place.middle + _APART)
            yield Stroke(((start, row.middle), (turn, level), (end, level)), style, curved=True)


def _frame(frame: Frame, rows: Mapping[str, _Placed], sizes: Sizes) -> Iterator[Shape]:
    first = rows[frame.members[0].id]
    yield Box(first.x, first.top, first.width, _frame_height(frame, sizes), "pic-frame", 4)
    for number, member in enumerate(frame.members):
        row = rows[member.id]
        if number:
            yield Stroke(((row.x, row.top), (row.x + row.width, row.top)), "pic-rule")
        style = "pic-head" if member.head else "pic-name"
        words = Words(row.x + _PAD, row.top + _PAD / 2 + TEXT, _lines(member, sizes), style)
        hit = Box(row.x, row.top, row.width, row.height, "pic-hit")
        yield Linked(member.href, member.name, (hit, words))


def _bundle(bundle: Bundle, place: _Placed, sizes: Sizes) -> Iterator[Shape]:
    yield Box(place.x, place.top, place.width, place.height, "pic-bundle", 4)
    for number, mark in enumerate(bundle.marks):
        row, column = divmod(number, sizes.marks)
        x = place.x + _PAD + column * _PITCH + MARK / 2
        yield mark_at(mark, x, place.top + _PAD + row * _PITCH)


def _legend(words: WebWords, width: float, top: float) -> tuple[list[Shape], float]:
    """What the lines mean, then what the marks mean."""
    shapes: list[Shape] = []
    for style, text in words.lines:
        lines = wrap(text, width - 2 * MARK - _PAD, TEXT)
        shapes.append(Stroke(((1, top + TEXT * 0.7), (1 + 2 * MARK - _PAD, top + TEXT * 0.7)), style))
        shapes.append(Words(2 * MARK, top + TEXT, lines, "pic-label"))
        top += LEADING * len(lines) + _APART
    marks, reached = draw_legend(words.marks, width, top + _APART)
    return [*shapes, *marks], reached
