from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.pages.pictures.lanes import MARK, ROWS, Mark, lay_out, lay_out_in
from builder.pages.pictures.measure import width_of
from builder.pages.pictures.shapes import TEXT

PLACES = st.lists(st.floats(-50, 750), max_size=300)


def more(count):
    return f"{count} more"


def marks(count):
    return [Mark(str(n), f"event {n}", f"#e{n}", "pic-day") for n in range(1, count + 1)]


def edges(row):
    return sorted((place.x - place.mark.width / 2, place.x + place.mark.width / 2) for place in row.places)


def held(rows):
    """How many marks the rows hold, those that are gathered too."""
    texts = [place.mark.text for row in rows for place in row.places]
    return sum(int(text.removesuffix(" more")) if text.endswith(" more") else 1 for text in texts)


def assert_no_mark_lies_over_another(rows, left, right):
    assert len(rows) <= ROWS
    for row in rows:
        assert all(one[1] <= two[0] for one, two in pairwise(edges(row)))
        assert all(left <= start and end <= right for start, end in edges(row))


@given(PLACES)
def test_points_lie_in_few_rows_apart_and_none_is_lost(places):
    rows = lay_out(list(zip(places, marks(len(places)), strict=True)), 680, more)
    assert_no_mark_lies_over_another(rows, 0, 680)
    assert held(rows) == len(places)


@given(st.integers(0, 400), st.integers(100, 700))
def test_marks_on_a_bar_fill_rows_and_none_is_lost(count, width):
    rows = lay_out_in(marks(count), 10, 10 + width, more)
    assert_no_mark_lies_over_another(rows, 10, 10 + width)
    assert held(rows) == count
    assert all(row.bar == (10, 10 + width) for row in rows)


def test_marks_stand_in_the_middle_of_their_bar_below_the_first_name_that_fits():
    name, row = lay_out_in(marks(2), 0, 200, more, ("some day in the month that nobody knows", "June 2031"))
    assert (name.name, name.places, name.bar) == ("June 2031", (), (0, 200))
    left, right = (place.x for place in row.places)
    assert left < 100 < right
    assert (left + right) / 2 == pytest.approx(100)
    assert len(lay_out_in(marks(2), 0, 60, more, ("June 2031",))) == 1


def test_what_is_gathered_leads_to_its_first():
    rows = lay_out([(300, mark) for mark in marks(40)], 680, more)
    assert [(p.mark.text, p.mark.href) for p in rows[-1].places] == [("29 more", "#e12")]


def test_a_mark_is_as_wide_as_a_finger_and_as_its_words():
    assert Mark("7", "", "", "").width == MARK
    assert Mark("29 more", "", "", "").width > width_of("29 more", TEXT)
