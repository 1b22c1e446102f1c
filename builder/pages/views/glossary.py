"""Terms with their definitions."""

from dataclasses import dataclass

from builder.knowledge import urls
from builder.model.claims import Review, Term
from builder.model.ids import fold_accents
from builder.pages import wording
from builder.pages.views.common import Desk, Head, home_crumb
from builder.pages.views.evidence import Chip, claim_chips


@dataclass(frozen=True, slots=True)
class TermView:
    """A term, what it means, and what else it is called."""

    anchor: str
    former: tuple[str, ...]
    name: str
    definition: str
    aliases: tuple[str, ...]
    unreviewed: bool
    support: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """What `glossary.md.jinja` receives."""

    head: Head
    terms: tuple[TermView, ...]


def glossary_page(desk: Desk) -> GlossaryPage:
    """Every term, by name."""
    words = wording.WORDS
    every = sorted(desk.knowledge.claims.terms, key=lambda t: (fold_accents(t.name).lower(), t.id))
    return GlossaryPage(
        head=Head(words["glossary"], words["glossary_lead"], crumbs=home_crumb(desk)),
        terms=tuple(_term(desk, term) for term in every),
    )


def _term(desk: Desk, term: Term) -> TermView:
    return TermView(
        anchor=term.id,
        former=urls.former_anchors(term),
        name=term.name,
        definition=term.definition,
        aliases=term.aliases,
        unreviewed=term.review is Review.AUTO,
        support=desk.support(term),
        chips=claim_chips(desk, term),
    )
