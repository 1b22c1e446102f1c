import contextlib
import functools
import http.server
import threading
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from tests.site.reading import BuiltSite

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site below the sub-path at which it will stand, and nothing above it."""

    def __init__(self, *args, prefix, **kwargs):
        self.prefix = prefix
        super().__init__(*args, **kwargs)

    def translate_path(self, path):
        below = path.startswith(self.prefix)
        return super().translate_path(path[len(self.prefix) - 1 :] if below else "/nothing-stands-here")

    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def pages(built):
    """The built site as files."""
    return BuiltSite(built.site)


@pytest.fixture(scope="session")
def address(built, pages):
    """Where the site answers: on this machine, below its sub-path."""
    prefix = urlsplit(pages.base).path
    handler = functools.partial(Handler, directory=str(built.site), prefix=prefix)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
        server.shutdown()


@pytest.fixture
def serve():
    """A function that serves a folder and gives its address."""
    with contextlib.ExitStack() as stack:

        def make(folder):
            handler = functools.partial(Handler, directory=str(folder), prefix="/")
            server = stack.enter_context(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_address[1]}/"

        yield make


@pytest.fixture(scope="session")
def browser(chromium):
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield running
        running.close()


class Watched:
    """A tab, with what went wrong in it and which hosts it asked."""

    def __init__(self, tab):
        self.tab = tab
        self.errors = []
        self.hosts = set()
        tab.on(
            "console",
            lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None,
        )
        tab.on("pageerror", lambda error: self.errors.append(str(error)))
        tab.on("response", lambda answer: self.errors.append(answer.url) if answer.status >= 400 else None)
        tab.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))


@pytest.fixture
def open_tab(browser):
    """A function that opens a tab; with `scripts=False` as a reader who has them switched off."""
    with contextlib.ExitStack() as stack:

        def make(*, scripts=True, width=1280):
            context = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 900})
            stack.callback(context.close)
            return Watched(context.new_page())

        yield make
