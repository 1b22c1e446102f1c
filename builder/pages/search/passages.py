"""The paragraphs of an article as far as the site prints them: found when no record says it."""

from collections import defaultdict
from collections.abc import Iterator

from builder.knowledge.shares import printed_span
from builder.knowledge.urls import passage_url
from builder.model.claims import Evidence, Rights, Source
from builder.model.knowledge import Knowledge
from builder.model.text import Block, SourceText, Span
from builder.pages import wording
from builder.pages.search.document import Document, Facet
from builder.pages.search.named import Names
from builder.pages.views.common import title_of

PASSAGE_WEIGHT = 0.6


def passages_of_source(knowledge: Knowledge, source: Source, names: Names) -> Iterator[Document]:
    """A document for each paragraph that the source's page shows; none where its words may not be published."""
    if source.rights is Rights.NONE:
        return
    text = knowledge.texts[source.id]
    for block, shown in _shown(knowledge, source, text):
        passages = [Evidence(source.id, span.start, span.end, text.text[span.start : span.end]) for span in shown]
        yield Document(
            facet=Facet.PASSAGES,
            url=passage_url(source, block.number),
            title=f"{source.label}, {wording.paragraph(block.number)}",
            about=title_of(source),
            text=f" {wording.WORDS['neighbours_cut']} ".join(" ".join(passage.text.split()) for passage in passages),
            named=names.in_passages(passages),
            weight=PASSAGE_WEIGHT,
        )


def _shown(knowledge: Knowledge, source: Source, text: SourceText) -> Iterator[tuple[Block, tuple[Span, ...]]]:
    """The cited paragraphs, each with what of it is printed; all of all of them where the text is free."""
    if source.rights is Rights.FULL:
        yield from ((block, (block.words,)) for block in text.body())
        return
    printed: dict[int, list[Span]] = defaultdict(list)
    for passage, excerpt in knowledge.excerpts.items():
        if passage.source == source.id:
            printed[excerpt.paragraph].extend(printed_span(excerpt))
    for number in sorted(printed):
        yield text.blocks[number - 1], _joined(printed[number])


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch made one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
