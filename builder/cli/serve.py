"""`briefing serve`: a live preview."""

import re

import click

from builder.cli.console import say
from builder.cli.options import config_option
from builder.files import Settings, check_theme
from builder.publish import live_preview

_ADDRESS = re.compile(r"(?:[\w.-]+|\[[0-9A-Fa-f:.]+\]):(?P<port>\d{1,5})", re.ASCII)
_LAST_PORT = 65535


def _checked(_context: click.Context, _option: click.Parameter, address: str) -> str:
    match = _ADDRESS.fullmatch(address)
    if match is None or not 0 < int(match["port"]) <= _LAST_PORT:
        raise click.BadParameter(f"“{address}” is not HOST:PORT — write such as 127.0.0.1:8000")
    return address


@click.command()
@config_option
@click.option(
    "--address",
    metavar="HOST:PORT",
    default="127.0.0.1:8000",
    show_default=True,
    callback=_checked,
    help="Where to listen.",
)
def serve(settings: Settings, address: str) -> None:
    """Show the site in a browser and keep it up to date.

    A saved change in the articles or the records shows by itself. A mistake is printed and the last good pages stay.
    Stop with Ctrl-C.
    """
    check_theme(settings.config)
    say(f"Preview on http://{address} — stop with Ctrl-C.")
    live_preview(settings, address=address)
