"""Learns the weights of `builder/analyse/attribution` from annotated news and writes them into the package.

    python -m tests.gold.learn_attribution --corpus DIR [--hold-out FOLD] [--unseen FILE]

DIR holds `text/*.txt` and `attributions/*.ann` in brat form; the shipped weights come from the training part of
PolNeAR 1.0.0 and from nothing else. Needs scikit-learn and JAX, which the package itself does not. What is written holds counts
of words and thresholds of features, and no text. With --hold-out one fifth of the articles is left out of everything
and the weights go to `--output`: so settings are compared without looking at other data.

What feeds later models comes from earlier ones that have not seen the article: the opinions of the network from one that was
taught the other three quarters of the articles, scores of cues in five folds, the rest in two halves. --unseen writes what
all of these make of the training articles together, as `briefing extract` would: thresholds are chosen on that.
"""

import argparse
import hashlib
import json
import os
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass, replace
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # sums come out the same on any machine

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from builder.analyse.attribution import adrift, cues, leftovers, rivals, sources, spans, utterances, weighing
from builder.analyse.attribution.judged import Judged, Unit
from builder.analyse.attribution.quotemarks import read_marks
from builder.analyse.attribution.reading import Counts, Reading, word_key
from builder.analyse.attribution.tagging import Tagger, Tags
from builder.analyse.attribution.trees import Forest
from builder.analyse.attribution.units import choose, drafts, settle, with_sources
from builder.analyse.attribution.weights import FOLDER, Weights, read_counts
from builder.analyse.attributions import cue_range
from builder.analyse.lexicons import word_table
from builder.analyse.parsing import Parse, load_parser
from tests.gold.aligned_gold import GoldUnit, align, tokens_in
from tests.gold.eval_attribution import annotators, read_brat
from tests.gold.learn_tagger import as_arrays as kept_tagger
from tests.gold.learn_tagger import known_words, lesson, teach

