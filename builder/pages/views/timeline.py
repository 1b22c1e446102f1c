"""Events by date: what happened, and apart from it what was only expected."""

from dataclasses import dataclass, replace

from builder.model.claims import Event, EventStatus, Precision
from builder.model.printed_dates import day_in_words
from builder.pages import wording
from builder.pages.views.claims import Statement, statement
from builder.pages.views.common import Day, Desk, Head, Link, day, heading, home_crumb
from builder.pages.views.drawn_time import timeline
from builder.pages.views.pictures import Picture


@dataclass(frozen=True, slots=True)
class EventGroup:
    """The events of one status; `heading` is the anchor of its heading."""

    heading: str
    label: str
    events: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class EventRow:
    """A row of the table that says what the picture shows."""

    number: int
    date: Day
    precision: str
    status: str
    event: Link


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What `timeline.md.jinja` receives."""

    head: Head
    groups: tuple[EventGroup, ...]
    picture: Picture | None
    rows: tuple[EventRow, ...]


def timeline_page(desk: Desk) -> TimelinePage:
    """Every event, earliest first; a year stands before its months, a month before its days."""
    words = wording.WORDS
    every = sorted(desk.knowledge.claims.events, key=lambda e: (e.date, e.id))
    numbered = tuple(enumerate((e for status in EventStatus for e in every if e.status is status), start=1))
    groups = ((status, tuple(_event(desk, n, e) for n, e in numbered if e.status is status)) for status in EventStatus)
    return TimelinePage(
        head=Head(words["timeline"], words["timeline_lead"], crumbs=home_crumb(desk)),
        groups=tuple(
            EventGroup(heading("status", status.value), wording.EVENT_HEADING[status], events)
            for status, events in groups
            if events
        ),
        picture=timeline(desk, numbered),
        rows=tuple(_row(desk, number, event) for number, event in numbered),
    )


def _event(desk: Desk, number: int, event: Event) -> Statement:
    tags = () if event.precision is Precision.DAY else (wording.PRECISION[event.precision],)
    return replace(statement(desk, event, tags=tags, date=day(event.date)), number=number)


def _row(desk: Desk, number: int, event: Event) -> EventRow:
    return EventRow(
        number=number,
        date=Day(event.date, day_in_words(event.date)),
        precision=wording.PRECISION[event.precision],
        status=wording.EVENT_STATUS[event.status],
        event=desk.to_claim(event, event.title),
    )
