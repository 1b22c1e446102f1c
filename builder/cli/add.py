"""`briefing add`: articles into `seeds/`."""

from itertools import filterfalse
from pathlib import Path

import click

from builder.cli.console import complain, progress, say
from builder.cli.options import config_option, status_of
from builder.files import Settings, list_files, read_seeds, shown, write_file
from builder.ingest.imported import Imported, free_stem, read_imported, same_article
from builder.ingest.importing import is_address, read_reference
from builder.model.issues import Issue
from builder.model.printable import harmless, printed


@click.command()
@click.argument("references", metavar="FILE_OR_URL…", nargs=-1, required=True)
@config_option
def add(references: tuple[str, ...], settings: Settings) -> int:
    """Import articles as clean sources: text, Markdown, saved web pages, or addresses on the web.

    Of a web page the article alone is kept, below lines with what the page states of it: title, author, day, outlet and
    address. Nothing that is there is overwritten, an article that is there already is named, and what could not be found
    is said, for you to complete in content/sources/.
    """
    failed = False
    for number, reference in enumerate(references, start=1):
        progress(f"Reading {reference} ({number} of {len(references)})")
        fetched = read_reference(reference)
        imported = fetched if isinstance(fetched, Issue) else read_imported(fetched)
        if isinstance(imported, Issue):
            complain(printed(imported))
            failed = True
        else:
            say(harmless(_written(imported, reference, settings)))
    return status_of(filterfalse(is_address, references), failed=failed)


def _written(imported: Imported, reference: str, settings: Settings) -> str:
    """Write the article, unless it is there; what was done, in one line."""
    seeds = read_seeds(settings)[0]
    there = same_article(imported, seeds)
    if there is not None:
        return f"{reference}: this article is there already, {there}; nothing was written."
    taken = (Path(name).stem for name in list_files(settings.seeds).files)
    path = settings.seeds / f"{free_stem(imported.stem, taken)}.txt"
    write_file(path, imported.text.encode("utf-8"))
    missing = ", ".join(imported.missing)
    return f"{shown(path, settings.root)}: written. " + (
        f"Not found: {missing}." if missing else "Everything was found."
    )
