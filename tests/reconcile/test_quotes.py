"""Quote records: printings, who said it, with which words, and the marks around them."""

import pytest

from builder.model.claims import ActorKind, Quote, QuoteKind
from builder.model.ids import ActorId
from builder.reconcile import Reconciled
from builder.records.schema import ActorRecord, QuoteRecord
from tests.reconcile.writing import codes, judge, printing, said, texts, write

PAPER = """The talks opened on Monday.

Kara Dunn, the envoy, spoke first.

“We have fished here for 300 years,” she told reporters, “and no treaty will change that.”

“Yes,” she added. She called the quota “a bad joke” and left.

Dunn will return on Friday, her office said.

Nothing more was known.

The minister slept."""
OTHER = "An aide of the island stated that they “have fished here for 300 years.” The quota is a joke, he said."
TEXTS = texts(PAPER, OTHER)
DUNN = write(ActorRecord, id="kara-dunn", name="Kara Dunn", kind=ActorKind.PERSON, evidence=(said("Kara Dunn"),))


def rule(*printings: object, kind: QuoteKind = QuoteKind.DIRECT, **fields: object) -> Reconciled:
    return judge(TEXTS, DUNN, write(QuoteRecord, id="years", kind=kind, evidence=printings, **fields))


def quote(*printings: object, **fields: object) -> Quote:
    reconciled = rule(*printings, **fields)
    assert reconciled.issues == ()
    (claim,) = reconciled.claims.quotes
    return claim


def test_an_interrupted_utterance_is_one_occurrence_of_several_parts() -> None:
    parts = ("“We have fished here for 300 years,”", "“and no treaty will change that.”")
    claim = quote(printing(parts), speaker="kara-dunn", speaker_as_given="she", cue="told reporters")
    (occurrence,) = claim.occurrences
    assert claim.text == "“We have fished here for 300 years,” […] “and no treaty will change that.”"
    assert occurrence.text == PAPER[occurrence.start : occurrence.end]
    assert "she told reporters" in occurrence.text
    assert claim.evidence == occurrence.parts
    assert (claim.speaker, claim.speaker_as_given, claim.cue) == ("kara-dunn", "she", "told reporters")


def test_each_printing_has_its_own_speaker_or_the_records() -> None:
    claim = quote(
        printing("We have fished here for 300 years"),
        printing(
            "have fished here for 300 years",
            source="other",
            speaker_as_given="An aide of the island",
            cue="stated that",
        ),
        speaker="kara-dunn",
        speaker_as_given="Kara Dunn",
        cue="told reporters",
    )
    assert [(o.source, o.speaker_as_given) for o in claim.occurrences] == [
        ("paper", "Kara Dunn"),
        ("other", "An aide of the island"),
    ]
    assert [o.speaker for o in claim.occurrences] == [ActorId("kara-dunn")] * 2
    assert [e.source for e in claim.evidence] == ["paper", "other"]


def test_an_inherited_name_that_the_other_source_lacks_is_told_where_it_is_written() -> None:
    printings = (printing("We have fished here"), printing("have fished here", source="other"))
    (issue,) = rule(*printings, speaker_as_given="Kara Dunn").issues
    assert (issue.code, str(issue.at)) == ("speaker-not-there", "content/quotes/a.yml:14")
    assert "source other" in issue.what
    assert "`speaker_as_given:`" in issue.mend


def test_a_printings_own_words_are_told_on_its_own_line() -> None:
    (issue,) = rule(printing("have fished here", source="other", cue="shouted")).issues
    assert (issue.code, str(issue.at), issue.record) == ("cue-not-there", "content/quotes/a.yml:23", "quotes/years")


def test_the_speaker_is_named_within_two_paragraphs() -> None:
    assert rule(printing("“Yes,”"), speaker_as_given="Kara Dunn").issues == ()
    assert codes(rule(printing("“Yes,”"), speaker_as_given="The minister").issues) == ["speaker-not-there"]
    assert codes(rule(printing("“Yes,”"), speaker_as_given="Kara Dun").issues) == ["speaker-not-there"]


def test_unknown_speakers_are_references() -> None:
    reconciled = rule(printing("“Yes,”", speaker="cara-dunn"), speaker="kara-dun")
    assert codes(reconciled.issues) == ["actor-unknown", "actor-unknown"]
    assert [issue.at.line for issue in reconciled.issues] == [14, 23]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("We have fished here for 300 years", QuoteKind.DIRECT),
        ("“Yes,”", QuoteKind.DIRECT),
        (("We have fished here", "no treaty will change that"), QuoteKind.DIRECT),
        ("We have fished here for 300 years,” she told reporters, “and no treaty", QuoteKind.PARTIAL),
        ("She called the quota “a bad joke” and left", QuoteKind.PARTIAL),
        ("Dunn will return on Friday", QuoteKind.INDIRECT),
    ],
)
@pytest.mark.parametrize("kind", QuoteKind)
def test_the_kind_is_held_against_the_marks(text: str | tuple[str, ...], printed: QuoteKind, kind: QuoteKind) -> None:
    reconciled = rule(printing(text), kind=kind)
    fits = kind is printed or (kind is QuoteKind.PARTIAL and printed is QuoteKind.DIRECT)
    assert codes(reconciled.issues) == ([] if fits else ["quote-kind-differs"])
    if not fits:
        assert f"write `kind: {printed.value}`" in reconciled.issues[0].mend


def test_printings_that_differ_in_marks_are_partial() -> None:
    printings = (printing("a bad joke"), printing("The quota is a joke", source="other"))
    assert rule(*printings, kind=QuoteKind.PARTIAL).issues == ()
    (issue,) = rule(*printings, kind=QuoteKind.DIRECT).issues
    assert "write `kind: partial`" in issue.mend


def test_a_fault_in_one_printing_does_not_hide_the_others() -> None:
    reconciled = rule(
        printing("We have fisched here"), printing("Nothing like this at all", source="other"), cue="bawled"
    )
    assert codes(reconciled.issues) == ["evidence-missing", "evidence-missing"]
    assert reconciled.claims.quotes == ()


def test_a_quote_without_evidence_is_an_issue() -> None:
    assert codes(rule().issues) == ["evidence-empty"]


def test_checks_are_counted() -> None:
    checks = rule(printing("“Yes,”"), speaker="kara-dunn", speaker_as_given="she", cue="added").checks
    assert {key: checks[key] for key in ("evidence", "speakers", "cues", "quote-kinds", "references", "records")} == {
        "evidence": 2,
        "speakers": 1,
        "cues": 1,
        "quote-kinds": 1,
        "references": 1,
        "records": 2,
    }
