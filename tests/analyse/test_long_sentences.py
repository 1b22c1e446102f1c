import itertools

from builder.analyse.parsing import _LONGEST_SENTENCE, Token, _bounded, _paragraphs


def words(count):
    """A sentence in which every word hangs on the first."""
    return [Token(2 * i, 2 * i + 1, "a", "a", "X", "XX", "dep", 0, "", ent_starts=False) for i in range(count)]


def test_an_endless_sentence_is_cut_and_every_part_is_a_tree_of_its_own():
    tokens = words(3 * _LONGEST_SENTENCE + 5)
    parts = list(_bounded(tokens, 0, len(tokens)))
    assert parts[0][0] == 0
    assert parts[-1][1] == len(tokens)
    assert all(before[1] == after[0] for before, after in itertools.pairwise(parts))
    assert all(end - first <= _LONGEST_SENTENCE for first, end in parts)
    assert all(first <= tokens[i].head < end for first, end in parts for i in range(first, end))


def test_a_sentence_of_common_length_stays_as_it_is():
    tokens = words(40)
    assert list(_bounded(tokens, 0, 40)) == [(0, 40)]
    assert tokens == words(40)


def test_an_endless_paragraph_becomes_several_at_its_sentences():
    sentences = [(i, i + 100) for i in range(0, 4000, 100)]
    ranges = _paragraphs(sentences)
    assert len(ranges) == 3
    assert ranges[0][0] == 0
    assert ranges[-1][1] == 4000
