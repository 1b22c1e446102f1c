"""What a passage is about: the issues whose vocabulary stands in it, the parties that it names."""

import re
from collections.abc import Iterable
from functools import lru_cache

from builder.model.ids import PartyId, TopicId
from builder.model.knowledge import Party, Topic
from builder.model.text import fold


def topics_in(words: str, topics: Iterable[Topic]) -> tuple[TopicId, ...]:
    """The issues of which a word stands in the words, in the order of the briefing."""
    return tuple(topic.id for topic in topics if count_of(words, topic.vocabulary))


def main_topic(words: str, topics: Iterable[Topic]) -> TopicId | None:
    """The issue of which most words stand there, the first of equals; None where none does."""
    best, found = 0, None
    for topic in topics:
        if (count := count_of(words, topic.vocabulary)) > best:
            best, found = count, topic.id
    return found


def parties_in(words: str, parties: Iterable[Party]) -> tuple[PartyId, ...]:
    """The parties of which a name stands in the words, in the order of the briefing."""
    return tuple(party.id for party in parties if count_of(words, (party.name, *party.names)))


def count_of(words: str, vocabulary: tuple[str, ...]) -> int:
    """How often one of the vocabulary stands in the words; what has a capital must be printed with it."""
    folded = fold(words)
    return sum(len(_pattern(word).findall(folded)) for word in vocabulary)


@lru_cache(maxsize=2048)  # a briefing has some hundreds of words
def _pattern(word: str) -> re.Pattern[str]:
    printed = r"\s+".join(map(re.escape, fold(word).split()))
    return re.compile(rf"(?<!\w){printed}(?!\w)", 0 if any(map(str.isupper, word)) else re.IGNORECASE)
