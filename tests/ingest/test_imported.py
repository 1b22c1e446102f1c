"""Saved web pages, texts and Markdown as articles: several layouts, encodings, and pages that mean harm."""

from pathlib import Path

import pytest

from builder.ingest.imported import Imported, free_stem, read_imported, same_article
from builder.ingest.importing import Fetched
from builder.ingest.webpage import DEEPEST
from builder.model.ids import ID_PATTERN
from builder.model.issues import Issue
from builder.model.text import Seed

PAGES = Path(__file__).parent / "pages"
LAYOUTS = ("linked-data", "open-graph", "old-table", "microdata", "written-by-script", "hostile")
WORDS = "Nobody will be turned away from our harbours, and everybody who comes with a boat is welcome to stay. " * 3


def page(html, **more):
    data = html if isinstance(html, bytes) else html.encode("utf-8")
    return read_imported(Fetched("saved.html", data, "text/html", **more))


def text(data, media="text/plain", name="My letter (1).txt", **more):
    return read_imported(Fetched(name, data, media, **more))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout(layout):
    imported = page((PAGES / f"{layout}.html").read_bytes())
    assert isinstance(imported, Imported), imported
    assert imported.text == (PAGES / f"{layout}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("layout", "stem", "missing"),
    [
        ("linked-data", "2031-05-04-tarn-and-ossel-agree-on-cod", ()),
        ("open-graph", "2031-05-06-what-the-accord-means-for-the-strait", ()),
        ("old-table", "nets-come-in", ("outlet", "date", "link")),
        ("microdata", "2031-05-09-cold-water-warm-words", ("outlet", "link")),
        ("written-by-script", "2031-06-01-ice-route-stays-open", ("outlet", "link")),
    ],
)
def test_what_it_is_called_and_what_it_does_not_say(layout, stem, missing):
    imported = page((PAGES / f"{layout}.html").read_bytes())
    assert (imported.stem, imported.missing) == (stem, missing)


def test_what_the_page_states_is_what_ingest_reads_of_it():
    stated = page((PAGES / "linked-data.html").read_bytes()).stated
    assert stated.title.value == "Tarn and Ossel agree on cod"
    assert [author.value for author in stated.authors] == ["Mara Quill", "Jon Pell"]
    assert stated.published.value == "2031-05-04"
    assert stated.outlet.value == "Tarn Herald"
    assert stated.link.value == "https://herald.example/2031/cod-accord"


def test_a_fetched_page_is_known_by_its_address_unless_it_names_another_on_the_same_host():
    canonical = '<link rel="canonical" href="https://a.example/story">'
    html = f"<html><head>{canonical}</head><body><p>{WORDS}</p></body></html>"
    assert page(html, link="https://a.example/story?utm=1").stated.link.value == "https://a.example/story"
    assert page(html, link="https://b.example/copy").stated.link.value == "https://b.example/copy"
    assert page(html).stated.link.value == "https://a.example/story"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("café — “yes”".encode(), None),
        ("café — “yes”".encode("utf-8-sig"), None),
        ("café — “yes”".encode("windows-1252"), None),
        ("café — “yes”".encode("windows-1252"), "windows-1252"),
        ("café — “yes”".encode("utf-16"), None),
        ("café — “yes”".encode("koi8-r", "replace"), "no-such-charset"),
    ],
)
def test_texts_in_several_encodings(data, charset):
    imported = text(data, charset=charset)
    assert isinstance(imported, Imported)
    if b"?" not in data:
        assert imported.text == "café — “yes”\n"


@pytest.mark.parametrize(
    ("encoding", "declared", "charset"),
    [
        ("utf-8", '<meta charset="utf-8">', None),
        ("utf-8", "", None),
        ("utf-8-sig", "", None),
        ("windows-1252", '<meta charset="iso-8859-1">', None),
        ("iso-8859-15", "", "iso-8859-15"),
        ("utf-16", "", None),
    ],
)
def test_pages_in_several_encodings(encoding, declared, charset):
    html = f"<html><head>{declared}<title>Café</title></head><body><p>Café {WORDS}</p></body></html>"
    imported = page(html.encode(encoding), charset=charset)
    assert imported.text.startswith("Café\n\nCafé Nobody")


def test_a_text_is_kept_as_it_is():
    imported = text(b"Title\r\n\r\nBy Mara Quill\r\n\r\n  Indented.  \r\nA\tB\x0c\r\n\n")
    assert imported.text == "Title\n\nBy Mara Quill\n\n  Indented.  \nA\tB\n"
    assert imported.stem == "my-letter-1"


def test_the_fields_of_a_markdown_file_are_read():
    data = b"---\ntitle: 'Cold water'\nauthor: Lena Moss\ndate: 2031-05-09\ndraft: true\nurl: https://a.example/x\n---\n\nIt is cold.\n"
    imported = text(data, "text/markdown", "x.md")
    assert imported.stated.title.value == "Cold water"
    assert imported.stated.published.value == "2031-05-09"
    assert imported.stated.link.value == "https://a.example/x"
    assert imported.missing == ("outlet",)
    assert "---" not in imported.text
    assert "draft" not in imported.text


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Too short.</p>",
        "<script>" + "words of a program " * 50 + "</script>",
        "<nav><p>" + WORDS + "</p></nav>",
        "<p><a href='x'>" + WORDS + "</a></p>",
        "<!-- " + WORDS + " -->",
        "<frameset><frame src='x'></frameset>",
    ],
)
def test_a_page_without_an_article(html):
    issue = page(html)
    assert isinstance(issue, Issue)
    assert issue.code == "import-empty"


