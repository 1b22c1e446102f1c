"""What the list of actors takes over from the reading of the speakers."""

from builder.analyse.actors.find import find_actors, read_kinds
from builder.analyse.actors.named import Named
from builder.analyse.attribution.weights import load_weights
from builder.analyse.named_people import read_named
from builder.analyse.syntax import Body
from builder.model.claims import ActorKind, Role
from tests.analyse.parses import parsed
from tests.support import make_source

RAIN = "It/it/PRP/nsubj/1 rained/rain/VBD/ROOT/1"
TRADE = "Cheesemonger/cheesemonger/NNP/compound/2/ORG Ann/ann/NNP/compound/2/ORG Berg/berg/NNP/nsubj/3/ORG left/leave/VBD/ROOT/3"
LONE = "Sutini/sutini/NNP/nsubj/1/GPE left/leave/VBD/ROOT/1"


def kinds_with(people, *sentences):
    parse = parsed(RAIN, *sentences)
    names, _, kinds = read_kinds(parse, Body(tuple(parse.paragraphs)), people)
    return [(" ".join(n.words), kinds[n.key]) for n in names]


def test_a_name_is_cut_as_the_person_is_called_and_what_stood_before_is_its_title():
    parse = parsed(RAIN, TRADE)
    names, _, kinds = read_kinds(parse, Body(tuple(parse.paragraphs)), [[(3, 4)]])
    assert [(n.words, n.title_first) for n in names] == [(("Ann", "Berg"), 2)]
    assert kinds["ann", "berg"] is ActorKind.PERSON


def test_a_place_by_the_recogniser_is_a_person_where_the_reading_says_so():
    assert kinds_with((), LONE) == [("Sutini", ActorKind.PLACE)]
    assert kinds_with([[(2, 2)]], LONE) == [("Sutini", ActorKind.PERSON)]


def test_a_given_name_is_not_cut_off():
    sentence = "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/2/PERSON left/leave/VBD/ROOT/2"
    assert kinds_with([[(3, 3)]], sentence)[0][0] == "Ann Berg"


def test_people_are_read_with_all_their_places():
    full = "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/2/PERSON left/leave/VBD/ROOT/2"
    short = "Berg/berg/NNP/nsubj/1/PERSON stayed/stay/VBD/ROOT/1"
    assert read_named(parsed(RAIN, full, short), load_weights(), ()).people == (((2, 3), (5, 5)),)


def test_an_article_may_end_with_a_title():
    sentence = (
        "Berg/berg/NNP/nsubj/1/PERSON met/meet/VBD/ROOT/1 Union/union/NNP/compound/3/ORG Leader/leader/NNP/dobj/1/ORG"
    )
    assert [name for name, _ in kinds_with((), sentence)] == ["Berg", "Union"]


def test_a_family_name_is_whose_the_reading_says():
    linda = "Linda/linda/NNP/compound/1/PERSON Bolton/bolton/NNP/nsubj/2/PERSON left/leave/VBD/ROOT/2"
    geoff = "Geoff/geoff/NNP/compound/1/PERSON Bolton/bolton/NNP/nsubj/2/PERSON met/meet/VBD/ROOT/2 Linda/linda/NNP/compound/4/PERSON Bolton/bolton/NNP/dobj/2/PERSON"
    pilot = "Bolton/bolton/NNP/nsubj/4/PERSON ,/,/,/punct/0 a/a/DT/det/3 pilot/pilot/NN/appos/0 wept/weep/VBD/ROOT/4"
    parse = parsed(linda, geoff, pilot)
    named = Named((((0, 1), (6, 7)), ((3, 4), (8, 8))))
    found = {a.name: a.roles for a in find_actors(make_source(parse.text), parse, (), named)}
    assert found == {"Linda Bolton": (), "Geoff Bolton": (Role("pilot", None),)}
