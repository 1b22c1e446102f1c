import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.cli.console import annotation, as_json, columns, counted, say, tally
from builder.model.issues import Issue, Location, Severity
from builder.model.printable import harmless, printed

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
MISSING = Issue(Location("content/a.yml", 7), "evidence-missing", "“x” is not in source y", "copy the words")
WARNING = Issue(Location("seeds/b.txt"), "seed-link", "this is a link", "put a file", Severity.WARNING)


def test_an_issue_is_one_line_with_place_mend_and_code():
    assert printed(MISSING) == "content/a.yml:7: “x” is not in source y — copy the words [evidence-missing]"


def test_a_warning_says_that_it_is_one():
    assert printed(WARNING) == "seeds/b.txt:1: warning: this is a link — put a file [seed-link]"


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_no_words_of_others_command_the_machine_that_reads_the_log(path, what, mend):
    issue = Issue(Location(path, 1), "code", what, mend)
    for line in (printed(issue), annotation(issue)):
        assert line.isprintable()
        assert "##[" not in line
    assert not printed(issue).lstrip().startswith("::")
    assert annotation(issue).count("::") >= 2
    assert annotation(issue).startswith("::error file=")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("::add-mask::x", "\\::add-mask::x"),
        ("  ::error::x", "\\  ::error::x"),
        ("a ##[error]b", "a ## [error]b"),
        ("a\x1b[2Jb", "a\\u001b[2Jb"),
        ("a\u202eb", "a\\u202eb"),
        ("“Tô Lâm” — 5 %", "“Tô Lâm” — 5 %"),
    ],
)
def test_harmless_keeps_words_and_disarms_the_rest(words, shown):
    assert harmless(words) == shown


def test_an_annotation_escapes_what_would_end_it():
    issue = Issue(Location("a,b:c%.yml", 3), "code", "100 % :: done", "mend\nit")
    assert (
        annotation(issue) == "::error file=a%2Cb%3Ac%25.yml,line=3,title=code::100 %25 :: done — mend\\u000ait [code]"
    )


def test_issues_as_json_carry_every_part():
    read = json.loads(as_json((MISSING, WARNING), {"checks": {"evidence": 3}}))
    assert (read["errors"], read["warnings"], read["checks"]) == (1, 1, {"evidence": 3})
    assert read["issues"][0] == {
        "path": "content/a.yml",
        "line": 7,
        "severity": "error",
        "code": "evidence-missing",
        "what": "“x” is not in source y",
        "mend": "copy the words",
        "record": None,
    }


def test_numbers_and_columns():
    assert tally((MISSING, MISSING, WARNING)) == {"errors": 2, "warnings": 1}
    assert (counted(1, "error"), counted(0, "error")) == ("1 error", "0 errors")
    assert columns({"a": 1, "longer": 2}) == ["  a       1", "  longer  2"]


def test_a_terminal_without_the_letters_gets_their_numbers(monkeypatch):
    bare = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", bare)
    say("Tô Lâm")
    assert bare.buffer.getvalue() == b"T\\xf4 L\\xe2m\n"
