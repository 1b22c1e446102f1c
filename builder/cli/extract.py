"""`briefing extract`: what the machine finds in articles, without records and pages."""

from pathlib import Path

import click

from builder.cli.console import complain, progress, say_data
from builder.cli.options import optional_config_option, status_of
from builder.extraction import extract_file, read_asked
from builder.files import Settings, write_file
from builder.model.printable import printed


@click.command()
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@optional_config_option("The settings of a briefing, whose parties and issues are looked for. Not needed.")
@click.option("--output", metavar="FILE.jsonl", help="Where to write the lines, instead of standard output.")
def extract(paths: tuple[str, ...], settings: Settings | None, output: str | None) -> int:
    """Find who said what, people, agreements, positions, figures and dated events in articles, each by itself.

    Prints one line of JSON for each PATH, in the order given; offsets count code points. What cannot be read is named,
    and the others go on. Positions are looked for where content/briefing.yml names parties and issues.
    """
    asked, issues = read_asked(settings)
    complain(*map(printed, issues))
    lines: list[str] = []
    for number, path in enumerate(paths, start=1):
        progress(f"Reading {path} ({number} of {len(paths)})")
        extraction = extract_file(path, asked)
        issues = (*issues, *extraction.issues)
        complain(*map(printed, extraction.issues))
        if extraction.line is not None and output is None:
            say_data(extraction.line)
        elif extraction.line is not None:
            lines.append(extraction.line)
    if output is not None:
        write_file(Path(output), "".join(f"{line}\n" for line in lines).encode("utf-8"))
    return status_of(paths, failed=any(issue.is_error for issue in issues))
