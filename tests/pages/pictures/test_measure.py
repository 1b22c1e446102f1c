from hypothesis import given
from hypothesis import strategies as st

from builder.pages.pictures.measure import width_of, wrap

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=80)


@given(TEXTS, st.floats(10, 400))
def test_joined_the_lines_are_the_text(text, room):
    assert "".join(wrap(text, room, 14)) == " ".join(text.split())


@given(TEXTS, st.floats(20, 400))
def test_no_line_is_wider_than_the_room(text, room):
    assert all(width_of(line.rstrip(" "), 14) <= room or len(line.rstrip(" ")) == 1 for line in wrap(text, room, 14))


def test_words_stay_whole_where_they_fit_and_are_cut_where_they_do_not():
    assert wrap("the harbour office", 80, 14) == ("the ", "harbour ", "office")
    assert wrap("one two", 400, 14) == ("one two",)
    assert wrap("  ", 400, 14) == ()
    assert len(wrap("n" * 40, 100, 14)) > 2


def test_wide_letters_take_more_room_than_narrow_ones():
    assert width_of("漁", 14) > width_of("M", 14) > width_of("n", 14) > width_of("l", 14)
    assert width_of("e\u0301", 14) == width_of("e", 14)
