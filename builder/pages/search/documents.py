"""Every possible hit: records, issues, parties and sources, then landing pages, then published paragraphs of the articles."""

from collections.abc import Iterator
from dataclasses import replace

from builder.knowledge.references import all_claims
from builder.knowledge.urls import Section, page_path, page_url, ref_of
from builder.model.claims import Kind, Ref, Review, Source
from builder.model.knowledge import Knowledge, Party, Topic
from builder.model.printed_dates import day_in_words
from builder.pages import wording
from builder.pages.search.document import Document, Facet
from builder.pages.search.named import names_in
from builder.pages.search.passages import passages
from builder.pages.search.records import Shelf, record
from builder.pages.views.common import title_of

AUTOMATIC = 0.9
"""What an automatic record weighs against an editor's."""

_LANDING = (
    (Section.POSITIONS, "positions"),
    (Section.TOPICS, "issues"),
    (Section.AGREEMENTS, "agreements"),
    (Section.ACTORS, "actors"),
    (Section.QUOTES, "quotes"),
    (Section.EXPERTS, "experts"),
    (Section.TIMELINE, "timeline"),
    (Section.FIGURES, "figures"),
    (Section.DISAGREEMENTS, "disagreements"),
    (Section.DEFECTS, "defects"),
    (Section.GLOSSARY, "glossary"),
    (Section.SOURCES, "sources"),
    (Section.ABOUT, "about"),
)


def documents(knowledge: Knowledge, hand_written: tuple[tuple[str, str], ...]) -> tuple[Document, ...]:
    """All documents, the most important first: by facet in its order, then by weight, then by address.

    `hand_written` names the pages about the site itself, each by path and title.
    """
    names = names_in(knowledge)
    shelf = Shelf(
        knowledge,
        {source.id: source for source in knowledge.sources},
        {party.id: party for party in knowledge.subject.parties},
        {topic.id: topic for topic in knowledge.subject.topics},
        names,
    )
    found = (
        *(_party(knowledge, party) for party in knowledge.subject.parties),
        *(_topic(knowledge, topic) for topic in knowledge.subject.topics),
        *(_source(knowledge, source) for source in knowledge.sources),
        *_records(shelf),
        *_landing_pages(),
        *_pages(hand_written),
        *passages(knowledge, names),
    )
    order = {facet: number for number, facet in enumerate(Facet)}
    return tuple(sorted(found, key=lambda hit: (order[hit.facet], -hit.weight, hit.url, hit.title)))


def _records(shelf: Shelf) -> Iterator[Document]:
    for claim in all_claims(shelf.knowledge.claims):
        hit = record(claim, shelf)
        yield replace(hit, weight=round(hit.weight * AUTOMATIC, 3)) if claim.review is Review.AUTO else hit


def _party(knowledge: Knowledge, party: Party) -> Document:
    return Document(
        facet=Facet.PARTIES,
        url=knowledge.urls[Ref(Kind.PARTIES, party.id)],
        title=party.name,
        about=wording.WORDS["positions"],
        text=wording.WORDS["positions_lead"],
        names=party.names,
        weight=1.5,
    )


def _topic(knowledge: Knowledge, topic: Topic) -> Document:
    return Document(
        facet=Facet.TOPICS,
        url=knowledge.urls[Ref(Kind.TOPICS, topic.id)],
        title=topic.name,
        about=wording.WORDS["issue"],
        text=wording.WORDS["issues_lead"],
        names=topic.vocabulary,
        weight=1.4,
    )


def _source(knowledge: Knowledge, source: Source) -> Document:
    told = (source.outlet, *source.authors, day_in_words(source.published) if source.published else None)
    return Document(
        facet=Facet.SOURCES,
        url=knowledge.urls[ref_of(source)],
        title=title_of(source),
        about=" · ".join(word for word in told if word),
        names=(source.label, *((source.relays,) if source.relays else ())),
        weight=1.2,
    )


def _landing_pages() -> Iterator[Document]:
    for section, key in _LANDING:
        title, lead = wording.WORDS[key], wording.WORDS[f"{key}_lead"]
        yield Document(facet=Facet.PAGES, url=page_url(page_path(section)), title=title, text=lead, weight=1.2)


def _pages(hand_written: tuple[tuple[str, str], ...]) -> Iterator[Document]:
    about = wording.WORDS["about"]
    for path, title in hand_written:
        yield Document(facet=Facet.PAGES, url=page_url(path), title=title, about=about)
