"""One YAML mapping → one frozen record, or everything that is wrong with it, each fault at its own line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from builder.files import YamlList, YamlMap, YamlNode, YamlScalar
from builder.model.issues import Issue, Location
from builder.records.drafts import Path, Salvage
from builder.records.faults import Fault, field_fault, mapping_faults, record_faults
from builder.records.place import Place
from builder.records.schema import BriefingFile, Record
from builder.records.shapes import MAY_BE_EMPTY, FieldShape, noun_of, shape_of
from builder.records.wording import (
    empty_field,
    missing_field,
    nearest,
    unknown_field,
    unknown_value,
    wrong_item,
    wrong_list,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Converted(Generic[T]):
    """`value` is None where anything is wrong; then `draft` is what is sound of a record or the briefing, for checks alone."""

    value: T | None
    issues: tuple[Issue, ...]
    draft: T | None = None


def convert(node: YamlNode, cls: type[T], *, path: str) -> Converted[T]:
    """The mapping as an instance of a schema class; `path` is the file's name in issues."""
    if not isinstance(node, YamlMap):
        refused = isinstance(node, YamlScalar) and node.refused
        return Converted(None, () if refused else (_not_a_mapping(node, cls, path),))
    reading = _Reading(path, _record_name(node, cls))
    data = reading.mapping(node, cls, ())
    value: T | None = None
    try:
        value = adapter_of(cls).validate_python(data)
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_input=False, include_context=False):
            reading.complain(detail["type"], detail["loc"])
    if value is not None and not reading.issues:
        reading.note_all(record_faults(value), node, ())
    if not reading.issues:
        return Converted(value, ())
    return Converted(None, tuple(sorted(reading.issues)), _draft(node, cls, reading, data))


def _draft(node: YamlMap, cls: type[T], reading: "_Reading", data: dict[str, object]) -> T | None:
    """What is sound of a record or of the briefing with a fault; None of other mappings, and where too little is left."""
    salvage = Salvage(reading.reported | reading.doubted)
    if issubclass(cls, BriefingFile):
        sound = salvage.mapping(data, cls, ())
    elif issubclass(cls, Record):
        sound = salvage.record(data, cls, _texts(node).get("id"))
    else:
        return None
    try:
        return adapter_of(cls).validate_python(sound)
    except ValidationError:
        return None


def adapter_of(cls: type[T]) -> "TypeAdapter[T]":
    """Pydantic's reader of a schema class."""
    key: Any = cls  # a class is hashable, which mypy does not see of type[T]
    found: TypeAdapter[T] = _adapter(key)
    return found


@cache
def _adapter(cls: type) -> "TypeAdapter[Any]":
    return TypeAdapter(cls)


def _record_name(node: YamlMap, cls: type) -> str | None:
    pair = node.get("id")
    if not issubclass(cls, Record) or pair is None or not isinstance(pair.value, YamlScalar) or not pair.value.value:
        return None
    return f"{cls.KIND.value}/{pair.value.value.strip()}"


def _not_a_mapping(node: YamlNode, cls: type, path: str) -> Issue:
    required = " ".join(f"{f.name}: …" for f in shape_of(cls).values() if f.required)
    mend = f"write its fields, one a line: {required}"
    return Issue(Location(path, node.line), "wrong-type", f"this is a {kind_of(node)}, not a {noun_of(cls)}", mend)


def kind_of(node: YamlNode) -> str:
    """What a node is called in messages."""
    if isinstance(node, YamlMap):
        return "mapping"
    return "list" if isinstance(node, YamlList) else "text"


@dataclass(slots=True)
class _Seen:
    """What stands at one path of the data: its line and its field."""

    line: int
    field: FieldShape


