"""The house of an office that names none beside it: the firm, the council or the state that the article is about."""

from collections import Counter
from collections.abc import Iterable

from builder.analyse.actors.houses import ORGANISED, House, Houses, is_fronted
from builder.analyse.actors.trades import is_quoted
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.syntax import lower
from builder.model.claims import ActorKind

_CLEAR = 2  # times as many mentions as the next body
_CLEAR_STATE = 3  # times as many as the next state: two that bargain are spoken of about as often
_LEAST = 3  # mentions of a state
_DEFINITE = frozenset(("the", "its"))


def house_of_office(parse: Parse, first: int, noun: int, houses: Houses) -> House | None:
    """The house at which the office of these tokens is held, where its kind and the article leave no doubt."""
    fronted = _fronted(parse, first, houses)
    if fronted is not None:
        return fronted
    title = _without_former(" ".join(lower(parse, i) for i in range(first, noun + 1)))
    if title in word_list("roles", "firm_offices"):
        return houses.firm_before(noun) if not houses.named.bodies else foremost(houses, noun, houses.named.firms)
    if title in word_list("roles", "body_offices") and _is_definite(parse, first):
        return foremost(houses, noun, None)
    seat = word_table("roles", "seats").get(parse.tokens[noun].lemma.rstrip("."))
    if seat is not None:
        return _only(h for h in houses.every if h.proper and h.name.split()[-1].lower() == seat)
    if _is_states(parse, first, noun):
        return _state(parse, noun, houses)
    return None


def _fronted(parse: Parse, first: int, houses: Houses) -> House | None:
    """The body that opens the sentence before the office: "At Tarn Rail, the chairman, Jo Doe, …"."""
    if first < 3 or lower(parse, first - 1) != "the" or parse.tokens[first - 2].text != ",":
        return None
    house = houses.at.get(first - 3)
    if house is None or house.kind not in ORGANISED or not is_fronted(parse, house.first):
        return None
    return house if lower(parse, house.first - 1) == "at" else None


def house_behind_word(parse: Parse, house: House, houses: Houses) -> House:
    """For a bare "the company" or "the board" whose the article leaves open, the one that it is about; else the house."""
    if house.proper or house.first < house.last or house.first == 0 or lower(parse, house.first - 1) != "the":
        return house
    word = parse.tokens[house.last].lemma
    if word in word_list("roles", "firms"):
        return foremost(houses, house.first, houses.named.firms) or house
    return (foremost(houses, house.first, None) if word in word_list("roles", "organs") else None) or house


def _without_former(title: str) -> str:
    words = title.split()
    return " ".join(words[1:] if words[0] in word_list("roles", "former") else words)


def _is_definite(parse: Parse, first: int) -> bool:
    """Whether "the" stands before the office, or nothing but its own words before the name."""
    return (
        first == 0
        or parse.tokens[first - 1].tag not in ("DT", "PRP$", "POS", "CD")
        or lower(parse, first - 1) in _DEFINITE
    )


def foremost(houses: Houses, noun: int, among: frozenset[str] | None) -> House | None:
    """The body that is spoken of most, if clearly so, of `among` or of all; its last place before the token."""
    told = houses.named.bodies
    starts = [name for i, name in told.items() if told.get(i - 1) != name and (among is None or name in among)]
    counts = Counter(starts).most_common(2)
    if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[0][1] < _CLEAR * counts[1][1]):
        return None
    return houses.called(counts[0][0], noun)


def _only(found: Iterable[House]) -> House | None:
    """The house, where all are the same one."""
    every = {h.name: h for h in found}
    return next(iter(every.values())) if len(every) == 1 else None


def _is_states(parse: Parse, first: int, noun: int) -> bool:
    """Whether states alone have the office ("transport minister"); a president's must be a title with a capital."""
    if parse.tokens[noun].lemma.lower() in word_list("roles", "ministers"):
        return True
    titled = first == noun and parse.tokens[noun].text[:1].isupper() and parse.tokens[noun + 1 : noun + 2]
    return bool(titled) and lower(parse, noun) == "president" and parse.tokens[noun + 1].pos == "PROPN"


def _state(parse: Parse, noun: int, houses: Houses) -> House | None:
    """The state that the article is about, where its sentence speaks of no other; its last name before the token.

    None where the article prints that state beside its officials and tells of another whose officials it need not mark.
    """
    every = [(i, state) for i, state in houses.states if not is_quoted(parse, i)]
    counts = Counter(state for _, state in every).most_common(2)
    if not counts or counts[0][1] < _LEAST or (len(counts) > 1 and counts[0][1] < _CLEAR_STATE * counts[1][1]):
        return None
    name, sentence = counts[0][0], parse.sentence_of[noun]
    if (
        len(counts) > 1
        and counts[1][1] > 1
        and name in _marked(parse, every)
        and counts[1][0] not in _marked(parse, every)
    ):
        return None
    own = [i for i, state in every if state == name and is_told_by(name, parse.tokens[i].text)]
    if not own or any(state != name and parse.sentence_of[i] == sentence for i, state in every):
        return None
    at = next((i for i in reversed(own) if i < noun), own[0])
    return House(at, at, name, (at, at), ActorKind.STATE, proper=True)


def _marked(parse: Parse, states: Iterable[tuple[int, str]]) -> frozenset[str]:
    """The states that stand beside an office: "the Tarnish ambassador"."""
    offices = word_list("roles", "officials")
    return frozenset(s for i, s in states if parse.tokens[parse.tokens[i].head].text.lower() in offices)


def is_told_by(state: str, word: str) -> bool:
    """Whether the word is the state's name or the word for its people."""
    return word == state or word_table("countries", "demonyms").get(word) == state
