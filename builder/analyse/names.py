"""The persons an article names: which printings are one person's, and what the text says of him or her.

A person is printed in full at least once, as a rule first, and by a part of the name afterwards. The part may be the last word
(most European names, and given names that come last after the family's: Tran Van Minh → Minh), the first (Xi Jinping → Xi)
or one in the middle (Maria Ruiz Ortega → Ruiz). Words are compared whole, without accents and in lower case: "Thai" is no
part of "Thailand".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from builder.analyse.attribution.reading import Reading
from builder.analyse.lexicons import word_list
from builder.model.ids import fold_accents

_LONGEST = 6  # words
_TITLE_REACH = 4  # tokens before a name in which a title of it stands
_HYPHENS = frozenset(("-", "‐", "‑", "–"))
_REFUSED = -3
_CERTAINLY, _MOSTLY, _SLIGHTLY = 4.0, 2.0, 0.5  # log-odds
_NAME_LIKE = frozenset(("NOUN", "ADJ", "X", "VERB", "ADV", "INTJ", "NUM"))
_PLACE_WORDS = frozenset(("in", "at", "across", "throughout", "inside", "near", "outside", "the"))
_APPOSED = frozenset(("appos", "compound", "amod", "nmod"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, titles left out: its tokens from `first` to `last`, its words and the titles before it.

    `evidence` is how strongly this place shows that it is a person's name: 0 not at all, below 0 that it is none.
    """

    first: int
    last: int
    words: tuple[str, ...]
    titles: frozenset[str]
    evidence: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(map(key_of, self.words))


@dataclass
class Person:
    """Somebody with a full name and each mention of it, while an article is being read.

    `leaning` is what speaks for a man (above 0) or a woman (below 0), in log-odds. A person without a name has no keys.
    """

    name: str
    keys: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    leaning: float = 0.0
    nouns: set[str] = field(default_factory=set)


def key_of(word: str) -> str:
    """A word of a name as it is compared."""
    bare = fold_accents(word).lower().strip(".'’")
    return bare.removesuffix("'s").removesuffix("’s")


# ------------------------------------------------------------------------------------------------ mentions


def find_mentions(reading: Reading) -> list[Mention]:
    """Every run of capitalised words that may be a person's name, in order."""
    found = []
    at = 0
    while at < len(reading.tokens):
        end = _run_end(reading, at)
        if end > at:
            mention = _mention(reading, at, end - 1)
            if mention is not None:
                found.append(mention)
        at = max(end, at + 1)
    return found


def _is_name_word(reading: Reading, i: int) -> bool:
    """A capitalised word that is not one because a sentence begins there."""
    token = reading.tokens[i]
    if not token.text[:1].isupper() or not token.text[:1].isalpha():
        return False
    if token.pos == "PROPN" or token.ent == "PERSON":
        return not (_is_opening(reading, i) and token.text in word_list("people", "starters"))
    return token.pos in _NAME_LIKE and not _is_opening(reading, i)


def _is_opening(reading: Reading, i: int) -> bool:
    start = reading.parse.sentences[reading.parse.sentence_of[i]][0]
    before = reading.tokens[i - 1]
    return i == start or (before.pos == "PUNCT" and before.text not in (",", *_HYPHENS))


def _run_end(reading: Reading, at: int) -> int:
    """The end of the run of capitalised words that begins at the token; `at` where none does."""
    tokens, (_, end) = reading.tokens, reading.parse.sentences[reading.parse.sentence_of[at]]
    if not _is_name_word(reading, at) and not _joins(reading, at, end):
        return at
    i = at + 1
    while i < end:
        if _is_name_word(reading, i) or _is_glued(reading, i):
            i += 1
            continue
        k = i
        while k < min(end, i + 4) and (tokens[k].text in word_list("speakers", "particles") or _is_glued(reading, k)):
            k += 1
        if not i < k < end or not _is_name_word(reading, k):
            break
        i = k
    return i


def _joins(reading: Reading, i: int, end: int) -> bool:
    """Whether a particle in lower case begins a name here: "al-Masri"."""
    tokens = reading.tokens
    if tokens[i].text not in word_list("speakers", "particles") or i + 2 >= end:
        return False
    return tokens[i + 1].text in _HYPHENS and _is_glued(reading, i + 1) and _is_name_word(reading, i + 2)


def _is_glued(reading: Reading, i: int) -> bool:
    """Whether the token is the hyphen inside a word, or what follows it."""
    tokens = reading.tokens
    if tokens[i].text in _HYPHENS:
        return tokens[i].start == tokens[i - 1].end and i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end
    return tokens[i - 1].text in _HYPHENS and tokens[i].start == tokens[i - 1].end and tokens[i].text[:1].isalpha()


@cache
def _titles() -> frozenset[str]:
    lists = [word_list("speakers", name) for name in ("titles", "titles_male", "titles_female")]
    lists += [frozenset(w.lower() for w in word_list("people", name)) for name in ("titles", "roles")]
    return frozenset().union(*lists)


