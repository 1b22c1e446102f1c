"""What can be said of any drawing."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations

from builder.pages.pictures.shapes import Box, Disc, Extent, Linked, Words, extent, flat
from builder.pages.pictures.svg import as_svg


def written(drawing, name="section-picture-x", look="picture-small"):
    """The SVG as a tree; what is no well-formed XML raises."""
    return ET.fromstring(str(as_svg(drawing, name, look)))


def outside(drawing):
    """The shapes that lie beyond the edge."""
    canvas = Extent(-0.06, -0.06, drawing.width + 0.06, drawing.height + 0.06)
    return [shape for shape in flat(drawing.shapes) if not canvas.holds(extent(shape))]


def words_of(drawing):
    return [shape for shape in flat(drawing.shapes) if isinstance(shape, Words)]


def overlapping(drawing):
    """Pairs of texts that lie over each other."""
    return [(a.lines, b.lines) for a, b in combinations(words_of(drawing), 2) if extent(a).overlaps(extent(b))]


def links_of(drawing):
    return [shape for shape in drawing.shapes if isinstance(shape, Linked)]


def marks_of(drawing):
    """The room of the solid shape of each link."""
    for link in links_of(drawing):
        yield next(extent(s) for s in flat(link.shapes) if isinstance(s, Box | Disc))


def said_in(element):
    """Every text of the drawing, lines joined."""
    return [" ".join("".join(e.itertext()).split()) for e in element.iter() if e.tag in {"text", "title", "desc"}]


def looks_of(svg):
    """The attributes that would give looks or behaviour of their own."""
    return re.findall(r"\s(style|fill|stroke|on\w+)=", svg)
