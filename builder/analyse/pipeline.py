"""The extractors, in the order in which they run."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from builder.analyse.dates import find_dates_in
from builder.analyse.figures import find_figures
from builder.analyse.parsing import Parse
from builder.analyse.people import find_people
from builder.analyse.quotations import find_quotations
from builder.analyse.reader import ReadParse, read_parse
from builder.analyse.turns import find_turns
from builder.model.findings import Finding
from builder.model.knowledge import Party, Topic
from builder.model.text import Sourced, SourceText


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the briefing asks of every article: what its parties say on its issues. Without it nobody's position is looked for."""

    parties: tuple[Party, ...] = ()
    topics: tuple[Topic, ...] = ()


NOTHING = Asked()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article as an extractor sees it: its text and parse, what is asked, and what was found before.

    `published` is the ISO day of publication, where it is known; `authors` are those that the article's head names.
    """

    text: SourceText
    parse: Parse
    asked: Asked
    published: str | None
    authors: tuple[Sourced[str], ...] = ()
    found: tuple[Finding, ...] = ()


Extractor = Callable[[Reading], Iterable[Finding]]


def _quotations(reading: Reading) -> Iterable[Finding]:
    return find_quotations(reading.text)


def _figures(reading: Reading) -> Iterable[Finding]:
    return find_figures(reading.text)


def _dates(reading: Reading) -> Iterable[Finding]:
    return find_dates_in(reading.text)


def _people(reading: Reading) -> Iterable[Finding]:
    return find_people(reading.text)


def _turns(reading: Reading) -> Iterable[Finding]:
    return find_turns(reading.text, reading.parse)


EXTRACTORS: tuple[Extractor, ...] = (_quotations, _figures, _dates, _people, _turns)


def extract(
    text: SourceText,
    *,
    asked: Asked = NOTHING,
    published: str | None = None,
    authors: tuple[Sourced[str], ...] = (),
    parse: ReadParse = read_parse,
) -> tuple[Finding, ...]:
    """What the extractors find in one article, sorted by place; it depends on that article and on what is asked alone."""
    reading = Reading(text=text, parse=parse(text), asked=asked, published=published, authors=authors)
    for extractor in EXTRACTORS:
        reading = replace(reading, found=(*reading.found, *extractor(reading)))
    return tuple(sorted(reading.found, key=lambda f: (f.spans, f.KIND.value, type(f).__name__, f.key)))
