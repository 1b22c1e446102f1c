"""Large and hostile texts cost time in proportion to their length."""

import pytest

from builder.model.ids import SourceId
from builder.model.text import Block, BlockKind, SourceText, Span, fold
from builder.reconcile import resolve_evidence
from builder.reconcile.marks import quoted_spans
from builder.records.place import Place
from builder.records.schema import WrittenEvidence
from tests.growth import assert_linear
from tests.support import make_source

pytestmark = pytest.mark.slow

AT = Place("content/e.yml", 1)
SENTENCE = "The envoy of Tarn said that the cod was theirs, and the boats of Ossel stayed in. "
SHORT, LONG = (make_source((SENTENCE * 60 + "\n\n") * paragraphs) for paragraphs in (5, 50))


def one_block(text: str) -> SourceText:
    whole = Span(0, len(text))
    block = Block(kind=BlockKind.BODY, span=whole, words=whole, number=1)
    return SourceText(
        id=SourceId("paper"), file="seeds/a.txt", text=text, folded=fold(text), blocks=(block,), sentences=(whole,),
        repeats=(), sha256="0",
    )  # fmt: skip


def resolve(text: SourceText, words: str) -> None:
    resolve_evidence(WrittenEvidence(at=AT, source=text.id, text=(words,)), {text.id: text})


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
def test_looking_up_grows_with_the_article(words: str) -> None:
    assert_linear(lambda: resolve(SHORT, words), lambda: resolve(LONG, words))


@pytest.mark.parametrize("character", ["[", "'", "“", " ", ".", "a", "-"])
def test_one_character_many_times(character: str) -> None:
    short, long = (one_block(f"a{character * size}b") for size in (2_000, 20_000))
    for words in ("a b", f"a{character * 20}", f"[{character} b]", "c"):
        assert_linear(lambda words=words: resolve(short, words), lambda words=words: resolve(long, words))
    assert_linear(lambda: quoted_spans(short, short.blocks[0].words), lambda: quoted_spans(long, long.blocks[0].words))
