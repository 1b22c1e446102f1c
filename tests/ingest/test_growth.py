"""Odd input ten times as long takes ten times as long: the ratio is bounded, not the seconds."""

import pytest

from builder.ingest import Article, read_article
from builder.model.ids import SourceId
from builder.model.text import Seed
from tests.growth import TENFOLD, assert_linear

pytestmark = pytest.mark.slow

SHORT = 1_000  # bytes

UNITS = {
    "one word": "x",
    "words": "a ",
    "lines": "Some words here and there.\n",
    "letters": "a\n",
    "stops": ".",
    "stops and blanks": "... ",
    "marks": "“",
    "apostrophes": "'",
    "brackets": "(",
    "names": "Ann Berg\n",
    "bylines": "by Ann Berg\n",
    "items": "• x\n",
    "headings": "# x\n",
    "abbreviations": "U.S. ",
    "dates": "June 3, 2024 ",
    "blank lines": "x\n\n\n",
    "long blanks": "x" + " " * 1000,
    "omissions": "[…] ",
    "dashes": " - ",
    "wrapped": "the ferry to the other island was late again and nobody knew\n",
}


@pytest.mark.parametrize("name", sorted(UNITS))
def test_time_grows_with_the_length(name: str) -> None:
    assert_linear(lambda: _read(UNITS[name], SHORT), lambda: _read(UNITS[name], SHORT * TENFOLD))


def _read(unit: str, size: int) -> None:
    data = (unit * (size // len(unit) + 1))[:size] + " x"
    article = read_article(Seed("seeds/odd.txt", data.encode()), source_id=SourceId("odd"))
    assert isinstance(article, Article)


def test_a_megabyte_without_a_line_end_is_read() -> None:
    data = "the-late-ferry-that-nobody-knew “ " * 30_000
    article = read_article(Seed("seeds/odd.txt", data.encode()), source_id=SourceId("odd"))
    assert isinstance(article, Article)
    assert article.text.blocks[-1].span.end == len(data)
