"""A picture as templates show it: one drawing, or a wide one and a tall one for narrow screens."""

from dataclasses import dataclass

from builder.pages.markdown import Md
from builder.pages.pictures.shapes import Drawing
from builder.pages.pictures.svg import as_svg
from builder.pages.views.common import Link, heading


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawings of a picture as SVG, and the sentence below that says how it is to be read.

    `section` is the anchor of the heading above it, where it has one, and `link` leads there.
    """

    drawings: tuple[Md, ...]
    reading: str
    section: str
    link: Link


def picture(name: str, reading: str, drawing: Drawing, tall: Drawing | None = None) -> Picture:
    """A picture; `name` is unique on the page. Of two drawings the style sheet shows the one that fits."""
    anchor, section = heading("picture", name), heading("drawn", name)
    first = as_svg(drawing, anchor, "picture-wide" if tall else "picture-small")
    drawings = (first, as_svg(tall, f"{anchor}-tall", "picture-tall")) if tall else (first,)
    return Picture(drawings, reading, section, Link(drawing.title, Md(f"#{section}")))
