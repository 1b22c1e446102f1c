"""Options that several commands share."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click
from click.core import ParameterSource

from builder.files import Settings, read_settings

CONFIG = "mkdocs.yml"

F = TypeVar("F", bound=Callable[..., object])


def config_option(command: F) -> F:
    """`--config FILE`, read into the argument `settings`."""
    return click.option(
        "--config",
        "settings",
        metavar="FILE",
        default=CONFIG,
        show_default=True,
        callback=_read,
        help="The site's settings; everything else is found from there.",
    )(command)


def optional_config_option(meaning: str) -> Callable[[F], F]:
    """`--config FILE` for what can do without: `settings` is None where none is named and there is none here."""
    return click.option(
        "--config",
        "settings",
        metavar="FILE",
        default=CONFIG,
        show_default=True,
        callback=_read_if_there,
        help=meaning,
    )


def folder_option(name: str, meaning: str) -> Callable[[F], F]:
    """An option that names a folder to write to."""
    return click.option(name, type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help=meaning)


def status_of(paths: Iterable[str], *, failed: bool) -> int:
    """The exit status of a command that takes paths: 2 where one names nothing that is there, else 1 where something failed.

    The others are done all the same.
    """
    return 2 if any(not Path(path).exists() for path in paths) else int(failed)


def _read(_context: click.Context, _parameter: click.Parameter, value: str) -> Settings:
    return read_settings(Path(value))


def _read_if_there(context: click.Context, parameter: click.Parameter, value: str) -> Settings | None:
    is_named = context.get_parameter_source(parameter.name or "") is ParameterSource.COMMANDLINE
    return read_settings(Path(value)) if is_named or Path(value).exists() else None
