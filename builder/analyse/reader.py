"""An article → its parse. The language model is loaded when the first article is read, and only then."""

from collections.abc import Callable
from functools import cache

from builder.analyse.parsing import Parse, Parser, load_parser
from builder.model.text import BlockKind, SourceText, Span

ReadParse = Callable[[SourceText], Parse]

_READ = frozenset(
    (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BODY, BlockKind.SECTION_HEADING, BlockKind.CAPTION)
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
    lines: list[Span] = []
    for block in text.blocks:
        start = block.words.start
        for line in block.words.of(text.text).splitlines(keepends=True) if block.kind in _READ else ():
            if not line.isspace():
                lines.append(Span(start, start + len(line.rstrip("\r\n")) or start + 1))
            start += len(line)
    return lines
