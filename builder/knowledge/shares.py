"""How much of each article the site prints."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from builder.model.claims import Rights, Source
from builder.model.ids import SourceId
from builder.model.knowledge import Excerpt, Mention
from builder.model.text import SourceText, Span, union_length


def shares_of(
    sources: Iterable[Source],
    texts: Mapping[SourceId, SourceText],
    excerpts: Iterable[Excerpt],
    mentions: Iterable[Mention],
) -> Mapping[SourceId, float]:
    """For every source the part, 0 to 1, of its running text's code points that stands somewhere on the site."""
    printed: dict[SourceId, list[Span]] = defaultdict(list)
    for excerpt in excerpts:
        printed[excerpt.evidence.source].extend(printed_span(excerpt))
    for mention in mentions:
        printed[mention.source].append(mention.shown)
    return {
        source.id: _share(source.rights, texts[source.id], printed[source.id])
        for source in sources
        if source.id in texts
    }


def printed_span(excerpt: Excerpt) -> Iterator[Span]:
    """What of the article the excerpt shows: passage and neighbours."""
    yield excerpt.evidence.span
    if excerpt.before:
        yield excerpt.before
    if excerpt.after:
        yield excerpt.after


def _share(rights: Rights, text: SourceText, printed: Iterable[Span]) -> float:
    if rights is Rights.NONE:
        return 0.0
    if rights is Rights.FULL:
        return 1.0
    running = [block.words for block in text.body()]
    whole = sum(len(words) for words in running)
    shown = union_length(part for span in printed for words in running if (part := span.intersection(words)))
    return round(shown / whole, 4) if whole else 0.0
