"""What can change for a reader, and how a change is said: on one line, in Markdown, as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from builder.model.claims import Kind, Ref


class DifferenceKind(StrEnum):
    """What happened to a record, in the order in which it is told."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    REVIEWED = "reviewed"
    ARTICLE = "article"
    CORRECTED = "corrected"
    SPEAKER = "speaker"
    STATUS = "status"
    DETAIL = "detail"
    PASSAGES = "passages"


NOUNS: Mapping[Kind, str] = {
    Kind.SOURCES: "Article",
    Kind.PARTIES: "Party",
    Kind.TOPICS: "Issue",
    Kind.ACTORS: "Actor",
    Kind.QUOTES: "Quote",
    Kind.AGREEMENTS: "Agreement",
    Kind.POSITIONS: "Position",
    Kind.SUMMARIES: "Sentence of the bottom line",
    Kind.JUDGEMENTS: "Judgement",
    Kind.EVENTS: "Event",
    Kind.FIGURES: "Figure",
    Kind.DISAGREEMENTS: "Disagreement",
    Kind.DEFECTS: "Defect",
    Kind.GAPS: "Declared gap",
    Kind.TERMS: "Term",
}
"""In the order in which changes are listed."""

NOBODY = "not named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One change of one record. `ref` is its name today, or the last one where it is gone; `title` what it says.

    `field` names what changed, `was` and `now` its values in words. `records` are those that rest on a source;
    `found_in` is the article in which the machine found what no editor has reviewed.
    """

    kind: DifferenceKind
    ref: Ref
    title: str
    unreviewed: bool = False
    field: str | None = None
    was: str | None = None
    now: str | None = None
    records: tuple[Ref, ...] = ()
    found_in: Ref | None = None

    @property
    def line(self) -> str:
        """The change as one line of text."""
        return _LINES[self.kind](self)

    def markdown(self, escape: Callable[[str], str]) -> str:
        """The change as a line of a Markdown list; `escape` makes any text letters alone."""
        words = escape(self.line)
        if self.records and self.kind is not DifferenceKind.ADDED:
            words = f"{words} {', '.join(f'`{ref}`' for ref in self.records)}"
        return f"- {words} (`{self.ref}`)"

    def as_json(self) -> dict[str, object]:
        """The change as data; every field is always there."""
        return {
            "kind": self.kind.value,
            "record": str(self.ref),
            "title": self.title,
            "field": self.field,
            "was": self.was,
            "now": self.now,
            "records": [str(ref) for ref in self.records],
            "review": "auto" if self.unreviewed else "editor",
            "statement": self.line,
        }


def _noun(change: Difference) -> str:
    return NOUNS[change.ref.kind]


def _resting(change: Difference, verb: str) -> str:
    count = len(change.records)
    return f" {count} {'record' if count == 1 else 'records'} {verb} on it." if count else ""


def _stop(words: str) -> str:
    """A full stop, where something follows and none is there."""
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _added(change: Difference) -> str:
    said = f"{_noun(change)} added: {change.title}"
    return _stop(said) + _resting(change, "rest" if len(change.records) > 1 else "rests") if change.records else said


def _removed(change: Difference) -> str:
    said = f"{_noun(change)} removed: {change.title}"
    return _stop(said) + _resting(change, "rested") if change.records else said


def _renamed(change: Difference) -> str:
    return f"{_noun(change)} has a new address, {change.now} instead of {change.was}: {change.title}"


def _reviewed(change: Difference) -> str:
    said = "no longer stands under an editor’s name" if change.unreviewed else "reviewed by an editor"
    return f"{_noun(change)} {said}: {change.title}"


def _article(change: Difference) -> str:
    return _stop(f"Article changed: {change.title}") + _resting(change, "rested")


def _corrected(change: Difference) -> str:
    return f"{_noun(change)} corrected: {change.now or change.title}" + (f" — was: {change.was}" if change.was else "")


def _speaker(change: Difference) -> str:
    return f"Speaker corrected, {change.now or NOBODY} instead of {change.was or NOBODY}: {change.title}"


def _status(change: Difference) -> str:
    now, was = ((value or NOBODY).replace("-", " ") for value in (change.now, change.was))
    return f"Status {now}, was {was}: {change.title}"


def _detail(change: Difference) -> str:
    return f"{_noun(change)}, {change.field} {change.now or 'none'}, was {change.was or 'none'}: {change.title}"


def _passages(change: Difference) -> str:
    parts = []
    if change.now:
        parts.append(f"also rests on {change.now}")
    if change.was:
        parts.append(f"no longer rests on {change.was}")
    return f"{_noun(change)} {' and '.join(parts) or 'rests on other words of the same articles'}: {change.title}"


_LINES: Mapping[DifferenceKind, Callable[[Difference], str]] = {
    DifferenceKind.ADDED: _added,
    DifferenceKind.REMOVED: _removed,
    DifferenceKind.RENAMED: _renamed,
    DifferenceKind.REVIEWED: _reviewed,
    DifferenceKind.ARTICLE: _article,
    DifferenceKind.CORRECTED: _corrected,
    DifferenceKind.SPEAKER: _speaker,
    DifferenceKind.STATUS: _status,
    DifferenceKind.DETAIL: _detail,
    DifferenceKind.PASSAGES: _passages,
}
