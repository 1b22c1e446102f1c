"""What only findings can tell of a record: that the passage names another speaker, that a word which turns it is cut off."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.model.claims import Actor, Claims, Occurrence, Quote
from builder.model.findings import AttributionFinding, Finding, TurnFinding
from builder.model.ids import ActorId, SourceId
from builder.model.issues import Issue, Severity
from builder.model.text import SourceText, Span
from builder.reconcile.auto.names import Key, Names, name_key
from builder.reconcile.auto.quotes import is_told
from builder.reconcile.matching import Findings, overlaps_half
from builder.reconcile.nearest import shown
from builder.reconcile.turning import cut_off
from builder.records.schema import QuoteRecord, Records


@dataclass(frozen=True, slots=True)
class _Printing:
    """One printing of an editor's quote, as its record has it."""

    quote: Quote
    record: QuoteRecord
    occurrence: Occurrence
    text: SourceText

    @property
    def parts(self) -> tuple[Span, ...]:
        return tuple(part.span for part in self.occurrence.parts)

    def fault(self, field: str, code: str, what: str, mend: str, severity: Severity = Severity.ERROR) -> Issue:
        written = [one for one in self.record.evidence if one.source == self.occurrence.source]
        own = written[0].at if len(written) == 1 else self.record.at
        at = own.of(field) if field in dict(own.fields) else self.record.at.of(field)
        return Issue(at, code, what, mend, severity, f"quotes/{self.record.id}")


def hold_against_findings(
    records: Records, editors: Claims, findings: Findings, names: Names, texts: Mapping[SourceId, SourceText]
) -> tuple[tuple[Issue, ...], Mapping[str, int]]:
    """Every printing of an editor's quote against the attributions and the turning words of its article."""
    written = {record.id: record for record in records.quotes}
    actors = {ActorId(actor.id): actor for actor in editors.actors}
    beside = {source_id: _Beside(found) for source_id, found in findings.items()}
    issues: list[Issue] = []
    checks: Counter[str] = Counter()
    for quote in editors.quotes:
        for occurrence in quote.occurrences:
            if quote.id not in written or occurrence.source not in beside:
                continue
            printing = _Printing(quote, written[quote.id], occurrence, texts[occurrence.source])
            near = beside[occurrence.source]
            attributions = near.attributions(printing.parts, printing.text)
            checks["attributions-held"] += len(attributions)
            issues.extend(_other_speaker(printing, attributions, actors, names))
            issues.extend(_clipped(printing, attributions, near.turns))
    return tuple(issues), checks


class _Beside:
    """The findings of an article that may bear on a quote."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        every = tuple(findings)
        self._attributions = [finding for finding in every if isinstance(finding, AttributionFinding)]
        self.turns = [finding for finding in every if isinstance(finding, TurnFinding)]

    def attributions(self, parts: Sequence[Span], text: SourceText) -> tuple[AttributionFinding, ...]:
        """The attributions of something told that hold half of the parts or more."""
        near = (finding for finding in self._attributions if overlaps_half(parts, finding.spans))
        return tuple(finding for finding in near if is_told(finding, text))


def _other_speaker(
    printing: _Printing,
    attributions: Sequence[AttributionFinding],
    actors: Mapping[ActorId, Actor],
    names: Names,
) -> Iterator[Issue]:
    """An issue where the passage names speakers, and none of them is the record's."""
    given = printing.occurrence.speaker
    named = [(finding, names.find(finding.speaker)) for finding in attributions if _is_named(finding, printing.text)]
    resolved = [(finding, actor) for finding, actor in named if actor is not None]
    if given is None or given not in actors or not resolved:
        return
    own = actors[given]
    if any(actor == given or _is_of(own, finding, printing.text) for finding, actor in resolved):
        return
    finding, _ = resolved[0]
    line = printing.text.line_at(finding.reach.start)
    words = finding.speaker_words[0].of(printing.text.text)
    yield printing.fault(
        "speaker",
        "speaker-differs",
        f"`speaker: {given}`, but source {printing.text.id} gives {shown(words, 80)} for these words (line {line})",
        f"write `speaker: {resolved[0][1]}`, add an occurrence of its own, or `accept:` with a reason",
    )


def _is_named(finding: AttributionFinding, text: SourceText) -> bool:
    """Whether the words that name the speaker have a part of the name: “he said” names nobody."""
    if finding.speaker is None:
        return False
    printed = {word for span in finding.speaker_words for word in name_key(span.of(text.text))}
    return not printed.isdisjoint(name_key(finding.speaker))


def _is_of(actor: Actor, finding: AttributionFinding, text: SourceText) -> bool:
    """Whether the speaker found is this actor by another name, its office or its body, or it is named there too."""
    roles = (part for role in actor.roles for part in (role.title, role.affiliation) if part)
    names = [name_key(name) for name in (actor.name, *actor.aliases)]
    known = [*names, *map(name_key, roles)]
    found = name_key(finding.speaker or "")
    printed = [name_key(span.of(text.text)) for span in finding.speaker_words]
    return any(_holds(one, found) or _holds(found, one) for one in known) or any(
        _holds(words, name) for words in printed for name in names
    )


def _holds(long: Key, short: Key) -> bool:
    """Whether the words stand in the others, in a row."""
    return bool(short) and f" {' '.join(short)} " in f" {' '.join(long)} "


def _clipped(
    printing: _Printing, attributions: Iterable[AttributionFinding], turns: Iterable[TurnFinding]
) -> Iterator[Issue]:
    """One issue where words that turn the quoted ones stand outside them; negations and modal verbs are errors."""
    parts, turns = printing.parts, tuple(turns)
    strong = cut_off(parts, attributions, turns)
    weak = cut_off(parts, (), turns, strong=False)
    if not strong and not weak:
        return
    words = (strong or weak)[0]
    whole = Span(min(words.start, parts[0].start), max(words.end, parts[-1].end))
    yield printing.fault(
        "evidence",
        "clipped",
        f"{shown(words.of(printing.text.text))} governs these words in source {printing.text.id} and is cut off: "
        f"{shown(whole.of(printing.text.text), 160)}",
        "take it into `text:`, or `accept:` with a reason",
        Severity.ERROR if strong else Severity.WARNING,
    )
