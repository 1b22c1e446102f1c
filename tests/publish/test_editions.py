"""A data file read back, whatever wrote it."""

import json

import pytest

from builder.knowledge import Edition
from builder.model.claims import Kind, Ref
from builder.model.issues import Issue
from builder.publish import data_assets, read_edition
from tests.publish.sample import make_knowledge


def test_what_is_published_is_read_back():
    knowledge = make_knowledge()
    data = next(asset.data for asset in data_assets(knowledge) if asset.path == "data/briefing.json")
    edition = read_edition(data, "briefing.json")
    assert isinstance(edition, Edition)
    published = json.loads(data)
    assert {str(ref) for ref in edition.entries} == {
        f"{kind.value}/{item['id']}" for kind in Kind for item in published[kind.value]
    }
    assert [p.words for p in edition.entries[Ref(Kind.QUOTES, "cod-first")].passages] == ["The cod,", "comes first."]
    assert edition.as_of == published["build"]["as_of"]


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (b"", 1, "this is not JSON"),
        (b'{"quotes": [\n1,\n}', 3, "this is not JSON"),
        (b"\xff\xfe{}", 1, "byte 0xff is not UTF-8"),
        (b'{"a": "b"}', 1, "holds no list of records"),
        (b"[]", 1, "holds no list of records"),
        (b"null", 1, "holds no list of records"),
        (b'{"figures": [{"id": "a", "value": NaN}]}', 1, "NaN is no number"),
        (b'{"quotes": ' + b"[" * 200_000, 1, "this is not JSON"),
        (b'{"quotes": [' + b"9" * 5000 + b"]}", 1, "this is not JSON"),
    ],
)
def test_what_is_no_data_file_is_one_issue(data, line, says):
    issue = read_edition(data, "old.json")
    assert isinstance(issue, Issue)
    assert (issue.at.path, issue.at.line, issue.code) == ("old.json", line, "not-a-briefing")
    assert says in issue.what


@pytest.mark.parametrize("item", [None, 7, "x", [], {}, {"id": 3}, {"id": ""}])
def test_what_is_no_record_is_passed_over(item):
    edition = read_edition(
        json.dumps({"quotes": [item, {"id": "a", "evidence": [item], "formerly": item}]}).encode(), "x"
    )
    assert isinstance(edition, Edition)
    assert [str(ref) for ref in edition.entries] == ["quotes/a"]


@pytest.mark.parametrize("as_of", ["soon", "2031-13-01", 2031, None, {}])
def test_a_day_that_is_none_is_none(as_of):
    edition = read_edition(json.dumps({"quotes": [], "build": {"as_of": as_of}}).encode(), "x")
    assert isinstance(edition, Edition)
    assert edition.as_of is None


def test_half_a_surrogate_pair_can_be_written_out_again():
    edition = read_edition(b'{"terms": [{"id": "a", "name": "\\ud800x"}]}', "x")
    assert isinstance(edition, Edition)
    assert edition.entries[Ref(Kind.TERMS, "a")].words("name") == "?x"
