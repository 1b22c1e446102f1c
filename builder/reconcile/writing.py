"""Evidence → the words an editor would write for it, which lead back to the very same places."""

from collections.abc import Iterator, Mapping, Sequence

from builder.model.claims import Evidence
from builder.model.ids import SourceId
from builder.model.text import SourceText
from builder.reconcile.context import words_beside
from builder.reconcile.evidence import resolve_evidence
from builder.records.place import NOWHERE
from builder.records.schema import WrittenEvidence

_COUNTS = (1, 2, 3, 4, 6, 9, 14, 24, 40)


def write_evidence(parts: Sequence[Evidence], texts: Mapping[SourceId, SourceText]) -> WrittenEvidence | None:
    """The parts of one passage as written evidence, with as few words of context as tell it from its twins.

    None where no context does: the words stand twice in the same surroundings, or the parts are no passage.
    """
    wanted = tuple(parts)
    for written in _ways(wanted, texts[wanted[0].source]):
        if resolve_evidence(written, texts).evidence == wanted:
            return written
    return None


def _ways(parts: tuple[Evidence, ...], text: SourceText) -> Iterator[WrittenEvidence]:
    words = tuple(" ".join(part.text.split()) for part in parts)
    yield WrittenEvidence(at=NOWHERE, source=text.id, text=words)
    for count in _COUNTS:
        before = words_beside(text, parts[0].span, "before", count) or None
        after = words_beside(text, parts[-1].span, "after", count) or None
        for one, other in ((before, None), (None, after), (before, after)):
            if one or other:
                yield WrittenEvidence(at=NOWHERE, source=text.id, text=words, before=one, after=other)
