"""What a place of a name shows: that its bearer is a person, or that it is none."""

from functools import cache
from itertools import pairwise

from builder.analyse.attribution.reading import Reading
from builder.analyse.genders import is_given_name, key_of
from builder.analyse.lexicons import word_list
from builder.analyse.person_nouns import is_person_noun, is_title

REFUSED = -3
_STEPS = 4
APPOSED = frozenset(("appos", "compound", "amod", "nmod"))
_NEXT_PRONOUN = 14  # tokens after a name
_PERSONAL = frozenset(("he", "she"))
_MODIFIERS = 5  # tokens before a noun
_NOUN_REACH = 9  # tokens before a name in which the noun stands that it follows
_BORN = frozenset(("born", "née", "nee"))
_PLACE_WORDS = frozenset(("in", "at", "across", "throughout", "inside", "near", "outside", "the"))


def evidence(reading: Reading, first: int, last: int, words: tuple[str, ...], *, shown: bool) -> int:
    """How strongly the place shows a person: titles, apposition, age, first name; against it bodies, places, articles."""
    tokens = reading.tokens
    bare = [w.strip(".’'") for w in words]
    refused = word_list("people", "organisations") | word_list("people", "calendar")
    if any(w in refused for w in bare) or (len(bare) == 1 and bare[0] in word_list("people", "publications")):
        return REFUSED
    if len(bare) == 1 and bare[0].isupper() and len(bare[0]) > 1:
        return -2
    if first and tokens[first - 1].text.lower() in _BORN:
        return -1
    kinds = [tokens[i].ent for i in range(first, last + 1)]
    found = taken_up(reading, last) + (tokens[last].dep == "nsubj" and _is_human_act(reading, tokens[last].head))
    found += 2 * (kinds[-1] == "PERSON") + (kinds[0] == "PERSON") + 2 * shown + _given_part(bare)
    if shown:
        return found
    if len(bare) > 1 and bare[-1] in _last_of_bodies():
        return -2
    found -= 2 * (kinds[-1] in ("GPE", "LOC", "FAC", "NORP", "DATE", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"))
    found -= kinds[-1] == "ORG"
    found -= 2 * (tokens[last].tag == "NNPS" and kinds[-1] != "PERSON")
    found -= 3 * (len(bare) > 1 and bare[0].isupper() and not bare[-1].isupper() and "." not in words[0])
    if first and tokens[first - 1].text.lower() in _PLACE_WORDS:
        found -= 2
    return REFUSED if _is_called_place(reading, first) else found


def _is_called_place(reading: Reading, first: int) -> bool:
    """Whether the text says that the name is a place's: "the village of Ossel", "the mayor of Ossel"."""
    tokens = reading.tokens
    of_places = word_list("names", "place_nouns") | word_list("names", "place_offices")
    return first > 1 and tokens[first - 1].text == "of" and tokens[first - 2].lemma in of_places


def taken_up(reading: Reading, last: int) -> int:
    """What the first pronoun after a name tells, with no other name between: "he" of a person, "its" of something else."""
    tokens = reading.tokens
    if tokens[last].dep not in ("nsubj", "nsubjpass"):
        return 0
    for i in range(last + 1, min(len(tokens), last + _NEXT_PRONOUN)):
        word = tokens[i].text.lower()
        if reading.quoted[i] or (tokens[i].pos == "PROPN" and tokens[i].text[:1].isupper()):
            return 0
        if tokens[i].pos == "NOUN" and is_person_noun(tokens[i].lemma):
            return 0
        if word in _PERSONAL and tokens[i].dep in ("nsubj", "nsubjpass"):
            return 0 if _is_reported(reading, tokens[last].head, tokens[i].head) else 2
        if word == "its":
            return -2
    return 0


def _is_reported(reading: Reading, verb: int, other: int) -> bool:
    """Whether a clause is what another one reports: "Berg is growing, she said" is not said by Berg."""
    tokens = reading.tokens
    if tokens[other].dep == "parataxis" and tokens[other].head == verb:
        return True
    for _ in range(_STEPS):
        above = tokens[verb].head
        if above in (verb, other):
            return above == other and tokens[verb].dep in ("ccomp", "parataxis")
        verb = above
    return False


def _is_human_act(reading: Reading, verb: int) -> bool:
    """Whether only people do what the verb says: laugh, remember."""
    return reading.tokens[verb].pos == "VERB" and reading.tokens[verb].lemma in word_list("people", "acts")


def _given_part(words: list[str]) -> int:
    """How much the name's words look like a given name, as a rule with another: the first one, or in some countries the last."""
    if len(words) == 1:
        return int(is_given_name(key_of(words[0])))
    if words[0] in word_list("people", "given") or is_given_name(key_of(words[0])):
        return 2
    return int(is_given_name(key_of(words[-1])))


def noun_before(reading: Reading, first: int, last: int) -> int | None:
    """The noun for a person whose name stands between commas behind it: "the secretary of the union, Ann Berg, said"."""
    tokens = reading.tokens
    start = reading.parse.sentences[reading.parse.sentence_of[first]][0]
    while first - 2 > start and is_title(tokens[first - 1].text.lower()):
        first -= 1
    if first - 2 < start or tokens[first - 1].text != "," or last + 1 >= len(tokens):
        return None
    if tokens[last + 1].pos not in ("PUNCT", "VERB", "AUX") or first == last:
        return None
    for i in range(first - 2, max(start, first - _NOUN_REACH) - 1, -1):
        if tokens[i].pos in ("PUNCT", "VERB", "AUX", "PRON"):
            return None
        if is_person_noun(tokens[i].lemma) and (tokens[i].tag == "NN" or _is_one_of(reading, i)):
            return i
    return None


def _is_one_of(reading: Reading, noun: int) -> bool:
    """Whether one of several is meant: "one of the juniors"."""
    before = [t.text.lower() for t in reading.tokens[max(0, noun - _MODIFIERS) : noun]]
    return any(pair == ("one", "of") for pair in pairwise(before))


def _tells(noun: str, *, given: bool) -> bool:
    """Whether the noun beside a name is a person's; what bodies are called, too, tells only beside a given name."""
    return is_person_noun(noun) and (given or noun not in word_list("bodies", "either"))


def is_presented(reading: Reading, head: int, first: int, last: int) -> bool:
    """Whether the text says beside the name who that is: a trade, an age, or a clause with "who"."""
    tokens = reading.tokens
    given = is_given_name(key_of(tokens[first].text))
    for child in reading.parse.children[head]:
        token = tokens[child]
        if token.dep in APPOSED and _tells(token.lemma, given=given) and token.pos in ("NOUN", "PROPN"):
            return True
        if token.dep == "relcl" and any(
            tokens[c].text.lower() in ("who", "whose") for c in range(reading.parse.edges[child][0], child)
        ):
            return True
    if tokens[head].dep == "nsubj" and tokens[tokens[head].head].lemma == "be":
        told = [
            c for c in reading.parse.children[tokens[head].head] if tokens[c].dep == "attr" and tokens[c].tag == "NN"
        ]
        if any(_tells(tokens[c].lemma, given=given) for c in told):
            return True
    beside = [tokens[head].head] if tokens[head].dep == "appos" else []
    beside += [first - 1] if first and tokens[first - 1].tag == "NN" else []
    before = noun_before(reading, first, last)
    if any(_tells(tokens[i].lemma, given=given) for i in (*beside, *(() if before is None else (before,)))):
        return True
    return (
        last + 3 < len(tokens)
        and tokens[last + 1].text == ","
        and tokens[last + 2].text.isdigit()
        and len(tokens[last + 2].text) == 2
        and tokens[last + 3].text in (",", ".")
    )


@cache
def _last_of_bodies() -> frozenset[str]:
    """The words by which names of firms, bodies, places and things end."""
    lists = ("organisation_words", "company_words", "publication_words", "places", "things")
    return frozenset().union(*(word_list("names", name) for name in lists))
