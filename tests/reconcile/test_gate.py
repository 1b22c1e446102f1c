"""What findings tell of an editor's quotes: another speaker in the passage, a turning word cut off."""

from typing import Any

import pytest

from builder.model.claims import ActorKind, QuoteKind
from builder.model.issues import Issue, Severity
from builder.reconcile import reconcile
from builder.records.schema import ActorRecord, QuoteRecord, WrittenRole
from tests.reconcile import finding as found
from tests.reconcile.writing import content, place, printing, texts, write
from tests.reconcile.writing import said as cited
from tests.support import make_description

PAPER = """\
“The nets stay out,” said Ivo Brandt, harbour minister of Ossel, and he added that the cod may never come back.

Kara Dunn of Tarn and the harbour office of Ossel met. Lena Moss reportedly counts the fish, the harbour office said.
"""
ARTICLES = texts(PAPER)
TEXT = ARTICLES["paper"]
NETS = found.said(TEXT, "“The nets stay out,”", who="Ivo Brandt")


def person(actor_id: str, name: str, **more: Any) -> ActorRecord:
    return write(ActorRecord, id=actor_id, name=name, **({"kind": ActorKind.PERSON, "evidence": (cited(name),)} | more))


ACTORS = (
    person("ivo-brandt", "Ivo Brandt"),
    person("kara-dunn", "Kara Dunn"),
    person("lena-moss", "Lena Moss"),
    person("office", "harbour office of Ossel", kind=ActorKind.OFFICE),
)


def issues(
    *findings: Any, words: str, speaker: str | None, kind: QuoteKind = QuoteKind.DIRECT, actors: Any = ACTORS
) -> list[Issue]:
    record = write(QuoteRecord, id="q", kind=kind, speaker=speaker, evidence=(printing(words),))
    result = reconcile([make_description("paper")], ARTICLES, content(*actors, record), {TEXT.id: findings})
    return [issue for issue in result.issues if issue.code in ("speaker-differs", "clipped")]


class TestSpeakerDiffers:
    def test_the_passage_names_somebody_else(self) -> None:
        (issue,) = issues(NETS, words="The nets stay out", speaker="kara-dunn")
        assert (issue.code, issue.severity, issue.record) == ("speaker-differs", Severity.ERROR, "quotes/q")
        assert str(issue.at) == "content/quotes/a.yml:13"
        assert issue.what == "`speaker: kara-dunn`, but source paper gives “Ivo Brandt” for these words (line 1)"
        assert "`speaker: ivo-brandt`" in issue.mend

    @pytest.mark.parametrize(
        ("finding", "speaker"),
        [
            (NETS, "ivo-brandt"),
            (NETS, None),
            (found.said(TEXT, "“The nets stay out,”", who="Ivo Brandt", by="he"), "kara-dunn"),
            (found.said(TEXT, "“The nets stay out,”", who=None, by="Ivo Brandt"), "kara-dunn"),
            (found.said(TEXT, "“The nets stay out,”", who="harbour office", by="harbour office"), "office"),
            (found.said(TEXT, "harbour minister of Ossel", who="Ivo Brandt"), "kara-dunn"),
        ],
        ids=["the same", "no speaker written", "he said", "nobody resolved", "a shorter name", "other words"],
    )
    def test_what_names_nobody_else_is_silent(self, finding: Any, speaker: str | None) -> None:
        assert issues(finding, words="The nets stay out", speaker=speaker) == []

    def test_a_person_and_the_office_of_the_role_are_one(self) -> None:
        at = place("content/actors/a.yml", ("title",))
        role = WrittenRole(at=at, title="harbour minister", affiliation="Ossel")
        brandt = person(
            "ivo-brandt", "Ivo Brandt", roles=(role,), evidence=(cited("Ivo Brandt, harbour minister of Ossel"),)
        )
        minister = found.said(TEXT, "“The nets stay out,”", who="harbour minister")
        office = person("minister", "harbour minister", kind=ActorKind.OFFICE)
        assert issues(minister, words="The nets stay out", speaker="ivo-brandt", actors=(brandt, office)) == []

    def test_of_two_attributions_around_the_words_one_will_do(self) -> None:
        outer = found.said(TEXT, "“The nets stay out,”", who="Kara Dunn")
        assert issues(NETS, outer, words="The nets stay out", speaker="ivo-brandt") == []


class TestClipped:
    @pytest.mark.parametrize("words", ["the cod may never come back", "he added that the cod may never come back"])
    def test_words_with_their_negation_are_whole(self, words: str) -> None:
        turns = (found.turn(TEXT, "may", "come"), found.turn(TEXT, "never", "come"))
        assert issues(*turns, words=words, speaker=None, kind=QuoteKind.INDIRECT) == []

    def test_a_negation_that_is_cut_off_is_an_error_and_shows_the_whole(self) -> None:
        turns = (found.turn(TEXT, "may", "come"), found.turn(TEXT, "never", "come"))
        (issue,) = issues(*turns, words="come back", speaker=None, kind=QuoteKind.INDIRECT)
        assert (issue.code, issue.severity) == ("clipped", Severity.ERROR)
        assert issue.what.endswith("“may never come back”")

    def test_a_hedge_that_is_cut_off_is_a_warning(self) -> None:
        hedge = found.turn(TEXT, "reportedly", "counts", strong=False)
        (issue,) = issues(hedge, words="counts the fish", speaker=None, kind=QuoteKind.INDIRECT)
        assert (issue.code, issue.severity) == ("clipped", Severity.WARNING)

    def test_a_turn_of_other_words_is_none(self) -> None:
        assert issues(found.turn(TEXT, "never", "come"), words="The nets stay out", speaker=None) == []

    def test_what_the_attribution_names_as_governing_counts_unless_it_is_taken_in(self) -> None:
        finding = found.said(TEXT, "come back", who=None, cue="added", governed_by=(found.place(TEXT, "never"),))
        assert len(issues(finding, words="come back", speaker=None, kind=QuoteKind.INDIRECT)) == 1
        assert issues(finding, words="never come back", speaker=None, kind=QuoteKind.INDIRECT) == []
