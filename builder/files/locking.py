"""One build at a time: a folder is held by a process until it ends, however it ends."""

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

# File systems that know no locks (some network drives); there nothing keeps two builds apart.
_NO_LOCKS = frozenset({errno.ENOLCK, errno.EBADF, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS})


def _nothing() -> None:
    """Nobody wants to know."""


@contextmanager
def alone_in(*folders: Path, waiting: Callable[[], None] = _nothing) -> Iterator[tuple[int, ...]]:
    """Hold the folders, which must be there; whoever else wants one of them waits, after a call of `waiting`.

    Gives the open descriptors. A program that inherits them (`pass_fds`) holds the folders as well, so that a killed
    parent does not let the next build in while its child still writes.
    """
    with ExitStack() as stack:
        # Always in the same order, and no folder twice: two builds never wait for each other, nor one for itself.
        yield tuple(stack.enter_context(_held(folder, waiting)) for folder in sorted({f.resolve() for f in folders}))


@contextmanager
def _held(folder: Path, waiting: Callable[[], None]) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
        yield handle
    finally:
        os.close(handle)
