"""The Atom feed of the change log, held against RFC 4287."""

import re
from dataclasses import replace
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from builder.model.knowledge import Change
from builder.publish import feed_asset
from tests.publish.sample import make_knowledge

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://example.org/tarn"
QUOTE = Change("2031-05-06", "added", "quotes/cod-first", "Quote added: “The cod” <b> & co.")
GONE = Change("2031-05-07", "removed", "quotes/gone", "Quote removed: no fish")
YEAR = Change("2030", "mine", "everything", "Begun.")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def feed(*changes, site_url=SITE, **fields):
    asset = feed_asset(replace(make_knowledge(), changes=changes, **fields), site_url)
    assert asset.path == "feed.xml"
    return ET.fromstring(asset.data)


def one(element, name):
    """The only child of this name: RFC 4287 allows no second of those asked for here."""
    (child,) = element.findall(ATOM + name)
    return child


def links(element):
    return {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}


def check(root):
    """What section 4.1 demands of a feed and its entries."""
    assert root.tag == f"{ATOM}feed"
    assert one(one(root, "author"), "name").text
    entries = root.findall(f"{ATOM}entry")
    for element in (root, *entries):
        assert urlsplit(one(element, "id").text).scheme
        assert one(element, "title").text
        assert MOMENT.fullmatch(one(element, "updated").text)
        assert all(urlsplit(href).scheme in ("https", "http") for href in links(element).values())
        assert len(links(element)) == len(element.findall(f"{ATOM}link"))
    ids = [one(element, "id").text for element in (root, *entries)]
    assert len(set(ids)) == len(ids)
    assert all(one(entry, "content").get("type") == "text" for entry in entries)
    assert all(one(entry, "category").get("term") for entry in entries)
    return entries


@pytest.mark.parametrize("site_url", [SITE, f"{SITE}/", None, "", "  "])
@pytest.mark.parametrize("changes", [(), (QUOTE,), (QUOTE, GONE, YEAR, QUOTE)])
def test_the_feed_is_valid(changes, site_url):
    assert len(check(feed(*changes, site_url=site_url))) == len(set(changes))


def test_an_empty_log_is_dated_by_the_briefing():
    knowledge = make_knowledge()
    facts = replace(knowledge.build, as_of="2031-05")
    assert one(feed(build=facts), "updated").text == "2031-05-01T00:00:00Z"
    check(feed(build=replace(knowledge.build, as_of=None)))


def test_the_latest_comes_first_at_the_dates_of_the_records():
    root = feed(YEAR, QUOTE, GONE)
    moments = [one(entry, "updated").text for entry in check(root)]
    assert moments == ["2031-05-07T00:00:00Z", "2031-05-06T00:00:00Z", "2030-01-01T00:00:00Z"]
    assert one(root, "updated").text == moments[0]


def test_an_entry_leads_to_its_record_or_to_the_log():
    urls = make_knowledge().urls
    gone, there = check(feed(QUOTE, GONE))
    assert links(gone) == {"alternate": f"{SITE}/changes/"}
    assert links(there) == {"alternate": f"{SITE}/{next(url for ref, url in urls.items() if ref.id == 'cod-first')}"}
    assert one(there, "content").text == QUOTE.statement


def test_without_an_address_there_are_no_links():
    assert links(feed(QUOTE, site_url=None)) == {}
    assert links(feed(QUOTE)) == {"self": f"{SITE}/feed.xml", "alternate": f"{SITE}/changes/"}


def ids(*changes, **more):
    return {one(entry, "content").text: one(entry, "id").text for entry in check(feed(*changes, **more))}


def test_ids_stay_when_the_site_moves_the_log_grows_or_a_line_is_reworded():
    before = ids(QUOTE, GONE)
    later = replace(QUOTE, statement="And again.")
    assert before.items() <= ids(QUOTE, GONE, YEAR, later, site_url="https://elsewhere.org/").items()
    assert ids(replace(QUOTE, statement="Said better."))["Said better."] == before[QUOTE.statement]


def test_what_xml_cannot_hold_is_replaced():
    (entry,) = check(feed(replace(QUOTE, statement="a\x00b\x0bc\ufffed", kind="k\x01")))
    assert one(entry, "content").text == "a\ufffdb\ufffdc\ufffdd"


def test_only_the_latest_hundred():
    assert len(check(feed(*(replace(QUOTE, record=f"quotes/q{n}") for n in range(150))))) == 100


def test_the_same_log_gives_the_same_bytes():
    knowledge = replace(make_knowledge(), changes=(QUOTE, GONE))
    assert feed_asset(knowledge, SITE) == feed_asset(knowledge, SITE)
