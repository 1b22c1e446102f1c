import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.publish.data import data_assets
from builder.publish.tables import FORMULA_STARTS, table
from tests.publish.sample import make_knowledge

pytestmark = pytest.mark.slow


def rows_of(asset):
    return list(csv.DictReader(io.StringIO(asset.data.decode("utf-8"), newline="")))


@pytest.fixture(scope="module")
def tables():
    return {asset.path: asset for asset in data_assets(make_knowledge()) if asset.path.endswith(".csv")}


def test_every_list_has_a_table_with_a_row_a_record(tables):
    briefing = json.loads(data_assets(make_knowledge())[0].data)
    lists = {f"data/{name}.csv": value for name, value in briefing.items() if isinstance(value, list)}
    assert {path: len(rows_of(asset)) for path, asset in tables.items()} == {p: len(v) for p, v in lists.items()}


def test_the_first_passage_has_columns_of_its_own(tables):
    row = rows_of(tables["data/disagreements.csv"])[0]
    assert (row["evidence_source"], row["evidence_text"], row["evidence_count"]) == (
        "paper",
        "Tarn landed 400 tonnes",
        "2",
    )
    assert [v["statement"] for v in json.loads(row["versions"])] == ["400 tonnes", "500"]


def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(tables):
    row = rows_of(tables["data/defects.csv"])[0]
    assert row["evidence_text"].startswith("'=1+1")
    assert row["statement"] == "'@ledger is garbled."


def test_a_negative_number_stays_a_number(tables):
    assert rows_of(tables["data/figures.csv"])[0]["value"] == "-2.5"


def test_an_empty_list_is_a_row_of_names():
    assert table("terms", ("id", "evidence"), ()).data == (
        b"id,evidence_source,evidence_start,evidence_end,evidence_text,evidence_count\r\n"
    )


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_the_way_through_a_cell(text):
    read = rows_of(table("t", ("id", "value"), ({"id": "a", "value": text},)))[0]["value"]
    assert read == (f"'{text}" if text.startswith(FORMULA_STARTS) else text)
    assert not read.startswith(FORMULA_STARTS)
