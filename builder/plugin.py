"""MkDocs adapter: runs the build step once before the pages are read, and tells `serve` what to watch; decides nothing."""

import os
from dataclasses import replace
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files

from builder.files import Settings, check_folders, check_theme, read_settings
from builder.model.issues import BriefingError
from builder.model.printable import harmless, printed
from builder.project import Compilation, compile_project, write_docs
from builder.publish import written_day

TEMPLATES, THEME = (Path(__file__).parent / folder for folder in ("pages/templates", "theme"))

log = get_plugin_logger(__name__)


class BriefingConfig(Config):
    """Options of the plugin; `files.read_settings` reads the two folders."""

    enabled = Type(bool, default=True)
    seeds_dir = Type(str, default="seeds")
    content_dir = Type(str, default="content")


class BriefingPlugin(BasePlugin[BriefingConfig]):
    """`plugins: [briefing]` in `mkdocs.yml`. The pages need no plugin to be rendered: it only spares a command."""

    def __init__(self) -> None:
        self.keeps_last_pages = False

    def on_startup(self, **_: object) -> None:
        """Nothing to do; defining it keeps this object over the rebuilds of `serve`."""

    def on_config(self, config: MkDocsConfig) -> None:
        """Put our overrides behind the project's own, where the theme is the one that they are made for."""
        if config.theme.name == "material":
            config.theme.dirs.insert(bool(config.theme.custom_dir), str(THEME))

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages. MkDocs has not touched the old site yet, and does not where this fails."""
        try:
            settings = _settings(config)
            check_theme(settings.config)
            if not self.config.enabled or os.environ.get("BRIEFING_GENERATE") == "false":
                return
            compilation = compile_project(settings)
            if not compilation.has_errors:
                write_docs(settings, compilation)
        except BriefingError as error:
            self._refuse([harmless(str(error))])
            return
        _tell(compilation)
        if compilation.has_errors:
            self._refuse([printed(issue) for issue in compilation.issues if issue.is_error])

    def on_env(self, _: object, /, *, config: MkDocsConfig, files: Files) -> None:
        """Date the pages, and with them the site map, by the briefing: MkDocs takes today where nobody says."""
        day = written_day(Path(config.docs_dir)).isoformat()
        pages = (file.page for file in files.documentation_pages() if "SOURCE_DATE_EPOCH" not in os.environ)
        for page in filter(None, pages):
            page.update_date = day

    def _refuse(self, problems: list[str]) -> None:
        """Fail; while serving, only say what is wrong: MkDocs would answer no request until it is mended."""
        lines = ("the briefing has mistakes, the pages are left as they were:", *problems)
        if not self.keeps_last_pages:
            raise PluginError("\n".join(lines))
        for line in lines:
            log.info(line)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Watch what the pages are made from, and not the pages: one save, one rebuild."""
        self.keeps_last_pages = True
        settings = _settings(config)
        server.unwatch(config.docs_dir)
        for folder in filter(Path.exists, (settings.seeds, settings.content, TEMPLATES, THEME)):
            server.watch(str(folder))
        return server


def _settings(config: MkDocsConfig) -> Settings:
    """The settings that MkDocs runs with, command line included. No folder may be made that must stay as it is."""
    settings = read_settings(Path(config.config_file_path))
    return check_folders(replace(settings, docs_dir=Path(config.docs_dir), site_dir=Path(config.site_dir)))


def _tell(compilation: Compilation) -> None:
    """What was read and checked; warnings too go out as information, for the strict mode is about the pages."""
    for issue in (each for each in compilation.issues if not each.is_error):
        log.info(printed(issue))
    log.info("%d things checked", sum(compilation.checks.values()))
