import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.knowledge import fuse
from builder.knowledge.likeness import LEAST_RATIO, alike, candidates, likeness, said
from builder.model.claims import Kind, Review
from builder.model.issues import Location
from builder.records.place import Place
from builder.records.schema import Decision
from tests.support import (
    make_claims,
    make_description,
    make_disagreement,
    make_evidence,
    make_figure,
    make_occurrence,
    make_quote,
    make_source,
)

WIRE = make_source(
    "“Nobody will be turned away from our harbours,” the harbour office of Ossel said. Tarn landed 400 tonnes of cod.",
    source_id="wire",
)
PAPER = make_source(
    "The minister of Ossel: “Nobody will be turned away from our harbours, and no net will be cut.” "
    "Tarn landed 520 tonnes of cod. “We are quite sure of that now.”",
    source_id="paper",
)
BLOG = make_source("It rained. Not one boat shall be refused, says the harbour office of Ossel.", source_id="blog")
TEXTS = {text.id: text for text in (WIRE, PAPER, BLOG)}

SHORT = "Nobody will be turned away from our harbours"
LONG = f"{SHORT}, and no net will be cut."


def fused(*claims, decisions=()):
    sources = tuple(make_description(source_id) for source_id in TEXTS)
    return fuse(make_claims(*claims), sources, TEXTS, decisions)


def quote(claim_id, text, words, *, speaker=None, as_given=None, **fields):
    printing = make_occurrence(make_evidence(text, words), speaker=speaker, as_given=as_given)
    return make_quote(claim_id, printing, at=Location(f"content/quotes/{claim_id}.yml", 3), **fields)


def decision(source, text, same_as):
    at = Place("content/decisions.yml", 2, (("text", 4), ("same_as", 5)))
    return Decision(at=at, source=source, text=text, ruling="same-utterance", reason="translated", same_as=same_as)


def test_one_utterance_in_two_sources_is_one_quote_with_two_printings() -> None:
    claims, issues = fused(
        quote("open-harbours", WIRE, SHORT, issues=("fishing",)),
        quote("harbours-open", PAPER, LONG, issues=("ice",), formerly=("old-name",)),
    )
    (one,) = claims.quotes
    assert issues == ()
    assert (one.id, one.formerly) == ("harbours-open", ("old-name", "open-harbours"))
    assert [o.source for o in one.occurrences] == ["paper", "wire"]
    assert one.evidence == tuple(part for o in one.occurrences for part in o.parts)
    assert one.text == LONG
    assert one.issues == ("ice", "fishing")


def test_an_editor_s_record_wins_over_an_automatic_one_with_a_smaller_id() -> None:
    claims, _ = fused(
        quote("open-harbours", WIRE, SHORT, cue="said"),
        quote("a", PAPER, LONG, review=Review.AUTO, cue="shouted"),
    )
    (one,) = claims.quotes
    assert (one.id, one.review, one.cue, one.formerly) == ("open-harbours", Review.EDITOR, "said", ("a",))
    assert len(one.occurrences) == 2


def test_an_automatic_quote_over_an_editor_s_passage_is_gone() -> None:
    claims, _ = fused(quote("b", PAPER, SHORT), quote("a", PAPER, LONG, review=Review.AUTO))
    (one,) = claims.quotes
    assert (one.id, one.text, len(one.occurrences), one.formerly) == ("b", SHORT, 1, ("a",))


def test_short_utterances_and_different_ones_stay_apart() -> None:
    claims, _ = fused(
        quote("a", WIRE, "Nobody will be turned"),
        quote("b", PAPER, LONG),
        quote("c", PAPER, "We are quite sure of that now."),
    )
    assert [q.id for q in claims.quotes] == ["a", "b", "c"]


def test_a_quotation_within_a_quotation_stays_its_own_even_where_a_third_printing_is_like_both() -> None:
    claims, issues = fused(quote("all", PAPER, LONG), quote("part", PAPER, SHORT), quote("wired", WIRE, SHORT))
    assert issues == ()
    assert [(q.id, [o.source for o in q.occurrences]) for q in claims.quotes] == [
        ("all", ["paper"]),
        ("part", ["paper", "wire"]),
    ]


def test_two_records_of_the_editor_s_of_one_passage_are_reported_where_the_second_stands() -> None:
    claims, issues = fused(quote("a", PAPER, LONG), quote("b", PAPER, LONG))
    assert [q.id for q in claims.quotes] == ["a"]
    (issue,) = issues
    assert (issue.code, str(issue.at), issue.record) == ("duplicate-quote", "content/quotes/b.yml:3", "quotes/b")


