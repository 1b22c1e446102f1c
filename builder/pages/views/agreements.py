"""The agreement register, and an agreement's page."""

from dataclasses import dataclass

from builder.knowledge.urls import Section, page_path
from builder.model.claims import Agreement, Review, Status
from builder.pages import wording
from builder.pages.views.common import Day, Desk, Fact, Head, Link, day, heading
from builder.pages.views.evidence import Chip, claim_chips
from builder.pages.views.links import BacklinkView, backlinks, facts
from builder.pages.views.matrix import home_crumb


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """A row of the register."""

    agreement: Link
    kind: str
    parties: tuple[Link, ...]
    date: Day | None
    unreviewed: bool
    support: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class AgreementGroup:
    """The agreements of one status; `heading` is the anchor of its heading."""

    heading: str
    label: str
    rows: tuple[AgreementRow, ...]


@dataclass(frozen=True, slots=True)
class AgreementsPage:
    """What `agreements.md.jinja` receives."""

    head: Head
    groups: tuple[AgreementGroup, ...]


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """What `agreement.md.jinja` receives."""

    head: Head
    anchor: str
    title: str
    status: str
    kind: str
    unreviewed: bool
    facts: tuple[Fact, ...]
    note: str | None
    support: str
    chips: tuple[Chip, ...]
    backlinks: tuple[BacklinkView, ...]


def agreements_page(desk: Desk) -> AgreementsPage:
    """The register, by status; within a status by date, undated ones last."""
    words = wording.WORDS
    every = sorted(desk.knowledge.claims.agreements, key=lambda a: (a.date is None, a.date or "", a.id))
    groups = ((status, tuple(_row(desk, a) for a in every if a.status is status)) for status in Status)
    return AgreementsPage(
        head=Head(words["agreements"], words["agreements_lead"], crumbs=home_crumb(desk), boost=2),
        groups=tuple(
            AgreementGroup(heading("status", status.value), wording.STATUS_HEADING[status], rows)
            for status, rows in groups
            if rows
        ),
    )


def agreement_page(desk: Desk, claim: Agreement) -> AgreementPage:
    """The page of an agreement."""
    words = wording.WORDS
    register = desk.to_page(page_path(Section.AGREEMENTS), words["agreements"])
    return AgreementPage(
        head=Head(
            claim.title,
            wording.described(claim.title, words["agreements_lead"]),
            section=words["agreements"],
            crumbs=(*home_crumb(desk), register),
            boost=2,
        ),
        anchor=claim.id,
        title=claim.title,
        status=wording.STATUS[claim.status],
        kind=wording.AGREEMENT_KIND[claim.kind],
        unreviewed=claim.review is Review.AUTO,
        facts=facts(
            ("parties", desk.actors(claim.parties)),
            ("signatories", desk.actors(claim.signatories)),
            ("sectors", claim.sectors),
            ("date", (day(claim.date) or words["not_known"],)),
        ),
        note=claim.note,
        support=desk.support(claim),
        chips=claim_chips(desk, claim),
        backlinks=backlinks(desk, claim),
    )


def _row(desk: Desk, claim: Agreement) -> AgreementRow:
    return AgreementRow(
        agreement=desk.to_claim(claim, claim.title),
        kind=wording.AGREEMENT_KIND[claim.kind],
        parties=desk.actors(claim.parties),
        date=day(claim.date),
        unreviewed=claim.review is Review.AUTO,
        support=desk.support(claim),
        chips=claim_chips(desk, claim, brief=True),
    )
