"""Drawings as SVG that stands within a page. The only module that knows the library that writes it.

Shapes bear classes and nothing else of looks: no style attribute, no script, no colour. Ids begin with the name of the
drawing. The library escapes texts; attributes it writes as they are, so they are escaped here.
"""

from collections.abc import Iterable
from html import escape

import drawsvg

from builder.pages.markdown import Md
from builder.pages.pictures.shapes import LEADING, TEXT, Box, Disc, Drawing, Linked, Shape, Stroke, Words

_NAMESPACES = ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"\n    '
_NOTHING_DEFINED = "<defs>\n</defs>\n"
_BEND = 0.5
"""How far a curve stays level, in parts of the way."""


class _Anchor(drawsvg.DrawingParentElement):
    TAG_NAME = "a"


class _Description(drawsvg.Title):
    TAG_NAME = "desc"


def as_svg(drawing: Drawing, name: str, look: str) -> Md:
    """The drawing as an `svg` element of a page; `name` is unique on it, `look` is the class of the element."""
    title, description = f"{name}-title", f"{name}-desc"
    canvas = drawsvg.Drawing(
        _number(drawing.width),
        _number(drawing.height),
        id=escape(name),
        class_=escape(f"picture {look}"),
        role="group",
        aria_labelledby=escape(title),
        aria_describedby=escape(description),
    )
    canvas.append(drawsvg.Title(drawing.title, id=escape(title)))
    canvas.append(_Description(drawing.description, id=escape(description)))
    canvas.extend(_elements(drawing.shapes))
    written = canvas.as_svg(header="").replace(_NAMESPACES, "", 1).replace(_NOTHING_DEFINED, "", 1)
    return Md(written)


def _elements(shapes: Iterable[Shape]) -> list[drawsvg.DrawingElement]:
    return [_element(shape) for shape in shapes]


def _element(shape: Shape) -> drawsvg.DrawingElement:
    match shape:
        case Box():
            sizes = map(_number, (shape.x, shape.y, shape.width, shape.height))
            rounded = {"rx": _number(shape.round)} if shape.round else {}
            return drawsvg.Rectangle(*sizes, class_=escape(shape.style), **rounded)
        case Disc():
            return drawsvg.Circle(*map(_number, (shape.x, shape.y, shape.radius)), class_=escape(shape.style))
        case Stroke():
            return drawsvg.Path(_path(shape), class_=escape(shape.style))
        case Words():
            return _words(shape)
        case Linked():
            inside = [drawsvg.Title(shape.title), *_elements(shape.shapes)]
            return _Anchor(inside, href=escape(shape.href))


def _words(shape: Words) -> drawsvg.Text:
    # Several lines are each an element within; a line that was cut at a blank keeps it, so that the text reads on.
    anchor = {} if shape.anchor == "start" else {"text_anchor": shape.anchor}
    return drawsvg.Text(
        shape.lines[0] if len(shape.lines) == 1 else shape.lines,
        _number(TEXT),
        _number(shape.x),
        _number(shape.y),
        line_height=_number(LEADING / TEXT),
        class_=escape(shape.style),
        **anchor,
    )


def _path(shape: Stroke) -> str:
    points = [f"{_number(x)} {_number(y)}" for x, y in shape.points]
    if not shape.curved:
        return f"M{'L'.join(points)}"
    (start, above), (end, below), *_ = shape.points
    bend = (end - start) * _BEND
    curve = f"C{_number(start + bend)} {_number(above)} {_number(end - bend)} {_number(below)} {points[1]}"
    return "L".join((f"M{points[0]}{curve}", *points[2:]))


def _number(value: float) -> int | float:
    """Rounded to a tenth of a pixel; whole numbers without a point."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded
