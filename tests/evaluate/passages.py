"""Agreements, figures and events: passages of the gold beside found ones, one to one, and what is said of each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.evaluate.articles import Article, Span, Words
from tests.evaluate.extraction import Found, Item
from tests.evaluate.gold import Case, Gold
from tests.evaluate.names import Aliases, words_of
from tests.evaluate.results import Section, Tally

WANTED = {"agreements.found": 85, "agreements.status": 85, "figures.right": 90}
LEAST_SHARE = 0.5  # of the shorter passage's words
MOST_WORDS = 60  # beyond those of the gold
UNITS = {  # one unit under several names
    **dict.fromkeys(("%", "per cent"), "percent"),
    **dict.fromkeys(("tonne", "tonnes", "ton"), "tons"),
    **dict.fromkeys(("kilometre", "kilometres", "kilometers"), "km"),
    **dict.fromkeys(("square kilometres", "square kilometers", "sq km", "km2", "km²"), "square km"),
    **dict.fromkeys(("cubic kilometres", "cubic kilometers", "km3", "km³"), "cubic km"),
    **dict.fromkeys(("m3", "m³", "cubic meters"), "cubic metres"),
    **dict.fromkeys(
        ("m3/s", "m³/s", "cumecs", "cubic metres a second", "cubic meters per second"), "cubic metres per second"
    ),
    **dict.fromkeys(("megawatt", "megawatts"), "mw"),
    **dict.fromkeys(("gigawatt", "gigawatts"), "gw"),
    **dict.fromkeys(("gigawatt-hours", "gigawatt hours"), "gwh"),
    **dict.fromkeys(("kilowatt-hours", "kilowatt hours"), "kwh"),
    **dict.fromkeys(("kilograms", "kilos", "kilogrammes"), "kg"),
    **dict.fromkeys(("centimetres", "centimeters"), "cm"),
    **dict.fromkeys(("millimetres", "millimeters"), "mm"),
    **dict.fromkeys(("metre", "meters", "m"), "metres"),
    **dict.fromkeys(("person", "persons", "people"), "count"),
}


def score_passages(gold: Gold, found: Mapping[str, Found]) -> tuple[Section, ...]:
    """Agreements, figures and events."""
    parts = (("agreements", "Agreements", _agreement), ("figures", "Figures", _figure), ("events", "Events", _event))
    return tuple(_score(gold, found, *part) for part in parts if gold.has(part[0]))


def _score(gold: Gold, found: Mapping[str, Found], kind: str, title: str, judge: Callable[..., None]) -> Section:
    tally = Tally(title, WANTED)
    tally.name(f"{kind}.found", f"{kind}.only")
    for stem, facts in gold.facts.items():
        article, items = gold.articles[stem], getattr(found[stem], kind)
        due = [(case, article.places_of(case)) for case in facts.get(kind) or ()]
        pairs = match(article, due, items)
        for i, (case, _) in enumerate(due):
            _due(kind, article, case, items[pairs[i]] if i in pairs else None, tally)
            if i in pairs:
                judge(_Checks(kind, article, case, items[pairs[i]], tally), gold.aliases)
        spare = [article.places_of(case) for case in facts.get(f"{kind}_optional") or ()]
        spare += [places for i, (_, places) in enumerate(due) if len(places) > 1 and i in pairs]
        for i, item in enumerate(items):
            known = i in pairs.values() or any(_alike(article, item, [place]) for places in spare for place in places)
            if not tally.count(f"{kind}.only", known):
                excerpt = article.excerpt([item["span"]])
                tally.fault(1, f"{kind}: none of the gold", article, [item["span"]], found=excerpt)
    return tally.section()


def _due(kind: str, article: Article, case: Case, item: Item | None, tally: Tally) -> None:
    undated = kind == "events" and None in _any_of(case["date"])  # without a date it is no event
    if case.get("optional") or undated:
        return
    if not tally.count(f"{kind}.found", item is not None):
        if kind == "figures":
            tally.count("figures.right", right=False)
        tally.fault(2, f"{kind}: missed", article, article.places_of(case), gold=case["text"])


def match(article: Article, due: Sequence[tuple[Case, Sequence[Span]]], items: Sequence[Item]) -> dict[int, int]:
    """Gold number -> found number, one to one, the most alike first; what may be missing takes nothing from what is due.

    Of two events within one passage, that of its date is meant.
    """
    found = sorted(
        (
            bool(case.get("optional")),
            _is_of_another_day(case, item),
            -max(_alike(article, item, [place]) for place in places),
            g,
            f,
        )
        for g, (case, places) in enumerate(due)
        for f, item in enumerate(items)
    )
    pairs: dict[int, int] = {}
    for _, _, value, g, f in found:
        if value < 0 and g not in pairs and f not in pairs.values():
            pairs[g] = f
    return pairs


def _is_of_another_day(case: Case, item: Item) -> bool:
    return "precision" in item and item["date"] not in _any_of(case["date"])


def _alike(article: Article, item: Item, places: Sequence[Span]) -> float:
    """How alike a found passage is to the gold's; of something found in several places (`spans`), the best of them."""
    return max(_likeness(article, item, span, places) for span in item.get("spans", [item["span"]]))


