"""Which words of an article name whom."""

from builder.analyse.naming import leading_two, read_naming
from builder.model.claims import ActorKind
from tests.analyse.parses import parsed
from tests.reconcile import finding as found
from tests.support import make_source


def test_a_house_is_named_by_its_first_word_where_that_stands_alone() -> None:
    parse = parsed(
        "Sundline/sundline/NNP/compound/1 Terminals/terminals/NNP/nsubj/2 lost/lose/VBD/ROOT/2 it/it/PRP/dobj/2",
        "Sundline/sundline/NNP/nsubj/1 sold/sell/VBD/ROOT/1 Sundline/sundline/NNP/compound/3 cranes/crane/NNS/dobj/1",
    )
    text = make_source(parse.text)
    naming = read_naming(parse, [found.actor(text, "Sundline Terminals", kind=ActorKind.COMPANY)])
    assert [i for i, name in sorted(naming.at.items()) if name == "Sundline Terminals"] == [4]


def test_the_first_word_of_two_houses_names_neither() -> None:
    parse = parsed(
        "Sundline/sundline/NNP/nsubj/1 sold/sell/VBD/ROOT/1",
        "Sundline/x/NNP/x/0 Terminals/x/NNP/x/0",
        "Sundline/x/NNP/x/0 Lines/x/NNP/x/0",
    )
    text = make_source(parse.text)
    houses = [found.actor(text, name, kind=ActorKind.COMPANY) for name in ("Sundline Terminals", "Sundline Lines")]
    assert 0 not in read_naming(parse, houses).at


def between(*names: str) -> tuple[str, ...]:
    parse = parsed(*(f"{name}/x/NNP/nsubj/1 fished/fish/VBD/ROOT/1" for name in names))
    return leading_two(read_naming(parse, []))


def test_an_article_is_between_the_two_that_it_names_most_by_far() -> None:
    assert between("Norway", "Iceland", "Norway", "Iceland", "Sweden") == ("Iceland", "Norway")
    assert between("Norway", "Iceland") == ("Iceland", "Norway")
    assert between("Norway", "Iceland", "Sweden") == ()
    assert between("Norway") == ()
