"""What is cited: an article as far as it is known, and perhaps a passage of it.

What no source states is left out of every field and named in a remark. No date is made up: a derived one says so, a
window stays a window.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

from builder.model.addresses import is_web_address
from builder.model.claims import DateBasis, Rights, Source
from builder.model.printed_dates import day_in_words

UNDATED = "n.d."

# What some reader or other of these formats takes for the end of a line.
_LINE_ENDS_AND_BLANKS = re.compile(r"[\t\n\v\f\r \x1c-\x1f\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")
_ADDRESS_CHARACTERS = "-._~:/?#&=%+,;@!$'()*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An article; `label` is what the site calls it. `earliest` and `latest` bound an unstated day; days are ISO. `quotable`: its words may be published."""

    id: str
    label: str
    title: str | None
    authors: tuple[str, ...]
    outlet: str | None
    published: str | None
    earliest: str | None
    latest: str | None
    derived: bool
    link: str | None
    language: str
    relays: str | None
    relays_part: bool
    quotable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A citation. `key` names it in the list; `address` is where the passage is shown, a whole address on the web."""

    reference: Reference
    key: str
    passage: str | None = None
    paragraph: str | None = None
    speaker: str | None = None
    address: str | None = None


def line(text: str) -> str:
    """The text as one line: runs of blanks and line ends are one space, what cannot be printed is dropped."""
    return folded(text).strip()


def folded(text: str) -> str:
    """The same with the blanks at its ends."""
    return _LINE_ENDS_AND_BLANKS.sub(" ", _UNPRINTABLE.sub("", text))


def reference_of(source: Source) -> Reference:
    """What is known about a source, each text in one line."""
    window = not source.published
    return Reference(
        id=source.id,
        label=line(source.label),
        title=line(source.title or "") or None,
        authors=tuple(name for name in map(line, source.authors) if name),
        outlet=line(source.outlet or "") or None,
        published=source.published,
        earliest=source.published_earliest if window else None,
        latest=source.published_latest if window else None,
        derived=source.date_basis is DateBasis.DERIVED,
        link=web_address(source.link or ""),
        language=line(source.language),
        relays=line(source.relays or "") or None,
        relays_part=source.relays_part,
        quotable=source.rights is not Rights.NONE,
    )


def web_address(link: str) -> str | None:
    """A link to another host with nothing in it that a format could trip over; None unless it is http or https."""
    return quote(link.strip(), safe=_ADDRESS_CHARACTERS) if is_web_address(link.strip()) else None


def years(reference: Reference) -> str | None:
    """The year, or both of a window that reaches over the new year; None where it is not known."""
    if reference.published:
        return reference.published[:4]
    if reference.earliest and reference.latest:
        return "/".join(sorted({reference.earliest[:4], reference.latest[:4]}))
    return None


def date_in_words(reference: Reference) -> str:
    """When it was published, with what is not certain about it."""
    derived = " (derived)" if reference.derived else ""
    if reference.published:
        return day_in_words(reference.published) + derived
    if reference.earliest and reference.latest:
        return f"between {day_in_words(reference.earliest)} and {day_in_words(reference.latest)}{derived}"
    return UNDATED


def addresses(cited: Cited) -> tuple[str, ...]:
    """Where the article stands, if that is known, and where the passage is shown."""
    return tuple(filter(None, (cited.reference.link, cited.address)))


def remarks(cited: Cited) -> tuple[str, ...]:
    """What the fields of a format cannot say, a sentence each."""
    reference = cited.reference
    missing = [
        name
        for name, known in (("title", reference.title), ("author", reference.authors), ("outlet", reference.outlet))
        if not known
    ]
    part = ", in part," if reference.relays_part else ""
    return tuple(
        filter(
            None,
            (
                "" if reference.title else f"Called here: {reference.label}.",
                f"Paragraph {cited.paragraph}." if cited.paragraph else "",
                f"Said by: {cited.speaker}." if cited.speaker else "",
                _dating(reference),
                f"Not stated: {', '.join(missing)}." if missing else "",
                f"Passes on{part} a report of: {reference.relays}." if reference.relays else "",
            ),
        )
    )


def _dating(reference: Reference) -> str:
    if reference.published:
        return "The date is derived, not stated." if reference.derived else ""
    if reference.earliest and reference.latest:
        window = f"Published between {day_in_words(reference.earliest)} and {day_in_words(reference.latest)}"
        return f"{window}; the day is not stated."
    return f"The date is not stated ({UNDATED})."
