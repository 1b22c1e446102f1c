"""Which pages exist, and each of them rendered."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from jinja2 import Environment

from builder.knowledge.looked import items_of
from builder.knowledge.references import sentence_of
from builder.knowledge.urls import Item, Section, former_pages, has_own_page, home_page, page_path, url_of
from builder.model.claims import Actor, Agreement, Claim, Source
from builder.model.knowledge import Knowledge, Party, Topic
from builder.model.pages import Asset, Page
from builder.pages import wording
from builder.pages.linked_data import Described, linked_data
from builder.pages.markdown import make_environment, tidy
from builder.pages.search import documents, search_assets
from builder.pages.views.about import about_page, hand_written_page
from builder.pages.views.actor_index import actors_page
from builder.pages.views.actors import actor_page
from builder.pages.views.agreements import agreement_page, agreements_page
from builder.pages.views.changes import changes_page
from builder.pages.views.common import Desk, Head, open_desk, title_of
from builder.pages.views.compare import compare_page
from builder.pages.views.conflicts import defects_page, disagreements_page
from builder.pages.views.dossier import dossier_page
from builder.pages.views.experts import experts_page
from builder.pages.views.figures import figures_page
from builder.pages.views.glossary import glossary_page
from builder.pages.views.home import home_page as start_page
from builder.pages.views.matrix import matrix_page
from builder.pages.views.moved import moved_page
from builder.pages.views.pairs import compared
from builder.pages.views.parties import party_page
from builder.pages.views.quotes import quotes_page
from builder.pages.views.sources import source_page, sources_page
from builder.pages.views.timeline import timeline_page
from builder.pages.views.topics import topic_page, topics_page


class View(Protocol):
    """What every page's view has."""

    @property
    def head(self) -> Head: ...


LANDING: tuple[tuple[Section, str, Callable[[Desk], View]], ...] = (
    (Section.HOME, "home", start_page),
    (Section.POSITIONS, "positions", matrix_page),
    (Section.TOPICS, "topics", topics_page),
    (Section.AGREEMENTS, "agreements", agreements_page),
    (Section.ACTORS, "actors", actors_page),
    (Section.QUOTES, "quotes", quotes_page),
    (Section.EXPERTS, "experts", experts_page),
    (Section.TIMELINE, "timeline", timeline_page),
    (Section.FIGURES, "figures", figures_page),
    (Section.DISAGREEMENTS, "disagreements", disagreements_page),
    (Section.DEFECTS, "defects", defects_page),
    (Section.GLOSSARY, "glossary", glossary_page),
    (Section.SOURCES, "sources", sources_page),
    (Section.CHANGES, "changes", changes_page),
    (Section.DOSSIER, "dossier", dossier_page),
    (Section.ABOUT, "about", about_page),
)
"""The index page of every section, with its template and what makes its view."""

_HEADING = re.compile(r"(?m)^# +(?P<title>.+?)(?: *\{[^}\n]*\})? *$")


def render_pages(
    knowledge: Knowledge, hand_written: Mapping[str, str], site_url: str | None = None
) -> tuple[Page, ...]:
    """Every page of the site, sorted by path. `site_url` is where the site will stand, if that is known.

    `hand_written` holds Markdown about the site itself, by its path in `content/pages`; it is written below `about/`
    as it stands, under a head of its own. Its title is its first heading.
    """
    environment = make_environment(wording.WORDS)
    written = {page_path(Section.ABOUT, path.removesuffix(".md")): text for path, text in sorted(hand_written.items())}
    desk = open_desk(knowledge, titles(hand_written), site_url)
    pages = {page.path: page for page in _moved(environment, desk)}
    for section, template, make in LANDING:
        there = desk.at_page(page_path(section))
        pages[there.page] = _render(environment, there, template, make(there))
    for item in items_of(knowledge):
        if has_own_page(item):
            pages[home_page(item)] = _leaf(environment, desk.at_page(home_page(item)), item)
    for path, pair in compared(knowledge):
        there = desk.at_page(path)
        pages[path] = _render(environment, there, "compare", compare_page(there, pair))
    for path, title in desk.hand_written:
        there = desk.at_page(path)
        before = _render(environment, there, "hand_written", hand_written_page(there, title))
        pages[path] = Page(path, f"{before.markdown}\n{written[path]}", title)
    return tuple(pages[path] for path in sorted(pages))


def search_index(knowledge: Knowledge, hand_written: Mapping[str, str]) -> tuple[Asset, ...]:
    """The files that the site's search reads; `hand_written` as for the pages."""
    return search_assets(documents(knowledge, titles(hand_written)), knowledge.subject.search_words)


def titles(hand_written: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Path and title of each page that `content/pages` holds, sorted by path; its title is its first heading."""
    paths = {path: page_path(Section.ABOUT, path.removesuffix(".md")) for path in sorted(hand_written)}
    return tuple((page, _title(hand_written[path], page)) for path, page in paths.items())


def _leaf(environment: Environment, desk: Desk, item: Item) -> Page:
    """The page of something that has one of its own."""
    match item:
        case Party():
            return _render(environment, desk, "party", party_page(desk, item), item)
        case Topic():
            return _render(environment, desk, "topic", topic_page(desk, item), item)
        case Source():
            return _render(environment, desk, "source", source_page(desk, item), item)
        case Actor():
            return _render(environment, desk, "actor", actor_page(desk, item), item)
        case Agreement():
            return _render(environment, desk, "agreement", agreement_page(desk, item), item)
        case _:
            raise TypeError(f"no template for a page about {type(item).__name__}")


def _moved(environment: Environment, desk: Desk) -> Iterator[Page]:
    """The pages at old addresses; a page of today at the same path takes precedence."""
    items = items_of(desk.knowledge)
    names = {url_of(item): _name(item) for item in items}
    for path, url in former_pages(items).items():
        there = desk.at_page(path)
        yield _render(environment, there, "moved", moved_page(there, url, names[url]))


def _name(item: Item) -> str:
    if isinstance(item, Source):
        return title_of(item)
    return sentence_of(item) if isinstance(item, Claim) else item.name


def _title(text: str, path: str) -> str:
    found = _HEADING.search(text)
    return found["title"] if found else path.removesuffix(".md")


def _render(environment: Environment, desk: Desk, template: str, view: View, item: Item | None = None) -> Page:
    """The page that the desk stands at. What it says to programs goes into its front matter, for the theme to write out."""
    head = view.head
    described = Described(desk.page, head.title, head.description, tuple(crumb.text for crumb in head.crumbs))
    said = json.dumps(
        linked_data(desk.knowledge, described, item, site_url=desk.site_url)
    )  # a string of JSON is one of YAML
    written = tidy(environment.get_template(f"{template}.md.jinja").render(page=view))
    return Page(desk.page, written.replace("---\n", f"---\nlinked: {said}\n", 1), head.title)
