"""Tense and modality, on trees made by hand: word, tag, relation, the number of the word above."""

import pytest

from builder.analyse.moods import Mood, is_perfect, mood
from builder.analyse.parsing import Parse, Token
from builder.analyse.syntax import agents, phrase, subjects

LEMMAS = {"signed": "sign", "is": "be", "was": "be", "has": "have", "been": "be", "expected": "expect", "said": "say"}
POS = {"V": "VERB", "N": "NOUN", "D": "DET", "M": "AUX", "I": "ADP", "R": "PART", "T": "PART", "W": "PRON"}


def tree(*rows: tuple[str, str, str, int]) -> Parse:
    tokens, at = [], 0
    for word, tag, dep, head in rows:
        pos = "AUX" if dep in ("aux", "auxpass") else POS[tag[0]]
        lemma = LEMMAS.get(word, word.lower())
        tokens.append(Token(at, at + len(word), word, lemma, pos, tag, dep, head, "", ent_starts=False))
        at += len(word) + 1
    text = " ".join(row[0] for row in rows)
    whole = ((0, len(tokens)),)
    return Parse(text, tuple(tokens), whole, whole)


SIGNED = tree(("Tarn", "NNP", "nsubj", 1), ("signed", "VBD", "ROOT", 1), ("pacts", "NNS", "dobj", 1))
WILL = tree(("Tarn", "NNP", "nsubj", 2), ("will", "MD", "aux", 2), ("sign", "VB", "ROOT", 2))
MAY = tree(("Tarn", "NNP", "nsubj", 2), ("may", "MD", "aux", 2), ("sign", "VB", "ROOT", 2))
NOT = tree(("Tarn", "NNP", "nsubj", 3), ("has", "VBZ", "aux", 3), ("not", "RB", "neg", 3), ("signed", "VBN", "ROOT", 3))
EXPECTED = tree(
    ("Tarn", "NNP", "nsubjpass", 2),
    ("is", "VBZ", "auxpass", 2),
    ("expected", "VBN", "ROOT", 2),
    ("to", "TO", "aux", 4),
    ("sign", "VB", "xcomp", 2),
)
PASSIVE = tree(
    ("pacts", "NNS", "nsubjpass", 3),
    ("has", "VBZ", "aux", 3),
    ("been", "VBN", "auxpass", 3),
    ("signed", "VBN", "ROOT", 3),
    ("by", "IN", "agent", 3),
    ("Tarn", "NNP", "pobj", 4),
)
SAID_WOULD = tree(
    ("Tarn", "NNP", "nsubj", 1),
    ("said", "VBD", "ROOT", 1),
    ("Ossel", "NNP", "nsubj", 4),
    ("would", "MD", "aux", 4),
    ("sign", "VB", "ccomp", 1),
)
IS_TO = tree(
    ("pacts", "NNS", "nsubj", 1),
    ("is", "VBZ", "ROOT", 1),
    ("to", "TO", "aux", 4),
    ("be", "VB", "auxpass", 4),
    ("signed", "VBN", "xcomp", 1),
)
THE_ONE_TO = tree(
    ("Tarn", "NNP", "nsubj", 1),
    ("was", "VBD", "ROOT", 1),
    ("one", "NN", "attr", 1),
    ("to", "TO", "aux", 4),
    ("sign", "VB", "xcomp", 1),
)
OF_WHAT_IS_EXPECTED = tree(
    ("Tarn", "NNP", "nsubj", 2),
    ("is", "VBZ", "aux", 2),
    ("expected", "VBN", "ROOT", 2),
    ("under", "IN", "prep", 2),
    ("pacts", "NNS", "pobj", 3),
    ("signed", "VBN", "acl", 4),
)
AFTER = tree(
    ("After", "IN", "prep", 3), ("signing", "VBG", "pcomp", 0), ("Tarn", "NNP", "nsubj", 3), ("left", "VBD", "ROOT", 3)
)


@pytest.mark.parametrize(
    ("parse", "verb", "expected"),
    [
        (SIGNED, 1, Mood.PAST),
        (WILL, 2, Mood.FUTURE),
        (MAY, 2, Mood.POSSIBLE),
        (NOT, 3, Mood.DENIED),
        (EXPECTED, 4, Mood.FUTURE),
        (PASSIVE, 3, Mood.PAST),
        (SAID_WOULD, 4, Mood.FUTURE),
        (AFTER, 1, Mood.PAST),
        (IS_TO, 4, Mood.FUTURE),
        (THE_ONE_TO, 4, Mood.NONE),
        (OF_WHAT_IS_EXPECTED, 5, Mood.PAST),
    ],
    ids=[
        "past",
        "will",
        "may",
        "denied",
        "expected to",
        "passive",
        "said it would",
        "after doing",
        "is to be done",
        "the one to do",
        "done beside",
    ],
)
def test_mood(parse: Parse, verb: int, expected: Mood):
    assert mood(parse, verb) is expected


def test_who_acts():
    assert agents(SIGNED, 1) == (0,)
    assert agents(PASSIVE, 3) == (5,)
    assert subjects(EXPECTED, 4) == (0,)


def test_perfect():
    assert is_perfect(PASSIVE, 3)
    assert not is_perfect(SIGNED, 1)


def test_a_phrase_ends_before_a_relative_clause():
    parse = tree(
        ("a", "DT", "det", 1),
        ("pact", "NN", "ROOT", 1),
        ("with", "IN", "prep", 1),
        ("Tarn", "NNP", "pobj", 2),
        ("that", "WDT", "nsubj", 5),
        ("binds", "VBZ", "relcl", 1),
    )
    assert phrase(parse, 1) == (1, 3)
