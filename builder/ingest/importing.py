"""What `briefing add` is given, as bytes: a file, or an address on the web. The only module that reaches the network.

Nothing is run, nothing beside the named page is fetched, and no other protocol than HTTP is spoken.
"""

import http.client
import re
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from builder.ingest.canonical import LARGEST
from builder.model.issues import Issue, Location

TIMEOUT = 20  # seconds for each answer of the server
TEXTS = {".txt": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}
PAGES = {".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml"}
SUFFIXES = {**TEXTS, **PAGES}
_AGENT = "briefing-builder (imports one article at an editor's request)"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # byte-order marks of UTF-16, whose texts are full of zero bytes
_SCRIPT = (b"#!", b"<?php", b"<?=")
_MEND_SIZE = "save the article alone, as text"


@dataclass(frozen=True, slots=True)
class Fetched:
    """Bytes with what is known of them: `media` is a media type, `charset` what a server said, `link` their address."""

    name: str
    data: bytes
    media: str
    charset: str | None = None
    link: str | None = None

    @property
    def is_page(self) -> bool:
        """Whether it is a web page, and not a text."""
        return self.media in PAGES.values()


def is_address(reference: str) -> bool:
    """Whether it names something on the web, and not a file."""
    return bool(_ADDRESS.match(reference))


def read_reference(reference: str) -> Fetched | Issue:
    """The bytes of a file or of an address, or why there are none that could be an article."""
    fetched = _fetch(reference) if is_address(reference) else _open(Path(reference), reference)
    return fetched if isinstance(fetched, Issue) else _refused(fetched) or fetched


def _issue(reference: str, code: str, what: str, mend: str) -> Issue:
    return Issue(Location(reference), code, what, mend)


def _open(path: Path, name: str) -> Fetched | Issue:
    media = SUFFIXES.get(path.suffix.lower())
    if media is None:
        what = (
            f"a file that ends in “{path.suffix}” is not read"
            if path.suffix
            else "a file without an ending is not read"
        )
        return _issue(name, "import-kind", what, f"save the article as {', '.join(SUFFIXES)}")
    if not path.is_file():
        what = "there is no such file" if not path.exists() else "this is no ordinary file"
        return _issue(name, "import-unreadable", what, "name a file, or an address that begins with https://")
    try:
        with path.open("rb") as file:
            return Fetched(name, file.read(LARGEST + 1), media)
    except OSError as error:
        return _issue(name, "import-unreadable", f"cannot be read ({error.strerror})", "mend its permissions")


def _refused(fetched: Fetched) -> Issue | None:
    """Why these bytes are no article: too many, a program, or no text at all."""
    data = fetched.data
    if len(data) > LARGEST:
        return _issue(fetched.name, "import-too-large", f"this has more than {LARGEST:,} bytes", _MEND_SIZE)
    if not data.strip():
        return _issue(fetched.name, "import-empty", "there is nothing in it", "name the article itself")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_SCRIPT):
        return _issue(fetched.name, "import-kind", "this is a program, not an article", "save the article as text")
    if b"\0" in data and not data.startswith(_WIDE):
        return _issue(fetched.name, "import-kind", "this is not text", "save the article as text or as a web page")
    return None


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to other addresses of the web, and nowhere else."""

    max_redirections = 5

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise URLError("it leads to something that is not on the web")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> urllib.request.OpenerDirector:
    """Speaks HTTP alone: the usual one would also open files of this machine."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    return opener


def _fetch(address: str) -> Fetched | Issue:
    if _scheme_of(address) not in ("http", "https"):
        return _issue(address, "import-kind", "only addresses of the web are read", "begin with https://")
    try:
        request = urllib.request.Request(address, headers={"User-Agent": _AGENT, "Accept": "text/html, text/plain"})  # noqa: S310 -- checked above
        with _opener().open(request, timeout=TIMEOUT) as answer:
            headers: http.client.HTTPMessage = answer.headers
            media = headers.get_content_type()
            if media not in SUFFIXES.values():
                return _issue(address, "import-kind", f"the server sends {media}, not a page or a text", _MEND_SIZE)
            return Fetched(address, answer.read(LARGEST + 1), media, headers.get_content_charset(), answer.geturl())
    except HTTPError as error:
        return _issue(
            address, "import-unreachable", f"the server answers {error.code}", "save the page and name the file"
        )
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        mend = "look at the address and the network, or save the page elsewhere and name the file"
        return _issue(address, "import-unreachable", f"cannot be reached ({reason})", mend)


def _scheme_of(address: str) -> str:
    """The scheme of an address; empty where it is none."""
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return ""
