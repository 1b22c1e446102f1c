"""Agreements → the picture of who takes part in what, and who signed."""

from collections.abc import Sequence

from builder.knowledge import urls
from builder.model.claims import Actor, Agreement, Kind, Ref, Status
from builder.model.ids import ActorId
from builder.pages import wording
from builder.pages.pictures.lanes import Mark
from builder.pages.pictures.marks import Meaning
from builder.pages.pictures.weaving import Bundle, Key, Member
from builder.pages.pictures.web import Sizes, WebWords, draw_web
from builder.pages.views.common import Desk
from builder.pages.views.pictures import Picture, picture

WIDE = Sizes(width=680.0, column=180.0, marks=6)
TALL = Sizes(width=358.0, column=124.0, marks=2)
_STYLE = {
    Status.SIGNED: ("pic-full", True),
    Status.IN_FORCE: ("pic-full", False),
    Status.EXPECTED: ("pic-dashed", True),
    Status.PROPOSED: ("pic-dashed", False),
    Status.HISTORICAL: ("pic-half", False),
    Status.UNCLEAR: ("pic-empty", True),
}
"""The style of a mark, and whether its frame is round: no two states look alike."""


def ties(desk: Desk, numbered: Sequence[tuple[int, Agreement]]) -> Picture | None:
    """The picture of agreements, each with its number in the register; None where nobody takes part in any."""
    bundles = _bundles(desk, numbered)
    members = _members(desk, dict.fromkeys(taker for bundle in bundles for taker in bundle.all))
    if not members:
        return None
    present = {agreement.status for _, agreement in numbered}
    words = wording.WORDS
    said = WebWords(
        words["ties"],
        words["ties_description"],
        tuple(Meaning(*_described(status)) for status in Status if status in present),
        _lines(bundles),
    )
    wide, tall = (draw_web(members, bundles, sizes, said) for sizes in (WIDE, TALL))
    return picture("ties", words["ties_reading"], wide, tall)


def _lines(bundles: Sequence[Bundle]) -> tuple[tuple[str, str], ...]:
    words = wording.WORDS
    party = (("pic-tie", words["ties_party"]),) if any(bundle.takers for bundle in bundles) else ()
    signed = (("pic-sign", words["ties_signed"]),) if any(bundle.signers for bundle in bundles) else ()
    return (*party, *signed)


def _described(status: Status) -> tuple[str, str, bool]:
    style, rounded = _STYLE[status]
    return style, wording.STATUS[status], rounded


def _bundles(desk: Desk, numbered: Sequence[tuple[int, Agreement]]) -> tuple[Bundle, ...]:
    """Agreements with the same parties and signatories together, in the order in which they are first met."""
    found: dict[Key, list[Mark]] = {}
    for number, agreement in numbered:
        key = tuple(sorted(set(agreement.parties))), tuple(sorted(set(agreement.signatories)))
        found.setdefault(key, []).append(_mark(desk, number, agreement))
    return tuple(Bundle(takers, signers, tuple(marks)) for (takers, signers), marks in found.items())


def _mark(desk: Desk, number: int, agreement: Agreement) -> Mark:
    style, rounded = _STYLE[agreement.status]
    return Mark(str(number), agreement.title, _href(desk, agreement), style, rounded)


def _members(desk: Desk, ids: Sequence[str] | dict[str, None]) -> tuple[Member, ...]:
    """The actors, each in the frame of the party that it is or belongs to."""
    heads = {party.actor for party in desk.knowledge.subject.parties}
    members = []
    for actor_id in ids:
        actor = desk.knowledge.by_ref[Ref(Kind.ACTORS, actor_id)]
        if isinstance(actor, Actor):
            frame = f"party {actor.party}" if actor.party else actor_id
            head = ActorId(actor_id) in heads or not actor.party
            members.append(Member(actor_id, actor.name, _href(desk, actor), frame, head))
    return tuple(members)


def _href(desk: Desk, claim: Actor | Agreement) -> str:
    return urls.raw_link(desk.page, desk.knowledge.urls[urls.ref_of(claim)])
