"""Which state's money a shared name means."""

import pytest

from builder.analyse.currencies import is_money_of, read_purse
from builder.analyse.lexicons import word_table
from builder.model.text import Span
from tests.support import make_source


@pytest.mark.parametrize(
    ("words", "money"),
    [
        ("The Algerian fleet pays in dinars.", "DZD"),
        ("Jordanians and Iraqis met. The Jordanian fleet pays in dinars.", "JOD"),
        ("Jordan met Iraq, and both pay in dinars.", "dinars"),
        ("Algiers pays in dinars.", "DZD"),
        ("Jordan fishes. In Algiers they pay in dinars.", "JOD"),
        ("Norway pays in dinars.", "dinars"),
        ("Algeria pays in dollars.", "dollars"),
    ],
)
def test_the_states_that_are_named_decide(words: str, money: str) -> None:
    text = make_source(words)
    unit = words.rstrip(".").rpartition(" ")[2]
    at = words.index(unit)
    assert read_purse(text).money_at(unit, Span(at, at + len(unit))) == money


def test_what_the_article_names_most_by_far_decides_where_the_sentence_names_none() -> None:
    text = make_source("Chile sells. Chileans fish. Chile rules. Mexico buys.\n\nThe fleet lost ten pesos.")
    at = text.text.index("pesos")
    assert read_purse(text).money_at("pesos", Span(at, at + 5)) == "CLP"


def test_a_state_s_money_goes_by_its_shared_name() -> None:
    assert is_money_of("PHP", "pesos")
    assert not is_money_of("PHP", "dinars")
    assert not is_money_of("USD", "pesos")


def test_every_state_that_pays_is_a_known_state() -> None:
    assert set(word_table("units", "money_of")) <= set(word_table("countries", "names").values())
    assert set(word_table("units", "money_of").values()) == set(word_table("units", "shared_names"))
