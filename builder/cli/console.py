"""The only module that prints: results to standard output, progress and what went wrong to standard error."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TextIO

from builder.model.issues import Issue, Severity
from builder.model.printable import harmless


class Format(StrEnum):
    """How issues are printed: for people, for programs, or as annotations of a GitHub workflow."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def say(*lines: str) -> None:
    """Print results."""
    _write(sys.stdout, lines)


def say_data(*lines: str) -> None:
    """Print lines to be pasted or read by programs, in UTF-8 whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())
    sys.stdout.buffer.flush()


def complain(*lines: str) -> None:
    """Print what went wrong."""
    _write(sys.stderr, lines)


def progress(step: str) -> None:
    """Say what is being done, to somebody who sits at a terminal."""
    if sys.stderr.isatty():
        _write(sys.stderr, (f"{step} …",))


def annotation(issue: Issue) -> str:
    """The issue as a GitHub workflow command, which shows it beside the line in a pull request."""
    level = "error" if issue.is_error else "warning"
    place = f"file={_property(issue.at.path)},line={issue.at.line},title={_property(issue.code)}"
    return f"::{level} {place}::{_escaped(harmless(f'{issue.what} — {issue.mend} [{issue.code}]'))}"


def as_json(issues: Sequence[Issue], more: Mapping[str, object]) -> str:
    """The issues and what else there is to say, as one JSON object."""
    listed = [
        {
            "path": issue.at.path,
            "line": issue.at.line,
            "severity": issue.severity.value,
            "code": issue.code,
            "what": issue.what,
            "mend": issue.mend,
            "record": issue.record,
        }
        for issue in issues
    ]
    return json.dumps({"issues": listed, **tally(issues), **more}, ensure_ascii=False, indent=1)


def tally(issues: Iterable[Issue]) -> dict[str, int]:
    """How many errors and how many warnings."""
    levels = [issue.severity for issue in issues]
    return {"errors": levels.count(Severity.ERROR), "warnings": levels.count(Severity.WARNING)}


def counted(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def columns(rows: Mapping[str, object]) -> list[str]:
    """Names and values under each other, set in by two."""
    width = max(map(len, rows), default=0)
    return [f"  {name.ljust(width)}  {value}" for name, value in rows.items()]


def _property(value: str) -> str:
    return _escaped(harmless(value)).replace(":", "%3A").replace(",", "%2C")


def _escaped(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _write(stream: TextIO, lines: Iterable[str]) -> None:
    """Write lines; a character that the terminal's encoding lacks is written as its number."""
    encoding = stream.encoding or "utf-8"
    stream.writelines(line.encode(encoding, "backslashreplace").decode(encoding) + "\n" for line in lines)
    stream.flush()
