"""Articles of other shapes than the shipped ones: exports, Markdown, wire copy, hard-wrapped mail, no headline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ingest.blocks import tile
from builder.model.text import fold
from tests.ingest.reading import outline, read

ONE = (
    "The ministers of Tarn and Ossel met on the ferry on Tuesday and agreed on nothing but the weather. They will meet "
    "again in the autumn, both of them said, when the herring are back."
)
TWO = "A spokeswoman for the harbour said the talks were “polite”. She would not say more than that, and nor would he."
THREE = "The last accord on fishing dates from the year the lighthouse burnt down. Nobody has found its second page."

SHAPES = {
    "wire": (
        (
            f"Ferry talks end without accord\n\nTARN, May 3 (Reuters) - {ONE}\n\n{TWO}\n\n"
            "(Reporting by Ann Berg; Editing by Carl Dorn)\n"
        ),
        ["headline", "body", "body", "byline"],
    ),
    "markdown": (
        (
            f"# Ferry talks end without accord\n\n*By Ann Berg*\n\n{ONE}\n\n## What was said\n\n{TWO}\n\n- One point\n"
            f"- Another point\n\n> {THREE}\n"
        ),
        ["headline", "byline", "body", "section-heading", "body", "body", "body", "body"],
    ),
    "export": (
        (
            "Title: Ferry talks end without accord\nAuthor: Ann Berg\nDate: 2021-05-03\n"
            f"URL: https://paper.example/ferry\n\n{ONE}\n\n{TWO}\n"
        ),
        ["byline", "byline", "byline", "furniture", "body", "body"],
    ),
    "front matter": (
        (
            "---\ntitle: Ferry talks end without accord\nlayout: post\nauthor: Ann Berg\ndate: 2021-05-03\n---\n\n"
            f"{ONE}\n\n{TWO}\n"
        ),
        ["furniture", "byline", "furniture", "byline", "byline", "furniture", "body", "body"],
    ),
    "saved page": (
        (
            "Skip to content\nWorld\nFerry talks end without accord\nBy Ann Berg and Carl Dorn\nMay 3, 2021\n5 min read\n"
            f"Share\n\n{ONE}\n\nAdvertisement\n\n{TWO}\n\nRead more: The herring are back\n\n{THREE}\n\nTags: ferry, fish\n"
            "© 2021 The Paper\n"
        ),
        [
            *("furniture", "furniture", "headline", "byline", "byline", "furniture", "furniture", "body", "furniture"),
            *("body", "furniture", "body", "furniture", "furniture"),
        ],
    ),
    "captions": (
        (
            f"Ferry talks end without accord\n\nFILE PHOTO: The ferry leaves Tarn in the morning light, May 1, 2021.\n\n{ONE}\n\n"
            f"The harbour of Ossel, where the boats are painted blue. (Ann Berg/AP)\n\n{TWO}\n"
        ),
        ["headline", "caption", "body", "caption", "body"],
    ),
    "biographies": (
        (
            f"Ferry talks end without accord\n\n{ONE}\n\n{TWO}\n\nAnn Berg is a reporter at The Paper and writes on fish.\n\n"
            "Carl Dorn, a former ferryman, teaches law.\n"
        ),
        ["headline", "body", "body", "body", "body"],
    ),
    "biography last": (
        f"Ferry talks end without accord\n\n{ONE}\n\n{TWO}\n\nAbout the author\n\nAnn Berg is a reporter at The Paper.\n",
        ["headline", "body", "body", "furniture", "biography"],
    ),
    "no headline": (f"{ONE}\n{TWO}\n{THREE}\n", ["body", "body", "body"]),
    "question for a headline": (
        f"Will the ferry ever sail again?\n\n{ONE}\n\nWho pays\n\n{TWO}\n",
        ["headline", "body", "section-heading", "body"],
    ),
    "dialogue": (
        f"The ferryman speaks\n\n{ONE}\n\nWhat do you want?\n\n“Herring,” he said.\n\nAnd now?\n\n{TWO}\n",
        ["headline", "body", "body", "body", "body", "body"],
    ),
    "leftovers": (
        (
            f"Ferry talks end without accord\n\n{ONE}\n\n{TWO}\n\nПодписывайтесь на наш канал\n\nMore fish for less money\n"
            "Lighthouse keeper retires\n"
        ),
        ["headline", "body", "body", "other-language", "furniture", "furniture"],
    ),
    "another language within": (
        (
            f"Ferry talks end without accord\n\n{ONE}\n\nLes ministres de Tarn et Ossel se sont réunis sur le ferry, et ils "
            f"ne sont pas d’accord sur la pêche.\n\n{TWO}\n"
        ),
        ["headline", "body", "other-language", "body"],
    ),
    "a sentence in another language": (
        f"Ferry talks end without accord\n\n{ONE}\n\nDer Hafen von Ossel ist nicht mehr zu retten.\n\n{TWO}\n",
        ["headline", "body", "other-language", "body"],
    ),
    "a sentence with a word of another language": (
        f"Ferry talks end without accord\n\n{ONE}\n\n“Der Hafen ist nicht zu retten,” he said.\n\nLa Rosa de los Vientos sails home tomorrow.\n\n{TWO}\n",
        ["headline", "body", "body", "body", "body"],
    ),
    "one line": ("Ferry talks end", ["body"]),
    "no stops": ("one line\nanother line\na third line\na fourth line\n", ["body"] * 4),
}


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_shapes(name: str) -> None:
    text, kinds = SHAPES[name]
    assert [kind for kind, _ in outline(read(text))] == kinds


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "Ferry talks end without accord\n\n"
        "The ministers of Tarn and Ossel met on the ferry on Tuesday and agreed\n"
        "on nothing but the weather. They will meet again in the autumn, both\n"
        "of them said, when the herring are back.\n\n"
        "A spokeswoman for the harbour said the talks were polite, and the\n"
        "United Ferrymen had nothing to add.\n\n"
        "- the first point is short\n- the second point goes on for some time until the line is full and it is\n"
        "  broken here\n"
    )
    article = read(wrapped)
    assert outline(article) == [
        ("headline", "Ferry talks end without"),
        ("body", "The ministers of Tarn"),
        ("body", "A spokeswoman for the"),
        ("body", "- the first point"),
        ("body", "- the second point"),
    ]


def test_an_indented_line_begins_a_paragraph() -> None:
    article = read(
        "Ferry talks end without accord\n\n"
        "  The ministers of Tarn and Ossel met on the ferry on Tuesday and agreed\n"
        "on nothing but the weather. They will meet again in the autumn, both\n"
        "of them said, when the herring are back.\n"
        "  A spokeswoman for the harbour said the talks were polite, and that the\n"
        "ferry would leave on time whatever the ministers might say of it, or\n"
        "of her.\n"
    )
    assert [words for _, words in outline(article)] == [
        "Ferry talks end without",
        "The ministers of Tarn",
        "A spokeswoman for the",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [ONE, TWO, THREE],
        ["Buy fish at the harbour from six.", "The boats come in at five.", "Bring your own bag and some ice."],
        ["Ferry To Ossel Late Again, Says Harbour", "Lighthouse Keeper Retires After Forty Years", "Fish Is Cheap Now"],
    ],
)
def test_lines_that_are_whole_stay_apart(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert len(read(f"Ferry talks end without accord\n\n{ONE}\n\n{text}").text.blocks) == 2 + len(lines)


@given(st.text(min_size=1, max_size=300).filter(lambda t: t.strip()))
def test_blocks_tile_any_text(text: str) -> None:
    blocks, repeats = tile(text)
    assert "".join(block.span.of(text) for block in blocks) == text
    assert all(block.words.of(text) == block.words.of(text).strip() for block in blocks)
    assert all(r.place.end <= len(text) and r.of.end <= len(text) for r in repeats)


@given(
    st.lists(st.sampled_from([ONE, TWO, "By Ann Berg", "Share", "Ann Berg", "# Fish", "- fish", "***", "May 3, 2021"]))
)
def test_an_article_of_any_parts_has_running_text_and_sentences_within_blocks(parts: list[str]) -> None:
    text = read("\n\n".join(["Fish", *parts])).text
    assert len(fold(text.text)) == len(text.text)
    for sentence in text.sentences:
        assert text.block_at(sentence.start).words.holds(sentence)
    assert text.body()


def test_nothing_is_deleted() -> None:
    for source, _ in SHAPES.values():
        text = read(source).text
        assert "".join(block.span.of(text.text) for block in text.blocks) == source
