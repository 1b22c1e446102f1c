"""The day that the rendered files bear. Never the clock's: same input, same bytes."""

import json
from datetime import UTC, date, datetime, time
from pathlib import Path

# Without a day to go by, the earliest that every archive format can hold.
EARLIEST = date(1980, 1, 1)


def day_of(as_of: str | None) -> date:
    """The day, or the first day, of an ISO day, month or year; `EARLIEST` where there is none."""
    parts = [int(part) for part in as_of.split("-")] if as_of else []
    return date(*(*parts, 1, 1)[:3]) if parts else EARLIEST


def noon_of(as_of: str | None) -> int:
    """Noon UTC of that day, in seconds since 1970: the same day nearly everywhere."""
    return int(datetime.combine(day_of(as_of), time(12), tzinfo=UTC).timestamp())


def written_day(docs_dir: Path) -> date:
    """The day of the briefing whose pages stand in the folder, as their data give it."""
    data = docs_dir / "data" / "briefing.json"
    if not data.is_file():
        return EARLIEST
    return day_of(json.loads(data.read_text("utf-8"))["build"]["as_of"])
