"""What shows that capitals are a person's name."""

import pytest

from builder.analyse.mentions import find_mentions
from builder.analyse.names import group_persons
from builder.analyse.speakers import kinds_of
from tests.analyse.parses import parse_of, parsed
from tests.analyse.test_speakers import NONE, Reading


def persons(*sentences, speaking=()):
    reading = Reading(parsed(*sentences), NONE, NONE, NONE)
    return [p.name for p in group_persons(reading, find_mentions(reading), frozenset(speaking), kinds_of(reading))]


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


RAIN = "It/it/PRP/nsubj/1 rained/rain/VBD/ROOT/1"
ANN = "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/2/PERSON left/leave/VBD/ROOT/2"


def meant(*sentences, speaking=()):
    """Each person with the words of all places that mean him or her."""
    reading = Reading(parsed(*sentences), NONE, NONE, NONE)
    people = group_persons(reading, find_mentions(reading), frozenset(speaking), kinds_of(reading))
    return {p.name: [" ".join(m.words) for m in p.mentions] for p in people}


def test_a_title_of_two_words_is_no_part_of_the_name_though_one_of_them_may_be():
    tycoon = "Tan/tan/NNP/compound/3 Sri/sri/NNP/compound/3 Ann/ann/NNP/compound/3/PERSON Berg/berg/NNP/nsubj/4/PERSON left/leave/VBD/ROOT/4 the/the/DT/det/6 island/island/NN/dobj/4 yesterday/yesterday/NN/npadvmod/4"
    assert persons(RAIN, tycoon) == ["Ann Berg"]
    assert persons(RAIN, tycoon.replace("Sri/sri", "Ann/ann")) == ["Tan Ann Ann Berg"]


def test_a_name_means_who_bears_it_of_those_named_so_far():
    olsen = "Ann/ann/NNP/compound/2/PERSON Berg/berg/NNP/compound/2/PERSON Olsen/olsen/NNP/nsubj/3/PERSON left/leave/VBD/ROOT/3"
    short = "Berg/berg/NNP/nsubj/1/PERSON stayed/stay/VBD/ROOT/1"
    tom = "Tom/tom/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/2/PERSON left/leave/VBD/ROOT/2"
    assert meant(RAIN, olsen, short, tom)["Ann Berg Olsen"] == ["Ann Berg Olsen", "Berg"]
    assert meant(RAIN, olsen, tom, short)["Tom Berg"] == ["Tom Berg", "Berg"]


def test_the_place_before_a_known_name_is_no_part_of_it():
    worked = "In/in/IN/prep/3 Ossel/ossel/NNP/compound/2 Berg/berg/NNP/nsubj/3/PERSON lived/live/VBD/ROOT/3"
    assert meant(RAIN, ANN, worked) == {"Ann Berg": ["Ann Berg", "Berg"]}


def test_what_is_called_a_village_is_nobody():
    village = "the/the/DT/det/1 village/village/NN/nsubj/5 of/of/IN/prep/1 Ann/ann/NNP/compound/4/PERSON Berg/berg/NNP/pobj/2/PERSON burned/burn/VBD/ROOT/5"
    assert persons(RAIN, village) == []
    assert persons(RAIN, village.replace("village/village", "sister/sister")) == ["Ann Berg"]


def test_a_surname_with_a_hyphen_is_read_at_the_head_of_a_sentence():
    full = "Abena/abena/NNP/compound/1/PERSON Owusu/owusu/NNP/nsubj/4/PERSON ~-/-/HYPH/punct/1/PERSON ~Darko/darko/NNP/nsubj/4/PERSON left/leave/VBD/ROOT/4"
    short = "Owusu/owusu/NN/nsubj/3/GPE ~-/-/HYPH/punct/0/GPE ~Darko/darko/NNP/nsubj/3/GPE said/say/VBD/ROOT/3"
    assert meant(RAIN, full, short, speaking=[7]) == {"Abena Owusu-Darko": ["Abena Owusu-Darko", "Owusu-Darko"]}


def test_a_word_for_people_before_a_hyphen_is_no_title():
    name = "Choi/choi/NNP/compound/3/PERSON Man/man/NNP/compound/3/PERSON ~-/-/HYPH/punct/3/PERSON ~sik/sik/NNP/nsubj/4/PERSON left/leave/VBD/ROOT/4"
    assert persons(RAIN, name) == ["Choi Man-sik"]


def test_another_name_that_somebody_goes_by_is_no_other_person():
    known = "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/6/PERSON known/know/VBN/acl/1 as/as/IN/prep/2 Lola/lola/NNP/compound/5/PERSON Ann/ann/NNP/pobj/3/PERSON left/leave/VBD/ROOT/6"
    later = "Lola/lola/NNP/compound/1/PERSON Ann/ann/NNP/nsubj/2/PERSON stayed/stay/VBD/ROOT/2"
    assert meant(RAIN, known, later) == {"Ann Berg": ["Ann Berg", "Lola Ann", "Lola Ann"]}
    assert len(meant(RAIN, known.replace("known/know", "met/meet"), later)) == 2


