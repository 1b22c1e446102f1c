"""One id, one record: within a list, old ids included."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.files import YamlList, YamlMap, YamlNode, YamlScalar
from builder.model.issues import Issue, Location


@dataclass(frozen=True, slots=True)
class Named:
    """The ids that a mapping claims, right or wrong otherwise: its own and those it once had, each with its place."""

    id: str | None
    at: Location
    formerly: tuple[tuple[str, Location], ...] = ()


def named(node: YamlNode, *, path: str) -> Named:
    """The ids written in a mapping."""
    if not isinstance(node, YamlMap):
        return Named(None, Location(path, node.line))
    ids = tuple(_texts(node, "id", path))
    own, at = ids[0] if ids else (None, Location(path, node.line))
    return Named(own, at, tuple(_texts(node, "formerly", path)))


def repeated_ids(entries: Iterable[Named], noun: str) -> tuple[tuple[Issue, ...], frozenset[Location]]:
    """Ids used twice within a list, and the places of those records that came second."""
    entries = tuple(entries)
    places: dict[str, Location] = {}
    issues: list[Issue] = []
    late: set[Location] = set()
    for entry in entries:
        if entry.id is None:
            continue
        if entry.id in places:
            mend = f"give one of them another id, such as {entry.id}-2, or take it out"
            what = f"the id “{entry.id}” belongs to the {noun} at {places[entry.id]} already"
            issues.append(Issue(entry.at, "duplicate-id", what, mend))
            late.add(entry.at)
        else:
            places[entry.id] = entry.at
    issues.extend(_former_clashes(entries, places, noun))
    return tuple(issues), frozenset(late)


def _former_clashes(entries: tuple[Named, ...], places: dict[str, Location], noun: str) -> Iterator[Issue]:
    former: dict[str, Location] = {}
    for entry in entries:
        for old, at in entry.formerly:
            if old == entry.id:
                what, mend = f"the old id “{old}” is this {noun}'s id now", "take it out of `formerly`"
            elif old in places:
                what = f"the old id “{old}” is the id of the {noun} at {places[old]}"
                mend = "take it out of `formerly`, or rename that one"
            elif old in former:
                what, mend = f"the old id “{old}” is claimed at {former[old]} too", "keep it in one of the two"
            else:
                former[old] = at
                continue
            yield Issue(at, "duplicate-id", what, mend)


def _texts(node: YamlMap, key: str, path: str) -> Iterator[tuple[str, Location]]:
    pair = node.get(key)
    if pair is None:
        return
    for item in pair.value.items if isinstance(pair.value, YamlList) else (pair.value,):
        if isinstance(item, YamlScalar) and item.value and item.value.strip():
            yield item.value.strip(), Location(path, item.line)
