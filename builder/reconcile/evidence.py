"""Verbatim words → evidence, or the reason why not. The only place where words become offsets.

Quotation marks, apostrophes, dashes (one for one) and runs of blanks may differ from the print; nothing else may.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from builder.analyse.lexicons import is_negation
from builder.model.claims import OMISSION, Evidence, evidence_at
from builder.model.ids import SourceId
from builder.model.issues import Issue
from builder.model.text import SourceText, Span, fold
from builder.reconcile.context import lines_of, stands_after, stands_before, suggested_context
from builder.reconcile.nearest import nearest_id, nearest_passage, shown
from builder.reconcile.passages import find, grown_to_words, holds_a_word
from builder.reconcile.printings import originals
from builder.records.schema import WrittenEvidence

_JOIN = re.compile(r"\[\s*(?:…|\.{3})\s*\]")
_BRACKET = re.compile(r"\[[^\[\]]*\]?|\]")
_WORD = re.compile(r"\w+(?:'\w+)*")
_ELLIPSIS = re.compile(r"…|\.{3}")


@dataclass(frozen=True, slots=True)
class Resolution:
    """Evidence, one a part and in printed order, or the issues that kept it from being found; never both.

    `repeated` are further places that print the same passage (pull quote, teaser, caption): no second proof.
    `accepted` are issues that would have kept the evidence out, had its record not accepted them.
    """

    evidence: tuple[Evidence, ...] = ()
    issues: tuple[Issue, ...] = ()
    repeated: tuple[Span, ...] = ()
    accepted: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """Words that stand in one piece. `joined`: by `[…]`, so in the same paragraph as the part before."""

    words: str
    joined: bool


@dataclass(frozen=True, slots=True)
class _Gate:
    """What one written evidence is held against."""

    written: WrittenEvidence
    text: SourceText
    texts: Mapping[SourceId, SourceText]

    def fault(self, code: str, what: str, mend: str, field: str = "text") -> Issue:
        return Issue(self.written.at.of(field), code, what, mend)


def resolve_evidence(
    written: WrittenEvidence, texts: Mapping[SourceId, SourceText], accept: Callable[[str], bool] = lambda _: False
) -> Resolution:
    """The places of the written words, to the character, or why there are none.

    A part after the first is looked for after the part before it, in the same paragraph or the next. `accept` tells
    of a code whether the editor has accepted it.
    """
    text = texts.get(SourceId(written.source))
    if text is None:
        return Resolution(issues=(_unknown_source(written, texts),))
    gate = _Gate(written, text, texts)
    parts = _parts(written, text)
    if not parts or not all(holds_a_word(part.words) for part in parts):
        return Resolution(issues=(_empty(gate),))
    places: list[Span] = []
    repeated: tuple[Span, ...] = ()
    issues: list[Issue] = []
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        if number == 0:
            found, repeated = _first(gate, part, last=last)
        else:
            found = _next(gate, part, places[-1] if places else None, last=last)
        if isinstance(found, Issue):
            issues.append(found)
        else:
            places.append(found)
    if issues:
        return Resolution(issues=tuple(issues))
    turned = tuple(_turned_round(gate, places))
    if not all(accept(issue.code) for issue in turned):
        return Resolution(issues=turned)
    return Resolution(tuple(evidence_at(text, place) for place in places), repeated=repeated, accepted=turned)


def _turned_round(gate: _Gate, places: Sequence[Span]) -> Iterator[Issue]:
    """For each two parts that leave out a negation between them: what is shown says the opposite of what is printed."""
    for before, after in pairwise(places):
        gap = gate.text.folded[before.end : after.start]
        word = next((word for word in _WORD.findall(gap) if is_negation(word)), None)
        if word is not None:
            left_out = shown(gate.text.text[before.end : after.start], 120)
            what = f"between {shown(before.of(gate.text.text), 60)} and {shown(after.of(gate.text.text), 60)} is left out {left_out}"
            mend = f"take “{word}” in, or write two pieces of evidence; if the sense stays, accept it with a reason"
            yield gate.fault("ellipsis-negation", what, mend)


def _parts(written: WrittenEvidence, text: SourceText) -> tuple[_Part, ...]:
    return tuple(
        _Part(segment, joined=number > 0)
        for item in written.text
        for number, segment in enumerate(_segments(item, text))
    )


def _segments(item: str, text: SourceText) -> list[str]:
    """The item parted at each `[…]` that the source does not print itself."""
    joins = list(_JOIN.finditer(item))
    starts = [0, *(join.end() for join in joins)]
    ends = [*(join.start() for join in joins), len(item)]
    segments: list[str] = []
    at = 0
    while at < len(starts):
        upto = next((to for to in range(len(ends) - 1, at, -1) if find(item[starts[at] : ends[to]], text).whole), at)
        segments.append(item[starts[at] : ends[upto]])
        at = upto + 1
    return segments


def _first(gate: _Gate, part: _Part, *, last: bool) -> tuple[Span | Issue, tuple[Span, ...]]:
    """The one place of the first part, and where it is printed again."""
    whole = find(part.words, gate.text).whole
    if not whole:
        return _not_found(gate, part), ()
    fitting = tuple(place for place in whole if _in_context(gate, place, first=True, last=last))
    if not fitting:
        return _context_differs(gate, whole), ()
    places = originals(fitting, whole, gate.text)
    if len(places) > 1:
        what = f"{shown(part.words, 80)} stands more than once in source {gate.text.id} ({lines_of(gate.text, places)})"
        return gate.fault("evidence-ambiguous", what, suggested_context(gate.text, places, whole)), ()
    return places[0], tuple(place for place in fitting if place != places[0])


def _next(gate: _Gate, part: _Part, previous: Span | None, *, last: bool) -> Span | Issue:
    """The first place of a later part after the one before it; where that one is lost, any place will do."""
    whole = find(part.words, gate.text).whole
    if not whole:
        return _not_found(gate, part)
    if previous is None:
        return whole[0]
    near = tuple(place for place in whole if _follows(gate.text, previous, place, joined=part.joined))
    if not near:
        return _out_of_order(gate, part, previous, whole)
    fitting = tuple(place for place in near if _in_context(gate, place, first=False, last=last))
    return fitting[0] if fitting else _context_differs(gate, near)


def _follows(text: SourceText, previous: Span, place: Span, *, joined: bool) -> bool:
    """Whether the place is after the previous one, in its paragraph or, in a list of parts, the next of its kind."""
    if place.start < previous.end:
        return False
    here, there = text.block_at(previous.start), text.block_at(place.start)
    if joined or here is there:
        return here is there
    between = text.blocks[here.number : there.number - 1]
    return not any(block.kind.is_running_text for block in between)


def _in_context(gate: _Gate, place: Span, *, first: bool, last: bool) -> bool:
    before = gate.written.before if first else None
    after = gate.written.after if last else None
    return (before is None or stands_before(before, gate.text, place)) and (
        after is None or stands_after(after, gate.text, place)
    )


def _not_found(gate: _Gate, part: _Part) -> Issue:
    """Why words do not stand in the source, the likeliest reason first."""
    standing = find(part.words, gate.text)
    if standing.across:
        what = f"{shown(part.words, 80)} runs over two paragraphs of source {gate.text.id}"
        mend = "write `text:` as a list with one part a paragraph"
        return gate.fault("evidence-across-paragraphs", f"{what} ({lines_of(gate.text, standing.across)})", mend)
    if standing.cut:
        grown = grown_to_words(gate.text.folded, standing.cut[0]).of(gate.text.text)
        what = f"{shown(part.words, 80)} starts or ends inside a word of source {gate.text.id}"
        mend = f"printed ({lines_of(gate.text, standing.cut[:1])}): {shown(grown)}; take in the whole word"
        return gate.fault("evidence-cut-word", what, mend)
    return _foreign_mark(gate, part) or _elsewhere(gate, part) or _missing(gate, part)


def _foreign_mark(gate: _Gate, part: _Part) -> Issue | None:
    """A bracket or an ellipsis that is the editor's own."""
    name = gate.text.id
    printed = " ".join(gate.text.folded.split())
    for bracket in _BRACKET.findall(part.words):
        if " ".join(fold(bracket).split()) not in printed:
            what = f"the bracket {shown(bracket, 80)} is not printed in source {name}"
            mend = "copy the words as printed; `[…]` alone may stand for words left out"
            return gate.fault("bracket-foreign", what, mend)
    for ellipsis in _ELLIPSIS.findall(part.words):
        pieces = [piece for piece in _ELLIPSIS.split(part.words) if holds_a_word(piece)]
        if all(find(piece, gate.text).whole for piece in pieces):
            what = f"source {name} does not print the “{ellipsis}” in {shown(part.words, 80)}"
            return gate.fault("ellipsis-bare", what, f"write “[…]” where words are left out: {_joined(pieces)}")
    return None


