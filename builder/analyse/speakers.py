"""Whose words they are: from the words that name a source to a full name within the article.

The article is gone through from its first word to its last, as a reader does. Names go to the person they are part of,
pronouns and descriptions to the likeliest antecedent. Where nobody is likelier than not, nobody is named; and somebody
without a name takes the pronouns that follow, too.
"""

from collections.abc import Callable, Mapping, Sequence

from builder.analyse.actors.find import read_kinds
from builder.analyse.antecedents import LIKELY, choose, is_likely
from builder.analyse.attribution.judged import Unit
from builder.analyse.attribution.reading import Reading
from builder.analyse.body_nouns import is_common, noun_at
from builder.analyse.body_phrases import printed_phrase
from builder.analyse.descriptions import named_beside, read_description
from builder.analyse.genders import key_of
from builder.analyse.lexicons import word_list
from builder.analyse.likeness import described_by, is_of_people
from builder.analyse.mentions import Mention, find_mentions
from builder.analyse.names import Person, group_persons, told
from builder.analyse.person_nouns import is_person_noun
from builder.analyse.personhood import Kinds
from builder.analyse.scene import NOBODY, Scene, Speaker
from builder.analyse.sexes import MOST, heard_leaning, weigh_sexes
from builder.analyse.syntax import Body

HE, SHE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
_THEY, _IT = frozenset(("they", "them", "their", "themselves")), frozenset(("it", "its", "itself"))
_OF_TWO = frozenset(("latter", "former"))
_BACK_FOR_TWO = 2  # sentences
_RELATIVE = frozenset(("who", "whom", "that", "which", "whose"))
_TO_DASH = 3  # tokens after a dateline in which its dash stands
_SUBJECT_REACH = 8  # tokens after the dash in which the subject begins
_OWN_WORDS = 6  # tokens after a name in which a pronoun means the same person
_CLEARLY = 5  # how many times as likely one namesake must be as the next
_REACH = 4  # sentences back in which the group that "they" means has spoken
_CERTAIN = 0.85  # how likely an antecedent must be, for the pronoun to tell its sex
_TELLS = 2.0  # log-odds
_AT_FIRST = 0.5  # how much of what the name tells counts before the pronouns are read
_PLURAL_TAGS = frozenset(("NNS", "NNPS"))

Settle = Callable[[Scene, int, int], Person | None]


def name_speakers(reading: Reading, units: Sequence[Unit]) -> list[str | None]:
    """For each unit the full name of its speaker within the article, or None where that is not sure."""
    sources = sources_of(units)
    kinds = kinds_of(reading)
    persons = persons_of(reading, sources, kinds)
    for person in persons:
        person.leaning = told(person) * _AT_FIRST
    read_through(Scene(reading, list(persons), sources, kinds), sources)
    for person in persons:
        person.leaning = heard_leaning(person)
    weigh_sexes(persons, lambda settle: read_through(Scene(reading, list(persons), sources, kinds), sources, settle))
    names = read_through(Scene(reading, list(persons), sources, kinds), sources)
    return [None if u.source_head is None else names.get(u.source_head) for u in units]


def sources_of(units: Sequence[Unit]) -> dict[int, Unit]:
    """The units by the head of the phrase that names who speaks."""
    return {u.source_head: u for u in units if u.source_head is not None and u.source is not None}


def kinds_of(reading: Reading) -> Kinds:
    """What each name of the article is the name of."""
    return read_kinds(reading.parse, Body(tuple(reading.parse.paragraphs)))[2]


def persons_of(reading: Reading, sources: Mapping[int, Unit], kinds: Kinds) -> list[Person]:
    """Everybody whom the article names."""
    return group_persons(reading, *mentions_of(reading, sources), kinds)


def mentions_of(reading: Reading, sources: Mapping[int, Unit]) -> tuple[list[Mention], frozenset[int]]:
    """What may be a person's name, and the tokens that name who speaks."""
    speaking = {
        i
        for h, u in sources.items()
        if u.source
        for i in range(u.source[0], u.source[1] + 1)
        if _is_beside(reading, i, h)
    }
    return find_mentions(reading), frozenset(speaking)


def _is_beside(reading: Reading, i: int, head: int) -> bool:
    """Whether the word is the head of a source or names the same person: "the physician Ann Berg"."""
    token = reading.tokens[i]
    return i == head or (token.head == head and token.dep in ("appos", "compound", "nmod"))


