"""The change log: its lines from what changed, and what a line is about on the site of today."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from builder.knowledge.differences import Difference, DifferenceKind
from builder.knowledge.editions import Edition
from builder.model.claims import Kind, Ref
from builder.model.knowledge import Change, Knowledge

if TYPE_CHECKING:
    from builder.knowledge.urls import Item

_KINDS = {kind.value: kind for kind in Kind}


def change_log(differences: Sequence[Difference], today: Edition, *, before: Edition, date: str) -> tuple[Change, ...]:
    """The lines of the change log. What no editor has reviewed is told in one line for each article.

    An article that is gone is called what it was called `before`.
    """
    counts: dict[Ref, Counter[DifferenceKind]] = defaultdict(Counter)
    for each in differences:
        if each.found_in:
            counts[each.found_in][each.kind] += 1
    told = (Change(date, d.kind.value, str(d.ref), d.line) for d in differences if not d.unreviewed)
    found = (
        Change(
            date,
            "found",
            str(source),
            _found((today if source in today.entries else before).name_of(source.kind, source.id), counts[source]),
        )
        for source in sorted(counts)
    )
    return (*told, *found)


def _found(name: str, counts: Mapping[DifferenceKind, int]) -> str:
    gained, lost = counts.get(DifferenceKind.ADDED, 0), counts.get(DifferenceKind.REMOVED, 0)
    parts = ((gained, "new"), (lost, "gone"), (sum(counts.values()) - gained - lost, "changed"))
    return f"Found by the machine in {name}, not reviewed: {', '.join(f'{n} {word}' for n, word in parts if n)}"


def latest_first(changes: Iterable[Change]) -> tuple[tuple[str, tuple[Change, ...]], ...]:
    """Each date with its changes, the latest first; those of one date in the order in which they are written."""
    by_date = sorted(changes, key=lambda change: change.date, reverse=True)
    return tuple((date, tuple(group)) for date, group in groupby(by_date, key=lambda change: change.date))


def record_of(change: Change, knowledge: Knowledge) -> Ref | None:
    """The record that changed, by the name it has today; None where it stands on the site no more."""
    kind, _, name = change.record.partition("/")
    if kind not in _KINDS:
        return None
    ref = Ref(_KINDS[kind], name)
    return ref if ref in knowledge.urls else _renamed(ref, knowledge)


def _renamed(ref: Ref, knowledge: Knowledge) -> Ref | None:
    subject = knowledge.subject
    entries: Mapping[Kind, Sequence[Item]] = {
        Kind.SOURCES: knowledge.sources,
        Kind.PARTIES: subject.parties,
        Kind.TOPICS: subject.topics,
    }
    held = entries[ref.kind] if ref.kind in entries else knowledge.claims.of(ref.kind)
    return next((Ref(ref.kind, item.id) for item in held if ref.id in item.formerly), None)
