"""Which word sequences are two printings of one utterance: one holds the other, or they are nearly the same.

Only sequences that share a run of four words are compared, and of those that share a run each with the longest few:
the work grows with the number of words, however often a stock phrase returns.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from builder.model.ids import fold_accents
from builder.model.text import words_of

LEAST_WORDS = 5
"""Shorter utterances are never alike: five words may be chance, four often are."""

LEAST_RATIO = 0.9
"""The least part of the words of both, in order, that two printings share."""

_RUN = 4
_COMPARED_WITH = 8

Words = tuple[str, ...]


def said(text: str) -> Words:
    """The words of a text without marks, case and accents: what two printings have in common."""
    return words_of(fold_accents(text))


def likeness(one: Words, other: Words) -> float:
    """From 0 (not the same utterance) to 1 (the same words)."""
    short, long = sorted((one, other), key=len)
    if len(short) < LEAST_WORDS:
        return 0.0
    if f" {' '.join(short)} " in f" {' '.join(long)} ":
        return 1.0 if len(short) == len(long) else max(len(short) / len(long), 0.01)
    most = 2 * len(short) / (len(short) + len(long))
    if most < LEAST_RATIO or _shared(short, long) < LEAST_RATIO:
        return 0.0
    ratio = SequenceMatcher(None, short, long, autojunk=False).ratio()
    return ratio if ratio >= LEAST_RATIO else 0.0


def _shared(one: Words, other: Words) -> float:
    """The part of the words that both have, in whatever order: an upper bound that costs little."""
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / (len(one) + len(other))


def alike(texts: Sequence[Words]) -> tuple[tuple[float, int, int], ...]:
    """(likeness, index, greater index) of texts that are one utterance, likest first. Equal texts are always found."""
    first: dict[Words, int] = {}
    found: list[tuple[float, int, int]] = []
    for index, words in enumerate(texts):
        if len(words) >= LEAST_WORDS:
            known = first.setdefault(words, index)
            if known != index:
                found.append((1.0, known, index))
    for one, other in candidates(first):
        score = likeness(texts[one], texts[other])
        if score:
            found.append((score, one, other))
    return tuple(sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2])))


def candidates(texts: Mapping[Words, int]) -> Iterator[tuple[int, int]]:
    """Pairs of different texts worth comparing, each once."""
    holders: dict[Words, list[Words]] = defaultdict(list)
    for words in texts:
        for start in range(len(words) - _RUN + 1):
            holders[words[start : start + _RUN]].append(words)
    seen: set[tuple[int, int]] = set()
    for run in holders.values():
        members = sorted(set(run), key=lambda words: (-len(words), texts[words])) if len(run) > 1 else []
        for position, longest in enumerate(members[:_COMPARED_WITH]):
            for other in members[position + 1 :]:
                low, high = sorted((texts[longest], texts[other]))
                if (low, high) not in seen:
                    seen.add((low, high))
                    yield low, high
