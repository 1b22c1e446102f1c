"""Questions to a parse: who does what in a clause, and how far a clause and a phrase reach."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.analyse.parsing import Parse
from builder.model.text import SourceText, Span

OWNERS = ("poss", "compound", "amod", "nmod")  # what stands before a noun and may say whose it is
_FARTHEST = 12  # steps up the tree; bounds the work in endless sentences
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_OFF_CORE = frozenset(("relcl", "advcl", "parataxis", "appos", "acl"))
_LOOSE = frozenset(("the", "a", "an", "and", "or", "its", "their", "his", "her", "our", "my", "your"))
_LONGEST_LABEL = 8  # tokens
_MARKS = frozenset("“”„‟«»‘’‚‛\"'`([{)]},;:.!?—–-…")


@dataclass(frozen=True, slots=True)
class Body:
    """The token indices of an article that stand in its running text, as half-open ranges, in order."""

    ranges: tuple[tuple[int, int], ...]

    def __iter__(self) -> Iterator[int]:
        for start, end in self.ranges:
            yield from range(start, end)

    def __contains__(self, token: object) -> bool:
        if not isinstance(token, int):
            return False
        at = bisect_right(self.ranges, token, key=lambda r: r[0]) - 1
        return at >= 0 and token < self.ranges[at][1]


def body_of(text: SourceText, parse: Parse, blocks: Sequence[Span] | None = None) -> Body:
    """The tokens that stand in the given blocks, by default in the running text."""
    spans = [b.words for b in text.body()] if blocks is None else sorted(blocks)
    ranges: list[tuple[int, int]] = []
    at = 0
    for start, end in parse.paragraphs:
        first, last = parse.tokens[start].start, parse.tokens[end - 1].end
        while at < len(spans) and spans[at].end <= first:
            at += 1
        if at < len(spans) and spans[at].start <= first and last <= spans[at].end:
            ranges.append((label_end(parse, start, end), end))
    return Body(tuple(ranges))


def lower(parse: Parse, i: int) -> str:
    return parse.tokens[i].text.lower()


def token_range(parse: Parse, span: Span) -> range:
    """The tokens that the span touches."""
    first = bisect_left(parse.tokens, span.start, key=lambda t: t.end - 1)
    return range(first, max(first, bisect_left(parse.tokens, span.end, key=lambda t: t.start)))


def children(parse: Parse, i: int, *deps: str) -> tuple[int, ...]:
    """The tokens that hang on `i` by one of the relations."""
    return tuple(c for c in parse.children[i] if parse.tokens[c].dep in deps)


def conjuncts(parse: Parse, i: int) -> tuple[int, ...]:
    """`i` and what is joined to it by "and" or "or"."""
    found = [i]
    for one in found:
        if len(found) > _FARTHEST:
            break
        found += children(parse, one, "conj")
    return tuple(found)


def first_conjunct(parse: Parse, i: int) -> int:
    """The word to which `i` is joined, `i` itself where it is joined to none."""
    for _ in range(_FARTHEST):
        token = parse.tokens[i]
        if token.dep != "conj" or token.head == i:
            break
        i = token.head
    return i


def above(parse: Parse, i: int) -> Iterator[int]:
    """The words over `i`, nearest first, at most a dozen."""
    for _ in range(_FARTHEST):
        head = parse.tokens[i].head
        if head == i:
            return
        yield head
        i = head


def is_verb(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    return token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass", "amod", "compound")


def verb_over(parse: Parse, i: int) -> int | None:
    """The nearest verb over `i`."""
    return next((a for a in above(parse, i) if is_verb(parse, a)), None)


def subjects(parse: Parse, verb: int) -> tuple[int, ...]:
    """The subjects of a verb: its own, or those of the verb it continues ("came and went", "wants to go")."""
    for one in (verb, *above(parse, verb)):
        if not is_verb(parse, one):
            return ()
        own = children(parse, one, *_SUBJECTS)
        if own:
            return tuple(c for s in own for c in conjuncts(parse, s))
        if parse.tokens[one].dep not in ("conj", "xcomp", "advcl", "aux"):
            return ()
    return ()


def agents(parse: Parse, verb: int) -> tuple[int, ...]:
    """Those who act: the subjects of an active verb, "by whom" of a passive one."""
    if is_passive(parse, verb):
        return tuple(
            c for a in children(parse, verb, "agent") for o in children(parse, a, "pobj") for c in conjuncts(parse, o)
        )
    return subjects(parse, verb)


def is_passive(parse: Parse, verb: int) -> bool:
    return bool(children(parse, verb, "auxpass", "nsubjpass"))


def phrase(parse: Parse, head: int) -> tuple[int, int]:
    """The noun phrase of a head without clauses and appositions, as its first and last token, both included."""
    first, last = parse.edges[head]
    for child in parse.children[head]:
        token = parse.tokens[child]
        low, high = parse.edges[child]
        if child > head and (token.dep in _OFF_CORE or token.dep == "conj" or token.text in (",", ";", ":", "—", "–")):
            last = min(last, low - 1)
        elif child < head and token.dep in _OFF_CORE:
            first = max(first, high + 1)
    return trimmed(parse, first, max(last, head))


def head_of(parse: Parse, inside: range) -> int:
    """The word among some that stand together by which they are part of their sentence."""
    return next((i for i in inside if parse.tokens[i].head not in inside or parse.tokens[i].head == i), inside[-1])


def short_phrase(parse: Parse, head: int) -> tuple[int, int]:
    """The noun phrase from its first modifier to the head itself: what names the thing and nothing more."""
    before = [c for c in parse.children[head] if c < head and parse.tokens[c].dep not in _OFF_CORE]
    first = min((parse.edges[c][0] for c in before), default=head)
    return trimmed(parse, first, head)


def trimmed(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """The stretch without marks, articles, owners in a pronoun and "and" at its edges; never empty."""
    while first < last and (parse.tokens[first].text in _MARKS or lower(parse, first) in _LOOSE):
        first += 1
    while last > first and (parse.tokens[last].text in _MARKS or parse.tokens[last].tag in ("POS", "CC")):
        last -= 1
    return first, last


def clause(parse: Parse, verb: int) -> tuple[int, int]:
    """The clause of a verb, without the clauses joined to it, its marks or its conjunction."""
    first, last = parse.edges[verb]
    for child in parse.children[verb]:
        token, (low, high) = parse.tokens[child], parse.edges[child]
        if child > verb and ((token.dep == "conj" and is_verb(parse, child)) or token.dep == "parataxis"):
            last = min(last, low - 1)
            while last > verb and parse.tokens[last].dep == "cc":
                last -= 1
        elif child < verb and high < verb and (token.dep in ("mark", "cc", "ccomp", "parataxis") or token.tag == "WRB"):
            first = max(first, high + 1)
    return trimmed(parse, first, max(last, verb))


def label_end(parse: Parse, start: int, end: int) -> int:
    """The token after a label that a paragraph opens with ("Trade: …"); `start` where there is none."""
    for i in range(start, min(end, start + _LONGEST_LABEL)):
        if parse.tokens[i].text == ":":
            return i + 1 if i + 1 < end else start
    return start
