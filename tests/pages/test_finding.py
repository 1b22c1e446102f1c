"""Claims are found by what pages ask for, and names by their words."""

import pytest

from builder.model.claims import ActorKind
from builder.pages.finding import People
from tests.support import make_actor

PEOPLE = People(
    (
        make_actor("kara-dunn"),
        make_actor("lena-moss", aliases=("Moss", "L. Moss", "l’Étoile")),
        make_actor("moss-institute", kind=ActorKind.ORGANISATION),
        make_actor("kara-dunn-the-younger", name="Kara Dunn"),
    )
)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Kara Dunn", ["kara-dunn", "kara-dunn-the-younger"]),
        ("a friend of Moss, who sat by Kara Dunn", ["kara-dunn", "lena-moss", "kara-dunn-the-younger"]),
        ("L. Moss’s boat", ["lena-moss"]),
        ("(l’Étoile)", ["lena-moss"]),
        ("Mossy stones, kara dunn and Kara  Dunn", []),
        ("", []),
    ],
)
def test_people_are_named_letter_for_letter_as_whole_words(words: str, named: list[str]) -> None:
    assert list(PEOPLE.named_in(words)) == named
