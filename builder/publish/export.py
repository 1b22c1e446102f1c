"""The briefing in other forms: everything that is published, sorted into the files of a folder."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import PurePosixPath

from builder.model.issues import BriefingError

# The only packages that the exported pages need, with what these need themselves.
_RENDERERS = ("mkdocs", "mkdocs-material", "pymdown-extensions")
_BLOCK = re.compile(
    r"^(?P<pins>(?P<name>[a-z0-9][a-z0-9._-]*)==[^\n]+\n(?:    --hash=[^\n]+\n)+)(?P<via>(?: +#[^\n]*\n?)+)",
    re.MULTILINE,
)
_VIA = re.compile(r"#(?: via)? +([a-z0-9][a-z0-9._-]*)(?= |$)", re.MULTILINE)
_README = """\
# {name}

Plain Markdown pages with everything they need, exported from a briefing. They build with MkDocs alone:

    python3 -m venv .venv
    .venv/bin/pip install -r requirements.txt
    SITE_URL=https://example.org/somewhere/ .venv/bin/mkdocs build --strict

`docs/` holds the pages and the data, `theme/` what differs from the theme, `mkdocs.yml` how the two are put together.
Links are relative and every id is written out, so other generators that read Markdown can take the pages over.
"""


class ExportForm(StrEnum):
    """The forms of an export."""

    MARKDOWN = "markdown"
    CSV = "csv"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    RIS = "ris"


_ENDINGS: Mapping[ExportForm, str] = {
    ExportForm.CSV: ".csv",
    ExportForm.BIBTEX: ".bib",
    ExportForm.CSL_JSON: ".csl.json",
    ExportForm.RIS: ".ris",
}


def exported_lists(files: Mapping[str, bytes], form: ExportForm) -> dict[str, bytes]:
    """Of the published files those of one form, by name: a file a list."""
    found = {path: data for path, data in files.items() if path.startswith("data/") and path.endswith(_ENDINGS[form])}
    return {PurePosixPath(path).name: data for path, data in found.items() if path.count("/") == 1}


def exported_tree(
    files: Mapping[str, bytes], *, settings: bytes, theme: Mapping[str, bytes], name: str, lock: str
) -> dict[str, bytes]:
    """A docs tree that MkDocs builds without this package. `settings` is its `mkdocs.yml`, `name` that of the briefing.

    `lock` is what this package is installed from: the tree asks for the same versions, by their hashes.
    """
    return {
        "README.md": _README.format(name=" ".join(name.split())).encode("utf-8"),
        "mkdocs.yml": settings,
        "requirements.txt": pinned(lock).encode("utf-8"),
        **{f"docs/{path}": data for path, data in files.items()},
        **{f"theme/{path}": data for path, data in theme.items()},
    }


def pinned(lock: str, roots: Iterable[str] = _RENDERERS) -> str:
    """Of a lock the blocks of some packages and of all they need, with versions, markers and hashes.

    Each block ends with the names of those by which it is needed, as uv writes them. Raises BriefingError where a root is not there.
    """
    blocks = tuple(_BLOCK.finditer(lock))
    needed = set(roots)
    if not needed <= {match["name"] for match in blocks}:
        raise BriefingError("this installation does not say which versions it needs — install the package again")
    while more := {m["name"] for m in blocks if needed & set(_VIA.findall(m["via"]))} - needed:
        needed |= more
    return "".join(match["pins"] for match in blocks if match["name"] in needed)
