"""Small true objects for tests, on an invented subject: a fisheries accord between the islands of Tarn and Ossel."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
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
        "label": fields.get("outlet") or fields.get("title") or source_id,
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
    }
    return Subject(**(known | fields))


TINY_FILES = {
    "mkdocs.yml": """\
site_name: The Tarn accord
site_url: https://example.org/tarn/
docs_dir: build/docs
site_dir: site
plugins:
  - briefing
""",
    "build/docs/.gitignore": "*\n!.gitignore\n",
    "seeds/herald.txt": """\
Tarn and Ossel agree on cod

By Mara Quill
4 May 2031

The islands of Tarn and Ossel signed a fisheries accord in the port of Grell on Sunday. It ends a quarrel of nine years.

“Nobody will be turned away from our harbours,” Ossel’s harbour minister, Ivo Brandt, told the Tarn Herald. Tarn’s first speaker, Kara Dunn, said that the quota would be kept at 400 tonnes a year.

The accord will hold for as long as the water stays cold, said Lena Moss, a biologist at the Grell Institute. She called the quota a brave number. It it was not clear who will count the fish.
""",
    "seeds/lantern.txt": """\
What the accord means for the strait

By Jon Pell
6 May 2031

Two days after the signing in Grell, boats from both islands lay side by side. Tarn puts the quota at 520 tonnes a year, the harbour office said.

“Nobody will be turned away from our harbours,” said the harbour office of Ossel. Fishers in Tarn want a ban on drift nets as well. A first count of the stock is expected in 2032.
""",
    "content/briefing.yml": """\
title: The Tarn accord
question: Who may fish where?
description: What two articles say about the accord between Tarn and Ossel.
event: {name: The signing in Grell, start: "2031-05-04", end: "2031-05-04"}
published_share_limit: 1
parties:
  - {id: tarn, name: Tarn, actor: tarn, names: [Tarn]}
  - {id: ossel, name: Ossel, actor: ossel, names: [Ossel]}
issues:
  - {id: fishing, name: Fishing, vocabulary: [cod, quota, fish]}
  - {id: harbours, name: Harbours, vocabulary: [harbour, harbours, port]}
""",
    "content/sources/all.yml": """\
- {id: herald, file: herald.txt, outlet: Tarn Herald, published: "2031-05-04", date_basis: stated, timing: during}
- {id: lantern, file: lantern.txt, outlet: The Lantern, published: "2031-05-06", date_basis: stated, timing: after}
""",
    "content/actors/all.yml": """\
- id: tarn
  name: Tarn
  kind: state
  party: tarn
  importance: core
  evidence:
    - {source: herald, text: The islands of Tarn and Ossel signed}
- id: ossel
  name: Ossel
  kind: state
  party: ossel
  importance: core
  evidence:
    - {source: herald, text: The islands of Tarn and Ossel signed}
- id: ivo-brandt
  name: Ivo Brandt
  kind: person
  party: ossel
  importance: secondary
  roles: [{title: harbour minister, affiliation: Ossel}]
  evidence:
    - {source: herald, text: "Ossel’s harbour minister, Ivo Brandt"}
- id: kara-dunn
  name: Kara Dunn
  kind: person
  party: tarn
  importance: secondary
  evidence:
    - {source: herald, text: "Tarn’s first speaker, Kara Dunn"}
- id: lena-moss
  name: Lena Moss
  kind: person
  importance: secondary
  expert: true
  roles: [{title: biologist, affiliation: Grell Institute}]
  evidence:
    - {source: herald, text: "Lena Moss, a biologist at the Grell Institute"}
- id: ossel-harbour-office
  name: harbour office of Ossel
  kind: office
  party: ossel
  evidence:
    - {source: lantern, text: the harbour office of Ossel}
""",
    "content/quotes/all.yml": """\
- id: nobody-turned-away
  kind: direct
  speaker: ivo-brandt
  speaker_as_given: Ossel’s harbour minister, Ivo Brandt
  cue: told
  issues: [harbours]
  about: [ossel]
  evidence:
    - {source: herald, text: Nobody will be turned away from our harbours}
