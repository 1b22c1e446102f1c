"""What every automatic claim stands on: the articles, what the briefing asks for, and passages cut out to the character."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder.model.claims import Evidence, evidence_at
from builder.model.ids import SourceId, content_hash, fold_accents, slugify
from builder.model.knowledge import Party, Topic
from builder.model.text import Block, BlockKind, SourceText, Span, words_of
from builder.reconcile.passages import cuts_a_word, grown_to_words, holds_a_word

_SLUG_WORDS = 6
_SLUG_LENGTH = 50  # characters, before the hash


@dataclass(frozen=True, slots=True)
class Ground:
    """The articles whose words may be published, and the parties and issues of the briefing."""

    texts: Mapping[SourceId, SourceText]
    parties: tuple[Party, ...] = ()
    topics: tuple[Topic, ...] = ()


def claim_id(words: str, *more: str) -> str:
    """A slug of the first words and a hash of all of them; `more` goes into the hash alone."""
    folded = words_of(fold_accents(words))
    digits = content_hash("\n".join((" ".join(folded), *more)))
    return f"{slugify(' '.join(folded[:_SLUG_WORDS]), longest=_SLUG_LENGTH)}-{digits}"


RUNNING = frozenset(kind for kind in BlockKind if kind.is_running_text)
HEAD_AND_FOOT = frozenset((BlockKind.BYLINE, BlockKind.BIOGRAPHY))
"""Where authors are named and introduced."""


def passages_at(
    text: SourceText, spans: Iterable[Span], *, kinds: frozenset[BlockKind] = RUNNING
) -> tuple[Evidence, ...]:
    """The places as passages of running text: whole words, one passage a paragraph, none where a passage is reprinted."""
    found = (
        evidence_at(text, whole)
        for span in spans
        for block in _blocks(text, span)
        if block.kind in kinds and (whole := whole_words(text, span.intersection(block.words))) is not None
    )
    return tuple(dict.fromkeys(one for one in found if not any(r.place.holds(one.span) for r in text.repeats)))


def whole_words(text: SourceText, span: Span | None) -> Span | None:
    """The place without blanks at its edges, and with words cut at its edges made whole; None where no word is in it."""
    if span is None:
        return None
    words = span.of(text.text)
    if not holds_a_word(words):
        return None
    start = span.start + len(words) - len(words.lstrip())
    trimmed = Span(start, start + len(words.strip()))
    return grown_to_words(text.folded, trimmed) if cuts_a_word(text.folded, trimmed) else trimmed


def sentences_of(text: SourceText, span: Span) -> Span | None:
    """From the start of the sentence that holds the first code point to the end of that of the last."""
    first, last = text.sentence_at(span.start), text.sentence_at(span.end - 1)
    return Span(first.start, last.end) if first and last else None


def _blocks(text: SourceText, span: Span) -> Iterable[Block]:
    first = text.block_at(span.start).number
    last = text.block_at(span.end - 1).number
    return text.blocks[first - 1 : last]
