"""What is believed of an article while it is read: attributions in tokens, and how likely each word is a cue.

Cues are scored twice, the second time in the light of their rivals.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from builder.analyse.attribution import cues, rivals
from builder.analyse.attribution.reading import Reading
from builder.analyse.attribution.weights import Weights

Range = tuple[int, int]
"""First and last token, both included."""

_WORTH_A_SECOND_LOOK = 0.015


@dataclass(frozen=True, slots=True)
class Unit:
    """An attribution in tokens. `cue` is the head of the reporting words, `source` the range of the noun phrase.

    `source_head` is that phrase's head. `score` is the probability that the cue reports something, `edges` that of the
    content's edges, given the cue.
    """

    cue: int | None
    content: tuple[Range, ...]
    source: Range | None = None
    source_head: int | None = None
    score: float = 0.0
    edges: float = 0.0

    @property
    def tokens(self) -> frozenset[int]:
        """All tokens of the content."""
        return frozenset(i for first, last in self.content for i in range(first, last + 1))


@dataclass(frozen=True)
class Judged:
    """An article with the scores of its cues: `guesses` a cue, `likely` a token (0 where it is no candidate)."""

    reading: Reading
    weights: Weights
    guesses: Mapping[int, rivals.Guess]
    likely: Sequence[float] = field(repr=False)


def judge_cues(reading: Reading, weights: Weights) -> Judged:
    """Scores every candidate, then the likely ones again beside their rivals."""
    candidates = cues.cue_candidates(reading)
    first = weights.forests["cue"].chances([cues.cue_features(reading, c) for c in candidates])
    guesses = {c: _guess(row) for c, row in zip(candidates, first, strict=True)}
    likely = _likely(reading, guesses)
    again = [c for c in candidates if likely[c] >= _WORTH_A_SECOND_LOOK]
    rows = [[*cues.cue_features(reading, c), *rivals.rival_features(reading, c, guesses, likely)] for c in again]
    second = weights.forests["rival"].chances(rows)
    settled = {c: _guess(row) for c, row in zip(again, second, strict=True)}
    return Judged(reading, weights, settled, _likely(reading, settled))


def _guess(row: NDArray[np.float64]) -> rivals.Guess:
    return float(row[0]), float(row[1]), float(row[2]), float(row[3])


def _likely(reading: Reading, guesses: Mapping[int, rivals.Guess]) -> list[float]:
    likely = [0.0] * len(reading.tokens)
    for cue, guess in guesses.items():
        likely[cue] = 1 - guess[0]
    return likely
