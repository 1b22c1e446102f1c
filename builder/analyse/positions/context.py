"""The issue that words speak of by what was said before them: "“We will not accept it,” she said"."""

from collections.abc import Callable, Collection, Sequence

from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse
from builder.analyse.positions.clauses import scenery
from builder.analyse.syntax import Body, children, lower

Topics = Callable[[Sequence[int]], list[str]]
_BACK = 2  # sentences
_DEFINITE = frozenset(("that", "the", "these", "this", "those"))


def topics_before(parse: Parse, body: Body, tokens: Sequence[int], topics: Topics, said: Collection[int]) -> list[str]:
    """The issue of the sentence in which somebody says the passage, else of the nearest before it that names any.

    Nothing where that sentence names several, and nothing where the same utterance (`said`) names one beside the
    passage: there the utterance is found by that.
    """
    sentence = parse.sentence_of[tokens[0]]
    paragraph = parse.paragraph_of[tokens[0]]
    for number in range(sentence if said else sentence - 1, max(-1, sentence - _BACK - 1), -1):
        first, last = parse.sentences[number]
        if parse.paragraph_of[first] != paragraph:
            return []
        aside = scenery(parse, first, last)
        words = [i for i in range(first, last) if i in body and i not in aside]
        if number == sentence and topics([i for i in words if i in said]):
            return []
        found = topics(words)
        if found:
            return found if len(found) == 1 else []
    return []


def points_back(parse: Parse, tokens: Sequence[int]) -> bool:
    """Whether a passage does something to what was said before: "has agreed to it", "ruled out the fund"."""
    return any(_is_pointer(parse, i) for i in tokens)


def _is_pointer(parse: Parse, i: int) -> bool:
    dep = parse.tokens[i].dep
    if lower(parse, i) in word_list("positions", "pointers"):
        return dep not in ("nsubj", "nsubjpass", "expl", "mark")
    below = parse.children[i]
    return dep == "dobj" and len(below) == 1 and any(lower(parse, c) in _DEFINITE for c in children(parse, i, "det"))
