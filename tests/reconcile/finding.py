"""Findings as extractors would give them, made by hand from the words they stand on."""

from typing import Any

from builder.model.claims import (
    ActorKind,
    AgreementKind,
    Attribution,
    EventStatus,
    Kind,
    Precision,
    Role,
    Status,
)
from builder.model.findings import (
    ActorFinding,
    AgreementFinding,
    AttributionFinding,
    EventFinding,
    FigureFinding,
    PositionFinding,
    TurnFinding,
    finding_key,
)
from builder.model.text import SourceText, Span


def place(text: SourceText, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.text.index(words, start + 1)
    return Span(start, start + len(words))


def _common(text: SourceText, kind: Kind, *words: str, nth: int = 0) -> dict[str, Any]:
    spans = tuple(place(text, part, nth) for part in words)
    return {"source": text.id, "spans": spans, "rule": "by-hand", "key": finding_key(kind, " ".join(words))}


def said(
    text: SourceText, *content: str, who: str | None = None, by: str = "", cue: str = "said", nth: int = 0, **more: Any
) -> AttributionFinding:
    """That `who` said the content; `by` are the words that name the speaker, by default the name."""
    named = by or who or ""
    known = {
        "cue": (place(text, cue),) if cue else (),
        "speaker_words": (place(text, named),) if named else (),
        "direct": text.text[place(text, content[0], nth).start] in "“\"'",
        "speaker": who,
    }
    return AttributionFinding(**(_common(text, Kind.QUOTES, *content, nth=nth) | known | more))


def turn(text: SourceText, word: str, governed: str, *, strong: bool = True) -> TurnFinding:
    return TurnFinding(**_common(text, Kind.QUOTES, word), governed=place(text, governed), strong=strong)


def actor(
    text: SourceText, name: str, *mentions: str, roles: tuple[tuple[str | None, str | None], ...] = (), **more: Any
) -> ActorFinding:
    known = {
        "kind": ActorKind.PERSON,
        "roles": tuple(Role(*role) for role in roles),
        "role_spans": tuple(place(text, part) for role in roles for part in role if part),
    }
    return ActorFinding(**_common(text, Kind.ACTORS, name, *mentions), name=name, **(known | more))


def agreement(text: SourceText, title: str, *parties: str, passage: str | None = None, **more: Any) -> AgreementFinding:
    known = {"kind": AgreementKind.AGREEMENT, "date": None, "status": Status.SIGNED}
    return AgreementFinding(
        **_common(text, Kind.AGREEMENTS, passage or title), title=title, parties=parties, **(known | more)
    )


def event(text: SourceText, title: str, date: str, **more: Any) -> EventFinding:
    known = {"precision": Precision.DAY, "status": EventStatus.HAPPENED}
    return EventFinding(**_common(text, Kind.EVENTS, title), title=title, date=date, **(known | more))


def figure(text: SourceText, printed: str, value: float, unit: str, **more: Any) -> FigureFinding:
    return FigureFinding(**_common(text, Kind.FIGURES, printed), value=value, unit=unit, **more)


def position(text: SourceText, words: str, party: str = "tarn", issue: str = "fishing", **more: Any) -> PositionFinding:
    known = {"attribution": Attribution.REPORTED_SPEECH, "holder": None}
    return PositionFinding(**_common(text, Kind.POSITIONS, words), party=party, issue=issue, **(known | more))
