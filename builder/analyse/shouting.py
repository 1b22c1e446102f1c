"""Articles in capitals alone, read as if they were printed as usual; what is found is told in the capitals of the article."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, replace
from functools import cache
from itertools import pairwise
from typing import Any

from builder.analyse.genders import is_given_name, key_of
from builder.analyse.lexicons import word_list
from builder.model.claims import Role
from builder.model.findings import Finding

_SHARE, _LEAST = 0.8, 20  # of the letters; of fewer letters nothing can be told
_WORD = re.compile(r"(?:\b[^\W\d_]\.){2,}|[^\W\d_]+")
_PRINTED = frozenset(
    ("name", "aliases", "roles", "speaker", "holder", "subject", "qualifier", "printed", "title", "parties")
)
"""The fields of findings that hold words of the article."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in small letters at its place: whether it may be, and is, read as part of a name there."""

    start: int
    letters: str
    may_name: bool
    proper: bool
    begins: bool


def is_shouted(text: str) -> bool:
    """Whether nearly all letters are capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > _LEAST and sum(c.isupper() for c in letters) > _SHARE * len(letters)


def quiet(text: str) -> str:
    """The text with its words in capitals in small letters, code point for code point; "U.N." stays."""
    return _WORD.sub(lambda m: _small(m.group()) if m.group().isupper() and "." not in m.group() else m.group(), text)


def _small(word: str) -> str:
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word)


def headlined(text: str) -> str:
    """The text with a capital at each word, code point for code point."""
    low = quiet(text)
    inside = [i > 0 and (text[i - 1].isalpha() or text[i - 1] in "'’") for i in range(len(text))]
    return "".join(low[i] if inside[i] else c for i, c in enumerate(text))


def as_usual(text: str, words: Sequence[Word], named: AbstractSet[int]) -> str:
    """The text with capitals where names, months and sentences begin; `named` are words that the parser takes for names.

    A word that is mostly part of a name is so everywhere: the parser misses some places.
    """
    always = {"i", "mr", "mrs", "ms", "dr", *(w.lower() for w in word_list("people", "calendar"))}
    all_of = Counter(w.letters for w in words)
    names = Counter(w.letters for w in words if w.may_name and w.start in named)
    always |= {word for word, times in names.items() if 2 * times >= all_of[word]}
    named = named | {w.start for pair in pairwise(words) if _is_full_name(text, *pair) for w in pair}
    letters = list(quiet(text))
    for word in words:
        if word.begins or word.letters in always or (word.may_name and word.start in named):
            letters[word.start] = text[word.start]
    return "".join(letters)


def _is_full_name(text: str, one: Word, other: Word) -> bool:
    """Whether a given name stands before a word, both of which may be names, and one of them hardly anything else."""
    close = text[one.start + len(one.letters) : other.start] in (" ", "-")
    return (
        close
        and one.may_name
        and other.may_name
        and (one.proper or other.proper)
        and is_given_name(key_of(one.letters))
    )


def as_printed(findings: Iterable[Finding], read: str, printed: str) -> Iterator[Finding]:
    """The findings with the words of the article as it prints them; `read` is the same text as the extractors had it."""

    @cache
    def words(value: str | None) -> str | None:
        at = read.find(value) if value else -1
        return printed[at : at + len(value)] if value and at >= 0 else value

    def every(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(map(every, value))
        if isinstance(value, Role):
            return replace(value, title=words(value.title), affiliation=words(value.affiliation))
        return words(value) if isinstance(value, str) else value

    for finding in findings:
        told: dict[str, Any] = {f.name: every(getattr(finding, f.name)) for f in fields(finding) if f.name in _PRINTED}
        yield replace(finding, **told)
