"""Learns how much each thing tells of whom a pronoun means, and writes `builder/analyse/lexicon/antecedents.yml`.

    python -m tests.gold.learn_antecedents --corpus DIR

DIR is in brat form, as for `learn_attribution`; the shipped numbers come from the training part of PolNeAR 1.0.0. Nobody has
marked there whom a pronoun means. But where one woman stands among men, "she" is she: such pronouns are the examples, and
the sex is hidden from what is learnt. Writers lean on that, so such pronouns reach farther than others; those of the project's
own gold (`speakers.yml` and FOLDERS), each counted several times, set that right. How much the sex itself tells, how likely
nobody is or somebody without a name, and that "he" in what Berg says is Berg, is set below by hand. What is written holds numbers alone. Prints how often the likeliest is right, in five folds by article.
"""

import argparse
import itertools
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from builder import ingest
from builder.analyse import antecedents, reader
from builder.analyse.attribution.judged import Unit
from builder.analyse.attribution.reading import Reading
from builder.analyse.attribution.units import find_units
from builder.analyse.attribution.weights import load_weights
from builder.analyse.names import Person
from builder.analyse.parsing import Parse, load_parser
from builder.analyse.scene import Scene
from builder.analyse.speakers import HE, SHE, kinds_of, persons_of, read_through, settle_pronoun, sources_of
from builder.model.ids import SourceId
from builder.model.text import Seed
from tests.evaluate.articles import Article, read_article
from tests.evaluate.gold import ROOT, SPEAKERS
from tests.evaluate.names import judge
from tests.gold.aligned_gold import align, tokens_in
from tests.gold.eval_attribution import annotators, read_brat

TARGET = Path(antecedents.__file__).with_name("lexicon") / "antecedents.yml"
BY_HAND = {"nobody": -1.0, "agreement": 1.0, "opposition": 4.0, "unnamed": -0.8, "ruling-subject": 0.7}
FOLDS = 5
KNOWN = 2.0  # log-odds from which a sex is known
NEAR = float(np.log1p(2))  # sentences back up to which the sex of everybody must be known
GOLD = 20.0  # times that an example of the gold counts
RIDGE = 10.0
STEPS = 400
FOLDERS = (
    "antecedents",
    "speakers_fresh",
    "people",
    "people_fresh",
    "people_unseen",
    "people_more",
    "people_wide",
    "people_mixed",
)
EVERY = 7  # of the articles of the corpus one in so many is read: with all of them no more pronouns come out right
MORE = tuple(ROOT / "tests/gold" / folder / "speakers.yml" for folder in FOLDERS)
HEAD = """\
# How much each thing tells of whom a pronoun means, in log-odds. Written by tests/gold/learn_antecedents.py from the project's
# own gold and the training part of PolNeAR 1.0.0 (Newell, Margolin and Ruths, LREC 2018); numbers alone, no text.
weights:
"""
Row = dict[str, float]


@dataclass(frozen=True)
class Example:
    """A pronoun: the features of each candidate, and which one is right."""

    fold: int
    rows: list[Row]
    right: int
    weight: float = 1.0


def examples(stem: str, parse: Parse, units: list[Unit]) -> Iterator[Example]:
    """The pronouns of an article whose antecedent the sex alone gives away."""
    found: list[Example] = []
    weights = load_weights()
    reading = Reading(parse, weights.words, weights.heads, weights.frames)
    sources = sources_of(units)
    kinds = kinds_of(reading)
    persons = persons_of(reading, sources, kinds)

    def settle(scene: Scene, i: int, gender: int) -> Person | None:
        rows = antecedents.features(scene, i, 0)
        suits = {n: gender * scene.persons[n].leaning for n in rows}
        right = [n for n, leaning in suits.items() if leaning >= KNOWN]
        near = [n for n in suits if rows[n].get("distance", 0.0) <= NEAR or n in right]
        others = [n for n in near if suits[n] > -KNOWN]
        if len(right) != 1 or not scene.persons[right[0]].keys:
            choice = antecedents.choose(scene, i, gender)
            return None if choice is None else scene.persons[choice.number]
        order = [n for n in sorted(rows) if n in right or suits[n] <= -KNOWN]
        if others == right and len(order) > 1:
            fold = zlib.crc32(stem.encode()) % FOLDS
            found.append(Example(fold, [rows[n] for n in order], order.index(right[0])))
        return scene.persons[right[0]]

    read_through(Scene(reading, persons, sources, kinds), sources, settle)
    yield from found


