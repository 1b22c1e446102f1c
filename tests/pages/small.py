"""A small briefing with something of every kind, on the islands of Tarn and Ossel."""

from collections.abc import Mapping
from dataclasses import replace

from builder.knowledge.assemble import Facts, assemble
from builder.model.claims import (
    ActorKind,
    Attribution,
    DateBasis,
    DisagreementKind,
    EventStatus,
    Importance,
    Precision,
    QuoteKind,
    Review,
    Rights,
    Role,
    Status,
    Timing,
)
from builder.model.ids import ActorId, PartyId, TopicId
from builder.model.knowledge import Change, Knowledge
from builder.model.text import BlockKind, Repeat, SourceText, Span
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
    make_occurrence,
    make_position,
    make_quote,
    make_source,
    make_subject,
    make_summary,
    make_term,
)

GAZETTE = """Tarn and Ossel sign accord on cod

The islands of Tarn and Ossel signed a fisheries accord on 4 May 2031. Crowds stood at the harbour, she and Bror Vik said. It ends a quarrel of nine years.

“We will land no more than 400 tonnes,” Kara Dunn, fisheries minister of Tarn, told the Gazette. “Not a fish more,” she said, “and not a fish less.”

We will land no more than 400 tonnes

Ossel is expected to ratify the accord in 2032, according to Bror Vik, a professor at the Ossel Institute. He called it “a truce, not a peace”.

Tarn has long wanted the ice route to stay open. Kara Dunn would not sign it, he thought. Tarn says 400 and holds on."""

COURIER = """Ossel and Tarn agree on fish

“Not a fish more, and not a fish less,” the governor of Tarn told the Gazette. The catch was put at 450 tonnes.

Ossel calls the quota, the most that may be caught, unfair. Its its council met twice."""

HIDDEN = """Nothing here may be printed

The accord was signed on a Sunday."""

NOTES: Mapping[str, str] = {
    "method.md": "# How this site is made\n\nBy hand.\n",
    "editors-guide.md": "# Editor’s guide\n\nWrite records.\n\n    indented code stays\n",
}


def gazette() -> SourceText:
    """An article with a pull quote."""
    kinds = [BlockKind.HEADLINE, BlockKind.BODY, BlockKind.BODY, BlockKind.PULL_QUOTE]
    words = "We will land no more than 400 tonnes"
    first = GAZETTE.index(words)
    again = GAZETTE.index(words, first + 1)
    repeat = Repeat(Span(again, again + len(words)), Span(first, first + len(words)))
    return make_source(GAZETTE, source_id="gazette", kinds=kinds, repeats=[repeat])


def courier() -> SourceText:
    return make_source(COURIER, source_id="courier", kinds=[BlockKind.HEADLINE])


def hidden() -> SourceText:
    return make_source(HIDDEN, source_id="hidden", kinds=[BlockKind.HEADLINE])


def small_knowledge() -> Knowledge:
    """Every kind of record, every kind of date, an automatic record, a source whose words may not be printed."""
    one, two, three = gazette(), courier(), hidden()
    return assemble(
        subject=_subject(),
        sources=_sources(one, two, three),
        texts={text.id: text for text in (one, two, three)},
        claims=make_claims(*_people(one, two), *_sayings(one, two), *_matters(one, two, three)),
        changes=(Change("2031-05-06", "added", "quotes/not-a-fish", "A quote was added."),),
        facts=Facts(
            generator_version="0.1",
            sources_sha256="0" * 64,
            as_of="2031-05-06",
            checks={"evidence": 12, "automatic-words": 0},
        ),
    )


def _subject():
    subject = make_subject()
    tarn, ossel = subject.parties
    return replace(subject, parties=(replace(tarn, actor=ActorId("tarn-island")), ossel))


def _sources(one, two, three):
    return (
        make_description(
            "gazette",
            title="Tarn and Ossel sign accord on cod",
            outlet="The Gazette",
            authors=("Ida Lund", "Per Holm"),
            published="2031-05-04",
            date_basis=DateBasis.STATED,
            timing=Timing.DURING,
            link="https://gazette.example/cod?a=1&b=_2_",
            words=99,
            sha256=one.sha256,
            note="The pull quote repeats a sentence.",
        ),
        make_description(
            "courier",
            outlet="Courier",
            published_earliest="2031-05-05",
            published_latest="2031-05-07",
            relays="The Gazette",
            link="javascript:alert(1)",
            rights=Rights.FULL,
            words=40,
            sha256=two.sha256,
        ),
        make_description("hidden", title="Nothing here may be printed", rights=Rights.NONE, sha256=three.sha256),
    )


def _people(one: SourceText, two: SourceText):
    return (
        make_actor(
            "kara-dunn",
            make_evidence(one, "Kara Dunn, fisheries minister of Tarn"),
            party=PartyId("tarn"),
            roles=(Role("fisheries minister", "Tarn"),),
            aliases=("Kára Dunn",),
            importance=Importance.CORE,
            formerly=("k-dunn",),
        ),
        make_actor(
            "bror-vik",
            make_evidence(one, "Bror Vik, a professor at the Ossel Institute"),
            roles=(Role("professor", "Ossel Institute"),),
            importance=Importance.SECONDARY,
            expert=True,
        ),
        make_actor(
            "tarn-island",
            make_evidence(one, "Tarn"),
            name="Tarn",
            kind=ActorKind.STATE,
            importance=Importance.CORE,
            party=PartyId("tarn"),
        ),
        make_actor(
            "ossel-council",
            make_evidence(two, "council"),
            name="council",
            kind=ActorKind.OFFICE,
            review=Review.AUTO,
            formerly=("council-of-ossel",),
        ),
    )


