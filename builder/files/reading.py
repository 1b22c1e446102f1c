"""Files read: the seeds, hand-written pages, and which files a folder holds."""

import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.files.paths import shown
from builder.files.settings import Settings
from builder.model.ids import slugify
from builder.model.issues import BriefingError, Issue, Location, Severity
from builder.model.text import Seed

SEED_SUFFIXES = (".md", ".txt")

# A pipe must not keep us waiting, and a link put there since we looked must not be followed.
_OPENING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder and those below it hold, as sorted paths relative to it with `/`; hidden names left out.

    `files` are ordinary files; `others` links, pipes and devices, which are never read.
    """

    files: tuple[str, ...]
    others: tuple[str, ...]


def read_seeds(settings: Settings) -> tuple[tuple[Seed, ...], tuple[Issue, ...]]:
    """The articles of the seeds folder, sorted by name: `*.txt` and `*.md`; what cannot be read is a warning.

    Errors: no article at all (`seeds-empty`), and two names that differ in case only or give the same id
    (`seed-name`).
    """
    seeds: list[Seed] = []
    issues: list[Issue] = []
    for entry in _entries(settings.seeds):
        path = shown(Path(entry.path), settings.root)
        reason = _unfit(entry)
        read = reason or _read_plain(Path(entry.path))
        if isinstance(read, bytes):
            seeds.append(Seed(path, read))
        else:
            issues.append(_skipped(path, read))
    if not seeds:
        issues.append(_no_seeds(shown(settings.seeds, settings.root)))
    return tuple(seeds), (*issues, *_clashes(seeds))


def read_seed(path: Path, name: str) -> Seed | Issue:
    """The article in one file, known by the name given; where it cannot be read, why (`seed-unreadable`)."""
    read = _read_plain(path) if path.exists() else "does not exist"
    if isinstance(read, bytes):
        return Seed(name, read)
    mend = "name a plain .txt or .md file that you may read"
    return Issue(at=Location(name), code="seed-unreadable", what=f"this {read}", mend=mend)


def read_bytes(path: Path) -> bytes:
    """The bytes of one file; a link to it is followed. Raises `BriefingError`, one line, where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        mend = "mend its permissions, or name another file [unreadable]"
        raise BriefingError(f"{path}:1: the file cannot be read ({error.strerror}) — {mend}") from error


def read_texts(folder: Path, pattern: str) -> Mapping[str, str]:
    """The ordinary files below the folder that match the pattern (`**/*.md`): relative path with `/` → text, sorted.

    A leading byte-order mark is dropped and line ends become LF. Raises `BriefingError` for a file that is not UTF-8
    or cannot be read.
    """
    listing = list_files(folder)
    matching = {path.relative_to(folder).as_posix() for path in folder.glob(pattern)} if listing.files else set()
    return {path: _text(folder / path) for path in listing.files if path in matching}


def list_files(folder: Path) -> Listing:
    """What the folder holds; nothing where there is no such folder."""
    found = sorted(_walk(folder))
    return Listing(
        files=tuple(path for path, plain in found if plain),
        others=tuple(path for path, plain in found if not plain),
    )


def _walk(folder: Path, prefix: str = "") -> Iterator[tuple[str, bool]]:
    for entry in _entries(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry.is_file(follow_symlinks=False)


def _entries(folder: Path) -> tuple[os.DirEntry[str], ...]:
    """The visible names of a folder, sorted; none where it is not a folder."""
    if not folder.is_dir():
        return ()
    try:
        with os.scandir(folder) as entries:
            return tuple(sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name))
    except OSError as error:
        mend = "mend its permissions [unreadable]"
        raise BriefingError(f"{folder}:1: the folder cannot be read ({error.strerror}) — {mend}") from error


def _unfit(entry: os.DirEntry[str]) -> str | None:
    """Why an entry of the seeds folder is not read, or None."""
    if entry.is_symlink():
        return "is a symbolic link"
    if entry.is_dir():
        return "is a folder"
    if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
        return "is not an ordinary file"
    if Path(entry.name).suffix.lower() not in SEED_SUFFIXES:
        return "is neither .txt nor .md"
    if not _is_utf8(entry.name):
        return "has a name that is not UTF-8"
    return None


def _is_utf8(name: str) -> bool:
    return all(not "\ud800" <= sign <= "\udfff" for sign in name)


def _read_plain(path: Path) -> bytes | str:
    """The bytes, or the reason why there are none."""
    try:
        with os.fdopen(os.open(path, _OPENING), "rb") as file:
            return file.read()
    except OSError as error:
        return f"cannot be read ({error.strerror})"


def _text(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BriefingError(f"{path}:1: byte {error.start} is not UTF-8 — save the file as UTF-8 [encoding]") from error
    except OSError as error:
        mend = "mend its permissions [unreadable]"
        raise BriefingError(f"{path}:1: the file cannot be read ({error.strerror}) — {mend}") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _skipped(path: str, reason: str) -> Issue:
    return Issue(
        at=Location(path),
        code="seed-skipped",
        what=f"this {reason} and was not read",
        mend="put the article there as a plain .txt or .md file, or take it away",
        severity=Severity.WARNING,
    )


def _no_seeds(path: str) -> Issue:
    return Issue(
        at=Location(path),
        code="seeds-empty",
        what="there is no article here",
        mend=f"put at least one .txt or .md file into {path}/",
    )


def _clashes(seeds: Iterable[Seed]) -> Iterator[Issue]:
    by_slug: defaultdict[str, list[str]] = defaultdict(list)
    for seed in seeds:
        by_slug[slugify(Path(seed.path).stem)].append(seed.path)
    for slug, paths in by_slug.items():
        for path in paths[1:]:
            yield Issue(
                at=Location(path),
                code="seed-name",
                what=f"this name and {paths[0]} both give the id “{slug}”",
                mend="rename one of the two files",
            )
