"""An actor's page: what it is, says, holds and does, and where it is named."""

from dataclasses import dataclass
from itertools import groupby

from builder.knowledge import urls
from builder.model.claims import Actor, Agreement, Evidence, Review, Rights
from builder.model.ids import ActorId
from builder.model.knowledge import Mention
from builder.pages import wording
from builder.pages.marking import Segment, segments
from builder.pages.views.actor_index import tags_of
from builder.pages.views.claims import (
    QuoteCard,
    RoleView,
    Statement,
    judgement,
    position,
    quote,
    roles,
    statement,
)
from builder.pages.views.common import Desk, Head, Link, day
from builder.pages.views.evidence import Chip, claim_chips, passage_link
from builder.pages.views.home import DatedLink
from builder.pages.views.links import BacklinkView, backlinks
from builder.pages.views.matrix import home_crumb


@dataclass(frozen=True, slots=True)
class MentionView:
    """A place where the actor is named, the name marked."""

    segments: tuple[Segment, ...]
    passage: Link


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """The mentions in one source."""

    source: Link
    count: str
    mentions: tuple[MentionView, ...]


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quote in one line: its words lead to it, and the speaker to the speaker's page."""

    quote: Link
    kind: str
    speaker: Link | None


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
    claims, words, me = desk.knowledge.claims, wording.WORDS, ActorId(claim.id)
    return ActorPage(
        head=Head(
            claim.name,
            wording.described(claim.name, words["actor_lead"]),
            section=words["actors"],
            crumbs=(*home_crumb(desk), desk.to_page(urls.page_path(urls.Section.ACTORS), words["actors"])),
            boost=3,
        ),
        anchor=claim.id,
        name=claim.name,
        tags=tags_of(claim),
        party=desk.party(claim.party) if claim.party else None,
        aliases=claim.aliases,
        roles=roles(desk, me),
        unreviewed=claim.review is Review.AUTO,
        support=desk.support(claim),
        chips=claim_chips(desk, claim),
        quotes_by=tuple(
            quote(desk, q) for q in claims.quotes if me in {q.speaker, *(o.speaker for o in q.occurrences)}
        ),
        quotes_about=_quotes_about(desk, me),
        positions=tuple(position(desk, p, with_topic=True) for p in claims.positions if p.holder == me),
        agreements=tuple(
            DatedLink(desk.to_claim(a, a.title), day(a.date)) for a in claims.agreements if _takes_part(a, me)
        ),
        events=_events(desk, me),
        judgements=tuple(judgement(desk, j) for j in claims.judgements if me in j.experts),
        mentions=_mentions(desk, me),
        backlinks=backlinks(desk, claim),
    )


def _takes_part(agreement: Agreement, me: ActorId) -> bool:
    return me in agreement.parties or me in agreement.signatories


def _quotes_about(desk: Desk, me: ActorId) -> tuple[QuoteLine, ...]:
    """What is said about the party that the actor is, by the quote's own words."""
    parties = {party.id for party in desk.knowledge.subject.parties if party.actor == me}
    return tuple(
        QuoteLine(desk.to_claim(q, q.text), wording.QUOTE_KIND[q.kind], desk.actor(q.speaker) if q.speaker else None)
        for q in desk.knowledge.claims.quotes
        if parties.intersection(q.about)
    )


def _events(desk: Desk, me: ActorId) -> tuple[Statement, ...]:
    """The events whose passages name the actor."""
    names = {(mention.source, mention.name) for mention in desk.knowledge.mentions.get(me, ())}

    def names_me(passage: Evidence) -> bool:
        return any(source == passage.source and passage.span.holds(name) for source, name in names)

    found = [event for event in desk.knowledge.claims.events if any(map(names_me, event.evidence))]
    return tuple(
        statement(desk, event, tags=(wording.EVENT_STATUS[event.status],), date=day(event.date))
        for event in sorted(found, key=lambda e: (e.date, e.id))
    )


def _mentions(desk: Desk, me: ActorId) -> tuple[MentionGroup, ...]:
    """By source; none where its words may not be published."""
    return tuple(
        MentionGroup(desk.source(source_id), wording.counted(len(views), "mention"), views)
        for source_id, group in groupby(desk.knowledge.mentions.get(me, ()), key=lambda m: m.source)
        if desk.sources[source_id].rights is not Rights.NONE and (views := tuple(_mention(desk, m) for m in group))
    )


def _mention(desk: Desk, mention: Mention) -> MentionView:
    source = desk.sources[mention.source]
    text = desk.knowledge.texts[mention.source].text
    passage = passage_link(desk, source, mention.paragraph)
    if not desk.has_place(source.id, mention.paragraph):
        passage = Link(passage.text, desk.source(source.id).href)
    return MentionView(segments(text, mention.shown, [mention.name]), passage)
