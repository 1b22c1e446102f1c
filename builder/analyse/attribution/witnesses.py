"""The second look at who said it: beside the article's other sources, those of the attributions around it first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.analyse.attribution import adrift, sources, spans
from builder.analyse.attribution.judged import Judged, Range, Unit
from builder.analyse.attribution.reading import NAME_TYPES, Reading, dep_code, tag_code, word_class

_NONE = -1.0
_OWN_TRIED = 4
_LEAST_DIRECT = 0.45
_LEAST = 0.15
_DIRECT_SHARE = 0.8  # of the words between double marks
_LEAST_OWN = 0.003
_FEW = 8  # attributions back and forth
_FIRST_PERSON = frozenset(("i", "we", "my", "our", "me", "us"))

OWN, BEFORE, EARLIER, AFTER, SIGNED, SUBJECT = range(6)
"""Where a candidate comes from: the unit's own cue, the attribution before, the one before that by somebody else, the next
one, a signature after a dash, the subject of the sentence before."""


@dataclass(frozen=True)
class Scene:
    """The attributions of an article in order, with how often each word was the head of a source there."""

    judged: Judged
    units: tuple[Unit, ...]
    named: Counter[str]
    said: frozenset[int]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around one attribution: the nearest others that have a source."""

    unit: Unit
    start: int
    before: Unit | None
    earlier: Unit | None
    after: Unit | None
    own: tuple[tuple[int, float], ...]


def set_scene(judged: Judged, units: Sequence[Unit]) -> Scene:
    """`units` with the sources of the first look."""
    ordered = tuple(sorted(units, key=lambda u: (u.content[0][0], u.content)))
    tokens = judged.reading.tokens
    named = Counter(tokens[u.source_head].lemma for u in ordered if u.source_head is not None)
    return Scene(judged, ordered, named, frozenset(i for u in ordered for i in u.tokens))


def look_around(scene: Scene, n: int) -> Around:
    """The neighbours of the nth unit, and its own candidates, likeliest first."""
    unit = scene.units[n]
    tokens = scene.judged.reading.tokens
    back = [u for u in scene.units[max(0, n - _FEW) : n] if u.source_head is not None][::-1]
    before = back[0] if back else None
    lemma = tokens[before.source_head].lemma if before and before.source_head is not None else ""
    earlier = next((u for u in back if u.source_head is not None and tokens[u.source_head].lemma != lemma), None)
    after = next((u for u in scene.units[n + 1 : n + 1 + _FEW] if u.source_head is not None), None)
    return Around(unit, unit.content[0][0], before, earlier, after, tuple(_own(scene.judged, unit)))


def _own(judged: Judged, unit: Unit) -> Iterator[tuple[int, float]]:
    if unit.cue is None:
        return
    view = spans.view_cue(judged.reading, unit.cue, judged.likely)
    for head, chance in sources.ranked_sources(judged.weights, view, unit.tokens)[:_OWN_TRIED]:
        if chance >= _LEAST_OWN:
            yield head, chance


def candidates(scene: Scene, around: Around) -> dict[int, set[int]]:
    """Each candidate's head with all the places that it comes from."""
    found: dict[int, set[int]] = {head: {OWN} for head, _ in around.own}
    for origin, unit in ((BEFORE, around.before), (EARLIER, around.earlier), (AFTER, around.after)):
        if unit is not None and unit.source_head is not None:
            found.setdefault(unit.source_head, set()).add(origin)
    reading = scene.judged.reading
    for origin, head in (
        (SIGNED, adrift.signature(reading, around.unit.content[-1][1])),
        (SUBJECT, adrift.subject_before(reading, around.start)),
    ):
        if head is not None:
            found.setdefault(head, set()).add(origin)
    return {head: origins for head, origins in found.items() if head not in around.unit.tokens}


def witness_features(scene: Scene, around: Around, head: int, origins: set[int]) -> list[float]:
    """What tells whether the candidate is who said it. The order is the learnt one."""
    reading = scene.judged.reading
    tokens, parse = reading.tokens, reading.parse
    token = tokens[head]
    chances = dict(around.own)
    chance = chances.get(head, 0.0)
    ranks = [h for h, _ in around.own]
    return [
        chance,
        ranks.index(head) if head in chances else _NONE,
        chance - max((c for h, c in around.own if h != head), default=0.0),
        len(ranks),
        *(origin in origins for origin in range(6)),
        head - around.start,
        _NONE if around.unit.cue is None else head - around.unit.cue,
        parse.paragraph_of[head] - parse.paragraph_of[around.start],
        parse.sentence_of[head] - parse.sentence_of[around.start],
        tag_code(token),
        dep_code(token),
        token.ent == "PERSON",
        token.ent in NAME_TYPES,
        *reading.heads.of(token.lemma),
        reading.quoted[head],
        head in scene.said,
        scene.named[token.lemma],
        scene.named[token.lemma] / max(1, len(scene.units)),
        *_unit_features(reading, around.unit),
        *_neighbour(reading, around, around.before),
        *_neighbour(reading, around, around.after),
        _same(reading, around.before, around.after),
        around.before is not None and _lemma(reading, around.before) == token.lemma,
        around.after is not None and _lemma(reading, around.after) == token.lemma,
    ]


