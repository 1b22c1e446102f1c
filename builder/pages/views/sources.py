"""The index of sources, and a source's page: what is known, what is cited and what rests on it."""

from collections import defaultdict
from dataclasses import dataclass

from builder.knowledge import urls
from builder.knowledge.references import sentence_of
from builder.model.claims import Claim, Rights, Source
from builder.model.knowledge import Excerpt
from builder.pages import wording
from builder.pages.citations import Citation
from builder.pages.markdown import Md, address
from builder.pages.marking import Segment, segments
from builder.pages.views.common import Desk, Fact, Head, Link, TaggedLink, home_crumb, title_of
from builder.pages.views.evidence import SourceDate, passage_link, source_date, stretches
from builder.pages.views.links import facts


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of the index."""

    source: Link
    outlet: str
    date: SourceDate
    timing: str
    cited: str
    share: str


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """What `sources.md.jinja` receives."""

    head: Head
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the source: what of it is shown, and the records that rest on it."""

    anchor: str
    number: str
    stretches: tuple[tuple[Segment, ...], ...]
    also_at: tuple[Link, ...]
    records: tuple[TaggedLink, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What `source.md.jinja` receives. `original` is the target of a link to another host, or None."""

    head: Head
    anchor: str
    title: str
    date: SourceDate
    facts: tuple[Fact, ...]
    original: Md | None
    note: str | None
    whole: bool
    hidden: bool
    passages: tuple[Passage, ...]


def sources_page(desk: Desk) -> SourcesPage:
    """Every source, earliest first."""
    words = wording.WORDS
    return SourcesPage(
        head=Head(words["sources"], words["sources_lead"], crumbs=home_crumb(desk)),
        rows=tuple(_row(desk, source) for source in desk.knowledge.sources),
    )


def source_page(desk: Desk, source: Source) -> SourcePage:
    """The page of a source. Article text is searched for through the records that rest on it, not here."""
    words = wording.WORDS
    return SourcePage(
        head=Head(
            title_of(source),
            wording.described(title_of(source), words["source_lead"]),
            section=words["sources"],
            crumbs=(*home_crumb(desk), desk.to_page(urls.page_path(urls.Section.SOURCES), words["sources"])),
        ),
        anchor=source.id,
        title=title_of(source),
        date=source_date(source),
        facts=_facts(desk, source),
        original=address(source.link) if source.link else None,
        note=source.note,
        whole=source.rights is Rights.FULL,
        hidden=source.rights is Rights.NONE,
        passages=_passages(desk, source),
    )


def _row(desk: Desk, source: Source) -> SourceRow:
    records = {urls.ref_of(citation.claim) for citation in desk.cited.get(source.id, ())}
    return SourceRow(
        source=desk.source(source.id),
        outlet=source.outlet or wording.WORDS["outlet_unknown"],
        date=source_date(source),
        timing=wording.TIMING[source.timing],
        cited=wording.counted(len(records), "record"),
        share=wording.share(desk.knowledge.shares.get(source.id, 0.0)),
    )


def _facts(desk: Desk, source: Source) -> tuple[Fact, ...]:
    """What is known and, in the same words everywhere, what is not."""
    unknown = wording.WORDS["not_known"]
    return facts(
        ("outlet", (source.outlet or unknown,)),
        ("authors", source.authors or (unknown,)),
        ("timing", (wording.TIMING[source.timing],)),
        (_relays(source), (source.relays,) if source.relays else ()),
        ("language", (source.language,)),
        ("words", (wording.counted(source.words, "word"),)),
        ("rights", (wording.RIGHTS[source.rights], wording.share(desk.knowledge.shares.get(source.id, 0.0)))),
        ("file", (source.file,)),
        ("sha256", (source.sha256,)),
    )


def _relays(source: Source) -> str:
    """The label for whose report it passes on, in whole or, where the source's record says so, in part."""
    return "relays_part" if source.relays_part else "relays"


def _passages(desk: Desk, source: Source) -> tuple[Passage, ...]:
    """Cited paragraphs in order, those that print a cited passage again, and all of them where the text is free."""
    cited = desk.cited.get(source.id, ())
    by_paragraph: dict[int, list[Citation]] = defaultdict(list)
    for citation in cited:
        by_paragraph[citation.excerpt.paragraph].append(citation)
    again: dict[int, set[int]] = defaultdict(set)
    for citation in cited:
        for number in citation.excerpt.also_at:
            again[number].add(citation.excerpt.paragraph)
    numbers = {*by_paragraph, *again}
    if source.rights is Rights.FULL:
        numbers.update(block.number for block in desk.knowledge.texts[source.id].blocks)
    return tuple(_passage(desk, source, n, by_paragraph[n], again[n]) for n in sorted(numbers))


def _passage(desk: Desk, source: Source, number: int, cited: list[Citation], again: set[int]) -> Passage:
    excerpts = [citation.excerpt for citation in cited]
    also = sorted(again.union(*(excerpt.also_at for excerpt in excerpts)) - {number})
    return Passage(
        anchor=urls.passage_anchor(number),
        number=wording.paragraph(number),
        stretches=_shown(desk, source, number, excerpts),
        also_at=tuple(passage_link(desk, source, n) for n in also),
        records=_records(desk, [citation.claim for citation in cited]),
    )


def _shown(desk: Desk, source: Source, number: int, excerpts: list[Excerpt]) -> tuple[tuple[Segment, ...], ...]:
    if source.rights is Rights.FULL:
        text = desk.knowledge.texts[source.id]
        marks = [excerpt.evidence.span for excerpt in excerpts]
        return (segments(text.text, text.blocks[number - 1].words, marks),)
    return stretches(desk, excerpts) if excerpts else _printed_again(desk, source, number)


def _printed_again(desk: Desk, source: Source, number: int) -> tuple[tuple[Segment, ...], ...]:
    """Of a paragraph that only prints again what is cited elsewhere: those words, unmarked; with its marks if it is all of it."""
    text = desk.knowledge.texts[source.id]
    words = text.blocks[number - 1].words
    places = (repeat.place for repeat in text.repeats if words.holds(repeat.place))
    return tuple(
        segments(text.text, words if len(words) - len(place) <= len("“” …") else place, []) for place in places
    )


def _records(desk: Desk, claims: list[Claim]) -> tuple[TaggedLink, ...]:
    """The records that rest on a paragraph, each once, by kind and id."""
    once = {urls.ref_of(claim): claim for claim in claims}
    return tuple(TaggedLink(desk.to(ref, sentence_of(once[ref])), wording.KIND_ONE[ref.kind]) for ref in sorted(once))
