"""From candidates to attributions: every choice is the best-scored one, and no token is said twice.

Each likely cue chooses the edges of its content; the whole is weighed against the others (`weighing`) and given its source.
Quotations that are left over go on with the attribution before them or stand by themselves (`leftovers`). The turns of a
dialogue are read off its labels (`dialogue`), and nothing inside them is looked for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from builder.analyse.attribution import sources, spans, utterances
from builder.analyse.attribution.dialogue import find_dialogue
from builder.analyse.attribution.hearsay import settle_hearsay
from builder.analyse.attribution.judged import Judged, Range, Unit, judge_cues
from builder.analyse.attribution.leftovers import settle_leftovers
from builder.analyse.attribution.quotemarks import read_marks
from builder.analyse.attribution.reading import Reading
from builder.analyse.attribution.rivals import Guess
from builder.analyse.attribution.weighing import weigh
from builder.analyse.attribution.weights import Weights
from builder.analyse.parsing import Parse

_CUE_LEAST = 0.18
_SOURCE_LEAST = 0.03
_SOURCE_SURE = 0.5
_EDGES_TRIED = 3
_EDGE_SHARE = 0.25
_AS_LIKELY = 0.95  # of the likeliest end
_SIDE_LEAST = 0.15  # chance of the edges on one side where there is content on the other


def find_units(parse: Parse, weights: Weights) -> list[Unit]:
    """The attributions of an article in the order of their content."""
    tags = weights.tagger.tags(parse, read_marks(parse)) if weights.tagger is not None else None
    return settle(judge_cues(Reading(parse, weights.words, weights.heads, weights.frames, tags), weights))


def settle(judged: Judged) -> list[Unit]:
    """The attributions of an article whose cues are judged."""
    parse = judged.reading.parse
    turns = find_dialogue(parse)
    spoken = frozenset(i for turn in turns for i in (*turn.tokens, *_label(turn)))
    sourced = with_sources(judged, choose(_outside(weigh(judged, drafts(judged)), spoken)))
    found = settle_hearsay(judged, settle_leftovers(judged, sourced))
    return sorted([*_outside(found, spoken), *turns], key=lambda u: (u.content[0][0], u.content))


def _label(turn: Unit) -> Iterator[int]:
    if turn.source is not None:
        yield from range(turn.source[0], turn.source[1] + 1)
    if turn.cue is not None:
        yield turn.cue


def _outside(units: Iterable[Unit], spoken: frozenset[int]) -> Iterator[Unit]:
    """The units less what lies in the turns of a dialogue."""
    for unit in units:
        content = tuple(r for r in unit.content if spoken.isdisjoint(range(r[0], r[1] + 1)))
        if content and unit.cue not in spoken:
            yield replace(unit, content=content)


# ------------------------------------------------------------------------------------------------ content


def drafts(judged: Judged) -> list[Unit]:
    """For each likely cue its best content, the likeliest first."""
    found = []
    for cue, guess in judged.guesses.items():
        score = 1 - guess[0]
        if score < _CUE_LEAST:
            continue
        view = spans.view_cue(judged.reading, cue, judged.likely)
        sides = [r for after in _sides(guess) if (r := best_range(judged.weights, view, after=after)) is not None]
        if len(sides) > 1 and min(sides)[0] < _SIDE_LEAST:
            sides = [max(sides)]
        ranges = [r for _, r in sides]
        if ranges and not _names_only(judged.reading, cue, ranges):
            found.append(Unit(cue, tuple(sorted(ranges)), score=score, edges=min(c for c, _ in sides)))
    return sorted(found, key=lambda u: (-u.score, u.cue))


def _names_only(reading: Reading, cue: int, ranges: Sequence[Range]) -> bool:
    """Whether the content is only what something is called: a noun's "belief in ‘the middle way’" between single marks too."""
    inside = {reading.marks.at(i) for first, last in ranges for i in (first, last)}
    stretch = inside.pop()
    if inside or stretch is None:
        return False
    return (stretch.single and reading.tokens[cue].pos == "NOUN") or utterances.is_given_name(reading, stretch)


def _sides(guess: Guess) -> tuple[bool, ...]:
    """On which sides of the cue its content stands: True is after it."""
    none, after, before, both = guess
    half = (1 - none) / 2
    sides = tuple(side for side, share in ((True, after + both), (False, before + both)) if share > half)
    return sides or (after >= before,)


def best_range(weights: Weights, view: spans.CueView, *, after: bool) -> tuple[float, Range] | None:
    """The likeliest content on one side with its chance: the near edge first, for the best few of them the far edge.

    Of two ends that are as good as equally likely it is the farther: what is cut short misleads more than what runs on.
    """
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
        at = int(np.flatnonzero(ends >= _AS_LIKELY * ends.max())[-1])  # the farthest comes last
        score = float(chances[n] * ends[at] / (ends.sum() + 1e-6))
        if best is None or score > best[0]:
            best = score, (min(near[n], far[at]), max(near[n], far[at]))
    return best


def choose(candidates: Iterable[Unit]) -> list[Unit]:
    """The likeliest units that do not overlap: nothing inside what is said is said again."""
    taken: set[int] = set()
    heads: set[int] = set()
    chosen = []
    for unit in candidates:
        if unit.cue is None or unit.cue in taken or unit.tokens & taken or unit.tokens & heads:
            continue
        taken |= unit.tokens
        heads.add(unit.cue)
        chosen.append(unit)
    return chosen


# ------------------------------------------------------------------------------------------------ sources


def with_sources(judged: Judged, units: Sequence[Unit]) -> list[Unit]:
    """Each unit with its likeliest source. A source reaches no farther than the next attribution's content or cue."""
    others = {i for unit in units for i in unit.tokens} | {unit.cue for unit in units if unit.cue is not None}
    return [_with_source(judged, unit, frozenset(others)) for unit in units]


def _with_source(judged: Judged, unit: Unit, others: frozenset[int]) -> Unit:
    if unit.cue is None:
        return unit
    view = spans.view_cue(judged.reading, unit.cue, judged.likely)
    found = sources.best_source(judged.weights, view, unit.tokens)
    if found is None or found[1] < _SOURCE_LEAST:
        quoted = _quoted_side(judged.reading, unit)
        found = sources.best_source(judged.weights, view, quoted.tokens) if quoted is not None else None
        if quoted is None or found is None or found[1] < _SOURCE_SURE:
            return unit
        unit = quoted
    return replace(unit, source=sources.source_span(view, found[0], unit.tokens, others), source_head=found[0])


def _quoted_side(reading: Reading, unit: Unit) -> Unit | None:
    """The unit less the sides that are no quotation, where one is: what was taken for content may be who said it."""
    quoted = tuple(r for r in unit.content if all(reading.quoted[r[0] : r[1] + 1]))
    return replace(unit, content=quoted) if 0 < len(quoted) < len(unit.content) else None
