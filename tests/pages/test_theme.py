"""The overridden partials against the theme they come from; what the theme of ours loads."""

import hashlib
import json
import re
from importlib.metadata import version
from pathlib import Path

import material
import pytest

from tests.pages.rendering import ROOT, configuration

OURS = ROOT / "builder/theme"
UPSTREAM = Path(material.__file__).parent / "templates"
RECORDED = json.loads((OURS / ".upstream.json").read_text(encoding="utf-8"))


def overridden():
    return sorted(
        p.relative_to(OURS).as_posix() for p in OURS.rglob("*.html") if (UPSTREAM / p.relative_to(OURS)).is_file()
    )


def test_every_overridden_file_is_recorded_and_no_other():
    assert sorted(RECORDED["replaced"]) == overridden()
    assert sorted(p.relative_to(OURS).as_posix() for p in OURS.rglob("*.html")) == overridden()


@pytest.mark.parametrize("name", overridden())
def test_the_file_it_replaces_is_the_one_it_was_made_from(name):
    digest = hashlib.sha256((UPSTREAM / name).read_bytes()).hexdigest()
    assert digest == RECORDED["replaced"][name], f"{name} changed upstream: compare, carry over, record the new hash"


def test_the_theme_is_the_one_that_was_looked_at():
    assert RECORDED["theme"] == f"mkdocs-material {version('mkdocs-material')}"


def test_only_what_a_browser_needs_is_copied_to_the_site():
    """MkDocs copies every file of the theme but templates and those whose name begins with a dot."""
    copied = {p.relative_to(OURS).parts[0] for p in OURS.rglob("*") if p.is_file() and p.suffix != ".html"}
    assert copied == {"assets", ".upstream.json"}


@pytest.mark.parametrize("path", sorted(p for p in OURS.rglob("*") if p.suffix in {".css", ".js", ".svg", ".html"}))
def test_nothing_is_loaded_from_another_host(path):
    text = re.sub(r'xmlns="http://www\.w3\.org/2000/svg"', "", path.read_text(encoding="utf-8"))
    assert not re.search(r"https?:|url\(|@import|//[a-z]+\.[a-z]", text)


def test_the_configuration_asks_for_nothing_outside():
    config = configuration()
    assert config["theme"]["font"] is False
    assert "repo_url" not in config
    assert not any("instant" in feature for feature in config["theme"]["features"])
    assert config["extra"]["generator"] is False


def test_every_link_is_checked():
    validation = configuration()["validation"]
    assert {level for part in validation.values() for level in part.values()} == {"warn"}
    assert set(validation["links"]) == {"not_found", "anchors", "absolute_links", "unrecognized_links"}


def test_search_finds_us():
    """The default pipeline drops English stop words, and “us” is one."""
    plugins = [plugin for plugin in configuration()["plugins"] if "search" in plugin]
    options = plugins[0]["search"]
    assert "stopWordFilter" not in options["pipeline"]
    assert "stemmer" not in options["pipeline"]
    parted = [part for part in re.split(options["separator"], "the U.S. (US) said “no”, 3.6 more") if part]
    assert parted == ["the", "U", "S", "US", "said", "no", "3.6", "more"]