def _sayings(one: SourceText, two: SourceText):
    parts = (make_evidence(one, "“Not a fish more,”"), make_evidence(one, "“and not a fish less.”"))
    printed = make_occurrence(*parts, speaker="kara-dunn")
    again = make_evidence(two, "“Not a fish more, and not a fish less,”")
    tonnes = make_evidence(one, "“We will land no more than 400 tonnes,”")
    return (
        make_quote(
            "not-a-fish",
            replace(printed, text=one.text[printed.start : printed.end]),
            make_occurrence(again, as_given="the governor of Tarn"),
            cue="she said",
            issues=(TopicId("fishing"),),
            about=(PartyId("tarn"),),
        ),
        make_quote("tonnes", make_occurrence(tonnes, speaker="kara-dunn", as_given="Kara Dunn")),
        make_quote(
            "unfair",
            make_occurrence(make_evidence(two, "Ossel calls the quota"), as_given="Ossel"),
            kind=QuoteKind.INDIRECT,
            review=Review.AUTO,
        ),
        make_quote(
            "crowds",
            make_occurrence(
                make_evidence(one, "Crowds stood at the harbour"), speaker="kara-dunn", as_given="she and Bror Vik"
            ),
        ),
        make_quote(
            "sign",
            make_occurrence(make_evidence(one, "Kara Dunn would not sign it"), speaker="bror-vik", as_given="he"),
            kind=QuoteKind.INDIRECT,
        ),
        make_judgement("truce", make_evidence(one, "“a truce, not a peace”"), experts=(ActorId("bror-vik"),)),
        make_judgement(
            "ratify",
            make_evidence(one, "Ossel is expected to ratify the accord in 2032"),
            experts=(ActorId("bror-vik"), ActorId("kara-dunn")),
        ),
        make_position("tarn-quota", make_evidence(one, "no more than 400 tonnes"), holder=ActorId("kara-dunn")),
        make_position(
            "tarn-says", make_evidence(one, "Tarn says 400"), statement="Tarn says 400.", holder=ActorId("kara-dunn")
        ),
        make_position(
            "tarn-stays", make_evidence(one, "holds on"), statement="Tarn holds on.", holder=ActorId("kara-dunn")
        ),
        make_position(
            "tarn-peace",
            make_evidence(one, "It ends a quarrel of nine years."),
            statement="Tarn wants peace with fish.",
            attribution=Attribution.NARRATION,
        ),
        make_position(
            "tarn-ice",
            make_evidence(one, "Tarn has long wanted the ice route to stay open."),
            issue="ice",
            statement="Tarn wants the ice route open.",
            attribution=Attribution.NARRATION,
            formerly=("tarn-route",),
        ),
        make_position(
            "ossel-derived",
            make_evidence(two, "unfair"),
            party="ossel",
            statement="Ossel would take more.",
            attribution=Attribution.DERIVED,
            note="From its calling the quota unfair.",
        ),
        make_gap("ossel-ice", party="ossel", issue="ice"),
    )


def _matters(one: SourceText, two: SourceText, three: SourceText):
    return (
        make_agreement(
            "cod-accord",
            make_evidence(one, "fisheries accord"),
            title="fisheries accord",
            parties=(ActorId("tarn-island"),),
            signatories=(ActorId("kara-dunn"),),
            sectors=("fisheries",),
            date="2031-05-04",
            status=Status.SIGNED,
            note="The text is not public.",
            formerly=("fish-accord",),
        ),
        make_summary("bottom", make_evidence(one, "It ends a quarrel of nine years."), issue=TopicId("fishing")),
        make_event("signing", make_evidence(one, "signed a fisheries accord on 4 May 2031")),
        make_event(
            "ratification",
            make_evidence(one, "expected to ratify the accord in 2032"),
            title="Ossel ratifies.",
            date="2032",
            precision=Precision.YEAR,
            status=EventStatus.EXPECTED,
        ),
        make_figure("catch-gazette", make_evidence(one, "400 tonnes"), group="catch", year=2031),
        make_figure(
            "catch-courier", make_evidence(two, "450 tonnes"), value=450, as_printed="450 tonnes", group="catch"
        ),
        make_figure(
            "years", make_evidence(one, "nine years"), subject="length of the quarrel", as_printed="nine years"
        ),
        make_disagreement(
            "how-much",
            ("At most 400 tonnes.", make_evidence(one, "400 tonnes")),
            ("450 tonnes.", make_evidence(two, "450 tonnes")),
            issues=(TopicId("fishing"),),
            note="Neither gives a year.",
        ),
        make_disagreement(
            "how-good",
            ("A truce.", make_evidence(one, "“a truce, not a peace”")),
            ("Unfair.", make_evidence(two, "unfair")),
            title="How good it is.",
            kind=DisagreementKind.ASSESSMENT,
        ),
        make_defect("its-its", make_evidence(two, "Its its council")),
        make_event(
            "sunday",
            make_evidence(three, "signed on a Sunday"),
            title="The signing was on a Sunday.",
            date="2031-05",
            precision=Precision.MONTH,
        ),
        make_term("quota", make_evidence(two, "the quota, the most that may be caught"), aliases=("catch limit",)),
    )