- id: nobody-turned-away-office
  kind: direct
  speaker: ossel-harbour-office
  speaker_as_given: the harbour office of Ossel
  cue: said
  evidence:
    - {source: lantern, text: Nobody will be turned away from our harbours}
""",
    "content/agreements/all.yml": """\
- id: fisheries-accord
  title: fisheries accord
  kind: agreement
  parties: [tarn, ossel]
  date: "2031-05-04"
  status: signed
  evidence:
    - {source: herald, text: signed a fisheries accord in the port of Grell on Sunday}
""",
    "content/positions/all.yml": """\
- id: ossel-open-harbours
  party: ossel
  issue: harbours
  statement: Ossel’s harbours are open to all boats.
  attribution: own-words
  holder: ivo-brandt
  evidence:
    - {source: herald, text: Nobody will be turned away from our harbours}
- id: tarn-keeps-quota
  party: tarn
  issue: fishing
  statement: Tarn means to leave the quota where it is.
  attribution: reported-speech
  holder: kara-dunn
  evidence:
    - {source: herald, text: the quota would be kept at 400 tonnes a year}
""",
    "content/summaries/all.yml": """\
- id: quarrel-over
  statement: Tarn and Ossel have an accord after nine years without one.
  issue: fishing
  evidence:
    - {source: herald, text: It ends a quarrel of nine years.}
""",
    "content/judgements/all.yml": """\
- id: accord-needs-cold-water
  statement: Moss ties the accord’s life to cold water.
  experts: [lena-moss]
  issue: fishing
  outlook: prediction
  evidence:
    - {source: herald, text: The accord will hold for as long as the water stays cold}
""",
    "content/events/all.yml": """\
- id: signing
  title: Tarn and Ossel put their names to the accord
  date: "2031-05-04"
  precision: day
  status: happened
  evidence:
    - {source: herald, text: The islands of Tarn and Ossel signed a fisheries accord in the port of Grell on Sunday.}
- id: first-count
  title: The stock is to be counted for the first time
  date: "2032"
  precision: year
  status: expected
  evidence:
    - {source: lantern, text: A first count of the stock is expected in 2032.}
""",
    "content/figures/all.yml": """\
- id: quota-herald
  subject: yearly quota of cod
  value: 400
  unit: tons
  as_printed: 400 tonnes
  year: 2031
  group: quota
  evidence:
    - {source: herald, text: the quota would be kept at 400 tonnes a year}
- id: quota-lantern
  subject: yearly quota of cod
  value: 520
  unit: tons
  as_printed: 520 tonnes
  year: 2031
  group: quota
  evidence:
    - {source: lantern, text: Tarn puts the quota at 520 tonnes a year}
""",
    "content/disagreements/all.yml": """\
- id: how-high-is-the-quota
  title: How high the quota is
  kind: figure
  issues: [fishing]
  versions:
    - statement: It is 400 tonnes, Dunn says.
      evidence:
        - {source: herald, text: the quota would be kept at 400 tonnes a year}
    - statement: It is 520 tonnes, the harbour office says.
      evidence:
        - {source: lantern, text: Tarn puts the quota at 520 tonnes a year}
""",
    "content/defects/all.yml": """\
- id: it-it
  kind: typography
  statement: A word stands twice.
  evidence:
    - {source: herald, text: It it was not clear}
""",
    "content/gaps/all.yml": """\
- {id: tarn-harbours, party: tarn, issue: harbours}
- {id: ossel-fishing, party: ossel, issue: fishing}
""",
    "content/terms/all.yml": """\
- id: drift-net
  name: drift nets
  definition: Nets that hang in the water without an anchor; some want them banned.
  evidence:
    - {source: lantern, text: want a ban on drift nets}
""",
    "content/decisions.yml": "[]\n",
    "content/floors.yml": "quotes: 1\npositions: 2\n",
    "content/pages/method.md": "# Method\n\nEvery passage is looked up in its article.\n",
}


def tiny_project(folder: Path) -> Path:
    """A whole true project in the folder, with a record of each kind and no mistake; gives its `mkdocs.yml`."""
    for name, text in TINY_FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return folder / "mkdocs.yml"


def change(root: Path, name: str, old: str, new: str) -> None:
    """Put other words into a file of a project, in the first place of the old ones, which must stand there."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name} has no {old}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
