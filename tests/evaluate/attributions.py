"""Marked attributions, by the scorer as it was given, and the faults behind its figures."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.evaluate.articles import Article, GoldError
from tests.evaluate.extraction import Found
from tests.evaluate.gold import Gold
from tests.evaluate.results import Fault, Section, percent, verdict
from tests.gold import eval_attribution as scorer

# The scorer's names as they are printed first, and what they are there.
PLAIN = {
    "content": "content_soft",
    "content exact": "segment_exact",
    "cue": "cue_segment_exact",
    "source": "source_segment_exact",
    "content and source right": "attribution",
    "source, content given": "source_accuracy",
}
KINDS = ("", "direct_", "indirect_")
# F1 that is wanted, and F1 to aim at.
GATES = {
    "direct_content_soft": (97, 99),
    "direct_segment_exact": (88, 93),
    "direct_attribution": (90, 95),
    "content_soft": (80, 85),
    "segment_exact": (63, 73),
    "attribution": (74, 79),
    "source_accuracy": (93, 95),
}
Table = dict[str, list[float]]
Attribution = dict[str, Any]


def score_attributions(gold: Gold, folder: Path, found: Mapping[str, Found]) -> tuple[Section, ...]:
    """The scorer's figures, whole, direct and indirect, and a table by the make of the attribution where it is noted."""
    tables, faults = [], []
    makes: dict[str, list[int]] = {}
    for stem, (text, units) in scorer.read_gold(folder).items():
        article = gold.articles[stem]
        if text.raw != article.text:
            raise GoldError(f"{article.path}: byte order marks and CR line ends shift the gold's offsets")
        predicted = [dict(item) for item in found[stem].attributions]
        tables.append(with_indirect(scorer.score_article(text, units, predicted)))
        noted = read_makes(scorer.annotators(folder)[stem][0])
        faults += _Comparison(article, text, units, predicted, noted, makes).faults()
    result = scorer.total(tables)
    main = _section(result, tuple(faults))
    return (main, _by_make(makes)) if any(makes) else (main,)


def with_indirect(table: Table) -> Table:
    """The scorer's table with `indirect_*` beside `direct_*`: the whole without what is direct."""
    rest = {
        name: [a - b for a, b in zip(row, table["direct_" + name], strict=True)]
        for name, row in table.items()
        if "direct_" + name in table
    }
    return table | {"indirect_" + name: row for name, row in rest.items()}


def _section(result: Mapping[str, Mapping[str, float]], faults: tuple[Fault, ...]) -> Section:
    rows, metrics = [], {}
    for kind in KINDS:
        for plain, name in PLAIN.items():
            row = result[kind + name]
            f1 = percent(row["F1"], 1)
            gate, goal = GATES.get(kind + name, (None, None))
            shown = [f"{100 * row[part]:.1f}" for part in ("P", "R", "F1")]
            wanted = verdict(f1, gate) + (f" (goal {goal})" if goal else "")
            label = kind.replace("_", ": ") + plain
            rows.append((label, *shown, str(int(row["pred"])), str(int(row["gold"])), wanted, kind + name))
    for name, row in result.items():
        if row["gold"]:
            metrics[name] = percent(row["F1"], 1)
    header = ("", "P", "R", "F1", "found", "gold", "wanted F1", "scorer's name")
    return Section("Attributions", header, tuple(rows), metrics, faults)


def read_makes(path: Path) -> list[str]:
    """The note on each attribution that has a content, in the order of `read_brat`; empty where there is none."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")]
    notes = {
        line[1].split(" ", 1)[1]: line[2] for line in lines if len(line) > 2 and line[1].startswith("AnnotatorNotes ")
    }
    contents = {line[0] for line in lines if re.fullmatch(r"T\d+", line[0]) and len(line) > 1}
    return [
        notes.get(line[0], "")
        for line in lines
        if re.fullmatch(r"E\d+", line[0]) and len(line) > 1
        if any(re.fullmatch(r"Content\d*:(T\d+)", part) and part.split(":")[1] in contents for part in line[1].split())
    ]


def _by_make(makes: Mapping[str, list[int]]) -> Section:
    header = ("make", "gold", "found", "content exact", "cue right", "source right")
    rows = tuple((make, *map(str, makes[make])) for make in sorted(makes))
    return Section("Attributions by their make", header, rows, {})


class _Comparison:
    """The gold units of one article beside the found ones."""

    def __init__(
        self,
        article: Article,
        text: scorer.Text,
        units: Sequence[Attribution],
        predicted: Sequence[Attribution],
        noted: Sequence[str],
        makes: dict[str, list[int]],
    ) -> None:
        self.article, self.makes = article, makes
        self.golds = [
            (a, scorer.Unit(text, a), m) for a, m in zip(units, noted, strict=True) if text.words(a["content"])
        ]
        self.preds = [(a, scorer.Unit(text, a)) for a in predicted if text.words(a["content"])]
        pairs = scorer.pair(
            [unit for _, unit, _ in self.golds],
            [unit for _, unit in self.preds],
            lambda g, p: scorer.dice(g.content, p.content),
            scorer.PAIR_DICE,
        )
        self.pair_of = dict(pairs)

    def faults(self) -> list[Fault]:
        """Wrong sources first, then what is missed or invented, then what is cut wrongly. Counts the makes as well."""
        out = []
        every_found = frozenset().union(*(unit.content for _, unit in self.preds))
        every_gold = frozenset().union(*(unit.content for _, unit, _ in self.golds))
        for i, (gold, unit, make) in enumerate(self.golds):
            if i in self.pair_of:
                out += self._paired(i)
                continue
            self._note(make, 1, 0, 0, 0, 0)
            share = len(unit.content & every_found) / len(unit.content)
            rank = 2 + unit.direct / 2 - share
            out.append(self._fault(rank, "in other pieces" if share else "missed", make, gold, None))
        used = set(self.pair_of.values())
        for i, (pred, unit) in enumerate(self.preds):
            if i not in used:
                share = len(unit.content & every_gold) / len(unit.content)
                out.append(self._fault(2.2 - share, "a further piece" if share else "not in the gold", "", None, pred))
        return out

    def _paired(self, i: int) -> list[Fault]:
        gold, unit, make = self.golds[i]
        pred, other = self.preds[self.pair_of[i]]
        source = scorer.right_source(unit, other) if unit.source else not other.source
        content, cue = (unit.segments[role] == other.segments[role] for role in ("content", "cue"))
        self._note(make, 1, 1, content, cue, source)
        out = []
        if not source:
            out.append(self._fault(3, "source wrong", make, gold, pred, "source"))
        if not content:
            rank = 2 - scorer.dice(unit.content, other.content)
            out.append(self._fault(rank, "content cut otherwise", make, gold, pred))
        if not cue:
            out.append(self._fault(0.5, "cue differs", make, gold, pred, "cue"))
        return out

    def _note(self, make: str, *add: int) -> None:
        if make:
            self.makes[make] = [a + b for a, b in zip(self.makes.get(make, [0] * 5), add, strict=True)]

    def _fault(
        self,
        rank: float,
        kind: str,
        make: str,
        gold: Attribution | None,
        found: Attribution | None,
        role: str = "content",
    ) -> Fault:
        place = gold or found or {"content": [(0, 0)]}
        line = self.article.line(min(place["content"])[0])
        words = [self.article.excerpt(unit[role]) if unit else "" for unit in (gold, found)]
        return Fault(-round(rank, 4), self.article.path, line, kind, make, *words)
