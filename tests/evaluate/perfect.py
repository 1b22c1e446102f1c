"""The output that an extraction without a fault would have: made from the gold, to try the measuring itself."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tests.evaluate.articles import Article, Span
from tests.evaluate.extraction import FIELDS
from tests.evaluate.gold import Case, Gold
from tests.evaluate.speakers import attribution_of
from tests.gold import eval_attribution as scorer

Record = dict[str, Any]


def perfect(gold: Gold) -> list[Record]:
    """One record an article, in order."""
    marked = scorer.read_gold(gold.annotations) if gold.annotations else {}
    records = []
    for stem, article in gold.articles.items():
        facts = gold.facts.get(stem, {})
        said = [_marked(article, unit) for unit in marked[stem][1]] if marked else list(_written(article, facts))
        if not said:
            said = [_named(article, case) for owner, case in gold.speakers if owner is article]
        for owner, case in gold.speakers:
            if owner is article and (item := attribution_of(article, case, said)):
                said[next(i for i, one in enumerate(said) if one is item)] = dict(item) | {"speaker": case["name"]}
        records.append({"id": stem, "file": article.path, "attributions": said} | _facts(article, facts, gold))
    return records


def as_lines(records: list[Record]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _marked(article: Article, unit: Mapping[str, Any]) -> Record:
    return dict(unit) | {"direct": scorer.Unit(article.tokens, dict(unit)).direct, "speaker": None}


def _named(article: Article, case: Case) -> Record:
    content = article.places_of(case, "content")[0]
    return {"content": [content], "cue": None, "source": None, "direct": False, "speaker": case["name"]}


def _written(article: Article, facts: Case) -> Iterator[Record]:
    for kind in ("quotes", "statements", "statements_unnamed"):
        for case in facts.get(kind) or ():
            content = article.places_of(case)[0]
            yield {
                "content": [content],
                "cue": _nearest(article, case["cue"], content),
                "source": _nearest(article, case["source"], content),
                "direct": kind == "quotes",
                "speaker": case.get("speaker"),
            }


def _nearest(article: Article, words: str | None, content: Span) -> list[Span] | None:
    places = article.every(words) if words else ()
    return [min(places, key=lambda place: (abs(place[0] - content[0]), place))] if places else None


def _facts(article: Article, facts: Case, gold: Gold) -> Record:
    lists: Record = {kind: [] for kind in FIELDS if kind != "attributions"}
    for case in facts.get("persons") or ():
        spans = article.every(case.get("role_text", case["name"]))
        expert = case["name"] in (facts.get("experts") or ())
        roles = [
            {part: words[0] if isinstance(words, list) else words for part, words in r.items()} for r in case["roles"]
        ]
        lists["persons"].append({"name": case["name"], "roles": roles, "spans": spans, "expert": expert})
    for case in facts.get("positions") or ():
        for cell in case["cells"]:
            lists["positions"].append(_passage(article, case, ("party", "attribution")) | {"issue": cell})
    for kind, names in (
        ("agreements", ("status", "date", "parties", "kind")),
        ("figures", ("value", "unit", "year")),
        ("events", ("date", "precision", "status")),
    ):
        for case in facts.get(kind) or ():
            lists[kind].append(_passage(article, case, names) | ({"title": case["text"]} if kind != "figures" else {}))
    return lists


def _passage(article: Article, case: Case, names: tuple[str, ...]) -> Record:
    lists = {"parties"}
    first = {n: case[n][0] if isinstance(case[n], list) and n not in lists else case[n] for n in names}
    return first | {"span": article.places_of(case)[0]}
