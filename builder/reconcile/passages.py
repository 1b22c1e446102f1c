"""Where typed words stand in an article, to the character: exact but for marks, dashes and blanks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.text import SourceText, Span, fold

# Cut off at their hyphen, these leave a word that says something else.
_PREFIXES = ("anti", "counter", "ex", "half", "mis", "non", "pro", "pseudo", "quasi", "semi", "un")
_PREFIX_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(_PREFIXES)})-\Z", re.IGNORECASE)
_LONGEST_PREFIX = max(map(len, _PREFIXES)) + 2
_NOT_AFTER = re.compile(r"'?t(?!\w)")


@dataclass(frozen=True, slots=True)
class Standing:
    """All places where the words stand: as whole words in one block; cut inside a word; running over two blocks."""

    whole: tuple[Span, ...]
    cut: tuple[Span, ...]
    across: tuple[Span, ...]


def find(typed: str, text: SourceText) -> Standing:
    """Every place of the typed words in the article. Outer quotation marks that stand nowhere are left off."""
    standing = _find(typed, text)
    bare = without_outer_marks(typed)
    if standing == Standing((), (), ()) and bare != typed:
        return _find(bare, text)
    return standing


def stands_in(words: str, passage: str, *, any_case: bool = False) -> bool:
    """Whether the words stand in the passage as whole words."""
    folded = fold(passage)
    return any(not cuts_a_word(folded, place) for place in _places(words, folded, any_case=any_case))


def same_words(one: str, other: str) -> bool:
    """Whether the two are the same but for the style of marks and dashes and for runs of blanks."""
    return fold(one).split() == fold(other).split()


def without_outer_marks(typed: str) -> str:
    """The words without the pair of quotation marks around them, where there is one."""
    words = typed.strip()
    folded = fold(words)
    if len(words) > 2 and folded[0] == folded[-1] == "'":
        return words[1:-1].strip()
    return words


def holds_a_word(typed: str) -> bool:
    """Whether there is a letter or a digit in it."""
    return any(map(_is_word, typed))


def cuts_a_word(folded: str, place: Span) -> bool:
    """Whether the place starts or ends inside a word, a number, or a contracted “not”."""
    return _cuts_at_start(folded, place.start) or _cuts_at_end(folded, place.end)


def grown_to_words(folded: str, place: Span) -> Span:
    """The place with the cut words at its edges made whole."""
    start, end = place.start, place.end
    while start > 0 and not folded[start - 1].isspace():
        start -= 1
    while end < len(folded) and not folded[end].isspace():
        end += 1
    return Span(start, end)


def _find(typed: str, text: SourceText) -> Standing:
    whole: list[Span] = []
    cut: list[Span] = []
    across: list[Span] = []
    for place in _places(typed, text.folded):
        if cuts_a_word(text.folded, place):
            cut.append(place)
        elif text.block_at(place.start).span.holds(place):
            whole.append(place)
        else:
            across.append(place)
    return Standing(tuple(whole), tuple(cut), tuple(across))


def _places(typed: str, folded: str, *, any_case: bool = False) -> Iterator[Span]:
    """Every place, overlapping ones too. A run of blanks stands for any run of blanks."""
    words = fold(typed).split()
    if not words:
        return
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE if any_case else 0)
    match = pattern.search(folded)
    while match:
        yield Span(*match.span())
        match = pattern.search(folded, match.start() + 1)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _cuts_at_start(folded: str, edge: int) -> bool:
    if edge == 0 or not _is_word(folded[edge]):
        return edge > 0 and unicodedata.combining(folded[edge]) > 0
    left = folded[edge - 1]
    if left in ".,":
        return folded[edge].isdigit() and edge > 1 and folded[edge - 2].isdigit()
    if left == "-":
        return bool(_PREFIX_BEFORE.search(folded[max(0, edge - _LONGEST_PREFIX) : edge]))
    return _is_word(left) or unicodedata.combining(left) > 0


def _cuts_at_end(folded: str, edge: int) -> bool:
    if edge >= len(folded):
        return False
    left, right = folded[edge - 1], folded[edge]
    if unicodedata.combining(right):
        return True
    if _NOT_AFTER.match(folded, edge) and (left == "'" or (right == "'" and _is_word(left))):
        return True
    if right in ".,":
        return left.isdigit() and folded[edge + 1 : edge + 2].isdigit()
    return _is_word(left) and _is_word(right)
