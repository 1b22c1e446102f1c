"""Pasting everything that waits for a review leaves nothing to review and changes no passage."""

from pathlib import Path
from typing import Any

import pytest

from builder import project
from builder.files import read_settings
from builder.knowledge import of_source
from builder.model.claims import Kind, Review
from builder.model.text import SourceText
from builder.project import Compilation, compile_briefing, proposals, read_inputs
from builder.records import written_item
from tests.reconcile import finding as found
from tests.support import tiny_project

pytestmark = pytest.mark.slow

TRAPS = """\
Traps and what is said in them

By Mara Quill
7 May 2031

“We said: ‘no [more] nets’ … and that is #1,” Kara Dunn: first speaker of Tarn said. The cod […] are back, she said.

The cod are back, she said. “Tides turn,” said Ivo Brandt. “Nobody knows when & why.”

Ivo Brandt said the cod are back. “Tides turn,” said Ivo Brandt later on. Tarn - so Brandt says - paid $5 million: all of it.
"""


def traps(text: SourceText) -> tuple[Any, ...]:
    return (
        found.actor(text, "Kara Dunn", roles=(("first speaker", "Tarn"),)),
        found.actor(text, "Ivo Brandt"),
        found.said(text, "“We said: ‘no [more] nets’ … and that is #1,”", who="Kara Dunn"),
        found.said(text, "The cod […] are back", who="Kara Dunn", by="she"),
        found.said(text, "The cod are back", who="Kara Dunn", by="she"),
        found.said(text, "“Tides turn,”", "“Nobody knows when & why.”", who="Ivo Brandt"),
        found.said(text, "the cod are back", who="Ivo Brandt"),
        found.said(text, "“Tides turn,”", who="Ivo Brandt", nth=1),
        found.figure(text, "$5 million", 5_000_000, "USD"),
        found.position(text, "the cod are back"),
        found.event(text, "Tides turn", "2031-05-07"),
    )


def herald(text: SourceText) -> tuple[Any, ...]:
    return (
        found.actor(text, "Lena Moss", roles=(("biologist", "Grell Institute"),), expert=True),
        found.actor(text, "Kara Dunn"),
        found.said(text, "The accord will hold for as long as the water stays cold", who="Lena Moss"),
        found.said(text, "that the quota would be kept at 400 tonnes a year", who="Kara Dunn"),
        found.agreement(text, "fisheries accord", "Tarn", "Ossel"),
        found.position(text, "the quota would be kept at 400 tonnes a year", holder="Kara Dunn"),
    )


def harbour(text: SourceText) -> tuple[Any, ...]:
    words = "“Nobody will be turned away from our harbours,”"
    who = "Ivo Brandt" if "Ivo Brandt" in text.text else "harbour office of Ossel"
    by = who if who in text.text else "the harbour office"
    return (
        found.actor(text, who),
        found.said(text, words, who=who, by=by, cue="told" if who == "Ivo Brandt" else "said"),
    )


