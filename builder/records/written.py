"""Records → the YAML that an editor would write, which reads back as the very same record."""

import json
import textwrap
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_WIDTH = 110
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_MEANING = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_INDENT = "  "


def written_item(value: "DataclassInstance") -> str:
    """A record, or another value that is a mapping in YAML, as one item of a list, with a line end.

    A field that has its default value is left out.
    """
    lines = list(_mapping(value))
    return "".join(f"{'- ' if not number else _INDENT}{line}\n" for number, line in enumerate(lines))


def _mapping(value: "DataclassInstance") -> Iterator[str]:
    """The lines of a mapping, `evidence` last as editors write it."""
    named = [(f.name, getattr(value, f.name), f.default) for f in fields(value) if f.name != "at"]
    for name, held, default in sorted(named, key=lambda entry: (entry[0] != "id", entry[0] == "evidence")):
        if held is None or held == () or (default is not MISSING and held == default):
            continue
        yield from _field(name, held)


def _field(name: str, held: object) -> Iterator[str]:
    if isinstance(held, tuple) and name == "text" and len(held) == 1:
        held = held[0]
    if not isinstance(held, tuple):
        yield from _scalar(name, held)
    elif all(isinstance(item, str) and set(item) <= _PLAIN for item in held):
        yield f"{name}: [{', '.join(_word(str(item)) for item in held)}]"
    else:
        yield f"{name}:"
        for item in held:
            lines = list(_mapping(item)) if is_dataclass(item) and not isinstance(item, type) else list(_item(item))
            yield from (f"{_INDENT}{'- ' if not number else _INDENT}{line}" for number, line in enumerate(lines))


def _scalar(name: str, held: object) -> Iterator[str]:
    if isinstance(held, bool):
        yield f"{name}: {str(held).lower()}"
    elif isinstance(held, Enum):
        yield f"{name}: {held.value}"
    elif isinstance(held, int | float):
        yield f"{name}: {held!r}"
    else:
        first, *rest = _item(str(held))
        yield f"{name}: {first}"
        yield from rest


def _item(words: str) -> Iterator[str]:
    """A text: bare where it is an id, folded where it is long and printable, else between double marks."""
    if words and set(words) <= _PLAIN:
        yield _word(words)
        return
    folded = textwrap.wrap(words, _WIDTH, break_long_words=False, break_on_hyphens=False)
    if len(words) > _WIDTH * 2 // 3 and words.isprintable() and " ".join(folded) == words:
        yield ">-"
        yield from (f"{_INDENT}{line}" for line in folded)
    else:
        yield _quoted(words)


def _word(words: str) -> str:
    """An id as it is; what looks like a number, a date or nothing at all between marks, as editors write it."""
    return words if any(map(str.isalpha, words)) and words not in _MEANING else f'"{words}"'


def _quoted(words: str) -> str:
    """Between double marks; what a reader of YAML would take for a break or refuse is written as its number."""
    escaped = json.dumps(words, ensure_ascii=False)
    return "".join(
        c if c.isprintable() else f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}" for c in escaped
    )
