import re
from enum import StrEnum
from importlib import resources

import pytest

from builder.knowledge.checks import CHECKS
from builder.model import claims
from builder.model.printed_dates import day_in_words
from builder.pages import wording
from builder.pages.checked import SENTENCE
from builder.pages.wording_lists import FACETS
from tests.pages.rendering import is_interface

TABLES = {
    claims.Attribution: wording.ATTRIBUTION,
    claims.Status: wording.STATUS,
    claims.AgreementKind: wording.AGREEMENT_KIND,
    claims.ActorKind: wording.ACTOR_KIND,
    claims.Importance: wording.IMPORTANCE,
    claims.QuoteKind: wording.QUOTE_KIND,
    claims.Outlook: wording.OUTLOOK,
    claims.EventStatus: wording.EVENT_STATUS,
    claims.Precision: wording.PRECISION,
    claims.DisagreementKind: wording.DISAGREEMENT_KIND,
    claims.DefectKind: wording.DEFECT_KIND,
    claims.Timing: wording.TIMING,
    claims.DateBasis: wording.DATE_BASIS,
    claims.Rights: wording.RIGHTS,
    claims.Kind: wording.KIND,
}


RECONCILE = tuple(
    file.read_text(encoding="utf-8")
    for file in resources.files("builder.reconcile").iterdir()
    if file.name.endswith(".py")
)


def sources():
    folder = resources.files("builder.pages")
    files = [*folder.joinpath("views").iterdir(), *folder.joinpath("templates").iterdir()]
    files += [*folder.joinpath("templates/macros").iterdir(), folder.joinpath("site.py")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files if file.name.endswith((".py", ".jinja")))


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
def test_every_value_of_a_closed_set_has_a_label(kind: type[StrEnum]):
    assert set(TABLES[kind]) == set(kind)
    assert len(set(TABLES[kind].values())) == len(kind)


def test_headings_cover_their_sets():
    assert set(wording.STATUS_HEADING) == set(claims.Status)
    assert set(wording.EVENT_HEADING) == set(claims.EventStatus)
    assert set(wording.ACTOR_KIND_HEADING) == set(claims.ActorKind)
    assert set(wording.DISAGREEMENT_HEADING) == set(claims.DisagreementKind)
    assert set(wording.KIND_ONE) == set(claims.CLAIM_KINDS)


def test_every_phrase_is_in_the_table_of_interface_phrases():
    tables = [
        *TABLES.values(),
        wording.STATUS_HEADING,
        wording.ACTOR_KIND_HEADING,
        wording.DISAGREEMENT_HEADING,
        wording.EVENT_HEADING,
    ]
    tables += [wording.KIND_ONE, wording.ROLE, wording.WORDS, FACETS]
    assert [phrase for table in tables for phrase in table.values() if not is_interface(phrase)] == []


def test_every_check_has_a_sentence_of_its_own():
    kept = {case_check for file in RECONCILE for case_check in re.findall(r'checks\["([a-z-]+)"\]', file)}
    assert len(kept) > 8
    named = {check.name for check in CHECKS} | kept | {"records", "speakers", "cues"}
    assert set(SENTENCE) == named
    assert len(set(SENTENCE.values())) == len(SENTENCE)
    assert [phrase for phrase in SENTENCE.values() if not phrase.endswith(".") or not is_interface(phrase)] == []


def test_every_word_is_used():
    used = {one or two for one, two in re.findall(r"\bt\.(\w+)|[\"'](\w+)[\"']", sources())}
    assert sorted(set(wording.WORDS) - used) == []


def test_templates_write_no_words_of_their_own():
    folder = resources.files("builder.pages").joinpath("templates")
    for file in (*folder.iterdir(), *folder.joinpath("macros").iterdir()):
        if file.name.endswith(".jinja"):
            text = re.sub(
                r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|\{:[^}]*\}", "", file.read_text("utf-8"), flags=re.DOTALL
            )
            text = re.sub(
                r"(?m)^(title|description|section|moved|hide|lists|template): *.*$|true|id=\"",
                "",
                text,
            )
            assert re.findall(r"[A-Za-z]{2,}", text) == [], file.name
            assert "~" not in file.read_text("utf-8"), "join strings in a view: here they would not be escaped"
            assert "|safe" not in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2024-06-20", "20 June 2024"), ("2024-01-02", "2 January 2024"), ("2023-12", "December 2023"), ("1954", "1954")],
)
def test_days_in_words(iso, words):
    assert day_in_words(iso) == words
    assert is_interface(words)


@pytest.mark.parametrize(
    ("share", "words"), [(0, "0 %"), (0.004, "under 1 %"), (0.005, "0 %"), (0.126, "13 %"), (1, "100 %")]
)
def test_shares_in_words(share, words):
    assert wording.percent(share) == words
    assert is_interface(words)


@pytest.mark.parametrize("count", [0, 1, 2, 1234])
def test_counts_are_interface_phrases(count):
    for noun in ("source", "quote", "actor", "event", "judgement", "figure", "issue", "mention", "record", "word"):
        assert is_interface(wording.counted(count, noun))
    said = [wording.support(count), wording.paragraph(count), wording.own(count), wording.ascribed(count)]
    said += [wording.introduced(count), wording.named(count), wording.more(count), wording.share(count / 1234)]
    assert all(is_interface(phrase) for phrase in said)
    assert wording.support(1) == "1 independent source"
    assert wording.support(2) == "2 independent sources"
