"""`briefing export`: what it writes, and what it refuses to touch."""

from pathlib import Path

import pytest

from builder.cli import main
from tests.support import tiny_project

pytestmark = pytest.mark.slow


@pytest.fixture
def config(tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return str(tiny_project(tmp_path / "project"))


def names(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_docs_tree(config, tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["export", "--config", config, "--to", str(out)]) == 0
    assert {"mkdocs.yml", "docs/index.md", "docs/data/quotes.csv", "docs/feed.xml"} <= names(out)
    assert "mkdocs build --strict" in capsys.readouterr().out
    assert main(["export", "--config", config, "--to", str(out)]) == 0
    assert "0 files written" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("form", "some"),
    [
        ("csv", {"quotes.csv", "sources.csv", "terms.csv"}),
        ("bibtex", {"sources.bib", "quotes.bib"}),
        ("csl-json", {"sources.csl.json", "quotes.csl.json"}),
        ("ris", {"sources.ris", "quotes.ris"}),
    ],
)
def test_lists(config, tmp_path, form, some):
    assert main(["export", "--config", config, "--to", str(tmp_path / "out"), "--as", form]) == 0
    found = names(tmp_path / "out") - {".briefing-files"}
    assert some <= found
    assert {Path(name).suffix for name in found} == {Path(next(iter(some))).suffix}


def test_another_form_in_the_same_folder_takes_the_place_of_the_first(config, tmp_path):
    for form in ("csv", "ris"):
        assert main(["export", "--config", config, "--to", str(tmp_path / "out"), "--as", form]) == 0
    assert names(tmp_path / "out") == {".briefing-files", "sources.ris", "quotes.ris"}


def test_a_folder_of_others_is_left_alone(config, tmp_path, capsys):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("Dear mother", encoding="utf-8")
    assert main(["export", "--config", config, "--to", str(tmp_path / "mine")]) == 1
    assert "holds files that no build has listed (letter.txt)" in capsys.readouterr().err
    assert names(tmp_path / "mine") == {"letter.txt"}


@pytest.mark.parametrize("folder", [".", "..", "seeds", "content/quotes", "build/docs", "site", ".git"])
def test_a_folder_of_the_project_is_refused(config, folder, capsys):
    root = Path(config).parent
    before = names(root)
    assert main(["export", "--config", config, "--to", str(root / folder)]) == 2
    said = capsys.readouterr().err
    assert "overlaps with folders of the project" in said
    assert names(root) == before


def test_what_was_built_there_stays(config, tmp_path):
    out = tmp_path / "out"
    assert main(["export", "--config", config, "--to", str(out)]) == 0
    (out / "site").mkdir()
    (out / "site/index.html").write_text("<p>", encoding="utf-8")
    assert main(["export", "--config", config, "--to", str(out)]) == 0
    assert (out / "site/index.html").is_file()


def test_wrong_content_writes_nothing(config, tmp_path, capsys):
    (Path(config).parent / "content/briefing.yml").write_text("titel: x\n", encoding="utf-8")
    assert main(["export", "--config", config, "--to", str(tmp_path / "out")]) == 1
    assert "content/briefing.yml:1: " in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [["export"], ["export", "--to", "x", "--as", "word"]])
def test_wrong_usage(arguments, config, capsys):
    assert main([*arguments, "--config", config]) == 2
    assert capsys.readouterr().err
