"""Findings of agreements and events → automatic claims, titled in the article's own words."""

from collections.abc import Iterable, Iterator

from builder.model.claims import Agreement, Event, Evidence, Review
from builder.model.findings import AgreementFinding, EventFinding, Finding
from builder.model.ids import ActorId
from builder.model.text import SourceText, Span
from builder.reconcile.auto.ground import Ground, claim_id, passages_at, sentences_of
from builder.reconcile.auto.names import Names
from builder.reconcile.passages import find


def agreements_of(findings: Iterable[AgreementFinding], names: Names, ground: Ground) -> Iterator[Agreement]:
    """An agreement for each finding of which a party is known: a record of an agreement names its parties."""
    for finding in findings:
        passages = _titled(finding, finding.title, ground.texts[finding.source])
        parties = tuple(dict.fromkeys(p for p in map(names.find, finding.parties) if p is not None))
        if passages and parties:
            yield _agreement(finding, passages, parties)


def _agreement(finding: AgreementFinding, passages: tuple[Evidence, ...], parties: tuple[ActorId, ...]) -> Agreement:
    return Agreement(
        id=claim_id(passages[0].text, finding.source, finding.date or "", *parties),
        evidence=passages,
        review=Review.AUTO,
        title=passages[0].text,
        kind=finding.kind,
        parties=parties,
        date=finding.date,
        status=finding.status,
    )


def events_of(findings: Iterable[EventFinding], ground: Ground) -> Iterator[Event]:
    """An event for each finding."""
    for finding in findings:
        passages = _titled(finding, finding.title, ground.texts[finding.source])
        if passages:
            yield Event(
                id=claim_id(passages[0].text, finding.source, finding.date),
                evidence=passages,
                review=Review.AUTO,
                title=passages[0].text,
                date=finding.date,
                precision=finding.precision,
                status=finding.status,
            )


def _titled(finding: Finding, title: str, text: SourceText) -> tuple[Evidence, ...]:
    """The place of the title next to the finding, then the finding's own places; those alone where it is not printed so."""
    passages = passages_at(text, finding.spans)
    reach = finding.reach
    around = sentences_of(text, reach) or reach
    near = Span(min(around.start, reach.start), max(around.end, reach.end))
    printed = [place for place in find(title, text).whole if near.holds(place)] if title.strip() else []
    return tuple(dict.fromkeys((*passages_at(text, printed[:1]), *passages)))
