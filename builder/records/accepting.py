"""Which faults an editor may find right on a record, with a reason (`accept:`)."""

from builder.records.schema import Record

_NEVER = (
    "accept",
    "bad-",
    "bracket-",
    "duplicate-id",
    "ellipsis-bare",
    "ellipsis-order",
    "empty-text",
    "evidence",
    "missing",
    "note-missing",
    "rights-none",
    "seed-",
    "unknown",
    "versions-",
    "wrong-type",
    "yaml",
)


def may_be_accepted(code: str) -> bool:
    """Whether a reason may silence this code. Never where what it names cannot be found, read or published."""
    return not code.startswith(_NEVER) and not code.endswith("-unknown")


def accepts(record: Record, code: str) -> bool:
    """Whether the record says, with effect, that this code is right on it."""
    return may_be_accepted(code) and any(acceptance.code == code for acceptance in record.accept)
