"""Whom a description means: by trade, state, age or house, and who is in mind."""

import pytest

from builder.analyse.attribution.reading import Reading
from builder.analyse.descriptions import _ANYBODY
from builder.analyse.likeness import AKIN, SAME, Description, are_akin, fit
from builder.analyse.mentions import find_mentions
from builder.analyse.names import Person, group_persons
from builder.analyse.speakers import kinds_of
from builder.analyse.states import state_of_people
from tests.analyse.parses import parsed
from tests.analyse.test_speakers import ANN, CARL, NONE, speakers

NURSE = "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/6/PERSON ,/,/,/punct/1 a/a/DT/det/5 Danish/danish/JJ/amod/5/NORP nurse/nurse/NN/appos/1 said/say/VBD/ROOT/6 it/it/PRP/nsubj/8 fell/fall/VBD/ccomp/6"


def someone(*nouns, past=(), leaning=0.0, states=(), ages=(), houses=()):
    return Person("Jo Doe", ("jo", "doe"), [], leaning, set(nouns), set(past), set(states), set(ages), set(houses))


def told_by(words):
    return f"{words} said/say/VBD/ROOT/2 it/it/PRP/nsubj/4 fell/fall/VBD/ccomp/2"


@pytest.mark.parametrize(
    ("said", "person"),
    [
        (Description("chairwoman"), someone("chair")),
        (Description("minister", states=frozenset(("Denmark",))), someone("minister", states=("Denmark",))),
        (Description("", states=frozenset(("Denmark",))), someone(states=("Denmark",))),
        (Description("", age="61"), someone(ages=("61",))),
        (Description("mayor", former=True), someone("lecturer", past=("mayor",))),
        (Description("governor", modifiers=frozenset(("deputy",))), someone("deputy")),
    ],
)
def test_what_is_said_again_of_a_person_suits_as_well_as_a_name(said, person):
    assert fit(said, person) >= SAME - 1


@pytest.mark.parametrize(
    ("said", "person"),
    [
        (Description("minister"), someone("nurse")),
        (Description("", states=frozenset(("Denmark",))), someone(states=("Norway",))),
        (Description("", age="61"), someone(ages=("16",))),
        (Description("spokeswoman"), someone("spokesman", leaning=4.0)),
        (Description("governor", modifiers=frozenset(("deputy",))), someone("governor")),
        (Description("mayor", former=True), someone("mayor")),
        (Description("premier", modifiers=frozenset(("prime",))), someone("finance", "minister")),
        (Description("minister", modifiers=frozenset(("foreign",))), someone("finance", "minister")),
        (Description("minister", modifiers=frozenset(("foreign",))), someone("prime", "minister")),
        (Description("lawyer"), someone("prosecutor")),
        (Description("spokesman"), someone("minister")),
        (Description("ambassador"), someone("minister")),
        (Description("director"), someone("leader")),
    ],
)
def test_what_is_said_of_somebody_else_speaks_against(said, person):
    assert fit(said, person) < 0


@pytest.mark.parametrize("office", ["judge", "president", "mayor", "captain", "professor", "spokesperson"])
@pytest.mark.parametrize("person", [someone("minister"), someone("baker"), someone("union", "nurse")])
def test_an_office_is_nobodys_of_whom_another_trade_is_told(office, person):
    assert fit(Description(office), person) < _ANYBODY


@pytest.mark.parametrize("office", ["judge", "prosecutor", "mayor", "detective"])
@pytest.mark.parametrize("person", [someone(), someone("46"), someone(past=("governor",))])
def test_whoever_judges_or_rules_is_nobody_of_whom_nothing_is_told(office, person):
    assert fit(Description(office), person) < _ANYBODY
    assert fit(Description("professor"), someone(past=("minister",))) > _ANYBODY


@pytest.mark.parametrize(
    ("office", "person"),
    [
        ("colonel", someone("col")),
        ("governor", someone("gov.")),
        ("premier", someone("prime", "minister")),
        ("minister", someone("prime", "minister")),
        ("judge", someone("justice")),
    ],
)
def test_an_office_is_told_in_more_than_one_way(office, person):
    assert fit(Description(office), person) >= AKIN