def _joined(pieces: list[str]) -> str:
    return shown(OMISSION.join(piece.strip() for piece in pieces))


def _elsewhere(gate: _Gate, part: _Part) -> Issue | None:
    for source_id in sorted(gate.texts):
        other = gate.texts[source_id]
        if other is gate.text or not (places := find(part.words, other).whole):
            continue
        what = f"{shown(part.words, 80)} is not in source {gate.text.id}; it stands in source {source_id}"
        mend = f"write `source: {source_id}`"
        return gate.fault("evidence-wrong-source", f"{what} ({lines_of(other, places)})", mend)
    return None


def _missing(gate: _Gate, part: _Part) -> Issue:
    what = f"{shown(part.words, 80)} is not in source {gate.text.id}"
    nearest = nearest_passage(part.words, gate.text)
    if nearest is None:
        mend = "nothing there is like it: copy the words as printed, or name the source that has them"
        return gate.fault("evidence-missing", what, mend)
    differs = f" ({nearest.difference})" if nearest.difference else ""
    what = f"{what}; nearest there (line {nearest.line}): {shown(nearest.text)}{differs}"
    return gate.fault("evidence-missing", what, "copy the words as printed")


def _out_of_order(gate: _Gate, part: _Part, previous: Span, whole: tuple[Span, ...]) -> Issue:
    text = gate.text
    here = text.block_at(previous.start)
    before = any(text.block_at(place.start) is here and place.start < previous.end for place in whole)
    where = f"{shown(part.words, 80)} stands in {lines_of(text, whole)} of source {text.id}"
    if before:
        return gate.fault(
            "ellipsis-order", f"{where}, before the part it follows here", "put the parts in printed order"
        )
    what = f"{where}, not in the paragraph of the part before it (line {text.line_at(previous.start)})"
    if part.joined:
        return gate.fault("ellipsis-order", what, "`[…]` joins within one paragraph: write two pieces of evidence")
    mend = "a list holds one utterance, in one paragraph or the next: write two pieces of evidence"
    return gate.fault("ellipsis-order", what, mend)


