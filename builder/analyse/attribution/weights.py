"""The learnt numbers, read once: word counts as JSON, trees and network as arrays.

All were made by `tests/gold/learn_attribution.py` from the training part of PolNeAR 1.0.0, the Political News
Attribution Relations Corpus (Newell, Margolin and Ruths, LREC 2018). They hold words with shares and thresholds of
features, no text of the corpus.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from builder.analyse.attribution.reading import Counts
from builder.analyse.attribution.tagging import Tagger
from builder.analyse.attribution.trees import Forest

FOLDER = Path(__file__).with_name("weights")
FORESTS = (
    "cue", "rival", "near-right", "near-left", "far-right", "far-left", "source", "utterance", "going-on", "claim",
    "weighing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weights:
    """Counts of words, noun heads and frames, the trees by name, and the network."""

    words: Counts
    heads: Counts
    frames: Counts
    forests: dict[str, Forest]
    tagger: Tagger | None = None


@cache  # the files are part of the package and do not change while it runs
def load_weights() -> Weights:
    """The weights that come with the package."""
    counted = json.loads((FOLDER / "counts.json").read_text(encoding="utf-8"))
    with np.load(FOLDER / "trees.npz", allow_pickle=False) as arrays:
        forests = {name: Forest.read(arrays, name) for name in FORESTS}
    with np.load(FOLDER / "tagger.npz", allow_pickle=False) as arrays:
        tagger = Tagger.read(arrays)
    words, heads, frames = (read_counts(counted[name]) for name in ("words", "heads", "frames"))
    return Weights(words, heads, frames, forests, tagger)


def read_counts(table: dict[str, dict[str, list[int]]]) -> Counts:
    """Shares from counted numbers: `total` is the overall row, `rows` one row a word, first how often it stood there.

    A share is smoothed with four occurrences of the overall share, so that a word seen once says little.
    """
    total = table["total"][""]
    overall = [part / total[0] for part in total[1:]]
    shares = {
        key: (
            *((part + 4 * base) / (row[0] + 4) for part, base in zip(row[1:], overall, strict=True)),
            np.log1p(row[0]),
        )
        for key, row in table["rows"].items()
    }
    return Counts(shares, (*overall, 0.0))