FINDINGS = {"herald": herald, "traps": traps, "lantern": lambda text: ()}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A briefing of which nothing but `briefing.yml` and the sources is written."""

    def extract(text: SourceText, **_given: Any) -> tuple[Any, ...]:
        hands = (FINDINGS[text.id], *((harbour,) if text.id != "traps" else ()))
        return tuple(finding for hand in hands for finding in hand(text))

    monkeypatch.setattr(project, "extract", extract)
    tiny_project(tmp_path)
    for path in (tmp_path / "content").glob("*/*.yml"):
        if path.parent.name != "sources":
            path.unlink()
    (tmp_path / "content/floors.yml").unlink()
    (tmp_path / "seeds/traps.txt").write_text(TRAPS, encoding="utf-8")
    return tmp_path


def compiled(root: Path) -> Compilation:
    return compile_briefing(read_inputs(read_settings(root / "mkdocs.yml")))


def paste(root: Path, compilation: Compilation) -> None:
    for proposal in proposals(compilation):
        path = root / proposal.file
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(written_item(proposal.record))


def test_a_briefing_without_records_stands_on_what_was_found(root: Path) -> None:
    compilation = compiled(root)
    assert [issue.line() for issue in compilation.issues if issue.is_error] == []
    claims = compilation.knowledge.claims
    assert all(claims.of(kind) for kind in (Kind.ACTORS, Kind.QUOTES, Kind.AGREEMENTS, Kind.POSITIONS, Kind.FIGURES))
    assert {claim.review for claim in claims.quotes} == {Review.AUTO}


def test_pasting_everything_leaves_nothing_and_changes_no_passage(root: Path) -> None:
    first = compiled(root)
    assert len(proposals(first)) == first.knowledge.build.counts["unreviewed"] > 15
    paste(root, first)
    second = compiled(root)
    assert [issue.line() for issue in second.issues if issue.is_error] == []
    assert proposals(second) == ()
    assert second.knowledge.build.counts["unreviewed"] == 0
    assert second.knowledge.excerpts == first.knowledge.excerpts
    assert {q.id: (q.text, q.kind, q.speaker) for q in second.knowledge.claims.quotes} == {
        q.id: (q.text, q.kind, q.speaker) for q in first.knowledge.claims.quotes
    }


def test_words_that_stand_twice_get_a_few_words_of_context(root: Path) -> None:
    written = "".join(written_item(p.record) for p in proposals(compiled(root)) if p.ref.kind is Kind.QUOTES)
    assert 'text: "The cod […] are back"' in written
    assert "before: " in written or "after: " in written
    assert 'text: "We said: ‘no [more] nets’ … and that is #1"' in written


def test_one_utterance_of_two_articles_is_one_record_and_the_difference_another(root: Path) -> None:
    found_ones = {p.ref.kind: p for p in proposals(compiled(root)) if "nobody-will-be" in p.ref.id}
    quote = written_item(found_ones[Kind.QUOTES].record)
    assert quote.count("- source: ") == 2
    assert "formerly: [nobody-will-be-" in quote
    assert found_ones[Kind.DISAGREEMENTS].reason == "the sources differ"


def test_proposals_say_where_why_and_in_which_file_actors_first(root: Path) -> None:
    every = proposals(compiled(root))
    assert every[0].ref.kind is Kind.ACTORS
    (accord,) = [p for p in every if p.ref.kind is Kind.AGREEMENTS]
    assert (accord.file, str(accord.at), accord.reason) == (
        "content/agreements/herald.yml",
        "seeds/herald.txt:6",
        "by-hand",
    )


def test_of_one_source_there_are_its_own_and_the_actors_they_name(root: Path) -> None:
    compilation = compiled(root)
    own = of_source(proposals(compilation), "traps", compilation.knowledge)
    assert {p.ref.kind for p in own} >= {Kind.ACTORS, Kind.QUOTES, Kind.FIGURES}
    assert "kara-dunn" in {p.ref.id for p in own}
    assert "lena-moss" not in {p.ref.id for p in own}


def test_a_dropped_article_changes_the_claims_and_taking_it_out_restores_them(root: Path) -> None:
    with_it = compiled(root).knowledge.claims
    words = (root / "seeds/traps.txt").read_bytes()
    (root / "seeds/traps.txt").unlink()
    without = compiled(root).knowledge.claims
    assert without != with_it
    (root / "seeds/traps.txt").write_bytes(words)
    assert compiled(root).knowledge.claims == with_it


def test_a_rejected_finding_stays_away_after_an_edit_elsewhere(root: Path) -> None:
    (root / "content/decisions.yml").write_text(
        "- {source: herald, text: The accord will hold for as long as the water stays cold, ruling: rejected, reason: r}\n",
        encoding="utf-8",
    )
    seed = root / "seeds/herald.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("nine years", "nine long years"), encoding="utf-8")
    compilation = compiled(root)
    assert not any("accord-will-hold" in p.ref.id for p in proposals(compilation))
    assert "decision-stale" not in {issue.code for issue in compilation.issues}
