"""What may be read from a disk or fetched from a server, and what is refused."""

import http.server
import threading
from contextlib import contextmanager

import pytest

from builder.ingest.canonical import LARGEST
from builder.ingest.importing import Fetched, read_reference
from builder.model.issues import Issue

PAGE = b"<p>Nobody will be turned away.</p>"


class Server(http.server.BaseHTTPRequestHandler):
    """Answers with what the address asks for."""

    def do_GET(self):
        status, headers, body = ANSWERS.get(self.path, (404, {}, b"gone"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


HTML = {"Content-Type": "text/html; charset=ISO-8859-15"}
ANSWERS = {
    "/page": (200, HTML, PAGE),
    "/text": (200, {"Content-Type": "text/plain"}, b"Plain words."),
    "/moved": (301, {"Location": "/page"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/local": (302, {"Location": "file:///etc/passwd"}, b""),
    "/ftp": (302, {"Location": "ftp://example.org/x"}, b""),
    "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
    "/binary": (200, HTML, b"\x89PNG\0\0\0"),
    "/empty": (200, HTML, b"  \n"),
    "/large": (200, HTML, b"x" * (LARGEST + 10)),
    "/broken": (500, HTML, b"oh"),
}


@contextmanager
def serving():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def address():
    with serving() as base, pytest.MonkeyPatch.context() as patch:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            patch.delenv(name, raising=False)
        patch.setenv("no_proxy", "*")
        yield base


def test_a_page_is_fetched_with_what_the_server_says_of_it(address):
    fetched = read_reference(f"{address}/page")
    assert fetched == Fetched(f"{address}/page", PAGE, "text/html", "iso-8859-15", f"{address}/page")
    assert fetched.is_page


def test_a_text_is_fetched_too(address):
    fetched = read_reference(f"{address}/text")
    assert (fetched.data, fetched.is_page) == (b"Plain words.", False)


def test_a_page_that_moved_is_known_by_its_new_address(address):
    assert read_reference(f"{address}/moved").link == f"{address}/page"


@pytest.mark.parametrize(
    ("path", "code", "says"),
    [
        ("/nothing", "import-unreachable", "the server answers 404"),
        ("/broken", "import-unreachable", "the server answers 500"),
        ("/loop", "import-unreachable", "the server answers 302"),
        ("/local", "import-unreachable", "302"),
        ("/ftp", "import-unreachable", "not on the web"),
        ("/pdf", "import-kind", "the server sends application/pdf"),
        ("/binary", "import-kind", "this is not text"),
        ("/empty", "import-empty", "nothing in it"),
        ("/large", "import-too-large", "more than 5,000,000 bytes"),
    ],
)
def test_what_is_no_article_is_refused(address, path, code, says):
    issue = read_reference(f"{address}{path}")
    assert isinstance(issue, Issue)
    assert issue.code == code
    assert says in issue.what


@pytest.mark.parametrize(
    "reference",
    [
        "file:///etc/passwd",
        "ftp://example.org/x",
        "data://text/html,x",
        "javascript://x",
        "http://",
        "http://[::1",
        "https://\x00x",
    ],
)
def test_nothing_but_the_web_is_asked(reference):
    assert isinstance(read_reference(reference), Issue)


def test_without_a_network_it_says_so_in_one_line():
    with serving() as base:
        pass
    issue = read_reference(f"{base}/page")
    assert issue.code == "import-unreachable"
    assert "cannot be reached" in issue.line()
    assert "\n" not in issue.line()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.js", b"alert(1)", "import-kind"),
        ("a.py", b"print(1)", "import-kind"),
        ("a.sh", b"#!/bin/sh", "import-kind"),
        ("a.exe", b"MZ", "import-kind"),
        ("a.pdf", b"%PDF", "import-kind"),
        ("a", b"words", "import-kind"),
        ("a.txt", b"#!/bin/sh\nrm -rf /\n", "import-kind"),
        ("a.html", b"\n<?php system('x') ?>", "import-kind"),
        ("a.txt", b"PK\x03\x04\0\0", "import-kind"),
        ("a.txt", b"", "import-empty"),
        ("a.txt", b"x" * (LARGEST + 1), "import-too-large"),
    ],
)
def test_files_that_are_no_articles(tmp_path, name, data, code):
    (tmp_path / name).write_bytes(data)
    assert read_reference(str(tmp_path / name)).code == code


def test_what_is_not_there_and_what_is_no_file(tmp_path):
    (tmp_path / "folder.txt").mkdir()
    assert read_reference(str(tmp_path / "gone.txt")).what == "there is no such file"
    assert read_reference(str(tmp_path / "folder.txt")).what == "this is no ordinary file"


@pytest.mark.parametrize(
    ("name", "is_page"), [("a.txt", False), ("A.TXT", False), ("a.md", False), ("a.htm", True), ("a.xhtml", True)]
)
def test_files_that_are(tmp_path, name, is_page):
    (tmp_path / name).write_bytes(b"words")
    fetched = read_reference(str(tmp_path / name))
    assert (fetched.data, fetched.is_page, fetched.link) == (b"words", is_page, None)
