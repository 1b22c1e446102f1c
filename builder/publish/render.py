"""Pages into a site: MkDocs, run as a program into a folder beside the site, which then takes the site's place."""

import fcntl
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import NoReturn

from builder.files import Settings
from builder.model.issues import BriefingError
from builder.publish.exchange import exchange, recover, staging

# Without a day to go by, the earliest that every archive format can hold. Never the clock: same input, same bytes.
EARLIEST = date(1980, 1, 1)
_LOG_LINE = re.compile(r"(?P<level>WARNING|ERROR|CRITICAL)\s+-\s+(?P<message>.*)")


@dataclass(frozen=True, slots=True)
class Rendering:
    """How the rendering went: whether the new site stands in its place, and what the renderer complained of."""

    done: bool
    complaints: tuple[str, ...]


def render_site(settings: Settings, *, site_dir: Path, as_of: str | None = None, strict: bool = True) -> Rendering:
    """Render the pages in `settings.docs_dir` and put the result in the place of `site_dir`.

    A complaint of the renderer leaves the old site as it is, where `strict`. `as_of` (ISO date) dates the pages where
    SOURCE_DATE_EPOCH does not. One rendering at a time: a second one of the same folder waits for the first.
    Raises BriefingError where `site_dir` is a folder of something else, which would be lost.
    """
    _refuse_other_folders(settings, site_dir)
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    with _alone_in(site_dir.parent):
        recover(site_dir)
        run = subprocess.run(  # noqa: S603 -- our own interpreter, arguments from our own settings, no shell
            _command(settings, staging(site_dir), strict=strict),
            env=_environment(os.environ, as_of),
            cwd=settings.root,
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


def preview(settings: Settings, *, address: str) -> NoReturn:
    """Become the renderer's own live preview: this process is replaced, so that signals reach the right one."""
    command = (sys.executable, "-m", "mkdocs", "serve", "--config-file", str(settings.config), "--dev-addr", address)
    os.execve(sys.executable, command, {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"})  # noqa: S606


def _refuse_other_folders(settings: Settings, site_dir: Path) -> None:
    site = site_dir.resolve()
    for taken in (settings.root, settings.docs_dir, settings.seeds, settings.content):
        folder = taken.resolve()
        if folder.is_relative_to(site) or (site.is_relative_to(folder) and taken != settings.root):
            raise BriefingError(f"{site_dir} cannot hold the site: {taken} is in the way — choose another folder")
    if site.exists() and not (site.is_dir() and ((site / "404.html").exists() or not any(site.iterdir()))):
        raise BriefingError(f"{site_dir} holds something that is not a site — choose another folder, or empty it")


def _command(settings: Settings, target: Path, *, strict: bool) -> tuple[str, ...]:
    program = (sys.executable, "-m", "mkdocs", "build", "--config-file", str(settings.config))
    return (*program, "--site-dir", str(target), "--strict" if strict else "--no-strict")


def _environment(given: Mapping[str, str], as_of: str | None) -> dict[str, str]:
    """The environment of the renderer: the pages are written already, and the day is ours, not the clock's."""
    return {
        "SOURCE_DATE_EPOCH": str(_noon(as_of)),
        **given,
        "BRIEFING_GENERATE": "false",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
    }


def _noon(as_of: str | None) -> int:
    """Noon UTC, in seconds since 1970, of an ISO day, month or year; of `EARLIEST` where there is none."""
    parts = [int(part) for part in as_of.split("-")] if as_of else []
    day = date(*(*parts, 1, 1)[:3]) if parts else EARLIEST
    return int(datetime.combine(day, time(12), tzinfo=UTC).timestamp())


def _complaints(log: str, *, failed: bool) -> Iterator[str]:
    """The renderer's warnings and errors, one line each; where it failed without one, its last words."""
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    found = [match["message"] for line in lines if (match := _LOG_LINE.match(line))]
    yield from found or (lines[-1:] if failed else ())


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; the system lets go of it whatever ends the process."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
