"""Identifiers: lower-case ASCII slugs, made from a record's own words and never from its position."""

import hashlib
import re
import unicodedata
from typing import NewType

SourceId = NewType("SourceId", str)
ActorId = NewType("ActorId", str)
PartyId = NewType("PartyId", str)
TopicId = NewType("TopicId", str)
"""The id of an *issue* of the briefing (a topic such as energy). Named so because `Issue` is a fault to mend."""

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# Letters that Unicode does not decompose into a base letter and a mark.
_UNDECOMPOSED = str.maketrans(
    {"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "Æ": "AE"}
)


def fold_accents(text: str) -> str:
    """The text with every accent taken off its letter ("Tô Lâm" → "To Lam")."""
    if text.isascii():  # most words, and they are folded over and over
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def slugify(text: str, *, longest: int = 60) -> str:
    """A lower-case ASCII slug of the text, cut at a word; of text without one ASCII letter, a hash of it.

    `longest` counts characters. The result always matches `ID_PATTERN`.
    """
    words = re.findall(r"[a-z0-9]+", fold_accents(text).lower())
    slug = ""
    for word in words:
        grown = f"{slug}-{word}" if slug else word[:longest]
        if len(grown) > longest:
            break
        slug = grown
    return slug or f"x{content_hash(text)}"


def free_id(text: str, taken: set[str], *, longest: int = 60) -> str:
    """The slug of the text, with digits of the text where something else bears it; it is taken from then on."""
    slug = slugify(text, longest=longest)
    if slug in taken:
        slug = f"{slug}-{content_hash(text)}"
    taken.add(slug)
    return slug


def content_hash(text: str) -> str:
    """The first eight hexadecimal digits of the text's SHA-256: the same words give the same digits everywhere."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
