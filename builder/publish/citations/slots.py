"""A source's citation with blanks in it, and the passages that fill them: what a page loads when somebody wants to cite.

A form is a list of pieces; a whole number among them stands for one of `SLOTS`. So the page escapes nothing: it puts
pieces together.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from builder.model.claims import Evidence
from builder.model.knowledge import Excerpt
from builder.publish.citations.bibtex import escape
from builder.publish.citations.forms import FORMS
from builder.publish.citations.reference import Cited, Reference, folded, line

SLOTS = ("at", "paragraph", "passage", "address")
"""What is filled in: the place as `start-end`, the paragraph's number, the words, the address below the site's root."""

AT, PARAGRAPH, PASSAGE, ADDRESS = _MARKS = ("\ue000", "\ue001", "\ue002", "\ue003")
_MARK = re.compile(f"([{_MARKS[0]}-{_MARKS[-1]}])")

Piece = str | int


def source_file(reference: Reference, excerpts: Iterable[Excerpt], text: str, base: str | None) -> Mapping[str, object]:
    """What is published for one source: its title, the forms in pieces, and each passage by its place, `start-end`.

    A passage is its words, those as BibTeX writes them where they differ, its paragraph, and what stands before and after
    it in `text`. A page finds it by paragraph and words: a name beside each passage would be weight on every page. `base` is the address of the site's root.
    """
    blank = Cited(
        reference=reference,
        key=passage_key(reference.id, AT),
        paragraph=PARAGRAPH,
        passage=PASSAGE if reference.quotable else None,
        address=f"{base}{ADDRESS}" if base else None,
    )
    return {
        "title": line(reference.title or reference.label),
        "slots": SLOTS,
        "forms": {form.name: pieces(form.write([blank])) for form in FORMS},
        "passages": {at(e.evidence): dict(_words(e, text)) for e in excerpts} if reference.quotable else {},
    }


def pieces(written: str) -> tuple[Piece, ...]:
    """The text cut at its slots."""
    return tuple(_MARKS.index(piece) if piece in _MARKS else piece for piece in _MARK.split(written) if piece)


def at(passage: Evidence) -> str:
    """The name of a passage within its source."""
    return f"{passage.start}-{passage.end}"


def passage_key(source: str, place: str) -> str:
    """The name of a cited passage. No id has a colon in it."""
    return f"{source}:{place}"


def _words(excerpt: Excerpt, text: str) -> Iterator[tuple[str, str | int]]:
    words = line(excerpt.evidence.text)
    yield "text", words
    if escape(words) != words:
        yield "bibtex", escape(words)
    yield "paragraph", excerpt.paragraph
    if excerpt.before:
        yield "before", folded(excerpt.before.of(text))
    if excerpt.after:
        yield "after", folded(excerpt.after.of(text))
