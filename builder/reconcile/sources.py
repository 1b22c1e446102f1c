"""What an article states of itself, completed by the editor's record of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.ingest import Article
from builder.model.claims import Kind, Ref, Rights, Source
from builder.model.ids import SourceId, content_hash, slugify
from builder.model.issues import Issue, Severity
from builder.model.text import Seed, Sourced, SourceText, words_of
from builder.reconcile.dates import ACCEPT_IT, DIFFERS, Dating, date_source
from builder.reconcile.nearest import nearest_id, shown
from builder.reconcile.passages import same_words
from builder.records.accepting import accepts
from builder.records.drafts import is_told, with_drafts
from builder.records.schema import (
    Content,
    DisagreementRecord,
    EventEntry,
    Evidenced,
    QuoteRecord,
    Record,
    Records,
    SourceRecord,
)


def source_ids(seeds: Sequence[Seed], records: Records) -> Mapping[str, SourceId]:
    """Seed path → id: that of the source record that names the file, else a slug of the file's name.

    Ids are unique: a slug that is taken grows by a hash of the path.
    """
    ids: dict[str, SourceId] = {}
    paths = _by_file(seed.path for seed in seeds)
    given: set[str] = set()
    for record in records.sources:
        path = paths.get(record.file)
        if path is not None and path not in ids and record.id not in given:
            ids[path] = SourceId(record.id)
            given.add(record.id)
    taken = {*ids.values(), *(record.id for record in records.sources)}
    for path in sorted(seed.path for seed in seeds):
        if path in ids:
            continue
        slug = slugify(path.rpartition("/")[2].rpartition(".")[0] or path)
        if slug in taken:
            slug = f"{slug}-{content_hash(path)}"
        taken.add(slug)
        ids[path] = SourceId(slug)
    return {path: ids[path] for path in sorted(ids)}


def describe_sources(articles: Sequence[Article], content: Content) -> tuple[tuple[Source, ...], tuple[Issue, ...]]:
    """The sources, sorted by id, and what is wrong with their records.

    What the text states stands; a record completes it, and one that contradicts it is an issue; the record's own
    value stands where it accepts that issue, for a text can be misread. The timing is
    computed from the days of source and event where no record says it.
    """
    issues: list[Issue] = []
    records: dict[str, SourceRecord] = {}
    paths = _by_file(article.text.file for article in articles)
    written = with_drafts(content)
    missing: list[SourceRecord] = []
    for record in written.sources:
        path = paths.get(record.file)
        if path is None:
            missing.append(record)
        elif path in records:
            issues.append(_seed_twice(record, records[path]))
        else:
            records[path] = record
    issues.extend(_seeds_missing(missing, sorted({*paths.values()} - records.keys()), written))
    event = content.briefing.event if content.briefing else None
    sources = []
    for article in articles:
        source, found = _describe(article, records.get(article.text.file), event)
        sources.append(source)
        issues.extend(found)
    told = (issue for issue in issues if not is_told(issue.at))
    return tuple(sorted(sources, key=lambda source: source.id)), tuple(sorted(told))


def _by_file(paths: Iterable[str]) -> Mapping[str, str]:
    """What a record may write, the path with or without its folders → the seed; of several the first."""
    found: dict[str, str] = {}
    for path in paths:
        rest, more = path, "/"
        while more:
            found.setdefault(rest, path)
            _, more, rest = rest.partition("/")
    return found


def _describe(
    article: Article, record: SourceRecord | None, event: EventEntry | None
) -> tuple[Source, tuple[Issue, ...]]:
    stated = article.stated
    dating, issues = date_source(_value(stated.published), record, event)
    if record is not None:
        issues = (*issues, *_contradictions(article, record))
    if record is None:
        return _bare(article, dating), issues
    title, named = _title_and_authors(article, record)
    outlet = record.outlet or _value(stated.outlet)
    source = Source(
        id=article.text.id,
        file=article.text.file,
        sha256=article.text.sha256,
        label=record.label or _label(article.text.id, outlet, named, title),
        title=title,
        outlet=outlet,
        authors=named,
        published=dating.published,
        published_earliest=dating.earliest,
        published_latest=dating.latest,
        date_basis=dating.basis,
        timing=dating.timing,
        link=record.link or _value(stated.link),
        relays=record.relays or _value(stated.relays),
        relays_part=record.relays_part,
        rights=record.rights,
        language=record.language or stated.language,
        words=_words(article.text),
        note=record.note,
        formerly=record.formerly,
        at=record.at.of(),
    )
    return source, issues


def _title_and_authors(article: Article, record: SourceRecord) -> tuple[str | None, tuple[str, ...]]:
    """Those of the text, completed by the record; the record's own where it accepts that they differ."""
    title, authors = _value(article.stated.title), tuple(author.value for author in article.stated.authors)
    corrected = accepts(record, DIFFERS)
    if title is None or (corrected and record.title is not None and not same_words(record.title, title)):
        title = record.title
    if not authors or (corrected and record.authors is not None and not _same_authors(record.authors, authors)):
        authors = record.authors or ()
    return title, authors


