"""What breaks the format of the extraction's output is an error and names its line."""

import copy
import json
import sys

import pytest

from tests.evaluate.articles import Article
from tests.evaluate.extraction import ExtractionError, read_extraction, run_extraction

GOOD = {
    "id": "ferry",
    "file": "ferry.txt",
    "attributions": [{"content": [[0, 5]], "cue": None, "source": [[6, 9]], "direct": False, "speaker": None}],
    "persons": [{"name": "Ana Brook", "roles": [], "spans": [[0, 3]]}],
    "agreements": [{"title": "pact", "status": "signed", "date": None, "parties": [], "span": [0, 4]}],
    "positions": [{"party": "tarn", "issue": "fish", "attribution": "narration", "span": [0, 4]}],
    "figures": [{"value": 3, "unit": "count", "year": None, "span": [0, 1]}],
    "events": [{"date": "2024", "precision": "year", "status": "happened", "span": [0, 5]}],
}
# Writes what it is told to where `--output` says, in place of the extraction.
PROGRAM = (
    "import sys; open(sys.argv[sys.argv.index('--output') + 1], 'w', encoding='utf-8').write(' '.join(sys.argv[1:-2]))"
)


@pytest.fixture
def articles(tmp_path):
    file = tmp_path / "ferry.txt"
    file.write_text("Ferry ran aground", encoding="utf-8")
    return {"ferry": Article("ferry", "ferry.txt", file, "Ferry ran aground")}


def changed(path, value):
    record = copy.deepcopy(GOOD)
    *way, last = path
    place = record
    for step in way:
        place = place[step]
    if value is KeyError:
        del place[last]
    else:
        place[last] = value
    return json.dumps(record)


def test_a_good_line_is_read(articles):
    found = read_extraction(json.dumps(GOOD) + "\n", articles)["ferry"]
    assert found.persons[0]["name"] == "Ana Brook"
    assert found.events[0]["date"] == "2024"


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("id",), "other", "id of an article"),
        (("figures",), KeyError, "no list 'figures'"),
        (("attributions", 0, "content"), [], "content is not a list of spans"),
        (("attributions", 0, "content"), None, "content is not a list of spans"),
        (("attributions", 0, "speaker"), KeyError, "attributions[0] lacks speaker"),
        (("attributions", 0, "source"), [[6, 99]], "[6, 99] is not a span"),
        (("positions", 0, "span"), [4, 4], "[4, 4] is not a span"),
        (("figures", 0, "span"), [0, "1"], "is not a span"),
        (("persons", 0), "Ana", "persons[0] is not an object"),
    ],
)
def test_a_broken_line_is_an_error(articles, path, value, said):
    with pytest.raises(ExtractionError) as error:
        read_extraction(changed(path, value), articles)
    assert str(error.value).startswith("line 1")
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", "1 articles have no line: ferry"),
        ("{", "line 1: no JSON"),
        (f"{json.dumps(GOOD)}\n{json.dumps(GOOD)}", "line 2: a second line for ferry"),
    ],
)
def test_every_article_has_one_line(articles, lines, said):
    with pytest.raises(ExtractionError, match=said):
        read_extraction(lines, articles)


def test_the_extraction_is_run_over_the_articles(articles, tmp_path):
    said = run_extraction(articles.values(), root=tmp_path, program=(sys.executable, "-c", PROGRAM))
    assert said == f"extract {articles['ferry'].file}"


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ((sys.executable, "-c", "raise SystemExit(3)"), "status 3"),
        ((sys.executable, "-c", ""), "no output"),
        (("/no/such/program",), "cannot be run"),
    ],
)
def test_a_failed_extraction_is_an_error(articles, tmp_path, program, said):
    with pytest.raises(ExtractionError, match=said):
        run_extraction(articles.values(), root=tmp_path, program=program)
