"""What a name is the name of: told by the words in it, by what stands beside it, and by the recogniser's votes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from builder.analyse.actors.names import Name
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.syntax import above, children
from builder.model.claims import ActorKind

Key = tuple[str, ...]

_PLACE_WORDS = frozenset(("in", "across", "throughout", "inside", "near", "outside", "into", "toward", "towards"))
_LONGEST_PERSON = 5  # words
_LONGEST_ACRONYM = 7  # letters
_MAJORITY = 0.5
_TWICE = 2
_FARTHEST_NOUN = 3  # steps up from an apposition
_SAYING_TAGS = frozenset(("VBD", "VBZ", "VBP"))


@dataclass(frozen=True, slots=True)
class Votes:
    """What an article shows of one name over all its places."""

    count: int
    labels: Mapping[str, int]
    titled: int
    presented: int
    speaks: int
    as_place: int
    attributive: int
    with_the: int
    beside: Mapping[ActorKind, int]

    def share(self, *labels: str) -> float:
        """How much of the places the recogniser gives one of the labels."""
        return sum(self.labels.get(label, 0) for label in labels) / self.count


def count_votes(parse: Parse, names: Iterable[Name], presented: frozenset[Name]) -> Mapping[Key, Votes]:
    """The votes of every name; `presented` are those with a role beside them."""
    places: dict[Key, list[Name]] = {}
    for name in names:
        places.setdefault(name.key, []).append(name)
    return MappingProxyType({key: _votes(parse, group, presented) for key, group in places.items()})


def _votes(parse: Parse, group: Sequence[Name], presented: frozenset[Name]) -> Votes:
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
        with_the=sum(w == "the" for w in before),
        beside=beside,
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


_NOUNS = (
    (ActorKind.PUBLICATION, "publication_nouns"),
    (ActorKind.COMPANY, "company_nouns"),
    (ActorKind.ORGANISATION, "organisation_nouns"),
)


def kind_by_words(words: Sequence[str]) -> ActorKind | None:
    """The kind that the words of a name alone give it; None where they do not say."""
    whole = " ".join(words).removeprefix("The ")
    if whole in word_table("countries", "names"):
        return ActorKind.STATE
    if whole in word_table("names", "blocs"):
        return ActorKind.BLOC
    if whole in word_list("names", "publications"):
        return ActorKind.PUBLICATION
    if whole in word_list("names", "continents") or whole in word_table("countries", "governments"):
        return ActorKind.PLACE
    if len(words) == 1:
        return ActorKind.ORGANISATION if whole in word_list("names", "legislatures") else None
    return _by_head(words)


def _by_head(words: Sequence[str]) -> ActorKind | None:
    head = words[-1]
    cut = next((i for i, w in enumerate(words) if i and w.lower() in ("of", "for", "on")), None)
    if cut is not None:
        head = words[cut - 1]
    listed = {kind: head in word_list("names", kind) for kind in ("things", "places", "company_words")}
    if "News" in words or (head in word_list("names", "publication_words") and not listed["things"]):
        return ActorKind.PUBLICATION
    if head in word_list("names", "organisation_words"):
        return ActorKind.ORGANISATION
    if listed["company_words"]:
        return ActorKind.COMPANY
    if listed["places"]:
        return ActorKind.PLACE
    return None


def is_nobody(words: Sequence[str]) -> bool:
    """Whether the words are a nationality, a creed, an act or a thing with a number, and so nobody's name."""
    whole = " ".join(words)
    if whole in word_table("countries", "demonyms") or whole.removesuffix("s") in word_table("countries", "demonyms"):
        return True
    if whole in word_list("names", "adjectives") or whole.removesuffix("s") in word_list("names", "adjectives"):
        return True
    if any(c.isdigit() for c in whole) or whole in word_table("units", "units"):
        return True
    if len(words) == 1 and _is_common(whole):
        return True
    if len(words) > 1 and whole.isupper():
        return True  # a dateline
    head = words[next((i for i, w in enumerate(words) if i and w.lower() in ("of", "for", "on")), len(words)) - 1]
    return head in word_list("names", "things") or (
        head.rstrip(".") in word_list("people", "titles") and len(words) > 1
    )


def _is_common(word: str) -> bool:
    """Whether a word alone is a title, a role or a kind of house, and no name."""
    if word.lower().rstrip(".") in word_list("roles", "titles") | word_list("roles", "people"):
        return True
    kinds = ("organisation_words", "company_words", "places")
    return word not in word_list("names", "legislatures") and any(word in word_list("names", k) for k in kinds)


def kind_of(words: Sequence[str], votes: Votes) -> ActorKind | None:
    """What the name is the name of; None where it is nobody's or not sure."""
    if is_nobody(words):
        return None
    known = kind_by_words(words)
    if known is not None and not (votes.titled and known is ActorKind.PLACE):
        return known
    is_person = not is_acronym(words) and _is_person(words, votes)
    if is_person and votes.presented and len(words) > 1:
        return ActorKind.PERSON
    if votes.beside:
        return max(sorted(votes.beside), key=lambda kind: votes.beside[kind])
    return ActorKind.PERSON if is_person else _by_votes(words, votes)


def _by_votes(words: Sequence[str], votes: Votes) -> ActorKind | None:
    """A place or an organisation, by the recogniser alone."""
    if is_acronym(words):
        return ActorKind.ORGANISATION if votes.share("ORG") > _MAJORITY or votes.speaks else None
    if votes.share("GPE", "LOC", "FAC") >= _MAJORITY:
        return ActorKind.PLACE
    organised = votes.share("ORG") >= _MAJORITY and not votes.as_place
    return ActorKind.ORGANISATION if organised and (len(words) > 1 or votes.speaks or votes.count >= _TWICE) else None


def is_acronym(words: Sequence[str]) -> bool:
    """Whether the name is letters alone ("WHO", "E.P.A.")."""
    letters = words[0].replace(".", "")
    return len(words) == 1 and letters.isupper() and 1 < len(letters) <= _LONGEST_ACRONYM


def _is_person(words: Sequence[str], votes: Votes) -> bool:
    shouted = len(words) == 1 and len(words[0]) > 2 and words[0].isupper()
    if len(words) > _LONGEST_PERSON or votes.with_the * 2 > votes.count or shouted:
        return False
    if votes.titled or votes.presented:
        return True
    given = words[0] in word_list("people", "given")
    if len(words) == 1:
        often = votes.speaks > 0 or votes.count >= _TWICE
        return votes.share("PERSON") > _MAJORITY and not votes.as_place and often and votes.attributive < votes.count
    if given:
        return True
    is_place = votes.as_place * 2 > votes.count or votes.attributive == votes.count
    return votes.share("PERSON") >= _MAJORITY and not is_place
