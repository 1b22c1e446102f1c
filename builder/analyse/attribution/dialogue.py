"""Dialogue printed as in a script: paragraphs that begin with "Name:", "NAME, ROLE:", "Q." or "A:".

An outlet that takes a whole transcript over opens each of its paragraphs with a quotation mark, which may stand before the label.

Headings and lists are printed alike ("Sweden: ..."). What tells dialogue from them is that speakers take turns: some label
comes back after another one, and most turns hold a sentence.
"""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.analyse.attribution.judged import Range, Unit
from builder.analyse.parsing import Parse

_WORD = r"[^\W\d_][\w.’'-]*"
_MARK = r"(?:[“\"„«]|``|'')"
_OPENING = rf"(?P<opening>{_MARK}\s?)?"
_LABEL = re.compile(
    rf"{_OPENING}(?:(?P<name>{_WORD}(?: {_WORD}){{0,4}})(?P<role>, [^:.?!]{{1,60}}| \([^():]{{1,60}}\))?\s?(?P<mark>:)(?=\s)"
    r"|(?P<short>Q|A|Question|Answer)\s?(?P<stop>[.:])(?=\s))"
)
_PARTICLES = frozenset(
    ("de", "del", "der", "di", "da", "van", "von", "bin", "al", "la", "le", "ten", "ter", "dos", "y")
)
_DIRECTION = re.compile(rf"\s*{_OPENING}[(\[].*[)\]][.\s]*|[\s.…*—–-]*")
_OPENED = re.compile(_MARK)
_CLOSING = ("”", '"', "“", "»", "''")
_QUOTES = re.compile(r"[“”\"„«»]|``|''")  # who quotes, reports: the writer is back
_GAP = 3  # paragraphs between two turns of one conversation
_LEAST_TURNS = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """A labelled paragraph: its number, the label's tokens with the name's last one, its mark, and who it is by name.

    `opened`: a quotation mark stands before the label.
    """

    paragraph: int
    label: Range
    head: int
    mark: int
    key: str
    opened: bool


def find_dialogue(parse: Parse) -> list[Unit]:
    """The turns of the article's conversations as attributions. A turn reaches to the next label."""
    turns = _taking_turns(parse, list(_labelled(parse)))
    after = {turn.paragraph: following for turn, following in itertools.pairwise(turns)}
    return [
        Unit(turn.mark, content, turn.label, turn.head, score=1.0)
        for turn in turns
        if (content := tuple(_content(parse, turn, after.get(turn.paragraph))))
    ]


def _labelled(parse: Parse) -> Iterator[Turn]:
    starts = [token.start for token in parse.tokens]
    ends = [token.end for token in parse.tokens]
    for number, (first, end) in enumerate(parse.paragraphs):
        origin = starts[first]
        match = _LABEL.match(parse.text[origin : ends[end - 1]])
        if match is None or not _is_name(match["name"]):
            continue
        who, mark = ("short", "stop") if match["short"] else ("name", "mark")
        mark_at = bisect_left(starts, origin + match.start(mark))
        opens = bisect_left(starts, origin + match.end("opening")) if match["opening"] else first
        head = bisect_right(ends, origin + match.end(who)) - 1
        last = bisect_right(ends, origin + match.start(mark)) - 1
        if not opens <= head <= last < mark_at < end - 1 or parse.tokens[mark_at].text not in (":", "."):
            continue
        yield Turn(
            number,
            (opens, last),
            head,
            mark_at,
            match[who].split()[-1].lower()[: 1 if match["short"] else None],
            opened=match["opening"] is not None,
        )


def _is_name(words: str | None) -> bool:
    return words is None or all(w[0].isupper() or w in _PARTICLES for w in words.split())


def _taking_turns(parse: Parse, turns: Sequence[Turn]) -> list[Turn]:
    """The turns of those who speak again after another one, and of who speaks among them."""
    if len(turns) < _LEAST_TURNS or 2 * sum(_holds_sentence(parse, turn) for turn in turns) < len(turns):
        return []
    runs: list[list[Turn]] = []
    for turn in turns:
        if runs and turn.paragraph - runs[-1][-1].paragraph <= _GAP:
            runs[-1].append(turn)
        else:
            runs.append([turn])
    known = {key for run in runs for key in _answering(run)}
    return [turn for run in runs if any(t.key in known for t in run) for turn in run]


def _answering(run: Sequence[Turn]) -> Iterator[str]:
    """The keys that come back in the run after another one."""
    last: dict[str, int] = {}
    for n, turn in enumerate(run):
        if n - last.get(turn.key, n) > 1:
            yield turn.key
        last[turn.key] = n


def _holds_sentence(parse: Parse, turn: Turn) -> bool:
    end = parse.paragraphs[turn.paragraph][1]
    return any(parse.tokens[i].pos in ("VERB", "AUX") for i in range(turn.mark + 1, end))


def _content(parse: Parse, turn: Turn, following: Turn | None) -> Iterator[Range]:
    """The turn's own paragraph, and those before the next label that neither direct nor report."""
    yield turn.mark + 1, _last(parse, turn, turn.mark + 1, parse.paragraphs[turn.paragraph][1])
    if following is None or following.paragraph - turn.paragraph > _GAP:
        return
    for number in range(turn.paragraph + 1, following.paragraph):
        first, end = parse.paragraphs[number]
        last = _last(parse, turn, first, end)
        words = parse.span(first, last).of(parse.text)
        if _DIRECTION.fullmatch(words) or _QUOTES.search(words, 1 if turn.opened else 0):
            return
        yield first, last


def _last(parse: Parse, turn: Turn, first: int, end: int) -> int:
    """The last token of a paragraph's words: where a mark opens the turn, one may close each paragraph of it."""
    last = end - 1
    return last - (turn.opened and last > first and parse.tokens[last].text in _CLOSING)


def name_turns(parse: Parse, units: Sequence[Unit], speakers: Sequence[str | None]) -> list[str | None]:
    """The speakers with those of turns filled in: the full name that the label is the end of, if there is one only."""
    labels = {n: _label_name(parse, unit) for n, unit in enumerate(units) if _is_turn(parse, unit)}
    full = {name for name in (*speakers, *labels.values()) if name is not None and " " in name}
    return [
        _full_name(labels[n], full) if speaker is None and n in labels else speaker
        for n, speaker in enumerate(speakers)
    ]


def _is_turn(parse: Parse, unit: Unit) -> bool:
    """Whether the source opens a paragraph and its mark follows: nothing else is built so."""
    if unit.source is None or unit.cue is None or unit.cue != unit.source[1] + 1:
        return False
    first = parse.paragraphs[parse.paragraph_of[unit.cue]][0]
    opened = _OPENED.fullmatch(parse.tokens[first].text) is not None
    return unit.source[0] == first + opened and parse.tokens[unit.cue].text == ":"


def _label_name(parse: Parse, unit: Unit) -> str:
    first, head = (unit.source or (0, 0))[0], unit.source_head or 0
    words = parse.span(first, head).of(parse.text)
    return " ".join(w.capitalize() for w in words.split()) if words.isupper() else words


def _full_name(label: str, full: set[str]) -> str | None:
    parts = label.casefold().split()
    fitting = {name for name in full if name.casefold().split()[-len(parts) :] == parts}
    fitting = fitting or {name for name in full if len(parts) == 1 and parts[0] in name.casefold().split()[1:]}
    return next(iter(fitting)) if len(fitting) == 1 else None
