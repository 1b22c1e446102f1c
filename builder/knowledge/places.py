"""Where a message about a claim points."""

from collections.abc import Mapping

from builder.model.claims import Claim, Evidence
from builder.model.ids import SourceId
from builder.model.issues import Location
from builder.model.text import SourceText

BRIEFING_FILE = "content/briefing.yml"


def place_of(claim: Claim, texts: Mapping[SourceId, SourceText]) -> Location:
    """The record's line in `content/`; of an automatic claim the line of its passage; of an automatic gap the briefing."""
    if claim.at:
        return claim.at
    for passage in claim.evidence:
        if passage.source in texts:
            return location_of(passage, texts[passage.source])
    return Location(BRIEFING_FILE)


def location_of(passage: Evidence, text: SourceText) -> Location:
    """The line of the article on which the passage begins."""
    return Location(text.file, text.line_at(min(passage.start, len(text.text))))
