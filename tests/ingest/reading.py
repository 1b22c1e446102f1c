"""How the tests of this package read an article."""

from builder.ingest import Article, read_article
from builder.model.ids import SourceId
from builder.model.issues import Issue
from builder.model.text import Seed


def read(text: str | bytes) -> Article:
    """The article in a seed of this text."""
    article = read_article(
        Seed("seeds/paper.txt", text if isinstance(text, bytes) else text.encode()), source_id=SourceId("paper")
    )
    assert isinstance(article, Article), article
    return article


def refuse(data: bytes) -> Issue:
    """The issue that the bytes give instead of an article."""
    issue = read_article(Seed("seeds/paper.txt", data), source_id=SourceId("paper"))
    assert isinstance(issue, Issue)
    return issue


def outline(article: Article) -> list[tuple[str, str]]:
    """Kind and opening words of each block."""
    text = article.text
    return [(block.kind.value, " ".join(block.words.of(text.text).split()[:4])) for block in text.blocks]
