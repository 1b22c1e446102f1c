from pathlib import Path

import pytest

from builder.analyse import lexicons
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.person_nouns import is_person_noun
from builder.model.issues import BriefingError


def test_the_lists_and_tables_are_there() -> None:
    assert "said" in word_list("reporting", "verbs")
    assert word_table("units", "currencies")["US$"] == "USD"


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("verbs: [said, said]\n", "a word twice"),
        ("verbs: said\n", "is a list of words"),
        ("nouns: [word]\n", "has no `verbs:`"),
        ("- said\n", "is not a mapping"),
        ("verbs: [said\n", "verbs"),
        ("verbs: [[said]]\n", "is a word"),
    ],
)
def test_a_lexicon_of_another_shape_is_our_fault_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, says: str
) -> None:
    (tmp_path / "strange.yml").write_text(written, encoding="utf-8")
    monkeypatch.setattr(lexicons, "_FOLDER", tmp_path)
    word_list.cache_clear()
    with pytest.raises(BriefingError, match=r"lexicon/strange\.yml"):
        word_list("strange", "verbs")
    with pytest.raises(BriefingError) as raised:
        word_list("strange", "verbs")
    assert says in str(raised.value) or "yaml" in str(raised.value)
    word_list.cache_clear()


def test_a_form_stands_for_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "twice.yml").write_text("units:\n  km: [k]\n  kg: [k]\n", encoding="utf-8")
    monkeypatch.setattr(lexicons, "_FOLDER", tmp_path)
    with pytest.raises(BriefingError, match="stands for 'km' already"):
        word_table("twice", "units")


def test_rare_trades_are_nouns_for_people_and_things_are_not() -> None:
    assert all(map(is_person_noun, ("hydrographer", "plasterer", "oboist", "coxswain", "agronomist", "geologist")))
    assert not any(map(is_person_noun, ("treaty", "harbour", "carrier", "mixer", "river", "letter")))
