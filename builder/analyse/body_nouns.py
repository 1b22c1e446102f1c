"""Nouns for bodies: which a phrase ends with, which a name holds, and which may be said for one another."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from builder.analyse.attribution.reading import Reading
from builder.analyse.lexicons import word_groups, word_list, word_table
from builder.model.ids import fold_accents

_OF = frozenset(("of", "for", "on", "de", "du", "da", "di", "della", "del"))


def noun_at(reading: Reading, i: int) -> str | None:
    """The noun for one body that the token is, or ends ("co-operative", "start-up"); None for any other word."""
    token = reading.tokens[i]
    nouns = word_list("bodies", "nouns")
    if i > 1 and reading.tokens[i - 1].text == "-":
        whole = f"{reading.tokens[i - 2].text}-{token.text}".lower()
        if whole in nouns:
            return whole
    if token.tag in ("NNS", "NNPS") or not (token.pos == "NOUN" or (token.pos == "PROPN" and token.text.islower())):
        return None
    return next((w for w in (token.text.lower(), token.lemma) if w in nouns), None)


def nouns_of_name(words: Sequence[str]) -> Iterator[str]:
    """What a name itself says that its bearer is: "Maritime Workers’ Union", "Bank of Tarn", "Savanna Airways"."""
    nouns = word_list("bodies", "nouns")
    bare = [w.rstrip("’'") for w in words]
    yield from (n for w in bare[:-1] for n in [word_table("bodies", "members").get(w)] if n is not None)
    cut = next((i for i, w in enumerate(words) if i and w.lower() in _OF), len(words))
    heads = [bare[cut - 1], *([bare[0]] if cut < len(words) else [])]
    lows = [fold_accents(head).lower() for head in heads]
    own = [w for w in dict.fromkeys(w for low in lows for w in (low, low.removesuffix("s"))) if w in nouns]
    yield from own
    told = (word_table("bodies", "words").get(w) for w in reversed(bare))
    first = next(filter(None, told), None)
    if first is not None and not own and len(words) > 1:
        yield first


def is_common(name: str) -> bool:
    """Whether the name is a noun for bodies, with a capital for its place alone, and none that is a name in some countries."""
    houses = word_list("names", "state_houses") | word_list("names", "legislatures")
    return name.lower() in word_list("bodies", "nouns") and name not in houses


@cache
def are_akin(one: str, other: str) -> bool:
    """Whether one of two nouns may be said for the other."""
    return any({one, other} <= group for group in word_groups("bodies", "akin"))


def trades(nouns: Collection[str]) -> bool:
    """Whether one of the nouns is a company's."""
    return not word_list("bodies", "trading").isdisjoint(nouns)
