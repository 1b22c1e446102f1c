"""Who said what: from an article and its parse to attributions on the canonical text."""

from collections.abc import Iterator

from builder.analyse.attribution.bearing import governing_words
from builder.analyse.attribution.dialogue import name_turns
from builder.analyse.attribution.hearsay import passive_above
from builder.analyse.attribution.judged import Range, Unit
from builder.analyse.attribution.reading import Reading
from builder.analyse.attribution.units import find_units
from builder.analyse.attribution.weights import Weights
from builder.analyse.parsing import Parse
from builder.analyse.speakers import name_speakers
from builder.model.claims import Kind
from builder.model.findings import AttributionFinding, finding_key
from builder.model.text import BlockKind, SourceText, Span

_DIRECT_SHARE = 0.8  # of the words between double quotation marks, as in the published evaluation


def find_attributions(text: SourceText, parse: Parse, weights: Weights) -> Iterator[AttributionFinding]:
    """The attributions in the order of their content."""
    units = find_units(parse, weights)
    reading = Reading(parse, weights.words, weights.heads, weights.frames)
    speakers = name_turns(parse, units, name_speakers(reading, units))
    for unit, speaker in zip(units, speakers, strict=True):
        yield _finding(text, reading, unit, speaker)


def _finding(text: SourceText, reading: Reading, unit: Unit, speaker: str | None) -> AttributionFinding:
    spans = tuple(reading.parse.span(first, last) for first, last in unit.content)
    share = _quoted_share(reading, unit)
    headline = text.block_at(spans[0].start).kind is BlockKind.HEADLINE
    return AttributionFinding(
        source=text.id,
        spans=spans,
        rule="headline" if headline else "attribution",
        key=finding_key(Kind.QUOTES, " ".join(span.of(text.text) for span in spans)),
        cue=_cue_spans(reading, unit),
        speaker_words=(reading.parse.span(*unit.source),) if unit.source else (),
        direct=share >= _DIRECT_SHARE,
        partial=0 < share < _DIRECT_SHARE,
        speaker=speaker,
        governed_by=tuple(reading.parse.span(i, i) for i in governing_words(reading, unit)),
    )


def _quoted_share(reading: Reading, unit: Unit) -> float:
    words = [i for i in unit.tokens if reading.tokens[i].pos != "PUNCT"]
    return sum(reading.quoted[i] for i in words) / max(1, len(words))


def cue_range(reading: Reading, unit: Unit) -> Range | None:
    """The reporting verb with its auxiliaries, negation, particle and the adverbs between."""
    if unit.cue is None or unit.cue in unit.tokens:
        return None
    cue = unit.cue
    taken = unit.tokens | (set(range(unit.source[0], unit.source[1] + 1)) if unit.source else set())
    first = _reporting(reading, cue, taken)
    parts = {c for c in reading.parse.children[first] if reading.tokens[c].dep in ("aux", "auxpass", "neg", "advmod")}
    while first - 1 in parts and first - 1 not in taken:
        first -= 1
    last = cue
    after = {c for c in reading.parse.children[cue] if reading.tokens[c].dep in ("prt", "neg")}
    if reading.tokens[cue].lemma == "accord":
        after |= {c for c in reading.parse.children[cue] if reading.tokens[c].dep == "prep"}
    while last + 1 in after and last + 1 not in taken:
        last += 1
    return first, last


def _reporting(reading: Reading, cue: int, taken: frozenset[int]) -> int:
    """The verb with which the reporting words begin: that of "was seen as praising" is "seen"."""
    above = passive_above(reading, cue)
    return above if above is not None and above < cue and taken.isdisjoint(range(above, cue)) else cue


def _cue_spans(reading: Reading, unit: Unit) -> tuple[Span, ...]:
    cue = cue_range(reading, unit)
    return () if cue is None else (reading.parse.span(*cue),)
