"""The overridden partials against the theme they come from; what the theme of ours loads."""

import hashlib
import json
import re
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace

import material
import mkdocs
import pytest
from jinja2 import Environment

from tests.pages.rendering import ROOT, configuration

OURS = ROOT / "builder/theme"
UPSTREAM = Path(material.__file__).parent / "templates"
VENDORED = json.loads((OURS / ".vendored.json").read_text(encoding="utf-8"))
RECORDED = json.loads((OURS / ".upstream.json").read_text(encoding="utf-8"))


def overridden():
    return sorted(
        p.relative_to(OURS).as_posix() for p in OURS.rglob("*.html") if (UPSTREAM / p.relative_to(OURS)).is_file()
    )


def test_every_overridden_file_is_recorded_and_no_other():
    assert sorted(RECORDED["replaced"]) == overridden()
    assert sorted(p.relative_to(OURS).as_posix() for p in OURS.rglob("*.html")) == sorted(
        [*overridden(), *RECORDED["own"]]
    )


@pytest.mark.parametrize("name", overridden())
def test_the_file_it_replaces_is_the_one_it_was_made_from(name):
    digest = hashlib.sha256((UPSTREAM / name).read_bytes()).hexdigest()
    assert digest == RECORDED["replaced"][name], f"{name} changed upstream: compare, carry over, record the new hash"


def test_the_sitemap_it_replaces_is_the_one_it_was_made_from():
    of_mkdocs = Path(mkdocs.__file__).parent / "templates"
    assert {p.relative_to(OURS).as_posix() for p in OURS.rglob("*.xml")} == set(RECORDED["replaced_of_mkdocs"])
    for name, recorded in RECORDED["replaced_of_mkdocs"].items():
        assert not (UPSTREAM / name).exists()
        assert hashlib.sha256((of_mkdocs / name).read_bytes()).hexdigest() == recorded


def test_the_sitemap_lists_no_page_that_only_leads_on():
    pages = [
        SimpleNamespace(
            page=SimpleNamespace(
                is_link=False, canonical_url=f"https://x.example/{name}/", meta=meta, update_date="2031-05-06"
            )
        )
        for name, meta in (
            ("here", {"title": "Here"}),
            ("gone", {"moved": "here/#here"}),
            ("plain", {}),
            ("none", None),
        )
    ]
    written = (
        Environment(autoescape=True).from_string((OURS / "sitemap.xml").read_text(encoding="utf-8")).render(pages=pages)
    )
    assert re.findall("<loc>(.*?)</loc>", written) == [
        f"https://x.example/{name}/" for name in ("here", "plain", "none")
    ]
    assert written.startswith('<?xml version="1.0" encoding="UTF-8"?>')


def test_the_theme_is_the_one_that_was_looked_at():
    assert RECORDED["theme"] == f"mkdocs-material {version('mkdocs-material')}"
    assert RECORDED["mkdocs"] == f"mkdocs {version('mkdocs')}"


def test_only_what_a_browser_needs_is_copied_to_the_site():
    """MkDocs copies every file of the theme but templates and those whose name begins with a dot."""
    templates = {".html", ".xml"}
    copied = {p.relative_to(OURS).parts[0] for p in OURS.rglob("*") if p.is_file() and p.suffix not in templates}
    assert copied == {"assets", ".upstream.json", ".vendored.json"}


WRITTEN = sorted(p for p in OURS.rglob("*") if p.suffix in {".css", ".js", ".svg", ".html"} and "vendor" not in p.parts)


@pytest.mark.parametrize("path", WRITTEN, ids=[p.relative_to(OURS).as_posix() for p in WRITTEN])
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


def test_every_library_that_is_shipped_is_the_published_file():
    shipped = {p.relative_to(OURS).as_posix() for p in OURS.rglob("vendor/*.js")}
    assert shipped == set(VENDORED)
    for name, entry in VENDORED.items():
        assert hashlib.sha256((OURS / name).read_bytes()).hexdigest() == entry["sha256"], name
        licence = OURS / "assets/vendor" / entry["licence"].rpartition(" ")[2]
        assert "Permission is hereby granted" in licence.read_text(encoding="utf-8")
