"""What shows that capitals are a person's name."""

from builder.analyse.mentions import find_mentions
from builder.analyse.names import group_persons
from tests.analyse.parses import parsed
from tests.analyse.test_speakers import NONE, Reading


def persons(*sentences, speaking=()):
    reading = Reading(parsed(*sentences), NONE, NONE, NONE)
    return [p.name for p in group_persons(reading, find_mentions(reading), frozenset(speaking))]


def test_a_name_behind_the_noun_for_a_person_is_one_though_the_tagger_took_it_for_something_else():
    sentence = (
        "The/the/DT/det/1 secretary/secretary/NN/nsubj/8 of/of/IN/prep/1 the/the/DT/det/4 union/union/NN/pobj/2 ,/,/,/punct/1 "
        "Per/per/NNP/compound/7 Lindell/lindell/NNP/appos/1/GPE warned/warn/VBD/ROOT/8"
    )
    assert persons("It/it/PRP/nsubj/1 rained/rain/VBD/ROOT/1", sentence) == ["Per Lindell"]


def test_a_lone_name_that_speaks_and_is_taken_up_by_he_is_a_person():
    late = "Sutarno/sutarno/NNP/nsubj/1/GPE is/be/VBD/ROOT/1 late/late/JJ/acomp/1 and/and/CC/cc/1 he/he/PRP/nsubj/5 waits/wait/VBD/conj/1"
    says = "Sutarno/sutarno/NNP/nsubj/1/GPE says/say/VBD/ROOT/1 so/so/RB/advmod/1"
    assert persons(late, says, speaking=[6]) == ["Sutarno"]
    assert persons(late.replace("he/he/PRP/nsubj", "its/its/PRP$/poss"), says, speaking=[6]) == []


def test_a_month_is_no_part_of_the_name_behind_it():
    sentence = "In/in/IN/prep/4 May/may/NNP/compound/3/DATE Ann/ann/NNP/compound/3/PERSON Berg/berg/NNP/nsubj/4/PERSON left/leave/VBD/ROOT/4"
    assert persons("It/it/PRP/nsubj/1 rained/rain/VBD/ROOT/1", sentence) == ["Ann Berg"]


def test_a_title_of_the_other_sex_is_somebody_else():
    tom = "Tom/tom/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/2/PERSON left/leave/VBD/ROOT/2"
    mrs = "Mrs/mrs/NNP/compound/1 Berg/berg/NNP/nsubj/2/PERSON stayed/stay/VBD/ROOT/2"
    assert persons("It/it/PRP/nsubj/1 rained/rain/VBD/ROOT/1", tom, mrs) == ["Tom Berg", "Berg"]
