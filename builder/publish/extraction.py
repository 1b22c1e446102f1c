"""The findings of one article as a line of JSON: what `briefing extract` prints."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from builder.model.claims import ActorKind, Role
from builder.model.findings import (
    ActorFinding,
    AgreementFinding,
    AttributionFinding,
    EventFinding,
    FigureFinding,
    Finding,
    PositionFinding,
    of_type,
)
from builder.model.text import Span


def extraction_line(findings: Sequence[Finding], *, source_id: str, file: str) -> str:
    """One JSON object without a line end; spans are `[start, end]` in code points of the canonical text.

    `spans` of an agreement are all places that name it, `span` the first. `events` are dated clauses: an ISO date in the
    precision named, and whether it happened or is expected.
    """
    line = {
        "id": source_id,
        "file": file,
        "attributions": [_attribution(finding) for finding in of_type(findings, AttributionFinding)],
        "persons": [_person(f) for f in of_type(findings, ActorFinding) if f.kind is ActorKind.PERSON],
        "agreements": [_agreement(finding) for finding in of_type(findings, AgreementFinding)],
        "positions": [_position(finding) for finding in of_type(findings, PositionFinding)],
        "figures": [_figure(finding) for finding in of_type(findings, FigureFinding)],
        "events": [_event(finding) for finding in of_type(findings, EventFinding)],
    }
    return json.dumps(line, ensure_ascii=False)


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [_pair(span) for span in spans]


def _attribution(finding: AttributionFinding) -> dict[str, Any]:
    return {
        "content": _pairs(finding.spans),
        "cue": _pairs(finding.cue) or None,
        "source": _pairs(finding.speaker_words) or None,
        "direct": finding.direct,
        "speaker": finding.speaker,
    }


def _person(finding: ActorFinding) -> dict[str, Any]:
    return {"name": finding.name, "roles": [_role(role) for role in finding.roles], "spans": _pairs(finding.spans)}


def _role(role: Role) -> str:
    return ", ".join(part for part in (role.title, role.affiliation) if part)


def _agreement(finding: AgreementFinding) -> dict[str, Any]:
    return {
        "title": finding.title,
        "status": finding.status.value,
        "date": finding.date,
        "parties": list(finding.parties),
        "span": _pair(finding.spans[0]),
        "spans": _pairs(finding.spans),
    }


def _position(finding: PositionFinding) -> dict[str, Any]:
    return {
        "party": finding.party,
        "issue": finding.issue,
        "attribution": finding.attribution.value,
        "span": _pair(finding.reach),
    }


def _figure(finding: FigureFinding) -> dict[str, Any]:
    return {"value": finding.value, "unit": finding.unit, "year": finding.year, "span": _pair(finding.reach)}


def _event(finding: EventFinding) -> dict[str, Any]:
    return {
        "title": finding.title,
        "date": finding.date,
        "precision": finding.precision.value,
        "status": finding.status.value,
        "span": _pair(finding.reach),
    }
