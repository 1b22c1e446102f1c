"""The four forms of a citation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from builder.publish.citations.bibtex import bibtex
from builder.publish.citations.csl import csl_json
from builder.publish.citations.plain import plain
from builder.publish.citations.reference import Cited
from builder.publish.citations.ris import ris


@dataclass(frozen=True, slots=True)
class Form:
    """A form by name, with the ending of its files; `listed`: whole lists are published in it."""

    name: str
    ending: str
    write: Callable[[Sequence[Cited]], str]
    listed: bool = True


FORMS = (
    Form("bibtex", "bib", bibtex),
    Form("ris", "ris", ris),
    Form("csl-json", "csl.json", csl_json),
    Form("plain", "txt", plain, listed=False),
)
