"""Records of every kind held against the texts and each other; faults in one run, without follow-ups."""

from typing import Any

import pytest

from builder.model.claims import (
    ActorKind,
    AgreementKind,
    Attribution,
    DefectKind,
    DisagreementKind,
    EventStatus,
    Outlook,
    Precision,
    QuoteKind,
    Ref,
    Rights,
    Status,
)
from builder.model.issues import Severity
from builder.reconcile import reconcile
from builder.records.place import Place
from builder.records.schema import (
    Acceptance,
    ActorRecord,
    AgreementRecord,
    Content,
    DefectRecord,
    DisagreementRecord,
    EventRecord,
    FigureRecord,
    GapRecord,
    JudgementRecord,
    PartyEntry,
    PositionRecord,
    QuoteRecord,
    SummaryRecord,
    TermRecord,
    WrittenRole,
    WrittenVersion,
)
from tests.reconcile.writing import codes, content, judge, printing, said, texts, write
from tests.support import make_description

PAPER = """Envoy Kara Dunn signed the Tarn accord on cod. Around $3.6 million was paid in 2031.

“It will not hold,” said Professor Ib Moe of Ossel University. Fog delayed the boats."""
OTHER = "The Tarn accord was signed by nobody. About $4.1 million was paid."
TEXTS = texts(PAPER, OTHER)


def dunn(**fields: Any) -> ActorRecord:
    known = {"id": "kara-dunn", "name": "Kara Dunn", "kind": ActorKind.PERSON, "evidence": (said("Envoy Kara Dunn"),)}
    return write(ActorRecord, **(known | fields))


def moe(**fields: Any) -> ActorRecord:
    passage = said("said Professor Ib Moe of Ossel University")
    known = {"id": "ib-moe", "name": "Ib Moe", "kind": ActorKind.PERSON, "evidence": (passage,)}
    return write(ActorRecord, **(known | fields))


def agreement(**fields: Any) -> AgreementRecord:
    known = {
        "id": "accord",
        "title": "Tarn accord",
        "kind": AgreementKind.AGREEMENT,
        "parties": ("kara-dunn",),
        "signatories": ("kara-dunn",),
        "status": Status.SIGNED,
        "evidence": (said("signed the Tarn accord"),),
    }
    return write(AgreementRecord, **(known | fields))


def position(**fields: Any) -> PositionRecord:
    known = {
        "id": "tarn-fishing",
        "party": "tarn",
        "issue": "fishing",
        "statement": "Tarn signed.",
        "attribution": Attribution.OFFICIAL_ACT,
        "holder": "kara-dunn",
        "evidence": (said("signed the Tarn accord on cod"),),
    }
    return write(PositionRecord, **(known | fields))


def judgement(**fields: Any) -> JudgementRecord:
    known = {
        "id": "will-not-hold",
        "statement": "The accord will not hold.",
        "experts": ("ib-moe",),
        "issue": "fishing",
        "outlook": Outlook.PREDICTION,
        "evidence": (said("It will not hold"),),
    }
    return write(JudgementRecord, **(known | fields))


def figure(**fields: Any) -> FigureRecord:
    known = {
        "id": "paid",
        "subject": "paid for cod",
        "value": 3600000,
        "unit": "USD",
        "as_printed": "$3.6 million",
        "evidence": (said("$3.6 million was paid"),),
    }
    return write(FigureRecord, **(known | fields))


def disagreement(*versions: tuple[str, Any], **fields: Any) -> DisagreementRecord:
    made = tuple(write(WrittenVersion, statement=words, evidence=(evidence,)) for words, evidence in versions)
    known = {"id": "sum", "title": "The sum", "kind": DisagreementKind.FIGURE, "versions": made}
    return write(DisagreementRecord, **(known | fields))


