"""Pages in the theme itself: nothing to complain of, and hostile words stay words in title, menu and search index too."""

import os
import re
import subprocess
import sys
from urllib.parse import urljoin

import html5lib
import pytest

from builder.pages import preview, render_pages
from builder.publish import citation_assets, data_assets, feed_asset
from tests.pages.rendering import ROOT, SVG
from tests.pages.small import NOTES, small_knowledge
from tests.pages.test_hostile import PAYLOADS, hostile_knowledge

pytestmark = pytest.mark.site


def build(folder, knowledge):
    """Render a briefing with the project's own configuration; the site's folder, and what MkDocs complained of."""
    docs = folder / "build/docs"
    files = {page.path: page.markdown.encode("utf-8") for page in render_pages(knowledge, NOTES)}
    assets = (
        *data_assets(knowledge),
        *citation_assets(knowledge, None),
        feed_asset(knowledge, None),
        preview(knowledge),
    )
    for path, data in {**files, **{asset.path: asset.data for asset in assets}}.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(data)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("builder/theme", str(ROOT / "builder/theme"))
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env={**os.environ, "BRIEFING_GENERATE": "false", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "site", re.findall(r"(?m)^(?:WARNING|ERROR).*", done.stderr)


def parse(path):
    return html5lib.parse(path.read_bytes(), treebuilder="etree", namespaceHTMLElements=False)


def shape(tree):
    """Tags and where they load from or lead to, without the articles' words."""
    return [(e.tag, sorted(set(e.attrib) - {"checked", "text-anchor"})) for e in tree.iter() if _counts(e)]


def _counts(element):
    """How many lines a text in a drawing has is the words' own affair."""
    return isinstance(element.tag, str) and element.tag != f"{SVG}tspan"


@pytest.fixture(scope="module")
def small_site(tmp_path_factory):
    return build(tmp_path_factory.mktemp("small"), small_knowledge())


def test_the_renderer_has_nothing_to_complain_of(small_site):
    site, complaints = small_site
    assert complaints == []
    assert (site / "actors/kara-dunn/index.html").is_file()


def test_titles_are_unlike_each_other_and_say_where_one_is(small_site):
    site, _ = small_site
    titles = {path: parse(path).find("head/title").text.strip() for path in site.rglob("index.html")}
    name = "Kara Dunn – Actors – "
    assert titles[site / "actors/kara-dunn/index.html"].startswith(name)
    assert titles[site / "index.html"] == "The Tarn accord"
    moved = {path for path, title in titles.items() if title.startswith("Moved")}
    kept = [title for path, title in titles.items() if path not in moved]
    assert len(kept) == len(set(kept))


def test_the_theme_names_what_it_leaves_unnamed(small_site):
    tree = parse(small_site[0] / "index.html")
    search = next(e for e in tree.iter("div") if e.get("role") == "search")
    assert search.get("aria-label")
    assert [e.get("role") for e in tree.iter("div") if e.get("class") == "md-search-result__meta"] == ["status"]
    button = next(e for e in tree.iter("button") if "bb-menu" in e.get("class", ""))
    assert button.get("aria-expanded") == "false"
    assert [e.tag for e in tree.iter() if e.get("id") == button.get("aria-controls")] == ["nav"]


def test_nothing_is_loaded_from_another_host(small_site):
    for path in small_site[0].rglob("*.html"):
        for element in parse(path).iter():
            if isinstance(element.tag, str) and element.tag in {"script", "link", "img", "iframe", "source"}:
                loaded = element.get("src") or element.get("href") or ""
                assert not loaded.startswith(("http:", "//")), path
                assert not loaded.startswith("https:") or element.get("rel") == "canonical", path


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_hostile_words_are_words_in_the_whole_page(tmp_path, payload):
    plain, _ = build(tmp_path / "plain", hostile_knowledge("word"))
    site, _ = build(tmp_path / "hostile", hostile_knowledge(payload))
    paths = [p.relative_to(site) for p in sorted(site.rglob("*.html")) if "actors" not in p.parts]
    assert len(paths) > 15
    for path in paths:
        assert shape(parse(site / path)) == shape(parse(plain / path)), path
    titles = {parse(site / path).find("head/title").text for path in paths}
    assert any(payload.split()[0] in title for title in titles)


def test_an_old_address_leads_to_the_new_one(small_site):
    """At once where the reader's program follows, by a link where it does not; search engines are told which is which."""
    site, _ = small_site
    old = site / "actors/k-dunn/index.html"
    new = "https://example.org/briefing/actors/kara-dunn/"
    here = "https://example.org/briefing/actors/k-dunn/"
    tree = parse(old)
    refresh = [e.get("content") for e in tree.iter("meta") if e.get("http-equiv") == "refresh"]
    assert [urljoin(here, value.removeprefix("0; url=")) for value in refresh] == [new]
    assert [e.get("href") for e in tree.iter("link") if e.get("rel") == "canonical"] == [new]
    article = next(tree.iter("article"))
    assert f"{new}#kara-dunn" in [urljoin(here, a.get("href")) for a in article.iter("a")]
    assert not [e for e in parse(site / "index.html").iter("meta") if e.get("http-equiv")]
