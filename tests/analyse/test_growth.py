"""Odd input ten times as long takes ten times as long to search: the ratio is bounded, not the seconds."""

import pytest

from builder.analyse import extract
from builder.model.text import SourceText
from tests.growth import TENFOLD, assert_linear
from tests.support import make_source

pytestmark = pytest.mark.slow

SHORT = 1_000  # code points

UNITS = {
    "prose": "Minister Ann Berg paid $5 million on May 3, 2021: “We had to pay all of it,” he said. ",
    "open marks": "“a ",
    "names": "Ann Bergen ",
    "numbers": "5 MW in 2021 ",
    "digits": "5 7 3 8 ",
    "digits and years": "5 in 2021 ",
    "apostrophes": "the ministers' boats ‘go ",
    "one word": "ty",
    "hyphens": "a-b-",
    "no stop": "Berg said 11 “x y” ",
    "clauses": "Berg said that the port would “not be closed” and ",
    "initials": "A.B.",
    "double apostrophes": "''",
    "paragraphs": "“We go on Monday.\n\n",
}


@pytest.mark.parametrize("name", sorted(UNITS))
def test_time_grows_with_the_length(name: str) -> None:
    short, long = _text(name, SHORT), _text(name, SHORT * TENFOLD)
    extract(short)  # the lexicons are read now
    assert_linear(lambda: extract(short), lambda: extract(long))


@pytest.mark.model
@pytest.mark.parametrize("name", ["digits", "digits and years", "prose"])
def test_time_grows_with_the_length_where_the_text_is_parsed(name: str) -> None:
    short, long = _text(name, SHORT), _text(name, SHORT * TENFOLD)
    extract(short)  # the model is loaded now
    assert_linear(lambda: extract(short), lambda: extract(long))


def _text(name: str, size: int) -> SourceText:
    return make_source((UNITS[name] * (size // len(UNITS[name]) + 1))[:size] + " end.")
