"""Who is a man and who a woman is told by the whole article."""

from builder.analyse.attribution.judged import Unit
from builder.analyse.attribution.reading import Reading
from builder.analyse.names import Person
from builder.analyse.scene import Scene
from builder.analyse.sexes import weigh_sexes
from builder.analyse.speakers import kinds_of, name_speakers, persons_of, read_through
from tests.analyse.parses import parsed
from tests.analyse.test_speakers import NONE

ANN = "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/2/PERSON left/leave/VBD/ROOT/2"
HE = "he/he/PRP/nsubj/1 slept/sleep/VBD/ROOT/1"
SHE = "she/she/PRP/nsubj/1 slept/sleep/VBD/ROOT/1"


def named(name):
    first, last = name.split()
    return f"{first}/{first}/NNP/compound/1/PERSON {last}/{last}/NNP/nsubj/2/PERSON left/leave/VBD/ROOT/2"


def weighed(*sentences, heard):
    """The leanings after weighing, by name; `heard` is what they were before."""
    reading = Reading(parsed(*sentences), NONE, NONE, NONE)
    kinds = kinds_of(reading)
    persons = persons_of(reading, {}, kinds)
    for person in persons:
        person.leaning = heard.get(person.name, person.leaning)
    weigh_sexes(persons, lambda settle: read_through(Scene(reading, list(persons), {}, kinds), {}, settle))
    return {person.name: person.leaning for person in persons}


def test_whom_all_pronouns_suit_is_of_their_sex_though_the_first_was_misread():
    assert weighed(named("Qwex Wzly"), HE, HE, HE, heard={"Qwex Wzly": -1.0})["Qwex Wzly"] > 0
    assert weighed(named("Qwex Wzly"), SHE, SHE, SHE, heard={"Qwex Wzly": 1.0})["Qwex Wzly"] < 0


def test_what_the_pronouns_do_not_tell_stays_as_it_was_heard():
    assert weighed(named("Qwex Wzly"), heard={"Qwex Wzly": -1.0})["Qwex Wzly"] == -1.0


def test_a_name_that_is_one_sex_alone_is_not_tried():
    assert weighed(ANN, HE, HE, HE, heard={})["Ann Berg"] < 0


def test_a_trial_leaves_nothing_behind():
    one = Person("Qwex Wzly", ("qwex", "wzly"), nouns={"nurse"})
    weigh_sexes([one], lambda _: one.nouns.add("clerk"))
    assert one.nouns == {"nurse"}


def test_an_article_is_read_a_few_times_however_many_it_names():
    def readings(count):
        read = []
        persons = [Person(f"Qwex {n}", ("qwex", str(n))) for n in range(count)]
        weigh_sexes(persons, read.append)
        return len(read)

    assert 0 < readings(12) == readings(50)
    assert readings(500) == 0


def test_who_is_named_after_the_pronoun_has_said_what_stands_before():
    said = "The/the/DT/det/1 buyer/buyer/NN/nsubj/2 said/say/VBD/ROOT/2 it/it/PRP/nsubj/4 fell/fall/VBD/ccomp/2"
    was = "He/he/PRP/nsubj/1 was/be/VBD/ROOT/1 Carl/carl/NNP/compound/3/PERSON Dorn/dorn/NNP/attr/1/PERSON"
    parse = parsed(said, was)
    unit = Unit(2, ((3, 4),), (0, 1), 1)
    assert name_speakers(Reading(parse, NONE, NONE, NONE), [unit]) == ["Carl Dorn"]
