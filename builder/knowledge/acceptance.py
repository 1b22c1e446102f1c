"""`accept:` on a record: an issue that an editor has looked at and found to be right there."""

from collections.abc import Iterable, Iterator

from builder.model.issues import Issue
from builder.records.schema import Acceptance, Record, Records

NEVER_ACCEPTED = ("evidence", "yaml", "unknown", "missing", "duplicate-id", "accept")
"""Beginnings of codes that no reason silences: what they name cannot be published."""


def apply_acceptances(issues: Iterable[Issue], records: Records) -> tuple[Issue, ...]:
    """The issues without accepted ones, sorted; an acceptance that silences nothing, or may not, is an issue."""
    known = tuple(issues)
    present = {(issue.record, issue.code) for issue in known}
    failed = {issue.record for issue in known if not _may_be_accepted(issue.code)}
    accepted = {
        (_name(record), acceptance.code)
        for record in records.all()
        for acceptance in record.accept
        if _may_be_accepted(acceptance.code)
    }
    rest = [issue for issue in known if (issue.record, issue.code) not in accepted]
    return tuple(sorted({*rest, *_faults(records, present, failed)}))


def _faults(records: Records, present: set[tuple[str | None, str]], failed: set[str | None]) -> Iterator[Issue]:
    """Of a record with a fault that keeps it out, nobody can say yet which acceptances are stale."""
    for record in records.all():
        for acceptance in record.accept:
            if not _may_be_accepted(acceptance.code):
                yield _not_allowed(record, acceptance)
            elif (_name(record), acceptance.code) not in present and _name(record) not in failed:
                yield _stale(record, acceptance)


def _may_be_accepted(code: str) -> bool:
    return not code.startswith(NEVER_ACCEPTED)


def _name(record: Record) -> str:
    return f"{record.KIND.value}/{record.id}"


def _not_allowed(record: Record, acceptance: Acceptance) -> Issue:
    return Issue(
        at=acceptance.at.of("code"),
        code="accept-not-allowed",
        what=f"{acceptance.code} on {record.id} cannot be accepted: what it names cannot be published",
        mend="mend the record, and take the acceptance out",
        record=_name(record),
    )


def _stale(record: Record, acceptance: Acceptance) -> Issue:
    return Issue(
        at=acceptance.at.of("code"),
        code="accept-stale",
        what=f"nothing on {record.id} has the code {acceptance.code} any more",
        mend="take the acceptance out",
        record=_name(record),
    )
