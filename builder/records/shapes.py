"""The schema's dataclasses seen field by field: what a reader of YAML must know before pydantic may look."""

import dataclasses
import types
import typing
from collections.abc import Mapping
from enum import Enum
from functools import cache

from builder.records.schema import BriefingFile, Decision, Floor, Record

# Lists that may be written as the one thing they hold: harmless, because nobody could mean anything else.
LISTS_OF_ONE = frozenset(
    {
        "evidence",
        "text",
        "aliases",
        "issues",
        "about",
        "parties",
        "signatories",
        "sectors",
        "authors",
        "experts",
        "formerly",
    }
)
MAY_BE_EMPTY = frozenset({(BriefingFile, "parties"), (BriefingFile, "issues")})

# Closed sets that the schema spells as text.
_CHOICES: Mapping[tuple[type, str], tuple[str, ...]] = {
    (Decision, "ruling"): ("rejected", "postponed", "explained", "same-utterance"),
    (BriefingFile, "on_lost_evidence"): ("fail", "withhold"),
}
_NOUNS = {
    "BriefingFile": "briefing",
    "ChangeEntry": "change",
    "TopicEntry": "issue",
    "EventEntry": "event",
    "SearchEntry": "group of search words",
}


@dataclasses.dataclass(frozen=True, slots=True)
class FieldShape:
    """One field: `nested` is the dataclass of the mapping, or of each mapping, that stands there.

    `many`: it is a list; `lone`: a list that may be written as its only item. `choices`: the closed set of its values.
    """

    name: str
    required: bool
    many: bool
    lone: bool
    nested: type | None
    choices: tuple[str, ...]


@cache
def shape_of(cls: type) -> Mapping[str, FieldShape]:
    """The fields that an editor may write in a mapping of this class, in the order of the schema."""
    hints = typing.get_type_hints(cls)
    fields = dataclasses.fields(cls)
    return {f.name: _field_shape(cls, f, hints[f.name]) for f in fields if f.name != "at"}


def noun_of(cls: type) -> str:
    """What one such mapping is called in messages."""
    name = cls.__name__
    if name in _NOUNS:
        return _NOUNS[name]
    return name.removeprefix("Written").removesuffix("Record").removesuffix("Entry").lower()


def plural_of(cls: type[Record]) -> str:
    """The name of the kind's list and folder."""
    return cls.KIND.value


def _field_shape(cls: type, field: "dataclasses.Field[object]", hint: object) -> FieldShape:
    inner = _without_none(hint)
    many = typing.get_origin(inner) is tuple
    item = typing.get_args(inner)[0] if many else inner
    choices = _CHOICES.get((cls, field.name), ())
    if isinstance(item, type) and issubclass(item, Enum):
        choices = tuple(str(member.value) for member in item)
    nested = item if isinstance(item, type) and dataclasses.is_dataclass(item) else None
    return FieldShape(
        name=field.name,
        required=field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
        many=many,
        lone=many and field.name in LISTS_OF_ONE and (nested is None or field.name == "evidence"),
        nested=nested,
        choices=choices if cls is not Floor else (),
    )


def _without_none(hint: object) -> object:
    """The type of an optional field; a union of several others stays as it is."""
    if isinstance(hint, types.UnionType):
        members = [member for member in typing.get_args(hint) if member is not type(None)]
        return members[0] if len(members) == 1 else hint
    return hint
