"""What can be found: one entry for each record, issue, party, source, landing page and published paragraph."""

from dataclasses import dataclass
from enum import StrEnum


class Facet(StrEnum):
    """The kinds by which hits can be narrowed; the value is the label that the reader sees."""

    PARTIES = "Parties"
    TOPICS = "Issues"
    ACTORS = "Actors"
    AGREEMENTS = "Agreements"
    TERMS = "Glossary"
    DISAGREEMENTS = "Disagreements"
    SUMMARIES = "Bottom line"
    SOURCES = "Sources"
    EVENTS = "Timeline"
    JUDGEMENTS = "Judgements"
    QUOTES = "Quotes"
    POSITIONS = "Positions"
    FIGURES = "Figures"
    GAPS = "Gaps"
    DEFECTS = "Defects"
    PAGES = "Pages"
    PASSAGES = "Passages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A possible hit. `weight` raises it among equals; 1 is a plain record.

    `title` heads the hit and `about` says in a few words what it is; `text` is the passage shown. `names` are further words
    it goes by, `named` those of actors and terms that its passage names: both are searched and not shown.
    """

    facet: Facet
    url: str
    title: str
    about: str = ""
    text: str = ""
    names: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    weight: float = 1.0

    def row(self) -> tuple[str | float, ...]:
        """As published: facet, address, title, about, text, names, named, weight."""
        return (
            *(self.facet.value, self.url, self.title, self.about, self.text),
            *(" | ".join(self.names), " | ".join(self.named), self.weight),
        )
