"""What each paragraph of an article is. A tuple of rules, the first that speaks for a paragraph decides; else it is body."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.ingest.header import Header, find_header
from builder.ingest.language import UNKNOWN, detect_language, is_in_another, script_of
from builder.ingest.names import is_name
from builder.ingest.paragraphs import split_paragraphs
from builder.ingest.repeats import Repetition, find_repetitions
from builder.ingest.shapes import Mark, Shape, read_shape
from builder.model.text import Block, BlockKind, Repeat, words_of

_LONGEST_SECTION_HEADING = 12  # words
_LEAST_PULLED, _LEAST_PULLED_OPEN = 6, 8  # words, with a full stop and without: headings quote a few words too
_LEAST_FOREIGN, _LEAST_SURELY = 8, 12  # words: the language of less is a guess, and of less than the second may be one

_BY_MARK = {
    Mark.FURNITURE: BlockKind.FURNITURE,
    Mark.AUTHOR_LABEL: BlockKind.FURNITURE,
    Mark.LINK: BlockKind.FURNITURE,
    Mark.BYLINE: BlockKind.BYLINE,
    Mark.CAPTION: BlockKind.CAPTION,
}
Rulings = Iterator[tuple[int, BlockKind]]


@dataclass(frozen=True, slots=True)
class Layout:
    """All that the rules look at. `tail`: index of the first paragraph after the running text."""

    shapes: Sequence[Shape]
    header: Header
    repetitions: Mapping[int, Repetition]
    tail: int
    script: str | None
    language: str


def tile(text: str) -> tuple[tuple[Block, ...], tuple[Repeat, ...]]:
    """The blocks of a text that has words, which tile it, and the passages printed twice, in order of their place."""
    paragraphs = split_paragraphs(text)
    shapes = tuple(read_shape(text, p) for p in paragraphs)
    layout = _lay_out(text, shapes)
    kinds = _classify(layout)
    blocks = tuple(
        Block(kind, p.span, p.words, number)
        for number, (p, kind) in enumerate(zip(paragraphs, kinds, strict=True), start=1)
    )
    repeats = tuple(
        r.repeat
        for copy, r in sorted(layout.repetitions.items())
        if BlockKind.FURNITURE not in (kinds[copy], kinds[r.original])
    )
    return blocks, repeats


def _lay_out(text: str, shapes: Sequence[Shape]) -> Layout:
    header = find_header(shapes)
    repetitions = find_repetitions(text, shapes, head=frozenset(range(header.end)))
    tail = len(shapes)
    script = script_of(text)
    while tail > header.end and _is_after_the_end(shapes[tail - 1], tail - 1, header, script):
        tail -= 1
    return Layout(shapes, header, repetitions, tail, script, detect_language(text))


def _is_after_the_end(shape: Shape, index: int, header: Header, script: str | None) -> bool:
    if shape.mark is Mark.PLAIN:
        is_label = not shape.ends and shape.count <= _LONGEST_SECTION_HEADING
        return index in header.names or is_label or shape.presents_author or _is_foreign(shape, script, UNKNOWN)
    return shape.mark in (*_BY_MARK, Mark.DATE, Mark.FIELD, Mark.HEADING)


def _classify(layout: Layout) -> tuple[BlockKind, ...]:
    kinds: dict[int, BlockKind] = {}
    for rule in RULES:
        for index, kind in rule(layout):
            kinds.setdefault(index, kind)
    decided = [kinds.get(i, BlockKind.BODY) for i in range(len(layout.shapes))]
    if not any(kind.is_running_text for kind in decided):
        decided = [_never_nothing(kind, layout.shapes[i]) for i, kind in enumerate(decided)]
    return tuple(decided)


def _never_nothing(kind: BlockKind, shape: Shape) -> BlockKind:
    """An article of one line, or of headings alone, has those for its body: nothing that was sent in goes unread."""
    return BlockKind.BODY if shape.mark in (Mark.PLAIN, Mark.HEADING, Mark.FIELD) else kind


def _foreign(layout: Layout) -> Rulings:
    """Another script than the article's, or a paragraph in another language."""
    for i, shape in enumerate(layout.shapes):
        if _is_foreign(shape, layout.script, layout.language):
            yield i, BlockKind.OTHER_LANGUAGE


def _is_foreign(shape: Shape, script: str | None, language: str) -> bool:
    own = script_of(shape.bare)
    if own is None or shape.mark is Mark.LINK:
        return False
    if own != script:
        return not {own, script or own} <= {"CJK", "HIRAGANA", "KATAKANA"}
    short = shape.count < _LEAST_SURELY
    return shape.count >= _LEAST_FOREIGN and is_in_another(shape.bare, language, short=short)


