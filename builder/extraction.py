"""Extraction alone: one article in, one line of findings out, with no other article and no records beside it."""

from dataclasses import dataclass
from pathlib import Path

from builder.analyse import Asked, extract, read_parse
from builder.files import Settings, read_seed
from builder.ingest import read_article
from builder.model.ids import SourceId, slugify
from builder.model.issues import Issue, Location, Severity
from builder.publish import extraction_line
from builder.reconcile import parties_and_topics
from builder.records import load_content

READ_LANGUAGES = ("en", "und")
"""What the extractors read; an article in another language stands on the site with its source page alone."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """The line of JSON of one article, None where it cannot be read, and what is wrong with it."""

    line: str | None
    issues: tuple[Issue, ...] = ()


def read_asked(settings: Settings | None) -> tuple[Asked, tuple[Issue, ...]]:
    """The parties and issues of `content/briefing.yml`, and what is wrong with that file; nothing where there is none."""
    if settings is None or not (settings.content / "briefing.yml").exists():
        return Asked(), ()
    content, issues = load_content(settings.root, settings.content)
    parties, topics = parties_and_topics(content.briefing)
    own = tuple(issue for issue in issues if issue.at.path.endswith("briefing.yml"))
    return Asked(parties=parties, topics=topics), own


def extract_file(path: str, asked: Asked) -> Extraction:
    """What is found in the article at a path; it is called by the path as given, and by the stem of its name."""
    seed = read_seed(Path(path), path)
    if isinstance(seed, Issue):
        return Extraction(None, (seed,))
    article = read_article(seed, source_id=SourceId(slugify(Path(path).stem)))
    if isinstance(article, Issue):
        return Extraction(None, (article,))
    stated, name = article.stated, Path(path).stem
    if stated.language not in READ_LANGUAGES:
        empty = extraction_line((), source_id=name, file=path)
        return Extraction(empty, (foreign_language(path, stated.language),))
    day = stated.published.value if stated.published else None
    findings = extract(article.text, asked=asked, published=day, authors=stated.authors, parse=read_parse)
    return Extraction(extraction_line(findings, source_id=name, file=path))


def foreign_language(file: str, language: str) -> Issue:
    """That nothing is looked for in an article."""
    return Issue(
        at=Location(file),
        code="language-unread",
        what=f"this article is in “{language}”, and only English is read by machine; nothing was looked for in it",
        mend="write its records by hand, or `language: en` in its source record if it is English",
        severity=Severity.WARNING,
    )
