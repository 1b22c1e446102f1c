"""Claims, sources and texts → Knowledge: everything looked up, linked, counted and given an address."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from builder.knowledge.excerpts import excerpts_of
from builder.knowledge.mentions import mentions_of
from builder.knowledge.references import all_claims, backlinks_of
from builder.knowledge.shares import shares_of
from builder.knowledge.support import support_of
from builder.knowledge.urls import Item, ref_of, url_of
from builder.model.claims import CLAIM_KINDS, Claims, Gap, Kind, Ref, Review, Rights, Source
from builder.model.ids import SourceId, free_id
from builder.model.knowledge import BuildFacts, Change, Knowledge, Subject
from builder.model.text import SourceText

UNDATED = "9999"
"""Sorts after every ISO day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What `BuildFacts` says that does not follow from the claims. `checks` may be completed after assembling."""

    generator_version: str
    sources_sha256: str
    as_of: str | None = None
    built: str | None = None
    checks: Mapping[str, int] = field(default_factory=dict)
    withheld: tuple[Ref, ...] = ()


def assemble(
    *,
    subject: Subject,
    sources: Iterable[Source],
    texts: Mapping[SourceId, SourceText],
    claims: Claims,
    changes: Iterable[Change],
    facts: Facts,
) -> Knowledge:
    """The whole, in fixed order: sources by earliest known day, claims by id, and a gap for each cell left empty."""
    ordered = tuple(sorted(sources, key=_by_date))
    whole = _sorted(replace(claims, gaps=(*claims.gaps, *empty_cells(subject, claims))))
    every = tuple(all_claims(whole))
    excerpts = excerpts_of(every, texts)
    silent = {source.id for source in ordered if source.rights is Rights.NONE}
    shown = {source_id: text for source_id, text in texts.items() if source_id not in silent}
    mentions = mentions_of(whole.actors, shown)
    items: tuple[Item, ...] = (*every, *ordered, *subject.parties, *subject.topics)
    return Knowledge(
        subject=subject,
        sources=ordered,
        texts=dict(sorted(texts.items())),
        claims=whole,
        changes=tuple(changes),
        excerpts=excerpts,
        mentions=mentions,
        backlinks=backlinks_of(every),
        support=support_of(every, ordered, whole.quotes),
        shares=shares_of(ordered, texts, excerpts.values(), (m for row in mentions.values() for m in row)),
        urls={ref_of(item): url_of(item) for item in items},
        by_ref={ref_of(claim): claim for claim in every},
        build=_build_facts(facts, ordered, whole, subject),
    )


def empty_cells(subject: Subject, claims: Claims) -> tuple[Gap, ...]:
    """An automatic gap for each party and issue without a position, its own or described, and without an editor's gap."""
    filled = {(p.party, p.issue) for p in claims.positions} | {(g.party, g.issue) for g in claims.gaps}
    taken = {gap.id for gap in claims.gaps}
    gaps = []
    for party in subject.parties:
        for topic in subject.topics:
            if (party.id, topic.id) not in filled:
                gap_id = free_id(f"{party.id} {topic.id}", taken, longest=120)
                gaps.append(Gap(id=gap_id, evidence=(), review=Review.AUTO, party=party.id, issue=topic.id))
    return tuple(gaps)


def latest_day(sources: Iterable[Source]) -> str | None:
    """The latest day that a source is known to have been published on; None where no source has one."""
    return max((day for s in sources if (day := s.published or s.published_latest)), default=None)


def _by_date(source: Source) -> tuple[str, str]:
    return source.published or source.published_earliest or UNDATED, source.id


def _sorted(claims: Claims) -> Claims:
    lists = {kind.value: tuple(sorted(claims.of(kind), key=lambda claim: claim.id)) for kind in CLAIM_KINDS}
    return replace(claims, **lists)  # type: ignore[arg-type]  # a list keeps its kind when it is sorted


def _build_facts(facts: Facts, sources: Sequence[Source], claims: Claims, subject: Subject) -> BuildFacts:
    return BuildFacts(
        generator_version=facts.generator_version,
        sources_sha256=facts.sources_sha256,
        as_of=facts.as_of,
        built=facts.built,
        counts=counts_of(sources, claims, subject),
        checks=dict(sorted(facts.checks.items())),
        withheld=tuple(sorted(facts.withheld)),
    )


def counts_of(sources: Sequence[Source], claims: Claims, subject: Subject) -> Mapping[str, int]:
    """How much of everything there is: each list, the passages, and what nobody has reviewed (gaps left out)."""
    every = tuple(all_claims(claims))
    counts = Counter({kind.value: len(claims.of(kind)) for kind in CLAIM_KINDS})
    counts[Kind.SOURCES.value] = len(sources)
    counts[Kind.PARTIES.value] = len(subject.parties)
    counts[Kind.TOPICS.value] = len(subject.topics)
    counts["evidence"] = sum(len(claim.evidence) for claim in every)
    counts["unreviewed"] = sum(claim.review is Review.AUTO and not isinstance(claim, Gap) for claim in every)
    return dict(sorted(counts.items()))
