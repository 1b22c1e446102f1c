"""Where actors are named, each time with a few words around it.

A name counts as whole words, letter case as written, accents folded on both sides ("Kára" is "Kara"), and where two
names overlap the longest one does. The first letter of a collective's name may be of either case.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.knowledge.references import names_of
from builder.knowledge.urls import has_own_page
from builder.model.claims import Actor, ActorKind
from builder.model.ids import ActorId, SourceId, fold_accents
from builder.model.knowledge import Mention
from builder.model.text import Block, BlockKind, SourceText, Span, fold

MENTION_LENGTH = 200
"""The most of an article that a mention shows, in code points."""

_WORD = re.compile(r"\w+")
_BLANKS = re.compile(r"\s+")
_Words = tuple[str, ...]
_NOT_READ = frozenset({BlockKind.FURNITURE, BlockKind.OTHER_LANGUAGE})


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as looked for in folded text, and who bears it."""

    folded: str
    actors: tuple[ActorId, ...]

    def end_in(self, folded: str, start: int) -> int | None:
        """Where the name ends that begins at `start`, blanks of any kind between its words; None where it does not stand there."""
        at = start
        for number, word in enumerate(self.folded.split()):
            if number:
                blanks = _BLANKS.match(folded, at)
                at = blanks.end() if blanks else len(folded)
            if not folded.startswith(word, at):
                return None
            at += len(word)
        return None if _WORD.match(folded, at) else at


@dataclass(frozen=True, slots=True)
class _Names:
    """The names by their words, and for each first word how many words the names have that begin with it."""

    by_words: Mapping[_Words, Sequence[_Name]]
    lengths: Mapping[str, tuple[int, ...]]

    def at(self, words: Sequence[re.Match[str]], number: int) -> Iterator[_Name]:
        """The names that may begin at the word of that number, longest first."""
        lengths = self.lengths.get(words[number].group(), ())
        runs = (tuple(word.group() for word in words[number : number + length]) for length in lengths)
        found = (name for run in runs for name in self.by_words.get(run, ()))
        return iter(sorted(found, key=lambda name: (-len(name.folded), name.folded)))


def mentions_of(actors: Sequence[Actor], texts: Mapping[SourceId, SourceText]) -> Mapping[ActorId, tuple[Mention, ...]]:
    """The mentions of every actor with a page, sorted by source and place; the other rows are empty.

    All names are looked for, so that "Tarn" is not found in "Tarn Herald"; an actor without a page has no place that
    would show its mentions. A sentence that names somebody twice is one mention. A collective ("analysts") is looked for
    in the articles that its record cites: elsewhere the same word means other people.
    """
    names = _index(actors)
    shows = {ActorId(actor.id) for actor in actors if has_own_page(actor)}
    readable = {
        ActorId(actor.id): {passage.source for passage in actor.evidence}
        for actor in actors
        if actor.kind is ActorKind.COLLECTIVE
    }
    found: dict[ActorId, list[Mention]] = {ActorId(actor.id): [] for actor in actors}
    for source_id in sorted(texts):
        text = texts[source_id]
        for span, bearers in _named(text, names):
            mention = Mention(source_id, _shown(text, span), span, text.block_at(span.start).number)
            for actor in bearers:
                if source_id not in readable.get(actor, texts):
                    continue
                if actor in shows:
                    _add(found[actor], mention)
    return {actor: tuple(found[actor]) for actor in sorted(found)}


def _add(mentions: list[Mention], mention: Mention) -> None:
    """Adds a mention, or its name to the mention that shows it already."""
    last = mentions[-1] if mentions else None
    if last and last.source == mention.source and last.shown.holds(mention.name):
        mentions[-1] = replace(last, again=(*last.again, mention.name))
    else:
        mentions.append(mention)


def _index(actors: Iterable[Actor]) -> _Names:
    """Every name, by its words."""
    bearers: dict[str, list[ActorId]] = defaultdict(list)
    for actor in actors:
        for folded in dict.fromkeys(fold_accents(fold(name)).strip() for name in _forms(actor)):
            bearers[folded].append(ActorId(actor.id))
    by_words: dict[_Words, list[_Name]] = defaultdict(list)
    lengths: dict[str, set[int]] = defaultdict(set)
    for folded in sorted(bearers):
        words = tuple(_WORD.findall(folded))
        if _WORD.match(folded):
            by_words[words].append(_Name(folded, tuple(sorted(bearers[folded]))))
            lengths[words[0]].add(len(words))
    return _Names(by_words, {first: tuple(sorted(some)) for first, some in lengths.items()})