def read_through(scene: Scene, sources: Mapping[int, Unit], settle: Settle | None = None) -> dict[int, str | None]:
    """The name behind each source, by its head; `settle` decides whom a pronoun means."""
    settle = settle or settle_pronoun
    names: dict[int, str | None] = {}
    for i in range(len(scene.reading.tokens)):
        if i in scene.heads:
            mention, person = scene.heads[i]
            scene.meant.update(dict.fromkeys(mention.tokens, person))
            scene.note(i, person, named=True)
        elif i not in scene.within and (i in sources or not scene.reading.quoted[i]):
            _read_word(scene, i, settle)
        if i in sources:
            speaker = _speaker(scene, sources[i])
            scene.spoken.append((i, speaker))
            names[i] = speaker.name
    for i, speaker in scene.spoken:
        if speaker.person is not None and id(speaker.person) in scene.same:
            names[i] = scene.same[id(speaker.person)].name
    return names


def _read_word(scene: Scene, i: int, settle: Settle) -> None:
    """A pronoun or a description, whether or not anybody speaks there."""
    token = scene.reading.tokens[i]
    word = token.text.lower()
    if token.pos == "PRON" and word in HE | SHE:
        person, named = settle(scene, i, 1 if word in HE else -1), scene.seats.get(i)
        named = named if _is_plainly(scene, i) else None
        if named is not None and person is not None and not person.keys:
            scene.same[id(person)] = named  # "the buyer said. He was Ann Berg": the name comes after
        whom = named or person
        if whom is not None:
            scene.note(i, whom)
    elif token.tag not in _PLURAL_TAGS and not _is_of_body(scene, i):
        said = described_by(scene, i)
        if said is not None:
            read_description(scene, i, said)


def _is_plainly(scene: Scene, i: int) -> bool:
    """Whether the verb above says what is so, and not what may be so or is not: "he was Ann Berg"."""
    tokens = scene.reading.tokens
    below = [tokens[c] for c in scene.reading.parse.children[tokens[i].head]]
    return not any(t.dep == "neg" or t.tag == "MD" or t.lemma in word_list("speakers", "guessing") for t in below)


def _is_of_body(scene: Scene, i: int) -> bool:
    """Whether a noun that people bear, too, is a body's here ("the operator"): nobody of the article is called so."""
    noun = noun_at(scene.reading, i)
    return noun is not None and i in scene.bodies and not any(noun in p.nouns for p in scene.persons)


def settle_pronoun(scene: Scene, i: int, gender: int) -> Person | None:
    """Whom a pronoun means, if anybody is likely enough; whoever has it for certain leans to its sex henceforth."""
    choice = choose(scene, i, gender)
    if choice is None or not is_likely(scene, i, choice):
        return None
    person = scene.persons[choice.number]
    if choice.chance >= LIKELY:
        person.heard += gender
    if choice.chance >= _CERTAIN and abs(told(person)) < _TELLS:
        person.leaning = max(-MOST, min(MOST, person.leaning + _TELLS * gender))
    return person


# ------------------------------------------------------------------------------------------------ sources


def _speaker(scene: Scene, unit: Unit) -> Speaker:
    head, source = unit.source_head, unit.source
    head = _after_dateline(scene, head, source) if head is not None and source is not None else head
    head = _replying(scene, head) if head is not None else head
    if head is None or source is None or _several(scene, head, source) or _is_heading(scene, unit):
        return NOBODY
    if head in scene.meant:
        return _as_speaker(scene.meant[head])
    opening = _opening(scene, source)
    if opening is not None:
        return _as_speaker(opening)
    word = scene.reading.tokens[head].text.lower()
    if word in _RELATIVE:
        return _relative(scene, head)
    if word in _OF_TWO:
        return _one_of_two(scene, head, latter=word == "latter")
    return _of_pronoun(scene, head) if scene.reading.tokens[head].pos == "PRON" else _named(scene, head, source)


def _is_heading(scene: Scene, unit: Unit) -> bool:
    """Whether the words open their paragraph and a colon follows that is not what tells who speaks: "Trade: A deal is likely"."""
    parse, (first, last) = scene.reading.parse, unit.source or (0, 0)
    colon = next((i for i in range(first, min(last + 2, len(parse.tokens))) if parse.tokens[i].text == ":"), None)
    return colon is not None and colon != unit.cue and first == parse.paragraphs[parse.paragraph_of[first]][0]


def _replying(scene: Scene, head: int) -> int:
    """Who says it, where the source was taken to be what it is said in: "In a written reply, it said"."""
    tokens = scene.reading.tokens
    if tokens[head].dep != "pobj" or tokens[tokens[head].head].text.lower() != "in":
        return head
    verb = tokens[tokens[head].head].head
    return next((c for c in scene.reading.parse.children[verb] if c > head and tokens[c].dep == "nsubj"), head)


