"""Quotations that no cue has claimed: whether they go on with the attribution before them, and whose they are otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.analyse.attribution.quotemarks import Quoted
from builder.analyse.attribution.reading import NAME_TYPES, SOURCE, Reading, tag_code, word_class

_NONE = -1.0
_FARTHEST = 3  # paragraphs back to an attribution that a quotation may go on with
_NEAR_CUE = 25  # tokens
_DASHES = frozenset("-–—―")
_ENDS = frozenset((".", "?", "!", "…", "..."))
_FIRST_PERSON = frozenset(("i", "we", "my", "our", "me", "us"))

OWN, BEFORE, EARLIER, AFTER, SIGNED, SUBJECT = range(6)
"""Where a candidate for the source comes from: a cue nearby, the attribution before, the one before that, the next one,
a signature after a dash, the subject of the sentence before."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An attribution beside the quotation, as far as it matters: its reach in tokens, cue, and source's head."""

    first: int
    last: int
    cue: int | None
    source_head: int | None
    score: float
    quotes: bool
    sides: int


@dataclass(frozen=True, slots=True)
class Adrift:
    """A quotation without a cue of its own, with the chance that it is an utterance at all."""

    stretch: Quoted
    chance: float
    before: Neighbour | None
    earlier: Neighbour | None
    after: Neighbour | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A candidate for the source: its head, where it comes from, and how likely it was there."""

    head: int
    origin: int
    chance: float


def may_go_on(reading: Reading, adrift: Adrift) -> bool:
    """Whether there is an attribution near enough before it to go on with."""
    if adrift.before is None:
        return False
    paragraph = reading.parse.paragraph_of
    return paragraph[adrift.stretch.first] - paragraph[adrift.before.last] <= _FARTHEST


def going_on_features(reading: Reading, adrift: Adrift, likely: Sequence[float]) -> list[float]:
    """What tells whether the quotation goes on with the attribution before it. The order is the learnt one."""
    return [*_shape(reading, adrift), *_neighbour(reading, adrift, adrift.before, likely)]


def claims(reading: Reading, adrift: Adrift, own: Claim | None) -> list[Claim]:
    """The candidates for the source, each head once."""
    found: dict[int, Claim] = {}
    if own is not None:
        found[own.head] = own
    for origin, beside in ((BEFORE, adrift.before), (EARLIER, adrift.earlier), (AFTER, adrift.after)):
        if beside is not None and beside.source_head is not None:
            found.setdefault(beside.source_head, Claim(beside.source_head, origin, beside.score))
    for origin, head in (
        (SIGNED, signature(reading, adrift.stretch.last)),
        (SUBJECT, subject_before(reading, adrift.stretch.first)),
    ):
        if head is not None:
            found.setdefault(head, Claim(head, origin, 0.0))
    return list(found.values())


def claim_features(reading: Reading, adrift: Adrift, claim: Claim, likely: Sequence[float]) -> list[float]:
    """What tells whether the candidate is who said it. The order is the learnt one."""
    parse, stretch = reading.parse, adrift.stretch
    token = reading.tokens[claim.head]
    beside = {BEFORE: adrift.before, EARLIER: adrift.earlier, AFTER: adrift.after}.get(claim.origin)
    return [
        claim.origin,
        claim.chance,
        stretch.first - claim.head,
        parse.paragraph_of[stretch.first] - parse.paragraph_of[claim.head],
        parse.sentence_of[stretch.first] - parse.sentence_of[claim.head],
        tag_code(token),
        token.ent in NAME_TYPES,
        token.ent == "PERSON",
        *reading.heads.of(token.lemma),
        reading.tags[claim.head][SOURCE],
        adrift.before is not None and adrift.after is not None and _same(reading, adrift.before, adrift.after),
        *_shape(reading, adrift),
        *_neighbour(reading, adrift, beside or adrift.before, likely),
    ]


def near_cue(reading: Reading, stretch: Quoted, likely: Sequence[float], taken: frozenset[int]) -> int | None:
    """The likeliest cue beside the quotation that nothing else has used."""
    start, end = reading.parse.paragraphs[reading.parse.paragraph_of[stretch.first]]
    low, high = max(start, stretch.first - _NEAR_CUE), min(end, stretch.last + _NEAR_CUE)
    near = [c for c in range(low, high) if likely[c] > 0.02 and not reading.quoted[c] and c not in taken]
    return max(near, key=lambda c: likely[c], default=None)


def _same(reading: Reading, one: Neighbour, other: Neighbour) -> bool:
    if one.source_head is None or other.source_head is None:
        return False
    return reading.tokens[one.source_head].lemma == reading.tokens[other.source_head].lemma


def _shape(reading: Reading, adrift: Adrift) -> Iterator[float]:
    tokens, stretch = reading.tokens, adrift.stretch
    start, end = reading.parse.paragraphs[reading.parse.paragraph_of[stretch.first]]
    inner = range(stretch.first + stretch.opened, stretch.last + 1 - stretch.closed)
    yield adrift.chance
    yield stretch.last - stretch.first
    yield stretch.opened + 2 * stretch.closed
    yield stretch.first - start
    yield end - 1 - stretch.last
    yield word_class(tokens[stretch.first - 1]) if stretch.first > start else _NONE
    yield word_class(tokens[stretch.last + 1]) if stretch.last + 1 < end else _NONE
    yield tokens[inner[0]].text[:1].isupper() if inner else _NONE
    yield word_class(tokens[inner[-1]]) if inner else _NONE
    yield sum(tokens[i].text.lower() in _FIRST_PERSON for i in inner)


def _neighbour(reading: Reading, adrift: Adrift, beside: Neighbour | None, likely: Sequence[float]) -> Iterator[float]:
    if beside is None:
        yield from (_NONE,) * 16
        return
    parse, tokens, stretch = reading.parse, reading.tokens, adrift.stretch
    gap = (
        range(beside.last + 1, stretch.first) if beside.last < stretch.first else range(stretch.last + 1, beside.first)
    )
    yield beside.last < stretch.first
    yield len(gap)
    yield parse.paragraph_of[stretch.first] - parse.paragraph_of[min(beside.last, stretch.first)]
    yield parse.sentence_of[stretch.first] - parse.sentence_of[min(beside.last, stretch.first)]
    yield sum(reading.quoted[i] for i in gap)
    yield sum(tokens[i].ent == "PERSON" for i in gap)
    yield sum(tokens[i].tag in ("NNP", "NNPS") for i in gap)
    yield sum(tokens[i].tag == "PRP" for i in gap)
    yield sum(tokens[i].text in _ENDS for i in gap)
    yield max((likely[i] for i in gap), default=_NONE)
    yield beside.score
    yield beside.quotes
    yield beside.sides
    yield beside.source_head is not None
    yield tag_code(tokens[beside.source_head]) if beside.source_head is not None else _NONE
    yield _left_open(reading, stretch)


def _left_open(reading: Reading, stretch: Quoted) -> bool:
    """Whether the last quotation of the paragraph before was not closed: as newspapers print one that goes on."""
    number = reading.parse.paragraph_of[stretch.first]
    before = reading.doubles[number - 1] if number else ()
    return bool(before) and not before[-1].closed


def signature(reading: Reading, last: int) -> int | None:
    """The name after a dash that follows the quotation, in its paragraph or as the next one."""
    parse, tokens = reading.parse, reading.tokens
    at = last + 1
    while at < len(tokens) and tokens[at].text in _ENDS:
        at += 1
    if at >= len(tokens) or tokens[at].text[:1] not in _DASHES:
        return None
    if parse.paragraph_of[at] - parse.paragraph_of[last] > 1:
        return None
    first, end = parse.sentences[parse.sentence_of[at]]
    names = [i for i in range(at, min(end, at + 8)) if tokens[i].pos in ("PROPN", "NOUN")]
    if not names:
        return None
    head = names[0]
    while tokens[head].dep == "compound" and at < tokens[head].head < end:
        head = tokens[head].head
    return head if head >= first else None


def subject_before(reading: Reading, start: int) -> int | None:
    """The subject of the sentence before the quotation's own, in its paragraph or the one before."""
    parse = reading.parse
    number = parse.sentence_of[start]
    if number == 0:
        return None
    first, end = parse.sentences[number - 1]
    if parse.paragraph_of[start] - parse.paragraph_of[first] > 1:
        return None
    root = min(range(first, end), key=lambda i: reading.depth[i])
    subject = reading.subject(root)
    return None if subject is None or reading.quoted[subject] else subject
