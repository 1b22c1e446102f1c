"""When a source was published, how that is known, and whether it speaks before, during or after the event."""

from dataclasses import dataclass

from builder.model.claims import DateBasis, Kind, Ref, Timing
from builder.model.issues import Issue, Severity
from builder.records.accepting import accepts
from builder.records.schema import EventEntry, SourceRecord

DIFFERS = "source-differs"
ACCEPT_IT = "if the text was misread, accept `source-differs` with a reason"


@dataclass(frozen=True, slots=True)
class Dating:
    """ISO days; `earliest` and `latest` bound a day that is not known."""

    published: str | None
    earliest: str | None
    latest: str | None
    basis: DateBasis
    timing: Timing


def date_source(
    stated: str | None, record: SourceRecord | None, event: EventEntry | None
) -> tuple[Dating, tuple[Issue, ...]]:
    """The dating of a source whose text states this day, or none, with what is wrong in its record.

    The stated day stands, unless the record gives another and accepts that it differs.
    """
    if record is None:
        basis = DateBasis.STATED if stated else DateBasis.UNKNOWN
        return Dating(stated, None, None, basis, _timing(stated, stated, event)), ()
    contradiction = _contradiction(stated, record)
    if contradiction and accepts(record, DIFFERS):
        stated = record.published
    published = stated or record.published
    earliest, latest = record.published_earliest, record.published_latest
    any_day = published or earliest or latest
    default = DateBasis.STATED if stated else DateBasis.DERIVED if any_day else DateBasis.UNKNOWN
    basis = record.date_basis or default
    timing = record.timing or _timing(published or earliest, published or latest, event)
    faults = (*contradiction, *_order(published, record), *_basis(stated, any_day, basis, record))
    return Dating(published, earliest, latest, basis, timing), faults


def _timing(earliest: str | None, latest: str | None, event: EventEntry | None) -> Timing:
    """Where the days decide it; ISO days compare as text."""
    if event is None or event.start is None:
        return Timing.UNKNOWN
    start, end = event.start, event.end or event.start
    if latest and latest < start:
        return Timing.BEFORE
    if earliest and earliest > end:
        return Timing.AFTER
    if earliest and latest and start <= earliest and latest <= end:
        return Timing.DURING
    return Timing.UNKNOWN


def _contradiction(stated: str | None, record: SourceRecord) -> tuple[Issue, ...]:
    if not stated or record.published in (None, stated):
        return ()
    what = f"`published: {record.published}`, but the text states {stated}"
    return (_fault(record, "published", DIFFERS, what, f"leave `published:` out, or {ACCEPT_IT}"),)


def _order(published: str | None, record: SourceRecord) -> tuple[Issue, ...]:
    earliest, latest = record.published_earliest, record.published_latest
    if earliest and latest and earliest > latest:
        what = f"the earliest day of publication, {earliest}, is after the latest, {latest}"
        return (_fault(record, "published_earliest", "date-order", what, "exchange the two"),)
    if published and ((earliest and published < earliest) or (latest and published > latest)):
        what = f"the day of publication, {published}, is outside {earliest or 'any day'} to {latest or 'any day'}"
        mend = "widen `published_earliest:` and `published_latest:`, or leave them out: the day is known"
        field = "published_earliest" if earliest and published < earliest else "published_latest"
        return (_fault(record, field, "date-order", what, mend),)
    return ()


def _basis(stated: str | None, any_day: str | None, basis: DateBasis, record: SourceRecord) -> tuple[Issue, ...]:
    field = "date_basis" if record.date_basis else "published"
    if basis is DateBasis.DERIVED and not (record.note or "").strip():
        what = "a derived date shows its working, and there is no note"
        return (_fault(record, field, "note-missing", what, "write under `note:` from what the day follows, and how"),)
    if basis is DateBasis.UNKNOWN and any_day:
        what = f"`date_basis: unknown`, but a day is given: {any_day}"
        mend = f"write `date_basis: {'stated' if stated else 'derived'}`"
        return (_fault(record, field, "date-basis-differs", what, mend),)
    if basis is DateBasis.STATED and not any_day:
        what = "`date_basis: stated`, and there is no day"
        return (_fault(record, field, "date-basis-differs", what, "write the day under `published:`"),)
    if basis is DateBasis.STATED and not stated:
        what = "`date_basis: stated`, but no stated day was found in the text"
        mend = "write `date_basis: derived` with a note, unless the text does state it"
        return (_fault(record, field, "date-not-read", what, mend, Severity.WARNING),)
    return ()


def _fault(
    record: SourceRecord, field: str, code: str, what: str, mend: str, severity: Severity = Severity.ERROR
) -> Issue:
    return Issue(record.at.of(field), code, what, mend, severity, str(Ref(Kind.SOURCES, record.id)))