def _opening(scene: Scene, source: tuple[int, int]) -> Person | None:
    """Whose name and a comma the phrase opens with, though the parser hung it elsewhere: "Berg, a former swimmer"."""
    person = scene.within.get(source[0])
    last = source[0]
    while person is not None and last < source[1] and scene.within.get(last + 1) is person:
        last += 1
    return person if last < source[1] and scene.reading.tokens[last + 1].text == "," else None


def _of_pronoun(scene: Scene, head: int) -> Speaker:
    """A group or body for "they" and "it"; a pronoun for one person that was not settled is nobody."""
    word = scene.reading.tokens[head].text.lower()
    return _group(scene, head, plural=word in _THEY) if word in _THEY | _IT else NOBODY


def _one_of_two(scene: Scene, head: int, *, latter: bool) -> Speaker:
    """For "the latter" and "the former" the last or the first of those whom the sentence, or one before it, names."""
    sentence = scene.reading.parse.sentence_of[head]
    for back in range(_BACK_FOR_TWO + 1):
        places = [p for p in scene.places.get(sentence - back, ()) if p.named and p.token < head]
        named = list(dict.fromkeys(scene.number_of(p.person) for p in places))
        if len(named) > 1:
            return _as_speaker(scene.persons[named[-1] if latter else named[0]])
    return NOBODY


def _after_dateline(scene: Scene, head: int, source: tuple[int, int]) -> int:
    """Past the place and the day of a dispatch ("OSSEL, 9 May – Berg Paper"), where the parser took them for the subject."""
    tokens = scene.reading.tokens
    end = min(len(tokens), source[1] + _TO_DASH)
    dash = next((i for i in range(head + 1, end) if tokens[i].text in ("–", "—")), None)
    if dash is None or not (tokens[source[0]].text.isupper() or tokens[head].ent == "DATE"):
        return head
    if dash < source[1]:
        return next((i for i in range(source[1], dash, -1) if tokens[i].pos == "PROPN"), head)
    behind = range(dash + 1, min(len(tokens), dash + _SUBJECT_REACH))
    return next((i for i in behind if tokens[i].pos in ("NOUN", "PROPN") and tokens[i].dep != "compound"), head)


def _named(scene: Scene, head: int, source: tuple[int, int]) -> Speaker:
    """A name or a noun: a person's short form, or a description, or a body."""
    token = scene.reading.tokens[head]
    if token.text == "A" and head + 1 < len(scene.reading.tokens) and scene.reading.tokens[head + 1].text == ":":
        return _as_speaker(person) if (person := _interviewed(scene, head)) is not None else NOBODY
    may_name = token.ent or token.pos in ("PROPN", "X", "ADJ") or token.text.isupper()
    meant = _short_forms(scene, head) if may_name else []
    if not meant:
        return _described(scene, head, source)
    person = meant[0] if len(meant) == 1 else _of_family(scene, head, meant)
    if person is None:
        return NOBODY
    scene.note(head, person)
    return _as_speaker(person)


def _of_family(scene: Scene, head: int, meant: Sequence[Person]) -> Person | None:
    """Whom a name means that several bear: who is in mind, if clearly so; "Berg said she" is no man.

    Else the one of a family through whom the others are known who have not spoken: "Ann Berg … her father, Tom Berg, … Berg said".
    """
    parse = scene.reading.parse
    own = [parse.tokens[i].text.lower() for i in range(head + 1, min(head + _OWN_WORDS, len(parse.tokens)))]
    sex = next(((word in HE) - (word in SHE) for word in own if word in ("he", "she")), 0)
    near = [
        p
        for p in meant
        if any(parse.paragraph_of[t] == parse.paragraph_of[head] for t in scene.noted.get(id(p), ()) if t < head)
    ]
    known = [p for p in meant if any(t.person is p and any(t.owner is q for q in meant) for t in scene.ties)]
    silent = not any(speaker.person is p for _, speaker in scene.spoken for p in known)
    first = [p for p in meant if not any(p is one for one in known)] if silent else []
    if not near and not sex:
        return first[0] if len(first) == 1 else None
    choice = choose(scene, head, sex, among=lambda p: any(p is one for one in near or meant))
    if choice is not None and choice.lead >= _CLEARLY:
        return scene.persons[choice.number]
    return first[0] if len(first) == 1 and not sex else None


