"""The words of pictures, of comparisons and of the dossier."""

from collections.abc import Mapping

DRAWN: Mapping[str, str] = {
    "chart_description": "A bar for each figure, in the order of the table beside it.",
    "chart_reading": "Bars begin at zero and share one scale.",
    "number_word": "Number",
    "printed": "As printed",
    "source": "Source",
    "year": "Year",
}


def value(amount: float) -> str:
    """A number in full, with its thousands apart."""
    return f"{amount:,}"
