"""Which tokens stand between quotation marks.

Marks are paired paragraph by paragraph, as newspapers print them: a quotation that goes on in the next paragraph opens
there again and closes only at its last. Direction comes from the mark itself where it has one, else from the blanks
around it. What does not pair is mended in place: a mark too many ends or begins a stretch, it never loses the rest.
"""

from dataclasses import dataclass

from builder.analyse.parsing import Parse

_OPENING, _CLOSING, _EITHER = frozenset("“„«"), frozenset("”‟»"), frozenset(('"', "''", "``"))
_SINGLE_OPENING, _SINGLE_CLOSING = frozenset("‘‚"), frozenset("’'")
_LONGEST_SINGLE = 40  # tokens; a single mark that far from its fellow is an apostrophe


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between marks, in token indices with both marks included.

    `opened` and `closed` say whether the mark at that end is printed; `single` whether the marks are single ones.
    """

    first: int
    last: int
    opened: bool
    closed: bool
    single: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """The quoted stretches of an article in order, and for each token the index of the one that holds it, or -1.

    Stretches between double marks never overlap; single marks count only outside of them.
    """

    stretches: tuple[Quoted, ...]
    inside: tuple[int, ...]

    def at(self, token: int) -> Quoted | None:
        """The stretch that holds the token."""
        return self.stretches[self.inside[token]] if self.inside[token] >= 0 else None


def read_marks(parse: Parse) -> Marks:
    """Pairs the quotation marks of every paragraph."""
    found: list[Quoted] = []
    for start, end in parse.paragraphs:
        double = _double(parse, start, end)
        found += double
        found += _single(parse, start, end, double)
    found.sort(key=lambda q: q.first)
    inside = [-1] * len(parse.tokens)
    for n, stretch in enumerate(found):
        inside[stretch.first : stretch.last + 1] = [n] * (stretch.last + 1 - stretch.first)
    return Marks(tuple(found), tuple(inside))


def _opens(parse: Parse, i: int) -> bool:
    """Whether a mark without a direction opens, judged by the blanks around it."""
    text, token = parse.text, parse.tokens[i]
    before = text[token.start - 1 : token.start]
    after = text[token.end : token.end + 1]
    blank_before = not before or before.isspace() or before in "([—–-"
    blank_after = not after or after.isspace()
    return blank_before and not blank_after


def _closes(parse: Parse, i: int) -> bool:
    """Whether an opening mark stands where one closes: glued to a word before it and to none after it."""
    text, token = parse.text, parse.tokens[i]
    before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    return not (before.isspace() or before in "([—–-" or after.isalnum())


def _direction(parse: Parse, i: int, *, is_open: bool) -> str:
    """The mark opens or closes ("" is no mark), given whether a quotation is open before it."""
    mark = parse.tokens[i].text
    if mark in _OPENING:
        return "close" if is_open and _closes(parse, i) else "open"
    if mark in _CLOSING:
        return "close"
    if mark not in _EITHER:
        return ""
    return "close" if is_open else "open"


def _double(parse: Parse, start: int, end: int) -> list[Quoted]:
    found: list[Quoted] = []
    opened: int | None = None
    for i in range(start, end):
        direction = _direction(parse, i, is_open=opened is not None)
        if direction == "open":
            if opened is None:
                opened = i
        elif direction == "close":
            if opened is not None:
                found.append(Quoted(opened, i, opened=True, closed=True))
                opened = None
            elif not found and parse.tokens[i].text in _CLOSING:
                found.append(Quoted(start, i, opened=False, closed=True))
    if opened is not None:
        found.append(Quoted(opened, end - 1, opened=True, closed=False))
    return found


def _single(parse: Parse, start: int, end: int, double: list[Quoted]) -> list[Quoted]:
    covered = {i for q in double for i in range(q.first, q.last + 1)}
    found: list[Quoted] = []
    i = start
    while i < end:
        token = parse.tokens[i]
        opens = token.text in _SINGLE_OPENING or (token.text == "'" and _opens(parse, i))
        if i in covered or not opens:
            i += 1
            continue
        close = _single_close(parse, i, min(end, i + _LONGEST_SINGLE), covered)
        if close is None:
            i += 1
            continue
        found.append(Quoted(i, close, opened=True, closed=True, single=True))
        i = close + 1
    return found


def _single_close(parse: Parse, opened: int, end: int, covered: set[int]) -> int | None:
    for i in range(opened + 1, end):
        if i in covered:
            return None
        token = parse.tokens[i]
        after = parse.text[token.end : token.end + 1]
        if token.text in _SINGLE_CLOSING and token.dep != "case" and not after.isalnum() and i > opened + 1:
            return i
    return None