def _interviewed(scene: Scene, head: int) -> Person | None:
    """Who answers in an interview: whoever the article has spoken of most before its first answer, if clearly so."""
    counts = {n: sum(t < head for t in scene.noted.get(id(p), ())) for n, p in enumerate(scene.persons) if p.keys}
    best = sorted(counts, key=lambda n: (-counts[n], n))
    if not best or not counts[best[0]] or (len(best) > 1 and counts[best[0]] < 2 * counts[best[1]]):
        return None
    return scene.persons[best[0]]


def _as_speaker(person: Person) -> Speaker:
    return Speaker(person.name or None, person)


def _several(scene: Scene, head: int, source: tuple[int, int]) -> bool:
    """Whether the phrase names several, joined by "and"; what one person is ("a lawyer and critic") may be several things."""
    tokens = scene.reading.tokens
    apposed, named = {head}, [False]
    for i in range(source[0], source[1] + 1):
        token = tokens[i]
        if token.dep == "appos" and token.head in apposed:
            apposed.add(i)
        elif token.dep == "conj" and token.head in apposed and token.pos in ("PROPN", "NOUN", "PRON"):
            named.append(token.head == head or i in scene.within)
    return any(named)


def _short_forms(scene: Scene, head: int) -> list[Person]:
    """Whom a lone capitalised word can mean, though it was taken for something else ("Viet", "Ireland")."""
    tokens = scene.reading.tokens
    before = [c for c in scene.reading.parse.children[head] if tokens[c].dep in ("compound", "det")]
    if any(tokens[c].dep == "det" for c in before):
        return []
    keys = {key_of(tokens[c].text) for c in (*before, head)}
    known = {id(p): p for t, p in scene.meant.items() if t < head and keys <= set(p.keys) and len(p.keys) > len(keys)}
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
    return NOBODY


def _described(scene: Scene, head: int, source: tuple[int, int]) -> Speaker:
    """A noun that is no known person's: one beside it, a body by its name; what has no name is nobody."""
    reading = scene.reading
    token = reading.tokens[head]
    plural = token.tag in _PLURAL_TAGS
    person = None if plural else named_beside(scene, head, source)
    if person is not None:
        scene.note(head, person)
        return _as_speaker(person)
    for child in reading.parse.children[head]:
        apposed = reading.tokens[child]
        if apposed.dep == "appos" and apposed.pos == "PROPN" and not is_of_people(apposed):
            return Speaker(_body_name(scene, child) or printed_phrase(reading, child), plural=plural)
    trade = is_person_noun(token.text.lower()) or is_of_people(token) or _is_anyone(scene, head)
    if not trade and token.text[:1].isupper() and (token.pos == "PROPN" or token.ent in ("ORG", "GPE")):
        printed = printed_phrase(reading, head)
        return Speaker(_body_name(scene, head) or (None if is_common(printed) else printed), plural=plural)
    return Speaker(None if plural else _body_name(scene, head), plural=plural)


def _body_name(scene: Scene, head: int) -> str | None:
    """The full name of the body that the token means, if it has one."""
    body = scene.bodies.get(head)
    return body.name if body is not None else None


def _is_anyone(scene: Scene, head: int) -> bool:
    """Whether one of many is meant ("a Tarn Democrat"), so that the words are no name."""
    children = scene.reading.parse.children[head]
    return any(scene.reading.tokens[c].text.lower() in ("a", "an", "another") for c in children)


def _group(scene: Scene, head: int, *, plural: bool) -> Speaker:
    """For "they" and "it" the group or body that spoke last, if it did so within a few sentences and nobody since.

    "It" may also mean a body that has not spoken but was just spoken of.
    """
    if not plural:
        return Speaker(_body_name(scene, head))
    acting = _many_acting(scene, head)
    if acting is not None:
        return acting
    sentence = scene.reading.parse.sentence_of
    for at, speaker in reversed(scene.spoken[-3:]):
        if sentence[head] - sentence[at] > _REACH or (speaker.person is not None and not speaker.name):
            break
        if speaker.person is None:
            return speaker
    return NOBODY


def _many_acting(scene: Scene, head: int) -> Speaker | None:
    """For "they" the body with a plural name that acts in the sentence or the one before it: "The Greens … They say"."""
    parse = scene.reading.parse
    first = parse.sentences[max(0, parse.sentence_of[head] - 1)][0]
    for i in range(head - 1, first - 1, -1):
        token = scene.reading.tokens[i]
        if token.dep not in ("nsubj", "nsubjpass", "ROOT") or scene.reading.quoted[i]:
            continue
        name = _body_name(scene, i)
        if name is not None and token.pos == "PROPN" and token.text.endswith("s"):
            return Speaker(name, plural=True)
        if token.tag in _PLURAL_TAGS:
            return None
    return None
