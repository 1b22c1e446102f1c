"""What a drawing is made of: shapes at places, in pixels from the upper left corner, each of a named style.

A style is a class of the style sheet; a drawing holds no colour.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.pages.pictures.measure import width_of

TEXT = 14.0
"""The size of type: nothing in a drawing is smaller."""
LEADING = 18.2
"""From one line to the next."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The room that something takes."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Extent") -> bool:
        """Whether the other lies within."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def overlaps(self, other: "Extent") -> bool:
        """Whether the two have room in common; a common edge is none."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `round` is the radius of its corners."""

    x: float
    y: float
    width: float
    height: float
    style: str
    round: float = 0.0


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle around a point."""

    x: float
    y: float
    radius: float
    style: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `curved`: from the first to the second it bends, leaving and arriving level."""

    points: tuple[tuple[float, float], ...]
    style: str
    curved: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of one text; `y` is the base line of the first. `anchor` is start, middle or end."""

    x: float
    y: float
    lines: tuple[str, ...]
    style: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Linked:
    """Shapes that lead somewhere, with a text that says in full what they stand for."""

    href: str
    title: str
    shapes: tuple["Shape", ...]


Shape = Box | Disc | Stroke | Words | Linked


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture: its size, what it is called, what it shows in a sentence, and its shapes from back to front."""

    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Shape, ...]


def flat(shapes: Iterable[Shape]) -> Iterator[Box | Disc | Stroke | Words]:
    """All shapes, those within links too."""
    for shape in shapes:
        if isinstance(shape, Linked):
            yield from flat(shape.shapes)
        else:
            yield shape


def extent(shape: Box | Disc | Stroke | Words) -> Extent:
    """The room that a shape takes; of words at the least what they need."""
    match shape:
        case Box():
            return Extent(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
        case Disc():
            x, y, r = shape.x, shape.y, shape.radius
            return Extent(x - r, y - r, x + r, y + r)
        case Stroke():
            across, down = zip(*shape.points, strict=True)
            return Extent(min(across), min(down), max(across), max(down))
        case Words():
            width = max(width_of(line.rstrip(" "), TEXT) for line in shape.lines)
            left = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
            top = shape.y - TEXT
            return Extent(left, top, left + width, shape.y + LEADING * (len(shape.lines) - 1) + TEXT * 0.25)
