from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from builder.pages.pictures.lanes import Mark
from builder.pages.pictures.marks import Meaning
from builder.pages.pictures.shapes import Box, Stroke, extent, flat
from builder.pages.pictures.weaving import Bundle, Member, settle, stacked, weave
from builder.pages.pictures.web import Sizes, WebWords, draw_web
from tests.pages.pictures.looking import links_of, outside, overlapping, said_in, written

WORDS = WebWords(
    "Ties", "who", (Meaning("pic-full", "signed"),), (("pic-tie", "is a party"), ("pic-sign", "signed it"))
)
SIZES = (Sizes(680, 180, 6), Sizes(358, 124, 2))
NAMES = st.text(alphabet="abcdefgh mwMW漁é", min_size=1, max_size=90).filter(lambda name: name.strip())


def member(name, frame=None, *, head=True, text=None):
    return Member(name, text or name, f"../{name}/#{name}", frame or name, head)


def mark(number):
    return Mark(str(number), f"accord {number}", f"#a{number}", "pic-full")


def bundle(takers, *numbers, signers=()):
    return Bundle(tuple(takers), tuple(signers), tuple(map(mark, numbers)))


@st.composite
def webs(draw):
    names = draw(st.lists(NAMES, min_size=1, max_size=14))
    frames = [draw(st.integers(0, len(names))) for _ in names]
    members = [
        member(str(n), f"f{f}", head=n % 2 == 0, text=t) for n, (t, f) in enumerate(zip(names, frames, strict=True))
    ]
    some = st.lists(st.sampled_from([m.id for m in members]), max_size=4, unique=True).map(
        lambda ids: tuple(sorted(ids))
    )
    keys = draw(st.lists(st.tuples(some, some), min_size=1, max_size=20, unique=True))
    bundles = [bundle(t, *range(n, n + draw(st.integers(1, 50))), signers=s) for n, (t, s) in enumerate(keys)]
    return members, bundles


@given(webs(), st.sampled_from(SIZES))
def test_nothing_lies_outside_and_nothing_over_another(web, sizes):
    members, bundles = web
    drawing = draw_web(members, bundles, sizes, WORDS)
    assert outside(drawing) == []
    assert overlapping(drawing) == []
    boxes = [extent(next(s for s in flat(link.shapes) if isinstance(s, Box))) for link in links_of(drawing)]
    assert len(boxes) == len(members) + sum(len(bundle.marks) for bundle in bundles)
    assert not any(shrunk(one).overlaps(shrunk(two)) for one, two in combinations(boxes, 2))


def shrunk(box):
    """Edges may touch, and numbers are rounded."""
    return type(box)(box.left + 0.01, box.top + 0.01, box.right - 0.01, box.bottom - 0.01)


@given(webs())
def test_the_order_of_what_is_given_apart_everything_is_the_same_again(web):
    members, bundles = web
    assert weave(members, bundles) == weave(list(members), list(bundles))


def test_those_who_share_most_stand_on_different_sides():
    left, right = weave(
        [member("tarn"), member("ossel"), member("grell")],
        [bundle(["tarn", "ossel"], 1, 2), bundle(["grell", "tarn"], 3)],
    ).sides
    assert [frame.id for frame in left] == ["tarn"]
    assert {frame.id for frame in right} == {"ossel", "grell"}


def test_actors_of_a_party_stand_in_one_frame_with_the_party_first():
    members = [member("dunn", "tarn", head=False), member("tarn", "tarn"), member("ossel")]
    left, right = weave(members, [bundle(["tarn", "ossel"], 1, signers=["dunn"])]).sides
    frames = {frame.id: [m.id for m in frame.members] for frame in (*left, *right)}
    assert frames == {"tarn": ["tarn", "dunn"], "ossel": ["ossel"]}


def test_a_line_joins_each_taker_and_a_signer_has_another():
    members = [member("tarn"), member("ossel"), member("dunn")]
    drawing = draw_web(members, [bundle(["tarn", "ossel"], 1, signers=["dunn"])], SIZES[0], WORDS)
    curves = [s.style for s in flat(drawing.shapes) if isinstance(s, Stroke) and s.curved]
    assert sorted(curves) == ["pic-sign", "pic-tie", "pic-tie"]
    assert {"is a party", "signed it", "signed", "tarn", "1", "accord 1"} < set(said_in(written(drawing)))


def test_a_thing_that_one_takes_part_in_is_drawn():
    assert len(links_of(draw_web([member("tarn")], [bundle(["tarn"], 1), bundle([], 2)], SIZES[1], WORDS))) == 3


HEIGHTS = st.lists(st.floats(1, 90), min_size=1, max_size=20)


@given(HEIGHTS, st.data())
def test_blocks_keep_their_order_apart_and_within_the_room(heights, data):
    wished = [data.draw(st.floats(-100, 900)) for _ in heights]
    room = stacked(heights, 10) + data.draw(st.floats(0, 300))
    tops = settle(wished, heights, 10, room)
    assert tops[0] > -0.001
    assert tops[-1] + heights[-1] < room + 0.001
    places = zip(tops, heights, strict=True)
    assert all(top + high + 10 <= after + 0.001 for (top, high), (after, _) in pairwise(places))


def test_a_block_stands_where_it_is_wished_if_there_is_room():
    assert settle([20, 100], [10, 10], 5, 200) == (20, 100)
    assert settle([20, 22], [10, 10], 5, 200) == (20, 35)
