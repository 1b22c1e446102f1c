"""Which found passage is held against which of the gold."""

import pytest

from tests.evaluate.articles import Article
from tests.evaluate.extraction import Found
from tests.evaluate.gold import Gold
from tests.evaluate.passages import match, score_passages

TEXT = "Tarn and Ossel signed a cod pact. They met. The pact runs for ten years."


@pytest.fixture
def article(tmp_path):
    return Article("cod", "cod.txt", tmp_path / "cod.txt", TEXT)


def at(words):
    start = TEXT.index(words)
    return [start, start + len(words)]


def test_something_found_in_several_places_is_held_against_each(article):
    item = {"title": "cod pact", "span": at("cod pact"), "spans": [at("cod pact"), at("pact runs")]}
    due = [({"text": "The pact runs for ten years"}, [at("The pact runs for ten years")])]
    assert match(article, due, [item]) == {0: 0}
    assert match(article, due, [item | {"spans": [at("cod pact")]}]) == {}


def test_what_may_be_missing_takes_nothing_from_what_is_due(article):
    item = {"title": "cod pact", "span": at("cod pact"), "spans": [at("cod pact"), at("pact runs")]}
    due = [
        ({"text": "a cod pact", "optional": True}, [at("a cod pact")]),
        ({"text": "The pact runs for ten years"}, [at("The pact runs for ten years")]),
    ]
    assert match(article, due, [item]) == {1: 0}


def test_of_two_events_in_one_passage_that_of_its_date_is_meant(article):
    item = {
        "date": "2024",
        "precision": "year",
        "status": "happened",
        "span": at("Tarn and Ossel signed a cod pact. They met"),
    }
    due = [
        ({"text": "They met", "date": ["2024"]}, [at("They met")]),
        ({"text": "Tarn and Ossel signed a cod pact", "date": ["2023"]}, [at("Tarn and Ossel signed a cod pact")]),
    ]
    assert match(article, due, [item]) == {0: 0}


@pytest.mark.parametrize(("date", "due"), [(["2024"], True), (["2024", None], False)])
def test_an_event_without_a_date_need_not_be_found(article, date, due):
    case = {"text": "They met", "date": date, "status": "happened"}
    gold = Gold("cod", {"cod": article}, None, (), {"cod": {"events": [case]}}, None, ())
    (events,) = score_passages(gold, {"cod": Found()})
    assert ("events.found" in events.metrics) is due
