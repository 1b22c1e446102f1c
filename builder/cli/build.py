"""`briefing build`: everything, from the articles to the site."""

from dataclasses import replace
from pathlib import Path

import click

from builder.cli.console import complain, progress, say
from builder.cli.options import config_option, folder_option
from builder.cli.report import compiled, counts
from builder.files import Settings, check_folders, check_theme
from builder.model.printable import harmless
from builder.project import render
from builder.publish import render_site


@click.command()
@config_option
@folder_option("--site-dir", "Where to put the site, instead of the folder named in the settings.")
def build(settings: Settings, site_dir: Path | None) -> int:
    """Build the site: read, verify, write the pages, render them, and put the new site in the place of the old one.

    The old site stands until the new one is complete, and stays where something is wrong.
    """
    target = site_dir.resolve() if site_dir else settings.site_dir
    check_folders(replace(settings, site_dir=target), options={"site_dir": "--site-dir"} if site_dir else None)
    check_theme(settings.config)
    compilation = compiled(settings)
    if compilation is None or compilation.knowledge is None:
        return 1
    files = render(compilation)
    progress("Rendering the pages")
    rendering = render_site(
        settings,
        site_dir=target,
        files=files,
        as_of=compilation.knowledge.build.as_of,
        waiting=lambda: complain("Another build is at work here; waiting until it is done."),
    )
    complain(*map(harmless, rendering.complaints))
    if not rendering.done:
        complain("The pages could not be rendered; the previous site stands as it was.")
        return 1
    say(*counts(compilation), f"The site is ready: open {target / 'index.html'}")
    return 0
