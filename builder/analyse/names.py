"""The persons an article names: which printings are one person's, and what the text says of him or her.

A person is printed in full at least once, as a rule first, and by a part of the name afterwards. The part may be the last word
(most European names), the last of a family-name-first order as Vietnamese has it (Nguyen Ngoc Truong → Truong), or the
first (Xi Jinping → Xi). Words are compared whole, without accents and in lower case: "Viet" is no part of "Vietnam".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from builder.analyse.attribution.reading import Reading
from builder.analyse.lexicons import word_list
from builder.model.ids import fold_accents

_ENTITY_KINDS = frozenset(("PERSON",))
_NO_PERSON = frozenset(("GPE", "LOC", "FAC", "ORG", "NORP", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "DATE"))
_LONGEST = 6  # words


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: the tokens that belong to it, titles left out; `head` is its last token."""

    first: int
    last: int
    words: tuple[str, ...]
    titles: frozenset[str]

    @property
    def head(self) -> int:
        return self.last


@dataclass
class Person:
    """Somebody with a full name and each mention of it, while an article is being read."""

    name: str
    keys: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    gender: str | None = None
    nouns: set[str] = field(default_factory=set)


def key_of(word: str) -> str:
    """A word of a name as it is compared."""
    bare = fold_accents(word).lower().strip(".'’")
    return bare.removesuffix("'s").removesuffix("’s")


def find_mentions(reading: Reading, also: Iterable[int]) -> list[Mention]:
    """Names of persons: entities of that kind, and the capitalised phrases around the tokens of `also`, in order."""
    found: dict[int, Mention] = {}
    for first, last in _entities(reading):
        mention = _trimmed(reading, first, last)
        if mention is not None:
            found[mention.last] = mention
    for head in also:
        if reading.tokens[head].pos == "PROPN" and not any(m.first <= head <= m.last for m in found.values()):
            mention = _trimmed(reading, *_capitalised(reading, head))
            if mention is not None:
                found[mention.last] = mention
    return sorted(found.values(), key=lambda m: m.first)


def _entities(reading: Reading) -> Iterator[tuple[int, int]]:
    tokens = reading.tokens
    start: int | None = None
    for i, token in enumerate(tokens):
        if start is not None and (token.ent_starts or token.ent not in _ENTITY_KINDS):
            yield start, i - 1
            start = None
        if token.ent in _ENTITY_KINDS and start is None:
            start = i
    if start is not None:
        yield start, len(tokens) - 1


def _capitalised(reading: Reading, head: int) -> tuple[int, int]:
    """The run of capitalised words around the token, within its sentence."""
    first, end = reading.parse.sentences[reading.parse.sentence_of[head]]
    low = high = head
    while low - 1 >= first and _fits(reading, low - 1):
        low -= 1
    while high + 1 < end and _fits(reading, high + 1):
        high += 1
    return low, high


def _fits(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    return token.pos == "PROPN" and token.text[:1].isupper()


def _trimmed(reading: Reading, first: int, last: int) -> Mention | None:
    """The name without titles before it and what is no name after it; None where nothing is left."""
    tokens = reading.tokens
    titles_of = (
        word_list("speakers", "titles") | word_list("speakers", "titles_male") | word_list("speakers", "titles_female")
    )
    titles = set()
    for i in range(first, last + 1):  # what stands after a full stop or a comma is another phrase
        if tokens[i].text in (",", ";", ":", "\n", "(", "—", "–"):
            last = i - 1
            break
    while first <= last and (tokens[first].text.lower() in titles_of or not tokens[first].text[:1].isalpha()):
        titles.add(tokens[first].text.lower())
        first += 1
    while last >= first and (not tokens[last].text[:1].isupper() or tokens[last].dep == "case"):
        last -= 1
    if first > last or last - first >= _LONGEST:
        return None
    for i in range(max(0, first - 4), first):
        if tokens[i].text.lower() in titles_of:
            titles.add(tokens[i].text.lower())
    words = tuple(tokens[i].text for i in range(first, last + 1) if tokens[i].text not in ('"', "“", "”", "‘", "’"))
    return Mention(first, last, words, frozenset(titles)) if words else None


def group_persons(reading: Reading, mentions: Iterable[Mention]) -> list[Person]:
    """One person for each full name; shorter printings join the person they can only mean."""
    ordered = sorted(mentions, key=lambda m: (-len(m.words), m.first))
    persons: list[Person] = []
    for mention in ordered:
        keys = tuple(map(key_of, mention.words))
        fitting = [p for p in persons if is_part(keys, p.keys)]
        if len(mention.words) > 1 and not fitting:
            persons.append(Person(" ".join(mention.words), keys, [mention]))
        elif fitting:
            person = _meant(fitting, keys, mention)
            if person is not None:
                person.mentions.append(mention)
        else:
            same = next((p for p in persons if p.keys == keys), None)
            if same is None:
                persons.append(Person(" ".join(mention.words), keys, [mention]))
            else:
                same.mentions.append(mention)
    for person in persons:
        person.mentions.sort(key=lambda m: m.first)
        person.name = _printed(reading, person)
        _describe(reading, person)
    return persons


def is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words can be a shorter printing of the name: all of them stand in it, in order, initials allowed."""
    at = 0
    for word in short:
        while at < len(full) and not (full[at] == word or (len(word) == 1 and full[at].startswith(word))):
            at += 1
        if at == len(full):
            return False
        at += 1
    return len(short) > 1 or len(short[0]) > 1


def _meant(fitting: list[Person], keys: tuple[str, ...], mention: Mention) -> Person | None:
    """The only person the words can mean: with the right last word first, then the one named last before."""
    if len(fitting) == 1:
        return fitting[0]
    for place in (-1, 0):
        at_place = [p for p in fitting if p.keys[place] == keys[-1]]
        if len(at_place) == 1:
            return at_place[0]
        if at_place:
            fitting = at_place
            break
    before = [
        (m.last, n) for n, p in enumerate(fitting) for m in p.mentions if m.last < mention.first and len(m.words) > 1
    ]
    return fitting[max(before)[1]] if before else None


def _printed(reading: Reading, person: Person) -> str:
    first = max(person.mentions, key=lambda m: (len(m.words), -m.first))
    start, end = reading.tokens[first.first].start, reading.tokens[first.last].end
    return " ".join(reading.parse.text[start:end].split())


def _describe(reading: Reading, person: Person) -> None:
    """Gender and describing nouns: from titles, the given name, apposition and what the text calls him or her."""
    for mention in person.mentions:
        person.nouns |= mention.titles
        head = mention.head
        for child in reading.parse.children[head]:
            token = reading.tokens[child]
            if token.dep in ("appos", "compound", "amod", "nmod") and child not in range(
                mention.first, mention.last + 1
            ):
                person.nouns.add(token.lemma)
        above = reading.tokens[head]
        if above.dep == "appos":
            person.nouns.add(reading.tokens[above.head].lemma)
        verb = above.head
        if above.dep == "nsubj" and reading.tokens[verb].lemma == "be":
            person.nouns |= {
                reading.tokens[c].lemma for c in reading.parse.children[verb] if reading.tokens[c].dep == "attr"
            }
    person.gender = _gender(person)


def _gender(person: Person) -> str | None:
    for gender in ("male", "female"):
        if person.nouns & (word_list("speakers", f"titles_{gender}") | word_list("speakers", f"words_{gender}")):
            return gender
    given = person.keys[0]
    if len(person.keys) > 1:
        for gender in ("male", "female"):
            if given in word_list("speakers", f"names_{gender}"):
                return gender
    return None
