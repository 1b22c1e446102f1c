"""Whose words they are: from the words that name a source to a full name within the article.

Names go to the person they are part of, pronouns and descriptions to the likeliest antecedent. The likeliest antecedent is found as
in the salience tradition (Lappin and Leass 1994): agreement in gender and number first, then recency, subject position, and
whether the sentence before was attributed to the same speaker. Where two remain about equally likely, nobody is named.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.analyse.attribution.reading import Reading
from builder.analyse.attribution.units import Unit
from builder.analyse.lexicons import word_list
from builder.analyse.names import Person, find_mentions, group_persons, key_of

_HE, _SHE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
_THEY = frozenset(("they", "them", "their", "themselves"))
_IT = frozenset(("it", "its", "itself"))
_RELATIVE = frozenset(("who", "whom", "that", "which", "whose"))
_REACH = 4  # sentences back in which an antecedent is looked for
_SPEAKS_LEAST = 0.12  # how often a common noun was a source in annotated news, for it to be a body or group that speaks
_CLEAR = 1.15  # how much likelier the best antecedent must be than the next
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_PLURAL_TAGS = frozenset(("NNS", "NNPS"))


@dataclass
class Scene:
    """The article's persons by token, who spoke so far, and for each sentence which tokens mean which person."""

    reading: Reading
    persons: list[Person]
    by_token: dict[int, Person] = field(default_factory=dict)
    spoken: list[tuple[Unit, "Speaker"]] = field(default_factory=list)
    places: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def place(self, token: int, person: Person) -> None:
        """Notes that the token means the person."""
        sentence = self.reading.parse.sentence_of[token]
        self.places.setdefault(sentence, []).append((token, self.persons.index(person)))


@dataclass(frozen=True)
class Speaker:
    """A resolved source: a person of the article, or a body or group named as the article names it, or nobody."""

    name: str | None
    person: Person | None = None
    noun: str | None = None
    plural: bool = False


_NOBODY = Speaker(None)


def name_speakers(reading: Reading, units: Sequence[Unit]) -> list[str | None]:
    """For each unit the full name of its speaker within the article, or None where that is not sure."""
    heads = [u.source_head for u in units if u.source_head is not None]
    persons = group_persons(reading, find_mentions(reading, [h for h in heads if _may_be_person(reading, h)]))
    scene = Scene(reading, persons)
    for person in persons:
        for mention in person.mentions:
            scene.by_token.update(dict.fromkeys(range(mention.first, mention.last + 1), person))
            scene.place(mention.head, person)
    _link_pronouns(scene)
    names: dict[int, str | None] = {}
    order = sorted(range(len(units)), key=lambda n: units[n].source_head or units[n].content[0][0])
    for n in order:
        speaker = _speaker(scene, units[n])
        scene.spoken.append((units[n], speaker))
        names[n] = speaker.name
    return [names[n] for n in range(len(units))]


def _may_be_person(reading: Reading, head: int) -> bool:
    return reading.tokens[head].ent in ("", "PERSON")


def _speaker(scene: Scene, unit: Unit) -> Speaker:
    head = unit.source_head
    if head is None or unit.source is None:
        return _NOBODY
    token = scene.reading.tokens[head]
    word = token.text.lower()
    if word in _RELATIVE:
        return _relative(scene, head)
    if token.pos == "PRON" or word in _HE | _SHE | _THEY | _IT:
        return _pronoun(scene, head, word)
    person = _person_in(scene, head)
    several = any(scene.reading.tokens[c].dep == "conj" for c in scene.reading.parse.children[head])
    if person is not None:
        return _NOBODY if several else Speaker(person.name, person)
    return _described(scene, head)


def _person_in(scene: Scene, head: int) -> Person | None:
    """The person the phrase names: at its head, or in apposition to it ("the senator, Jane Doe")."""
    if head in scene.by_token:
        return scene.by_token[head]
    reading = scene.reading
    if reading.tokens[head].pos == "PROPN":
        return _by_short_form(scene, head)
    if reading.tokens[head].tag in _PLURAL_TAGS or reading.tokens[head].lemma not in word_list("speakers", "persons"):
        return None
    for child in reading.parse.children[head]:
        if reading.tokens[child].dep in ("appos", "compound", "nmod") and child in scene.by_token:
            return scene.by_token[child]
    return None


