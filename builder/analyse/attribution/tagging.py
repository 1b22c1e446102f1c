"""What a small neural network makes of every word, from its neighbours in the sentence and in the tree.

Each word begins as what is known of it: its lemma if many articles use it, tag, relation, kind of name, quotation marks, and the
parser's own vector. In each layer it looks at words on both sides, ever farther away, at its governor, its subject, its clause
and its object. In the end it says how likely it reports, stands inside of content or at its edge, or heads a source.
The choices themselves are made by the trees, which see this as one more sign among others.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from builder.analyse.attribution.quotemarks import Marks
from builder.analyse.attribution.reading import dep_code, tag_code
from builder.analyse.parsing import VECTOR_WIDTH, Parse, Token

Tags = tuple[tuple[float, ...], ...]
"""For each token the columns of `Reading.tags`."""

REACH = (1, 2, 4, 8)
"""How many words to either side each layer looks."""

LINKS = 4
FLAGS = 10
_LONG_QUOTATION = 5  # tokens
_ROWS_AT_ONCE = 4096  # bounds the memory of long articles
_SURE = 12.0  # log-odds beyond which nothing is gained
_DIGITS = 2  # so that the last bits of a logarithm decide nothing
_GRID = 2.0**20
"""What is multiplied and added up lies on whole parts of this. Then float64 holds a sum below 8,192 exactly, and it is the same in
whatever order a library adds, which differs with its threads and with the processor. The largest met in 100 articles was 850.
"""

_KINDS: Mapping[str, int] = {"": 0, "PERSON": 1, "ORG": 2, "NORP": 3, "GPE": 4}
_OTHER_KIND = 5
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_CLAUSES = frozenset(("ccomp", "xcomp", "parataxis", "pcomp", "acl", "advcl", "relcl"))
_OBJECTS = frozenset(("dobj", "attr", "pobj", "prep", "acomp", "oprd"))


@dataclass(frozen=True, slots=True)
class Signs:
    """What the network is given, one row a token: four numbers of kinds, flags, linked tokens (-1: none), vectors."""

    kinds: NDArray[np.int32]
    flags: NDArray[np.float32]
    links: NDArray[np.int32]
    vectors: NDArray[np.float32]


def read_signs(parse: Parse, marks: Marks, words: Mapping[str, int]) -> Signs:
    """The article as the network sees it; `words` numbers the lemmas that it knows."""
    kinds = [_kinds(token, words) for token in parse.tokens]
    links = [tuple(_links(parse, i)) for i in range(len(parse.tokens))]
    vectors = parse.vectors
    if vectors is None or len(vectors) != len(kinds):
        vectors = np.zeros((len(kinds), VECTOR_WIDTH), np.float32)
    return Signs(
        np.array(kinds, np.int32).reshape(-1, 4),
        _flags(parse, marks),
        np.array(links, np.int32).reshape(-1, LINKS),
        vectors.astype(np.float32),
    )


def _kinds(token: Token, words: Mapping[str, int]) -> tuple[int, int, int, int]:
    word = 1 if token.pos == "PROPN" else words.get(token.lemma, 1)
    return word, 1 + tag_code(token), 1 + dep_code(token), _KINDS.get(token.ent, _OTHER_KIND)


def _links(parse: Parse, i: int) -> Iterator[int]:
    """The governor, the subject, and the first clause and the first object after the word."""
    tokens, below = parse.tokens, parse.children[i]
    yield tokens[i].head if tokens[i].head != i else -1
    yield next((c for c in below if tokens[c].dep in _SUBJECTS), -1)
    yield next((c for c in below if c > i and tokens[c].dep in _CLAUSES), -1)
    yield next((c for c in below if c > i and tokens[c].dep in _OBJECTS), -1)


def _flags(parse: Parse, marks: Marks) -> NDArray[np.float32]:
    flags = np.zeros((len(parse.tokens), FLAGS), np.float32)
    for q in marks.stretches:
        flags[q.first : q.last + 1, 1 if q.single else 0] = 1
        flags[q.first, 2] = flags[q.last, 3] = 1
        flags[q.first : q.last + 1, 4] = q.last - q.first > _LONG_QUOTATION
        flags[q.first : q.last + 1, 5] = not q.closed
    flags[:, 6] = [token.text[:1].isupper() for token in parse.tokens]
    flags[:, 7] = [number == 0 for number in parse.paragraph_of]
    flags[[first for first, _ in parse.sentences], 8] = 1
    flags[[first for first, _ in parse.paragraphs], 9] = 1
    return flags


@dataclass(frozen=True, slots=True)
class Tagger:
    """The network: the lemmas it knows by number, and its weights by name."""

    words: Mapping[str, int]
    weights: Mapping[str, NDArray[np.float32]]

    @classmethod
    def read(cls, arrays: Mapping[str, NDArray[np.generic]]) -> "Tagger":
        """From arrays as they are kept."""
        words = {str(word): number for number, word in enumerate(arrays["words"], start=2)}
        weights = {name: arrays[name].astype(np.float32) for name in arrays if name != "words"}
        return cls(words, weights)

    def tags(self, parse: Parse, marks: Marks) -> Tags:
        """What the network says of each token."""
        if not parse.tokens:
            return ()
        return as_tags(self.outputs(read_signs(parse, marks, self.words)))

    def outputs(self, signs: Signs) -> NDArray[np.float64]:
        """The network's scores of each token, the same on every machine."""
        weights = {name: _on_grid(weight) for name, weight in self.weights.items()}
        tables = (weights[f"kinds{n}"][signs.kinds[:, n]] for n in range(4))
        given = np.concatenate([*tables, signs.flags, _on_grid(signs.vectors)], axis=1)
        state = _rectified(given, weights["in"], weights["in+"])
        links = np.where(signs.links < 0, len(state), signs.links)
        for layer, reach in enumerate(REACH):
            seen = _on_grid(state * weights[f"scale{layer}"])
            state = state + _look(seen, links, reach, weights[f"layer{layer}"], weights[f"layer{layer}+"])
            state = state / np.sqrt(np.mean(_on_grid(state * state), axis=1, keepdims=True) + 1e-3)
        return np.asarray(_on_grid(state) @ weights["out"] + weights["out+"])


