"""Which stretches of time a timeline draws."""

import re

import pytest

from builder.knowledge.assemble import Facts, assemble
from builder.model.claims import EventStatus, Precision
from builder.pages.views.common import open_desk
from builder.pages.views.drawn_time import days_of, timeline
from tests.support import make_claims, make_description, make_event, make_evidence, make_source, make_subject

TEXT = make_source("The accord is signed.")
PRECISION = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


def event(number, date, status=EventStatus.HAPPENED):
    evidence = make_evidence(TEXT, TEXT.text)
    title = f"Event {number}."
    return make_event(f"e{number}", evidence, title=title, date=date, precision=PRECISION[len(date)], status=status)


def drawn(*dates, **subject):
    events = [event(number, date) for number, date in enumerate(dates, start=1)]
    knowledge = assemble(
        subject=make_subject(**subject),
        sources=(make_description(),),
        texts={TEXT.id: TEXT},
        claims=make_claims(*events),
        changes=(),
        facts=Facts(generator_version="1", sources_sha256="0" * 64, checks={}),
    )
    found = timeline(open_desk(knowledge).at_page("timeline/index.md"), tuple(enumerate(events, start=1)))
    return None if found is None else [str(drawing) for drawing in found.drawings]


def texts(svg):
    return re.findall(r"<text[^>]*>([^<]*)<", svg)


@pytest.mark.parametrize(
    ("iso", "long"),
    [("2031", 365), ("2032", 366), ("2031-02", 28), ("2031-12", 31), ("2031-05-04", 1), ("0001", 365), ("9999", 365)],
)
def test_a_date_is_as_long_as_it_is_vague(iso, long):
    start, end = days_of(iso)
    assert end - start == long


def test_without_events_nothing_is_drawn():
    assert drawn() is None


def test_one_day_is_drawn_in_its_month():
    wide, tall = drawn("2031-05-04")
    assert {"May 2031", "Happened", "1", "30"} < set(texts(wide))
    assert "known to the day" in texts(tall)
    assert "known to the year" not in texts(tall)


def test_the_months_of_the_event_are_drawn_apart_where_much_happened_in_them():
    wide, _ = drawn("1990", "2020", "2031-05", "2031-05-03", "2031-05-04")
    assert wide.count('class="pic-axis"') > 10
    assert "May 2031" in texts(wide)
    assert "2000" in texts(wide)
    assert sum(text in {"1", "2", "3", "4", "5"} for text in texts(wide)) >= 5


@pytest.mark.parametrize("start", [None, "1995-01-01"])
def test_otherwise_one_line_holds_all(start):
    wide, _ = drawn("1990", "2020", "2031-05", "2031-05-03", "2031-05-04", event_start=start, event_end=start)
    assert "May 2031" not in texts(wide)


def test_a_stretch_of_two_months_names_them():
    wide, _ = drawn("2031-05-30", "2031-06-02")
    assert {"May 2031", "June 2031"} < set(texts(wide))


def test_a_mark_leads_to_its_event_and_says_what_it_is():
    wide, tall = drawn("2031-05-04")
    for svg in (wide, tall):
        assert re.findall(r'<a href="([^"]*)">\s*<title>([^<]*)<', svg) == [("#e1", "Event 1.")]


def test_thousands_of_years_have_few_names():
    wide, _ = drawn("0044", "2031")
    assert 2 < sum(text.isdigit() and len(text) == 4 for text in texts(wide)) < 14


def test_a_month_and_a_year_say_that_no_more_is_known():
    wide, tall = drawn("2031-05", "2031-05-04", "2031-05-05")
    assert "May 2031, day not known" in texts(wide)
    assert "May 2031, day not known" in texts(tall)
    assert "2031, month not known" in texts(drawn("2031", "2033-05-04")[0])
    assert not [text for text in texts(drawn("2031-05-04")[0]) if "not known" in text]
