"""The only place that spells a page's path or a record's address.

A *page path* is relative to the docs folder (`actors/index.md`); an *address* is relative to the site's root, page
folder and anchor (`actors/#kara-dunn`). The anchor of a record is its id; the element that bears it stands once, on
the record's home page. Section headings bear ids that start with `section-`, passages of a source page `p<number>`.
"""

import posixpath
from collections.abc import Iterable, Mapping
from enum import StrEnum

from builder.model.claims import (
    Actor,
    Agreement,
    Claim,
    Defect,
    Disagreement,
    Event,
    Figure,
    Gap,
    Importance,
    Judgement,
    Kind,
    Position,
    Quote,
    Ref,
    Source,
    Summary,
    Term,
)
from builder.model.knowledge import Party, Topic

Item = Claim | Source | Party | Topic
"""Everything that has an address."""


class Section(StrEnum):
    """The folders of the site; each has an `index.md`, and some a page for each of their records."""

    HOME = ""
    POSITIONS = "positions"
    TOPICS = "issues"
    AGREEMENTS = "agreements"
    ACTORS = "actors"
    QUOTES = "quotes"
    EXPERTS = "experts"
    TIMELINE = "timeline"
    FIGURES = "figures"
    DISAGREEMENTS = "disagreements"
    DEFECTS = "defects"
    GLOSSARY = "glossary"
    SOURCES = "sources"
    DOSSIER = "dossier"
    CHANGES = "changes"
    ABOUT = "about"


HOME_PAGE = "index.md"
SECTION_ANCHOR = "section-"

_KINDS: Mapping[type[Item], Kind] = {
    Actor: Kind.ACTORS,
    Quote: Kind.QUOTES,
    Agreement: Kind.AGREEMENTS,
    Position: Kind.POSITIONS,
    Summary: Kind.SUMMARIES,
    Judgement: Kind.JUDGEMENTS,
    Event: Kind.EVENTS,
    Figure: Kind.FIGURES,
    Disagreement: Kind.DISAGREEMENTS,
    Defect: Kind.DEFECTS,
    Gap: Kind.GAPS,
    Term: Kind.TERMS,
    Source: Kind.SOURCES,
    Party: Kind.PARTIES,
    Topic: Kind.TOPICS,
}

_SECTIONS: Mapping[Kind, Section] = {
    Kind.ACTORS: Section.ACTORS,
    Kind.QUOTES: Section.QUOTES,
    Kind.AGREEMENTS: Section.AGREEMENTS,
    Kind.POSITIONS: Section.POSITIONS,
    Kind.SUMMARIES: Section.HOME,
    Kind.JUDGEMENTS: Section.EXPERTS,
    Kind.EVENTS: Section.TIMELINE,
    Kind.FIGURES: Section.FIGURES,
    Kind.DISAGREEMENTS: Section.DISAGREEMENTS,
    Kind.DEFECTS: Section.DEFECTS,
    Kind.GAPS: Section.POSITIONS,
    Kind.TERMS: Section.GLOSSARY,
    Kind.SOURCES: Section.SOURCES,
    Kind.PARTIES: Section.POSITIONS,
    Kind.TOPICS: Section.TOPICS,
}


def ref_of(item: Item) -> Ref:
    """The name by which everything else refers to it."""
    return Ref(_KINDS[type(item)], str(item.id))


def page_path(section: Section, leaf: str | None = None) -> str:
    """The path of a section's index, or of one of its pages."""
    return posixpath.join(section.value, f"{leaf or 'index'}.md")


def has_own_page(item: Item) -> bool:
    """Whether a page is about it alone."""
    if isinstance(item, Actor):
        return item.importance is not Importance.MENTION
    return isinstance(item, Agreement | Source | Party | Topic)


def home_page(item: Item) -> str:
    """The path of the page on which the element with the item's id stands."""
    section = _SECTIONS[_KINDS[type(item)]]
    if isinstance(item, Position):
        return page_path(section, item.party)
    return page_path(section, item.id if has_own_page(item) else None)


def page_url(path: str) -> str:
    """The address of a page: `actors/index.md` → `actors/`, `actors/x.md` → `actors/x/`, `index.md` → the root itself."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    parts = [part for part in (folder, "" if name == "index" else name) if part]
    return "".join(f"{part}/" for part in parts)


def url_of(item: Item) -> str:
    """The address of a record, party, issue or source."""
    return f"{page_url(home_page(item))}#{item.id}"


def site_root(site_url: str | None) -> str | None:
    """The address below which all others stand, with the slash at its end; None where it is not known."""
    known = (site_url or "").strip().rstrip("/")
    return f"{known}/" if known else None


def passage_url(source: Source, paragraph: int) -> str:
    """The address of a numbered paragraph on its source's page."""
    return f"{page_url(home_page(source))}#{passage_anchor(paragraph)}"


def passage_anchor(paragraph: int) -> str:
    """The id of a numbered paragraph."""
    return f"p{paragraph}"


def page_of_url(url: str) -> str:
    """The page path behind an address; an address that names a file (`data/briefing.json`) is its own path."""
    place = url.partition("#")[0]
    if place and not place.endswith("/"):
        return place
    parts = [part for part in place.split("/") if part]
    return f"{'/'.join(parts)}.md" if len(parts) > 1 else posixpath.join(*parts, HOME_PAGE)


def relative_link(from_page: str, to_url: str) -> str:
    """The target of an inline Markdown link on one page to an address: `../actors/x.md#x`, or `#x` on the page itself."""
    page, anchor = page_of_url(to_url), to_url.partition("#")[2]
    if page == from_page and anchor:
        return f"#{anchor}"
    path = posixpath.relpath(page, posixpath.dirname(from_page) or ".")
    return f"{path}#{anchor}" if anchor else path


def raw_link(from_page: str, to_url: str) -> str:
    """The target of a link in raw HTML on one page to an address: `../x/#y`, or `#y` on the page itself.

    Inline Markdown links are turned into this by whatever renders the page; raw HTML is left as it is written.
    """
    here, (place, _, anchor) = page_url(from_page), to_url.partition("#")
    if place == here and anchor:
        return f"#{anchor}"
    path = posixpath.relpath(f"/{place}", f"/{here}")
    folder = path if place and not place.endswith("/") else f"{path}/"
    return f"{folder}#{anchor}" if anchor else folder


def former_anchors(item: Item) -> tuple[str, ...]:
    """Ids that its home page carries beside its own, so that old addresses keep working.

    Of an item with a page of its own there are none: its old addresses are pages (`former_pages`).
    """
    return () if has_own_page(item) else item.formerly


def former_pages(items: Iterable[Item]) -> Mapping[str, str]:
    """Old page path → address that took its place, for every item with a page of its own; sorted by path."""
    stubs = {
        page_path(_SECTIONS[_KINDS[type(item)]], old): url_of(item)
        for item in items
        if has_own_page(item)
        for old in item.formerly
    }
    return dict(sorted(stubs.items()))
