"""The extractors, in the order in which they run."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from builder.analyse.actors import find_actors
from builder.analyse.agreements import find_agreements
from builder.analyse.attribution.weights import load_weights
from builder.analyse.attributions import find_attributions
from builder.analyse.dates import find_dates_in
from builder.analyse.events import find_events
from builder.analyse.figure_subjects import subject_of
from builder.analyse.figure_years import years_of
from builder.analyse.figures import find_figures
from builder.analyse.named_people import read_named
from builder.analyse.parsing import Parse
from builder.analyse.positions import find_positions
from builder.analyse.quotations import find_quotations
from builder.analyse.reader import ReadParse, read_parse
from builder.analyse.shouting import as_printed
from builder.analyse.turns import find_turns
from builder.model.findings import ActorFinding, AttributionFinding, Finding
from builder.model.knowledge import Party, Topic
from builder.model.text import Sourced, SourceText, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the briefing asks of every article: what its parties say on its issues. Without it nobody's position is looked for."""

    parties: tuple[Party, ...] = ()
    topics: tuple[Topic, ...] = ()


NOTHING = Asked()

F = TypeVar("F", bound=Finding)


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

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """What was found of one kind."""
        return tuple(finding for finding in self.found if isinstance(finding, kind))


Extractor = Callable[[Reading], Iterable[Finding]]


def _quotations(reading: Reading) -> Iterable[Finding]:
    return find_quotations(reading.text)


def _figures(reading: Reading) -> Iterable[Finding]:
    text, parse = reading.text, reading.parse
    figures = tuple(find_figures(text))
    for figure, year in zip(figures, years_of(figures, text, parse, reading.published), strict=True):
        yield replace(figure, subject=subject_of(figure, parse), year=year)


def _dates(reading: Reading) -> Iterable[Finding]:
    return find_dates_in(reading.text)


def _turns(reading: Reading) -> Iterable[Finding]:
    return find_turns(reading.text, reading.parse)


def _attributions(reading: Reading) -> Iterable[Finding]:
    return find_attributions(reading.text, reading.parse, load_weights())


def _actors(reading: Reading) -> Iterable[Finding]:
    speaking = [(span, said.speaker) for said in reading.of(AttributionFinding) for span in said.speaker_words]
    named = read_named(reading.parse, load_weights(), speaking)
    return find_actors(reading.text, reading.parse, reading.authors, named)


def _agreements(reading: Reading) -> Iterable[Finding]:
    return find_agreements(reading.text, reading.parse, reading.of(ActorFinding), reading.published)


def _events(reading: Reading) -> Iterable[Finding]:
    return find_events(reading.text, reading.parse, reading.published)


def _positions(reading: Reading) -> Iterable[Finding]:
    said, actors = reading.of(AttributionFinding), reading.of(ActorFinding)
    return find_positions(reading.text, reading.parse, said, actors, reading.asked.parties, reading.asked.topics)


EXTRACTORS: tuple[Extractor, ...] = (
    _quotations,
    _figures,
    _dates,
    _turns,
    _attributions,
    _actors,
    _agreements,
    _events,
    _positions,
)


def extract(
    text: SourceText,
    *,
    asked: Asked = NOTHING,
    published: str | None = None,
    authors: tuple[Sourced[str], ...] = (),
    parse: ReadParse = read_parse,
) -> tuple[Finding, ...]:
    """What the extractors find in one article, sorted by place; it depends on that article and on what is asked alone."""
    parsed = parse(text)
    read = text if parsed.text == text.text else replace(text, text=parsed.text, folded=fold(parsed.text))
    reading = Reading(text=read, parse=parsed, asked=asked, published=published, authors=authors)
    for extractor in EXTRACTORS:
        reading = replace(reading, found=(*reading.found, *extractor(reading)))
    found = reading.found if read is text else as_printed(reading.found, read.text, text.text)
    return tuple(sorted(found, key=lambda f: (f.spans, f.KIND.value, type(f).__name__, f.key)))
