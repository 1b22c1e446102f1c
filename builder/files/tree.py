"""Files written: atomically, only when the bytes differ, and nothing left behind that is no longer made."""

import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from builder.model.issues import BriefingError

FILE_MODE = 0o644
FOLDER_MODE = 0o755


class WriteError(BriefingError):
    """A folder or a path into which nothing may be written."""


@dataclass(frozen=True, slots=True)
class Sync:
    """What a call of `sync_tree` did: numbers of files; `removed` counts links and the like too."""

    written: int
    unchanged: int
    removed: int


def write_file(path: Path, data: bytes) -> bool:
    """Write the bytes in one step, and say whether that was needed: a reader sees the old file or the new one whole.

    A file that holds these bytes already is left as it is. Missing folders are made. Raises `WriteError` where the
    machine does not let us.
    """
    with _refused_by_machine(path):
        return _write(path, data)


def _write(path: Path, data: bytes) -> bool:
    _make_folder(path.parent)
    if _holds(path, data):
        if stat.S_IMODE(path.stat().st_mode) != FILE_MODE:
            path.chmod(FILE_MODE)
        return False
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(draft).chmod(FILE_MODE)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return True


def sync_tree(folder: Path, files: Mapping[str, bytes], *, keep: frozenset[str] = frozenset({".gitignore"})) -> Sync:
    """Make the folder hold exactly these files (relative path with `/` → bytes) and those named in `keep`.

    Whatever else is there is removed, empty folders included; links are removed and never followed. Raises
    `WriteError`, before anything is touched, for a path that leaves the folder, for one that is both a file and a
    folder, and for a folder that is a link or a repository of its own; later, where the machine does not let us.
    """
    for path in (*files, *keep):
        _refuse_escape(path)
    _refuse_clash(files)
    if folder.is_symlink() or (folder / ".git").exists():
        mend = "give docs_dir a folder of its own [write]"
        raise WriteError(f"{folder}:1: this is a link or a repository, which a build must not empty — {mend}")
    with _refused_by_machine(folder):
        _make_folder(folder)
        removed = sum(_remove_strays(folder, wanted=frozenset(files) | keep))
        changed = [_write(folder / path, files[path]) for path in sorted(files)]
    return Sync(written=sum(changed), unchanged=len(changed) - sum(changed), removed=removed)


@contextmanager
def _refused_by_machine(path: Path) -> Iterator[None]:
    """A full disk or a missing permission, said in one line."""
    try:
        yield
    except OSError as error:
        named = error.filename or path
        mend = "make room, or mend the permissions [write]"
        raise WriteError(f"{named}:1: this cannot be written ({error.strerror}) — {mend}") from error


def _holds(path: Path, data: bytes) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    return path.stat().st_size == len(data) and path.read_bytes() == data


def _make_folder(folder: Path) -> None:
    """Folders are made one by one: `mkdir(parents=True)` gives the upper ones whatever the umask leaves."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    folder.chmod(FOLDER_MODE)


def _refuse_escape(path: str) -> None:
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts) or any(sign in path for sign in "\\\0"):
        raise WriteError(f"“{path}” is not a path inside the folder")


def _refuse_clash(files: Mapping[str, bytes]) -> None:
    folders = {str(parent) for path in files for parent in PurePosixPath(path).parents}
    for path in sorted(folders & set(files)):
        raise WriteError(f"“{path}” would be a file and a folder")


def _remove_strays(folder: Path, *, wanted: frozenset[str], prefix: str = "") -> Iterator[int]:
    """One 1 for each file removed; folders left empty go with them."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        name = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _remove_strays(Path(entry.path), wanted=wanted, prefix=f"{name}/")
            _remove_if_empty(Path(entry.path))
        elif name not in wanted or not entry.is_file(follow_symlinks=False):
            Path(entry.path).unlink()
            yield 1


def _remove_if_empty(folder: Path) -> None:
    with os.scandir(folder) as entries:
        empty = next(entries, None) is None
    if empty:
        folder.rmdir()
