"""The lists to cite from, as they are published."""

import json

import pytest
import rispy
from pybtex.database import parse_string

from tests.site.reading import words

pytestmark = pytest.mark.site


def read(site, name):
    return (site.folder / "data" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["sources", "quotes"])
def test_three_programs_read_the_same_list(site, briefing, name):
    entries = parse_string(read(site, f"{name}.bib"), "bibtex").entries
    items = json.loads(read(site, f"{name}.csl.json"))
    expected = sum(len(r.get("occurrences", [r])) for r in briefing[name])
    assert [i["id"] for i in items] == [r["id"] for r in rispy.loads(read(site, f"{name}.ris"))] == list(entries)
    assert len(items) == expected > 0


def test_every_cited_address_leads_to_the_record(site, briefing):
    items = json.loads(read(site, "quotes.csl.json"))
    by_url = {site.base + record["url"]: record for record in briefing["quotes"]}
    for item in items:
        printed = [" […] ".join(words(p["text"]) for p in o["parts"]) for o in by_url[item["URL"]]["occurrences"]]
        assert item["annote"] in printed


def test_every_published_passage_can_be_cited(site, briefing):
    files = {s["id"]: json.loads(read(site, f"citations/{s['id']}.json"))["passages"] for s in briefing["sources"]}
    kinds = [value for value in briefing.values() if isinstance(value, list)]
    evidence = [e for kind in kinds for record in kind for e in record.get("evidence", ())]
    assert len(evidence) > 100
    for passage in evidence:
        cited = files[passage["source"]][f"{passage['start']}-{passage['end']}"]
        assert words(cited["text"]) == words(passage["text"])
