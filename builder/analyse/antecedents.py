"""How likely an earlier mention is what a pronoun means: a log-linear choice among the persons the article has named.

What counts is what the salience tradition found (Lappin and Leass 1994): agreement in gender, recency, the part in the
sentence, who spoke before, and how much the article is about somebody. How much each counts was learnt
(`tests/gold/learn_antecedents.py`); nobody at all is one of the choices.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builder.analyse.genders import is_given_name
from builder.analyse.lexicons import number_table
from builder.analyse.names import Person
from builder.analyse.scene import Place, Scene, seat_of

REACH = 10  # sentences back
LIKELY = 0.55  # a wrong name costs as much as a right one is worth, and the chances are a little too high
_LIKELY_ASIDE = 0.5  # the same, where nobody speaks and the pronoun only keeps somebody in mind
_OPPOSED = -4.5  # log-odds: a title or a word tells more than a name and may rule out, a name may not
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_OBJECTS = frozenset(("pobj", "dobj", "dative", "attr", "oprd"))
_POSSESSIVE = frozenset(("his", "her", "hers", "its", "their"))
_STEPS = 3
_CLAUSES = 8  # words from a pronoun up to the verb that rules it
_SEXES = (frozenset(("he", "him", "his")), frozenset(("she", "her", "hers")))


@dataclass(frozen=True, slots=True)
class Choice:
    """The likeliest person by number, and how likely; `lead` is how many times as likely as the next person.

    `support` is what speaks for anybody, or nobody, at all, in log-odds: it is higher where the pronoun fits the article.
    """

    number: int
    chance: float
    lead: float
    support: float


def choose(
    scene: Scene, head: int, gender: float, *, among: Callable[[Person], bool] = lambda _: True
) -> Choice | None:
    """Whom a word means (`gender` is 1 for a man's, -1 for a woman's, 0 for either); None where nobody can be meant."""
    weights = number_table("antecedents", "weights")
    rows = {n: score for n, score in scores(scene, head, gender).items() if among(scene.persons[n])}
    if not rows:
        return None
    ranked = sorted(rows, key=lambda n: (-rows[n], n))
    best = rows[ranked[0]]
    total = math.exp(weights["nobody"] - best) + sum(math.exp(score - best) for score in rows.values())
    lead = math.exp(best - rows[ranked[1]]) if len(ranked) > 1 else math.inf
    return Choice(ranked[0], 1 / total, lead, best + math.log(total))


def is_likely(scene: Scene, head: int, choice: Choice) -> bool:
    """Whether the choice may be taken: where somebody speaks it names him, elsewhere it only keeps somebody in mind."""
    return choice.chance >= (LIKELY if head in scene.sources else _LIKELY_ASIDE)


def scores(scene: Scene, head: int, gender: float = 0.0) -> dict[int, float]:
    """What speaks for each person that can be meant, in log-odds against each other, by the person's number."""
    weights = number_table("antecedents", "weights")
    rows = features(scene, head, gender)
    return {n: sum(weights.get(k, 0.0) * v for k, v in row.items()) for n, row in rows.items()}


def features(scene: Scene, head: int, gender: float) -> dict[int, dict[str, float]]:
    """What speaks for each person that the pronoun may mean, by the person's number."""
    near = _latest(scene, head)
    said = _content(scene, head)
    own, above = _ruling(scene, head)
    fitting = {n: row for n, row in near.items() if gender * scene.persons[n].leaning > _OPPOSED}
    order = sorted(fitting, key=lambda n: -max(p.token for p in fitting[n][1]))
    acting = {n: _last_acting(scene, fitting[n][1]) for n in fitting}
    since = {n: max((acting[m] for m in fitting if m != n and scene.persons[m].keys), default=-1) for n in fitting}
    rows = {}
    for n, seen in fitting.items():
        row = _of_person(scene, head, gender, n, *seen, order.index(n))
        rows[n] = (
            row
            | _turn(scene, head, scene.persons[n], overtaken=since[n] > acting[n])
            | _of_content(scene, said, n)
            | {
                "own-subject": float(scene.persons[n] is own),
                "ruling-subject": float(scene.persons[n] is above and head not in scene.sources),
            }
        )
    return rows


