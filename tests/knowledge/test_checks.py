from dataclasses import replace

import pytest

from builder.knowledge import Facts, apply_acceptances, assemble, run_checks, subject_of
from builder.knowledge.checks import CHECKS
from builder.model.claims import Evidence, Importance, Kind, Review
from builder.model.issues import Issue, Location
from builder.records.place import Place
from builder.records.schema import (
    Acceptance,
    BriefingFile,
    Content,
    EventEntry,
    Floor,
    PartyEntry,
    Records,
    TermRecord,
    TopicEntry,
)
from tests.support import (
    make_actor,
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
)

PAPER = make_source(
    "Kara Dunn said cod was safe. The Ossel fleet stayed out of Tarn's harbours all of that day. Rain fell."
)
SAFE = make_evidence(PAPER, "Kara Dunn said cod was safe.")
OUT = make_evidence(PAPER, "The Ossel fleet stayed out of Tarn's harbours all of that day.")
RAIN = make_evidence(PAPER, "Rain fell.")

AT = Place("content/briefing.yml", 1)
BRIEFING = BriefingFile(
    at=AT,
    title="The Tarn accord",
    question="Who may fish where?",
    description="What was said.",
    event=EventEntry(at=AT, name="The signing"),
    parties=(PartyEntry(at=Place("content/briefing.yml", 9), id="tarn", name="Tarn"),),
    issues=(
        TopicEntry(at=Place("content/briefing.yml", 12), id="fishing", name="Fishing"),
        TopicEntry(at=Place("content/briefing.yml", 14, (("id", 15),)), id="ice", name="Ice"),
    ),
)


def whole(*claims, sources=None, **subject):
    """The claims as Knowledge on one party and two issues, with a gap record in each empty cell unless one is given."""
    return assemble(
        subject=make_subject(
            **{"parties": subject_of(BRIEFING).parties, "topics": subject_of(BRIEFING).topics}
            | {"published_share_limit": 1.0}
            | subject
        ),
        sources=(make_description(),) if sources is None else sources,
        texts={PAPER.id: PAPER},
        claims=make_claims(*(replace(c, at=c.at or Location(f"content/{c.id}.yml", 3)) for c in claims)),
        changes=(),
        facts=Facts(generator_version="1", sources_sha256="0"),
    )


def found(knowledge, *, floors=(), briefing=BRIEFING):
    return run_checks(knowledge, Content(briefing=briefing, floors=floors))


def codes(knowledge, **content):
    """Codes of what is wrong, without the warning of cells that no test here is about."""
    return [i.code for i in found(knowledge, **content)[0] if i.code != "gap-undeclared"]


SOUND = (
    make_actor("kara-dunn", SAFE, name="Kara Dunn", importance=Importance.CORE, expert=True),
    make_quote("safe", make_occurrence(SAFE, speaker="kara-dunn", as_given="Kara Dunn")),
    make_position("tarn-harbours", OUT, statement="Tarn kept the boats of its neighbour away."),
    make_gap("tarn-ice", party="tarn", issue="ice"),
    make_judgement("no-danger", SAFE, statement="Stocks are not in danger.", experts=("kara-dunn",)),
    make_event("shower", RAIN, title="There was a shower."),
)


def test_sound_knowledge_has_no_issues_and_every_check_counted_something() -> None:
    issues, counts = found(whole(*SOUND), floors=(Floor(kind=Kind.ACTORS, least=1, at=AT),))
    assert issues == ()
    assert set(counts) == {check.name for check in CHECKS}
    assert {name for name, count in counts.items() if not count} == {"automatic-words"}


def test_nothing_at_all_is_an_error() -> None:
    assert codes(whole(sources=())) == ["nothing-to-publish", "nothing-to-publish"]
    assert codes(whole()) == ["nothing-to-publish"]


def test_an_id_stands_once_in_its_list_former_ones_included() -> None:
    knowledge = whole(*SOUND, make_event("rain", RAIN, formerly=("shower",), title="It rained."))
    assert codes(knowledge) == ["anchor-taken", "duplicate-id"]
    issue = next(i for i in found(knowledge)[0] if i.code == "duplicate-id")
    assert (str(issue.at), issue.record) == ("content/shower.yml:3", "events/shower")
    assert "content/rain.yml:3" in issue.what


