"""Figures that measure the same thing as bars from zero on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.pages.pictures.measure import width_of, wrap
from builder.pages.pictures.shapes import LEADING, TEXT, Box, Drawing, Linked, Shape, Words

WIDTH = 340.0
_BAR = 12.0
_ABOVE_BAR = 7.0
_BELOW_BAR = 16.0
_BETWEEN = 12.0
_MOST_OF_LINE = 0.6
"""The part of a line that the value may take, before it gets lines of its own."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A value as printed, who prints it, and where the record of it stands. `subject` says what is measured."""

    value: float
    printed: str
    labels: tuple[str, ...]
    subject: str
    href: str


def comparable(values: Sequence[float]) -> bool:
    """Whether bars from zero say something: two values at least that differ, and none below zero."""
    return len(set(values)) > 1 and min(values) >= 0


def draw_bars(bars: Sequence[Bar], title: str, description: str) -> Drawing:
    """The bars in the order given, each below its words; the longest is as long as the drawing is wide."""
    most = max(bar.value for bar in bars)
    shapes: list[Shape] = []
    reached = 0.0
    for bar in bars:
        row, reached = _row(bar, most, reached)
        shapes.append(Linked(bar.href, bar.subject, row))
    return Drawing(WIDTH, reached - _BELOW_BAR + 2, title, description, tuple(shapes))


def _row(bar: Bar, most: float, top: float) -> tuple[tuple[Shape, ...], float]:
    """The shapes of a bar, and where the next may begin."""
    beside = width_of(bar.printed, TEXT) <= WIDTH * _MOST_OF_LINE
    room = WIDTH - width_of(bar.printed, TEXT) - _BETWEEN if beside else WIDTH
    words: list[Shape] = []
    line = top + TEXT
    for label in bar.labels:
        lines = wrap(label, room, TEXT)
        words.append(Words(0, line, lines, "pic-label"))
        line += LEADING * len(lines)
    if beside:
        words.append(Words(WIDTH, top + TEXT, (bar.printed,), "pic-value", "end"))
    else:
        lines = wrap(bar.printed, room, TEXT)
        words.append(Words(0, line, lines, "pic-value"))
        line += LEADING * len(lines)
    edge = line - LEADING + _ABOVE_BAR
    track = Box(0, edge, WIDTH, _BAR, "pic-track")
    filled = Box(0, edge, max(WIDTH * bar.value / most, 1.0), _BAR, "pic-bar")
    return (*words, track, filled), edge + _BAR + _BELOW_BAR
