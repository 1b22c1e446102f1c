"""Everything that can be measured on one gold."""

from collections.abc import Mapping

from tests.evaluate.attributions import score_attributions
from tests.evaluate.extraction import Found
from tests.evaluate.gold import Gold
from tests.evaluate.matrix import score_matrix
from tests.evaluate.passages import score_passages
from tests.evaluate.people import score_people
from tests.evaluate.results import Section
from tests.evaluate.speakers import score_speakers
from tests.evaluate.utterances import score_utterances


def measure(gold: Gold, found: Mapping[str, Found]) -> tuple[Section, ...]:
    """The sections for which the gold has cases."""
    sections: list[Section] = []
    if gold.annotations:
        sections += score_attributions(gold, gold.annotations, found)
    if gold.speakers:
        sections.append(score_speakers(gold, found))
    if gold.has("quotes") or gold.has("never"):
        sections.append(score_utterances(gold, found))
    if gold.has("persons"):
        sections.append(score_people(gold, found))
    sections += score_passages(gold, found)
    if gold.has("positions"):
        sections.append(score_matrix(gold, found))
    return tuple(sections)
