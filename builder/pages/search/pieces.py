"""Documents → the files of `data/search/`: groups of documents, and where there are many, which words stand in which groups.

A small index is fetched whole. Of a large one a reader fetches the manifest, the words that begin like those typed, and the
few groups that hold them, so that the first query stays light however many articles there are. Groups are numbered by
importance; of a word that stands nearly everywhere only its first groups are kept.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from builder.model.pages import Asset
from builder.pages.search.document import Document, Facet
from builder.pages.search.words import folded, words_of

FOLDER = "data/search"
GROUP_BYTES = 24_000
"""The size at which a group of documents is full, uncompressed."""
WHOLE_BYTES = 900_000
"""Up to this size, uncompressed, the groups are fetched all at once and no words are listed."""
WORDS_BYTES = 40_000
"""The size at which a file of words is full."""
MOST_GROUPS = 48
"""How many groups are kept for a word."""

Row = tuple[str | float, ...]


def search_assets(documents: Sequence[Document], same: Sequence[Sequence[str]] = ()) -> tuple[Asset, ...]:
    """The manifest, the groups in order of importance and, where they are many, the files of words.

    `same` are groups of words that mean the same on this site.
    """
    groups = tuple(_filled([document.row() for document in documents], GROUP_BYTES))
    whole = sum(len(_bytes(group)) for group in groups) <= WHOLE_BYTES
    lists = () if whole else tuple(_word_files(_where(groups)))
    manifest = {
        "documents": len(documents),
        "groups": len(groups),
        "whole": whole,
        "words": [min(words) for words in lists],
        "same": [[folded(word) for word in group] for group in same],
        "facets": [facet.value for facet in Facet],
    }
    return (
        Asset(f"{FOLDER}/manifest.json", _bytes(manifest)),
        *(Asset(f"{FOLDER}/group-{number}.json", _bytes(group)) for number, group in enumerate(groups)),
        *(Asset(f"{FOLDER}/words-{number}.json", _bytes(words)) for number, words in enumerate(lists)),
    )


def _filled(rows: Sequence[Row], size: int) -> Iterator[list[Row]]:
    """The rows in order, as many to a group as its size allows, at least one."""
    group: list[Row] = []
    filled = 0
    for row in rows:
        length = len(_bytes(row))
        if group and filled + length > size:
            yield group
            group, filled = [], 0
        group.append(row)
        filled += length
    if group:
        yield group


def _where(groups: Sequence[Sequence[Row]]) -> Mapping[str, list[int]]:
    """For each word the numbers of the first groups in which it stands, ascending; sorted by word."""
    found: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        words = {word for row in group for cell in row[2:] if isinstance(cell, str) for word in words_of(cell)}
        for word in words:
            numbers = found.setdefault(word, [])
            if len(numbers) < MOST_GROUPS:
                numbers.append(number)
    return {word: found[word] for word in sorted(found)}


def _word_files(where: Mapping[str, list[int]]) -> Iterator[dict[str, list[int]]]:
    """The words in order, as many to a file as its size allows."""
    part: dict[str, list[int]] = {}
    filled = 0
    for word, numbers in where.items():
        length = len(word) + 3 + sum(len(str(number)) + 1 for number in numbers)
        if part and filled + length > WORDS_BYTES:
            yield part
            part, filled = {}, 0
        part[word] = numbers
        filled += length
    if part:
        yield part


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")