def test_the_firm_that_somebody_speaks_about_is_not_the_one_who_speaks():
    pays = "Tarnhan/tarnhan/NNP/nsubj/1 pays/pay/VBZ/ROOT/1 well/well/RB/advmod/1 ,/,/,/punct/4 she/she/PRP/nsubj/5 said/say/VBD/parataxis/1"
    waits = "Tarnhan/tarnhan/NNP/nsubj/1 waits/wait/VBZ/ROOT/1 because/because/IN/mark/4 she/she/PRP/nsubj/4 is/be/VBZ/advcl/1"
    reading = Reading(parsed(pays, waits), NONE, NONE, NONE)
    assert [m.taken_up for m in find_mentions(reading)] == [False, True]


def test_what_somebody_is_said_to_be_shows_a_person():
    governor = "Adwoa/adwoa/NNP/compound/1 Amoako/amoako/NNP/nsubj/2 is/be/VBZ/ROOT/2 governor/governor/NN/attr/2 of/of/IN/prep/3 the/the/DT/det/6 bank/bank/NN/pobj/4"
    assert persons(RAIN, governor) == ["Adwoa Amoako"]
    assert persons(RAIN, governor.replace("governor/governor", "trouble/trouble")) == []


def test_what_which_explains_and_its_takes_up_is_nobody():
    runs = "Cobre/cobre/NNP/compound/1/PERSON Alto/alto/NNP/nsubj/5/PERSON which/which/WDT/nsubj/3 runs/run/VBZ/relcl/1 mines/mine/NNS/dobj/3 lost/lose/VBD/ROOT/5"
    assert persons(RAIN, runs, speaking=[3]) == []
    assert persons(RAIN, runs.replace("which/which/WDT", "who/who/WP"), speaking=[3]) == ["Cobre Alto"]
    lacks = "Baltlink/baltlink/NNP/nsubj/1/PERSON lacks/lack/VBZ/ROOT/1 its/its/PRP$/poss/3 ship/ship/NN/dobj/1"
    assert persons(RAIN, lacks, speaking=[2]) == []


def test_a_given_name_is_no_people_and_man_no_title():
    fell = "{}/{}/NNP/compound/2/{} Bahadur/bahadur/NNP/compound/2/PERSON Berg/berg/NNP/nsubj/3/PERSON left/leave/VBD/ROOT/3 the/the/DT/det/5 hut/hut/NN/dobj/3"
    assert persons(RAIN, fell.format("Man", "man", "PERSON")) == ["Man Bahadur Berg"]
    assert persons(RAIN, fell.format("Kęstutis", "kęstutis", "NORP")) == ["Kęstutis Bahadur Berg"]
    assert persons(RAIN, fell.format("Danish", "danish", "NORP")) == ["Bahadur Berg"]


@pytest.mark.parametrize(
    "clause",
    [
        "who/who/WP/nsubj/3 called/call/VBD/relcl/1 Tom/tom/NNP/compound/5/PERSON Doe/doe/NNP/dobj/3/PERSON",
        "who/who/WP/nsubj/3 calls/call/VBZ/relcl/1 Tom/tom/NNP/compound/5/PERSON Doe/doe/NNP/dobj/3/PERSON",
        "known/know/VBN/acl/1 as/as/IN/prep/2 Tom/tom/NNP/compound/5/PERSON Doe/doe/NNP/poss/6/PERSON",
    ],
)
def test_whom_somebody_calls_is_somebody_else(clause):
    sentence = f"Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/7/PERSON {clause} friend/friend/NN/pobj/3 left/leave/VBD/ROOT/7"
    later = "Doe/doe/NNP/nsubj/1/PERSON stayed/stay/VBD/ROOT/1"
    found = meant(RAIN, sentence, later)
    assert found["Ann Berg"] == ["Ann Berg"]
    assert found["Tom Doe"] == ["Tom Doe", "Doe"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Azlina/azlina/NNP/nsubj/1/PERSON binti/binti/VB/ROOT/1 Mohd/mohd/NNP/compound/3/PERSON Yusof/yusof/NNP/nsubj/4/PERSON left/leave/VBD/ccomp/1", "Azlina binti Mohd Yusof"),
        ("Montserrat/montserrat/NNP/compound/3/PERSON Puig/puig/NNP/compound/3/PERSON i/i/NNP/compound/3 Soler/soler/NNP/nsubj/4 left/leave/VBD/ROOT/4", "Montserrat Puig i Soler"),
        ("Daw/daw/NNP/compound/2/PERSON Ann/ann/NNP/compound/2/PERSON Berg/berg/NNP/nsubj/3/PERSON left/leave/VBD/ROOT/3", "Ann Berg"),
        ("Graça/graça/JJ/amod/1 Berg/berg/NNP/nsubj/2/PERSON left/leave/VBD/ROOT/2", "Graça Berg"),
    ],
)  # fmt: skip
def test_what_stands_inside_a_name_is_a_part_of_it(words, name):
    assert name in persons("It/it/PRP/nsubj/1 rained/rain/VBD/ROOT/1", words, speaking=range(9))


