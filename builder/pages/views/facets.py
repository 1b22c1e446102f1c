"""What a list can be narrowed by: facets with their choices, and which of them each record has."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from builder.model.claims import Actor, Agreement, Claim, Figure, Kind, Quote, Ref, Review
from builder.model.ids import fold_accents, slugify
from builder.pages import wording
from builder.pages.markdown import Md, script_data
from builder.pages.views.common import Desk
from builder.pages.wording_lists import FACETS, NAMING_NOBODY

E = TypeVar("E", bound=StrEnum)
C = TypeVar("C", bound=Claim)
NONE = "none"


@dataclass(frozen=True, slots=True, order=True)
class Choice:
    """One value of a facet; choices stand by rank, then by name."""

    rank: int
    folded: str
    label: str
    id: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What `filters` of `macros/lists.jinja` receives: labels of the facets, how many records there are, the rest as data.

    `data` holds the facets with their choices, and the records in the order in which they stand on the page, each with
    the numbers of its choices in every facet.
    """

    labels: tuple[str, ...]
    total: str
    data: Md


Facet = tuple[str, Callable[[Desk, C], Iterable[Choice]]]
"""A key, which is the name of its label too, and the choices that a record has."""


def quote_filters(desk: Desk, claims: Sequence[Quote]) -> Filters:
    """By speaker, role, party, issue, directness, source, time and review."""
    facets: tuple[Facet[Quote], ...] = (
        ("speaker", _speakers),
        ("role", _roles),
        ("party", lambda desk, claim: _parties(desk, _voices(desk, claim))),
        ("issue", lambda desk, claim: (_choice(desk.topic(topic).text, topic) for topic in claim.issues)),
        ("said", lambda _, claim: [_of_set(wording.QUOTE_KIND, claim.kind)]),
        *_ALWAYS,
    )
    return _filters(desk, Kind.QUOTES, ".quote", claims, facets)


def agreement_filters(desk: Desk, claims: Sequence[Agreement]) -> Filters:
    """By status, kind, parties, sector, year, source, time and review."""
    facets: tuple[Facet[Agreement], ...] = (
        ("status", lambda _, claim: [_of_set(wording.STATUS, claim.status)]),
        ("kind", lambda _, claim: [_of_set(wording.AGREEMENT_KIND, claim.kind)]),
        ("party", lambda desk, claim: (_choice(desk.actor(actor).text, actor) for actor in claim.parties)),
        ("sector", lambda _, claim: (_choice(sector, slugify(sector)) for sector in claim.sectors)),
        ("year", lambda _, claim: [_year(claim.date)]),
        *_ALWAYS,
    )
    return _filters(desk, Kind.AGREEMENTS, ".row", claims, facets)


def actor_filters(desk: Desk, claims: Sequence[Actor]) -> Filters:
    """By kind, importance, party, expertise, source, time and review."""
    facets: tuple[Facet[Actor], ...] = (
        ("kind", lambda _, claim: [_of_set(wording.ACTOR_KIND, claim.kind)]),
        ("importance", lambda _, claim: [_of_set(wording.IMPORTANCE, claim.importance)]),
        ("party", lambda desk, claim: _parties(desk, [claim])),
        ("expert", lambda _, claim: [_choice(wording.WORDS["expert"], "expert")] if claim.expert else []),
        *_ALWAYS,
    )
    return _filters(desk, Kind.ACTORS, ".row", claims, facets)


def figure_filters(desk: Desk, claims: Sequence[Figure]) -> Filters:
    """By unit, year, source, time and review."""
    facets: tuple[Facet[Figure], ...] = (
        ("unit", lambda _, claim: [_choice(claim.unit, slugify(claim.unit))]),
        ("year", lambda _, claim: [_year(None if claim.year is None else str(claim.year))]),
        *_ALWAYS,
    )
    return _filters(desk, Kind.FIGURES, "div.figure", claims, facets)


