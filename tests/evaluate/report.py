"""Prints what was measured: tables, then the faults, worst first."""

import json
from collections.abc import Iterator, Sequence

from tests.evaluate.gold import Gold
from tests.evaluate.results import Fault, Section

LONGEST = 110  # characters of an excerpt


def report(gold: Gold, sections: Sequence[Section], *, faults: int) -> Iterator[str]:
    """The lines about one folder; of its faults the worst so many."""
    counts = ", ".join(f"{n} {kind.replace('_', ' ')}" for kind, n in gold.counts().items())
    yield f"== {gold.name}: {counts}"
    for section in sections:
        yield ""
        yield from _table(section)
    yield ""
    yield from _faults([fault for section in sections for fault in section.faults], most=faults)


def as_json(gold: Gold, sections: Sequence[Section]) -> str:
    """The figures of one folder as one JSON object on a line."""
    return json.dumps({"gold": gold.name, "cases": gold.counts(), "metrics": metrics(sections)}, sort_keys=True)


def metrics(sections: Sequence[Section]) -> dict[str, float]:
    return {name: value for section in sections for name, value in section.metrics.items()}


def _table(section: Section) -> Iterator[str]:
    lines = [(section.title, *section.header[1:]), *section.rows]
    whole = [line for line in lines if any(line[1:])]
    widths = [max(len(line[i]) for line in whole) for i in range(len(section.header))]
    for line in lines:
        numbers = (cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))
        yield "  ".join((line[0].ljust(widths[0]), *numbers)).rstrip()


def _faults(faults: Sequence[Fault], *, most: int) -> Iterator[str]:
    worst = sorted(faults)[:most]
    yield f"{len(faults)} faults" + (
        f", the worst {len(worst)}:" if len(worst) < len(faults) else ":" if faults else ""
    )
    for fault in worst:
        make = f" [{fault.make}]" if fault.make else ""
        yield f"{fault.path}:{fault.line}: {fault.kind}{make}"
        for label, words in (("gold", fault.gold), ("found", fault.found)):
            if words:
                yield f"    {label:<6}{_short(words)}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
