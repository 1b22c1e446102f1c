"""The gate on the shipped articles: a probe of faithful and altered quotations, and properties of any excerpt."""

import re
from bisect import bisect_left, bisect_right

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from builder.model.ids import SourceId
from builder.model.text import Span, fold
from builder.reconcile import Resolution, resolve_evidence
from builder.reconcile.passages import cuts_a_word
from builder.records.place import Place
from builder.records.schema import WrittenEvidence
from tests.reconcile.seed_texts import seed_texts

pytestmark = pytest.mark.slow

AT = Place("content/quotes/a.yml", 1)

FAITHFUL = [
    ("s000", "“No country should give Putin a platform to promote his war of aggression"),
    ("s000", 'foreign policy, known as "bamboo diplomacy," aims'),
    ("s000", "Putin's Vietnam Visit: Strategic Gains Amid US Tensions"),
    ("s000", "the signing of bilateral documents. […]"),
    ("s001", "Bilateral trade statistics reveal a modest $3.6 billion in 2023"),
    ("s001", "$171 billion and $111 billion,\n  respectively"),
    ("s002", "it calls “bamboo diplomacy,” has abstained"),
    ("s003", "a giant neighbor [like Vietnam], they have similar views"),
    ("s003", "his Tuesday–Wednesday trip to North Korea"),
    ("s003", "Hanoi tries 'not to violate Western sanctions.'"),
    ("s004", "Putin noted that ‘strengthening the strategic comprehensive partnership"),
    ("s004", "US$175 billion\u00a0trade with China and US$123 billion"),
]

ALTERED = [
    ("s001", "a modest $3.8 billion in 2023", "evidence-missing"),
    ("s001", "which stood at $117 billion and $111 billion", "evidence-missing"),
    ("s001", "around 8% of its arms imports", "evidence-missing"),
    ("s001", "This year marks the 3", "evidence-cut-word"),
    ("s004", "signed 12 agreements in education", "evidence-missing"),
    ("s001", "international law and interference in domestic affairs", "evidence-missing"),
    ("s001", "interference in domestic affairs", "evidence-cut-word"),
    ("s003", "“does want to lose its long-standing relationship”", "evidence-missing"),
    ("s003", "“does […] want to lose its long-standing relationship”", "ellipsis-negation"),
    ("s003", "cooperation in the current situation is likely to develop", "evidence-missing"),
    ("s001", "neutral on Russia’s invasion of Ukraine, [not] treading a careful line", "bracket-foreign"),
    ("s003", "a spokesperson for the U", "evidence-cut-word"),
    ("s003", "affiliated think tank", "evidence-cut-word"),
    ("s003", "likely to develop at a", "evidence-cut-word"),
    ("s003", "Vietnam will benefit more from the visit", "evidence-missing"),
    ("s001", "Russia is doing Vietnam a significant favor", "evidence-missing"),
    ("s000", "Vietnam condemned Russia’s invasion", "evidence-missing"),
    ("s004", "Petrovietnam has been implementing projects since 2018", "evidence-missing"),
    ("s004", "a slight dip in bilateral ties in the 1980s", "evidence-missing"),
    ("s003", "Russia will benefit more from the visit and some are friends to Russia", "evidence-missing"),
    ("s003", "they understand everything very well […] Ukrainians may not like this trip", "ellipsis-order"),
    ("s003", "There will probably not be any breakthroughs […] many friends remain loyal to Moscow", "ellipsis-order"),
    ("s004", "as noted by experts, reflects Russia’s desire", "evidence-wrong-source"),
    ("s003", "no Country should give Putin a platform", "evidence-missing"),
    ("s003", "Vietnam … must balance its relations with Russia", "ellipsis-bare"),
]


def gate(source: str, *text: str, **context: str) -> Resolution:
    return resolve_evidence(WrittenEvidence(at=AT, source=source, text=text, **context), seed_texts())


@pytest.mark.parametrize(("source", "typed"), FAITHFUL)
def test_faithful(source: str, typed: str) -> None:
    resolution = gate(source, typed)
    assert resolution.issues == ()
    (evidence,) = resolution.evidence
    assert evidence.text == seed_texts()[evidence.source].text[evidence.start : evidence.end]


@pytest.mark.parametrize(("source", "typed", "code"), ALTERED)
def test_altered(source: str, typed: str, code: str) -> None:
    resolution = gate(source, typed)
    assert resolution.evidence == ()
    assert [issue.code for issue in resolution.issues] == [code]


def test_a_misspelt_word_is_told_with_its_line() -> None:
    (issue,) = gate("s003", "war of agression").issues
    assert issue.what == (
        "“war of agression” is not in source s003; nearest there (line 35): “war of aggression” "
        "(“aggression” is printed, not “agression”)"
    )


