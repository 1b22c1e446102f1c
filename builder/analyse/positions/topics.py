"""Which issues of the briefing some words are about, by the issues' own vocabulary."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.analyse.parsing import Parse
from builder.model.knowledge import Party, Topic
from builder.model.text import Span, fold

_NEVER = re.compile(r"(?!)")
_TWO = 2


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """An issue's id and patterns for its words; words with a capital are found only so.

    An issue that is called by a name ("the Tarn war") is meant by its common words ("war") only where a word of its own
    stands in the paragraph or in one beside it.
    """

    topic: str
    own: re.Pattern[str]
    common: re.Pattern[str]
    by_name: bool
    pair: frozenset[str]

    def places(self, words: str) -> list[Span]:
        """Where the words name the issue by a word of its own or by a common one."""
        return [Span(*m.span()) for pattern in (self.own, self.common) for m in pattern.finditer(words)]

    def is_meant(self, parse: Parse, token: int, words: Sequence[str]) -> bool:
        """Whether the words found by `places` at a token do mean it."""
        return not self.by_name or any(self.own.fullmatch(w) for w in words) or self._is_near(parse, token)

    def _is_near(self, parse: Parse, token: int) -> bool:
        number = parse.paragraph_of[token]
        first = parse.paragraphs[max(0, number - 1)][0]
        last = parse.paragraphs[min(len(parse.paragraphs) - 1, number + 1)][1] - 1
        return bool(self.own.search(fold(parse.span(first, last).of(parse.text))))


def named_topics(
    vocabularies: Sequence[Vocabulary], parse: Parse, tokens: Sequence[int], acting: frozenset[str]
) -> list[str]:
    """The issues that the tokens, which are in order, name. A word inside a longer one of another issue names none.

    Of issues called by two parties' names the one wins whose parties both act.
    """
    words = _words(parse, tokens)
    places = [(v, place) for v in vocabularies for place in v.places(words)]
    found: list[Vocabulary] = []
    for vocabulary in vocabularies:
        own = [p for v, p in places if v is vocabulary and not any(q.holds(p) and len(q) > len(p) for _, q in places)]
        if own and vocabulary.is_meant(parse, tokens[0], [p.of(words) for p in own]):
            found.append(vocabulary)
    paired = any(v.pair and v.pair <= acting for v in found)
    return [v.topic for v in found if not (paired and v.pair and not v.pair <= acting)]


def read_vocabularies(topics: Sequence[Topic], parties: Sequence[Party]) -> tuple[Vocabulary, ...]:
    """The vocabularies of those issues that have one."""
    return tuple(_read(topic, parties) for topic in topics if any(w.strip() for w in topic.vocabulary))


def _read(topic: Topic, parties: Sequence[Party]) -> Vocabulary:
    forms = sorted({" ".join(fold(w).split()) for w in topic.vocabulary if w.strip()}, key=lambda w: (-len(w), w))
    common = [f for f in forms if f.islower() and " " not in f]
    own = [f for f in forms if f not in common]
    named = {p.id for p in parties if any(_stands_in(form, topic.name) for form in (p.name, *p.names))}
    return Vocabulary(
        topic=topic.id,
        own=_pattern(own),
        common=_pattern(common),
        by_name=bool(own) and (any(f[0].isupper() and _stands_in(f, topic.name) for f in own) or len(named) >= _TWO),
        pair=frozenset(named) if len(named) >= _TWO else frozenset(),
    )


def _stands_in(form: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(form))}(?!\w)", fold(name)) is not None


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """A small word in any case and in the plural, one with capitals as it is written."""
    parts = []
    for form in forms:
        escaped = re.escape(form).replace(r"\ ", r"\s+")
        parts.append(escaped if any(c.isupper() for c in form) else rf"(?i:{escaped}(?:s|es)?)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else _NEVER


def _words(parse: Parse, tokens: Sequence[int]) -> str:
    """The tokens as text; between two that are not neighbours stands a mark, so that no phrase runs over a gap."""
    parts: list[str] = []
    for n, i in enumerate(tokens):
        if n:
            near = tokens[n - 1] == i - 1
            glued = near and parse.tokens[i - 1].end == parse.tokens[i].start
            parts.append("" if glued else " " if near else " | ")
        parts.append(parse.tokens[i].text)
    return fold("".join(parts))
