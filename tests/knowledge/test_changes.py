"""What counts as a change for the reader, and how it is said."""

import json

import pytest

from builder.knowledge import Edition, change_log, compare
from builder.knowledge.differences import NOUNS
from builder.model.claims import Kind
from builder.model.knowledge import Change
from builder.publish import read_edition

HERALD = {"id": "herald", "label": "Tarn Herald", "title": "Tarn and Ossel agree", "sha256": "aa", "rights": "excerpt"}
LANTERN = {"id": "lantern", "label": "The Lantern", "title": "What it means", "sha256": "bb", "rights": "excerpt"}
BRANDT = {"id": "ivo-brandt", "name": "Ivo Brandt", "evidence": []}
DUNN = {"id": "kara-dunn", "name": "Kara Dunn", "evidence": []}


def passage(words, source="herald", start=0):
    return {"source": source, "start": start, "end": start + len(words), "text": words}


def quote(**fields):
    known = {
        "id": "no-fish",
        "text": "No fish",
        "speaker": "ivo-brandt",
        "review": "editor",
        "evidence": [passage("No fish")],
        "formerly": [],
    }
    return known | fields


def accord(**fields):
    known = {"id": "accord", "title": "the accord", "status": "expected", "parties": ["ivo-brandt"], "review": "editor"}
    return known | {"evidence": [passage("the accord")], "formerly": []} | fields


def edition(**lists):
    """A data file with two articles and two actors, and the lists given."""
    known = {"sources": [HERALD, LANTERN], "actors": [BRANDT, DUNN], "build": {"as_of": "2031-05-06"}}
    read = read_edition(json.dumps(known | lists).encode(), "x.json")
    assert isinstance(read, Edition), read
    return read


def lines(old, new):
    return [each.line for each in compare(old, new)]


def test_the_same_data_is_no_change():
    whole = edition(quotes=[quote()], agreements=[accord()])
    assert compare(whole, whole) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (quote(), quote(evidence=[passage("No fish", start=40)])),
        (quote(evidence=[passage("No\nfish")]), quote()),
        (quote(evidence=[passage("No"), passage("fish")]), quote(evidence=[passage("fish"), passage("No")])),
        (quote(), quote(url="elsewhere/#no-fish", support=3, words=9)),
        (quote(), quote(importance="core")),
        ({key: value for key, value in quote().items() if key != "speaker"}, quote()),
        (quote(), quote(invented="by a later version")),
    ],
    ids=["moved", "reflowed", "reordered", "counts", "a field of later", "a field not yet known", "an unknown field"],
)
def test_what_no_reader_sees_is_no_change(old, new):
    assert lines(edition(quotes=[old]), edition(quotes=[new])) == []


@pytest.mark.parametrize(
    ("kind", "old", "new", "said"),
    [
        ("quotes", None, quote(), "Quote added: “No fish” (Ivo Brandt)"),
        ("quotes", quote(), None, "Quote removed: “No fish” (Ivo Brandt)"),
        (
            "quotes",
            quote(),
            quote(speaker="kara-dunn"),
            "Speaker corrected, Kara Dunn instead of Ivo Brandt: “No fish” (Kara Dunn)",
        ),
        (
            "quotes",
            quote(speaker=None),
            quote(),
            "Speaker corrected, Ivo Brandt instead of not named: “No fish” (Ivo Brandt)",
        ),
        (
            "quotes",
            quote(),
            quote(text="No fish today", evidence=[passage("No fish today")]),
            "Quote corrected: No fish today — was: No fish",
        ),
        (
            "quotes",
            quote(),
            quote(evidence=[passage("No fish"), passage("No fish", "lantern")]),
            "Quote also rests on The Lantern: “No fish” (Ivo Brandt)",
        ),
        (
            "quotes",
            quote(evidence=[passage("No fish"), passage("No fish", "lantern")]),
            quote(),
            "Quote no longer rests on The Lantern: “No fish” (Ivo Brandt)",
        ),
        ("agreements", accord(), accord(status="in-force"), "Status in force, was expected: the accord"),
        (
            "agreements",
            accord(),
            accord(parties=["ivo-brandt", "kara-dunn"]),
            "Agreement, between Ivo Brandt; Kara Dunn, was Ivo Brandt: the accord",
        ),
        ("agreements", accord(), accord(date="2031"), None),
        ("agreements", accord(date=None), accord(date="2031"), "Agreement, date 2031, was none: the accord"),
        (
            "agreements",
            accord(),
            accord(evidence=[passage("an accord")]),
            "Agreement rests on other words of the same articles: the accord",
        ),
        ("quotes", quote(review="auto"), quote(), "Quote reviewed by an editor: “No fish” (Ivo Brandt)"),
        (
            "quotes",
            quote(),
            quote(review="auto"),
            "Quote no longer stands under an editor’s name: “No fish” (Ivo Brandt)",
        ),
        (
            "quotes",
            quote(),
            quote(id="fish-none", formerly=["no-fish"]),
            "Quote has a new address, fish-none instead of no-fish: “No fish” (Ivo Brandt)",
        ),
        (
            "quotes",
            quote(id="fish-none", formerly=["no-fish"]),
            quote(),
            "Quote has a new address, no-fish instead of fish-none: “No fish” (Ivo Brandt)",
        ),
        (
            "disagreements",
            None,
            {"id": "quota", "title": "How high the quota is", "evidence": [passage("a")]},
            "Disagreement added: How high the quota is",
        ),
        (
            "disagreements",
            {"id": "quota", "title": "How high the quota is", "evidence": [passage("a")]},
            None,
            "Disagreement removed: How high the quota is",
        ),
    ],
)
def test_a_change_is_one_line(kind, old, new, said):
    before, after = (edition(**{kind: [each] if each else []}) for each in (old, new))
    assert lines(before, after) == ([said] if said else [])


