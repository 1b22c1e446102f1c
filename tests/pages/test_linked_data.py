"""What pages say to programs."""

import json
from dataclasses import replace
from functools import cache

import pytest

from builder.model.claims import ActorKind, Role
from builder.pages import render_pages
from builder.pages.linked_data import Described, linked_data
from tests.pages.rendering import front_matter_of
from tests.pages.small import small_knowledge


@cache
def said():
    """The statements of each page, by path and type."""
    found = {}
    for page in render_pages(small_knowledge(), {}):
        statements = json.loads(front_matter_of(page.markdown)["linked"])
        assert statements["@context"] == "https://schema.org"
        found[page.path] = statements["@graph"]
    return found


def of_type(path, name):
    return [node for node in said()[path] if node["@type"] == name]


def test_every_page_says_what_it_is_and_where_it_belongs():
    for path, nodes in said().items():
        page = nodes[0]
        assert page["@type"] == "WebPage"
        assert page["name"]
        assert page["description"]
        assert page["dateModified"] == "2031-05-06"
        assert len([n for n in nodes if n["@type"] == "BreadcrumbList"]) == (path != "index.md")


def test_the_way_to_a_page_is_numbered():
    steps = of_type("actors/kara-dunn.md", "BreadcrumbList")[0]["itemListElement"]
    assert [(s["position"], s["name"], s["item"]) for s in steps] == [
        (1, "Home", "../../"),
        (2, "Actors", "../"),
        (3, "Kara Dunn", "./"),
    ]


def test_an_actor_is_a_person_or_what_else_it_is():
    person = of_type("actors/kara-dunn.md", "Person")[0]
    assert person["@id"] == "./#kara-dunn"
    assert person["name"] == "Kara Dunn"
    page = said()["actors/kara-dunn.md"][0]
    assert page["mainEntity"] == {"@id": person["@id"]}
    kinds = {a.kind for a in small_knowledge().claims.actors}
    assert ActorKind.PERSON in kinds
    assert of_type("actors/tarn-island.md", "Country")


def test_for_whom_somebody_speaks_is_no_organisation():
    known = small_knowledge()
    other = next(a for a in known.claims.actors if a.kind is ActorKind.PERSON and a.id != "kara-dunn")
    kara = next(a for a in known.claims.actors if a.id == "kara-dunn")
    actor = replace(kara, roles=(Role("lawyer", other.name), Role("chair", "Tarn Harbour")))
    page = Described("actors/kara-dunn.md", "Kara Dunn", "Who she is.", ("Home", "Actors"))
    nodes = json.loads(linked_data(known, page, actor))["@graph"]
    person = next(n for n in nodes if n["@type"] == "Person")
    assert person["affiliation"] == [{"@type": "Organization", "name": "Tarn Harbour"}]


def test_a_quotation_names_its_speaker_and_the_articles_that_print_it():
    quotation = next(n for n in of_type("quotes/index.md", "Quotation") if n["@id"] == "./#tonnes")
    record = next(q for q in small_knowledge().claims.quotes if q.id == "tonnes")
    assert quotation["text"] == record.text
    assert quotation["creator"]["@id"].startswith("../actors/")
    assert {part["@id"].split("#")[1] for part in quotation["isPartOf"]} == {e.source for e in record.evidence}


def test_what_is_only_reported_is_no_quotation():
    kinds = {q.id: q.kind for q in small_knowledge().claims.quotes}
    shown = {n["@id"].removeprefix("./#") for n in of_type("quotes/index.md", "Quotation")}
    assert shown == {name for name, kind in kinds.items() if kind != "indirect"}
    assert "indirect" in kinds.values()


def test_an_article_is_described_as_far_as_it_is_known():
    for source in small_knowledge().sources:
        article = of_type(f"sources/{source.id}.md", "NewsArticle")[0]
        assert article.get("headline") == source.title
        assert article.get("datePublished") == source.published
        assert None not in article.values()


def test_the_site_and_the_event_stand_on_the_home_page():
    site, event = of_type("index.md", "WebSite")[0], of_type("index.md", "Event")[0]
    assert site["@id"] == said()["index.md"][0]["isPartOf"]["@id"] == "./#website"
    assert event["name"] == small_knowledge().subject.event


def test_nothing_is_rated():
    assert not any("ClaimReview" in json.dumps(nodes) for nodes in said().values())


@pytest.mark.parametrize(
    "title", ["</script><script>alert(1)</script>", "<!-- & -->", "naïve “ễ” 🙂 \u2028", '\\" {{ x }}']
)
def test_no_text_can_end_the_script(title):
    written = linked_data(small_knowledge(), Described("index.md", title, title))
    assert written.isascii()
    assert not set("<>&\n") & set(written)
    assert json.loads(written)["@graph"][0]["name"] == title


@pytest.mark.parametrize("site_url", ["https://islands.example/briefing", "https://islands.example/briefing/ "])
def test_addresses_are_whole_where_it_is_known_where_the_site_stands(site_url):
    page = Described("actors/kara-dunn.md", "Kara Dunn", "Who she is.", ("Home", "Actors"))
    known = small_knowledge()
    actor = next(actor for actor in known.claims.actors if actor.id == "kara-dunn")
    nodes = json.loads(linked_data(known, page, actor, site_url=site_url))["@graph"]
    root = "https://islands.example/briefing/"
    assert nodes[0]["@id"] == f"{root}actors/kara-dunn/"
    assert nodes[0]["isPartOf"] == {"@id": f"{root}#website"}
    assert nodes[0]["mainEntity"] == {"@id": f"{root}actors/kara-dunn/#kara-dunn"}
    assert [step["item"] for step in nodes[1]["itemListElement"]] == [
        root,
        f"{root}actors/",
        f"{root}actors/kara-dunn/",
    ]
    home = json.loads(linked_data(known, Described("index.md", "Home", "All."), site_url=site_url))["@graph"]
    assert home[0]["isPartOf"] == {"@id": home[1]["@id"]} == {"@id": f"{root}#website"}
