"""How well a description suits a person: the trade, where from, how old, man or woman ("the scientist", "the Dane")."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from builder.analyse.genders import leaning_of
from builder.analyse.lexicons import word_groups, word_list, word_table
from builder.analyse.names import Person, houses_said
from builder.analyse.parsing import Token
from builder.analyse.person_nouns import is_person_noun, person_noun
from builder.analyse.scene import Scene
from builder.analyse.states import state_of_people

SAME, AKIN = 7.0, 3.0
_ENDINGS = ("er", "or", "ist", "ian", "eer", "man", "woman", "person")
_FROM_THERE, _FROM_ELSEWHERE = 6.0, -3.0
_THIS_OLD, _OTHERWISE_OLD = 8.0, -4.0
_OF_THERE = 4.0  # the same firm, town or party is named with both
_SUITS_TOO = 2.0  # a modifier said of the person before: "the defence lawyer", "the committee chairwoman"
_OTHER_TRADE = -1.5
_OTHER_RANK = -3.0  # the governor is not the deputy governor
_HOLDS_IT = -2.0  # whoever holds an office is not the former holder
_ONCE = 3.0  # the former mayor, called the mayor
_OPPOSED = -8.0
_ALONE = frozenset(("nsubj", "nsubjpass", "pobj", "dobj"))
_HEAD_OF_GOVERNMENT = frozenset(("prime", "minister"))


@dataclass(frozen=True, slots=True)
class Description:
    """What a noun phrase says of somebody; `noun` is empty where it says a state or an age alone.

    `before`: the article has used the noun already.
    """

    noun: str
    modifiers: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    age: str | None = None
    former: bool = False
    houses: frozenset[str] = frozenset()
    before: bool = False

    @property
    def leaning(self) -> float:
        """What it tells of the sex, as in `genders`."""
        return leaning_of((self.noun,)) if self.noun else 0.0


def fit(said: Description, person: Person) -> float:
    """In log-odds what speaks for the person; 0 where nothing does."""
    found = 0.0
    if said.leaning * person.leaning < 0:
        found += _OPPOSED
    if said.noun:
        found += _of_trade(said, person)
    if said.states and person.states:
        found += _FROM_THERE if said.states & person.states else _FROM_ELSEWHERE
    found += _OF_THERE * bool(said.houses & person.houses)
    if said.age is not None and person.ages:
        found += _THIS_OLD if said.age in person.ages else _OTHERWISE_OLD
    return found


def _of_trade(said: Description, person: Person) -> float:
    told = person.past if said.former and person.past else person.nouns
    if said.modifiers & _ranks() or (said.noun in _ranks() and not said.former):
        return _of_rank(said, person, told)
    if _is_another_field(said, told):
        return _OPPOSED
    role, trades = role_of(said.noun), _trades(told)
    if role in trades:
        return _of_same_trade(said, person)
    if any(are_akin(role, trade) for trade in trades):
        return AKIN + _SUITS_TOO * bool(said.modifiers & person.nouns)
    once = said.former and person.past and said.noun in word_list("speakers", "anybody")
    return _ONCE if once or role in _trades(person.past) else _of_other_trade(said, person, told)


def _ranks() -> frozenset[str]:
    return word_list("speakers", "ranks")


def _of_rank(said: Description, person: Person, told: AbstractSet[str]) -> float:
    """For "the deputy governor", whom no governor is."""
    if not (said.modifiers | {said.noun}).isdisjoint(_ranks() & person.nouns):
        return SAME + _SUITS_TOO
    return _OTHER_RANK if role_of(said.noun) in _trades(told) else _OTHER_TRADE


def _of_same_trade(said: Description, person: Person) -> float:
    since = word_list("speakers", "since")
    if said.modifiers & since and not person.nouns & since:
        return _OTHER_RANK
    if said.former and not person.past:
        return _HOLDS_IT
    return AKIN if person.nouns & _ranks() else SAME + _SUITS_TOO * bool(said.modifiers & person.nouns)


def _of_other_trade(said: Description, person: Person, told: AbstractSet[str]) -> float:
    """Somebody of whom another trade, or none, is told has this one by the way, unless it is an office."""
    if said.noun in word_list("speakers", "told_alone") and not said.former:
        return _OPPOSED
    own = {n for n in told | person.past if _is_narrow(n)}
    if own and _is_narrow(said.noun) and not (said.before and own.isdisjoint(word_list("speakers", "seats"))):
        return _OPPOSED
    before = frozenset() if said.noun in word_list("speakers", "afterwards") else person.past
    if said.noun in word_list("speakers", "seats") and not said.former and _tells_trade(told | before):
        return _OPPOSED
    return _OTHER_TRADE if _tells_trade(told) else 0.0


def _is_narrow(noun: str) -> bool:
    """Whether the noun is a trade of which nobody has two by the way: "baker", and not "director", "father" or "man"."""
    wide = ("anybody", "honorifics", "positions")
    return is_person_noun(noun) and not any(noun in word_list("speakers", n) for n in wide) and noun not in _kin()


@cache
def _kin() -> frozenset[str]:
    return frozenset(word_table("speakers", "ties"))


def _tells_trade(nouns: AbstractSet[str]) -> bool:
    nothing = word_list("speakers", "anybody") | word_list("speakers", "honorifics")
    return any(is_person_noun(noun) and noun not in nothing for noun in nouns)


def _trades(nouns: AbstractSet[str]) -> set[str]:
    """What the words say that somebody is: shortened titles written out, and a prime minister, too, as a premier."""
    shortened = word_table("speakers", "shortened")
    found = {role_of(shortened.get(noun.removesuffix("."), noun)) for noun in nouns}
    return found | {"premier"} if nouns >= _HEAD_OF_GOVERNMENT else found


def _is_another_field(said: Description, nouns: AbstractSet[str]) -> bool:
    """Whether both are told a field, and not the same: the foreign minister is not the finance minister."""
    fields = word_list("speakers", "fields")
    return bool(said.modifiers & fields and nouns & fields) and not said.modifiers & nouns


def role_of(noun: str) -> str:
    """The noun, whichever sex it names."""
    for ending in ("person", "woman", "man"):
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            return noun.removesuffix(ending)
    return noun


@cache
def are_akin(one: str, other: str) -> bool:
    """Whether one of two trades may be said for the other: of one kind, or one a kind of the other."""
    return any({one, other} <= group for group in _akin()) or _is_kind(one, other) or _is_kind(other, one)


@cache
def _akin() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(role_of, group)) for group in word_groups("speakers", "akin"))


def _is_kind(noun: str, broad: str) -> bool:
    return broad in word_list("person_nouns", "broad") and noun in _kinds_of(broad)


@cache
def _kinds_of(broad: str) -> frozenset[str]:
    return frozenset(map(role_of, word_list("person_nouns", broad)))


def described_by(scene: Scene, i: int) -> Description | None:
    """What the word at `i` says of somebody, with its modifiers; None where it is no description of one person."""
    tokens, children = scene.reading.tokens, scene.reading.parse.children
    token = tokens[i]
    age = _age_at(scene, i)
    if age is not None:
        return Description("", age=age)
    state = state_of_people(token.text) or token.text
    if is_of_people(token) and not any(
        tokens[c].pos == "NOUN" for c in (token.head,) if token.dep in ("amod", "compound")
    ):
        return Description("", states=frozenset((state,)))
    noun = person_noun(token)
    letters = noun in word_list("speakers", "in_letters")
    told = token.text.islower() or letters or _is_office(scene, i)
    if not (token.pos in ("NOUN", "PROPN") and told and _is_trade(scene, noun.lower())):
        return None
    words = [c for c in children[i] if tokens[c].dep in ("compound", "amod", "nmod")]
    states = {s for c in words for s in [state_of_people(tokens[c].text)] if s is not None}
    former = any(tokens[c].text.lower() in word_list("speakers", "former") for c in words)
    modifiers = frozenset(tokens[c].lemma.lower() for c in words)
    noun = "premier" if modifiers | {noun.lower()} >= _HEAD_OF_GOVERNMENT else noun.lower()
    return Description(
        noun,
        modifiers,
        frozenset(states),
        age=_age_before(scene, i),
        former=former,
        houses=frozenset(houses_said(scene.reading, i)),
        before=scene.first_of.get(token.lemma, i) < i,
    )


def is_of_people(token: Token) -> bool:
    """Whether the word is one for somebody of a people: "the Dane", "the Kurd"."""
    return token.text[:1].isupper() and (state_of_people(token.text) is not None or token.ent == "NORP")


def _is_office(scene: Scene, i: int) -> bool:
    """Whether the word has its capital for the office that it is, as some papers print it: "the Minister said"."""
    tokens = scene.reading.tokens
    plain = i and tokens[i - 1].text.lower() == "the" and tokens[i].text.istitle() and tokens[i].tag in ("NN", "NNP")
    return bool(plain) and tokens[i].dep in _ALONE and tokens[i].text.lower() in word_list("roles", "titles")


def _is_trade(scene: Scene, noun: str) -> bool:
    """Whether the noun is one for people, in general or because the article calls somebody so beside the name."""
    return is_person_noun(noun) or (
        noun.endswith(_ENDINGS) and any(noun in p.nouns | p.past for p in scene.persons if p.keys)
    )


def _age_before(scene: Scene, i: int) -> str | None:
    """The years in "the 19-year-old spinner"."""
    first = scene.reading.parse.edges[i][0]
    return next((age for k in range(first, i) for age in [_age_at(scene, k)] if age is not None), None)


def _age_at(scene: Scene, i: int) -> str | None:
    """The years of "the 61-year-old", from its last word."""
    tokens = scene.reading.tokens
    if i < 4 or [t.text for t in tokens[i - 3 : i + 1]] != ["-", "year", "-", "old"]:
        return None
    return tokens[i - 4].text if tokens[i - 4].text.isdigit() else None
