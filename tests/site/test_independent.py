"""The published data checked by a stranger: from the site and the articles alone, with nothing of the builder."""

import hashlib
import json
import re

import pytest
from jsonschema import Draft202012Validator

from tests.site.reading import canonical_text, passages

pytestmark = pytest.mark.site

RECORDS = (
    "actors",
    "quotes",
    "agreements",
    "positions",
    "summaries",
    "gaps",
    "judgements",
    "events",
    "figures",
    "disagreements",
    "defects",
    "terms",
)
LISTS = ("sources", *RECORDS, "parties", "issues")
REFERENCES = {
    ("actors", "party"): "parties",
    ("quotes", "speaker"): "actors",
    ("quotes", "issues"): "issues",
    ("quotes", "about"): "parties",
    ("agreements", "parties"): "actors",
    ("agreements", "signatories"): "actors",
    ("positions", "party"): "parties",
    ("positions", "issue"): "issues",
    ("positions", "holder"): "actors",
    ("summaries", "issue"): "issues",
    ("gaps", "party"): "parties",
    ("gaps", "issue"): "issues",
    ("judgements", "experts"): "actors",
    ("judgements", "issue"): "issues",
    ("disagreements", "issues"): "issues",
}


@pytest.fixture(scope="module")
def texts(built, briefing):
    return {source["id"]: canonical_text((built.root / source["file"]).read_bytes()) for source in briefing["sources"]}


@pytest.fixture(scope="module")
def ids(briefing):
    return {name: {record["id"] for record in briefing[name]} for name in LISTS}


def test_the_data_fit_their_schema(site, briefing):
    schema = json.loads((site.folder / "data/briefing.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(briefing)


def test_every_passage_is_the_slice_it_says(briefing, texts):
    found = list(passages(briefing))
    assert len(found) > len(briefing["quotes"])
    wrong = [p for p in found if texts[p["source"]][p["start"] : p["end"]] != p["text"] or not p["text"].strip()]
    assert wrong == []


def test_every_source_is_the_file_it_names(built, briefing):
    for source in briefing["sources"]:
        assert hashlib.sha256((built.root / source["file"]).read_bytes()).hexdigest() == source["sha256"]
    assert {s["file"] for s in briefing["sources"]} == {f"seeds/{p.name}" for p in (built.root / "seeds").iterdir()}


@pytest.mark.parametrize("name", LISTS)
def test_no_list_is_empty_and_every_id_in_it_is_its_own(briefing, ids, name):
    assert briefing[name]
    assert len(ids[name]) == len(briefing[name])
    former = [old for record in briefing[name] for old in record.get("formerly", ())]
    assert len(set(former)) == len(former)
    assert not ids[name] & set(former)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in ids[name])


@pytest.mark.parametrize("name", [name for name in RECORDS if name != "gaps"])
def test_every_record_rests_on_a_passage(briefing, ids, name):
    for record in briefing[name]:
        assert record["evidence"], record["id"]
        told_by = {passage["source"] for passage in record["evidence"]}
        assert told_by <= ids["sources"]
        assert 1 <= record["support"] <= len(told_by)


@pytest.mark.parametrize(("place", "target"), REFERENCES.items(), ids="-".join)
def test_references_resolve(briefing, ids, place, target):
    name, field = place
    for record in briefing[name]:
        value = record[field]
        named = value if isinstance(value, list) else [value] if value is not None else []
        assert set(named) <= ids[target], record["id"]


def test_occurrences_name_known_speakers_and_hold_their_parts(briefing, ids):
    for quote in briefing["quotes"]:
        first = quote["occurrences"][0]
        assert quote["text"] == " […] ".join(part["text"] for part in first["parts"])
        assert quote["evidence"] == [part for occurrence in quote["occurrences"] for part in occurrence["parts"]]
        for occurrence in quote["occurrences"]:
            assert occurrence["speaker"] in ids["actors"] | {None}
            assert (occurrence["parts"][0]["start"], occurrence["parts"][-1]["end"]) == (
                occurrence["start"],
                occurrence["end"],
            )


@pytest.mark.parametrize("name", LISTS)
def test_every_address_leads_to_the_record(site, briefing, name):
    for record in briefing[name]:
        page, anchor = site.page_of(record["url"])
        assert page is not None, record["url"]
        assert anchor == record["id"]
        assert len(page.elements.get(anchor, ())) == 1, record["url"]


def test_a_cell_of_the_matrix_is_filled_or_a_gap_and_never_both(briefing, ids):
    filled = {(p["party"], p["issue"]) for p in briefing["positions"]}
    empty = [(g["party"], g["issue"]) for g in briefing["gaps"]]
    assert len(set(empty)) == len(empty)
    assert not filled & set(empty)
    assert filled | set(empty) == {(party, issue) for party in ids["parties"] for issue in ids["issues"]}


def test_counts_and_checks_are_of_something(briefing):
    counts, checks = briefing["build"]["counts"], briefing["build"]["checks"]
    assert {name: counts[name] for name in RECORDS} == {name: len(briefing[name]) for name in RECORDS}
    assert checks["evidence-is-verbatim"] >= sum(
        len(record["evidence"]) for n in RECORDS for record in briefing[n] if n != "gaps"
    )
    assert sum(number > 0 for number in checks.values()) > 10


def test_every_table_has_a_row_for_each_record(site, briefing):
    for name in LISTS:
        rows = (site.folder / f"data/{name}.csv").read_text(encoding="utf-8")
        assert rows.startswith("id,")
        assert rows.count("\n") >= len(briefing[name]) + 1
