"""A passage with its neighbours: where it stands, the sentences around it, and where it is printed again."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from builder.model.claims import Claim, Disagreement, Evidence, Quote
from builder.model.ids import SourceId
from builder.model.knowledge import Excerpt
from builder.model.text import SourceText, Span

NEIGHBOUR_LENGTH = 300
"""The most that stands on either side of a passage, in code points."""

_WORD_START = re.compile(r"(?<=\s)\S")
_WORD_END = re.compile(r"\S(?=\s)")


def passages_of(claims: Iterable[Claim]) -> tuple[Evidence, ...]:
    """Every passage of every claim, parts of quotations and sides of disagreements included; sorted, each once."""
    found: set[Evidence] = set()
    for claim in claims:
        found.update(claim.evidence)
        if isinstance(claim, Quote):
            found.update(part for printing in claim.occurrences for part in printing.parts)
        if isinstance(claim, Disagreement):
            found.update(passage for version in claim.versions for passage in version.evidence)
    return tuple(sorted(found))


def excerpts_of(claims: Iterable[Claim], texts: Mapping[SourceId, SourceText]) -> Mapping[Evidence, Excerpt]:
    """An excerpt for every passage whose source is there."""
    return {
        passage: excerpt(passage, texts[passage.source]) for passage in passages_of(claims) if passage.source in texts
    }


def excerpt(passage: Evidence, text: SourceText) -> Excerpt:
    """The passage with what stands before and after it, from the previous sentence to the next, within its paragraph.

    Both neighbours touch the passage, so that the three are one unbroken slice.
    """
    first, last = text.block_at(passage.start), text.block_at(passage.end - 1)
    return Excerpt(
        evidence=passage,
        before=_before(text, passage.start, first.words.start),
        after=_after(text, passage.end, last.words.end),
        paragraph=first.number,
        also_at=_also_at(passage, text),
    )


def _before(text: SourceText, end: int, paragraph_start: int) -> Span | None:
    """From the start of the sentence before the one that holds `end`; at most NEIGHBOUR_LENGTH."""
    at = bisect_right(text.sentences, end, key=lambda s: s.start) - 1
    starts = [
        text.sentences[i].start for i in (at - 1, at) if i >= 0 and paragraph_start <= text.sentences[i].start < end
    ]
    if not starts and paragraph_start < end:
        starts = [paragraph_start]
    near = [start for start in starts if end - start <= NEIGHBOUR_LENGTH and text.text[start:end].strip()]
    if near:
        return Span(near[0], end)
    if not starts or not text.text[starts[-1] : end].strip():
        return None
    cut = _WORD_START.search(text.text, end - NEIGHBOUR_LENGTH, end)
    return Span(cut.start(), end) if cut else None


def _after(text: SourceText, start: int, paragraph_end: int) -> Span | None:
    """To the end of the sentence after the one that holds the last word before `start`; at most NEIGHBOUR_LENGTH."""
    at = bisect_right(text.sentences, start - 1, key=lambda s: s.start) - 1
    following = [text.sentences[i].end for i in (at, at + 1) if 0 <= i < len(text.sentences)]
    ends = [end for end in following if start < end <= paragraph_end]
    if not ends and start < paragraph_end:
        ends = [paragraph_end]
    near = [end for end in ends if end - start <= NEIGHBOUR_LENGTH and text.text[start:end].strip()]
    if near:
        return Span(start, near[-1])
    if not ends or not text.text[start : ends[0]].strip():
        return None
    cuts = [m.end() for m in _WORD_END.finditer(text.text, start, start + NEIGHBOUR_LENGTH)]
    return Span(start, cuts[-1]) if cuts else None


def _also_at(passage: Evidence, text: SourceText) -> tuple[int, ...]:
    """Numbers of the paragraphs that print the passage, or a part of it taken out as a pull quote, again."""
    place = passage.span
    again: set[int] = set()
    for repeat in text.repeats:
        for here, there in ((repeat.of, repeat.place), (repeat.place, repeat.of)):
            if here.holds(place) or place.holds(here):
                again.add(text.block_at(there.start).number)
    return tuple(sorted(again - {text.block_at(passage.start).number}))
