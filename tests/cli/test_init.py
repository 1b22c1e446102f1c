"""`briefing init`: a new briefing builds at once, and nothing that is there is touched."""

import json
import shlex
import sys
import tomllib
from pathlib import Path

import pytest

from builder.cli import main
from builder.files import read_settings
from builder.files.starter import COPIED
from builder.records import RECORD_FOLDERS, load_content
from tests.conftest import ROOT, run
from tests.site.reading import BuiltSite

OWN = "Boats\n\nBy Mara Quill\n4 May 2031\n\nThe islands paid $3 million for the boats and the crews that sail them out of the port.\n"
SUBJECT = ("vietnam", "putin", "russia", "hanoi")


@pytest.fixture
def begun(tmp_path):
    assert main(["init", str(tmp_path / "new")]) == 0
    return tmp_path / "new"


def names(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_it_has_everything_that_a_briefing_needs(begun):
    assert {
        ".ci/address.py",
        ".ci/changes.py",
        ".github/workflows/briefing.yml",
        ".gitignore",
        "Makefile",
        "README.md",
        "build/docs/.gitignore",
        "content/briefing.yml",
        "content/pages/editors-guide.md",
        "mkdocs.yml",
        "requirements-dev.lock",
        "seeds/example-article.txt",
        *(f"content/{kind}/.gitkeep" for kind in RECORD_FOLDERS),
    } <= names(begun)


def test_what_is_copied_is_what_this_project_itself_uses(begun):
    for name, path in COPIED.items():
        if name != "mkdocs.yml":
            assert (begun / name).read_bytes() == (ROOT / path).read_bytes()


def test_a_wheel_carries_what_is_copied():
    carried = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    assert carried["force-include"] == {path: f"builder/starter/copied/{path}" for path in COPIED.values()}


def test_its_settings_are_ours_without_what_is_particular(begun):
    ours = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    its = (begun / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    gone = [line.split(":")[0].strip() for line in ours if line not in its]
    assert sorted(gone) == ["custom_dir", "enabled", "site_description", "site_name"]
    assert read_settings(begun / "mkdocs.yml").docs_dir == begun / "build/docs"


def test_nothing_of_the_shipped_subject_is_in_it(begun):
    words = "".join(path.read_text(encoding="utf-8").lower() for path in begun.rglob("*") if path.is_file())
    assert [word for word in SUBJECT if word in words] == []
    assert "{version}" not in words


def test_its_records_are_sound_and_its_examples_teach(begun):
    content, issues = load_content(begun, begun / "content")
    assert issues == ()
    assert content.briefing is not None
    assert len(content.briefing.parties) == len(content.briefing.issues) == 2
    assert (begun / "content/briefing.yml").read_text(encoding="utf-8").count("# ") > 8


@pytest.mark.parametrize("name", ["letter.txt", ".hidden"])
def test_a_folder_that_holds_something_is_refused(tmp_path, name, capsys):
    (tmp_path / name).write_text("mine", encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "is not empty — name a new folder" in said.err
    assert names(tmp_path) == {name}


def test_a_file_is_refused(tmp_path, capsys):
    (tmp_path / "letter").write_text("mine", encoding="utf-8")
    assert main(["init", str(tmp_path / "letter")]) == 2
    assert "is a file" in capsys.readouterr().err


@pytest.mark.parametrize("config", ["../mkdocs.yml", "a/b.yml", ".hidden", ""])
def test_a_config_that_is_no_name_is_refused(tmp_path, config):
    assert main(["init", str(tmp_path / "new"), "--config", config]) == 2
    assert not (tmp_path / "new").exists()


def test_an_empty_folder_and_another_name_for_the_settings(tmp_path, capsys):
    (tmp_path / "new").mkdir()
    assert main(["init", str(tmp_path / "new"), "--config", "site.yml"]) == 0
    assert "briefing serve --config site.yml" in capsys.readouterr().out.replace("'", "")
    assert "site.yml" in names(tmp_path / "new")
    assert "mkdocs.yml" not in names(tmp_path / "new")


@pytest.mark.slow
@pytest.mark.site
def test_it_builds_at_once_in_the_looks_of_the_theme(begun):
    done = run("briefing", "build", cwd=begun)
    assert done.returncode == 0, done.stdout + done.stderr
    site = BuiltSite(begun / "site")
    assert len(site.briefing["quotes"]) > 1
    assert {quote["review"] for quote in site.briefing["quotes"]} == {"editor"}
    assert (begun / "site/assets/briefing.css").is_file()
    assert "Every sentence of this site stands with the passage it rests on." in "".join(site.home.tree.itertext())
    assert run("mkdocs", "build", "--strict", cwd=begun).returncode == 0
    again = json.loads((begun / "site/data/briefing.json").read_text(encoding="utf-8"))
    assert again == site.briefing


@pytest.mark.parametrize("on_path", [True, False])
def test_the_command_that_it_prints_can_be_run_from_here(tmp_path, capsys, monkeypatch, on_path):
    programs = str(Path(sys.executable).parent)
    monkeypatch.setenv("PATH", programs if on_path else str(tmp_path))
    assert main(["init", str(tmp_path / "a new one")]) == 0
    said = capsys.readouterr().out
    command = (
        next(line for line in said.splitlines() if line.startswith("Look at it:")).removeprefix("Look at it:").strip()
    )
    folder, serve = (shlex.split(part) for part in command.split("&&"))
    assert folder == ["cd", str(tmp_path / "a new one")]
    assert serve == ["briefing" if on_path else f"{programs}/briefing", "serve"]


@pytest.mark.model
def test_it_begins_without_a_warning_and_lets_its_example_go(begun, capsys):
    config = str(begun / "mkdocs.yml")
    assert main(["check", "--config", config]) == 0
    assert "0 errors, 0 warnings." in capsys.readouterr().out
    examples = sorted(begun.glob("content/*/example-article.yml"))
    assert len(examples) > 4
    for path in (*examples, begun / "seeds/example-article.txt"):
        path.unlink()
    (begun / "seeds/mine.txt").write_text(OWN, encoding="utf-8")
    assert main(["check", "--config", config]) == 0