@cache
def _person_nouns() -> frozenset[str]:
    titles = frozenset(w.lower() for w in word_list("people", "titles"))
    return word_list("speakers", "persons") | word_list("people", "roles") | titles


def is_person_noun(lemma: str) -> bool:
    """Whether the common noun is one for a person, by trade, office or kinship."""
    return lemma in _person_nouns() or lemma.endswith(("ologist", "ician", "ographer", "keeper"))


def _mention(reading: Reading, first: int, last: int) -> Mention | None:
    """The name without titles before it; None where nothing is left, or what is left is no person's for certain."""
    tokens, titles_of = reading.tokens, _titles()
    titles: set[str] = set()
    for i in range(first, last + 1):
        if tokens[i].text.lower() in titles_of and i < last:
            titles.update(tokens[k].text.lower() for k in range(first, i + 1))
            first = i + 1
    while first < last and _is_no_part(reading, first, last):
        first += 1
    words = _words(reading, first, last)
    if not words or len(words) > _LONGEST or (len(words) == 1 and words[0].lower() in titles_of):
        return None
    for i in range(max(reading.parse.sentences[reading.parse.sentence_of[first]][0], first - _TITLE_REACH), first):
        if tokens[i].text.lower() in titles_of and tokens[i].head in range(first, last + 1):
            titles.add(tokens[i].text.lower())
    return Mention(first, last, words, frozenset(titles), _evidence(reading, first, last, words, titles))


def _is_no_part(reading: Reading, i: int, last: int) -> bool:
    """Whether the word before a name is a nationality, an abbreviation or the end of a body's name: "UN envoy Doe"."""
    token = reading.tokens[i]
    if token.ent == "NORP" or token.text in _HYPHENS:
        return True
    if token.text.isupper() and len(token.text) > 1 and "." not in token.text and last - i > 1:
        return True
    return token.ent in ("ORG", "GPE") and any(
        reading.tokens[k].ent == "PERSON" and reading.tokens[k].ent_starts for k in range(i + 1, last + 1)
    )


