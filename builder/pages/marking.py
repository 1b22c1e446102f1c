"""Text and spans → segments that tile a stretch of it, marked or not, never overlapping."""

from collections.abc import Iterable
from dataclasses import dataclass

from builder.model.text import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A slice of a text; `marked` where a span to be shown covers it."""

    text: str
    marked: bool


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans as few as possible: in order, those that touch or overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def segments(text: str, shown: Span, marks: Iterable[Span]) -> tuple[Segment, ...]:
    """The shown stretch of the text, cut where a mark begins or ends; joined, the segments are that stretch.

    What a mark covers outside the stretch is left out.
    """
    cut: list[Segment] = []
    reached = shown.start
    for mark in merge(span for span in marks if span.overlaps(shown)):
        start, end = max(mark.start, shown.start), min(mark.end, shown.end)
        if reached < start:
            cut.append(Segment(text[reached:start], marked=False))
        cut.append(Segment(text[start:end], marked=True))
        reached = end
    if reached < shown.end:
        cut.append(Segment(text[reached : shown.end], marked=False))
    return tuple(cut)
