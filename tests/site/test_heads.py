"""What a link to a page shows elsewhere, and what a page says to programs; addresses that moved lead on."""

import json
import re
import struct
from collections import Counter
from urllib.parse import urldefrag, urljoin

import pytest

from tests.site.reading import text_of

pytestmark = pytest.mark.site

TYPES = {
    "WebPage": {"name", "description", "inLanguage", "isPartOf", "dateModified", "mainEntity"},
    "WebSite": {"name", "description", "inLanguage", "url"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "NewsArticle": {
        *("headline", "author", "publisher", "datePublished", "inLanguage", "wordCount", "url"),
    },
    "Person": {"name", "alternateName", "jobTitle", "affiliation"},
    "Organization": {"name", "alternateName"},
    "Corporation": {"name", "alternateName"},
    "Country": {"name", "alternateName"},
    "Place": {"name", "alternateName"},
    "Quotation": {"text", "creator", "isPartOf"},
    "Event": {"name", "startDate", "endDate"},
    "DefinedTerm": {"name"},
    "CreativeWork": {"name"},
}
"""The types of schema.org that the site uses, each with the properties that schema.org gives it and the site uses."""


def metas(page):
    named = ((e.get("property") or e.get("name"), e.get("content")) for e in page.tree.iter("meta"))
    return {name: content for name, content in named if name}


def statements(page):
    scripts = [e.text for e in page.tree.iter("script") if e.get("type") == "application/ld+json"]
    assert len(scripts) == 1, page.address
    return json.loads(scripts[0])


def nodes(value):
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)


@pytest.fixture(scope="module")
def written(site):
    """The pages that the build step wrote: all but the one for what is not there."""
    return [page for page in site.pages.values() if page.address != "404.html"]


def test_titles_and_descriptions_are_each_page_s_own(written):
    for values in (
        [text_of(next(page.tree.iter("title"))) for page in written],
        [metas(page)["description"] for page in written],
    ):
        assert [value for value, count in Counter(values).items() if count > 1 or len(value) < 10] == []


def test_every_page_can_be_shown_as_a_card(site, written):
    picture = site.folder / "assets/preview.png"
    size = struct.unpack(">II", picture.read_bytes()[16:24])
    for page in written:
        found = metas(page)
        canonical = [e.get("href") for e in page.tree.iter("link") if e.get("rel") == "canonical"]
        assert canonical == [found["og:url"]] == [site.address(page)]
        assert found["og:title"]
        assert found["og:description"] == found["description"]
        assert found["twitter:card"] == "summary_large_image"
        assert site.file_of(found["og:image"]) == picture
        assert (int(found["og:image:width"]), int(found["og:image:height"])) == size == (1200, 630)


def test_statements_are_of_known_types_and_their_addresses_exist(site, written):
    seen = Counter()
    for page in written:
        said = statements(page)
        assert set(said) == {"@context", "@graph"}
        assert said["@context"] == "https://schema.org"
        for node in nodes(said["@graph"]):
            if "@type" in node:
                seen[node["@type"]] += 1
                assert set(node) - {"@type", "@id"} <= TYPES[node["@type"]], page.address
            for name in ("@id", "item"):
                if isinstance(node.get(name), str):
                    assert node[name].startswith(site.base), page.address
                    url, anchor = urldefrag(urljoin(site.address(page), node[name]))
                    target = site.pages[site.file_of(url)]
                    assert anchor in {"", "website", "event", *target.elements}, f"{page.address}: {node[name]}"
    assert {"WebPage", "WebSite", "NewsArticle", "Person", "Organization", "Quotation", "Event"} <= set(seen)


def test_quotations_are_the_records_own_words(site, briefing):
    page, _ = site.page_of("quotes/")
    here = f"{site.address(page)}#"
    said = {n["@id"].removeprefix(here): n["text"] for n in nodes(statements(page)) if n.get("@type") == "Quotation"}
    assert said == {q["id"]: q["text"] for q in briefing["quotes"] if q["kind"] != "indirect"}


def test_the_page_for_what_is_not_there_is_shown_as_a_card_of_the_site(site):
    found = metas(site.pages[site.folder / "404.html"])
    assert found["og:title"] == found["og:site_name"]
    assert found["og:description"] == found["description"]
    assert site.file_of(found["og:image"]) == site.folder / "assets/preview.png"
    assert found["twitter:card"] == "summary_large_image"


def test_the_sitemap_lists_every_page_but_those_that_lead_on(site, written):
    listed = re.findall("<loc>(.*?)</loc>", (site.folder / "sitemap.xml").read_text(encoding="utf-8"))
    leading = [page for page in written if any(e.get("http-equiv") == "refresh" for e in page.tree.iter("meta"))]
    assert sorted(listed) == sorted(site.address(page) for page in written if page not in leading)
