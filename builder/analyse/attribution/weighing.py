"""The third look: a whole attribution, with its content and source, beside the others that want the same words."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.analyse.attribution import sources, spans
from builder.analyse.attribution.judged import Judged, Unit
from builder.analyse.attribution.reading import (
    BEGINS,
    ENDS,
    INSIDE,
    NAME_TYPES,
    SOURCE,
    Reading,
    dep_code,
    tag_code,
    word_class,
)

_NONE = -1.0
_LEAST = 0.46
_CERTAIN = 0.85
_BESIDE = 60  # tokens
_LONGEST = 1000  # tokens that one content reaches at most


def weigh(judged: Judged, drafts: Sequence[Unit]) -> list[Unit]:
    """The drafts that are likely enough, likeliest first, each with that likelihood as its score.

    Whether it is likely enough, the cue alone says as much as the whole. One that is certain goes before what stands within it: nothing inside what is said is said again.
    """
    if not drafts:
        return []
    near = neighbours(drafts)
    rows = [weighing_features(judged, unit, beside) for unit, beside in zip(drafts, near, strict=True)]
    chances = judged.weights.forests["weighing"].chances(rows)[:, 0].tolist()
    chance_of = {unit.cue: chance for unit, chance in zip(drafts, chances, strict=True)}
    found = []
    for unit, chance, beside in zip(drafts, chances, near, strict=True):
        if (chance + unit.score) / 2 < _LEAST:
            continue
        within = [chance_of[u.cue] for u in beside if _holds(unit, u)] if chance >= _CERTAIN else []
        found.append((max((chance, *within)), chance, replace(unit, score=chance)))
    found.sort(key=lambda f: (-f[0], -len(f[2].tokens) if f[0] > f[1] else 0, -f[1], f[2].content))
    return [unit for _, _, unit in found]


def neighbours(drafts: Sequence[Unit]) -> list[list[Unit]]:
    """For each draft the others that reach near its words."""
    ordered = sorted(drafts, key=lambda u: u.content)
    starts = [u.content[0][0] for u in ordered]
    return [
        [
            u
            for u in ordered[
                bisect_left(starts, unit.content[0][0] - _LONGEST) : bisect_left(
                    starts, unit.content[-1][1] + _BESIDE + 1
                )
            ]
            if u.cue != unit.cue and unit.content[0][0] <= u.content[-1][1] + _BESIDE
        ]
        for unit in drafts
    ]


def _holds(outer: Unit, inner: Unit) -> bool:
    return inner.cue in outer.tokens and inner.tokens <= outer.tokens


def weighing_features(judged: Judged, unit: Unit, rivals: Sequence[Unit]) -> list[float]:
    """What tells an attribution from what only looks like one. The order is the learnt one.

    `unit` has a cue; `rivals` are its neighbours.
    """
    cue = unit.cue if unit.cue is not None else unit.content[0][0]
    view = spans.view_cue(judged.reading, cue, judged.likely)
    return [
        *judged.guesses[cue],
        *view.context,
        unit.edges,
        *_shape(judged, unit, cue),
        *_source(judged, unit, view),
        *_rivals(judged, unit, cue, rivals),
        *_tagged(judged.reading, unit),
    ]


def _shape(judged: Judged, unit: Unit, cue: int) -> Iterator[float]:
    reading = judged.reading
    left = [r for r in unit.content if r[1] < cue]
    right = [r for r in unit.content if r[0] > cue]
    for ranges in (left, right):
        if not ranges:
            yield from (_NONE,) * 9
            continue
        first, last = ranges[0]
        yield last - first
        yield sum(reading.quoted[first : last + 1]) / (last + 1 - first)
        yield min(abs(first - cue), abs(last - cue))
        yield word_class(reading.tokens[first])
        yield word_class(reading.tokens[last])
        yield dep_code(reading.tokens[reading.opener[first]])
        yield reading.parse.sentence_of[last] - reading.parse.sentence_of[first]
        yield reading.tags[first][BEGINS]
        yield reading.tags[last][ENDS]
    start, end = reading.parse.sentences[reading.parse.sentence_of[cue]]
    yield len(unit.tokens) / (end - start)
    yield end - 1 - unit.content[-1][1]
    yield unit.content[0][0] - start
    yield reading.parse.paragraph_of[cue] == 0
    yield end - start


def _source(judged: Judged, unit: Unit, view: spans.CueView) -> Iterator[float]:
    reading = judged.reading
    ranked = sources.ranked_sources(judged.weights, view, unit.tokens)
    if not ranked:
        yield from (_NONE,) * 10
        return
    head, chance = ranked[0]
    token = reading.tokens[head]
    yield chance
    yield ranked[1][1] if len(ranked) > 1 else 0.0
    yield head - view.cue
    yield tag_code(token)
    yield dep_code(token)
    yield token.ent == "PERSON"
    yield token.ent in NAME_TYPES
    yield reading.heads.of(token.lemma)[0]
    yield reading.quoted[head]
    yield reading.tags[head][SOURCE]


def _rivals(judged: Judged, unit: Unit, cue: int, rivals: Sequence[Unit]) -> Iterator[float]:
    """Of the others: who claims words of this content, whose content holds this cue, whose cue this content holds."""
    mine = unit.tokens
    sharing = [u for u in rivals if not mine.isdisjoint(u.tokens)]
    holding = [u for u in rivals if cue in u.tokens]
    held = [u for u in rivals if u.cue in mine]
    for group in (sharing, holding, held):
        best = max(group, key=lambda u: u.score, default=None)
        yield _NONE if best is None else best.score
        yield _NONE if best is None else best.edges
        yield _NONE if best is None else len(best.tokens) - len(mine)
        yield len(group)
    yield _loudest(judged.reading, judged.likely, mine)


def _loudest(reading: Reading, likely: Sequence[float], tokens: frozenset[int]) -> float:
    return max((likely[i] for i in tokens if not reading.quoted[i]), default=0.0)


def _tagged(reading: Reading, unit: Unit) -> Iterator[float]:
    """How far the network sees the words inside of content."""
    inside = [reading.tags[i][INSIDE] for i in unit.tokens]
    yield min(inside)
    yield sum(value < 0 for value in inside) / len(inside)
    yield sum(inside) / len(inside)
