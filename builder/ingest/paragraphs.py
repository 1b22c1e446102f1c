"""Text to paragraphs: a line each, or the lines of a hard-wrapped run together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.model.text import Span

_NARROWEST, _WIDEST = 40, 120  # code points; hard-wrapped text is set in columns between these
_LEAD = re.compile(r"[ \t]*")
_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"[ \t]*(?:[•●▪◦‣·*+-][ \t]|\(?\d{1,3}[.)][ \t]|#{1,6}[ \t]|>|by\s+[A-Z])")
_PARAGRAPH_END = re.compile(r"[.!?…:][\"'”’»)\]*_]*$")
_FIRST_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`span` holds the blank lines after it as well (and, in the first one, before it); `words` no outer blanks."""

    span: Span
    words: Span


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text that has words; their spans tile it."""
    chunks = tuple(_split_chunks(text))
    width = max((_width(text, c) for c in chunks if _is_wrapped(text, c)), default=0)
    pieces = [piece for chunk in chunks for piece in _join(text, chunk, width)]
    starts = [0, *(piece.start for piece in pieces[1:]), len(text)]
    return tuple(
        Paragraph(Span(start, end), _strip(text, piece))
        for piece, start, end in zip(pieces, starts, starts[1:], strict=False)
    )


def _split_chunks(text: str) -> Iterator[tuple[Span, ...]]:
    """Runs of lines that may be one paragraph: no blank line within, no list item or heading but at the start."""
    chunk: list[Span] = []
    reached = 0
    for match in _LINE.finditer(text):
        line = Span(match.start(), match.end())
        blank = not match.group().strip()
        apart = blank or line.start - reached > 1 or _ITEM.match(match.group()) is not None
        apart = apart or (bool(chunk) and _is_indented(text, chunk, line))
        if chunk and apart:
            yield tuple(chunk)
            chunk = []
        if not blank:
            chunk.append(line)
        reached = line.end
    if chunk:
        yield tuple(chunk)


def _is_indented(text: str, chunk: Sequence[Span], line: Span) -> bool:
    """Whether the line is set in from the one before it, as the first line of a paragraph is; an item goes on so."""
    is_item = _ITEM.match(text, chunk[0].start, chunk[0].end) is not None
    return not is_item and _indent(text, line) >= _indent(text, chunk[-1]) + 2


def _indent(text: str, line: Span) -> int:
    """Blanks at the start of a line, a tab counting as four."""
    lead = _LEAD.match(text, line.start, line.end)
    return len(lead.group().expandtabs(4)) if lead else 0


def _is_wrapped(text: str, chunk: Sequence[Span]) -> bool:
    """Whether three or more lines were broken at a column: each but the last is full, and they break in mid-sentence."""
    if len(chunk) < 3 or not _NARROWEST <= _width(text, chunk) <= _WIDEST:
        return False
    width = _width(text, chunk)
    inner = chunk[:-1]
    full = all(_is_full(text, line, after, width) for line, after in zip(inner, chunk[1:], strict=True))
    ends = sum(_ends_paragraph(text, line) for line in inner)
    flows = any(_starts_low(text, line) for line in chunk[1:])
    return full and flows and 2 * ends <= len(inner)


def _join(text: str, chunk: Sequence[Span], width: int) -> Iterator[Span]:
    """The chunk as one paragraph where it is wrapped (`width`: the column seen elsewhere in the file), else its lines."""
    joined = _is_wrapped(text, chunk) or (len(chunk) == 2 and _is_broken_pair(text, chunk, width))
    if joined:
        yield Span(chunk[0].start, chunk[-1].end)
    else:
        yield from chunk


def _is_broken_pair(text: str, chunk: Sequence[Span], width: int) -> bool:
    first, second = chunk
    if not _NARROWEST <= _width(text, chunk) <= _WIDEST or _ends_paragraph(text, first):
        return False
    return _starts_low(text, second) or (width > 0 and _is_full(text, first, second, width))


def _is_full(text: str, line: Span, after: Span, width: int) -> bool:
    """Whether the next line's first word had no room, or nearly none: some programs break a little early."""
    word = _FIRST_WORD.search(text, after.start, after.end)
    needed = len(line) + 1 + (len(word.group()) if word else 0)
    return needed > width or 4 * len(line) >= 3 * width


def _width(text: str, chunk: Sequence[Span]) -> int:
    return max(len(line.of(text).rstrip()) for line in chunk)


def _ends_paragraph(text: str, line: Span) -> bool:
    return _PARAGRAPH_END.search(line.of(text).rstrip()[-20:]) is not None


def _starts_low(text: str, line: Span) -> bool:
    return line.of(text).lstrip()[:1].islower()


def _strip(text: str, span: Span) -> Span:
    """The span without blanks at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
