"""The change log as an Atom feed (RFC 4287): `feed.xml`.

Ids rest on what changed and when, not on where the site stands, so that a site that moves is no news. Times are those of
the records, at midnight UTC. Addresses are absolute and need the site's own; without it there are none.
"""

import re
import uuid
from collections import Counter
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from builder.knowledge.change_log import latest_first, record_of
from builder.knowledge.editions import shortened
from builder.knowledge.urls import Section, page_path, page_url, site_root
from builder.model.knowledge import Change, Knowledge
from builder.model.pages import Asset

PATH = "feed.xml"
# The changes of an old log are on the page of changes; readers of feeds keep what they have seen.
MOST = 100
_NAMESPACE = "http://www.w3.org/2005/Atom"
_EARLIEST = "1970"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_asset(knowledge: Knowledge, site_url: str | None) -> Asset:
    """The feed of the latest changes; `site_url` is the absolute address of the site's root, where it is known."""
    base = site_root(site_url)
    changes = [change for _, group in latest_first(dict.fromkeys(knowledge.changes)) for change in group]
    ids = _ids(knowledge)
    feed = Element("feed", xmlns=_NAMESPACE)
    _text(feed, "id", _name("feed", knowledge.subject.title))
    _text(feed, "title", knowledge.subject.title)
    _text(feed, "subtitle", knowledge.subject.description)
    _text(feed, "updated", _moment(changes[0].date if changes else knowledge.build.as_of or _EARLIEST))
    _text(SubElement(feed, "author"), "name", knowledge.subject.title)
    if base:
        SubElement(feed, "link", rel="self", type="application/atom+xml", href=urljoin(base, PATH))
        SubElement(feed, "link", rel="alternate", type="text/html", href=urljoin(base, _page()))
    for change in changes[:MOST]:
        feed.append(_entry(change, ids[change], knowledge, base))
    indent(feed, " ")
    return Asset(PATH, tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def _entry(change: Change, name: str, knowledge: Knowledge, base: str | None) -> Element:
    entry = Element("entry")
    _text(entry, "id", name)
    _text(entry, "title", shortened(change.statement))
    _text(entry, "updated", _moment(change.date))
    SubElement(entry, "category", term=_clean(change.kind))
    if base:
        ref = record_of(change, knowledge)
        href = knowledge.urls[ref] if ref else _page()
        SubElement(entry, "link", rel="alternate", type="text/html", href=urljoin(base, href))
    _text(entry, "content", change.statement).set("type", "text")
    return entry


def _ids(knowledge: Knowledge) -> dict[Change, str]:
    """A name for each change that rewording it leaves alone; of several of one kind, record and day the later are numbered."""
    seen: Counter[tuple[str, ...]] = Counter()
    names: dict[Change, str] = {}
    for change in dict.fromkeys(knowledge.changes):
        key = (change.date, change.kind, change.record)
        names[change] = _name(*key, str(seen[key]))
        seen[key] += 1
    return names


def _name(*parts: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(("briefing", *parts))).urn


def _page() -> str:
    return page_url(page_path(Section.CHANGES))


def _moment(date: str) -> str:
    """The first moment of an ISO day, month or year, UTC."""
    year, month, day = (*date.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00Z"


def _text(parent: Element, name: str, words: str) -> Element:
    element = SubElement(parent, name)
    element.text = _clean(words)
    return element


def _clean(words: str) -> str:
    """The words without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)
