"""The paragraphs of an article as far as the site prints them: found when no record says it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from builder.knowledge.shares import printed_span
from builder.knowledge.urls import passage_url
from builder.model.claims import Rights, Source, evidence_at
from builder.model.ids import SourceId
from builder.model.knowledge import Knowledge
from builder.model.text import Block, SourceText, Span
from builder.pages import wording
from builder.pages.marking import merge
from builder.pages.search.document import Document, Facet
from builder.pages.search.named import Names
from builder.pages.views.common import title_of

PASSAGE_WEIGHT = 0.6


def passages(knowledge: Knowledge, names: Names) -> Iterator[Document]:
    """A document for each paragraph that a source's page shows; none where its words may not be published."""
    printed = _printed(knowledge)
    for source in knowledge.sources:
        if source.rights is not Rights.NONE:
            yield from _of_source(source, knowledge.texts[source.id], printed.get(source.id, {}), names)


def _printed(knowledge: Knowledge) -> Mapping[SourceId, Mapping[int, list[Span]]]:
    """What the site prints of each paragraph of each source."""
    printed: dict[SourceId, dict[int, list[Span]]] = {}
    for passage, excerpt in knowledge.excerpts.items():
        paragraphs = printed.setdefault(passage.source, defaultdict(list))
        paragraphs[excerpt.paragraph].extend(printed_span(excerpt))
    return printed


def _of_source(source: Source, text: SourceText, printed: Mapping[int, list[Span]], names: Names) -> Iterator[Document]:
    for block, shown in _shown(source, text, printed):
        slices = [evidence_at(text, span) for span in shown]
        yield Document(
            facet=Facet.PASSAGES,
            url=passage_url(source, block.number),
            title=f"{source.label}, {wording.paragraph(block.number)}",
            about=title_of(source),
            text=f" {wording.WORDS['neighbours_cut']} ".join(" ".join(each.text.split()) for each in slices),
            named=names.in_passages(slices),
            weight=PASSAGE_WEIGHT,
        )


def _shown(
    source: Source, text: SourceText, printed: Mapping[int, list[Span]]
) -> Iterator[tuple[Block, tuple[Span, ...]]]:
    """The cited paragraphs, each with what of it is printed; all of all of them where the text is free."""
    if source.rights is Rights.FULL:
        yield from ((block, (block.words,)) for block in text.body())
        return
    for number in sorted(printed):
        yield text.blocks[number - 1], merge(printed[number])
