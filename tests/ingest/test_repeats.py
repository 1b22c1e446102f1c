from builder.model.text import words_of
from tests.ingest.reading import outline, read

BODY = (
    "The fishing accord was signed on the pier of Tarn after nine years of talks. “We have waited long enough for this "
    "day,” the harbour master said. The boats go out on Monday, and the inspectors go with them.\n\n"
)
MORE = "Nobody on the other island was asked. The mayor of Ossel heard of it from the radio, she said.\n\n"


def test_a_pull_quote_is_one_passage_with_two_places() -> None:
    article = read(f"Islands sign fishing accord\n\n{BODY}“We have waited long enough for this day”\n\n{MORE}")
    text = article.text
    assert [kind for kind, _ in outline(article)] == ["headline", "body", "pull-quote", "body"]
    (repeat,) = text.repeats
    assert words_of(repeat.place.of(text.text)) == words_of(repeat.of.of(text.text))
    assert text.block_at(repeat.of.start).number == 2
    assert repeat.of.of(text.text) == "“We have waited long enough for this day"


def test_a_teaser_cut_short_leads_to_the_whole_paragraph() -> None:
    start = "The fishing accord was signed on the pier of Tarn after nine years of talks."
    article = read(f"Islands sign fishing accord\n\n{start} […]\n\nby Ann Berg - May 3, 2021\n\n{BODY}{MORE}")
    assert [kind for kind, _ in outline(article)] == ["headline", "teaser", "byline", "body", "body"]
    (repeat,) = article.text.repeats
    assert repeat.place.of(article.text.text) == start
    assert article.text.block_at(repeat.of.start).number == 4


def test_a_point_in_a_list_that_says_a_sentence_again_is_body_and_a_repeat() -> None:
    article = read(
        f"Islands sign fishing accord\n\n{BODY}{MORE}Key points\n\n- Nobody on the other island was asked.\n- It rains.\n"
    )
    assert [kind for kind, _ in outline(article)][-2:] == ["body", "body"]
    assert [article.text.block_at(r.of.start).number for r in article.text.repeats] == [3]


def test_of_two_alike_the_second_is_the_copy() -> None:
    article = read(f"Islands sign fishing accord\n\n{BODY}{MORE}{BODY}")
    assert [kind for kind, _ in outline(article)] == ["headline", "body", "body", "pull-quote"]
    (repeat,) = article.text.repeats
    assert repeat.of.start < repeat.place.start


def test_a_short_heading_whose_words_occur_in_the_text_is_no_repeat() -> None:
    article = read(f"Islands sign fishing accord\n\n{BODY}The boats\n\n{MORE}")
    assert article.text.repeats == ()
