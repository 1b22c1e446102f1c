"""All quotes, grouped by speaker."""

from dataclasses import dataclass

from builder.model.claims import Quote
from builder.model.ids import ActorId, fold_accents, slugify
from builder.pages import wording
from builder.pages.views.claims import RoleView, roles
from builder.pages.views.common import Desk, Head, Link, heading, home_crumb
from builder.pages.views.facets import Filters, quote_filters
from builder.pages.views.quoting import QuoteCard, quote


@dataclass(frozen=True, slots=True)
class SpeakerGroup:
    """What one speaker says. A speaker without a record goes by the words of the source, or by a phrase."""

    heading: str
    speaker: Link | None
    name: str
    roles: tuple[RoleView, ...]
    count: str
    quotes: tuple[QuoteCard, ...]


@dataclass(frozen=True, slots=True)
class QuotesPage:
    """What `quotes.md.jinja` receives."""

    head: Head
    filters: Filters
    groups: tuple[SpeakerGroup, ...]


def quotes_page(desk: Desk) -> QuotesPage:
    """Every quote once, under the speaker of its first printing; speakers by name, those without a record last."""
    groups: dict[tuple[bool, str, ActorId | None], list[Quote]] = {}
    for claim in desk.knowledge.claims.quotes:
        groups.setdefault((claim.speaker is None, _name(desk, claim), claim.speaker), []).append(claim)
    words = wording.WORDS
    ordered = sorted(groups.items(), key=lambda item: (item[0][0], fold_accents(item[0][1]).lower(), item[0][2] or ""))
    return QuotesPage(
        head=Head(words["quotes"], words["quotes_lead"], crumbs=home_crumb(desk), lists=True),
        filters=quote_filters(desk, [claim for _, claims in ordered for claim in sorted(claims, key=_place)]),
        groups=tuple(_group(desk, name, speaker, claims) for (_, name, speaker), claims in ordered),
    )


def _name(desk: Desk, claim: Quote) -> str:
    if claim.speaker is not None:
        return desk.actor(claim.speaker).text
    return claim.speaker_as_given or wording.WORDS["speaker_unnamed"]


def _group(desk: Desk, name: str, speaker: ActorId | None, claims: list[Quote]) -> SpeakerGroup:
    first = min(claims, key=lambda q: (q.evidence[0].source, q.evidence[0].start))
    anchor = heading("speaker", speaker) if speaker else heading("said", f"{slugify(name)}-{first.id}")
    return SpeakerGroup(
        heading=anchor,
        speaker=desk.actor(speaker) if speaker else None,
        name=name,
        roles=roles(desk, speaker),
        count=wording.counted(len(claims), "quote"),
        quotes=tuple(quote(desk, claim) for claim in sorted(claims, key=_place)),
    )


def _place(claim: Quote) -> tuple[str, int, str]:
    return claim.evidence[0].source, claim.evidence[0].start, claim.id