SUMMARY = write(
    SummaryRecord, id="one", statement="An accord.", issue="fishing", evidence=(said("the Tarn accord on cod"),)
)
EVENT = write(
    EventRecord,
    id="signing",
    title="The signing",
    date="2031-05",
    precision=Precision.MONTH,
    status=EventStatus.HAPPENED,
    evidence=(said("signed the Tarn accord"),),
)
DEFECT = write(
    DefectRecord, id="fog", kind=DefectKind.AMBIGUOUS, statement="Whose boats?", evidence=(said("the boats"),)
)
GAP = write(GapRecord, id="ossel-ice", party="ossel", issue="ice")
TERM = write(TermRecord, id="accord", name="Accord", definition="A treaty.", evidence=(said("Tarn accord on cod"),))
QUOTE = write(QuoteRecord, id="hold", kind=QuoteKind.DIRECT, speaker="ib-moe", evidence=(printing("It will not hold"),))
SIDES = (("$3.6 million", said("$3.6 million was paid")), ("$4.1 million", said("$4.1 million was paid", "other")))


def everything() -> tuple[Any, ...]:
    made = (dunn(), moe(), agreement(), position(), judgement(), figure(), disagreement(*SIDES))
    return (*made, SUMMARY, EVENT, DEFECT, GAP, TERM, QUOTE)


def test_each_kind_becomes_a_claim_with_its_evidence() -> None:
    reconciled = judge(TEXTS, *everything())
    assert reconciled.issues == ()
    claims = reconciled.claims
    lists = [getattr(claims, name) for name in claims.__slots__]
    assert [len(one) for one in lists] == [2, *[1] * 11]
    for claim in (claim for one in lists for claim in one):
        assert claim.at is not None
        for evidence in claim.evidence:
            assert evidence.text == TEXTS[evidence.source].text[evidence.start : evidence.end]
    assert [e.source for e in claims.disagreements[0].evidence] == ["paper", "other"]


def test_the_order_of_records_does_not_matter() -> None:
    one, other = judge(TEXTS, *everything()), judge(TEXTS, *reversed(everything()))
    assert (one.claims, one.checks) == (other.claims, other.checks)


class TestReferences:
    def test_all_unknown_ids_are_reported_in_one_run_with_the_nearest(self) -> None:
        reconciled = judge(
            TEXTS,
            dunn(party="tarm"),
            agreement(parties=("kara-dun",), signatories=("nobody-at-all",)),
            position(party="osel", issue="fisching", holder="kara-dunn"),
            judgement(experts=("ib-mo",), issue="ise"),
            write(GapRecord, id="gap", party="tarn", issue="weather"),
        )
        found = {(i.code, i.mend) for i in reconciled.issues}
        assert found == {
            ("party-unknown", "write `tarn`"),
            ("party-unknown", "write `ossel`"),
            ("actor-unknown", "write `kara-dunn`"),
            ("actor-unknown", "add a record to content/actors/: `- id: nobody-at-all`"),
            ("actor-unknown", "add a record to content/actors/: `- id: ib-mo`"),
            ("issue-unknown", "write `fishing`"),
            ("issue-unknown", "write `ice`"),
            ("issue-unknown", "content/briefing.yml has: fishing, ice"),
        }

    def test_a_renamed_actor_is_told_its_new_id(self) -> None:
        (issue,) = judge(TEXTS, dunn(formerly=("k-dunn",)), position(holder="k-dunn")).issues
        assert (issue.code, issue.mend) == ("actor-unknown", "it was renamed: write `kara-dunn`")
        assert str(issue.at) == "content/positions/a.yml:16"

    def test_a_faulty_actor_is_known_all_the_same(self) -> None:
        reconciled = judge(TEXTS, dunn(name="Kara Dann"), position(), agreement())
        assert codes(reconciled.issues) == ["name-not-there"]
        assert reconciled.claims.actors == ()
        assert [claim.holder for claim in reconciled.claims.positions] == [None]
        assert reconciled.withheld == ()

    def test_without_a_briefing_file_parties_and_issues_are_not_held_against_anything(self) -> None:
        alone = Content(records=content(dunn(), position()).records)
        assert reconcile([], TEXTS, alone).issues == ()

    def test_a_partys_actor_has_a_record(self) -> None:
        parties = (
            PartyEntry(at=Place("content/briefing.yml", 4, (("actor", 7),)), id="tarn", name="Tarn", actor="tarn"),
        )
        (issue,) = judge(TEXTS, parties=parties).issues
        assert (issue.code, str(issue.at)) == ("actor-unknown", "content/briefing.yml:7")

    def test_an_unknown_source_is_reported(self) -> None:
        assert codes(judge(TEXTS, dunn(evidence=(said("Kara Dunn", "papers"),))).issues) == ["source-unknown"]


