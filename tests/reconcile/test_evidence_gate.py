"""Written words → places in the text, or the reason why not. Texts are invented."""

import pytest

from builder.model.ids import SourceId
from builder.model.text import BlockKind, Repeat, SourceText, Span
from builder.reconcile import Resolution, resolve_evidence
from builder.reconcile.passages import is_told, stands_in
from builder.records.place import Place
from builder.records.schema import WrittenEvidence
from tests.reconcile.writing import said
from tests.support import make_source

HARBOUR = make_source(
    """Islands ‘close to accord’ on cod, envoy says

The island of Tarn will not open its northern waters before 2031, its envoy Kara Dunn told reporters. “We
have fished here for 300 years,” she said, “and no treaty [like the old one] will change that.”

“Yes, the quota is unfair,” Dunn added. “It was 17.5 percent; now it is 12,400 tonnes.”

The island of Ossel has not condemned the raid. Its minister doesn’t expect a breakthrough – only non-binding talks.

“If they come,” the minister said, “we shall talk.

“If they stay away, we shall fish.”

The talks end on Friday. The talks end in Port Gale.""",
    source_id="harbour",
    kinds=[BlockKind.HEADLINE],
)
GAZETTE = make_source(
    "Ossel landed 400 tonnes of cod. Nobody from Tarn protested. Its harbour […] was closed.", source_id="gazette"
)
TEXTS = {text.id: text for text in (HARBOUR, GAZETTE)}


def gate(*text: str, source: str = "harbour", texts: dict[SourceId, SourceText] = TEXTS, **context: str) -> Resolution:
    fields = (("source", 2), ("text", 3), ("before", 4), ("after", 5))
    at = Place("content/quotes/a.yml", 1, fields)
    return resolve_evidence(WrittenEvidence(at=at, source=source, text=text, **context), texts)


def code(*text: str, **options: str) -> str:
    """The one issue's code; each rejection is one issue with a line, a mend and no evidence."""
    resolution = gate(*text, **options)
    assert not resolution.evidence
    (issue,) = resolution.issues
    assert str(issue.at).startswith("content/quotes/a.yml:")
    return issue.code


def printed(*text: str, **options: str) -> list[str]:
    resolution = gate(*text, **options)
    assert resolution.issues == ()
    for evidence in resolution.evidence:
        assert evidence.text == TEXTS[evidence.source].text[evidence.start : evidence.end]
    return [evidence.text for evidence in resolution.evidence]


FAITHFUL = {
    "as printed": ("its envoy Kara Dunn told reporters", "its envoy Kara Dunn told reporters"),
    "straight double marks": ('"Yes, the quota is unfair,"', "“Yes, the quota is unfair,”"),
    "straight single marks": ("Islands 'close to accord' on cod", "Islands ‘close to accord’ on cod"),
    "another apostrophe": ("minister doesn't expect", "minister doesn’t expect"),
    "another dash": ("a breakthrough - only", "a breakthrough – only"),
    "a line wrap that is printed": ("“We have fished here", "“We\nhave fished here"),
    "a line wrap that is typed": ("open its\n    northern waters", "open its northern waters"),
    "no-break spaces": ("12,400\u00a0tonnes", "12,400 tonnes"),
    "blanks around": ("  has not condemned the raid ", "has not condemned the raid"),
    "brackets of the source": ("treaty [like the old one] will", "treaty [like the old one] will"),
    "outer marks that stand elsewhere": ("“the quota is unfair”", "the quota is unfair"),
    "a figure": ("17.5 percent", "17.5 percent"),
}

