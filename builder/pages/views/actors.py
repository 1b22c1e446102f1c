"""An actor's page: what it is, says, holds and does, and where it is named."""

from dataclasses import dataclass

from builder.knowledge import urls
from builder.model.claims import Actor, Review
from builder.model.ids import ActorId
from builder.pages import wording
from builder.pages.views.actor_index import tags_of
from builder.pages.views.claims import RoleView, Statement, judgement, position, roles, statement
from builder.pages.views.common import DatedLink, Desk, Head, Link, day, home_crumb
from builder.pages.views.evidence import Chip, claim_chips
from builder.pages.views.links import BacklinkView, backlinks
from builder.pages.views.naming import MentionGroup, mentions, named_in, quotes_about
from builder.pages.views.quoting import QuoteCard, QuoteLine, quote


@dataclass(frozen=True, slots=True)
class ActorPage:
    """What `actor.md.jinja` receives."""

    head: Head
    anchor: str
    name: str
    tags: tuple[str, ...]
    party: Link | None
    aliases: tuple[str, ...]
    roles: tuple[RoleView, ...]
    unreviewed: bool
    support: str
    named: str
    chips: tuple[Chip, ...]
    quotes_by: tuple[QuoteCard, ...]
    quotes_about: tuple[QuoteLine, ...]
    positions: tuple[Statement, ...]
    agreements: tuple[DatedLink, ...]
    events: tuple[Statement, ...]
    judgements: tuple[Statement, ...]
    mentions: tuple[MentionGroup, ...]
    backlinks: tuple[BacklinkView, ...]


def actor_page(desk: Desk, claim: Actor) -> ActorPage:
    """The page of a core or secondary actor."""
    found, words, me = desk.found, wording.WORDS, ActorId(claim.id)
    return ActorPage(
        head=Head(
            claim.name,
            wording.described(claim.name, words["actor_lead"]),
            section=words["actors"],
            crumbs=(*home_crumb(desk), desk.to_page(urls.page_path(urls.Section.ACTORS), words["actors"])),
        ),
        anchor=claim.id,
        name=claim.name,
        tags=tags_of(claim),
        party=desk.party(claim.party) if claim.party else None,
        aliases=claim.aliases,
        roles=roles(desk, me),
        unreviewed=claim.review is Review.AUTO,
        support=desk.support(claim),
        named=wording.named(named_in(desk, me)),
        chips=claim_chips(desk, claim),
        quotes_by=tuple(quote(desk, q) for q in found.quotes_by.get(me, ())),
        quotes_about=quotes_about(desk, me),
        positions=tuple(position(desk, p, with_topic=True) for p in found.positions_by.get(me, ())),
        agreements=tuple(DatedLink(desk.to_claim(a, a.title), day(a.date)) for a in found.agreements_of.get(me, ())),
        events=_events(desk, me),
        judgements=tuple(judgement(desk, j) for j in found.judged.get(me, ())),
        mentions=mentions(desk, me),
        backlinks=backlinks(desk, claim),
    )


def _events(desk: Desk, me: ActorId) -> tuple[Statement, ...]:
    """The events whose passages name the actor."""
    return tuple(
        statement(desk, event, tags=(wording.EVENT_STATUS[event.status],), date=day(event.date))
        for event in sorted(desk.found.events_naming.get(me, ()), key=lambda e: (e.date, e.id))
    )