def _filters(desk: Desk, kind: Kind, items: str, claims: Sequence[C], facets: Sequence[Facet[C]]) -> Filters:
    had = [[sorted(set(choices(desk, claim))) for claim in claims] for _, choices in facets]
    offered = [sorted({choice for each in row for choice in each}) for row in had]
    for (key, _), row in zip(facets, offered, strict=True):
        row.extend(choice for choice in _REVIEWS if key == "review" and choice not in row)
    kept = [number for number, row in enumerate(offered) if row]
    data = {
        "list": kind.value,
        "items": items,
        "facets": [
            {"key": facets[n][0], "choices": [[choice.id, choice.label] for choice in offered[n]]} for n in kept
        ],
        "records": [
            [claim.id, [[offered[n].index(choice) for choice in had[n][at]] for n in kept]]
            for at, claim in enumerate(claims)
        ],
    }
    return Filters(
        labels=tuple(FACETS[facets[n][0]] for n in kept),
        total=wording.counted(len(claims), wording.KIND_ONE[kind]),
        data=script_data(data),
    )


def _choice(label: str, name: str, rank: int = 0) -> Choice:
    return Choice(rank, fold_accents(label).lower(), label, name)


def _of_set(labels: Mapping[E, str], value: E) -> Choice:
    """A value of a closed set, which stands in the order of the set."""
    return _choice(labels[value], str(value), tuple(labels).index(value))


def _speakers(desk: Desk, claim: Quote) -> Iterable[Choice]:
    """Everyone whom a printing names; names that stand for no record come after, whoever is not named last."""
    for printing in claim.occurrences:
        if printing.speaker:
            yield _choice(desk.actor(printing.speaker).text, printing.speaker)
        elif printing.speaker_as_given and _is_name(printing.speaker_as_given):
            yield _choice(printing.speaker_as_given, f"said-{slugify(printing.speaker_as_given)}", 1)
        else:
            yield _choice(wording.WORDS["speaker_unnamed"], NONE, 2)


def _is_name(words: str) -> bool:
    """Whether the words for a speaker begin as a name does: “they” and “an official” name nobody, however they are printed."""
    return words[:1].isupper() and words.split(maxsplit=1)[0].lower() not in NAMING_NOBODY


def _voices(desk: Desk, claim: Quote) -> tuple[Actor, ...]:
    refs = (Ref(Kind.ACTORS, printing.speaker) for printing in claim.occurrences if printing.speaker)
    found = (desk.knowledge.by_ref[ref] for ref in refs)
    return tuple(actor for actor in found if isinstance(actor, Actor))


def _roles(desk: Desk, claim: Quote) -> Iterable[Choice]:
    titles = [role.title for actor in _voices(desk, claim) for role in actor.roles if role.title]
    return (_choice(title, slugify(title)) for title in titles) if titles else [_unknown()]


def _parties(desk: Desk, actors: Iterable[Actor]) -> Iterable[Choice]:
    parties = [actor.party for actor in actors if actor.party]
    none = _choice(wording.WORDS["facet_no_party"], NONE, 1)
    return (_choice(desk.party(party).text, party) for party in parties) if parties else [none]


def _year(date: str | None) -> Choice:
    return _choice(date[:4], date[:4]) if date else _unknown()


def _unknown() -> Choice:
    return _choice(wording.WORDS["not_known"], NONE, 1)


def _sources(desk: Desk, claim: Claim) -> Iterable[Choice]:
    return (_choice(desk.sources[e.source].label, e.source) for e in claim.evidence)


def _timings(desk: Desk, claim: Claim) -> Iterable[Choice]:
    return (_of_set(wording.TIMING, desk.sources[e.source].timing) for e in claim.evidence)


def _reviews(_: Desk, claim: Claim) -> Iterable[Choice]:
    return [_REVIEWS[claim.review is Review.AUTO]]


_REVIEWS = (
    _choice(wording.WORDS["reviewed"], Review.EDITOR.value),
    _choice(wording.WORDS["unreviewed"], Review.AUTO.value, 1),
)
_ALWAYS: tuple[tuple[str, Callable[[Desk, Claim], Iterable[Choice]]], ...] = (
    ("source", _sources),
    ("timing", _timings),
    ("review", _reviews),
)
