"""How a path is named in messages and data."""

import os
from pathlib import Path


def shown(path: Path, root: Path) -> str:
    """The path relative to `root` with `/`; a path outside it as it is. Bytes that are not UTF-8 are escaped."""
    named = path.relative_to(root) if path.is_relative_to(root) else path
    return os.fsencode(named.as_posix()).decode("utf-8", "backslashreplace")
