"""Bytes of a seed to canonical text: UTF-8, a leading byte-order mark dropped, CRLF and CR turned into LF."""

import re

from builder.model.issues import Issue, Location
from builder.model.text import Seed

LARGEST = 5_000_000
"""The largest seed that is read, in bytes: some thirty times the longest magazine article."""

_LINE_END = re.compile(rb"\r\n|\r|\n")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_WORD = re.compile(r"\w")


def canonicalise(seed: Seed) -> str | Issue:
    """The canonical text of a seed, or why it has none, with the line to look at. Never raises."""
    if len(seed.data) > LARGEST:
        return _too_large(seed)
    try:
        decoded = seed.data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(seed, error)
    text = decoded.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    control = _CONTROL.search(text)
    if control:
        return _control_character(seed, text, control)
    if not _WORD.search(text):
        return Issue(
            Location(seed.path),
            "seed-empty",
            "the file has no words",
            "paste the article into it, or delete the file",
        )
    return text


def _too_large(seed: Seed) -> Issue:
    return Issue(
        Location(seed.path),
        "seed-too-large",
        f"the file has {len(seed.data):,} bytes; an article is read up to {LARGEST:,}",
        "keep one article in a file, as plain text",
    )


def _not_utf8(seed: Seed, error: UnicodeDecodeError) -> Issue:
    line = 1 + len(_LINE_END.findall(seed.data[: error.start]))
    return Issue(
        Location(seed.path, line),
        "seed-not-utf8",
        f"byte 0x{seed.data[error.start]:02x} is not UTF-8 text",
        "save the file with the encoding UTF-8",
    )


def _control_character(seed: Seed, text: str, found: re.Match[str]) -> Issue:
    line = 1 + text.count("\n", 0, found.start())
    return Issue(
        Location(seed.path, line),
        "seed-control-character",
        f"the control character U+{ord(found.group()):04X} stands in the text",
        "delete it; an article is plain text with tabs and line ends",
    )
