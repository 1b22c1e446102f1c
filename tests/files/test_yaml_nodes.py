"""YAML as nodes: texts stay texts, each has its line, and each mistake is one line that says how to mend it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.files import YamlList, YamlMap, YamlScalar, parse_yaml, read_yaml
from tests.growth import assert_linear

PATH = "content/quotes/a.yml"
QUOTE_IT = "put the text in single quotes (a ' in it doubled) or on the lines below a `|`"


def read(text):
    return parse_yaml(text.encode(), path=PATH)


def value_of(written):
    document = read(f"- field: {written}\n")
    assert document.issues == ()
    return document.root.items[0].pairs[0].value.value


@pytest.mark.parametrize("text", ["no", "yes", "on", "12:30", "010", "0x1F", "1e3", "2024-06-20", "true", ".5", "="])
def test_plain_text_is_never_guessed_to_be_something_else(text):
    assert value_of(text) == text


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_a_plain_null_is_nothing(written):
    assert value_of(written) is None


@pytest.mark.parametrize("written", ["''", '""', "'null'", '"~"'])
def test_quoted_text_stays_text(written):
    assert value_of(written) == written[1:-1]


def test_a_block_keeps_its_words_and_a_folded_one_joins_its_lines():
    document = read("- a: |\n    “One: two” — 'three'\n    # four\n  b: >\n    one\n    two\n")
    assert [pair.value.value for pair in document.root.items[0].pairs] == [
        "“One: two” — 'three'\n# four\n",
        "one two\n",
    ]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=40))
def test_any_text_in_quotes_comes_back_as_it_is(text):
    single = "'" + text.replace("'", "''") + "'"
    assert value_of(single) == text
    assert value_of(json.dumps(text, ensure_ascii=False)) == text


@given(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9 .,;()/+-]{0,30}[A-Za-z0-9.]", fullmatch=True))
def test_any_plain_text_comes_back_as_it_is(text):
    expected = None if text in ("null", "Null", "NULL") else text
    assert value_of(text) == expected


@given(st.binary(max_size=60))
def test_no_bytes_raise(data):
    document = parse_yaml(data, path=PATH)
    assert all(issue.at.path == PATH and issue.at.line >= 1 for issue in document.issues)


def test_every_node_keeps_its_line():
    document = read("# head\n- id: x\n  list:\n    - a\n    - {b: c,\n       d: e}\n\n- id: y\n")
    first, second = document.root.items
    assert (document.root.line, first.line, second.line) == (2, 2, 8)
    items = first.get("list")
    assert (items.line, items.value.line, items.value.items[0].line) == (3, 4, 4)
    assert [(pair.key, pair.line) for pair in items.value.items[1].pairs] == [("b", 5), ("d", 6)]
    assert first.get("none") is None


MISTAKES = [
    ("- a: 'foo\n  b: c\n", "1: the quotation mark that begins this text is never closed: “- a: 'foo” — close it"),
    (
        "- title: War: a story\n",
        ("1: a colon stands where no field can begin: “- title: War: a story” — "
        "if this is the whole text, write `title: 'War: a story'`"),
    ),
    (
        '- id: x\n  text: "foo" he said\n',
        ('2: this does not continue the field before it: “text: "foo" he said” — '
        "if this is the whole text, write `text: '\"foo\" he said'`"),
    ),
    (
        "- text: 'don't'\n",
        ("1: this does not continue the field before it: “- text: 'don't'” — "
        "if this is the whole text, write `text: 'don''t'`"),
    ),
    (
        "- text: [sic] he said\n",
        ("1: this does not continue the field before it: “- text: [sic] he said” — "
        "if this is the whole text, write `text: '[sic] he said'`"),
    ),
    (
        "- text: [one\n- b: c\n",
        "1: the bracket `[` is never closed: “- text: [one” — if this is the whole text, write `text: '[one'`",
    ),
    ("- a: [\n    b\n", "1: the bracket `[` is never closed: “- a: [” — if this is the whole text, write `a: '['`"),
    ("- a: @b\n", "1: no text begins with this sign: “- a: @b” — if this is the whole text, write `a: '@b'`"),
    ("- a: *b* c\n", "1: no text begins with `*`: “- a: *b* c” — if this is the whole text, write `a: '*b* c'`"),
    ('- a: "b\\q"\n', ('1: a backslash in double quotes begins no known sign: “- a: "b\\q"” — '
     "if this is the whole text, write `a: 'b\\q'`")),
    ("- a: b\n\tc: d\n", "2: a tab stands in the indentation — indent with spaces"),
    ("- a: b\nc: d\n", ("2: this line is indented unlike the list: “c: d” — "
     "begin a record with `- `, indent its fields by two spaces")),
    ("- a: b\n   c: d\n", f"2: a colon stands where no field can begin: “c: d” — indent the fields alike, or {QUOTE_IT}"),
    ("- a: b\n  c d\n  e: f\n", ("2: this line is neither a field nor a list item: “c d” — "
     "write `field: text`, or indent it under the text above")),
    ("- a: b\n- c: \x07\n", "2: the invisible character U+0007 stands on this line — delete it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), MISTAKES)
def test_a_syntax_mistake_is_one_clear_line(text, line):
    assert [issue.line() for issue in read(text).issues] == [f"{PATH}:{line} [yaml-syntax]"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- a: b\n  a: c\n", "2: `a` is written twice, on lines 1 and 2 — keep one of the two [duplicate-key]"),
        (
            "- a: &x b\n",
            (
                "1: “&x” is a YAML shorthand (anchor, alias or merge), which is not used here — "
                f"write the value out; if it is text: {QUOTE_IT} [yaml-alias]"
            ),
        ),
        (
            "- a: *x\n",
            (
                "1: “*x” is a YAML shorthand (anchor, alias or merge), which is not used here — "
                f"write the value out; if it is text: {QUOTE_IT} [yaml-alias]"
            ),
        ),
        (
            "- <<: {a: b}\n",
            (
                "1: “<<” is a YAML shorthand (anchor, alias or merge), which is not used here — "
                f"write the value out; if it is text: {QUOTE_IT} [yaml-alias]"
            ),
        ),
        (
            "- a: !!int 5\n",
            (
                "1: “!!int” is a YAML tag, which is not used here — "
                f"write the value without it; if it is text: {QUOTE_IT} [yaml-tag]"
            ),
        ),
        (
            "- a: b\n---\n- c: d\n",
            "2: `---` begins a second document — take the line out; what follows it is not read [yaml-documents]",
        ),
        ("- ~: b\n", "1: the name of a field is missing before its colon — write `field: text` [yaml-key]"),
        ("- ? [a]\n  : b\n", "1: the name of a field is missing before its colon — write `field: text` [yaml-key]"),
        ("\ufeff- a: b\n", "1: the file begins with a byte-order mark — save the file as UTF-8 without it [yaml-bom]"),
        (
            "[" * 5000,
            f"1: more than 20 levels stand inside each other — close a bracket, or {QUOTE_IT} [yaml-depth]",
        ),
    ],
)
def test_what_is_yaml_and_not_wanted_is_one_clear_line(text, line):
    assert [issue.line() for issue in read(text).issues] == [f"{PATH}:{line}"]


def test_bytes_that_are_not_utf8_are_named_with_their_line():
    document = parse_yaml("- a: b\n- c: é\n".encode("latin-1"), path=PATH)
    assert document.root is None
    assert [issue.line() for issue in document.issues] == [
        f"{PATH}:2: byte 0xe9 is not UTF-8 — save the file as UTF-8 [yaml-encoding]"
    ]


def test_the_first_of_two_equal_keys_counts_and_all_mistakes_come_at_once():
    document = read("- a: one\n  a: two\n- b: *x\n- c: three\n")
    assert [issue.code for issue in document.issues] == ["duplicate-key", "yaml-alias"]
    assert document.root.items[0] == YamlMap((document.root.items[0].get("a"),), 1)
    assert document.root.items[0].get("a").value == YamlScalar("one", 1)
    assert document.root.items[1].get("b").value == YamlScalar(None, 3, refused=True)


def test_what_stands_whole_before_a_break_is_kept():
    document = read("- a: one\n- b: two\n- c: 'three\n")
    assert [issue.code for issue in document.issues] == ["yaml-syntax"]
    assert [item.pairs[0].key for item in document.root.items] == ["a", "b"]


def bomb(levels: int) -> str:
    return "\n".join(["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)])


def test_an_alias_bomb_costs_nothing():
    assert {issue.code for issue in read(bomb(40)).issues} == {"yaml-alias"}
    assert_linear(lambda: read(bomb(5)), lambda: read(bomb(50)))


def test_a_file_is_named_relative_to_the_project(tmp_path):
    file = tmp_path / "content" / "terms.yml"
    file.parent.mkdir()
    file.write_text("", encoding="utf-8")
    document = read_yaml(file, root=tmp_path)
    assert (document.path, document.root, document.issues) == ("content/terms.yml", None, ())
    missing = read_yaml(tmp_path / "no.yml", root=tmp_path)
    assert [(str(issue.at), issue.code) for issue in missing.issues] == [("no.yml:1", "file-unreadable")]


def test_an_empty_list_is_a_list():
    assert read("[]").root == YamlList((), 1)
