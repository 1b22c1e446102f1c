"""What the scorers look at: the parse, its quotation marks, and what was counted of each word in annotated news."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import exp

from builder.analyse.attribution.quotemarks import Marks, Quoted, read_marks
from builder.analyse.parsing import Parse, Token

DEPS = (
    "ROOT", "ccomp", "parataxis", "xcomp", "advcl", "acl", "relcl", "pcomp", "csubj", "csubjpass", "conj", "dobj", "dative",
    "oprd", "attr", "acomp", "pobj", "appos", "nsubj", "nsubjpass", "agent", "prep", "prt", "mark", "aux", "auxpass",
    "neg", "advmod", "npadvmod", "cc", "det", "amod", "poss", "compound", "nummod", "case", "punct", "intj", "meta", "dep",
)  # fmt: skip
TAGS = (
    "VBD", "VBZ", "VBP", "VBN", "VBG", "VB", "MD", "TO", "IN", "RP", "RB", "RBR", "RBS", "WRB", "WP", "WP$", "WDT", "EX", "PRP",
    "PRP$", "NNP", "NNPS", "NN", "NNS", "DT", "PDT", "CD", "JJ", "JJR", "JJS", "POS", "CC", "UH", "$", ":", ",", ".", "``",
    "''", "-LRB-", "-RRB-", "HYPH", "NFP", "ADD", "AFX", "FW", "LS", "SYM", "XX",
)  # fmt: skip
_DEP_CODE: Mapping[str, int] = {d: n for n, d in enumerate(DEPS)}
_TAG_CODE: Mapping[str, int] = {t: n for n, t in enumerate(TAGS)}
_WORD_CLASS: Mapping[str, int] = {
    "that": 1, "to": 2, "if": 3, "whether": 3, "how": 4, "why": 4, "what": 5, "who": 5, "which": 5, "when": 6, "where": 6,
    "as": 7, "because": 8, "but": 9, "and": 10, "or": 10, "for": 11, "of": 12, "on": 13, "about": 14, "in": 15, "at": 16,
    "with": 17, "against": 18, "by": 19, "from": 20, "while": 21, "after": 22, "before": 22, ",": 23, ":": 24, ";": 25,
    ".": 26, "?": 27, "!": 27, "—": 28, "–": 28, "-": 28, "--": 28, "(": 29, ")": 30, "[": 29, "]": 30, "‘": 31, "’": 32,
    "“": 33, "”": 34, '"': 33, "''": 33, "``": 33, "...": 35, "…": 35, "not": 36, "n't": 36, "’s": 37, "'s": 37,
}  # fmt: skip
_PRONOUN_CLASS = 40
_TAG_CLASS_FROM = 41
CUE, AFTER, BEFORE, BOTH, INSIDE, BEGINS, ENDS, SOURCE = range(8)
"""Columns of `Reading.tags`: a cue at all; one with content after it, before it, on both sides; inside of content; its edges; a
source's head. All are log-odds."""

