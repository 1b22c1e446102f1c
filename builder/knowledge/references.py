"""What a claim refers to, as what, and the sentence that stands for it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from builder.knowledge.urls import ref_of
from builder.model.claims import (
    CLAIM_KINDS,
    Actor,
    Agreement,
    Claim,
    Claims,
    Disagreement,
    Gap,
    Judgement,
    Kind,
    Position,
    Quote,
    Ref,
    Summary,
    Term,
)
from builder.model.knowledge import Backlink

_SENTENCE_FIELDS = ("statement", "title", "text", "subject", "name")


def all_claims(claims: Claims) -> Iterator[Claim]:
    """Every claim, list after list."""
    for kind in CLAIM_KINDS:
        yield from claims.of(kind)


def sentence_of(claim: Claim) -> str:
    """The field that says what the claim says; empty for a gap."""
    for name in _SENTENCE_FIELDS:
        value = getattr(claim, name, None)
        if isinstance(value, str):
            return value
    return ""


def references(claim: Claim) -> tuple[tuple[Ref, str], ...]:
    """Everything the claim refers to by id, and as what; each pair once, sources of its passages last."""
    named = dict.fromkeys((Ref(kind, str(target)), role) for kind, role, target in _named(claim) if target)
    cited = dict.fromkeys((Ref(Kind.SOURCES, str(e.source)), "evidence") for e in claim.evidence)
    return (*named, *cited)


def _named(claim: Claim) -> Iterator[tuple[Kind, str, str | None]]:
    """Kind of the target, role, id or None."""
    if isinstance(claim, Actor):
        yield Kind.PARTIES, "member", claim.party
    elif isinstance(claim, Quote):
        yield from _named_in_quote(claim)
    elif isinstance(claim, Agreement):
        yield from ((Kind.ACTORS, "party", actor) for actor in claim.parties)
        yield from ((Kind.ACTORS, "signatory", actor) for actor in claim.signatories)
    elif isinstance(claim, Position):
        yield Kind.PARTIES, "party", claim.party
        yield Kind.TOPICS, "issue", claim.issue
        yield Kind.ACTORS, "holder", claim.holder
    elif isinstance(claim, Judgement):
        yield from ((Kind.ACTORS, "expert", actor) for actor in claim.experts)
        yield Kind.TOPICS, "issue", claim.issue
    elif isinstance(claim, Gap):
        yield Kind.PARTIES, "party", claim.party
        yield Kind.TOPICS, "issue", claim.issue
    elif isinstance(claim, Summary):
        yield Kind.TOPICS, "issue", claim.issue
    elif isinstance(claim, Disagreement):
        yield from ((Kind.TOPICS, "issue", topic) for topic in claim.issues)


def _named_in_quote(quote: Quote) -> Iterator[tuple[Kind, str, str | None]]:
    yield Kind.ACTORS, "speaker", quote.speaker
    yield from ((Kind.ACTORS, "speaker", printing.speaker) for printing in quote.occurrences)
    yield from ((Kind.TOPICS, "issue", topic) for topic in quote.issues)
    yield from ((Kind.PARTIES, "about", party) for party in quote.about)


def backlinks_of(claims: Iterable[Claim]) -> Mapping[Ref, tuple[Backlink, ...]]:
    """For everything that is referred to: who refers to it, as what and in which sentence. Sorted throughout."""
    links: dict[Ref, list[Backlink]] = defaultdict(list)
    for claim in claims:
        ref, sentence = ref_of(claim), sentence_of(claim)
        for target, role in references(claim):
            links[target].append(Backlink(ref, role, sentence))
    return {target: tuple(sorted(links[target])) for target in sorted(links)}


def names_of(claim: Actor | Term) -> tuple[str, ...]:
    """The name and the aliases, each once, in the order written."""
    return tuple(dict.fromkeys(name for name in (claim.name, *claim.aliases) if name.strip()))
