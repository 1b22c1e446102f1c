"""What a page says to programs: schema.org statements about the page and its record, as JSON-LD.

Addresses are whole where it is known where the site will stand, so that a thing has one name on all pages; else they are
relative to the page, and right wherever it stands. Nothing is rated and nothing is
checked here, so nothing is a `ClaimReview`.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.knowledge import urls
from builder.model.claims import Actor, ActorKind, Kind, Quote, QuoteKind, Ref, Source
from builder.model.knowledge import Knowledge, Party, Topic
from builder.pages.markdown import Md, script_data

Node = Mapping[str, object]

_ACTORS: Mapping[ActorKind, str] = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.COMPANY: "Corporation",
    ActorKind.STATE: "Country",
    ActorKind.BLOC: "Organization",
    ActorKind.PUBLICATION: "Organization",
    ActorKind.OFFICE: "Organization",
    ActorKind.COLLECTIVE: "Organization",
    ActorKind.PLACE: "Place",
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Described:
    """What a page says of itself: path, title, description, and the names of the pages above it, the home page first."""

    path: str
    title: str
    description: str
    above: tuple[str, ...] = ()


def linked_data(
    knowledge: Knowledge, page: Described, item: urls.Item | None = None, *, site_url: str | None = None
) -> Md:
    """The statements of a page as JSON in ASCII, without a mark that could end the script in which it stands.

    `item` is what the page is about, if it is about one thing; `site_url` the address of the site's root, if it is known.
    """
    here = _Here(knowledge, urls.page_url(page.path), urls.site_root(site_url))
    of_page: dict[str, object] = {
        "@type": "WebPage",
        "@id": here.to(here.url),
        "name": page.title,
        "description": page.description,
        "inLanguage": "en",
        "isPartOf": {"@id": here.to("#website")},
        "dateModified": _whole_day(knowledge.build.as_of),
    }
    nodes: list[Node] = [of_page, *_on_page(here, page.path)]
    if page.above:
        nodes.append({"@type": "BreadcrumbList", "itemListElement": _trail(here, page)})
    if item is not None:
        about = _about(here, item)
        of_page["mainEntity"] = {"@id": about["@id"]}
        nodes.append(about)
    graph = {"@context": "https://schema.org", "@graph": [_known(node) for node in nodes]}
    return script_data(graph)


@dataclass(frozen=True, slots=True)
class _Here:
    """The knowledge as seen from the page at an address."""

    knowledge: Knowledge
    url: str
    root: str | None

    def to(self, url: str) -> str:
        """An address of the site, whole or relative to the page."""
        if self.root is not None:
            return f"{self.root}{url}"
        path, mark, anchor = url.partition("#")
        way = posixpath.relpath(path or ".", self.url or ".")
        return f"{'' if way == '.' else way}{'/' if way != '.' else './'}{mark}{anchor}"

    def to_ref(self, ref: Ref) -> str:
        return self.to(self.knowledge.urls[ref])


def _trail(here: _Here, page: Described) -> list[Node]:
    places = ("", urls.page_url(urls.page_path(urls.Section(page.path.partition("/")[0]))))
    steps = [(name, here.to(place)) for name, place in zip(page.above, places, strict=False)]
    steps.append((page.title, here.to(here.url)))
    return [{"@type": "ListItem", "position": n, "name": name, "item": url} for n, (name, url) in enumerate(steps, 1)]


def _known(node: Node) -> Node:
    """Without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [], ())}


def _whole_day(iso: str | None) -> str | None:
    return iso if iso and _DAY.fullmatch(iso) else None


def _about(here: _Here, item: urls.Item) -> Node:
    """The thing that a page is about."""
    me = here.to(urls.url_of(item))
    match item:
        case Source():
            return {"@id": me, **_article(item)}
        case Actor():
            return {"@id": me, **_actor(here, item)}
        case Party() | Topic():
            return {"@type": "DefinedTerm", "@id": me, "name": item.name}
        case _:
            return {"@type": "CreativeWork", "@id": me, "name": getattr(item, "title", item.id)}


def _article(source: Source) -> Node:
    return _known(
        {
            "@type": "NewsArticle",
            "headline": source.title,
            "author": [{"@type": "Person", "name": name} for name in source.authors],
            "publisher": {"@type": "Organization", "name": source.outlet} if source.outlet else None,
            "datePublished": source.published,
            "inLanguage": source.language,
            "wordCount": source.words,
            "url": source.link,
        }
    )


def _actor(here: _Here, actor: Actor) -> Node:
    of_all = {"@type": _ACTORS[actor.kind], "name": actor.name, "alternateName": list(actor.aliases)}
    if actor.kind is not ActorKind.PERSON:
        return _known(of_all)
    people = {a.name for a in here.knowledge.claims.actors if a.kind is ActorKind.PERSON}  # whose lawyer somebody is
    homes = dict.fromkeys(r.affiliation for r in actor.roles if r.affiliation and r.affiliation not in people)
    return _known(
        {
            **of_all,
            "jobTitle": list(dict.fromkeys(role.title for role in actor.roles if role.title)),
            "affiliation": [{"@type": "Organization", "name": name} for name in homes],
        }
    )


def _on_page(here: _Here, page: str) -> Iterator[Node]:
    """What stands on a page that is about many things."""
    subject, claims = here.knowledge.subject, here.knowledge.claims
    if page == urls.HOME_PAGE:
        described = {"name": subject.title, "description": subject.description, "inLanguage": "en"}
        yield {"@type": "WebSite", "@id": here.to("#website"), "url": here.to(""), **described}
        days = {"startDate": subject.event_start, "endDate": subject.event_end}
        yield {"@type": "Event", "@id": here.to("#event"), "name": subject.event, **days}
    if page == urls.page_path(urls.Section.QUOTES):
        yield from (_quotation(here, quote) for quote in claims.quotes if quote.kind is not QuoteKind.INDIRECT)
    if page == urls.page_path(urls.Section.TIMELINE):
        for event in claims.events:
            me = here.to(urls.url_of(event))
            yield {"@type": "Event", "@id": me, "name": event.title, "startDate": event.date}
    if page == urls.page_path(urls.Section.GLOSSARY):
        for term in claims.terms:
            yield {"@type": "DefinedTerm", "@id": here.to(urls.url_of(term)), "name": term.name}


def _quotation(here: _Here, quote: Quote) -> Node:
    """A verbatim quotation, with its speaker and the articles that print it."""
    sources = dict.fromkeys(evidence.source for evidence in quote.evidence)
    node: dict[str, object] = {"@type": "Quotation", "@id": here.to(urls.url_of(quote)), "text": quote.text}
    if quote.speaker is not None:
        ref = Ref(Kind.ACTORS, quote.speaker)
        speaker = here.knowledge.by_ref[ref]
        if isinstance(speaker, Actor):
            node["creator"] = {"@type": _ACTORS[speaker.kind], "@id": here.to_ref(ref), "name": speaker.name}
    return {**node, "isPartOf": [{"@id": here.to_ref(Ref(Kind.SOURCES, source))} for source in sources]}