def _likeness(article: Article, item: Item, span: Span, places: Sequence[Span]) -> float:
    """Dice of the words where the two passages share half of the shorter one; a title within the passage counts first."""
    gold, have = article.words(places), article.words([span])
    common = len(gold & have)
    if not common or common < LEAST_SHARE * min(len(gold), len(have)) or len(have) > len(gold) + MOST_WORDS:
        return 0.0
    return 2 * common / (len(gold) + len(have)) + _of_title(article, item, gold)


def _of_title(article: Article, item: Item, gold: Words) -> float:
    title = words_of(item.get("title") or "")
    words = [word for i in sorted(gold) for word in words_of(article.tokens.word(i))]
    return sum(word in words for word in title) / len(title) if title else 0.0


def _any_of(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else (value,)


@dataclass(frozen=True)
class _Checks:
    """What is said of a found passage against its case."""

    kind: str
    article: Article
    case: Case
    item: Item
    tally: Tally

    def check(self, name: str, *, right: bool, wanted: Any, given: Any, rank: float = 1.2) -> None:
        if not self.tally.count(f"{self.kind}.{name}", right):
            gold, fault = f"{wanted}: {self.case['text']}", f"{self.kind}: {name} wrong"
            self.tally.fault(rank, fault, self.article, [self.item["span"]], gold=gold, found=str(given))

    def field(self, name: str, *, rank: float = 1.2) -> None:
        """A field that must be equal to the gold's, or to one of several."""
        wanted, given = self.case[name], self.item[name]
        self.check(name, right=given in _any_of(wanted), wanted=wanted, given=given, rank=rank)


def _agreement(checks: _Checks, aliases: Aliases) -> None:
    checks.field("status", rank=1.8)
    checks.field("date")
    case, item = checks.case, checks.item
    have, need, spare = (
        {aliases.of(party) for party in parties}
        for parties in (item["parties"], case["parties"], case.get("parties_optional", ()))
    )
    right = need - spare <= have <= need | spare
    checks.check("parties", right=right, wanted=case["parties"], given=item["parties"])
    if "kind" in item:
        checks.field("kind")


def _figure(checks: _Checks, _: Aliases) -> None:
    case, item = checks.case, checks.item
    wanted, given = (case["value"], case["unit"]), (item["value"], item["unit"])
    right = wanted[0] == given[0] and _unit(wanted[1]) == _unit(given[1])
    if not case.get("optional"):
        checks.check("right", right=right, wanted=wanted, given=given, rank=1.9)
    right = str(item["year"]) in map(str, _any_of(case["year"]))
    checks.check("year", right=right, wanted=case["year"], given=item["year"])


def _event(checks: _Checks, _: Aliases) -> None:
    checks.field("date")
    checks.field("status")


def _unit(unit: str) -> str:
    return UNITS.get(unit.lower(), unit.lower())
