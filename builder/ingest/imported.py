"""Bytes from elsewhere as an article in the form in which `seeds/` holds them: its head as lines that ingest reads, then its words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from builder.ingest.article import Article, read_article
from builder.ingest.importing import Fetched
from builder.ingest.metadata import Stated
from builder.ingest.pagefacts import PageFacts, read_facts
from builder.ingest.webpage import Paragraph, cleaned, is_too_deep, parse_page, running_text
from builder.model.ids import SourceId, slugify
from builder.model.issues import Issue, Location
from builder.model.text import Seed, words_of

_FEWEST = 30  # words; less is no article but a notice, or a page that writes itself by script
_HEAD = 4  # paragraphs in which a page may say again who wrote it
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_FRONT = re.compile(r"\A---\n(?P<fields>(?:[^\n]*\n){1,40}?)---\n")
_FIELD = re.compile(r"(?P<key>[A-Za-z]+):[ \t]*(?P<value>\S[^\n]*)")
_KEYS = {
    "title": "Title",
    "author": "Author",
    "date": "Date",
    "outlet": "Outlet",
    "source": "Outlet",
    "url": "URL",
    "link": "URL",
}


@dataclass(frozen=True, slots=True)
class Imported:
    """An article ready to be written. `stem` is what its file is best called; `stated` what the text says of itself."""

    stem: str
    text: str
    stated: Stated

    @property
    def missing(self) -> tuple[str, ...]:
        """What the text does not say."""
        said = {
            "title": self.stated.title,
            "outlet": self.stated.outlet,
            "author": self.stated.authors,
            "date": self.stated.published,
            "link": self.stated.link,
        }
        return tuple(name for name, value in said.items() if not value)


def read_imported(fetched: Fetched) -> Imported | Issue:
    """The article in what was fetched, or why there is none. Never raises, whatever the bytes."""
    text = _page_text(fetched) if fetched.is_page else _plain_text(fetched)
    if isinstance(text, Issue):
        return text
    article = read_article(Seed(fetched.name, text.encode("utf-8")), source_id=SourceId("imported"))
    if not isinstance(article, Article):
        return article
    return Imported(_stem(fetched, article.stated), text, article.stated)


def same_article(imported: Imported, seeds: Iterable[Seed]) -> str | None:
    """The path of the seed that holds the same words, or that comes from the same address; None where none does."""
    words, link = words_of(imported.text), imported.stated.link
    for seed in seeds:
        text = seed.data.decode("utf-8", "replace")
        if (link and _holds_line(text, link.value)) or words_of(text) == words:
            return seed.path
    return None


def free_stem(stem: str, taken: Iterable[str]) -> str:
    """The stem, numbered where a file that gives the same id is there already."""
    ids = {slugify(each) for each in taken}
    names = (stem, *(f"{stem}-{number}" for number in range(2, len(ids) + 3)))
    return next(name for name in names if slugify(name) not in ids)


def _holds_line(text: str, link: str) -> bool:
    return any(line.strip().removeprefix("URL:").strip() == link for line in text.splitlines()[:40])


def _page_text(fetched: Fetched) -> str | Issue:
    """The article on a web page, below lines that say what the page states of it."""
    if is_too_deep(fetched.data):
        what = "the page is nested deeper than any article is"
        return Issue(Location(fetched.name), "import-kind", what, "copy the words of the article into a text file")
    tree = parse_page(fetched.data, fetched.charset)
    facts = read_facts(tree)
    paragraphs = _said(running_text(tree), facts)
    if len(words_of(" ".join(paragraphs))) < _FEWEST:
        what = "no article was found on this page"
        return Issue(Location(fetched.name), "import-empty", what, "copy the words of the article into a text file")
    return "\n\n".join((*_head(facts, fetched.link, paragraphs), *paragraphs)) + "\n"


def _said(found: Sequence[Paragraph], facts: PageFacts) -> tuple[str, ...]:
    """The paragraphs without the headline, which stands above them; those that the page gives as data where it shows far less."""
    title = words_of(facts.title or "")
    shown = tuple(p.words for p in found if not (p.is_heading and words_of(p.words) == title))
    given = tuple(filter(None, map(cleaned, (facts.body or "").splitlines())))
    is_less = 2 * sum(map(len, shown)) < sum(map(len, given))
    return given if is_less else shown


def _head(facts: PageFacts, link: str | None, paragraphs: Sequence[str]) -> list[str]:
    """What is known, in the lines that ingest reads; not what the article says itself where it begins."""
    early = [words_of(paragraph) for paragraph in paragraphs[:_HEAD]]
    byline = facts.byline or ""
    if not all(name in byline for name in facts.authors):
        byline = f"By {_listed(facts.authors)}"
    lines = (
        facts.title or "",
        "" if words_of(byline) in early else byline,
        f"Published: {facts.published}" if facts.published else "",
        f"Outlet: {facts.outlet}" if facts.outlet else "",
        f"URL: {address}" if (address := _address(facts.link, link)) else "",
    )
    return [line for line in lines if line]


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _address(stated: str | None, link: str | None) -> str | None:
    """The address that the page gives as its own; of a fetched page only one on the host that it came from."""
    if link is None or (stated and urlsplit(stated).netloc == urlsplit(link).netloc):
        return stated
    return link


def _plain_text(fetched: Fetched) -> str | Issue:
    """A text as it is; of Markdown the fields at its head as lines that ingest reads."""
    decoded = _decoded(fetched)
    if isinstance(decoded, Issue):
        return decoded
    text = decoded.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    text = _CONTROL.sub("", text).strip("\n")
    front = _FRONT.match(text) if fetched.media == "text/markdown" else None
    if front:
        text = "\n\n".join((*_fields(front["fields"]), text[front.end() :].strip("\n")))
    return f"{text}\n"


def _decoded(fetched: Fetched) -> str | Issue:
    """The text, in what encoding it may be: its own mark, what the server said, UTF-8, the one of old Windows programs."""
    if fetched.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return fetched.data.decode("utf-16", "replace")
    for charset in filter(None, (fetched.charset, "utf-8-sig", "windows-1252")):
        try:
            return fetched.data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return Issue(Location(fetched.name), "import-kind", "the encoding of this text is not known", "save it as UTF-8")


def _fields(written: str) -> list[str]:
    """The fields of a Markdown file's head that an article has too, one a line."""
    found = (_FIELD.fullmatch(line) for line in written.splitlines())
    pairs = ((_KEYS.get(match["key"].lower()), match["value"].strip(" \"'")) for match in found if match)
    return [f"{key}: {value}" for key, value in pairs if key and value]


def _stem(fetched: Fetched, stated: Stated) -> str:
    """Day and title where the text says them, else the name it came under; always a safe name."""
    title = slugify(stated.title.value) if stated.title else ""
    own = slugify(PurePath(urlsplit(fetched.link).path if fetched.link else fetched.name).stem or "article")
    if not fetched.is_page:
        return own
    return "-".join(filter(None, (stated.published.value if stated.published else "", title or own)))
