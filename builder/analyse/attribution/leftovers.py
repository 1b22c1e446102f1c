"""Quotations that no cue has claimed: they go on with the attribution before them, stand by themselves, or say nothing."""

from collections.abc import Sequence
from dataclasses import replace

from builder.analyse.attribution import adrift, sources, spans, utterances
from builder.analyse.attribution.adrift import Adrift, Claim, Neighbour
from builder.analyse.attribution.judged import Judged, Unit
from builder.analyse.attribution.quotemarks import Quoted
from builder.analyse.attribution.reading import Reading

_UTTERANCE_LEAST = 0.8
_CUE_LEAST = 0.2
_GOES_ON_LEAST = 0.4
_CLAIM_LEAST = 0.6


def settle_leftovers(judged: Judged, units: Sequence[Unit]) -> list[Unit]:
    """The units with what is left over joined to them or added."""
    settled = list(units)
    for stretch, chance in open_stretches(judged, units):
        beside = place(judged, settled, stretch, chance)
        unit = before(settled, stretch)
        if unit is not None and _goes_on(judged, beside):
            settled[settled.index(unit)] = joined(unit, stretch)
        elif _is_said(judged, settled, stretch, chance):
            settled.append(_alone(judged, settled, beside))
    return settled


def _is_said(judged: Judged, units: Sequence[Unit], stretch: Quoted, chance: float) -> bool:
    """Whether the quotation by itself or together with a cue beside it is likely enough to be something said."""
    if chance >= _UTTERANCE_LEAST:
        return True
    cue = cue_beside(judged, units, stretch)
    beside = judged.likely[cue] if cue is not None else 0.0
    return beside >= _CUE_LEAST and 1 - (1 - chance) * (1 - beside) >= _UTTERANCE_LEAST


def open_stretches(judged: Judged, units: Sequence[Unit]) -> list[tuple[Quoted, float]]:
    """The stretches between double marks that no unit touches, each with the chance that it is an utterance.

    One that goes on in the next paragraph is as likely as what it goes on with.
    """
    reading = judged.reading
    covered = {i for unit in units for i in unit.tokens}
    found = [
        q
        for doubles in reading.doubles
        for q in doubles
        if covered.isdisjoint(range(q.first, q.last + 1)) and not utterances.is_given_name(reading, q)
    ]
    if not found:
        return []
    rows = [utterances.utterance_features(reading, q, judged.likely) for q in found]
    chances = judged.weights.forests["utterance"].chances(rows)[:, 0].tolist()
    for n in range(len(found) - 2, -1, -1):
        if _leads_to(reading, found[n], found[n + 1]):
            chances[n] = max(chances[n], chances[n + 1])
    return list(zip(found, chances, strict=True))


def _leads_to(reading: Reading, stretch: Quoted, following: Quoted) -> bool:
    """Whether the stretch is left open at its paragraph's end, and the next paragraph opens with the other."""
    number = reading.parse.paragraph_of[stretch.last]
    return not stretch.closed and reading.parse.paragraphs[number][1] == following.first


def place(judged: Judged, units: Sequence[Unit], stretch: Quoted, chance: float) -> Adrift:
    """The quotation with the attributions around it."""
    last = before(units, stretch)
    head = last.source_head if last else None
    earlier = [u for u in units if _end(u) < stretch.first and u.source_head not in (None, head)]
    after = [u for u in units if _start(u) > stretch.last]
    return Adrift(
        stretch,
        chance,
        _neighbour(judged.reading, last),
        _neighbour(judged.reading, max(earlier, key=_end, default=None)),
        _neighbour(judged.reading, min(after, key=_start, default=None)),
    )


def joined(unit: Unit, stretch: Quoted) -> Unit:
    """The unit with the quotation: as one more stretch, or as the end of the last one where it follows it at once."""
    first, last = unit.content[-1]
    if last + 1 == stretch.first:
        return replace(unit, content=(*unit.content[:-1], (first, stretch.last)))
    return replace(unit, content=(*unit.content, (stretch.first, stretch.last)))


def own_claim(judged: Judged, cue: int | None, stretch: Quoted) -> Claim | None:
    """The source that the cue beside the quotation would have."""
    if cue is None:
        return None
    view = spans.view_cue(judged.reading, cue, judged.likely)
    found = sources.best_source(judged.weights, view, frozenset(range(stretch.first, stretch.last + 1)))
    return None if found is None else Claim(found[0], adrift.OWN, found[1])


def cue_beside(judged: Judged, units: Sequence[Unit], stretch: Quoted) -> int | None:
    """The likeliest cue beside the quotation that no unit uses."""
    taken = {i for unit in units for i in unit.tokens} | {unit.cue for unit in units if unit.cue is not None}
    return adrift.near_cue(judged.reading, stretch, judged.likely, frozenset(taken))


def _goes_on(judged: Judged, beside: Adrift) -> bool:
    if not adrift.may_go_on(judged.reading, beside):
        return False
    row = adrift.going_on_features(judged.reading, beside, judged.likely)
    return float(judged.weights.forests["going-on"].chances([row])[0, 0]) >= _GOES_ON_LEAST


def _alone(judged: Judged, units: Sequence[Unit], beside: Adrift) -> Unit:
    stretch = beside.stretch
    cue = cue_beside(judged, units, stretch)
    unit = Unit(cue, ((stretch.first, stretch.last),), score=beside.chance)
    found = adrift.claims(judged.reading, beside, own_claim(judged, cue, stretch))
    if not found:
        return unit
    rows = [adrift.claim_features(judged.reading, beside, claim, judged.likely) for claim in found]
    chances = judged.weights.forests["claim"].chances(rows)[:, 0].tolist()
    signed = next((n for n, claim in enumerate(found) if claim.origin == adrift.SIGNED), None)
    best = max(range(len(found)), key=chances.__getitem__) if signed is None else signed
    if signed is None and chances[best] < _CLAIM_LEAST:
        return unit
    head = found[best].head
    known = next((u for u in units if u.source_head == head), None)
    if known is not None:
        return replace(unit, source=known.source, source_head=head)
    edges = judged.reading.parse.edges[head]
    span = sources.phrase(judged.reading, head, edges, unit.tokens | {cue if cue is not None else -1})
    return replace(unit, source=span, source_head=head)


def before(units: Sequence[Unit], stretch: Quoted) -> Unit | None:
    """The attribution that ends last before the quotation."""
    return max((u for u in units if _end(u) < stretch.first), key=_end, default=None)


def _end(unit: Unit) -> int:
    return max(unit.content[-1][1], unit.cue if unit.cue is not None else -1)


def _start(unit: Unit) -> int:
    return min(unit.content[0][0], unit.cue if unit.cue is not None else unit.content[0][0])


def _neighbour(reading: Reading, unit: Unit | None) -> Neighbour | None:
    if unit is None:
        return None
    quotes = any(reading.quoted[first] or reading.quoted[last] for first, last in unit.content)
    sides = 0
    if unit.cue is not None:
        sides = any(last < unit.cue for _, last in unit.content) + 2 * any(r[0] > unit.cue for r in unit.content)
    return Neighbour(_start(unit), _end(unit), unit.cue, unit.source_head, unit.score, quotes, sides)
