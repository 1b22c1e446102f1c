import pytest

from builder.analyse.attribution.dialogue import find_dialogue, name_turns
from tests.analyse.parses import parse_of

SCRIPT = """\
A morning at the mill
ANNA HOLM, HOST: How high does the water stand?
DWIGHT OKA: It stands at four metres.
(LAUGHTER)
HOLM: And will the wall hold?
It held before, says the council.
OKA: It will hold."""
ASKED = """\
Q. Why do you keep bees?
A. Because they keep me.
Q. And do they sting?"""
LISTED = """\
Mornmark: the harbour will grow.
Sellia: the road will be mended.
Ostervale: a school will open."""
NUMBERED = """\
Holm: 1,769.
Oka: 1,501.
Holm: 547.
Oka: 39."""


VERBS = dict.fromkeys(("does", "stands", "will", "held", "says", "keep", "sting", "grow", "am"), ("VERB", "dep", ""))


def turns(text):
    parse = parse_of(text, VERBS)
    return [
        (parse.span(*turn.source).of(text), [parse.span(*part).of(text) for part in turn.content])
        for turn in find_dialogue(parse)
    ]


def test_a_turn_belongs_to_its_label_and_reaches_to_the_next_one():
    assert turns(SCRIPT) == [
        ("ANNA HOLM, HOST", ["How high does the water stand?"]),
        ("DWIGHT OKA", ["It stands at four metres."]),
        ("HOLM", ["And will the wall hold?", "It held before, says the council."]),
        ("OKA", ["It will hold."]),
    ]


@pytest.mark.parametrize("mark", ["“", '"', "``"])
def test_a_transcript_taken_over_opens_every_paragraph_with_a_mark(mark):
    said = [line if n == 0 else mark + line for n, line in enumerate(SCRIPT.split("\n"))]
    parse = parse_of("\n".join(said), VERBS)
    units = find_dialogue(parse)
    assert [parse.span(*unit.source).of(parse.text) for unit in units] == [
        "ANNA HOLM, HOST",
        "DWIGHT OKA",
        "HOLM",
        "OKA",
    ]
    assert [[parse.span(*part).of(parse.text) for part in unit.content] for unit in units][2:] == [
        ["And will the wall hold?", mark + "It held before, says the council."],
        ["It will hold."],
    ]
    assert name_turns(parse, units, [None] * 4) == ["Anna Holm", "Dwight Oka", "Anna Holm", "Dwight Oka"]


def test_a_mark_that_closes_a_turn_is_not_of_its_words():
    said = [line if n == 0 else f"“{line}”" for n, line in enumerate(SCRIPT.split("\n"))]
    assert turns("\n".join(said))[-1] == ("OKA", ["It will hold."])


def test_a_paragraph_that_closes_with_a_mark_belongs_to_the_turn_that_goes_on():
    said = [line if n == 0 else f"“{line}”" for n, line in enumerate(SCRIPT.split("\n"))]
    said[5:5] = ["“So say I.”"]
    assert turns("\n".join(said))[2] == (
        "HOLM",
        ["And will the wall hold?", "“So say I.", "“It held before, says the council."],
    )
    said[5] = "“So say I,” says Holm."
    assert turns("\n".join(said))[2] == ("HOLM", ["And will the wall hold?"])


def test_questions_and_answers_are_turns():
    assert [who for who, _ in turns(ASKED)] == ["Q", "A", "Q"]


@pytest.mark.parametrize("text", [LISTED, NUMBERED, "Holm: I am here.\nOka: So am I.", ""])
def test_lists_headings_and_two_lone_labels_are_no_dialogue(text):
    assert turns(text) == []


def test_the_writer_between_two_turns_is_not_the_speaker():
    text = SCRIPT.replace("It held before, says the council.", "“It held before,” says the council.")
    assert turns(text)[2] == ("HOLM", ["And will the wall hold?"])


def test_a_short_label_has_the_name_of_the_one_full_label_that_ends_so():
    parse = parse_of(SCRIPT, VERBS)
    units = find_dialogue(parse)
    assert name_turns(parse, units, [None] * 4) == ["Anna Holm", "Dwight Oka", "Anna Holm", "Dwight Oka"]
    assert name_turns(parse, units, [None, None, "Bea Holm", None])[2:] == ["Bea Holm", "Dwight Oka"]


def test_a_label_that_two_names_end_with_has_no_name():
    parse = parse_of(SCRIPT.replace("DWIGHT OKA:", "LEO HOLM:").replace("OKA:", "LEO HOLM:"), VERBS)
    assert name_turns(parse, find_dialogue(parse), [None] * 4)[2] is None
