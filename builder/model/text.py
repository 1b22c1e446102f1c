"""Source text and places in it.

All offsets are counted in Unicode code points of the *canonical text*: the file decoded as UTF-8, a leading
byte-order mark dropped, CRLF and CR turned into LF, nothing else changed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from builder.model.ids import SourceId

_MARKS = dict.fromkeys("“”„‟«»‘’‚‛′″`´\"'", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−-", "-")
_SPACES = dict.fromkeys(
    "\t\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_FOLDING = str.maketrans({**_MARKS, **_DASHES, **_SPACES})
_WORD = re.compile(r"\w+(?:['-]\w+)*")


def fold(text: str) -> str:
    """The text with every quotation mark and apostrophe as `'`, every dash as `-`, every blank as a space.

    One character for one character: offsets into the result are offsets into the text.
    """
    return text.translate(_FOLDING)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded and in lower case, without punctuation: what two printings have in common."""
    return tuple(_WORD.findall(fold(text).lower()))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: "Span") -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def intersection(self, other: "Span") -> "Span | None":
        """What both cover; None where they share no code point."""
        return Span(max(self.start, other.start), min(self.end, other.end)) if self.overlaps(other) else None

    def of(self, text: str) -> str:
        """The words it covers."""
        return text[self.start : self.end]


def find_words(text: str) -> tuple[tuple[str, Span], ...]:
    """`words_of`, each word with its place."""
    return tuple((m.group().lower(), Span(m.start(), m.end())) for m in _WORD.finditer(fold(text)))


def union_length(spans: Iterable[Span]) -> int:
    """How many code points lie in at least one of the spans."""
    total, reached = 0, 0
    for span in sorted(spans):
        total += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    return total


class BlockKind(StrEnum):
    """What a block of an article is. Cleaning means choosing blocks, never deleting characters."""

    HEADLINE = "headline"
    REPEATED_HEADLINE = "repeated-headline"
    BYLINE = "byline"
    STANDFIRST = "standfirst"
    BODY = "body"
    SECTION_HEADING = "section-heading"
    PULL_QUOTE = "pull-quote"
    TEASER = "teaser"
    CAPTION = "caption"
    BIOGRAPHY = "biography"
    FURNITURE = "furniture"
    OTHER_LANGUAGE = "other-language"

    @property
    def is_running_text(self) -> bool:
        """Whether the outlet's reporting stands here: standfirst and body."""
        return self in (BlockKind.BODY, BlockKind.STANDFIRST)

    @property
    def repeats_another(self) -> bool:
        """Whether its words stand elsewhere in the article already."""
        return self in (BlockKind.REPEATED_HEADLINE, BlockKind.PULL_QUOTE, BlockKind.TEASER)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with the blank lines after it. `number` counts from 1 in the order of printing.

    `words` is the span without blanks at either end; a block of blanks alone does not exist.
    """

    kind: BlockKind
    span: Span
    words: Span
    number: int

    def __post_init__(self) -> None:
        if not self.span.holds(self.words):
            raise ValueError("the words of a block lie inside it")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage printed a second time: `place` shows the words that stand at `of`. One passage, never two proofs."""

    place: Span
    of: Span


@dataclass(frozen=True, slots=True)
class SourceText:
    """An article as read. `folded` is `fold(text)`; the blocks tile the text; sentences lie inside blocks."""

    id: SourceId
    file: str
    text: str
    folded: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    repeats: tuple[Repeat, ...]
    sha256: str

    def __post_init__(self) -> None:
        if len(self.folded) != len(self.text):
            raise ValueError(f"{self.id}: folding changed the length")
        reached = 0
        for number, block in enumerate(self.blocks, start=1):
            if block.span.start != reached or block.number != number:
                raise ValueError(f"{self.id}: blocks do not tile the text at {reached}")
            reached = block.span.end
        if reached != len(self.text):
            raise ValueError(f"{self.id}: blocks end at {reached} of {len(self.text)}")

    def block_at(self, offset: int) -> Block:
        """The block that holds the code point at `offset`."""
        return self.blocks[bisect_right(self.blocks, offset, key=lambda b: b.span.start) - 1]

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the code point at `offset`; None between two of them."""
        index = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return self.sentences[index] if index >= 0 and offset < self.sentences[index].end else None

    def line_at(self, offset: int) -> int:
        """The line of the canonical text, counted from 1, on which `offset` lies."""
        return self.text.count("\n", 0, offset) + 1

    def body(self) -> tuple[Block, ...]:
        """The blocks of running text."""
        return tuple(b for b in self.blocks if b.kind.is_running_text)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A value read from the text, and where it stands."""

    value: T
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Seed:
    """A file of `seeds/` as received: path relative to the project's folder, and its bytes."""

    path: str
    data: bytes
