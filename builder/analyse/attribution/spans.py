"""Where content begins and ends, seen from its cue: candidate edges and what tells the right ones.

Content stands after the cue, before it, or on both sides, in one stretch each. The edge nearer to the cue is chosen first,
then the farther one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.analyse.attribution.cues import frame_key
from builder.analyse.attribution.reading import (
    BEGINS,
    CUE,
    ENDS,
    INSIDE,
    SOURCE,
    Reading,
    dep_code,
    tag_code,
    word_class,
    word_key,
)

_NEAR_REACH = 45  # tokens from the cue in which content may begin in the cue's own sentence
_FREE_REACH = 10  # in the first of them any token may begin it
_FAR_REACH = 400
_NONE = -1.0
_ENDS = frozenset((".", "?", "!", "…", "..."))


@dataclass(frozen=True)
class CueView:
    """What all edges of one cue share. `likely[i]` is the probability that token i is a cue itself.

    `unquoted` has those of the paragraph, with 0 for what stands between double marks. `best_source` is the highest
    log-odds of a source's head in the sentence.
    """

    reading: Reading
    cue: int
    likely: Sequence[float]
    context: tuple[float, ...]
    parts: frozenset[int]
    subject: tuple[int, int] | None
    sentence: tuple[int, int]
    paragraph: tuple[int, int]
    above: frozenset[int]
    unquoted: Sequence[float]
    best_source: float


def view_cue(reading: Reading, cue: int, likely: Sequence[float]) -> CueView:
    """Gathers once what the features of each edge need."""
    parse, tokens = reading.parse, reading.tokens
    sentence = parse.sentences[parse.sentence_of[cue]]
    subject = reading.subject(cue)
    parts = frozenset(
        c for c in parse.children[cue] if tokens[c].dep in ("aux", "auxpass", "neg", "prt") or tokens[c].pos == "AUX"
    )
    context = (
        *reading.words.of(word_key(tokens[cue])),
        *reading.frames.of(frame_key(reading, cue)),
        dep_code(tokens[cue]),
        tag_code(tokens[cue]),
        any(tokens[c].dep == "auxpass" for c in parse.children[cue]),
        reading.quoted[cue],
        *reading.tags[cue][CUE : INSIDE + 1],
    )
    paragraph = parse.paragraphs[parse.paragraph_of[cue]][0], _reach(reading, cue)
    return CueView(
        reading=reading,
        cue=cue,
        likely=likely,
        context=tuple(map(float, context)),
        parts=parts,
        subject=parse.edges[subject] if subject is not None else None,
        sentence=sentence,
        paragraph=paragraph,
        above=frozenset(reading.ancestors(cue)),
        best_source=max(row[SOURCE] for row in reading.tags[sentence[0] : sentence[1]]),
        unquoted=[0.0 if reading.quoted[k] else likely[k] for k in range(*paragraph)],
    )


def _reach(reading: Reading, cue: int) -> int:
    """Where content after the cue ends at the latest.

    That is the paragraph's end; or, where a colon announces a quotation or one is left open there, the end of the last
    paragraph that begins with a mark as long as each before it stays open.
    """
    parse = reading.parse
    at = parse.paragraph_of[cue]
    end = parse.paragraphs[at][1]
    opened = reading.tokens[end - 1].text == ":"
    while at + 1 < len(parse.paragraphs):
        doubles = reading.doubles[at]
        if not opened and not (doubles and not doubles[-1].closed and doubles[-1].first > cue):
            break
        following = reading.doubles[at + 1]
        if not following or following[0].first != parse.paragraphs[at + 1][0]:
            break
        at, opened = at + 1, False
        end = parse.paragraphs[at][1]
    return end


# ------------------------------------------------------------------------------------------------ candidate edges


def near_right(view: CueView) -> list[int]:
    """Tokens at which content after the cue may begin."""
    found = []
    reading, cue = view.reading, view.cue
    edges = reading.parse.edges
    for i in range(cue + 1, min(view.sentence[1], cue + _NEAR_REACH)):
        node = reading.opener[i]
        if i <= cue + _FREE_REACH or edges[node][1] - i >= 2 or _opens(reading, i):
            found.append(i)
    for i in range(view.sentence[1], view.paragraph[1]):
        if _opens(reading, i) or i == view.sentence[1]:
            found.append(i)
            if len(found) > _NEAR_REACH + 8:
                break
    return found


def near_left(view: CueView) -> list[int]:
    """Tokens with which content before the cue may end, nearest first."""
    low = view.sentence[0]
    found = list(range(view.cue - 1, max(low, view.cue - _NEAR_REACH) - 1, -1))
    if low > view.paragraph[0]:
        found.append(low - 1)
    return found


def far_right(view: CueView, start: int) -> list[int]:
    """Tokens with which content that begins at `start` may end."""
    return _far(view, start, range(start, min(view.paragraph[1], start + _FAR_REACH)))


def far_left(view: CueView, end: int) -> list[int]:
    """Tokens at which content that ends with `end` may begin."""
    return _far(view, end, range(end, max(view.paragraph[0] - 1, end - _FAR_REACH), -1))


def _far(view: CueView, near: int, reach: range) -> list[int]:
    """Inside a quotation only its own edges and those of its sentences come into question."""
    reading = view.reading
    backwards = reach.step < 0
    home = reading.parse.sentence_of[near]
    found = []
    for i in reach:
        stretch = reading.marks.at(i)
        first, last = reading.parse.sentences[reading.parse.sentence_of[i]]
        sentence_edge = i == (first if backwards else last - 1)
        if stretch is not None and not stretch.single and stretch.last - stretch.first > 3:
            edge = stretch.first if backwards else stretch.last
            if sentence_edge or i in (edge, near):
                found.append(i)
        elif sentence_edge or reading.parse.sentence_of[i] == home:
            found.append(i)
    return found


def _opens(reading: Reading, i: int) -> bool:
    stretch = reading.marks.at(i)
    return stretch is not None and stretch.first == i


# ------------------------------------------------------------------------------------------------ features


def near_features(view: CueView, i: int, *, after: bool) -> list[float]:
    """What is known of token `i` as the edge of the content next to the cue."""
    reading, cue = view.reading, view.cue
    node = reading.opener[i] if after else reading.closer[i]
    low, high = (cue + 1, i) if after else (i + 1, cue)
    return [
        *view.context,
        abs(i - cue),
        _left_between(view, low, high),
        *_words_around(reading, i),
        *_node(view, node),
        i in view.parts,
        _within(view.subject, i),
        reading.marks_before[high] - reading.marks_before[low] if low < high else 0,
        max(view.likely[low:high], default=0.0),
        view.likely[i],
        *_marks(view, i, low, high),
        reading.parse.sentence_of[i] - reading.parse.sentence_of[cue],
        reading.verbs_before[high] - reading.verbs_before[low] if low < high else 0,
        cue - view.sentence[0],
        view.sentence[1] - cue,
        *_tagged(reading, i, 1 if after else -1, BEGINS if after else ENDS),
        _inside(reading, low, high),
    ]


def far_features(view: CueView, near: int, j: int, *, after: bool) -> list[float]:
    """What is known of token `j` as the far edge of the content whose near edge is `near`."""
    reading, tokens, parse = view.reading, view.reading.tokens, view.reading.parse
    node = reading.closer[j] if after else reading.opener[j]
    start = reading.opener[near] if after else reading.closer[near]
    beyond = j + 1 if after else j - 1
    low, high = min(near, j), max(near, j)
    edge = parse.edges[start][1 if after else 0]
    sentence = parse.sentences[parse.sentence_of[j]]
    return [
        *view.context,
        high - low,
        parse.sentence_of[j] - parse.sentence_of[near],
        parse.sentence_of[j] - parse.sentence_of[view.cue],
        j - edge,
        j - parse.edges[view.cue][1 if after else 0],
        sentence[1] - 1 - j,
        j - sentence[0],
        dep_code(tokens[start]),
        tag_code(tokens[start]),
        word_class(tokens[near]),
        *_words_around(reading, j),
        *_node(view, node),
        *_beyond(view, beyond, low, high, after=after),
        *_marks(view, j, low, high + 1),
        _matching(reading, near, j),
        reading.quoted[near],
        reading.verbs_before[high + 1] - reading.verbs_before[low],
        max(view.unquoted[low - view.paragraph[0] : high + 1 - view.paragraph[0]], default=0.0),
        view.paragraph[1] - 1 - j if after else j - view.paragraph[0],
        *_tagged(reading, j, -1 if after else 1, ENDS if after else BEGINS),
        _inside(reading, low, high + 1),
        min(reading.tags[k][INSIDE] for k in range(low, high + 1)),
    ]


def _tagged(reading: Reading, i: int, inwards: int, edge: int) -> Iterator[float]:
    """What the network says of the word as an edge, of what would stand inside and of what outside of it."""
    tags = reading.tags
    outside, inside = i - inwards, i + inwards
    yield tags[i][edge]
    yield tags[i][INSIDE]
    yield tags[outside][edge] if 0 <= outside < len(tags) else _NONE
    yield tags[outside][INSIDE] if 0 <= outside < len(tags) else _NONE
    yield tags[inside][edge] if 0 <= inside < len(tags) else _NONE
    yield tags[inside][INSIDE] if 0 <= inside < len(tags) else _NONE


def _inside(reading: Reading, low: int, high: int) -> float:
    """The share of the tokens from `low` up to `high` that the network sees inside of content."""
    sums = reading.inside_before
    return (sums[high] - sums[low]) / (high - low) if low < high else _NONE


def _left_between(view: CueView, low: int, high: int) -> int:
    """How many tokens from `low` up to `high` are neither subject nor part of the cue."""
    first, last = view.subject if view.subject is not None else (0, -1)
    subject = max(0, min(high, last + 1) - max(low, first))
    return max(0, high - low) - subject - sum(low <= k < high and not first <= k <= last for k in view.parts)


def _within(span: tuple[int, int] | None, i: int) -> bool:
    return span is not None and span[0] <= i <= span[1]


def _words_around(reading: Reading, i: int) -> Iterator[float]:
    tokens = reading.tokens
    for at in (i - 2, i - 1, i, i + 1, i + 2):
        yield word_class(tokens[at]) if 0 <= at < len(tokens) else _NONE


def _node(view: CueView, node: int) -> Iterator[float]:
    """The highest word whose subtree has its edge here."""
    reading, tokens = view.reading, view.reading.tokens
    token = tokens[node]
    low, high = reading.parse.edges[node]
    yield dep_code(token)
    yield tag_code(token)
    yield high - low
    yield reading.depth[node] - reading.depth[view.cue]
    yield _relation(view, node)
    yield reading.subject(node) is not None
    yield reading.cue_share[node]
    yield reading.heads.of(token.lemma)[1]
    yield low <= view.cue <= high


def _relation(view: CueView, node: int) -> int:
    """How the node hangs on the cue: 0 is it, 1 child, 2 grandchild, 3 deeper, 4 hangs on what governs the cue, 5 elsewhere."""
    if node == view.cue:
        return 0
    if node in view.above:
        return 6
    head = view.reading.tokens[node].head
    for step in range(1, 4):
        if head == view.cue:
            return step
        if head in view.above:
            return 4
        head = view.reading.tokens[head].head
    return 5


def _beyond(view: CueView, at: int, low: int, high: int, *, after: bool) -> Iterator[float]:
    """What would be left out next: where it hangs decides whether it belongs."""
    reading, tokens = view.reading, view.reading.tokens
    if not view.paragraph[0] <= at < view.paragraph[1]:
        yield from (_NONE,) * 9
        return
    node = reading.opener[at] if after else reading.closer[at]
    head = tokens[node].head
    first, last = reading.parse.edges[node]
    yield dep_code(tokens[node])
    yield tag_code(tokens[node])
    yield low <= head <= high
    yield _relation(view, node)
    yield last - first
    yield reading.depth[head] - reading.depth[view.cue]
    yield max(view.likely[first : min(last, first + 30) + 1])
    skipped = at + 1 if after else at - 1  # the word behind a comma
    if tokens[at].dep == "punct" and view.paragraph[0] <= skipped < view.paragraph[1]:
        node = reading.opener[skipped] if after else reading.closer[skipped]
        yield dep_code(tokens[node])
        yield low <= tokens[node].head <= high
    else:
        yield from (_NONE, _NONE)


def _marks(view: CueView, i: int, low: int, high: int) -> Iterator[float]:
    reading = view.reading
    stretch = reading.marks.at(i)
    if stretch is None:
        yield from (_NONE,) * 5
    else:
        yield i - stretch.first
        yield stretch.last - i
        yield stretch.last - stretch.first
        yield stretch.single
        yield stretch.opened + 2 * stretch.closed
    firsts, lasts = reading.double_edges[reading.parse.paragraph_of[view.cue]]
    yield max(0, bisect_left(firsts, high) - bisect_left(firsts, low))
    yield max(0, bisect_left(lasts, high) - bisect_left(lasts, low))
    yield len(firsts) - bisect_right(firsts, view.cue)
    yield bisect_left(lasts, view.cue)


def _matching(reading: Reading, near: int, far: int) -> int:
    """0: no edge is a mark; 1: both edges of one stretch; 2: both marks, of different stretches; 3: one of the two."""
    one, other = reading.marks.at(near), reading.marks.at(far)
    at_edge = one is not None and near in (one.first, one.last)
    other_at_edge = other is not None and far in (other.first, other.last)
    if at_edge and other_at_edge:
        return 1 if one is other else 2
    return 3 if at_edge or other_at_edge else 0