@pytest.mark.parametrize("tag", ["div", "b", "span", "table><tr><td", "ul><li"])
def test_a_page_nested_too_deep_is_refused_at_once(tag):
    issue = page(f"<{tag}>" * (DEEPEST * 40) + WORDS)
    assert isinstance(issue, Issue)
    assert issue.code == "import-kind"


def test_an_element_with_countless_attributes_is_refused_at_once():
    issue = page(f"<p {' '.join(f'a{n}' for n in range(200_000))}>{WORDS}</p>")
    assert isinstance(issue, Issue)
    assert issue.code == "import-kind"


def test_a_page_as_deep_as_may_be_is_read():
    assert isinstance(page("<div>" * DEEPEST + f"<p>{WORDS}</p>"), Imported)


@pytest.mark.parametrize(
    "described",
    [
        "[" * 100_000,
        "{",
        "null",
        "7",
        '"x"',
        '{"@graph": 7}',
        '[{"@type": 7}, null, 3]',
        '{"@type": "Article", "url": "http://[x"}',
    ],
)
def test_broken_descriptions_are_passed_over(described):
    html = f'<script type="application/ld+json">{described}</script><title>Cold</title><p>{WORDS}</p>'
    assert page(html).text.startswith("Cold\n\nNobody")


@pytest.mark.parametrize(
    "date",
    ["2031-02-30", "soon", "", "9999999", "2031-05", "2031-05-041"],
)
def test_a_day_that_is_none_is_not_written(date):
    html = f'<meta property="article:published_time" content="{date}"><p>{WORDS}</p>'
    assert "Published" not in page(html).text


def test_several_times_on_a_page_are_no_date():
    times = '<time datetime="2031-05-01">x</time><time datetime="2031-05-02">y</time>'
    assert "Published" not in page(f"<p>{times} {WORDS}</p>").text
    assert "Published: 2031-05-01" in page(f'<p><time datetime="2031-05-01T08:00">x</time> {WORDS}</p>').text


def test_the_comments_below_an_article_are_no_part_of_it():
    comment = "I have always said that the cod would come back, and here it is. "
    imported = page(f"<main><article><p>{WORDS}</p></article><div><p>{comment}</p></div></main>")
    assert imported.text == WORDS.strip() + "\n"


def test_teasers_are_not_taken_for_the_article():
    teasers = "<article><h2>Nets come in</h2><p>Tarn called in its nets.</p></article>" * 3
    assert page(f"{teasers}<div><p>{WORDS}</p><p>{WORDS}</p></div>").text == f"{WORDS.strip()}\n\n{WORDS.strip()}\n"


def test_a_class_that_names_a_share_bar_around_everything_hides_nothing():
    assert isinstance(page(f'<article><div class="share-wrapper"><p>{WORDS}</p></div></article>'), Imported)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.html", "/.hidden.html", "con.html", "Ünïcode Ñame.html", "%2e%2e.html", ".html"]
)
def test_a_stem_is_always_safe(name):
    imported = read_imported(Fetched(name, f"<p>{WORDS}</p>".encode(), "text/html"))
    assert ID_PATTERN.fullmatch(imported.stem)
    again = read_imported(Fetched("x", f"<p>{WORDS}</p>".encode(), "text/html", link=f"https://a.example/{name}"))
    assert ID_PATTERN.fullmatch(again.stem)


def test_the_same_article_is_known_by_its_words_or_its_address():
    imported = page((PAGES / "linked-data.html").read_bytes())
    same = Seed("seeds/a.txt", imported.text.upper().replace("\n\n", "\r\n\r\n").encode())
    linked = Seed("seeds/b.txt", b"Other words.\n\nURL: https://herald.example/2031/cod-accord\n")
    other = Seed("seeds/c.txt", b"Other words.\n\nSee https://herald.example/2031/cod-accord there.\n")
    assert same_article(imported, (other, same)) == "seeds/a.txt"
    assert same_article(imported, (other, linked)) == "seeds/b.txt"
    assert same_article(imported, (other,)) is None


def test_a_name_that_is_taken_is_numbered():
    assert free_stem("cod", ()) == "cod"
    assert free_stem("cod", ("Cod", "cod-2", "herring")) == "cod-3"


@pytest.mark.parametrize(
    ("head", "body", "line"),
    [
        ("", '<p class="byline">By Mara Quill, in Grell</p>', "By Mara Quill, in Grell"),
        ("", '<div class="article__byline"><span>By</span> <a rel="author">Mara Quill</a></div>', "By Mara Quill"),
        (
            '<meta name="author" content="Mara Quill">',
            '<p class="byline">By Mara Quill, in Grell</p>',
            "By Mara Quill, in Grell",
        ),
        ('<meta name="author" content="Jon Pell">', '<p class="byline">By Mara Quill</p>', "By Jon Pell"),
        ("", '<p class="byline">By Mara Quill</p><aside class="byline">By Jon Pell</aside>', None),
        ("", '<p class="byline">Share this</p>', None),
    ],
)
def test_the_byline_is_kept_as_it_is_printed(head, body, line):
    imported = page(f"<html><head>{head}</head><body><article><h1>Cod</h1>{body}<p>{WORDS}</p></article></body></html>")
    assert imported.text.strip().split("\n\n")[:2] == (["Cod", line] if line else ["Cod", WORDS.strip()])
    assert ("author" in imported.missing) == (line is None)
