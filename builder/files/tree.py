"""Files written: atomically, only when the bytes differ, and nothing left behind that is no longer made."""

import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from builder.model.issues import BriefingError

MANIFEST = ".briefing-files"
# What people put beside the pages: how the folder is kept in git, and the name of the publisher's own domain.
KEPT = frozenset({".gitignore", "CNAME"})
_DRAFT = (".briefing-", ".part")
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
    make_folder(path.parent)
    if _holds(path, data):
        if stat.S_IMODE(path.stat().st_mode) != FILE_MODE:
            path.chmod(FILE_MODE)
        return False
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=_DRAFT[0], suffix=_DRAFT[1])
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(draft).chmod(FILE_MODE)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return True


def sync_tree(folder: Path, files: Mapping[str, bytes]) -> Sync:
    """Make the folder hold these files (relative path with `/` → bytes), and no other that an earlier call wrote.

    What was written stands in the folder's `.briefing-files`. Only that is removed, with folders left empty; a link
    that is in the way too, and none is followed. Files of others stay, those of `KEPT` whatever is written.
    Raises `WriteError`, before anything is touched, for a path that leaves the folder, for one that is both a file
    and a folder, for a folder that is a link or a repository of its own, for one that holds files and no list of ours,
    and for a file of others at a path of ours; later, where the machine does not let us.
    """
    for path in files:
        _refuse_escape(path)
    _refuse_clash(files)
    if folder.is_symlink() or (folder / ".git").exists():
        mend = "give docs_dir a folder of its own [write]"
        raise WriteError(f"{folder}:1: this is a link or a repository, which a build must not empty — {mend}")
    with _refused_by_machine(folder):
        make_folder(folder)
        ours = _listed(folder)
        _refuse_others(folder, files, ours)
        strays = _Strays(ours=(ours or frozenset()) - KEPT, wanted=frozenset(files) | KEPT)
        _write(folder / MANIFEST, _manifest({*strays.ours, *files}))
        removed = sum(strays.remove(folder))
        changed = [_write(folder / path, files[path]) for path in sorted(files)]
        _write(folder / MANIFEST, _manifest(files))
    return Sync(written=sum(changed), unchanged=len(changed) - sum(changed), removed=removed)


def _manifest(paths: Iterable[str]) -> bytes:
    return "".join(f"{path}\n" for path in sorted(set(paths))).encode("utf-8")


def _listed(folder: Path) -> frozenset[str] | None:
    """What earlier calls wrote; None where there is no list."""
    manifest = folder / MANIFEST
    if manifest.is_symlink() or not manifest.is_file():
        return None
    return frozenset(manifest.read_bytes().decode("utf-8", "replace").splitlines())


def _refuse_others(folder: Path, files: Mapping[str, bytes], ours: frozenset[str] | None) -> None:
    """Files of others: at a path of ours they would be lost, and without a list nobody knows whose the folder is.

    A file that holds what is to be written anyway is as good as ours; names that begin with a dot are no pages.
    """
    others = (path for path in _files_in(folder) if path not in KEPT and path not in (ours or ()))
    for path in others:
        same = path in files and _holds(folder / path, files[path])
        if ours is None and not same:
            mend = "name an empty folder, or empty this one if it holds nothing but pages of an earlier build"
            raise WriteError(f"{folder}:1: this folder holds files that no build has listed ({path}) — {mend} [write]")
        if path in files and not same:
            mend = "move it away, or delete it"
            raise WriteError(f"{folder / path}:1: a page belongs here, and no build wrote this file — {mend} [write]")


def _files_in(folder: Path, prefix: str = "") -> Iterator[str]:
    """The paths of all files that MkDocs would read or copy, sorted; links are not followed, and left out."""
    for entry in _entries(folder):
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files_in(Path(entry.path), f"{prefix}{entry.name}/")
        elif not entry.is_symlink():
            yield prefix + entry.name


def _entries(folder: Path) -> list["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


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


def make_folder(folder: Path) -> None:
    """Make the folder, and those above it, for everybody to read: `mkdir(parents=True)` heeds the umask."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
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


@dataclass(frozen=True, slots=True)
class _Strays:
    """What may be removed: paths that we wrote and do not want any more, and links where something of ours belongs."""

    ours: frozenset[str]
    wanted: frozenset[str]

    def remove(self, folder: Path, prefix: str = "") -> Iterator[int]:
        """One 1 for each file removed; folders that it leaves empty go with it."""
        ways = frozenset(str(parent) for path in self.wanted for parent in PurePosixPath(path).parents)
        for entry in _entries(folder):
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                gone = sum(self.remove(Path(entry.path), f"{name}/"))
                yield gone
                if (gone or name in self.wanted) and not _entries(Path(entry.path)):
                    Path(entry.path).rmdir()
            elif self._is_stray(entry, name, ways):
                Path(entry.path).unlink()
                yield 1

    def _is_stray(self, entry: "os.DirEntry[str]", name: str, ways: frozenset[str]) -> bool:
        if entry.is_symlink():
            return name in self.ours or name in self.wanted or name in ways
        draft = entry.name.startswith(_DRAFT[0]) and entry.name.endswith(_DRAFT[1])
        return draft or (name in self.ours and name not in self.wanted)
