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
HELD = "They/they/PRP/nsubj/1 said/say/VBD/ROOT/1 it/it/PRP/nsubj/3 holds/hold/VB/ccomp/1 water/water/NN/dobj/3"
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
    parse = parsed(*[SAID, HELD] * 5)
    whole = tags(parse)
    assert len(set(whole)) > 10
    monkeypatch.setattr(tagging, "_ROWS_AT_ONCE", 7)
    assert tags(parse) == whole


def test_sums_are_the_same_in_whatever_order_they_are_added():
    """The same network with its numbers of a word in another order."""
    parse = parsed(SAID, HELD)
    signs = read_signs(parse, read_marks(parse), {"say": 2, "hold": 3})
    order = np.random.default_rng(1).permutation(WIDTH)
    among = np.concatenate([order + part * WIDTH for part in range(3 + LINKS)])
    one = tagger().weights
    other = {name: weight[order] if weight.shape == (WIDTH,) else weight for name, weight in one.items()}
    other |= {"in": one["in"][:, order], "out": one["out"][order]}
    other |= {f"layer{n}": one[f"layer{n}"][among][:, order] for n in range(len(REACH))}
    assert np.array_equal(Tagger({}, one).outputs(signs), Tagger({}, other).outputs(signs))


def reached(parse, changed):
    """The tokens that may see one of the changed ones, layer by layer."""
    links = read_signs(parse, read_marks(parse), {}).links.tolist()
    for reach in REACH:
        changed |= {i for i, linked in enumerate(links) if changed & {i - reach, i + reach, *linked}}
    return changed


def test_what_is_near_or_linked_is_seen_and_nothing_else():
    said = [SAID] * 17
    one = parsed(*said)
    said[8] = SAID.replace("holds/hold", "fails/fail")
    other = parsed(*said)
    seen = set()
    for seed in range(8):
        pairs = enumerate(zip(tags(one, seed), tags(other, seed), strict=True))
        seen |= {n for n, (before, after) in pairs if before != after}
    assert seen == reached(one, {8 * 6 + 4})
    assert len(seen) < len(one.tokens) / 2


SLOTS = ("two before", "itself", "two after", "governor", "subject", "clause", "object")


@pytest.mark.parametrize(
    ("slot", "word", "hearing"),
    [
        ("two before", "say", ["holds"]),
        ("itself", "say", ["said"]),
        ("two after", "water", ["it"]),
        ("governor", "say", ["They", "holds"]),
        ("subject", "it", ["holds"]),
        ("clause", "hold", ["said"]),
        ("object", "water", ["holds"]),
    ],
)
def test_each_place_beside_a_word_has_weights_of_its_own(slot, word, hearing):
    """A network that knows one word and passes it on through one place."""
    parse = parsed(HELD)
    weights = {name: np.zeros_like(weight) for name, weight in tagger().weights.items()}
    weights["kinds0"][2, 0] = weights["in"][0, 0] = weights["scale1"][0] = weights["out"][1, 7] = 1
    weights["layer1"][SLOTS.index(slot) * WIDTH, 1] = 1
    scores = Tagger({}, weights).outputs(read_signs(parse, read_marks(parse), {word: 2}))
    assert [token.text for token, score in zip(parse.tokens, scores[:, 7], strict=True) if score > 0] == hearing


def test_scores_become_log_odds():
    row = as_tags(np.array([[0, 1, 2, 3, -4, 5, 40, 7]], np.float32))[0]
    assert row[1:4] == (1, 2, 3)
    assert row[CUE] == pytest.approx(np.log(np.exp([1, 2, 3]).sum()), abs=0.01)
    assert (row[BEGINS], row[SOURCE], max(row)) == (5, 7, 12)