class TestActorsAndTerms:
    def test_an_alias_may_be_what_is_printed(self) -> None:
        assert judge(TEXTS, dunn(name="Kara M. Dunn", aliases=("Kara Dunn",))).issues == ()

    def test_a_name_is_whole_words(self) -> None:
        assert codes(judge(TEXTS, dunn(name="Kara Dun")).issues) == ["name-not-there"]

    def test_a_heading_may_begin_with_a_capital(self) -> None:
        assert judge(TEXTS, TERM).issues == ()
        assert codes(
            judge(TEXTS, write(TermRecord, id="a", name="ACCORD", definition="A", evidence=TERM.evidence)).issues
        )

    def test_roles_are_in_the_articles_words(self) -> None:
        right = write(WrittenRole, title="professor", affiliation="Ossel University")
        wrong = write(WrittenRole, title="Lecturer", affiliation="Ossel")
        assert judge(TEXTS, moe(roles=(right,))).issues == ()
        (issue,) = judge(TEXTS, moe(roles=(right, wrong))).issues
        assert (issue.code, issue.at.line) == ("role-not-there", 11)
        assert "“Lecturer”" in issue.what


class TestFigures:
    @pytest.mark.parametrize("printed", ["$3.7 million", "3.6 millions", "6 million", "$4.1 million"])
    def test_the_number_stands_in_the_evidence(self, printed: str) -> None:
        assert "as-printed-differs" in codes(judge(TEXTS, figure(as_printed=printed)).issues)

    def test_the_value_is_that_of_the_printed_words(self) -> None:
        (issue,) = judge(TEXTS, figure(value=36000000)).issues
        assert (issue.code, issue.at.line, issue.mend) == ("value-differs", 13, "write `value: 3600000`")
        assert judge(TEXTS, figure(value=3600000.0)).issues == ()

    def test_the_unit_is_that_of_the_printed_words(self) -> None:
        (issue,) = judge(TEXTS, figure(unit="EUR")).issues
        assert (issue.code, issue.mend) == ("unit-differs", "write `unit: USD`")
        year = figure(unit="year", value=2031, as_printed="2031", evidence=(said("was paid in 2031"),))
        assert judge(TEXTS, year).issues == ()

    def test_bare_dollars_may_be_those_of_any_state(self) -> None:
        for unit, expected in (("NZD", []), ("dollars", []), ("USD", []), ("EUR", ["unit-differs"])):
            assert codes(judge(TEXTS, figure(unit=unit)).issues) == expected

    def test_money_with_a_shared_name_may_be_that_of_any_state_that_pays_in_it(self) -> None:
        paper = texts("The fleet of Tarn lost 3 million pesos in the storm of that winter.")
        for unit, expected in (("PHP", []), ("MXN", []), ("pesos", []), ("DZD", ["unit-differs"])):
            passages = (said("lost 3 million pesos"),)
            record = figure(value=3_000_000, unit=unit, as_printed="3 million pesos", evidence=passages)
            assert codes(judge(paper, record).issues) == expected

    def test_words_that_print_no_number_are_said_to_be_unchecked(self) -> None:
        reconciled = judge(TEXTS, figure(as_printed="was paid"))
        assert [(i.code, i.severity) for i in reconciled.issues] == [("value-unchecked", Severity.WARNING)]
        assert "values" not in reconciled.checks

    def test_the_qualifier_stands_in_the_evidence_or_its_sentence(self) -> None:
        assert judge(TEXTS, figure(qualifier="around")).issues == ()
        assert codes(judge(TEXTS, figure(qualifier="over")).issues) == ["qualifier-not-there"]
        assert codes(judge(TEXTS, figure(qualifier="signed")).issues) == ["qualifier-not-there"]


