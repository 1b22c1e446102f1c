"""Where a report was written, as its first paragraph says: "SEOUL, June 3 (Agency) —"."""

from collections.abc import Mapping

from builder.analyse.parsing import Parse

_DASHES = frozenset(("—", "–", "-", "--"))
_LONGEST = 20  # tokens
_SHORTEST_PLACE = 3  # letters


def dateline_end(parse: Parse, start: int, end: int) -> int:
    """The token after the dateline of the paragraph from `start` to `end`; `start` where it has none."""
    place = parse.tokens[start].text
    if not place.isupper() or len(place) < _SHORTEST_PLACE:
        return start
    return next((i + 1 for i in range(start, min(end, start + _LONGEST)) if parse.tokens[i].text in _DASHES), start)


def dateline_state(parse: Parse, start: int, end: int, places: Mapping[str, str]) -> str | None:
    """The state of the place that a dateline begins with; `places` gives it by the place's name in small letters.

    What follows the first comma counts where the place itself is unknown ("TEMA, Ghana —"). Two places of two states
    are none.
    """
    stop = dateline_end(parse, start, end)
    parts: list[list[str]] = [[]]
    for token in parse.tokens[start : max(start, stop - 1)]:
        if token.text in (",", "/", "("):
            parts.append([])
        else:
            parts[-1] += token.text.lower().split("/")[:1]
    found = [places[" ".join(part)] for part in parts if " ".join(part) in places]
    several = len(set(found)) > 1 and any(t.text == "/" or "/" in t.text for t in parse.tokens[start:stop])
    return found[0] if found and not several else None
