"""The cases of `cases/`, each extractor by itself."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.analyse import EXTRACTORS, Asked, extract
from builder.analyse.dates import find_dates_in
from builder.analyse.figures import find_figures
from builder.analyse.marks import pair_marks
from builder.analyse.parsing import Parse
from builder.analyse.pipeline import Reading
from builder.analyse.quotations import find_quotations
from builder.model.findings import QuoteFinding
from builder.model.text import BlockKind, SourceText
from tests.analyse.cases import Case, read_cases
from tests.support import make_source


def cases(name: str) -> list[Any]:
    return [pytest.param(case, id=case.title) for case in read_cases(name)]


def printed(text: SourceText, finding: Any) -> str:
    return finding.spans[0].of(text.text)


@pytest.mark.parametrize("case", cases("quotations"))
def test_quotations(case: Case) -> None:
    text = make_source(case.text)
    found = tuple(
        (printed(text, f), "utterance" if f.utterance else "mention", f.rule, *(s.of(text.text) for s in f.spans[1:]))
        for f in find_quotations(text)
    )
    assert found == case.found


@pytest.mark.parametrize("case", cases("figures"))
def test_figures(case: Case) -> None:
    text = make_source(case.text)
    found = tuple((printed(text, f), str(f.value), f.unit, f.qualifier or "-") for f in find_figures(text))
    assert found == case.found


@pytest.mark.parametrize("case", cases("dates"))
def test_dates(case: Case) -> None:
    text = make_source(case.text)
    assert tuple((printed(text, f), f.iso or "-") for f in find_dates_in(text)) == case.found


def test_only_running_text_is_read() -> None:
    words = "Minister Ann Berg paid $5 million on May 3, 2021: “We had to pay all of it.”"
    kinds = [BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.PULL_QUOTE, BlockKind.BIOGRAPHY, BlockKind.FURNITURE]
    text = make_source("\n\n".join([words] * len(kinds)), kinds=kinds)
    assert extract(text) == ()
    assert {type(f).__name__ for f in extract(make_source(words))} == {
        "QuoteFinding",
        "FigureFinding",
        "DateFinding",
    }


def test_a_key_comes_from_the_words_and_not_from_their_place() -> None:
    words = "Minister Ann Berg signed 11 papers on May 3, 2021: “We had to sign all of them.”"
    before = extract(make_source(words))
    after = extract(make_source(f"The weather was good.\n\n{words}"))
    assert [f.key for f in before] == [f.key for f in after]
    assert len({f.key for f in before}) == len(before) > 0


def test_a_quotation_from_marks_of_another_make_has_the_same_key() -> None:
    keys = {extract(make_source(f"He left. {words} he said."))[0].key for words in ("“We go now,”", '"We go now,"')}
    assert len(keys) == 1


def test_200_unmatched_marks_lose_nothing() -> None:
    text = make_source("“" * 200 + " The boats go out on Monday, he said. “They come back on Friday,” she said.")
    assert any(printed(text, f) == "“They come back on Friday,”" for f in find_quotations(text))


@given(st.text(alphabet="“”‘’\"' aB.,\n—", max_size=60))
def test_pairs_lie_within_the_words_and_nest(words: str) -> None:
    pairs = pair_marks(words)
    assert all(p.end is None or p.start < p.end <= len(words) for p in pairs)
    assert [p.start for p in pairs] == sorted(p.start for p in pairs)


@given(
    st.lists(
        st.sampled_from(["“", "”", "‘", "’", '"', "Ann Berg", "said", "$3", "11", "May", "2021", ". ", "\n\n", "the "])
    )
)
def test_findings_of_any_text_lie_in_running_text_and_apart(parts: Sequence[str]) -> None:
    text = make_source(" ".join(["Fish", *parts]))
    for extractor in EXTRACTORS:
        found = list(extractor(Reading(text=text, parse=Parse(text.text, (), (), ()), asked=Asked(), published=None)))
        assert [f.spans for f in found] == sorted(f.spans for f in found)
        for finding in found:
            assert all(text.block_at(s.start).words.holds(s) for s in finding.spans)
            assert all(a.end <= b.start for a, b in pairwise(finding.spans))
        if not any(isinstance(f, QuoteFinding) for f in found):
            places = sorted(span for f in found for span in f.spans)
            assert all(a.end <= b.start for a, b in pairwise(places))
