"""What a name and the words for its bearer tell of the sex, in log-odds: above 0 a man, below 0 a woman, 0 nothing."""

from collections.abc import Iterable, Sequence

from builder.analyse.lexicons import word_list
from builder.model.ids import fold_accents

_CERTAINLY, _SURELY, _MOSTLY, _PROBABLY, _SLIGHTLY = 4.0, 3.5, 2.0, 1.2, 0.5
_COUNTED = (("surely", _SURELY), ("too", _MOSTLY), ("mostly", _PROBABLY))
_PAIR = 2  # words
_LEAST_ENDING = 2  # letters before an ending that only women's or men's names have


def key_of(word: str) -> str:
    """A word of a name as it is compared."""
    bare = fold_accents(word).lower().strip(".'’")
    return bare.removesuffix("'s").removesuffix("’s")


def leaning_of(nouns: Iterable[str]) -> float:
    """What titles and nouns for people tell, for certain."""
    said = set(nouns)
    male = not said.isdisjoint(word_list("speakers", "titles_male") | word_list("speakers", "words_male"))
    female = not said.isdisjoint(word_list("speakers", "titles_female") | word_list("speakers", "words_female"))
    return _CERTAINLY * (male - female)


def leaning_of_name(keys: Sequence[str]) -> float:
    """What the name tells: its first word, in some countries its last or a middle one, and endings that have a sex."""
    if not keys:
        return 0.0
    turned = len(keys) > 1 and not is_given_name(keys[0]) and _of_counts(keys[-1], "surely") != 0
    first = 0.0 if turned or _family_is_first(keys) else _told(keys[0])
    if first or len(keys) == 1:
        return first
    middle = _listed("middles", keys[1:])
    if middle:
        return _MOSTLY * middle
    ending = _ending(keys)
    if ending:
        return _MOSTLY * ending
    last = _told(keys[-1]) if _family_is_first(keys) else _PROBABLY * _given(keys[-1])
    if last and (_family_is_first(keys) or not is_given_name(keys[0])):
        return last
    return -_SLIGHTLY if keys[0].endswith("a") else 0.0


def _told(key: str) -> float:
    """What a given name tells, by how many bear it and how many of them are of that sex; of a double name the whole first."""
    if key in word_list("speakers", "names_either"):
        return 0.0
    if _given(key) and not any(_of_counts(key, ending) for ending, _ in _COUNTED):
        return _MOSTLY * _given(key)
    for form in dict.fromkeys((key, _first_part(key))):
        for ending, weight in _COUNTED:
            sign = _of_counts(form, ending)
            if sign:
                return weight * sign
    return 0.0


def _of_counts(form: str, ending: str) -> int:
    """1 or -1 where the form stands in the list of men's or women's names with that ending."""
    return (form in word_list("given_names", f"male_{ending}")) - (form in word_list("given_names", f"female_{ending}"))


def _family_is_first(keys: Sequence[str]) -> bool:
    """As in "Park Soo-ah" and "Tran Van Minh"."""
    return len(keys) >= _PAIR and keys[0] in word_list("speakers", "families_first")


def is_given_name(key: str) -> bool:
    """Whether people bear it as a first name."""
    return bool(_given(key)) or key in word_list("speakers", "names_either")


def _given(key: str) -> int:
    """1 for a man's given name, -1 for a woman's; of a double name ("anna-maria") the first part decides."""
    part = _first_part(key)
    male, female = (word_list("speakers", f"names_{sex}") for sex in ("male", "female"))
    if part in male or part in female:
        return (part in male) - (part in female)
    if part in word_list("speakers", "names_either"):
        return 0
    return (part in word_list("given_names", "male")) - (part in word_list("given_names", "female"))


def _first_part(key: str) -> str:
    """The first part of a double name ("anna-maria"); all of one that begins with a particle ("al-hadidi")."""
    part = key.split("-", maxsplit=1)[0]
    return key if part in word_list("speakers", "particles") else part


def _listed(which: str, keys: Sequence[str]) -> int:
    male, female = word_list("speakers", f"{which}_male"), word_list("speakers", f"{which}_female")
    return (not male.isdisjoint(keys)) - (not female.isdisjoint(keys))


def _ending(keys: Sequence[str]) -> int:
    """Patronymics and surnames that are a man's or a woman's by their ending; the name's first word is no surname."""
    for key in keys[1:]:
        for sign, which in ((-1, "endings_female"), (1, "endings_male")):
            if any(key.endswith(e) and len(key) >= len(e) + _LEAST_ENDING for e in word_list("speakers", which)):
                return sign
    return 0
