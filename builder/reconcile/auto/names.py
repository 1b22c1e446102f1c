"""Which actor a name stands for: the same words, accents and case aside, or a fuller form of them; never a guess."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from builder.model.claims import Actor
from builder.model.ids import ActorId, fold_accents
from builder.model.text import words_of

_OWNED = re.compile(r"'s?$")
_ARTICLES = frozenset(("the", "a", "an"))

Key = tuple[str, ...]


def name_key(name: str) -> Key:
    """The words of a name without accents, case, articles before it and a possessive ending."""
    words = [_OWNED.sub("", word) for word in words_of(fold_accents(name).replace(".", ""))]
    while len(words) > 1 and words[0] in _ARTICLES:
        words.pop(0)
    return tuple(words)


def is_fuller(full: Key, short: Key) -> bool:
    """Whether the one is a fuller form of the other: first and last word the same, the others left out in the shorter."""
    if not 2 <= len(short) < len(full) or (short[0], short[-1]) != (full[0], full[-1]):
        return False
    rest = iter(full)
    return all(word in rest for word in short)


class Names:
    """Names and aliases → actors. A name that stands for several actors stands for none."""

    def __init__(self, actors: Iterable[Actor] = ()) -> None:
        self._exact: dict[Key, set[ActorId]] = defaultdict(set)
        self._by_ends: dict[tuple[str, str], set[Key]] = defaultdict(set)
        for actor in actors:
            for name in (actor.name, *actor.aliases):
                self.add(name, ActorId(actor.id))

    def add(self, name: str, actor_id: ActorId) -> None:
        """One more name of an actor."""
        if key := name_key(name):
            self._exact[key].add(actor_id)
            self._by_ends[key[0], key[-1]].add(key)

    def knows(self, name: str) -> bool:
        """Whether it is the name of an actor, or of several."""
        return name_key(name) in self._exact or self.find(name) is not None

    def find(self, name: str | None) -> ActorId | None:
        """The one actor that the name stands for; None where there is none, or more than one."""
        key = name_key(name or "")
        found: AbstractSet[ActorId] = self._exact.get(key, frozenset())
        if key and not found:
            found = {
                actor
                for known in self._by_ends.get((key[0], key[-1]), ())
                if is_fuller(known, key) or is_fuller(key, known)
                for actor in self._exact[known]
            }
        if key and not found:
            found = self._ending(key)
        return next(iter(found)) if len(found) == 1 else None

    def _ending(self, key: Key) -> AbstractSet[ActorId]:
        """Those whose name the longer one ends with: "envoy Kara Dunn" is Kara Dunn."""
        ends: Iterator[AbstractSet[ActorId]] = (
            self._exact.get(key[start:], frozenset()) for start in range(1, len(key) - 1)
        )
        return next((ids for ids in ends if ids), frozenset())
