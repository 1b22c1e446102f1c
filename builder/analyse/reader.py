"""An article → its parse. The language model is loaded when the first article is read, and only then."""

from collections.abc import Callable
from functools import cache

from builder.analyse.parsing import Parse, Parser, lines_of, load_parser
from builder.model.text import BlockKind, SourceText, Span

ReadParse = Callable[[SourceText], Parse]

_READ = frozenset(
    (
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.BODY,
        BlockKind.SECTION_HEADING,
        BlockKind.CAPTION,
        BlockKind.BIOGRAPHY,
    )
)


def read_parse(text: SourceText) -> Parse:
    """The parse of what reports, line by line: no furniture, nothing printed a second time, no other language.

    Raises `BriefingError` where no model is installed.
    """
    return _parser().parse(text.text, _lines(text))


@cache  # a model takes a second to load and does not change
def _parser() -> Parser:
    return load_parser()


def _lines(text: SourceText) -> list[Span]:
    return [
        Span(block.words.start + line.start, block.words.start + line.end)
        for block in text.blocks
        if block.kind in _READ
        for line in lines_of(block.words.of(text.text))
    ]