class TestPositions:
    def test_a_derived_position_shows_its_working(self) -> None:
        derived = {"attribution": Attribution.DERIVED, "holder": None}
        assert codes(judge(TEXTS, position(**derived)).issues) == ["note-missing"]
        assert codes(judge(TEXTS, position(**derived, note=" ")).issues) == ["note-missing"]
        assert judge(TEXTS, position(**derived, note="From the accord.")).issues == ()

    def test_a_position_of_ones_own_has_a_holder(self) -> None:
        reconciled = judge(TEXTS, position(holder=None))
        assert [(i.code, i.severity) for i in reconciled.issues] == [("holder-missing", Severity.WARNING)]
        assert len(reconciled.claims.positions) == 1


class TestDisagreements:
    def test_versions_differ(self) -> None:
        assert codes(judge(TEXTS, disagreement(("Same", SIDES[0][1]), ("same", SIDES[1][1]))).issues) == [
            "versions-same"
        ]
        assert codes(judge(TEXTS, disagreement(SIDES[0])).issues) == ["versions-same"]

    def test_every_lost_version_is_reported(self) -> None:
        lost = disagreement(("a", said("$3.7 million was paid")), ("b", said("$4.2 million was paid", "other")))
        assert codes(judge(TEXTS, lost).issues) == ["evidence-missing", "evidence-missing"]


class TestRights:
    SOURCES = (make_description("paper"), make_description("other", rights=Rights.NONE))

    def rule(self, *records: Any) -> Any:
        return reconcile(self.SOURCES, TEXTS, content(*records))

    def test_words_of_a_withheld_source_are_verified_and_not_published(self) -> None:
        both = write(
            SummaryRecord,
            id="s",
            statement="Signed.",
            evidence=(said("the Tarn accord"), said("signed by nobody", "other")),
        )
        reconciled = self.rule(both)
        assert [e.source for e in reconciled.claims.summaries[0].evidence] == ["paper"]
        wrong = write(
            SummaryRecord,
            id="s",
            statement="Signed.",
            evidence=(said("the Tarn accord"), said("signed by all", "other")),
        )
        assert codes(self.rule(wrong).issues) == ["evidence-missing"]

    def test_a_record_that_rests_on_it_alone_is_an_issue(self) -> None:
        alone = write(SummaryRecord, id="s", statement="Signed.", evidence=(said("signed by nobody", "other"),))
        assert codes(self.rule(alone).issues) == ["rights-none"]
        assert codes(self.rule(disagreement(*SIDES)).issues) == ["rights-none"]

    def test_a_printing_in_it_is_left_out(self) -> None:
        quote = write(
            QuoteRecord,
            id="q",
            kind=QuoteKind.INDIRECT,
            evidence=(printing("signed by nobody", "other", cue="paid"), printing("Fog delayed the boats", cue="said")),
        )
        reconciled = self.rule(quote)
        assert reconciled.issues == ()
        (claim,) = reconciled.claims.quotes
        assert (claim.text, claim.cue, len(claim.occurrences)) == ("Fog delayed the boats", "said", 1)


