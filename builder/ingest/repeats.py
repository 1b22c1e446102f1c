"""Passages printed a second time: a whole paragraph whose words stand in another one."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from builder.ingest.shapes import Shape
from builder.model.text import Repeat, Span, find_words, fold

_SHINGLE = 4  # words: what is shorter is found again by chance ("The visit")
_PLACES = 8  # places kept for each opening; more would make the search quadratic on text that repeats itself

Word = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Repetition:
    """That the paragraph `copy` prints words of the paragraph `original`; `whole` if it prints all of it."""

    copy: int
    original: int
    repeat: Repeat
    whole: bool
    at_start: bool


def find_repetitions(text: str, shapes: Sequence[Shape], *, head: AbstractSet[int]) -> dict[int, Repetition]:
    """For each paragraph that repeats another, which and where.

    The longer one is the original. Of two alike the earlier one is, unless it is cut short by an ellipsis or stands in
    the `head` (the paragraphs before the running text) while the other does not and reads as running text.
    """
    words = [_words(text, s.words) for s in shapes]
    places = _index(words)
    found = {}
    for copy, own in enumerate(words):
        if own:
            match = _original(copy, words, places, _Order(shapes, head))
            if match is not None:
                original, at = match
                found[copy] = _repetition(text, copy, original, at, words)
    return found


@dataclass(frozen=True, slots=True)
class _Order:
    shapes: Sequence[Shape]
    head: AbstractSet[int]

    def weight(self, index: int) -> tuple[bool, bool, int]:
        """Of two paragraphs with the same words the one with the least weight is the original."""
        shape = self.shapes[index]
        return (shape.cut, shape.is_prose and index in self.head, index)


def _words(text: str, span: Span) -> tuple[Word, ...]:
    return tuple((w, Span(span.start + at.start, span.start + at.end)) for w, at in find_words(span.of(text)))


def _index(words: Sequence[Sequence[Word]]) -> dict[tuple[str, ...], list[tuple[int, int]]]:
    """Opening of four words (of a shorter paragraph: all of it) → paragraph and word where it stands."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for index, own in enumerate(words):
        bare = [w for w, _ in own]
        for at in range(max(1, len(bare) - _SHINGLE + 1)):
            known = places.setdefault(tuple(bare[at : at + _SHINGLE]), [])
            if len(known) < _PLACES and (not known or known[-1][0] != index):
                known.append((index, at))
    return places


def _original(
    copy: int,
    words: Sequence[Sequence[Word]],
    places: dict[tuple[str, ...], list[tuple[int, int]]],
    order: _Order,
) -> tuple[int, int] | None:
    own = [w for w, _ in words[copy]]
    candidates = []
    for index, at in places[tuple(own[:_SHINGLE])]:
        if index == copy or [w for w, _ in words[index][at : at + len(own)]] != own:
            continue
        alike = len(words[index]) == len(own)
        if order.weight(index) < order.weight(copy) if alike else len(own) >= _SHINGLE:
            candidates.append((not order.shapes[index].is_prose, -len(words[index]), order.weight(index), index, at))
    if not candidates:
        return None
    *_, index, at = min(candidates)
    return index, at


def _repetition(text: str, copy: int, original: int, at: int, words: Sequence[Sequence[Word]]) -> Repetition:
    own, other = words[copy], words[original]
    place = Span(own[0][1].start, own[-1][1].end)
    of = Span(other[at][1].start, other[at + len(own) - 1][1].end)
    repeat = _grow(text, place, of)
    return Repetition(copy, original, repeat, whole=len(own) == len(other), at_start=at == 0)


def _grow(text: str, place: Span, of: Span) -> Repeat:
    """Both spans with the marks around the words, as far as the two printings agree on them."""
    before = 0
    while _same_mark(text, place.start - before - 1, of.start - before - 1):
        before += 1
    after = 0
    while _same_mark(text, place.end + after, of.end + after):
        after += 1
    return Repeat(Span(place.start - before, place.end + after), Span(of.start - before, of.end + after))


def _same_mark(text: str, one: int, other: int) -> bool:
    if min(one, other) < 0 or max(one, other) >= len(text):
        return False
    mark = text[one]
    return not mark.isspace() and not mark.isalnum() and fold(mark) == fold(text[other])