TAG_COUNT = 8
NAME_TYPES = frozenset(("PERSON", "ORG", "NORP", "GPE"))
CLAUSES = frozenset(
    ("ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "csubj", "parataxis", "conj", "ROOT", "csubjpass")
)


def dep_code(token: Token) -> int:
    """The token's relation as a number; related ones lie near each other."""
    return _DEP_CODE.get(token.dep, len(DEPS))


def tag_code(token: Token) -> int:
    """The token's Penn tag as a number; related ones lie near each other."""
    return _TAG_CODE.get(token.tag, len(TAGS))


def word_class(token: Token) -> int:
    """A number for the words and marks at which content begins or ends; the tag for all others."""
    code = _WORD_CLASS.get(token.text.lower())
    if code is not None:
        return code
    if token.tag == "PRP":
        return _PRONOUN_CLASS
    return _TAG_CLASS_FROM + tag_code(token)


def word_key(token: Token) -> str:
    """What a word is counted under: lemma and coarse part of speech."""
    return f"{token.lemma}/{'V' if token.pos in ('VERB', 'AUX') else token.pos[:1]}"


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each word stood in annotated news and in which part; what was not counted has the overall share.

    `shares[key]` ends with the logarithm of how often the word stood there; what comes before are numbers in 0..1.
    """

    shares: Mapping[str, tuple[float, ...]]
    other: tuple[float, ...]

    def of(self, key: str) -> tuple[float, ...]:
        """The shares of a word."""
        return self.shares.get(key, self.other)


@dataclass(frozen=True)
class Reading:
    """An article as the scorers see it."""

    parse: Parse
    words: Counts
    heads: Counts
    frames: Counts
    given: tuple[tuple[float, ...], ...] | None = None
    """What the network says of each token (see `tagging`)."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.parse.tokens

    @cached_property
    def tags(self) -> tuple[tuple[float, ...], ...]:
        """For each token what the network says of it; nothing either way where it was not asked."""
        return self.given if self.given is not None else ((0.0,) * TAG_COUNT,) * len(self.tokens)

    @cached_property
    def inside_before(self) -> tuple[float, ...]:
        """For each token, and the end, the sum of the chances of those before it to stand inside of content."""
        return tuple(accumulate((1 / (1 + exp(-row[INSIDE])) for row in self.tags), initial=0.0))

    @cached_property
    def marks(self) -> Marks:
        return read_marks(self.parse)

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        """For each token whether it stands between double marks (the marks themselves included)."""
        stretches = self.marks.stretches
        return tuple(n >= 0 and not stretches[n].single for n in self.marks.inside)

    @cached_property
    def doubles(self) -> tuple[tuple[Quoted, ...], ...]:
        """For each paragraph its stretches between double marks."""
        found: list[list[Quoted]] = [[] for _ in self.parse.paragraphs]
        for stretch in self.marks.stretches:
            if not stretch.single:
                found[self.parse.paragraph_of[stretch.first]].append(stretch)
        return tuple(tuple(f) for f in found)

    @cached_property
    def double_edges(self) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
        """For each paragraph the first and the last tokens of its stretches between double marks."""
        return tuple((tuple(q.first for q in found), tuple(q.last for q in found)) for found in self.doubles)

    @cached_property
    def verbs_before(self) -> tuple[int, ...]:
        """For each token, and the end, the number of full verbs before it."""
        return tuple(accumulate((t.pos == "VERB" for t in self.tokens), initial=0))

    @cached_property
    def marks_before(self) -> tuple[int, ...]:
        """For each token, and the end, the number of marks before it."""
        return tuple(accumulate((t.dep == "punct" for t in self.tokens), initial=0))

    @cached_property
    def depth(self) -> tuple[int, ...]:
        """For each token the number of steps to its sentence's root."""
        depth = [-1] * len(self.tokens)
        for i in range(len(self.tokens)):
            path = []
            k = i
            while depth[k] < 0 and self.tokens[k].head != k:
                path.append(k)
                k = self.tokens[k].head
            depth[k] = max(depth[k], 0)
            for step, node in enumerate(reversed(path), start=1):
                depth[node] = depth[k] + step
        return tuple(depth)

    @cached_property
    def opener(self) -> tuple[int, ...]:
        """For each token the highest token whose subtree begins with it."""
        return self._highest(0)

    @cached_property
    def closer(self) -> tuple[int, ...]:
        """For each token the highest token whose subtree ends with it."""
        return self._highest(1)

    def _highest(self, side: int) -> tuple[int, ...]:
        best = list(range(len(self.tokens)))
        edges = self.parse.edges
        for i, edge in enumerate(edges):
            at = edge[side]
            if self.depth[i] < self.depth[best[at]] or (best[at] == at and edges[at][side] != at):
                best[at] = i
        return tuple(best)

    @cached_property
    def cue_share(self) -> tuple[float, ...]:
        """For each token how often its word was a cue."""
        return tuple(self.words.of(word_key(t))[0] for t in self.tokens)

    def ancestors(self, token: int) -> Iterator[int]:
        """From the token's head to the root."""
        while self.tokens[token].head != token:
            token = self.tokens[token].head
            yield token

    def subject(self, verb: int) -> int | None:
        """The head of the verb's own subject."""
        for child in self.parse.children[verb]:
            if self.tokens[child].dep in ("nsubj", "nsubjpass", "csubj", "expl"):
                return child
        return None
