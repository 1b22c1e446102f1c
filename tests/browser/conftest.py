import contextlib
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import serving
from tests.browser.kinds import one_of_each_kind

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEIGHTS = {1280: 800, 390: 844, 320: 640}


@pytest.fixture(scope="session")
def kinds(site):
    """The address of the heaviest page of each kind, by the kind's name."""
    found = one_of_each_kind(site)
    assert len(found) > 18
    return found


@pytest.fixture(scope="session")
def served(built, site):
    """The site on this machine, below its sub-path: its address, and the list of what was sent."""
    with serving.serve(built.site, urlsplit(site.base).path) as running:
        yield running


@pytest.fixture(scope="session")
def address(served):
    """Where the site answers."""
    return served[0]


@pytest.fixture
def sent(served):
    """What the server has sent since the test began: `(path, bytes of the body)`."""
    served[1].clear()
    return served[1]


@pytest.fixture
def serve():
    """A function that serves a folder and gives its address."""
    with contextlib.ExitStack() as stack:

        def make(folder):
            return stack.enter_context(serving.serve(folder, "/"))[0]

        yield make


@pytest.fixture(scope="session")
def browser(chromium):
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield running
        running.close()


class Watched:
    """A tab, with everything that its console said and which hosts it asked."""

    def __init__(self, tab):
        self.tab = tab
        self.errors = []
        self.hosts = set()
        tab.on("console", lambda message: self.errors.append(f"{message.type}: {message.text}"))
        tab.on("pageerror", lambda error: self.errors.append(str(error)))
        tab.on("response", lambda answer: self.errors.append(answer.url) if answer.status >= 400 else None)
        tab.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))


@pytest.fixture
def open_tab(browser):
    """A function that opens a tab with a cold cache; with `scripts=False` as a reader who has them switched off."""
    with contextlib.ExitStack() as stack:

        def make(*, scripts=True, width=1280, dark=False, touch=False):
            context = browser.new_context(
                java_script_enabled=scripts,
                viewport={"width": width, "height": HEIGHTS[width]},
                color_scheme="dark" if dark else "light",
                reduced_motion="reduce",
                has_touch=touch,
                is_mobile=touch,
            )
            stack.callback(context.close)
            return Watched(context.new_page())

        yield make
