"""Things that are one: a union of pairs."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Union(Generic[T]):
    """Joins members two by two; a member nobody joined is a group of its own."""

    def __init__(self) -> None:
        self._above: dict[T, T] = {}

    def root(self, member: T) -> T:
        """The member that stands for its group: the one that was there first in its joins."""
        above = self._above.setdefault(member, member)
        while above != self._above[above]:
            self._above[above] = self._above[self._above[above]]
            above = self._above[above]
        self._above[member] = above
        return above

    def join(self, one: T, other: T) -> None:
        """Makes the groups of both one group."""
        kept, gone = self.root(one), self.root(other)
        if kept != gone:
            self._above[gone] = kept

    def groups(self, members: Iterable[T]) -> Mapping[T, tuple[T, ...]]:
        """Root → its members, in the order given."""
        found: dict[T, list[T]] = {}
        for member in members:
            found.setdefault(self.root(member), []).append(member)
        return {root: tuple(group) for root, group in found.items()}