def test_a_counterpart_has_the_same_office():
    minister = "Minister/minister/NNP/compound/2 Carl/carl/NNP/compound/2/PERSON Dorn/dorn/NNP/nsubj/3/PERSON said/say/VBD/ROOT/3 it/it/PRP/nsubj/5 fell/fall/VBD/ccomp/3"
    met = (
        "He/he/PRP/nsubj/1 met/meet/VBD/ROOT/1 his/his/PRP$/poss/4 Danish/danish/JJ/amod/4/NORP counterpart/counterpart/NN/dobj/1 "
        "Ann/ann/NNP/compound/6/PERSON Berg/berg/NNP/appos/4/PERSON ,/,/,/punct/1 it/it/PRP/nsubj/9 rained/rain/VBD/conj/1"
    )
    said = "The/the/DT/det/2 Danish/danish/JJ/amod/2/NORP minister/minister/NN/nsubj/3 said/say/VBD/ROOT/3 it/it/PRP/nsubj/5 rose/rise/VBD/ccomp/3"
    assert speakers(minister, met, said)[2] == "Ann Berg"


def test_a_broader_noun_suits_and_the_own_one_suits_better():
    botanist = someone("botanist")
    assert AKIN <= fit(Description("scientist"), botanist) < fit(Description("botanist"), botanist)
    assert fit(Description("head", houses=frozenset(("Berg",))), someone(houses=("Berg", "Paper"))) > 0


def test_trades_are_akin_in_either_direction_and_others_are_not():
    assert are_akin("barrister", "lawyer")
    assert are_akin("lawyer", "barrister")
    assert not are_akin("lawyer", "nurse")


def test_peoples_are_told_by_their_noun():
    assert state_of_people("Dane") == "Denmark"
    assert state_of_people("Frenchwoman") == "France"
    assert state_of_people("woman") is None


def test_a_description_means_whom_it_suits_though_somebody_else_spoke_last():
    assert speakers(NURSE, CARL, told_by("The/the/DT/det/1 nurse/nurse/NN/nsubj/2"))[2] == "Ann Berg"
    assert speakers(NURSE, CARL, told_by("The/the/DT/det/1 Dane/dane/NNP/nsubj/2/NORP"))[2] == "Ann Berg"


def test_a_trade_that_is_told_of_nobody_is_whoever_is_in_mind():
    assert speakers(ANN, told_by("The/the/DT/det/1 nurse/nurse/NN/nsubj/2"))[1] == "Ann Berg"
    assert speakers(ANN, told_by("A/a/DT/det/1 nurse/nurse/NN/nsubj/2"))[1] is None


def test_the_latter_is_the_last_of_two():
    both = "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/2/PERSON met/meet/VBD/ROOT/2 Carl/carl/NNP/compound/4/PERSON Dorn/dorn/NNP/dobj/2/PERSON"
    assert speakers(ANN, CARL, both, told_by("The/the/DT/det/1 latter/latter/JJ/nsubj/2"))[3] == "Carl Dorn"
    assert speakers(ANN, CARL, both, told_by("The/the/DT/det/1 former/former/JJ/nsubj/2"))[3] == "Ann Berg"


@pytest.mark.parametrize(
    ("called", "again"), [("minister/minister/NN", "Minister/Minister/NNP"), ("CEO/ceo/NN", "CEO/CEO/NNP")]
)
def test_an_office_may_be_printed_with_capitals(called, again):
    first = f"Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/5/PERSON ,/,/,/punct/1 the/the/DT/det/4 {called}/appos/1 said/say/VBD/ROOT/5 it/it/PRP/nsubj/7 fell/fall/VBD/ccomp/5"
    assert speakers(CARL, first, told_by(f"the/the/DT/det/1 {again}/nsubj/2")) == ["Carl Dorn", "Ann Berg", "Ann Berg"]


