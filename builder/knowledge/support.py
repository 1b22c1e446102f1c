"""How many independent sources a claim rests on.

Passages of one source are one; so are sources that pass on the same agency's or outlet's report, that outlet itself
included, unless one of them does so in part only; so are printings of one utterance, however many outlets carry it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from builder.knowledge.groups import Union
from builder.knowledge.urls import ref_of
from builder.model.claims import Claim, Evidence, Occurrence, Quote, Ref, Source
from builder.model.ids import SourceId, slugify

_Printings = Mapping[SourceId, Sequence[tuple[Occurrence, str]]]


def support_of(claims: Iterable[Claim], sources: Iterable[Source], quotes: Iterable[Quote]) -> Mapping[Ref, int]:
    """For every claim the number of independent sources; 0 for a gap."""
    origins = origins_of(sources)
    printings: dict[SourceId, list[tuple[Occurrence, str]]] = defaultdict(list)
    for quote in quotes:
        for printing in quote.occurrences:
            printings[printing.source].append((printing, quote.id))
    return {ref_of(claim): independent(_standing_behind(claim), origins, printings) for claim in claims}


def _standing_behind(claim: Claim) -> Sequence[Evidence]:
    """The passages that say what the claim says, those that only date it or name the speaker left out."""
    return tuple(passage for passage in claim.evidence if passage not in claim.beside)


def origins_of(sources: Iterable[Source]) -> Mapping[SourceId, SourceId]:
    """For every source the one that stands for all that carry the same report."""
    same: Union[SourceId] = Union()
    relayed: dict[str, list[SourceId]] = defaultdict(list)
    outlets: dict[str, list[SourceId]] = defaultdict(list)
    known = sorted(sources, key=lambda source: source.id)
    for source in known:
        if source.relays and not source.relays_part:
            relayed[slugify(source.relays)].append(source.id)
        if source.outlet:
            outlets[slugify(source.outlet)].append(source.id)
    for name, carriers in relayed.items():
        for other in (*carriers, *outlets[name]):
            same.join(carriers[0], other)
    return {source.id: same.root(source.id) for source in known}


def independent(evidence: Sequence[Evidence], origins: Mapping[SourceId, SourceId], printings: _Printings) -> int:
    """The number of groups that the passages fall into."""
    same: Union[str] = Union()
    roots = []
    for passage in evidence:
        origin = f"source {origins.get(passage.source, passage.source)}"
        roots.append(origin)
        for printing, utterance in printings.get(passage.source, ()):
            if _is_of(passage, printing):
                same.join(origin, f"utterance {utterance}")
    return len({same.root(root) for root in roots})


def _is_of(passage: Evidence, printing: Occurrence) -> bool:
    """Whether most of the one is in the other: a piece of the utterance, or the utterance within its sentence."""
    shared = min(passage.end, printing.end) - max(passage.start, printing.start)
    return shared > 0 and shared * 2 >= min(len(passage.text), printing.end - printing.start)
