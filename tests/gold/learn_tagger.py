"""Teaches the network of `builder/analyse/attribution/tagging.py` what annotators marked; `learn_attribution.py` calls it.

Needs JAX, which the package itself does not. Articles stand one after the other in pieces of fixed length, so that one
program is compiled; the words of one never see those of another.
"""

import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

# One thread: sums come out the same however many cores there are.
os.environ.setdefault("NPROC", "1")
os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

import jax
import jax.numpy as jnp
import numpy as np

from builder.analyse.attribution.quotemarks import read_marks
from builder.analyse.attribution.tagging import FLAGS, LINKS, REACH, Signs, Tagger, read_signs
from builder.analyse.lexicons import word_table
from builder.analyse.parsing import VECTOR_WIDTH, Parse

LENGTH = 4096  # tokens of a piece
WIDTH = 96
TABLES = (
    (None, 32),
    (64, 16),
    (64, 16),
    (8, 4),
)  # of the four kinds: how many, how wide; None: as many as there are words
EPOCHS = 7
RATE = 3e-3
WARMING = 60  # steps
DROPPED = 0.25
CUE_WEIGHT = 3.0
LEAST_ARTICLES = 8  # in which a lemma stands before it is known
Params = dict[str, jax.Array]
Piece = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Lesson:
    """An article: what the network sees and what it should say (kind of cue, inside, begins, ends, source)."""

    signs: Signs
    answers: np.ndarray


def known_words(parses: Sequence[Parse]) -> dict[str, int]:
    """The lemmas of enough articles by number. Names of people, places and nations are none of them."""
    nations = {w.lower() for table in ("names", "demonyms") for f in word_table("countries", table) for w in f.split()}
    common: Counter = Counter()
    proper: Counter = Counter()
    for parse in parses:
        common.update({t.lemma for t in parse.tokens if t.pos != "PROPN"})
        proper.update({t.lemma for t in parse.tokens if t.pos == "PROPN"})
    words = (w for w, n in common.items() if n >= LEAST_ARTICLES and n > proper[w] and w not in nations)
    return {word: number for number, word in enumerate(sorted(words), start=2)}


def lesson(parse: Parse, units: Sequence, said: frozenset[int], words: dict[str, int]) -> Lesson:
    """The article with its answers; `units` are annotated attributions, `said` all words of content."""
    answers = np.zeros((len(parse.tokens), 5), np.int32)
    answers[sorted(said), 1] = 1
    for unit in units:
        answers[unit.cue, 0] = unit.side
        for first, last in (s for s in (unit.right, unit.left) if s is not None):
            answers[first, 2] = answers[last, 3] = 1
        if unit.source_head is not None:
            answers[unit.source_head, 4] = 1
    return Lesson(read_signs(parse, read_marks(parse), words), answers)


def teach(lessons: Sequence[Lesson], words: dict[str, int], *, seed: int = 0) -> Tagger:
    """The network after all epochs."""
    key = jax.random.PRNGKey(seed)
    params = _fresh(key, len(words) + 2)
    first = second = jax.tree.map(jnp.zeros_like, params)
    chance = np.random.default_rng(seed)
    steps, total, began = 0, 0, time.time()
    for epoch in range(EPOCHS):
        pieces = list(_pieces(lessons, chance.permutation(len(lessons))))
        total = total or len(pieces) * EPOCHS
        lost = 0.0
        for piece, answers in pieces:
            steps += 1
            rate = RATE * min(1, steps / WARMING) * 0.5 * (1 + np.cos(np.pi * min(1, steps / total)))
            draw = jax.random.fold_in(key, steps)
            params, first, second, loss = _step(params, first, second, piece, answers, float(steps), rate, draw)
            lost += float(loss)
        print("  epoch", epoch + 1, f"{lost / len(pieces):.4f}", f"{time.time() - began:.0f} s", flush=True)
    # as they are kept: in half precision
    return Tagger(words, {n: np.asarray(p).astype(np.float16).astype(np.float32) for n, p in params.items()})


def as_arrays(tagger: Tagger) -> dict[str, np.ndarray]:
    """The network as it is kept."""
    kept = {name: weight.astype(np.float16) for name, weight in sorted(tagger.weights.items())}
    return {"words": np.array(sorted(tagger.words, key=tagger.words.__getitem__))} | kept


def _pieces(lessons: Sequence[Lesson], order: Sequence[int]) -> Iterator[tuple[Piece, np.ndarray]]:
    """Articles in the order given, as many a piece as have room; one that has none in a whole piece is left out."""
    held: list[Lesson] = []
    room = LENGTH
    for number in order:
        size = len(lessons[number].answers)
        if size > LENGTH:
            continue
        if size > room:
            yield _piece(held)
            held, room = [], LENGTH
        held.append(lessons[number])
        room -= size
    if held:
        yield _piece(held)


