"""Learns what tells that a name is a person's, and writes `builder/analyse/lexicon/personhood.yml`.

    python -m tests.gold.learn_personhood

The examples are the names of the articles whose people the project's gold lists in full: those that are a person's by the
gold, and all others; shorter printings of a person's name are no examples. A logistic regression with a ridge; one weight is set by hand. Prints how
many it misjudges in five folds by article, and those.
"""

import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from builder.analyse import personhood
from builder.analyse.attribution.reading import Reading
from builder.analyse.attribution.weights import load_weights
from builder.analyse.genders import key_of
from builder.analyse.names import LIKELY, candidates, is_part
from builder.analyse.speakers import kinds_of, mentions_of, sources_of
from tests.evaluate.articles import read_article
from tests.evaluate.gold import ROOT
from tests.gold.learn_antecedents import read_units

TARGET = Path(personhood.__file__).with_name("lexicon") / "personhood.yml"
GOLD = ROOT / "tests/gold"
FOLDERS = ("people", "people_fresh", "people_unseen", "people_more", "people_wide", "people_mixed")
FOLDS, RIDGE, STEPS = 5, 0.5, 30
BY_HAND = {
    "speaks-taken-up": 3.0,
    "holds-state": -5.0,
    "heads": -3.0,
    "thing": -4.0,
}  # rare among the examples, and all but certain
HEAD = """\
# What tells that a name is a person's, in log-odds. Written by tests/gold/learn_personhood.py from the project's own gold.
weights:
"""


@dataclass(frozen=True)
class Example:
    """A name of an article, what is seen of it, and whether it is a person's."""

    file: str
    name: str
    row: dict[str, float]
    right: bool


def listed() -> Iterator[tuple[str, list[str], list[str]]]:
    """Each article with the names of its people, and with those that may be left out."""
    for folder in FOLDERS:
        for one in yaml.safe_load((GOLD / folder / "facts.yml").read_text(encoding="utf-8")):
            people = one["persons"]
            yield (
                one["source"],
                [p["name"] for p in people],
                [p["name"] for p in people if p.get("optional")],
            )
    for one in yaml.safe_load((GOLD / "named.yml").read_text(encoding="utf-8")):
        yield one["file"], one["persons"], []


def examples_of(file: str, people: list[str], optional: list[str]) -> Iterator[Example]:
    """The names of one article."""
    parse, units = read_units(read_article(ROOT / file, root=ROOT))
    weights = load_weights()
    reading = Reading(parse, weights.words, weights.heads, weights.frames)
    sources, kinds = sources_of(units), kinds_of(reading)
    gold = {tuple(map(key_of, name.split())) for name in people}
    free = {tuple(map(key_of, name.split())) for name in optional}
    for own, parts, speaks in candidates(*mentions_of(reading, sources)):
        keys = own[0].keys
        if keys in free or (keys not in gold and any(is_part(keys, full) for full in gold)):
            continue
        row = personhood.signs(reading, own, parts, kinds, speaks=speaks)
        yield Example(file, " ".join(own[0].words), row, keys in gold)


def learn(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The weights, by Newton's steps."""
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - RIDGE * weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(bend, slope)
    return weights


def main() -> None:
    data = [example for article in listed() for example in examples_of(*article)]
    names = sorted({name for example in data for name in example.row})
    rows = np.array([[example.row.get(name, 0.0) for name in names] for example in data])
    right = np.array([example.right for example in data], float)
    folds = np.array([zlib.crc32(example.file.encode()) % FOLDS for example in data])
    odds = np.zeros(len(data))
    for fold in range(FOLDS):
        rest = folds != fold
        odds[~rest] = rows[~rest] @ learn(rows[rest], right[rest])
    missed, extra = (right == 1) & (odds <= LIKELY), (right == 0) & (odds > LIKELY)
    sys.stdout.write(
        f"{len(data)} names, {int(right.sum())} of persons; in {FOLDS} folds {missed.sum()} missed, {extra.sum()} taken for one\n"
    )
    for at in np.flatnonzero(missed | extra):
        sys.stdout.write(f"  {odds[at]:+.1f} {'missed' if right[at] else 'extra'} {data[at].name} ({data[at].file})\n")
    weights = dict(zip(names, learn(rows, right), strict=True)) | BY_HAND
    lines = [f"  {name}: {value:.3f}\n" for name, value in sorted(weights.items())]
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