def _forms(actor: Actor) -> Iterator[str]:
    """The names as they may be printed: what a collective is called ("analysts") has a capital only where a sentence begins."""
    for name in names_of(actor):
        yield name
        if actor.kind is ActorKind.COLLECTIVE:
            yield name[0].swapcase() + name[1:]


def _named(text: SourceText, names: _Names) -> Iterator[tuple[Span, tuple[ActorId, ...]]]:
    """Every place where a name stands, in order; of overlapping names the longest."""
    folded, origin = _fold_with_origin(text.text)
    hits: list[tuple[int, int, tuple[ActorId, ...]]] = []
    words = tuple(_WORD.finditer(folded))
    for number, word in enumerate(words):
        start = word.start()
        if word.group() not in names.lengths or _hyphened(folded, start):
            continue
        for name in names.at(words, number):
            if (end := name.end_in(folded, start)) is not None:
                hits.append((start, end, name.actors))
                break
    for start, end, actors in _without_overlap(hits):
        span = Span(origin[start], origin[end]) if origin else Span(start, end)
        if _is_read(text, span):
            yield span, actors


def _hyphened(folded: str, at: int) -> bool:
    """Whether the word is the second half of another: "non-Tarn" says that it is not Tarn."""
    return at > 1 and folded[at - 1] == "-" and folded[at - 2].isalnum()


def _without_overlap(hits: list[tuple[int, int, tuple[ActorId, ...]]]) -> list[tuple[int, int, tuple[ActorId, ...]]]:
    """The hits that no longer hit overlaps; equal length: the earlier one. Neighbours in order are enough to look at."""
    kept: list[tuple[int, int, tuple[ActorId, ...]]] = []
    for hit in sorted(hits):
        if kept and hit[0] < kept[-1][1]:
            if hit[1] - hit[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = hit
        else:
            kept.append(hit)
    return kept


def _fold_with_origin(text: str) -> tuple[str, tuple[int, ...]]:
    """The text with marks and accents folded, and for each of its code points the one it came from.

    The second is empty where nothing changed its length: then offsets are the same.
    """
    marks = fold(text)
    folding = {ord(char): fold_accents(char) for char in sorted(set(marks)) if not char.isascii()}
    folded = marks.translate(folding)
    if all(len(to) == 1 for to in folding.values()):
        return folded, ()
    origin = [at for at, char in enumerate(marks) for _ in folding.get(ord(char), char)]
    return folded, (*origin, len(marks))


def _is_read(text: SourceText, span: Span) -> bool:
    """Whether a mention there counts: not in furniture, not where the article prints its own words a second time."""
    block = text.block_at(span.start)
    if block.kind in _NOT_READ or block.kind.repeats_another or not block.words.holds(span):
        return False
    return not any(repeat.place.overlaps(span) for repeat in text.repeats)


def _shown(text: SourceText, name: Span) -> Span:
    """The sentence around the name, or as much of it as a mention may show, cut between words."""
    around = _sentence(text, text.block_at(name.start), name)
    if len(around) <= MENTION_LENGTH:
        return around
    spare = max(0, MENTION_LENGTH - len(name))
    start = max(around.start, min(name.start - spare // 2, around.end - MENTION_LENGTH))
    end = min(around.end, start + max(MENTION_LENGTH, len(name)))
    while start > around.start and start < name.start and not _starts_word(text.text, start):
        start += 1
    while end < around.end and end > name.end and not _ends_word(text.text, end):
        end -= 1
    return Span(min(start, name.start), max(end, name.end))


def _starts_word(text: str, at: int) -> bool:
    """Whether a blank stands before `at` and none at it."""
    return text[at - 1].isspace() and not text[at : at + 1].isspace()


def _ends_word(text: str, at: int) -> bool:
    """Whether a blank stands at `at` and none before it."""
    return text[at].isspace() and not text[at - 1].isspace()


def _sentence(text: SourceText, block: Block, name: Span) -> Span:
    """The sentence that holds the name, or its paragraph."""
    at = bisect_right(text.sentences, name.start, key=lambda sentence: sentence.start) - 1
    sentence = text.sentences[at] if at >= 0 else block.words
    return sentence if sentence.holds(name) and block.words.holds(sentence) else block.words