class TestAChangedSource:
    CHANGED = texts(PAPER.replace("Kara Dunn", "Cara Dunn").replace("will not hold", "may not hold"), OTHER)

    def test_what_still_stands_resolves_and_every_record_that_lost_words_is_named(self) -> None:
        before = judge(TEXTS, *everything())
        after = judge(self.CHANGED, *everything())
        assert {(i.code, i.record) for i in after.issues} == {
            ("evidence-missing", "actors/kara-dunn"),
            ("evidence-missing", "quotes/hold"),
            ("evidence-missing", "judgements/will-not-hold"),
        }
        assert after.claims.figures == before.claims.figures

    def test_words_that_moved_are_found_where_they_are_now(self) -> None:
        moved = judge(texts(f"A new first line.\n\n{PAPER}", OTHER), *everything())
        assert moved.issues == ()
        shift = len("A new first line.\n\n")
        assert (
            moved.claims.figures[0].evidence[0].start
            == judge(TEXTS, figure()).claims.figures[0].evidence[0].start + shift
        )

    def test_withheld_records_are_left_out_and_named(self) -> None:
        reconciled = judge(self.CHANGED, *everything(), on_lost_evidence="withhold")
        assert [str(ref) for ref in reconciled.withheld] == [
            "actors/kara-dunn",
            "agreements/accord",
            "judgements/will-not-hold",
            "quotes/hold",
        ]
        assert {i.severity for i in reconciled.issues} == {Severity.WARNING}
        assert {i.code for i in reconciled.issues} == {"evidence-missing"}
        claims = reconciled.claims
        assert [claim.id for claim in claims.actors] == ["ib-moe"]
        assert claims.quotes == claims.agreements == claims.judgements == ()
        assert [claim.holder for claim in claims.positions] == [None]

    def test_an_agreement_keeps_its_other_party(self) -> None:
        both = agreement(parties=("kara-dunn", "ib-moe"))
        reconciled = judge(self.CHANGED, dunn(), moe(), both, on_lost_evidence="withhold")
        assert [(a.parties, a.signatories) for a in reconciled.claims.agreements] == [(("ib-moe",), ())]

    def test_a_quote_loses_its_withheld_speaker(self) -> None:
        quote = write(
            QuoteRecord, id="fog", kind=QuoteKind.INDIRECT, speaker="kara-dunn", evidence=(printing("Fog delayed"),)
        )
        (claim,) = judge(self.CHANGED, dunn(), quote, on_lost_evidence="withhold").claims.quotes
        assert (claim.speaker, claim.occurrences[0].speaker) == (None, None)

    def test_other_faults_stay_errors(self) -> None:
        broken = position(issue="fisching", evidence=(said("Envoy Kara Dunn signed"),))
        reconciled = judge(self.CHANGED, broken, on_lost_evidence="withhold")
        assert {(i.code, i.severity) for i in reconciled.issues} == {
            ("evidence-missing", Severity.WARNING),
            ("issue-unknown", Severity.ERROR),
            ("actor-unknown", Severity.ERROR),
        }
        assert reconciled.withheld == (Ref(PositionRecord.KIND, "tarn-fishing"),)


def test_a_record_without_evidence_is_an_issue_withheld_or_not() -> None:
    (issue,) = judge(TEXTS, dunn(evidence=()), on_lost_evidence="withhold").issues
    assert issue.is_error
    assert codes(judge(TEXTS, dunn(evidence=())).issues) == ["evidence-empty"]


def test_planted_mistakes_are_all_reported_in_one_run_each_in_one_line() -> None:
    reconciled = judge(
        TEXTS,
        dunn(evidence=(said("Envoy Kara Dumn"), said("Envoy Kara Dunn"))),
        position(evidence=(said("signed the accord [on fish]"),)),
        figure(evidence=(said("$3.5 million was paid"),)),
        judgement(evidence=(said("It will hold"),), experts=("ib-moe",)),
        agreement(evidence=(said("was signed by nobody"),), parties=("kara-dunn",)),
        write(SummaryRecord, id="twice", statement="s", evidence=(said("the"),)),
        write(SummaryRecord, id="stitched", statement="s", evidence=(said("Envoy Kara Dunn […] Fog delayed"),)),
    )
    assert sorted(codes(reconciled.issues)) == [
        "actor-unknown",
        "bracket-foreign",
        "ellipsis-order",
        "evidence-ambiguous",
        "evidence-missing",
        "evidence-missing",
        "evidence-missing",
        "evidence-wrong-source",
    ]
    assert all("\n" not in issue.line() and issue.record for issue in reconciled.issues)
    assert not any(getattr(reconciled.claims, name) for name in reconciled.claims.__slots__)


def test_a_fault_that_its_record_accepts_keeps_it_and_stays_known() -> None:
    accept = (Acceptance(at=Place("content/actors/a.yml", 30), code="role-not-there", reason="so she is called"),)
    record = dunn(roles=(WrittenRole(at=Place("content/actors/a.yml", 20), title="queen"),), accept=accept)
    found = judge(TEXTS, record)
    assert codes(found.issues) == ["role-not-there"]
    assert [actor.id for actor in found.claims.actors] == ["kara-dunn"]


def test_a_reference_that_leads_nowhere_keeps_its_record_out_whatever_it_accepts() -> None:
    accept = (Acceptance(at=Place("content/actors/a.yml", 30), code="party-unknown", reason="no"),)
    found = judge(TEXTS, dunn(party="atlantis", accept=accept))
    assert (codes(found.issues), found.claims.actors) == (["party-unknown"], ())
