import pytest

from builder.analyse.attribution.judged import Unit
from builder.analyse.attribution.reading import Counts, Reading
from builder.analyse.names import is_part
from builder.analyse.speakers import name_speakers
from tests.analyse.parses import parsed

NONE = Counts({}, (0.0,) * 5)
ANN = "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/2/PERSON said/say/VBD/ROOT/2 it/it/PRP/nsubj/4 fell/fall/VBD/ccomp/2"
CARL = "Carl/carl/NNP/compound/1/PERSON Dorn/dorn/NNP/nsubj/2/PERSON said/say/VBD/ROOT/2 it/it/PRP/nsubj/4 rose/rise/VBD/ccomp/2"
BO = "Bo/bo/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/2/PERSON said/say/VBD/ROOT/2 it/it/PRP/nsubj/4 rose/rise/VBD/ccomp/2"


def said_by(word, tag="PRP", ent=""):
    return f"{word}/{word.lower()}/{tag}/nsubj/1/{ent} added/add/VBD/ROOT/1 it/it/PRP/nsubj/3 fell/fall/VBD/ccomp/1"


def speakers(*sentences):
    """The speaker of each sentence, its subject being the source."""
    parse = parsed(*sentences)
    units = []
    for first, end in parse.sentences:
        head = next(i for i in range(first, end) if parse.tokens[i].dep == "nsubj")
        units.append(Unit(parse.tokens[head].head, ((end - 2, end - 1),), parse.edges[head], head))
    return name_speakers(Reading(parse, NONE, NONE, NONE), units)


@pytest.mark.parametrize(
    ("sentences", "names"),
    [
        ((ANN, said_by("Berg", "NNP", "PERSON")), ["Ann Berg", "Ann Berg"]),
        ((ANN, said_by("She")), ["Ann Berg", "Ann Berg"]),
        ((ANN, CARL, said_by("She")), ["Ann Berg", "Carl Dorn", "Ann Berg"]),
        ((ANN, CARL, said_by("He")), ["Ann Berg", "Carl Dorn", "Carl Dorn"]),
        ((CARL, said_by("She")), ["Carl Dorn", None]),
        ((ANN, BO, said_by("Berg", "NNP", "PERSON")), ["Ann Berg", "Bo Berg", None]),
        ((ANN, said_by("Bergen", "NNP", "GPE")), ["Ann Berg", "Bergen"]),
        ((said_by("I"),), [None]),
    ],
)
def test_a_source_means_a_person_of_the_article_or_nobody(sentences, names):
    assert speakers(*sentences) == names


def test_a_heading_at_the_head_of_its_paragraph_says_nothing():
    heading = "Trade/trade/NNP/compound/1 Matters/matters/NNP/nsubj/3 :/:/:/punct/1 expected/expect/VBD/ROOT/3 it/it/PRP/nsubj/5 falls/fall/VBD/ccomp/3"
    assert speakers(heading) == [None]
    assert speakers(heading.replace(" :/:/:/punct/1", "").replace("/3", "/2").replace("/5", "/4")) == ["Trade Matters"]


def test_a_title_means_who_was_called_so_last():
    mayor = "Mayor/mayor/NNP/compound/2 Ann/ann/NNP/compound/2/PERSON Berg/berg/NNP/nsubj/3/PERSON said/say/VBD/ROOT/3 so/so/RB/advmod/3"
    later = "The/the/DT/det/1 mayor/mayor/NN/nsubj/2 added/add/VBD/ROOT/2 it/it/PRP/dobj/2"
    assert speakers(mayor, later) == ["Ann Berg", "Ann Berg"]


def test_somebody_without_a_name_takes_the_pronoun_that_follows():
    farmer = "A/a/DT/det/1 farmer/farmer/NN/nsubj/2 said/say/VBD/ROOT/2 it/it/PRP/nsubj/4 fell/fall/VBD/ccomp/2"
    assert speakers(CARL, farmer, said_by("He")) == ["Carl Dorn", None, None]


@pytest.mark.parametrize(
    ("short", "full", "is_one"),
    [
        (("truong",), ("nguyen", "ngoc", "truong"), True),
        (("ruiz",), ("maria", "ruiz", "ortega"), True),
        (("j", "doe"), ("jane", "doe"), True),
        (("viet",), ("vietnam",), False),
        (("doe", "jane"), ("jane", "doe"), False),
        (("j",), ("jane", "doe"), False),
    ],
)
def test_part_of_a_name(short, full, is_one):
    assert is_part(short, full) is is_one


