"""Where typed words stand in an article, to the character: exact but for marks, dashes and blanks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from builder.analyse.actors.forms import other_forms
from builder.model.text import SourceText, Span, fold

# Before a hyphen these turn the word after it into another one.
_PREFIXES = ("anti", "counter", "ex", "half", "mis", "non", "pro", "pseudo", "quasi", "semi", "un")
_PREFIX_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(_PREFIXES)})\Z", re.IGNORECASE)
_HYPHENS = "-\u2010\u2011"  # an en dash or em dash between two words is punctuation
_REACH = 24  # characters looked at on either side of an edge
_NOT_AFTER = re.compile(r"'?t(?!\w)")
# A dot between letters stands inside an abbreviation; after a whole word and before a capital a blank is missing.
_BEFORE_DOT = re.compile(r"[^\W\d_]+\Z")
_AFTER_DOT = re.compile(r"[^\W\d_]+")
_WHOLE_WORD = 3


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
    """Whether the words stand in the passage as whole words; “Tarn” and “two” stand in “Tarn-led two-day talks” too."""
    places = _places(words, fold(passage), any_case=any_case)
    return any(not cuts_a_word(passage, place, compounds=False) for place in places)


def is_told(words: str, passage: str) -> bool:
    """Whether a title or an affiliation stands in the passage, letter case aside, or what says the same.

    “Danish” tells of Denmark, and “who heads” of a head.
    """
    if stands_in(words, passage, any_case=True):
        return True
    return any(stands_in(form, passage) for form in sorted(other_forms(words)))


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


def cuts_a_word(text: str, place: Span, *, compounds: bool = True) -> bool:
    """Whether the place starts or ends inside a word, an abbreviation, a number, or a contracted “not”.

    Also whether it parts a compound at its hyphen; without `compounds` only whether it parts it from a prefix.
    """
    return _cuts_at_start(text, place.start, compounds=compounds) or _cuts_at_end(text, place.end, compounds=compounds)


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
        if cuts_a_word(text.text, place):
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


def _cuts_at_start(text: str, edge: int, *, compounds: bool) -> bool:
    if edge == 0 or not _is_word(text[edge]):
        return edge > 0 and unicodedata.combining(text[edge]) > 0
    left = text[edge - 1]
    before = text[edge - 2 : edge - 1] if edge > 1 else " "
    if left in ".,":
        return _inside(text, edge - 1)
    if left in _HYPHENS:
        return _is_word(before) if compounds else bool(_PREFIX_BEFORE.search(text[max(0, edge - _REACH) : edge - 1]))
    return _is_word(left) or unicodedata.combining(left) > 0


def _cuts_at_end(text: str, edge: int, *, compounds: bool) -> bool:
    if edge >= len(text):
        return False
    left, right = text[edge - 1], text[edge]
    if unicodedata.combining(right) or _loses_its_not(left, fold(text[edge : edge + _REACH])):
        return True
    if left == "." and _is_word(right):
        return _inside(text, edge - 1)
    if right in ".,":
        return _inside(text, edge) or (right == "." and _is_dotted(text, edge))
    if right in _HYPHENS:
        return compounds and _is_word(left) and _is_word(text[edge + 1 : edge + 2] or " ")
    return _is_word(left) and _is_word(right)


def _loses_its_not(left: str, after: str) -> bool:
    """Whether what follows the edge is the rest of a contracted “not”; `after` is folded."""
    return _NOT_AFTER.match(after) is not None and (fold(left) == "'" or (after[0] == "'" and _is_word(left)))


def _is_dotted(text: str, mark: int) -> bool:
    """Whether the dot belongs to the letter before it: the last of an abbreviation (“U.S.”), or an initial (“S.”)."""
    letter, before = text[max(0, mark - 1) : mark], text[max(0, mark - 2) : max(0, mark - 1)] or " "
    if before == ".":
        return letter.isalpha() and text[max(0, mark - 3) : mark - 2].isalpha()
    return letter.isupper() and letter != "I" and not _is_word(before) and text[mark + 1 : mark + 2].isspace()


def _inside(text: str, mark: int) -> bool:
    """Whether the point or comma stands inside a number, or the dot inside an abbreviation (“U.S.”, “a.m.”)."""
    left, right = text[max(0, mark - 1) : mark] or " ", text[mark + 1 : mark + 2] or " "
    if left.isdigit() or right.isdigit():
        return left.isdigit() and right.isdigit()
    if text[mark] != "." or not (left.isalpha() and right.isalpha()):
        return False
    before = _BEFORE_DOT.search(text[max(0, mark - _REACH) : mark])
    after = _AFTER_DOT.match(text[mark + 1 : mark + 1 + _REACH])
    whole = before is not None and len(before[0]) >= _WHOLE_WORD and after is not None and len(after[0]) > 1
    return not (whole and right.isupper())