def test_a_reference_that_leads_nowhere_names_the_nearest() -> None:
    knowledge = whole(*SOUND, make_position("tarn-more", RAIN, holder="kara-dun", statement="Tarn watched the sky."))
    (issue,) = found(knowledge)[0]
    assert (issue.code, issue.mend) == ("unknown-reference", "did you mean kara-dunn?")


def test_a_party_names_an_actor_that_exists() -> None:
    parties = tuple(replace(party, actor="nobody") for party in subject_of(BRIEFING).parties)
    (issue,) = found(whole(*SOUND, parties=parties))[0]
    assert (issue.code, str(issue.at)) == ("unknown-reference", "content/briefing.yml:9")


def test_a_passage_that_is_not_its_slice_is_found() -> None:
    bent = Evidence(PAPER.id, RAIN.start, RAIN.end, "Rain rose.")
    assert codes(whole(*SOUND, make_defect("bent", bent))) == ["evidence-differs"]
    side = make_disagreement("d", ("It fell.", RAIN), ("It rose.", RAIN))
    crooked = replace(side, versions=(side.versions[0], replace(side.versions[1], evidence=(bent,))))
    assert "evidence-differs" in codes(whole(*SOUND, crooked))


def test_an_automatic_claim_says_only_words_of_its_passages() -> None:
    auto = {"review": Review.AUTO}
    joined = make_event("both", (SAFE, OUT), title=f"{SAFE.text} […] {OUT.text}", **auto)
    named = make_actor("ossel", OUT, name="Ossel", **auto)
    assert codes(whole(*SOUND, joined, named)) == ["unreviewed"]
    invented = make_event("own", RAIN, title="It poured.", **auto)
    half = make_event("half", (SAFE, OUT), title=f"{SAFE.text} […]", **auto)
    assert codes(whole(*SOUND, invented, half)).count("evidence-not-own-words") == 2
    sides = make_disagreement("d", (RAIN.text, RAIN), ("It was safe.", SAFE), title=RAIN.text, **auto)
    assert "evidence-not-own-words" in codes(whole(*SOUND, sides))


def test_two_elements_of_a_page_need_two_ids() -> None:
    clash = make_position("tarn", RAIN, statement="Tarn watched the sky.")
    knowledge = whole(*SOUND, clash)
    (issue,) = found(knowledge)[0]
    assert (issue.code, str(issue.at)) == ("anchor-taken", "content/briefing.yml:9")
    assert codes(whole(*SOUND, make_summary("section-one", RAIN, statement="Wet."))) == ["anchor-taken"]


def test_no_page_takes_the_path_of_another() -> None:
    index = make_actor("index", RAIN, name="Rain", importance=Importance.CORE)
    assert codes(whole(*SOUND, index)) == ["anchor-taken"]
    rain = make_actor("rain", RAIN, name="Rain", importance=Importance.CORE, formerly=("kara-dunn",))
    assert codes(whole(*SOUND, rain)) == ["anchor-taken", "duplicate-id"]


def test_a_declared_gap_with_a_position_is_an_error_and_a_silent_cell_a_warning() -> None:
    knowledge = whole(*SOUND, make_position("tarn-cold", RAIN, issue="ice", statement="Tarn wants it colder."))
    assert codes(knowledge) == ["gap-filled"]
    issues, _ = found(whole(*(claim for claim in SOUND if claim.id != "tarn-ice")))
    assert [(i.code, str(i.at), i.is_error) for i in issues if i.code.startswith("gap")] == [
        ("gap-undeclared", "content/briefing.yml:15", False)
    ]
    assert "{id: tarn-ice, party: tarn, issue: ice}" in issues[0].mend


def test_one_cell_is_declared_once() -> None:
    assert codes(whole(*SOUND, make_gap("no-ice", party="tarn", issue="ice"))) == ["duplicate-claim"]


@pytest.mark.parametrize(
    ("again", "repeated"),
    [
        (make_position("again", OUT, statement="Tarn kept the boats of its neighbour away!"), True),
        (make_position("again", OUT, statement="Tarn feared for its own boats that day."), False),
        (make_position("again", RAIN, statement="Tarn kept the boats of its neighbour away."), False),
        (make_event("again", RAIN, title="There was a shower."), True),
        (make_event("again", RAIN, title="There was a shower.", date="2030"), False),
        (make_judgement("again", SAFE, statement="Stocks are not in danger.", experts=()), False),
    ],
)
def test_two_records_of_a_kind_do_not_say_the_same_of_one_passage(again, repeated) -> None:
    assert codes(whole(*SOUND, again)) == (["duplicate-claim"] if repeated else [])


