"""The house of an office that names none beside it, and what the reading of the speakers tells of houses."""

import pytest

from builder.analyse.actors import houses
from builder.analyse.actors.find import find_actors
from builder.analyse.actors.named import Named
from tests.analyse.parses import parsed
from tests.support import make_source

TARN = "Tarn/tarn/NNP/compound/1/ORG Rail/rail/NNP/nsubj/2/ORG lost/lose/VBD/ROOT/2 a/a/DT/det/4 case/case/NN/dobj/2"
AGAIN = "Tarn/tarn/NNP/compound/1/ORG Rail/rail/NNP/nsubj/2/ORG paid/pay/VBD/ROOT/2"
OSSEL = "Ossel/ossel/NNP/compound/1/ORG Lines/lines/NNP/nsubj/2/ORG won/win/VBD/ROOT/2"
CHIEF = "Chief/chief/JJ/amod/1 executive/executive/NN/compound/3 Ann/ann/NNP/compound/3/PERSON Berg/berg/NNP/nsubj/4/PERSON wept/weep/VBD/ROOT/4"
CLERK = "The/the/DT/det/1 company/company/NN/poss/3 \u2019s/\u2019s/POS/case/1 clerk/clerk/NN/nsubj/7 ,/,/,/punct/3 Ann/ann/NNP/compound/6/PERSON Berg/berg/NNP/appos/3/PERSON wept/weep/VBD/ROOT/7"
FIRM = "Tarn Rail"


def roles(*sentences, bodies, firms=(FIRM, "Ossel Lines"), person=None):
    parse = parsed(*sentences)
    first = next(i for i, t in enumerate(parse.tokens) if t.text == "Ann")
    named = Named((((first, first + 1),),), bodies, frozenset(firms))
    actors = find_actors(make_source(parse.text), parse, (), named)
    return {a.name: [(r.title, r.affiliation) for r in a.roles] for a in actors if a.kind.value == "person"}


def test_a_chief_executive_is_the_one_firms_that_the_article_is_about():
    assert roles(TARN, AGAIN, CHIEF, bodies={0: FIRM, 1: FIRM, 5: FIRM, 6: FIRM}) == {
        "Ann Berg": [("Chief executive", FIRM)]
    }


@pytest.mark.parametrize("firms", [(FIRM, "Ossel Lines"), ()])
def test_a_chief_executive_is_nobodys_where_two_firms_are_spoken_of_or_no_firm(firms):
    bodies = {0: FIRM, 1: FIRM, 5: "Ossel Lines", 6: "Ossel Lines"}
    assert roles(TARN, OSSEL, CHIEF, bodies=bodies, firms=firms) == {"Ann Berg": [("Chief executive", None)]}


def test_the_company_is_the_one_that_the_reading_takes_it_for():
    bodies = {0: FIRM, 1: FIRM, 5: "Ossel Lines", 6: "Ossel Lines", 9: FIRM}
    assert roles(TARN, OSSEL, CLERK, bodies=bodies) == {"Ann Berg": [("clerk", FIRM)]}


def test_a_name_that_is_read_as_a_bodys_is_no_persons():
    bergs = "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/2/PERSON met/meet/VBD/ROOT/2 Olaf/olaf/NNP/compound/4/PERSON Carriers/carriers/NNP/dobj/2/PERSON"
    assert roles(TARN, bergs, bodies={0: FIRM, 1: FIRM, 8: "Olaf Carriers", 9: "Olaf Carriers"}) == {"Ann Berg": []}


LEFT = "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/2/PERSON left/leave/VBD/ROOT/2"
NURSE = "The/the/DT/det/1 nurse/nurse/NN/nsubj/7 ,/,/,/punct/1 who/who/WP/nsubj/4 serves/serve/VBZ/relcl/1 at/at/IN/prep/4 Tarn/tarn/NNP/pobj/5/ORG wept/weep/VBD/ROOT/7"
OLAF = "Olaf/olaf/NNP/compound/1/PERSON Dorn/dorn/NNP/nsubj/2/PERSON ,/,/,/punct/1 a/a/DT/det/4 nurse/nurse/NN/appos/1 ,/,/,/punct/1 left/leave/VBD/ROOT/6"


def told(*sentences, said, people=(((0, 1),),), bodies=()):
    parse = parsed(*sentences)
    actors = find_actors(make_source(parse.text), parse, (), Named(people, dict(bodies), frozenset(), said))
    return {a.name: [(r.title, r.affiliation) for r in a.roles] for a in actors if a.kind.value == "person"}


def test_the_phrase_for_a_speaker_says_who_that_is():
    assert told(LEFT, NURSE, said=((3, 9, "Ann Berg"),)) == {"Ann Berg": [("nurse", "Tarn")]}


def test_a_phrase_for_a_speaker_whom_the_reading_does_not_know_says_nothing_of_anybody():
    assert told(LEFT, NURSE.replace("/nsubj/7", "/dobj/7"), said=()) == {"Ann Berg": []}


def test_the_nurse_may_be_another_who_is_known_for_one():
    bare = "The/the/DT/det/1 nurse/nurse/NN/nsubj/2 wept/weep/VBD/ROOT/2"
    people = (((0, 1),), ((3, 4),))
    found = told(LEFT, OLAF, bare, said=((10, 11, "Ann Berg"),), people=people)
    assert found == {"Ann Berg": [], "Olaf Dorn": [("nurse", None)]}


