"""What somebody is reported to have said, in the passive."""

import pytest

from builder.analyse.attribution.hearsay import settle_hearsay
from builder.analyse.attribution.judged import Judged, Unit
from builder.analyse.attribution.reading import Counts, Reading
from builder.analyse.attribution.weights import Weights
from tests.analyse.parses import parsed

NONE = Counts({}, (0.0,) * 5)
WEIGHTS = Weights(NONE, NONE, NONE, {})
SEEN = (
    "Orsk/orsk/NNP/nsubjpass/2 was/be/VBD/auxpass/2 seen/see/VBD/ROOT/2 as/as/IN/prep/2 praising/praise/VB/pcomp/3 "
    "Velt/velt/NNP/dobj/4 for/for/IN/prep/4 its/its/PRP$/poss/10 ‘/‘/,/punct/10 quiet/quiet/JJ/amod/10 water/water/NN/pobj/6 "
    "’/’/,/punct/10 at/at/IN/prep/4 sea/sea/NN/pobj/12 ./././punct/2"
)
HEARD = (
    "She/she/PRP/nsubjpass/2 was/be/VBD/auxpass/2 heard/hear/VBD/ROOT/2 to/to/IN/aux/4 call/call/VB/xcomp/2 it/it/PRP/dobj/4 "
    "“/“/,/punct/8 a/a/DT/det/8 raft/raft/NN/oprd/4 ”/”/,/punct/8"
)
ACTIVE = SEEN.replace("nsubjpass", "nsubj").replace("auxpass", "aux")
BUILT = SEEN.replace("seen/see", "built/build")
ONE_WORD = (
    "She/she/PRP/nsubjpass/2 was/be/VBD/auxpass/2 seen/see/VBD/ROOT/2 as/as/IN/prep/2 praising/praise/VB/pcomp/3 "
    "‘/‘/,/punct/6 water/water/NN/dobj/4 ’/’/,/punct/6"
)


def found(sentence, units=()):
    reading = Reading(parsed(sentence), NONE, NONE, NONE)
    judged = Judged(reading, WEIGHTS, {}, [0.0] * len(reading.tokens))
    text = reading.parse.text
    return [
        (
            text[slice(*_place(reading, unit.source))],
            reading.tokens[unit.cue].text,
            text[slice(*_place(reading, unit.content[0]))],
        )
        for unit in settle_hearsay(judged, units)
        if unit.source is not None
    ]


def _place(reading, tokens):
    span = reading.parse.span(*tokens)
    return span.start, span.end


def test_the_subject_of_the_passive_said_what_hangs_on_the_verb_below():
    assert found(SEEN) == [("Orsk", "praising", "Velt for its ‘quiet water’ at sea")]
    assert found(HEARD) == [("She", "call", "it “a raft”")]


@pytest.mark.parametrize("sentence", [ACTIVE, BUILT, ONE_WORD])
def test_neither_the_active_nor_other_verbs_nor_one_word_at_a_distance(sentence):
    assert found(sentence) == []


def test_what_another_attribution_holds_stays_with_it():
    assert found(SEEN, [Unit(4, ((9, 10),))]) == []


def test_a_unit_of_the_passive_that_names_nobody_gives_way():
    assert found(SEEN, [Unit(2, ((0, 0), (4, 13)))]) == found(SEEN)
    assert found(SEEN, [Unit(2, ((0, 0), (4, 11)), (12, 12), 12)]) == found(SEEN)
    assert found(SEEN, [Unit(2, ((4, 13),), (0, 0), 0)]) == [
        ("Orsk", "seen", found(SEEN)[0][2].join(("praising ", "")))
    ]
