"""A published data file read back, of whatever version of the builder: what is unknown is passed over."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from builder.knowledge.editions import Edition, Entry, Passage, Value
from builder.model.claims import Kind, Ref
from builder.model.issues import Issue, Location
from builder.records.faults import precision_of

_MEND = "name a data/briefing.json of a built site"


def read_edition(data: bytes, path: str) -> Edition | Issue:
    """The briefing in a data file, or what is wrong with the file; `path` is its name in messages."""
    try:
        briefing = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _issue(path, f"byte {data[error.start]:#04x} is not UTF-8", line)
    except json.JSONDecodeError as error:
        return _issue(path, f"this is not JSON ({error.msg})", error.lineno)
    except (ValueError, RecursionError) as error:
        return _issue(path, f"this is not JSON ({str(error) or 'nested too deep'})")
    lists = _lists(briefing)
    if not lists:
        return _issue(path, "this is JSON, but holds no list of records of a briefing")
    entries = {entry.ref: entry for kind, items in lists.items() for entry in _entries(kind, items)}
    as_of = _text(_mapping(briefing.get("build")).get("as_of")) or ""
    return Edition(entries, as_of if precision_of(as_of) else None)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


def _issue(path: str, what: str, line: int = 1) -> Issue:
    return Issue(Location(path, line), "not-a-briefing", what, _MEND)


def _lists(briefing: object) -> Mapping[Kind, list[Any]]:
    found = _mapping(briefing)
    return {kind: found[kind.value] for kind in Kind if isinstance(found.get(kind.value), list)}


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _entries(kind: Kind, items: list[Any]) -> Iterator[Entry]:
    for item in map(_mapping, items):
        name = _text(item.get("id"))
        if name:
            yield Entry(
                ref=Ref(kind, name),
                fields={key: _value(value) for key, value in item.items() if key not in ("evidence", "id")},
                formerly=tuple(filter(None, map(_text, _listed(item.get("formerly"))))),
                passages=tuple(sorted(set(_passages(item.get("evidence"))))),
            )


def _passages(evidence: object) -> Iterator[Passage]:
    for passage in map(_mapping, _listed(evidence)):
        source, words = _text(passage.get("source")), _text(passage.get("text"))
        if source and words:
            yield Passage(source, " ".join(words.split()))


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str | None:
    """A text; half a surrogate pair, which JSON can hold and no file, becomes a question mark."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else None


def _value(value: object) -> Value:
    """A field's value. Of what holds passages of its own, such as a version, only the words count, not their places."""
    if isinstance(value, dict):
        return tuple(_value(held) for key, held in value.items() if key not in ("evidence", "parts", "start", "end"))
    if isinstance(value, list):
        return tuple(map(_value, value))
    return value if isinstance(value, bool | int | float | None) else _text(value)
