"""The words of pictures, of comparisons and of the dossier."""

from collections.abc import Mapping

from builder.model.claims import Precision

DRAWN: Mapping[str, str] = {
    "agreement": "Agreement",
    "chart_description": "A bar for each figure, in the order of the table beside it.",
    "chart_reading": "Bars begin at zero and share one scale.",
    "compare": "Two parties side by side",
    "compare_lead": "Issue by issue: what each of the two says and does, what others say of it, and where nothing is said.",
    "dossier": "The whole dossier",
    "dossier_lead": "Everything on one page, to be read on paper. The numbers lead to the passages at the end.",
    "dossier_notes": "Sources and passages",
    "event": "Event",
    "matrix_on_paper": "Of each cell the most direct positions, with the places of their passages. All of them, and the words, are in",
    "number_sign": "No.",
    "number_word": "Number",
    "printed": "As printed",
    "picture_as_table": "The picture as a table",
    "precision": "Precision",
    "source": "Source",
    "ties": "Who takes part in what",
    "ties_description": "Actors at both sides, the agreements between them as numbered marks, joined by lines.",
    "ties_party": "is a party to it",
    "ties_reading": "The numbers are those of the register above. Agreements with the same parties and signatories stand in one frame, and so do actors of one party.",
    "ties_signed": "signed it",
    "timeline_description": "Every event as a numbered mark on a line of time, in the order of the list on this page.",
    "timeline_drawn": "The timeline as a picture",
    "timeline_reading": "The numbers are those of the list above. What is known to the month or the year only lies on a bar as long as that, at no day of it. What was only expected hangs below the line, in a frame with corners.",
    "year": "Year",
}


def some_day_in(words: str, precision: Precision) -> tuple[str, ...]:
    """What a month or year is called when nobody says when in it something was, given its name; the longer words first."""
    unknown = {Precision.MONTH: "day not known", Precision.YEAR: "month not known"}.get(precision)
    return (f"{words}, {unknown}", words) if unknown else ()


def value(amount: float) -> str:
    """A number in full, with its thousands apart."""
    return f"{amount:,}"
