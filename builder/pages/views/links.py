"""Backlinks with their sentence, and tables of facts."""

from dataclasses import dataclass

from builder.knowledge.urls import Item, ref_of
from builder.model.claims import Kind
from builder.pages import wording
from builder.pages.views.common import Day, Desk, Fact, Link


@dataclass(frozen=True, slots=True)
class BacklinkView:
    """A claim that refers here: what kind it is, as what it refers, and its sentence as a link to it."""

    kind: str
    role: str
    sentence: Link


def backlinks(desk: Desk, item: Item) -> tuple[BacklinkView, ...]:
    """Everything that refers to the item, by kind; gaps have no sentence and are left out."""
    found = desk.knowledge.backlinks.get(ref_of(item), ())
    return tuple(
        BacklinkView(
            kind=wording.KIND_ONE[link.ref.kind],
            role=wording.ROLE[link.role],
            sentence=desk.to(link.ref, link.sentence),
        )
        for link in found
        if link.sentence and link.ref.kind is not Kind.GAPS
    )


def facts(*rows: tuple[str, tuple[str | Link | Day, ...]]) -> tuple[Fact, ...]:
    """Rows of a table: the key of a label and the values; a row without values is left out."""
    return tuple(Fact(wording.WORDS[label], values) for label, values in rows if values)
