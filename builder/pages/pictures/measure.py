"""How much room words take, and words cut into lines. No font is at hand, so widths are those of a wide one."""

import unicodedata

_NARROW = frozenset("iljtfrI.,:;'’‘|!()[]/ -–")
_WIDE = frozenset("mwMWQOG@%&—…")


def _advance(letter: str) -> float:
    """The width of a letter, in parts of the size of the type."""
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    if letter in _WIDE:
        return 1.0
    if letter in _NARROW:
        return 0.42
    return 0.77 if letter.isupper() else 0.63


def width_of(text: str, size: float) -> float:
    """The width of the text at a size, never less than what a browser draws with a common sans serif."""
    return sum(map(_advance, text)) * size


def wrap(text: str, room: float, size: float) -> tuple[str, ...]:
    """The text cut into lines that fit the room; joined, the lines are the text with its blanks folded.

    A line keeps the blank at which it was cut. A word that fits no line is cut within, a letter a line at the least.
    """
    lines = [""]
    for word in (f"{word} " for word in text.split()):
        for piece in _pieces(word, room, size):
            if lines[-1] and width_of((lines[-1] + piece).rstrip(), size) > room:
                lines.append("")
            lines[-1] += piece
    lines[-1] = lines[-1].rstrip(" ")
    return tuple(line for line in lines if line)


def _pieces(word: str, room: float, size: float) -> tuple[str, ...]:
    """The word, in pieces that fit the room."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and letter != " " and width_of(pieces[-1] + letter, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return tuple(pieces)
