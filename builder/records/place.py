"""Where a record stands, and what all that an editor writes has in common."""

from dataclasses import dataclass
from typing import ClassVar

from builder.model.issues import Location


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mapping stands: its file, its first line, and the line of each field written in it."""

    path: str
    line: int
    fields: tuple[tuple[str, int], ...] = ()

    def of(self, name: str | None = None) -> Location:
        """The line of a field, or of the mapping itself where the field is not written."""
        return Location(self.path, dict(self.fields).get(name or "", self.line))


NOWHERE = Place("", 1)
"""The place of what nobody has written yet."""


class Strict:
    """Mix-in: a field that the schema does not know is an error."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid"}
