"""Pages into a site: MkDocs, run as a program into a folder beside the site, which then takes the site's place."""

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from builder.files import Settings, alone_in, make_folder, sync_tree
from builder.model.issues import BriefingError
from builder.publish.dated import noon_of
from builder.publish.exchange import exchange, recover, staging

READABLE = 0o022  # the umask under which everybody may read files and enter folders
_LOG_LINE = re.compile(r"(?P<level>WARNING|ERROR|CRITICAL)\s+-\s+(?P<message>.*)")


@dataclass(frozen=True, slots=True)
class Rendering:
    """How the rendering went: whether the new site stands in its place, and what the renderer complained of."""

    done: bool
    complaints: tuple[str, ...]


def render_site(
    settings: Settings,
    *,
    site_dir: Path,
    files: Mapping[str, bytes] | None = None,
    as_of: str | None = None,
    waiting: Callable[[], None] = lambda: None,
) -> Rendering:
    """Write the files into `settings.docs_dir`, render what is there, and put the result in the place of `site_dir`.

    A complaint of the renderer leaves the old site as it is. `as_of` (ISO date) dates the pages where
    SOURCE_DATE_EPOCH does not. One build at a time: a second one of the same folders calls `waiting` and waits for
    the first. Everybody may read what is written, whatever the umask. Raises BriefingError where `site_dir` is a folder
    of something else, which would be lost, and where the machine does not let us.
    """
    site_dir = site_dir.resolve()  # the folder behind a link changes places, and the link stays
    _refuse_other_folders(settings, site_dir)
    with _in_one_line(site_dir):
        make_folder(site_dir.parent)
        make_folder(settings.docs_dir)
        with alone_in(settings.docs_dir, site_dir.parent, waiting=waiting) as held:
            if files is not None:
                sync_tree(settings.docs_dir, files)
            try:
                return _rendered(settings, site_dir, as_of, held)
            except BaseException:
                with contextlib.suppress(OSError):
                    recover(site_dir)
                raise


def _rendered(settings: Settings, site_dir: Path, as_of: str | None, held: tuple[int, ...]) -> Rendering:
    recover(site_dir)
    run = subprocess.run(  # noqa: S603 -- our own interpreter, arguments from our own settings, no shell
        _command(settings, staging(site_dir)),
        env=_environment(os.environ, as_of),
        cwd=settings.root,
        umask=READABLE,
        pass_fds=held,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="backslashreplace",
        check=False,
    )
    done = run.returncode == 0
    if done:
        exchange(site_dir)
    else:
        recover(site_dir)
    return Rendering(done, tuple(_complaints(run.stderr, failed=not done)))


@contextmanager
def _in_one_line(site_dir: Path) -> Iterator[None]:
    """A full disk, a missing permission or a folder that cannot be moved, said in one line."""
    try:
        yield
    except OSError as error:
        mend = "make room, mend the permissions, or name another folder with --site-dir"
        why = f"{error.strerror or error} ({error.filename or site_dir})"
        raise BriefingError(f"The site could not be put into {site_dir}: {why} — {mend}") from error


def live_preview(settings: Settings, *, address: str) -> NoReturn:
    """Become the renderer's own live preview: this process is replaced, so that signals reach the right one."""
    command = (sys.executable, "-m", "mkdocs", "serve", "--config-file", str(settings.config), "--dev-addr", address)
    os.execve(sys.executable, command, {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"})  # noqa: S606


def _refuse_other_folders(settings: Settings, site_dir: Path) -> None:
    site = site_dir.resolve()
    for taken in (settings.root, settings.docs_dir, settings.seeds, settings.content):
        folder = taken.resolve()
        if folder.is_relative_to(site) or (site.is_relative_to(folder) and taken != settings.root):
            raise BriefingError(f"{site_dir} cannot hold the site: {taken} is in the way — choose another folder")
    if site_dir.is_mount():
        inside = site_dir / "site"
        raise BriefingError(
            f"{site_dir} is mounted and cannot change places — name a folder in it: --site-dir {inside}"
        )
    if site.exists() and not (site.is_dir() and ((site / "404.html").exists() or not any(site.iterdir()))):
        raise BriefingError(f"{site_dir} holds something that is not a site — choose another folder, or empty it")


def _command(settings: Settings, target: Path) -> tuple[str, ...]:
    program = (sys.executable, "-m", "mkdocs", "build", "--config-file", str(settings.config))
    return (*program, "--site-dir", str(target), "--strict")


def _environment(given: Mapping[str, str], as_of: str | None) -> dict[str, str]:
    """The environment of the renderer: the pages are written already, and the day is ours, not the clock's."""
    return {
        "SOURCE_DATE_EPOCH": str(noon_of(as_of)),
        **given,
        "BRIEFING_GENERATE": "false",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
    }


def _complaints(log: str, *, failed: bool) -> Iterator[str]:
    """The renderer's warnings and errors, one line each; where it failed without one, its last words."""
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    found = [match["message"] for line in lines if (match := _LOG_LINE.match(line))]
    yield from found or (lines[-1:] if failed else ())
