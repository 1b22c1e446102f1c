"""The composition root: the whole flow from files to pages on one screen.

Disk and environment are read in `read_inputs` and written in `write_docs`; between them the same inputs give the same bytes.
"""

import hashlib
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from builder import __version__
from builder.analyse import Asked, extract, read_parse
from builder.extraction import READ_LANGUAGES, foreign_language
from builder.files import Settings, Sync, alone_in, make_folder, read_seeds, read_texts, sync_tree
from builder.ingest import Article, read_article
from builder.knowledge import (
    Coverage,
    Facts,
    Proposal,
    apply_acceptances,
    assemble,
    cover,
    failed,
    fuse,
    latest_day,
    propose,
    run_checks,
    subject_of,
    with_known_actors,
    without_consequences,
    without_unread,
)
from builder.model.claims import Source
from builder.model.findings import Finding
from builder.model.ids import SourceId
from builder.model.issues import BriefingError, Issue
from builder.model.knowledge import Change, Knowledge
from builder.model.text import Seed
from builder.pages import preview, render_pages, search_index
from builder.publish import NOTHING_KEPT, Kept, citation_assets, data_assets, feed_asset, read_kept, write_kept
from builder.reconcile import Reconciled, describe_sources, parties_and_topics, reconcile, source_ids
from builder.records import load_content
from builder.records.drafts import with_drafts
from builder.records.schema import BriefingFile, Content

HAND_WRITTEN = "pages"
KEPT = ".cache/findings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything that a build depends on. `issues` are those of reading; `built` is the time that the caller gives.

    `site_url` is where the site will stand, if that is known: citations and the feed lead there. `kept` is what earlier
    builds found in articles that may be the same; it saves time and changes nothing.
    """

    seeds: tuple[Seed, ...]
    content: Content
    hand_written: Mapping[str, str]
    issues: tuple[Issue, ...] = ()
    built: str | None = None
    site_url: str | None = None
    kept: Kept = NOTHING_KEPT


@dataclass(frozen=True, slots=True)
class Compilation:
    """What came of the inputs: everything wrong in one run, how much was checked, and the whole.

    `knowledge` is there as long as `briefing.yml` is, of what is sound; with errors it is for looking, not for writing.
    `findings` are what the extractors found in each article; `keys` tell under which key to keep them.
    """

    knowledge: Knowledge | None
    issues: tuple[Issue, ...]
    checks: Mapping[str, int]
    inputs: Inputs
    findings: Mapping[SourceId, tuple[Finding, ...]]
    keys: Mapping[SourceId, str] = field(default_factory=dict)

    @property
    def has_errors(self) -> bool:
        """Whether nothing may be written."""
        return self.knowledge is None or any(issue.is_error for issue in self.issues)


def read_inputs(settings: Settings) -> Inputs:
    """Seeds, records, hand-written pages and SOURCE_DATE_EPOCH. Raises `BriefingError` for what leaves nothing to read."""
    seeds, skipped = read_seeds(settings)
    content, faults = load_content(settings.root, settings.content)
    return Inputs(
        seeds=seeds,
        content=content,
        hand_written=read_texts(settings.content / HAND_WRITTEN, "**/*.md"),
        issues=(*skipped, *faults),
        built=_time_given(os.environ.get("SOURCE_DATE_EPOCH", "")),
        site_url=settings.site_url,
        kept=read_kept(settings.root / KEPT),
    )


def compile_project(settings: Settings) -> Compilation:
    """The compilation of what lies on the disk; what was found in its articles is kept for the next one."""
    compilation = compile_briefing(read_inputs(settings))
    with suppress(BriefingError, OSError):  # where nothing can be kept, the next build takes longer
        write_kept(settings.root / KEPT, {key: compilation.findings[name] for name, key in compilation.keys.items()})
    return compilation


def compile_briefing(inputs: Inputs) -> Compilation:
    """Inputs → knowledge and issues. Pure: nothing is read, nothing is written, nobody is asked for the time.

    The language model is loaded when a text is first parsed. Raises `BriefingError` where none is installed.
    """
    content = inputs.content
    written = with_drafts(content)
    ids = source_ids(inputs.seeds, written)
    read = tuple(read_article(seed, source_id=ids[seed.path]) for seed in inputs.seeds)
    articles = tuple(each for each in read if isinstance(each, Article))
    sources, described = describe_sources(articles, content)
    texts = {article.text.id: article.text for article in articles}
    findings, keys, foreign = _extracted(sources, articles, inputs)
    reconciled = reconcile(sources, texts, content, findings)
    claims, fused = fuse(reconciled.claims, sources, texts, content.decisions)
    unread = tuple(each for each in read if isinstance(each, Issue))
    found = without_unread((*inputs.issues, *unread, *described, *foreign, *reconciled.issues, *fused), content.unread)
    if content.briefing is None:
        return Compilation(None, tuple(sorted(set(found))), reconciled.checks, inputs, findings, keys)
    knowledge = assemble(
        subject=with_known_actors(subject_of(content.briefing), claims.actors),
        sources=sources,
        texts=texts,
        claims=claims,
        changes=tuple(Change(entry.date, entry.kind, entry.record, entry.statement) for entry in content.changes),
        facts=_facts(inputs, content.briefing, latest_day(sources), reconciled),
    )
    failures, counts = run_checks(knowledge, content)
    checks = _added(reconciled.checks, counts)
    whole = replace(knowledge, build=replace(knowledge.build, checks=checks))
    first_hand = without_consequences(found, failed(whole, content))
    return Compilation(whole, apply_acceptances({*first_hand, *failures}, written), checks, inputs, findings, keys)


def _extracted(
    sources: Sequence[Source], articles: Sequence[Article], inputs: Inputs
) -> tuple[Mapping[SourceId, tuple[Finding, ...]], Mapping[SourceId, str], tuple[Issue, ...]]:
    """What is found in each article by itself, its key, and an issue for each that is in another language."""
    parties, topics = parties_and_topics(inputs.content.briefing)
    asked = Asked(parties=parties, topics=topics)
    by_id = {article.text.id: article for article in articles}
    findings: dict[SourceId, tuple[Finding, ...]] = {source.id: () for source in sources}
    keys: dict[SourceId, str] = {}
    for source in (source for source in sources if source.language in READ_LANGUAGES):
        text, authors = by_id[source.id].text, by_id[source.id].stated.authors
        key = keys[source.id] = inputs.kept.key_of(text, asked, source.published, authors)
        known = inputs.kept.findings.get(key)
        findings[source.id] = (
            extract(text, asked=asked, published=source.published, authors=authors, parse=read_parse)
            if known is None
            else known
        )
    foreign = (foreign_language(s.file, s.language) for s in sources if s.language not in READ_LANGUAGES)
    return findings, keys, tuple(foreign)


def proposals(compilation: Compilation) -> tuple[Proposal, ...]:
    """A record to paste for each claim that nobody has ruled on, with the reason why it was found."""
    return propose(compilation.knowledge, compilation.findings) if compilation.knowledge else ()


def coverage(compilation: Compilation) -> Coverage:
    """What articles quote, count, date and name that no editor's record cites and no decision explains."""
    knowledge = compilation.knowledge
    if knowledge is None:
        return Coverage((), 0)
    return cover(knowledge, compilation.findings, compilation.inputs.content.decisions)


