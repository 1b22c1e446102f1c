"""Findings made by hand → automatic claims."""

from typing import Any

import pytest

from builder.model.claims import (
    ActorKind,
    Attribution,
    Claims,
    Importance,
    Kind,
    Outlook,
    QuoteKind,
    Review,
    Rights,
)
from builder.model.issues import Severity
from builder.model.text import BlockKind, SourceText
from builder.reconcile import Reconciled, reconcile
from builder.records.place import Place
from builder.records.schema import (
    ActorRecord,
    Content,
    Decision,
    FigureRecord,
    GapRecord,
    PartyEntry,
    PositionRecord,
    QuoteRecord,
    TopicEntry,
)
from tests.reconcile import finding as found
from tests.reconcile.writing import codes, content, printing, texts, write
from tests.reconcile.writing import said as cited
from tests.support import make_description, make_source

AT = Place("content/briefing.yml", 1)
PAPER = """\
“The nets stay out,” said Kara Dunn, first speaker of Tarn. “We shall not move.”

Dunn added that the cod would come back. Lena Moss, a biologist at the Grell Institute, said the quota will hold for years.

Tarn and Ossel signed a cod accord on Sunday. It cost $3 million, and the islands paid for it.
"""


def merged(*findings: Any, records: tuple[Any, ...] = (), article: str | SourceText = PAPER, **more: Any) -> Reconciled:
    """What comes of findings in one article; of a callable, what it gives for the article."""
    articles = texts(article)
    paper = articles["paper"]
    made = tuple(f(paper) if callable(f) else f for f in findings)
    described = [make_description("paper", rights=more.pop("rights", Rights.EXCERPT))]
    whole = content(
        *records,
        parties=(PartyEntry(at=AT, id="tarn", name="Tarn"), PartyEntry(at=AT, id="ossel", name="Ossel", actor="ossel")),
        issues=(
            TopicEntry(at=AT, id="fishing", name="Fishing", vocabulary=("cod", "quota")),
            TopicEntry(at=AT, id="ice", name="Ice"),
        ),
    )
    layer = Content(briefing=whole.briefing, records=whole.records, decisions=more.pop("decisions", ()))
    return reconcile(described, articles, layer, {paper.id: made})


def auto(result: Reconciled, kind: Kind) -> list[Any]:
    return [claim for claim in result.claims.of(kind) if claim.review is Review.AUTO]


def dunn(text: SourceText) -> Any:
    return found.actor(text, "Kara Dunn", roles=(("first speaker", "Tarn"),), aliases=("Dunn",))


def moss(text: SourceText) -> Any:
    return found.actor(text, "Lena Moss", roles=(("biologist", "Grell Institute"),), expert=True)


def nets(text: SourceText) -> Any:
    return found.said(text, "“The nets stay out,”", "“We shall not move.”", who="Kara Dunn")


