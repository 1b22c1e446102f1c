"""The change log: what changed for readers, day by day."""

from dataclasses import dataclass

from builder.knowledge.change_log import latest_first, record_of
from builder.model.knowledge import Change
from builder.model.printed_dates import day_in_words
from builder.pages import wording
from builder.pages.change_words import CHANGE_KIND
from builder.pages.views.about import FEED
from builder.pages.views.common import Desk, Head, Link, heading, home_crumb


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A line of the change log; `record` leads to what changed, where it still stands on the site."""

    kind: str
    statement: str
    record: Link | None


@dataclass(frozen=True, slots=True)
class ChangesOfDay:
    """The changes under one date, in the order in which the editor wrote them."""

    anchor: str
    date: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What `changes.md.jinja` receives."""

    head: Head
    days: tuple[ChangesOfDay, ...]
    feed: Link


def changes_page(desk: Desk) -> ChangesPage:
    """Every change, the latest day first."""
    words = wording.WORDS
    return ChangesPage(
        head=Head(words["changes"], words["changes_lead"], crumbs=home_crumb(desk)),
        days=tuple(
            ChangesOfDay(heading("day", date), day_in_words(date), tuple(_view(desk, c) for c in changes))
            for date, changes in latest_first(desk.knowledge.changes)
        ),
        feed=Link(words["feed"], desk.href(FEED)),
    )


def _view(desk: Desk, change: Change) -> ChangeView:
    ref = record_of(change, desk.knowledge)
    link = desk.to(ref, wording.WORDS["permalink"]) if ref else None
    return ChangeView(CHANGE_KIND.get(change.kind, change.kind), change.statement, link)