def _context_differs(gate: _Gate, places: tuple[Span, ...]) -> Issue:
    before, after = gate.written.before, gate.written.after
    wrong_before = before is not None and not any(stands_before(before, gate.text, place) for place in places)
    field, words = ("before", before) if wrong_before or after is None else ("after", after)
    what = f"`{field}:` {shown(words or '', 80)} does not stand directly {field} these words in source {gate.text.id}"
    mend = suggested_context(gate.text, places, places) if len(places) > 1 else f"they stand once: leave `{field}:` out"
    return gate.fault("evidence-context", f"{what} ({lines_of(gate.text, places)})", mend, field)


def _empty(gate: _Gate) -> Issue:
    if any(_JOIN.search(item) and holds_a_word(item) for item in gate.written.text):
        what = "“[…]” at the start or the end of these words joins nothing"
        return gate.fault("ellipsis-bare", what, "leave it out: evidence may start and end anywhere between words")
    return gate.fault(
        "evidence-empty", "there are no words in this evidence", "copy the words as printed under `text:`"
    )


def _unknown_source(written: WrittenEvidence, texts: Mapping[SourceId, SourceText]) -> Issue:
    nearest = nearest_id(written.source, texts)
    mend = (
        f"write `source: {nearest}`" if nearest else f"write one of: {', '.join(sorted(texts)) or 'no source was read'}"
    )
    return Issue(written.at.of("source"), "source-unknown", f"there is no source “{written.source}”", mend)