FOLDS = 5
PARTS = 4  # of the articles, each read by a network that has not seen it
TABLES = ("words", "heads", "frames")
SETTINGS = {
    "cue": {"max_iter": 160, "learning_rate": 0.1, "max_leaf_nodes": 24, "l2_regularization": 1.0},
    "rival": {"max_iter": 160, "learning_rate": 0.08, "max_leaf_nodes": 20, "l2_regularization": 2.0},
    "edge": {"max_iter": 200, "learning_rate": 0.1, "max_leaf_nodes": 31, "l2_regularization": 1.0},
    "source": {"max_iter": 200, "learning_rate": 0.1, "max_leaf_nodes": 24, "l2_regularization": 1.0},
    "weighing": {"max_iter": 150, "learning_rate": 0.06, "max_leaf_nodes": 16, "l2_regularization": 2.0},
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
    tags: Tags | None = None
    """What a network says of each token that has not seen the article."""


_FIRST_HALF = frozenset((0, 1))  # folds
_SURE = 0.34  # cues from which sources are learnt, before whole attributions are weighed
_SAME = 0.5  # Dice coefficient from which two contents are one
Rows = Iterable[tuple[Article, "np.ndarray | list[float]", bool]]
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
    return without_names(kept)


PRONOUNS = frozenset(
    [
        "i",
        "you",
        "he",
        "she",
        "it",
        "we",
        "they",
        "who",
        "whom",
        "which",
        "that",
        "this",
        "these",
        "those",
        "one",
        "me",
        "him",
        "her",
        "us",
        "them",
        "himself",
        "herself",
        "itself",
        "themselves",
        "all",
        "another",
        "anybody",
        "anyone",
        "both",
        "each",
        "everybody",
        "everyone",
        "few",
        "many",
        "most",
        "nobody",
        "none",
        "other",
        "several",
        "some",
        "somebody",
        "someone",
    ]
)


def without_names(kept: dict[str, dict]) -> dict[str, dict]:
    """The tables less the names of people, places and nations, which say who and not how: no article shows through.

    A proper name is a word of that class which is never a cue; what stays of its class are pronouns and marks.
    """
    nations = {w.lower() for table in ("names", "demonyms") for f in word_table("countries", table) for w in f.split()}
    nations |= {f"{nation}s" for nation in nations}
    words = kept["words"]["rows"]
    gone = {k for k, row in words.items() if k.rpartition("/")[0] in nations or (k.endswith("/P") and not any(row[1:]))}
    left = {key.rpartition("/")[0] for key in words if key not in gone} | PRONOUNS
    names = {key.rpartition("/")[0] for key in gone} - left | nations
    for name, word_of in (("heads", str), ("frames", lambda key: key.split("/")[0])):
        kept[name]["rows"] = {key: row for key, row in kept[name]["rows"].items() if word_of(key) not in names}
    kept["words"]["rows"] = {key: row for key, row in words.items() if key not in gone}
    return kept


def as_counts(kept: Mapping[str, dict]) -> tuple[Counts, Counts, Counts]:
    return read_counts(kept["words"]), read_counts(kept["heads"]), read_counts(kept["frames"])


# ------------------------------------------------------------------------------------------------ rows


def cue_rows(articles: list[Article], picked: Picked) -> tuple[np.ndarray, np.ndarray, list]:
    rows, labels, places = [], [], []
    for article in articles:
        reading = Reading(article.parse, *picked(article), article.tags)
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
            reading = Reading(article.parse, *picked(article), article.tags)
        if likely[cue] >= least:
            more = rivals.rival_features(reading, cue, scores[article.stem], likely)
            rows.append(np.concatenate([first[n], np.asarray(more, dtype=np.float32)]))
            kept.append(n)
    return np.stack(rows), kept


def edge_rows(articles: list[Article], picked: Picked, scores: Scores) -> dict[str, Rows]:
    """Of annotated cues. Only those whose right edge is among the candidates teach anything."""
    found: dict[str, list] = {f"{e}-{s}": [] for e in ("near", "far") for s in ("right", "left")}
    for article in articles:
        reading = Reading(article.parse, *picked(article), article.tags)
        likely = likely_of(article, scores)
        for unit in article.units:
            view = spans.view_cue(reading, unit.cue, likely)
            for side, span in (("right", unit.right), ("left", unit.left)):
                if span is None:
                    continue
                after = side == "right"
                near, far = span if after else span[::-1]
                candidates = (spans.near_right if after else spans.near_left)(view)
                if near in candidates:
                    rows = (spans.near_features(view, i, after=after) for i in candidates)
                    found[f"near-{side}"] += [
                        (article, as_row(r), i == near) for r, i in zip(rows, candidates, strict=True)
                    ]
                candidates = (spans.far_right if after else spans.far_left)(view, near)
                if far in candidates:
                    rows = (spans.far_features(view, near, i, after=after) for i in candidates)
                    found[f"far-{side}"] += [
                        (article, as_row(r), i == far) for r, i in zip(rows, candidates, strict=True)
                    ]
    return found


def as_row(features: list[float]) -> np.ndarray:
    return np.asarray(features, dtype=np.float32)


@dataclass(frozen=True)
class Read:
    """An article as a system reads it that has learnt nothing from it."""

    article: Article
    judged: Judged
    drafts: list[Unit]
    units: list[Unit]


def read_article(article: Article, picked: Picked, scores: Scores, forests: dict[str, Forest]) -> Read:
    words, heads, frames = picked(article)
    reading = Reading(article.parse, words, heads, frames, article.tags)
    weights = Weights(words, heads, frames, forests)
    judged = Judged(reading, weights, scores.get(article.stem, {}), likely_of(article, scores))
    found = drafts(judged)
    return Read(article, judged, found, choose(u for u in found if u.score >= _SURE))


def gold_of(article: Article, content: frozenset[int]) -> GoldUnit | None:
    """The annotated attribution that shares most with the content, if that is enough to be called the same."""
    best = max(article.units, key=lambda u: len(u.content & content), default=None)
    if best is None or 2 * len(best.content & content) < _SAME * (len(best.content) + len(content)):
        return None
    return best


def source_rows(read: Iterable[Read]) -> Rows:
    """Of predicted content, so that the choice is learnt where it will be made."""
    for r in read:
        for unit in r.units:
            gold = gold_of(r.article, unit.tokens)
            if gold is None:
                continue
            view = spans.view_cue(r.judged.reading, unit.cue, r.judged.likely)
            for i in sources.source_candidates(view, unit.tokens):
                yield r.article, sources.source_features(view, i, unit.tokens), i in gold.sources


def utterance_rows(articles: Iterable[Article], picked: Picked, scores: Scores) -> Rows:
    for article in articles:
        reading = Reading(article.parse, *picked(article), article.tags)
        likely = likely_of(article, scores)
        for stretch in (q for doubles in reading.doubles for q in doubles):
            said = sum(i in article.said for i in range(stretch.first, stretch.last + 1))
            row = utterances.utterance_features(reading, stretch, likely)
            yield article, row, said * 2 > stretch.last + 1 - stretch.first


def leftover_rows(read: Iterable[Read]) -> tuple[Rows, Rows]:
    """Whether a quotation goes on with the attribution before it; and whose it is."""
    going: Rows = []
    claimed: Rows = []
    for r in read:
        reading, likely = r.judged.reading, r.judged.likely
        units = with_sources(r.judged, r.units)
        for stretch, chance in leftovers.open_stretches(r.judged, units):
            inside = frozenset(range(stretch.first, stretch.last + 1))
            gold = max(r.article.units, key=lambda u: len(u.content & inside), default=None)
            if gold is None or not gold.content & inside:
                gold = None
            beside = leftovers.place(r.judged, units, stretch, chance)
            before = leftovers.before(units, stretch)
            same = before is not None and gold is not None and gold is gold_of(r.article, before.tokens)
            if adrift.may_go_on(reading, beside):
                going.append((r.article, adrift.going_on_features(reading, beside, likely), same))
            if same:
                units[units.index(before)] = leftovers.joined(before, stretch)
                continue
            cue = leftovers.cue_beside(r.judged, units, stretch)
            for claim in adrift.claims(reading, beside, leftovers.own_claim(r.judged, cue, stretch)):
                right = gold is not None and _is_source(reading, claim.head, gold)
                if gold is not None:
                    claimed.append((r.article, adrift.claim_features(reading, beside, claim, likely), right))
            units.append(Unit(cue, ((stretch.first, stretch.last),), source_head=gold.source_head if gold else None))
    return going, claimed


def weighing_rows(read: Iterable[Read]) -> Rows:
    """Of every draft, those that lost included: whether it is an annotated attribution."""
    for r in read:
        for unit, beside in zip(r.drafts, weighing.neighbours(r.drafts), strict=True):
            row = weighing.weighing_features(r.judged, unit, beside)
            yield r.article, row, gold_of(r.article, unit.tokens) is not None


def _is_source(reading: Reading, head: int, gold: GoldUnit) -> bool:
    if gold.source_head is None:
        return False
    one, other = reading.tokens[head], reading.tokens[gold.source_head]
    return head == gold.source_head or (one.pos == "PROPN" and one.text == other.text)


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


def fit(kind: str, rows: Rows, forests: dict, halves: tuple[dict, dict], name: str) -> None:
    """One model of all articles, and two of one half each, with which the articles of the other half are read."""
    found = [(article.fold in _FIRST_HALF, row, answer) for article, row, answer in rows]
    first = np.array([in_first for in_first, _, _ in found])
    table = np.stack([np.asarray(row, dtype=np.float32) for _, row, _ in found])
    answers = np.array([answer for _, _, answer in found])
    print(name, table.shape, int(answers.sum()), flush=True)
    forests[name] = model(kind).fit(table, answers)
    for half, inside in enumerate((first, ~first)):
        halves[half][name] = as_forest(model(kind).fit(table[inside], answers[inside]))


def learn_tags(articles: list[Article]) -> tuple[Tagger, list[Article]]:
    """The network of all articles, and the articles as networks see them that have not seen them."""
    words = known_words([a.parse for a in articles])
    lessons = [lesson(a.parse, a.units, a.said, words) for a in articles]
    tagged = list(articles)
    for part in range(PARTS):
        print("network without part", part, flush=True)
        taught = teach([one for n, one in enumerate(lessons) if n % PARTS != part], words)
        for n in range(part, len(articles), PARTS):
            parse = articles[n].parse
            tagged[n] = replace(articles[n], tags=taught.tags(parse, read_marks(parse)))
    print("network", flush=True)
    return teach(lessons, words), tagged


def learn(articles: list[Article]) -> tuple[dict, dict[str, np.ndarray], Tagger, list[Read]]:
    """Counts, trees, the network; and the articles as all models read them that have not seen them."""
    tagger, articles = learn_tags(articles)
    counted = {a.stem: count_article(a) for a in articles}
    kept = tables(counted.values())
    by_fold = [as_counts(tables(counted[a.stem] for a in articles if a.fold != fold)) for fold in range(FOLDS)]

    def picked(article: Article) -> tuple[Counts, Counts, Counts]:
        return by_fold[article.fold]

    models, scores = learn_cues(articles, picked)
    rest, read = learn_rest(articles, picked, scores)
    models.update(rest)
    arrays: dict[str, np.ndarray] = {}
    for name, learnt in models.items():
        arrays.update(as_arrays(name, learnt))
    return kept, arrays, tagger, read


def learn_cues(articles: list[Article], picked: Picked) -> tuple[dict, Scores]:
    """The models of cues, and for each article the scores of models that have not seen it."""
    models = {}
    rows, labels, places = cue_rows(articles, picked)
    folds = np.array([article.fold for article, _ in places])
    print("cues", rows.shape, np.bincount(labels), flush=True)
    models["cue"] = model("cue").fit(rows, labels)
    first = scores_of(places, in_folds("cue", rows, labels, folds))
    again, index = rival_rows(rows, places, first, picked, least=0.015)
    print("rivals", again.shape, flush=True)
    models["rival"] = model("rival").fit(again, labels[index])
    second = in_folds("rival", again, labels[index], folds[index])
    return models, scores_of([places[n] for n in index], second)


def learn_rest(articles: list[Article], picked: Picked, scores: Scores) -> tuple[dict, list[Read]]:
    """What comes after the cues, each model learnt on what those before it make of articles they have not seen."""
    models: dict = {}
    halves: tuple[dict, dict] = ({}, {})
    for name, rows in edge_rows(articles, picked, scores).items():
        fit("edge", rows, models, halves, name)
    fit("utterance", utterance_rows(articles, picked, scores), models, halves, "utterance")
    read = [read_article(a, picked, scores, halves[a.fold in _FIRST_HALF]) for a in articles]
    fit("source", source_rows(read), models, halves, "source")
    fit("weighing", weighing_rows(read), models, halves, "weighing")
    read = [replace(r, units=choose(weighing.weigh(r.judged, r.drafts))) for r in read]
    going, claimed = leftover_rows(read)
    fit("utterance", going, models, halves, "going-on")
    fit("utterance", claimed, models, halves, "claim")
    return models, read


def as_forest(learnt: HistGradientBoostingClassifier) -> Forest:
    return Forest.read(as_arrays("one", learnt), "one")


def as_arrays(name: str, learnt: HistGradientBoostingClassifier) -> dict[str, np.ndarray]:
    """A forest in flat arrays, the children of a node side by side (see `trees.Forest`)."""
    feature, threshold, child, value, roots, depth = [], [], [], [], [], 0
    for tree in (tree for once in learnt._predictors for tree in once):
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
        f"{name}.base": np.asarray(learnt._baseline_prediction, np.float64).ravel(),
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


def write(folder: Path, kept: Mapping[str, dict], arrays: Mapping[str, np.ndarray], tagger: Tagger) -> None:
    """The files of the package: the same numbers give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(
        f'"{name}": {{"total": {json.dumps(table["total"])}, "rows": {{\n'
        + ",\n".join(f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v)}" for k, v in table["rows"].items())
        + "}}"
        for name, table in kept.items()
    )
    (folder / "counts.json").write_text("{" + lines + "}\n", encoding="utf-8")
    np.savez_compressed(folder / "trees.npz", **arrays)
    np.savez_compressed(folder / "tagger.npz", **kept_tagger(tagger))


def write_unseen(path: Path, read: Iterable[Read]) -> None:
    """One line an article, in the form of `briefing extract`, as far as the scorer reads it."""
    lines = [json.dumps({"id": r.article.stem, "attributions": [_found(r, u) for u in settle(r.judged)]}) for r in read]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _found(read: Read, unit: Unit) -> dict:
    def place(span: tuple[int, int] | None) -> list[int] | None:
        return None if span is None else list(astuple(read.article.parse.span(*span)))

    content = [place(r) for r in unit.content]
    cue, source = place(cue_range(read.judged.reading, unit)), place(unit.source)
    return {"content": content, "cue": cue and [cue], "source": source and [source]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, help="folder with text/ and attributions/")
    parser.add_argument("--output", type=Path, default=FOLDER, help="folder for the weights")
    parser.add_argument("--hold-out", type=int, help="a fold of articles to learn nothing from")
    parser.add_argument(
        "--unseen", type=Path, help="file for what is found in articles by models that have not seen them"
    )
    parser.add_argument("--cache", type=Path, help="file that keeps the parses between runs")
    args = parser.parse_args()
    articles = [a for a in read_articles(args.corpus, args.cache) if a.fold != args.hold_out]
    kept, arrays, tagger, read = learn(articles)
    write(args.output, kept, arrays, tagger)
    if args.unseen:
        write_unseen(args.unseen, read)
    digest = hashlib.sha256(b"".join(arrays[name].tobytes() for name in sorted(arrays))).hexdigest()
    print(len(articles), "articles;", sum(len(a.units) for a in articles), "attributions; trees", digest[:16])


if __name__ == "__main__":
    main()
