"""What several sources say of the same thing, brought together: one utterance one quote, figures of a group compared."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from builder.knowledge.conflicts import figure_conflicts, speaker_conflicts
from builder.knowledge.utterances import fuse_quotes
from builder.model.claims import Claims, Disagreement, Review, Source
from builder.model.ids import SourceId, content_hash
from builder.model.issues import Issue
from builder.model.text import SourceText
from builder.records.schema import Decision


def fuse(
    claims: Claims, sources: Iterable[Source], texts: Mapping[SourceId, SourceText], decisions: Iterable[Decision]
) -> tuple[Claims, tuple[Issue, ...]]:
    """The claims with each utterance once and an automatic disagreement wherever sources differ and no editor says so.

    Claims of sources that are not among `sources` are left as they are.
    """
    known = {source.id: texts[source.id] for source in sources if source.id in texts}
    quotes, issues = fuse_quotes(claims.quotes, decisions)
    editors = [record for record in claims.disagreements if record.review is Review.EDITOR]
    found = (
        *figure_conflicts([f for f in claims.figures if all(e.source in known for e in f.evidence)], editors, known),
        *speaker_conflicts([q for q in quotes if all(o.source in known for o in q.occurrences)], editors, known),
    )
    added = _with_free_ids([each for each in found if isinstance(each, Disagreement)], claims.disagreements)
    disagreements = tuple(sorted((*claims.disagreements, *added), key=lambda record: record.id))
    faults = (*issues, *(each for each in found if isinstance(each, Issue)))
    return replace(claims, quotes=quotes, disagreements=disagreements), tuple(sorted(faults))


def _with_free_ids(added: Sequence[Disagreement], present: Iterable[Disagreement]) -> list[Disagreement]:
    """The automatic disagreements; one whose id an editor uses gets the digits of its words added."""
    taken = {old for record in present for old in (record.id, *record.formerly)}
    return [
        replace(record, id=f"{record.id}-{content_hash(_words(record))}") if record.id in taken else record
        for record in added
    ]


def _words(record: Disagreement) -> str:
    return "\n".join(version.statement for version in record.versions)