class TestQuotes:
    def test_words_between_marks_are_one_quote_in_parts_without_marks_and_comma(self) -> None:
        (quote,) = auto(merged(dunn, nets), Kind.QUOTES)
        assert quote.text == "The nets stay out […] We shall not move."
        assert (quote.kind, quote.speaker, quote.speaker_as_given, quote.cue) == (
            QuoteKind.DIRECT,
            "kara-dunn",
            "Kara Dunn",
            "said",
        )
        (occurrence,) = quote.occurrences
        assert occurrence.text == "The nets stay out,” said Kara Dunn, first speaker of Tarn. “We shall not move."
        assert occurrence.parts == quote.evidence

    def test_reported_speech_of_a_short_name_is_indirect_with_its_issues_and_parties(self) -> None:
        (quote,) = auto(
            merged(
                dunn, lambda t: found.said(t, "that the cod would come back", who="Kara Dunn", by="Dunn", cue="added")
            ),
            Kind.QUOTES,
        )
        assert (quote.kind, quote.speaker, quote.issues, quote.about) == (
            QuoteKind.INDIRECT,
            "kara-dunn",
            ("fishing",),
            (),
        )

    @pytest.mark.parametrize(
        "finding",
        [
            lambda t: found.said(t, "the quota will hold for years", who=None, by="Lena Moss"),
            lambda t: found.said(t, "a cod accord on Sunday", who="Kara Dunn", cue="signed"),
            lambda t: found.said(t, "“The nets stay out,”", who="Kara Dunn", rule="headline"),
        ],
        ids=["nobody known said it", "no verb of saying", "a headline says it again"],
    )
    def test_what_is_no_speech_of_somebody_known_is_no_quote(self, finding: Any) -> None:
        common = finding if callable(finding) else None
        assert auto(merged(dunn, common), Kind.QUOTES) == []

    def test_a_pull_quote_is_not_said_again(self) -> None:
        text = make_source(
            "“The nets stay out,” said Kara Dunn.\n\n“The nets stay out”",
            kinds=(BlockKind.BODY, BlockKind.PULL_QUOTE),
        )
        again = found.said(text, "“The nets stay out”", who=None, cue="", by="Kara Dunn")
        first = found.said(text, "“The nets stay out,”", who="Kara Dunn")
        result = merged(found.actor(text, "Kara Dunn"), first, again, article=text)
        assert len(auto(result, Kind.QUOTES)) == 1

    def test_a_quotation_over_two_paragraphs_has_a_part_in_each(self) -> None:
        text = make_source("Kara Dunn said: “The nets stay out.\n\n“Nobody moves them.”")
        words = text.text[text.text.index("“") :]
        (quote,) = auto(
            merged(found.actor(text, "Kara Dunn"), found.said(text, words, who="Kara Dunn"), article=text), Kind.QUOTES
        )
        assert [part.text for part in quote.evidence] == ["The nets stay out.", "Nobody moves them."]

    def test_a_negation_just_before_the_words_is_taken_in(self) -> None:
        text = make_source("The cod will not come back, Kara Dunn said.")
        finding = found.said(text, "come back", who="Kara Dunn")
        cut = found.said(text, "The cod", "come back", who="Kara Dunn")
        turns = (found.turn(text, "will", "come"), found.turn(text, "not", "come"))
        assert auto(merged(found.actor(text, "Kara Dunn"), finding, *turns, article=text), Kind.QUOTES) == []
        (quote,) = auto(merged(found.actor(text, "Kara Dunn"), cut, *turns, article=text), Kind.QUOTES)
        assert quote.text == "The cod […] will not come back"

    def test_ids_come_from_the_words_and_not_from_their_place(self) -> None:
        moved = make_source("A line more.\n\n" + PAPER)
        (quote,) = auto(merged(dunn, nets), Kind.QUOTES)
        (again,) = auto(merged(dunn, nets, article=moved), Kind.QUOTES)
        assert quote.id == again.id
        assert quote.id.startswith("the-nets-stay-out-we-shall-")
        assert quote.evidence != again.evidence