def test_a_description_of_the_only_person_of_a_paragraph_tells_what_she_is():
    sentence = (
        "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/2/PERSON left/leave/VBD/ROOT/2 and/and/CC/cc/2 "
        "the/the/DT/det/5 glaciologist/glaciologist/NN/nsubj/6 slept/sleep/VBD/conj/2"
    )
    later = told_by("the/the/DT/det/1 glaciologist/glaciologist/NN/nsubj/2")
    assert speakers(sentence, CARL, later)[1:] == ["Carl Dorn", "Ann Berg"]


FIRE = "fire/fire/NN/nsubj/1 burned/burn/VBD/ROOT/1 it/it/PRP/nsubj/3 down/down/RB/advmod/1"
COURT = "A/a/DT/det/2 former/former/JJ/amod/2 clerk/clerk/NN/nsubj/3 told/tell/VBD/ROOT/3 it/it/PRP/nsubj/5 fell/fall/VBD/ccomp/3"


def test_the_first_lines_tell_who_begins_the_next():
    assert speakers(FIRE, FIRE, COURT, ANN)[-2:] == ["Ann Berg", "Ann Berg"]
    nurse = NURSE.replace("Danish/danish/JJ/amod/5/NORP", "good/good/JJ/amod/5")
    assert speakers(FIRE, FIRE, COURT, nurse, CARL)[-3:] == [
        None,
        "Ann Berg",
        "Carl Dorn",
    ]


def test_the_age_said_with_a_trade_tells_who_is_meant():
    young = "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/5/PERSON ,/,/,/punct/1 19/19/CD/appos/1 ,/,/,/punct/1 said/say/VBD/ROOT/5 it/it/PRP/nsubj/7 fell/fall/VBD/ccomp/5"
    spinner = (
        "The/the/DT/det/6 19/19/CD/nummod/3 -/-/HYPH/punct/3 year/year/NN/npadvmod/5 -/-/HYPH/punct/5 old/old/JJ/amod/6 "
        "spinner/spinner/NN/nsubj/7 said/say/VBD/ROOT/7 it/it/PRP/nsubj/9 fell/fall/VBD/ccomp/7"
    )
    assert speakers(young, CARL, spinner) == ["Ann Berg", "Carl Dorn", "Ann Berg"]


def test_the_word_for_a_people_is_no_name():
    assert speakers(told_by("The/the/DT/det/1 Scot/scot/NNP/nsubj/2/NORP")) == [None]


def test_who_serves_as_a_clerk_is_one():
    works = (
        "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/8/PERSON ,/,/,/punct/1 who/who/WP/nsubj/4 serves/serve/VBZ/relcl/1 as/as/IN/prep/4 "
        "a/a/DT/det/7 clerk/clerk/NN/pobj/5 said/say/VBD/ROOT/8 it/it/PRP/nsubj/10 fell/fall/VBD/ccomp/8"
    )
    parse = parsed(works, CARL)
    reading = Reading(parse, NONE, NONE, NONE)
    ann = group_persons(reading, find_mentions(reading), frozenset(), kinds_of(reading))[0]
    assert (ann.name, "clerk" in ann.nouns) == ("Ann Berg", True)


def test_a_successor_has_the_office_and_a_predecessor_had_it():
    mayor = "Mayor/mayor/NNP/compound/2 Carl/carl/NNP/compound/2/PERSON Dorn/dorn/NNP/nsubj/3/PERSON left/leave/VBD/ROOT/3 ././././3"
    after = "His/his/PRP$/poss/1 {0}/{0}/NN/nsubj/4 Ann/ann/NNP/compound/3/PERSON Berg/berg/NNP/appos/1/PERSON said/say/VBD/ROOT/4 it/it/PRP/nsubj/6 fell/fall/VBD/ccomp/4"
    told = told_by("The/the/DT/det/1 mayor/mayor/NN/nsubj/2")
    assert speakers(mayor, after.format("successor"), told)[2] == "Ann Berg"
    assert speakers(mayor, after.format("predecessor"), told)[2] == "Carl Dorn"
