"""Quotations in running text, by their marks alone: continued over paragraphs, nested, mismatched, left open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.analyse.lexicons import word_list
from builder.analyse.marks import Pair, pair_marks
from builder.model.claims import Kind
from builder.model.findings import QuoteFinding, finding_key
from builder.model.text import Block, SourceText, Span, words_of

_UTTERANCE_LEAST = 6  # words: that many are said by somebody even where no reporting verb stands near
_NEAR = 200  # code points: how far from a quotation its reporting verb is looked for
_PARTIAL_LEAST = 2  # words, next to a reporting verb


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A quotation in one block, as places in the article; `open`: its closing mark does not stand in the block."""

    block: Block
    pair: Pair
    span: Span
    open: bool


def find_quotations(text: SourceText) -> Iterator[QuoteFinding]:
    """Every stretch between quotation marks in the running text, in order of its start; nothing raises on odd marks."""
    stretches = [s for block in text.body() for s in _stretches(text, block)]
    used = 0
    while used < len(stretches):
        parts = _continued(text, stretches, used)
        used += len(parts)
        yield _finding(text, parts)


def _stretches(text: SourceText, block: Block) -> Iterator[_Stretch]:
    """The quotations of a block. One left open reaches to the end of its sentence, or of the block if it begins it."""
    words = block.words.of(text.text)
    pairs = pair_marks(words)
    starts = [pair.start for pair in pairs]
    for index, pair in enumerate(pairs):
        if pair.end is not None:
            yield _stretch(block, pair, pair.end, is_open=False)
            continue
        following = starts[index + 1] if index + 1 < len(pairs) else len(words)
        end = following if following < len(words) or pair.start else len(words)
        if following == len(words) and pair.start:
            end = _sentence_end(text, block, pair.start)
        bare = words[pair.start : end].rstrip()
        if len(words_of(bare)) > 0:
            yield _stretch(block, pair, pair.start + len(bare), is_open=True)


def _stretch(block: Block, pair: Pair, end: int, *, is_open: bool) -> _Stretch:
    return _Stretch(block, pair, Span(block.words.start + pair.start, block.words.start + end), is_open)


def _sentence_end(text: SourceText, block: Block, start: int) -> int:
    sentence = text.sentence_at(block.words.start + start)
    return (sentence.end if sentence is not None else block.words.end) - block.words.start


def _continued(text: SourceText, stretches: Sequence[_Stretch], first: int) -> Sequence[_Stretch]:
    """The stretches that are one quotation: each left open to its block's end, the next block opening with a mark."""
    parts = [stretches[first]]
    while parts[-1].open and parts[-1].pair.double and first + len(parts) < len(stretches):
        after = stretches[first + len(parts)]
        if not _goes_on(text, parts[-1], after):
            break
        parts.append(after)
    if len(parts) > 1:
        head = parts[0]
        parts[0] = _Stretch(head.block, head.pair, Span(head.span.start, head.block.words.end), open=True)
    return parts


def _goes_on(text: SourceText, before: _Stretch, after: _Stretch) -> bool:
    """Whether the second begins the next block of running text, and no reporting words stand after the first mark."""
    if after.span.start != after.block.words.start or not after.pair.double:
        return False
    between = text.blocks[before.block.number : after.block.number - 1]
    if any(block.kind.is_running_text for block in between):
        return False
    rest = Span(before.span.start, before.block.words.end).of(text.text)
    said = word_list("reporting", "verbs").intersection(words_of(rest))
    return not said or (before.span.start == before.block.words.start and before.span.end == before.block.words.end)


def _finding(text: SourceText, parts: Sequence[_Stretch]) -> QuoteFinding:
    spans = tuple(part.span for part in parts)
    words = " ".join(span.of(text.text) for span in spans)
    first, last = parts[0], parts[-1]
    return QuoteFinding(
        source=text.id,
        spans=spans,
        rule=_rule(parts),
        key=finding_key(Kind.QUOTES, words),
        double=first.pair.double,
        closed=not last.open,
        utterance=_is_utterance(text, spans, words),
        within=first.pair.within,
    )


def _rule(parts: Sequence[_Stretch]) -> str:
    if len(parts) > 1:
        return "continued"
    if parts[0].open:
        return "left-open"
    return "double-marks" if parts[0].pair.double else "single-marks"


def _is_utterance(text: SourceText, spans: Sequence[Span], words: str) -> bool:
    """Something said, by length or by a reporting word near it; not a title, nor a name held between marks."""
    inside = words_of(words)
    if len(inside) < _PARTIAL_LEAST or _is_title(words):
        return False
    if len(inside) >= _UTTERANCE_LEAST:
        return True
    sentence = text.sentence_at(spans[0].start)
    if sentence is None:
        return False
    first, last = spans[0].start, spans[-1].end
    before = text.text[max(sentence.start, first - _NEAR) : first]
    outside = f"{before} {text.text[last : min(sentence.end, last + _NEAR)]}"
    return not word_list("reporting", "verbs").isdisjoint(words_of(outside))


def _is_title(words: str) -> bool:
    """Whether all longer words have a capital, as in the title of a book or the name of a plan."""
    longer = [w for w in words.split() if sum(c.isalpha() for c in w) > 3]
    return len(longer) > 1 and all(w.strip("“”‘’\"'«»([")[:1].isupper() for w in longer)
