"""`briefing init`: a new briefing."""

import shlex
import shutil
import sys
from pathlib import Path

import click

from builder import __version__
from builder.cli.console import say
from builder.files import starter_files, write_file
from builder.records import RECORD_FOLDERS

NAME = "briefing"


def _program() -> str:
    """How this program can be called from here: by its name where the shell finds it under that."""
    own = Path(sys.executable).with_name(NAME)
    found = shutil.which(NAME)
    if found and (not own.exists() or Path(found).resolve() == own.resolve()):
        return NAME
    return shlex.quote(str(own)) if own.exists() else NAME


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--config",
    metavar="FILE",
    default="mkdocs.yml",
    show_default=True,
    help="What to call the file with the settings, in DIR.",
)
def init(folder: Path, config: str) -> int:
    """Begin a briefing on another subject in DIR, a new or empty folder.

    Writes settings, parties and issues to put your own in the place of, a folder for each kind of record, an example
    article, the editor's guide and the workflow that checks and publishes. It can be built at once.
    """
    if folder.is_dir() and any(folder.iterdir()):
        raise click.BadParameter(f"{folder} is not empty — name a new folder", param_hint="DIR")
    if not config or Path(config).name != config or config.startswith("."):
        raise click.BadParameter(
            f"“{config}” is not the name of a file — write one such as mkdocs.yml", param_hint="--config"
        )
    files = starter_files(version=__version__, folders=RECORD_FOLDERS)
    for path, data in files.items():
        write_file(folder / (config if path == "mkdocs.yml" else path), data)
    option = "" if config == "mkdocs.yml" else f" --config {config}"
    say(
        f"{len(files)} files written: {folder.resolve()}",
        f"Look at it:        cd {shlex.quote(str(folder))} && {_program()} serve{option}",
        "Then begin with:   content/briefing.yml, and your first article in seeds/",
    )
    return 0
