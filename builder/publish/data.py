"""Knowledge as published data: `data/briefing.json`, the schemas, and a CSV table for each list."""

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from builder.model.claims import Claim, Evidence, Kind, Occurrence, Ref, Source
from builder.model.issues import BriefingError
from builder.model.knowledge import Knowledge
from builder.model.pages import Asset
from builder.publish.schema import briefing_schema
from builder.publish.shapes import (
    Addressed,
    PublishedActor,
    PublishedAgreement,
    PublishedBriefing,
    PublishedBuild,
    PublishedDefect,
    PublishedDisagreement,
    PublishedEntry,
    PublishedEvent,
    PublishedFigure,
    PublishedGap,
    PublishedJudgement,
    PublishedPosition,
    PublishedQuote,
    PublishedSource,
    PublishedSubject,
    PublishedSummary,
    PublishedTerm,
    Supported,
)
from builder.publish.tables import table
from builder.records import editor_schema

SHARE_DIGITS = 4

A = TypeVar("A", bound=Addressed)
S = TypeVar("S", bound=Supported)


def published(knowledge: Knowledge) -> PublishedBriefing:
    """The whole briefing in the shape in which it is published; every list sorted as in the knowledge."""
    claims = knowledge.claims
    return PublishedBriefing(
        subject=_subject(knowledge),
        sources=_sources(knowledge),
        actors=_supported(PublishedActor, Kind.ACTORS, knowledge),
        quotes=_supported(PublishedQuote, Kind.QUOTES, knowledge),
        agreements=_supported(PublishedAgreement, Kind.AGREEMENTS, knowledge),
        positions=_supported(PublishedPosition, Kind.POSITIONS, knowledge),
        summaries=_supported(PublishedSummary, Kind.SUMMARIES, knowledge),
        gaps=tuple(_shaped(PublishedGap, gap, url=knowledge.urls[Ref(Kind.GAPS, gap.id)]) for gap in claims.gaps),
        judgements=_supported(PublishedJudgement, Kind.JUDGEMENTS, knowledge),
        events=_supported(PublishedEvent, Kind.EVENTS, knowledge),
        figures=_supported(PublishedFigure, Kind.FIGURES, knowledge),
        disagreements=_supported(PublishedDisagreement, Kind.DISAGREEMENTS, knowledge),
        defects=_supported(PublishedDefect, Kind.DEFECTS, knowledge),
        terms=_supported(PublishedTerm, Kind.TERMS, knowledge),
        changes=knowledge.changes,
        parties=_entries(Kind.PARTIES, knowledge),
        issues=_entries(Kind.TOPICS, knowledge),
        build=_build(knowledge),
    )


def data_assets(knowledge: Knowledge) -> tuple[Asset, ...]:
    """The files of `data/`. Raises BriefingError where they would not keep what the contract promises."""
    adapter = TypeAdapter(PublishedBriefing)
    briefing = published(knowledge)
    plain: dict[str, Any] = adapter.dump_python(briefing, mode="json")
    schema = briefing_schema(adapter)
    data = json_bytes(plain)
    _validate(adapter, data, briefing)
    _check_slices(briefing, knowledge)
    return (
        Asset("data/briefing.json", data),
        Asset("data/briefing.schema.json", json_bytes(schema)),
        Asset("data/records.schema.json", json_bytes(editor_schema())),
        *(table(name, _columns(schema, name), rows) for name, rows in plain.items() if isinstance(rows, list)),
    )


def json_bytes(value: object) -> bytes:
    """JSON as we publish it: UTF-8, keys in the order of the types, one space of indent, a newline at the end."""
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode("utf-8")


def _shaped(shape: type[A], claim: Claim | Source, **more: object) -> A:
    """The claim in its published shape: its own fields, except its place in `content/`, and the given ones."""
    own = {field.name: getattr(claim, field.name) for field in fields(claim) if field.name != "at"}
    values: dict[str, Any] = {**own, **more}
    return shape(**values)


def _supported(shape: type[S], kind: Kind, knowledge: Knowledge) -> tuple[S, ...]:
    return tuple(
        _shaped(shape, claim, url=knowledge.urls[ref], support=knowledge.support[ref])
        for claim in knowledge.claims.of(kind)
        for ref in [Ref(kind, claim.id)]
    )


def _sources(knowledge: Knowledge) -> tuple[PublishedSource, ...]:
    return tuple(
        _shaped(
            PublishedSource,
            source,
            url=knowledge.urls[Ref(Kind.SOURCES, source.id)],
            published_share=round(knowledge.shares[source.id], SHARE_DIGITS),
        )
        for source in knowledge.sources
    )


def _entries(kind: Kind, knowledge: Knowledge) -> tuple[PublishedEntry, ...]:
    entries = knowledge.subject.parties if kind is Kind.PARTIES else knowledge.subject.topics
    return tuple(
        PublishedEntry(id=e.id, name=e.name, url=knowledge.urls[Ref(kind, e.id)], formerly=e.formerly) for e in entries
    )


def _subject(knowledge: Knowledge) -> PublishedSubject:
    subject = knowledge.subject
    return PublishedSubject(**{field.name: getattr(subject, field.name) for field in fields(PublishedSubject)})


def _build(knowledge: Knowledge) -> PublishedBuild:
    facts = knowledge.build
    return PublishedBuild(
        generator_version=facts.generator_version,
        sources_sha256=facts.sources_sha256,
        as_of=facts.as_of,
        counts=dict(sorted(facts.counts.items())),
        checks=dict(sorted(facts.checks.items())),
        withheld=tuple(str(ref) for ref in facts.withheld),
        built=facts.built,
    )


def _columns(schema: dict[str, Any], name: str) -> tuple[str, ...]:
    """The fields of the records of one list, in their order."""
    reference: str = schema["properties"][name]["items"]["$ref"]
    return tuple(schema["$defs"][reference.rpartition("/")[2]]["properties"])


def _validate(adapter: TypeAdapter[PublishedBriefing], data: bytes, briefing: PublishedBriefing) -> None:
    """Read the file back as a stranger would: strictly, and to the same briefing."""
    try:
        read = adapter.validate_json(data, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = "/".join(str(step) for step in first["loc"])
        raise BriefingError(f"data/briefing.json does not fit its schema at {place}: {first['msg']}") from error
    if read != briefing:
        raise BriefingError("data/briefing.json does not read back as it was written")


def _check_slices(briefing: PublishedBriefing, knowledge: Knowledge) -> None:
    """Every passage once more against the text it is cut from."""
    for evidence in _passages(briefing):
        text = knowledge.texts[evidence.source].text
        if text[evidence.start : evidence.end] != evidence.text:
            raise BriefingError(
                f"{evidence.source} {evidence.start}..{evidence.end} is not the passage that is published"
            )


def _passages(briefing: PublishedBriefing) -> Iterator[Evidence | Occurrence]:
    for field in fields(briefing):
        for record in getattr(briefing, field.name) if field.name not in ("subject", "build") else ():
            yield from getattr(record, "evidence", ())
    for quote in briefing.quotes:
        yield from quote.occurrences
        yield from (part for occurrence in quote.occurrences for part in occurrence.parts)
    for disagreement in briefing.disagreements:
        yield from (evidence for version in disagreement.versions for evidence in version.evidence)
