"""A party's page: what it says and does, issue by issue, apart from what others ascribe to it."""

from dataclasses import dataclass

from builder.knowledge.urls import Section, page_path
from builder.model.knowledge import Party
from builder.pages import wording
from builder.pages.views.common import Desk, Head, Link, heading, home_crumb
from builder.pages.views.matrix import Cell, cell


@dataclass(frozen=True, slots=True)
class TopicBlock:
    """A party's cell on one issue; `heading` is the anchor of its heading."""

    heading: str
    topic: Link
    cell: Cell


@dataclass(frozen=True, slots=True)
class PartyPage:
    """What `party.md.jinja` receives."""

    head: Head
    anchor: str
    name: str
    actor: Link | None
    blocks: tuple[TopicBlock, ...]


def party_page(desk: Desk, party: Party) -> PartyPage:
    """The page of a party, its issues in the order of the briefing."""
    words = wording.WORDS
    matrix = desk.to_page(page_path(Section.POSITIONS), words["positions"])
    return PartyPage(
        head=Head(
            party.name,
            wording.described(party.name, words["positions_lead"]),
            section=words["positions"],
            crumbs=(*home_crumb(desk), matrix),
        ),
        anchor=party.id,
        name=party.name,
        actor=desk.actor(party.actor) if party.actor else None,
        blocks=tuple(
            TopicBlock(heading("issue", topic.id), desk.topic(topic.id), cell(desk, party.id, topic.id))
            for topic in desk.knowledge.subject.topics
        ),
    )
