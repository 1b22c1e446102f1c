"""Who said it: the candidate noun phrases for a cue and what tells the right one from the others."""

from collections.abc import Iterator, Sequence

import numpy as np

from builder.analyse.attribution.reading import NAME_TYPES, SOURCE, Reading, dep_code, tag_code, word_class
from builder.analyse.attribution.spans import CueView
from builder.analyse.attribution.weights import Weights

_REACH = 60  # tokens on either side of the cue
_LONGEST_DATELINE = 20  # tokens
_DASHES = frozenset(("–", "—", "-", "--"))
_NONE = -1.0
_INNER = frozenset(("compound", "amod", "nummod", "det", "punct", "case", "advmod", "aux", "npadvmod"))
_CLOSING = frozenset((",", "—", "–", "-", ":", ";", ".", "“", '"'))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_PEOPLE_WORDS = ("PERSON", "ORG", "NORP", "GPE")


def source_candidates(view: CueView, content: frozenset[int]) -> list[int]:
    """Heads of the noun phrases in the cue's sentence that are no part of the content, nor of the dateline."""
    first = max(view.sentence[0], view.cue - _REACH, _dateline_end(view))
    last = min(view.sentence[1], view.cue + _REACH)
    return [i for i in range(first, last) if i not in content and i != view.cue and _is_head(view, i)]


def _dateline_end(view: CueView) -> int:
    """The token after the dash of "ORSK, May 4 (Coast Wire) –", or the paragraph's first."""
    tokens, start = view.reading.tokens, view.paragraph[0]
    for i in range(start + 1, min(view.cue, start + _LONGEST_DATELINE)):
        if tokens[i].text in _DASHES and tokens[i - 1].text == ")" and tokens[start].text.isupper():
            return i + 1
    return start


def _is_head(view: CueView, i: int) -> bool:
    token = view.reading.tokens[i]
    if token.pos in _NOMINAL:
        return token.dep not in _INNER or token.head == view.cue or i in _beside(view)
    if token.dep in ("nsubj", "nsubjpass") or (i in _beside(view) and token.text.istitle()):
        return True
    return token.pos in ("NUM", "DET", "ADJ", "X") and token.dep in ("pobj", "agent", "conj", "poss", "appos")


def _beside(view: CueView) -> tuple[int, int]:
    """The words next to the cue: a name there is a candidate even where the parser took it for a part or for no name."""
    return view.cue - 1, view.cue + 1


def source_features(view: CueView, i: int, content: frozenset[int]) -> list[float]:
    """What is known of the noun phrase with head `i` as the cue's source."""
    reading, tokens, cue = view.reading, view.reading.tokens, view.cue
    token = tokens[i]
    low, high = min(i, cue), max(i, cue)
    first, last = reading.parse.edges[i]
    head = token.head
    return [
        *view.context,
        i - cue,
        dep_code(token),
        tag_code(token),
        dep_code(tokens[head]),
        tag_code(tokens[head]),
        word_class(tokens[head]),
        head - cue,
        _path(view, i),
        _steps(view, head),
        _is_nearest_subject(view, i),
        reading.depth[i] - reading.depth[cue],
        sum(1 for k in range(low + 1, high) if tokens[k].pos in ("VERB", "AUX") and k not in view.parts),
        sum(1 for k in range(low + 1, high) if tokens[k].text == ","),
        sum(1 for k in range(low + 1, high) if k in content),
        sum(1 for k in range(low + 1, high) if tokens[k].pos in ("NOUN", "PROPN", "PRON")),
        *(token.ent == kind for kind in _PEOPLE_WORDS),
        token.ent in NAME_TYPES,
        *reading.heads.of(token.lemma),
        last - first,
        first <= cue <= last,
        reading.quoted[i],
        view.likely[head],
        view.likely[cue],
        i - view.sentence[0],
        *_content_place(content, i, cue),
        word_class(tokens[first - 1]) if first else _NONE,
        word_class(tokens[last + 1]) if last + 1 < len(tokens) else _NONE,
        reading.tags[i][SOURCE],
        view.best_source - reading.tags[i][SOURCE],
    ]


def _path(view: CueView, i: int) -> int:
    """How the phrase is tied to the cue, as a number."""
    tokens, cue = view.reading.tokens, view.cue
    head = tokens[i].head
    ties = (
        head == cue,
        tokens[head].head == cue and head != cue,
        i == tokens[cue].head,
        head in view.above,
        i in view.above,
        tokens[head].head in view.above,
    )
    return next((n for n, tie in enumerate(ties, start=1) if tie), len(ties) + 1)


def _steps(view: CueView, head: int) -> int:
    """Steps from the cue up to the word the phrase hangs on; 9 where it is not above the cue."""
    node = view.cue
    for step in range(8):
        if node == head:
            return step
        node = view.reading.tokens[node].head
    return 9


def _is_nearest_subject(view: CueView, i: int) -> bool:
    node = view.cue
    for _ in range(6):
        subject = view.reading.subject(node)
        if subject is not None:
            return subject == i
        node = view.reading.tokens[node].head
    return False


def _content_place(content: Sequence[int] | frozenset[int], i: int, cue: int) -> Iterator[float]:
    yield sum(1 for k in content if k < min(i, cue)) > 0
    yield sum(1 for k in content if k > max(i, cue)) > 0
    yield (i + 1) in content
    yield (i - 1) in content


def ranked_sources(weights: Weights, view: CueView, content: frozenset[int]) -> list[tuple[int, float]]:
    """The heads that may be the source, each with its probability, the likeliest first."""
    found = source_candidates(view, content)
    if not found:
        return []
    chances = weights.forests["source"].chances([source_features(view, c, content) for c in found])[:, 0]
    order = np.argsort(-chances, kind="stable")
    return [(found[n], float(chances[n])) for n in order]


def best_source(weights: Weights, view: CueView, content: frozenset[int]) -> tuple[int, float] | None:
    """The likeliest head of a source with its probability."""
    return next(iter(ranked_sources(weights, view, content)), None)


def source_span(view: CueView, head: int, content: frozenset[int], others: frozenset[int]) -> tuple[int, int]:
    """The whole noun phrase, who-is-this included, without the cue, the content and the marks at its ends.

    A relative clause that holds something of `others` (content or cue of another attribution) is left out.
    """
    return phrase(view.reading, head, without_reports(view.reading, head, others), content | {view.cue})


def without_reports(reading: Reading, head: int, others: frozenset[int]) -> tuple[int, int]:
    """The edges of the head's phrase, less a relative clause that holds something of `others`."""
    first, last = reading.parse.edges[head]
    for child in reading.parse.children[head]:
        low, high = reading.parse.edges[child]
        if low > head and reading.tokens[child].dep in ("relcl", "acl") and not others.isdisjoint(range(low, high + 1)):
            last = min(last, low - 1)
    return first, last


def phrase(reading: Reading, head: int, edges: tuple[int, int], stop: frozenset[int]) -> tuple[int, int]:
    """The tokens around the head within the edges, up to the first of `stop`, without marks at the ends."""
    tokens = reading.tokens
    first, last = edges
    low = head
    while low - 1 >= first and low - 1 not in stop:
        low -= 1
    high = head
    while high + 1 <= last and high + 1 not in stop:
        high += 1
    while low < head and tokens[low].dep == "punct":
        low += 1
    while high > head and tokens[high].text in _CLOSING:
        high -= 1
    return low, high
