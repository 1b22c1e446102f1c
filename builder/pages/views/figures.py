"""Figures as printed; those that measure the same thing side by side."""

from dataclasses import dataclass

from builder.knowledge import urls
from builder.model.claims import Figure, Review
from builder.model.ids import slugify
from builder.pages import wording
from builder.pages.views.common import Desk, Head, heading, home_crumb
from builder.pages.views.comparing import Chart, chart
from builder.pages.views.evidence import Chip, claim_chips
from builder.pages.views.facets import Filters, figure_filters


@dataclass(frozen=True, slots=True)
class FigureCard:
    """A figure: as printed, what it counts, its unit, and the year it is for if there is one."""

    anchor: str
    former: tuple[str, ...]
    as_printed: str
    subject: str
    unit: str
    year: str | None
    unreviewed: bool
    support: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures that measure the same thing, named by the first one's subject; `heading` is the anchor of the heading."""

    heading: str
    subject: str
    chart: Chart | None
    figures: tuple[FigureCard, ...]


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """What `figures.md.jinja` receives."""

    head: Head
    filters: Filters
    groups: tuple[FigureGroup, ...]
    single: tuple[FigureCard, ...]


def figures_page(desk: Desk) -> FiguresPage:
    """Groups by name, with two figures at least; then every other figure, by subject."""
    words, every = wording.WORDS, desk.knowledge.claims.figures
    names = sorted({figure.group for figure in every if figure.group})
    members = {name: [figure for figure in every if figure.group == name] for name in names}
    grouped = {name: found for name, found in members.items() if len(found) > 1}
    alone = [figure for figure in every if figure.group not in grouped]
    single = sorted(alone, key=lambda f: (f.subject, f.year or 0, f.id))
    shown = [*(figure for found in grouped.values() for figure in _in_order(found)), *single]
    return FiguresPage(
        head=Head(words["figures"], words["figures_lead"], crumbs=home_crumb(desk), wide=True, lists=True),
        filters=figure_filters(desk, shown),
        groups=tuple(_group(desk, name, found) for name, found in grouped.items()),
        single=tuple(_card(desk, figure) for figure in single),
    )


def _in_order(found: list[Figure]) -> list[Figure]:
    return sorted(found, key=lambda f: (f.year or 0, f.value, f.id))


def _group(desk: Desk, name: str, found: list[Figure]) -> FigureGroup:
    ordered = _in_order(found)
    return FigureGroup(
        heading("group", slugify(name)),
        ordered[0].subject,
        chart(desk, f"group-{slugify(name)}", ordered),
        tuple(_card(desk, figure) for figure in ordered),
    )


def _card(desk: Desk, figure: Figure) -> FigureCard:
    return FigureCard(
        anchor=figure.id,
        former=urls.former_anchors(figure),
        as_printed=figure.as_printed,
        subject=figure.subject,
        unit=figure.unit,
        year=str(figure.year) if figure.year is not None else None,
        unreviewed=figure.review is Review.AUTO,
        support=desk.support(figure),
        chips=claim_chips(desk, figure),
    )
