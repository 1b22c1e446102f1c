"""The words of pictures, of comparisons and of the dossier."""

from collections.abc import Mapping

DRAWN: Mapping[str, str] = {
    "chart_description": "A bar for each figure, in the order of the table beside it.",
    "chart_reading": "Bars begin at zero and share one scale.",
    "event": "Event",
    "number_sign": "No.",
    "number_word": "Number",
    "printed": "As printed",
    "picture_as_table": "The picture as a table",
    "precision": "Precision",
    "source": "Source",
    "timeline_description": "Every event as a numbered mark on a line of time, in the order of the list on this page.",
    "timeline_drawn": "The timeline as a picture",
    "timeline_reading": "The numbers are those of the list above. What was only expected hangs below the line, in a frame with corners.",
    "year": "Year",
}


def value(amount: float) -> str:
    """A number in full, with its thousands apart."""
    return f"{amount:,}"
