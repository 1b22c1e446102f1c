"""Odd input ten times as long takes ten times as long to search: the ratio is bounded, not the seconds."""

import time

import pytest

from builder.analyse import extract
from builder.model.text import SourceText
from tests.support import make_source

SHORT, LONG = 1_000, 10_000  # code points
SLACK = 2.5  # on the tenfold; a quadratic step would make it a hundredfold

UNITS = {
    "prose": "Minister Ann Berg paid $5 million on May 3, 2021: “We had to pay all of it,” he said. ",
    "open marks": "“a ",
    "names": "Ann Bergen ",
    "numbers": "5 MW in 2021 ",
    "apostrophes": "the ministers' boats ‘go ",
    "one word": "ty",
    "hyphens": "a-b-",
    "no stop": "Berg said 11 “x y” ",
    "initials": "A.B.",
    "double apostrophes": "''",
    "paragraphs": "“We go on Monday.\n\n",
}


@pytest.mark.parametrize("name", sorted(UNITS))
def test_time_grows_with_the_length(name: str) -> None:
    short_text, long_text = _text(name, SHORT), _text(name, LONG)
    extract(short_text)  # the lexicons are read now
    short = min(_seconds(short_text) for _ in range(3))
    assert min(_seconds(long_text) for _ in range(2)) <= SLACK * (LONG / SHORT) * max(short, 0.001)


def _text(name: str, size: int) -> SourceText:
    return make_source((UNITS[name] * (size // len(UNITS[name]) + 1))[:size] + " end.")


def _seconds(text: SourceText) -> float:
    start = time.process_time()
    extract(text)
    return time.process_time() - start
