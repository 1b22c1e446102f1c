"""The shipped articles, read once."""

from functools import cache
from pathlib import Path

from builder.ingest import Article, read_article
from builder.model.ids import SourceId
from builder.model.text import Seed, SourceText

_SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def seed_articles() -> tuple[Article, ...]:
    read = (
        read_article(Seed(f"seeds/{path.name}", path.read_bytes()), source_id=SourceId(f"s{path.name[:3]}"))
        for path in sorted(_SEEDS.glob("*.txt"))
    )
    return tuple(article for article in read if isinstance(article, Article))


@cache
def seed_texts() -> dict[SourceId, SourceText]:
    return {article.text.id: article.text for article in seed_articles()}
