"""Ids hold small ASCII letters, digits and single hyphens, come from the words alone, and never clash unseen."""

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.ids import ID_PATTERN, content_hash, fold_accents, free_id, slugify

texts = st.text(max_size=80)
words = st.from_regex(r"[a-z0-9]{1,9}", fullmatch=True)
# What may stand between two words: everything but letters and digits, in ASCII or after folding.
apart = st.text(st.sampled_from(" -_/.,'\"“”…\n\t\u00a0()&"), min_size=1, max_size=3)


@given(texts, st.integers(min_value=9, max_value=90))
def test_a_slug_is_an_id_of_the_wanted_length(text, longest):
    slug = slugify(text, longest=longest)
    assert ID_PATTERN.fullmatch(slug)
    assert len(slug) <= longest


@given(texts)
def test_the_slug_of_a_slug_is_itself(text):
    assert slugify(slugify(text)) == slugify(text)


@given(st.lists(st.tuples(words, apart), min_size=1, max_size=12), st.integers(min_value=9, max_value=30))
def test_it_is_cut_at_the_last_word_that_has_room(pairs, longest):
    written = [word for word, _ in pairs]
    fitting = [count for count in range(1, len(written) + 1) if len("-".join(written[:count])) <= longest]
    slug = slugify("".join(f"{word.title()}{gap}" for word, gap in pairs), longest=longest)
    assert slug == "-".join(written[: max(fitting)])


def test_a_first_word_without_room_is_cut_and_nothing_follows_it():
    assert slugify("Donaudampfschifffahrtsgesellschaft am See", longest=10) == "donaudampf"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Tô Lâm", "to-lam"),
        ("Đà Nẵng đ", "da-nang-d"),
        ("Łódź ł", "lodz-l"),
        ("Øresund ø", "oresund-o"),
        ("Straße", "strasse"),
        ("Ærø æ", "aero-ae"),
        ("ﬁve № ①", "five-no-1"),
        ("U.S.-led, 2nd!", "u-s-led-2nd"),
        ("\u212aelvin", "kelvin"),
    ],
)
def test_accents_case_and_marks_leave_plain_letters(name, slug):
    assert slugify(name) == slug


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=9))
def test_words_without_an_ascii_letter_have_digits_for_a_slug(text):
    assert slugify(text) == f"x{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def test_the_same_words_give_the_same_digits_everywhere():
    assert content_hash("Tô Lâm") == "5301dc41"
    assert slugify("苏林") != slugify("普京")


@given(texts)
def test_no_accent_is_left_and_plain_text_stays(text):
    folded = fold_accents(text)
    assert fold_accents(folded) == folded
    assert fold_accents(text.encode("ascii", "ignore").decode()) == text.encode("ascii", "ignore").decode()
    assert not re.search("[\u0300-\u036f]", folded)


def test_an_id_that_is_taken_grows_by_digits_of_its_words():
    taken = {"tarn"}
    given_ids = [free_id(name, taken) for name in ("Ossel", "Tarn!", "Tarn?")]
    assert given_ids == ["ossel", f"tarn-{content_hash('Tarn!')}", f"tarn-{content_hash('Tarn?')}"]
    assert taken == {"tarn", *given_ids}
    assert free_id("one two three", set(), longest=8) == "one-two"


@pytest.mark.parametrize("name", ["", "-", "-a", "a-", "a--b", "A", "a b", "a_b", "é", "a\n", "١"])
def test_what_is_no_id(name):
    assert not ID_PATTERN.fullmatch(name)
