"""What can be wrong with a value of the right type: ids, dates, shares, links; and with values that do not fit together."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from builder.model.ids import ID_PATTERN, slugify
from builder.model.printed_dates import find_dates
from builder.records.schema import (
    BriefingFile,
    Decision,
    DisagreementRecord,
    EventEntry,
    EventRecord,
    FigureRecord,
    PositionRecord,
    SourceRecord,
    WrittenRole,
)

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Fault:
    """`field` is the written field whose line is named; None means the mapping's own first line."""

    field: str | None
    code: str
    what: str
    mend: str


def field_fault(cls: type, name: str, value: str) -> Fault | None:
    """What is wrong with one text of this field, or None."""
    check = _FIELD_CHECKS.get((cls, name)) or _ANYWHERE.get(name)
    return check(name, value) if check else None


def mapping_faults(cls: type, texts: Mapping[str, str]) -> Iterator[Fault]:
    """What does not fit together in one mapping, seen from its plain values, which need not be right by themselves."""
    check = _MAPPING_CHECKS.get(cls)
    if check:
        yield from check(texts)


def record_faults(record: object) -> Iterator[Fault]:
    """What is wrong with a record whose every value is right."""
    if isinstance(record, DisagreementRecord) and len({v.statement.casefold() for v in record.versions}) < 2:
        what = "a disagreement needs two versions that differ in their statement"
        yield Fault("versions", "versions-alike", what, "add the other side's version, or take the record out")


def precision_of(date: str) -> str | None:
    """day, month or year for a date in ISO form that exists; None for anything else."""
    found = _ISO.fullmatch(date)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if year == 0 or (found[2] and not 1 <= month <= 12):
        return None
    if found[3]:
        return "day" if 1 <= day <= monthrange(year, month)[1] else None
    return "month" if found[2] else "year"


def _id(name: str, value: str) -> Fault | None:
    if ID_PATTERN.fullmatch(value):
        return None
    what = f"“{value}” is not an id (small letters a to z, digits, single hyphens)"
    return Fault(
        name, "bad-id", what, f"write `{name}: {slugify(value)}`" if name == "id" else f"write {slugify(value)}"
    )


def _date(name: str, value: str) -> Fault | None:
    if precision_of(value):
        return None
    forms = "a day (2024-01-31), a month (2024-01) or a year (2024)"
    return Fault(name, "bad-date", f"“{value}” is not a date", f"write {_nearest_date(name, value, forms)}")


def _day(name: str, value: str) -> Fault | None:
    precision = precision_of(value)
    if precision == "day":
        return None
    what = f"“{value}” is a {precision}, not a day" if precision else f"“{value}” is not a date"
    return Fault(name, "bad-date", what, f"write {_nearest_date(name, value, 'a day as 2024-01-31')}")


def _nearest_date(name: str, value: str, otherwise: str) -> str:
    """The date the editor most likely means, to paste; the accepted forms where that is unclear."""
    loose = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", value, re.ASCII)
    iso = f"{loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}" if loose else None
    if iso is None:
        iso = next((date.iso for date in find_dates(value) if date.is_day), None)
    return f"`{name}: {iso}`" if iso and precision_of(iso) == "day" else otherwise


def _share(name: str, value: str) -> Fault | None:
    if _NUMBER.fullmatch(value) and 0 <= float(value) <= 1:
        return None
    mend = "write a part of 1, such as 0.6"
    if value.endswith("%") and _NUMBER.fullmatch(value[:-1].strip()):
        mend = f"write `{name}: {float(value[:-1]) / 100:g}`"
    return Fault(name, "bad-number", f"“{value}” is not between 0 and 1", mend)


def _number(name: str, value: str) -> Fault | None:
    if _NUMBER.fullmatch(value):
        return None
    bare = re.sub(r"(?<=\d)[,_ '](?=\d{3})", "", value)
    mend = f"write `{name}: {bare}`" if _NUMBER.fullmatch(bare) else "write it out in digits, such as 171000000000"
    return Fault(name, "wrong-type", f"“{value}” is not a number", mend)


