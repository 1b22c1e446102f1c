"""From the bytes of `seeds/` to articles: canonical text, blocks, sentences, and what an article states of itself."""

from builder.ingest.article import Article, read_article
from builder.ingest.metadata import Stated

__all__ = ["Article", "Stated", "read_article"]
