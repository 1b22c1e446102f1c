"""`briefing add`: articles into `seeds/`, and nothing over anything."""

from pathlib import Path

import pytest

from builder.cli import main
from builder.files import read_settings
from tests.ingest.test_importing import serving
from tests.support import tiny_project

PAGES = Path(__file__).resolve().parents[1] / "ingest/pages"
COD = "2031-05-04-tarn-and-ossel-agree-on-cod"


@pytest.fixture
def project(tmp_path):
    tiny_project(tmp_path / "project")
    return tmp_path / "project"


def add(project, *references):
    return main(["add", *map(str, references), "--config", str(project / "mkdocs.yml")])


def seeds(project):
    return {path.name: path.read_bytes() for path in (project / "seeds").iterdir()}


def test_a_saved_page_becomes_a_source(project, capsys):
    before = seeds(project)
    assert add(project, PAGES / "linked-data.html") == 0
    assert capsys.readouterr().out == f"seeds/{COD}.txt: written. Everything was found.\n"
    after = seeds(project)
    assert after.pop(f"{COD}.txt") == (PAGES / "linked-data.txt").read_bytes()
    assert after == before


def test_what_was_not_found_is_said(project, capsys):
    assert add(project, PAGES / "old-table.html") == 0
    assert capsys.readouterr().out == "seeds/nets-come-in.txt: written. Not found: outlet, date, link.\n"


def test_the_same_article_is_named_and_not_written_again(project, capsys):
    assert add(project, PAGES / "linked-data.html", PAGES / "linked-data.html", PAGES / "linked-data.txt") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(seeds(project)) == 3
    assert all(
        line.endswith(f"this article is there already, seeds/{COD}.txt; nothing was written.") for line in lines[1:]
    )


def test_another_article_of_the_same_name_is_numbered(project, tmp_path):
    (tmp_path / "herald.txt").write_text("Other words\n\nAnd more of them.\n", encoding="utf-8")
    before = seeds(project)["herald.txt"]
    assert add(project, tmp_path / "herald.txt") == 0
    assert seeds(project)["herald.txt"] == before
    assert seeds(project)["herald-2.txt"] == b"Other words\n\nAnd more of them.\n"


def test_what_is_no_article_is_one_line_and_the_others_go_on(project, tmp_path, capsys):
    (tmp_path / "a.js").write_text("alert(1)", encoding="utf-8")
    assert add(project, tmp_path / "a.js", tmp_path / "gone.txt", PAGES / "open-graph.html") == 2
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 2
    assert said.err.splitlines()[0].endswith("[import-kind]")
    assert said.err.splitlines()[1].endswith("[import-unreadable]")
    assert len(said.out.splitlines()) == 1


def test_from_an_address_and_without_one(project, monkeypatch, capsys):
    monkeypatch.setenv("no_proxy", "*")
    with serving() as base:
        assert add(project, f"{base}/page") == 1
        assert capsys.readouterr().err.endswith("[import-empty]\n")
    assert add(project, f"{base}/page") == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{base}/page:1: cannot be reached (")
    assert said.count("\n") == 1


def test_a_hostile_page_is_text_in_a_file_with_a_safe_name(project, capsys):
    assert add(project, PAGES / "hostile.html") == 0
    (name,) = seeds(project).keys() - {"herald.txt", "lantern.txt"}
    assert name == "img-src-x-onerror-alert-1-7-7.txt"
    assert capsys.readouterr().err == ""


def test_the_folder_of_articles_is_made_where_there_is_none(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [briefing]\n", encoding="utf-8")
    assert add(tmp_path, PAGES / "microdata.html") == 0
    assert [path.parent for path in read_settings(tmp_path / "mkdocs.yml").seeds.iterdir()] == [tmp_path / "seeds"]


def test_wrong_usage(project, capsys):
    assert main(["add"]) == 2
    assert main(["add", "x.txt", "--config", "gone.yml"]) == 2
    assert capsys.readouterr().err
