"""A source's citation with blanks in it, and the passages that fill them: what a page loads when somebody wants to cite.

A form is a list of pieces; a whole number among them stands for one of `SLOTS`. So the page escapes nothing: it puts
pieces together.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from builder.model.claims import Evidence
from builder.publish.citations.bibtex import escape
from builder.publish.citations.forms import FORMS
from builder.publish.citations.reference import Cited, Reference, line

SLOTS = ("at", "paragraph", "passage", "address")
"""What is filled in: the place as `start-end`, the paragraph's number, the words, the address below the site's root."""

AT, PARAGRAPH, PASSAGE, ADDRESS = _MARKS = ("\ue000", "\ue001", "\ue002", "\ue003")
_MARK = re.compile(f"([{_MARKS[0]}-{_MARKS[-1]}])")

Piece = str | int


def source_file(reference: Reference, passages: Iterable[Evidence], base: str | None) -> Mapping[str, object]:
    """What is published for one source: the forms in pieces, and each passage by its place, `start-end`.

    A passage is its words, and those as BibTeX writes them where they differ. `base` is the address of the site's root.
    """
    blank = Cited(
        reference=reference,
        key=passage_key(reference.id, AT),
        paragraph=PARAGRAPH,
        passage=PASSAGE if reference.quotable else None,
        address=f"{base}{ADDRESS}" if base else None,
    )
    return {
        "slots": SLOTS,
        "forms": {form.name: pieces(form.write([blank])) for form in FORMS},
        "passages": {at(passage): _words(passage) for passage in passages} if reference.quotable else {},
    }


def pieces(written: str) -> tuple[Piece, ...]:
    """The text cut at its slots."""
    return tuple(_MARKS.index(piece) if piece in _MARKS else piece for piece in _MARK.split(written) if piece)


def fill(form: Sequence[Piece], values: Mapping[str, str]) -> str:
    """A citation put together, as the page does it. The values are escaped for the form already."""
    return "".join(piece if isinstance(piece, str) else values[SLOTS[piece]] for piece in form)


def at(passage: Evidence) -> str:
    """The name of a passage within its source."""
    return f"{passage.start}-{passage.end}"


def passage_key(source: str, place: str) -> str:
    """The name of a cited passage. No id has a colon in it."""
    return f"{source}:{place}"


def _words(passage: Evidence) -> tuple[str, ...]:
    words = line(passage.text)
    return (words,) if escape(words) == words else (words, escape(words))
