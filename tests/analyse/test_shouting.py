"""Articles in capitals alone."""

import pytest

from builder.analyse import extract
from builder.analyse.shouting import Word, as_printed, as_usual, headlined, is_shouted, quiet
from builder.ingest import read_article
from builder.model.claims import ActorKind, Role
from builder.model.findings import ActorFinding, AttributionFinding, DateFinding, FigureFinding
from builder.model.ids import SourceId
from builder.model.text import Seed, Span

ARTICLE = """OSSEL PORT TO CLOSE

PRIME MINISTER ANN LEE SAID ON MONDAY THAT THE PORT OF OSSEL WOULD CLOSE IN 2031 AND COST $5 MILLION.

“WE HAVE NO MONEY LEFT,” LEE TOLD REPORTERS AT THE U.N. OFFICE. TOM HALL, A SPOKESMAN FOR THE UNION, SAID WORKERS WOULD STRIKE.

“IT IS A SHAME,” HALL ADDED.
"""


def word(text, letters, *, may_name=True, proper=False, begins=False):
    return Word(text.lower().index(letters), letters, may_name, proper, begins)


@pytest.mark.parametrize(
    "text", ["ANN’S PORT, ROUTE 5", "İSTANBUL ŞİŞLİ ﬀ ŉ ß", "O'NEILL AND PRICE-JONES AT THE U.N.", ""]
)
def test_letter_stands_under_letter(text):
    assert len(quiet(text)) == len(headlined(text)) == len(text)
    assert [c.isspace() for c in quiet(text)] == [c.isspace() for c in text]


def test_words_that_are_printed_as_usual_stay():
    assert quiet("ANN LEE of the U.N. SAID McDonald") == "ann lee of the U.N. said McDonald"
    assert headlined("ANN LEE’S PORT, McDonald") == "Ann Lee’s Port, McDonald"


def test_a_text_shouts_where_hardly_a_letter_is_small():
    assert is_shouted(ARTICLE)
    assert not is_shouted(ARTICLE + ARTICLE.lower())
    assert not is_shouted("NATO, U.N., EU")


def test_names_are_names_wherever_they_stand():
    text = "THE PORT CLOSED, LEE SAID. ON MONDAY LEE LEFT."
    first, second = word(text, "lee"), Word(text.rindex("LEE"), "lee", True, False, False)
    words = (word(text, "the", may_name=False, begins=True), word(text, "port"), first, word(text, "monday"), second)
    assert as_usual(text, words, {first.start}) == "The port closed, Lee said. on Monday Lee left."


def test_a_given_name_and_the_word_behind_it_are_a_name():
    text = "IT WAS ANN BERG"
    berg = word(text, "berg", proper=True)
    assert as_usual(text, (word(text, "ann"), berg), set()) == "it was Ann Berg"
    assert as_usual(text, (word(text, "ann", may_name=False), berg), set()) == "it was ann berg"


def test_what_is_found_is_told_as_it_is_printed():
    found = ActorFinding(
        source=SourceId("a"),
        spans=(Span(0, 7),),
        rule="person",
        key="k",
        name="Ann Lee",
        kind=ActorKind.PERSON,
        roles=(Role("head", "Port"), Role("mayor", None)),
    )
    (told,) = as_printed([found], "Ann Lee heads the Port", "ANN LEE HEADS THE PORT")
    assert (told.name, told.roles, told.rule) == ("ANN LEE", (Role("HEAD", "PORT"), Role("mayor", None)), "person")


@pytest.mark.model
def test_people_and_speakers_are_found_in_capitals():
    article = read_article(Seed("a.txt", ARTICLE.encode()), source_id=SourceId("a"))
    found = extract(article.text)
    people = {f.name: f.roles for f in found if isinstance(f, ActorFinding) and f.kind is ActorKind.PERSON}
    assert people == {"ANN LEE": (Role("PRIME MINISTER", None),), "TOM HALL": (Role("SPOKESMAN", "UNION"),)}
    said = {f.reach.of(article.text.text): f.speaker for f in found if isinstance(f, AttributionFinding)}
    assert said["“WE HAVE NO MONEY LEFT,”"] == "ANN LEE"
    assert said["WORKERS WOULD STRIKE"] == said["“IT IS A SHAME,”"] == "TOM HALL"
    assert [f.value for f in found if isinstance(f, FigureFinding)] == [5_000_000]
    assert [f.printed for f in found if isinstance(f, DateFinding)] == ["MONDAY", "2031"]
