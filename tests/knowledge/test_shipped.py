"""The shipped articles read by the language model: without records, and with all of them."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from builder.files import read_settings
from builder.model.claims import Kind, Review
from builder.project import compile_briefing, coverage, proposals, read_inputs
from builder.records import written_item

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.model


def copied(folder: Path, *parts: str) -> Path:
    for part in ("mkdocs.yml", "seeds", *parts):
        source, target = ROOT / part, folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy2(source, target)
    return folder


def compiled(root: Path):
    return compile_briefing(read_inputs(read_settings(root / "mkdocs.yml")))


def errors(compilation):
    return [issue.line() for issue in compilation.issues if issue.is_error]


@pytest.fixture(scope="module")
def shipped():
    return compile_briefing(read_inputs(read_settings(ROOT / "mkdocs.yml")))


def test_of_the_editors_quotes_at_most_one_in_twenty_is_questioned_in_vain(shipped) -> None:
    quotes = [quote for quote in shipped.knowledge.claims.quotes if quote.review is Review.EDITOR]
    questioned = [issue for issue in shipped.issues if issue.code in ("speaker-differs", "clipped")]
    assert shipped.checks["attributions-held"] > len(quotes) / 2
    assert len(questioned) <= len(quotes) / 20


def test_with_the_speakers_exchanged_most_direct_quotes_are_questioned(shipped) -> None:
    content = shipped.inputs.content
    people = [a.id for a in content.records.actors if a.kind == "person" and a.expert]
    direct = [r for r in content.records.quotes if r.kind == "direct" and r.speaker in people]
    other = {who: people[(number + 1) % len(people)] for number, who in enumerate(people)}
    swapped = tuple(replace(r, speaker=other[r.speaker]) if r in direct else r for r in content.records.quotes)
    inputs = replace(shipped.inputs, content=replace(content, records=replace(content.records, quotes=swapped)))
    questioned = {issue.record for issue in compile_briefing(inputs).issues if issue.code == "speaker-differs"}
    assert direct
    assert len(questioned & {f"quotes/{record.id}" for record in direct}) >= 0.6 * len(direct)


def test_nothing_of_the_articles_is_left_open(shipped) -> None:
    assert [issue.line() for issue in coverage(shipped).issues] == []


def test_of_the_shipped_articles_nothing_waits_for_a_review(shipped) -> None:
    assert shipped.knowledge.claims.quotes
    assert [proposal.ref for proposal in proposals(shipped)] == []


def test_with_the_briefing_alone_there_are_claims_and_pasting_them_leaves_nothing(tmp_path: Path) -> None:
    root = copied(tmp_path, "content/briefing.yml")
    first = compiled(root)
    assert errors(first) == []
    kinds = (Kind.ACTORS, Kind.QUOTES, Kind.AGREEMENTS, Kind.POSITIONS, Kind.JUDGEMENTS, Kind.EVENTS, Kind.FIGURES)
    assert [kind for kind in kinds if not first.knowledge.claims.of(kind)] == []
    for proposal in proposals(first):
        path = root / proposal.file
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(written_item(proposal.record))
    second = compiled(root)
    assert errors(second) == []
    assert [proposal.ref for proposal in proposals(second)] == []
    assert second.knowledge.excerpts == first.knowledge.excerpts


@pytest.mark.parametrize("article", sorted((ROOT / "tests/gold/unseen").glob("**/*.txt")), ids=lambda path: path.stem)
def test_an_article_dropped_in_brings_claims_and_taking_it_out_restores_all(tmp_path: Path, article: Path) -> None:
    root = copied(tmp_path, "content")
    before = compiled(root).knowledge.claims
    shutil.copy2(article, root / "seeds" / article.name)
    with_it = compiled(root)
    assert errors(with_it) == []
    new = [proposal for proposal in proposals(with_it) if any(article.stem[:10] in s for s in proposal.sources)]
    assert {proposal.ref.kind for proposal in new} >= {Kind.ACTORS, Kind.QUOTES}
    (root / "seeds" / article.name).unlink()
    assert compiled(root).knowledge.claims == before


@pytest.mark.parametrize(
    "words",
    [
        "“Fish " * 200 + "said Kara Dunn.",
        "the fish came back and " * 750 + ".",
        "fish boats nets harbour tide minister said cod " * 40,
        "KARA DUNN SAID THE COD WOULD COME BACK. “WE SHALL WAIT,” SHE SAID. " * 8,
    ],
    ids=["unmatched marks", "one sentence of 3,000 words", "no punctuation", "all capitals"],
)
def test_odd_text_is_on_the_site_and_spoils_nothing(tmp_path: Path, words: str) -> None:
    root = copied(tmp_path, "content/briefing.yml")
    (root / "seeds/odd.txt").write_text(f"Fish\n\nBy Mara Quill\n\n{words}\n", encoding="utf-8")
    compilation = compiled(root)
    assert errors(compilation) == []
    assert "odd" in {source.id for source in compilation.knowledge.sources}
