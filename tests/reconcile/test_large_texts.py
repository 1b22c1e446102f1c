"""Large and hostile texts cost time in proportion to their length. The bounds are ten times what is usual."""

import time

import pytest

from builder.model.ids import SourceId
from builder.model.text import Block, BlockKind, SourceText, Span, fold
from builder.reconcile import resolve_evidence
from builder.reconcile.marks import quoted_spans
from builder.records.schema import Place, WrittenEvidence
from tests.support import make_source

AT = Place("content/e.yml", 1)
SENTENCE = "The envoy of Tarn said that the cod was theirs, and the boats of Ossel stayed in. "
LONG = make_source((SENTENCE * 60 + "\n\n") * 60)


def one_block(text: str) -> SourceText:
    whole = Span(0, len(text))
    block = Block(kind=BlockKind.BODY, span=whole, words=whole, number=1)
    return SourceText(
        id=SourceId("paper"), file="seeds/a.txt", text=text, folded=fold(text), blocks=(block,), sentences=(whole,),
        repeats=(), sha256="0",
    )  # fmt: skip


def seconds(text: SourceText, words: str) -> float:
    start = time.perf_counter()
    resolve_evidence(WrittenEvidence(at=AT, source=text.id, text=(words,)), {text.id: text})
    return time.perf_counter() - start


@pytest.mark.parametrize(
    "words",
    [
        "the cod was theirs",
        "the",
        "the cod was not theirs, and the boats",
        "envvoy",
        "The envoy […] the cod",
        "a " * 400,
        SENTENCE * 20 + "not",
    ],
)
def test_an_article_of_three_hundred_thousand_characters(words: str) -> None:
    assert seconds(LONG, words) < 5


@pytest.mark.parametrize("character", ["[", "'", "“", " ", ".", "a", "-"])
def test_one_character_many_times(character: str) -> None:
    text = one_block(f"a{character * 50_000}b")
    for words in ("a b", f"a{character * 20}", f"[{character} b]", "c"):
        assert seconds(text, words) < 5
    start = time.perf_counter()
    quoted_spans(text, text.blocks[0].words)
    assert time.perf_counter() - start < 5
