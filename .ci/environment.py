"""Make or mend the project's own Python environment: `python3 .ci/environment.py LOCK [LOCK_THAT_WILL_DO…]`.

Needs nothing but CPython 3.11 or later. The first lock is installed unless the environment already holds it, or one of the
others, in the version that lies in the tree: a stamp in the environment says so. Everything is checked against the
hashes of the lock, the build backend of the project itself included.
"""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
OLDEST = (3, 11)


def main(locks: Sequence[str]) -> int:
    """Bring the environment up to date; 1 with a sentence where that cannot be done."""
    if sys.version_info < OLDEST:
        return fail(
            f"Python {OLDEST[0]}.{OLDEST[1]} or later is needed; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12"
        )
    if works() and any(stamp(lock).is_file() and stamp(lock).read_text("utf-8") == checksum(lock) for lock in locks):
        return 0
    say(f"Making the environment in {ENVIRONMENT.name} from {locks[0]} …")
    if not works():
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        if run(sys.executable, "-m", "venv", str(ENVIRONMENT)):
            return fail("No environment could be made. On Debian and Ubuntu: apt-get install python3-venv")
    for old in ENVIRONMENT.glob("*.stamp"):
        old.unlink()
    pip = (str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    if run(*pip, "--require-hashes", "-r", locks[0]) or run(*pip, "--no-deps", "--no-build-isolation", "-e", "."):
        return fail("The packages could not be installed; what pip says stands above.")
    stamp(locks[0]).write_text(checksum(locks[0]), "utf-8")
    return 0


def python() -> Path:
    """The environment's interpreter."""
    return ENVIRONMENT / "bin" / "python"


def works() -> bool:
    """Whether the environment has an interpreter that runs, of an age that will do, and pip, and lies where it was made."""
    program = f"import sys, pip; sys.exit(sys.version_info < {OLDEST} or sys.prefix != {str(ENVIRONMENT)!r})"
    script = ENVIRONMENT / "bin" / "pip"
    return (
        python().exists()
        and script.exists()
        and str(ENVIRONMENT) in script.read_text("utf-8").partition("import")[0]
        and subprocess.run([python(), "-c", program], check=False, capture_output=True).returncode == 0
    )


def stamp(lock: str) -> Path:
    """The file that says which version of the lock is installed."""
    return ENVIRONMENT / f"{lock}.stamp"


def checksum(lock: str) -> str:
    """Changes with the lock, and with what the project itself says about its commands and plugins."""
    return hashlib.sha256((ROOT / lock).read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def run(*command: str) -> int:
    """Run a program in the project's folder, its output shown."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def fail(line: str) -> int:
    """Print what is wrong; the exit status that says so."""
    sys.stderr.write(f"{line}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
