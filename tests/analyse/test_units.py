"""From what the trees say of a cue to its content."""

import pytest

from builder.analyse.attribution import units
from builder.analyse.attribution.judged import Judged
from builder.analyse.attribution.reading import Counts, Reading
from builder.analyse.attribution.spans import view_cue
from builder.analyse.attribution.weights import Weights
from tests.analyse.forests import Fixed
from tests.analyse.parses import parsed

NONE = Counts({}, (0.0,) * 5)
SENTENCE = "She/she/PRP/nsubj/1 said/say/VBD/ROOT/1 he/he/PRP/nsubj/3 hoped/hope/VBD/ccomp/1 so/so/RB/dobj/3"
READING = Reading(parsed(SENTENCE), NONE, NONE, NONE)


@pytest.mark.parametrize(("ends", "last"), [((0.5, 0.1, 0.49), 4), ((0.5, 0.1, 0.4), 2), ((0.1, 0.5, 0.1), 3)])
def test_of_two_ends_that_are_as_good_as_equally_likely_it_is_the_farther(ends, last):
    weights = Weights(NONE, NONE, NONE, {"near-right": Fixed(0.9, 0.1, 0.1), "far-right": Fixed(*ends)})
    _, found = units.best_range(weights, view_cue(READING, 1, [0.0] * 5), after=True)
    assert found == (2, last)


@pytest.mark.parametrize(("before", "content"), [(0.1, ((2, 4),)), (0.5, ((0, 0), (2, 4)))])
def test_content_on_both_sides_needs_edges_on_both(monkeypatch, before, content):
    ranges = {True: (0.9, (2, 4)), False: (before, (0, 0))}
    monkeypatch.setattr(units, "best_range", lambda _weights, _view, *, after: ranges[after])
    judged = Judged(READING, Weights(NONE, NONE, NONE, {}), {1: (0.1, 0.0, 0.0, 0.9)}, [0.0] * 5)
    assert [unit.content for unit in units.drafts(judged)] == [content]
