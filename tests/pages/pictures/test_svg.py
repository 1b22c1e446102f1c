"""Shapes as SVG: escaped, without looks of their own, the same bytes each time."""

import os
import subprocess
import sys

import pytest

from builder.pages.pictures.measure import width_of
from builder.pages.pictures.shapes import TEXT, Box, Disc, Drawing, Linked, Stroke, Words, extent
from builder.pages.pictures.svg import as_svg
from tests.pages.pictures.looking import looks_of, written
from tests.pages.rendering import ROOT

HOSTILE = '</text></svg><script>alert(1)</script>" onload="alert(1)" x=\'&lt; ]]> <a href="javascript:x">'


def drawing(text="Tarn", href="../x/#y", style="pic-box"):
    linked = Linked(href, text, (Box(1, 2, 30.04, 10, style, 3), Words(0, 12, (f"{text} ", text), style, "middle")))
    curve = Stroke(((0, 0), (20, 10)), style, curved=True)
    return Drawing(100, 50, text, text, (linked, Disc(5, 5, 2.25, style), curve, Words(0, 40, (text,), style)))


def test_hostile_words_are_words_in_every_place():
    tree, plain = written(drawing(HOSTILE, HOSTILE, HOSTILE), HOSTILE, HOSTILE), written(drawing())
    assert [e.tag for e in tree.iter()] == [e.tag for e in plain.iter()]
    assert [set(e.attrib) for e in tree.iter()] == [set(e.attrib) for e in plain.iter()]
    texts = [e.text for e in tree.iter() if e.text and e.text.strip()]
    assert len(texts) == len([e for e in plain.iter() if e.text and e.text.strip()])
    assert all(HOSTILE in text for text in texts)
    assert tree.find("a").get("href") == HOSTILE
    assert tree.get("id") == HOSTILE


def test_it_has_a_name_a_description_and_no_looks_of_its_own():
    svg = str(as_svg(drawing(), "section-picture-x", "picture-wide"))
    tree = written(drawing(), "section-picture-x", "picture-wide")
    assert tree.get("aria-labelledby") == tree.find("title").get("id") == "section-picture-x-title"
    assert tree.get("aria-describedby") == tree.find("desc").get("id") == "section-picture-x-desc"
    assert (tree.get("role"), tree.get("class")) == ("group", "picture picture-wide")
    assert tree.get("viewBox") == "0 0 100 50"
    assert looks_of(svg) == []
    assert not {e.tag for e in tree.iter()} & {"script", "style", "defs", "image", "use", "foreignObject"}


def test_numbers_are_rounded_and_lines_of_one_text_read_on():
    tree = written(drawing())
    assert tree.find("a/rect").get("width") == "30"
    assert tree.find("circle").get("r") == "2.2"
    assert "".join(tree.find("a/text").itertext()) == "Tarn Tarn"


@pytest.mark.parametrize(("anchor", "share"), [("start", 0), ("middle", 0.5), ("end", 1)])
def test_the_room_of_words_is_reckoned_from_their_anchor(anchor, share):
    place = extent(Words(50, 20, ("Tarn ",), "x", anchor))
    assert place.left == pytest.approx(50 - share * width_of("Tarn", TEXT))
    assert place.right - place.left == pytest.approx(width_of("Tarn", TEXT))
    assert place.top < 20 < place.bottom


@pytest.mark.slow
def test_the_bytes_do_not_hang_on_the_hash_seed():
    program = (
        "from tests.pages.pictures.test_svg import drawing; from builder.pages.pictures.svg import as_svg;"
        "import sys; sys.stdout.write(str(as_svg(drawing(), 'n', 'l')))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert b"<svg" in next(iter(runs))
