"""The few words before or after a passage that tell one of its places from another."""

import json
import re
from collections.abc import Sequence

from builder.model.text import SourceText, Span, fold
from builder.reconcile.nearest import bare, distinct

_LONGEST = 12  # words of context that are suggested at most
_REACH = 400  # characters looked at for it
_LISTED = 6  # lines that a message names


def stands_before(before: str, text: SourceText, place: Span) -> bool:
    """Whether the words stand directly before the place, punctuation and blanks aside."""
    return bool(re.search(rf"(?<!\w){_pattern(before)}\W*\Z", text.folded[: place.start]))


def stands_after(after: str, text: SourceText, place: Span) -> bool:
    """Whether the words stand directly after the place, punctuation and blanks aside."""
    return bool(re.compile(rf"\W*{_pattern(after)}(?!\w)").match(text.folded, place.end))


def lines_of(text: SourceText, places: Sequence[Span]) -> str:
    """The lines on which the places start: “lines 3, 8”."""
    numbers = [str(text.line_at(place.start)) for place in places]
    more = f" and {len(numbers) - _LISTED} more" if len(numbers) > _LISTED else ""
    return f"line{'s' if len(numbers) > 1 else ''} {', '.join(numbers[:_LISTED])}{more}"


def suggested_context(text: SourceText, places: Sequence[Span]) -> str:
    """Fields to paste that tell the places apart: “`before: "he said"` for line 3 or …”."""
    for field in ("before", "after"):
        for count in range(1, _LONGEST + 1):
            contexts = [_words(text, place, field, count) for place in places]
            if all(contexts) and distinct(contexts):
                return _told(text, places, field, contexts)
    return "take in more of the sentence"


def _told(text: SourceText, places: Sequence[Span], field: str, contexts: Sequence[str]) -> str:
    told = [
        f"`{field}: {json.dumps(context, ensure_ascii=False)}` for line {text.line_at(place.start)}"
        for place, context in list(zip(places, contexts, strict=True))[:_LISTED]
    ]
    return "add " + " or ".join(told)


def _words(text: SourceText, place: Span, field: str, count: int) -> str:
    """So many words directly before or after the place, without the marks between."""
    if field == "before":
        words = bare(text.text[max(0, place.start - _REACH) : place.start]).split()[-count:]
    else:
        words = bare(text.text[place.end : place.end + _REACH]).split()[:count]
    return bare(" ".join(words)) if len(words) == count else ""


def _pattern(words: str) -> str:
    return r"\s+".join(map(re.escape, bare(fold(words)).split()))
