"""How directly the words of a passage are somebody's, as far as other claims on the same words say."""

import pytest

from builder.model.claims import Attribution, QuoteKind
from builder.pages.levels import Level, Levels
from tests.support import (
    make_claims,
    make_evidence,
    make_judgement,
    make_occurrence,
    make_position,
    make_quote,
    make_source,
)

TEXT = make_source("Tarn will pay. “Not a fish more,” Kara Dunn said, and left. The ice, Bror Vik thinks, will melt.")
PAYS, SAYS, SAID, THINKS = (
    make_evidence(TEXT, words)
    for words in ("Tarn will pay.", "“Not a fish more,” Kara Dunn said", "Not a fish more", "The ice, Bror Vik thinks")
)


def told(passage, *claims):
    return [level.text for level in Levels(make_claims(*claims)).of((passage,))]


def test_a_passage_has_the_levels_of_the_positions_on_its_words_the_most_direct_first():
    narrated = make_position("a", PAYS, attribution=Attribution.NARRATION)
    act = make_position("b", PAYS, attribution=Attribution.OFFICIAL_ACT)
    assert told(PAYS, narrated, act) == ["official act", "the outlet’s voice"]
    assert told(THINKS, narrated, act) == []


def test_a_judgement_makes_it_an_experts():
    assert Levels(make_claims(make_judgement("a", THINKS))).of((THINKS,)) == (Level("expert", "an expert’s reading"),)


def test_the_kind_of_a_quotation_is_told_where_nobody_has_said_more():
    quote = make_quote("q", make_occurrence(SAID), kind=QuoteKind.DIRECT)
    assert Levels(make_claims(quote)).of((SAID,)) == (Level(None, "direct quotation"),)
    assert told(SAID, quote, make_position("a", SAYS, attribution=Attribution.REPORTED_SPEECH)) == ["reported speech"]


def test_what_shares_less_than_half_of_the_words_says_nothing_of_them():
    whole = make_evidence(TEXT, TEXT.text)
    assert told(whole, make_position("a", PAYS, attribution=Attribution.NARRATION)) == []
    assert told(PAYS, make_position("a", whole, attribution=Attribution.NARRATION)) == ["the outlet’s voice"]


@pytest.mark.parametrize("fields", [{"attribution": Attribution.DERIVED}, {"beside": (PAYS,)}])
def test_what_is_derived_from_a_passage_or_stands_beside_says_nothing_of_it(fields):
    claim = make_position("a", (PAYS, THINKS), **{"attribution": Attribution.NARRATION} | fields)
    assert told(PAYS, claim) == []


def test_a_passage_of_another_source_says_nothing():
    other = make_source(TEXT.text, source_id="other")
    assert told(make_evidence(other, "Tarn will pay."), make_position("a", PAYS)) == []
