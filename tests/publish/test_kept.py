"""Findings kept between builds: nothing is lost, nothing is stale, nothing kept is needed."""

import json
from dataclasses import replace

import pytest

from builder.analyse import reader
from builder.files import read_settings
from builder.model import findings as kinds
from builder.model.findings import FigureFinding, Finding
from builder.model.text import Span
from builder.project import KEPT, compile_project
from builder.publish import kept
from builder.publish.kept import Kept, read_kept, write_kept
from tests.support import tiny_project

FIGURE = FigureFinding(source="a", spans=(Span(1, 3),), rule="r", key="k", value=2, unit="USD")


@pytest.fixture
def settings(tmp_path):
    return read_settings(tiny_project(tmp_path))


def files(folder):
    return sorted(path.name for path in folder.glob("*.json"))


@pytest.mark.parametrize("value", [2, 2.0, 2.5, 171_000_000_000])
def test_what_is_kept_comes_back_as_it_was(tmp_path, value):
    found = (replace(FIGURE, value=value, subject="“fish” in Þórshöfn"), FIGURE)
    write_kept(tmp_path, {"a": found, "b": ()})
    back = read_kept(tmp_path).findings
    assert back == {"a": found, "b": ()}
    assert type(back["a"][0].value) is type(value)


@pytest.mark.slow
def test_every_kind_that_is_found_comes_back(settings):
    found = compile_project(settings).findings
    assert {type(finding) for findings in found.values() for finding in findings} >= {kinds.QuoteFinding, FigureFinding}
    assert set(read_kept(settings.root / KEPT).findings.values()) == set(found.values())


@pytest.mark.slow
@pytest.mark.model
def test_every_kind_that_the_model_helps_to_find_comes_back(settings):
    found = compile_project(settings).findings
    assert len({type(finding) for findings in found.values() for finding in findings}) > 5
    assert set(read_kept(settings.root / KEPT).findings.values()) == set(found.values())


@pytest.mark.slow
def test_an_article_that_has_not_changed_is_not_read_again(settings, monkeypatch):
    first = compile_project(settings)
    read = []
    monkeypatch.setattr(reader, "_parser", lambda: read.append(1) or pytest.fail("an article was read again"))
    second = compile_project(settings)
    assert (second.findings, second.knowledge) == (first.findings, first.knowledge)
    assert second.issues == first.issues
    assert read == []


@pytest.mark.slow
def test_a_changed_article_is_read_again_alone_and_its_old_findings_go(settings, monkeypatch):
    compile_project(settings)
    before = files(settings.root / KEPT)
    seed = settings.seeds / "lantern.txt"
    seed.write_text(seed.read_text("utf-8") + "\nThe boats went home.\n", "utf-8")
    read, parser = [], reader._parser()
    monkeypatch.setattr(reader, "_parser", lambda: read.append(1) or parser)
    compile_project(settings)
    after = files(settings.root / KEPT)
    assert len(read) == 1
    assert (len(before), len(after), len({*before, *after})) == (2, 2, 3)


def test_nothing_kept_is_of_another_article_question_or_program():
    keys = {
        Kept(code, {}).key_of(*asked)
        for code in ("one program", "another")
        for asked in (("text", None), ("text", "2031-05-04"), ("text.", None))
    }
    assert len(keys) == 6


def test_the_program_is_known_by_every_file_that_findings_come_from(tmp_path, monkeypatch):
    monkeypatch.undo()  # the fingerprint itself, which tests without a model do without
    monkeypatch.setattr(kept, "CODE", (tmp_path,))
    prints = set()
    for text in ("a word", "another word"):
        (tmp_path / "words.yml").write_text(text, "utf-8")
        prints.add(kept._fingerprint.__wrapped__())
    assert len(prints) == 2
    assert {folder.name for folder in kept.CODE} == {tmp_path.name}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[",
        b"[1]",
        b'[["Nothing", {}]]',
        b'[["FigureFinding", {}]]',
        b'[["finding_key", {}]]',
        b"\xff",
        b'{"a": 1}',
    ],
)
def test_a_file_that_cannot_be_read_counts_as_none(tmp_path, data):
    (tmp_path / "a.json").write_bytes(data)
    write_kept(tmp_path / "sound", {"b": (FIGURE,)})
    (tmp_path / "b.json").write_bytes((tmp_path / "sound/b.json").read_bytes())
    assert read_kept(tmp_path).findings == {"b": (FIGURE,)}


def test_every_kind_of_finding_can_be_kept():
    everything = [kind for kind in vars(kinds).values() if isinstance(kind, type) and issubclass(kind, Finding)]
    assert len(everything) > 8
    for kind in everything:
        assert json.dumps(kept._adapter(kind.__name__).json_schema())


@pytest.mark.slow
def test_where_nothing_can_be_kept_the_build_goes_on(settings):
    (settings.root / ".cache").write_text("a file is in the way", "utf-8")
    assert compile_project(settings).knowledge is not None
