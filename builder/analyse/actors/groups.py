"""Mentions of one actor joined: full names with their short forms, names with their acronyms, states with their forms."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from builder.analyse.actors.kinds import is_acronym
from builder.analyse.actors.runs import Name
from builder.analyse.actors.votes import Key, Votes
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.model.claims import ActorKind

_NAMED = frozenset((ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.COMPANY, ActorKind.PUBLICATION, ActorKind.BLOC))
_SMALL = frozenset(("of", "for", "and", "the", "on", "in", "&", "de", "du", "la", "et", "-"))


_MOST_NAMESAKES = 20


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one actor; `words` is its fullest printed form."""

    kind: ActorKind
    words: tuple[str, ...]
    mentions: tuple[Name, ...]

    @property
    def key(self) -> Key:
        """Its words as names are compared by."""
        return Name(0, 0, self.words).key


def persons(
    names: Sequence[Name],
    kinds: Mapping[Key, ActorKind | None],
    votes: Mapping[Key, Votes],
    sure: AbstractSet[Key] = frozenset(),
    known: Mapping[int, Key] | None = None,
) -> Iterator[Group]:
    """Everybody who is named in full, and whoever is named by one word alone and speaks, has a title, comes twice or is `sure`.

    `known` gives for the last token of a name whose full name it is short for, where that was read elsewhere.
    """
    full = _full_names(names, kinds)
    by_word: dict[str, set[Key]] = defaultdict(set)
    by_middle: dict[str, set[Key]] = defaultdict(set)
    tails: dict[Key, set[Key]] = defaultdict(set)
    for key in full.values():
        by_word[key[0]].add(key)
        by_word[key[-1]].add(key)
        for at, word in enumerate(key[1:-1], start=1):
            by_middle[word].add(key)
            tails[key[at:]].add(key)
    mentions: dict[Key, list[Name]] = defaultdict(list)
    last_named: dict[str, Key] = {}
    full |= {tail: next(iter(keys)) for tail, keys in tails.items() if len(keys) == 1 and tail not in full}
    for name in names:
        read = full.get((known or {}).get(name.last, ())) if len(name.key) == 1 else None
        fits = read is not None and name.key[0] in read
        owner = read if fits else _owner(name, kinds[name.key], full, (by_word, by_middle), last_named)
        if owner is not None:
            mentions[owner].append(name)
            last_named.update(dict.fromkeys(owner, owner))
    for key in sorted(mentions, key=lambda k: mentions[k][0].first):
        words = max((m.words for m in mentions[key] if m.key == key), key=len, default=mentions[key][0].words)
        alone = len(key) == 1 and key not in sure and not any(_stands_alone(votes[m.key]) for m in mentions[key])
        if not alone or len(mentions[key]) > 1:
            yield Group(ActorKind.PERSON, words, tuple(mentions[key]))


def _stands_alone(votes: Votes) -> bool:
    """Whether a name of one word is shown to be a person's by one place alone."""
    return bool(votes.titled or votes.speaks or votes.presented)


def _full_names(names: Sequence[Name], kinds: Mapping[Key, ActorKind | None]) -> dict[Key, Key]:
    """Each full name of a person → the fullest form of the same name ("Jo Doe" → "Jo B. Doe")."""
    keys = sorted(
        {n.key for n in names if len(n.key) > 1 and kinds[n.key] is ActorKind.PERSON}, key=lambda k: (-len(k), k)
    )
    full: dict[Key, Key] = {}
    longer: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        forms = [f for f in longer[key[-1]][:_MOST_NAMESAKES] if len(f) > len(key) and _within(key, f)]
        full[key] = forms[0] if forms else key
        if not forms:
            longer[key[-1]].append(key)
    return full


def _within(short: Key, long: Key) -> bool:
    """Whether the words of one stand in the other in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _owner(
    name: Name,
    kind: ActorKind | None,
    full: Mapping[Key, Key],
    by_words: tuple[Mapping[str, set[Key]], Mapping[str, set[Key]]],
    last_named: Mapping[str, Key],
) -> Key | None:
    """The full name that a mention belongs to; the mention's own where it stands alone; None where it is no person."""
    if name.key in full:
        return full[name.key]
    if len(name.key) > 1:
        return name.key if kind is ActorKind.PERSON else None
    word = name.key[0]
    if kind not in (None, ActorKind.PERSON, ActorKind.ORGANISATION) and not (
        kind is ActorKind.PLACE and not _is_known(name)
    ):
        return None
    by_word, by_middle = by_words
    owners = sorted(by_word.get(word, ()))
    ending = [f for f in owners if f[-1] == word] or owners or sorted(by_middle.get(word, ()))
    if len(ending) == 1:
        return ending[0]
    if ending:
        recent = last_named.get(word)
        return recent if recent in ending else None
    return name.key if kind is ActorKind.PERSON else None


def _is_known(name: Name) -> bool:
    whole = " ".join(name.words)
    return whole in word_table("countries", "governments") or whole in word_list("names", "continents")


def others(parse: Parse, names: Sequence[Name], kinds: Mapping[Key, ActorKind | None]) -> Iterator[Group]:
    """States, blocs and houses; a state under any of its names, a house also under its acronym."""
    acronyms = _acronyms(parse, names, kinds)
    mentions: dict[tuple[ActorKind, Key], list[Name]] = defaultdict(list)
    for name in names:
        key = acronyms.get(name.key, name.key)
        kind = kinds.get(key)
        if kind is ActorKind.STATE:
            key = (word_table("countries", "names")[" ".join(name.words).removeprefix("The ")],)
        elif kind is ActorKind.BLOC:
            form = " ".join(name.words).removeprefix("The ")
            key = (word_table("names", "blocs").get(form, form),)
        if kind is ActorKind.STATE or kind in _NAMED - {ActorKind.PERSON}:
            mentions[kind, key].append(name)
    for (kind, _), group in mentions.items():
        words = _best_form(kind, group)
        yield Group(kind, words, tuple(group))


def _best_form(kind: ActorKind, group: Sequence[Name]) -> tuple[str, ...]:
    """A state's most frequent form, of others the fullest."""
    if kind is ActorKind.STATE:
        counts = Counter(m.words for m in group)
        return max(counts, key=lambda w: (counts[w], len(w)))
    return max((m.words for m in group), key=lambda w: (not is_acronym(w), len(w)))


def _acronyms(parse: Parse, names: Sequence[Name], kinds: Mapping[Key, ActorKind | None]) -> dict[Key, Key]:
    """Each acronym → the name it stands for: in brackets after it, or made of the first letters of one name alone."""
    found: dict[Key, Key] = {}
    long = sorted(
        {n.key: n for n in names if len(n.words) > 1 and kinds[n.key] in _NAMED}.values(), key=lambda n: n.key
    )
    by_initials: dict[str, list[Key]] = defaultdict(list)
    for name in long:
        by_initials[_initials(name.key)].append(name.key)
    for name in names:
        if not is_acronym(name.words):
            continue
        fits = by_initials.get(name.words[0].replace(".", "").lower(), ())
        if len(fits) == 1:
            found[name.key] = fits[0]
    for before, name in pairwise(names):
        bracketed = name.first == before.last + 2 and parse.tokens[name.first - 1].text == "("
        if bracketed and is_acronym(name.words) and kinds[before.key] in _NAMED:
            found.setdefault(name.key, before.key)
    return found


def _initials(key: Key) -> str:
    return "".join(part[0] for word in key if word not in _SMALL for part in word.split("-") if part)
