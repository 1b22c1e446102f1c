"""Where an article's head ends and which of its lines is the headline."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.ingest.names import is_name
from builder.ingest.shapes import Mark, Shape
from builder.model.text import words_of

_REACH = 15  # paragraphs: no head is longer
_PROSE_WITHIN = 2  # paragraphs of running text that may stand in a head: a teaser and a standfirst
_LONGEST_STANDFIRST = 60  # words
_LONGEST_HEADLINE = 30  # words
_LONGEST_STOPPED = 18  # words
_TELLING = 4  # letters: shorter words say nothing about the subject


@dataclass(frozen=True, slots=True)
class Header:
    """`title`: the headline's index, or None; `end`: index of the first paragraph after the head; `names`: name lines."""

    title: int | None
    end: int
    names: frozenset[int]


def find_header(shapes: Sequence[Shape]) -> Header:
    """The head of an article: the paragraphs before its running text begins."""
    names = frozenset(_name_lines(shapes))
    last = _last_strong(shapes, names)
    first_prose = next((i for i, s in enumerate(shapes) if s.is_prose or s.mark is Mark.BULLET), len(shapes))
    if not any(s.is_prose and not s.presents_author for s in shapes[last + 1 :]):
        last = -1  # a signature below the article is no head
    end = _extend(shapes, max(last + 1, first_prose), names)
    early = [i for i in range(end) if _may_be_headline(shapes[i], i, names)]
    if any(s.mark is Mark.FIELD and s.bare.lower().startswith(("title", "headline")) for s in shapes[:end]):
        return Header(next((i for i in early if shapes[i].mark is Mark.HEADING), None), end, names)
    if not early and _is_stopped_headline(shapes):
        early = [0]
    late = _late_candidates(shapes, end, names) if last >= 0 else []
    title = _choose(shapes, early, late)
    if title is not None and title >= end:
        end = _extend(shapes, title + 1, names)
    return Header(title, end, names)


def _name_lines(shapes: Sequence[Shape]) -> set[int]:
    """Paragraphs that are a person's name alone next to a label for authors, a byline or a date, or such a name again."""
    found: set[int] = set()
    for i, shape in enumerate(shapes):
        if shape.mark is not Mark.PLAIN or not is_name(shape.bare):
            continue
        before = shapes[i - 1] if i else None
        after = shapes[i + 1] if i + 1 < len(shapes) else None
        labelled = before is not None and (before.mark is Mark.AUTHOR_LABEL or i - 1 in found)
        dated = (
            0 < i < _REACH and shape.count <= 3 and any(s is not None and s.mark is Mark.DATE for s in (before, after))
        )
        presented = after is not None and after.bare == shape.bare
        if labelled or dated or presented:
            found.add(i)
    return found


def _last_strong(shapes: Sequence[Shape], names: frozenset[int]) -> int:
    """Index of the last line of the head that says who or when, -1 where none does."""
    last, prose = -1, 0
    for i, shape in enumerate(shapes[:_REACH]):
        if shape.is_strong or i in names:
            last = i
        prose += shape.is_prose
        if prose > _PROSE_WITHIN or shape.mark is Mark.DATELINE or shape.sentences > 8:
            break
    return last


def _extend(shapes: Sequence[Shape], end: int, names: frozenset[int]) -> int:
    """The head goes on over furniture, captions and short lines printed more than once."""
    while end < len(shapes):
        shape = shapes[end]
        again = any(shapes[i].bare == shape.bare for i in (end - 1, end + 1) if 0 <= i < len(shapes))
        if not (
            shape.mark in (Mark.FURNITURE, Mark.CAPTION, Mark.LINK) or end in names or (again and shape.sentences == 1)
        ):
            break
        end += 1
    return end


def _may_be_headline(shape: Shape, index: int, names: frozenset[int]) -> bool:
    if index in names or shape.mark not in (Mark.PLAIN, Mark.HEADING):
        return False
    if shape.mark is Mark.HEADING:
        return True
    plain_end = not shape.ends or shape.bare.rstrip("'\"”’»)").endswith(("?", "!"))
    return plain_end and 2 <= shape.count <= _LONGEST_HEADLINE and shape.sentences <= 2


def _is_stopped_headline(shapes: Sequence[Shape]) -> bool:
    """Whether the first line is a headline with a full stop, as some exports print it, and not the article's lead.

    It is short, the next paragraph is longer, and either its words are capitalised or the next ones say them again.
    """
    if len(shapes) < 3 or not shapes[1].is_prose or shapes[0].mark is not Mark.PLAIN:
        return False
    first, telling = shapes[0], [w for w in shapes[0].bare.split() if len(w) > _TELLING]
    if first.sentences > 2 or first.count > _LONGEST_STOPPED or 3 * first.count > 2 * shapes[1].count or not telling:
        return False
    if shapes[1].mark is Mark.DATELINE:
        return True
    capitals = sum(w.strip("“‘\"'(")[:1].isupper() for w in telling)
    again = _stems(f"{shapes[1].bare} {shapes[2].bare}")
    said = [w for w in _stems(first.bare) if len(w) >= _TELLING]
    return 5 * capitals >= 4 * len(telling) or 2 * sum(w in again for w in said) > len(said)


def _stems(text: str) -> set[str]:
    return {w.removesuffix("'s").rstrip("s'") for w in words_of(text)}


def _late_candidates(shapes: Sequence[Shape], end: int, names: frozenset[int]) -> list[int]:
    """Lines directly after a short first paragraph: some outlets print the standfirst above the headline."""
    if end >= len(shapes) or not shapes[end].is_prose or shapes[end].count > _LONGEST_STANDFIRST:
        return []
    after = end + 1
    while after < len(shapes) and shapes[after].mark in (Mark.FURNITURE, Mark.CAPTION):
        after += 1
    return [after] if after < len(shapes) and _may_be_headline(shapes[after], after, names) else []


def _choose(shapes: Sequence[Shape], early: Sequence[int], late: Sequence[int]) -> int | None:
    """The candidate whose words come back most in the article; a kicker's or a section label's do not."""
    marked = [i for i in early if shapes[i].mark is Mark.HEADING]
    if marked:
        return marked[0]
    recurring = _recurring_words(shapes)
    scores = {i: len(recurring.intersection(words_of(shapes[i].bare))) for i in (*early, *late)}
    best = max(early, key=lambda i: (scores[i], -i), default=None)
    if late and (best is None or _beats(scores[late[0]], scores[best])):
        return late[0] if scores[late[0]] else best
    if best is not None and shapes[best].count == 2 and not scores[best]:
        return None
    return best


def _beats(late: int, early: int) -> bool:
    """Whether a candidate after the first paragraph is so much more of a headline than the one before it."""
    return early <= 1 and late >= early + 2


def _recurring_words(shapes: Sequence[Shape]) -> set[str]:
    """Telling words of the running text."""
    return {w for s in shapes if s.is_prose or s.mark is Mark.BULLET for w in words_of(s.bare) if len(w) >= _TELLING}
