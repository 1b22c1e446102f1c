"""Floors: the least values that must be reached on gold that is known to the byte.

`floors.yml` holds for each folder the SHA-256 of every file of its gold, the number of its cases, and the floors.
"""

import hashlib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.evaluate.articles import GoldError, shown
from tests.evaluate.gold import ROOT, Gold

FLOORS = ROOT / "tests/gold/floors.yml"
HEAD = """\
# Written by `python -m tests.evaluate --pin`. Floors in percent; raised by --pin, lowered only by --pin --lower.
# A file of the gold that is missing or differs is a fault; --pin takes new files, --pin --changed also changed ones.
"""


@dataclass(frozen=True)
class Pinned:
    """What is pinned for one folder. `files`: path -> SHA-256; `cases`: kind -> number; `floors`: metric -> percent."""

    files: Mapping[str, str] = field(default_factory=dict)
    cases: Mapping[str, int] = field(default_factory=dict)
    floors: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Leave:
    """What a pin may do beyond raising floors and taking new files."""

    lower: bool = False
    changed: bool = False


def read_floors(path: Path = FLOORS) -> dict[str, Pinned]:
    """What is pinned, by the name of the folder; nothing where there is no file."""
    if not path.is_file():
        return {}
    try:
        written = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        return {name: Pinned(**parts) for name, parts in written.items()}
    except (yaml.YAMLError, TypeError, AttributeError) as error:
        raise GoldError(f"{path}: {error}") from error


def write_floors(pinned: Mapping[str, Pinned], path: Path = FLOORS) -> None:
    plain: dict[str, Any] = {
        name: {"files": dict(p.files), "cases": dict(p.cases), "floors": dict(p.floors)} for name, p in pinned.items()
    }
    path.write_text(HEAD + yaml.safe_dump(plain, sort_keys=True, allow_unicode=True, width=200), encoding="utf-8")


def fingerprint(gold: Gold) -> dict[str, str]:
    """Path -> SHA-256 of each file of the gold, in order of the paths."""
    files = {shown(file, root=ROOT): hashlib.sha256(file.read_bytes()).hexdigest() for file in gold.files}
    return dict(sorted(files.items()))


def gold_faults(pinned: Pinned, gold: Gold) -> Iterator[str]:
    """Where the gold is not the pinned one."""
    now, counts = fingerprint(gold), gold.counts()
    for path in sorted(pinned.files.keys() | now.keys()):
        if path not in now:
            yield f"{path}: gold that is pinned is missing; cases are never dropped"
        elif path not in pinned.files:
            yield f"{path}: new gold; pin it with --pin"
        elif pinned.files[path] != now[path]:
            yield f"{path}: gold differs from what is pinned; if cases were added or mended, pin it with --pin --changed"
    for kind, number in sorted(pinned.cases.items()):
        if counts.get(kind, 0) < number:
            yield f"{gold.name}: {counts.get(kind, 0)} {kind}, {number} are pinned; cases are never dropped"


def floor_faults(pinned: Pinned, gold: Gold, metrics: Mapping[str, float]) -> Iterator[str]:
    """Where a metric lies below its floor, or is not measured any more."""
    for name, floor in sorted(pinned.floors.items()):
        if name not in metrics:
            yield f"{gold.name}: {name} has a floor of {floor:g} and was not measured"
        elif metrics[name] < floor:
            yield f"{gold.name}: {name} is {metrics[name]:g}, below its floor of {floor:g}"


def pin(
    old: Pinned, gold: Gold, metrics: Mapping[str, float] | None, *, margin: float, leave: Leave
) -> tuple[Pinned, tuple[str, ...]]:
    """The new pin, and why it is refused. Without metrics only the gold is pinned and the floors stay."""
    now = fingerprint(gold)
    refused = [fault for fault in gold_faults(old, gold) if _refuses(fault, now, old, leave)]
    floors = dict(old.floors)
    if metrics is not None:
        if not leave.lower:
            refused += [f"{fault}; --lower lowers it" for fault in floor_faults(old, gold, metrics)]
        least = {name: max(0.0, math.floor(round(10 * (value - margin), 6)) / 10) for name, value in metrics.items()}
        floors = (
            least if leave.lower else {name: max(value, old.floors.get(name, 0.0)) for name, value in least.items()}
        )
    return Pinned(now, gold.counts(), dict(sorted(floors.items()))), tuple(refused)


def _refuses(fault: str, now: Mapping[str, str], old: Pinned, leave: Leave) -> bool:
    """A new file never refuses a pin, a changed one only without --changed, dropped cases only without --lower."""
    path = fault.split(": ", 1)[0]
    if path in now:
        return path in old.files and not leave.changed
    return path in old.files or not leave.lower
