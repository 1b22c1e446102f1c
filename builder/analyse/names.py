"""The persons an article names: which printings are one person's, and what the text says of him or her.

A person is printed in full at least once, as a rule first, and by a part of the name afterwards. The part may be the last word
(most European names, and given names that come last after the family's: Tran Van Minh → Minh), the first (Xi Jinping → Xi)
or one in the middle (Maria Ruiz Ortega → Ruiz). Words are compared whole, without accents and in lower case: "Thai" is no
part of "Thailand".
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from builder.analyse.attribution.reading import Reading
from builder.analyse.body_nouns import noun_at
from builder.analyse.body_phrases import acts_alone, noun_behind
from builder.analyse.genders import is_given_name, leaning_of, leaning_of_name
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.mentions import Mention
from builder.analyse.person_nouns import is_person_noun, person_noun
from builder.analyse.personhood import Kinds, personhood
from builder.analyse.presentation import APPOSED, REFUSED, noun_before
from builder.analyse.syntax import head_of
from builder.model.claims import ActorKind

LIKELY = -0.8  # log-odds: a person overlooked spoils more than a thing taken for one
_MODIFIERS = 4  # tokens before a noun
_AGE_REACH = 9  # tokens
_SERVING = frozenset(("work", "serve", "act"))
_CALLING = frozenset(("know", "nickname", "dub", "call"))
_TELLING = frozenset(("amod", "compound", "nmod", "poss"))


@dataclass
class Person:
    """Somebody with a full name and each mention of it, while an article is being read.

    `leaning` is what speaks for a man (above 0) or a woman (below 0), in log-odds. A person without a name has no keys.
    `nouns` is what the person is called, `past` what he or she was once; `states` where the text says he or she is from;
    `houses` are the words of the names said with the office (a firm's, a town's);
    `heard` how many pronouns more were a man's than a woman's.
    """

    name: str
    keys: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    leaning: float = 0.0
    nouns: set[str] = field(default_factory=set)
    past: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)
    houses: set[str] = field(default_factory=set)
    heard: int = 0


def group_persons(
    reading: Reading, mentions: Sequence[Mention], speaking: frozenset[int], kinds: Kinds = MappingProxyType({})
) -> list[Person]:
    """One person for each full name; shorter printings join the person they can only mean.

    `speaking` are tokens that name the source of an attribution: a name that speaks is a person's sooner than another.
    `kinds` is what else tells of a name by its words, as `actors` does.
    """
    persons: list[Person] = []
    for here, parts, speaks in candidates(mentions, speaking):
        keys = here[0].keys
        fitting = [p for p in persons if is_part(keys, p.keys) and not _is_opposed(here, p)]
        if len(fitting) == 1 and (len(keys) > 1 or _may_be_short(fitting[0], here, speaking)):
            fitting[0].mentions += here
        elif len(fitting) > 1:
            for mention in here:
                person = _meant(fitting, mention)
                if person is not None:
                    person.mentions.append(mention)
        elif (
            not fitting
            and not _is_firm(reading, here, parts, kinds)
            and personhood(reading, here, parts, kinds, speaks=speaks) > LIKELY
        ):
            persons.append(Person(" ".join(here[0].words), keys, list(here)))
    persons = list(_with_other_names(reading, persons))
    for person in persons:
        person.mentions.sort(key=lambda m: m.first)
        person.name = _printed(reading, person)
        _describe(reading, person)
    return persons


def _with_other_names(reading: Reading, persons: Sequence[Person]) -> Iterator[Person]:
    """The persons, those who are said to be another's other name joined to that one: "Ann Berg, known as Big Ann"."""
    within = {i: p for p in persons for m in p.mentions for i in m.tokens}
    joined: dict[int, Person] = {}
    for person in persons:
        bearer = next(
            (b for m in person.mentions for b in [_bearer(reading, m, within)] if b not in (None, person)), None
        )
        if bearer is not None and id(bearer) not in joined:
            joined[id(person)] = bearer
    for person in persons:
        if id(person) in joined:
            joined[id(person)].mentions += person.mentions
        else:
            yield person


