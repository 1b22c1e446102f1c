"""The second look at a cue: with what its neighbours are likely to be, which quotation belongs to which cue."""

from collections.abc import Iterator, Mapping, Sequence

from builder.analyse.attribution.quotemarks import Quoted
from builder.analyse.attribution.reading import Reading, dep_code, word_class

_NONE = -1.0
_FARTHEST = 12
_LIKELY = 0.3
Guess = tuple[float, float, float, float]
"""Probabilities that a word is no cue, or one with content after it, before it, or on both sides."""


def rival_features(reading: Reading, cue: int, guesses: Mapping[int, Guess], likely: Sequence[float]) -> list[float]:
    """What the first look at all candidates of the article says about this one. The order is the learnt one."""
    none, *sides = guesses[cue]
    return [
        1 - none,
        *sides,
        *_governor(reading, cue, guesses, likely),
        *_governed(reading, cue, likely),
        *_sentence_rivals(reading, cue, likely),
        *_next_quotation(reading, cue, likely),
        *_last_quotation(reading, cue, likely),
    ]


def _governor(reading: Reading, cue: int, guesses: Mapping[int, Guess], likely: Sequence[float]) -> Iterator[float]:
    best, away, link, child = None, 0, _NONE, cue
    best_link = _NONE
    for steps, above in enumerate(reading.ancestors(cue), start=1):
        if steps > _FARTHEST:
            break
        link = dep_code(reading.tokens[child])
        if likely[above] > (likely[best] if best is not None else 0.0):
            best, away, best_link = above, steps, link
        child = above
    if best is None:
        yield from (_NONE,) * 6
        return
    yield likely[best]
    yield away
    yield best_link
    yield best - cue
    yield guesses[best][1] + guesses[best][3]
    yield guesses[best][2] + guesses[best][3]


def _governed(reading: Reading, cue: int, likely: Sequence[float]) -> Iterator[float]:
    low, high = reading.parse.edges[cue]
    yield max(likely[cue + 1 : min(high, cue + 60) + 1], default=_NONE)
    yield max(likely[max(low, cue - 60) : cue], default=_NONE)


def _sentence_rivals(reading: Reading, cue: int, likely: Sequence[float]) -> Iterator[float]:
    first, last = reading.parse.sentences[reading.parse.sentence_of[cue]]
    first, last = max(first, cue - 80), min(last, cue + 80)
    before = next((i for i in range(cue - 1, first - 1, -1) if likely[i] > _LIKELY), None)
    after = next((i for i in range(cue + 1, last) if likely[i] > _LIKELY), None)
    yield _NONE if before is None else cue - before
    yield _NONE if before is None else likely[before]
    yield _NONE if after is None else after - cue
    yield _NONE if after is None else likely[after]
    yield sum(1 for i in range(first, last) if likely[i] > _LIKELY)
    yield max((likely[i] for i in range(first, last) if i != cue), default=_NONE)


def _unquoted(reading: Reading, low: int, high: int, likely: Sequence[float], cue: int) -> float:
    return max((likely[i] for i in range(low, high) if i != cue and not reading.quoted[i]), default=_NONE)


def _beside(reading: Reading, cue: int) -> tuple[Quoted | None, Quoted | None, Quoted | None, Quoted | None]:
    """The two quotations before and the two after the cue in its paragraph, nearest first."""
    doubles = reading.doubles[reading.parse.paragraph_of[cue]]
    before = [q for q in doubles if q.last < cue][-2:][::-1]
    after = [q for q in doubles if q.first > cue][:2]
    padded = [*before, None, None][:2] + [*after, None, None][:2]
    return padded[0], padded[1], padded[2], padded[3]


def _next_quotation(reading: Reading, cue: int, likely: Sequence[float]) -> Iterator[float]:
    _, _, near, second = _beside(reading, cue)
    if near is None:
        yield from (_NONE,) * 9
        return
    end = reading.parse.sentences[reading.parse.sentence_of[near.last]][1]
    paragraph_end = reading.parse.paragraphs[reading.parse.paragraph_of[cue]][1]
    limit = min(paragraph_end, max(end, near.last + 12), second.first if second else paragraph_end)
    yield near.first - cue
    yield near.last - near.first
    yield _unquoted(reading, cue + 1, near.first, likely, cue)
    yield _unquoted(reading, near.last + 1, limit, likely, cue)
    yield word_class(reading.tokens[near.first - 1])
    yield word_class(reading.tokens[near.last - 1])
    yield reading.parse.sentence_of[near.first] - reading.parse.sentence_of[cue]
    yield paragraph_end - 1 - near.last
    yield near.closed


def _last_quotation(reading: Reading, cue: int, likely: Sequence[float]) -> Iterator[float]:
    near, second, _, _ = _beside(reading, cue)
    if near is None:
        yield from (_NONE,) * 8
        return
    start = reading.parse.paragraphs[reading.parse.paragraph_of[cue]][0]
    limit = max(start, near.first - 25, second.last + 1 if second else start)
    yield cue - near.last
    yield near.last - near.first
    yield _unquoted(reading, near.last + 1, cue, likely, cue)
    yield _unquoted(reading, limit, near.first, likely, cue)
    yield word_class(reading.tokens[near.last - 1])
    yield word_class(reading.tokens[near.first - 1]) if near.first > start else _NONE
    yield reading.parse.sentence_of[cue] - reading.parse.sentence_of[near.last]
    yield near.first - start
