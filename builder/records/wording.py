"""What an editor is told about a field: which one was meant, what to write, with something to paste."""

import difflib
from collections.abc import Iterable, Mapping

from builder.model.ids import slugify
from builder.records.faults import Fault
from builder.records.shapes import FieldShape, noun_of, shape_of

_EXAMPLES: Mapping[str, str] = {
    "evidence": "evidence: {source: id-of-the-source, text: 'the words as printed'}",
    "source": "source: id-of-the-source",
    "text": "text: 'the words as printed'",
    "file": "file: name-of-the-article.txt",
    "name": "name: The name in full",
    "title": "title: A few words",
    "statement": "statement: One plain sentence.",
    "definition": "definition: What it means in these articles.",
    "party": "party: id-of-the-party",
    "issue": "issue: id-of-the-issue",
    "parties": "parties: [first-id, second-id]",
    "experts": "experts: [id-of-the-expert]",
    "date": "date: 2024-01-31",
    "subject": "subject: what is measured",
    "value": "value: 1500000",
    "unit": "unit: USD",
    "as_printed": "as_printed: '1.5 million dollars'",
    "question": "question: What does the reader want to know?",
    "description": "description: One sentence about this briefing.",
    "event": "event: {name: What it turns on, start: 2024-01-31}",
    "code": "code: the-word-in-brackets-of-the-message",
    "reason": "reason: why this is right",
    "kind": "kind: quotes",
    "record": "record: quotes/its-id",
}
_NAMED_BY = ("name", "title", "statement", "subject", "file")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant."""
    by_form = {name.lower().replace("_", "-"): name for name in known}
    found = difflib.get_close_matches(word.lower().replace("_", "-").replace(" ", "-"), by_form, n=1, cutoff=0.6)
    return by_form[found[0]] if found else None


def listed(words: Iterable[str]) -> str:
    """“a, b or c”."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def unknown_field(cls: type, key: str, meant: str | None) -> Fault:
    """A field that the schema does not know; `meant` is the one it is nearest to."""
    known = ", ".join(shape_of(cls))
    mend = f"write `{meant}:`, or take the line out" if meant else f"take the line out; its fields are {known}"
    return Fault(key, "unknown-field", f"{_a(noun_of(cls))} has no field `{key}`", mend)


def missing_field(cls: type, field: FieldShape, texts: Mapping[str, str]) -> Fault:
    """A required field that is not written."""
    what = f"this {noun_of(cls)} has no `{field.name}`"
    return Fault(None, "missing-field", what, f"add `{_example(field, texts)}`{_choices(field)}")


def empty_field(field: FieldShape, texts: Mapping[str, str]) -> Fault:
    """A field that is written and holds nothing."""
    example = f"write `{_example(field, texts)}`{_choices(field)}"
    mend = example if field.required else f"{example}, or take the line out"
    return Fault(field.name, "empty-text", f"`{field.name}` is empty", mend)


def unknown_value(field: FieldShape, value: str) -> Fault:
    """A word outside the field's closed set."""
    meant = nearest(value, field.choices)
    near = f"; nearest: “{meant}”" if meant else ""
    what = f"“{value}” is not a value of `{field.name}`{near}"
    return Fault(field.name, "unknown-value", what, f"write {listed(field.choices)}")


def wrong_item(field: FieldShape, found: str) -> Fault:
    """A list, a mapping or a text where one mapping or one text belongs; `found` says what stands there."""
    if field.nested is not None:
        mend = f"write {_braced(field.nested)}" if field.many else f"write `{field.name}: {_braced(field.nested)}`"
        return _wrong(field, "mappings" if field.many else "a mapping", found, mend)
    mend = "put a text that holds a colon, or begins with a bracket, in single quotes"
    return _wrong(field, "texts" if field.many else "one text", found, mend)


def wrong_list(field: FieldShape, found: str) -> Fault:
    """Something other than a list where one belongs."""
    items = _braced(field.nested) if field.nested is not None else "first, second"
    return _wrong(field, "a list", found, f"write `{field.name}: [{items}]`, or each item on a line after `- `")


def _wrong(field: FieldShape, wanted: str, found: str, mend: str) -> Fault:
    return Fault(field.name, "wrong-type", f"`{field.name}` takes {wanted}, and here stands a {found}", mend)


def _braced(cls: type) -> str:
    """A mapping to fill in: what it must have, or the first two fields where it need not have any."""
    shape = shape_of(cls).values()
    names = [field.name for field in shape if field.required] or [field.name for field in shape][:2]
    return f"{{{', '.join(f'{name}: …' for name in names)}}}"


def _example(field: FieldShape, texts: Mapping[str, str]) -> str:
    """The line to paste."""
    if field.name == "id":
        words = next((texts[name] for name in _NAMED_BY if name in texts), "short-name")
        return f"id: {slugify(words, longest=40)}"
    if field.choices:
        return f"{field.name}: {field.choices[0]}"
    if field.nested is not None and field.many and field.name != "evidence":
        return f"{field.name}: [{_braced(field.nested)}]"
    return _EXAMPLES.get(field.name, f"{field.name}: …")


def _choices(field: FieldShape) -> str:
    return f" ({listed(field.choices)})" if field.choices else ""


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeio" else f"a {noun}"


def unknown_folder(name: str, known: Iterable[str]) -> tuple[str, str, str]:
    """Code, what and mend for a folder of `content/` that is no kind of record."""
    known = tuple(known)
    meant = nearest(name, known)
    near = f"; nearest: “{meant}”" if meant else ""
    mend = f"rename it to {meant}" if meant else f"use one of {', '.join(known)}"
    return "unknown-folder", f"“{name}” is no kind of record, and nothing in it is read{near}", mend


def unknown_file(name: str, known: Iterable[str]) -> tuple[str, str, str]:
    """Code, what and mend for a file of `content/` that nothing reads."""
    stem, _, suffix = name.rpartition(".")
    what = f"“{name}” is not read"
    if "/" in name:
        mend = f"rename it to {stem}.yml" if suffix in ("yaml", "YML", "YAML", "json") else "keep .yml files alone here"
        return "unknown-file", what, mend
    known = tuple(known)
    meant = nearest(name, known)
    near = f"; nearest: “{meant}”" if meant else ""
    return (
        "unknown-file",
        what + near,
        f"rename it to {meant}" if meant else "put records into the folder of their kind",
    )