NORWAY = "Norway/norway/NNP/nsubj/1/GPE paid/pay/VBD/ROOT/1"
ICELAND = "Iceland/iceland/NNP/nsubj/1/GPE left/leave/VBD/ROOT/1"
MINISTER = "Transport/transport/NNP/compound/1 Minister/minister/NNP/compound/3 Ann/ann/NNP/compound/3/PERSON Berg/berg/NNP/nsubj/4/PERSON wept/weep/VBD/ROOT/4"
MARKED = "Norway/norway/NNP/poss/2/GPE \u2019s/\u2019s/POS/case/0 ambassador/ambassador/NN/nsubj/3 wept/weep/VBD/ROOT/3"


@pytest.mark.parametrize(("last", "house"), [(NORWAY, "Norway"), (MARKED, None)])
def test_a_minister_is_of_the_state_that_the_article_is_about_unless_it_marks_that_states_officials(last, house):
    sentences = [NORWAY] * 5 + [ICELAND] * 2 + [MINISTER, last]
    first = 7 * 2 + 2
    found = told(*sentences, said=(), people=(((first, first + 1),),))
    assert found == {"Ann Berg": [("Transport Minister", house)]}


DOCTOR = "The/the/DT/det/1 doctor/doctor/NN/nsubj/2 told/tell/VBD/ROOT/2 {}/{}/PRP/dobj/2 to/to/TO/aux/5 rest/rest/VB/xcomp/2"


@pytest.mark.parametrize(("pronoun", "roles"), [("her", []), ("him", [("doctor", None)])])
def test_a_speaker_who_tells_her_something_is_not_she(pronoun, roles):
    assert told(LEFT, DOCTOR.format(pronoun, pronoun), said=((3, 4, "Ann Berg"),)) == {"Ann Berg": roles}


def test_a_speaker_who_speaks_of_somebody_by_name_is_another():
    fears = "The/the/DT/det/1 pilot/pilot/NN/nsubj/2 fears/fear/VBZ/ROOT/2 that/that/IN/mark/5 Berg/berg/NNP/nsubj/5/PERSON lies/lie/VBZ/ccomp/2"
    assert told(LEFT, fears, said=((3, 4, "Ann Berg"),), people=(((0, 1), (7, 7)),)) == {"Ann Berg": []}
    lies = "Berg/berg/NNP/nsubj/1/PERSON lies/lie/VBZ/ccomp/4 ,/,/,/punct/4 the/the/DT/det/4 pilot/pilot/NN/nsubj/5 said/say/VBD/ROOT/5"
    assert told(LEFT, lies, said=((6, 7, "Ann Berg"),), people=(((0, 1), (3, 3)),)) == {"Ann Berg": [("pilot", None)]}


@pytest.mark.parametrize(("word", "roles"), [("when", []), ("as", [("surgeon", None)])])
def test_a_story_brings_in_new_people(word, roles):
    story = f"May/may/NNP/nsubj/1 was/be/VBD/ROOT/1 bad/bad/JJ/acomp/1 {word}/{word}/RB/advmod/6 the/the/DT/det/5 surgeon/surgeon/NN/nsubj/6 wanted/want/VBD/advcl/1 peace/peace/NN/dobj/6"
    assert told(LEFT, story, said=((7, 8, "Ann Berg"),)) == {"Ann Berg": roles}


def test_whom_a_thing_belongs_to_is_not_who_speaks():
    page = "The/the/DT/det/1 secretary/secretary/NN/poss/5 of/of/IN/prep/1 state/state/NN/pobj/2 \u2019s/\u2019s/POS/case/1 page/page/NN/nsubj/6 says/say/VBZ/ROOT/6 so/so/RB/advmod/6"
    assert told(LEFT, page, said=((3, 8, "Ann Berg"),)) == {"Ann Berg": []}


PILOT = "The/the/DT/det/1 pilot/pilot/NN/nsubj/2 wept/weep/VBD/ROOT/2"


def test_one_of_two_who_is_called_so_first_is_the_one_who_is_called_so():
    dorn = "Olaf/olaf/NNP/compound/1/PERSON Dorn/dorn/NNP/nsubj/2/PERSON ,/,/,/punct/1 a/a/DT/det/4 nurse/nurse/NN/appos/1 ,/,/,/punct/1 left/leave/VBD/ROOT/6"
    said = ((3, 4, "Ann Berg"), (13, 14, "Olaf Dorn"))
    found = told(LEFT, PILOT, dorn, PILOT, said=said, people=(((0, 1),), ((6, 7),)))
    assert found == {"Ann Berg": [("pilot", None)], "Olaf Dorn": [("nurse", None)]}


@pytest.mark.parametrize("times", [2, 20])
def test_the_states_of_an_article_are_looked_for_as_often_however_many_it_names(times, monkeypatch):
    looked = []
    monkeypatch.setattr(houses, "state_tokens_of", lambda parse: looked.append(parse) or iter(()))
    beside = "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/5/PERSON ,/,/,/punct/1 the/the/DT/det/4 minister/minister/NN/appos/1 left/leave/VBD/ROOT/5"
    assert told(*[beside] * times, said=()) == {"Ann Berg": [("minister", None)]}
    assert len(looked) <= 2
