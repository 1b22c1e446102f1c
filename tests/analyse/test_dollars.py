"""Whose dollars bare dollars are."""

import pytest

from builder.analyse.currencies import read_purse
from builder.analyse.dollars import is_dollar
from builder.analyse.lexicons import word_table
from builder.model.text import Span
from tests.support import make_source


def dollars(words: str, printed: str = "$3 million") -> str:
    text = make_source(words)
    at = words.index(printed)
    return read_purse(text).money_at("USD", Span(at, at + len(printed)))


@pytest.mark.parametrize(
    ("words", "money"),
    [
        ("The pier cost $3 million. All figures in New Zealand dollars.", "NZD"),
        ("The pier cost $3 million.\n\n(Amounts are given in Canadian dollars.)", "CAD"),
        ("The pier cost $3 million.\n\nPrices in Australian dollars unless stated otherwise.", "AUD"),
        ("The pier cost $3 million.\n\nAll sums in U.S. dollars. Canada paid. Canada lost.", "USD"),
        ("The pier cost more\n\nAll figures in Canadian dollars\n\nThe town paid $3 million.", "CAD"),
        ("The pier cost $3 million. All sums are stated in Canadian dollars (CAD), except where noted.", "CAD"),
        ("Prices in Canadian dollars fell. The pier cost $3 million.", "USD"),
        ("Prices rose in Canadian dollars. The pier cost $3 million.", "USD"),
        ("Boats are dear for all who see the\nprices in Canadian dollars. The pier cost $3 million.", "USD"),
        ("The pier cost $3 million.", "USD"),
        ("WELLINGTON, 3 May 2031 — The pier cost $3 million. New Zealand paid.", "USD"),
        ("All prices rose to 9 million Canadian dollars, and the pier cost $3 million.", "USD"),
        ("The loan was A$5 million ($3 million).", "USD"),
        ("A$5 million was lent for the pier, which cost $3 million. Australia paid.", "USD"),
        ("NZ$5 million (US$4 million) was lent, and the pier cost $3 million.", "dollars"),
        ("New Zealand sold cod for US$4 million. The pier cost $3 million.", "dollars"),
        ("A court in Australia fined the port $3 million. It had paid US$4 million and US$5 million.", "dollars"),
        (
            "A court in Australia fined the port $3 million. It had 4 million US dollars and 5 million US dollars.",
            "dollars",
        ),
        ("Norway sold cod to Canada for US$4 million. Norway’s pier cost $3 million.", "USD"),
    ],
)
def test_bare_dollars_are_those_of_the_article_where_it_tells_them_and_open_where_it_marks_both(words, money):
    assert dollars(words) == money


def test_marked_dollars_are_what_they_say():
    words = "NZ$5 million (US$3 million) was lent. All figures in New Zealand dollars."
    assert dollars(words, "US$3 million") == "USD"
    assert dollars("They paid 3 million U.S. dollars and NZ$5 million.", "3 million U.S. dollars") == "USD"


def test_bare_dollars_may_be_any_dollars_and_marked_ones_not():
    assert all(is_dollar(unit, "$3 million") for unit in ("USD", "NZD", "CAD", "dollars"))
    assert is_dollar("AUD", "3 million dollars")
    assert not is_dollar("EUR", "$3 million")
    assert not is_dollar("NZD", "US$3 million")
    assert not is_dollar("NZD", "3 million American dollars")


def test_every_state_that_pays_in_dollars_is_a_known_state():
    assert set(word_table("units", "dollars_of")) <= set(word_table("countries", "names").values())
