"""What shows that capitals are a person's name."""

import pytest

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


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Pak/pak/NNP/compound/2 Per/per/NNP/compound/2/PERSON Berg/berg/NNP/nsubj/3/PERSON left/leave/VBD/ROOT/3", "Per Berg"),
        ("Cheesemonger/cheesemonger/NN/compound/2 Ann/ann/NNP/compound/2/PERSON Berg/berg/NNP/nsubj/3/PERSON left/leave/VBD/ROOT/3", "Ann Berg"),
        ("the/the/DT/det/3 Dane/dane/NNP/compound/3 Ann/ann/NNP/compound/3/PERSON Berg/berg/NNP/nsubj/4/PERSON left/leave/VBD/ROOT/4", "Ann Berg"),
        ("Ann/ann/NNP/compound/2/PERSON Berg/berg/NNP/compound/2/PERSON QC/qc/NNP/nsubj/3/ORG left/leave/VBD/ROOT/3", "Ann Berg"),
        ("to/to/IN/prep/3 Ann/ann/NNP/compound/2/NORP Berg/berg/NNP/pobj/0/NORP spoke/speak/VBD/ROOT/3", "Ann Berg"),
        ("Joseph/joseph/NNP/compound/2/PERSON ole/ole/NNP/compound/2/PERSON Berg/berg/NNP/nsubj/3/PERSON left/leave/VBD/ROOT/3", "Joseph ole Berg"),
    ],
)  # fmt: skip
def test_what_stands_around_a_name_is_no_part_of_it(words, name):
    assert name in persons("It/it/PRP/nsubj/1 rained/rain/VBD/ROOT/1", words, speaking=range(9))


def test_a_word_that_opens_a_headline_is_no_part_of_the_name_that_stands_in_full_below():
    headline = "Late/late/JJ/amod/1 Berg/berg/NNP/nsubj/2 wins/win/VBZ/ROOT/2"
    full = "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/2/PERSON won/win/VBD/ROOT/2"
    assert persons(headline, full) == ["Ann Berg"]


def test_the_middle_of_a_name_of_three_words_is_short_for_it():
    full = "Maria/maria/NNP/compound/2/PERSON Choque/choque/NNP/compound/2/PERSON Villar/villar/NNP/nsubj/3/PERSON left/leave/VBD/ROOT/3"
    short = "Choque/choque/NN/nsubj/1 smiled/smile/VBD/ROOT/1"
    reading = Reading(parsed("It/it/PRP/nsubj/1 rained/rain/VBD/ROOT/1", full, short), NONE, NONE, NONE)
    (person,) = group_persons(reading, find_mentions(reading), frozenset())
    assert [m.words for m in person.mentions] == [("Maria", "Choque", "Villar"), ("Choque",)]
