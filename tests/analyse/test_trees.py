import numpy as np

from builder.analyse.attribution.trees import Forest

STUMP = Forest(
    feature=np.array([1, 0, 0], np.int16),
    threshold=np.array([0.5, 0, 0], np.float32),
    child=np.array([1, -1, -1], np.int32),
    value=np.array([0, -2.0, 3.0], np.float32),
    roots=np.array([0], np.int32),
    base=np.array([1.0]),
    depth=1,
)


def test_a_row_goes_left_where_it_is_at_most_the_threshold():
    assert STUMP.scores([[9, 0.5], [9, 0.6]])[:, 0].tolist() == [-1.0, 4.0]


def test_a_row_stays_at_a_leaf_above_the_lowest():
    uneven = Forest(
        feature=np.array([0, 0, 0, 0, 0], np.int16),
        threshold=np.array([5, 0, 7, 0, 0], np.float32),
        child=np.array([1, -1, 3, -1, -1], np.int32),
        value=np.array([0, 1, 0, 2, 4], np.float32),
        roots=np.array([0, 2], np.int32),
        base=np.array([0.0]),
        depth=2,
    )
    assert uneven.scores([[3], [6], [8]])[:, 0].tolist() == [3, 4, 8]


def test_chances_lie_between_nought_and_one():
    assert STUMP.chances([[0, 0.5]])[0, 0] == 1 / (1 + np.exp(1.0))


def test_no_rows_give_no_scores():
    assert STUMP.chances([]).shape == (0, 1)
