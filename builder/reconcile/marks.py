"""What stands between quotation marks in a block."""

from builder.model.text import SourceText, Span

_DOUBLE = frozenset('“”„‟«»"″')
_ELISION = "’"  # before a letter it stands for letters left out ("’90s") and opens nothing
_OPENERS = frozenset("“„‘‚‛")
_BEFORE_OPENING = frozenset("([{-'")


def quoted_spans(text: SourceText, words: Span) -> tuple[Span, ...]:
    """The spans between quotation marks, marks included, in printed order; nested ones too.

    A double mark that is not closed quotes to the end of `words`: a quotation of several paragraphs opens again in
    each and closes in the last. A single mark that is not closed is an apostrophe.
    """
    open_marks: list[int] = []
    found: list[Span] = []
    singles = _single_closers(text, words)
    for offset in _marks(text, words):
        pair = _open_partner(text, open_marks, offset)
        if pair is not None and _closes(text, offset, words, singles):
            found.append(Span(open_marks[pair], offset + 1))
            del open_marks[pair:]
        elif _opens(text, offset, words):
            open_marks.append(offset)
    found.extend(Span(offset, words.end) for offset in open_marks if _is_double(text, offset))
    return tuple(sorted(found))


def _marks(text: SourceText, words: Span) -> list[int]:
    """The quotation marks; apostrophes inside words are none."""
    return [
        offset
        for offset in range(words.start, words.end)
        if text.folded[offset] == "'"
        and (
            _is_double(text, offset)
            or not (_before(text, offset, words).isalnum() and _after(text, offset, words).isalnum())
        )
    ]


def _is_double(text: SourceText, offset: int) -> bool:
    return text.text[offset] in _DOUBLE


def _before(text: SourceText, offset: int, words: Span) -> str:
    return text.folded[offset - 1] if offset > words.start else " "


def _after(text: SourceText, offset: int, words: Span) -> str:
    return text.folded[offset + 1] if offset + 1 < words.end else " "


def _open_partner(text: SourceText, open_marks: list[int], offset: int) -> int | None:
    """The index of the last open mark of the same family."""
    for number in range(len(open_marks) - 1, -1, -1):
        if _is_double(text, open_marks[number]) == _is_double(text, offset):
            return number
    return None


def _opens(text: SourceText, offset: int, words: Span) -> bool:
    before, after = _before(text, offset, words), _after(text, offset, words)
    if after.isspace() or text.text[offset] == _ELISION:
        return False
    return before.isspace() or before in _BEFORE_OPENING or text.text[offset] in _OPENERS


def _closes(text: SourceText, offset: int, words: Span, singles: frozenset[int]) -> bool:
    if _before(text, offset, words).isspace():
        return False
    return _is_double(text, offset) or offset in singles


def _single_closers(text: SourceText, words: Span) -> frozenset[int]:
    """The single marks that may close; a plural's apostrophe (“the islands’ boats”) does not where another may."""
    marks = [offset for offset in _marks(text, words) if not _is_double(text, offset)]
    closers: list[int] = []
    for number, offset in enumerate(marks):
        following = marks[number + 1] if number + 1 < len(marks) else None
        later = following is not None and not _before(text, following, words).isspace()
        if not (later and _is_plural(text, offset, words)):
            closers.append(offset)
    return frozenset(closers)


def _is_plural(text: SourceText, offset: int, words: Span) -> bool:
    after = text.folded[offset + 1 : offset + 3]
    return _before(text, offset, words) == "s" and len(after) == 2 and after[0] == " " and after[1].islower()
