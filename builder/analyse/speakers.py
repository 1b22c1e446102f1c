"""Whose words they are: from the words that name a source to a full name within the article.

The article is gone through once, from its first word to its last, as a reader does. Names go to the person they are part of,
pronouns and descriptions to the likeliest antecedent. It is found as in the salience tradition (Lappin and Leass 1994):
agreement in gender and number first, then recency, subject position, and who spoke in the attribution before. Where two
remain about equally likely, nobody is named; and somebody without a name takes the pronouns that follow, too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from builder.analyse.antecedents import REACH, Place, agreement, clearly_best, lead, salience
from builder.analyse.attribution.judged import Unit
from builder.analyse.attribution.reading import Reading
from builder.analyse.genders import leaning_of
from builder.analyse.lexicons import word_list
from builder.analyse.mentions import find_mentions, is_person_noun, key_of
from builder.analyse.names import Person, group_persons

_HE, _SHE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
_THEY, _IT = frozenset(("they", "them", "their", "themselves")), frozenset(("it", "its", "itself"))
_RELATIVE = frozenset(("who", "whom", "that", "which", "whose"))
_REACH = 4  # sentences back in which an antecedent is looked for
_CERTAIN = 1.6  # how clear an antecedent must be, for the pronoun to tell its gender
_SPOKE_LAST = 1.25
_MOST = 6.0  # log-odds
_PLURAL_TAGS = frozenset(("NNS", "NNPS"))
_ENDS_PHRASE = frozenset((",", "(", "—", "–", ";", ":"))


@dataclass(frozen=True)
class Speaker:
    """A resolved source: a person of the article, or a body or group named as the article names it, or nobody."""

    name: str | None
    person: Person | None = None
    plural: bool = False


_NOBODY = Speaker(None)


@dataclass
class Scene:
    """The article as far as it was read: what tokens mean which person, by sentence, and who spoke."""

    reading: Reading
    persons: list[Person]
    meant: dict[int, Person] = field(default_factory=dict)
    places: dict[int, list[Place]] = field(default_factory=dict)
    spoken: list[tuple[int, Speaker]] = field(default_factory=list)

    def note(self, token: int, person: Person) -> None:
        """The token means the person."""
        self.meant[token] = person
        self.places.setdefault(self.reading.parse.sentence_of[token], []).append(Place(token, person))


def name_speakers(reading: Reading, units: Sequence[Unit]) -> list[str | None]:
    """For each unit the full name of its speaker within the article, or None where that is not sure."""
    sources = {u.source_head: u for u in units if u.source_head is not None and u.source is not None}
    persons = group_persons(reading, find_mentions(reading), frozenset(sources))
    _read(Scene(reading, list(persons)), sources)  # once to learn from clear pronouns who is a man and who a woman
    names = _read(Scene(reading, list(persons)), sources)
    return [None if u.source_head is None else names.get(u.source_head) for u in units]


def _read(scene: Scene, sources: Mapping[int, Unit]) -> dict[int, str | None]:
    """The name behind each source, by its head."""
    reading = scene.reading
    named = {_head(reading, m.first, m.last): (m, p) for p in scene.persons for m in p.mentions}
    within = {i for m, _ in named.values() for i in range(m.first, m.last + 1)}
    names: dict[int, str | None] = {}
    for i in range(len(reading.tokens)):
        if i in named:
            mention, person = named[i]
            scene.meant.update(dict.fromkeys(range(mention.first, mention.last + 1), person))
            scene.note(i, person)
        elif i not in within and (i in sources or not reading.quoted[i]):
            _read_word(scene, i)
        if i in sources:
            speaker = _speaker(scene, sources[i])
            scene.spoken.append((i, speaker))
            names[i] = speaker.name
    return names


def _head(reading: Reading, first: int, last: int) -> int:
    return next((i for i in range(first, last + 1) if not first <= reading.tokens[i].head <= last), last)


def _read_word(scene: Scene, i: int) -> None:
    """A pronoun or a description, whether or not anybody speaks there."""
    reading = scene.reading
    token = reading.tokens[i]
    word = token.text.lower()
    if token.pos == "PRON" and word in _HE | _SHE:
        person = _antecedent(scene, i, 1 if word in _HE else -1)
        if person is not None:
            scene.note(i, person)
    elif token.pos == "NOUN" and is_person_noun(token.lemma) and token.tag not in _PLURAL_TAGS:
        _read_description(scene, i)


def _read_description(scene: Scene, i: int) -> None:
    """Whoever was called so last is "the minister"; "a farmer" is somebody new, with or without a name."""
    reading = scene.reading
    token = reading.tokens[i]
    beside = _adjoining(scene, i) or _named_beside(scene, i, None)
    if beside is not None:
        scene.note(i, beside)  # the name may hang oddly; the noun tells its part in the sentence
        return
    if token.dep in ("compound", "appos", "attr", "amod", "nmod", "poss", "oprd"):
        return
    determiner = next((reading.tokens[c] for c in reading.parse.children[i] if reading.tokens[c].dep == "det"), None)
    known = None
    if determiner is None or determiner.text.lower() not in ("a", "an", "another", "one", "any", "no", "every", "each"):
        known = _called(scene, i, token.lemma)
        if known is None and determiner is not None and determiner.text.lower() == "the":
            known = _without_role(scene, i, token.lemma)
    if known is None:
        known = Person("", (), [], leaning_of((token.lemma,)), {_role(token.lemma)})
        scene.persons.append(known)
    scene.note(i, known)


def _adjoining(scene: Scene, i: int) -> Person | None:
    """The person whose name the description stands next to, with at most a comma between."""
    tokens = scene.reading.tokens
    after = i + 2 if i + 1 < len(tokens) and tokens[i + 1].text == "," else i + 1
    first = scene.reading.parse.edges[i][0]
    person = (
        _upcoming(scene, after)
        if after < len(tokens) and scene.reading.parse.sentence_of[i] == scene.reading.parse.sentence_of[after]
        else None
    )
    if person is not None and (after == i + 1 or tokens[i].dep not in ("pobj", "dobj", "attr")):
        return person
    if first >= 2 and tokens[first - 1].text == "," and first <= i:
        return _upcoming(scene, first - 2)
    return None


def _role(noun: str) -> str:
    """The noun, whichever sex it names."""
    for ending in ("person", "woman", "man"):
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            return noun.removesuffix(ending)
    return noun


def _called(scene: Scene, i: int, noun: str) -> Person | None:
    """Who was last meant before among those whom the article calls so; several in one sentence are nobody."""
    role = _role(noun)
    fitting = [p for p in scene.persons if role in {_role(n) for n in p.nouns}]
    fitting = fitting or [p for p in scene.persons if role in {_role(n) for n in p.past}]
    last = [(max(places), p) for p in fitting if (places := [t for t, q in scene.meant.items() if q is p and t < i])]
    if not last:
        return None
    recent = max(last, key=lambda row: row[0])
    sentence = scene.reading.parse.sentence_of
    rivals = [p for t, p in last if p is not recent[1] and sentence[t] == sentence[recent[0]]]
    return None if rivals else recent[1]


def _without_role(scene: Scene, i: int, noun: str) -> Person | None:
    """For "the clerk", where nobody was called so: the person in mind of whom the article has said no trade or office.

    A noun that suits anybody ("the woman", "the official") may mean one of whom it has.
    """
    anybody = noun in word_list("speakers", "anybody")
    scores = _in_mind(scene, i, leaning_of((noun,)))
    fitting = {n: score for n, score in scores.items() if anybody or not _has_role(scene.persons[n])}
    fitting = {n: score for n, score in fitting.items() if scene.persons[n].keys}
    if not fitting or lead(fitting) < _CERTAIN:
        return None
    return scene.persons[max(fitting, key=lambda n: (fitting[n], -n))]


def _has_role(person: Person) -> bool:
    return any(is_person_noun(noun) for noun in person.nouns)


# ------------------------------------------------------------------------------------------------ sources


def _speaker(scene: Scene, unit: Unit) -> Speaker:
    head, source = unit.source_head, unit.source
    if head is None or source is None or _several(scene, head, source):
        return _NOBODY
    if head in scene.meant:
        return _as_speaker(scene.meant[head])
    token = scene.reading.tokens[head]
    word = token.text.lower()
    if word in _RELATIVE:
        return _relative(scene, head)
    if word in _THEY | _IT:
        return _group(scene, head, plural=word in _THEY)
    if token.pos == "PRON":
        return _NOBODY
    return _named(scene, head, source)


def _named(scene: Scene, head: int, source: tuple[int, int]) -> Speaker:
    """A name or a noun: a person's short form, or a description, or a body."""
    token = scene.reading.tokens[head]
    meant = _short_forms(scene, head) if token.ent or token.pos in ("PROPN", "X", "ADJ") else []
    if len(meant) == 1:
        scene.note(head, meant[0])
        return _as_speaker(meant[0])
    return _NOBODY if meant else _described(scene, head, source)


