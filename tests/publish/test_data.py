import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from builder.model.claims import Kind, Ref
from builder.model.issues import BriefingError
from builder.publish.data import data_assets, published
from tests.publish.sample import TEXT, make_knowledge, with_wrong_slice

pytestmark = pytest.mark.slow

LISTS = [
    "sources",
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
]


@pytest.fixture(scope="module")
def files():
    return {asset.path: asset.data for asset in data_assets(make_knowledge())}


@pytest.fixture(scope="module")
def briefing(files):
    return json.loads(files["data/briefing.json"])


@pytest.fixture(scope="module")
def schema(files):
    return json.loads(files["data/briefing.schema.json"])


def test_every_list_of_the_contract_is_there_and_filled(briefing):
    assert all(briefing[name] for name in (*LISTS, "changes", "parties", "issues", "build"))


def test_the_schema_is_one_and_the_data_fit_it(briefing, schema):
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(briefing)


@pytest.mark.parametrize(
    ("break_it", "where"),
    [
        (lambda b: b["quotes"][0].update(invented=1), ["quotes", 0]),
        (lambda b: b["actors"][0].update(id="Not An Id"), ["actors", 0, "id"]),
        (lambda b: b["events"][0].update(status="maybe"), ["events", 0, "status"]),
        (lambda b: b["terms"][0].update(evidence=[]), ["terms", 0, "evidence"]),
        (lambda b: b["figures"][0].pop("year"), ["figures", 0]),
        (lambda b: b["sources"][0].update(published_share=1.5), ["sources", 0, "published_share"]),
        (lambda b: b.update(extra=[]), []),
    ],
)
def test_the_schema_refuses_what_does_not_belong(files, schema, break_it, where):
    broken = json.loads(files["data/briefing.json"])
    break_it(broken)
    assert where in [list(error.absolute_path) for error in Draft202012Validator(schema).iter_errors(broken)]


def test_every_field_of_the_schema_is_described(schema):
    for owner in (schema, *schema["$defs"].values()):
        assert "(*" not in owner.get("description", ""), owner["title"]
        assert all(field["description"] for field in owner.get("properties", {}).values())


def test_the_schema_for_editors_lies_beside_it(files):
    schema = json.loads(files["data/records.schema.json"])
    Draft202012Validator.check_schema(schema)
    assert set(LISTS) <= schema["$defs"].keys()


def test_a_claim_loses_its_place_and_gains_an_address(briefing):
    actor = briefing["actors"][0]
    assert "at" not in actor
    assert (actor["url"], actor["support"]) == ("actors/#kara-dunn", 1)
    assert "evidence" not in briefing["gaps"][0]


def test_passages_are_slices_of_the_text(briefing):
    for name in LISTS:
        for passage in (p for record in briefing[name] for p in record.get("evidence", ())):
            assert TEXT.text[passage["start"] : passage["end"]] == passage["text"]


def test_an_interrupted_utterance_is_one_occurrence_of_two_parts(briefing):
    quote = briefing["quotes"][0]
    assert quote["text"] == "The cod, […] comes first."
    assert [part["text"] for part in quote["occurrences"][0]["parts"]] == ["The cod,", "comes first."]
    assert quote["evidence"] == quote["occurrences"][0]["parts"]


def test_the_file_is_plain_utf8_with_a_newline_at_the_end(files):
    data = files["data/briefing.json"].decode("utf-8")
    assert data.endswith("}\n")
    assert "[…]" in data


def test_shares_are_rounded_and_withheld_records_named(briefing):
    assert briefing["sources"][0]["published_share"] == 0.1235
    assert briefing["build"]["withheld"] == ["terms/x"]


def test_the_same_knowledge_gives_the_same_bytes(files):
    assert {asset.path: asset.data for asset in data_assets(make_knowledge())} == files


def test_a_passage_that_is_not_in_its_text_is_never_published():
    with pytest.raises(BriefingError, match="not the passage"):
        data_assets(with_wrong_slice())


def test_what_does_not_fit_the_schema_is_never_published():
    knowledge = make_knowledge()
    support = {**knowledge.support, Ref(Kind.TERMS, "quota"): -1}
    with pytest.raises(BriefingError, match="terms/0/support"):
        data_assets(replace(knowledge, support=support))


def test_the_order_of_the_lists_is_that_of_the_knowledge():
    knowledge = make_knowledge()
    assert [q.id for q in published(knowledge).quotes] == [q.id for q in knowledge.claims.quotes]
