import numpy as np

from builder.analyse.attribution.judged import Judged, Unit
from builder.analyse.attribution.reading import Counts, Reading
from builder.analyse.attribution.trees import Forest
from builder.analyse.attribution.weighing import neighbours, weigh, weighing_features
from builder.analyse.attribution.weights import Weights
from tests.analyse.parses import parsed

NONE = Counts({}, (0.0,) * 5)
SENTENCE = "She/she/PRP/nsubj/1 said/say/VBD/ROOT/1 he/he/PRP/nsubj/3 hoped/hope/VBD/ccomp/1 so/so/RB/dobj/3"
OUTER = Unit(1, ((2, 4),), score=0.9, edges=0.8)
INNER = Unit(3, ((4, 4),), score=0.5, edges=0.7)


def judged():
    """Tree by tree: `source` says nothing, `weighing` believes in cues with a share of more than a half."""
    stump = Forest(
        feature=np.array([0, 0, 0], np.int16),
        threshold=np.array([0.5, 0, 0], np.float32),
        child=np.array([1, -1, -1], np.int32),
        value=np.array([0, 2, -2], np.float32),
        roots=np.array([0], np.int32),
        base=np.array([0.0]),
        depth=1,
    )
    reading = Reading(parsed(SENTENCE), NONE, NONE, NONE)
    guesses = {1: (0.1, 0.9, 0.0, 0.0), 3: (0.6, 0.4, 0.0, 0.0)}
    return Judged(
        reading, Weights(NONE, NONE, NONE, {"source": stump, "weighing": stump}), guesses, [0, 0.9, 0, 0.4, 0]
    )


def test_the_likely_drafts_are_left_with_their_likelihood_as_score():
    (left,) = weigh(judged(), (OUTER, INNER))
    assert (left.cue, left.content, round(left.score, 2)) == (1, OUTER.content, 0.88)
    assert weigh(judged(), ()) == []


def test_a_draft_is_weighed_beside_those_that_want_its_words():
    alone, beside = weighing_features(judged(), INNER, ()), weighing_features(judged(), INNER, (OUTER,))
    assert len(alone) == len(beside)
    assert alone != beside
    far = Unit(2000, ((2001, 2003),))
    assert neighbours((OUTER, INNER, far)) == [[INNER], [OUTER], []]


def test_a_certain_attribution_goes_before_what_stands_within_it():
    system = judged()
    both = {1: (0.3, 0.7, 0.0, 0.0), 3: (0.2, 0.8, 0.0, 0.0)}
    found = weigh(Judged(system.reading, system.weights, both, system.likely), (INNER, OUTER))
    assert [unit.cue for unit in found] == [1, 3]
