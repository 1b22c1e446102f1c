"""What the parser reads wrong as a rule, set right.

"The 31-year-old said" has a subject, which small models take for an adjective; and in "asked by Ann Berg, the mayor agreed" the
mayor agrees: an apposition would be closed by a comma before the verb.
"""

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from builder.analyse.parsing import Token

_AGE = ("-", "year", "-", "old")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))  # a participle is what such a model takes the past tense for
_CLOSING = frozenset(("”", '"', "’", "''"))
_TOLD = frozenset(("VBD", "VBZ", "VBP"))
_OWN_CLAUSES = frozenset(("ROOT", "ccomp", "conj"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_NO_SUBJECTS = frozenset(("expl", "csubj"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "another"))


def mend(tokens: "list[Token]", first: int, end: int) -> None:
    """Mends the sentence of these tokens in place; heads count from the first token of the article."""
    told = {tokens[k].head for k in range(first, end) if tokens[k].dep in _SUBJECTS | _NO_SUBJECTS}
    for i in range(first + 1, end - 1):
        if i > first + len(_AGE) and _is_aged(tokens[i - len(_AGE) - 1 : i + 1]):
            _mend_age(tokens, i, i + 1, first)
        elif tokens[i].dep == "appos" and tokens[i].head < i - 1 and _lacks_subject(tokens, told, i + 1):
            tokens[i] = replace(tokens[i], dep="nsubj", head=i + 1)
            told.add(i + 1)


def _mend_age(tokens: "list[Token]", i: int, verb: int, first: int) -> None:
    """Makes what is called by its age the subject of the verb behind, which may have been taken for a noun ("jokes")."""
    article = i - len(_AGE) - 1
    quoted = article > first and tokens[article - 1].text in _CLOSING
    said = quoted and tokens[verb].tag == "NNS" and tokens[i].head == verb
    if said:
        for above in _above(tokens, verb)[-1:]:
            tokens[above] = replace(tokens[above], dep="ccomp", head=verb)
        tokens[verb] = replace(tokens[verb], pos="VERB", tag="VBZ", dep="ROOT", head=verb)
    finite = said or tokens[verb].tag in _FINITE
    if finite and tokens[i].dep not in _SUBJECTS and {i, article}.isdisjoint(_above(tokens, verb)):
        _make_subject(tokens, i, verb)


def _lacks_subject(tokens: "list[Token]", told: "AbstractSet[int]", verb: int) -> bool:
    """Whether the word is a verb that tells something of nobody and does not hang on the word before; `told` have a subject."""
    alone = tokens[verb].tag in _TOLD and tokens[verb].dep in _OWN_CLAUSES and verb not in told
    return alone and verb - 1 not in _above(tokens, verb)


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