class TestActors:
    def test_a_new_person_has_a_slug_roles_and_a_passage_that_holds_them(self) -> None:
        (actor,) = [a for a in auto(merged(dunn), Kind.ACTORS) if a.kind is ActorKind.PERSON]
        assert (actor.id, actor.importance, actor.expert) == ("kara-dunn", Importance.SECONDARY, False)
        assert [(role.title, role.affiliation) for role in actor.roles] == [("first speaker", "Tarn")]
        assert actor.evidence[0].text == "Kara Dunn, first speaker of Tarn"
        assert actor.aliases == ("Dunn",)

    def test_an_editors_actor_takes_the_name_and_its_alias(self) -> None:
        record = write(
            ActorRecord,
            id="dunn",
            name="Kara Ann Dunn",
            kind=ActorKind.PERSON,
            aliases=("Kara Dunn",),
            evidence=(cited("Kara Dunn"),),
        )
        result = merged(dunn, nets, records=(record,))
        assert "kara-dunn" not in {actor.id for actor in result.claims.actors}
        assert auto(result, Kind.QUOTES)[0].speaker == "dunn"

    def test_a_renamed_actor_stays_renamed(self) -> None:
        record = write(
            ActorRecord,
            id="first-speaker",
            formerly=("kara-dunn",),
            name="first speaker",
            kind=ActorKind.OFFICE,
            evidence=(cited("first speaker of Tarn"),),
        )
        assert auto(merged(dunn, nets, records=(record,)), Kind.QUOTES)[0].speaker == "first-speaker"

    def test_a_name_is_the_same_with_and_without_accents_and_a_middle_name(self) -> None:
        text = make_source("Tô Lâm spoke.\n\nTo Lam left.\n\nTo van Lam came.")
        names = [found.actor(text, name) for name in ("Tô Lâm", "To Lam", "To van Lam")]
        (actor,) = [a for a in auto(merged(*names, article=text), Kind.ACTORS) if a.kind is ActorKind.PERSON]
        assert (actor.id, sorted(actor.aliases)) == ("to-van-lam", ["To Lam", "Tô Lâm"])

    def test_who_is_named_in_short_alone_is_who_another_article_calls_so(self) -> None:
        full, short = make_source("Kara Dunn spoke.", source_id="a"), make_source("Dunn left.", source_id="b")
        findings = {
            "a": (found.actor(full, "Kara Dunn", aliases=("Dunn",)),),
            "b": (found.actor(short, "Dunn"),),
        }
        result = reconcile([make_description(n) for n in "ab"], {"a": full, "b": short}, content(parties=()), findings)
        (actor,) = result.claims.actors
        assert (actor.id, [part.source for part in actor.evidence]) == ("kara-dunn", ["a", "b"])

    def test_a_name_of_two_people_is_nobodys(self) -> None:
        text = make_source("Kara Dunn and Ivo Dunn met. “It is late,” Dunn said.")
        who = [found.actor(text, name, aliases=("Dunn",)) for name in ("Kara Dunn", "Ivo Dunn")]
        (quote,) = auto(
            merged(*who, found.said(text, "“It is late,”", who="Dunn", by="Dunn said"), article=text), Kind.QUOTES
        )
        assert quote.speaker is None

    def test_a_party_has_an_actor_under_the_id_that_the_briefing_names(self) -> None:
        result = merged(lambda t: found.actor(t, "Ossel", kind=ActorKind.STATE))
        party = {a.party: a for a in result.claims.actors if a.party}
        assert (party["ossel"].id, party["ossel"].kind, party["ossel"].importance) == (
            "ossel",
            ActorKind.STATE,
            Importance.CORE,
        )
        assert (party["tarn"].id, party["tarn"].evidence[0].text) == ("tarn", "Tarn")

    def test_a_party_that_no_article_names_is_a_warning_and_a_slip_of_the_pen_an_error(self) -> None:
        unnamed = merged(article="Nobody came.")
        assert [(i.code, i.severity) for i in unnamed.issues] == [("actor-unknown", Severity.WARNING)]
        record = write(
            ActorRecord, id="osel", name="Ossel", kind=ActorKind.STATE, evidence=(cited("Tarn and Ossel signed"),)
        )
        assert [(i.code, i.severity) for i in merged(records=(record,)).issues] == [("actor-unknown", Severity.ERROR)]


