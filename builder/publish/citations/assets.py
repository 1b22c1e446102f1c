"""The files with which a reader cites: two lists in three forms, and one file a source for the passages on the pages."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping

from builder.knowledge.excerpts import excerpts_of
from builder.knowledge.references import all_claims
from builder.model.claims import OMISSION, Kind, Occurrence, Quote, Ref
from builder.model.ids import SourceId
from builder.model.knowledge import Excerpt, Knowledge
from builder.model.pages import Asset
from builder.publish.citations.forms import FORMS, Form
from builder.publish.citations.reference import Cited, Reference, line, reference_of, web_address
from builder.publish.citations.slots import passage_key, source_file

LISTS = (Kind.SOURCES, Kind.QUOTES)


def citation_assets(knowledge: Knowledge, site_url: str | None) -> tuple[Asset, ...]:
    """Everything below `data/` that is there to be cited from. Without an address of the site none leads to it."""
    whole = (
        Asset(f"data/{kind.value}.{form.ending}", bibliography(knowledge, site_url, kind, form).encode("utf-8"))
        for kind in LISTS
        for form in FORMS
        if form.listed
    )
    return (*whole, *_source_files(knowledge, _base(site_url)))


def bibliography(knowledge: Knowledge, site_url: str | None, kind: Kind, form: Form) -> str:
    """The sources, or the quotes with their words, in one form."""
    base = _base(site_url)
    return form.write(tuple(_sources(knowledge, base) if kind is Kind.SOURCES else _quotes(knowledge, base)))


def _base(site_url: str | None) -> str | None:
    base = web_address(site_url or "")
    return None if base is None else f"{base.rstrip('/')}/"


def _references(knowledge: Knowledge) -> Mapping[SourceId, Reference]:
    return {source.id: reference_of(source) for source in knowledge.sources}


def _sources(knowledge: Knowledge, base: str | None) -> Iterator[Cited]:
    for source, reference in _references(knowledge).items():
        address = knowledge.urls[Ref(Kind.SOURCES, source)]
        yield Cited(reference=reference, key=source, address=f"{base}{address}" if base else None)


def _quotes(knowledge: Knowledge, base: str | None) -> Iterator[Cited]:
    """Every printing of every quote; its name is the quote's, with source and place where it is printed more than once."""
    references = _references(knowledge)
    for claim in knowledge.claims.quotes:
        address = knowledge.urls[Ref(Kind.QUOTES, claim.id)]
        for printing in {(o.source, o.start): o for o in claim.occurrences}.values():
            reference = references[printing.source]
            yield Cited(
                reference=reference,
                key=claim.id if len(claim.occurrences) == 1 else _printing_key(claim, printing),
                passage=OMISSION.join(line(part.text) for part in printing.parts) if reference.quotable else None,
                paragraph=str(knowledge.texts[printing.source].block_at(printing.start).number),
                speaker=_speaker(knowledge, printing),
                address=f"{base}{address}" if base else None,
            )


def _printing_key(claim: Quote, printing: Occurrence) -> str:
    return f"{claim.id}:{passage_key(printing.source, str(printing.start))}"


def _speaker(knowledge: Knowledge, printing: Occurrence) -> str | None:
    """Who says it, by name, or in the source's words."""
    if printing.speaker is None:
        return line(printing.speaker_as_given or "") or None
    actor = knowledge.by_ref.get(Ref(Kind.ACTORS, printing.speaker))
    return line(str(getattr(actor, "name", printing.speaker)))


def _source_files(knowledge: Knowledge, base: str | None) -> Iterator[Asset]:
    found: dict[SourceId, list[Excerpt]] = defaultdict(list)
    for passage, shown in sorted(excerpts_of(all_claims(knowledge.claims), knowledge.texts).items()):
        found[passage.source].append(shown)
    for source, reference in _references(knowledge).items():
        content = source_file(reference, found[source], knowledge.texts[source].text, base)
        data = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        yield Asset(f"data/citations/{source}.json", f"{data}\n".encode())