ALTERED = {
    "figure changed": ("It was 18.5 percent", "evidence-missing"),
    "figure clipped at its front": ("7.5 percent", "evidence-cut-word"),
    "figure clipped at its point": ("5 percent", "evidence-cut-word"),
    "figure clipped at its end": ("now it is 12", "evidence-cut-word"),
    "year changed": ("northern waters before 2032", "evidence-missing"),
    "not dropped": ("Tarn will open its northern waters", "evidence-missing"),
    "not contracted away": ("Its minister does", "evidence-cut-word"),
    "not cut off": ("Its minister doesn’", "evidence-cut-word"),
    "prefix dropped": ("the quota is fair", "evidence-missing"),
    "prefix clipped": ("fair,” Dunn added", "evidence-cut-word"),
    "prefix clipped at its hyphen": ("binding talks", "evidence-cut-word"),
    "clipped inside a word": ("demned the raid", "evidence-cut-word"),
    "foreign bracket": ("“Yes, the quota is [not] unfair", "bracket-foreign"),
    "bracket of the source dropped": ("and no treaty will change that", "evidence-missing"),
    "subject changed": ("The island of Tarn has not condemned the raid", "evidence-missing"),
    "verb changed": ("its envoy Kara Dunn warned reporters", "evidence-missing"),
    "stitched": ("Kara Dunn told reporters the quota is unfair", "evidence-missing"),
    "stitched with a bare ellipsis": ("The island of Tarn … told reporters", "ellipsis-bare"),
    "stitched with three dots": ("The island of Tarn ... told reporters", "ellipsis-bare"),
    "ellipsis in reversed order": ("It was 17.5 percent […] the quota is unfair", "ellipsis-order"),
    "spliced across paragraphs by an ellipsis": ("its envoy Kara Dunn […] the quota is unfair", "ellipsis-order"),
    "run on into the next paragraph": ("only non-binding talks. “If they come", "evidence-across-paragraphs"),
    "not left out at an ellipsis": ("The island of Tarn will […] open its northern waters", "ellipsis-negation"),
    "no left out at an ellipsis": ("We have fished […] will change that", "ellipsis-negation"),
    "contracted not left out at an ellipsis": ("Its minister […] expect a breakthrough", "ellipsis-negation"),
    "another source": ("Nobody from Tarn protested", "evidence-wrong-source"),
    "letter case": ("the quota is Unfair", "evidence-missing"),
    "accent": ("the quöta is unfair", "evidence-missing"),
    "hyphen for a blank": ("northern-waters", "evidence-missing"),
}


@pytest.mark.parametrize(("typed", "found"), FAITHFUL.values(), ids=FAITHFUL.keys())
def test_faithful_words_are_published_as_printed(typed: str, found: str) -> None:
    assert printed(typed) == [found]


@pytest.mark.parametrize(("typed", "expected"), ALTERED.values(), ids=ALTERED.keys())
def test_altered_words_are_refused(typed: str, expected: str) -> None:
    assert code(typed) == expected


EMBASSY = make_source(
    "A spokesperson for the U.S. Embassy—and a government-affiliated think tank—met at 9 a.m. in Tarn–Ossel waters. "
    "The end.The West-imposed ban ended.",
    source_id="a",
)


@pytest.mark.parametrize(
    "typed",
    [
        "A spokesperson for the U",
        "S. Embassy",
        "affiliated think tank",
        "a government",
        "met at 9 a",
        "A spokesperson for the U.",
        "A spokesperson for the U.S",
        "met at 9 a.",
        "met at 9 a.m",
        "m. in Tarn",
        "The West",
        "imposed ban",
    ],
)
def test_compounds_and_abbreviations_are_words(typed: str) -> None:
    assert code(typed, source="a", texts={EMBASSY.id: EMBASSY}) == "evidence-cut-word"


@pytest.mark.parametrize(
    "typed",
    ["and a government-affiliated think tank", "the U.S.", "9 a.m.", "Ossel waters", "The end", "The West-imposed"],
)
def test_a_dash_or_a_missing_blank_parts_words(typed: str) -> None:
    assert printed_in(EMBASSY, typed) == [typed]


