"""`briefing generate`: the build step alone."""

from dataclasses import replace
from pathlib import Path

import click

from builder.cli.console import say
from builder.cli.options import config_option, folder_option
from builder.cli.report import compiled, counts
from builder.files import Settings, check_folders
from builder.project import write_docs


@click.command()
@config_option
@folder_option("--docs-dir", "Where to write the pages, instead of the folder named in the settings.")
def generate(settings: Settings, docs_dir: Path | None) -> int:
    """Read articles and records, verify every passage, and write the pages as Markdown.

    A page is written only where it changed. Where something is wrong nothing is written.
    """
    target = replace(settings, docs_dir=docs_dir.resolve()) if docs_dir else settings
    check_folders(target, options={"docs_dir": "--docs-dir"})
    compilation = compiled(target)
    if compilation is None:
        return 1
    sync = write_docs(target, compilation)
    say(*counts(compilation))
    say(f"{sync.written} files written, {sync.unchanged} unchanged, {sync.removed} removed: {target.docs_dir}")
    return 0
