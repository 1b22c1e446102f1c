"""`accept:` on a record: an issue that an editor has looked at and found to be right there."""

from collections.abc import Iterable, Iterator, Sequence

from builder.model.issues import Issue
from builder.records.accepting import may_be_accepted
from builder.records.schema import Acceptance, Record, Records

# Codes of issues that come of holding records against each other.
_COMPARED = ("actor-", "duplicate-", "expert-", "figure", "gap-", "share-", "speaker-differs", "statement-")
_UNREAD = "seed-missing"


def apply_acceptances(issues: Iterable[Issue], records: Records) -> tuple[Issue, ...]:
    """The issues without accepted ones, sorted; an acceptance that silences nothing, or may not, is an issue."""
    known = tuple(issues)
    present = {(issue.record, issue.code) for issue in known}
    accepted = {
        (_name(record), acceptance.code)
        for record in records.all()
        for acceptance in record.accept
        if may_be_accepted(acceptance.code)
    }
    rest = [issue for issue in known if (issue.record, issue.code) not in accepted]
    return tuple(sorted({*rest, *_faults(records, present, [issue for issue in rest if issue.is_error])}))


def _faults(records: Records, present: set[tuple[str | None, str]], errors: Sequence[Issue]) -> Iterator[Issue]:
    """Of what errors keep out, and of what was to be held against it, nobody can say yet which acceptances are stale."""
    failed = {issue.record for issue in errors}
    unread = any(issue.code == _UNREAD for issue in errors)
    for record in records.all():
        for acceptance in record.accept:
            if not may_be_accepted(acceptance.code):
                yield _not_allowed(record, acceptance)
            elif (_name(record), acceptance.code) in present or _name(record) in failed or unread:
                continue
            elif not (errors and acceptance.code.startswith(_COMPARED)):
                yield _stale(record, acceptance)


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
