"""The change log is added to, and what stands in it stays as it is."""

import pytest

from builder.files import YamlList, parse_yaml
from builder.model.knowledge import Change
from builder.records import AppendedLog, append_changes

ONE = Change("2031-05-06", "added", "quotes/no-fish", "Quote added: “No fish” (Ivo Brandt)")
TWO = Change("2031-05-06", "status", "agreements/accord", "Status: it is 'signed', was #expected \\ a: b")


def append(text, *changes):
    data = None if text is None else text.encode("utf-8")
    log = append_changes(data, changes, path="content/changes.yml")
    assert isinstance(log, AppendedLog), log
    return log.data.decode("utf-8"), log.added


@pytest.mark.parametrize(
    "before",
    [
        None,
        "",
        "# Ours.\n\n",
        '# A list.\n- date: "2031"   # a year\n  kind: mine\n  record: all\n  statement: |\n    As it\n    is.\n',
        '-   {date: "2031", kind: mine, record: all, statement: Begun.}',
        '  # indented\n  - {date: "2031", kind: mine, record: all, statement: Begun.}\n\n  # the end\n',
    ],
)
def test_what_stood_there_stands_there_still(before):
    text, added = append(before, ONE, TWO)
    assert added == 2
    assert text.startswith((before or "").rstrip("\n"))
    again, more = append(text, ONE, TWO)
    assert (again, more) == (text, 0)


def test_only_what_is_new_is_added():
    text, _ = append(None, ONE)
    longer, added = append(text, ONE, TWO, TWO)
    assert added == 1
    assert longer.startswith(text)
    root = parse_yaml(longer.encode(), path="x").root
    assert isinstance(root, YamlList)
    assert len(root.items) == 2


def test_line_ends_are_kept():
    text, _ = append('- {date: "2031", kind: mine, record: all, statement: Begun.}\r\n', ONE)
    assert text.count("\n") == text.count("\r\n") > 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[]\n", "wrong-type"),
        ("[{date: '2031', kind: a, record: b, statement: c}]\n", "wrong-type"),
        ("a: b\n", "wrong-type"),
        ("- date: soon\n  kind: a\n  record: b\n  statement: c\n", "bad-date"),
        ("- {date: '2031'}\n", "missing-field"),
        ("- 'unclosed\n", "yaml-syntax"),
        ("- {date: '2031', kind: a, record: b, statement: c}\n...\n", "wrong-type"),
    ],
)
def test_a_file_that_cannot_be_added_to_is_refused(text, code):
    issues = append_changes(text.encode(), [ONE], path="content/changes.yml")
    assert isinstance(issues, tuple)
    assert [issue.code for issue in issues][:1] == [code]
    assert all(issue.at.path == "content/changes.yml" for issue in issues)
