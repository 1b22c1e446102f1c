"""The network that looks at every word: its signs, and that it sees what it should and nothing else."""

import numpy as np
import pytest

from builder.analyse.attribution import tagging
from builder.analyse.attribution.quotemarks import read_marks
from builder.analyse.attribution.reading import BEGINS, CUE, SOURCE, TAG_COUNT
from builder.analyse.attribution.tagging import FLAGS, LINKS, REACH, Tagger, as_tags, read_signs
from builder.analyse.parsing import VECTOR_WIDTH
from tests.analyse.parses import parsed

SAID = "Orsk/orsk/NNP/nsubj/1/PERSON said/say/VBD/ROOT/1 “/“/,/punct/4 it/it/PRP/nsubj/4 holds/hold/VB/ccomp/1 ”/”/,/punct/4"
WIDTH, GIVEN = 5, (3, 2, 2, 2)


def tagger(seed=0):
    chance = np.random.default_rng(seed)
    shapes = {f"kinds{n}": (64, width) for n, width in enumerate(GIVEN)}
    shapes |= {"in": (sum(GIVEN) + FLAGS + VECTOR_WIDTH, WIDTH), "in+": (WIDTH,), "out": (WIDTH, 8), "out+": (8,)}
    for layer in range(len(REACH)):
        shapes |= {f"layer{layer}": ((3 + LINKS) * WIDTH, WIDTH), f"layer{layer}+": (WIDTH,), f"scale{layer}": (WIDTH,)}
    arrays = {name: chance.normal(size=shape).astype(np.float16) for name, shape in shapes.items()}
    return Tagger.read(arrays | {"words": np.array(["say", "hold"])})


def tags(parse, seed=0):
    return tagger(seed).tags(parse, read_marks(parse))


def test_the_signs_of_words_and_what_they_are_linked_with():
    parse = parsed(SAID)
    signs = read_signs(parse, read_marks(parse), {"say": 2, "hold": 3, "orsk": 4})
    assert signs.kinds[:, 0].tolist() == [1, 2, 1, 1, 3, 1]  # a name stays unknown, whatever it is
    assert signs.kinds[0, 3] == 1
    assert signs.links.tolist()[1] == [-1, 0, 4, -1]
    assert signs.links.tolist()[0] == [1, -1, -1, -1]
    assert signs.flags[:, 0].tolist() == [0, 0, 1, 1, 1, 1]
    assert signs.flags[:, 2].tolist() == [0, 0, 1, 0, 0, 0]
    assert signs.vectors.shape == (6, VECTOR_WIDTH)


def test_every_token_has_its_row_and_the_same_text_the_same_rows():
    parse = parsed(SAID, SAID)
    found = tags(parse)
    assert len(found) == len(parse.tokens)
    assert {len(row) for row in found} == {TAG_COUNT}
    assert found == tags(parse)
    assert found != tags(parse, seed=1)
    assert tags(parsed()) == ()


def test_a_long_article_is_read_in_parts_to_the_same_result(monkeypatch):
    parse = parsed(*[SAID] * 5)
    whole = tags(parse)
    monkeypatch.setattr(tagging, "_ROWS_AT_ONCE", 7)
    assert np.allclose(whole, tags(parse), atol=0.011)


def test_what_is_far_away_and_not_linked_is_not_seen():
    reach = sum(REACH)
    far, near = parsed(*[SAID] * 9), parsed(*[SAID] * 8, SAID.replace("holds/hold", "fails/fail"))
    one, other = tags(far), tags(near)
    changed = [n for n, rows in enumerate(zip(one, other, strict=True)) if rows[0] != rows[1]]
    assert changed
    assert min(changed) >= 52 - reach - 6 * len(REACH)


def test_scores_become_log_odds():
    row = as_tags(np.array([[0, 1, 2, 3, -4, 5, 40, 7]], np.float32))[0]
    assert row[1:4] == (1, 2, 3)
    assert row[CUE] == pytest.approx(np.log(np.exp([1, 2, 3]).sum()), abs=0.01)
    assert (row[BEGINS], row[SOURCE], max(row)) == (5, 7, 12)
