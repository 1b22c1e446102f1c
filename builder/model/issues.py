"""What is wrong and how to mend it, as a value with a place."""

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in an input file: path relative to the project's folder, with `/`; line counted from 1."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Severity(StrEnum):
    """An error fails the build; a warning is printed and counted and changes nothing."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One thing that is wrong. `code` is a word (`evidence-missing`); `what` and `mend` are one line each.

    `record` names the record that is hit (`quotes/us-platform`), where there is one.
    """

    at: Location
    code: str
    what: str
    mend: str
    severity: Severity = field(default=Severity.ERROR, compare=True)
    record: str | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if not (self.code and self.what and self.mend):
            raise ValueError("an issue says what is wrong, how to mend it, and has a code")

    @property
    def is_error(self) -> bool:
        """Whether it fails the build."""
        return self.severity is Severity.ERROR

    def line(self) -> str:
        """`path:line: what is wrong — how to mend it [code]`, on one line whatever the words hold."""
        return " ".join(f"{self.at}: {self.what} — {self.mend} [{self.code}]".split())


class BriefingError(Exception):
    """Root of what is raised, not returned: a machine or a configuration that gives us nothing to work with."""
