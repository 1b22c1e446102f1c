"""Words as the search compares them. The script of the site does the same, letter for letter (`search-engine.js`)."""

import re

from builder.model.ids import fold_accents
from builder.model.text import fold

_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_POSSESSIVE = re.compile(r"'s\b", re.IGNORECASE)
_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")


def folded(text: str) -> str:
    """Lower case, no accents, one kind of quotation mark; “U.S.” is “us”, and a possessive falls off."""
    plain = fold_accents(fold(text)).lower()
    return _POSSESSIVE.sub("", _INITIALS.sub(lambda found: found.group().replace(".", ""), plain))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in order, folded; a number keeps its points and commas."""
    return tuple(_WORD.findall(folded(text)))
