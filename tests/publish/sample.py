"""A small whole: one source, and a claim of every kind that rests on it."""

import dataclasses

from builder.model.claims import Claims, DisagreementKind, Kind, Occurrence, Ref
from builder.model.ids import ActorId, SourceId
from builder.model.issues import Location
from builder.model.knowledge import BuildFacts, Change, Knowledge
from tests.support import (
    make_actor,
    make_agreement,
    make_claims,
    make_defect,
    make_description,
    make_disagreement,
    make_event,
    make_evidence,
    make_figure,
    make_gap,
    make_judgement,
    make_position,
    make_quote,
    make_source,
    make_subject,
    make_summary,
    make_term,
)

TEXT = make_source(
    "“The cod,” Kara Dunn said, “comes first.” Tarn landed 400 tonnes — or 500, says Ossel.\n\n"
    "=1+1 is what the ledger reads. The accord was signed on 4 May."
)


def _claims() -> Claims:
    first, second = make_evidence(TEXT, "The cod,"), make_evidence(TEXT, "comes first.")
    printed = Occurrence(
        source=TEXT.id,
        start=first.start,
        end=second.end,
        text=TEXT.text[first.start : second.end],
        speaker=ActorId("kara-dunn"),
        speaker_as_given="Kara Dunn",
        parts=(first, second),
    )
    catch, ledger = make_evidence(TEXT, "Tarn landed 400 tonnes"), make_evidence(TEXT, "=1+1 is what the ledger reads")
    signed = make_evidence(TEXT, "The accord was signed on 4 May.")
    return make_claims(
        make_actor(evidence=make_evidence(TEXT, "Kara Dunn"), at=Location("content/actors/people.yml", 3)),
        make_quote("cod-first", printed),
        make_agreement(evidence=signed, parties=("tarn", "ossel")),
        make_position(evidence=second),
        make_summary(evidence=signed),
        make_judgement(evidence=second),
        make_event(evidence=signed),
        make_figure(evidence=catch, value=-2.5),
        make_disagreement(
            "catch", ("400 tonnes", catch), ("500", make_evidence(TEXT, "500")), kind=DisagreementKind.FIGURE
        ),
        make_defect(evidence=ledger, statement="@ledger is garbled."),
        make_gap("tarn-ice", party="tarn", issue="ice"),
        make_term(evidence=catch),
    )


def make_knowledge() -> Knowledge:
    """Everything filled, addresses made up."""
    claims, subject = _claims(), make_subject()
    refs = {Ref(kind, c.id): c for kind in Kind if hasattr(claims, kind.value) for c in claims.of(kind)}
    others = [Ref(Kind.SOURCES, TEXT.id), *(Ref(Kind.PARTIES, p.id) for p in subject.parties)]
    others += [Ref(Kind.TOPICS, t.id) for t in subject.topics]
    return Knowledge(
        subject=subject,
        sources=(make_description(words=20, sha256=TEXT.sha256),),
        texts={TEXT.id: TEXT},
        claims=claims,
        changes=(Change("2031-05-06", "added", "quotes/cod-first", "A quote was added."),),
        excerpts={},
        mentions={},
        backlinks={},
        support=dict.fromkeys(refs, 1),
        shares={SourceId(TEXT.id): 0.123456},
        urls={ref: f"{ref.kind.value}/#{ref.id}" for ref in (*refs, *others)},
        by_ref=refs,
        build=BuildFacts(
            "0.1.0", "0" * 64, "2031-05-06", None, {"sources": 1}, {"evidence": 9}, (Ref(Kind.TERMS, "x"),)
        ),
    )


def with_wrong_slice() -> Knowledge:
    """The same over a text in which every passage stands one place further on."""
    knowledge = make_knowledge()
    return dataclasses.replace(knowledge, texts={TEXT.id: make_source(f"x{TEXT.text}")})
