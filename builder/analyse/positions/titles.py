"""What the roles of a person say of whom he may speak for."""

import re
from collections.abc import Collection
from enum import Enum, auto

from builder.analyse.lexicons import word_list
from builder.model.claims import Role
from builder.model.findings import ActorFinding

_WORD = re.compile(r"[\w-]+")


class Post(Enum):
    """STATE: a state's; POSTED: one that is held abroad; NONE: one without a say; OTHER: any other, or none is told."""

    STATE = auto()
    POSTED = auto()
    OTHER = auto()
    NONE = auto()


def post_of(actor: ActorFinding) -> Post:
    """What an actor's roles make him: who is out of office or of another house in one of them is so for good."""
    titles = [_words(role) for role in actor.roles]
    if any(_has(words, "no_office") or _has(words, "guests") for words in titles):
        return Post.NONE
    if any(_has(words, "posted") for words in titles):
        return Post.POSTED
    return Post.STATE if any(_is_state_office(role) for role in actor.roles) else Post.OTHER


def is_out_of_office(role: Role) -> bool:
    """Whether nobody speaks for a state in this role: "former minister", "opposition leader"."""
    return _has(_words(role), "no_office")


def _words(role: Role) -> list[str]:
    return [w.lower() for w in _WORD.findall(role.title or "")]


def _is_state_office(role: Role) -> bool:
    words = _words(role)
    if _has(words, "ministers"):
        return True
    public = _has(words, "organs") and _has(words, "house_voices") and len(words) > 1
    portfolios = word_list("positions", "portfolios")
    portfolio = (
        role.affiliation is None or role.affiliation in portfolios or any(w.capitalize() in portfolios for w in words)
    )
    return portfolio and (public or _has(words, "unhoused"))


def _has(words: Collection[str], key: str) -> bool:
    return not word_list("positions", key).isdisjoint(words)
