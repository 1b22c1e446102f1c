"""Findings kept between builds, so that an article that has not changed is not read again.

A file's name says of what its findings are: the article's words, what was asked of them, the code and the words it knows,
and the packages that parse. So nothing kept is ever stale; a file that cannot be read counts as one that is not there.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from builder.files import list_files, write_file
from builder.model import findings as kinds
from builder.model.findings import Finding

# What findings come from: every file of these packages, and the releases of what they rest on.
CODE = tuple(Path(__file__).resolve().parents[1] / name for name in ("analyse", "files", "model"))
PACKAGES = ("spacy", "thinc", "numpy", "en_core_web", "en-core-web")
IGNORE = b"*\n"


@dataclass(frozen=True, slots=True)
class Kept:
    """What earlier builds found, by key; `code` is part of every key."""

    code: str
    findings: Mapping[str, tuple[Finding, ...]]

    def key_of(self, *asked: object) -> str:
        """The key of what an extraction was given; all of it must show itself whole in its `repr`."""
        return hashlib.sha256(repr((self.code, asked)).encode("utf-8", "surrogatepass")).hexdigest()


NOTHING_KEPT = Kept("", {})


def read_kept(folder: Path) -> Kept:
    """All findings that stand in the folder."""
    names = (Path(name) for name in list_files(folder).files)
    read = {name.stem: _read(folder / name) for name in names if name.suffix == ".json"}
    return Kept(_fingerprint(), {key: findings for key, findings in read.items() if findings is not None})


def write_kept(folder: Path, found: Mapping[str, Sequence[Finding]]) -> None:
    """Make the folder hold these findings and no others. It keeps itself out of version control."""
    write_file(folder / ".gitignore", IGNORE)
    for key, findings in found.items():
        write_file(folder / f"{key}.json", _as_json(findings))
    for name in list_files(folder).files:
        if Path(name).suffix == ".json" and Path(name).stem not in found:
            (folder / name).unlink(missing_ok=True)


def _as_json(findings: Iterable[Finding]) -> bytes:
    listed = [[type(f).__name__, _adapter(type(f).__name__).dump_python(f, mode="json")] for f in findings]
    return json.dumps(listed, ensure_ascii=False).encode("utf-8")


def _read(path: Path) -> tuple[Finding, ...] | None:
    try:
        listed = json.loads(path.read_bytes())
        return tuple(_adapter(name).validate_python(fields) for name, fields in listed)
    except (OSError, ValueError, TypeError, AttributeError, ValidationError):
        return None


@cache  # one for each kind of finding
def _adapter(name: str) -> TypeAdapter[Finding]:
    return TypeAdapter(getattr(kinds, name))


@cache  # the program does not change while it runs
def _fingerprint() -> str:
    files = sorted(path for folder in CODE for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    named = {(d.name, d.version) for d in distributions() if d.name and d.name.lower().startswith(PACKAGES)}
    content = hashlib.sha256(repr(sorted(named)).encode())
    for path in files:
        content.update(hashlib.sha256(path.read_bytes()).digest())
    return content.hexdigest()
