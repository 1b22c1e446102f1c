from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.pages.pictures.lanes import MARK, Mark
from builder.pages.pictures.marks import Meaning
from builder.pages.pictures.shapes import Box, Stroke, Words, extent, flat
from builder.pages.pictures.timeline import Legend, Moment, Panel, draw_timeline
from tests.pages.pictures.looking import links_of, marks_of, outside, overlapping, said_in, written

LEGEND = Legend(
    "Happened",
    "Expected",
    (Meaning("pic-day", "known to the day"), Meaning("pic-year pic-expected", "expected", round=False)),
    lambda count: f"{count} more",
)


def moment(number, start, end, *, expected=False):
    names = (f"day {start} to {end}, which is not known", f"{start}") if end - start > 1 else ()
    return Moment(
        Mark(str(number), f"event {number}", f"#e{number}", "pic-day", not expected), start, end, expected, names
    )


def panel(moments, start=0, end=1000, heading=None):
    return Panel(start, end, heading, tuple((day, str(day)) for day in range(start, end, 20)), tuple(moments))


def drawn(*panels, width=680):
    return draw_timeline(panels, LEGEND, width, "Timeline", "marks")


DAYS = st.lists(st.tuples(st.integers(0, 998), st.integers(1, 400), st.booleans()), max_size=300)


@given(DAYS, st.sampled_from([358, 680]))
def test_nothing_lies_outside_and_nothing_over_another(days, width):
    moments = [moment(n, a, min(a + long, 1000), expected=e) for n, (a, long, e) in enumerate(days, start=1)]
    inside = [m for m in moments if m.start >= 100 and m.end <= 200]
    drawing = drawn(panel([m for m in moments if m not in inside]), panel(inside, 100, 200, "June 2031"), width=width)
    assert outside(drawing) == []
    assert overlapping(drawing) == []
    assert not any(one.overlaps(two) for one, two in combinations(marks_of(drawing), 2))
    for mark in marks_of(drawing):
        assert mark.right - mark.left >= MARK - 0.001
        assert mark.bottom - mark.top == pytest.approx(MARK)


def test_nothing_and_one_thing_can_be_drawn():
    assert links_of(drawn(panel([]))) == []
    only = links_of(drawn(panel([moment(1, 500, 501)])))
    assert [(link.href, link.title) for link in only] == [("#e1", "event 1")]


def test_what_was_expected_hangs_below_the_line_in_a_frame_with_corners():
    drawing = drawn(panel([moment(1, 500, 501), moment(2, 500, 501, expected=True)]))
    happened, expected = (next(s for s in flat(link.shapes) if isinstance(s, Box)) for link in links_of(drawing))
    assert happened.y + happened.height < expected.y
    assert happened.round > expected.round
    texts = said_in(written(drawing))
    assert {"Happened", "Expected"} < set(texts)
    assert "Expected" not in said_in(written(drawn(panel([moment(1, 500, 501)]))))


def test_a_mark_stands_at_its_date_and_a_vague_one_lies_on_a_bar():
    drawing = drawn(panel([moment(1, 250, 251), moment(2, 200, 700)]))
    (point, vague) = marks_of(drawing)
    assert round((point.left + point.right) / 2) == round(14 + 0.2505 * 652)
    bars = [shape for shape in flat(drawing.shapes) if isinstance(shape, Box) and shape.style == "pic-span"]
    assert {(round(bar.x), round(bar.width)) for bar in bars} == {(round(14 + 0.2 * 652), round(0.5 * 652))}
    assert bars[0].x < vague.left < vague.right < bars[0].x + bars[0].width


@pytest.mark.parametrize("expected", [False, True])
def test_no_day_can_be_read_into_the_mark_of_a_month(expected):
    drawing = drawn(panel([moment(n, 0, 30, expected=expected) for n in (1, 2)], 0, 30), width=358)
    marks, names = (
        list(marks_of(drawing)),
        [w for w in flat(drawing.shapes) if isinstance(w, Words) and "not known" in w.lines[0]],
    )
    assert [name.lines for name in names] == [("day 0 to 30, which is not known",)]
    assert (min(m.left for m in marks) + max(m.right for m in marks)) / 2 == pytest.approx(358 / 2)
    assert all(extent(names[0]).bottom <= mark.top for mark in marks)
    bars = [shape for shape in flat(drawing.shapes) if isinstance(shape, Box) and shape.style == "pic-span"]
    assert {(bar.x, bar.width) for bar in bars} == {(14, 330)}
    assert not [s for s in flat(drawing.shapes) if isinstance(s, Stroke) and s.style == "pic-stem"]


def test_years_that_have_no_room_are_not_named():
    texts = said_in(written(drawn(panel([]), width=358)))
    assert 3 < sum(text.isdigit() for text in texts) < 20
