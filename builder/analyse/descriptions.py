"""Whom a description means: "the minister", "his daughter", "the soloist Ann Berg", "a farmer"."""

import math
from collections.abc import Iterable, Iterator, Sequence

from builder.analyse.antecedents import choose, scores
from builder.analyse.genders import leaning_of
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.likeness import AKIN, SAME, Description, fit
from builder.analyse.names import Person
from builder.analyse.person_nouns import is_person_noun
from builder.analyse.scene import Scene, Tie, seat_of
from builder.analyse.syntax import head_of

_LIKELY = 0.5
_NOBODY = 0.0  # log-odds that nobody is meant whom the article has spoken of
_MASS = frozenset(("dobj", "pobj"))
_TOPICS = frozenset(("nsubj", "nsubjpass", "ROOT"))
_NO_MORE = -1.5  # another trade told, of whom the article is about
_OF_SAME_OFFICE = frozenset(("counterpart", "successor"))
_NEXT = 2  # paragraphs below the lead: the first may hold a quotation alone
_LEAD = 2  # the last paragraph, counted from 0 with the headline, that may speak of somebody whom a later one names
_ANYBODY = -2.0
_UNTOLD = 0.0
_NEW_ONE = 0.5
_NOT_CALLED_SO = -3.0
_FORGOTTEN = 3.0  # less for somebody without a name who was spoken of long ago
_STEP, _STEPS = 0.3, 4
_FAR = -3.0  # log-odds of somebody whom it has not spoken of for long
_PEER = 1.3  # the same, for a colleague or a rival of somebody known
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))  # "asked by Ann Berg, the mayor agreed": no apposition
_NEW = frozenset(("a", "an", "another", "one", "any", "no", "every", "each", "some"))
_BESIDE_OTHERS = frozenset(("compound", "appos", "attr", "amod", "nmod", "poss", "oprd"))
_APPOSED = frozenset(("appos", "acl", "oprd", "dobj", "attr"))
_BEFORE_TRADES = _APPOSED | {"nmod", "compound"}


def read_description(scene: Scene, i: int, said: Description) -> None:
    """Notes whom the words mean: who is named beside them, whoever they suit best, or somebody new without a name."""
    beside = _beside(scene, i) if said.noun or said.states else None
    if beside is not None:
        beside.states |= said.states
    if beside is not None and said.noun:
        scene.note(i, beside)  # the name may hang oddly; the noun tells its part in the sentence
        (beside.past if said.former else beside.nouns).add(said.noun)
        _tie(scene, i, beside)
        return
    token = scene.reading.tokens[i]
    determiner = _determiner(scene, i)
    if (token.dep in _BESIDE_OTHERS and i not in scene.sources) or (not said.noun and determiner != "the"):
        return
    known = None
    owners = _owners(scene, i)
    if owners or _is_owned(scene, i):
        known = _related(scene, i, owners) or _suited(scene, i, said, least=AKIN)
    elif determiner not in _NEW:
        known = _suited(scene, i, said, least=_least(scene, i, determiner))
        known = known or _doer(scene, i, token.lemma)
    known = known or _named_later(scene, i, said)
    if known is not None and determiner == "the" and not said.former and _is_nothing_yet(scene, i, known):
        known.nouns.add(said.noun)
    if known is None and not determiner and not owners and token.dep in _MASS:
        return  # "to do justice"
    if known is None:
        known = Person(
            "", (), [], said.leaning, {w for w in (said.noun, *said.modifiers) if w}, states=set(said.states)
        )
        scene.persons.append(known)
    scene.note(i, known)
    for owner in owners[:1]:
        scene.ties.append(Tie(owner, token.lemma, known))


def _is_nothing_yet(scene: Scene, i: int, person: Person) -> bool:
    """Whether the paragraph has named the person alone, and nothing tells yet what he or she is: then the noun does."""
    paragraph = scene.reading.parse.paragraph_of
    start = scene.reading.parse.paragraphs[paragraph[i]][0]
    here = {id(scene.within[t]) for t in range(start, i) if t in scene.within}
    untold = not any(is_person_noun(noun) for noun in person.nouns | person.past)
    return bool(person.keys) and untold and here == {id(person)}


