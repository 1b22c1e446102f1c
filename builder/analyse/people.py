"""People named in running text, told by how they are presented: a title, a role beside the name, a verb of saying.

Without a language model this finds people whom the article introduces as articles do. It misses a bare name that
nothing presents, and it takes a company that "said" something twice, never with an article or a place word, for a person.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from builder.analyse.capitals import Run, Word, find_runs, find_words_of
from builder.analyse.lexicons import word_list
from builder.model.claims import Kind
from builder.model.findings import PersonFinding, finding_key, merge_spans
from builder.model.text import SourceText, Span

_PLACE_WORDS = frozenset(("in", "at", "across", "throughout", "inside", "near", "outside"))
_ARTICLES = frozenset(("the", "a", "an"))
_OF = frozenset(("of", "to", "for", "at", "in", "from", "with"))
_NO_APPOSITION = frozenset(
    (
        *(
            "and",
            "or",
            "but",
            "where",
            "which",
            "when",
            "while",
            "with",
            "as",
            "in",
            "at",
            "on",
            "after",
            "before",
            "for",
        ),
        *(
            "including",
            "because",
            "that",
            "to",
            "is",
            "was",
            "has",
            "had",
            "since",
            "although",
            "not",
            "it",
            "they",
            "if",
        ),
    )
)
_LONGEST_APPOSITION = 14  # words
_ROLE_BEFORE = 8  # words
_LONGEST_NAME = 5  # words
_TWICE = 2

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A capitalised name at a place, what presents it as a person, and what speaks against it."""

    name: Name
    span: Span
    presented: str | None
    role: str | None
    speaks: bool
    is_place: bool


def find_people(text: SourceText) -> Iterator[PersonFinding]:
    """Every person whom the running text presents, once, in the order of first naming."""
    seen = [s for block in text.body() for run in find_runs(find_words_of(text, block)) for s in _look(text, run)]
    names = _known_names(seen)
    mentions: dict[Name, list[Seen]] = defaultdict(list)
    for one in seen:
        full = names.full_form(one.name)
        if full is not None:
            mentions[full].append(one)
    for name in sorted(mentions, key=lambda n: mentions[n][0].span):
        yield _finding(text, name, mentions[name])


def _finding(text: SourceText, name: Name, mentions: Sequence[Seen]) -> PersonFinding:
    full = next(m for m in mentions if m.name == name).span.of(text.text)
    roles = dict.fromkeys(m.role for m in mentions if m.role)
    rules = sorted({m.presented for m in mentions if m.presented})
    return PersonFinding(
        source=text.id,
        spans=merge_spans(m.span for m in mentions),
        rule="+".join(rules) or "speaks",
        key=finding_key(Kind.ACTORS, " ".join(name)),
        name=" ".join(full.split()),
        roles=tuple(roles),
    )


def _look(text: SourceText, run: Run) -> Iterator[Seen]:
    """The name in a run of capitals, if it may be a person's: what follows the last title, no organisation's word in it."""
    titles = word_list("people", "titles")
    own = run.own
    cut = max((i + 1 for i, word in enumerate(own) if word.bare.rstrip(".") in titles), default=0)
    name = own[cut:]
    if not name or len(name) > _LONGEST_NAME or not _may_name(name):
        return
    span = Span(name[0].span.start, name[-1].span.end)
    presented, role = _presentation(text, run, cut)
    before = run.before(1)
    yield Seen(
        name=tuple(word.bare for word in name),
        span=span,
        presented=presented,
        role=role,
        speaks=_speaks(run, name),
        is_place=cut == 0
        and bool(before)
        and run.own[0].joined
        and before[0].bare.lower() in (*_PLACE_WORDS, *_ARTICLES),
    )


def _may_name(name: Sequence[Word]) -> bool:
    refused = (
        word_list("people", "organisations") | word_list("people", "calendar") | word_list("people", "publications")
    )
    if any(word.bare in refused for word in name):
        return False
    if len(name) == 1:
        bare = name[0].bare
        return len(bare) > 1 and not bare.isupper() and not bare.endswith(("ians", "ese", "ish", "ists"))
    return not all(word.bare.isupper() and len(word.bare) > 1 for word in name) and len(name[-1].bare.rstrip(".")) > 1


