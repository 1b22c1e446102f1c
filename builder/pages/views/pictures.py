"""A picture as templates show it: one drawing, or a wide one and a tall one for narrow screens, with a table beside it."""

from dataclasses import dataclass

from builder.pages.markdown import Md
from builder.pages.pictures.shapes import Drawing
from builder.pages.pictures.svg import as_svg
from builder.pages.views.common import heading


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawings of a picture as SVG, and the sentence below that says how it is to be read."""

    drawings: tuple[Md, ...]
    reading: str


def picture(name: str, reading: str, drawing: Drawing, tall: Drawing | None = None) -> Picture:
    """A picture; `name` is unique on the page. Of two drawings the style sheet shows the one that fits."""
    anchor = heading("picture", name)
    if tall is None:
        return Picture((as_svg(drawing, anchor, "picture-small"),), reading)
    wide = as_svg(drawing, anchor, "picture-wide")
    return Picture((wide, as_svg(tall, f"{anchor}-tall", "picture-tall")), reading)
