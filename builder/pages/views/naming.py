"""Where an actor is named: in the articles, in what others say, and in what happened."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from builder.model.claims import Claim, Evidence, Rights
from builder.model.ids import ActorId
from builder.model.knowledge import Mention
from builder.pages import wording
from builder.pages.marking import Segment, segments
from builder.pages.views.common import Desk, Link
from builder.pages.views.evidence import passage_link
from builder.pages.views.quoting import QuoteLine, quote_line


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


def naming(desk: Desk, me: ActorId) -> Callable[[Claim], bool]:
    """Whether a claim's own passages name the actor."""
    names = [(mention.source, place) for mention in desk.knowledge.mentions.get(me, ()) for place in mention.places]

    def names_me(passage: Evidence) -> bool:
        return any(source == passage.source and passage.span.holds(place) for source, place in names)

    return lambda claim: any(map(names_me, claim.evidence))


def quotes_about(desk: Desk, me: ActorId) -> tuple[QuoteLine, ...]:
    """What others say that names the actor, or is about the party that the actor is."""
    parties = {party.id for party in desk.knowledge.subject.parties if party.actor == me}
    named = naming(desk, me)
    return tuple(
        quote_line(desk, claim)
        for claim in desk.knowledge.claims.quotes
        if me not in {claim.speaker, *(printing.speaker for printing in claim.occurrences)}
        and (parties.intersection(claim.about) or named(claim))
    )


def named_in(desk: Desk, me: ActorId) -> int:
    """In how many sources the actor is named."""
    return len({mention.source for mention in desk.knowledge.mentions.get(me, ())})


def mentions(desk: Desk, me: ActorId) -> tuple[MentionGroup, ...]:
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
    return MentionView(segments(text, mention.shown, mention.places), passage)
