"""Print the address of the site: SITE_URL where it is given, else the one that GitHub Pages gives the repository.

Worked out from the repository's name, so that no program of others and no permission is needed for it.
"""

import os
import sys
from collections.abc import Mapping


def address(environment: Mapping[str, str]) -> str:
    """With a slash at its end. A repository named like its owner's site stands at the root of the host."""
    given = environment.get("SITE_URL", "").strip()
    if given:
        return given.rstrip("/") + "/"
    owner, _, name = environment["GITHUB_REPOSITORY"].partition("/")
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"


if __name__ == "__main__":
    sys.stdout.write(f"{address(os.environ)}\n")