def _same_authors(written: Sequence[str], printed: Sequence[str]) -> bool:
    return len(written) == len(printed) and all(map(same_words, written, printed))


def _label(source_id: SourceId, outlet: str | None, authors: Sequence[str], title: str | None) -> str:
    """The shortest name that a reader would know the article by; the id where the text gives none."""
    return outlet or next(iter(authors), None) or title or source_id


def _bare(article: Article, dating: Dating) -> Source:
    """A source that no record completes."""
    stated = article.stated
    authors = tuple(author.value for author in stated.authors)
    title, outlet = _value(stated.title), _value(stated.outlet)
    return Source(
        id=article.text.id,
        file=article.text.file,
        sha256=article.text.sha256,
        label=_label(article.text.id, outlet, authors, title),
        title=title,
        outlet=outlet,
        authors=authors,
        published=dating.published,
        date_basis=dating.basis,
        timing=dating.timing,
        link=_value(stated.link),
        relays=_value(stated.relays),
        rights=Rights.EXCERPT,
        language=stated.language,
        words=_words(article.text),
        note=None,
    )


def _value(sourced: Sourced[str] | None) -> str | None:
    return sourced.value if sourced else None


def _words(text: SourceText) -> int:
    return sum(len(words_of(block.words.of(text.text))) for block in text.body())


def _contradictions(article: Article, record: SourceRecord) -> Iterable[Issue]:
    """Title and authors that differ from what the text states; marks, dashes and blanks may."""
    stated = article.stated
    if stated.title and record.title is not None and not same_words(record.title, stated.title.value):
        yield _differs(article, record, "title", record.title, stated.title)
    written, printed = record.authors, [author.value for author in stated.authors]
    if written is None or not printed:
        return
    if not _same_authors(written, printed):
        whole = Sourced(", ".join(printed), stated.authors[0].spans)
        yield _differs(article, record, "authors", ", ".join(written), whole)


def _differs(article: Article, record: SourceRecord, field: str, written: str, stated: Sourced[str]) -> Issue:
    line = article.text.line_at(stated.spans[0].start) if stated.spans else 1
    return Issue(
        record.at.of(field),
        DIFFERS,
        f"`{field}:` {shown(written)} differs from what {article.text.file} states (line {line}): {shown(stated.value)}",
        f"leave `{field}:` out, or write it as printed; {ACCEPT_IT}",
        Severity.ERROR,
        str(Ref(Kind.SOURCES, record.id)),
    )


def _seeds_missing(missing: Sequence[SourceRecord], free: Sequence[str], records: Records) -> Iterator[Issue]:
    """One line a source for all that follows: the records that rest on the article are named in it, and not told of again.

    `free` are the seeds that no record names.
    """
    resting: dict[str, list[str]] = defaultdict(list)
    for one in records.all() if missing else ():
        for source in _cited(one):
            resting[source].append(str(Ref(one.KIND, one.id)))
    names = [path.rpartition("/")[2] for path in free]
    for record in missing:
        nearest = nearest_id(record.file, names) or (names[0] if len(names) == 1 else None)
        mend = f"write `file: {nearest}`" if nearest else "put the article there, or take the record out"
        what = f"there is no readable article “{record.file}” among the seeds{_resting(resting[record.id])}"
        yield Issue(record.at.of("file"), "seed-missing", what, mend, record=str(Ref(Kind.SOURCES, record.id)))


def _resting(records: Sequence[str]) -> str:
    """How many records rest on a source, and which."""
    rest = "record rests" if len(records) == 1 else "records rest"
    return f", and {len(records)} {rest} on it: {', '.join(records)}" if records else ""


def _cited(record: Record) -> frozenset[str]:
    """The sources of a record's passages."""
    if isinstance(record, DisagreementRecord):
        return frozenset(one.source for version in record.versions for one in version.evidence)
    return (
        frozenset(one.source for one in record.evidence) if isinstance(record, Evidenced | QuoteRecord) else frozenset()
    )


def _seed_twice(record: SourceRecord, first: SourceRecord) -> Issue:
    what = f"“{record.file}” has a record already: {first.id} ({first.at.of()})"
    mend = "keep one record for a file"
    return Issue(record.at.of("file"), "seed-twice", what, mend, Severity.ERROR, str(Ref(Kind.SOURCES, record.id)))
