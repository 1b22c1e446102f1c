import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.analyse.attribution.quotemarks import read_marks
from tests.analyse.parses import parse_of


def stretches(text):
    parse = parse_of(text)
    return [parse.span(q.first, q.last).of(text) for q in read_marks(parse).stretches]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“A b,” he said. “C d.”", ["“A b,”", "“C d.”"]),
        ('He said "a b" and "c".', ['"a b"', '"c"']),
        ("''A b,'' he said.", ["''A b,''"]),
        ("“A ‘b c’ d,” he said.", ["“A ‘b c’ d,”"]),
        ("a ‘b c’ d", ["‘b c’"]),
        ("the dogs’ bowl and the cat’s", []),
        ("“One goes on\n“and ends,” he said.", ["“One goes on", "“and ends,”"]),
        ("goes on here,” he said.", ["goes on here,”"]),
        ("“open “again” here", ["“open “again” here"]),
        ("so “open and “again” here", ["“open and", "“again”"]),
        ('"He read “a b” and “c d” aloud."', ['"He read “a b” and “c d” aloud."']),
        ("She is 6'3\" tall.", []),
        ("“A b.”― Ann Holm", ["“A b.”"]),
        ('“mixed marks" here', ['“mixed marks"']),
        ("“A b“, he said. C d.", ["“A b“"]),
        ("„A b“ he said. „C d.“", ["„A b“", "„C d.“"]),
    ],
)
def test_marks_are_paired_as_printed(text, quoted):
    assert stretches(text) == quoted


def test_two_hundred_lone_marks_lose_nothing():
    text = "\n".join("“ lone mark here" for _ in range(200))
    assert len(stretches(text)) == 200


@given(st.text(alphabet="ab .,“”\"'‘’\n", max_size=60))
def test_double_stretches_never_overlap(text):
    if not text.strip():
        return
    parse = parse_of(text)
    found = read_marks(parse).stretches
    assert all(a.last < b.first for a, b in itertools.pairwise(found))
