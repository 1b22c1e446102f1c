"""When two names are one: letter case, diacritics and forms of address aside."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, Literal

ADDRESS = frozenset(
    ("dr", "mr", "mrs", "ms", "miss", "mx", "dame", "sir", "lord", "lady", "prof", "professor", "rev", "reverend")
)
ARTICLES = frozenset(("a", "an", "the"))
STROKED = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe"})
MOST_EXTRA_WORDS = 6
LEAST_STEM = 4

Verdict = Literal["right", "null", "wrong"]


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, plain: "Tô Lâm" and "To Lam", "U.S." and "US" are one."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    plain = re.sub(r"['’]s\b|(?<=\w)\.(?=\w|\s|$)|['’]", "", plain.translate(STROKED))
    return tuple(re.findall(r"[^\W_]+", plain))


def key(name: str) -> tuple[str, ...]:
    """What two printings of one name have in common: its words without a form of address or an article before them."""
    words = words_of(name)
    while len(words) > 1 and words[0] in ADDRESS | ARTICLES:
        words = words[1:]
    return words


def same(one: str, other: str) -> bool:
    return key(one) == key(other)


def judge(found: str | None, case: dict[str, Any], *, name: str = "name") -> Verdict:
    """A speaker against a case: its `name` (or `speaker`), `accept` and `refers_to`.

    "null": a name was due and none given, an honest miss. "wrong": another name, or a name where nobody is named.
    """
    accepted = [case.get(name), *case.get("accept", ())]
    if found is None:
        return "right" if None in accepted else "null"
    wanted = [*filter(None, accepted), *filter(None, [case.get("refers_to")])]
    return "right" if any(same(found, one) for one in wanted) else "wrong"


def holds(found: str, wanted: str) -> bool:
    """Whether the found words say what was wanted: all its words, and few beside them; an adjective stands for its noun."""
    have, need = words_of(found), words_of(wanted)
    return len(have) <= len(need) + MOST_EXTRA_WORDS and all(any(_akin(a, b) for a in have) for b in need)


def _akin(one: str, other: str) -> bool:
    """Equal, or one the start of the other but for an ending: Russia, Russian."""
    short, long = sorted((one, other), key=len)
    stem = short if len(short) <= LEAST_STEM else short[:-1]
    return one == other or (len(short) >= LEAST_STEM and long.startswith(stem) and len(long) - len(short) <= 3)


class Aliases:
    """Groups of names that mean the same: the parties of a briefing."""

    def __init__(self, groups: Iterable[Iterable[str]] = ()) -> None:
        self._first: dict[tuple[str, ...], tuple[str, ...]] = {}
        for group in groups:
            first, *_ = names = [key(name) for name in group]
            self._first |= dict.fromkeys(names, first)

    def of(self, name: str) -> tuple[str, ...]:
        """One form for all names of a group; any other name's own."""
        return self._first.get(key(name), key(name))

    def holds(self, found: str, wanted: str) -> bool:
        """As `holds`, or both name the same party."""
        return holds(found, wanted) or self.of(found) == self.of(wanted)
