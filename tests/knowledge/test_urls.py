import pytest

from builder.knowledge.urls import (
    Section,
    former_anchors,
    former_pages,
    home_page,
    page_of_url,
    page_path,
    page_url,
    passage_url,
    raw_link,
    ref_of,
    relative_link,
    url_of,
)
from builder.model.claims import Importance, Kind, Ref
from builder.model.ids import PartyId, TopicId
from builder.model.knowledge import Party, Topic
from tests.support import (
    make_actor,
    make_agreement,
    make_description,
    make_gap,
    make_position,
    make_quote,
    make_summary,
)


def test_every_page_kind_has_its_path() -> None:
    assert page_path(Section.HOME) == "index.md"
    assert page_path(Section.POSITIONS) == "positions/index.md"
    assert page_path(Section.TOPICS, "fishing") == "issues/fishing.md"


@pytest.mark.parametrize(
    ("item", "url"),
    [
        (make_summary("one"), "#one"),
        (make_position("tarn-quota", party="tarn"), "positions/tarn/#tarn-quota"),
        (make_gap("tarn-ice", party="tarn", issue="ice"), "positions/#tarn-ice"),
        (Party(PartyId("tarn"), "Tarn"), "positions/tarn/#tarn"),
        (Topic(TopicId("fishing"), "Fishing"), "issues/fishing/#fishing"),
        (make_agreement("accord"), "agreements/accord/#accord"),
        (make_actor("dunn", importance=Importance.CORE), "actors/dunn/#dunn"),
        (make_actor("kell"), "actors/#kell"),
        (make_quote("cod-first"), "quotes/#cod-first"),
        (make_description(), "sources/paper/#paper"),
    ],
)
def test_an_address_is_page_and_anchor(item, url) -> None:
    assert url_of(item) == url
    assert page_url(page_of_url(url)) + "#" + item.id == url
    assert page_of_url(url) == home_page(item)


def test_a_passage_has_an_address_on_its_source_page() -> None:
    assert passage_url(make_description(), 3) == "sources/paper/#p3"


@pytest.mark.parametrize(
    ("page", "url", "link"),
    [
        ("positions/tarn.md", "actors/dunn/#dunn", "../actors/dunn.md#dunn"),
        ("actors/dunn.md", "actors/#kell", "index.md#kell"),
        ("actors/index.md", "actors/#kell", "#kell"),
        ("index.md", "#one", "#one"),
        ("quotes/index.md", "#one", "../index.md#one"),
        ("index.md", "quotes/", "quotes/index.md"),
        ("about/index.md", "data/briefing.json", "../data/briefing.json"),
    ],
)
def test_links_are_relative_and_name_the_markdown_file(page, url, link) -> None:
    assert relative_link(page, url) == link


@pytest.mark.parametrize(
    ("page", "url", "link"),
    [
        ("timeline/index.md", "timeline/#signing", "#signing"),
        ("timeline/index.md", "actors/dunn/#dunn", "../actors/dunn/#dunn"),
        ("issues/ice.md", "figures/#cod", "../../figures/#cod"),
        ("issues/ice.md", "issues/fishing/", "../fishing/"),
        ("index.md", "figures/#cod", "figures/#cod"),
        ("quotes/index.md", "#one", "../#one"),
        ("about/index.md", "data/briefing.json", "../data/briefing.json"),
    ],
)
def test_links_in_raw_html_are_relative_to_the_address_of_the_page(page, url, link) -> None:
    assert raw_link(page, url) == link


def test_a_renamed_leaf_page_leaves_a_stub_and_a_renamed_row_an_anchor() -> None:
    leaf = make_actor("dunn", importance=Importance.CORE, formerly=("k-dunn",))
    row = make_actor("kell", formerly=("old-kell",))
    assert former_pages((row, leaf)) == {"actors/k-dunn.md": "actors/dunn/#dunn"}
    assert (former_anchors(leaf), former_anchors(row)) == ((), ("old-kell",))


def test_a_renamed_party_or_issue_leaves_a_stub() -> None:
    party = Party(PartyId("tarn"), "Tarn", formerly=("tarn-island",))
    topic = Topic(TopicId("fishing"), "Fishing", formerly=("cod",))
    assert former_pages((party, topic)) == {
        "issues/cod.md": "issues/fishing/#fishing",
        "positions/tarn-island.md": "positions/tarn/#tarn",
    }


def test_a_ref_names_list_and_id() -> None:
    assert ref_of(make_gap("tarn-ice", party="tarn", issue="ice")) == Ref(Kind.GAPS, "tarn-ice")
