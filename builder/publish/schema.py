"""The JSON Schema of the published data: generated from its types, each field with a sentence that says what it holds."""

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from builder.publish.shapes import PublishedBriefing
from builder.records import DIALECT

# Keyed by field, or by type and field where one name means two things.
FIELDS = {
    "about": "Ids of the parties that the words are about.",
    "affiliation": "Where the title is held, in the words of the articles, or null.",
    "agreements": "What was agreed, signed, expected or proposed.",
    "actors": "People, organisations, companies, states and whoever else speaks, signs or is named.",
    "aliases": "Other spellings and short forms.",
    "as_of": "The day as of which the briefing speaks: ISO date, or null where no source has a known date.",
    "as_printed": "The number as the source prints it.",
    "attribution": "How directly the position is the party's own.",
    "authors": "Who wrote it, as the article says.",
    "build": "What was built from what.",
    "built": "When it was built, from SOURCE_DATE_EPOCH; null where that is not set.",
    "changes": "The change log.",
    "Change.kind": "What kind of change it is.",
    "checks": "How many things each check looked at.",
    "counts": "How many records of each kind there are, among other totals.",
    "beside": "Passages of the evidence that only give the date or name the speaker; `support` leaves them out.",
    "cue": "The reporting words, or null.",
    "date": "ISO date: a day, a month or a year.",
    "date_basis": "Whether the date of publication is stated, derived or unknown.",
    "defects": "What is wrong within one source.",
    "definition": "What the term means.",
    "description": "A sentence about the briefing.",
    "disagreements": "Where sources, or people in them, differ.",
    "end": "Where the passage ends: code points from the start of the canonical text, the first one after it.",
    "event": "What the briefing turns on.",
    "event_end": "The event's last day: ISO date, or null.",
    "event_start": "The event's first day: ISO date, or null.",
    "events": "What happened or is expected.",
    "evidence": "The passages it rests on.",
    "expert": "Whether it speaks as an expert.",
    "experts": "Ids of the actors whose judgement it is.",
    "figures": "Numbers that sources give.",
    "file": "The article's file.",
    "formerly": "Ids it had before; their addresses keep working.",
    "gaps": "Cells of the matrix of positions in which nobody says anything.",
    "generator_version": "The version of the builder.",
    "group": "Figures of one group measure the same thing; null where it stands alone.",
    "holder": "Id of the actor who says or does it for the party or, where it is ascribed, who ascribes it; or null.",
    "id": "A lower-case ASCII slug, unique in its list.",
    "importance": "Core and secondary actors have a page of their own.",
    "issue": "Id of the issue, or null where it belongs to none.",
    "issues": "Ids of the issues it belongs to.",
    "PublishedBriefing.issues": "The issues of the briefing: the rows of the matrix of positions.",
    "judgements": "What experts expect or how they assess something.",
    "kind": "What kind it is.",
    "label": "The short name that stands beside each passage: the editor's, else outlet, first author, title or id.",
    "language": "ISO 639-1 code; `und` where it is unclear.",
    "link": "The article's original address, or null.",
    "name": "What it is called.",
    "note": "What a reader needs to know besides, or null.",
    "occurrences": "Every printing of the utterance.",
    "outlet": "Who published it, or null.",
    "outlook": "Whether it predicts or assesses.",
    "parties": "Ids of the actors that are parties to it.",
    "PublishedBriefing.parties": "The parties of the briefing: the columns of the matrix of positions.",
    "party": "Id of the party, or null.",
    "parts": "What was said, in printed order; several where the utterance is interrupted.",
    "positions": "What parties hold on issues.",
    "precision": "How exact the date is.",
    "published": "ISO date of publication, or null.",
    "published_earliest": "The earliest day it can have been published: ISO date, or null.",
    "published_latest": "The latest day it can have been published: ISO date, or null.",
    "published_share": "The part of the running text, 0 to 1, that is shown anywhere on the site.",
    "qualifier": "The word that hedges the number, or null.",
    "question": "The question that the briefing answers.",
    "quotes": "What was said, by whom, and where it is printed.",
    "record": "The record that changed: list and id, with a slash.",
    "relays": "The agency or outlet whose report the article passes on, or null.",
    "review": "Who stands behind the record: an editor, or the machine alone.",
    "relays_part": "Whether it passes on that report in part only, and the rest is the article's own.",
    "rights": "How much of the article's words may be published.",
    "roles": "What it is as of the articles.",
    "sectors": "What it is about, in a word or two each.",
    "sha256": "SHA-256 of the article's file, hexadecimal.",
    "signatories": "Ids of the actors that signed.",
    "source": "Id of the source.",
    "sources": "The articles.",
    "sources_sha256": "SHA-256 over all articles, hexadecimal.",
    "speaker": "Id of the actor who said it; null where that is not sure.",
    "speaker_as_given": "The words with which the source names the speaker, or null.",
    "start": "Where the passage starts: code points from the start of the canonical text.",
    "statement": "What is said, in one sentence.",
    "status": "How things stand, as of the articles.",
    "subject": "What the number counts or measures.",
    "PublishedBriefing.subject": "What the briefing is about.",
    "summaries": "The sentences of the bottom line.",
    "support": "The number of independent sources that say so.",
    "terms": "The glossary.",
    "text": "The words as printed: exactly the canonical text from `start` to `end`.",
    "PublishedQuote.text": "What was said: the first printing's parts, joined by “ […] ”.",
    "timing": "When the article speaks, seen from the event.",
    "title": "What it is called; null where it has no title.",
    "unit": "What the number counts: a currency, percent, a measure or a thing.",
    "url": "Page and anchor, relative to the site's root.",
    "value": "The number in base units.",
    "versions": "What each side says, with its passages.",
    "withheld": "Records left out because their words are no longer in the sources: list and id, with a slash.",
    "words": "How many words the running text has.",
    "year": "The year that the number is about, or null.",
}


def briefing_schema(adapter: TypeAdapter[PublishedBriefing]) -> dict[str, Any]:
    """The schema of `data/briefing.json`: JSON Schema draft 2020-12, closed enums, no field beyond those named."""
    generated = adapter.json_schema(mode="serialization")
    for owner, name, field in _properties(generated):
        field["description"] = FIELDS.get(f"{owner}.{name}") or FIELDS[name]
        field.pop("default", None)  # every field is always present
    return {"$schema": DIALECT, **generated}


def _properties(schema: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every field of every type in the schema: type, field, and the field's own schema."""
    for owner in (schema, *schema["$defs"].values()):
        for name, field in owner.get("properties", {}).items():
            yield owner["title"], name, field
