"""Where an actor is named: in the articles, in what others say, and in what happened."""

from dataclasses import dataclass
from itertools import groupby

from builder.model.claims import Rights
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


def quotes_about(desk: Desk, me: ActorId) -> tuple[QuoteLine, ...]:
    """What others say that names the actor, or is about the party that the actor is."""
    return tuple(quote_line(desk, claim) for claim in desk.found.quotes_about.get(me, ()))


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
