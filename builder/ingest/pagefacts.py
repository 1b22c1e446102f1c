"""What a web page states of the article in it: JSON-LD, Open Graph, other meta elements, and marked-up text.

Only what is stated for machines or marked as such is taken: a guess at a date or an author would look like knowledge.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from builder.ingest.bylines import read_byline
from builder.ingest.webpage import cleaned, text_of
from builder.model.addresses import is_web_address
from builder.model.printed_dates import find_dates

_ARTICLE = re.compile(
    r"(?:News|Reportage|Blog|Analysis|Opinion|Tech|Scholarly|Satirical|Background)*(?:Article|Posting|Report)"
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_TITLES = ("og:title", "twitter:title", "citation_title", "dc.title")
_OUTLETS = ("og:site_name", "citation_journal_title", "dc.publisher", "application-name")
_DATES = (
    "article:published_time",
    "citation_publication_date",
    "datepublished",
    "pubdate",
    "dc.date",
    "date",
    "sailthru.date",
)
_AUTHORS = ("author", "article:author", "citation_author", "dc.creator", "parsely-author", "sailthru.author")
_CLASS_NAME = re.compile(r"[\s_]+|-+")
_MANY = 20  # authors; more is a list of something else
_BY = re.compile(r"by\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is stated; what is not is None or empty. `published` is an ISO day; `body` the article as data, if it is given.

    `byline` is the line as printed that names who wrote it, where the page marks one and no other.
    """

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    link: str | None = None
    body: str | None = None
    byline: str | None = None


def read_facts(tree: Element) -> PageFacts:
    """What the page states of itself; the first of several ways in which it may say so."""
    meta, data = _meta(tree), _article_data(tree)
    return PageFacts(
        title=_first((data.get("headline"), _heading(tree), *_named(meta, _TITLES), _title(tree))),
        outlet=_first((*_names(data.get("publisher")), *_named(meta, _OUTLETS))),
        authors=_authors(data, meta, tree),
        published=_day((data.get("datePublished"), *_named(meta, _DATES), *_marked_days(tree))),
        link=_link((*_canonical(tree), *_named(meta, ("og:url",)), data.get("url"))),
        body=data["articleBody"] if isinstance(data.get("articleBody"), str) else None,
        byline=_byline(tree),
    )


def _meta(tree: Element) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        if name and element.get("content"):
            found.setdefault(name, []).append(element.get("content", ""))
    return found


def _named(meta: Mapping[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from meta.get(name, ())


def _article_data(tree: Element) -> Mapping[str, Any]:
    """The first article that the page describes as JSON-LD."""
    for script in tree.iter("script"):
        if script.get("type", "").lower().strip() == "application/ld+json":
            try:
                described = json.loads("".join(script.itertext()))
            except (ValueError, RecursionError):
                continue
            for item in _items(described):
                kinds = item.get("@type")
                if any(
                    isinstance(k, str) and _ARTICLE.fullmatch(k)
                    for k in (kinds if isinstance(kinds, list) else [kinds])
                ):
                    return item
    return {}


def _items(described: object) -> Iterator[Mapping[str, Any]]:
    """The described things, those of a list or a graph too."""
    for item in described if isinstance(described, list) else [described]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (each for each in (graph if isinstance(graph, list) else ()) if isinstance(each, dict))


def _first(values: Iterable[object]) -> str | None:
    for value in values:
        words = cleaned(value) if isinstance(value, str) else ""
        if words:
            return words
    return None


def _heading(tree: Element) -> str | None:
    """The only heading of the first rank: of several none is surely the article's."""
    headings = [text_of(heading) for heading in tree.iter("h1")]
    return headings[0] if len(set(headings)) == 1 else None


def _title(tree: Element) -> str | None:
    """The page's title without the name of the site behind it."""
    title = next(tree.iter("title"), None)
    words = text_of(title) if title is not None else ""
    return re.split(r"\s[|–—·»]\s", words)[0] or None


def _names(value: object) -> Iterator[str]:
    """The names of people or organisations, however they are given."""
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        for each in name if isinstance(name, list) else [name]:
            if isinstance(each, str) and cleaned(each) and not is_web_address(each):
                yield cleaned(each)


def _authors(data: Mapping[str, Any], meta: Mapping[str, list[str]], tree: Element) -> tuple[str, ...]:
    marked = (text_of(e) for e in tree.iter() if isinstance(e.tag, str) and _marks_author(e))
    for names in (_names(data.get("author")), _names(list(_named(meta, _AUTHORS))), _names(list(marked))):
        found = tuple(dict.fromkeys(_BY.sub("", name, count=1) if _BY.match(name) else name for name in names))
        if found:
            return found[:_MANY]
    return ()


def _byline(tree: Element) -> str | None:
    """The one byline that the page marks as such; of several none is surely the article's."""
    marked = (
        e for e in tree.iter() if isinstance(e.tag, str) and "byline" in _CLASS_NAME.split(e.get("class", "").lower())
    )
    found = {words for element in marked if (words := text_of(element)) and read_byline(words)}
    return found.pop() if len(found) == 1 else None


def _marks_author(element: Element) -> bool:
    return element.get("itemprop") == "author" or "author" in element.get("rel", "").split()


def _marked_days(tree: Element) -> Iterator[str]:
    for element in tree.iter():
        if isinstance(element.tag, str) and element.get("itemprop") == "datePublished":
            yield element.get("datetime") or element.get("content") or text_of(element)
    times = [element.get("datetime", "") for element in tree.iter("time") if element.get("datetime")]
    if len({time[:10] for time in times}) == 1:
        yield times[0]


def _day(values: Iterable[object]) -> str | None:
    """The first value that is a whole day, as ISO. An ISO time keeps the day that it is written with."""
    for value in values:
        words = cleaned(value) if isinstance(value, str) else ""
        found = _DAY.match(words)
        if found:
            try:
                return date(*map(int, found.groups())).isoformat()
            except ValueError:
                continue
        stated = next((each.iso for each in find_dates(words[:200]) if each.is_day and each.iso), None)
        if stated:
            return stated
    return None


def _canonical(tree: Element) -> Iterator[str]:
    for element in tree.iter("link"):
        if "canonical" in element.get("rel", "").lower().split():
            yield element.get("href", "")


def _link(values: Iterable[object]) -> str | None:
    for value in values:
        if isinstance(value, str) and is_web_address(value.strip()) and not re.search(r"[\s<>\"]", value.strip()):
            return value.strip()
    return None
