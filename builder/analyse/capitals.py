"""Runs of capitalised words: the raw material of names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.analyse.lexicons import word_list
from builder.model.text import Block, SourceText, Span

_WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]+(?:[-’'‘][^\W\d_]+)*")
_OPENERS = frozenset("“‘\"'«(„:")
_ARTICLES = frozenset(("A", "An", "The"))
_POSSESSIVE = re.compile(r"[’'](?:s|S)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its place in the article; `bare` without a possessive ending, `owns` whether it had one.

    `joined`: only a blank (after an abbreviated title also its stop) stands between it and the one before. `starts`: it
    is the first of a sentence or stands after an opening mark, so that its capital says nothing.
    """

    bare: str
    span: Span
    owns: bool
    joined: bool
    starts: bool

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.bare[:1].isupper()


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, `words[start:end]` of their block's words."""

    words: Sequence[Word]
    start: int
    end: int

    @property
    def own(self) -> Sequence[Word]:
        """The words of the run."""
        return self.words[self.start : self.end]

    def before(self, count: int) -> Sequence[Word]:
        """Up to `count` words before the run."""
        return self.words[max(0, self.start - count) : self.start]

    def after(self, count: int) -> Sequence[Word]:
        """Up to `count` words after the run."""
        return self.words[self.end : self.end + count]


def find_words_of(text: SourceText, block: Block) -> tuple[Word, ...]:
    """The words of a block, in order."""
    abbreviated = word_list("people", "abbreviated")
    words: list[Word] = []
    reached, sentence = block.words.start, None
    for match in _WORD.finditer(text.text, block.words.start, block.words.end):
        gap = text.text[reached : match.start()]
        before = words[-1].bare if words else ""
        joined = bool(words) and (not gap.strip() or (gap.strip() == "." and before in abbreviated))
        own = text.sentence_at(match.start())
        starts = own != sentence or gap[-1:] in _OPENERS
        sentence = own
        bare = _POSSESSIVE.sub("", match.group())
        end = match.start() + len(bare)
        words.append(Word(bare, Span(match.start(), end), len(bare) < len(match.group()), joined, starts))
        reached = match.end()
    return tuple(words)


def find_runs(words: Sequence[Word]) -> Iterator[Run]:
    """The runs of a block. A possessive ends one; a particle within a name does not; a common first word is left out."""
    at = 0
    while at < len(words):
        if not words[at].is_capital:
            at += 1
            continue
        end = at + 1
        while end < len(words) and not words[end - 1].owns and words[end].joined and _goes_on(words, end):
            end += 1
        common = words[at].bare in word_list("people", "starters")
        start = at + 1 if common and (words[at].starts or words[at].bare in _ARTICLES) else at
        if start < end:
            yield Run(words, start, end)
        at = end


def _goes_on(words: Sequence[Word], at: int) -> bool:
    if words[at].is_capital:
        return True
    is_particle = words[at].bare in word_list("people", "particles")
    return is_particle and at + 1 < len(words) and words[at + 1].joined and words[at + 1].is_capital
