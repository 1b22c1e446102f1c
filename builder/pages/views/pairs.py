"""Which two parties are compared on a page of their own, and the links there."""

from dataclasses import dataclass
from itertools import combinations, pairwise

from builder.knowledge.urls import Section, page_path
from builder.model.ids import TopicId
from builder.model.knowledge import Knowledge, Party
from builder.pages.markdown import Md
from builder.pages.views.common import Desk, heading

ALL_PAIRS = 4
"""Up to how many parties each is compared with each: beyond it the number of pages would grow with their square."""

Pair = tuple[Party, Party]


@dataclass(frozen=True, slots=True)
class PairLink:
    """Two names that lead to their comparison; `here` marks the one that is shown."""

    one: str
    two: str
    href: Md
    here: bool = False


def compared(knowledge: Knowledge) -> tuple[tuple[str, Pair], ...]:
    """The pairs of parties that have a page, with its path: each with each, or of many each with the first and the next."""
    parties = knowledge.subject.parties
    every = tuple(combinations(parties, 2))
    if len(parties) > ALL_PAIRS:
        near = (*pairwise(parties), *((parties[0], other) for other in parties[1:]))
        every = tuple(pair for pair in every if pair in near)
    return tuple((page_path(Section.POSITIONS, f"compare/{one.id}-{two.id}"), (one, two)) for one, two in every)


def pair_links(desk: Desk, topic: TopicId | None = None) -> tuple[PairLink, ...]:
    """Links to the comparisons, to an issue on them if one is given."""
    anchor = f"#{issue_anchor(topic)}" if topic else ""
    return tuple(
        PairLink(one.name, two.name, Md(f"{desk.to_page(path, one.name).href}{anchor}"), here=path == desk.page)
        for path, (one, two) in compared(desk.knowledge)
    )


def issue_anchor(topic: TopicId) -> str:
    """The anchor of an issue on a comparison."""
    return heading("issue", topic)
