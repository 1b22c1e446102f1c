"""How many pairs of parties have a page."""

from dataclasses import replace

import pytest

from builder.model.ids import PartyId
from builder.model.knowledge import Party
from builder.pages.views.pairs import compared
from tests.pages.small import small_knowledge


def pairs(count):
    known = small_knowledge()
    parties = tuple(Party(PartyId(f"p{n}"), f"Party {n}") for n in range(count))
    return compared(replace(known, subject=replace(known.subject, parties=parties)))


@pytest.mark.parametrize(("parties", "count"), [(0, 0), (1, 0), (2, 1), (3, 3), (4, 6), (5, 7), (10, 17), (100, 197)])
def test_few_parties_are_compared_each_with_each_and_many_in_linear_numbers(parties, count):
    found = pairs(parties)
    assert len(found) == count
    assert len({path for path, _ in found}) == count


def test_every_party_is_compared_with_another():
    named = {party.id for _, pair in pairs(30) for party in pair}
    assert len(named) == 30


def test_a_comparison_has_its_path_from_the_ids():
    assert [path for path, _ in pairs(2)] == ["positions/compare/p0-p1.md"]
