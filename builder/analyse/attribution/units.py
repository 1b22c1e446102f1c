"""From candidates to attributions: every choice is the best-scored one, and no token is said twice.

Cues are scored twice, the second time in the light of their rivals; then each likely cue chooses the edges of its content
and its source. Quotations that are left over join the cue before them or stand by themselves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from builder.analyse.attribution import cues, rivals, sources, spans, utterances
from builder.analyse.attribution.quotemarks import Quoted
from builder.analyse.attribution.reading import Reading
from builder.analyse.attribution.weights import Weights
from builder.analyse.parsing import Parse

Range = tuple[int, int]
"""First and last token, both included."""

_CUE_LEAST = 0.36
_SOURCE_LEAST = 0.1
_SOURCE_LEAST_WITHOUT_CUE = 0.5
_UTTERANCE_LEAST = 0.8
_WORTH_A_SECOND_LOOK = 0.015
_EDGES_TRIED = 3
_EDGE_SHARE = 0.25
_UTTERANCE_WORDS = 4
_NEAR_CUE = 25
_SENTENCE_ENDS = frozenset((".", "?", "!", "…", "..."))


@dataclass(frozen=True, slots=True)
class Unit:
    """An attribution in tokens. `cue` is the head of the reporting words, `source` the range of the noun phrase.

    `source_head` is that phrase's head. `score` is the probability that the cue reports something.
    """

    cue: int | None
    content: tuple[Range, ...]
    source: Range | None = None
    source_head: int | None = None
    score: float = 0.0

    @property
    def tokens(self) -> frozenset[int]:
        """All tokens of the content."""
        return frozenset(i for first, last in self.content for i in range(first, last + 1))


@dataclass(frozen=True)
class Judged:
    """An article with the scores of its cues: `guesses` a cue, `likely` a token (0 where it is no candidate)."""

    reading: Reading
    weights: Weights
    guesses: Mapping[int, rivals.Guess]
    likely: Sequence[float] = field(repr=False)


def find_units(parse: Parse, weights: Weights) -> list[Unit]:
    """The attributions of an article in the order of their cues."""
    judged = judge_cues(Reading(parse, weights.words, weights.heads, weights.frames), weights)
    drafts = _drafts(judged)
    chosen = _join_left_over(judged.reading, _choose(drafts))
    settled = [_with_source(judged, unit, least=_SOURCE_LEAST) for unit in chosen]
    settled += _left_over(judged, settled)
    return sorted(settled, key=lambda u: (u.content[0][0], u.content))


# ------------------------------------------------------------------------------------------------ cues


def judge_cues(reading: Reading, weights: Weights) -> Judged:
    """Scores every candidate, then the likely ones again beside their rivals."""
    candidates = cues.cue_candidates(reading)
    first = weights.forests["cue"].chances([cues.cue_features(reading, c) for c in candidates])
    guesses = {c: _guess(row) for c, row in zip(candidates, first, strict=True)}
    likely = _likely(reading, guesses)
    again = [c for c in candidates if likely[c] >= _WORTH_A_SECOND_LOOK]
    rows = [[*cues.cue_features(reading, c), *rivals.rival_features(reading, c, guesses, likely)] for c in again]
    second = weights.forests["rival"].chances(rows)
    settled = {c: _guess(row) for c, row in zip(again, second, strict=True)}
    return Judged(reading, weights, settled, _likely(reading, settled))


def _guess(row: NDArray[np.float64]) -> rivals.Guess:
    return float(row[0]), float(row[1]), float(row[2]), float(row[3])


def _likely(reading: Reading, guesses: Mapping[int, rivals.Guess]) -> list[float]:
    likely = [0.0] * len(reading.tokens)
    for cue, guess in guesses.items():
        likely[cue] = 1 - guess[0]
    return likely


# ------------------------------------------------------------------------------------------------ content


def _drafts(judged: Judged) -> list[Unit]:
    """For each likely cue its best content, the likeliest first."""
    found = []
    for cue, guess in judged.guesses.items():
        score = 1 - guess[0]
        if score < _CUE_LEAST:
            continue
        view = spans.view_cue(judged.reading, cue, judged.likely)
        sides = _sides(guess)
        ranges = [r for after in sides if (r := best_range(judged.weights, view, after=after)) is not None]
        if ranges:
            found.append(Unit(cue, tuple(sorted(ranges)), score=score))
    return sorted(found, key=lambda u: (-u.score, u.cue))


def _sides(guess: rivals.Guess) -> tuple[bool, ...]:
    """On which sides of the cue its content stands: True is after it."""
    none, after, before, both = guess
    half = (1 - none) / 2
    sides = tuple(side for side, share in ((True, after + both), (False, before + both)) if share > half)
    return sides or (after >= before,)


def best_range(weights: Weights, view: spans.CueView, *, after: bool) -> Range | None:
    """The likeliest content on one side: the near edge first, for the best few of them the far edge."""
    side = "right" if after else "left"
    near = (spans.near_right if after else spans.near_left)(view)
    if not near:
        return None
    chances = weights.forests[f"near-{side}"].chances([spans.near_features(view, i, after=after) for i in near])[:, 0]
    tried = [
        int(n) for n in np.argsort(-chances, kind="stable")[:_EDGES_TRIED] if chances[n] >= _EDGE_SHARE * chances.max()
    ]
    best: tuple[float, Range] | None = None
    for n in tried:
        far = (spans.far_right if after else spans.far_left)(view, near[n])
        rows = [spans.far_features(view, near[n], j, after=after) for j in far]
        ends = weights.forests[f"far-{side}"].chances(rows)[:, 0]
        at = int(np.argmax(ends))
        score = float(chances[n] * ends[at] / (ends.sum() + 1e-6))
        if best is None or score > best[0]:
            best = score, (min(near[n], far[at]), max(near[n], far[at]))
    return best[1] if best else None


def _choose(drafts: Sequence[Unit]) -> list[Unit]:
    """The likeliest units that do not overlap: nothing inside what is said is said again."""
    taken: set[int] = set()
    heads: set[int] = set()
    chosen = []
    for unit in drafts:
        if unit.cue in taken or unit.tokens & taken or unit.tokens & heads:
            continue
        taken |= unit.tokens
        heads.add(unit.cue if unit.cue is not None else -1)
        chosen.append(unit)
    return chosen


# ------------------------------------------------------------------------------------------------ sources


def _with_source(judged: Judged, unit: Unit, *, least: float) -> Unit:
    if unit.cue is None:
        return unit
    view = spans.view_cue(judged.reading, unit.cue, judged.likely)
    inside = unit.tokens
    candidates = sources.source_candidates(view, inside)
    rows = [sources.source_features(view, c, inside) for c in candidates]
    if not rows:
        return unit
    chances = judged.weights.forests["source"].chances(rows)[:, 0]
    best = int(np.argmax(chances))
    if chances[best] < least:
        return unit
    head = candidates[best]
    return replace(unit, source=sources.source_span(view, head, inside), source_head=head)


# ------------------------------------------------------------------------------------------------ what is left over


def _join_left_over(reading: Reading, units: Sequence[Unit]) -> list[Unit]:
    """“A,” he said. “B.”: a whole quoted sentence after a quotation and its cue belongs to them."""
    by_paragraph: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.cue is not None:
            by_paragraph.setdefault(reading.parse.paragraph_of[unit.cue], []).append(unit)
    covered = {i for unit in units for i in unit.tokens}
    for paragraph, doubles in enumerate(reading.doubles):
        here = by_paragraph.get(paragraph, [])
        for stretch in doubles:
            if not _is_sentence(reading, stretch) or covered.intersection(range(stretch.first, stretch.last + 1)):
                continue
            before = [u for u in here if u.cue is not None and u.cue < stretch.first]
            last = max(before, key=lambda u: u.cue or 0, default=None)
            joined = None if last is None else _joined(reading, last, stretch)
            if last is not None and joined is not None:
                here[here.index(last)] = joined
                covered.update(range(stretch.first, stretch.last + 1))
    return [unit for here in by_paragraph.values() for unit in here]


def _is_sentence(reading: Reading, stretch: Quoted) -> bool:
    """Whether the stretch begins and ends as a sentence does."""
    tokens = reading.tokens
    if stretch.last - stretch.first < _UTTERANCE_WORDS:
        return False
    start, end = reading.parse.paragraphs[reading.parse.paragraph_of[stretch.first]]
    if stretch.first != start and tokens[stretch.first - 1].text not in _SENTENCE_ENDS | {"”", '"', "''"}:
        return False
    if not stretch.closed or tokens[stretch.last - 1].text in _SENTENCE_ENDS:
        return True
    return stretch.last + 1 < end and tokens[stretch.last + 1].text in _SENTENCE_ENDS


def _joined(reading: Reading, unit: Unit, stretch: Quoted) -> Unit | None:
    """The unit with the stretch, where the unit quotes already and nothing quoted stands between."""
    if unit.cue is None or not any(reading.quoted[a] or reading.quoted[b] for a, b in unit.content):
        return None
    last = unit.content[-1]
    gap = range(max(last[1], unit.cue) + 1, stretch.first)
    if any(reading.quoted[i] for i in gap):
        return None
    if last[0] < unit.cue:
        return replace(unit, content=(*unit.content, (stretch.first, stretch.last)))
    if len(gap) > 0:
        return None
    return replace(unit, content=(*unit.content[:-1], (last[0], stretch.last)))


def _left_over(judged: Judged, units: Sequence[Unit]) -> list[Unit]:
    """Quotations that no cue has claimed and that read as said: with the likeliest unused cue nearby, or with none."""
    reading = judged.reading
    covered = {i for unit in units for i in unit.tokens}
    used = {unit.cue for unit in units}
    open_stretches = [
        q for doubles in reading.doubles for q in doubles if covered.isdisjoint(range(q.first, q.last + 1))
    ]
    rows = [utterances.utterance_features(reading, q, judged.likely) for q in open_stretches]
    if not rows:
        return []
    chances = judged.weights.forests["utterance"].chances(rows)[:, 0]
    found = []
    for stretch, chance in zip(open_stretches, chances, strict=True):
        if chance < _UTTERANCE_LEAST:
            continue
        start, end = reading.parse.paragraphs[reading.parse.paragraph_of[stretch.first]]
        low, high = max(start, stretch.first - _NEAR_CUE), min(end, stretch.last + _NEAR_CUE)
        near = [c for c in range(low, high) if judged.likely[c] > 0.02 and not reading.quoted[c]]
        near = [c for c in near if c not in used and c not in covered]
        cue = max(near, key=lambda c: judged.likely[c], default=None)
        used.add(cue)
        unit = Unit(cue, ((stretch.first, stretch.last),))
        found.append(_with_source(judged, unit, least=_SOURCE_LEAST_WITHOUT_CUE))
    return found