def test_a_decision_joins_what_is_not_alike() -> None:
    claims, issues = fused(
        quote("a", WIRE, SHORT),
        quote("z", BLOG, "Not one boat shall be refused"),
        decisions=(decision("blog", "not one boat shall be refused", "a"),),
    )
    assert issues == ()
    assert [(q.id, len(q.occurrences)) for q in claims.quotes] == [("a", 2)]


def test_a_decision_that_names_no_quote_and_one_that_finds_no_words_are_reported() -> None:
    _, issues = fused(
        quote("harbours", WIRE, SHORT),
        decisions=(decision("wire", SHORT, "harbour"), decision("blog", "No such words here", "harbours")),
    )
    assert [(i.code, i.at.line, i.is_error) for i in issues] == [
        ("decision-stale", 4, False),
        ("unknown-quote", 5, True),
    ]
    assert "same_as: harbours" in issues[1].mend


def test_speakers_that_differ_become_a_disagreement_in_the_sources_words() -> None:
    claims, _ = fused(
        quote("a", WIRE, SHORT, speaker="office", as_given="the harbour office of Ossel"),
        quote("b", PAPER, LONG, speaker="minister", as_given="The minister of Ossel"),
    )
    (one,) = claims.quotes
    assert [o.speaker for o in one.occurrences] == ["office", "minister"]
    (record,) = claims.disagreements
    assert (record.id, record.kind, record.review, record.title) == ("a-speaker", "speaker", Review.AUTO, SHORT)
    assert [v.statement for v in record.versions] == ["the harbour office of Ossel", "The minister of Ossel"]
    for version in record.versions:
        assert version.statement in [e.text for e in version.evidence]
    for passage in record.evidence:
        assert TEXTS[passage.source].text[passage.start : passage.end] == passage.text


def test_speakers_that_differ_need_no_automatic_disagreement_where_the_editor_cites_both() -> None:
    record = make_disagreement(
        "who-said-it",
        ("The office said it.", make_evidence(WIRE, "the harbour office of Ossel said")),
        ("The minister said it.", make_evidence(PAPER, "The minister of Ossel")),
    )
    claims, issues = fused(
        quote("a", WIRE, SHORT, speaker="office", as_given="the harbour office of Ossel"),
        quote("b", PAPER, LONG, speaker="minister", as_given="The minister of Ossel"),
        record,
    )
    assert (claims.disagreements, issues) == ((record,), ())


def test_speakers_whose_words_are_not_found_are_a_warning() -> None:
    claims, issues = fused(
        quote("a", WIRE, SHORT, speaker="office"), quote("b", PAPER, LONG, speaker="minister", as_given="The minister")
    )
    assert claims.disagreements == ()
    assert [(i.code, i.is_error) for i in issues] == [("speaker-differs", False)]


def cod(claim_id, text, words, value, **fields):
    return make_figure(claim_id, make_evidence(text, words), value=value, **{"group": "cod", "year": 2031} | fields)


LOW = ("low", WIRE, "Tarn landed 400 tonnes of cod.", 400)
HIGH = ("high", PAPER, "Tarn landed 520 tonnes of cod.", 520)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("the harbour office of Ossel", "The minister of Ossel", True),
        ("the spokesperson", "The minister of Ossel", False),
        ("He", "they", False),
    ],
)
def test_unresolved_speakers_differ_by_the_names_they_are_given(one, other, differ):
    claims, issues = fused(quote("a", WIRE, SHORT, as_given=one), quote("b", PAPER, LONG, as_given=other))
    found = [*claims.disagreements, *(issue for issue in issues if issue.code == "speaker-differs")]
    assert bool(found) is differ


def test_values_of_one_group_and_year_that_differ_become_a_disagreement() -> None:
    claims, issues = fused(cod(*LOW), cod(*HIGH), cod("again", BLOG, "It rained.", 400))
    (record,) = claims.disagreements
    assert issues == ()
    assert (record.id, record.kind, record.review) == ("cod-2031", "figure", Review.AUTO)
    assert [(v.statement, len(v.evidence)) for v in record.versions] == [("It rained.", 2), (HIGH[2], 1)]
    assert record.title == "It rained."


def test_values_of_different_years_or_groups_are_not_compared() -> None:
    assert fused(cod(*LOW), cod(*HIGH, year=2030))[0].disagreements == ()
    assert fused(cod(*LOW), cod(*HIGH, group=None))[0].disagreements == ()


