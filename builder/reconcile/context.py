"""The few words before or after a passage that tell one of its places from another."""

import json
import re
from collections.abc import Sequence

from builder.model.text import SourceText, Span, fold
from builder.reconcile.nearest import bare
from builder.reconcile.printings import originals

_LONGEST = 12  # words of context that are suggested at most
_REACH = 400  # characters looked at for it
_COMPARED = 200  # places beyond which no context is looked for
_LISTED = 6  # lines that a message names


def stands_before(before: str, text: SourceText, place: Span) -> bool:
    """Whether the words stand directly before the place, punctuation and blanks aside."""
    near = text.folded[max(0, place.start - 2 * len(before) - _REACH) : place.start]
    return bool(re.search(rf"(?<!\w){_pattern(before)}\W*\Z", near))


def stands_after(after: str, text: SourceText, place: Span) -> bool:
    """Whether the words stand directly after the place, punctuation and blanks aside."""
    return bool(re.compile(rf"\W*{_pattern(after)}(?!\w)").match(text.folded, place.end))


def lines_of(text: SourceText, places: Sequence[Span]) -> str:
    """The lines on which the places start: “lines 3, 8”."""
    numbers = [str(text.line_at(place.start)) for place in places[:_LISTED]]
    more = f" and {len(places) - _LISTED} more" if len(places) > _LISTED else ""
    return f"line{'s' if len(places) > 1 else ''} {', '.join(numbers)}{more}"


def suggested_context(text: SourceText, places: Sequence[Span], whole: tuple[Span, ...]) -> str:
    """Fields to paste, each of which leaves one of the places: “add `before: "he said"` for line 3 or …”.

    `whole` are all places of the words, headlines and repeats included.
    """
    compared = places[:_LISTED] if len(whole) <= _COMPARED else ()
    told = [
        f"`{field}` for line {text.line_at(place.start)}"
        for place in compared
        if (field := _telling(text, place, whole)) is not None
    ]
    return "add " + " or ".join(told) if told else "take in more of the sentence"


def _telling(text: SourceText, place: Span, whole: tuple[Span, ...]) -> str | None:
    """The field with the fewest words that leaves this place alone."""
    for count in range(1, _LONGEST + 1):
        for field, stands in (("before", stands_before), ("after", stands_after)):
            words = words_beside(text, place, field, count)
            fitting = tuple(one for one in whole if words and stands(words, text, one))
            if place in fitting and originals(fitting, whole, text) == (place,):
                return f"{field}: {json.dumps(words, ensure_ascii=False)}"
    return None


def words_beside(text: SourceText, place: Span, field: str, count: int) -> str:
    """So many words directly before or after the place (`field`), without the marks between; empty where there are fewer."""
    if field == "before":
        words = bare(text.text[max(0, place.start - _REACH) : place.start]).split()[-count:]
    else:
        words = bare(text.text[place.end : place.end + _REACH]).split()[:count]
    return bare(" ".join(words)) if len(words) == count else ""


def _pattern(words: str) -> str:
    return r"\s+".join(map(re.escape, bare(fold(words)).split()))
