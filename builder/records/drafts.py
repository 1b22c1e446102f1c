"""Records with a fault of form: what is sound in them is checked with the others, and never published.

So one run tells everything: a misspelt value does not hide that the words beside it stand nowhere.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from builder.model.ids import slugify
from builder.model.issues import Location
from builder.records.place import Place
from builder.records.schema import RECORD_KINDS, Content, Records, WrittenEvidence
from builder.records.shapes import FieldShape, shape_of

Path = tuple[str | int, ...]

_NOT_READ = 0  # the line of a field that a draft has no sound value of: what is said of it has been said already
_PLACEHOLDER = "0"  # fits every field that takes text or a number
_UNNAMED = "unnamed"
# Fields that cannot be judged where another one is not sound.
_RESTS_ON: Mapping[str, tuple[str, ...]] = {
    "aliases": ("name",),
    "as_printed": ("value", "unit"),
    "evidence": ("name", "roles", "as_printed", "qualifier", "kind"),
    "holder": ("attribution",),
    "note": ("attribution", "published", "date_basis"),
}


def is_told(at: Location) -> bool:
    """Whether the place is a field that could not be read, of which a message tells already."""
    return at.line == _NOT_READ


def with_drafts(content: Content) -> Records:
    """All records, right or wrong, each list in its order with the drafts last. Only for looking."""
    names = [kind.KIND.value for kind in RECORD_KINDS]
    return Records(**{name: (*getattr(content.records, name), *getattr(content.drafts, name)) for name in names})


@dataclass(frozen=True, slots=True)
class Salvage:
    """Takes what is sound out of a mapping that was read. `faulty` are the paths of which something has been said."""

    faulty: Collection[Path]

    def record(self, data: Mapping[str, object], cls: type, written_id: str | None) -> dict[str, object] | None:
        """The values of a whole record; its id, where that is not one, as it would be."""
        kept = self.mapping(data, cls, ())
        if kept is None or ("id" in data and ("id",) not in self.faulty):
            return kept
        return kept | {"id": slugify(written_id) if written_id else _UNNAMED}

    def mapping(self, data: Mapping[str, object], cls: type, loc: Path) -> dict[str, object] | None:
        """The sound values, stand-ins for others that must be there, and a place that tells them apart.

        None for evidence that lacks its source or its words: there is nothing to look up.
        """
        kept: dict[str, object] = {}
        unsound: set[str] = set()
        for name, known in shape_of(cls).items():
            here = (*loc, name)
            if here in self.faulty or (known.required and name not in data):
                unsound.add(name)
            if name in data and (sound := self._sound(data[name], known, here, unsound)) is not None:
                kept[name] = sound
        if issubclass(cls, WrittenEvidence) and unsound & {"source", "text"}:
            return None
        for name in unsound - kept.keys():
            if shape_of(cls)[name].required:
                kept[name] = _stand_in(shape_of(cls)[name])
        if "evidence" in unsound:
            kept.pop("roles", None)
        return kept | {"at": _marked(data["at"], unsound)}

    def _sound(self, value: object, known: FieldShape, here: Path, unsound: set[str]) -> object:
        """The value without what is wrong in it; None where nothing is left. Adds to `unsound` what lost anything."""
        if not isinstance(value, tuple):
            if isinstance(value, dict) and known.nested is not None:
                return self.mapping(value, known.nested, here)
            return None if here in self.faulty and not known.many else value
        items = [self._item(item, known, (*here, number)) for number, item in enumerate(value)]
        if any(item is None for item in items):
            unsound.add(known.name)
        return tuple(item for item in items if item is not None)

    def _item(self, item: object, known: FieldShape, here: Path) -> object:
        if isinstance(item, dict) and known.nested is not None:
            return self.mapping(item, known.nested, here)
        return None if here in self.faulty else item


def _stand_in(known: FieldShape) -> object:
    if known.many:
        return ()
    return known.choices[0] if known.choices else _PLACEHOLDER


def _marked(place: object, unsound: set[str]) -> object:
    """The place with the lines of unsound fields, and of those that rest on them, set aside."""
    if not isinstance(place, Place):
        return place
    told = unsound | {name for field in unsound for name in _RESTS_ON.get(field, ())}
    return Place(place.path, place.line, (*place.fields, *((name, _NOT_READ) for name in sorted(told))))
