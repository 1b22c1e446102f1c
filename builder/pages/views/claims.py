"""Claims as they stand on pages: a statement with its passages."""

from dataclasses import dataclass, replace
from typing import TypedDict

from builder.knowledge import urls
from builder.knowledge.references import sentence_of
from builder.model.claims import Actor, Claim, Judgement, Kind, Position, Ref, Review
from builder.model.ids import ActorId
from builder.pages import wording
from builder.pages.levels import Level, level
from builder.pages.views.common import Day, Desk, Link
from builder.pages.views.evidence import Chip, claim_chips


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the briefing with what it rests on.

    `anchor` is the record's id on the page that is its home, and None elsewhere, where `home` leads to it. `tags` are
    phrases, `topics` and `by` lead to the issue and to whoever says so. `number` is its number in a picture of the page.
    `linked`: only links lead to the passages, because they stand in full where the claim is at home.
    """

    anchor: str | None
    former: tuple[str, ...]
    home: Link | None
    text: str
    unreviewed: bool
    support: str
    chips: tuple[Chip, ...]
    tags: tuple[str, ...] = ()
    by: tuple[Link, ...] = ()
    topics: tuple[Link, ...] = ()
    note: str | None = None
    own: bool = True
    level: Level | None = None
    date: Day | None = None
    number: int | None = None
    linked: bool = False


@dataclass(frozen=True, slots=True)
class RoleView:
    """What somebody is, in the articles' words; either part may be missing."""

    title: str | None
    affiliation: str | None


def at_home(desk: Desk, claim: Claim) -> bool:
    """Whether the desk's page is the one on which the claim's id stands."""
    return urls.home_page(claim) == desk.page


class Placed(TypedDict):
    """Where a claim is at home: its id and former ids on that page, a link to it on others."""

    anchor: str | None
    former: tuple[str, ...]
    home: Link | None


def placed(desk: Desk, claim: Claim) -> Placed:
    """These, as seen from the desk's page."""
    if at_home(desk, claim):
        return Placed(anchor=claim.id, former=urls.former_anchors(claim), home=None)
    return Placed(anchor=None, former=(), home=desk.to_claim(claim, wording.WORDS["permalink"]))


def statement(
    desk: Desk,
    claim: Claim,
    *,
    tags: tuple[str, ...] = (),
    by: tuple[Link, ...] = (),
    topics: tuple[Link, ...] = (),
    date: Day | None = None,
    brief: bool = False,
) -> Statement:
    """A claim's sentence with its passages."""
    return Statement(
        **placed(desk, claim),
        text=sentence_of(claim),
        unreviewed=claim.review is Review.AUTO,
        support=desk.support(claim),
        chips=claim_chips(desk, claim, brief=brief),
        tags=tags,
        by=by,
        topics=topics,
        note=getattr(claim, "note", None),
        own=not isinstance(claim, Position) or claim.attribution.is_own,
        date=date,
    )


def position(desk: Desk, claim: Position, *, with_topic: bool = False, brief: bool = False) -> Statement:
    """A position with its attribution level and whoever holds or ascribes it, unless that is the party itself."""
    itself = claim.holder is not None and claim.holder == desk.parties[claim.party].actor
    said = statement(
        desk,
        claim,
        by=(desk.actor(claim.holder),) if claim.holder and not itself else (),
        topics=(desk.topic(claim.issue),) if with_topic else (),
        brief=brief,
    )
    return replace(said, level=level(claim.attribution))


def judgement(desk: Desk, claim: Judgement, *, with_topic: bool = True, brief: bool = False) -> Statement:
    """A judgement with its experts."""
    return statement(
        desk,
        claim,
        tags=(wording.OUTLOOK[claim.outlook],),
        by=desk.actors(claim.experts),
        topics=(desk.topic(claim.issue),) if with_topic else (),
        brief=brief,
    )


def roles(desk: Desk, actor_id: ActorId | None) -> tuple[RoleView, ...]:
    """An actor's roles as of the articles."""
    actor = desk.knowledge.by_ref.get(Ref(Kind.ACTORS, actor_id)) if actor_id else None
    return tuple(RoleView(role.title, role.affiliation) for role in actor.roles) if isinstance(actor, Actor) else ()
