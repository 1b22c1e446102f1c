"""Quotation marks in a paragraph: which open, which close, which are apostrophes; what one pair encloses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.model.text import Span

_MARK = re.compile(r"''|``|[“”„‟«»\"‘’‚‛'`]")
_DOUBLE = frozenset(("“", "”", "„", "‟", "«", "»", '"', "''", "``"))
_OPENING = frozenset(("“", "„", "‟", "«", "``", "‘", "‚", "‛"))
_CLOSING = frozenset(("”", "»", "''", "’"))
_BEFORE_OPENING = frozenset("([{―—–-/¿¡")
_AFTER_CLOSING = frozenset(".,;:!?)]}―—–-/…")
_STOPS = frozenset(".,!?…;")
_LONGEST_SINGLE = 400  # code points: two apostrophes further apart than that are no pair


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. `opens` and `closes`: what its neighbours allow; one that allows neither is an apostrophe."""

    span: Span
    double: bool
    opens: bool
    closes: bool
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """What two marks enclose, marks included; `end` is None where the closing one is missing."""

    start: int
    end: int | None
    double: bool
    within: bool


def find_marks(words: str) -> tuple[Mark, ...]:
    """The quotation marks of a paragraph, in order, apostrophes left out."""
    marks = (_read(words, match) for match in _MARK.finditer(words))
    return tuple(mark for mark in marks if mark.opens or mark.closes)


def pair_marks(words: str) -> tuple[Pair, ...]:
    """The quotations of a paragraph in the order of their start. Marks of two make pair up (“ with "), as misprinted."""
    marks = find_marks(words)
    doubles = list(_pair_doubles([m for m in marks if m.double]))
    singles = list(_pair_singles([m for m in marks if not m.double], words))
    pairs = sorted([*doubles, *singles], key=lambda p: (p.start, -(p.end or len(words))))
    return tuple(_nested(pairs))


def _read(words: str, match: re.Match[str]) -> Mark:
    before = words[match.start() - 1] if match.start() else " "
    after = words[match.end()] if match.end() < len(words) else " "
    sign = match.group()
    can_open = (
        before.isspace() or before in _BEFORE_OPENING or _MARK.match(before) is not None
    ) and not after.isspace()
    ends_here = after.isspace() or after in _AFTER_CLOSING or _MARK.match(after) is not None
    can_close = not before.isspace() and (ends_here or (sign in _DOUBLE and not can_open))
    double = sign in _DOUBLE
    if double:
        opens, closes = _double_role(sign, can_open=can_open, can_close=can_close)
    else:
        opens, closes = _single_role(sign, after, can_open=can_open, can_close=can_close)
    doubtful = closes and not double and before == "s" and after.isspace()
    return Mark(Span(match.start(), match.end()), double, opens, closes, doubtful)


def _double_role(sign: str, *, can_open: bool, can_close: bool) -> tuple[bool, bool]:
    """A curly mark means what it shows, unless its neighbours allow only the contrary; a straight one what they allow."""
    if sign in _OPENING:
        return (False, True) if can_close and not can_open else (True, False)
    if sign in _CLOSING:
        return (True, False) if can_open and not can_close else (False, True)
    return can_open, can_close


def _single_role(sign: str, after: str, *, can_open: bool, can_close: bool) -> tuple[bool, bool]:
    """Between letters, before a year ("’90s") and wherever no neighbour allows more it is an apostrophe."""
    opens = can_open and sign not in _CLOSING and not after.isdigit()
    return opens, can_close and not opens


def _pair_doubles(marks: Sequence[Mark]) -> Iterator[Pair]:
    """Innermost first. A mark that opens while another is open nests only if both are closed later."""
    open_marks: list[Mark] = []
    closers_left = sum(mark.closes for mark in marks)
    for mark in marks:
        closers_left -= mark.closes
        if mark.closes and (open_marks or not mark.opens):
            if open_marks:
                opened = open_marks.pop()
                yield Pair(opened.span.start, mark.span.end, double=True, within=False)
        elif mark.opens:
            if open_marks and closers_left <= len(open_marks):
                lost = open_marks.pop()
                yield Pair(lost.span.start, None, double=True, within=False)
            open_marks.append(mark)
    for opened in open_marks:
        yield Pair(opened.span.start, None, double=True, within=False)


def _pair_singles(marks: Sequence[Mark], words: str) -> Iterator[Pair]:
    """Each opening one with the first that closes it for certain, else with the last that may ("leaders’ words’")."""
    at = 0
    while at < len(marks):
        closer = _closer(marks, at, words) if marks[at].opens else None
        if closer is None:
            at += 1
            continue
        yield Pair(marks[at].span.start, marks[closer].span.end, double=False, within=False)
        at = closer + 1


def _closer(marks: Sequence[Mark], opener: int, words: str) -> int | None:
    last = None
    for index in range(opener + 1, len(marks)):
        mark = marks[index]
        if mark.span.start - marks[opener].span.start > _LONGEST_SINGLE:
            break
        if mark.opens and last is not None:
            break
        if mark.closes and mark.span.start > marks[opener].span.end:
            last = index
            certain = not mark.doubtful or words[mark.span.start - 1] in _STOPS
            if certain:
                return index
    return last


def _nested(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs with `within` set where a closed one reaches around them."""
    reached = 0
    for pair in pairs:
        within = pair.start < reached
        if pair.end is not None:
            reached = max(reached, pair.end)
        yield Pair(pair.start, pair.end, pair.double, within)
