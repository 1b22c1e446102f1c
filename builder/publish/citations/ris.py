"""Citations as RIS, written by rispy: a field a line, so that no text may bring a line end of its own."""

from collections.abc import Iterator, Sequence

import rispy

from builder.publish.citations.reference import Cited, addresses, remarks, years


class _Writer(rispy.RisWriter):  # type: ignore[misc] # the library carries no types
    """Without the running number that rispy writes above each entry, which is no part of the format."""

    def set_header(self, count: int) -> str:  # noqa: ARG002 -- the number
        return ""


def ris(citations: Sequence[Cited]) -> str:
    """A RIS file."""
    return str(rispy.dumps([dict(_fields(cited)) for cited in citations], implementation=_Writer))


def _fields(cited: Cited) -> Iterator[tuple[str, str | list[str]]]:
    reference = cited.reference
    yield "type_of_reference", "NEWS"
    yield "id", cited.key
    if reference.authors:
        yield "authors", list(reference.authors)
    if reference.title:
        yield "title", reference.title
    if reference.outlet:
        yield "secondary_title", reference.outlet
    year = years(reference)
    if year and "/" not in year:
        yield "year", year
    if reference.published:
        yield "date", reference.published.replace("-", "/")
    yield "language", reference.language
    notes = [*([cited.passage] if cited.passage else []), *remarks(cited)]
    if notes:
        yield "notes", notes
    if addresses(cited):
        yield "urls", list(addresses(cited))