def _piece(held: Sequence[Lesson]) -> tuple[Piece, np.ndarray]:
    kinds, links = np.zeros((LENGTH, len(TABLES)), np.int32), np.full((LENGTH, LINKS), LENGTH, np.int32)
    flags, vectors = np.zeros((LENGTH, FLAGS), np.float32), np.zeros((LENGTH, VECTOR_WIDTH), np.float32)
    answers, article = np.zeros((LENGTH, 5), np.int32), np.full(LENGTH, -1, np.int32)
    at = 0
    for number, one in enumerate(held):
        place = slice(at, at + len(one.answers))
        kinds[place], flags[place], vectors[place] = one.signs.kinds, one.signs.flags, one.signs.vectors
        links[place] = np.where(one.signs.links < 0, LENGTH, one.signs.links + at)
        answers[place], article[place] = one.answers, number
        at = place.stop
    return (kinds, flags, links, vectors, article), answers


def _fresh(key: jax.Array, known: int) -> Params:
    keys = iter(jax.random.split(key, 40))

    def normal(rows: int, columns: int, scale: float) -> jax.Array:
        return jax.random.normal(next(keys), (rows, columns)) * scale

    params = {f"kinds{n}": normal(rows or known, width, 0.3) for n, (rows, width) in enumerate(TABLES)}
    given = sum(width for _, width in TABLES) + FLAGS + VECTOR_WIDTH
    params |= {"in": normal(given, WIDTH, (2 / given) ** 0.5), "in+": jnp.zeros(WIDTH)}
    params |= {"out": normal(WIDTH, 8, 0.05), "out+": jnp.array([0.0, -3, -4, -5, -1, -3, -3, -3])}
    seen = (3 + LINKS) * WIDTH
    for layer in range(len(REACH)):
        params |= {f"layer{layer}": normal(seen, WIDTH, seen**-0.5), f"layer{layer}+": jnp.zeros(WIDTH)}
        params[f"scale{layer}"] = jnp.ones(WIDTH)
    return params


def _outputs(params: Params, piece: Piece, key: jax.Array) -> jax.Array:
    """The same as `Tagger` computes, with words dropped by chance."""
    kinds, flags, links, vectors, article = piece
    keys = iter(jax.random.split(key, 8))

    def thinned(state: jax.Array) -> jax.Array:
        return state * jax.random.bernoulli(next(keys), 1 - DROPPED, state.shape) / (1 - DROPPED)

    real = (article >= 0)[:, None]
    given = jnp.concatenate([*(params[f"kinds{n}"][kinds[:, n]] for n in range(len(TABLES))), flags, vectors], 1)
    state = jax.nn.relu(thinned(given) @ params["in"] + params["in+"]) * real
    places = jnp.arange(LENGTH)
    for layer, reach in enumerate(REACH):
        seen = state * params[f"scale{layer}"]
        linked = jnp.concatenate([seen, jnp.zeros((1, WIDTH))])
        parts = []
        for shift in (-reach, 0, reach):
            at = jnp.clip(places + shift, 0, LENGTH - 1)
            same = (places + shift == at) & (article[at] == article)
            parts.append(jnp.where(same[:, None], seen[at], 0))
        parts += [linked[links[:, n]] for n in range(LINKS)]
        row = jnp.concatenate(parts, 1)
        state = state + thinned(jax.nn.relu(row @ params[f"layer{layer}"] + params[f"layer{layer}+"]))
        state = state / jnp.sqrt(jnp.mean(state * state, 1, keepdims=True) + 1e-3) * real
    return state @ params["out"] + params["out+"]


def _loss(params: Params, piece: Piece, answers: jax.Array, key: jax.Array) -> jax.Array:
    said = _outputs(params, piece, key)
    real = piece[4] >= 0
    kinds = -jax.nn.log_softmax(said[:, :4])[jnp.arange(LENGTH), answers[:, 0]]
    rest = jax.nn.softplus(said[:, 4:]) - said[:, 4:] * answers[:, 1:]
    return jnp.sum((CUE_WEIGHT * kinds + rest.sum(1)) * real) / jnp.sum(real)


@partial(jax.jit)
def _step(params, first, second, piece, answers, steps, rate, key):  # noqa: PLR0917 -- what Adam keeps
    """One step of Adam with decoupled decay of the matrices."""
    loss, slope = jax.value_and_grad(_loss)(params, piece, answers, key)
    first = jax.tree.map(lambda old, new: 0.9 * old + 0.1 * new, first, slope)
    second = jax.tree.map(lambda old, new: 0.99 * old + 0.01 * new * new, second, slope)

    def moved(weight: jax.Array, one: jax.Array, two: jax.Array) -> jax.Array:
        step = (one / (1 - 0.9**steps)) / (jnp.sqrt(two / (1 - 0.99**steps)) + 1e-7)
        return weight - rate * (step + 1e-2 * weight * (weight.ndim > 1))

    return jax.tree.map(moved, params, first, second), first, second, loss
