"""Small true objects for tests, on an invented subject: a fisheries accord between the islands of Tarn and Ossel."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

from builder.model.claims import (
    Actor,
    ActorKind,
    Agreement,
    AgreementKind,
    Attribution,
    Claims,
    DateBasis,
    Defect,
    DefectKind,
    Disagreement,
    DisagreementKind,
    Event,
    EventStatus,
    Evidence,
    Figure,
    Gap,
    Judgement,
    Occurrence,
    Outlook,
    Position,
    Precision,
    Quote,
    QuoteKind,
    Rights,
    Source,
    Status,
    Summary,
    Term,
    Timing,
    Version,
)
from builder.model.ids import ActorId, PartyId, SourceId, TopicId
from builder.model.knowledge import Party, Subject, Topic
from builder.model.text import Block, BlockKind, Repeat, SourceText, Span, fold

_PARAGRAPH = re.compile(r"\S.*?(?=\n\s*\n|\s*\Z)", re.DOTALL)
_SENTENCE = re.compile(r"\S.*?(?:[.!?][”’\"']?(?=\s)|\Z)", re.DOTALL)


def make_source(
    text: str, *, source_id: str = "paper", kinds: Sequence[BlockKind] = (), repeats: Iterable[Repeat] = ()
) -> SourceText:
    """A source text whose paragraphs are separated by blank lines; `kinds` names their kinds in order, else body."""
    found = [Span(*m.span()) for m in _PARAGRAPH.finditer(text)]
    ends = [*(span.start for span in found[1:]), len(text)]
    blocks = tuple(
        Block(
            kind=kinds[number - 1] if number <= len(kinds) else BlockKind.BODY,
            span=Span(words.start if number > 1 else 0, end),
            words=words,
            number=number,
        )
        for number, (words, end) in enumerate(zip(found, ends, strict=True), start=1)
    )
    sentences = tuple(
        Span(block.words.start + m.start(), block.words.start + m.end())
        for block in blocks
        for m in _SENTENCE.finditer(block.words.of(text))
    )
    return SourceText(
        id=SourceId(source_id),
        file=f"seeds/{source_id}.txt",
        text=text,
        folded=fold(text),
        blocks=blocks,
        sentences=sentences,
        repeats=tuple(repeats),
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
    )


def make_description(source_id: str = "paper", **fields: Any) -> Source:
    """What is known about a source: little, unless said."""
    known: dict[str, Any] = {
        "id": SourceId(source_id),
        "file": f"seeds/{source_id}.txt",
        "sha256": "0" * 64,
        "title": None,
        "outlet": None,
        "authors": (),
        "published": None,
        "date_basis": DateBasis.UNKNOWN,
        "timing": Timing.UNKNOWN,
        "link": None,
        "relays": None,
        "rights": Rights.EXCERPT,
        "language": "en",
        "words": 0,
        "note": None,
    }
    return Source(**(known | fields))


def make_evidence(text: SourceText, words: str, *, nth: int = 0) -> Evidence:
    """The `nth` place (from 0) where the words stand in the text, verbatim."""
    start = -1
    for _ in range(nth + 1):
        start = text.text.index(words, start + 1)
    return Evidence(text.id, start, start + len(words), words)


SOME_EVIDENCE = Evidence(SourceId("paper"), 0, 4, "Cod.")


def _claim(claim_id: str, evidence: Iterable[Evidence] | Evidence | None, fields: dict[str, Any]) -> dict[str, Any]:
    passages = (evidence,) if isinstance(evidence, Evidence) else tuple(evidence or (SOME_EVIDENCE,))
    return {"id": claim_id, "evidence": passages} | fields


def make_actor(claim_id: str = "kara-dunn", evidence: Any = None, **fields: Any) -> Actor:
    name = claim_id.replace("-", " ").title()
    return Actor(**_claim(claim_id, evidence, {"name": name, "kind": ActorKind.PERSON} | fields))


def make_occurrence(*parts: Evidence, speaker: str | None = None, as_given: str | None = None) -> Occurrence:
    """One printing; its own text is that of a single part, or the parts with what stands between them left blank."""
    start, end = parts[0].start, parts[-1].end
    text = parts[0].text if len(parts) == 1 else " ".join(p.text for p in parts).ljust(end - start)[: end - start]
    return Occurrence(
        source=parts[0].source,
        start=start,
        end=end,
        text=text,
        speaker=ActorId(speaker) if speaker else None,
        speaker_as_given=as_given,
        parts=parts,
    )


def make_quote(claim_id: str = "cod-first", *occurrences: Occurrence, **fields: Any) -> Quote:
    """A quote; speaker and text are those of the first occurrence."""
    printed = occurrences or (make_occurrence(SOME_EVIDENCE),)
    known = {
        "text": " […] ".join(p.text for p in printed[0].parts),
        "kind": QuoteKind.DIRECT,
        "speaker": printed[0].speaker,
        "speaker_as_given": printed[0].speaker_as_given,
        "cue": None,
        "occurrences": printed,
    }
    return Quote(**_claim(claim_id, (p for o in printed for p in o.parts), known | fields))


def make_agreement(claim_id: str = "accord", evidence: Any = None, **fields: Any) -> Agreement:
    known = {"title": "accord", "kind": AgreementKind.AGREEMENT, "parties": (), "status": Status.UNCLEAR}
    return Agreement(**_claim(claim_id, evidence, known | fields))


def make_position(
    claim_id: str = "tarn-quota", evidence: Any = None, *, party: str = "tarn", issue: str = "fishing", **fields: Any
) -> Position:
    known = {"statement": "Tarn wants a quota.", "attribution": Attribution.OWN_WORDS}
    return Position(**_claim(claim_id, evidence, known | {"party": PartyId(party), "issue": TopicId(issue)} | fields))


def make_summary(claim_id: str = "one", evidence: Any = None, **fields: Any) -> Summary:
    return Summary(**_claim(claim_id, evidence, {"statement": "The islands agreed."} | fields))


def make_judgement(claim_id: str = "will-hold", evidence: Any = None, **fields: Any) -> Judgement:
    known = {
        "statement": "The accord will hold.",
        "experts": (ActorId("kara-dunn"),),
        "issue": TopicId("fishing"),
        "outlook": Outlook.PREDICTION,
    }
    return Judgement(**_claim(claim_id, evidence, known | fields))


def make_event(claim_id: str = "signing", evidence: Any = None, **fields: Any) -> Event:
    known = {
        "title": "The accord is signed.",
        "date": "2031-05-04",
        "precision": Precision.DAY,
        "status": EventStatus.HAPPENED,
    }
    return Event(**_claim(claim_id, evidence, known | fields))


def make_figure(claim_id: str = "cod-catch", evidence: Any = None, **fields: Any) -> Figure:
    known = {"subject": "cod landed", "value": 400, "unit": "t", "as_printed": "400 tonnes"}
    return Figure(**_claim(claim_id, evidence, known | fields))


def make_disagreement(claim_id: str, *versions: tuple[str, Evidence], **fields: Any) -> Disagreement:
    known = {
        "title": "The sources differ.",
        "kind": DisagreementKind.FIGURE,
        "versions": tuple(Version(statement, (evidence,)) for statement, evidence in versions),
    }
    return Disagreement(**_claim(claim_id, (evidence for _, evidence in versions), known | fields))


def make_defect(claim_id: str = "garbled", evidence: Any = None, **fields: Any) -> Defect:
    known = {"kind": DefectKind.GARBLED, "statement": "A word is missing."}
    return Defect(**_claim(claim_id, evidence, known | fields))


def make_gap(claim_id: str, *, party: str, issue: str, **fields: Any) -> Gap:
    return Gap(id=claim_id, evidence=(), party=PartyId(party), issue=TopicId(issue), **fields)


def make_term(claim_id: str = "quota", evidence: Any = None, **fields: Any) -> Term:
    known = {"name": "quota", "definition": "The most that may be caught."}
    return Term(**_claim(claim_id, evidence, known | fields))


def make_claims(*claims: Any) -> Claims:
    """The claims, each in its list, sorted by id."""
    kinds = {
        "actors": Actor,
        "quotes": Quote,
        "agreements": Agreement,
        "positions": Position,
        "summaries": Summary,
        "judgements": Judgement,
        "events": Event,
        "figures": Figure,
        "disagreements": Disagreement,
        "defects": Defect,
        "gaps": Gap,
        "terms": Term,
    }
    lists: dict[str, Any] = {
        name: tuple(sorted((c for c in claims if isinstance(c, kind)), key=lambda c: c.id))
        for name, kind in kinds.items()
    }
    return Claims(**lists)


def make_subject(**fields: Any) -> Subject:
    """Two islands, two issues."""
    known: dict[str, Any] = {
        "title": "The Tarn accord",
        "question": "Who may fish where?",
        "description": "What was said about the accord.",
        "event": "The signing",
        "event_start": "2031-05-04",
        "event_end": "2031-05-05",
        "as_of": None,
        "parties": (
            Party(PartyId("tarn"), "Tarn", names=("Tarn",)),
            Party(PartyId("ossel"), "Ossel", names=("Ossel",)),
        ),
        "topics": (Topic(TopicId("fishing"), "Fishing", ("cod",)), Topic(TopicId("ice"), "Ice", ("ice",))),
        "published_share_limit": 0.6,
        "withhold_lost": False,
    }
    return Subject(**(known | fields))