@pytest.mark.parametrize(
    ("typed", "codes"), [("Gennady S", ["evidence-cut-word"]), ("Gennady S.", []), ("Plan", []), ("said I", [])]
)
def test_an_initial_keeps_its_dot(typed: str, codes: list[str]) -> None:
    text = make_source("Gennady S. Bezd said I. Plan it.", source_id="a")
    assert [issue.code for issue in gate(typed, source="a", texts={text.id: text}).issues] == codes


def test_a_name_or_a_number_stands_in_a_compound_but_not_behind_a_prefix() -> None:
    passage = "The Tarn-led two-day talks were non-binding and ex-premier Moe’s."
    assert [word for word in ("Tarn", "two", "binding", "premier", "day") if stands_in(word, passage)] == [
        "Tarn", "two", "day",
    ]  # fmt: skip


def test_a_combining_accent_belongs_to_its_letter() -> None:
    text = make_source("Premier To\u0302 spoke.", source_id="a")
    (issue,) = gate("Premier To", source="a", texts={text.id: text}).issues
    assert issue.code == "evidence-cut-word"


class TestNearest:
    def test_a_misspelt_word_shows_the_passage_its_line_and_the_word(self) -> None:
        (issue,) = gate("has not condemmed the raid").issues
        assert issue.line() == (
            "content/quotes/a.yml:3: “has not condemmed the raid” is not in source harbour; nearest there (line 8): "
            "“has not condemned the raid” (“condemned” is printed, not “condemmed”) "
            "— copy the words as printed [evidence-missing]"
        )

    @pytest.mark.parametrize(
        ("typed", "difference"),
        [
            ("Tarn will open its northern waters", "“not” is printed there and left out here"),
            ("It was 17.5 percent; now it is 12,500 tonnes", "“12,400” is printed, not “12,500”"),
            ("Ossel has not yet condemned the raid", "“yet” is not printed there"),
            ("a breakthrough only non-binding talks", "“–” is printed there and left out here"),
            ("a breakthrough – – only non-binding talks", "“–” is not printed there"),
            ("the Quota is unfair", "letter case differs: “quota” is printed, not “Quota”"),
        ],
    )
    def test_one_changed_word_is_named(self, typed: str, difference: str) -> None:
        (issue,) = gate(typed).issues
        assert f"({difference})" in issue.what

    def test_a_single_misspelt_word_finds_its_like(self) -> None:
        (issue,) = gate("reportres").issues
        assert "“reporters”" in issue.what

    def test_words_with_marks_of_their_own_stand_between_single_ones(self) -> None:
        (issue,) = gate("“Yes, the quota is fine,” Dunn added").issues
        assert issue.what == (
            "‘“Yes, the quota is fine,” Dunn added’ is not in source harbour; nearest there (line 6): "
            "‘“Yes, the quota is unfair,” Dunn added’ (“unfair” is printed, not “fine”)"
        )

    def test_words_like_nothing_say_so(self) -> None:
        (issue,) = gate("quarterly dividends of the ironworks").issues
        assert issue.code == "evidence-missing"
        assert "nothing there is like it" in issue.mend

    def test_the_pasted_passage_resolves(self) -> None:
        for typed in ("Tarn will open its northern waters", "the quota is Unfair", "no treaty will change that"):
            (issue,) = gate(typed).issues
            shown = issue.what.split("): “", 1)[1].split("” (", 1)[0].removesuffix("”")
            assert printed(shown)


class TestAnotherSource:
    def test_the_source_that_has_the_words_is_named(self) -> None:
        (issue,) = gate("Nobody from Tarn protested").issues
        assert "it stands in source gazette (line 1)" in issue.what
        assert issue.mend == "write `source: gazette`"

    def test_an_unknown_source_suggests_the_nearest(self) -> None:
        (issue,) = gate("The talks", source="harbor").issues
        assert (issue.code, issue.at.line, issue.mend) == ("source-unknown", 2, "write `source: harbour`")