class TestTheRest:
    def test_an_agreement_is_titled_in_the_articles_words_and_names_known_parties(self) -> None:
        words = "signed a cod accord on Sunday"
        result = merged(lambda t: found.agreement(t, "cod accord", "Tarn", "Ossel", "Nowhere", passage=words))
        (one,) = auto(result, Kind.AGREEMENTS)
        assert (one.title, one.parties) == ("cod accord", ("tarn", "ossel"))
        assert [part.text for part in one.evidence] == ["cod accord", "signed a cod accord on Sunday"]

    def test_an_agreement_of_nobody_known_is_none(self) -> None:
        assert auto(merged(lambda t: found.agreement(t, "cod accord", "Nowhere")), Kind.AGREEMENTS) == []

    def test_a_figure_stands_in_its_clause(self) -> None:
        (one,) = auto(merged(lambda t: found.figure(t, "$3 million", 3_000_000, "USD", year=2031)), Kind.FIGURES)
        assert (one.subject, one.as_printed, one.value, one.year) == (
            "It cost $3 million, and the islands paid for it.",
            "$3 million",
            3_000_000,
            2031,
        )

    @pytest.mark.parametrize(("value", "unit"), [(3, "USD"), (3_000_000, "ordinal")])
    def test_a_figure_that_its_words_do_not_bear_out_is_none(self, value: float, unit: str) -> None:
        assert auto(merged(lambda t: found.figure(t, "$3 million", value, unit)), Kind.FIGURES) == []

    def test_an_event_and_a_position_repeat_their_passage(self) -> None:
        result = merged(
            dunn,
            lambda t: found.event(t, "Tarn and Ossel signed a cod accord on Sunday", "2031-05-04"),
            lambda t: found.position(t, "the cod would come back", holder="Kara Dunn"),
        )
        (one,), (other,) = auto(result, Kind.EVENTS), auto(result, Kind.POSITIONS)
        assert one.title == one.evidence[0].text
        assert (other.statement, other.holder, other.party, other.issue) == (
            other.evidence[0].text,
            "kara-dunn",
            "tarn",
            "fishing",
        )

    def test_what_an_expert_says_of_an_issue_is_a_judgement_too(self) -> None:
        (one,) = auto(
            merged(moss, lambda t: found.said(t, "the quota will hold for years", who="Lena Moss")), Kind.JUDGEMENTS
        ) or [None]
        assert one is None, "six words are too few"
        text = make_source("The quota will hold for many years if the water stays cold, Lena Moss said.")
        said = found.said(text, "The quota will hold for many years if the water stays cold", who="Lena Moss")
        (one,) = auto(merged(found.actor(text, "Lena Moss", expert=True), said, article=text), Kind.JUDGEMENTS)
        assert (one.experts, one.issue, one.outlook) == (("lena-moss",), "fishing", Outlook.PREDICTION)

    def test_no_word_is_taken_from_a_source_that_may_not_be_published(self) -> None:
        assert merged(dunn, nets, rights=Rights.NONE).claims == Claims()


class TestTheEditorWins:
    def test_another_split_of_a_recorded_utterance_is_no_second_one(self) -> None:
        record = write(QuoteRecord, id="nets", kind=QuoteKind.DIRECT, evidence=(printing("We shall not move."),))
        assert [quote.id for quote in merged(dunn, nets, records=(record,)).claims.quotes] == ["nets"]

    def test_a_figure_that_any_record_cites_has_been_read(self) -> None:
        record = write(
            PositionRecord,
            id="p",
            party="tarn",
            issue="fishing",
            statement="s",
            attribution=Attribution.NARRATION,
            evidence=(cited("It cost $3 million"),),
        )
        assert (
            auto(merged(lambda t: found.figure(t, "$3 million", 3_000_000, "USD"), records=(record,)), Kind.FIGURES)
            == []
        )

    def test_another_number_of_the_same_sentence_is_found(self) -> None:
        text = make_source("Tarn landed 400 tonnes of cod and Ossel landed 520 tonnes of cod that year.")
        record = write(
            FigureRecord,
            id="f",
            subject="s",
            value=400,
            unit="tons",
            as_printed="400 tonnes",
            evidence=(cited("Tarn landed 400 tonnes of cod"),),
        )
        findings = [found.figure(text, "400 tonnes", 400, "tons"), found.figure(text, "520 tonnes", 520, "tons")]
        assert [f.value for f in auto(merged(*findings, records=(record,), article=text), Kind.FIGURES)] == [520]

    def test_a_position_in_a_cell_declared_empty_is_an_issue_and_no_position(self) -> None:
        gap = write(GapRecord, id="tarn-fishing", party="tarn", issue="fishing")
        result = merged(lambda t: found.position(t, "the cod would come back"), records=(gap,))
        assert auto(result, Kind.POSITIONS) == []
        (issue,) = [issue for issue in result.issues if issue.code == "gap-filled"]
        assert (issue.severity, issue.record) == (Severity.WARNING, "gaps/tarn-fishing")
        assert "“the cod would come back”" in issue.what

    def test_a_position_that_an_editor_put_into_another_cell_of_the_party_is_his(self) -> None:
        record = write(
            PositionRecord,
            id="p",
            party="tarn",
            issue="ice",
            statement="s",
            attribution=Attribution.NARRATION,
            evidence=(cited("the cod would come back"),),
        )
        result = merged(lambda t: found.position(t, "cod would come back"), records=(record,))
        assert [p.id for p in result.claims.positions] == ["p"]


