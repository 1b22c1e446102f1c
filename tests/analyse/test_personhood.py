"""What tells that a name is a person's."""

import pytest

from builder.analyse.lexicons import number_table
from builder.analyse.mentions import find_mentions
from builder.analyse.names import candidates
from builder.analyse.personhood import personhood, signs
from builder.model.claims import ActorKind
from tests.analyse.parses import parsed
from tests.analyse.test_speakers import NONE, Reading

RAIN = "It/it/PRP/nsubj/1 rained/rain/VBD/ROOT/1"
HANA = "Hana/hana/NNP/compound/1/{ent} Torvald/torvald/NNP/nsubj/2/{ent} left/leave/VBD/ROOT/2"


def seen(*sentences, kind=None, speaking=(), name=0):
    reading = Reading(parsed(RAIN, *sentences), NONE, NONE, NONE)
    own, parts, speaks = list(candidates(find_mentions(reading), frozenset(speaking)))[name]
    kinds = {own[0].keys: kind, ("tarn",): ActorKind.STATE}
    return signs(reading, own, parts, kinds, speaks=speaks), personhood(reading, own, parts, kinds, speaks=speaks)


def test_shares_are_counted_over_all_places_of_a_name_and_of_its_short_forms():
    row, _ = seen(HANA.format(ent="PERSON"), "In/in/IN/prep/2 Torvald/torvald/NNP/pobj/0/GPE rained/rain/VBD/ROOT/2")
    assert row["seen-place"] == row["behind-place-word"] == row["acts-often"] == 0.5
    assert row["words-2"] == row["short-last"] == row["kind-none"] == 1.0


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"kind": ActorKind.PERSON}, {"kind": ActorKind.COMPANY}),
        ({"speaking": [3]}, {}),
    ],
)
def test_kind_and_speech_tell_of_a_person(better, worse):
    sentence = HANA.format(ent="ORG")
    assert seen(sentence, **better)[1] > seen(sentence, **worse)[1]


def test_kin_beside_the_name_tells_of_a_person():
    son = "Her/her/PRP$/poss/1 son/son/NN/nsubj/5 ,/,/,/punct/1 Hartono/hartono/NNP/appos/1 ,/,/,/punct/1 left/leave/VBD/ROOT/5"
    thing = son.replace("son/son", "boat/boat")
    assert seen(son)[0]["kin"] == 1.0
    assert seen(son)[1] > seen(thing)[1] + 1


def test_no_sign_lacks_a_weight_that_was_learnt():
    row, odds = seen(HANA.format(ent="PERSON"), speaking=[3])
    weights = number_table("personhood", "weights")
    assert set(row) <= set(weights)
    assert odds == pytest.approx(sum(weights[k] * v for k, v in row.items()))


def test_a_state_s_name_is_no_part_of_a_person_s():
    sentence = "Hana/hana/NNP/compound/1/PERSON Tarn/tarn/NNP/nsubj/2/PERSON left/leave/VBD/ROOT/2"
    row, odds = seen(sentence)
    assert row["holds-state"] == 1.0
    assert odds < 0


def test_what_heads_its_paragraph_and_says_nothing_is_hardly_a_person_s_name():
    heading = "Hana/hana/NNP/compound/1/PERSON Torvald/torvald/NNP/nsubj/3/PERSON :/:/:/punct/3 rains/rain/VBZ/ROOT/3"
    assert seen(heading)[0]["heads"] == 1.0
    assert "heads" not in seen(heading, speaking=[3])[0]
    assert seen(heading)[1] < seen(heading, speaking=[3])[1] - 2
