"""The extractors, in the order in which they run."""

from collections.abc import Callable, Iterator

from builder.analyse.dates import find_dates_in
from builder.analyse.figures import find_figures
from builder.analyse.people import find_people
from builder.analyse.quotations import find_quotations
from builder.model.findings import Finding
from builder.model.text import SourceText

Extractor = Callable[[SourceText], Iterator[Finding]]

EXTRACTORS: tuple[Extractor, ...] = (find_quotations, find_figures, find_dates_in, find_people)


def extract(text: SourceText) -> tuple[Finding, ...]:
    """What the extractors find in one article, sorted by place; it depends on that article alone."""
    found = (finding for extractor in EXTRACTORS for finding in extractor(text))
    return tuple(sorted(found, key=lambda f: (f.spans, f.KIND.value, f.key)))