class TestTwice:
    def test_words_that_stand_twice_need_context_and_get_it_to_paste(self) -> None:
        (issue,) = gate("talks end").issues
        assert issue.code == "evidence-ambiguous"
        assert "(lines 14, 14)" in issue.what
        assert "`after: " in issue.mend or "`before: " in issue.mend

    def test_before_and_after_tell_them_apart(self) -> None:
        first, second = gate("The talks end", after="on Friday"), gate("The talks end", before="on Friday")
        assert first.evidence[0].start < second.evidence[0].start
        assert gate("The talks end", after="in Port Gale").evidence == second.evidence

    def test_context_must_stand_directly_there(self) -> None:
        (issue,) = gate("The talks end", before="we shall talk").issues
        assert (issue.code, issue.at.line) == ("evidence-context", 4)

    def test_context_that_is_not_needed_must_stand_all_the_same(self) -> None:
        assert code("the quota is unfair", after="Kara Dunn") == "evidence-context"
        assert printed("the quota is unfair", before="Yes", after="Dunn added") == ["the quota is unfair"]

    def test_context_ends_at_words(self) -> None:
        assert code("the quota is unfair", after="Dun") == "evidence-context"

    def test_a_headline_is_no_second_place(self) -> None:
        text = make_source(
            "Cod quota cut\n\nThe cod quota cut is final. Cod quota cut.", source_id="a", kinds=[BlockKind.HEADLINE]
        )
        resolution = gate("Cod quota cut", source="a", texts={text.id: text})
        assert [e.start for e in resolution.evidence] == [text.text.rindex("Cod")]
        assert resolution.repeated == (Span(0, 13),)


class TestRepeated:
    WORDS = "Nobody may own the sea."
    TEXT = f"{WORDS} She was cheered.\n\n{WORDS}\n\nThe end."
    SOURCE = make_source(
        TEXT,
        source_id="a",
        kinds=[BlockKind.BODY, BlockKind.PULL_QUOTE],
        repeats=[Repeat(Span(42, 65), Span(0, 23))],
    )

    @pytest.mark.parametrize("context", [{}, {"after": "The end"}, {"after": "She was"}])
    def test_a_pull_quote_counts_where_it_was_taken_from(self, context: dict[str, str]) -> None:
        resolution = gate(self.WORDS, source="a", texts={self.SOURCE.id: self.SOURCE}, **context)
        (evidence,) = resolution.evidence
        assert (evidence.start, evidence.end) == (0, 23)

    def test_its_second_place_is_told(self) -> None:
        assert gate(self.WORDS, source="a", texts={self.SOURCE.id: self.SOURCE}).repeated == (Span(42, 65),)

    def test_a_word_twice_in_the_passage_stays_ambiguous(self) -> None:
        text = "No, no, said Dunn.\n\nNo, no, said Dunn."
        source = make_source(
            text, source_id="a", kinds=[BlockKind.BODY, BlockKind.TEASER], repeats=[Repeat(Span(20, 38), Span(0, 18))]
        )
        assert printed_in(source, "said Dunn") == ["said Dunn"]
        (issue,) = gate("o, ", source="a", texts={source.id: source}).issues
        assert issue.code == "evidence-cut-word"


def printed_in(source: SourceText, *text: str) -> list[str]:
    resolution = gate(*text, source=source.id, texts={source.id: source})
    assert resolution.issues == ()
    return [evidence.text for evidence in resolution.evidence]


