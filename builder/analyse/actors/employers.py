"""For which person somebody is a spokesman, a lawyer or a student: "Berg’s lawyer", "his spokeswoman", "a lawyer for Jo Berg"."""

from builder.analyse.actors.houses import House, Houses
from builder.analyse.actors.trades import is_owner_mark, is_quoted
from builder.analyse.genders import leaning_of_name
from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse
from builder.analyse.syntax import lower
from builder.model.ids import fold_accents

_SIGNS = {"his": 1, "her": -1}
_MEANING = {"he": 1, "she": -1}
_BACK = 3  # sentences back in which the person is looked for
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_TITLES = 3  # tokens between "for" and the name


def employer_before(parse: Parse, first: int, noun: int, houses: Houses) -> House | None:
    """The person whose lawyer it is, by the owner before the title, which begins at `first`."""
    if first < 1 or not is_personal(parse, noun):
        return None
    if is_owner_mark(parse, first - 1):
        return houses.persons.get(first - 2)
    sign = _SIGNS.get(lower(parse, first - 1)) if parse.tokens[first - 1].tag == "PRP$" else None
    return _his(parse, first - 1, sign, houses) if sign is not None else None


def employer_behind(parse: Parse, noun: int, houses: Houses) -> House | None:
    """The person for whom somebody works as a lawyer, by the words directly behind the noun."""
    at = noun + 1
    if at + 1 >= len(parse.tokens) or lower(parse, at) not in ("for", "to", "of") or not is_personal(parse, noun):
        return None
    for i in range(at + 1, min(at + 1 + _TITLES, len(parse.tokens))):
        if i in houses.persons:
            return houses.persons[i]
        if not parse.tokens[i].text[:1].isupper():
            return None
    return None


def is_personal(parse: Parse, noun: int) -> bool:
    """Whether the office is one that a person, and not only a house, gives."""
    return parse.tokens[noun].lemma.lower() in word_list("roles", "personal")


def _his(parse: Parse, i: int, sign: int, houses: Houses) -> House | None:
    """The person whom "his" at the token means: the subject of its sentence, else that of the one before it."""
    if is_quoted(parse, i):
        return None
    sentence = parse.sentence_of[i]
    for back in range(_BACK):
        if sentence - back < 0:
            return None
        first, last = parse.sentences[sentence - back]
        subjects = _subjects(parse, first, min(last, i))
        if not subjects:
            if back and not all(is_quoted(parse, k) for k in range(first + 1, last - 1)):
                return None
            continue
        subject = subjects[0]
        person = houses.persons.get(subject)
        if person is not None:
            return person if _fits(person, sign) else None
        if _MEANING.get(lower(parse, subject)) != sign:
            return None
    return None


def _subjects(parse: Parse, first: int, end: int) -> list[int]:
    """The subjects of the sentence's main verbs, outside of quotations."""
    tokens = parse.tokens
    found = [k for k in range(first, end) if tokens[k].dep in _SUBJECTS and not is_quoted(parse, k)]
    return [k for k in found if tokens[tokens[k].head].dep == "ROOT"] or found


def _fits(person: House, sign: int) -> bool:
    key = tuple(fold_accents(word).lower() for word in person.name.split())
    return leaning_of_name(key) * sign >= 0
