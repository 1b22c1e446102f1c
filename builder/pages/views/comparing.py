"""Conflicting figures as a small chart: which of them measure the same thing, and who prints which."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.knowledge import urls
from builder.model.claims import Disagreement, DisagreementKind, Figure, Version
from builder.pages import wording, wording_drawn
from builder.pages.pictures.bars import Bar, comparable, draw_bars
from builder.pages.views.common import Desk, Link
from builder.pages.views.pictures import Picture, picture

_NO_AMOUNT = frozenset(("rank", "year"))
"""Units whose numbers are places in an order: a bar from zero would say nothing."""
_COMPARED = frozenset((DisagreementKind.FIGURE, DisagreementKind.COUNT))


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of the table beside a chart: who prints it, how, and the number in full with its unit."""

    sources: tuple[Link, ...]
    printed: Link
    number: str
    unit: str
    year: str | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of figures, and a table that says the same; `dated`: a figure at least is for a year that is given."""

    picture: Picture
    rows: tuple[ChartRow, ...]
    dated: bool


def chart(desk: Desk, name: str, figures: Sequence[Figure]) -> Chart | None:
    """The chart of figures of one unit; None where there is nothing to compare."""
    units = {figure.unit for figure in figures}
    if len(units) != 1 or units & _NO_AMOUNT or not comparable([float(figure.value) for figure in figures]):
        return None
    drawing = draw_bars(
        [_bar(desk, figure) for figure in figures], figures[0].subject, wording.WORDS["chart_description"]
    )
    return Chart(
        picture(name, wording.WORDS["chart_reading"], drawing),
        tuple(_row(desk, figure) for figure in figures),
        dated=any(figure.year is not None for figure in figures),
    )


def disagreement_chart(desk: Desk, claim: Disagreement) -> Chart | None:
    """The chart of a disagreement on figures: of each version the one figure that is compared."""
    if claim.kind not in _COMPARED:
        return None
    figures = _compared(desk, claim.versions)
    return chart(desk, f"disagreement-{claim.id}", figures) if len(figures) > 1 else None


def _compared(desk: Desk, versions: Sequence[Version]) -> tuple[Figure, ...]:
    """The figures of the one group of which every version has one; none where there is no such group or several.

    A passage often holds figures of several groups, so those that the version's statement repeats count before others.
    """
    for stated in (True, False):
        found = [_of_version(desk, version, stated=stated) for version in versions]
        shared = set.intersection(*(set(by_group) for by_group in found))
        several = [group for group in sorted(shared) if len({by_group[group].value for by_group in found}) > 1]
        if len(several) == 1:
            return tuple(by_group[several[0]] for by_group in found)
    return ()


def _of_version(desk: Desk, version: Version, *, stated: bool) -> dict[str, Figure]:
    """The figures in the passages of a version, by group; `stated`: only those whose words stand in its statement."""
    found: dict[str, list[Figure]] = {}
    sources = dict.fromkeys(passage.source for passage in version.evidence)
    near = {figure.id: figure for source in sources for figure in desk.found.figures_in.get(source, ())}
    for figure in sorted(near.values(), key=lambda f: f.id):
        if figure.group and _stands_in(figure, version) and (not stated or figure.as_printed in version.statement):
            found.setdefault(figure.group, []).append(figure)
    return {group: figures[0] for group, figures in found.items() if len(figures) == 1}


def _stands_in(figure: Figure, version: Version) -> bool:
    """Whether a passage of the figure shares words with one of the version."""
    return any(
        own.source == other.source and own.span.overlaps(other.span)
        for own in figure.evidence
        for other in version.evidence
    )


def _labels(desk: Desk, figure: Figure) -> tuple[str, ...]:
    return tuple(dict.fromkeys(desk.sources[passage.source].label for passage in figure.evidence))


def _bar(desk: Desk, figure: Figure) -> Bar:
    year = () if figure.year is None else (str(figure.year),)
    href = urls.raw_link(desk.page, desk.knowledge.urls[urls.ref_of(figure)])
    return Bar(float(figure.value), figure.as_printed, (*_labels(desk, figure), *year), figure.subject, href)


def _row(desk: Desk, figure: Figure) -> ChartRow:
    sources = {passage.source: desk.sources[passage.source].label for passage in figure.evidence}
    return ChartRow(
        sources=tuple(Link(label, desk.source(source).href) for source, label in sources.items()),
        printed=desk.to_claim(figure, figure.as_printed),
        number=wording_drawn.value(figure.value),
        unit=figure.unit,
        year=None if figure.year is None else str(figure.year),
    )
