"""What somebody is reported to have said: "was seen as praising its ‘quiet water’", "is said to have called it “a raft”".

The passive tells how it is known, the verb below it what was said; who said it is the subject of the passive. Only for quoted
words that nothing else has claimed, or only the passive with no source.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.analyse.attribution import sources
from builder.analyse.attribution.judged import Judged, Unit
from builder.analyse.attribution.quotemarks import Quoted
from builder.analyse.attribution.reading import Reading
from builder.analyse.lexicons import word_list

_FARTHEST = 6  # steps up the tree from the quoted words
_LEAST_WORDS = 2  # one word between marks is held at a distance, and not said


@dataclass(frozen=True, slots=True)
class Report:
    """The verb that tells what somebody said, the passive above it, and the head of that passive's subject."""

    verb: int
    passive: int
    subject: int


def settle_hearsay(judged: Judged, units: Sequence[Unit]) -> list[Unit]:
    """The units with what is reported of somebody added, or put in the place of a unit that names nobody."""
    settled = list(units)
    for stretch in judged.reading.marks.stretches:
        found = _reported(judged.reading, stretch) if stretch.last - stretch.first > _LEAST_WORDS else None
        if found is None:
            continue
        unit = _unit(judged, stretch, found)
        reach = unit.tokens | {found.verb}
        touching = [u for u in settled if not reach.isdisjoint(u.tokens) or u.cue in reach]
        if all(_is_the_same(judged.reading, u, found) for u in touching):
            settled = [u for u in settled if u not in touching] + [unit]
    return settled


def _unit(judged: Judged, stretch: Quoted, found: Report) -> Unit:
    content = _content(judged.reading, found.verb, stretch)
    stop = frozenset((*range(content[0], content[1] + 1), found.verb, found.passive))
    source = sources.phrase(judged.reading, found.subject, judged.reading.parse.edges[found.subject], stop)
    return Unit(found.verb, (content,), source, found.subject, score=judged.likely[found.verb])


def _is_the_same(reading: Reading, unit: Unit, found: Report) -> bool:
    """Whether the unit takes the passive for its cue and reaches no farther than the passive's clause.

    It names nobody, or takes who spoke for a part of what was said.
    """
    first, last = reading.parse.edges[found.passive]
    inside = all(first <= r[0] and r[1] <= last for r in unit.content)
    return unit.cue == found.passive and (unit.source_head is None or found.subject in unit.tokens) and inside


def _reported(reading: Reading, stretch: Quoted) -> Report | None:
    """The verb that the quoted words hang on, with the passive above it."""
    tokens = reading.tokens
    top = min(range(stretch.first, stretch.last + 1), key=lambda i: reading.depth[i])
    for step, verb in enumerate(reading.ancestors(top)):
        if step > _FARTHEST:
            break
        if tokens[verb].pos != "VERB" or verb > stretch.first:
            continue
        above = passive_above(reading, verb)
        subject = reading.subject(above) if above is not None else None
        if above is not None and subject is not None and subject < verb:
            return Report(verb, above, subject)
        if tokens[verb].dep not in ("conj", "advcl", "ccomp"):
            break
    return None


def passive_above(reading: Reading, verb: int) -> int | None:
    """The observing verb in the passive whose complement the verb is."""
    tokens = reading.tokens
    head = tokens[verb].head
    if tokens[verb].dep == "pcomp" and tokens[head].lemma == "as":
        head = tokens[head].head
    elif tokens[verb].dep != "xcomp":
        return None
    passive = any(tokens[c].dep == "auxpass" for c in reading.parse.children[head])
    return head if passive and tokens[head].lemma in word_list("manners", "observing") else None


def _content(reading: Reading, verb: int, stretch: Quoted) -> tuple[int, int]:
    """What stands after the verb and hangs on it, without the marks at its end; the quoted words at the least."""
    tokens = reading.tokens
    last = max(reading.parse.edges[verb][1], stretch.last)
    while last > stretch.last and tokens[last].dep == "punct":
        last -= 1
    return verb + 1, last
