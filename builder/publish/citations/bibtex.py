"""Citations as BibTeX, written by bibtexparser; letters stay as they are (UTF-8), what TeX would act on is escaped."""

import re
from collections.abc import Iterator, Sequence

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.middlewares import AddEnclosingMiddleware
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat

from builder.model.printed_dates import MONTHS
from builder.publish.citations.reference import UNDATED, Cited, addresses, remarks, years

# A brace counts for BibTeX even behind a backslash, so that none may stand alone in a field.
_SPECIAL = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
    }
)
# Pairs that TeX sets as one sign: dashes, quotation marks, turned marks.
_LIGATURE = re.compile(r"-(?=-)|'(?=')|`(?=`)|,(?=,)|<(?=<)|>(?=>)|[?!](?=`)")


def escape(text: str) -> str:
    """A line of text as TeX sets it letter for letter."""
    return _LIGATURE.sub(r"\g<0>{}", text.translate(_SPECIAL))


def bibtex(citations: Sequence[Cited]) -> str:
    """A BibTeX file."""
    library = Library([_entry(cited) for cited in citations])
    layout = BibtexFormat()
    layout.indent = "  "
    enclosing = AddEnclosingMiddleware(reuse_previous_enclosing=False, enclose_integers=True, default_enclosing="{")
    return write_string(library, unparse_stack=[enclosing], bibtex_format=layout)


def _entry(cited: Cited) -> Entry:
    return Entry("misc", cited.key, list(_fields(cited)))


def _fields(cited: Cited) -> Iterator[Field]:
    """Braces within braces keep names whole and the capitals of titles."""
    reference = cited.reference
    if reference.authors:
        yield Field("author", " and ".join(f"{{{escape(name)}}}" for name in reference.authors))
    if reference.title:
        yield Field("title", f"{{{escape(reference.title)}}}")
    if reference.outlet:
        yield Field("howpublished", escape(reference.outlet))
    yield Field("year", years(reference) or UNDATED)
    month, day = ([*(reference.published or "").split("-"), "", ""])[1:3]
    if month:
        yield Field("month", MONTHS[int(month) - 1][:3].lower(), enclosing="no-enclosing")
    if day:
        yield Field("day", str(int(day)))
    yield Field("language", escape(reference.language))
    shown = addresses(cited)
    if shown:
        yield Field("url", shown[0])
    if cited.passage:
        yield Field("note", escape(cited.passage))
    more = [*map(escape, remarks(cited)), *(f"Shown at \\url{{{address}}}." for address in shown[1:])]
    if more:
        yield Field("annote", " ".join(more))
