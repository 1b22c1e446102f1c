"""What a paragraph's own words tell of it, wherever it stands."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from builder.ingest.bylines import is_date_line, read_byline, read_dateline, read_field, read_link
from builder.ingest.names import leading_name
from builder.ingest.paragraphs import Paragraph
from builder.ingest.phrases import (
    AUTHOR_LABELS,
    CAPTION_CREDITS,
    CAPTION_LEADS,
    LABELS,
    LEADS,
    LONGEST_CREDIT,
    LONGEST_FURNITURE,
    ROLES,
)
from builder.ingest.sentences import split_sentences
from builder.model.text import Span, fold, words_of

_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_BULLET = re.compile(r"(?:[•●▪◦‣·*+–—-]\s+|\(?\d{1,3}[.)]\s+|>\s?)(?=\S)")
_EMPHASIS = "*_~` \t"
_ENDING = re.compile(r"(?:[.!?…]|\.{3})[\"'”’»)\]*_]*$")
_ABBREVIATED = re.compile(r"(?:^|\s|\b)(?:[^\W\d_]\.){2,}$")
_OMISSION = re.compile(r"(?:[\[(]\s?(?:…|\.{3})\s?[\])]|…|\.{3})$")
_READING_TIME = re.compile(r"\d{1,3}[ -]min(?:ute)?s?(?: read)?")
_PROSE_LEAST = 8  # words
_LONGEST_QUESTION = 20  # words
_LONGEST_BIOGRAPHY, _ROLE_WITHIN = 120, 40  # words


class Mark(Enum):
    """What the words alone say the paragraph is; `PLAIN` where they say nothing."""

    PLAIN = auto()
    DATELINE = auto()
    HEADING = auto()
    BULLET = auto()
    BYLINE = auto()
    DATE = auto()
    FIELD = auto()
    LINK = auto()
    CAPTION = auto()
    AUTHOR_LABEL = auto()
    FURNITURE = auto()


@dataclass(frozen=True, slots=True)
class Shape:
    """`bare` is the text without Markdown's marks; `count` its words; `cut` whether it ends in an ellipsis."""

    words: Span
    bare: str
    count: int
    sentences: int
    ends: bool
    cut: bool
    mark: Mark

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text: a sentence of some length, or many words. One question may be a headline."""
        if self.sentences == 1 and self.count <= _LONGEST_QUESTION and self.bare.rstrip("'\"”’»)").endswith(("?", "!")):
            return False
        return self.mark in (Mark.PLAIN, Mark.DATELINE) and (
            (self.ends and self.count >= _PROSE_LEAST) or self.count > 40 or self.mark is Mark.DATELINE
        )

    @property
    def presents_author(self) -> bool:
        """Whether it reads like "Jane Doe is a fellow at …": a name, its verb and a role."""
        if self.mark is not Mark.PLAIN or self.count > _LONGEST_BIOGRAPHY or leading_name(self.bare) is None:
            return False
        return not ROLES.isdisjoint(words_of(self.bare)[:_ROLE_WITHIN])

    @property
    def is_strong(self) -> bool:
        """Whether it belongs to the head of an article: who and when."""
        return self.mark in (Mark.BYLINE, Mark.DATE, Mark.FIELD, Mark.AUTHOR_LABEL)


def read_shape(text: str, paragraph: Paragraph) -> Shape:
    """The shape of a paragraph of the text."""
    words = paragraph.words.of(text)
    heading = _HEADING.match(words)
    bare = words[heading.end() if heading else 0 :].strip(_EMPHASIS + ("#" if heading else "")) or words
    count = len(words_of(bare))
    return Shape(
        words=paragraph.words,
        bare=bare,
        count=count,
        sentences=len(split_sentences(text, paragraph.words)),
        ends=_ends_like_a_sentence(bare, count),
        cut=_OMISSION.search(bare[-8:]) is not None,
        mark=Mark.HEADING if heading else _mark_of(words, bare, count),
    )


def _ends_like_a_sentence(bare: str, count: int) -> bool:
    tail = bare[-20:]
    return _ENDING.search(tail) is not None and not (count <= 8 and _ABBREVIATED.search(tail))


def _mark_of(words: str, bare: str, count: int) -> Mark:
    for mark, holds in _TESTS:
        if holds(words, bare, count):
            return mark
    return Mark.PLAIN


def _is_author_label(_words: str, bare: str, count: int) -> bool:
    return count <= 4 and " ".join(words_of(bare)) in AUTHOR_LABELS


def _is_furniture(_words: str, bare: str, count: int) -> bool:
    if count == 0:
        return True
    label = " ".join(words_of(bare)) if count <= 6 else ""
    if label in LABELS or (label and _READING_TIME.fullmatch(label)):
        return True
    return count <= LONGEST_FURNITURE and fold(bare[:60]).lower().startswith(LEADS)


def _is_caption(_words: str, bare: str, count: int) -> bool:
    if not LONGEST_CREDIT < count <= LONGEST_FURNITURE:
        return False
    folded = fold(bare).lower()
    return folded.startswith(CAPTION_LEADS) or folded.rstrip(".").endswith(CAPTION_CREDITS)


_TESTS = (
    (Mark.LINK, lambda words, _bare, _count: read_link(words) is not None),
    (Mark.AUTHOR_LABEL, _is_author_label),
    (Mark.CAPTION, _is_caption),
    (Mark.FURNITURE, _is_furniture),
    (Mark.BULLET, lambda words, _bare, _count: _BULLET.match(words) is not None),
    (Mark.BYLINE, lambda words, _bare, _count: read_byline(words) is not None),
    (Mark.DATE, lambda words, _bare, _count: is_date_line(words)),
    (Mark.FIELD, lambda words, _bare, _count: read_field(words) is not None),
    (Mark.DATELINE, lambda words, _bare, _count: read_dateline(words) is not None),
)
