"""What is looked up for each article, record or finding is not looked for among all of them."""

from collections.abc import Callable

import pytest

from builder.model.claims import ActorKind
from builder.model.text import Seed
from builder.reconcile import source_ids
from builder.reconcile.auto.actors import cast_of
from builder.reconcile.auto.ground import Ground
from builder.records.schema import Records, SourceRecord
from tests.corpus import surname
from tests.growth import TENFOLD, assert_linear
from tests.reconcile.finding import actor
from tests.reconcile.writing import texts, write
from tests.support import make_source

pytestmark = pytest.mark.slow

SOME = 200


def grows_linearly(make: Callable[[int], Callable[[], object]]) -> None:
    assert_linear(make(SOME), make(SOME * TENFOLD))


def test_the_ids_of_sources() -> None:
    def make(count: int) -> Callable[[], object]:
        seeds = [Seed(f"seeds/paper-{number}.txt", b"x") for number in range(count)]
        records = Records(sources=tuple(write(SourceRecord, id=f"p-{n}", file=f"paper-{n}.txt") for n in range(count)))
        return lambda: source_ids(seeds, records)

    grows_linearly(make)


def test_people_of_whom_one_name_is_printed() -> None:
    def make(count: int) -> Callable[[], object]:
        names = [surname(number + 4000) for number in range(count)]
        articles = texts(*(make_source(f"{name} came.", source_id=name) for name in names))
        found = [actor(articles[name], name, kind=ActorKind.PERSON) for name in names]
        return lambda: cast_of(found, (), Ground(articles))

    grows_linearly(make)
