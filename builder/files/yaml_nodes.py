"""YAML as nodes with lines: scalars stay strings, nothing is constructed, and every mistake is an issue.

Read from parser events with a stack of our own: no recursion that depth could exhaust, no aliases to expand.
"""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from builder.files.paths import shown
from builder.files.yaml_mistakes import QUOTE_IT, Mistake, character_mistake, syntax_mistake
from builder.model.issues import Issue, Location, Severity

LOADER: type[yaml.CSafeLoader | yaml.SafeLoader] = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
DEEPEST = 20
BOM = "\ufeff"
STANDARD_TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class YamlScalar:
    """One value, always text; None where nothing or a plain `~` or `null` is written.

    `refused`: what stood here was an alias, and an issue says so; nothing more is to be said about it.
    """

    value: str | None
    line: int
    refused: bool = False


@dataclass(frozen=True, slots=True)
class YamlList:
    """A sequence."""

    items: "tuple[YamlNode, ...]"
    line: int


@dataclass(frozen=True, slots=True)
class YamlPair:
    """A key, the line it stands on, and its value."""

    key: str
    line: int
    value: "YamlNode"


@dataclass(frozen=True, slots=True)
class YamlMap:
    """A mapping in written order; each key once."""

    pairs: tuple[YamlPair, ...]
    line: int

    def get(self, key: str) -> YamlPair | None:
        """The pair with this key."""
        return next((pair for pair in self.pairs if pair.key == key), None)


YamlNode = YamlScalar | YamlList | YamlMap


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A file as read. `root` is None where it is empty or unreadable; of a list that breaks off, what stands before.

    `whole`: it could be read to its end.
    """

    path: str
    root: YamlNode | None
    issues: tuple[Issue, ...] = ()
    whole: bool = True


def read_yaml(path: Path, *, root: Path) -> YamlDocument:
    """The file's nodes, and all that is wrong with its YAML; `root` is the folder its name is relative to."""
    name = shown(path, root)
    try:
        data = path.read_bytes()
    except OSError as error:
        issue = Issue(Location(name), "file-unreadable", f"cannot be read ({error.strerror})", "mend its permissions")
        return YamlDocument(name, None, (issue,), whole=False)
    return parse_yaml(data, path=name)


def parse_yaml(data: bytes, *, path: str) -> YamlDocument:
    """The nodes of a file's bytes; `path` is its name in issues."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = Location(path, data.count(b"\n", 0, error.start) + 1)
        what = f"byte {data[error.start]:#04x} is not UTF-8"
        return YamlDocument(path, None, (Issue(at, "yaml-encoding", what, "save the file as UTF-8"),), whole=False)
    building = _Building(path)
    if text.startswith(BOM):
        text = text.removeprefix(BOM)
        mend = "save the file as UTF-8 without it"
        building.note(1, "yaml-bom", "the file begins with a byte-order mark", mend, severity=Severity.WARNING)
    mistake = character_mistake(text)
    if mistake is None:
        mistake = building.read(text)
    if mistake is not None:
        building.note(mistake.line, "yaml-syntax", mistake.what, mistake.mend)
    return YamlDocument(path, building.result(), tuple(building.issues), whole=mistake is None)


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet. In a mapping a key without a value is the next to be filled."""

    line: int
    is_map: bool
    items: list[YamlNode] = field(default_factory=list)
    keys: list[tuple[str | None, int]] = field(default_factory=list)

    @property
    def wants_key(self) -> bool:
        return self.is_map and len(self.keys) == len(self.items)


class _Building:
    """Events in, nodes out."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.issues: list[Issue] = []
        self._root: YamlNode | None = None
        self._stack: list[_Open] = []
        self._documents = 0

    def note(self, line: int, code: str, what: str, mend: str, *, severity: Severity = Severity.ERROR) -> None:
        self.issues.append(Issue(Location(self.path, line), code, what, mend, severity))

    def result(self) -> YamlNode | None:
        """The root; where the file broke off within a list, the items that were whole."""
        if self._root is None and self._stack and not self._stack[0].is_map:
            return YamlList(tuple(self._stack[0].items), self._stack[0].line)
        return self._root

    def read(self, text: str) -> Mistake | None:
        """Take in all events; the mistake that stopped the parser, if one did."""
        try:
            for event in yaml.parse(text, Loader=LOADER):
                if not self._take(event):
                    break
        except yaml.YAMLError as error:
            return syntax_mistake(error, text)
        return None

    def _take(self, event: yaml.Event) -> bool:
        """Whether reading goes on after this event."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            return self._begin_document(line)
        if isinstance(event, yaml.AliasEvent):
            self._refuse_alias(line, f"*{event.anchor}")
            self._place(YamlScalar(None, line, refused=True))
        elif isinstance(event, yaml.ScalarEvent):
            self._refuse_properties(event, line)
            is_null = not event.style and event.value in NULLS  # a plain scalar's style is None or empty
            self._place(YamlScalar(None if is_null else event.value, line))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_properties(event, line)
            self._stack.append(_Open(line, isinstance(event, yaml.MappingStartEvent)))
            return self._depth_allows(line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._place(self._closed(self._stack.pop()))
        return True

    def _begin_document(self, line: int) -> bool:
        self._documents += 1
        if self._documents == 1:
            return True
        mend = "take the line out; what follows it is not read"
        self.note(line, "yaml-documents", "`---` begins a second document", mend)
        return False

    def _depth_allows(self, line: int) -> bool:
        if len(self._stack) <= DEEPEST:
            return True
        self.note(
            line, "yaml-depth", f"more than {DEEPEST} levels stand inside each other", f"close a bracket, or {QUOTE_IT}"
        )
        return False

    def _refuse_alias(self, line: int, written: str) -> None:
        what = f"“{written}” is a YAML shorthand (anchor, alias or merge), which is not used here"
        self.note(line, "yaml-alias", what, f"write the value out; if it is text: {QUOTE_IT}")

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
        if event.anchor is not None:
            self._refuse_alias(line, f"&{event.anchor}")
        if event.tag is not None:
            mend = f"write the value without it; if it is text: {QUOTE_IT}"
            written = event.tag.replace(STANDARD_TAG, "!!")
            self.note(line, "yaml-tag", f"“{written}” is a YAML tag, which is not used here", mend)

    def _place(self, node: YamlNode) -> None:
        if not self._stack:
            self._root = node
        elif self._stack[-1].wants_key:
            self._stack[-1].keys.append((self._key(node), node.line))
        else:
            self._stack[-1].items.append(node)

    def _key(self, node: YamlNode) -> str | None:
        """The key's text; None, with an issue, for what cannot be one."""
        if not isinstance(node, YamlScalar) or node.value is None:
            if not (isinstance(node, YamlScalar) and node.refused):
                self.note(
                    node.line, "yaml-key", "the name of a field is missing before its colon", "write `field: text`"
                )
            return None
        if node.value == "<<":
            self._refuse_alias(node.line, "<<")
            return None
        return node.value

    def _closed(self, done: _Open) -> YamlNode:
        if not done.is_map:
            return YamlList(tuple(done.items), done.line)
        pairs: dict[str, YamlPair] = {}
        for (key, line), value in zip(done.keys, done.items, strict=True):
            if key is None:
                continue
            if key in pairs:
                what = f"`{key}` is written twice, on lines {pairs[key].line} and {line}"
                self.note(line, "duplicate-key", what, "keep one of the two")
            else:
                pairs[key] = YamlPair(key, line, value)
        return YamlMap(tuple(pairs.values()), done.line)