def test_an_editor_s_disagreement_settles_it_only_where_it_cites_both_passages() -> None:
    both = make_disagreement("d", ("400", make_evidence(WIRE, "400")), ("520", make_evidence(PAPER, "520")))
    one = make_disagreement("d", ("400", make_evidence(WIRE, "400")), ("520", make_evidence(BLOG, "rained")))
    assert fused(cod(*LOW), cod(*HIGH), both)[0].disagreements == (both,)
    assert len(fused(cod(*LOW), cod(*HIGH), one)[0].disagreements) == 2


def test_values_in_one_sentence_are_told_apart_by_the_numbers_alone() -> None:
    text = "Tarn landed 400 tonnes of cod."
    claims, _ = fused(cod("low", WIRE, text, 400, as_printed="400"), cod("high", WIRE, text, 450, as_printed="tonnes"))
    assert {v.statement for v in claims.disagreements[0].versions} == {"400", "tonnes"}
    claims, issues = fused(cod("low", WIRE, text, 400, as_printed=""), cod("high", WIRE, text, 450, as_printed=""))
    assert claims.disagreements == ()
    assert [i.code for i in issues] == ["figures-differ"]


def test_units_of_one_group_must_agree() -> None:
    claims, issues = fused(cod(*LOW), cod(*HIGH, unit="kg"))
    assert claims.disagreements == ()
    assert [(i.code, i.record) for i in issues] == [("figure-unit", "figures/low")]


def test_an_automatic_disagreement_leaves_an_editor_s_id_alone() -> None:
    taken = make_disagreement("cod-2031", ("a", make_evidence(BLOG, "It")), ("b", make_evidence(BLOG, "rained")))
    ids = [record.id for record in fused(cod(*LOW), cod(*HIGH), taken)[0].disagreements]
    assert ids[0] == "cod-2031"
    assert ids[1].startswith("cod-2031-")


def test_fusing_again_changes_nothing() -> None:
    claims, _ = fused(quote("a", WIRE, SHORT), quote("b", PAPER, LONG), cod(*LOW), cod(*HIGH))
    again, _ = fused(*(c for kind in (Kind.QUOTES, Kind.FIGURES) for c in claims.of(kind)))
    assert again == claims


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("We will never give up the nets", "“We will never give up the nets”", True),
        ("We will never give up the nets", "we will never give up the nets, she said then", True),
        ("one two three four five six seven eight nine ten", "one two three four X six seven eight nine ten", True),
        ("one two three four five six seven eight", "one two three four X six seven eight", False),
        ("give up the nets", "give up the nets", False),
        ("Kára will not sell her boat", "Kara will not sell her boat", True),
    ],
)
def test_likeness_of_two_printings(one, other, same) -> None:
    assert bool(likeness(said(one), said(other))) is same
    assert bool(alike([said(one), said(other)])) is same


@given(st.lists(st.lists(st.sampled_from("abcdefg"), min_size=5, max_size=14).map(tuple), max_size=12))
def test_the_index_finds_whatever_holds_another(texts) -> None:
    found = {(one, other) for _, one, other in alike(texts)}
    for one, other in found:
        assert likeness(texts[one], texts[other]) > 0
    for one, words in enumerate(texts):
        if words in texts[:one]:
            assert (texts.index(words), one) in found


def test_a_changed_word_is_found_wherever_it_stands() -> None:
    words = tuple(f"w{n}" for n in range(20))
    for place in range(20):
        changed = (*words[:place], "x", *words[place + 1 :])
        assert alike([words, changed])[0][0] >= LEAST_RATIO


def compared(size: int) -> int:
    """Comparisons among `size` utterances, a fifth of them printings of one, nearly all with a stock phrase."""
    draw = random.Random(size)
    famous = tuple(f"f{n}" for n in range(25))
    texts = []
    for _ in range(size):
        cut = draw.randrange(12)
        own = tuple(f"w{draw.randrange(4000)}" for _ in range(12))
        texts.append((*famous[cut:], *own) if draw.random() < 0.2 else ("in", "the", "name", "of", "tarn", *own))
    return sum(1 for _ in candidates({words: index for index, words in enumerate(texts)}))


def test_twice_the_utterances_are_far_less_than_four_times_the_comparisons() -> None:
    small, large = compared(1000), compared(2000)
    assert small > 1000
    assert large < 3 * small
