"""Text on its way into Markdown comes out letter for letter, wherever it stands."""

import re
import string
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup
from mkdocs.utils.yaml import yaml_load

from builder.pages.markdown import address, attribute, escape, escape_readably, front_matter, make_environment, tidy
from tests.pages.rendering import configuration, plain, render
from tests.site.reading import text_of, words

pytestmark = pytest.mark.slow

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</blockquote></details><h1 id=x>",
    "**bold** _it_ `code` ~~no~~ ==m== ^x^",
    "[link](javascript:alert(1)) ![i](x.png)",
    "[ref][id] [^1] {: #id .c } { #id } {#id}",
    "# heading",
    "1. list",
    "1) list",
    "- list",
    "+ list",
    "> quote",
    ": definition",
    "    code",
    "```",
    "~~~",
    "---",
    "***",
    "===",
    "| a | b |",
    "|---|---|",
    "{{ page.title }} {% include 'x' %} {# c #}",
    "&amp; &#60; &lt; &copy",
    "http://example.org www.example.org a@example.org",
    "*[HTML]: x",
    "[id]: http://x 'y'",
    "\\* \\< \\\\",
    "<!-- c --> <?php ?> <![CDATA[x]]>",
    "a  \nb\n\nc",
    "2031. A year",
    ".",
    "...",
    "a.b",
    "[TOC]",
    '" onclick="x',
    "no\u00a0break\u202fhere",
    "line\u2028and\u2029paragraph",
    "--8<-- 'file'",
    ":smile:",
]
# Controls cannot stand in an article (the build refuses them by name and line), nor in HTML.
letters = st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co"))
marks = st.sampled_from([*list("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n"), "\xa0", "\u2028", "1", "a"])
texts = st.text(st.one_of(marks, letters), min_size=1, max_size=40).filter(str.strip)


def shown(text):
    """The text as a page shows it: blanks of a line folded, those with a meaning kept."""
    return re.sub(r"[ \t\n\v\f\r]+", " ", text)


PLACES = {
    "paragraph": ("{}", "p"),
    "item": ("- {}\n- second", "li"),
    "heading": ("# {} {{: #section-x }}", "h1"),
    "cell": ("| a | b |\n|---|---|\n| {} | x |", "td"),
    "block quote": ("> {}", "p"),
    "class": ("{}\n{{: .c }}", "p"),
    "span": ("<span>{}</span>", "span"),
    "mark": ("before <mark>{}</mark> after", "mark"),
    "link": ("[{}](x.md)", "a"),
    "definition": ("term\n:   {}", "dd"),
    "details": ("<details markdown>\n<summary markdown><span>{}</span></summary>\n\ntext\n\n</details>", "span"),
    "division": ('<div class="claim" id="x" markdown>\n\n{}\n{{: .claim-text }}\n\n</div>', "p"),
    "deep cell": (
        (
            '<table markdown>\n<tbody markdown>\n<tr markdown>\n<td markdown="block">\n\n{}\n{{: .c }}\n\n</td>\n</tr>\n'
            "</tbody>\n</table>"
        ),
        "p",
    ),
}


@pytest.mark.parametrize("place", PLACES)
@given(text=texts)
@example("1. a")
@example("[a](b)")
@example("a\u2028b")
@example("\xa0a\u2003\u2003b\xa0")
def test_escaped_text_is_shown_letter_for_letter(place, text):
    pattern, tag = PLACES[place]
    tree = render(pattern.format(escape(text)))
    element = next(e for e in tree.iter(tag))
    assert list(element) == []
    assert (element.text or "").strip(" \n") == shown(text).strip(" \n")


@pytest.mark.parametrize("place", PLACES)
def test_hostile_text_makes_no_element(place):
    pattern, tag = PLACES[place]
    plainly = [(e.tag, dict(e.attrib)) for e in render(pattern.format("word")).iter()]
    for text in HOSTILE:
        tree = render(pattern.format(escape(text)))
        assert [(e.tag, dict(e.attrib)) for e in tree.iter()] == plainly, text
        assert (next(tree.iter(tag)).text or "").strip(" \n") == shown(text).strip(" \n")


@given(texts, texts)
def test_pieces_side_by_side_join_to_the_whole(one, two):
    tree = render(f"x{escape(one)}<mark>{escape(two)}</mark>y")
    assert "".join(next(tree.iter("p")).itertext()) == f"x{shown(one)}{shown(two)}y"


@pytest.mark.parametrize("mark", string.punctuation)
@pytest.mark.parametrize(
    "words", ["{}", "{}a", "a{}", "a{}a", "1{}", "1{} a", "a {} a", "{0}{0}{0}", "é{}é", "\xa0{}\xa0"]
)
def test_no_mark_that_a_parser_could_read_is_left(words, mark):
    written = escape(words.format(mark))
    assert set(re.sub(r"&#\d+;", "", written)) & set(string.punctuation) <= {",", "."}
    assert not re.search(r"(?<![A-Za-z])\.|\.(?! |\Z)", written)  # a full stop ends a word, and begins no list


