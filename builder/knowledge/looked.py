"""What a check brings back, and the places its messages point to."""

from collections.abc import Iterable
from dataclasses import dataclass

from builder.knowledge.places import BRIEFING_FILE, place_of
from builder.knowledge.references import all_claims
from builder.knowledge.urls import Item
from builder.model.claims import Claim, Source
from builder.model.issues import Issue, Location
from builder.model.knowledge import Knowledge, Party
from builder.records.schema import Content


@dataclass(frozen=True, slots=True)
class Looked:
    """What is wrong, and how many things were looked at: a check that saw nothing has proved nothing."""

    count: int
    issues: tuple[Issue, ...]


def looked(count: int, issues: Iterable[Issue]) -> Looked:
    """The result of a check."""
    return Looked(count, tuple(issues))


def items_of(knowledge: Knowledge) -> tuple[Item, ...]:
    """Everything that has an address, list after list."""
    subject = knowledge.subject
    return (*all_claims(knowledge.claims), *knowledge.sources, *subject.parties, *subject.topics)


def place_of_item(item: Item, knowledge: Knowledge, content: Content) -> Location:
    """Where an editor would mend it."""
    if isinstance(item, Claim):
        return place_of(item, knowledge.texts)
    if isinstance(item, Source):
        return item.at or Location(item.file)
    briefing = content.briefing
    parties = {entry.id: entry.at for entry in briefing.parties} if briefing else {}
    topics = {entry.id: entry.at for entry in briefing.issues} if briefing else {}
    at = (parties if isinstance(item, Party) else topics).get(item.id)
    return at.of("id") if at else Location(BRIEFING_FILE)
