"""What each paragraph of the shipped articles is, looked at by hand."""

from pathlib import Path

import pytest

from builder.ingest import Article
from tests.ingest.reading import read

SEEDS = Path(__file__).parents[2] / "seeds"
BODY = "body"


def shipped(name: str) -> Article:
    (path,) = SEEDS.glob(f"{name}_*.txt")
    return read(path.read_bytes())


def kinds(article: Article) -> list[str]:
    return [block.kind.value for block in article.text.blocks]


EXPECTED = {
    "000": [
        "headline",
        "teaser",
        "repeated-headline",
        "byline",
        BODY,
        "section-heading",
        *[BODY] * 3,
        "section-heading",
        *[BODY] * 3,
        "section-heading",
        *[BODY] * 4,
    ],
    "001": [BODY] * 6,
    "002": [
        "headline",
        "standfirst",
        "furniture",
        "byline",
        "furniture",
        "caption",
        "caption",
        *[BODY] * 8,
        "section-heading",
        *[BODY] * 5,
    ],
    "003": [
        "headline",
        *[BODY] * 2,
        "section-heading",
        *[BODY] * 5,
        "section-heading",
        *[BODY] * 4,
        "section-heading",
        *[BODY] * 5,
        "section-heading",
        *[BODY] * 7,
        "section-heading",
        *[BODY] * 4,
        "other-language",
    ],
    "004": [
        "furniture",
        "byline",
        "standfirst",
        "headline",
        "furniture",
        BODY,
        "section-heading",
        BODY,
        "pull-quote",
        BODY,
        "section-heading",
        *[BODY] * 2,
        "pull-quote",
        BODY,
        "section-heading",
        *[BODY] * 2,
        "pull-quote",
        *[BODY] * 5,
        "biography",
        "biography",
        "furniture",
        "furniture",
        "byline",
        "byline",
        "biography",
        "furniture",
        "byline",
        "byline",
        "biography",
        "furniture",
    ],
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_kinds(name: str) -> None:
    assert kinds(shipped(name)) == EXPECTED[name]


@pytest.mark.parametrize(
    ("name", "title", "authors", "published"),
    [
        (
            "000",
            "Putin’s Vietnam Visit: Strategic Gains Amid US Tensions, What’s At Stake for Hanoi?",
            ["Dishti Tandon"],
            "2024-06-20",
        ),
        ("001", None, [], None),
        (
            "002",
            (
                "Russian President Putin Arrives in Vietnam on a State Visit Aiming to Bolster Diplomatic and Economic "
                "Relations"
            ),
            ["Nimrah Khatoon"],
            None,
        ),
        ("003", "Putin’s visit puts Vietnam in ‘difficult position’ with ‘no breakthrough,’ experts say", [], None),
        (
            "004",
            "Seeking support from Asia: Putin’s visit to Vietnam",
            ["Rajoli Siddharth Jayaprakash", "Premesha Saha"],
            "2024-07-03",
        ),
    ],
)
def test_what_they_state(name: str, title: str | None, authors: list[str], published: str | None) -> None:
    stated = shipped(name).stated
    assert (stated.title.value if stated.title else None) == title
    assert [author.value for author in stated.authors] == authors
    assert (stated.published.value if stated.published else None) == published
    assert (stated.outlet, stated.link, stated.relays, stated.language) == (None, None, None, "en")


@pytest.mark.parametrize(
    ("name", "pairs"),
    [
        ("000", [(2, 5), (3, 1)]),
        ("001", []),
        ("002", [(6, 2), (7, 2), (19, 14)]),
        ("003", [(10, 11)]),
        ("004", [(9, 8), (14, 13), (19, 18), (30, 29), (34, 33)]),
    ],
)
def test_what_stands_twice(name: str, pairs: list[tuple[int, int]]) -> None:
    text = shipped(name).text
    found = [(text.block_at(r.place.start).number, text.block_at(r.of.start).number) for r in text.repeats]
    assert found == pairs
    assert all(r.place.of(text.folded).lower() == r.of.of(text.folded).lower() for r in text.repeats)