@dataclass(slots=True)
class _Reading:
    """One record being read: where each value stands, and what has been said about it."""

    path: str
    record: str | None
    issues: list[Issue] = field(default_factory=list)
    seen: dict[Path, _Seen] = field(default_factory=dict)
    mappings: dict[Path, tuple[YamlMap, type]] = field(default_factory=dict)
    reported: set[Path] = field(default_factory=set)
    doubted: set[Path] = field(default_factory=set)

    def mapping(self, node: YamlMap, cls: type, loc: Path) -> dict[str, object]:
        """The mapping's values as pydantic takes them, with its place; what is wrong already is left out."""
        shape = shape_of(cls)
        self.mappings[loc] = (node, cls)
        data: dict[str, object] = {"at": Place(self.path, node.line, tuple((p.key, p.line) for p in node.pairs))}
        for pair in node.pairs:
            known = shape.get(pair.key)
            if known is None:
                meant = nearest(pair.key, shape)
                self.note(unknown_field(cls, pair.key, meant), pair.line)
                if meant and node.get(meant) is None:
                    self.reported.add((*loc, meant))  # it is misspelt, not missing
                continue
            here = (*loc, pair.key)
            self.seen[here] = _Seen(pair.line, known)
            value = self.value(pair.value, known, cls, here)
            if value is not None:
                data[pair.key] = value
        self.note_all(mapping_faults(cls, _texts(node)), node, loc)
        return data

    def value(self, node: YamlNode, known: FieldShape, cls: type, loc: Path) -> object:
        """The value of a field: a list's items, or the one thing that stands there."""
        if isinstance(node, YamlScalar) and node.value is None:
            if node.refused:
                self.reported.add(loc)
            return None
        if not known.many:
            return self.item(node, known, cls, loc)
        if not isinstance(node, YamlList):
            if known.lone:
                return (self.item(node, known, cls, (*loc, 0)),)
            self.refuse(wrong_list(known, kind_of(node)), node.line, loc)
            return None
        if not node.items and (cls, known.name) not in MAY_BE_EMPTY and known.required:
            self.refuse(empty_field(known, {}), node.line, loc)
            return None
        return tuple(self.item(item, known, cls, (*loc, index)) for index, item in enumerate(node.items))

    def item(self, node: YamlNode, known: FieldShape, cls: type, loc: Path) -> object:
        """One mapping or one text."""
        self.seen[loc] = _Seen(node.line, known)
        if isinstance(node, YamlScalar) and node.refused:
            self.reported.add(loc)
            return None
        if known.nested is not None and isinstance(node, YamlMap):
            return self.mapping(node, known.nested, loc)
        if known.nested is not None or not isinstance(node, YamlScalar):
            self.refuse(wrong_item(known, kind_of(node)), node.line, loc)
            return None
        return self.text(node, known, cls, loc)

    def text(self, node: YamlScalar, known: FieldShape, cls: type, loc: Path) -> str | None:
        """The text without blanks at its ends."""
        text = (node.value or "").strip()
        if not text:
            self.refuse(empty_field(known, {}), node.line, loc)
            return None
        if known.choices and text not in known.choices:
            self.refuse(unknown_value(known, text), node.line, loc)
            return None
        fault = field_fault(cls, known.name, text)
        if fault:
            self.refuse(fault, node.line, loc)
        return None if fault else text

    def complain(self, code: str, loc: Path) -> None:
        """Say what pydantic found, unless that or something around it has been said."""
        if any(loc[:length] in self.reported for length in range(1, len(loc) + 1)):
            return
        around = loc[:-1]
        if code == "missing" and around in self.mappings:
            node, cls = self.mappings[around]
            known = shape_of(cls)[str(loc[-1])]
            written = node.get(known.name)
            fault = empty_field(known, _texts(node)) if written else missing_field(cls, known, _texts(node))
            self.note(fault, written.line if written else node.line)
            return
        while loc and loc not in self.seen:
            loc = loc[:-1]  # pydantic names the member of a union as a further step
        if loc in self.seen and loc not in self.reported:
            self.refuse(wrong_item(self.seen[loc].field, "text of another kind"), self.seen[loc].line, loc)

    def refuse(self, fault: Fault, line: int, loc: Path) -> None:
        """Say that the value at this path is wrong; nothing more will be said of it."""
        self.reported.add(loc)
        self.note(fault, line)

    def note_all(self, faults: Iterable[Fault], node: YamlMap, loc: Path) -> None:
        """Issues at the lines of the fields that they name; the values are of the right type."""
        for fault in faults:
            if fault.field:
                self.doubted.add((*loc, fault.field))
            pair = node.get(fault.field) if fault.field else None
            self.note(fault, pair.line if pair else node.line)

    def note(self, fault: Fault, line: int) -> None:
        """One issue at a line of this file."""
        issue = Issue(Location(self.path, line), fault.code, fault.what, fault.mend, record=self.record)
        if issue not in self.issues:
            self.issues.append(issue)


def _texts(node: YamlMap) -> Mapping[str, str]:
    """The plain values of a mapping that are not empty."""
    values = ((pair.key, pair.value) for pair in node.pairs)
    return {key: v.value.strip() for key, v in values if isinstance(v, YamlScalar) and v.value and v.value.strip()}
