"""Findings of figures → automatic figures, each in the clause that says what is counted."""

import re
from collections.abc import Iterable, Iterator
from math import isclose

from builder.analyse.quantities import ORDINAL, read_quantity
from builder.model.claims import Figure, Review
from builder.model.findings import FigureFinding
from builder.model.text import SourceText, Span
from builder.reconcile.auto.ground import Ground, claim_id, passages_at, sentences_of
from builder.reconcile.passages import find

_BREAK = re.compile(r"[,;:—–]\s|\s[—–-]\s|[()]")
_LEAST_WORDS = 5  # of a clause beside the figure: less does not say what is counted


def figures_of(findings: Iterable[FigureFinding], ground: Ground) -> Iterator[Figure]:
    """A figure for each finding; ordinals count nothing and are left out."""
    for finding in findings:
        text = ground.texts[finding.source]
        printed, value = finding.reach.of(text.text), _value(finding, text)
        clause = passages_at(text, (_clause(text, finding.reach),))
        if finding.unit == ORDINAL or len(clause) != 1 or value is None:
            continue
        passages = tuple(dict.fromkeys((*passages_at(text, _subject(finding, text)), *clause)))
        yield Figure(
            id=claim_id(passages[0].text, finding.source, printed, clause[0].text),
            evidence=passages,
            review=Review.AUTO,
            subject=passages[0].text,
            value=value,
            unit=finding.unit,
            as_printed=" ".join(printed.split()),
            qualifier=finding.qualifier,
            year=finding.year,
        )


def _subject(finding: FigureFinding, text: SourceText) -> tuple[Span, ...]:
    """The place of the subject in the figure's sentence; none where the figure is all there is."""
    sentence = sentences_of(text, finding.reach)
    if not finding.subject or finding.subject == finding.reach.of(text.text) or sentence is None:
        return ()
    return tuple(place for place in find(finding.subject, text).whole if sentence.holds(place))[:1]


def _value(finding: FigureFinding, text: SourceText) -> int | float | None:
    """The finding's value, unless its printed words by themselves mean another."""
    alone = read_quantity(finding.reach.of(text.text))
    return finding.value if alone is None or isclose(alone.value, finding.value) else None


def _clause(text: SourceText, figure: Span) -> Span:
    """The clause of the figure; the whole sentence where the clause is short."""
    sentence = sentences_of(text, figure)
    if sentence is None:
        return figure
    start, end = sentence.start, sentence.end
    for match in _BREAK.finditer(text.text, sentence.start, sentence.end):
        if match.end() <= figure.start:
            start = match.end()
        elif match.start() >= figure.end:
            end = match.start()
            break
    clause = Span(start, end)
    return clause if len(clause.of(text.text).split()) >= _LEAST_WORDS + len(figure.of(text.text).split()) else sentence