def _year(name: str, value: str) -> Fault | None:
    if re.fullmatch(r"[12]\d{3}", value, re.ASCII):
        return None
    return Fault(name, "wrong-type", f"“{value}” is not a year", "write four digits, such as 2024")


def _truth(name: str, value: str) -> Fault | None:
    if value.lower() in ("true", "false"):
        return None
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(value.lower())
    mend = f"write `{name}: {meant}`" if meant else f"write `{name}: true` or `{name}: false`"
    return Fault(name, "wrong-type", f"“{value}” is neither true nor false", mend)


def _link(name: str, value: str) -> Fault | None:
    if re.fullmatch(r"https?://[^\s<>\"]+", value):
        return None
    mend = (
        f"write `{name}: https://{value}`"
        if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", value)
        else "copy the whole address"
    )
    return Fault(name, "bad-link", f"“{value}” is not an address that begins with https:// or http://", mend)


def _language(name: str, value: str) -> Fault | None:
    if re.fullmatch(r"[a-z]{2,3}", value):
        return None
    return Fault(
        name, "unknown-value", f"“{value}” is not a language code", "write two small letters (ISO 639-1), such as en"
    )


_Check = Callable[[str, str], Fault | None]
_ANYWHERE: Mapping[str, _Check] = {"id": _id, "formerly": _id, "date": _date, "link": _link, "expert": _truth}
_FIELD_CHECKS: Mapping[tuple[type, str], _Check] = {
    (SourceRecord, "published"): _day,
    (SourceRecord, "published_earliest"): _day,
    (SourceRecord, "published_latest"): _day,
    (SourceRecord, "language"): _language,
    (SourceRecord, "relays_part"): _truth,
    (EventEntry, "start"): _day,
    (EventEntry, "end"): _day,
    (BriefingFile, "as_of"): _day,
    (BriefingFile, "published_share_limit"): _share,
    (FigureRecord, "value"): _number,
    (FigureRecord, "year"): _year,
}


def _event(texts: Mapping[str, str]) -> Iterator[Fault]:
    precision = precision_of(texts.get("date", ""))
    written = texts.get("precision", precision)
    if precision and written != precision and written in ("day", "month", "year"):
        what = f"the date {texts['date']} is a {precision}, the precision says {written}"
        yield Fault("precision", "bad-date", what, f"write `precision: {precision}`, or the date as a {written}")


def _source(texts: Mapping[str, str]) -> Iterator[Fault]:
    yield from _in_order("published_earliest", "published_latest", texts)


def _main_event(texts: Mapping[str, str]) -> Iterator[Fault]:
    yield from _in_order("start", "end", texts)


def _in_order(first: str, last: str, texts: Mapping[str, str]) -> Iterator[Fault]:
    early, late = texts.get(first, ""), texts.get(last, "")
    if precision_of(early) == precision_of(late) == "day" and early > late:
        yield Fault(last, "bad-date", f"{late} lies before `{first}` {early}", "exchange the two, or mend one")


def _position(texts: Mapping[str, str]) -> Iterator[Fault]:
    if texts.get("attribution") == "derived" and "note" not in texts:
        what = "a derived position has no `note`"
        yield Fault("attribution", "missing-field", what, "add `note: how it follows from the passages`")


def _decision(texts: Mapping[str, str]) -> Iterator[Fault]:
    same = texts.get("ruling") == "same-utterance"
    if same and "same_as" not in texts:
        what = "`same-utterance` does not say of which quote"
        yield Fault("ruling", "missing-field", what, "add `same_as: id-of-the-quote`")
    elif not same and "same_as" in texts and "ruling" in texts:
        mend = "write `ruling: same-utterance`, or take `same_as` out"
        yield Fault("same_as", "unknown-field", "`same_as` goes with the ruling same-utterance only", mend)


def _role(texts: Mapping[str, str]) -> Iterator[Fault]:
    if not texts:
        yield Fault(None, "missing-field", "this role has neither `title` nor `affiliation`", "add one, or take it out")


_MAPPING_CHECKS: Mapping[type, Callable[[Mapping[str, str]], Iterator[Fault]]] = {
    EventRecord: _event,
    SourceRecord: _source,
    EventEntry: _main_event,
    PositionRecord: _position,
    Decision: _decision,
    WrittenRole: _role,
}
