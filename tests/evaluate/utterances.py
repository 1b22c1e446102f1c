"""What must and must not come out of an article as an utterance: quotations, statements, and what only looks like one."""

import re
from collections.abc import Mapping, Sequence

from tests.evaluate.articles import Article, Span, Words
from tests.evaluate.extraction import Found, Item
from tests.evaluate.gold import Case, Gold
from tests.evaluate.names import judge
from tests.evaluate.results import Section, Tally

WANTED = {
    "quotes.found": 100,
    "quotes.name": 97,
    "statements.right": 90,
    "never.utterance": 100,
}
COVERS = 0.8  # of the words
MOST_WORDS = 40  # beyond four times those of the gold: then it covers everything
SAID = ("quotes", "statements", "statements_unnamed")
MARKED = re.compile(r"[“\"‘](.+)[”\"’]|'(.+)['’]|[“\"‘](.+)$", re.DOTALL)


def score_utterances(gold: Gold, found: Mapping[str, Found]) -> Section:
    """Quotations found with a speaker and under the right name, statements by named people, and further utterances."""
    tally = Tally("Utterances", WANTED)
    tally.name(*WANTED, "utterances.known")
    for article, case in gold.cases("quotes"):
        _quote(article, case, found[article.stem].attributions, tally)
    for article, case in gold.cases("statements"):
        _statement(article, case, found[article.stem].attributions, tally)
    for article, case in gold.cases("never"):
        if case["as"] == "quote":
            _never(article, case, found[article.stem].attributions, _listed(article, gold), tally)
    if gold.has("quotes"):
        _known(gold, found, tally)
    return tally.section()


def _listed(article: Article, gold: Gold) -> list[Words]:
    """The words of each quotation and statement of the gold, the welcome ones as well."""
    facts = gold.facts[article.stem]
    cases = [case for kind in SAID for case in facts.get(kind) or ()]
    return [article.words(article.places_of(case)) for case in cases]


def quoted(words: str) -> Span:
    """Where the words between quotation marks stand in a quotation with its sentence; all of it without marks."""
    match = MARKED.search(words)
    if match is None:
        return 0, len(words)
    group = match.lastindex or 0
    return match.span(group)


def covering(article: Article, span: Span, attributions: Sequence[Item], *, share: float = COVERS) -> Item | None:
    """The found attribution that covers the words and adds least; None where none does."""
    words = article.words([span])
    best: tuple[int, int] | None = None
    for i, item in enumerate(attributions):
        content = article.words(item["content"])
        if len(words & content) >= share * len(words) and len(content) <= 4 * len(words) + MOST_WORDS:
            best = min(best or (len(content), i), (len(content), i))
    return attributions[best[1]] if best and words else None


def _quote(article: Article, case: Case, attributions: Sequence[Item], tally: Tally) -> None:
    if case.get("optional") or not case.get("source"):
        return
    start, end = quoted(case["text"])
    spans = [(place + start, place + end) for place, _ in article.places_of(case)]
    item = next(filter(None, (covering(article, span, attributions) for span in spans)), None)
    if not tally.count("quotes.found", item is not None and bool(item["source"])):
        tally.fault(
            3, "quotation missed" if item is None else "quotation without a source", article, spans, gold=case["text"]
        )
    if item is not None:
        _name("quotes.name", article, case, item, tally)


def _statement(article: Article, case: Case, attributions: Sequence[Item], tally: Tally) -> None:
    spans = article.places_of(case)
    item = next(filter(None, (covering(article, span, attributions) for span in spans)), None)
    if item is None:
        tally.count("statements.right", right=False)
        tally.fault(2, "statement missed", article, spans, gold=f"{case['speaker']}: {case['text']}")
    else:
        _name("statements.right", article, case, item, tally)


def _name(name: str, article: Article, case: Case, item: Item, tally: Tally) -> None:
    verdict = judge(item["speaker"], case, name="speaker")
    if not tally.count(name, verdict == "right"):
        due = case["speaker"] or case.get("refers_to") or "nobody"
        kind = "speaker wrong" if verdict == "wrong" else "speaker not named"
        rank = 4 if verdict == "wrong" else 1.5
        tally.fault(rank, kind, article, item["content"], gold=f"{due}: {case['text']}", found=item["speaker"] or "")


def _never(article: Article, case: Case, attributions: Sequence[Item], listed: Sequence[Words], tally: Tally) -> None:
    """A repeated passage may come out once, and a statement of the gold may hold the words.

    A headline may be marked here; that it is no utterance of its own is the site's matter.
    """
    if "headline" in case["why"]:
        return
    words = article.words(article.places_of(case))
    content = {i: article.words(item["content"]) for i, item in enumerate(attributions)}
    out = [i for i, have in content.items() if _mostly(have, words) and not any(one <= have for one in listed)]
    if not tally.count("never.utterance", len(out) <= (1 if case.get("repeated") else 0)):
        spans = attributions[out[-1]]["content"]
        tally.fault(3, f"no utterance: {case['why']}", article, spans, found=article.excerpt(spans))


def _mostly(content: Words, words: Words) -> bool:
    return bool(content) and 2 * len(content & words) > len(content)


def _known(gold: Gold, found: Mapping[str, Found], tally: Tally) -> None:
    """The share of the found attributions that any quotation or statement of the gold overlaps; headlines aside."""
    for stem, facts in gold.facts.items():
        article = gold.articles[stem]
        words = frozenset().union(*_listed(article, gold))
        headlines = [case for case in facts.get("never") or () if "headline" in case["why"]]
        allowed = article.words([span for case in headlines for span in article.places_of(case)])
        for item in found[stem].attributions:
            content, spans = article.words(item["content"]), item["content"]
            if content <= allowed:
                continue
            if not tally.count("utterances.known", not content.isdisjoint(words)):
                tally.fault(1, "nobody's utterance", article, spans, found=article.excerpt(spans))
