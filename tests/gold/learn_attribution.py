#!/usr/bin/env python3
"""Learns the weights of `builder/analyse/attribution` from annotated news and writes them into the package.

    python tests/gold/learn_attribution.py --corpus DIR [--hold-out FOLD]

DIR holds `text/*.txt` and `attributions/*.ann` in brat form; the shipped weights come from the training part of
PolNeAR 1.0.0 and from nothing else. Needs scikit-learn, which the package itself does not. What is written holds counts
of words and thresholds of features, and no text. With --hold-out one fifth of the articles is left out of everything
and the weights go to `--output`: so settings are compared without looking at other data.

Scores that feed later models are made in five folds by article, so that no model learns from answers it has seen.
"""

import argparse
import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from builder.analyse.attribution import cues, rivals, sources, spans, utterances
from builder.analyse.attribution.reading import Counts, Reading, word_key
from builder.analyse.attribution.weights import FOLDER, read_counts
from builder.analyse.parsing import Parse, load_parser
from tests.gold.aligned_gold import GoldUnit, align, tokens_in
from tests.gold.eval_attribution import annotators, read_brat

FOLDS = 5
TABLES = ("words", "heads", "frames")
SETTINGS = {
    "cue": {"max_iter": 250, "learning_rate": 0.08, "max_leaf_nodes": 24, "l2_regularization": 1.0},
    "rival": {"max_iter": 160, "learning_rate": 0.08, "max_leaf_nodes": 20, "l2_regularization": 2.0},
    "edge": {"max_iter": 200, "learning_rate": 0.1, "max_leaf_nodes": 31, "l2_regularization": 1.0},
    "source": {"max_iter": 200, "learning_rate": 0.1, "max_leaf_nodes": 24, "l2_regularization": 1.0},
    "utterance": {"max_iter": 120, "learning_rate": 0.08, "max_leaf_nodes": 15, "l2_regularization": 2.0},
}


@dataclass(frozen=True)
class Article:
    """A training article."""

    stem: str
    fold: int
    parse: Parse
    units: list[GoldUnit]
    said: frozenset[int]


Scores = dict[str, dict[int, tuple[float, ...]]]
Picked = Callable[[Article], tuple[Counts, Counts, Counts]]


def model(kind: str) -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(
        **SETTINGS[kind], min_samples_leaf=30 if kind != "utterance" else 20, early_stopping=False, random_state=0
    )


# ------------------------------------------------------------------------------------------------ counts


def count_article(article: Article) -> dict[str, Counter]:
    """How often each word, frame and noun head stood in the article, and how often as what."""
    reading = Reading(article.parse, *([Counts({}, (0.0, 0.0))] * 3))
    by_cue = {u.cue: u for u in article.units}
    found: dict[str, Counter] = {name: Counter() for name in TABLES}
    source_heads = {u.source_head for u in article.units}
    content_heads = {
        min(range(s[0], s[1] + 1), key=lambda i: reading.depth[i])
        for u in article.units
        for s in (u.right, u.left)
        if s
    }
    for i, token in enumerate(article.parse.tokens):
        unit = by_cue.get(i)
        columns = ["n"] + (["cue", f"side{unit.side}"] if unit else [])
        if token.pos not in ("PUNCT", "DET", "SYM") or unit or token.text == ":":
            found["words"].update((word_key(token), c) for c in columns)
        if token.pos in ("VERB", "AUX", "NOUN", "ADJ"):
            found["frames"].update((cues.frame_key(reading, i), c) for c in columns)
        if token.pos in ("NOUN", "PROPN", "PRON"):
            roles = ["n"] + ["source"] * (i in source_heads) + ["content"] * (i in content_heads)
            found["heads"].update((token.lemma, c) for c in roles)
    return found


COLUMNS = {
    "words": ("n", "cue", "side1", "side2", "side3"),
    "frames": ("n", "cue", "side1", "side2", "side3"),
    "heads": ("n", "source", "content"),
}


def tables(counted: Iterable[dict[str, Counter]]) -> dict[str, dict]:
    """Summed counts as they are kept: words seen once or twice are left to the overall share."""
    kept = {}
    parts = list(counted)
    for name in TABLES:
        total: Counter = Counter()
        for part in parts:
            total.update(part[name])
        columns = COLUMNS[name]
        keys = sorted({key for key, _ in total})
        rows = {key: [total[key, c] for c in columns] for key in keys}
        overall = [sum(row[n] for row in rows.values()) for n in range(len(columns))]
        rows = {key: row for key, row in rows.items() if row[0] >= 3}
        kept[name] = {"total": {"": overall}, "rows": rows}
    return kept


def as_counts(kept: Mapping[str, dict]) -> tuple[Counts, Counts, Counts]:
    return read_counts(kept["words"]), read_counts(kept["heads"]), read_counts(kept["frames"])


# ------------------------------------------------------------------------------------------------ rows