def _look(
    seen: NDArray[np.float64],
    links: NDArray[np.int32],
    reach: int,
    weight: NDArray[np.float64],
    bias: NDArray[np.float64],
) -> NDArray[np.float64]:
    """What a layer adds to each word."""
    none = np.zeros((reach, seen.shape[1]))
    padded = np.concatenate([none, seen, none])
    parts = []
    for start in range(0, len(seen), _ROWS_AT_ONCE):
        end = min(len(seen), start + _ROWS_AT_ONCE)
        beside = [padded[start:end], seen[start:end], padded[start + 2 * reach : end + 2 * reach]]
        linked = [padded[links[start:end, n] + reach] for n in range(LINKS)]
        parts.append(_rectified(np.concatenate([*beside, *linked], axis=1), weight, bias))
    return np.concatenate(parts)


def _rectified(
    rows: NDArray[np.float64], weight: NDArray[np.float64], bias: NDArray[np.float64]
) -> NDArray[np.float64]:
    return np.asarray(np.maximum(rows @ weight + bias, 0))


def _on_grid(values: NDArray[np.floating]) -> NDArray[np.float64]:
    return np.asarray(np.rint(values.astype(np.float64) * _GRID) / _GRID)


def as_tags(outputs: NDArray[np.float64]) -> Tags:
    """The columns from the network's outputs: scores of four kinds of word (no cue first), then four log-odds."""
    sides = outputs[:, 1:4] - outputs[:, :1]
    cue = np.logaddexp.reduce(sides, axis=1, keepdims=True)
    table = np.concatenate([cue, sides, outputs[:, 4:]], axis=1)
    rounded = np.round(np.clip(table, -_SURE, _SURE), _DIGITS)
    return tuple(map(tuple, rounded.tolist()))