def _as_speaker(person: Person) -> Speaker:
    return Speaker(person.name or None, person)


def _several(scene: Scene, head: int, source: tuple[int, int]) -> bool:
    """Whether the phrase names several, joined by "and"."""
    reading = scene.reading
    heads = {head}
    for i in range(source[0], source[1] + 1):
        token = reading.tokens[i]
        if token.dep in ("appos", "conj") and token.head in heads and token.pos in ("PROPN", "NOUN", "PRON"):
            if token.dep == "conj":
                return True
            heads.add(i)
    return False


def _short_forms(scene: Scene, head: int) -> list[Person]:
    """Whom a lone capitalised word can mean, though it was taken for something else ("Viet", "Ireland")."""
    tokens = scene.reading.tokens
    if any(tokens[c].dep in ("compound", "det") for c in scene.reading.parse.children[head]):
        return []
    key = key_of(tokens[head].text)
    known = {id(p): p for t, p in scene.meant.items() if t < head and key in p.keys and len(p.keys) > 1}
    return list(known.values())


def _relative(scene: Scene, head: int) -> Speaker:
    """For "…, who said" the noun that the relative clause hangs on."""
    tokens = scene.reading.tokens
    verb = tokens[head].head
    for _ in range(4):
        if tokens[verb].dep in ("relcl", "acl"):
            above = tokens[verb].head
            if above in scene.meant:
                return _as_speaker(scene.meant[above])
            return _described(scene, above, (above, above))
        if tokens[verb].head == verb:
            break
        verb = tokens[verb].head
    return _NOBODY


