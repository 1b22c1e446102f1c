"""The commands on a tiny project, in this process; the whole way to the site is in tests/site."""

import json
import sys
from pathlib import Path

import click
import pytest

from builder.cli import commands, main
from tests.support import change, tiny_project

pytestmark = pytest.mark.slow

SERVE = sys.modules["builder.cli.serve"]  # the package has the command under that name
README = Path(__file__).resolve().parents[2] / "README.md"


@pytest.fixture
def config(tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return str(tiny_project(tmp_path))


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_explains_itself_and_stands_in_the_readme(name, capsys):
    assert main([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert "--config" in said
    assert len(commands.commands[name].get_short_help_str()) > 10
    assert f"briefing {name}" in README.read_text(encoding="utf-8")


def test_every_option_explains_itself():
    for command in commands.commands.values():
        options = [option for option in command.params if isinstance(option, click.Option)]
        assert [option.name for option in options if not option.help] == []


def test_check_of_a_sound_project(config, capsys):
    assert main(["check", "--config", config]) == 0
    said = capsys.readouterr().out
    assert "0 errors, 1 warning." in said
    assert "evidence-is-verbatim" in said
    assert "Not yet reviewed: 1 figures, 1 disagreements." in said
    assert "herald" in said
    assert "limit 100%" in said


def test_check_as_json(config, capsys):
    assert main(["check", "--config", config, "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["errors"] == 0
    assert said["checks"]["evidence-is-verbatim"] > 0
    assert set(said["published_share"]) == {"herald", "lantern"}
    assert said["counts"]["quotes"] == 1


def test_check_of_a_mistake(config, capsys):
    change(Path(config).parent, "content/terms/all.yml", "a ban on drift nets", "a ban on drift mets")
    assert main(["check", "--config", config]) == 1
    said = capsys.readouterr()
    assert [line for line in said.out.splitlines() if line.endswith("[evidence-missing]")]
    assert "1 error, " in said.out
    assert said.err == ""


def test_generate_writes_the_pages_once(config, capsys):
    docs = Path(config).parent / "build/docs"
    assert main(["generate", "--config", config]) == 0
    assert (docs / "index.md").is_file()
    assert (docs / "data/briefing.json").is_file()
    assert " 0 unchanged" in capsys.readouterr().out
    assert main(["generate", "--config", config]) == 0
    assert "0 files written" in capsys.readouterr().out


def test_generate_writes_nothing_where_something_is_wrong(config, capsys):
    change(Path(config).parent, "content/terms/all.yml", "a ban on drift nets", "a ban on drift mets")
    assert main(["generate", "--config", config]) == 1
    assert "Nothing was written." in capsys.readouterr().err
    assert [path.name for path in (Path(config).parent / "build/docs").iterdir()] == [".gitignore"]


def test_generate_into_another_folder(config, tmp_path, capsys):
    assert main(["generate", "--config", config, "--docs-dir", str(tmp_path / "elsewhere")]) == 0
    assert (tmp_path / "elsewhere/index.md").is_file()
    assert str(tmp_path / "elsewhere") in capsys.readouterr().out


@pytest.mark.parametrize("folder", ["content", "content/quotes", "seeds", "tests", ".", "..", ".git"])
@pytest.mark.parametrize("command", [("generate", "--docs-dir"), ("build", "--site-dir")])
def test_a_folder_that_must_stay_is_no_place_for_pages(config, command, folder, capsys):
    root = Path(config).parent
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert main([command[0], "--config", config, command[1], str(root / folder)]) == 2
    said = capsys.readouterr().err
    assert f"`{command[1]}` ({(root / folder).resolve()}) is emptied by each build" in said
    assert said.endswith("[settings]\n")
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_folder_of_others_is_no_place_for_pages(config, tmp_path, capsys):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.md").write_bytes(b"Dear mother")
    assert main(["generate", "--config", config, "--docs-dir", str(tmp_path / "mine")]) == 1
    assert "holds files that no build has listed (letter.md) — name an empty folder" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.md"]


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["check", "--config", "nowhere.yml"], 2, "nowhere.yml:1: there is no such file"),
        (["check", "--invented"], 2, "--invented"),
        (["invented"], 2, "invented"),
        (["extract", "nowhere.txt"], 2, "nowhere.txt:1: this does not exist"),
        (["diff", "nowhere.json", "nowhere.json"], 2, "nowhere.json"),
        ([], 2, "Usage: briefing"),
    ],
)
def test_wrong_usage(arguments, status, says, capsys):
    assert main(arguments) == status
    said = capsys.readouterr()
    assert says in said.err
    assert said.out == ""


def test_the_version_is_that_of_the_package(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("briefing, version ")


ARTICLE = "Boats\n\nBy Mara Quill\n4 May 2031\n\nThe islands paid $3 million for the boats and the crews that sail them out of the port.\n"


class TestExtract:
    def test_one_line_of_json_a_source_in_the_order_given_without_any_records(self, tmp_path, monkeypatch, capsys):
        monkeypatch.chdir(tmp_path)
        for name in ("b", "a"):
            (tmp_path / f"{name}.txt").write_text(ARTICLE, encoding="utf-8")
        assert main(["extract", "b.txt", "./a.txt"]) == 0
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [(line["id"], line["file"]) for line in lines] == [("b", "b.txt"), ("a", "./a.txt")]
        (figure,) = lines[0]["figures"]
        assert ARTICLE[slice(*figure["span"])] == "$3 million"
        assert lines[0]["positions"] == []

    def test_what_cannot_be_read_is_named_and_the_others_go_on(self, tmp_path, monkeypatch, capsys):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
        (tmp_path / "odd.txt").write_bytes(b"\xff\xfe\xff")
        assert main(["extract", "gone.txt", "odd.txt", "a.txt", "--output", "out/found.jsonl"]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        first, second = said.err.splitlines()
        assert first.startswith("gone.txt:1: this does not exist — ")
        assert second.startswith("odd.txt:1: ")
        assert json.loads((tmp_path / "out/found.jsonl").read_text(encoding="utf-8"))["id"] == "a"

    def test_an_article_in_another_language_has_an_empty_line_and_a_warning(self, tmp_path, monkeypatch, capsys):
        monkeypatch.chdir(tmp_path)
        words = "Die Inseln haben am Sonntag einen Vertrag unterzeichnet, und die Fischer sind mit dem Ergebnis nicht zufrieden. "
        (tmp_path / "inseln.txt").write_text(f"Der Vertrag\n\n{words * 6}\n", encoding="utf-8")
        assert main(["extract", "inseln.txt"]) == 0
        said = capsys.readouterr()
        assert json.loads(said.out)["figures"] == []
        assert "“de”" in said.err
        assert "[language-unread]" in said.err

    def test_a_briefing_that_is_named_must_be_there_and_sound(self, config, tmp_path, capsys):
        (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
        assert main(["extract", str(tmp_path / "a.txt"), "--config", "gone.yml"]) == 2
        change(Path(config).parent, "content/briefing.yml", "title:", "titel:")
        assert main(["extract", str(tmp_path / "a.txt"), "--config", config]) == 1
        said = capsys.readouterr()
        assert "content/briefing.yml:1: " in said.err
        assert len(said.out.splitlines()) == 1


class TestReview:
    def test_what_waits_is_yaml_under_the_name_of_its_file(self, config, capsys):
        assert main(["review", "--config", config]) == 0
        said = capsys.readouterr().out
        assert "# content/figures/lantern.yml\n# seeds/lantern.txt:6 — found as: " in said
        assert "\n- id: two-days-after-the-signing-in-" in said
        assert said.endswith("# 2 records to review: 1 in figures, 1 in disagreements.\n")

    def test_of_one_source(self, config, capsys):
        assert main(["review", "--config", config, "--source", "herald"]) == 0
        assert "figures" not in capsys.readouterr().out
        assert main(["review", "--config", config, "--source", "heralt"]) == 2
        assert "did you mean herald?" in capsys.readouterr().err

    def test_a_briefing_that_cannot_be_read(self, config, capsys):
        change(Path(config).parent, "content/briefing.yml", "title:", "titel:")
        assert main(["review", "--config", config]) == 1
        assert "content/briefing.yml" in capsys.readouterr().err


def test_a_path_that_names_nothing_is_wrong_usage_in_every_command_that_takes_paths(config, tmp_path, capsys):
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\0\0")
    there, odd, gone = (str(tmp_path / name) for name in ("a.txt", "b.txt", "gone.txt"))
    for command in (["add", "--config", config], ["extract"]):
        assert main([*command, there]) == 0
        assert main([*command, odd]) == 1
        assert main([*command, gone, there]) == 2
    capsys.readouterr()


@pytest.mark.parametrize(
    "address", ["foo", "127.0.0.1", "127.0.0.1:", ":8000", "a b:80", "localhost:70000", "localhost:0"]
)
def test_an_address_that_is_none_is_one_line(config, capsys, monkeypatch, address):
    monkeypatch.setattr(SERVE, "live_preview", lambda *_given, **_named: pytest.fail("it was begun"))
    assert main(["serve", "--config", config, "--address", address]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "is not HOST:PORT — write such as 127.0.0.1:8000" in said.err


@pytest.mark.parametrize("address", ["127.0.0.1:8000", "localhost:1", "[::1]:65535"])
def test_addresses(config, monkeypatch, address):
    begun = []
    monkeypatch.setattr(SERVE, "live_preview", lambda _settings, *, address: begun.append(address))
    monkeypatch.setattr(SERVE, "check_theme", lambda _config: None)
    assert main(["serve", "--config", config, "--address", address]) == 0
    assert begun == [address]
