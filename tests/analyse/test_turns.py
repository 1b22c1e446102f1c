"""Turning words, read off a parse made by hand and off the language model's."""

import pytest

from builder.analyse import read_parse
from builder.analyse.parsing import Parse, Token
from builder.analyse.turns import find_turns
from tests.support import make_source


def by_hand(words: str, *rows: tuple[str, str, str, str, int]) -> Parse:
    """A parse of one sentence; a row is word, part of speech, tag, relation and index of the head."""
    tokens, at = [], 0
    for word, pos, tag, dep, head in rows:
        at = words.index(word, at)
        tokens.append(Token(at, at + len(word), word, word.lower(), pos, tag, dep, head, "", False))
        at += len(word)
    whole = ((0, len(tokens)),)
    return Parse(words, tuple(tokens), whole, whole)


def found(words: str, parse: Parse) -> list[tuple[str, str, bool]]:
    return [(t.reach.of(words), t.governed.of(words), t.strong) for t in find_turns(make_source(words), parse)]


def test_negations_modals_and_hedges_with_what_they_govern() -> None:
    words = "Cod may not reportedly return soon"
    parse = by_hand(
        words,
        ("Cod", "NOUN", "NN", "nsubj", 4),
        ("may", "AUX", "MD", "aux", 4),
        ("not", "PART", "RB", "neg", 4),
        ("reportedly", "ADV", "RB", "advmod", 4),
        ("return", "VERB", "VB", "ROOT", 4),
        ("soon", "ADV", "RB", "advmod", 4),
    )
    assert found(words, parse) == [("may", "return", True), ("not", "return", True), ("reportedly", "return", False)]


def test_a_text_without_words_has_none() -> None:
    assert found("Cod", Parse("Cod", (), (), ())) == []


@pytest.mark.model
def test_the_models_parse_has_them_too() -> None:
    text = make_source("The minister said the nets would never be moved.\n\n“We can’t wait,” she said.")
    turns = [(t.reach.of(text.text), t.governed.of(text.text)) for t in find_turns(text, read_parse(text))]
    assert ("would", "moved") in turns
    assert ("never", "moved") in turns
    assert ("ca", "wait") in turns or ("can", "wait") in turns
