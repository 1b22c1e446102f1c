"""Two folders change places, so that a reader sees the old site or the new one and never a part of either.

Where the system can swap two names in one step (Linux), it does. Elsewhere the old folder steps aside first; a build
killed between the two renames leaves no site for a moment, and the next start puts the old one back.
"""

import contextlib
import ctypes
import errno
import os
import shutil
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
NOT_HERE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


def staging(site: Path) -> Path:
    """The folder beside the site in which the new one is made."""
    return site.with_name(f"{site.name}.new")


def previous(site: Path) -> Path:
    """The folder beside the site to which the old one steps aside."""
    return site.with_name(f"{site.name}.old")


def recover(site: Path) -> None:
    """Put back what a killed build left, and clear away its half-made folders. For use before anything is built."""
    if previous(site).exists() and not site.exists():
        previous(site).rename(site)
    for leftover in (staging(site), previous(site)):
        if leftover.exists():
            shutil.rmtree(leftover)


def exchange(site: Path) -> None:
    """Put the staged folder in the site's place and remove the old one. Raises OSError, with the old site in place."""
    new, old = staging(site), previous(site)
    if site.exists() and _swap(new, site):
        new.rename(old)
    else:
        if site.exists():
            site.rename(old)
        try:
            new.rename(site)
        except OSError:
            with contextlib.suppress(FileNotFoundError):
                old.rename(site)
            raise
    if old.exists():
        shutil.rmtree(old)


def _swap(one: Path, other: Path) -> bool:
    """Let two names change places in one step; False where the system or the file system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))
