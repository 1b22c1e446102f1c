"""Which tokens stand between quotation marks.

The marks of a paragraph are paired by `marks`, as for the quotations that stand on the site. Here a token is in one stretch at the
most, and what does not pair is mended in place: a mark too many ends or begins a stretch, it never loses the rest.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.analyse.marks import Pair, find_marks, pair_marks
from builder.analyse.parsing import Parse
from builder.model.text import Span

_WITHOUT_SIDE = '"'  # such a mark alone stands for inches too


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between marks, in token indices with both marks included.

    `opened` and `closed` say whether the mark at that end is printed; `single` whether the marks are single ones.
    """

    first: int
    last: int
    opened: bool
    closed: bool
    single: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """The quoted stretches of an article in order, and for each token the index of the one that holds it, or -1.

    Stretches between double marks never overlap; single marks count only outside of them.
    """

    stretches: tuple[Quoted, ...]
    inside: tuple[int, ...]

    def at(self, token: int) -> Quoted | None:
        """The stretch that holds the token."""
        return self.stretches[self.inside[token]] if self.inside[token] >= 0 else None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch by its place in a paragraph."""

    span: Span
    opened: bool = True
    closed: bool = True
    single: bool = False


def read_marks(parse: Parse) -> Marks:
    """Pairs the quotation marks of every paragraph."""
    paragraphs = (paragraph for paragraph in parse.paragraphs if paragraph[0] < paragraph[1])
    found = [stretch for first, end in paragraphs for stretch in _in_paragraph(parse, first, end)]
    inside = [-1] * len(parse.tokens)
    for n, stretch in enumerate(found):
        inside[stretch.first : stretch.last + 1] = [n] * (stretch.last + 1 - stretch.first)
    return Marks(tuple(found), tuple(inside))


def _in_paragraph(parse: Parse, first: int, end: int) -> Iterator[Quoted]:
    starts = [token.start for token in parse.tokens[first:end]]
    words = parse.text[starts[0] : parse.tokens[end - 1].end]
    pairs = pair_marks(words)
    stretches = list(_doubles(words, [pair for pair in pairs if pair.double]))
    singles = [Span(pair.start, pair.end) for pair in pairs if not pair.double and pair.end is not None]
    outside = [span for span in singles if not any(span.overlaps(double.span) for double in stretches)]
    stretches += [_Stretch(span, single=True) for span in outside]
    for s in sorted(stretches, key=lambda stretch: stretch.span):
        at = first + bisect_right(starts, starts[0] + s.span.start) - 1
        last = first + bisect_left(starts, starts[0] + s.span.end) - 1
        yield Quoted(at, last, s.opened, s.closed, s.single)


def _doubles(words: str, pairs: Sequence[Pair]) -> Iterator[_Stretch]:
    """The outermost pairs. A paragraph may begin within a quotation: its first mark closes.

    One that is left open reaches to the next one; if it begins the paragraph, to its end, for it goes on in the next.
    """
    lone = next((mark.span for mark in find_marks(words) if mark.double and not mark.opens), None)
    begins = pairs[0].start if pairs else len(words)
    if lone is not None and lone.start < begins and lone.of(words) != _WITHOUT_SIDE:
        yield _Stretch(Span(0, lone.end), opened=False)
    reached = 0
    for n, pair in enumerate(pairs):
        if pair.start < reached:
            continue
        after = pairs[n + 1].start if pair.start and n + 1 < len(pairs) else len(words)
        reached = pair.end or after
        yield _Stretch(Span(pair.start, reached), closed=pair.end is not None)
