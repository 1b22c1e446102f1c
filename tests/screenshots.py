"""Pictures of the built site, to be looked at: `python -m tests.screenshots [KIND…]`, or `make screenshots`.

Each page kind at three sizes into `build/screenshots`; without arguments the eight that a reader meets first.
"""

import shutil
import sys
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from tests.browser.kinds import one_of_each_kind
from tests.browser.serving import serve
from tests.site.reading import BuiltSite

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build/screenshots"
KINDS = ("", "positions", "issues leaf", "agreements", "actors leaf", "quotes", "timeline", "sources leaf")
VIEWS = {
    "1280-light": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "light"},
    "1280-dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "390": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light", "is_mobile": True, "has_touch": True},
}


def main(wanted):
    """Take the pictures; 1 with a sentence where there is no site or no browser."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None or not (ROOT / "site/index.html").is_file():
        sys.stderr.write("A built site (`make site`) and Chromium are needed.\n")
        return 1
    site = BuiltSite(ROOT / "site")
    kinds = one_of_each_kind(site)
    TARGET.mkdir(parents=True, exist_ok=True)
    with serve(site.folder, urlsplit(site.base).path) as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, view in VIEWS.items():
            tab = browser.new_context(reduced_motion="reduce", **view).new_page()
            for kind in wanted or KINDS:
                tab.goto(address + kinds[kind], wait_until="networkidle")
                tab.screenshot(path=TARGET / f"{(kind or 'home').replace(' ', '-')}-{name}.png")
        browser.close()
    sys.stdout.write(f"{len(wanted or KINDS)} page kinds at {len(VIEWS)} sizes are in {TARGET.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
