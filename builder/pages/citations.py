"""Which claims rest on which paragraphs of which source."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from builder.knowledge.excerpts import passages_of
from builder.knowledge.references import all_claims
from builder.model.claims import Claim
from builder.model.ids import SourceId
from builder.model.knowledge import Excerpt, Knowledge


@dataclass(frozen=True, slots=True)
class Citation:
    """That a claim rests on a passage."""

    excerpt: Excerpt
    claim: Claim


def citations(knowledge: Knowledge) -> Mapping[SourceId, tuple[Citation, ...]]:
    """Every citation, by source, in the order of the passages."""
    found: dict[SourceId, list[Citation]] = defaultdict(list)
    for claim in all_claims(knowledge.claims):
        for passage in passages_of((claim,)):
            found[passage.source].append(Citation(knowledge.excerpts[passage], claim))
    return {source: tuple(sorted(row, key=lambda c: c.excerpt.evidence)) for source, row in found.items()}
