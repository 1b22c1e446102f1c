"""The command line `briefing`: arguments in, calls of `project` and `publish`, results to the console.

Exit status: 0 fine, 1 the content is wrong, 2 wrong usage, a path that names nothing included.
"""

from collections.abc import Sequence

import click

from builder import __version__
from builder.cli.add import add
from builder.cli.build import build
from builder.cli.check import check
from builder.cli.console import complain
from builder.cli.diff import diff
from builder.cli.export import export
from builder.cli.extract import extract
from builder.cli.generate import generate
from builder.cli.init import init
from builder.cli.review import review
from builder.cli.serve import serve
from builder.files import SettingsError
from builder.model.issues import BriefingError
from builder.model.printable import harmless

WRONG_CONTENT, WRONG_USAGE, INTERRUPTED = 1, 2, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
def commands() -> None:
    """Turn a folder of news articles into a briefing site on which every sentence stands with its passage."""


for _command in (generate, build, check, serve, extract, review, diff, export, init, add):
    commands.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status. A user's mistake is a line of text, never a traceback."""
    try:
        status = commands.main(args=arguments, prog_name="briefing", standalone_mode=False)
    except click.ClickException as error:
        complain(*error.format_message().splitlines())
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain("Stopped.")
        return INTERRUPTED
    except BriefingError as error:
        complain(harmless(str(error)))
        return WRONG_USAGE if isinstance(error, SettingsError) else WRONG_CONTENT
    return status if isinstance(status, int) else 0
