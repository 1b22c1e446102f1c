"""The whole briefing on one page, for paper: every claim with numbers that lead to its passages at the end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.knowledge.references import sentence_of
from builder.model.claims import (
    Agreement,
    Claim,
    Disagreement,
    Event,
    EventStatus,
    Evidence,
    Figure,
    Judgement,
    Position,
    Review,
    Rights,
    Status,
)
from builder.model.ids import ActorId, PartyId, TopicId, fold_accents
from builder.pages import wording
from builder.pages.markdown import Md, address
from builder.pages.views.common import Day, Desk, Head, Link, day, heading, home_crumb, title_of
from builder.pages.views.evidence import SourceDate, passage_link, source_date
from builder.pages.views.home import in_order
from builder.pages.views.matrix import gap_of, gap_words, positions_of


class Numbers:
    """The numbers of the notes: every passage that is cited has one, given when it is first cited on the page."""

    def __init__(self) -> None:
        self._given: dict[Evidence, int] = {}

    def of(self, passages: Iterable[Evidence]) -> tuple[int, ...]:
        """The numbers of passages, in order and each once."""
        return tuple(sorted({self._given.setdefault(passage, len(self._given) + 1) for passage in passages}))

    def given(self) -> tuple[tuple[int, Evidence], ...]:
        """Every note so far, by its number."""
        return tuple((number, passage) for passage, number in self._given.items())


@dataclass(frozen=True, slots=True)
class Line:
    """A claim in a line; `lead` is what stands before it, `tags` and `by` what qualifies it, `cites` lead to its notes."""

    lead: Day | None
    text: str
    tags: tuple[str, ...]
    by: tuple[str, ...]
    note: str | None
    cites: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading; `heading` is its anchor."""

    heading: str
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PartyPart:
    """What a party holds on an issue, its own statements apart; `gap` where nothing is recorded."""

    party: str
    own: tuple[Line, ...]
    ascribed: tuple[Line, ...]
    gap: str | None


@dataclass(frozen=True, slots=True)
class TopicPart:
    """An issue across the parties."""

    heading: str
    topic: str
    parties: tuple[PartyPart, ...]


