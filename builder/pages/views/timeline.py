"""Events by date: what happened, and apart from it what was only expected."""

from dataclasses import dataclass

from builder.model.claims import Event, EventStatus, Precision
from builder.pages import wording
from builder.pages.views.claims import Statement, statement
from builder.pages.views.common import Desk, Head, day, heading
from builder.pages.views.matrix import home_crumb


@dataclass(frozen=True, slots=True)
class EventGroup:
    """The events of one status; `heading` is the anchor of its heading."""

    heading: str
    label: str
    events: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What `timeline.md.jinja` receives."""

    head: Head
    groups: tuple[EventGroup, ...]


def timeline_page(desk: Desk) -> TimelinePage:
    """Every event, earliest first; a year stands before its months, a month before its days."""
    words = wording.WORDS
    every = sorted(desk.knowledge.claims.events, key=lambda e: (e.date, e.id))
    groups = ((status, tuple(_event(desk, e) for e in every if e.status is status)) for status in EventStatus)
    return TimelinePage(
        head=Head(words["timeline"], words["timeline_lead"], crumbs=home_crumb(desk)),
        groups=tuple(
            EventGroup(heading("status", status.value), wording.EVENT_HEADING[status], events)
            for status, events in groups
            if events
        ),
    )


def _event(desk: Desk, event: Event) -> Statement:
    tags = () if event.precision is Precision.DAY else (wording.PRECISION[event.precision],)
    return statement(desk, event, tags=tags, date=day(event.date))