def test_two_figures_of_one_passage_are_one_whatever_they_are_called() -> None:
    figures = (make_figure("a", RAIN, subject="rain"), make_figure("b", RAIN, subject="water from above"))
    assert codes(whole(*SOUND, *figures)) == ["duplicate-claim"]


def test_statements_that_repeat_their_passage_are_counted_a_kind_and_the_worst_is_named() -> None:
    said = [make_summary(f"s{n}", RAIN, statement=f"Meaning number {n} of it all.") for n in range(9)]
    one = make_summary("short", RAIN, statement="rain fell")
    assert "statement-repeats" not in codes(whole(*SOUND, *said, one))
    issues, _ = found(whole(*SOUND, *said, one, make_summary("long", OUT, statement=OUT.text)))
    (issue,) = [i for i in issues if i.code == "statement-repeats"]
    assert issue.what.startswith("2 of 11 statements in summaries repeat their passage, most of all long")
    assert not issue.is_error


def test_experts_are_marked_and_actors_with_a_page_have_something_on_it() -> None:
    plain = [replace(c, expert=False) if c.id == "kara-dunn" else c for c in SOUND]
    assert codes(whole(*plain)) == ["expert-unflagged"]
    ghost = make_actor("ghost", RAIN, name="Nobody Here", importance=Importance.SECONDARY)
    assert codes(whole(*SOUND, ghost)) == ["actor-empty"]
    assert codes(whole(*SOUND, replace(ghost, importance=Importance.MENTION))) == []


def test_printing_more_than_the_limit_is_a_warning_at_the_source() -> None:
    (issue,) = found(whole(*SOUND, published_share_limit=0.5))[0]
    assert (issue.code, str(issue.at), issue.is_error) == ("share-over-limit", "seeds/paper.txt:1", False)


def test_floors_count_the_editor_s_records_only() -> None:
    floor = Floor(kind=Kind.EVENTS, least=2, at=Place("content/floors.yml", 4))
    auto = make_event("rain", RAIN, title=RAIN.text, review=Review.AUTO)
    issues, _ = found(whole(*SOUND, auto), floors=(floor,))
    missed = [i for i in issues if i.code == "floor-missed"]
    assert [str(i.at) for i in missed] == ["content/floors.yml:4"]
    assert "1 reviewed in events, and the floor is 2" in missed[0].what


def test_a_check_that_saw_nothing_where_a_floor_says_there_is_something_fails() -> None:
    floor = Floor(kind=Kind.JUDGEMENTS, least=1, at=Place("content/floors.yml", 6))
    knowledge = whole(*(claim for claim in SOUND if claim.id != "no-danger"))
    empty = [i for i in found(knowledge, floors=(floor,))[0] if i.code == "check-empty"]
    assert ["experts-are-flagged" in i.what for i in empty] == [True]
    assert str(empty[0].at) == "content/floors.yml:6"


ACCEPTED = Place("content/terms/all.yml", 3, (("code", 8),))


def records(*pairs):
    accept = tuple(Acceptance(at=ACCEPTED, code=code, reason="so it is") for code in pairs)
    return Records(terms=(TermRecord(at=AT, id="quota", name="quota", definition="d", evidence=(), accept=accept),))


def issue(code, record="terms/quota"):
    return Issue(at=Location("content/terms/all.yml", 4), code=code, what="w", mend="m", record=record)


def test_an_acceptance_silences_its_code_on_its_record_only() -> None:
    elsewhere = issue("clipped", "terms/other")
    assert apply_acceptances((issue("clipped"), elsewhere), records("clipped")) == (elsewhere,)


def test_an_acceptance_that_silences_nothing_is_an_issue() -> None:
    (stale,) = apply_acceptances((), records("clipped"))
    assert (stale.code, str(stale.at)) == ("accept-stale", "content/terms/all.yml:8")


@pytest.mark.parametrize(
    "code",
    [
        "evidence-missing",
        "yaml-syntax",
        "unknown-field",
        "missing-field",
        "duplicate-id",
        "actor-unknown",
        "ellipsis-order",
    ],
)
def test_what_cannot_be_published_cannot_be_accepted(code) -> None:
    kept = apply_acceptances((issue(code),), records(code))
    assert {i.code for i in kept} == {code, "accept-not-allowed"}