def _turn(scene: Scene, head: int, person: Person, *, overtaken: bool) -> dict[str, float]:
    """Whether the person goes on speaking, and whether somebody else has acted since."""
    again = head in scene.sources and _spoke(scene, head, 1) is person
    return {
        "overtaken": float(overtaken),
        "speaks-again": float(again and not overtaken),
        "speaks-again-overtaken": float(again and overtaken),
        "goes-on": float(again and scene.reading.tokens[head].pos == "PRON" and _names_nobody(scene, head)),
    }


def _ruling(scene: Scene, head: int) -> tuple[Person | None, Person | None]:
    """Who the subject of the pronoun's clause is, where that is another word, and that of the clause above it."""
    tokens, children = scene.reading.tokens, scene.reading.parse.children
    found: list[tuple[bool, Person | None]] = []
    at, own = head, True
    for _ in range(_CLAUSES):
        above = tokens[at].head
        if above == at or len(found) > 1:
            break
        subject = next((c for c in children[above] if tokens[c].dep in _SUBJECTS), None)
        if subject is not None and subject not in (at, head):
            found.append((own, _person_at(scene, subject)))
        own = own and tokens[above].pos not in ("VERB", "AUX")
        if tokens[at].dep == "relcl":
            break
        at = above
    here = next((p for inside, p in found if inside), None)
    return here, next((p for inside, p in found if not inside), None)


def _person_at(scene: Scene, at: int) -> Person | None:
    return scene.meant.get(at) or scene.within.get(at) or scene.seats.get(at)


@dataclass(frozen=True, slots=True)
class _Content:
    """What is attributed to the pronoun: whom it names in a quotation, whom outside of one, and who spoke before.

    `other`: the speaker before, where the quotation has a pronoun of the same sex and so speaks of somebody else.
    """

    quoted: frozenset[int] = frozenset()
    told: frozenset[int] = frozenset()
    other: Person | None = None


def _content(scene: Scene, head: int) -> _Content:
    unit = scene.sources.get(head)
    if unit is None:
        return _Content()
    reading = scene.reading
    alike = next((group for group in _SEXES if reading.tokens[head].text.lower() in group), frozenset())
    named = {i: scene.number_of(scene.within[i]) for i in sorted(unit.tokens) if i in scene.within}
    acting = [n for i, n in named.items() if i < head and not reading.quoted[i] and _part(scene, i) == "subject"]
    speaks_of = any(reading.tokens[i].text.lower() in alike for i in unit.tokens if reading.quoted[i])
    return _Content(
        frozenset(n for i, n in named.items() if reading.quoted[i]),
        frozenset(n for i, n in named.items() if not reading.quoted[i]) - frozenset(acting[:1]),
        _spoke(scene, head, 1) if speaks_of else None,
    )


def _of_content(scene: Scene, said: _Content, number: int) -> dict[str, float]:
    """Nobody quotes himself by name, though "Berg would go, she said"; who is quoted speaks of somebody else as "she"."""
    return {
        "named-in-quotation": float(number in said.quoted),
        "named-in-told": float(number in said.told),
        "speaks-of-others": float(said.other is not None and said.other is scene.persons[number]),
    }


def _last_acting(scene: Scene, places: list[Place]) -> int:
    """The last mention as a subject; before the article where there is none."""
    return max((p.token for p in places if _part(scene, p.token) == "subject"), default=-1)


def _latest(scene: Scene, head: int) -> dict[int, tuple[int, list[Place]]]:
    """For each person the sentences back to the last one that mentions him or her, and the mentions there."""
    found: dict[int, tuple[int, list[Place]]] = {}
    for away, sentence in enumerate(_sentences_back(scene, head)):
        here: dict[int, list[Place]] = {}
        for place in scene.places.get(sentence, ()):
            if place.token < head and (not scene.reading.quoted[place.token] or place.token in scene.sources):
                here.setdefault(scene.number_of(place.person), []).append(place)
        for number, places in here.items():
            found.setdefault(number, (away, places))
    return found


def _sentences_back(scene: Scene, head: int) -> Iterator[int]:
    """The pronoun's own sentence and some before it; those that only quote are passed over."""
    reading = scene.reading
    found = 0
    for number in range(reading.parse.sentence_of[head], -1, -1):
        first, end = reading.parse.sentences[number]
        if all(reading.quoted[i] or reading.tokens[i].pos == "PUNCT" for i in range(first, end)) and head >= end:
            continue
        yield number
        found += 1
        if found > REACH:
            return