def cue_rows(articles: list[Article], picked: Picked) -> tuple[np.ndarray, np.ndarray, list]:
    rows, labels, places = [], [], []
    for article in articles:
        reading = Reading(article.parse, *picked(article))
        side = {u.cue: u.side for u in article.units}
        for cue in cues.cue_candidates(reading):
            rows.append(np.asarray(cues.cue_features(reading, cue), dtype=np.float32))
            labels.append(side.get(cue, 0))
            places.append((article, cue))
    return np.stack(rows), np.array(labels), places


def likely_of(article: Article, scores: Scores) -> list[float]:
    likely = [0.0] * len(article.parse.tokens)
    for cue, guess in scores.get(article.stem, {}).items():
        likely[cue] = 1 - guess[0]
    return likely


def rival_rows(
    first: np.ndarray, places: list, scores: Scores, picked: Picked, least: float
) -> tuple[np.ndarray, list[int]]:
    rows, kept, current = [], [], None
    for n, (article, cue) in enumerate(places):
        if article is not current:
            current, likely = article, likely_of(article, scores)
            reading = Reading(article.parse, *picked(article))
        if likely[cue] >= least:
            more = rivals.rival_features(reading, cue, scores[article.stem], likely)
            rows.append(np.concatenate([first[n], np.asarray(more, dtype=np.float32)]))
            kept.append(n)
    return np.stack(rows), kept


def edge_rows(articles: list[Article], picked: Picked, scores: Scores) -> dict[str, tuple[list, list]]:
    found: dict[str, tuple[list, list]] = {f"{e}-{s}": ([], []) for e in ("near", "far") for s in ("right", "left")}
    for article in articles:
        reading = Reading(article.parse, *picked(article))
        likely = likely_of(article, scores)
        for unit in article.units:
            view = spans.view_cue(reading, unit.cue, likely)
            for side, span in (("right", unit.right), ("left", unit.left)):
                if span is None:
                    continue
                after = side == "right"
                near, far = span if after else span[::-1]
                candidates = (spans.near_right if after else spans.near_left)(view)
                rows = [spans.near_features(view, i, after=after) for i in candidates]
                _add(found[f"near-{side}"], rows, [i == near for i in candidates])
                candidates = (spans.far_right if after else spans.far_left)(view, near)
                rows = [spans.far_features(view, near, i, after=after) for i in candidates]
                _add(found[f"far-{side}"], rows, [i == far for i in candidates])
    return found


def source_rows(articles: list[Article], picked: Picked, scores: Scores) -> tuple[list, list]:
    found: tuple[list, list] = ([], [])
    for article in articles:
        reading = Reading(article.parse, *picked(article))
        likely = likely_of(article, scores)
        for unit in article.units:
            view = spans.view_cue(reading, unit.cue, likely)
            for i in sources.source_candidates(view, unit.content):
                found[0].append(np.asarray(sources.source_features(view, i, unit.content), dtype=np.float32))
                found[1].append(i == unit.source_head)
    return found


def utterance_rows(articles: list[Article], picked: Picked, scores: Scores) -> tuple[list, list]:
    found: tuple[list, list] = ([], [])
    for article in articles:
        reading = Reading(article.parse, *picked(article))
        likely = likely_of(article, scores)
        for stretch in (q for doubles in reading.doubles for q in doubles):
            tokens = range(stretch.first, stretch.last + 1)
            found[0].append(np.asarray(utterances.utterance_features(reading, stretch, likely), dtype=np.float32))
            found[1].append(sum(i in article.said for i in tokens) * 2 > len(tokens))
    return found


def _add(found: tuple[list, list], rows: list, labels: list[bool]) -> None:
    """Only cues whose right edge is among the candidates teach anything."""
    if any(labels):
        found[0].extend(np.asarray(row, dtype=np.float32) for row in rows)
        found[1].extend(labels)


# ------------------------------------------------------------------------------------------------ learning


def in_folds(kind: str, rows: np.ndarray, labels: np.ndarray, folds: np.ndarray) -> np.ndarray:
    """For each row what a model says that has not seen its article."""
    out = np.zeros((len(rows), 4))
    for fold in range(FOLDS):
        inside = folds == fold
        if inside.any():
            out[inside] = model(kind).fit(rows[~inside], labels[~inside]).predict_proba(rows[inside])
    return out


def scores_of(places: list, chances: np.ndarray) -> Scores:
    scores: Scores = {}
    for (article, cue), row in zip(places, chances, strict=True):
        scores.setdefault(article.stem, {})[cue] = tuple(map(float, row))
    return scores