def _least(scene: Scene, i: int, determiner: str) -> float:
    """How much of a description must speak for a person: nothing where somebody speaks, or acts of whom no trade is told."""
    if determiner != "the":
        return AKIN
    if i in scene.sources:
        return _ANYBODY
    return _UNTOLD if scene.reading.tokens[i].dep in _SUBJECTS else AKIN


def _determiner(scene: Scene, i: int) -> str:
    found = [scene.reading.tokens[c].text.lower() for c in scene.reading.parse.children[i]]
    return next((w for w in found if w in _NEW or w in ("the", "this", "that")), "")


def _beside(scene: Scene, i: int) -> Person | None:
    """The person whom the text names beside the noun, with at most a comma between."""
    if i in scene.seats:
        return scene.seats[i]
    joined = _joined_to(scene, i)
    if joined is not None:
        return joined
    tokens, sentence = scene.reading.tokens, scene.reading.parse.sentence_of
    after = i + 2 if i + 1 < len(tokens) and tokens[i + 1].text == "," else i + 1
    person = scene.within.get(after) if after < len(tokens) and sentence[i] == sentence[after] else None
    if person is not None and (after == i + 1 or tokens[i].dep not in ("pobj", "dobj", "attr")):
        return person
    first, last = scene.reading.parse.edges[i]
    first = _opening(scene, i) if any(t in scene.within for t in range(first, i)) else first
    closed = tokens[i].dep not in _SUBJECTS or (last + 1 < len(tokens) and tokens[last + 1].text == ",")
    if first >= 2 and tokens[first - 1].text == "," and first <= i and closed:
        return scene.within.get(first - 2)
    return named_beside(scene, i, None)


def _opening(scene: Scene, i: int) -> int:
    """Where the words before a noun begin that are none of a name's, though the parser hung the name on it."""
    first = i
    while first and scene.reading.tokens[first - 1].pos != "PUNCT" and first - 1 not in scene.within:
        first -= 1
    return first


def _joined_to(scene: Scene, i: int) -> Person | None:
    """Who is the one and the other: "Ann Berg, a seller of shoes and mother of four"."""
    tokens = scene.reading.tokens
    if tokens[i].dep != "conj":
        return None
    at = i
    for _ in range(_STEPS):
        if tokens[at].dep not in ("conj", "pobj", "prep") or tokens[tokens[at].head].pos not in ("NOUN", "ADP"):
            break
        at = tokens[at].head
    return scene.within.get(tokens[at].head) if tokens[at].dep == "appos" else None


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
            if token.dep == "appos" or (token.dep == "acl" and token.lemma in word_list("speakers", "naming")):
                waiting.append(child)
    return None


# ------------------------------------------------------------------------------------------------ whose


def _owned(scene: Scene, i: int) -> Iterator[int]:
    """The words that tell whose somebody is; on a name, those of the noun it stands beside count."""
    for child in scene.reading.parse.children[i]:
        if scene.reading.tokens[child].dep == "poss":
            yield child


def _is_owned(scene: Scene, i: int) -> bool:
    return next(_owned(scene, i), None) is not None


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
        if owner is person:
            continue
        scene.ties.append(Tie(owner, scene.reading.tokens[i].lemma, person))
        office = owner.nouns & frozenset().union(*(word_list("speakers", n) for n in ("seats", "fields", "ranks")))
        if scene.reading.tokens[i].lemma in _OF_SAME_OFFICE:
            person.nouns |= office
        elif scene.reading.tokens[i].lemma == "predecessor":
            person.past |= office


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


def _suited(scene: Scene, i: int, said: Description, *, least: float) -> Person | None:
    """Whom the description suits and who is in mind, weighed together; None where nobody is likelier than not.

    `least` is how much of the description itself must speak for the person: nothing where "the farmer" speaks whom the
    article has just spoken of and told no such trade. An article may also speak of a clerk whom it never names.
    """
    near = _far(scene, i) | scores(scene, i)
    others = _others(scene, i)
    near = {n: value for n, value in near.items() if not any(scene.persons[n] is p for p in others)}
    suits = {n: fit(said, scene.persons[n]) for n in near}
    if any(
        value >= SAME and scene.persons[n].keys for n, value in suits.items()
    ):  # whoever is called so comes before anybody else
        suits = {n: value if value >= SAME else value + _NOT_CALLED_SO for n, value in suits.items()}
    rows = {n: value + near[n] for n, value in suits.items() if value >= least}
    if not rows:
        return None
    best = min(rows, key=lambda n: (-rows[n], n))
    nobody = _NEW_ONE if least == _UNTOLD else _NOBODY
    total = math.exp(nobody - rows[best]) + sum(math.exp(row - rows[best]) for row in rows.values())
    return scene.persons[best] if 1 / total >= _LIKELY else None


