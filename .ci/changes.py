"""Print, as Markdown, what the commit that lies here changes for readers: `changes.py --base BRANCH [--before COMMIT]`.

Older is the commit before the push, or where the branch left BASE. Its data are made by its own program, in a worktree
that is removed again; the site that lies in `site/` is the newer one.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOBODY = "0" * 40  # what a push of a new branch gives as the commit before
DATA = Path("data/briefing.json")
KEPT = Path(".cache/findings")  # most articles are the same in both
MOST = 900_000  # bytes; GitHub refuses a summary of a mebibyte
# The older program: the folder that it lies in comes before the place where the present one is installed.
OLDER = "import sys; sys.path.insert(0, '.'); from builder.cli import main; sys.exit(main(['generate']))"


def main(base: str, before: str) -> int:
    """Compare, and print; 1 where the comparison itself fails."""
    older = older_commit(base, before)
    if older is None:
        return say("There is no older commit to compare with.")
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "older"
        git("worktree", "add", "--quiet", "--detach", str(tree), older)
        try:
            if (ROOT / KEPT).is_dir():
                shutil.copytree(ROOT / KEPT, tree / KEPT, dirs_exist_ok=True)
            made = subprocess.run([sys.executable, "-c", OLDER], cwd=tree, check=False, capture_output=True, text=True)
            if made.returncode:
                sys.stderr.write(made.stderr)
                return say(
                    f"The older commit {older[:12]} cannot be built with today's packages: nothing to compare with."
                )
            return compare(tree / "build/docs" / DATA, older)
        finally:
            git("worktree", "remove", "--force", str(tree))


def compare(older: Path, commit: str) -> int:
    """Print what `briefing diff` finds between the older data and those of the site, or that they cannot be compared.

    What readers see is published all the same: a summary is no gate.
    """
    program = (Path(sys.executable).parent / "briefing", "diff", older, ROOT / "site" / DATA, "--format", "md")
    found = subprocess.run(program, cwd=ROOT, check=False, capture_output=True)
    if found.returncode:
        sys.stderr.write(found.stderr.decode("utf-8", "replace"))
        return say(
            f"### What changes for readers since {commit[:12]}\n\nThe two cannot be compared; the log says why.\n"
        )
    told = found.stdout[:MOST].decode("utf-8", "ignore")
    cut = "" if len(found.stdout) <= MOST else "\n\nThere is more than can be shown here.\n"
    return say(f"### What changes for readers since {commit[:12]}\n\n{told}{cut}")


def older_commit(base: str, before: str) -> str | None:
    """The commit to compare with: the one before the push, where HEAD comes after it, else where HEAD left the base."""
    head = git("rev-parse", "HEAD")
    parents = git("rev-list", "--parents", "-n", "1", head).split()[1:]
    if before and before != NOBODY and succeeds("merge-base", "--is-ancestor", before, head):
        return before
    for branch in (f"origin/{base}", base):
        if succeeds("rev-parse", "--verify", "--quiet", f"{branch}^{{commit}}"):
            common = git("merge-base", branch, head)
            return common if common != head else (parents or [None])[0]
    return (parents or [None])[0]


def git(*arguments: str) -> str:
    """What git prints. Raises where it fails."""
    done = subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def succeeds(*arguments: str) -> bool:
    """Whether git says yes."""
    return subprocess.run(["git", *arguments], cwd=ROOT, check=False, capture_output=True).returncode == 0


def say(text: str) -> int:
    """Print the text as UTF-8; the status of having done so."""
    sys.stdout.buffer.write(f"{text}\n".encode())
    return os.EX_OK


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", required=True, help="the branch that the change is for")
    parser.add_argument("--before", default="", help="the commit before the push")
    given = parser.parse_args()
    sys.exit(main(given.base, given.before))
