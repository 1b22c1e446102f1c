"""The schema for editors' tools takes what the loader takes."""

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from builder.records import editor_schema
from tests.records.samples import BRIEFING, RECORDS, WHOLE

SCHEMA = json.loads(json.dumps(editor_schema()))


def errors(name, text):
    """What an editor's tool would underline in a file of this name."""
    data = yaml.load(text, Loader=yaml.BaseLoader)  # texts stay texts; numbers are given as such below
    validator = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})
    return [error.message for error in validator.iter_errors(numbered(data))]


def numbered(data):
    if isinstance(data, dict):
        return {key: int(value) if key in ("value", "year") else numbered(value) for key, value in data.items()}
    return [numbered(item) for item in data] if isinstance(data, list) else data


def test_it_is_a_schema_without_places():
    Draft202012Validator.check_schema(SCHEMA)
    assert '"at"' not in json.dumps(SCHEMA)
    assert "Place" not in SCHEMA["$defs"]
    assert "One utterance" in SCHEMA["$defs"]["QuoteRecord"]["description"]


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_it_takes_every_kind_of_record(kind):
    assert errors(kind, RECORDS[kind]) == []


def test_it_takes_the_single_files():
    assert errors("briefing", BRIEFING) == []
    assert errors("decisions", WHOLE["decisions.yml"]) == []
    assert errors("changes", WHOLE["changes.yml"]) == []


def test_it_underlines_what_is_wrong():
    assert errors("quotes", RECORDS["quotes"].replace("direct", "sung")) == [
        "'sung' is not one of ['direct', 'partial', 'indirect']"
    ]
    assert len(errors("quotes", RECORDS["quotes"].replace("speaker:", "speeker:"))) == 1
    assert errors("gaps", "- id: a\n  party: b\n") == ["'issue' is a required property"]