def _others(scene: Scene, i: int) -> list[Person]:
    """Who is named inside the description or spoken to: "the nurse treating Berg", "the judge told Berg"."""
    tokens, children = scene.reading.tokens, scene.reading.parse.children
    first, last = scene.reading.parse.edges[i]
    verb = tokens[i].head
    objects = (
        [c for c in children[verb] if c > i and tokens[c].dep in _MASS | {"dative"}]
        if tokens[i].dep in _SUBJECTS
        else []
    )
    objects += [o for c in objects for o in children[c] if tokens[o].dep == "pobj"]
    return [scene.within[t] for t in (*range(first, last + 1), *objects) if t in scene.within]


def _far(scene: Scene, i: int) -> dict[int, float]:
    """What speaks for those whom the article has named longer ago: who was spoken of last comes first."""
    last = {n: max((t for t in scene.noted.get(id(p), ()) if t < i), default=-1) for n, p in enumerate(scene.persons)}
    order = sorted((n for n in last if last[n] >= 0), key=lambda n: -last[n])
    return {
        n: _FAR - _STEP * min(rank, _STEPS) - _FORGOTTEN * (not scene.persons[n].keys) for rank, n in enumerate(order)
    }


def _named_later(scene: Scene, i: int, said: Description) -> Person | None:
    """For the first lines of an article, which name nobody yet ("a harpist said"): whom it names below.

    That is the one person called so, or else whom the next lines begin with, as news does: "A clerk was jailed. Jo Doe, 47, …".
    """
    if scene.reading.parse.paragraph_of[i] > _LEAD or (not said.noun and said.age is None):
        return None
    later = [p for p in scene.persons if p.keys and all(m.first > i for m in p.mentions)]
    suited = [p for p in later if fit(said, p) >= SAME]
    if not suited and said.noun and len(later) == sum(bool(p.keys) for p in scene.persons):
        return _first_named(scene, i, said, later)
    taken = any(fit(said, p) >= SAME for p in scene.persons if p not in later)
    return suited[0] if len(suited) == 1 and not taken else None


def _first_named(scene: Scene, i: int, said: Description, persons: Sequence[Person]) -> Person | None:
    """The first person named, of whom no other trade is told, where the next lines are about him or her."""
    tokens, paragraph = scene.reading.tokens, scene.reading.parse.paragraph_of
    if not persons or tokens[i].dep not in _TOPICS or (tokens[i].dep == "ROOT" and paragraph[i]):
        return None
    first = min(persons, key=lambda p: p.mentions[0].first)
    head = head_of(scene.reading.parse, first.mentions[0].tokens)
    apart = paragraph[head] - max(paragraph[i], 1)
    main = all(len(p.mentions) < len(first.mentions) for p in persons if p is not first)
    suits = fit(said, first) >= (_NO_MORE if main else 0)
    if tokens[head].dep not in _SUBJECTS or apart > _NEXT or not suits:
        return None
    (first.past if said.former else first.nouns).add(said.noun)
    return first


def _doer(scene: Scene, i: int, noun: str) -> Person | None:
    """For "the defendant" who has been accused, if only one has."""
    table = word_table("speakers", "deeds")
    wanted = {verb for verb, name in table.items() if name == noun or {name, noun} <= word_list("speakers", "tried")}
    tokens, children = scene.reading.tokens, scene.reading.parse.children
    found: list[Person] = []
    for at, person in sorted(scene.meant.items(), key=lambda one: one[0]):
        seat = seat_of(scene.reading, at)
        verbs = [c for c in children[seat] if tokens[c].dep in ("relcl", "acl")]
        verbs += [tokens[seat].head] if tokens[seat].dep in ("nsubj", "nsubjpass") else []
        if at < i and any(tokens[v].lemma in wanted for v in verbs) and not any(p is person for p in found):
            found.append(person)
    return found[0] if len(found) == 1 else None
