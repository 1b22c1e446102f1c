import pytest

from builder.analyse.attribution.reading import Counts, Reading
from builder.analyse.attribution.utterances import is_given_name
from tests.analyse.parses import parsed

NONE = Counts({}, (0.0,) * 5)
POLICY = "a/a/DT/det/1 policy/policy/NN/ROOT/1 they/they/PRP/nsubj/3 call/call/VBD/relcl/1"
NAMED = f"{POLICY} “/“/,/punct/6 quiet/quiet/JJ/amod/6 water/water/NN/oprd/3 ”/”/,/punct/6"
KNOWN = (
    "a/a/DT/det/1 policy/policy/NN/ROOT/1 known/know/VBD/acl/1 as/as/IN/prep/2 “/“/,/punct/5 water/water/NN/pobj/3 "
    "”/”/,/punct/5"
)
DESCRIBED = f"{POLICY} “/“/,/punct/7 a/a/DT/det/7 quiet/quiet/JJ/amod/7 lie/lie/NN/oprd/3 ”/”/,/punct/7"
CLAUSE = f"{POLICY} “/“/,/punct/6 it/it/PRP/nsubj/6 holds/hold/VB/ccomp/3 ”/”/,/punct/6"
THING = (
    "She/she/PRP/nsubj/1 called/call/VBD/ROOT/1 the/the/DT/det/3 plan/plan/NN/dobj/1 “/“/,/punct/5 water/water/NN/oprd/1 "
    "”/”/,/punct/5"
)


@pytest.mark.parametrize(
    ("sentence", "is_name"), [(NAMED, True), (KNOWN, True), (DESCRIBED, False), (CLAUSE, False), (THING, False)]
)
def test_what_a_thing_is_called_is_a_name_and_what_it_is_said_to_be_is_not(sentence, is_name):
    reading = Reading(parsed(sentence), NONE, NONE, NONE)
    assert [is_given_name(reading, stretch) for stretch in reading.marks.stretches] == [is_name]
