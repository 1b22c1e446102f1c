"""What articles quote, count, date and name that no record of an editor's cites and no decision explains."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.knowledge.references import all_claims
from builder.model.claims import ActorKind, Kind, Review
from builder.model.findings import (
    ActorFinding,
    AttributionFinding,
    DateFinding,
    FigureFinding,
    Finding,
    QuoteFinding,
)
from builder.model.ids import SourceId
from builder.model.issues import Issue, Location
from builder.model.knowledge import Knowledge
from builder.model.text import SourceText, Span
from builder.reconcile.matching import SETTLING
from builder.reconcile.nearest import shown
from builder.reconcile.passages import find
from builder.records.schema import Decision

_NAMES = {Kind.QUOTES: "quotation", Kind.FIGURES: "figure", Kind.EVENTS: "date", Kind.ACTORS: "name"}


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is open, as issues at the article's line, and how many findings were held against the records."""

    issues: tuple[Issue, ...]
    looked_at: int


@dataclass(frozen=True, slots=True)
class _Article:
    text: SourceText
    cited: tuple[Span, ...]
    explained: Mapping[Decision, tuple[Span, ...]]


def cover(
    knowledge: Knowledge, findings: Mapping[SourceId, Sequence[Finding]], decisions: Iterable[Decision]
) -> Coverage:
    """Hold every finding in running text against the passages of the editor's records and against the decisions.

    A quotation is cited when each word of it lies in some record's passage, a figure or a date when it lies in one, a
    name when one place of it does. A decision that explains nothing, or whose words stand nowhere, is an issue too.
    """
    rulings = tuple(decision for decision in decisions if decision.ruling in SETTLING)
    ruled: dict[str, list[Decision]] = defaultdict(list)
    for ruling in rulings:
        ruled[ruling.source].append(ruling)
    cited = _cited(knowledge)
    issues: list[Issue] = [_unknown_source(ruling) for ruling in rulings if ruling.source not in knowledge.texts]
    looked_at = 0
    for source_id, text in sorted(knowledge.texts.items()):
        places = {ruling: find(ruling.text, text).whole for ruling in ruled[source_id]}
        article = _Article(text, tuple(sorted(cited[source_id])), places)
        found = tuple(_looked_at(findings.get(source_id, ()), text))
        looked_at += len(found)
        open_ones = tuple(finding for finding in found if not _is_cited(finding, article))
        issues.extend(_open(finding, article) for finding in open_ones if not _explainers(finding, article))
        issues.extend(_idle(article, open_ones))
    return Coverage(tuple(sorted(issues)), looked_at)


def _cited(knowledge: Knowledge) -> defaultdict[SourceId, set[Span]]:
    """The places of the passages of editors' records, by source."""
    cited: defaultdict[SourceId, set[Span]] = defaultdict(set)
    for claim in all_claims(knowledge.claims):
        for passage in claim.evidence if claim.review is Review.EDITOR else ():
            cited[passage.source].add(passage.span)
    return cited


def _looked_at(findings: Iterable[Finding], text: SourceText) -> Iterator[Finding]:
    """Quotations, figures, dates and names in running text; what is quoted twice over, once."""
    seen: set[tuple[Span, ...]] = set()
    for finding in findings:
        said = isinstance(finding, AttributionFinding) and (finding.direct or finding.partial)
        person = isinstance(finding, ActorFinding) and finding.kind is ActorKind.PERSON
        known = said or person or isinstance(finding, QuoteFinding | FigureFinding | DateFinding)
        quotation = finding.KIND is Kind.QUOTES
        if known and _in_running_text(finding, text) and not (quotation and finding.spans in seen):
            seen.update((finding.spans,) if quotation else ())
            yield finding


def _in_running_text(finding: Finding, text: SourceText) -> bool:
    """Whether it stands there once at least, and not only where a passage is printed again."""
    return any(
        text.block_at(span.start).kind.is_running_text and not any(r.place.holds(span) for r in text.repeats)
        for span in finding.spans
    )


def _is_cited(finding: Finding, article: _Article) -> bool:
    if finding.KIND is Kind.ACTORS:
        return any(passage.holds(span) for span in finding.spans for passage in article.cited)
    return all(_each_word_lies_in(span, article) for span in finding.spans)


def _each_word_lies_in(span: Span, article: _Article) -> bool:
    """Quotation marks, blanks and punctuation may stand outside."""
    text = article.text.text
    passages = tuple(passage for passage in article.cited if passage.overlaps(span))
    return all(
        any(passage.start <= at < passage.end for passage in passages)
        for at in range(span.start, span.end)
        if text[at].isalnum()
    )


def _explainers(finding: Finding, article: _Article) -> tuple[Decision, ...]:
    """The decisions that cover it: each place of a name, the whole of anything else."""
    some = any if finding.KIND is Kind.ACTORS else all
    return tuple(
        decision
        for decision, places in article.explained.items()
        if places and some(any(_holds(place, span, article.text) for place in places) for span in finding.spans)
    )


def _holds(place: Span, span: Span, text: SourceText) -> bool:
    """Whether the words of the span lie in the place: marks at its edges need not."""
    inner = [at for at in range(span.start, span.end) if text.text[at].isalnum()]
    return not inner or (place.start <= inner[0] and inner[-1] < place.end)


def _open(finding: Finding, article: _Article) -> Issue:
    text, reach = article.text, finding.reach
    name = _NAMES[finding.KIND]
    words = finding.spans[0].of(text.text) if finding.KIND is Kind.ACTORS else reach.of(text.text)
    paste = " ".join(words.split()).replace('"', "'")
    return Issue(
        at=Location(text.file, text.line_at(reach.start)),
        code=f"coverage-{name}",
        what=f"no record cites the {name} {shown(words, 80)} of source {text.id}",
        mend=f'write one, or in content/decisions.yml: `- {{source: {text.id}, text: "{paste}", ruling: explained, reason: …}}`',
    )


def _idle(article: _Article, open_ones: Sequence[Finding]) -> Iterator[Issue]:
    explaining = {decision for finding in open_ones for decision in _explainers(finding, article)}
    for decision, places in article.explained.items():
        if decision.ruling == "rejected" or decision in explaining:
            continue
        gone = "these words no longer stand in" if not places else "nothing open is left in these words of"
        yield Issue(
            at=decision.at.of("text"),
            code="decision-stale",
            what=f"{gone} source {article.text.id}: {shown(decision.text, 80)}",
            mend="take the decision out, or copy the words it is about as printed",
        )


def _unknown_source(decision: Decision) -> Issue:
    return Issue(
        at=decision.at.of("source"),
        code="source-unknown",
        what=f"there is no source {decision.source} for the decision on {shown(decision.text, 80)}",
        mend="name a source of content/sources/, or take the decision out",
    )
