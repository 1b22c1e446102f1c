"""Whom a description means: "the minister", "his daughter", "the soloist Ann Berg", "a farmer"."""

from collections.abc import Iterable, Iterator

from builder.analyse.antecedents import choose
from builder.analyse.genders import leaning_of
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.mentions import is_person_noun
from builder.analyse.names import Person
from builder.analyse.scene import Scene, Tie, seat_of

_CERTAIN = 1.6  # how many times as likely somebody must be as the next, to be taken for the one described
_PEER = 1.3  # the same, for a colleague or a rival of somebody known
_NEW = frozenset(("a", "an", "another", "one", "any", "no", "every", "each", "some"))
_BESIDE_OTHERS = frozenset(("compound", "appos", "attr", "amod", "nmod", "poss", "oprd"))
_APPOSED = frozenset(("appos", "acl", "oprd", "dobj", "attr"))
_BEFORE_TRADES = _APPOSED | {"nmod", "compound"}
_MODIFIERS = frozenset(("compound", "amod", "nmod"))


def read_description(scene: Scene, i: int) -> None:
    """Notes whom the noun means: who is named beside it, whoever was called so last, or somebody new without a name."""
    beside = _beside(scene, i)
    if beside is not None:
        scene.note(i, beside)  # the name may hang oddly; the noun tells its part in the sentence
        _tie(scene, i, beside)
        return
    token = scene.reading.tokens[i]
    if token.dep in _BESIDE_OTHERS and i not in scene.sources:
        return
    determiner = _determiner(scene, i)
    known = None
    owners = _owners(scene, i)
    if owners or _is_owned(scene, i):
        known = _related(scene, i, owners)
    elif determiner not in _NEW:
        known = _called(scene, i, token.lemma) or _doer(scene, i, token.lemma)
        if known is None and determiner == "the":
            known = _anybody(scene, i, token.lemma)
    if known is None:
        known = Person("", (), [], leaning_of((token.lemma,)), {token.lemma, *_modifiers(scene, i)})
        scene.persons.append(known)
    scene.note(i, known)
    for owner in owners[:1]:
        scene.ties.append(Tie(owner, token.lemma, known))


def _determiner(scene: Scene, i: int) -> str:
    found = [scene.reading.tokens[c].text.lower() for c in scene.reading.parse.children[i]]
    return next((w for w in found if w in _NEW or w in ("the", "this", "that")), "")


def _beside(scene: Scene, i: int) -> Person | None:
    """The person whom the text names beside the noun, with at most a comma between."""
    if i in scene.seats:
        return scene.seats[i]
    tokens, sentence = scene.reading.tokens, scene.reading.parse.sentence_of
    after = i + 2 if i + 1 < len(tokens) and tokens[i + 1].text == "," else i + 1
    person = scene.within.get(after) if after < len(tokens) and sentence[i] == sentence[after] else None
    if person is not None and (after == i + 1 or tokens[i].dep not in ("pobj", "dobj", "attr")):
        return person
    first = scene.reading.parse.edges[i][0]
    if first >= 2 and tokens[first - 1].text == "," and first <= i:
        return scene.within.get(first - 2)
    return named_beside(scene, i, None)


def named_beside(scene: Scene, head: int, source: tuple[int, int] | None) -> Person | None:
    """The person whom the phrase names beside a common noun: "the chairman, Jane Doe", "a man called Doe"."""
    reading = scene.reading
    waiting = [head]
    while waiting:
        at = waiting.pop()
        for child in reading.parse.children[at]:
            token = reading.tokens[child]
            if token.dep not in (_BEFORE_TRADES if is_person_noun(reading.tokens[at].lemma) else _APPOSED):
                continue
            if source is not None and not source[0] <= child <= source[1]:
                continue
            person = scene.meant.get(child) or scene.within.get(child)
            if person is not None:
                return person
            if token.dep in ("acl", "appos"):
                waiting.append(child)
    return None


# ------------------------------------------------------------------------------------------------ whose


def _owned(scene: Scene, i: int) -> Iterator[int]:
    """The words that tell whose somebody is; on a name, those of the noun it stands beside count."""
    for child in scene.reading.parse.children[i]:
        if scene.reading.tokens[child].dep == "poss":
            yield child


def _is_owned(scene: Scene, i: int) -> bool:
    return any(True for _ in _owned(scene, i))


def _owners(scene: Scene, i: int) -> list[Person]:
    """Whose daughter, wife or colleague: the person that the possessive means, or both of a couple."""
    for child in _owned(scene, i):
        if child in scene.meant:
            return [scene.meant[child]]
        if scene.reading.tokens[child].lemma in word_list("speakers", "couples"):
            pairs = [t for t in scene.ties if _kind(t.noun) == "spouse"]
            return [pairs[-1].owner, pairs[-1].person] if pairs else []
    return []


