"""The picture of link previews."""

import hashlib
import io
import json
from dataclasses import replace
from importlib import resources

import pytest
from PIL import Image

from builder.pages.preview import PREVIEW, SIZE, _font_for, _has, preview
from tests.pages.small import small_knowledge

FONTS = resources.files("builder.pages").joinpath("fonts")


def titled(title, question="Who may fish where?"):
    knowledge = small_knowledge()
    return replace(knowledge, subject=replace(knowledge.subject, title=title, question=question))


def pixels(asset):
    image = Image.open(io.BytesIO(asset.data))
    assert (image.format, image.size) == ("PNG", SIZE)
    return image.convert("L")


def darkest(image, *box):
    return image.crop(box).getextrema()[0]


def test_the_same_words_give_the_same_bytes():
    one, two = preview(small_knowledge()), preview(small_knowledge())
    assert one == two
    assert one.path == PREVIEW
    assert len(one.data) < 60_000


def test_other_words_give_another_picture():
    assert preview(titled("One")).data != preview(titled("Two")).data


@pytest.mark.parametrize("words", [3, 60])
def test_whatever_the_length_nothing_is_written_over_the_margin_or_the_last_line(words):
    image = pixels(preview(titled("Accord " * words, "Which fish, and whose, and when? " * words)))
    assert darkest(image, 0, 30, 60, SIZE[1]) > 200
    assert darkest(image, SIZE[0] - 60, 30, *SIZE) > 200
    assert darkest(image, 0, 506, SIZE[0], 518) > 200
    assert darkest(image, 84, 100, 600, 200) < 80


@pytest.mark.parametrize("letter", "aßéőễĐЖλ“–")
def test_letters_of_many_scripts_are_drawn_and_not_boxed(letter):
    assert _has(_font_for(letter, (600, 40)), letter)


def test_the_fonts_are_those_that_are_recorded():
    recorded = json.loads(FONTS.joinpath("fonts.json").read_text(encoding="utf-8"))["sha256"]
    files = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in FONTS.iterdir() if f.name.endswith(".woff")}
    assert files == recorded
    assert len(files) == 10
    assert "SIL Open Font License" in FONTS.joinpath("OFL.txt").read_text(encoding="utf-8")
