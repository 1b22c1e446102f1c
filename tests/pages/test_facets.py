"""What lists can be narrowed by, against the records themselves; the data stand in the page and end nowhere early."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.claims import Kind
from builder.pages.markdown import script_data
from builder.pages.views.common import open_desk
from builder.pages.views.facets import actor_filters, agreement_filters, figure_filters, quote_filters
from tests.pages.small import small_knowledge
from tests.support import make_evidence, make_occurrence, make_quote, make_source

KNOWLEDGE = small_knowledge()
TEXT = make_source("No more fish.", source_id="gazette")
MAKERS = {
    Kind.QUOTES: quote_filters,
    Kind.AGREEMENTS: agreement_filters,
    Kind.ACTORS: actor_filters,
    Kind.FIGURES: figure_filters,
}


def filters(kind):
    return MAKERS[kind](open_desk(KNOWLEDGE), KNOWLEDGE.claims.of(kind))


def chosen(kind, record):
    """The ids of a record's choices, by facet."""
    data = json.loads(filters(kind).data)
    numbers = dict(data["records"])[record]
    return {f["key"]: [f["choices"][n][0] for n in row] for f, row in zip(data["facets"], numbers, strict=True)}


@pytest.mark.parametrize("kind", MAKERS)
def test_every_record_is_there_with_choices_that_exist(kind):
    view = filters(kind)
    data = json.loads(view.data)
    claims = KNOWLEDGE.claims.of(kind)
    assert [record for record, _ in data["records"]] == [claim.id for claim in claims]
    assert len(view.labels) == len(data["facets"])
    for _, numbers in data["records"]:
        for row, facet in zip(numbers, data["facets"], strict=True):
            assert row == sorted(set(row))
            assert all(0 <= n < len(facet["choices"]) for n in row)


@pytest.mark.parametrize("kind", MAKERS)
def test_every_choice_has_a_name_of_its_own_and_one_record_at_least(kind):
    data = json.loads(filters(kind).data)
    for at, facet in enumerate(data["facets"]):
        ids = [choice for choice, _ in facet["choices"]]
        assert len(set(ids)) == len(ids)
        used = {n for _, numbers in data["records"] for n in numbers[at]}
        assert used == set(range(len(ids))) or facet["key"] == "review"


@pytest.mark.parametrize("kind", MAKERS)
def test_reviewed_or_not_can_always_be_asked(kind):
    data = json.loads(filters(kind).data)
    review = next(facet for facet in data["facets"] if facet["key"] == "review")
    assert [choice for choice, _ in review["choices"]] == ["editor", "auto"]
    for claim in KNOWLEDGE.claims.of(kind):
        assert chosen(kind, claim.id)["review"] == [claim.review.value]


def test_a_quote_has_the_facets_of_its_record_and_its_sources():
    for quote in KNOWLEDGE.claims.quotes:
        had = chosen(Kind.QUOTES, quote.id)
        assert had["said"] == [quote.kind.value]
        assert set(had["issue"]) == set(quote.issues)
        assert set(had["source"]) == {e.source for e in quote.evidence}
        assert {o.speaker for o in quote.occurrences if o.speaker} <= set(had["speaker"])
        cited = [source for source in KNOWLEDGE.sources if source.id in had["source"]]
        assert set(had["timing"]) == {source.timing.value for source in cited}


def test_nothing_is_made_up_where_nothing_is_known():
    for quote in KNOWLEDGE.claims.quotes:
        had = chosen(Kind.QUOTES, quote.id)
        actors = [a for a in KNOWLEDGE.claims.actors if a.id in {o.speaker for o in quote.occurrences}]
        if not any(actor.party for actor in actors):
            assert had["party"] == ["none"]
        if not any(role.title for actor in actors for role in actor.roles):
            assert had["role"] == ["none"]


def test_all_facets_of_quotes_are_offered():
    keys = [facet["key"] for facet in json.loads(filters(Kind.QUOTES).data)["facets"]]
    assert keys == ["speaker", "role", "party", "issue", "said", "source", "timing", "review"]


@given(st.text())
def test_data_in_a_page_end_no_element_and_come_back(text):
    written = script_data({"a": [text, "</script><!--", "&lt;"]})
    assert not re.search(r"[<>&\n]", written)
    assert json.loads(written) == {"a": [text, "</script><!--", "&lt;"]}


@pytest.mark.parametrize(
    ("as_given", "choice"),
    [
        (None, "none"),
        ("they", "none"),
        ("They", "none"),
        ("some in the harbour", "none"),
        ("The governor of Tarn", "none"),
        ("Ossel", "said-ossel"),
        ("Bror Vik’s aide", "said-bror-vik-s-aide"),
    ],
)
def test_speakers_who_are_not_named_are_one_choice(as_given, choice):
    quote = make_quote("said", make_occurrence(make_evidence(TEXT, "fish"), as_given=as_given))
    data = json.loads(quote_filters(open_desk(KNOWLEDGE), [quote]).data)
    [speaker] = [facet["choices"] for facet in data["facets"] if facet["key"] == "speaker"]
    assert [name for name, _ in speaker] == [choice]