def _by_short_form(scene: Scene, head: int) -> Person | None:
    """Whom a lone capitalised word can mean, though the recogniser took it for something else ("Viet")."""
    first, last = scene.reading.parse.edges[head]
    tokens = scene.reading.tokens
    beside = [i for i in range(first, last + 1) if i != head and tokens[i].pos == "PROPN" and tokens[i].head == head]
    if any(
        tokens[i].dep == "compound" and tokens[i].text.lower() not in word_list("speakers", "titles") for i in beside
    ):
        return None
    key = key_of(tokens[head].text)
    fitting = [
        p for p in scene.persons if len(p.keys) > 1 and key in (p.keys[0], p.keys[-1]) and p.mentions[0].first < head
    ]
    return fitting[0] if len(fitting) == 1 else None


def _relative(scene: Scene, head: int) -> Speaker:
    """For "…, who said" the noun that the relative clause hangs on."""
    tokens = scene.reading.tokens
    verb = tokens[head].head
    for _ in range(4):
        if tokens[verb].dep in ("relcl", "acl"):
            antecedent = tokens[verb].head
            person = _person_in(scene, antecedent)
            if person is not None:
                return Speaker(person.name, person)
            return _described(scene, antecedent) if tokens[antecedent].pos in ("NOUN", "PROPN") else _NOBODY
        if tokens[verb].head == verb:
            break
        verb = tokens[verb].head
    return _NOBODY


# ------------------------------------------------------------------------------------------------ descriptions


def _described(scene: Scene, head: int) -> Speaker:
    """A common noun: a person described earlier, a body or a group as named here."""
    reading = scene.reading
    token = reading.tokens[head]
    plural = token.tag in _PLURAL_TAGS
    if any(reading.tokens[c].dep == "conj" for c in reading.parse.children[head]):
        return _NOBODY  # several speakers
    if token.pos == "PROPN" or token.ent in ("ORG", "GPE", "NORP"):
        return Speaker(_as_given(reading, head), noun=token.lemma, plural=plural)
    is_person = token.lemma in word_list("speakers", "persons")
    if not is_person and (token.pos == "PRON" or reading.heads.of(token.lemma)[0] < _SPEAKS_LEAST):
        return _NOBODY
    if plural or not is_person:
        return Speaker(_as_given(reading, head), noun=token.lemma, plural=plural)
    determiner = next(
        (reading.tokens[c].text.lower() for c in reading.parse.children[head] if reading.tokens[c].dep == "det"), ""
    )
    if determiner in ("a", "an", "another", "one"):
        return Speaker(_as_given(reading, head), noun=token.lemma)
    return _known(scene, head, token.lemma)


def _known(scene: Scene, head: int, noun: str) -> Speaker:
    """For "the spokesperson" whoever was so described last, among the speakers first."""
    for _, speaker in reversed(scene.spoken[-6:]):
        if speaker.noun == noun and not speaker.plural:
            return speaker
    fitting = [p for p in scene.persons if noun in p.nouns and any(m.first < head for m in p.mentions)]
    if len(fitting) == 1:
        return Speaker(fitting[0].name, fitting[0])
    recent = [s.person for _, s in scene.spoken[-2:] if s.person is not None]
    for person in reversed(recent):
        if person in fitting:
            return Speaker(person.name, person)
    return _NOBODY


def _as_given(reading: Reading, head: int) -> str:
    """The noun phrase up to its first comma or relative clause, without article or genitive."""
    tokens = reading.tokens
    first, last = reading.parse.edges[head]
    for i in range(head + 1, last + 1):
        if (
            tokens[i].text in (",", "(", "—", "–", ";", ":")
            or tokens[i].tag in ("WP", "WDT", "POS")
            or tokens[i].dep == "relcl"
        ):
            last = i - 1
            break
    while first < head and tokens[first].dep in ("punct", "cc"):
        first += 1
    if first < head and tokens[first].text.lower() in ("the", "a", "an"):
        first += 1
    return " ".join(reading.parse.text[tokens[first].start : tokens[max(head, last)].end].split())


# ------------------------------------------------------------------------------------------------ pronouns


def _pronoun(scene: Scene, head: int, word: str) -> Speaker:
    if word in _HE:
        return _person_pronoun(scene, head, "male")
    if word in _SHE:
        return _person_pronoun(scene, head, "female")
    if word in _THEY or word in _IT:
        return _group_pronoun(scene, head, plural=word in _THEY)
    return _NOBODY


