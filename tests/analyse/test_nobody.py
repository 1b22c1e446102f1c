"""Who is not meant: a description of somebody whom the article does not name is nobody's. Needs the language model."""

import pytest

from builder.analyse import reader
from builder.analyse.attribution.reading import Reading
from builder.analyse.attribution.units import find_units
from builder.analyse.attribution.weights import load_weights
from builder.analyse.speakers import name_speakers
from tests.support import make_source

pytestmark = pytest.mark.model

HEAD = "News of the day\n\n"


def speakers(words: str) -> list[str | None]:
    """Who says what in an article, in order."""
    weights = load_weights()
    parse = reader.read_parse(make_source(HEAD + words))
    units = list(find_units(parse, weights))
    return name_speakers(Reading(parse, weights.words, weights.heads, weights.frames), units)


@pytest.mark.parametrize(
    "words",
    [
        "Tom Vale, 33, was arrested on Monday over the theft of a bike. The victim said she was angry.",
        "Marta Lind, a singer, watched her house burn on Monday. The baker said the roof had gone.",
        "Prime Minister Ann Cole visited a farm on Monday. The farmer said she was kind.",
        "Ex-president Luis Roa went on trial on Monday. The witness said Roa took cash.",
        "Peter Gall, 46, was jailed on Monday. The judge said the crime was grave.",
        "Finance Minister Tom Hall met his counterpart Greta Lund on Monday. The foreign minister said nothing had changed.",
        "Finance Minister Tom Hall met Greta Lund on Monday. The prime minister said he would resign.",
        "Ana Ruiz, a doctor, fell ill on Monday. The doctor told Ruiz that she would live.",
        "Ana Ruiz, a doctor, fell ill on Monday. The doctor treating Ruiz said she was well.",
        "Paul Dray, the manager, was sacked on Monday. The new manager said it was time.",
        "Jo Park, a plumber, mended the pipes on Monday. The priest said it was cold.",
        "The Frenchman, Luc Moreau, won the race on Monday. The Swede said it was cold.",
        "The buyer said it was cheap. He is not Carl Dorn.",
        "The buyer said it was cheap. He might be Jon Pike, a dealer.",
    ],
)
def test_whom_the_article_does_not_name_is_nobody(words):
    found = speakers(words)
    assert found
    assert set(found) == {None}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The buyer said it was cheap. He was Carl Dorn, a dealer.", "Carl Dorn"),
        ("Finance Minister Tom Hall met Greta Lund on Monday. The finance minister said it was late.", "Tom Hall"),
        ("Rosa Quill, director of the museum, spoke on Monday. The archaeologist said the find was old.", "Rosa Quill"),
        ("Paul Dray, the new manager, came on Monday. The new manager said it was time.", "Paul Dray"),
    ],
)
def test_whom_the_article_names_is_meant(words, name):
    assert speakers(words) == [name]
