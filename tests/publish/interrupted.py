"""Interrupts the making of a site before each of its disk operations in turn, and tells what is left: a program of its own.

`python interrupted.py FOLDER kill|fail swap|rename` prints a line of JSON for each operation. Every operation that Python
is about to do on the disk is announced to an audit hook; there the process ends, or the operation fails for want of room.
What the renderer would write is written here, so that its operations count too.
"""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from builder.files import Settings
from builder.model.issues import BriefingError
from builder.publish import exchange, render_site
from builder.publish.exchange import previous, staging

OPERATIONS = frozenset({"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "ctypes.dlopen"})
KILLED, REFUSED = 9, 1


def pages(words):
    """A site whose every file says which one it belongs to."""
    return {name: f"{words} {name}" for name in ("404.html", "index.html", f"{words}/index.html", "assets/style.css")}


def contents(folder):
    """What a folder holds: path → text; None where there is none."""
    if not folder.is_dir():
        return None
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


def write(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def build(root, words):
    """Make the site with a renderer that only writes; True where a site was made."""

    def renderer(command, **_):
        write(Path(command[command.index("--site-dir") + 1]), pages(words))
        return subprocess.CompletedProcess(command, 0, "", "")

    subprocess.run = renderer
    folders = {"docs_dir": root / "docs", "seeds": root / "seeds", "content": root / "content"}
    settings = Settings(root=root, config=root / "mkdocs.yml", site_dir=root / "site", **folders)
    return render_site(settings, site_dir=root / "site", files={"index.md": words.encode()}).done


def interrupted(root, number, way):
    """Build in a process of its own that is stopped before its operation of that number; how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    seen = 0

    def watch(event, arguments):
        nonlocal seen
        if event in OPERATIONS or (event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)):
            seen += 1
            if seen == number:
                if way == "kill":
                    os._exit(KILLED)
                raise OSError(errno.ENOSPC, "No space left on device", "somewhere")

    sys.addaudithook(watch)
    try:
        build(root, "new")
    except BriefingError:
        os._exit(REFUSED)
    os._exit(0 if seen < number else KILLED)


def main(folder, way, method):
    if method == "rename":
        exchange._swap = lambda *_: False
    for number in range(1, 1000):
        root = Path(folder) / f"{number}"
        write(root / "site", pages("old"))
        ended = interrupted(root, number, way)
        site = root / "site"
        left = {"site": contents(site), "aside": contents(previous(site)), "new": contents(staging(site))}
        build(root, "next")
        after = {"mended": contents(site) == pages("next"), "names": sorted(p.name for p in root.iterdir())}
        sys.stdout.write(json.dumps({"number": number, "ended": ended, **left, **after}) + "\n")
        if ended == 0 and left["site"] == pages("new"):
            return
        shutil.rmtree(root)


if __name__ == "__main__":
    main(*sys.argv[1:])
