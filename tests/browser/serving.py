"""The built site served as a static host serves it: below its sub-path, text compressed, 404.html for what is not there."""

import functools
import gzip
import http.server
import threading
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

COMPRESSED = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".map"})


@functools.cache
def compressed(path):
    """The file as it travels; the site does not change while it is served."""
    data = path.read_bytes()
    return gzip.compress(data, mtime=0) if path.suffix in COMPRESSED else data


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers for the site alone, and keeps a record of what was sent: `(path, bytes of the body)`."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args, prefix, sent, **kwargs):
        self.prefix, self.sent = prefix, sent
        super().__init__(*args, **kwargs)

    def translate_path(self, path):
        below = path.startswith(self.prefix)
        return super().translate_path(path[len(self.prefix) - 1 :] if below else "/nothing-stands-here")

    def do_GET(self):
        file = Path(self.translate_path(self.path))
        if file.is_dir() and not urlsplit(self.path).path.endswith("/"):
            self.answer(301, b"", Location=f"{urlsplit(self.path).path}/")
            return
        file = file / "index.html" if file.is_dir() else file
        status, file = (200, file) if file.is_file() else (404, Path(self.directory) / "404.html")
        data = compressed(file)
        encoding = {"Content-Encoding": "gzip"} if file.suffix in COMPRESSED else {}
        self.sent.append((urlsplit(self.path).path, len(data)))
        caching = {"Cache-Control": "max-age=600", "Content-Type": self.guess_type(file)}
        self.answer(status, data, **encoding, **caching)

    def answer(self, status, data, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


@contextmanager
def serve(folder, prefix):
    """Serve a folder at a free port of this machine; gives the address of its root and the list of what was sent."""
    sent = []
    handler = functools.partial(Handler, directory=str(folder), prefix=prefix, sent=sent)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{prefix}", sent
        server.shutdown()
