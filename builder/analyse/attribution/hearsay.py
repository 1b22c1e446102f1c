"""What somebody is reported to have said: "was seen as praising its ‘quiet water’", "is said to have called it “a raft”".

The passive tells how it is known, the verb below it what was said; who said it is the subject of the passive. Only for quoted
words that nothing else has claimed.
"""

from collections.abc import Iterator, Sequence

from builder.analyse.attribution import sources
from builder.analyse.attribution.judged import Judged, Unit
from builder.analyse.attribution.quotemarks import Quoted
from builder.analyse.attribution.reading import Reading
from builder.analyse.lexicons import word_list

_FARTHEST = 6  # steps up the tree from the quoted words
_LEAST_WORDS = 2  # one word between single marks is held at a distance, and not said


def find_hearsay(judged: Judged, units: Sequence[Unit]) -> Iterator[Unit]:
    """The attributions that `units` do not touch."""
    reading = judged.reading
    taken = {i for unit in units for i in unit.tokens} | {unit.cue for unit in units if unit.cue is not None}
    for stretch in reading.marks.stretches:
        if stretch.last - stretch.first - 1 < _LEAST_WORDS or not taken.isdisjoint(range(stretch.first, stretch.last)):
            continue
        found = _reported(reading, stretch)
        if found is None or not taken.isdisjoint(found):
            continue
        verb, subject = found
        content = _content(reading, verb, stretch)
        if not taken.isdisjoint(range(content[0], content[1] + 1)):
            continue
        taken |= {*range(content[0], content[1] + 1), verb}
        stop = frozenset((*range(content[0], content[1] + 1), verb))
        source = sources.phrase(reading, subject, reading.parse.edges[subject], stop)
        yield Unit(verb, (content,), source, subject, score=judged.likely[verb])


def _reported(reading: Reading, stretch: Quoted) -> tuple[int, int] | None:
    """The verb that the quoted words hang on and the subject of the passive above it."""
    tokens = reading.tokens
    top = min(range(stretch.first, stretch.last + 1), key=lambda i: reading.depth[i])
    for step, verb in enumerate(reading.ancestors(top)):
        if step > _FARTHEST:
            break
        if tokens[verb].pos != "VERB" or verb > stretch.first:
            continue
        above = _passive_above(reading, verb)
        subject = reading.subject(above) if above is not None else None
        if subject is not None and subject < verb:
            return verb, subject
        if tokens[verb].dep not in ("conj", "advcl"):
            break
    return None


def _passive_above(reading: Reading, verb: int) -> int | None:
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
