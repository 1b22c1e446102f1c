"""The briefing in other forms: everything that is published, sorted into the files of a folder."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from importlib.metadata import requires
from pathlib import PurePosixPath

from builder.model.issues import BriefingError

# The only packages that the exported pages need; their versions are those that this package asks for.
_RENDERERS = ("mkdocs", "mkdocs-material", "pymdown-extensions")
_PACKAGE = "briefing-builder"
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
    files: Mapping[str, bytes], *, settings: bytes, theme: Mapping[str, bytes], name: str
) -> dict[str, bytes]:
    """A docs tree that MkDocs builds without this package. `settings` is its `mkdocs.yml`, `name` that of the briefing."""
    return {
        "README.md": _README.format(name=" ".join(name.split())).encode("utf-8"),
        "mkdocs.yml": settings,
        "requirements.txt": "".join(f"{line}\n" for line in _renderers(requires(_PACKAGE) or ())).encode("utf-8"),
        **{f"docs/{path}": data for path, data in files.items()},
        **{f"theme/{path}": data for path, data in theme.items()},
    }


def _renderers(required: Iterable[str]) -> list[str]:
    """The requirements of this package that the pages have too."""
    found = [line.partition(";")[0].strip() for line in required]
    kept = sorted(line for line in found if _name(line) in _RENDERERS)
    if len(kept) != len(_RENDERERS):
        raise BriefingError("this installation does not say which versions it needs — install the package again")
    return kept


def _name(requirement: str) -> str:
    return requirement.replace("<", "=").replace(">", "=").partition("=")[0].strip().lower()