def _group_pronoun(scene: Scene, head: int, *, plural: bool) -> Speaker:
    """For "they" and "it" the group or body that spoke last, if it did so within a few sentences."""
    reading = scene.reading
    here = reading.parse.sentence_of[head]
    for unit, speaker in reversed(scene.spoken[-4:]):
        at = unit.source_head
        if at is None or here - reading.parse.sentence_of[at] > _REACH:
            return _NOBODY
        if speaker.name is None:
            continue
        unnamed = speaker.person is None
        if (plural and unnamed) or (not plural and unnamed and not speaker.plural):
            return speaker
    return _NOBODY


def _person_pronoun(scene: Scene, head: int, gender: str) -> Speaker:
    ranked = _ranked(scene, head, gender)
    previous = _previous(scene, head)
    scored = sorted(
        ((score * (1.6 if person is previous else 1.0), -n, person) for n, (score, person) in enumerate(ranked)),
        key=lambda row: row[:2],
        reverse=True,
    )
    if not scored:
        return _unnamed(scene, gender)
    if len(scored) > 1 and scored[0][0] < _CLEAR * scored[1][0]:
        return _NOBODY
    person = scored[0][2]
    person.gender = person.gender or gender
    scene.place(head, person)
    return Speaker(person.name, person)


def _unnamed(scene: Scene, gender: str) -> Speaker:
    """No person fits: somebody without a name who spoke just before ("a spokeswoman")."""
    for _, speaker in reversed(scene.spoken[-2:]):
        if speaker.person is None and speaker.noun in word_list("speakers", "persons") and not speaker.plural:
            opposite = word_list("speakers", "words_female" if gender == "male" else "words_male")
            return _NOBODY if speaker.noun in opposite else speaker
    return _NOBODY


def _previous(scene: Scene, head: int) -> Person | None:
    """The person who spoke last, if the words stand no farther back than the paragraph before."""
    paragraph = scene.reading.parse.paragraph_of
    for before, speaker in reversed(scene.spoken[-3:]):
        at = before.source_head
        if at is not None and speaker.person is not None and paragraph[head] - paragraph[at] <= 1:
            return speaker.person
    return None


def _ranked(scene: Scene, head: int, gender: str) -> list[tuple[float, Person]]:
    """Persons mentioned shortly before, with how salient they are there, the earliest named first."""
    reading = scene.reading
    here = reading.parse.sentence_of[head]
    paragraph = reading.parse.paragraph_of[head]
    best: dict[int, float] = {}
    for away in range(_REACH + 1):
        for at, number in scene.places.get(here - away, ()):
            person = scene.persons[number]
            if at >= head or reading.quoted[at] or person.gender not in (None, gender):
                continue
            known = 1.3 if person.gender == gender else 1.0
            best[number] = max(best.get(number, 0.0), known * _salience(reading, at, away, paragraph, head))
    return [(best[number], scene.persons[number]) for number in sorted(best)]


def _salience(reading: Reading, at: int, away: int, paragraph: int, head: int) -> float:
    token = reading.tokens[at]
    score = (1.0, 0.9, 0.55, 0.35, 0.2)[away]
    if token.dep in _SUBJECTS:
        score *= 2.0
        if reading.depth[at] <= 1:
            score *= 1.2
    elif token.dep in ("poss", "compound"):
        score *= 0.7
    elif token.dep in ("pobj", "dobj"):
        score *= 0.8
    if away == 0 and reading.tokens[head].head == token.head:
        score *= 0.3  # two arguments of one verb are seldom the same
    if reading.parse.paragraph_of[at] == paragraph:
        score *= 1.1
    return score


def _link_pronouns(scene: Scene) -> None:
    """Pronouns in subject position outside of quotations, told in order: each keeps its person in mind for the next."""
    reading = scene.reading
    for i, token in enumerate(reading.tokens):
        word = token.text.lower()
        if token.pos != "PRON" or reading.quoted[i] or word not in _HE | _SHE:
            continue
        gender = "male" if word in _HE else "female"
        scored = sorted(_ranked(scene, i, gender), key=lambda row: -row[0])
        if scored and (len(scored) == 1 or scored[0][0] >= _CLEAR * scored[1][0]):
            scene.place(i, scored[0][1])
            scored[0][1].gender = scored[0][1].gender or gender
