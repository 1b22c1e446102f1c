from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from builder.model.text import Span
from builder.pages.marking import Segment, merge, segments

TEXT = "abcdefghijklmnopqrstuvwxyz" * 4
spans = st.tuples(st.integers(0, 99), st.integers(1, 30)).map(lambda p: Span(p[0], min(p[0] + p[1], 100)))


@given(spans, st.lists(spans, max_size=8))
def test_segments_tile_the_stretch(shown, marks):
    cut = segments(TEXT, shown, marks)
    assert "".join(piece.text for piece in cut) == shown.of(TEXT)
    assert all(piece.text for piece in cut)
    assert all(one.marked != two.marked for one, two in pairwise(cut))


@given(spans, st.lists(spans, max_size=8))
def test_marked_is_what_a_mark_covers(shown, marks):
    at = shown.start
    for piece in segments(TEXT, shown, marks):
        covered = [any(mark.start <= offset < mark.end for mark in marks) for offset in range(at, at + len(piece.text))]
        assert covered == [piece.marked] * len(piece.text)
        at += len(piece.text)


@given(st.lists(spans, max_size=8))
def test_merged_spans_are_apart_and_cover_the_same(given_spans):
    merged = merge(given_spans)
    assert all(one.end < two.start for one, two in pairwise(merged))
    assert {o for s in merged for o in range(s.start, s.end)} == {o for s in given_spans for o in range(s.start, s.end)}


def test_two_marks_that_cross_are_one():
    assert segments(TEXT, Span(0, 8), [Span(1, 4), Span(3, 6)]) == (
        Segment("a", marked=False),
        Segment("bcdef", marked=True),
        Segment("gh", marked=False),
    )
