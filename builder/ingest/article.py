"""A seed as an article: its text, its blocks and sentences, and what it states of itself."""

import hashlib
from dataclasses import dataclass

from builder.ingest.blocks import tile
from builder.ingest.canonical import canonicalise
from builder.ingest.metadata import Stated, read_stated
from builder.ingest.sentences import split_sentences
from builder.model.ids import SourceId
from builder.model.issues import Issue
from builder.model.text import Seed, SourceText, fold


@dataclass(frozen=True, slots=True)
class Article:
    text: SourceText
    stated: Stated


def read_article(seed: Seed, *, source_id: SourceId) -> Article | Issue:
    """The article in a seed, or why there is none. Never raises, whatever the bytes; time is linear in their number."""
    text = canonicalise(seed)
    if isinstance(text, Issue):
        return text
    blocks, repeats = tile(text)
    source = SourceText(
        id=source_id,
        file=seed.path,
        text=text,
        folded=fold(text),
        blocks=blocks,
        sentences=tuple(s for block in blocks for s in split_sentences(text, block.words)),
        repeats=repeats,
        sha256=hashlib.sha256(seed.data).hexdigest(),
    )
    return Article(source, read_stated(text, blocks))
