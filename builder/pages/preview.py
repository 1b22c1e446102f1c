"""The one picture that a link to the site shows elsewhere: what the briefing is about, of which day, from how much.

Drawn with the typeface that lies beside this module, whatever the machine has: same words, same bytes.
"""

import io
from collections.abc import Iterator
from functools import cache
from importlib import resources

from PIL import Image, ImageDraw, ImageFont

from builder.model.knowledge import Knowledge
from builder.model.pages import Asset
from builder.model.printed_dates import day_in_words
from builder.pages import wording

PREVIEW = "assets/preview.png"
SIZE = (1200, 630)
MARGIN = 84
LEADING = 1.24
PAPER, INK, MUTED, MARK, ACCENT = "#fcfbf8", "#1d1c1a", "#5a564f", "#f9e8a5", "#0f4c6b"
_COLOURS = 64
_SCRIPTS = ("latin", "latin-ext", "latin-additional", "cyrillic", "greek")
_NO_LETTER = "\uffff"

Style = tuple[int, int]
"""Weight (400 or 600) and size in pixels."""


def preview(knowledge: Knowledge) -> Asset:
    """The picture as a PNG. What does not fit is cut at a word, with an ellipsis."""
    subject, words = knowledge.subject, wording.WORDS
    facts = [wording.counted(len(knowledge.sources), "source")]
    if knowledge.build.as_of:
        facts.insert(0, f"{words['as_of']} {day_in_words(knowledge.build.as_of)}")
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, SIZE[0], 16), fill=ACCENT)
    y = _block(draw, MARGIN, subject.title, style=(600, 76), most=3, colour=INK)
    line = SIZE[1] - MARGIN - 26
    most = (line - y - 24) // round(40 * LEADING)
    _block(draw, y + 18, subject.question, style=(400, 40), most=most, colour=MUTED)
    draw.rectangle((MARGIN, line, SIZE[0] - MARGIN, line + 2), fill=INK)
    _block(draw, line + 22, " · ".join(facts), style=(600, 32), most=1, colour=INK)
    written = io.BytesIO()
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return Asset(PREVIEW, written.getvalue())


def _block(draw: ImageDraw.ImageDraw, y: int, text: str, *, style: Style, most: int, colour: str) -> int:
    """Write a text line by line from `y` down, at most so many lines; gives where the next may begin."""
    lines = list(_lines(text, style, SIZE[0] - 2 * MARGIN))
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    for line in lines:
        x = float(MARGIN)
        for letter in line:
            font = _font_for(letter, style)
            draw.text((x, y + style[1]), letter, font=font, fill=colour, anchor="ls")
            x += font.getlength(letter)
        y += round(style[1] * LEADING)
    return y


def _lines(text: str, style: Style, room: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and sum(_font_for(letter, style).getlength(letter) for letter in longer) > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


@cache
def _fonts(style: Style) -> tuple[ImageFont.FreeTypeFont, ...]:
    """The files of a weight, one a script."""
    weight, size = style
    folder = resources.files("builder.pages").joinpath("fonts")
    names = (f"source-serif-4-{script}-{weight}-normal.woff" for script in _SCRIPTS)
    return tuple(ImageFont.truetype(io.BytesIO(folder.joinpath(name).read_bytes()), size) for name in names)


@cache
def _font_for(letter: str, style: Style) -> ImageFont.FreeTypeFont:
    """The first file that has the letter; the first of all where none has."""
    fonts = _fonts(style)
    return next((font for font in fonts if letter == " " or _has(font, letter)), fonts[0])


def _has(font: ImageFont.FreeTypeFont, letter: str) -> bool:
    return bytes(font.getmask(letter)) != bytes(font.getmask(_NO_LETTER))