def examples_of_gold() -> Iterator[Example]:
    """The pronouns of the project's own gold that stand for a named speaker."""
    listed = [case for path in (SPEAKERS, *MORE) for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
    for file, group in itertools.groupby(listed, key=lambda case: case["file"]):
        article = read_article(ROOT / file, root=ROOT)
        yield from examples_of_article(article, [c for c in group if c["type"] == "pronoun" and c["name"]])


def examples_of_article(article: Article, cases: list[dict]) -> list[Example]:
    """Those of one article; what the gold does not say is settled as the package does it."""
    parse, units = read_units(article)
    weights = load_weights()
    reading = Reading(parse, weights.words, weights.heads, weights.frames)
    sources = sources_of(units)
    wanted = {}
    for case in cases:
        start = article.places_of(case, "content")[0][0]
        held = [
            h for h, u in sources.items() if any(parse.span(*c).start <= start < parse.span(*c).end for c in u.content)
        ]
        wanted |= {h: case for h in held if parse.tokens[h].text.lower() in HE | SHE}
    found: list[Example] = []

    def settle(scene: Scene, i: int, gender: int) -> Person | None:
        if i not in wanted:
            return settle_pronoun(scene, i, gender)
        rows = antecedents.features(scene, i, gender)
        order = sorted(rows)
        right = [n for n in order if judge(scene.persons[n].name, wanted[i]) == "right"]
        if right and len(order) > 1:
            fold = zlib.crc32(article.stem.encode()) % FOLDS
            found.append(Example(fold, [rows[n] for n in order], order.index(right[0]), GOLD))
        return scene.persons[right[0]] if right else None

    kinds = kinds_of(reading)
    read_through(Scene(reading, persons_of(reading, sources, kinds), sources, kinds), sources, settle)
    return found


def read_units(article: Article) -> tuple[Parse, list[Unit]]:
    """The parse and the attributions as the package finds them."""
    data = article.file.read_bytes()
    text = ingest.read_article(Seed(path=article.path, data=data), source_id=SourceId("gold")).text
    parse = reader.read_parse(text)
    return parse, list(find_units(parse, load_weights()))


def learn(data: list[Example], names: list[str]) -> np.ndarray:
    """Weights of a softmax over the candidates, by gradient ascent with a ridge; what is set by hand stays as it is."""
    sizes = np.array([len(e.rows) for e in data])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    rows = np.array([[row.get(k, 0.0) for k in names] for e in data for row in e.rows])
    fixed = np.array([sum(v * row.get(k, 0.0) for k, v in BY_HAND.items()) for e in data for row in e.rows])
    which = np.repeat(np.arange(len(data)), sizes)
    counts = np.array([e.weight for e in data])
    wanted = counts @ rows[starts + np.array([e.right for e in data])]
    weights, speed, square = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        scores = rows @ weights + fixed
        scores -= np.maximum.reduceat(scores, starts)[which]
        chances = np.exp(scores)
        chances *= (counts / np.add.reduceat(chances, starts))[which]
        slope = wanted - chances @ rows - RIDGE * weights
        speed = 0.9 * speed + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights = weights + 0.05 * (speed / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def right_share(data: list[Example], weights: Row) -> float:
    hits = 0
    for example in data:
        scores = [sum(weights.get(k, 0.0) * v for k, v in row.items()) for row in example.rows]
        hits += int(np.argmax(scores)) == example.right
    return 100 * hits / max(1, len(data))


def read_corpus(folder: Path) -> Iterator[Example]:
    parser = load_parser()
    for stem, files in sorted(annotators(folder).items())[::EVERY]:
        parse = parser.parse((folder / "text" / f"{stem}.txt").read_text(encoding="utf-8"))
        yield from examples(stem, parse, units_of(parse, read_brat(files[0])))


def units_of(parse: Parse, attributions: list[dict]) -> list[Unit]:
    """The marked attributions in tokens."""
    units = []
    for unit, marked in align_with(parse, attributions):
        units.append(Unit(unit.cue, ((min(unit.content), max(unit.content)),), marked, unit.source_head))
    return units


def align_with(parse: Parse, attributions: list[dict]) -> Iterator[tuple]:
    for one in attributions:
        for unit in align(parse, [one]):
            source = tokens_in(parse, one.get("source"))
            yield unit, (min(source), max(source)) if source else None


def write(weights: Row) -> None:
    lines = [f"  {name}: {value:.3f}\n" for name, value in sorted(weights.items())]
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    write(fit([*read_corpus(parser.parse_args().corpus), *examples_of_gold()]))


def fit(data: list[Example]) -> Row:
    names = sorted({k for e in data for row in e.rows for k in row} - BY_HAND.keys())

    def learnt(part: list[Example]) -> Row:
        return dict(zip(names, learn(part, names).tolist(), strict=True)) | BY_HAND

    for kind in (1.0, GOLD):
        shares = []
        for fold in range(FOLDS):
            weights = learnt([e for e in data if e.fold != fold])
            shares.append(right_share([e for e in data if e.fold == fold and e.weight == kind], weights))
        told = ", ".join(f"{share:.1f}" for share in shares)
        number = sum(e.weight == kind for e in data)
        sys.stdout.write(f"{number} pronouns that count {kind:g} times; percent right in each fold: {told}\n")
    return learnt(data)


if __name__ == "__main__":
    main()
