"""Words that name states: their names, their people, their capitals; and for which state an official acts."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.model.claims import ActorKind
from builder.model.findings import ActorFinding

_LONGEST = 4  # tokens of a state's name
_TABLES = ("names", "governments", "demonyms")
_LEAST_LIKELY = 2  # sentences
_CLEAR = 2  # times as many as the next
_ACTING = frozenset(("nsubj", "nsubjpass", "poss", "amod", "compound"))


def state_of_people(word: str) -> str | None:
    """The state or the land whose people the word names: "Dane", "Frenchwoman", "Scot"."""
    tables = (word_table("countries", "demonyms"), word_table("countries", "peoples"))
    words = dict.fromkeys((word, word.removesuffix("man"), word.removesuffix("woman")))
    return next((table[w] for w in words for table in tables if w in table), None)


def houses_of(actors: Sequence[ActorFinding], printed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Ministries, embassies and parties that have a state in their name, each with the state."""
    for actor in actors:
        words = actor.name.split()
        if actor.kind not in (ActorKind.ORGANISATION, ActorKind.OFFICE) or not set(words) & word_list(
            "names", "state_houses"
        ):
            continue
        state = state_in(words)
        if state is not None:
            yield actor.name, printed.get(state, state)


def state_in(words: Sequence[str]) -> str | None:
    """The state that some of the words name, by its name, its people or its capital; the longest name counts."""
    runs = (" ".join(words[i : i + size]) for size in (3, 2, 1) for i in range(len(words) - size + 1))
    return next((state for run in runs for state in [_state_named(run)] if state is not None), None)


def likely_states(
    parse: Parse, at: Mapping[int, str], states_at: Mapping[int, str], actors: Sequence[ActorFinding]
) -> Iterator[tuple[str, str]]:
    """For holders of high office whose state no role tells: the state that the name is most printed with.

    Counted are the states that act or own something in the same sentences; one must lead the next by far.
    """
    sentences: dict[str, set[int]] = defaultdict(set)
    for i, name in at.items():
        sentences[name].add(parse.sentence_of[i])
    beside: dict[int, set[str]] = defaultdict(set)
    for i, state in states_at.items():
        if parse.tokens[i].dep in _ACTING:
            beside[parse.sentence_of[i]].add(state)
    for actor in actors:
        titles = [w for r in actor.roles for w in (r.title or "").lower().split()]
        if actor.kind is not ActorKind.PERSON or not any(w in word_list("roles", "heads_of_state") for w in titles):
            continue
        counts = Counter(state for n in sentences[actor.name] for state in beside.get(n, ()))
        ranked = sorted(counts, key=lambda s: (-counts[s], s))
        clear = all(counts[ranked[0]] >= _CLEAR * counts[other] for other in ranked[1:2])
        if ranked and counts[ranked[0]] >= _LEAST_LIKELY and clear:
            yield actor.name, ranked[0]


def printed_states(actors: Sequence[ActorFinding]) -> dict[str, str]:
    """Each state that the article names → the name it prints."""
    table = word_table("countries", "names")
    return {table[form]: a.name for a in actors if a.kind is ActorKind.STATE for form in [a.name] if form in table}


def state_tokens_of(parse: Parse) -> Iterator[tuple[int, str]]:
    """Every token that is part of a word for a state, with the state."""
    tokens = parse.tokens
    i = 0
    while i < len(tokens):
        size = 1
        if tokens[i].text[:1].isupper():
            for length in range(_lengths().get(tokens[i].text, 1), 0, -1):
                state = _state_named(" ".join(t.text for t in tokens[i : i + length]))
                if state is not None:
                    size = length
                    yield from ((k, state) for k in range(i, min(i + length, len(tokens))))
                    break
        i += size


@cache  # of the lexicon, which does not change
def _lengths() -> Mapping[str, int]:
    """Each word that a word for a state begins with → the words of the longest such."""
    forms = (form.split(" ") for table in _TABLES for form in word_table("countries", table))
    lengths: dict[str, int] = {}
    for first, *more in forms:
        lengths[first] = max(lengths.get(first, 1), min(1 + len(more), _LONGEST))
    return MappingProxyType(lengths)


def _state_named(words: str) -> str | None:
    for table in _TABLES:
        known = word_table("countries", table)
        found = known.get(words) or (known.get(words.removesuffix("s")) if table == "demonyms" else None)
        if found is not None:
            return found
    return None


def state_of(actor: ActorFinding) -> str | None:
    """The state whose nationality stands in an official's role."""
    for role in actor.roles:
        words = (role.title or "").replace("’", " ").replace("'", " ").split()
        offices = word_list("roles", "officials") | word_list("roles", "titles")
        official = any(w.lower().rstrip(".") in offices for w in words)
        if official and role.affiliation is not None and _state_named(role.affiliation) is not None:
            return _state_named(role.affiliation)
        before = words[: words.index("to")] if "to" in words else words
        state = state_in(before) if official else None
        if state is not None:
            return state
    return None
