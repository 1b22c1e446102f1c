"""The schema of `content/` for editors' tools: completion and checks while typing."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import TypeAdapter

from builder.records.schema import RECORD_KINDS, BriefingFile, ChangeEntry, Decision
from builder.records.shapes import LISTS_OF_ONE

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def editor_schema() -> Mapping[str, object]:
    """A JSON Schema whose `$defs` hold one entry a file of `content/`: `quotes` for `quotes/*.yml`, `briefing`, ….

    A tool points at `records.schema.json#/$defs/quotes`. References between records are not checked here.
    """
    mode: Literal["validation"] = "validation"
    lists = {cls.KIND.value: cls for cls in RECORD_KINDS} | {"decisions": Decision, "changes": ChangeEntry}
    inputs: list[tuple[type, Literal["validation"], TypeAdapter[Any]]] = [
        (cls, mode, TypeAdapter(cls)) for cls in (*lists.values(), BriefingFile)
    ]
    references, shared = TypeAdapter.json_schemas(inputs)
    definitions = {name: _written(schema) for name, schema in shared["$defs"].items() if name != "Place"}
    for name, cls in lists.items():
        definitions[name] = {"type": "array", "items": references[cls, mode]}
    definitions["briefing"] = references[BriefingFile, mode]
    counts = {cls.KIND.value: {"type": "integer", "minimum": 0} for cls in RECORD_KINDS}
    definitions["floors"] = {"type": "object", "properties": counts, "additionalProperties": False}
    return {"$schema": DIALECT, "title": "The records of a briefing", "$defs": dict(sorted(definitions.items()))}


def _written(schema: Mapping[str, object]) -> dict[str, object]:
    """The schema of what an editor types: without the place, which the loader fills in, and with lists of one."""
    properties = schema.get("properties")
    required = schema.get("required")
    written = dict(schema)
    if isinstance(properties, dict):
        written["properties"] = {key: _property(key, value) for key, value in properties.items() if key != "at"}
    if isinstance(required, list):
        written["required"] = [key for key in required if key != "at"]
    return written


def _property(key: str, schema: Mapping[str, Any]) -> Mapping[str, object]:
    """A field's schema; a list that may be written as its only item takes that too."""
    forms = schema.get("anyOf") or [schema]
    lists = [form for form in forms if form.get("type") == "array"]
    if key not in LISTS_OF_ONE or not lists:
        return schema
    bare = [{name: form[name] for name in ("type", "items", "$ref") if name in form} for form in forms]
    rest = {name: value for name, value in schema.items() if name not in ("type", "items", "anyOf")}
    return {**rest, "anyOf": [*bare, *(form["items"] for form in lists)]}
