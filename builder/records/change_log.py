"""Lines added to `content/changes.yml`: what stands in the file, comments and layout included, stays as it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from builder.files import YamlList, YamlNode, parse_yaml
from builder.model.issues import Issue, Location
from builder.model.knowledge import Change
from builder.records.convert import convert
from builder.records.schema import ChangeEntry
from builder.records.written import written_item

HEADING = """\
# The change log of the site, oldest first. `briefing diff OLD.json NEW.json --append` adds to it; edit it as you like.
"""
_ITEM = re.compile(r"(?m)^(?P<indent> *)- ")


@dataclass(frozen=True, slots=True)
class AppendedLog:
    """The file as it is to be written, and how many lines it has more."""

    data: bytes
    added: int


def append_changes(data: bytes | None, changes: Sequence[Change], *, path: str) -> AppendedLog | tuple[Issue, ...]:
    """The file with those of the changes that it does not hold yet; all that is wrong with a file that is no change log.

    `data` is None where there is no file; `path` is its name in messages.
    """
    document = parse_yaml(data or b"", path=path)
    errors = tuple(issue for issue in document.issues if issue.is_error)
    held = _changes(document.root, path)
    if errors:
        return errors
    if not isinstance(held, list):
        return held
    new = [change for change in dict.fromkeys(changes) if change not in held]
    if not new:
        return AppendedLog(data if data is not None else HEADING.encode("utf-8"), 0)
    text = HEADING if data is None else data.decode("utf-8-sig")
    written = _written(text, new)
    if _changes(parse_yaml(written, path=path).root, path) != [*held, *new]:
        what = "nothing can be added below what stands here"
        return (Issue(Location(path), "wrong-type", what, "write the entries below each other, each begun with `- `"),)
    return AppendedLog(written, len(new))


def _written(text: str, new: Sequence[Change]) -> bytes:
    """The text and the new lines, in its own indentation and line ends."""
    first = _ITEM.search(text)
    indent = first["indent"] if first else ""
    body = text if text.endswith("\n") or not text else f"{text}\n"
    lines = (line for change in new for line in written_item(change).splitlines())
    added = "".join(f"{indent}{line}\n" for line in lines)
    ends = "\r\n" if "\r\n" in text else "\n"
    return (body + added.replace("\n", ends)).encode("utf-8")


def _changes(root: YamlNode | None, path: str) -> list[Change] | tuple[Issue, ...]:
    """The entries of the file, or what is wrong with them."""
    if root is None:
        return []
    if not isinstance(root, YamlList):
        what = "this file holds no list, and the changes are one"
        return (Issue(Location(path, root.line), "wrong-type", what, "begin each entry with `- `"),)
    read = [convert(item, ChangeEntry, path=path) for item in root.items]
    issues = tuple(issue for one in read for issue in one.issues)
    return issues or [Change(e.date, e.kind, e.record, e.statement) for one in read if (e := one.value)]
