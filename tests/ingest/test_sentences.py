from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ingest.sentences import split_sentences
from builder.model.text import Span

CASES = [
    "One ends here.|Two begins.",
    "The U.S. President spoke.|He left.",
    "Relations with the U.S.|The visit went on.",
    "Mr. Doe met Dr. Roe, Gen. Poe and Sen. Coe.|They talked.",
    "The envoy, Ann S. Berg, agreed.|Nobody else did.",
    "Trade was $3.6 billion in 2023.|In 2024 it fell.",
    "“We go.|They stay,” he said.|“We will see.”|The end.",
    "“Will it last?” Doe asked.|Nobody knew.",
    "“Stop!” he cried.|They stopped.",
    "He called it a “true friend.”|Others did not.",
    "He wondered ... and left.|She stayed.",
    "It went on…|Then it stopped.",
    "Two documents were signed. […]",
    "Two documents were signed. [...]|Then they left.",
    "The vote (it was close.) was held.|It passed.",
    "(The vote was close.)|It passed.",
    "They spoke of cooperation.|He agreed.",
    "At 9 a.m. Monday it began.|By 5 p.m. it was over.",
    "Goods, services, etc.|The list is long.",
    "Acme Inc. and Beta Corp. merged.|Acme Inc.|It is large.",
    "See No. 5 and Jan. 3.|The rest is new.",
    "Is it so?|Yes!|It is.",
    "1. The first point stands.|It is short.",
    "In that year there were 5.|Now there are 6.",
    "Visit example.com or node.js today.|Thanks.",
    "她来了。他走了。|End.",
    "no stop at all",
    "What?!|No.",
    "He said 'never again.'|She nodded.",
    "The report ends here.*|It was long.",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences(marked: str) -> None:
    if "。" in marked:
        marked = "她来了。|他走了。|End."
    text = marked.replace("|", " ").replace("。 ", "。")
    found = [span.of(text) for span in split_sentences(text, Span(0, len(text)))]
    assert found == marked.split("|")


def test_a_blank_left_out_between_two_sentences() -> None:
    text = "They spoke of cooperation.He agreed.“Fine,” she said.It ended."
    found = [span.of(text) for span in split_sentences(text, Span(0, len(text)))]
    assert found == ["They spoke of cooperation.", "He agreed.", "“Fine,” she said.", "It ended."]


def test_hard_wrapped_sentences_reach_over_lines() -> None:
    text = "The ministers met\nin the old town. They\nsigned nothing."
    assert [span.of(text) for span in split_sentences(text, Span(0, len(text)))] == [
        "The ministers met\nin the old town.",
        "They\nsigned nothing.",
    ]


@given(st.text(alphabet="aB1 .!?…”’\"'()[]\n。U", max_size=60).filter(lambda t: t.strip()))
def test_sentences_tile_the_words(text: str) -> None:
    words = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
    spans = split_sentences(text, words)
    assert spans[0].start == words.start
    assert spans[-1].end == words.end
    assert all(not text[a.end : b.start].strip() and a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
