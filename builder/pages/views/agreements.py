"""The agreement register, and an agreement's page."""

from dataclasses import dataclass

from builder.knowledge.urls import Section, page_path
from builder.model.claims import Agreement, Review, Status
from builder.pages import wording
from builder.pages.views.common import Day, Desk, Fact, Head, Link, day, heading, home_crumb
from builder.pages.views.drawn_ties import ties
from builder.pages.views.evidence import Chip, claim_chips
from builder.pages.views.facets import Filters, agreement_filters
from builder.pages.views.links import BacklinkView, backlinks, facts
from builder.pages.views.pictures import Picture


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """A row of the register; `number` is its number in the picture of the page."""

    number: int
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
class TieRow:
    """A row of the table that says what the picture shows."""

    number: int
    agreement: Link
    parties: tuple[Link, ...]
    signatories: tuple[Link, ...]
    status: str


@dataclass(frozen=True, slots=True)
class AgreementsPage:
    """What `agreements.md.jinja` receives."""

    head: Head
    filters: Filters
    groups: tuple[AgreementGroup, ...]
    picture: Picture | None
    ties: tuple[TieRow, ...]


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
    numbered = tuple(enumerate((a for status in Status for a in every if a.status is status), start=1))
    groups = ((status, tuple(_row(desk, n, a) for n, a in numbered if a.status is status)) for status in Status)
    return AgreementsPage(
        head=Head(words["agreements"], words["agreements_lead"], crumbs=home_crumb(desk), lists=True),
        filters=agreement_filters(desk, [claim for _, claim in numbered]),
        groups=tuple(
            AgreementGroup(heading("status", status.value), wording.STATUS_HEADING[status], rows)
            for status, rows in groups
            if rows
        ),
        picture=ties(desk, numbered),
        ties=tuple(_tie(desk, number, agreement) for number, agreement in numbered),
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


def _tie(desk: Desk, number: int, claim: Agreement) -> TieRow:
    return TieRow(
        number=number,
        agreement=desk.to_claim(claim, claim.title),
        parties=desk.actors(claim.parties),
        signatories=desk.actors(claim.signatories),
        status=wording.STATUS[claim.status],
    )


def _row(desk: Desk, number: int, claim: Agreement) -> AgreementRow:
    return AgreementRow(
        number=number,
        agreement=desk.to_claim(claim, claim.title),
        kind=wording.AGREEMENT_KIND[claim.kind],
        parties=desk.actors(claim.parties),
        date=day(claim.date),
        unreviewed=claim.review is Review.AUTO,
        support=desk.support(claim),
        chips=claim_chips(desk, claim, brief=True),
    )