@dataclass(frozen=True, slots=True)
class ConflictPart:
    """A disagreement with its versions."""

    heading: str
    title: str
    kind: str
    versions: tuple[Line, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class GapPart:
    """The parties that say nothing on an issue."""

    topic: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A passage under its number, with the short name of its source; `words` is None where they may not be published."""

    anchor: str
    number: int
    source: str
    words: str | None
    place: Link


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source with the short name by which the notes call it, unless that is its title or its outlet.

    `original` is the target of a link to another host, or None.
    """

    heading: str
    source: Link
    label: str | None
    outlet: str
    date: SourceDate
    original: Md | None


@dataclass(frozen=True, slots=True)
class DossierPage:
    """What `dossier.md.jinja` receives."""

    head: Head
    name: str
    question: str
    as_of: Day | None
    sources: str
    bottom_line: tuple[Line, ...]
    topics: tuple[TopicPart, ...]
    agreements: tuple[Part, ...]
    events: tuple[Part, ...]
    figures: tuple[Line, ...]
    disagreements: tuple[ConflictPart, ...]
    gaps: tuple[GapPart, ...]
    experts: tuple[Part, ...]
    cited: tuple[CitedSource, ...]
    notes: tuple[Note, ...]


def dossier_page(desk: Desk) -> DossierPage:
    """The dossier, in the order in which the site tells it."""
    knowledge, words = desk.knowledge, wording.WORDS
    numbers = Numbers()
    return DossierPage(  # its parts in the order of the paper, for so their notes are numbered
        head=Head(
            words["dossier"],
            words["dossier_lead"],
            crumbs=home_crumb(desk),
            wide=True,
            template="dossier",
        ),
        name=knowledge.subject.title,
        question=knowledge.subject.question,
        as_of=day(knowledge.build.as_of),
        sources=wording.counted(len(knowledge.sources), "source"),
        bottom_line=tuple(_line(desk, summary, numbers) for summary in in_order(desk)),
        topics=tuple(_topic(desk, topic.id, numbers) for topic in knowledge.subject.topics),
        agreements=tuple(_agreements(desk, numbers)),
        events=tuple(_events(desk, numbers)),
        figures=tuple(
            _line(desk, f, numbers) for f in sorted(knowledge.claims.figures, key=lambda f: (f.subject, f.id))
        ),
        disagreements=tuple(_conflict(claim, numbers) for claim in knowledge.claims.disagreements),
        gaps=tuple(_gaps(desk)),
        experts=tuple(_experts(desk, numbers)),
        cited=tuple(_cited(desk)),
        notes=tuple(_notes(desk, numbers)),
    )


def _cites(passages: Iterable[Evidence], numbers: Numbers) -> tuple[Link, ...]:
    return tuple(Link(str(number), Md(f"#{_anchor(number)}")) for number in numbers.of(passages))


def _anchor(number: int) -> str:
    return heading("note", str(number))


def _line(desk: Desk, claim: Claim, numbers: Numbers) -> Line:
    tags, by = _qualified(desk, claim)
    if claim.review is Review.AUTO:
        tags = (wording.WORDS["unreviewed"], *tags)
    dated = claim.date if isinstance(claim, Event | Agreement) else None
    note = getattr(claim, "note", None)
    return Line(day(dated), sentence_of(claim), tags, by, note, _cites(claim.evidence, numbers))


def _qualified(desk: Desk, claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What qualifies a claim, and by whom."""
    match claim:
        case Position():
            return (wording.ATTRIBUTION[claim.attribution],), _names(desk, (claim.holder,) if claim.holder else ())
        case Agreement():
            return (wording.AGREEMENT_KIND[claim.kind],), _names(desk, claim.parties)
        case Figure():
            return (claim.as_printed, *((str(claim.year),) if claim.year is not None else ())), ()
        case Judgement():
            return (wording.OUTLOOK[claim.outlook],), ()
        case _:
            return (), ()


def _names(desk: Desk, ids: Sequence[ActorId]) -> tuple[str, ...]:
    return tuple(desk.actor(actor_id).text for actor_id in ids)


def _topic(desk: Desk, topic: TopicId, numbers: Numbers) -> TopicPart:
    parties = tuple(_party(desk, party.id, topic, numbers) for party in desk.knowledge.subject.parties)
    return TopicPart(heading("issue", topic), desk.topics[topic].name, parties)


def _party(desk: Desk, party: PartyId, topic: TopicId, numbers: Numbers) -> PartyPart:
    held = positions_of(desk, party, topic)
    gap = gap_of(desk, party, topic)
    nothing = gap_words(gap) if gap else wording.WORDS["nothing_said"]
    return PartyPart(
        party=desk.parties[party].name,
        own=tuple(_line(desk, p, numbers) for p in held if p.attribution.is_own),
        ascribed=tuple(_line(desk, p, numbers) for p in held if not p.attribution.is_own),
        gap=None if held else nothing,
    )


def _agreements(desk: Desk, numbers: Numbers) -> Iterable[Part]:
    every = sorted(desk.knowledge.claims.agreements, key=lambda a: (a.date is None, a.date or "", a.id))
    for status in Status:
        lines = tuple(_line(desk, a, numbers) for a in every if a.status is status)
        if lines:
            yield Part(heading("status", status.value), wording.STATUS_HEADING[status], lines)


def _events(desk: Desk, numbers: Numbers) -> Iterable[Part]:
    every = sorted(desk.knowledge.claims.events, key=lambda e: (e.date, e.id))
    for status in EventStatus:
        lines = tuple(_line(desk, e, numbers) for e in every if e.status is status)
        if lines:
            yield Part(heading("event", status.value), wording.EVENT_HEADING[status], lines)


def _conflict(claim: Disagreement, numbers: Numbers) -> ConflictPart:
    return ConflictPart(
        heading=heading("disagreement", claim.id),
        title=claim.title,
        kind=wording.DISAGREEMENT_KIND[claim.kind],
        versions=tuple(Line(None, v.statement, (), (), None, _cites(v.evidence, numbers)) for v in claim.versions),
        note=claim.note,
    )


def _gaps(desk: Desk) -> Iterable[GapPart]:
    for topic in desk.knowledge.subject.topics:
        found = [gap for gap in desk.knowledge.claims.gaps if gap.issue == topic.id]
        if found:
            yield GapPart(topic.name, tuple(desk.parties[gap.party].name for gap in found))


def _experts(desk: Desk, numbers: Numbers) -> Iterable[Part]:
    """The experts by name; a judgement of several stands under each."""
    judged = desk.knowledge.claims.judgements
    ids = {expert for judgement in judged for expert in judgement.experts}
    for expert in sorted(ids, key=lambda e: (fold_accents(desk.actor(e).text).lower(), e)):
        lines = tuple(_line(desk, judgement, numbers) for judgement in judged if expert in judgement.experts)
        yield Part(heading("expert", expert), desk.actor(expert).text, lines)


def _cited(desk: Desk) -> Iterable[CitedSource]:
    for source in desk.knowledge.sources:
        yield CitedSource(
            heading=heading("source", source.id),
            source=Link(title_of(source), desk.source(source.id).href),
            label=None if source.label in {title_of(source), source.outlet} else source.label,
            outlet=source.outlet or wording.WORDS["outlet_unknown"],
            date=source_date(source),
            original=address(source.link) if source.link else None,
        )


def _notes(desk: Desk, numbers: Numbers) -> Iterable[Note]:
    for number, passage in numbers.given():
        source = desk.sources[passage.source]
        yield Note(
            anchor=_anchor(number),
            number=number,
            source=source.label,
            words=None if source.rights is Rights.NONE else passage.text,
            place=passage_link(desk, source, desk.knowledge.excerpts[passage].paragraph),
        )