def _headlines(layout: Layout) -> Rulings:
    title = layout.header.title
    if title is None:
        return
    yield title, BlockKind.HEADLINE
    own = words_of(layout.shapes[title].bare)
    for i, shape in enumerate(layout.shapes):
        if i != title and shape.count == len(own) and words_of(shape.bare) == own:
            yield i, BlockKind.REPEATED_HEADLINE


def _marked(layout: Layout) -> Rulings:
    """What the words alone decide. A date or a field counts in the head and the tail; in between it is reporting."""
    for i, shape in enumerate(layout.shapes):
        outside = i < layout.header.end or i >= layout.tail
        if shape.mark in _BY_MARK:
            yield i, _BY_MARK[shape.mark]
        elif i in layout.header.names or (outside and shape.mark in (Mark.DATE, Mark.FIELD)):
            yield i, BlockKind.BYLINE


def _biographies(layout: Layout) -> Rulings:
    for i, shape in enumerate(layout.shapes):
        if (i < layout.header.end or i >= layout.tail) and shape.presents_author:
            yield i, BlockKind.BIOGRAPHY


def _captions(layout: Layout) -> Rulings:
    """A sentence printed twice in a row in the head: a picture's caption and its text for those who cannot see it."""
    shapes = layout.shapes
    for i in range(layout.header.end - 1):
        own, after = shapes[i], shapes[i + 1]
        if own.mark is Mark.PLAIN and own.sentences == 1 and own.ends and own.bare == after.bare:
            yield i, BlockKind.CAPTION
            yield i + 1, BlockKind.CAPTION


def _repeated(layout: Layout) -> Rulings:
    """The start of another paragraph, cut or printed ahead of it, is a teaser; any other copy a pull quote."""
    for copy, found in layout.repetitions.items():
        shape, original = layout.shapes[copy], layout.shapes[found.original]
        if shape.mark not in (Mark.PLAIN, Mark.DATELINE) or not original.is_prose or shape.count < _LEAST_PULLED:
            continue
        if not shape.ends and not shape.cut and shape.count < _LEAST_PULLED_OPEN:
            continue
        ahead = found.at_start and (shape.cut or copy < layout.header.end)
        yield copy, BlockKind.TEASER if ahead else BlockKind.PULL_QUOTE


def _head(layout: Layout) -> Rulings:
    """In the head, running text that a headline, a name or a date follows is a standfirst, and the rest labels."""
    strong = [i for i, s in enumerate(layout.shapes[: layout.header.end]) if s.is_strong or i in layout.header.names]
    last = max([*strong, layout.header.title if layout.header.title is not None else -1])
    for i, shape in enumerate(layout.shapes[: layout.header.end]):
        if shape.is_prose and i < last:
            yield i, BlockKind.STANDFIRST
        elif shape.mark is Mark.PLAIN and not shape.ends and shape.count <= _LONGEST_SECTION_HEADING:
            yield i, BlockKind.FURNITURE


def _section_headings(layout: Layout) -> Rulings:
    """A short line without a full stop before running text. Three in a row are a list, and so body."""
    shapes = layout.shapes
    short = [_is_short_line(s) for s in shapes]
    for i in range(layout.header.end, layout.tail):
        in_list = i >= 2 and short[i - 1] and short[i - 2]
        leads = short[i] and not all(short[i + 1 : i + 3])
        if shapes[i].mark is Mark.HEADING or (leads and not in_list):
            yield i, BlockKind.SECTION_HEADING


def _is_short_line(shape: Shape) -> bool:
    if shape.mark is not Mark.PLAIN or shape.ends or shape.count > _LONGEST_SECTION_HEADING:
        return False
    return shape.count <= 5 or not shape.bare.endswith(":")


def _tail(layout: Layout) -> Rulings:
    """Short lines after the running text: other articles' headlines, names of sections."""
    for i in range(layout.tail, len(layout.shapes)):
        shape = layout.shapes[i]
        yield i, BlockKind.BYLINE if shape.mark is Mark.PLAIN and is_name(shape.bare) else BlockKind.FURNITURE


RULES: tuple[Callable[[Layout], Rulings], ...] = (
    _foreign,
    _headlines,
    _marked,
    _biographies,
    _captions,
    _repeated,
    _head,
    _section_headings,
    _tail,
)
