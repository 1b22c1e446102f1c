"""What the parser reads wrong as a rule, set right: "the 31-year-old said" has a subject, which small models take for an adjective."""

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.analyse.parsing import Token

_AGE = ("-", "year", "-", "old")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))  # a participle is what such a model takes the past tense for
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "another"))


def mend(tokens: "list[Token]", first: int, end: int) -> None:
    """Mends the sentence of these tokens in place; heads count from the first token of the article."""
    for i in range(first + len(_AGE) + 1, end - 1):
        verb = i + 1
        if not _is_aged(tokens[i - len(_AGE) - 1 : i + 1]) or tokens[verb].tag not in _FINITE:
            continue
        if tokens[i].dep not in _SUBJECTS and i not in _above(tokens, verb):
            _make_subject(tokens, i, verb)


def _above(tokens: "list[Token]", at: int) -> list[int]:
    """The words that the word hangs on, up to the root."""
    found: list[int] = []
    while tokens[at].head != at:
        at = tokens[at].head
        found.append(at)
    return found


def _is_aged(words: "Sequence[Token]") -> bool:
    """Whether the words are an article, a number and "-year-old"."""
    printed = tuple(t.text.lower() for t in words)
    glued = all(a.end == b.start for a, b in pairwise(words[1:]))
    return printed[0] in _DETERMINERS and printed[1].isdigit() and printed[2:] == _AGE and glued


def _make_subject(tokens: "list[Token]", i: int, verb: int) -> None:
    """The word becomes the verb's subject; a noun that the verb was taken to describe, its object, and what it hung on is said."""
    article = i - len(_AGE) - 1
    noun = tokens[verb].head
    if tokens[verb].dep == "amod" and noun > verb:
        root = _above(tokens, verb)[-1]
        tokens[verb] = replace(tokens[verb], pos="VERB", dep="ROOT", head=verb)
        tokens[root] = replace(tokens[root], dep="ccomp", head=verb)
        tokens[noun] = replace(tokens[noun], dep="dobj", head=verb)
    tokens[i] = replace(tokens[i], pos="NOUN", tag="NN", dep="nsubj", head=verb)
    tokens[article] = replace(tokens[article], dep="det", head=i)