def render(compilation: Compilation) -> Mapping[str, bytes]:
    """Every file below the docs folder, pages and data, by path. `BriefingError` where there are errors."""
    if compilation.knowledge is None or compilation.has_errors:
        raise BriefingError("there are errors: nothing can be written before they are mended")
    knowledge, inputs = compilation.knowledge, compilation.inputs
    pages = render_pages(knowledge, inputs.hand_written, inputs.site_url)
    assets = (
        *data_assets(knowledge),
        *citation_assets(knowledge, inputs.site_url),
        *search_index(knowledge, inputs.hand_written),
        feed_asset(knowledge, inputs.site_url),
        preview(knowledge),
    )
    return {page.path: page.markdown.encode("utf-8") for page in pages} | {asset.path: asset.data for asset in assets}


def write_docs(settings: Settings, compilation: Compilation) -> Sync:
    """Makes the docs folder what was compiled, touching only what changed. `BriefingError` where there are errors.

    Waits for a build that is writing or rendering the same folder.
    """
    files = render(compilation)
    make_folder(settings.docs_dir)
    with alone_in(settings.docs_dir):
        return sync_tree(settings.docs_dir, files)


def _added(some: Mapping[str, int], more: Mapping[str, int]) -> Mapping[str, int]:
    """Both counts under their names, sorted; a zero stays, for it is news."""
    return {name: some.get(name, 0) + more.get(name, 0) for name in sorted({*some, *more})}


def _facts(inputs: Inputs, briefing: BriefingFile, latest: str | None, reconciled: Reconciled) -> Facts:
    return Facts(
        generator_version=__version__,
        sources_sha256=fingerprint(inputs.seeds),
        as_of=briefing.as_of or latest,
        built=inputs.built,
        withheld=reconciled.withheld,
    )


def fingerprint(seeds: tuple[Seed, ...]) -> str:
    """SHA-256 of all seeds: that of the lines which `sha256sum` prints for them, sorted by path."""
    lines = (f"{hashlib.sha256(seed.data).hexdigest()}  {seed.path}\n" for seed in sorted(seeds, key=lambda s: s.path))
    return hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()


def _time_given(seconds: str) -> str | None:
    """SOURCE_DATE_EPOCH as an ISO time in UTC; None where it is not set."""
    if not seconds.strip():
        return None
    try:
        return datetime.fromtimestamp(int(seconds), tz=UTC).isoformat().replace("+00:00", "Z")
    except (ValueError, OverflowError, OSError) as error:
        raise BriefingError(f"SOURCE_DATE_EPOCH is {seconds!r}, and must be seconds since 1970 — unset it") from error