def test_a_pull_quote_counts_once() -> None:
    resolution = gate("s004", "Moscow’s outreach to North Korea was largely geopolitical.")
    text = seed_texts()[SourceId("s004")]
    (evidence,) = resolution.evidence
    assert text.block_at(evidence.start).kind.is_running_text
    (again,) = resolution.repeated
    assert again.of(text.text) == evidence.text


def _excerpt(draw: st.DrawFn) -> tuple[str, Span]:
    """Whole words of one block of one article."""
    texts = seed_texts()
    source = draw(st.sampled_from(sorted(texts)))
    text = texts[source]
    block = draw(st.sampled_from(text.blocks))
    tokens = [m.span() for m in re.finditer(r"\S+", block.words.of(text.text))]
    first = draw(st.integers(0, len(tokens) - 1))
    last = draw(st.integers(first, min(len(tokens) - 1, first + 40)))
    place = Span(block.words.start + tokens[first][0], block.words.start + tokens[last][1])
    assume(any(c.isalnum() for c in place.of(text.text)))
    return source, place


excerpts = st.composite(_excerpt)()


@given(excerpts)
def test_any_excerpt_resolves_to_its_place_or_stands_elsewhere_too(excerpt: tuple[str, Span]) -> None:
    source, place = excerpt
    text = seed_texts()[SourceId(source)]
    resolution = gate(source, place.of(text.text))
    if resolution.issues:
        assert [issue.code for issue in resolution.issues] == ["evidence-ambiguous"]
        assert text.folded.count(place.of(text.folded)) > 1
    elif resolution.evidence[0].span != place:
        assert place in resolution.repeated
        assert fold(resolution.evidence[0].text).split() == place.of(text.folded).split()


@given(excerpts, st.data())
def test_a_changed_letter_never_resolves_to_other_words(excerpt: tuple[str, Span], data: st.DataObject) -> None:
    source, place = excerpt
    text = seed_texts()[SourceId(source)]
    words = place.of(text.text)
    at = data.draw(st.sampled_from([i for i, c in enumerate(words) if c.isalnum()]))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789éđ"))
    assume(letter != words[at])
    changed = words[:at] + letter + words[at + 1 :]
    for evidence in gate(source, changed).evidence:
        assert fold(evidence.text).split() == fold(changed).split()


@given(excerpts, st.integers(0, 80), st.integers(0, 80))
def test_a_clipped_excerpt_never_ends_inside_a_word(excerpt: tuple[str, Span], head: int, tail: int) -> None:
    source, place = excerpt
    text = seed_texts()[SourceId(source)]
    words = place.of(text.text)
    clipped = words[head : max(head, len(words) - tail)]
    for evidence in gate(source, clipped).evidence:
        assert not cuts_a_word(text.text, evidence.span)


@given(excerpts)
def test_suggested_context_resolves(excerpt: tuple[str, Span]) -> None:
    source, place = excerpt
    words = place.of(seed_texts()[SourceId(source)].text)
    for issue in gate(source, words).issues:
        for field, context in re.findall(r"`(before|after): \"([^\"]+)\"`", issue.mend):
            resolution = gate(source, words, **{field: context})
            assert resolution.issues == (), (issue.mend, context)


@given(st.lists(excerpts, min_size=2, max_size=2))
def test_two_excerpts_run_together_resolve_only_where_they_stand_so(pair: list[tuple[str, Span]]) -> None:
    (source, one), (_, other) = pair
    text = seed_texts()[SourceId(source)]
    assume(other.end <= len(text.text))
    typed = f"{one.of(text.text)} {other.of(text.text)}"
    if fold(typed).split() and " ".join(fold(typed).split()) not in " ".join(text.folded.split()):
        assert gate(source, typed).evidence == () or "[" in typed


@given(excerpts, st.integers(1, 6))
def test_an_ellipsis_gives_parts_in_order_within_a_paragraph(excerpt: tuple[str, Span], size: int) -> None:
    source, place = excerpt
    text = seed_texts()[SourceId(source)]
    tokens = place.of(text.text).split()
    assume(len(tokens) >= 2 * size + 1 and "[" not in place.of(text.text))
    typed = f"{' '.join(tokens[:size])} […] {' '.join(tokens[-size:])}"
    evidence = gate(source, typed).evidence
    starts = [block.span.start for block in text.blocks]
    assert sorted(evidence) == list(evidence)
    assert len({bisect_right(starts, part.start) for part in evidence}) <= 1
    assert all(bisect_left(starts, part.end) >= bisect_right(starts, part.start) for part in evidence)
