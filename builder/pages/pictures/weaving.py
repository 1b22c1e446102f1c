"""Which actor stands on which side and in which order, so that few curves cross. Ranks and heights, nothing drawn.

The same actors and things in the same order give the same places: nothing is drawn by lot, and ties go by order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from builder.pages.pictures.lanes import Mark

_SWEEPS = 8

Key = tuple[tuple[str, ...], tuple[str, ...]]
"""Who takes part, and who signed."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody or something that takes part; `frame` is what it belongs to, `head` whether it is that itself."""

    id: str
    name: str
    href: str
    frame: str
    head: bool = False


@dataclass(frozen=True, slots=True)
class Bundle:
    """Things with the same takers; `signers` are those that signed them."""

    takers: tuple[str, ...]
    signers: tuple[str, ...]
    marks: tuple[Mark, ...]

    @property
    def key(self) -> Key:
        """What keeps it apart from other bundles."""
        return self.takers, self.signers

    @property
    def all(self) -> tuple[str, ...]:
        """Everybody who has to do with it, once."""
        return tuple(dict.fromkeys((*self.takers, *self.signers)))


@dataclass(frozen=True, slots=True)
class Frame:
    """Members that belong together, the head first."""

    id: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Woven:
    """The frames of the left and of the right side and the bundles between them, each from top to bottom."""

    sides: tuple[tuple[Frame, ...], tuple[Frame, ...]]
    bundles: tuple[Bundle, ...]


def weave(members: Sequence[Member], bundles: Sequence[Bundle]) -> Woven:
    """Everything in its order: what is joined stands at about the same height, and apart on the two sides."""
    frames = _frames(members)
    left = _left_side(frames, bundles)
    woven = Woven(
        (tuple(f for f in frames if f.id in left), tuple(f for f in frames if f.id not in left)), tuple(bundles)
    )
    graph = nx.Graph((taker, bundle.key) for bundle in bundles for taker in bundle.all)
    for _ in range(_SWEEPS):
        woven = _swept(woven, graph)
    return woven


def _frames(members: Sequence[Member]) -> tuple[Frame, ...]:
    found: dict[str, list[Member]] = {}
    for member in members:
        found.setdefault(member.frame, []).append(member)
    return tuple(Frame(name, tuple(sorted(inside, key=lambda m: not m.head))) for name, inside in found.items())


def _left_side(frames: Sequence[Frame], bundles: Sequence[Bundle]) -> frozenset[str]:
    """The frames of the left side: the busiest first, each goes where less of what it shares is placed, then less at all."""
    graph = _shared(frames, bundles)
    busiest = sorted(graph.nodes, key=lambda name: -graph.degree(name, weight="weight"))
    sides: tuple[list[str], list[str]] = ([], [])
    for name in busiest:
        pull = [sum(graph.get_edge_data(name, o, {"weight": 0})["weight"] for o in side) for side in sides]
        load = [sum(graph.degree(other, weight="weight") for other in side) for side in sides]
        sides[0 if (pull[0], load[0]) <= (pull[1], load[1]) else 1].append(name)
    return frozenset(sides[0])


def _shared(frames: Sequence[Frame], bundles: Sequence[Bundle]) -> nx.Graph:
    """The frames as a graph; an edge weighs as many things as two frames share."""
    home = {member.id: frame.id for frame in frames for member in frame.members}
    graph = nx.Graph()
    graph.add_nodes_from(frame.id for frame in frames)
    for bundle in bundles:
        names = tuple(dict.fromkeys(home[taker] for taker in bundle.all))
        for number, one in enumerate(names):
            for two in names[number + 1 :]:
                weight = graph.get_edge_data(one, two, {"weight": 0})["weight"]
                graph.add_edge(one, two, weight=weight + len(bundle.marks))
    return graph


def _swept(woven: Woven, graph: nx.Graph) -> Woven:
    """Bundles ordered by their takers, then frames, and members within them, by their bundles."""
    heights: dict[object, float] = {}
    for side in woven.sides:
        heights |= _ranks([member.id for frame in side for member in frame.members])
    bundles = tuple(sorted(woven.bundles, key=lambda b: _mean(heights, graph, b.key)))
    heights |= _ranks([bundle.key for bundle in bundles])
    left, right = (
        tuple(sorted((_ordered(f, heights, graph) for f in side), key=lambda f: _height_of(f, heights, graph)))
        for side in woven.sides
    )
    return Woven((left, right), bundles)


def _ordered(frame: Frame, heights: Mapping[object, float], graph: nx.Graph) -> Frame:
    ordered = sorted(frame.members, key=lambda m: (not m.head, _mean(heights, graph, m.id)))
    return Frame(frame.id, tuple(ordered))


def _height_of(frame: Frame, heights: Mapping[object, float], graph: nx.Graph) -> float:
    return sum(_mean(heights, graph, member.id) for member in frame.members) / len(frame.members)


def _ranks(names: Sequence[object]) -> dict[object, float]:
    """Places from 0 at the top to 1 at the bottom."""
    return {name: (number + 0.5) / len(names) for number, name in enumerate(names)}


def _mean(heights: Mapping[object, float], graph: nx.Graph, name: object) -> float:
    """The mean height of what is joined to it; the bottom for what is joined to nothing."""
    joined = [heights[other] for other in graph.adj[name]] if name in graph else []
    return sum(joined) / len(joined) if joined else 1.0


def stacked(heights: Iterable[float], gap: float) -> float:
    """The height of blocks one below the other."""
    every = tuple(heights)
    return sum(every) + gap * max(len(every) - 1, 0)


def settle(wished: Sequence[float], heights: Sequence[float], gap: float, room: float) -> tuple[float, ...]:
    """Where blocks begin that keep their order, lie apart and within the room, as near to the wish as that allows."""
    tops: list[float] = []
    free = 0.0
    for top, height in zip(wished, heights, strict=True):
        tops.append(max(top, free))
        free = tops[-1] + height + gap
    limit = room
    for number in reversed(range(len(tops))):
        tops[number] = min(tops[number], limit - heights[number])
        limit = tops[number] - gap
    return tuple(tops)