def _presentation(text: SourceText, run: Run, cut: int) -> tuple[str | None, str | None]:
    """How the name is presented as a person's, and the role that does it, as printed."""
    name = run.own[cut:]
    if cut:
        loose = run.own[cut - 1].bare.rstrip(".") in word_list("people", "loose_titles")
        return (None, None) if loose and len(name) == 1 else ("title", _printed(text, run.own[:cut]))
    before = run.before(1)
    if before and run.own[0].joined and not before[0].owns and before[0].bare in word_list("people", "roles"):
        return "role-before", before[0].bare
    return _full_presentation(text, run, name) if len(name) > 1 else (None, None)


def _full_presentation(text: SourceText, run: Run, name: Sequence[Word]) -> tuple[str | None, str | None]:
    """What presents a name of several words: an apposition, a role before a comma, an initial, a common first name."""
    after = _apposition(text, run)
    if after is not None:
        return "apposition", after
    rules = (
        ("role-before", _follows_role(text, run)),
        ("initial", any(len(word.bare) == 2 and word.bare.endswith(".") for word in name[1:-1])),
        ("given-name", name[0].bare in word_list("people", "given")),
    )
    return next((rule for rule, holds in rules if holds), None), None


def _printed(text: SourceText, words: Sequence[Word]) -> str:
    return " ".join(text.text[words[0].span.start : words[-1].span.end].split())


def _apposition(text: SourceText, run: Run) -> str | None:
    """The role after the name and a comma ("…, a professor at …"), as printed up to the next comma or stop; or an age."""
    end = run.own[-1].span.end
    if text.text[end : end + 2] != ", ":
        return None
    if text.text[end + 2 : end + 4].isdigit() and text.text[end + 4 : end + 5] == ",":
        return text.text[end + 2 : end + 4]
    words: list[Word] = []
    for word in run.after(_LONGEST_APPOSITION):
        if words and any(mark in text.text[words[-1].span.end : word.span.start] for mark in ",.;:—”“"):
            break
        words.append(word)
    if not words or words[0].bare.lower() in _NO_APPOSITION:
        return None
    found = not word_list("people", "roles").isdisjoint(word.bare.lower() for word in words)
    return _printed(text, words) if found else None


def _follows_role(text: SourceText, run: Run) -> bool:
    """A role with what it is of, and a comma, before the name: "the ambassador to Ossel, Ann S. Berg, …"."""
    own = run.own
    if text.text[own[0].span.start - 2 : own[0].span.start] != ", " or text.text[own[-1].span.end] != ",":
        return False
    words = [*run.before(_ROLE_BEFORE), own[0]]
    roles = word_list("people", "roles")
    return any(
        word.bare.lower() in roles and (after is own[0] or after.bare in _OF)
        for word, after in pairwise(words)
        if not after.starts
    )


def _speaks(run: Run, name: Sequence[Word]) -> bool:
    """Whether a verb of saying stands directly before or after the name."""
    verbs = word_list("reporting", "verbs")
    after = run.after(1)
    if after and after[0].joined and not name[-1].owns and after[0].bare in verbs:
        return True
    before = run.before(1)
    return (
        bool(before) and run.own[0].joined and before[0].bare in verbs and before[0].bare in ("said", "says", "added")
    )


class _Names:
    """Known names, found again by any of their opening or closing words; the closing ones count more."""

    def __init__(self) -> None:
        self._closing: dict[Name, Name] = {}
        self._opening: dict[Name, Name] = {}

    def add(self, name: Name) -> None:
        for count in range(1, len(name) + 1):
            self._closing.setdefault(name[-count:], name)
            self._opening.setdefault(name[:count], name)

    def full_form(self, name: Name) -> Name | None:
        """The known name that this one is or is a part of."""
        return self._closing.get(name) or self._opening.get(name)


def _known_names(seen: Sequence[Seen]) -> _Names:
    """The names that are presented as people's, fullest first: a part of a fuller one is no name of its own.

    After them those that nothing presents but that say something twice, and never stand as a place or with an article.
    """
    names = _Names()
    speaking = Counter(s.name for s in seen if s.speaks)
    ruled_out = {s.name for s in seen if s.is_place}
    presented = sorted({s.name for s in seen if s.presented}, key=lambda n: (-len(n), n))
    alone = sorted(name for name in speaking if speaking[name] >= _TWICE and name not in ruled_out)
    for name in (*presented, *alone):
        if names.full_form(name) is None:
            names.add(name)
    return names
