"""Citations as CSL-JSON, the input of citation processors (schema 1.0)."""

import json
from collections.abc import Iterator, Mapping, Sequence

from builder.publish.citations.reference import Cited, Reference, addresses, remarks

Json = str | bool | Sequence["Json"] | Mapping[str, "Json"] | int


def csl_json(citations: Sequence[Cited]) -> str:
    """A CSL-JSON file."""
    items = [dict(_fields(cited)) for cited in citations]
    return json.dumps(items, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _fields(cited: Cited) -> Iterator[tuple[str, Json]]:
    """Names are literal: nobody said which part of them is the family's."""
    reference = cited.reference
    yield "id", cited.key
    yield "type", "article-newspaper"
    if reference.title:
        yield "title", reference.title
    if reference.authors:
        yield "author", [{"literal": name} for name in reference.authors]
    if reference.outlet:
        yield "container-title", reference.outlet
    issued = _issued(reference)
    if issued:
        yield "issued", issued
    yield "language", reference.language
    shown = addresses(cited)
    if shown:
        yield "URL", shown[0]
    if cited.passage:
        yield "annote", cited.passage
    more = [*remarks(cited), *(f"Shown at {address}" for address in shown[1:])]
    if more:
        yield "note", " ".join(more)


def _issued(reference: Reference) -> Mapping[str, Json] | None:
    """A day, or a range of days; `circa` where it is not the article that says so. Without one it reads “n.d.”."""
    days = [reference.published] if reference.published else [reference.earliest, reference.latest]
    parts: Json = [[int(number) for number in day.split("-")] for day in days if day]
    if not all(days):
        return None
    return (
        {"date-parts": parts} if reference.published and not reference.derived else {"date-parts": parts, "circa": True}
    )
