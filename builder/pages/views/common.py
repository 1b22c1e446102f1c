"""What all views are made of: links, days, and the desk from which a page is seen."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from builder.knowledge import urls
from builder.model.claims import Actor, Claim, Kind, Ref, Source
from builder.model.ids import ActorId, PartyId, SourceId, TopicId
from builder.model.knowledge import Knowledge, Party, Topic
from builder.model.printed_dates import day_in_words
from builder.pages import wording
from builder.pages.citations import Citation, citations
from builder.pages.finding import Found, find_claims
from builder.pages.markdown import Md


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; `href` is the target of an inline Markdown link."""

    text: str
    href: Md


@dataclass(frozen=True, slots=True)
class Day:
    """A date in words, and as ISO for programs."""

    iso: str
    words: str


@dataclass(frozen=True, slots=True)
class DatedLink:
    """A link with a date beside it, if there is one."""

    link: Link
    date: Day | None


@dataclass(frozen=True, slots=True)
class TaggedLink:
    """A link with a phrase that says what kind of thing it leads to."""

    link: Link
    tag: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a table of facts: what it is, and the values, each a text of its own."""

    label: str
    values: tuple[str | Link | Day, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page: title and description for the theme, the way back for the reader.

    A `wide` page has no list of its sections beside it. `template` is the theme's template for a page that has one of its
    own. `moved` is the address of the page that took this one's place, relative to the site's root. On a page with `lists`
    a script narrows and sorts.
    """

    title: str
    description: str
    section: str | None = None
    crumbs: tuple[Link, ...] = ()
    wide: bool = False
    template: str | None = None
    moved: str | None = None
    lists: bool = False


def day(iso: str | None) -> Day | None:
    """A date as templates show it."""
    return None if iso is None else Day(iso, day_in_words(iso))


@dataclass(frozen=True, slots=True)
class Desk:
    """The knowledge as seen from one page. `at_page` gives the same desk for another page.

    `cited` says which claims rest on which passages of a source, `places` which paragraphs of it are shown there; `found`
    has the claims by what pages ask for. `hand_written` names the pages about the site itself, each by path and title;
    `site_url` is where the site will stand, if that is known.
    """

    knowledge: Knowledge
    sources: Mapping[SourceId, Source]
    parties: Mapping[PartyId, Party]
    topics: Mapping[TopicId, Topic]
    cited: Mapping[SourceId, tuple[Citation, ...]]
    places: Mapping[SourceId, frozenset[int]]
    found: Found
    hand_written: tuple[tuple[str, str], ...]
    site_url: str | None = None
    page: str = urls.HOME_PAGE

    def at_page(self, page: str) -> "Desk":
        """The same knowledge seen from another page."""
        return replace(self, page=page)

    def href(self, url: str) -> Md:
        """The target of a link to an address of the site."""
        return Md(urls.relative_link(self.page, url))

    def to_page(self, page: str, text: str) -> Link:
        """A link to a page."""
        return Link(text, self.href(urls.page_url(page)))

    def to(self, ref: Ref, text: str) -> Link:
        """A link to a record, party, issue or source."""
        return Link(text, self.href(self.knowledge.urls[ref]))

    def to_claim(self, claim: Claim, text: str) -> Link:
        """A link to the element that is the claim's home."""
        return self.to(urls.ref_of(claim), text)

    def actor(self, actor_id: ActorId) -> Link:
        """A link to an actor, by name."""
        actor = self.knowledge.by_ref[Ref(Kind.ACTORS, actor_id)]
        return self.to_claim(actor, getattr(actor, "name", actor_id))

    def actors(self, ids: tuple[ActorId, ...]) -> tuple[Link, ...]:
        """Links to actors, in the record's own order."""
        return tuple(self.actor(actor_id) for actor_id in ids)

    def party(self, party_id: PartyId) -> Link:
        """A link to a party's page."""
        return self.to(Ref(Kind.PARTIES, party_id), self.parties[party_id].name)

    def topic(self, topic_id: TopicId) -> Link:
        """A link to an issue's page."""
        return self.to(Ref(Kind.TOPICS, topic_id), self.topics[topic_id].name)

    def source(self, source_id: SourceId) -> Link:
        """A link to a source's page, by its title or what stands in for one."""
        return self.to(Ref(Kind.SOURCES, source_id), title_of(self.sources[source_id]))

    def has_place(self, source_id: SourceId, paragraph: int) -> bool:
        """Whether a paragraph is shown on its source's page, so that a link can lead there."""
        return paragraph in self.places.get(source_id, frozenset())

    def support(self, claim: Claim) -> str:
        """How many independent sources a claim has, in words; an actor's passages only introduce it."""
        count = self.knowledge.support[urls.ref_of(claim)]
        return wording.introduced(count) if isinstance(claim, Actor) else wording.support(count)


def open_desk(
    knowledge: Knowledge, hand_written: tuple[tuple[str, str], ...] = (), site_url: str | None = None
) -> Desk:
    """The desk for a knowledge, seen from the home page."""
    cited = citations(knowledge)
    return Desk(
        knowledge,
        {source.id: source for source in knowledge.sources},
        {party.id: party for party in knowledge.subject.parties},
        {topic.id: topic for topic in knowledge.subject.topics},
        cited,
        {source: frozenset(_paragraphs(rows)) for source, rows in cited.items()},
        find_claims(knowledge),
        hand_written,
        site_url,
    )


def _paragraphs(rows: Iterable[Citation]) -> Iterator[int]:
    for row in rows:
        yield from (row.excerpt.paragraph, *row.excerpt.also_at)


def title_of(source: Source) -> str:
    """The title of an article, or the name by which the site calls it everywhere."""
    return source.title or source.label


def home_crumb(desk: Desk) -> tuple[Link, ...]:
    """The way back to the home page."""
    return (desk.to_page(urls.HOME_PAGE, wording.WORDS["home"]),)


def heading(kind: str, item: str) -> str:
    """The anchor of a heading about an item; the kind keeps it apart from other headings of the page."""
    return f"{urls.SECTION_ANCHOR}{kind}-{item}"
