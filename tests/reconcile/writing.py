"""Records as the loader would give them: the mapping on line 10, its fields on 11, 12, … in the order written."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from builder.model.ids import SourceId
from builder.model.issues import Issue
from builder.model.text import SourceText
from builder.reconcile import Reconciled, reconcile
from builder.records.place import Place
from builder.records.schema import (
    BriefingFile,
    Content,
    EventEntry,
    PartyEntry,
    Record,
    Records,
    TopicEntry,
    WrittenEvidence,
    WrittenOccurrence,
)
from tests.support import make_description, make_source

R = TypeVar("R")


def place(path: str, fields: Iterable[str], line: int = 10) -> Place:
    return Place(path, line, tuple((name, line + number) for number, name in enumerate(fields, start=1)))


def write(record_type: type[R], /, **fields: Any) -> R:
    folder = record_type.KIND.value if issubclass(record_type, Record) else "parts"
    return record_type(at=place(f"content/{folder}/a.yml", fields), **fields)


def said(text: str | tuple[str, ...], source: str = "paper", **fields: Any) -> WrittenEvidence:
    words = (text,) if isinstance(text, str) else text
    return WrittenEvidence(at=Place("content/e.yml", 50, (("text", 51),)), source=source, text=words, **fields)


def printing(text: str | tuple[str, ...], source: str = "paper", **fields: Any) -> WrittenOccurrence:
    words = (text,) if isinstance(text, str) else text
    at = place("content/quotes/a.yml", ("source", "text", *fields), line=20)
    return WrittenOccurrence(at=at, source=source, text=words, **fields)


def briefing(**fields: Any) -> BriefingFile:
    at = Place("content/briefing.yml", 1)
    known: dict[str, Any] = {
        "title": "The Tarn accord",
        "question": "Who may fish where?",
        "description": "What was said.",
        "event": EventEntry(at=at, name="The signing", start="2031-05-04", end="2031-05-05"),
        "parties": (PartyEntry(at=at, id="tarn", name="Tarn"), PartyEntry(at=at, id="ossel", name="Ossel")),
        "issues": (TopicEntry(at=at, id="fishing", name="Fishing"), TopicEntry(at=at, id="ice", name="Ice")),
    }
    return BriefingFile(at=at, **(known | fields))


def content(*records: Record, **fields: Any) -> Content:
    lists: dict[str, tuple[Record, ...]] = {}
    for record in records:
        lists[record.KIND.value] = (*lists.get(record.KIND.value, ()), record)
    return Content(briefing=briefing(**fields), records=Records(**lists))


def texts(*articles: str | SourceText) -> Mapping[SourceId, SourceText]:
    """Articles by id: the first plain one is `paper`, the second `other`."""
    names = iter(("paper", "other", "third"))
    made = [a if isinstance(a, SourceText) else make_source(a, source_id=next(names)) for a in articles]
    return {text.id: text for text in made}


def judge(articles: Mapping[SourceId, SourceText], *records: Record, **fields: Any) -> Reconciled:
    return reconcile([make_description(name) for name in articles], articles, content(*records, **fields))


def codes(found: Iterable[Issue]) -> list[str]:
    return [issue.code for issue in found]
