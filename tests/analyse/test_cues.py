"""Which words come into question as cues."""

from builder.analyse.attribution.cues import cue_candidates
from builder.analyse.attribution.reading import CUE, TAG_COUNT, Counts, Reading
from tests.analyse.parses import parsed

NONE = Counts({}, (0.0,) * 5)
SENTENCE = (
    "Her/her/PRP$/poss/1 view/view/NN/nsubj/3 will/will/MD/aux/3 be/be/VB/ROOT/3 that/that/IN/mark/5 it/it/PRP/nsubj/3"
)


def candidates(*opinions):
    tags = tuple((*(0.0,) * CUE, chance, *(0.0,) * (TAG_COUNT - CUE - 1)) for chance in opinions) or None
    read = Reading(parsed(SENTENCE), NONE, NONE, NONE, tags)
    return [read.tokens[i].text for i in cue_candidates(read)]


def test_without_the_network_every_full_verb_comes_into_question():
    assert candidates() == ["be"]


def test_what_the_network_holds_likely_does_too_and_what_it_rules_out_does_not():
    assert candidates(-5, -2, -2, -3, -5, -5) == ["view", "be"]
    assert candidates(-5, -3, -2, -8, -5, -5) == []
