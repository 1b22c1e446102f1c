"""How single cases are judged."""

import pytest

from tests.evaluate.articles import Article, GoldError
from tests.evaluate.attributions import read_makes, with_indirect
from tests.evaluate.extraction import ExtractionError
from tests.evaluate.names import Aliases
from tests.evaluate.passages import match
from tests.evaluate.people import has_role
from tests.evaluate.speakers import attribution_of
from tests.evaluate.utterances import covering, quoted

TEXT = "Tarn and Ossel signed a pact. Tarn and Ossel signed a pact on cod.\n“The sea decides,” she said.\n"
ALIASES = Aliases([("tarn", "Tarn", "Port Tarn")])


@pytest.fixture
def article(tmp_path):
    return Article("ferry", "ferry.txt", tmp_path / "ferry.txt", TEXT)


def test_words_of_the_gold_stand_once_or_are_marked_as_repeated(article):
    assert article.places("pact", before="a ", repeated=True) == ((24, 28), (54, 58))
    assert article.places("cod", before="on ") == ((62, 65),)
    with pytest.raises(GoldError, match="2 times"):
        article.places("pact")
    with pytest.raises(GoldError, match="not there"):
        article.places("treaty")


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("“The sea decides,”", "The sea decides,"),
        ("the pact binds “all of us,” he said", "all of us,"),
        ("'it is Tarn’s sea’", "it is Tarn’s sea"),
        ('"fiery friendship."', "fiery friendship."),
        ("nothing marked", "nothing marked"),
        ("“left open", "left open"),
    ],
)
def test_the_words_between_the_marks(words, inside):
    start, end = quoted(words)
    assert words[start:end] == inside


def said(*content):
    return {"content": list(content)}


def test_the_finding_that_covers_a_quotation_and_adds_least(article):
    place = article.places("The sea decides")[0]
    whole, exact, part = said((0, len(TEXT))), said(place), said((place[0], place[0] + 7))
    assert covering(article, place, [whole, exact, part]) is exact
    assert covering(article, place, [part]) is None


def test_a_finding_over_everything_covers_nothing(tmp_path):
    long = Article("long", "long.txt", tmp_path, "sea " * 200)
    assert covering(long, (0, 11), [said((0, 800))]) is None


def test_a_speaker_is_that_of_the_nearest_attribution(article):
    case = {"content": "signed a pact", "before": "Ossel "}
    with pytest.raises(GoldError):
        attribution_of(article, case, [])
    first, second = said((0, 28)), said((30, 65))
    assert attribution_of(article, {"content": "a pact on cod"}, [first, second]) is second
    assert attribution_of(article, {"content": "a pact on cod"}, [first]) is None


def test_passages_are_matched_one_to_one_and_by_title_in_one_sentence(article):
    due = [({}, ((0, 28),)), ({}, ((30, 65),))]
    assert match(article, due, [{"span": (30, 65)}, {"span": (0, 29)}]) == {0: 1, 1: 0}
    assert match(article, due, [{"span": (0, 29)}, {"span": (0, 29)}]) == {0: 0}
    both = [({}, article.places("pact on cod")), ({}, article.places("Ossel signed", repeated=True)[1:])]
    found = [{"span": (30, 65), "title": "Ossel signed"}, {"span": (30, 65), "title": "pact on cod"}]
    assert match(article, both, found) == {0: 1, 1: 0}


@pytest.mark.parametrize(
    ("have", "right"),
    [
        ({"title": "harbour master", "affiliation": "Port Tarn"}, True),
        ({"title": "harbour master", "affiliation": None}, False),
        ({"title": "master", "affiliation": "Tarn"}, False),
        ("harbour master, Port Tarn", True),
        ("deputy, harbour master, Tarn", True),
        ("harbour master", False),
        ("Tarn", False),
    ],
)
def test_a_role_has_its_title_and_its_affiliation(have, right):
    person = {"name": "Ana Brook", "roles": [have]}
    assert has_role(person, {"title": "harbour master", "affiliation": "Tarn"}, ALIASES) is right


@pytest.mark.parametrize(
    ("have", "right"),
    [
        ("head, ward at Tarn Hospital", True),
        ("head of ward, Tarn Hospital", True),
        ("head, Tarn Hospital", False),
        ("ward, Tarn Hospital", False),
    ],
)
def test_where_a_role_is_cut_in_two_does_not_matter(have, right):
    wanted = {"title": "head of the ward", "affiliation": "Tarn Hospital"}
    assert has_role({"name": "Ana Brook", "roles": [have]}, wanted, ALIASES) is right


def test_a_rank_may_be_abbreviated_as_the_article_has_it():
    person = {"name": "Ana Brook", "roles": ["Cllr", "Det Sgt, port police"]}
    assert has_role(person, {"title": "councillor", "affiliation": None}, ALIASES)
    assert has_role(person, {"title": "detective sergeant", "affiliation": "port police"}, ALIASES)
    assert not has_role(person, {"title": "counsel", "affiliation": None}, ALIASES)


def test_of_several_fair_titles_any_is_right():
    wanted = {"title": ["professor of law", "teacher of law"], "affiliation": "Tarn School"}
    assert has_role({"name": "Ana Brook", "roles": ["teacher of law, Tarn School"]}, wanted, ALIASES)
    assert not has_role({"name": "Ana Brook", "roles": ["teacher, Tarn School"]}, wanted, ALIASES)


def test_what_is_no_role_breaks_the_format():
    with pytest.raises(ExtractionError, match="is no role"):
        has_role({"name": "Ana Brook", "roles": [3]}, {"title": "x", "affiliation": None}, ALIASES)


def test_notes_go_with_the_attributions_that_have_a_content(tmp_path):
    path = tmp_path / "a.ann"
    lines = [
        "T1\tContent 0 4\tTarn",
        "T2\tCue 9 14\tOssel",
        "E1\tAttribution:T2 Cue:T2",
        "E2\tAttribution:T2 Content:T1",
    ]
    path.write_text(
        "\n".join([*lines, "#1\tAnnotatorNotes E1\tno-content", "#2\tAnnotatorNotes E2\tact", ""]), encoding="utf-8"
    )
    assert read_makes(path) == ["act"]


def test_indirect_is_the_whole_without_what_is_direct():
    table = with_indirect({"x": [5, 8, 4, 9], "direct_x": [2, 3, 1, 3]})
    assert table["indirect_x"] == [3, 5, 3, 6]
