"""Findings of an article as a line of JSON."""

import json

from builder.model.claims import ActorKind, Attribution, EventStatus, Precision, Status
from builder.publish import extraction_line
from tests.reconcile import finding as found
from tests.support import make_source

TEXT = make_source("“Nets out,” said envoy Kara Dunn of Tarn. A cod accord cost $3 million – “all of it.”")


def line(*findings):
    return json.loads(extraction_line(findings, source_id="paper", file="seeds/paper.txt"))


def words(span):
    return TEXT.text[span[0] : span[1]]


def test_an_article_without_findings_has_every_list():
    assert line() == {
        "id": "paper",
        "file": "seeds/paper.txt",
        "attributions": [],
        "persons": [],
        "agreements": [],
        "positions": [],
        "figures": [],
        "events": [],
    }


def test_spans_are_offsets_into_the_text_and_what_is_missing_is_null():
    said = found.said(TEXT, "“Nets out,”", "“all of it.”", who="Kara Dunn")
    bare = found.said(TEXT, "“Nets out,”", cue="")
    one, other = line(said, bare)["attributions"]
    assert [words(span) for span in one["content"]] == ["“Nets out,”", "“all of it.”"]
    assert [words(span) for span in one["source"]] == ["Kara Dunn"]
    assert (one["direct"], one["speaker"]) == (True, "Kara Dunn")
    assert (other["cue"], other["source"], other["speaker"]) == (None, None, None)


def test_persons_agreements_positions_and_figures():
    printed = line(
        found.actor(TEXT, "Kara Dunn", roles=(("envoy", "Tarn"),)),
        found.actor(TEXT, "Tarn", kind=ActorKind.STATE),
        found.agreement(TEXT, "cod accord", "Tarn", status=Status.EXPECTED),
        found.position(TEXT, "A cod accord", attribution=Attribution.NARRATION),
        found.figure(TEXT, "$3 million", 3_000_000, "USD"),
    )
    (person,), (agreement,) = printed["persons"], printed["agreements"]
    assert (person["name"], person["roles"], [words(s) for s in person["spans"]]) == (
        "Kara Dunn",
        ["envoy, Tarn"],
        ["Kara Dunn"],
    )
    assert (agreement["title"], agreement["status"], agreement["date"], agreement["parties"]) == (
        "cod accord",
        "expected",
        None,
        ["Tarn"],
    )
    assert words(agreement["span"]) == "cod accord"
    assert agreement["spans"] == [agreement["span"]]
    assert printed["positions"] == [{"party": "tarn", "issue": "fishing", "attribution": "narration", "span": [42, 54]}]
    assert printed["figures"] == [{"value": 3_000_000, "unit": "USD", "year": None, "span": [60, 70]}]


def test_events_have_the_words_of_their_clause_and_a_date():
    (printed,) = line(
        found.event(TEXT, "A cod accord", "2024-06", precision=Precision.MONTH, status=EventStatus.EXPECTED)
    )["events"]
    assert words(printed.pop("span")) == "A cod accord"
    assert printed == {"title": "A cod accord", "date": "2024-06", "precision": "month", "status": "expected"}
