"""Who is meant by "he", "Lam", "the minister": the speakers of the found attributions against the full names."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.evaluate.articles import Article, GoldError
from tests.evaluate.extraction import Found, Item
from tests.evaluate.gold import Case, Gold
from tests.evaluate.names import judge
from tests.evaluate.results import Fault, Section, percent, verdict

TYPES = ("pronoun", "short-form", "title", "collective", "other")
WANTED = 92
RANKS = {"wrong": 4.0, "null": 1.5, "not found": 1.4}


def score_speakers(gold: Gold, found: Mapping[str, Found]) -> Section:
    """By type: right, null where a name is due, wrong (costs double), and attributions that were not found at all.

    `resolved` is (right - wrong) / found cases, which is the same as charging a null once and a wrong name twice;
    `overall` the same over all cases, so that an attribution that is missed is charged like a null.
    """
    counts = {kind: dict.fromkeys(("right", "null", "wrong", "not found"), 0) for kind in TYPES}
    given = dict.fromkeys(("names", "right names", "names due"), 0)
    faults = []
    for article, case in gold.speakers:
        item = attribution_of(article, case, found[article.stem].attributions)
        verdict_ = judge(item["speaker"], case) if item else "not found"
        if case["type"] not in counts:
            raise GoldError(f"{article.path}: no such type of speaker case: {case['type']}")
        counts[case["type"]][verdict_] += 1
        given["names due"] += bool(case["name"])
        if item and item["speaker"] is not None:
            given["names"] += 1
            given["right names"] += verdict_ == "right"
        if verdict_ != "right":
            faults.append(_fault(article, case, item, verdict_))
    return _section(counts, given, tuple(faults))


def attribution_of(article: Article, case: Case, attributions: Sequence[Item]) -> Item | None:
    """The found attribution that holds most of the words with which the content begins; the nearest of several."""
    (start, end), *_ = article.places_of(case, "content")
    words = article.words([(start, end)])
    held = [
        (-len(words & article.words(item["content"])), abs(min(item["content"])[0] - start), i)
        for i, item in enumerate(attributions)
    ]
    share, _, i = min(held, default=(0, 0, 0))
    return attributions[i] if words and -share * 2 > len(words) else None


def _fault(article: Article, case: Case, item: Item | None, kind: str) -> Fault:
    (start, _), *_ = article.places_of(case, "content")
    due = case["name"] or case.get("refers_to") or "nobody" + f" (between {' and '.join(case.get('between', ()))})"
    said = {"wrong": "speaker wrong", "null": "speaker not named", "not found": "not found, no speaker"}[kind]
    given = (item or {}).get("speaker") or ""
    gold = f"{case['naming']} = {due}: {' '.join(case['content'].split())}"
    return Fault(-RANKS[kind], article.path, article.line(start), said, case["type"], gold, given)


def _section(counts: Mapping[str, dict[str, int]], given: Mapping[str, int], faults: tuple[Fault, ...]) -> Section:
    total = {
        verdict_: sum(count[verdict_] for count in counts.values())
        for verdict_ in ("right", "null", "wrong", "not found")
    }
    rows: list[tuple[str, ...]] = []
    metrics: dict[str, float] = {}
    for kind, count in [*counts.items(), ("all", total)]:
        cases = sum(count.values())
        judged = cases - count["not found"]
        net = count["right"] - count["wrong"]
        resolved, overall = percent(net, judged), percent(net, cases)
        if cases:
            metrics |= {f"speakers.{kind}.resolved": resolved, f"speakers.{kind}.overall": overall}
        wanted = verdict(resolved, WANTED if kind == "all" and cases else None)
        rows.append((kind, *_texts(cases, *count.values()), f"{resolved:.1f}", f"{overall:.1f}", wanted))
    p = percent(given["right names"], given["names"])
    r = percent(given["right names"], given["names due"])
    f1 = percent(2 * p * r, 100 * (p + r))
    metrics["speakers.f1"] = f1
    rows.append((f"names given: P {p:.1f}, R {r:.1f}, F1 {f1:.1f}", *[""] * 8))
    header = ("type", "cases", "right", "null", "wrong", "not found", "resolved", "overall", "wanted")
    return Section("Speakers (a wrong name counts double)", header, tuple(rows), metrics, faults)


def _texts(*numbers: Any) -> tuple[str, ...]:
    return tuple(map(str, numbers))
