from hypothesis import given
from hypothesis import strategies as st

from builder.pages.pictures.bars import WIDTH, Bar, comparable, draw_bars
from builder.pages.pictures.shapes import Box, flat
from tests.pages.pictures.looking import links_of, outside, overlapping, said_in, written

WORDS = st.text(alphabet="abcdef ghijk ÅĐ漁", min_size=1, max_size=60).filter(lambda text: text.strip())
BARS = st.lists(
    st.builds(
        Bar,
        value=st.floats(0, 1e15),
        printed=WORDS,
        labels=st.lists(WORDS, min_size=1, max_size=3).map(tuple),
        subject=st.just("cod landed"),
        href=st.just("#cod"),
    ),
    min_size=2,
    max_size=6,
).filter(lambda bars: comparable([bar.value for bar in bars]))


def make_bar(value, printed, *labels):
    return Bar(value, printed, labels or ("The Gazette",), "cod landed", "#cod")


def filled(drawing):
    return [shape.width for shape in flat(drawing.shapes) if isinstance(shape, Box) and shape.style == "pic-bar"]


@given(BARS)
def test_nothing_lies_outside_and_no_words_over_others(bars):
    drawing = draw_bars(bars, "cod landed", "bars")
    assert outside(drawing) == []
    assert overlapping(drawing) == []
    assert len(links_of(drawing)) == len(bars)


def test_bars_begin_at_zero_and_share_one_scale():
    assert filled(draw_bars([make_bar(400, "400 tonnes"), make_bar(100, "100 tonnes")], "t", "d")) == [WIDTH, WIDTH / 4]


def test_a_bar_of_nothing_can_still_be_seen():
    assert filled(draw_bars([make_bar(400, "400 tonnes"), make_bar(0, "none")], "t", "d")) == [WIDTH, 1.0]


def test_a_bar_says_who_prints_it_and_what():
    drawing = draw_bars([make_bar(400, "400 tonnes", "Gazette", "2031"), make_bar(450, "450 tonnes")], "cod", "d")
    texts = said_in(written(drawing))
    for text in ("Gazette", "2031", "400 tonnes", "The Gazette", "450 tonnes", "cod landed"):
        assert text in texts


def test_what_differs_and_is_not_below_zero_can_be_compared():
    assert comparable([1, 2])
    assert not comparable([2, 2])
    assert not comparable([-1, 2])
    assert not comparable([2])
