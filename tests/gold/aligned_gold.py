"""Annotated attributions brought onto the parser's tokens, as the learning script needs them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.analyse.parsing import Parse

Range = tuple[int, int]
_GAP = 2  # tokens; stretches of content that near each other are learnt as one


@dataclass(frozen=True, slots=True)
class GoldUnit:
    """One annotated attribution: the head of its cue, its content after and before it, the head of its source."""

    cue: int
    right: Range | None
    left: Range | None
    source_head: int | None
    content: frozenset[int]
    sources: frozenset[int] = frozenset()
    """The words of the source that hang on nothing in it: several where the parser took a name apart."""

    @property
    def side(self) -> int:
        """1: content after the cue; 2: before it; 3: on both sides."""
        return (self.right is not None) + 2 * (self.left is not None)


def tokens_in(parse: Parse, spans: Iterable[Sequence[int]] | None) -> set[int]:
    """The tokens whose middle lies in one of the spans."""
    middles = [(t.start + t.end) / 2 for t in parse.tokens]
    return {i for start, end in spans or () for i in range(bisect_left(middles, start), bisect_right(middles, end))}


def align(parse: Parse, attributions: Iterable[dict]) -> list[GoldUnit]:
    """The units of an article; those without a cue or content on the parser's tokens are left out."""
    units = []
    for attribution in attributions:
        content = tokens_in(parse, attribution["content"])
        cue = tokens_in(parse, attribution["cue"])
        if not content or not cue:
            continue
        head = _cue_head(parse, cue)
        stretches = _stretches(content)
        right = _merged([s for s in stretches if s[0] > head])
        left = _merged([(-last, -first) for first, last in reversed(stretches) if last < head])
        left = (-left[1], -left[0]) if left else None
        if right or left:
            source = tokens_in(parse, attribution["source"])
            tops = frozenset(_nominal(parse, source))
            units.append(GoldUnit(head, right, left, min(tops, default=None), frozenset(content), tops))
    return units


def _tops(parse: Parse, tokens: set[int]) -> list[int]:
    return [i for i in sorted(tokens) if parse.tokens[i].head not in tokens or parse.tokens[i].head == i]


def _cue_head(parse: Parse, cue: set[int]) -> int:
    """The topmost verb of the cue, and from there down the chain of verbs that the cue holds."""
    tops = _tops(parse, cue)
    verbs = [i for i in tops if parse.tokens[i].pos in ("VERB", "AUX")]
    head = min(verbs or tops)
    while True:
        below = [
            c
            for c in parse.children[head]
            if c in cue and c > head and parse.tokens[c].dep in ("xcomp", "ccomp") and parse.tokens[c].pos == "VERB"
        ]
        if not below:
            return head
        head = below[0]


def _nominal(parse: Parse, phrase: set[int]) -> list[int]:
    tops = _tops(parse, phrase)
    return [i for i in tops if parse.tokens[i].pos in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ")] or tops


def _stretches(tokens: set[int]) -> list[Range]:
    found: list[Range] = []
    for i in sorted(tokens):
        if found and found[-1][1] == i - 1:
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    return found


def _merged(stretches: Sequence[Range]) -> Range | None:
    """The first stretch with those that follow it closely."""
    if not stretches:
        return None
    first, last = stretches[0]
    for start, end in stretches[1:]:
        if start - last > _GAP:
            break
        last = end
    return first, last