def test_a_changed_article_names_the_records_that_rested_on_it():
    old = edition(quotes=[quote()], agreements=[accord()])
    new = edition(quotes=[quote()], agreements=[accord()], sources=[HERALD | {"sha256": "cc"}, LANTERN])
    (change,) = compare(old, new)
    assert change.line == "Article changed: Tarn and Ossel agree. 2 records rested on it."
    assert change.as_json()["records"] == ["agreements/accord", "quotes/no-fish"]
    assert change.markdown(str).endswith("`agreements/accord`, `quotes/no-fish` (`sources/herald`)")


def test_a_renamed_article_or_actor_moves_no_record():
    renamed = [HERALD | {"id": "tarn-herald", "formerly": ["herald"]}, LANTERN]
    actors = [BRANDT | {"id": "brandt", "formerly": ["ivo-brandt"]}, DUNN]
    later = quote(speaker="brandt", evidence=[passage("No fish", "tarn-herald")])
    said = lines(edition(quotes=[quote()]), edition(quotes=[later], sources=renamed, actors=actors))
    assert said == [
        "Article has a new address, tarn-herald instead of herald: Tarn and Ossel agree",
        "Actor has a new address, brandt instead of ivo-brandt: Ivo Brandt",
    ]


def test_what_an_editor_takes_over_under_another_id_is_reviewed_and_not_gone():
    old = edition(quotes=[quote(id="x12", review="auto", speaker=None)])
    assert lines(old, edition(quotes=[quote()])) == [
        "Quote reviewed by an editor: “No fish” (Ivo Brandt)",
        "Speaker corrected, Ivo Brandt instead of not named: “No fish” (Ivo Brandt)",
    ]


def test_what_an_editor_completes_is_told_as_reviewed_and_not_field_by_field():
    old = edition(agreements=[accord(review="auto", date=None)])
    assert lines(old, edition(agreements=[accord(status="signed", date="2031")])) == [
        "Agreement reviewed by an editor: the accord",
        "Status signed, was expected: the accord",
    ]


def test_two_with_the_same_passages_are_not_mistaken_for_each_other():
    old = edition(quotes=[quote(id="x12", review="auto"), quote(id="x13", review="auto")])
    kinds = [each.kind.value for each in compare(old, edition(quotes=[quote()]))]
    assert sorted(kinds) == ["added", "removed", "removed"]


def test_the_words_of_an_article_that_is_withdrawn_are_not_repeated():
    old = edition(quotes=[quote()])
    for sources in ([LANTERN], [HERALD | {"rights": "none"}, LANTERN]):
        gone = compare(old, edition(sources=sources))[-1]
        assert gone.line == "Quote removed: no-fish"


def test_an_article_that_is_gone_is_called_by_its_name_and_not_by_its_file():
    untitled = LANTERN | {"title": None, "label": "Unsigned slip"}
    old = edition(sources=[HERALD, untitled], quotes=[quote(review="auto", evidence=[passage("x", "lantern")])])
    new = edition(sources=[HERALD], quotes=[])
    log = change_log(compare(old, new), new, before=old, date="2031-05-07")
    assert [change.statement for change in log] == [
        "Article removed: Unsigned slip. 1 record rested on it.",
        "Found by the machine in Unsigned slip, not reviewed: 1 gone",
    ]


def test_the_log_tells_what_nobody_reviewed_in_one_line_an_article():
    old = edition(quotes=[quote(), quote(id="a", review="auto")])
    found = [quote(id=name, review="auto", evidence=[passage(name, "lantern")]) for name in ("b", "c")]
    new = edition(quotes=[quote(speaker="kara-dunn"), *found])
    log = change_log(compare(old, new), new, before=old, date="2031-05-07")
    assert log == (
        Change(
            "2031-05-07",
            "speaker",
            "quotes/no-fish",
            "Speaker corrected, Kara Dunn instead of Ivo Brandt: “No fish” (Kara Dunn)",
        ),
        Change("2031-05-07", "found", "sources/herald", "Found by the machine in Tarn Herald, not reviewed: 1 gone"),
        Change("2031-05-07", "found", "sources/lantern", "Found by the machine in The Lantern, not reviewed: 2 new"),
    )


def test_a_hostile_text_stays_letters_in_markdown():
    (change,) = compare(edition(), edition(quotes=[quote(text="<img>`x` [a](b)")]))
    escaped = change.markdown(lambda words: "".join(f"&#{ord(c)};" for c in words))
    assert set(escaped.removesuffix(" (`quotes/no-fish`)").removeprefix("- ")) <= set("&#0123456789;")


def test_every_list_has_a_noun():
    assert set(NOUNS) == set(Kind)
