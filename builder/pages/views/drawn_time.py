"""Events → the timeline as a picture: which stretches of time are drawn, what stands at their lines, and the marks."""

from collections.abc import Sequence
from datetime import date

from builder.knowledge import urls
from builder.model.claims import Event, EventStatus, Precision
from builder.model.printed_dates import day_in_words
from builder.pages import wording, wording_drawn
from builder.pages.pictures.lanes import Mark
from builder.pages.pictures.marks import Meaning
from builder.pages.pictures.timeline import Legend, Moment, Panel, draw_timeline
from builder.pages.views.common import Desk
from builder.pages.views.pictures import Picture, picture

WIDE, TALL = 680.0, 358.0
_SHORT = 100
"""Days: what takes no longer is drawn on one line in days."""
_ENOUGH = 3
"""From how many events on the months of the event are drawn apart."""
_TICK = 52.0
"""Pixels that a year, and a month, needs at the line; a day needs half."""
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_STYLE = {Precision.DAY: "pic-day", Precision.MONTH: "pic-month", Precision.YEAR: "pic-year"}


def timeline(desk: Desk, numbered: Sequence[tuple[int, Event]]) -> Picture | None:
    """The picture of events, each with its number in the list; None where there is none."""
    if not numbered:
        return None
    moments = tuple(_moment(desk, number, event) for number, event in sorted(numbered, key=lambda n: (n[1].date, n[0])))
    subject, words = desk.knowledge.subject, wording.WORDS
    window = _window(subject.event_start, subject.event_end, moments)
    legend = _legend([event for _, event in numbered])
    wide, tall = (
        draw_timeline(
            _panels(moments, window, width), legend, width, words["timeline_drawn"], words["timeline_description"]
        )
        for width in (WIDE, TALL)
    )
    return picture("timeline", words["timeline_reading"], wide, tall)


def _moment(desk: Desk, number: int, event: Event) -> Moment:
    expected = event.status is EventStatus.EXPECTED
    href = urls.raw_link(desk.page, desk.knowledge.urls[urls.ref_of(event)])
    start, end = days_of(event.date)
    mark = Mark(str(number), event.title, href, _style(event.precision, event.status), round=not expected)
    return Moment(mark, start, end, expected, wording_drawn.some_day_in(day_in_words(event.date), event.precision))


def _style(precision: Precision, status: EventStatus) -> str:
    return f"{_STYLE[precision]} pic-expected" if status is EventStatus.EXPECTED else _STYLE[precision]


def days_of(iso: str) -> tuple[int, int]:
    """The first day of a day, month or year, and the day after its last, both counted from the first of the year 1."""
    year, month, day = (*map(int, iso.split("-")), 0, 0)[:3]
    first = date(year, month or 1, day or 1).toordinal()
    if day:
        return first, first + 1
    last_month = month or 12
    after = 31 if last_month == 12 else (date(year, last_month + 1, 1) - date(year, last_month, 1)).days
    return first, date(year, last_month, 1).toordinal() + after


def _window(start: str | None, end: str | None, moments: Sequence[Moment]) -> tuple[int, int] | None:
    """The months of the event, if so much happened in them that it cannot be drawn along with the rest."""
    if start is None:
        return None
    first, last = days_of(start[:7])[0], days_of((end or start)[:7])[1]
    inside = [m for m in moments if first <= m.start and m.end <= last]
    return (first, last) if last - first <= _SHORT and len(inside) >= _ENOUGH else None


def _panels(moments: Sequence[Moment], window: tuple[int, int] | None, width: float) -> tuple[Panel, ...]:
    """One panel, or the whole and the months of the event; no moment stands in both."""
    first, last = min(m.start for m in moments), max(m.end for m in moments)
    if last - first <= _SHORT:
        return (_in_days(*_whole_months(first, last), tuple(moments), width),)
    if window is None:
        return (_in_years(first, last, tuple(moments), width),)
    inside = tuple(m for m in moments if window[0] <= m.start and m.end <= window[1])
    rest = tuple(m for m in moments if m not in inside)
    return (_in_years(min(first, window[0]), max(last, window[1]), rest, width), _in_days(*window, inside, width))


def _whole_months(first: int, last: int) -> tuple[int, int]:
    return days_of(date.fromordinal(first).isoformat()[:7])[0], days_of(date.fromordinal(last - 1).isoformat()[:7])[1]


def _in_years(first: int, last: int, moments: tuple[Moment, ...], width: float) -> Panel:
    """A panel of whole years, with as many of them named as there is room for."""
    from_year, to_year = date.fromordinal(first).year, date.fromordinal(last - 1).year
    start, end = date(from_year, 1, 1).toordinal(), days_of(f"{to_year:04}")[1]
    step = next((n for n in _YEARS if (to_year - from_year + 1) / n * _TICK <= width), _YEARS[-1])
    named = range(-(-from_year // step) * step, to_year + 1, step)
    ticks = tuple((date(year, 1, 1).toordinal(), str(year)) for year in named)
    return Panel(start, end, None, ticks, moments)


def _in_days(start: int, end: int, moments: tuple[Moment, ...], width: float) -> Panel:
    """A panel of whole months, with the days that have a name at the line."""
    months = [date.fromordinal(day) for day in range(start, end) if date.fromordinal(day).day == 1]
    heading = day_in_words(months[0].isoformat()[:7]) if len(months) == 1 else None
    if heading is None:
        return Panel(start, end, None, tuple((m.toordinal(), day_in_words(m.isoformat()[:7])) for m in months), moments)
    step = next(n for n in (1, 2, 5, 10) if (end - start) / n * _TICK / 2 <= width)
    named = [day for day in range(start, end) if step == 1 or (day - start + 1) % step == 0]
    return Panel(start, end, heading, tuple((day, str(day - start + 1)) for day in named), moments)


def _legend(events: Sequence[Event]) -> Legend:
    """What each style of marks means, of those that are there."""
    present = {event.precision for event in events}
    marks = [Meaning(_STYLE[p], wording.PRECISION[p]) for p in Precision if p in present]
    if any(event.status is EventStatus.EXPECTED for event in events):
        marks.append(Meaning("pic-year pic-expected", wording.EVENT_STATUS[EventStatus.EXPECTED], round=False))
    heading = wording.EVENT_HEADING
    return Legend(heading[EventStatus.HAPPENED], heading[EventStatus.EXPECTED], tuple(marks), wording.more)