def attribute_of(text):
    """What a parser reads of an attribute, of which letters, digits, blanks and hyphens alone are written as they are."""
    written = attribute(text)
    assert re.fullmatch(r"(?:[A-Za-z0-9 -]|&#\d+;)*", written)
    return next(render(f'<p title="{written}">x</p>').iter("p")).get("title")


@given(texts)
def test_an_attribute_holds_the_text(text):
    assert attribute_of(text) == text.replace("\r", "\n")


def test_an_attribute_holds_hostile_text():
    for text in (*HOSTILE, string.punctuation):
        assert attribute_of(text) == text


@given(texts)
def test_front_matter_is_one_yaml_string_of_html(text):
    value = yaml_load(f"title: {front_matter(text)}\n")["title"]
    assert not re.search(r"[<>\"']", value)
    assert plain(value) == shown(text).strip()


def test_hostile_front_matter_stays_text():
    for text in HOSTILE:
        meta = yaml_load(f"title: {front_matter(text)}\nother: 1\n")
        assert set(meta) == {"title", "other"}
        assert not re.search(r"[<>\"']", meta["title"])  # the theme writes it out as it is
        assert plain(meta["title"]) == shown(text).strip()


def test_all_that_parsers_fold_is_one_blank_and_no_other_blank_is_lost():
    assert escape("a \t\n\r\f\v\x1c\x1d\x1e\x1f\x85 b\r\fc") == "a b c"
    assert escape("\xa0a\u2003") == "&#160;a&#8195;"


def test_readable_marks_stay_readable():
    assert escape("The end, at last. No?") == "The end, at last. No&#63;"
    assert escape("x.md 3. c") == "x&#46;md 3&#46; c"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "//x.example", "x.md", "", "http://", "http://[x", "file:///x"]
)
def test_no_address_but_http(link):
    assert address(link) is None


def test_blanks_around_an_address_are_left_off():
    assert address(" https://x.example/a\n") == "https://x.example/a"
    assert address("http://x.example/a") == "http://x.example/a"


def test_an_address_keeps_nothing_that_markdown_reads():
    link = address('https://x.example/a b_(c)"><script>?q=[1]&r=%20`*\\_')
    assert link == "https://x.example/a%20b_%28c%29%22%3E%3Cscript%3E?q=%5B1%5D&r=%20%60%2A%5C_"
    anchor = next(render(f"[x]({link})").iter("a"))
    assert anchor.get("href") == link


def make(source, **values):
    return make_environment({"word": "A <word>"}).from_string(source).render(**values)


def test_templates_escape_every_string():
    assert make("{{ x }}|{{ t.word }}|{{ n }}", x="<b>*", n=3) == "&#60;b&#62;&#42;|A &#60;word&#62;|3"


def test_what_a_macro_wrote_is_not_escaped_again():
    macro = "{% macro m(x) %}[{{ x }}](y.md){% endmacro %}{{ m('a*') }}"
    assert make(macro) == "[a&#42;](y.md)"


@pytest.mark.parametrize("value", [None, True, 1.5, ["x"], {"a": 1}])
def test_a_template_writes_no_value_that_nobody_has_worded(value):
    with pytest.raises(TypeError, match="the view decides"):
        make("{{ x }}", x=value)


@pytest.mark.parametrize("source", ["{{ nothing }}", "{% if nothing %}x{% endif %}"])
def test_a_missing_value_is_an_error(source):
    with pytest.raises((UndefinedError, TypeError)):
        make(source)


def test_every_combining_and_joining_letter_survives():
    text = "".join(chr(c) for c in range(0xA0, 0x3000) if unicodedata.category(chr(c)) not in {"Cc", "Cn", "Co", "Cs"})
    tree = render(f"x{escape(text)}x")
    assert next(tree.iter("p")).text == f"x{shown(text)}x"


def test_tidy_leaves_one_blank_line_and_no_blanks():
    assert tidy("\n\n  a \n\n\n\n b\n\n\nc\xa0\n") == "a\n\nb\n\nc\xa0\n"


def test_markup_is_the_only_string_that_passes():
    assert make("{{ x }}", x=Markup("*a*")) == "*a*"


def test_the_site_switches_on_nothing_that_reads_the_words_again():
    entries = configuration()["markdown_extensions"]
    names = {name for entry in entries for name in (entry if isinstance(entry, dict) else [entry])}
    assert names == {"attr_list", "def_list", "md_in_html", "tables", "toc"}


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_escaped_readably_is_shown_letter_for_letter_in_a_list(text):
    tree = render(f"- {escape_readably(text)} (`x`)\n")
    assert {element.tag for element in tree.iter()} <= {"html", "head", "body", "ul", "li", "code"}
    assert text_of(tree) == words(f"{text} (x)")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Quote added: “We keep our word” (Kara Dunn), 3/4 of 1,000!", None),
        (
            "@someone and #12 at https://x.example or www.x.example cost $5 to $6",
            "&#64;someone and &#35;12 at https&#58;//x.example or www&#46;x.example cost &#36;5 to &#36;6",
        ),
    ],
)
def test_people_can_read_what_is_escaped_readably(text, written):
    assert escape_readably(text) == (written or text)
