"""The index of actors."""

from dataclasses import dataclass

from builder.knowledge import urls
from builder.model.claims import Actor, Importance, Review
from builder.model.ids import ActorId, fold_accents
from builder.pages import wording
from builder.pages.views.claims import RoleView, at_home, roles
from builder.pages.views.common import Desk, Head, Link, heading, home_crumb
from builder.pages.views.evidence import Chip, claim_chips
from builder.pages.views.facets import Filters, actor_filters


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A row of the index. `page` leads to the actor's own page; a mention has none, and its id stands here."""

    anchor: str | None
    former: tuple[str, ...]
    page: Link | None
    name: str
    aliases: tuple[str, ...]
    roles: tuple[RoleView, ...]
    party: Link | None
    tags: tuple[str, ...]
    unreviewed: bool
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class ActorGroup:
    """The actors of one kind; `heading` is the anchor of its heading."""

    heading: str
    label: str
    rows: tuple[ActorRow, ...]


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """What `actors.md.jinja` receives."""

    head: Head
    filters: Filters
    groups: tuple[ActorGroup, ...]


def actors_page(desk: Desk) -> ActorsPage:
    """The index, by kind; core actors first, then by name."""
    ranks = tuple(Importance)
    every = sorted(
        desk.knowledge.claims.actors, key=lambda a: (ranks.index(a.importance), fold_accents(a.name).lower(), a.id)
    )
    words = wording.WORDS
    groups = ((kind, tuple(_row(desk, a) for a in every if a.kind is kind)) for kind in wording.ACTOR_KIND_HEADING)
    return ActorsPage(
        head=Head(words["actors"], words["actors_lead"], crumbs=home_crumb(desk), lists=True),
        filters=actor_filters(desk, [a for kind in wording.ACTOR_KIND_HEADING for a in every if a.kind is kind]),
        groups=tuple(
            ActorGroup(heading("kind", kind.value), wording.ACTOR_KIND_HEADING[kind], rows)
            for kind, rows in groups
            if rows
        ),
    )


def tags_of(claim: Actor) -> tuple[str, ...]:
    """What kind of actor it is, how much it matters here, and whether it is heard as an expert."""
    expert = (wording.WORDS["expert"],) if claim.expert else ()
    return (wording.ACTOR_KIND[claim.kind], wording.IMPORTANCE[claim.importance], *expert)


def _row(desk: Desk, claim: Actor) -> ActorRow:
    home = at_home(desk, claim)
    return ActorRow(
        anchor=claim.id if home else None,
        former=urls.former_anchors(claim) if home else (),
        page=None if home else desk.to_claim(claim, claim.name),
        name=claim.name,
        aliases=claim.aliases,
        roles=roles(desk, ActorId(claim.id)),
        party=desk.party(claim.party) if claim.party else None,
        tags=tags_of(claim)[1:],
        unreviewed=claim.review is Review.AUTO,
        chips=claim_chips(desk, claim, brief=True),
    )