def _unit_features(reading: Reading, unit: Unit) -> Iterator[float]:
    first, last = unit.content[0][0], unit.content[-1][1]
    words = _words(reading, unit)
    start, end = reading.parse.paragraphs[reading.parse.paragraph_of[first]]
    yield unit.score
    yield _NONE if unit.cue is None else reading.cue_share[unit.cue]
    yield _NONE if unit.cue is None else tag_code(reading.tokens[unit.cue])
    yield _NONE if unit.cue is None else dep_code(reading.tokens[unit.cue])
    yield _NONE if unit.cue is None else unit.cue - first
    yield _NONE if unit.cue is None else reading.subject(unit.cue) is not None
    yield _quoted_share(reading, unit)
    yield len(words)
    yield len(unit.content)
    yield first - start
    yield end - 1 - last
    yield word_class(reading.tokens[last])
    yield sum(reading.tokens[i].text.lower() in _FIRST_PERSON for i in words)


def _words(reading: Reading, unit: Unit) -> list[int]:
    return [i for i in sorted(unit.tokens) if reading.tokens[i].pos != "PUNCT"]


def _quoted_share(reading: Reading, unit: Unit) -> float:
    words = _words(reading, unit)
    return sum(reading.quoted[i] for i in words) / max(1, len(words))


def _neighbour(reading: Reading, around: Around, unit: Unit | None) -> Iterator[float]:
    if unit is None:
        yield from (_NONE,) * 5
        return
    parse, at = reading.parse, unit.content[0][0]
    yield parse.paragraph_of[at] - parse.paragraph_of[around.start]
    yield parse.sentence_of[at] - parse.sentence_of[around.start]
    yield any(reading.quoted[first] or reading.quoted[last] for first, last in unit.content)
    yield unit.score
    yield tag_code(reading.tokens[unit.source_head]) if unit.source_head is not None else _NONE


def _lemma(reading: Reading, unit: Unit) -> str:
    return "" if unit.source_head is None else reading.tokens[unit.source_head].lemma


def _same(reading: Reading, one: Unit | None, other: Unit | None) -> bool:
    return one is not None and other is not None and _lemma(reading, one) == _lemma(reading, other)


def with_witnesses(judged: Judged, units: Sequence[Unit]) -> list[Unit]:
    """Each unit with the likeliest source of all that come into question, or without one."""
    scene = set_scene(judged, units)
    others = {i for unit in units for i in unit.tokens} | {unit.cue for unit in units if unit.cue is not None}
    return [_settled(scene, n, frozenset(others)) for n in range(len(scene.units))]


def _settled(scene: Scene, n: int, others: frozenset[int]) -> Unit:
    around = look_around(scene, n)
    found = candidates(scene, around)
    if not found:
        return around.unit
    heads = sorted(found)
    rows = [witness_features(scene, around, head, found[head]) for head in heads]
    chances = scene.judged.weights.forests["witness"].chances(rows)[:, 0].tolist()
    best = max(range(len(heads)), key=chances.__getitem__)
    least = _LEAST_DIRECT if _quoted_share(scene.judged.reading, around.unit) >= _DIRECT_SHARE else _LEAST
    if chances[best] < least:
        return replace(around.unit, source=None, source_head=None)
    head = heads[best]
    return replace(around.unit, source=_span(scene, around, head, others), source_head=head)


def _span(scene: Scene, around: Around, head: int, others: frozenset[int]) -> Range:
    unit = around.unit
    if unit.source_head == head and unit.source is not None:
        return unit.source
    known = next((u for u in scene.units if u.source_head == head and u.source is not None), None)
    if known is not None and known.source is not None:
        return known.source
    stop = unit.tokens | ({unit.cue} if unit.cue is not None else frozenset())
    return sources.phrase(scene.judged.reading, head, sources.without_reports(scene.judged.reading, head, others), stop)
