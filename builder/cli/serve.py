"""`briefing serve`: a live preview."""

import click

from builder.cli.console import say
from builder.cli.options import config_option
from builder.files import Settings, check_theme
from builder.publish import live_preview


@click.command()
@config_option
@click.option("--address", metavar="HOST:PORT", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
def serve(settings: Settings, address: str) -> None:
    """Show the site in a browser and keep it up to date.

    A saved change in the articles or the records shows by itself. A mistake is printed and the last good pages stay.
    Stop with Ctrl-C.
    """
    check_theme(settings.config)
    say(f"Preview on http://{address} — stop with Ctrl-C.")
    live_preview(settings, address=address)
