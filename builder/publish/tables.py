"""The published lists as CSV tables (RFC 4180, UTF-8), for spreadsheets.

The first passage has columns of its own with the number of passages beside it; any other nested value is JSON in one
cell. A cell of text that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, a tab or a carriage
return) gets a leading apostrophe. The JSON file is never altered in this way: it is the one to compute with.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence

from builder.model.pages import Asset

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
PASSAGE = ("source", "start", "end", "text")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def table(name: str, fields: Sequence[str], rows: Sequence[Mapping[str, Json]]) -> Asset:
    """The CSV file of one list: a row a record under a row of column names, also where the list is empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column for field in fields for column in _columns(field)])
    for row in rows:
        writer.writerow([cell for field in fields for cell in _cells(field, row[field])])
    return Asset(f"data/{name}.csv", out.getvalue().encode("utf-8"))


def _columns(field: str) -> Iterator[str]:
    if field == "evidence":
        yield from (f"evidence_{part}" for part in PASSAGE)
        yield "evidence_count"
    else:
        yield field


def _cells(field: str, value: Json) -> Iterator[str]:
    if field == "evidence" and isinstance(value, Sequence):
        first = next(iter(value), None)
        passage = first if isinstance(first, Mapping) else {}
        yield from (_cell(passage.get(part)) for part in PASSAGE)
        yield str(len(value))
    else:
        yield _cell(value)


def _cell(value: Json) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_STARTS) else value
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