def test_her_husband_is_the_one_the_article_has_named_so():
    with_him = (
        "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/2/PERSON met/meet/VBD/ROOT/2 her/her/PRP$/poss/4"
        " husband/husband/NN/dobj/2 ,/,/,/punct/4 Carl/carl/NNP/compound/7/PERSON Dorn/dorn/NNP/appos/4/PERSON"
    )
    husband = "Her/her/PRP$/poss/1 husband/husband/NN/nsubj/2 said/say/VBD/ROOT/2 so/so/RB/advmod/2"
    wife = "His/his/PRP$/poss/1 wife/wife/NN/nsubj/2 said/say/VBD/ROOT/2 so/so/RB/advmod/2"
    assert speakers(with_him, husband, wife) == ["Ann Berg", "Carl Dorn", "Ann Berg"]


def test_what_several_things_are_said_of_is_one_speaker():
    both = (
        "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/6/PERSON ,/,/,/punct/1 painter/painter/NN/appos/1 and/and/CC/cc/3"
        " critic/critic/NN/conj/3 said/say/VBD/ROOT/6 so/so/RB/advmod/6"
    )
    assert speakers(both) == ["Ann Berg"]


def test_the_mayor_is_not_who_was_it_once():
    now = "Mayor/mayor/NNP/compound/2 Ann/ann/NNP/compound/2/PERSON Berg/berg/NNP/nsubj/3/PERSON said/say/VBD/ROOT/3 so/so/RB/advmod/3"
    once = (
        "Former/former/JJ/amod/1 mayor/mayor/NN/compound/3 Carl/carl/NNP/compound/3/PERSON Dorn/dorn/NNP/nsubj/4/PERSON"
        " said/say/VBD/ROOT/4 so/so/RB/advmod/4"
    )
    later = "The/the/DT/det/1 mayor/mayor/NN/nsubj/2 added/add/VBD/ROOT/2 it/it/PRP/dobj/2"
    assert speakers(now, once, later) == ["Ann Berg", "Carl Dorn", "Ann Berg"]


def test_the_firm_is_the_one_the_article_names():
    firm = "Berg/berg/NNP/compound/1/ORG Paper/paper/NNP/nsubj/2/ORG said/say/VBD/ROOT/2 so/so/RB/advmod/2"
    later = "The/the/DT/det/1 company/company/NN/nsubj/2 added/add/VBD/ROOT/2 it/it/PRP/dobj/2"
    assert speakers(firm, later) == ["Berg Paper", "Berg Paper"]


def test_a_firm_is_named_in_full_and_a_country_is_no_part_of_a_war():
    firm = "Berg/berg/NNP/compound/1/ORG Paper/paper/NNP/nsubj/2/ORG said/say/VBD/ROOT/2 so/so/RB/advmod/2"
    war = "Tarn/tarn/NNP/compound/1/EVENT War/war/NNP/nsubj/2/EVENT said/say/VBD/ROOT/2 so/so/RB/advmod/2"
    later = [said_by("Berg", "NNP", "ORG"), said_by("Tarn", "NNP", "GPE")]
    assert speakers(firm, war, *later) == ["Berg Paper", "Tarn War", "Berg Paper", "Tarn"]


def test_a_name_of_a_whole_family_means_the_one_through_whom_the_others_are_known():
    father = "Her/her/PRP$/poss/1 father/father/NN/nsubj/5 ,/,/,/punct/1 Bo/bo/NNP/compound/4/PERSON Berg/berg/NNP/appos/1/PERSON died/die/VBD/ROOT/5 and/and/CC/cc/5 it/it/PRP/nsubj/8 rained/rain/VBD/conj/5"
    rain = "It/it/PRP/nsubj/1 rained/rain/VBD/ROOT/1"
    parse = parsed(ANN, father, rain, said_by("Berg", "NNP", "PERSON"))
    berg = next(i for i in range(len(parse.tokens) - 1, 0, -1) if parse.tokens[i].text == "Berg")
    unit = Unit(berg + 1, ((berg + 2, berg + 3),), (berg, berg), berg)
    assert name_speakers(Reading(parse, NONE, NONE, NONE), [unit]) == ["Ann Berg"]
    assert speakers(ANN, BO, said_by("Berg", "NNP", "PERSON"))[-1] is None
