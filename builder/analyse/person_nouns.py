"""Nouns for people: trades, offices, kinship, and which of them stand before a name as titles."""

from functools import cache

from builder.analyse.genders import is_given_name
from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Token

_TRADES = ("ologist", "ician", "ographer", "keeper")


@cache
def title_words() -> frozenset[str]:
    """The words that stand before names as titles, in lower case."""
    lists = [word_list("speakers", name) for name in ("titles", "titles_male", "titles_female")]
    lists += [frozenset(w.lower() for w in word_list("people", name)) for name in ("titles", "roles")]
    return frozenset().union(*lists)


@cache
def _common_person_nouns() -> frozenset[str]:
    titles = frozenset(w.lower() for w in word_list("people", "titles"))
    letters = word_list("speakers", "in_letters")
    return word_list("speakers", "persons") | word_list("people", "roles") | titles | letters


def person_noun(token: Token) -> str:
    """The noun that a word is, in lower case: the lemma, and of an office printed as letters these ("the CEO")."""
    low = token.text.lower()
    return low if token.text.isupper() and low in word_list("speakers", "in_letters") else token.lemma


def is_person_noun(lemma: str) -> bool:
    """Whether the common noun is one for a person, by trade, office or kinship."""
    return lemma in _common_person_nouns() or lemma in word_list("person_nouns", "nouns") or lemma.endswith(_TRADES)


def is_title(word: str) -> bool:
    """Whether the word before a name tells who the person is: a title, or a trade that nobody is called by first."""
    trade = word in _common_person_nouns() or word.endswith(_TRADES)  # rarer trades are surnames, too: Mercer, Fuller
    trade = trade and word not in word_list("speakers", "anybody")  # "Man Bahadur Berg"
    return word in title_words() or (trade and not is_given_name(word))
