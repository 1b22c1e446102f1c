"""Claims without the records that were left out: what refers to them loses the reference, or is left out as well."""

from collections.abc import Iterable
from dataclasses import replace

from builder.model.claims import Agreement, Claims, Kind, Position, Quote, Ref
from builder.model.ids import ActorId


def without(claims: Claims, gone: frozenset[ActorId]) -> tuple[Claims, tuple[Ref, ...]]:
    """The claims with no reference to these actors, and those that could not do without.

    A quote loses its speaker, a position its holder, an agreement a signatory or a party; an agreement without
    a party and a judgement without an expert are left out.
    """
    if not gone:
        return claims, ()
    agreements = tuple(_agreement(one, gone) for one in claims.agreements)
    judgements = tuple(replace(one, experts=_kept(one.experts, gone)) for one in claims.judgements)
    bereft = frozenset(
        new.id for old, new in zip(claims.agreements, agreements, strict=True) if old.parties and not new.parties
    )
    dropped = (
        *(Ref(Kind.AGREEMENTS, one) for one in sorted(bereft)),
        *(Ref(Kind.JUDGEMENTS, one.id) for one in judgements if not one.experts),
    )
    pruned = replace(
        claims,
        quotes=tuple(_quote(one, gone) for one in claims.quotes),
        positions=tuple(_position(one, gone) for one in claims.positions),
        agreements=tuple(one for one in agreements if one.id not in bereft),
        judgements=tuple(one for one in judgements if one.experts),
    )
    return pruned, dropped


def _kept(ids: Iterable[ActorId], gone: frozenset[ActorId]) -> tuple[ActorId, ...]:
    return tuple(actor for actor in ids if actor not in gone)


def _agreement(claim: Agreement, gone: frozenset[ActorId]) -> Agreement:
    return replace(claim, parties=_kept(claim.parties, gone), signatories=_kept(claim.signatories, gone))


def _position(claim: Position, gone: frozenset[ActorId]) -> Position:
    return replace(claim, holder=None) if claim.holder in gone else claim


def _quote(claim: Quote, gone: frozenset[ActorId]) -> Quote:
    occurrences = tuple(replace(one, speaker=None) if one.speaker in gone else one for one in claim.occurrences)
    return replace(claim, speaker=None if claim.speaker in gone else claim.speaker, occurrences=occurrences)
