"""Dates as printed and as counted from the day of publication."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.analyse.when import last_day, read_when, resolve
from builder.model.claims import Precision

TUESDAY = date(2024, 6, 18)


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("Monday", "2024-06-17"),
        ("Tuesday", "2024-06-18"),
        ("last Tuesday", "2024-06-11"),
        ("next Friday", "2024-06-21"),
        ("early Thursday", "2024-06-13"),
        ("yesterday", "2024-06-17"),
        ("tomorrow", "2024-06-19"),
        ("three days ago", "2024-06-15"),
        ("nine months ago", "2023-09"),
        ("two years ago", "2022"),
        ("last year", "2023"),
        ("next month", "2024-07"),
        ("March", "2024-03"),
        ("September", "2023-09"),
        ("12 April", "2024-04-12"),
        ("June 25", "2023-06-25"),
        ("31 June", None),
        ("a decade ago", None),
        ("several years ago", None),
        ("two days earlier", None),
        ("last week", None),
        ("last decade", None),
    ],
)
def test_words_for_a_day(printed: str, iso: str | None):
    assert resolve(printed, TUESDAY) == iso


def test_places_and_precision():
    words = "It began in 2012, went on in March 2023 and ended on Monday."
    told = read_when(words, 100, "2024-06-18")
    assert [(w.span.start - 100, w.date, w.precision, w.relative) for w in told] == [
        (words.index("2012"), "2012", Precision.YEAR, False),
        (words.index("March"), "2023-03", Precision.MONTH, False),
        (words.index("Monday"), "2024-06-17", Precision.DAY, True),
    ]


def test_what_is_counted_stays_open_without_a_day_of_publication():
    assert [w.date for w in read_when("In 2012 and on Monday.", 0, None)] == ["2012"]
    assert [w.date for w in read_when("In 2012 and on Monday.", 0, "no day")] == ["2012"]


def test_a_weekday_to_come():
    (told,) = read_when("It opens on Saturday.", 0, "2024-06-18")
    assert told.date == "2024-06-15"
    assert told.coming("Saturday").date == "2024-06-22"
    assert told.coming("last Saturday").date == "2024-06-15"


@pytest.mark.parametrize(
    ("words", "day"), [("on 25 June", "2024-06-25"), ("in September", "2024-09"), ("in 2012", "2012")]
)
def test_a_day_of_the_year_to_come(words: str, day: str):
    (told,) = read_when(words, 0, "2024-06-18")
    assert told.coming(words).date == day


def test_last_days():
    assert last_day("2024") == date(2024, 12, 31)
    assert last_day("2024-02") == date(2024, 2, 29)
    assert last_day("2024-13") is None


@given(st.dates(), st.integers(min_value=0, max_value=999), st.sampled_from(["day", "week", "month", "year", "decade"]))
def test_counting_back_never_falls_and_never_leads_ahead(day: date, number: int, period: str):
    told = resolve(f"{number} {period}s ago", day)
    assert told is None or told <= day.isoformat()[: len(told)]