def _bearer(reading: Reading, mention: Mention, within: Mapping[int, Person]) -> Person | None:
    """Who is said to be called so by words that explain his or her name: "known as", "nicknamed", "whom everyone calls"."""
    tokens = reading.tokens
    head = head_of(reading.parse, mention.tokens)
    verb = tokens[head].head
    through = tokens[verb].text == "as" and tokens[head].dep == "pobj"
    if through:
        verb = tokens[verb].head
    if tokens[verb].lemma not in _CALLING or not (through or tokens[head].dep == "oprd"):
        return None
    below = [(tokens[c].dep, tokens[c].text.lower()) for c in reading.parse.children[verb]]
    passive = tokens[verb].tag == "VBN" and tokens[verb].dep == "acl"
    passive = passive or (tokens[verb].dep == "relcl" and any(dep == "auxpass" for dep, _ in below))
    whom = tokens[verb].dep == "relcl" and ("dobj", "whom") in below
    return within.get(tokens[verb].head) if passive or whom else None


def _is_called_body(reading: Reading, mention: Mention) -> bool:
    """Whether a noun that is a body's stands beside the name: "the charity Reading Rooms", "Lumen Care, a provider"."""
    before = mention.first - 1
    if before >= 0 and not mention.shown and reading.tokens[before].tag == "NN":
        noun = noun_at(reading, before)
        if noun is not None and not is_person_noun(noun):
            return True
    for behind in noun_behind(reading, mention.last):
        noun = noun_at(reading, behind)
        if noun is not None and not acts_alone(reading, behind, mention.last):
            either = noun in word_list("bodies", "either") and not is_given_name(mention.keys[0])
            return either or not is_person_noun(noun)
    return False


def _is_short_for_body(mention: Mention, kinds: Kinds) -> bool:
    """Whether a word alone begins a body's name, and no title stands before it: "Portway" of Portway Athletic."""
    longer = [k for k in kinds if len(k) > 1 and k[0] == mention.keys[0]]
    houses = (ActorKind.ORGANISATION, ActorKind.COMPANY)
    return len(mention.words) == 1 and bool(longer) and all(kinds[k] in houses and _ends_body(k) for k in longer)


def _ends_body(key: Sequence[str]) -> bool:
    last = key[-1].capitalize()
    lists = ("organisation_words", "company_words")
    return any(last in word_list("names", name) for name in lists) or last in word_table("bodies", "words")


def _is_firm(reading: Reading, own: Sequence[Mention], parts: Sequence[Mention], kinds: Kinds) -> bool:
    """Whether the name is a firm's or a body's, though it begins like a person's: "Savanna Wings", "the investor Marsa Capital".

    That is one with a noun for bodies beside it, or one whose last word is one of firms' names and never stands alone.
    """
    words, keys = own[0].words, own[0].keys
    alone = {p.keys for p in parts if len(p.keys) == 1}
    if keys[-1:] in alone or any(m.taken_up for m in (*own, *parts)):
        return False
    if not any(m.titles for m in own) and _is_short_for_body(own[0], kinds):
        return True
    if len(words) == 1:
        return False
    if any(_is_called_body(reading, m) for m in own):
        return True
    labels = {reading.tokens[m.last].ent for m in own}
    if words[-1] not in word_list("names", "company_words") and words[-1] not in word_table("bodies", "words"):
        return kinds.get(keys) is ActorKind.COMPANY and "ORG" in labels and "PERSON" not in labels
    return keys[:1] in alone or "PERSON" not in labels or not is_given_name(keys[0]) or not any(m.shown for m in own)


def candidates(
    mentions: Sequence[Mention], speaking: frozenset[int]
) -> Iterator[tuple[list[Mention], list[Mention], int]]:
    """The names, those of most words first: the places of each, of what may be short for it, and how many of both speak."""
    by_keys: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_keys[mention.keys].append(mention)
    loud = Counter(m.keys for m in mentions if _is_loud(m, speaking))
    for keys in sorted(by_keys, key=lambda k: (-len(k), by_keys[k][0].first)):
        short = [k for k in by_keys if len(k) < len(keys) and is_part(k, keys)]
        yield by_keys[keys], [m for k in short for m in by_keys[k]], sum(loud[k] for k in (keys, *short))


def _is_opposed(mentions: Sequence[Mention], person: Person) -> bool:
    """Whether a title before the short name and the full name are of different sexes: "Mrs Berg", "Tom Berg"."""
    titled = [t for m in mentions if len(m.words) == 1 for t in [leaning_of(m.titles)] if t]
    return bool(titled) and all(t * leaning_of_name(person.keys) < 0 for t in titled)


