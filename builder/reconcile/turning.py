"""Words that turn what others say, and whether a passage cuts them off."""

from collections.abc import Iterable, Sequence

from builder.model.findings import AttributionFinding, TurnFinding
from builder.model.text import Span


def cut_off(
    parts: Sequence[Span],
    attributions: Iterable[AttributionFinding],
    turns: Iterable[TurnFinding],
    *,
    strong: bool = True,
) -> tuple[Span, ...]:
    """The negations and modal verbs outside the parts that govern them, in order; with `strong` false, the hedges."""
    governing = [word for finding in attributions for word in finding.governed_by] if strong else []
    governing += [
        turn.reach for turn in turns if turn.strong is strong and any(part.holds(turn.governed) for part in parts)
    ]
    return tuple(sorted({word for word in governing if not any(part.overlaps(word) for part in parts)}))
