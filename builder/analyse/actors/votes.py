"""What an article shows of one name over all its places: how it is printed, what stands beside it, how it is tagged."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType

from builder.analyse.actors.runs import Name
from builder.analyse.genders import is_given_name
from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse
from builder.analyse.syntax import above, children
from builder.model.claims import ActorKind

Key = tuple[str, ...]
_PLACE_WORDS = frozenset(("in", "across", "throughout", "inside", "near", "outside", "into", "toward", "towards"))
_FARTHEST_NOUN = 3  # steps up from an apposition
_SAYING_TAGS = frozenset(("VBD", "VBZ", "VBP"))
_NOUNS = (
    (ActorKind.PUBLICATION, "publication_nouns"),
    (ActorKind.COMPANY, "company_nouns"),
    (ActorKind.ORGANISATION, "organisation_nouns"),
)


@dataclass(frozen=True, slots=True)
class Votes:
    """What an article shows of one name over all its places. `shortened`: its family name stands elsewhere alone, and somebody so called speaks."""

    count: int
    labels: Mapping[str, int]
    titled: int
    presented: int
    speaks: int
    as_place: int
    attributive: int
    with_the: int
    shortened: bool
    beside: Mapping[ActorKind, int]
    as_thing: int

    def share(self, *labels: str) -> float:
        """How much of the places the recogniser gives one of the labels."""
        return sum(self.labels.get(label, 0) for label in labels) / self.count


def count_votes(parse: Parse, names: Iterable[Name], presented: frozenset[Name]) -> Mapping[Key, Votes]:
    """The votes of every name; `presented` are those with a role beside them."""
    places: dict[Key, list[Name]] = {}
    for name in names:
        places.setdefault(name.key, []).append(name)
    speaking = {key for key, group in places.items() if any(_speaks(parse, n) for n in group)}
    alone = {key[0] for key in places if len(key) == 1 and (key in speaking or _speaks_in_full(key[0], speaking))}
    return MappingProxyType({key: _votes(parse, group, presented, alone) for key, group in places.items()})


def _votes(parse: Parse, group: Sequence[Name], presented: frozenset[Name], alone: AbstractSet[str]) -> Votes:
    key = group[0].key
    before = [parse.tokens[n.first - 1].text.lower() if n.first else "" for n in group]
    beside = Counter(kind for n in group for kind in [_noun_beside(parse, n)] if kind is not None)
    return Votes(
        count=len(group),
        labels=Counter(parse.tokens[n.last].ent for n in group),
        titled=sum(n.title_first is not None and n.title_first < n.first for n in group),
        presented=sum(n in presented for n in group),
        speaks=sum(_speaks(parse, n) for n in group),
        as_place=sum(w in _PLACE_WORDS for w in before),
        attributive=sum(_is_attributive(parse, n) for n in group),
        shortened=len(key) > 1
        and (key[-1] in alone or (key[0] in alone and key[0] in word_list("speakers", "families_first"))),
        with_the=sum(w == "the" for w in before),
        beside=beside,
        as_thing=sum(_is_called_thing(parse, n) for n in group),
    )


def _speaks(parse: Parse, name: Name) -> bool:
    token = parse.tokens[name.last]
    verb = parse.tokens[token.head]
    return token.dep == "nsubj" and verb.tag in _SAYING_TAGS and verb.text.lower() in word_list("reporting", "verbs")


def _is_attributive(parse: Parse, name: Name) -> bool:
    """Whether the name only tells which thing is meant ("the Tarn corridor")."""
    following = [t for t in parse.tokens[name.last + 1 : name.last + 3] if t.text != "-"]
    noun = next((n for n, t in enumerate(following) if t.pos != "ADJ"), None)
    return (
        noun is not None and following[noun].pos == "NOUN" and following[noun].lemma not in word_list("roles", "people")
    )


def _speaks_in_full(word: str, speaking: AbstractSet[Key]) -> bool:
    return any(word in (key[0], key[-1]) for key in speaking)


def _is_called_thing(parse: Parse, name: Name) -> bool:
    """Whether a noun for no person stands directly before the name ("the trawler Ann", "the dog, Rex"), or behind it."""
    things = word_list("names", "called_things") | word_list("roles", "bodies")
    if not is_given_name(name.key[0]):
        things |= word_list("speakers", "firms")
    at = name.first - 1
    at -= at > 0 and parse.tokens[at].text == ","
    before = (
        at >= 0 and name.title_first is None and parse.tokens[at].pos == "NOUN" and parse.tokens[at].lemma in things
    )
    behind = [c for c in children(parse, name.last, "appos") if c > name.last and parse.tokens[c].lemma in things]
    return before or any(parse.tokens[c + 1].pos not in ("NOUN", "PROPN") for c in behind if c + 1 < len(parse.tokens))


def _noun_beside(parse: Parse, name: Name) -> ActorKind | None:
    """The kind that a common noun beside the name gives it ("the carmaker X", "X, a daily newspaper")."""
    before = name.first - 1
    if before > 0 and parse.tokens[before].text == ",":
        before -= 1
    beside = [before] if before >= 0 else []
    beside += [c for c in children(parse, name.last, "appos") if c > name.last]
    if parse.tokens[name.last].dep == "appos":
        beside += list(above(parse, name.last))[:_FARTHEST_NOUN]
    if before > 0 and before == name.first - 2:
        beside += list(above(parse, before))[:_FARTHEST_NOUN]
    for i in beside:
        if parse.tokens[i].pos != "NOUN":
            continue
        for kind, words in _NOUNS:
            if parse.tokens[i].lemma in word_list("names", words):
                return kind
    return None
