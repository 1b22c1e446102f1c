"""What the reading of an article's speakers knows of its names, handed to those who list its actors."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Named:
    """For each person the places of the name, as first and last tokens; each token that means a named body → its name.

    `firms` are the names of those bodies that trade. `said` are the first and last tokens of the phrases that name speakers,
    each with the name of whom it means.
    """

    people: tuple[Places, ...] = ()
    bodies: Mapping[int, str] = field(default_factory=dict)
    firms: frozenset[str] = frozenset()
    said: tuple[tuple[int, int, str], ...] = ()
