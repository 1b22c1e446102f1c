"""About the site: what it holds, what was checked, what changed, and everything as data."""

from dataclasses import dataclass

from builder.knowledge.urls import Section, page_path
from builder.model.claims import Kind
from builder.pages import wording
from builder.pages.checked import SENTENCE
from builder.pages.views.common import Day, Desk, Head, Link, day, home_crumb

CITATIONS = (("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "csl.json"))
DATA = "data/briefing.json"
FEED = "feed.xml"
SCHEMA = "data/briefing.schema.json"
TABLES = (
    Kind.SOURCES,
    Kind.ACTORS,
    Kind.QUOTES,
    Kind.AGREEMENTS,
    Kind.POSITIONS,
    Kind.SUMMARIES,
    Kind.GAPS,
    Kind.JUDGEMENTS,
    Kind.EVENTS,
    Kind.FIGURES,
    Kind.DISAGREEMENTS,
    Kind.DEFECTS,
    Kind.TERMS,
)


@dataclass(frozen=True, slots=True)
class CountView:
    """How many there are of something, with its table as CSV if it has one."""

    name: str
    count: str
    table: Link | None


@dataclass(frozen=True, slots=True)
class CitationsView:
    """A list that can be cited from, with its files."""

    name: str
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What `about.md.jinja` receives."""

    head: Head
    as_of: Day | None
    hand_written: tuple[Link, ...]
    counts: tuple[CountView, ...]
    checks: tuple[CountView, ...]
    withheld: tuple[str, ...]
    changes: Link
    feed: Link
    dossier: Link
    data: Link
    schema: Link
    citations: tuple[CitationsView, ...]
    version: str


@dataclass(frozen=True, slots=True)
class HandWrittenPage:
    """What `hand_written.md.jinja` receives; the page itself follows as it is written."""

    head: Head


def about_page(desk: Desk) -> AboutPage:
    """The page about the site, with the hand-written pages below it."""
    words, knowledge = wording.WORDS, desk.knowledge
    return AboutPage(
        head=Head(words["about"], words["about_lead"], crumbs=home_crumb(desk), lists=True),
        as_of=day(knowledge.build.as_of),
        hand_written=tuple(desk.to_page(path, title) for path, title in desk.hand_written),
        counts=tuple(_count(desk, kind) for kind in TABLES),
        checks=tuple(
            CountView(SENTENCE.get(name, name), wording.number(count), None)
            for name, count in sorted(knowledge.build.checks.items())
            if count
        ),
        withheld=tuple(str(ref) for ref in knowledge.build.withheld),
        changes=desk.to_page(page_path(Section.CHANGES), words["changes"]),
        feed=Link(words["feed"], desk.href(FEED)),
        dossier=desk.to_page(page_path(Section.DOSSIER), words["dossier"]),
        data=Link(words["json"], desk.href(DATA)),
        schema=Link(words["schema"], desk.href(SCHEMA)),
        citations=tuple(_citations(desk, kind) for kind in (Kind.SOURCES, Kind.QUOTES)),
        version=knowledge.build.generator_version,
    )


def hand_written_page(desk: Desk, title: str) -> HandWrittenPage:
    """What stands before a hand-written page."""
    words = wording.WORDS
    crumbs = (*home_crumb(desk), desk.to_page(page_path(Section.ABOUT), words["about"]))
    return HandWrittenPage(Head(title, wording.described(title, words["about_lead"]), words["about"], crumbs))


def _count(desk: Desk, kind: Kind) -> CountView:
    table = Link(wording.WORDS["csv"], desk.href(f"data/{kind.value}.csv"))
    return CountView(wording.KIND[kind], wording.number(desk.knowledge.build.counts.get(kind.value, 0)), table)


def _citations(desk: Desk, kind: Kind) -> CitationsView:
    files = tuple(Link(name, desk.href(f"data/{kind.value}.{ending}")) for name, ending in CITATIONS)
    return CitationsView(wording.KIND[kind], files)
