"""What goes into an export."""

import re
from importlib.metadata import version

import pytest

from builder.files import SettingsError, check_theme, lock, portable_settings
from builder.model.issues import BriefingError
from builder.publish import ExportForm, exported_lists, exported_tree
from builder.publish.export import pinned

FILES = {
    "index.md": b"# Home\n",
    "data/briefing.json": b"{}\n",
    "data/quotes.csv": b"id\r\n",
    "data/quotes.bib": b"",
    "data/quotes.ris": b"",
    "data/quotes.csl.json": b"[]\n",
    "data/citations/herald.csv": b"",
}


@pytest.mark.parametrize(
    ("form", "name"),
    [
        (ExportForm.CSV, "quotes.csv"),
        (ExportForm.BIBTEX, "quotes.bib"),
        (ExportForm.CSL_JSON, "quotes.csl.json"),
        (ExportForm.RIS, "quotes.ris"),
    ],
)
def test_a_form_is_a_file_a_list(form, name):
    assert exported_lists(FILES, form) == {name: FILES[f"data/{name}"]}


def test_a_tree_has_pages_theme_settings_and_what_is_needed_to_build_it():
    tree = exported_tree(
        FILES, settings=b"site_name: x\n", theme={"main.html": b"x"}, name="The\nTarn {accord}", lock=lock()
    )
    assert set(tree) == {
        "README.md",
        "mkdocs.yml",
        "requirements.txt",
        "theme/main.html",
        *(f"docs/{p}" for p in FILES),
    }
    assert tree["README.md"].startswith(b"# The Tarn {accord}\n")
    needed = [line for line in tree["requirements.txt"].decode("utf-8").splitlines() if not line.startswith(" ")]
    names = {line.split("==")[0] for line in needed}
    assert {"mkdocs-material", "mkdocs", "pymdown-extensions", "jinja2", "pyyaml", "babel", "click"} <= names
    assert not {"spacy", "numpy", "briefing-builder", "pydantic"} & names
    installed = {name: version(name) for name in ("mkdocs", "mkdocs-material", "jinja2")}
    assert {f"{name}=={number}" for name, number in installed.items()} <= {line.split()[0] for line in needed}


LOCK = """\
alpha==1 ; python_version < '3' \\
    --hash=sha256:aa \\
    --hash=sha256:ab
    # via gamma
alpha==2 \\
    --hash=sha256:ac
    # via gamma
beta==1 \\
    --hash=sha256:ba
    # via briefing-builder (pyproject.toml)
delta==3 \\
    --hash=sha256:da
    # via
    #   alpha
    #   beta
gamma==1 \\
    --hash=sha256:ca
    # via
    #   beta
    #   briefing-builder (pyproject.toml)
"""


def test_of_a_lock_what_is_needed_is_taken_with_all_that_it_needs_and_its_hashes():
    names = [line.split()[0] for line in pinned(LOCK, ["gamma"]).splitlines() if "==" in line]
    assert names == ["alpha==1", "alpha==2", "delta==3", "gamma==1"]
    assert pinned(LOCK, ["delta"]) == "delta==3 \\\n    --hash=sha256:da\n"
    assert "alpha==1 ; python_version < '3' \\\n    --hash=sha256:aa \\\n    --hash=sha256:ab\n" in pinned(
        LOCK, ["beta"]
    )
    with pytest.raises(BriefingError, match="install the package again"):
        pinned(LOCK, ["epsilon"])


def portable(folder, text, **others):
    for name, held in {"mkdocs": text, **others}.items():
        (folder / f"{name}.yml").write_text(held, encoding="utf-8")
    return portable_settings(folder / "mkdocs.yml")


def test_settings_lose_what_is_ours_and_keep_the_rest(tmp_path):
    found = portable(
        tmp_path,
        """\
site_name: "Tarn: yes"
site_url: !ENV [SITE_URL, "https://example.org/"]
docs_dir: build/docs
hooks: [ours.py]
theme: {name: material, custom_dir: ours, features: [toc.follow]}
plugins:
  - search: {lang: en}
  - briefing: {seeds_dir: articles}
markdown_extensions:
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji ''}
""",
    )
    text = found.data.decode("utf-8")
    assert (found.theme, found.is_ours, found.overrides) == ("material", True, tmp_path / "ours")
    for kept in (
        "Tarn: yes",
        "!ENV [SITE_URL",
        "!!python/name:material.extensions.emoji.twemoji",
        "- toc.follow",
        "lang: en",
    ):
        assert kept in text.replace("[toc.follow]", "- toc.follow")
    for own in ("docs_dir: docs\n", "site_dir: site\n", "custom_dir: theme"):
        assert own in text
    for lost in ("briefing:", "articles", "build/docs", "ours"):
        assert lost not in text.partition("\n")[2]


@pytest.mark.parametrize("plugins", ["[briefing]", "[search, briefing]", "{briefing: {}, search: {}}"])
def test_plugins_in_every_form(tmp_path, plugins):
    text = portable(tmp_path, f"site_name: x\nplugins: {plugins}\n").data.decode("utf-8")
    assert "plugins:" in text
    assert "briefing" not in text.partition("\n")[2]
    assert ("search" in text) == ("search" in plugins)


def test_what_is_inherited_is_written_out(tmp_path):
    found = portable(
        tmp_path,
        "INHERIT: base.yml\nsite_name: mine\nextra: {a: 1}\n",
        base="site_name: theirs\nextra: {a: 2, b: 3}\nplugins: [briefing]\n",
    )
    text = found.data.decode("utf-8")
    assert "site_name: mine" in text
    assert re.search(r"extra: \{a: 1, b: 3\}|a: 1\n  b: 3", text)
    assert "INHERIT" not in text
    assert "theirs" not in text


@pytest.mark.parametrize(
    ("theme", "name", "says"),
    [
        ("", "mkdocs", "site_dir: site"),
        ("theme: material\n", "material", "custom_dir: theme"),
        ("theme: readthedocs\n", "readthedocs", "name: readthedocs"),
    ],
)
def test_themes(tmp_path, theme, name, says):
    found = portable(tmp_path, f"site_name: x\n{theme}")
    assert (found.theme, found.overrides) == (name, None)
    assert says in found.data.decode("utf-8")


@pytest.mark.parametrize(
    ("settings", "line"),
    [("theme: readthedocs\n", 2), ("x: y\ntheme:\n  name: mkdocs\n", 4), ("plugins: [briefing]\n", 1)],
)
def test_a_theme_without_a_template_for_the_dossier_is_named_with_its_line(tmp_path, settings, line):
    config = tmp_path / "mkdocs.yml"
    config.write_text(f"site_name: x\n{settings}", encoding="utf-8")
    with pytest.raises(SettingsError, match=rf"^mkdocs\.yml:{line}: the dossier is made for .* — .* \[settings\]$"):
        check_theme(config)


@pytest.mark.parametrize("theme", ["material", "{name: material}", "{name: readthedocs, custom_dir: ours}"])
def test_a_theme_with_a_template_for_the_dossier_is_left_alone(tmp_path, theme):
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours/dossier.html").write_text('{% extends "main.html" %}', encoding="utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text(f"site_name: x\ntheme: {theme}\n", encoding="utf-8")
    assert check_theme(config) is None
