"""Positions: which cells of parties and issues have a passage, and which passages stand in a cell that is not theirs."""

from collections.abc import Mapping, Sequence

from tests.evaluate.articles import Article, Words
from tests.evaluate.extraction import Found, Item
from tests.evaluate.gold import Case, Gold
from tests.evaluate.results import Section, Tally

WANTED = {"cells.filled": 80, "passages.cell": 90}
Cell = tuple[str, str]
Passage = tuple[Case, Words]


def score_matrix(gold: Gold, found: Mapping[str, Found]) -> Section:
    """A found passage is judged where a passage of its party overlaps it: right where one of those names its cell."""
    tally = Tally("Positions", WANTED)
    tally.name(
        "cells.filled",
        "cells.right",
        "cells.empty",
        "passages.cell",
        "passages.level",
        "passages.judged",
        "positions.found",
    )
    filled: set[Cell] = set()
    right: set[Cell] = set()
    for stem, facts in gold.facts.items():
        article = gold.articles[stem]
        cases = [(case, article.words(article.places_of(case))) for case in facts.get("positions") or ()]
        for item in found[stem].positions:
            cell = (item["party"], item["issue"])
            judged = _judge(article, item, cases, tally)
            filled |= {cell} if judged is not False else set()
            right |= {cell} if judged else set()
        for case, words in cases:
            _found(article, case, words, found[stem], tally)
    _cells(gold, filled, right, {(p["party"], p["issue"]) for f in found.values() for p in f.positions}, tally)
    return tally.section()


def _judge(article: Article, item: Item, cases: Sequence[Passage], tally: Tally) -> bool | None:
    """Whether it stands in a right cell; None where the gold has no passage of its party there."""
    words = article.words([item["span"]])
    near = [case for case, gold in cases if case["party"] == item["party"] and not words.isdisjoint(gold)]
    tally.count("passages.judged", bool(near))
    if not near:
        return None
    mine = [case for case in near if item["issue"] in case["cells"]]
    excerpt = article.excerpt([item["span"]])
    if not tally.count("passages.cell", bool(mine)):
        wanted = f"{item['party']}: {', '.join(dict.fromkeys(cell for case in near for cell in case['cells']))}"
        tally.fault(
            2, "passage in a wrong cell", article, [item["span"]], gold=wanted, found=f"{item['issue']}: {excerpt}"
        )
        return False
    levels = sorted({level for case in mine for level in case["attribution"]})
    if not tally.count("passages.level", item["attribution"] in levels):
        given = f"{item['attribution']}: {excerpt}"
        tally.fault(1.3, "attribution level wrong", article, [item["span"]], gold=" or ".join(levels), found=given)
    return True


def _found(article: Article, case: Case, words: Words, found: Found, tally: Tally) -> None:
    places = article.places_of(case)
    hit = any(
        item["party"] == case["party"]
        and item["issue"] in case["cells"]
        and not words.isdisjoint(article.words([item["span"]]))
        for item in found.positions
    )
    if not tally.count("positions.found", hit):
        gold = f"{case['party']} × {' or '.join(case['cells'])}: {article.excerpt(places[:1])}"
        tally.fault(1, "position missed", article, places, gold=gold)


def _cells(gold: Gold, filled: set[Cell], right: set[Cell], given: set[Cell], tally: Tally) -> None:
    for party, issues in (gold.matrix or {}).get("filled", {}).items():
        for issue in issues:
            tally.count("cells.filled", (party, issue) in filled)
            tally.count("cells.right", (party, issue) in right)
    for party, issues in (gold.matrix or {}).get("empty", {}).items():
        for issue in issues:
            if not tally.count("cells.empty", (party, issue) not in given):
                first = next(iter(gold.articles.values()))
                tally.fault(1.5, "passage in a cell that no article fills", first, [], found=f"{party} × {issue}")
