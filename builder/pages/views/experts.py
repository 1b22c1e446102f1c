"""Experts with their judgements, and where they differ."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from builder.model.claims import DisagreementKind, Judgement
from builder.model.ids import ActorId, fold_accents
from builder.pages import wording
from builder.pages.views.claims import RoleView, Statement, judgement, roles
from builder.pages.views.common import Desk, Head, Link, heading, home_crumb
from builder.pages.views.conflicts import DisagreementView, disagreement


@dataclass(frozen=True, slots=True)
class ExpertGroup:
    """An expert's judgements; `heading` is the anchor of the heading."""

    heading: str
    expert: Link
    roles: tuple[RoleView, ...]
    judgements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class ExpertsPage:
    """What `experts.md.jinja` receives."""

    head: Head
    differences: tuple[DisagreementView, ...]
    groups: tuple[ExpertGroup, ...]


def experts_page(desk: Desk) -> ExpertsPage:
    """Every expert by name. A judgement of several has its place under the first of them and is shown under each."""
    words, claims = wording.WORDS, desk.knowledge.claims
    order = {topic.id: number for number, topic in enumerate(desk.knowledge.subject.topics)}
    judged = sorted(claims.judgements, key=lambda j: (order[j.issue], j.id))
    by_expert: dict[ActorId, list[Judgement]] = {}
    for one in judged:
        for expert in dict.fromkeys(one.experts):
            by_expert.setdefault(expert, []).append(one)
    placed: set[str] = set()
    groups = []
    for expert, own in sorted(by_expert.items(), key=lambda item: _by_name(desk, item[0])):
        groups.append(_group(desk, expert, own, placed))
        placed.update(j.id for j in own)
    return ExpertsPage(
        head=Head(words["experts"], words["experts_lead"], crumbs=home_crumb(desk)),
        differences=tuple(
            disagreement(desk, d, brief=True) for d in claims.disagreements if d.kind is DisagreementKind.ASSESSMENT
        ),
        groups=tuple(groups),
    )


def _by_name(desk: Desk, expert: ActorId) -> tuple[str, str]:
    return fold_accents(desk.actor(expert).text).lower(), expert


def _group(desk: Desk, expert: ActorId, own: list[Judgement], placed: AbstractSet[str]) -> ExpertGroup:
    return ExpertGroup(
        heading=heading("expert", expert),
        expert=desk.actor(expert),
        roles=roles(desk, expert),
        judgements=tuple(_again(desk, j) if j.id in placed else judgement(desk, j) for j in own),
    )


def _again(desk: Desk, claim: Judgement) -> Statement:
    """A judgement shown under a further expert: its id stands under the first."""
    home = desk.to_claim(claim, wording.WORDS["permalink"])
    return replace(judgement(desk, claim, brief=True), anchor=None, former=(), home=home)