def _named_beside(scene: Scene, head: int, source: tuple[int, int] | None) -> Person | None:
    """The person whom the phrase names beside a common noun: "the chairman, Jane Doe", "a man called Doe"."""
    reading = scene.reading
    waiting = [head]
    while waiting:
        at = waiting.pop()
        for child in reading.parse.children[at]:
            token = reading.tokens[child]
            if token.dep not in ("appos", "acl", "oprd", "nmod", "compound", "dobj", "attr"):
                continue
            if source is not None and not source[0] <= child <= source[1]:
                continue
            if child in scene.meant:
                return scene.meant[child]
            person = _upcoming(scene, child)
            if person is not None:
                return person
            if token.dep in ("acl", "appos"):
                waiting.append(child)
    return None


def _upcoming(scene: Scene, token: int) -> Person | None:
    """The person whose name holds the token, though the reader has not come so far."""
    return next((p for p in scene.persons if any(m.first <= token <= m.last for m in p.mentions)), None)


def _described(scene: Scene, head: int, source: tuple[int, int]) -> Speaker:
    """A noun that is no known person's: one beside it, a body by its name; what has no name is nobody."""
    reading = scene.reading
    token = reading.tokens[head]
    plural = token.tag in _PLURAL_TAGS
    person = None if plural else _named_beside(scene, head, source)
    if person is not None:
        scene.note(head, person)
        return _as_speaker(person)
    for child in reading.parse.children[head]:
        if reading.tokens[child].dep == "appos" and reading.tokens[child].pos == "PROPN":
            return Speaker(_as_given(reading, child), plural=plural)
    if token.pos == "PROPN" or (token.ent in ("ORG", "GPE") and token.text[:1].isupper()):
        return Speaker(_as_given(reading, head), plural=plural)
    return Speaker(None if is_person_noun(token.lemma) else _body(reading, head), plural=plural)


