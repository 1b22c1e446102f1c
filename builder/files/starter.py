"""The files with which a new briefing begins."""

import re
from collections.abc import Mapping
from pathlib import Path

from builder.files.reading import list_files, read_bytes
from builder.files.settings import PROGRAM
from builder.model.issues import BriefingError

STARTER = PROGRAM / "starter"
LOCK = "requirements.lock"
# Of this project's own files those that serve every briefing, by their name in a new one. In the tree they lie where they
# work; a wheel carries them beside the others (`force-include` in pyproject.toml).
COPIED: Mapping[str, str] = {
    ".ci/address.py": ".ci/address.py",
    ".ci/changes.py": ".ci/changes.py",
    ".github/workflows/briefing.yml": ".github/workflows/briefing.yml",
    "build/docs/.gitignore": "build/docs/.gitignore",
    "content/pages/editors-guide.md": "content/pages/editors-guide.md",
    "mkdocs.yml": "mkdocs.yml",
    "requirements-dev.lock": LOCK,
}
RENAMED: Mapping[str, str] = {"gitignore": ".gitignore"}  # under its own name git would heed it here
# The kinds of records have a folder each; git keeps none that is empty.
KEPT = ".gitkeep"
# What is particular to the briefing of this tree, and what takes its place: line by line, so that comments stay.
_SETTINGS: tuple[tuple[str, str], ...] = (
    (r"site_name: .*\n", "site_name: A new briefing\n"),
    (r"site_description: .*\n", "site_description: Every sentence stands beside the passage it rests on.\n"),
    (r"  custom_dir: .*\n", ""),  # the plugin adds the overrides from where the program is installed
    (r"      enabled: .*\n", ""),  # and is there also where the pages are written already
)


def starter_files(*, version: str, folders: tuple[str, ...]) -> Mapping[str, bytes]:
    """Every file of a new briefing, by path. `folders` are those for records; `version` is that of this program."""
    own = {RENAMED.get(path, path): read_bytes(STARTER / path) for path in list_files(STARTER).files if _is_own(path)}
    copied = {name: read_bytes(_place(path)) for name, path in COPIED.items()}
    kept = {f"content/{folder}/{KEPT}": b"" for folder in folders}
    files = {**own, **copied, **kept}
    files["mkdocs.yml"] = _settings(files["mkdocs.yml"].decode("utf-8")).encode("utf-8")
    files["Makefile"] = files["Makefile"].replace(b"{version}", version.encode("utf-8"))
    return dict(sorted(files.items()))


def lock() -> str:
    """The versions, with their hashes, from which this program is installed."""
    return read_bytes(_place(LOCK)).decode("utf-8")


def _is_own(path: str) -> bool:
    return not path.startswith("copied/")


def _place(path: str) -> Path:
    carried = STARTER / "copied" / path
    return carried if carried.is_file() else PROGRAM.parent / path


def _settings(text: str) -> str:
    for pattern, instead in _SETTINGS:
        text, count = re.subn(f"(?m)^{pattern}", instead, text)
        if count != 1:
            raise BriefingError(f"mkdocs.yml of this installation has {count} lines like {pattern!r}, not one")
    return text