def _of_person(
    scene: Scene, head: int, gender: float, number: int, away: int, places: list[Place], rank: int
) -> dict[str, float]:
    reading, person = scene.reading, scene.persons[number]
    paragraph = reading.parse.paragraph_of
    last = max(places, key=lambda p: p.token)
    parts = {_part(scene, p.token) for p in places}
    apart = paragraph[head] - paragraph[last.token]
    pronoun = reading.tokens[head]
    possessive = pronoun.text.lower() in _POSSESSIVE and pronoun.dep == "poss"
    subject = "subject" in parts
    reports = head in scene.sources
    main = subject and any(reading.depth[_seat(scene, p.token)] <= 1 for p in places)
    agrees = _agreement(gender * person.leaning) if gender else 0.0
    row = {
        "away-0": float(away == 0),
        "away-1": float(away == 1),
        "distance": math.log1p(away),
        "same-paragraph": float(apart == 0),
        "before-paragraph": float(apart == 1),
        "object": float("object" in parts and not subject),
        "owner": float(parts == {"owner"}),
        "last-named": float(last.named),
        "rank": float(min(rank, 3)),
        "reports-main-subject": float(reports and main),
        "spoke-before": float(_spoke(scene, head, 2) is person),
        "mentions": math.log1p(_count(scene, person, head)),
        "agreement": max(0.0, agrees),
        "opposition": min(0.0, agrees),
        "same-verb": float(away == 0 and not possessive and _shares_verb(scene, head, places)),
        "own-sentence-owner": float(away == 0 and possessive),
        "unnamed": float(not person.keys),
        "introduced": float(bool(person.keys) and paragraph[scene.noted[id(person)][0]] == paragraph[head]),
        "doubtful": float(bool(person.keys) and not _is_sure(person)),
        "here": math.log1p(sum(paragraph[t] == paragraph[head] for t in scene.noted[id(person)] if t < head)),
    }
    return {name: value for name, value in row.items() if value}


def _is_sure(person: Person) -> bool:
    """Whether more than capitals shows that the name is a person's."""
    return any(m.shown for m in person.mentions) or is_given_name(person.keys[0])


def _seat(scene: Scene, at: int) -> int:
    """The word whose part in the sentence is the mention's own, or that of what it is joined to."""
    at = seat_of(scene.reading, at)
    for _ in range(_STEPS):
        if scene.reading.tokens[at].dep != "conj":
            break
        at = scene.reading.tokens[at].head
    return at


def _part(scene: Scene, at: int) -> str:
    token = scene.reading.tokens[_seat(scene, at)]
    if token.dep in _SUBJECTS or token.dep == "ROOT":
        return "subject"
    if token.dep in _OBJECTS:
        return "object"
    return "owner" if token.dep in ("poss", "compound") else "other"


def _shares_verb(scene: Scene, head: int, places: list[Place]) -> bool:
    """Whether both are arguments of one verb: those are seldom the same person."""
    tokens = scene.reading.tokens
    return any(tokens[_seat(scene, p.token)].head == tokens[head].head for p in places)


def _agreement(leaning: float) -> float:
    """The logarithm of how well the sex suits: 0 where nothing is known."""
    return math.log(2.0 / (1.0 + math.exp(-leaning)))


def _count(scene: Scene, person: Person, head: int) -> int:
    return sum(1 for p in scene.noted.get(id(person), ()) if p < head)


def _spoke(scene: Scene, head: int, back: int) -> Person | None:
    """Who spoke last (1) or before that (2), if a person did and no farther back than the paragraph before."""
    paragraph = scene.reading.parse.paragraph_of
    if len(scene.spoken) < back:
        return None
    at, speaker = scene.spoken[-back]
    return speaker.person if paragraph[head] - paragraph[at] <= 1 else None


def _names_nobody(scene: Scene, head: int) -> bool:
    """Whether nobody is named or meant in the paragraph before the word, outside of quotations."""
    start = scene.reading.parse.paragraphs[scene.reading.parse.paragraph_of[head]][0]
    return not any(i in scene.meant and not scene.reading.quoted[i] for i in range(start, head))