def _body(reading: Reading, head: int) -> str | None:
    """For "the union" the body named before whose name ends with that word."""
    tokens = reading.tokens
    if not any(tokens[c].text.lower() == "the" for c in reading.parse.children[head]):
        return None
    word = tokens[head].text
    for i in range(head - 1, -1, -1):
        if tokens[i].text.lower() == word.lower() and tokens[i].text[:1].isupper() and tokens[i].pos == "PROPN":
            return _as_given(reading, i)
    return None


def _as_given(reading: Reading, head: int) -> str:
    """The noun phrase up to its first comma or relative clause, without article or genitive."""
    tokens = reading.tokens
    first, last = reading.parse.edges[head]
    for i in range(head + 1, last + 1):
        token = tokens[i]
        if token.text in _ENDS_PHRASE or token.tag in ("WP", "WDT", "POS") or token.dep in ("relcl", "acl"):
            last = i - 1
            break
    while first < head and tokens[first].dep in ("punct", "cc", "det"):
        first += 1
    return " ".join(reading.parse.text[tokens[first].start : tokens[max(head, last)].end].split())


# ------------------------------------------------------------------------------------------------ pronouns


def _group(scene: Scene, head: int, *, plural: bool) -> Speaker:
    """For "they" and "it" the group or body that spoke last, if it did so within a few sentences."""
    sentence = scene.reading.parse.sentence_of
    for at, speaker in reversed(scene.spoken[-3:]):
        if sentence[head] - sentence[at] > _REACH:
            break
        if speaker.person is None and (plural or not speaker.plural):
            return speaker
    return _NOBODY


def _antecedent(scene: Scene, head: int, gender: int) -> Person | None:
    """Whom a pronoun means (`gender` is 1 for a man's, -1 for a woman's); whoever has it leans to its gender henceforth."""
    best = _in_mind(scene, head, gender)
    chosen = clearly_best(best)
    if chosen is None:
        return None
    person = scene.persons[chosen]
    if lead(best) >= _CERTAIN:
        person.leaning = max(-_MOST, min(_MOST, person.leaning + 2 * gender))
    return person


def _in_mind(scene: Scene, head: int, gender: float) -> dict[int, float]:
    """How much each person is in mind before the token, by place in the list of persons; `gender` 0 suits anybody."""
    previous = _previous(scene, head)
    best: dict[int, float] = {}
    for away, sentence in enumerate(_sentences_back(scene.reading, head)):
        for place in scene.places.get(sentence, ()):
            person = place.person
            if place.token >= head or scene.reading.quoted[place.token]:
                continue
            score = salience(scene.reading, place.token, head, away) * agreement(person, gender)
            score *= _SPOKE_LAST if person is previous else 1.0
            if score:
                number = next(n for n, p in enumerate(scene.persons) if p is person)
                best[number] = max(best.get(number, 0.0), score)
    return best


def _sentences_back(reading: Reading, head: int) -> Iterator[int]:
    """The pronoun's own sentence and some before it; those that only quote are passed over."""
    found = 0
    for number in range(reading.parse.sentence_of[head], -1, -1):
        first, end = reading.parse.sentences[number]
        if all(reading.quoted[i] or reading.tokens[i].pos == "PUNCT" for i in range(first, end)):
            continue
        yield number
        found += 1
        if found > REACH:
            return


def _previous(scene: Scene, head: int) -> Person | None:
    """The person who spoke last, if the words stand no farther back than the paragraph before."""
    paragraph = scene.reading.parse.paragraph_of
    for at, speaker in reversed(scene.spoken[-2:]):
        if speaker.person is not None and paragraph[head] - paragraph[at] <= 1:
            return speaker.person
    return None
