"""Two folders change places, so that a reader sees the old site or the new one and never a part of either.

Where the system can swap two names in one step (Linux, macOS), it does. Elsewhere the old folder steps aside first; a
build killed between the two renames leaves no site for a moment, and the next start puts the old one back.

What stands under each name is certain whenever a build is killed: `staging` holds nothing that anybody needs, `previous`
an old site that is whole. So a folder is removed only after it has taken the name of the first.

A file system of layers (a container's) lets nobody rename a folder of a lower layer. There the old site is removed after a copy of
it is whole; the copy bears a name of its own as long as that goes on, so that the next start knows to put it back.
"""

import contextlib
import ctypes
import errno
import os
import shutil
from pathlib import Path

AT_FDCWD = -100
EXCHANGE = 2  # RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS are the same number
NOT_HERE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV})


def staging(site: Path) -> Path:
    """The folder beside the site in which the new one is made."""
    return site.with_name(f"{site.name}.briefing-new")


def previous(site: Path) -> Path:
    """The folder beside the site to which the old one steps aside."""
    return site.with_name(f"{site.name}.briefing-old")


def copied(site: Path) -> Path:
    """A whole copy of the old site, beside it, while that is being removed."""
    return site.with_name(f"{site.name}.briefing-copy")


def copying(site: Path) -> Path:
    """The folder beside the site in which that copy is made."""
    return site.with_name(f"{site.name}.briefing-copying")


def recover(site: Path) -> None:
    """Put back what a killed build left, and clear away its half-made folders. For use before anything is built."""
    new, old = staging(site), previous(site)
    if copied(site).exists():
        _remove(site)
        copied(site).rename(site)
    if old.exists() and not site.exists():
        old.rename(site)
    _remove(copying(site))
    _remove(new)
    if old.exists():
        old.rename(new)
        _remove(new)


def exchange(site: Path) -> None:
    """Put the staged folder in the site's place and remove the old one. Raises OSError, with the old site in place.

    An old site that cannot be removed does not matter to anybody who reads the new one; the next start tries again.
    """
    new, old = staging(site), previous(site)
    if not (site.exists() and _swap(new, site)):
        if site.exists():
            _step_aside(site)
        try:
            new.rename(site)
        except OSError:
            with contextlib.suppress(FileNotFoundError):
                old.rename(site)
            raise
    with contextlib.suppress(OSError):
        recover(site)


def _step_aside(site: Path) -> None:
    """Give the old site its other name; where it cannot be renamed, to a copy of it."""
    try:
        site.rename(previous(site))
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copytree(site, copying(site), symlinks=True)
        copying(site).rename(copied(site))
        _remove(site)
        copied(site).rename(previous(site))


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _swap(one: Path, other: Path) -> bool:
    """Let two names change places in one step; False where the system or the file system cannot."""
    system = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(system, "renameat2"):
        failed = system.renameat2(AT_FDCWD, first, AT_FDCWD, second, EXCHANGE)
    elif hasattr(system, "renamex_np"):
        failed = system.renamex_np(first, second, EXCHANGE)
    else:
        return False
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))
