"""Boosted decision trees: the learnt weights as plain arrays, and how they are read.

The trees are those of gradient boosting (Friedman 2001), learnt elsewhere and kept as numbers. A row walks each tree from
its root: left where the feature is at most the threshold. The leaves' values are added up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

_ROWS_AT_ONCE = 2048  # bounds the memory of long articles

Rows = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Forest:
    """Trees one after the other in flat arrays. `roots` are their first nodes, in the order of rounds, then classes.

    `child` is the index of a node's left child, the right one follows it; a leaf has -1. `base` has one number a class.
    """

    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    child: NDArray[np.int32]
    value: NDArray[np.float32]
    roots: NDArray[np.int32]
    base: NDArray[np.float64]
    depth: int

    @classmethod
    def read(cls, arrays: Mapping[str, NDArray[np.generic]], name: str) -> "Forest":
        """The forest that was kept under `name`."""
        return cls(
            feature=arrays[f"{name}.feature"].astype(np.int16),
            threshold=arrays[f"{name}.threshold"].astype(np.float32),
            child=arrays[f"{name}.child"].astype(np.int32),
            value=arrays[f"{name}.value"].astype(np.float32),
            roots=arrays[f"{name}.roots"].astype(np.int32),
            base=arrays[f"{name}.base"].astype(np.float64),
            depth=int(arrays[f"{name}.depth"]),
        )

    def scores(self, rows: Rows) -> NDArray[np.float64]:
        """For each row one score a class, in log-odds."""
        table = np.asarray(rows, dtype=np.float32)
        parts = [self._scores(table[at : at + _ROWS_AT_ONCE]) for at in range(0, len(table), _ROWS_AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros((0, len(self.base)))

    def _scores(self, table: NDArray[np.float32]) -> NDArray[np.float64]:
        feature, threshold, left = self._walk
        numbers, row = table.ravel(), np.arange(len(table))[:, None] * table.shape[1]
        node = np.tile(self.roots, (len(table), 1))
        for _ in range(self.depth):
            right = numbers.take(row + feature.take(node)) > threshold.take(node)
            node = left.take(node) + right
        values = self.value.take(node).astype(np.float64).reshape(len(table), -1, len(self.base))
        return np.asarray(values.sum(axis=1) + self.base)

    @cached_property
    def _walk(self) -> tuple[NDArray[np.intp], NDArray[np.float32], NDArray[np.intp]]:
        """Feature, threshold and left child of each node. A leaf is its own and nothing exceeds its threshold: a row stays there."""
        leaf = self.child < 0
        threshold = np.where(leaf, np.float32(np.inf), self.threshold)
        return self.feature.astype(np.intp), threshold, np.where(leaf, np.arange(len(leaf)), self.child)

    def chances(self, rows: Rows) -> NDArray[np.float64]:
        """For each row the probability of each class; of one class alone its own."""
        scores = self.scores(rows)
        if scores.shape[1] == 1:
            return np.asarray(1.0 / (1.0 + np.exp(-scores)))
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True))
