"""Install what only Node can check into tests/node_modules: `python3 .ci/node_packages.py`.

The lock beside `tests/package.json` names every package with its hash, and no script of a package runs. A machine without
Node goes without, and is told so; with REQUIRE_BROWSER=1 that is a failure. A stamp says which lock is installed.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests"
STAMP = TESTS / "node_modules/.stamp"
OLDEST = (20, 19)


def main() -> int:
    """Bring tests/node_modules up to date; 1 with a sentence where that cannot be done and must be."""
    lock = hashlib.sha256((TESTS / "package-lock.json").read_bytes()).hexdigest()
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None or version(node) < OLDEST:
        wanted = f"Node {OLDEST[0]}.{OLDEST[1]} or later, with npm"
        line = f"{wanted}, is not here: html-validate, axe-core and Lighthouse are left out."
        sys.stderr.write(f"\n*** {line} ***\n\n")
        return int(os.environ.get("REQUIRE_BROWSER") == "1")
    if STAMP.is_file() and STAMP.read_text("utf-8") == lock:
        return 0
    sys.stdout.write("Installing tests/node_modules from tests/package-lock.json …\n")
    sys.stdout.flush()
    command = (npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    done = subprocess.run(command, cwd=TESTS, check=False)
    if done.returncode:
        sys.stderr.write("The packages for Node could not be installed; what npm says stands above.\n")
        return 1
    STAMP.write_text(lock, "utf-8")
    return 0


def version(node: str) -> tuple[int, ...]:
    """Which Node it is."""
    said = subprocess.run((node, "--version"), check=False, capture_output=True, text=True).stdout
    return tuple(map(int, re.findall(r"\d+", said)[:2]))


if __name__ == "__main__":
    sys.exit(main())
