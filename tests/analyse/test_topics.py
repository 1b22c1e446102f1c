"""Which issues words are about; no model."""

from builder.analyse.datelines import dateline_state
from builder.analyse.positions.topics import named_topics, read_vocabularies
from builder.model.ids import PartyId, TopicId
from builder.model.knowledge import Party, Topic
from tests.analyse.parses import parse_of

PARTIES = (
    Party(PartyId("tarn"), "Tarn", names=("Tarn", "Tarnish")),
    Party(PartyId("ossel"), "Ossel", names=("Ossel",)),
)


def topics_in(words: str, *topics: Topic) -> list[str]:
    parse = parse_of(words)
    return named_topics(read_vocabularies(topics, PARTIES), parse, range(len(parse.tokens)), frozenset())


def test_an_issue_that_is_called_by_two_parties_and_has_common_words_alone_is_named_by_them():
    issue = Topic(TopicId("workers"), "Tarnish workers in Ossel", vocabulary=("workers", "visa"))
    assert topics_in("The workers left.", issue) == ["workers"]


def test_one_that_has_words_of_its_own_is_not_meant_by_a_common_one_far_from_them():
    issue = Topic(TopicId("war"), "Tarn war", vocabulary=("Tarn", "war"))
    assert topics_in("The war goes on.", issue) == []
    assert topics_in("The war goes on in Tarn.", issue) == ["war"]


def test_the_state_of_a_dateline_is_its_towns_or_stands_behind_it_and_two_are_none():
    places = {"lima": "Peru", "santiago": "Chile", "peru": "Peru"}
    for words, state in (
        ("LIMA, 3 May — Talks ended.", "Peru"),
        ("TACNA, Peru — Talks ended.", "Peru"),
        ("LIMA / SANTIAGO — Talks ended.", None),
        ("TACNA — Talks ended.", None),
        ("Lima talks ended — again.", None),
    ):
        parse = parse_of(words)
        assert dateline_state(parse, 0, len(parse.tokens), places) == state