@pytest.mark.parametrize("of", ["a/l", "a/p", "s/o", "d/o"])
def test_a_fathers_name_is_a_part_of_it(of):
    proper = dict.fromkeys(("Siva", "Raman"), ("PROPN", "compound", "Raman"))
    reading = Reading(parse_of(f"It rained and Siva {of} Raman left", proper), NONE, NONE, NONE)
    assert [m.words for m in find_mentions(reading)] == [("Siva", of, "Raman")]


def test_where_a_mayor_rules_is_no_person():
    sentence = (
        "A/a/DT/det/2 former/former/JJ/amod/2 {0}/{0}/NN/nsubj/6 of/of/IN/prep/2 Barra/barra/NNP/compound/5/PERSON "
        "Funda/funda/NNP/pobj/3/PERSON spoke/speak/VBD/ROOT/6"
    )
    assert persons("It/it/PRP/nsubj/1 rained/rain/VBD/ROOT/1", sentence.format("mayor")) == []
    assert persons("It/it/PRP/nsubj/1 rained/rain/VBD/ROOT/1", sentence.format("friend")) == ["Barra Funda"]


def test_one_of_several_is_a_person():
    sentence = (
        "One/one/CD/nsubj/8 of/of/IN/prep/0 the/the/DT/det/3 {}/{}/NNS/pobj/1 ,/,/,/punct/0 Matej/matej/NNP/compound/6/ORG "
        "Wvu/wvu/NNP/appos/0/ORG ,/,/,/punct/0 rowed/row/VBD/ROOT/8"
    )
    rain = "It/it/PRP/nsubj/1 rained/rain/VBD/ROOT/1"
    assert persons(rain, sentence.format("juniors", "junior")) == ["Matej Wvu"]
    assert persons(rain, sentence.format("houses", "house")) == []


def test_what_is_told_of_somebodys_brother_is_not_said_of_him():
    sentence = (
        "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/8/PERSON ,/,/,/punct/1 whose/whose/WP$/poss/5 brother/brother/NN/compound/5 "
        "Tom/tom/NNP/appos/1/PERSON drowned/drown/VBD/acl/5 ,/,/,/punct/1 wept/weep/VBD/ROOT/8"
    )
    reading = Reading(parsed(sentence), NONE, NONE, NONE)
    found = {p.name: p for p in group_persons(reading, find_mentions(reading), frozenset((1,)), kinds_of(reading))}
    assert "brother" not in found["Ann Berg"].nouns
    assert found["Ann Berg"].leaning < 0


def test_a_trade_before_a_title_tells_what_somebody_is():
    sentence = (
        "Asked/ask/VBN/ROOT/0 by/by/IN/agent/0 the/the/DT/det/3 commissioner/commissioner/NN/pobj/1 ,/,/,/punct/0 Justice/justice/NNP/compound/7 "
        "Ann/ann/NNP/compound/7/PERSON Berg/berg/NNP/npadvmod/0/PERSON ,/,/,/punct/0 he/he/PRP/nsubj/10 slept/sleep/VBD/conj/0"
    )
    reading = Reading(parsed(sentence), NONE, NONE, NONE)
    found = group_persons(reading, find_mentions(reading), frozenset(), kinds_of(reading))
    assert found[0].nouns == {"justice", "commissioner"}


def test_of_two_surnames_the_first_is_what_somebody_is_called():
    mother = (
        "Eva/eva/NNP/compound/2/PERSON Ruiz/ruiz/NNP/compound/2/PERSON Luna/luna/NNP/nsubj/3/PERSON died/die/VBD/ROOT/3"
    )
    child = "Ana/ana/NNP/compound/2/PERSON Vargas/vargas/NNP/compound/2/PERSON Ruiz/ruiz/NNP/nsubj/3/PERSON wept/weep/VBD/ROOT/3"
    short = "Ruiz/ruiz/NNP/nsubj/1/PERSON taught/teach/VBD/ROOT/1"
    reading = Reading(parsed(mother, child, short), NONE, NONE, NONE)
    found = {p.name: p for p in group_persons(reading, find_mentions(reading), frozenset(), kinds_of(reading))}
    assert [m.words for m in found["Eva Ruiz Luna"].mentions][-1] == ("Ruiz",)
