"""Quote records → quotes: who said it, with which words around it, and whether it stands between quotation marks."""

from dataclasses import dataclass

from builder.model.claims import OMISSION, Evidence, Occurrence, Quote, QuoteKind
from builder.model.ids import ActorId
from builder.model.issues import Location
from builder.model.text import SourceText, Span
from builder.reconcile.case import Case
from builder.reconcile.marks import quoted_spans
from builder.reconcile.nearest import bare, shown
from builder.reconcile.passages import stands_in
from builder.records.schema import QuoteRecord, WrittenOccurrence

_NEIGHBOURS = 2  # blocks of running text before and after an utterance in which its speaker is named


@dataclass(frozen=True, slots=True)
class _Field:
    """A field as it holds for an occurrence, and where it is written."""

    value: str | None
    at: Location


def build_quote(record: QuoteRecord, case: Case) -> Quote | None:
    """The quote; None where something is wrong with its record, which is noted."""
    speaker = case.optional_actor(record.speaker, "speaker")
    topics = case.topics(record.issues)
    about = tuple(case.party(party, "about") for party in record.about)
    if not record.evidence:
        case.evidence(())
    occurrences = [_occurrence(record, written, case) for written in record.evidence]
    _check_marks(record, [occurrence.parts for occurrence in occurrences if occurrence], case)
    evidence = tuple(part for occurrence in occurrences if occurrence for part in occurrence.parts)
    published = case.publishable(evidence) if not case.failed else ()
    if case.failed:
        return None
    kept = tuple(o for o in occurrences if o and o.parts[0] in published)
    first = next(w for w, o in zip(record.evidence, occurrences, strict=True) if o in kept)
    return Quote(
        **case.carried(published),
        text=OMISSION.join(part.text for part in kept[0].parts),
        kind=record.kind,
        speaker=speaker or kept[0].speaker,
        speaker_as_given=record.speaker_as_given or kept[0].speaker_as_given,
        cue=record.cue or first.cue,
        issues=topics,
        about=about,
        occurrences=kept,
    )


def _occurrence(record: QuoteRecord, written: WrittenOccurrence, case: Case) -> Occurrence | None:
    speaker = ActorId(record.speaker) if record.speaker else None
    if written.speaker is not None:
        speaker = case.actor(written.speaker, written.at.of("speaker"))
    as_given, cue = _inherited(record, written, "speaker_as_given"), _inherited(record, written, "cue")
    parts = case.resolve(written)
    if not parts:
        return None
    text = case.desk.texts[parts[0].source]
    window = neighbourhood(text, Span(parts[0].start, parts[-1].end))
    _check_near(as_given, "speaker_as_given", "speaker", window, text, case)
    _check_near(cue, "cue", "cue", window, text, case)
    return printing_of(parts, text, speaker, as_given.value)


def printing_of(
    parts: tuple[Evidence, ...], text: SourceText, speaker: ActorId | None, as_given: str | None
) -> Occurrence:
    """The printing of an utterance whose parts stand in this article."""
    span = Span(parts[0].start, parts[-1].end)
    return Occurrence(
        source=text.id,
        start=span.start,
        end=span.end,
        text=span.of(text.text),
        speaker=speaker,
        speaker_as_given=as_given,
        parts=parts,
    )


def _inherited(record: QuoteRecord, written: WrittenOccurrence, name: str) -> _Field:
    """The occurrence's own field, else the record's."""
    own: str | None = getattr(written, name)
    if own is not None:
        return _Field(own, written.at.of(name))
    whole: str | None = getattr(record, name)
    return _Field(whole, record.at.of(name))


def neighbourhood(text: SourceText, utterance: Span) -> Span:
    """The blocks of an utterance with two blocks of running text before and after them."""
    first, last = text.block_at(utterance.start), text.block_at(utterance.end - 1)
    before = [block for block in text.body() if block.number < first.number][-_NEIGHBOURS:]
    after = [block for block in text.body() if block.number > last.number][:_NEIGHBOURS]
    return Span((before or [first])[0].span.start, (after or [last])[-1].span.end)


def _check_near(field: _Field, name: str, what: str, window: Span, text: SourceText, case: Case) -> None:
    if field.value is None:
        return
    case.checks[f"{what}s"] += 1
    if stands_in(field.value, window.of(text.text)):
        return
    lines = f"lines {text.line_at(window.start)}–{text.line_at(window.end - 1)}"
    case.fault(
        field.at,
        f"{what}-not-there",
        f"{shown(field.value)} does not stand near these words in source {text.id} ({lines})",
        f"copy the words as printed there, or give this occurrence a `{name}:` of its own",
    )


def _check_marks(record: QuoteRecord, printings: list[tuple[Evidence, ...]], case: Case) -> None:
    """Hold the record's kind against the quotation marks in the sources."""
    if not printings:
        return
    case.checks["quote-kinds"] += len(printings)
    printed = [printed_kind(parts, case.desk.texts[parts[0].source]) for parts in printings]
    for number in _differing(record.kind, printed):
        parts = printings[number]
        text = case.desk.texts[parts[0].source]
        found = printed[number]
        place = f"line {text.line_at(parts[0].start)} of source {text.id}"
        case.fault(
            record.at.of("kind"),
            "quote-kind-differs",
            f"`kind: {record.kind.value}`, but {_TOLD[found]} between quotation marks on {place}",
            _mend(found, printed),
        )


def _differing(kind: QuoteKind, printed: list[QuoteKind]) -> list[int]:
    """The printings that are not of this kind. A partial quote has marks in at least one."""
    if kind is QuoteKind.PARTIAL:
        return [] if any(one is not QuoteKind.INDIRECT for one in printed) else [0]
    return [number for number, one in enumerate(printed) if one is not kind]


def _mend(found: QuoteKind, printed: list[QuoteKind]) -> str:
    if len(set(printed)) > 1:
        return "the printings differ: write `kind: partial`, or make this one a quote of its own"
    return f"write `kind: {found.value}`, or take in other words"


_TOLD = {
    QuoteKind.DIRECT: "all of these words stand",
    QuoteKind.PARTIAL: "only some of these words stand",
    QuoteKind.INDIRECT: "none of these words stands",
}


def printed_kind(parts: tuple[Evidence, ...], text: SourceText) -> QuoteKind:
    """Direct where every part is wholly between marks, indirect where no part touches any, else partial."""
    inside, touching = [], []
    for part in parts:
        quoted = quoted_spans(text, text.block_at(part.start).words)
        words = _word_span(part)
        inside.append(any(span.holds(words) for span in quoted))
        touching.append(any(span.overlaps(part.span) for span in quoted))
    if all(inside):
        return QuoteKind.DIRECT
    return QuoteKind.PARTIAL if any(touching) else QuoteKind.INDIRECT


def _word_span(part: Evidence) -> Span:
    """The part from its first letter or digit to its last."""
    inner = bare(part.text)
    start = part.start + part.text.index(inner)
    return Span(start, start + len(inner))
