"""Disagreements between sources, every version side by side, and defects within one."""

from dataclasses import dataclass

from builder.knowledge import urls
from builder.model.claims import Defect, Disagreement, DisagreementKind, Review
from builder.pages import wording
from builder.pages.views.claims import Statement, placed, statement
from builder.pages.views.common import Desk, Head, Link, heading, home_crumb
from builder.pages.views.comparing import Chart, disagreement_chart
from builder.pages.views.evidence import Chip, chips


@dataclass(frozen=True, slots=True)
class VersionView:
    """What one side says, with its passages."""

    text: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """Versions side by side; nobody picks a winner. `heading` is the anchor of its heading."""

    anchor: str | None
    former: tuple[str, ...]
    home: Link | None
    heading: str
    title: str
    kind: str
    chart: Chart | None
    versions: tuple[VersionView, ...]
    topics: tuple[Link, ...]
    note: str | None
    unreviewed: bool


@dataclass(frozen=True, slots=True)
class DisagreementGroup:
    """The disagreements of one kind; `heading` is the anchor of its heading."""

    heading: str
    label: str
    disagreements: tuple[DisagreementView, ...]


@dataclass(frozen=True, slots=True)
class DisagreementsPage:
    """What `disagreements.md.jinja` receives."""

    head: Head
    groups: tuple[DisagreementGroup, ...]
    defects: Link


@dataclass(frozen=True, slots=True)
class DefectGroup:
    """The defects of one source, under its short name; `heading` is the anchor of its heading."""

    heading: str
    source: Link
    title: str | None
    defects: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class DefectsPage:
    """What `defects.md.jinja` receives."""

    head: Head
    groups: tuple[DefectGroup, ...]


def disagreement(desk: Desk, claim: Disagreement, *, brief: bool = False) -> DisagreementView:
    """A disagreement as it stands on any page; `brief` leaves to its own place what stands around the passages."""
    return DisagreementView(
        **placed(desk, claim),
        heading=heading("disagreement", claim.id),
        title=claim.title,
        kind=wording.DISAGREEMENT_KIND[claim.kind],
        chart=disagreement_chart(desk, claim),
        versions=tuple(VersionView(v.statement, chips(desk, claim, v.evidence, brief=brief)) for v in claim.versions),
        topics=tuple(desk.topic(topic) for topic in claim.issues),
        note=claim.note,
        unreviewed=claim.review is Review.AUTO,
    )


def disagreements_page(desk: Desk) -> DisagreementsPage:
    """All disagreements, by kind."""
    words, every = wording.WORDS, desk.knowledge.claims.disagreements
    groups = (
        (kind, tuple(disagreement(desk, claim) for claim in every if claim.kind is kind)) for kind in DisagreementKind
    )
    return DisagreementsPage(
        head=Head(words["disagreements"], words["disagreements_lead"], crumbs=home_crumb(desk)),
        groups=tuple(
            DisagreementGroup(heading("kind", kind.value), wording.DISAGREEMENT_HEADING[kind], found)
            for kind, found in groups
            if found
        ),
        defects=desk.to_page(urls.page_path(urls.Section.DEFECTS), words["defects"]),
    )


def defects_page(desk: Desk) -> DefectsPage:
    """All defects, by the source of their first passage, sources in the order of their dates."""
    words, every = wording.WORDS, desk.knowledge.claims.defects
    by_source: dict[str, list[Defect]] = {}
    for claim in every:
        by_source.setdefault(claim.evidence[0].source, []).append(claim)
    groups = ((source, by_source.get(source.id, [])) for source in desk.knowledge.sources)
    return DefectsPage(
        head=Head(words["defects"], words["defects_lead"], crumbs=home_crumb(desk)),
        groups=tuple(
            DefectGroup(
                heading=heading("source", source.id),
                source=Link(source.label, desk.source(source.id).href),
                title=source.title,
                defects=tuple(statement(desk, c, tags=(wording.DEFECT_KIND[c.kind],)) for c in found),
            )
            for source, found in groups
            if found
        ),
    )