class TestParts:
    def test_an_ellipsis_joins_parts_of_a_paragraph(self) -> None:
        assert printed("its envoy […] told reporters") == ["its envoy", "told reporters"]
        assert printed("We have fished [...] for 300 years") == ["We\nhave fished", "for 300 years"]

    def test_an_ellipsis_that_the_source_prints_is_the_sources(self) -> None:
        assert printed("Its harbour […] was closed", source="gazette") == ["Its harbour […] was closed"]

    def test_printed_and_joining_ellipses_mix(self) -> None:
        typed = "Nobody from […] Its harbour […] was closed"
        assert printed(typed, source="gazette") == ["Nobody from", "Its harbour […] was closed"]

    def test_an_ellipsis_at_the_edge_joins_nothing(self) -> None:
        assert code("told reporters […]") == "ellipsis-bare"

    def test_an_interrupted_utterance_is_a_list(self) -> None:
        parts = printed("“We have fished here for 300 years,”", "“and no treaty")
        assert parts == ["“We\nhave fished here for 300 years,”", "“and no treaty"]

    def test_a_list_may_not_leave_out_a_negation_either(self) -> None:
        (issue,) = gate("The island of Tarn will", "open its northern waters").issues
        assert issue.line() == (
            "content/quotes/a.yml:3: between “The island of Tarn will” and “open its northern waters” is left out “not” "
            "— take “not” in, or write two pieces of evidence; if the sense stays, accept it with a reason "
            "[ellipsis-negation]"
        )

    def test_a_negation_left_out_may_be_accepted(self) -> None:
        written = said(("The island of Tarn will", "open its northern waters"), source="harbour")
        resolution = resolve_evidence(written, TEXTS, accept=lambda code: code == "ellipsis-negation")
        assert [evidence.text for evidence in resolution.evidence] == list(written.text)
        assert [issue.code for issue in resolution.accepted] == ["ellipsis-negation"]

    def test_a_list_may_go_on_in_the_next_paragraph(self) -> None:
        assert printed("If they come", "we shall talk", "If they stay away") == [
            "If they come", "we shall talk", "If they stay away",
        ]  # fmt: skip

    def test_but_not_in_a_later_one(self) -> None:
        assert code("We have fished here for 300 years", "we shall fish") == "ellipsis-order"

    def test_a_list_is_in_printed_order(self) -> None:
        assert code("and no treaty", "We have fished") == "ellipsis-order"

    def test_a_short_part_is_looked_for_after_the_one_before_it(self) -> None:
        first, second = gate("the minister said", "we shall").evidence
        assert 0 < second.start - first.end < 5

    def test_a_first_part_that_stands_twice_needs_context(self) -> None:
        assert code("The talks end", "in Port Gale") == "evidence-ambiguous"
        assert printed("The talks end", "Port Gale", before="on Friday") == ["The talks end", "Port Gale"]

    def test_after_belongs_to_the_last_part(self) -> None:
        assert printed("If they come", "we shall", after="fish") == ["If they come", "we shall"]
        assert code("If they come", "we shall", after="sail") == "evidence-context"

    def test_every_lost_part_is_reported(self) -> None:
        issues = gate("The island of Torn", "will open its doors").issues
        assert [issue.code for issue in issues] == ["evidence-missing", "evidence-missing"]


@pytest.mark.parametrize("text", [(), ("",), ("  \n",), ("“”",), ("—",), ("Kara Dunn", "")])
def test_no_words_are_no_evidence(text: tuple[str, ...]) -> None:
    assert code(*text) == "evidence-empty"


def test_words_that_look_like_patterns_are_words() -> None:
    text = make_source(r"It cost $3.6 (about £2.9) a\b.*? kilo.", source_id="a")
    assert printed_in(text, r"$3.6 (about £2.9) a\b.*? kilo") == [r"$3.6 (about £2.9) a\b.*? kilo"]
    assert gate("$3x6", source="a", texts={text.id: text}).issues


@pytest.mark.parametrize(
    ("words", "passage", "told"),
    [
        ("Denmark", "the Danish envoy, Kara Dunn", True),
        ("Denmark", "the Dane, Kara Dunn", True),
        ("Sweden", "the Danish envoy, Kara Dunn", False),
        ("head", "Kara Dunn, who heads the board", True),
        ("leader", "Kara Dunn, who has led the board", True),
        ("leader", "Kara Dunn, who heads the board", False),
        ("Professor", "a professor of law", True),
        ("profess", "a professor of law", False),
    ],
)
def test_a_role_is_told_by_its_words_by_a_nationality_or_by_the_verb_of_the_office(
    words: str, passage: str, *, told: bool
) -> None:
    assert is_told(words, passage) is told
