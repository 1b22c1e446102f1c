"""`briefing export`: the briefing in other forms."""

from dataclasses import replace
from pathlib import Path

import click

from builder.cli.console import say
from builder.cli.options import config_option
from builder.cli.report import compiled
from builder.files import (
    OUR_THEME_FOLDER,
    Settings,
    list_files,
    lock,
    overlapping,
    portable_settings,
    read_bytes,
    sync_tree,
)
from builder.project import render
from builder.publish import ExportForm, exported_lists, exported_tree


@click.command()
@config_option
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    required=True,
    help="Where to write: a new or empty folder, or one of an earlier export.",
)
@click.option(
    "--as",
    "form",
    type=click.Choice([form.value for form in ExportForm]),  # of an enum it would take the names
    callback=lambda _context, _option, value: ExportForm(value),
    default=ExportForm.MARKDOWN.value,
    show_default=True,
    help="Pages that MkDocs builds without this program, a table for each list, or citations of sources and quotes.",
)
def export(settings: Settings, folder: Path, form: ExportForm) -> int:
    """Write the briefing in another form.

    `markdown` is a whole docs tree with a mkdocs.yml of its own: pages, data, theme overrides, styles and scripts.
    The others are a file a list. A folder that holds files of others is refused, and of an earlier export only what it
    wrote is replaced.
    """
    target = folder.resolve()
    if overlapping(replace(settings, site_dir=target)) or target == settings.site_dir:
        raise click.BadParameter(f"{folder} overlaps with folders of the project — name another one", param_hint="--to")
    compilation = compiled(settings)
    if compilation is None or compilation.knowledge is None:
        return 1
    files = render(compilation)
    if form is ExportForm.MARKDOWN:
        portable = portable_settings(settings.config)
        theme = _files_of(OUR_THEME_FOLDER) if portable.is_ours else {}
        overrides = _files_of(portable.overrides) if portable.overrides else {}
        name = compilation.knowledge.subject.title
        written = exported_tree(files, settings=portable.data, theme={**theme, **overrides}, name=name, lock=lock())
    else:
        written = exported_lists(files, form)
    sync = sync_tree(target, written)
    say(f"{sync.written} files written, {sync.unchanged} unchanged, {sync.removed} removed: {target}")
    if form is ExportForm.MARKDOWN:
        say("To build it: pip install -r requirements.txt, then mkdocs build --strict, there.")
    return 0


def _files_of(folder: Path) -> dict[str, bytes]:
    return {path: read_bytes(folder / path) for path in list_files(folder).files}