def learn(articles: list[Article]) -> tuple[dict, dict[str, np.ndarray]]:
    """Counts and trees."""
    counted = {a.stem: count_article(a) for a in articles}
    kept = tables(counted.values())
    by_fold = [as_counts(tables(counted[a.stem] for a in articles if a.fold != fold)) for fold in range(FOLDS)]

    def picked(article: Article) -> tuple[Counts, Counts, Counts]:
        return by_fold[article.fold]

    models = {}
    rows, labels, places = cue_rows(articles, picked)
    folds = np.array([article.fold for article, _ in places])
    print("cues", rows.shape, np.bincount(labels), flush=True)
    models["cue"] = model("cue").fit(rows, labels)
    first = scores_of(places, in_folds("cue", rows, labels, folds))
    again, index = rival_rows(rows, places, first, picked, least=0.015)
    del rows
    print("rivals", again.shape, flush=True)
    models["rival"] = model("rival").fit(again, labels[index])
    second = scores_of([places[n] for n in index], in_folds("rival", again, labels[index], folds[index]))
    del again
    for name, (edge, answers) in edge_rows(articles, picked, second).items():
        print(name, len(edge), flush=True)
        models[name] = model("edge").fit(np.stack(edge), np.array(answers))
    for name, made in (("source", source_rows), ("utterance", utterance_rows)):
        found, answers = made(articles, picked, second)
        print(name, len(found), flush=True)
        models[name] = model(name).fit(np.stack(found), np.array(answers))
    arrays: dict[str, np.ndarray] = {}
    for name, learnt in models.items():
        arrays.update(as_arrays(name, learnt))
    return kept, arrays


def as_arrays(name: str, learnt: HistGradientBoostingClassifier) -> dict[str, np.ndarray]:
    """A forest in flat arrays, the children of a node side by side (see `trees.Forest`)."""
    feature, threshold, child, value, roots, depth = [], [], [], [], [], 0
    for tree in (tree for once in learnt._predictors for tree in once):  # noqa: SLF001 -- there is no public way
        nodes, base = tree.nodes, len(feature)
        roots.append(base)
        order = [0]
        for at in order:  # grows while it is read: breadth first
            if not nodes["is_leaf"][at]:
                order += [int(nodes["left"][at]), int(nodes["right"][at])]
        place = {old: base + new for new, old in enumerate(order)}
        for at in order:
            leaf = bool(nodes["is_leaf"][at])
            feature.append(0 if leaf else int(nodes["feature_idx"][at]))
            threshold.append(0.0 if leaf else float(nodes["num_threshold"][at]))
            child.append(-1 if leaf else place[int(nodes["left"][at])])
            value.append(float(nodes["value"][at]) if leaf else 0.0)
            depth = max(depth, int(nodes["depth"][at]))
    return {
        f"{name}.feature": np.array(feature, np.int16),
        f"{name}.threshold": np.array(threshold, np.float32),
        f"{name}.child": np.array(child, np.int32),
        f"{name}.value": np.array(value, np.float32),
        f"{name}.roots": np.array(roots, np.int32),
        f"{name}.base": np.asarray(learnt._baseline_prediction, np.float64).ravel(),  # noqa: SLF001 -- as above
        f"{name}.depth": np.array(depth),
    }


def read_articles(corpus: Path, cache: Path | None) -> list[Article]:
    """The annotated articles, of several annotators the first by file name. `cache`: pickled parses, by text."""
    import pickle  # noqa: PLC0415 -- only for the cache a developer asked for

    parser = load_parser()
    parses = pickle.loads(cache.read_bytes()) if cache and cache.exists() else {}
    articles = []
    for stem, files in sorted(annotators(corpus).items()):
        text = (corpus / "text" / f"{stem}.txt").read_text(encoding="utf-8")
        if stem not in parses:
            parses[stem] = parser.parse(text)
        attributions = read_brat(files[0])
        said = frozenset(i for a in attributions for i in tokens_in(parses[stem], a["content"]))
        fold = zlib.crc32(stem.encode()) % FOLDS
        articles.append(Article(stem, fold, parses[stem], align(parses[stem], attributions), said))
    if cache and not cache.exists():
        cache.write_bytes(pickle.dumps(parses))
    return articles


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, help="folder with text/ and attributions/")
    parser.add_argument("--output", type=Path, default=FOLDER, help="folder for the weights")
    parser.add_argument("--hold-out", type=int, help="a fold of articles to learn nothing from")
    parser.add_argument("--cache", type=Path, help="file that keeps the parses between runs")
    args = parser.parse_args()
    articles = [a for a in read_articles(args.corpus, args.cache) if a.fold != args.hold_out]
    kept, arrays = learn(articles)
    args.output.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(
        f'"{name}": {{"total": {json.dumps(table["total"])}, "rows": {{\n'
        + ",\n".join(f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v)}" for k, v in table["rows"].items())
        + "}}"
        for name, table in kept.items()
    )
    (args.output / "counts.json").write_text("{" + lines + "}\n", encoding="utf-8")
    np.savez_compressed(args.output / "trees.npz", **arrays)
    digest = hashlib.sha256(b"".join(arrays[name].tobytes() for name in sorted(arrays))).hexdigest()
    print(len(articles), "articles;", sum(len(a.units) for a in articles), "attributions; trees", digest[:16])


if __name__ == "__main__":
    main()
