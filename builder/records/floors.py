"""`content/floors.yml`: how many records of each kind a build must have at least."""

from builder.files import YamlDocument, YamlMap, YamlPair, YamlScalar
from builder.model.claims import Kind
from builder.model.issues import Issue, Location
from builder.records.place import Place
from builder.records.schema import RECORD_KINDS, Floor
from builder.records.wording import nearest

_KINDS = tuple(cls.KIND.value for cls in RECORD_KINDS)


def read_floors(document: YamlDocument) -> tuple[tuple[Floor, ...], tuple[Issue, ...]]:
    """The floors of a file that is read as YAML, one line `kind: least` each."""
    if not isinstance(document.root, YamlMap):
        line = document.root.line if document.root else 1
        at = Location(document.path, line)
        return (), (Issue(at, "wrong-type", "here stand no floors", "write lines such as `quotes: 10`"),)
    read = [_floor(pair, document.path) for pair in document.root.pairs]
    return (
        tuple(one for one in read if isinstance(one, Floor)),
        tuple(one for one in read if isinstance(one, Issue)),
    )


def _floor(pair: YamlPair, path: str) -> Floor | Issue:
    if pair.key not in _KINDS:
        meant = nearest(pair.key, _KINDS)
        near = f"; nearest: “{meant}”" if meant else ""
        what = f"“{pair.key}” is no kind of record{near}"
        return Issue(Location(path, pair.line), "unknown-value", what, f"write one of {', '.join(_KINDS)}")
    text = pair.value.value or "" if isinstance(pair.value, YamlScalar) else ""
    if not (text.isascii() and text.isdigit()):
        what = f"“{text}” is not a count" if text else f"`{pair.key}` has no count"
        mend = f"write 0 or a whole number above, such as `{pair.key}: 10`"
        return Issue(Location(path, pair.line), "bad-number", what, mend)
    return Floor(kind=Kind(pair.key), least=int(text), at=Place(path, pair.line))