def _words(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    """The words as printed: what stands together is one word."""
    text, tokens = reading.parse.text, reading.tokens
    return tuple(text[tokens[first].start : tokens[last].end].split())


def _evidence(reading: Reading, first: int, last: int, words: tuple[str, ...], titles: set[str]) -> int:
    """How strongly the place shows a person: titles, apposition, age, first name; against it bodies, places, articles."""
    tokens = reading.tokens
    bare = [w.strip(".’'") for w in words]
    refused = word_list("people", "organisations") | word_list("people", "calendar")
    if any(w in refused for w in bare) or (len(bare) == 1 and bare[0] in word_list("people", "publications")):
        return _REFUSED
    if len(bare) == 1 and bare[0].isupper() and len(bare[0]) > 1:
        return -2
    found = 0
    kinds = [tokens[i].ent for i in range(first, last + 1)]
    head = next((i for i in range(first, last + 1) if not first <= tokens[i].head <= last), last)
    found += 2 * (kinds[-1] == "PERSON") + (kinds[0] == "PERSON")
    shown = 2 * bool(titles - word_list("speakers", "loose_titles")) + 2 * _is_presented(reading, head, last)
    found += shown
    found += len(bare) > 1 and (
        bare[0] in word_list("people", "given")
        or key_of(bare[0]) in word_list("speakers", "names_male") | word_list("speakers", "names_female")
    )
    if shown:
        return found
    found -= 2 * (kinds[-1] in ("GPE", "LOC", "FAC", "NORP", "DATE", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"))
    found -= kinds[-1] == "ORG"
    if first and tokens[first - 1].text.lower() in _PLACE_WORDS:
        found -= 2
    return found


def _is_presented(reading: Reading, head: int, last: int) -> bool:
    """Whether the text says beside the name who that is: a trade, an age, or a clause with "who"."""
    tokens = reading.tokens
    for child in reading.parse.children[head]:
        token = tokens[child]
        if token.dep in _APPOSED and is_person_noun(token.lemma) and token.pos in ("NOUN", "PROPN"):
            return True
        if token.dep == "relcl" and any(
            tokens[c].text.lower() in ("who", "whose") for c in range(reading.parse.edges[child][0], child)
        ):
            return True
    above = tokens[tokens[head].head]
    if tokens[head].dep == "appos" and is_person_noun(above.lemma):
        return True
    return (
        last + 3 < len(tokens)
        and tokens[last + 1].text == ","
        and tokens[last + 2].text.isdigit()
        and len(tokens[last + 2].text) == 2
        and tokens[last + 3].text in (",", ".")
    )


# ------------------------------------------------------------------------------------------------ persons


def group_persons(reading: Reading, mentions: Sequence[Mention], speaking: frozenset[int]) -> list[Person]:
    """One person for each full name; shorter printings join the person they can only mean.

    `speaking` are tokens that name the source of an attribution: a name that speaks is a person's sooner than another.
    """
    by_keys: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_keys[mention.keys].append(mention)
    loud = {m.keys for m in mentions if m.evidence > _REFUSED and not speaking.isdisjoint(range(m.first, m.last + 1))}
    persons: list[Person] = []
    for keys in sorted(by_keys, key=lambda k: (-len(k), by_keys[k][0].first)):
        here = by_keys[keys]
        fitting = [p for p in persons if is_part(keys, p.keys)]
        if len(fitting) == 1 and (len(keys) > 1 or _may_be_short(fitting[0], here)):
            fitting[0].mentions += here
        elif len(fitting) > 1:
            for mention in here:
                person = _meant(fitting, mention)
                if person is not None:
                    person.mentions.append(mention)
        elif not fitting and _is_person(here, speaks=any(is_part(short, keys) for short in loud)):
            persons.append(Person(" ".join(here[0].words), keys, list(here)))
    for person in persons:
        person.mentions.sort(key=lambda m: m.first)
        person.name = _printed(reading, person)
        _describe(reading, person)
    return persons


def _is_person(mentions: list[Mention], *, speaks: bool) -> bool:
    """Whether the places of a name together show a person; `speaks`: something is attributed to the name or a part of it."""
    strongest = max(m.evidence for m in mentions)
    total = sum(m.evidence for m in mentions)
    if min(m.evidence for m in mentions) <= _REFUSED:
        return False
    if len(mentions[0].words) > 1:
        return (strongest >= 2 and total > 0) or (speaks and strongest >= 0 and total >= 0)
    return strongest >= 2 and total + speaks >= 2


def _may_be_short(person: Person, mentions: list[Mention]) -> bool:
    """Whether a lone word is short for the person: named in full before, and not a place or body as a rule."""
    first = min(m.first for m in person.mentions)
    return any(m.evidence >= 0 or m.first > first for m in mentions) and max(m.evidence for m in mentions) > -2


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


def _meant(fitting: list[Person], mention: Mention) -> Person | None:
    """Whom a name shared by several means, if anybody for certain.

    That is who alone bears it as last or first word, whom the title's gender leaves, or the only one named so far.
    """
    for place in (-1, 0):
        at_place = [p for p in fitting if p.keys[place] == mention.keys[-1]]
        if len(at_place) == 1:
            return at_place[0]
        if at_place:
            fitting = at_place
            break
    if leaning_of(mention.titles):
        fitting = [p for p in fitting if _leaning(p) * leaning_of(mention.titles) >= 0]
    named = [p for p in fitting if any(m.first < mention.first for m in p.mentions)]
    if len(fitting) == 1 or len(named) == 1:
        return (named or fitting)[0]
    return None


def _printed(reading: Reading, person: Person) -> str:
    first = max(person.mentions, key=lambda m: (len(m.words), -m.first))
    start, end = reading.tokens[first.first].start, reading.tokens[first.last].end
    return " ".join(reading.parse.text[start:end].split())


# ------------------------------------------------------------------------------------------------ what is said of them


def _describe(reading: Reading, person: Person) -> None:
    """Gender and describing nouns: from titles, the given name, apposition and what the text calls him or her."""
    for mention in person.mentions:
        person.nouns |= mention.titles
        person.nouns.update(_beside(reading, mention))
    person.leaning = _leaning(person)


def _beside(reading: Reading, mention: Mention) -> Iterator[str]:
    own = range(mention.first, mention.last + 1)
    for i in own:
        for child in reading.parse.children[i]:
            if reading.tokens[child].dep in _APPOSED and child not in own:
                yield from _nouns(reading, child)
        above = reading.tokens[i].head
        if above in own:
            continue
        if reading.tokens[i].dep == "appos":
            yield from _nouns(reading, above)
        if reading.tokens[i].dep in ("nsubj", "attr") and reading.tokens[above].lemma == "be":
            for child in reading.parse.children[above]:
                if reading.tokens[child].dep in ("attr", "nsubj") and child not in own:
                    yield from _nouns(reading, child)


def _nouns(reading: Reading, head: int) -> Iterator[str]:
    """The noun, and those joined to it: "a lawyer and former judge"."""
    yield reading.tokens[head].lemma
    for child in reading.parse.children[head]:
        if reading.tokens[child].dep in ("conj", "compound"):
            yield reading.tokens[child].lemma


def _leaning(person: Person) -> float:
    """From titles and kinship for certain, from the given name mostly; foreign ones in -a are women's more often than not."""
    told = leaning_of(person.nouns)
    if told or len(person.keys) < 2:
        return told
    given = person.keys[0]
    if given in word_list("speakers", "names_male"):
        return _MOSTLY
    if given in word_list("speakers", "names_female"):
        return -_MOSTLY
    return -_SLIGHTLY if given.endswith("a") else 0.0


def leaning_of(nouns: Iterable[str]) -> float:
    """What titles and nouns for people tell of the sex, in log-odds."""
    said = set(nouns)
    male = not said.isdisjoint(word_list("speakers", "titles_male") | word_list("speakers", "words_male"))
    female = not said.isdisjoint(word_list("speakers", "titles_female") | word_list("speakers", "words_female"))
    return _CERTAINLY * (male - female)