def _tie(scene: Scene, i: int, person: Person) -> None:
    for owner in _owners(scene, i):
        if owner is not person:
            scene.ties.append(Tie(owner, scene.reading.tokens[i].lemma, person))


def _kind(noun: str) -> str | None:
    return word_table("speakers", "ties").get(noun)


def _related(scene: Scene, i: int, owners: Iterable[Person]) -> Person | None:
    """Who is the owner's wife, daughter or colleague, as far as the article has said."""
    noun = scene.reading.tokens[i].lemma
    kind, leaning = _kind(noun), leaning_of((noun,))
    turned = word_table("speakers", "turned").get(kind) if kind is not None else None
    for owner in owners:
        for tie in reversed(scene.ties):
            own = tie.owner is owner and (tie.noun == noun or (kind is not None and _kind(tie.noun) == kind))
            back = turned is not None and tie.person is owner and _kind(tie.noun) == turned
            other = tie.person if own else tie.owner
            if (own or back) and leaning * other.leaning >= 0:
                return other
        if kind == "peer":
            return _other(scene, i, owner, leaning)
    return None


def _other(scene: Scene, i: int, owner: Person, leaning: float) -> Person | None:
    """The one whom the text has named together with the owner, or has just spoken of beside."""
    joined = [p for pair in scene.pairs for p in pair if any(q is owner for q in pair) and p is not owner]
    if joined and all(p is joined[0] for p in joined):
        return joined[0]
    found = choose(scene, i, leaning, among=lambda p: p is not owner and bool(p.keys))
    return scene.persons[found.number] if found is not None and found.lead >= _PEER else None


# ------------------------------------------------------------------------------------------------ by trade or office


def _role(noun: str) -> str:
    """The noun, whichever sex it names."""
    for ending in ("person", "woman", "man"):
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            return noun.removesuffix(ending)
    return noun


def _modifiers(scene: Scene, i: int) -> set[str]:
    tokens = scene.reading.tokens
    return {tokens[c].lemma for c in scene.reading.parse.children[i] if tokens[c].dep in _MODIFIERS}


def _called(scene: Scene, i: int, noun: str) -> Person | None:
    """Who was last meant before among those whom the article calls so; several in one sentence are nobody."""
    role, modifiers = _role(noun), _modifiers(scene, i)
    fitting = [p for p in scene.persons if role in {_role(n) for n in p.nouns}]
    fitting = fitting or [p for p in scene.persons if role in {_role(n) for n in p.past}]
    nearer = [p for p in fitting if modifiers & p.nouns]
    last = [(max(places), p) for p in nearer or fitting if (places := _places_before(scene, p, i))]
    if not last:
        return None
    recent = max(last, key=lambda row: row[0])
    sentence = scene.reading.parse.sentence_of
    rivals = [p for t, p in last if p is not recent[1] and sentence[t] == sentence[recent[0]]]
    return None if rivals else recent[1]


def _doer(scene: Scene, i: int, noun: str) -> Person | None:
    """For "the defendant" who has been accused, if only one has."""
    table = word_table("speakers", "deeds")
    wanted = {verb for verb, name in table.items() if name == noun}
    tokens, children = scene.reading.tokens, scene.reading.parse.children
    found: list[Person] = []
    for head, (_, person) in scene.heads.items():
        seat = seat_of(scene.reading, head)
        verbs = [c for c in children[seat] if tokens[c].dep in ("relcl", "acl")]
        verbs += [tokens[seat].head] if tokens[seat].dep in ("nsubj", "nsubjpass") else []
        if head < i and any(tokens[v].lemma in wanted for v in verbs) and not any(p is person for p in found):
            found.append(person)
    return found[0] if len(found) == 1 else None


def _places_before(scene: Scene, person: Person, i: int) -> list[int]:
    return [t for t in scene.noted.get(id(person), ()) if t < i]


def _anybody(scene: Scene, i: int, noun: str) -> Person | None:
    """For "the woman" or "the official", which says nothing that the article must have said before: who is in mind.

    Not so for "the clerk": an article may speak of a clerk whom it never names. That is who has just spoken at most, if
    the article has said no trade of him or her.
    """
    if noun in word_list("speakers", "anybody"):
        found = choose(scene, i, leaning_of((noun,)), among=lambda p: bool(p.keys))
        return scene.persons[found.number] if found is not None and found.lead >= _CERTAIN else None
    if not scene.spoken:
        return None
    at, speaker = scene.spoken[-1]
    person, paragraph = speaker.person, scene.reading.parse.paragraph_of
    if person is None or not person.keys or paragraph[at] != paragraph[i] or any(map(is_person_noun, person.nouns)):
        return None
    return person if leaning_of((noun,)) * person.leaning >= 0 else None