def _is_loud(mention: Mention, speaking: frozenset[int]) -> bool:
    """Whether something is attributed to the name here, or a title stands before it."""
    speaks = not speaking.isdisjoint(mention.tokens)
    return mention.evidence > REFUSED and (speaks or mention.shown)


def _may_be_short(person: Person, mentions: list[Mention], speaking: frozenset[int]) -> bool:
    """Whether a lone word is short for the person: named in full before, and not a place or body as a rule."""
    first = min(m.first for m in person.mentions)
    if any(m.first > first and _is_loud(m, speaking) for m in mentions):
        return True
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

    That is, of those named so far, who alone is called so as a rule, who alone bears it as last or first word, whom the
    title's gender leaves, or the only one.
    """
    fitting = [p for p in fitting if any(m.first <= mention.first for m in p.mentions)] or fitting
    usual = [p for p in fitting if mention.keys == (_usual_short(p.keys),)]
    if len(usual) == 1:
        return usual[0]
    for place in (-1, 0):
        at_place = [p for p in fitting if p.keys[place] == mention.keys[-1]]
        if len(at_place) == 1:
            return at_place[0]
        if at_place:
            fitting = at_place
            break
    sex = leaning_of(mention.titles)
    if sex:
        fitting = [p for p in fitting if told(p) * sex > 0] or [p for p in fitting if told(p) * sex >= 0]
    return fitting[0] if len(fitting) == 1 else None


def _printed(reading: Reading, person: Person) -> str:
    first = max(person.mentions, key=lambda m: (len(m.words), -m.first))
    start, end = reading.tokens[first.first].start, reading.tokens[first.last].end
    return " ".join(reading.parse.text[start:end].split())


def _describe(reading: Reading, person: Person) -> None:
    """Gender and describing nouns: from titles, the given name, apposition and what the text calls him or her."""
    for mention in person.mentions:
        once = _is_once(reading, mention)
        (person.past if once else person.nouns).update(mention.titles)
        for noun in _beside(reading, mention):
            former = is_former(reading, noun)
            (person.past if former else person.nouns).add(person_noun(reading.tokens[noun]))
            person.states |= states_said(reading, noun)
            person.houses |= houses_said(reading, noun)
        person.nouns |= set(_deeds(reading, mention))
        person.states |= states_said(reading, mention.last)
        person.ages |= set(_ages(reading, mention))
    person.leaning = told(person)


def _is_once(reading: Reading, mention: Mention) -> bool:
    """Whether the titles before the name are no longer held."""
    start = reading.parse.sentences[reading.parse.sentence_of[mention.first]][0]
    before = range(max(start, mention.first - _MODIFIERS), mention.first)
    return any(reading.tokens[i].text.lower() in word_list("speakers", "former") for i in before)


def told(person: Person) -> float:
    """From titles and kinship for certain, else from the name; where these differ, one of them was misread."""
    said, called = leaning_of(person.nouns | person.past), leaning_of_name(person.keys)
    return said + called if said * called < 0 else said or called


def is_former(reading: Reading, noun: int) -> bool:
    """Whether the noun tells what somebody was once: "the former mayor", "ex-mayor"."""
    first = max(
        reading.parse.edges[noun][0], noun - _MODIFIERS, reading.parse.sentences[reading.parse.sentence_of[noun]][0]
    )
    return any(reading.tokens[i].text.lower() in word_list("speakers", "former") for i in range(first, noun))


def _beside(reading: Reading, mention: Mention) -> Iterator[int]:
    own = mention.tokens
    before = noun_before(reading, mention.first, mention.last)
    if before is not None:
        yield before
    for i in own:
        for child in reading.parse.children[i]:
            if reading.tokens[child].dep in APPOSED and child not in own and not _is_kin_told(reading, child):
                yield from _nouns(reading, child)
        above = reading.tokens[i].head
        if above in own:
            continue
        if reading.tokens[i].dep == "appos" and not _is_kin_told(reading, i):
            yield from _nouns(reading, above)
        if reading.tokens[i].dep in ("nsubj", "attr") and reading.tokens[above].lemma == "be":
            for child in reading.parse.children[above]:
                if reading.tokens[child].dep in ("attr", "nsubj") and child not in own:
                    yield from _nouns(reading, child)


@cache
def _ranks_and_fields() -> frozenset[str]:
    """The words before an office that make it another one: "deputy", "foreign", "new"."""
    return word_list("speakers", "ranks") | word_list("speakers", "fields") | word_list("speakers", "since")


def _is_kin_told(reading: Reading, noun: int) -> bool:
    """Whether the words behind a name tell of somebody else: "Ann Berg, whose brother Tom, a sailor, drowned"."""
    return any(reading.tokens[c].tag == "WP$" for c in reading.parse.children[noun])


def _nouns(reading: Reading, head: int) -> Iterator[int]:
    """The noun, those joined to it ("a lawyer and former judge") and whose part it is ("a maker of frames, Jo Doe")."""
    yield head
    for child in reading.parse.children[head]:
        rank = reading.tokens[child].dep == "amod" and reading.tokens[child].lemma.lower() in _ranks_and_fields()
        if rank or reading.tokens[child].dep in ("conj", "compound"):
            yield child
    if reading.tokens[head].dep == "pobj" and not is_person_noun(reading.tokens[head].lemma):
        preposition = reading.tokens[head].head
        above = reading.tokens[preposition].head
        if reading.tokens[preposition].text == "of" and is_person_noun(reading.tokens[above].lemma):
            yield above


def _usual_short(keys: Sequence[str]) -> str:
    """What somebody is called by after the first time: the surname, of two (Ana Ruiz Ortega) the first."""
    two = len(keys) > 2 and not is_given_name(keys[-2]) and keys[-2] not in word_list("speakers", "particles")
    return keys[-2] if two else keys[-1]


def states_said(reading: Reading, noun: int) -> set[str]:
    """The states that the modifiers of a noun name: "a Tarnish lecturer", "Tarn’s minister", "a nurse from Tarn"."""
    tokens, children = reading.tokens, reading.parse.children
    words = [i for i in children[noun] if tokens[i].dep in _TELLING]
    for i in children[noun]:
        if tokens[i].dep == "prep" and tokens[i].text in ("from", "of"):
            words += [c for c in children[i] if tokens[c].dep == "pobj"]
    found = [word_table("countries", table).get(tokens[i].text) for i in words for table in ("demonyms", "names")]
    return {state for state in found if state is not None}


def houses_said(reading: Reading, noun: int) -> set[str]:
    """The words with a capital in the phrase of a noun: "the head of Berg Paper", "a Tarn captain"."""
    first, last = reading.parse.edges[noun]
    end = next((i for i in range(noun, last + 1) if reading.tokens[i].dep in ("relcl", "appos")), last + 1)
    return {
        t.text
        for i, t in enumerate(reading.tokens[first:end], first)
        if t.pos == "PROPN" and i != noun and t.text[:1].isupper()
    }


def _deeds(reading: Reading, mention: Mention) -> Iterator[str]:
    """What a person is called who does what the text says of him or her: "Ann Berg, who chairs the board"."""
    tokens, children = reading.tokens, reading.parse.children
    head = head_of(reading.parse, mention.tokens)
    verbs = [c for c in children[head] if tokens[c].dep in ("relcl", "acl")]
    verbs += [tokens[head].head] if tokens[head].dep == "nsubj" else []
    verbs += [c for v in verbs for c in children[v] if tokens[c].dep == "conj"]
    for verb in verbs:
        noun = word_table("speakers", "trades").get(tokens[verb].lemma)
        if noun is not None:
            yield noun
        if tokens[verb].lemma in _SERVING:
            ways = [c for c in children[verb] if tokens[c].dep == "prep" and tokens[c].text == "as"]
            yield from (person_noun(tokens[o]) for w in ways for o in children[w] if is_person_noun(tokens[o].lemma))


def _ages(reading: Reading, mention: Mention) -> Iterator[str]:
    """The years of age printed beside the name: "Ann Berg, 61,", "61-year-old Ann Berg", "Ann Berg, a 61-year-old nurse"."""
    tokens, (start, end) = reading.tokens, reading.parse.sentences[reading.parse.sentence_of[mention.first]]
    for i in range(max(start, mention.first - _AGE_REACH), min(end, mention.last + _AGE_REACH)):
        old = [t.text for t in tokens[i + 1 : i + 5]] == ["-", "year", "-", "old"]
        alone = (
            i == mention.last + 2
            and tokens[i - 1].text == ","
            and tokens[i + 1 : i + 2]
            and tokens[i + 1].text in ",.;"
        )
        if tokens[i].text.isdigit() and (old or alone):
            yield tokens[i].text
