"""Settings: MkDocs' own file, read without running anything it names."""

import re
from pathlib import Path

import pytest

import builder
from builder.files import SettingsError, read_settings

FULL = """\
site_name: Tarn and Ossel
site_url: !ENV [BRIEFING_URL, 'https://example.org/tarn/']
docs_dir: out/docs
site_dir: !ENV BRIEFING_SITE
plugins:
  - search
  - briefing:
      seeds_dir: articles
      content_dir: !ENV [BRIEFING_CONTENT, records]
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:no.such.module
      other: !!python/object/apply:os.system ['touch harm']
"""


def write(folder, text, name="mkdocs.yml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_is_read_and_nothing_is_run(tmp_path, monkeypatch):
    monkeypatch.setenv("BRIEFING_SITE", "public")
    monkeypatch.chdir(tmp_path)
    settings = read_settings(write(tmp_path, FULL))
    assert settings.root == tmp_path
    assert settings.config == tmp_path / "mkdocs.yml"
    assert settings.docs_dir == tmp_path / "out/docs"
    assert settings.site_dir == tmp_path / "public"
    assert settings.seeds == tmp_path / "articles"
    assert settings.content == tmp_path / "records"
    assert settings.site_url == "https://example.org/tarn/"
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]


@pytest.mark.parametrize(
    "text",
    [
        "site_name: x\n",
        "site_name: x\nplugins: [search, briefing]\n",
        "site_name: x\ndocs_dir: ~\nsite_url:\nplugins:\n  briefing: {}\n",
        "site_name: x\nsite_dir: !ENV BRIEFING_UNSET\nsite_url: !ENV [BRIEFING_UNSET, ~]\nplugins: []\n",
    ],
)
def test_what_is_not_written_has_its_usual_place(tmp_path, monkeypatch, text):
    monkeypatch.delenv("BRIEFING_UNSET", raising=False)
    settings = read_settings(write(tmp_path, text))
    folders = (settings.docs_dir, settings.site_dir, settings.seeds, settings.content)
    assert [path.relative_to(tmp_path).as_posix() for path in folders] == ["build/docs", "site", "seeds", "content"]
    assert settings.site_url is None


def test_plugins_may_be_a_mapping_and_settings_inherited(tmp_path):
    write(tmp_path, "site_dir: public\nplugins:\n  search: {}\n  briefing:\n    seeds_dir: in\n", "base.yml")
    settings = read_settings(write(tmp_path, "INHERIT: base.yml\nsite_name: x\ndocs_dir: made\n"))
    found = (settings.docs_dir, settings.site_dir, settings.seeds)
    assert found == (tmp_path / "made", tmp_path / "public", tmp_path / "in")


def test_a_relative_name_is_taken_from_the_present_folder(tmp_path, monkeypatch):
    write(tmp_path, "site_name: x\n")
    monkeypatch.chdir(tmp_path)
    assert read_settings(tmp_path.__class__("mkdocs.yml")).root == tmp_path


PROGRAM = Path(builder.__file__).resolve().parent
EMPTIED = "is emptied by each build and overlaps with other folders of the project — give it a folder of its own:"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "1: the file holds no settings — begin with a line such as site_name: My briefing"),
        ("- a\n", "1: the file holds no settings — begin with a line such as site_name: My briefing"),
        ("site_name: x\ndocs_dir: [a]\n", "2: `docs_dir` is not a text — write one value, such as docs_dir: folder"),
        ("a: b\nc: 'd\n", "3: this is not YAML (found unexpected end of stream) — mend this line or the one above"),
        (
            "a: b\nplugins:\n  - briefing:\n      seed_dir: x\n",
            "4: the plugin briefing has no option `seed_dir` — write `seeds_dir`, or take the line out",
        ),
        ("a: b\ndocs_dir: .\n", f"2: `docs_dir` (DIR) {EMPTIED} docs_dir: build/docs"),
        ("a: b\ndocs_dir: ..\n", f"2: `docs_dir` (UP) {EMPTIED} docs_dir: build/docs"),
        ("a: b\ndocs_dir: content\n", f"2: `docs_dir` (DIR/content) {EMPTIED} docs_dir: build/docs"),
        ("a: b\ndocs_dir: seeds/made\n", f"2: `docs_dir` (DIR/seeds/made) {EMPTIED} docs_dir: build/docs"),
        ("a: b\ndocs_dir: tests\n", f"2: `docs_dir` (DIR/tests) {EMPTIED} docs_dir: build/docs"),
        ("a: b\nsite_dir: .git/x\n", f"2: `site_dir` (DIR/.git/x) {EMPTIED} site_dir: site"),
        (f"a: b\ndocs_dir: {PROGRAM}\n", f"2: `docs_dir` ({PROGRAM}) {EMPTIED} docs_dir: build/docs"),
        (f"a: b\nsite_dir: {PROGRAM.parent}\n", f"2: `site_dir` ({PROGRAM.parent}) {EMPTIED} site_dir: site"),
        ("a: b\n\nsite_dir: build\n", f"3: `site_dir` (DIR/build) {EMPTIED} site_dir: site"),
    ],
)
def test_what_cannot_be_used_is_one_clear_line(tmp_path, text, line):
    path = write(tmp_path, text)
    expected = line.replace("DIR", str(tmp_path)).replace("UP", str(tmp_path.parent))
    with pytest.raises(SettingsError, match=re.escape(f"{path}:{expected} [settings]") + "$"):
        read_settings(path)


def test_a_missing_file_says_what_to_do(tmp_path):
    mend = "start in the folder that holds it, or name it with --config FILE"
    with pytest.raises(SettingsError, match=re.escape(f"no.yml:1: there is no such file — {mend} [settings]")):
        read_settings(tmp_path / "no.yml")


def test_a_file_that_is_not_utf8_or_a_folder_is_refused(tmp_path):
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: \xff\n")
    for path in (tmp_path / "mkdocs.yml", tmp_path):
        with pytest.raises(SettingsError, match="cannot be read"):
            read_settings(path)


def test_the_option_that_mkdocs_has_for_every_plugin_is_no_mistake(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("plugins:\n  - briefing:\n      enabled: !ENV [NAME, true]\n      seeds_dir: articles\n", "utf-8")
    assert read_settings(config).seeds == tmp_path / "articles"
