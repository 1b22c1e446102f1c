import pytest

from tests.ingest.reading import read

REST = (
    "\n\nThe ministers of Tarn and Ossel met on the ferry on Tuesday and agreed on nothing but the weather. They will "
    "meet again in the autumn, both of them said.\n\nNobody was surprised by that, and few had asked.\n"
)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Berg", ["Ann Berg"]),
        ("by Ann Berg - June 20, 2024, 1:48 pm", ["Ann Berg"]),
        ("BY ANN BERG AND CARL DORN", ["ANN BERG", "CARL DORN"]),
        (
            "By Ann Berg, Carl van Dorn and José O’Neill-Šmíd | The Paper",
            ["Ann Berg", "Carl van Dorn", "José O’Neill-Šmíd"],
        ),
        ("Written by Ann S. Berg", ["Ann S. Berg"]),
        ("Author: Ann Berg", ["Ann Berg"]),
        ("By Ann Berg, Staff Writer", ["Ann Berg"]),
        ("By Reuters", []),
        ("By Staff Writer", []),
        ("Author\nAnn Berg\nCarl Dorn", ["Ann Berg", "Carl Dorn"]),
    ],
)
def test_authors(line: str, authors: list[str]) -> None:
    article = read(f"Ferry talks end without accord\n\n{line}{REST}")
    assert [author.value for author in article.stated.authors] == authors
    for author in article.stated.authors:
        assert all(span.of(article.text.text) == author.value for span in author.spans)


@pytest.mark.parametrize(
    "opening",
    ["By noon the square was empty.", "By the river, nobody spoke of it.", "By Tuesday evening both had left."],
)
def test_a_sentence_that_begins_with_by_is_no_byline(opening: str) -> None:
    article = read(f"Ferry talks end without accord{REST}\n{opening}{REST}")
    assert article.stated.authors == ()
    assert all(block.kind.value != "byline" for block in article.text.blocks)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published on Jul 03, 2024", "2024-07-03"),
        ("June 20, 2024, 1:48 pm", "2024-06-20"),
        ("Thursday, 20th June 2024", "2024-06-20"),
        ("20 June 2024", "2024-06-20"),
        ("2024-06-20T10:15:00Z", "2024-06-20"),
        ("Date: 2024-06-20", "2024-06-20"),
        ("20.06.2024", "2024-06-20"),
        ("20/06/2024", "2024-06-20"),
        ("Updated 21 June 2024\nPublished 20 June 2024", "2024-06-20"),
        ("Updated 21 June 2024", "2024-06-21"),
        ("Posted on Sept. 5, 2024 at 10:00 a.m. GMT", "2024-09-05"),
        ("06/05/2024", None),
        ("June 31, 2024", None),
        ("June 2024", None),
    ],
)
def test_the_day_of_publication(line: str, day: str | None) -> None:
    published = read(f"Ferry talks end without accord\n\n{line}{REST}").stated.published
    assert (published.value if published else None) == day


def test_a_date_in_the_reporting_is_not_the_day_of_publication() -> None:
    assert read(f"Ferry talks end{REST}\nThe accord of June 3, 1999 was signed.{REST}").stated.published is None


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("PORT TARN, 8 May 2029 (Sound Wire) — ", "2029-05-08"),
        ("PORT TARN, May 8, 2029 – ", "2029-05-08"),
        ("PORT TARN, May 8 (Reuters) - ", None),
        ("On 8 May 2029 ", None),
    ],
)
def test_a_dateline_that_prints_the_year_gives_the_day(dateline: str, day: str | None) -> None:
    published = read(f"Ferry talks end without accord\n\n{dateline}{REST.lstrip()}").stated.published
    assert (published.value if published else None) == day


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        (f"Ferry talks end\n\nTARN, May 3 (Reuters) - {REST.strip()}", "Reuters"),
        (f"Ferry talks end\n\nTARN (AP) — Talks ended.{REST}", "Associated Press"),
        (f"Ferry talks end\n\nBy Ann Berg | AFP{REST}", "Agence France-Presse"),
        (f"Ferry talks end\n\nBy Associated Press{REST}", "Associated Press"),
        (f"Ferry talks end\n\nTARN — Talks ended early on Tuesday.{REST}", None),
        (f"Ferry talks end{REST}\nThe minister told Reuters that he was tired.{REST}", None),
    ],
)
def test_whose_report_is_passed_on(text: str, relays: str | None) -> None:
    stated = read(text).stated.relays
    assert (stated.value if stated else None) == relays


def test_title_outlet_and_link_of_an_export() -> None:
    article = read(f"Title: Ferry talks end\nOutlet: The Paper\nURL: https://paper.example/ferry?x=1{REST}")
    stated = article.stated
    assert stated.title is not None
    assert stated.outlet is not None
    assert stated.link is not None
    assert [f.value for f in (stated.title, stated.outlet, stated.link)] == [
        "Ferry talks end",
        "The Paper",
        "https://paper.example/ferry?x=1",
    ]
    for field in (stated.title, stated.outlet, stated.link):
        assert field.spans[0].of(article.text.text) == field.value


def test_the_outlet_in_a_line_about_the_first_printing() -> None:
    outlet = read(f"Ferry talks end{REST}\nThis article was originally published in The Paper.\n").stated.outlet
    assert outlet is not None
    assert outlet.value == "The Paper"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (REST, "en"),
        ("Les ministres de Tarn et Ossel se sont réunis sur le ferry, et ils ne sont pas d’accord.", "fr"),
        ("Die Minister von Tarn und Ossel haben sich auf der Fähre getroffen und sind nicht einig.", "de"),
        ("Министры встретились на пароме и не договорились, как это было в прошлый раз.", "ru"),
        ("Міністри зустрілися на поромі та не домовилися, як це було й минулого разу.", "uk"),
        ("部長們在渡輪上會面。", "zh"),
        ("Οι υπουργοί συναντήθηκαν.", "el"),
        ("Qwrt zxcv bnmp lkjh.", "und"),
        ("12 34", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert read(text).stated.language == language