def ruling(text: str, ruling: str = "rejected", **more: Any) -> Decision:
    return Decision(
        at=Place("content/decisions.yml", 3, (("text", 4),)),
        source=more.pop("source", "paper"),
        text=text,
        ruling=ruling,
        reason="r",
        **more,
    )


class TestRulings:
    @pytest.mark.parametrize(
        "words", ["The nets stay out", "The nets stay out,” said Kara Dunn, first speaker of Tarn. “We shall not move"]
    )
    def test_rejected_words_stay_away_however_they_are_cut(self, words: str) -> None:
        short = lambda t: found.said(t, "“The nets stay out,”", who="Kara Dunn")  # noqa: E731
        result = merged(dunn, short, decisions=(ruling(words),))
        assert (auto(result, Kind.QUOTES), result.issues) == ([], ())

    def test_after_an_edit_elsewhere_they_stay_away(self) -> None:
        moved = make_source("A line more.\n\n" + PAPER)
        assert auto(
            merged(
                dunn,
                nets,
                article=moved,
                decisions=(ruling("We shall not move"), ruling("The nets stay out")),
            ),
            Kind.QUOTES,
        )
        both = ruling("The nets stay out,” said Kara Dunn, first speaker of Tarn. “We shall not move.")
        assert auto(merged(dunn, nets, article=moved, decisions=(both,)), Kind.QUOTES) == []

    def test_a_ruling_on_one_kind_leaves_the_others(self) -> None:
        only = ruling("the cod would come back", kind="positions")
        result = merged(
            dunn,
            lambda t: found.said(t, "that the cod would come back", who="Kara Dunn", by="Dunn", cue="added"),
            lambda t: found.position(t, "the cod would come back"),
            decisions=(only,),
        )
        assert (len(auto(result, Kind.QUOTES)), auto(result, Kind.POSITIONS)) == (1, [])

    def test_a_rejected_actor_speaks_no_more_but_his_words_stand(self) -> None:
        result = merged(dunn, nets, decisions=(ruling("Kara Dunn", kind="actors"),))
        assert [a.id for a in result.claims.actors if a.kind is ActorKind.PERSON] == []

    @pytest.mark.parametrize(
        ("decision", "says"),
        [
            (ruling("The nets come in"), "these words no longer stand in source paper"),
            (ruling("the islands paid for it"), "nothing is found any more in these words of source paper"),
            (ruling("The nets", source="herald"), "there is no source herald"),
        ],
    )
    def test_a_stale_ruling_is_shown(self, decision: Decision, says: str) -> None:
        (issue,) = merged(dunn, nets, decisions=(decision,)).issues
        assert (issue.code, issue.severity, str(issue.at)) == (
            "decision-stale",
            Severity.WARNING,
            "content/decisions.yml:4",
        )
        assert issue.what.startswith(says)

    def test_a_postponed_finding_makes_no_claim_and_is_not_stale(self) -> None:
        words = "The nets stay out,” said Kara Dunn, first speaker of Tarn. “We shall not move."
        result = merged(dunn, nets, decisions=(ruling(words, "postponed"), ruling("the islands paid", "explained")))
        assert (auto(result, Kind.QUOTES), codes(result.issues)) == ([], [])
