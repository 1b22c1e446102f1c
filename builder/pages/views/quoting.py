"""Quotes as they stand on pages: the card with every printing, and the line that leads to it."""

from dataclasses import dataclass

from builder.model.claims import Quote, QuoteKind, Review
from builder.model.ids import ActorId
from builder.pages import wording
from builder.pages.views.claims import RoleView, placed, roles
from builder.pages.views.common import Desk, Link
from builder.pages.views.evidence import Chip, SourceDate, chips, claim_chips, source_date

_MARKS = tuple("\"“”„«»‘'")
"""What words begin with that carry quotation marks of their own."""


@dataclass(frozen=True, slots=True)
class Printing:
    """One source's printing of an utterance, with the speaker that this source gives."""

    source: Link
    date: SourceDate
    speaker: Link | None
    as_given: str | None
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """An utterance as printed. `printings` stands where it is printed more than once, `chips` where it is not.

    `marked`: quotation marks are drawn around the words. `also_named` leads to other people whom the words for the
    speaker name.
    """

    anchor: str | None
    former: tuple[str, ...]
    home: Link | None
    text: str
    kind: str
    direct: bool
    marked: bool
    speaker: Link | None
    as_given: str | None
    also_named: tuple[Link, ...]
    cue: str | None
    roles: tuple[RoleView, ...]
    topics: tuple[Link, ...]
    about: tuple[Link, ...]
    unreviewed: bool
    support: str
    chips: tuple[Chip, ...]
    printings: tuple[Printing, ...]
    speakers_differ: bool


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quote in one line: its words lead to it, and the speaker to the speaker's page, if there is one."""

    quote: Link
    kind: str
    marked: bool
    speaker: Link | None
    as_given: str | None


def quote(desk: Desk, claim: Quote) -> QuoteCard:
    """The card of an utterance."""
    several = len(claim.occurrences) > 1
    return QuoteCard(
        **placed(desk, claim),
        text=claim.text,
        kind=wording.QUOTE_KIND[claim.kind],
        direct=claim.kind is not QuoteKind.INDIRECT,
        marked=_marked(claim),
        speaker=desk.actor(claim.speaker) if claim.speaker else None,
        as_given=_as_given(desk, claim.speaker, claim.speaker_as_given),
        also_named=_also_named(desk, claim),
        cue=claim.cue,
        roles=roles(desk, claim.speaker),
        topics=tuple(desk.topic(topic) for topic in claim.issues),
        about=tuple(desk.party(party) for party in claim.about),
        unreviewed=claim.review is Review.AUTO,
        support=desk.support(claim),
        chips=() if several else claim_chips(desk, claim),
        printings=_printings(desk, claim) if several else (),
        speakers_differ=len({o.speaker or o.speaker_as_given for o in claim.occurrences}) > 1,
    )


def quote_line(desk: Desk, claim: Quote) -> QuoteLine:
    """An utterance in one line."""
    return QuoteLine(
        quote=desk.to_claim(claim, claim.text),
        kind=wording.QUOTE_KIND[claim.kind],
        marked=_marked(claim),
        speaker=desk.actor(claim.speaker) if claim.speaker else None,
        as_given=None if claim.speaker else claim.speaker_as_given,
    )


def _marked(claim: Quote) -> bool:
    """Whether quotation marks are drawn: around a direct quotation whose record leaves them out."""
    return claim.kind is QuoteKind.DIRECT and not claim.text.startswith(_MARKS)


def _also_named(desk: Desk, claim: Quote) -> tuple[Link, ...]:
    """The people, other than the speaker, whose names stand in the source's words for the speaker."""
    named = desk.found.people.named_in(claim.speaker_as_given or "")
    return tuple(desk.actor(actor) for actor in named if actor != claim.speaker)


def _printings(desk: Desk, claim: Quote) -> tuple[Printing, ...]:
    return tuple(
        Printing(
            source=desk.source(printing.source),
            date=source_date(desk.sources[printing.source]),
            speaker=desk.actor(printing.speaker) if printing.speaker else None,
            as_given=_as_given(desk, printing.speaker, printing.speaker_as_given),
            chips=chips(desk, claim, printing.parts),
        )
        for printing in claim.occurrences
    )


def _as_given(desk: Desk, speaker: ActorId | None, as_given: str | None) -> str | None:
    """The speaker in the source's words, unless they are the name under which the speaker stands there already."""
    return None if speaker and desk.actor(speaker).text == as_given else as_given
