"""Capitalised words of running text that may be a person's name, and how strongly the place shows one."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from builder.analyse.attribution.reading import Reading
from builder.analyse.genders import is_given_name
from builder.analyse.lexicons import word_list, word_table
from builder.model.ids import fold_accents

_LONGEST = 6  # words
_SHORT = 2  # letters
_LEAST_TITLE = 4  # words
_TITLE_SHARE = 0.8
_NEXT_PRONOUN = 14  # tokens after a name
_PERSONAL = frozenset(("he", "she"))
_NOUN_REACH = 9  # tokens before a name in which the noun stands that it follows
_TITLE_REACH = 4  # tokens before a name in which a title of it stands
_TRADES = ("ologist", "ician", "ographer", "keeper")
_HYPHENS = frozenset(("-", "‐", "‑", "–"))
REFUSED = -3
_NAME_LIKE = frozenset(("NOUN", "ADJ", "X", "VERB", "ADV", "INTJ", "NUM"))
_BORN = frozenset(("born", "née", "nee"))
_PLACE_WORDS = frozenset(("in", "at", "across", "throughout", "inside", "near", "outside", "the"))
APPOSED = frozenset(("appos", "compound", "amod", "nmod"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, titles left out: its tokens from `first` to `last`, its words and the titles before it.

    `evidence` is how strongly this place shows that it is a person's name: 0 not at all, below 0 that it is none.
    `shown`: a title or a description stands beside the name; `taken_up`: the next pronoun is "he" or "she".
    """

    first: int
    last: int
    words: tuple[str, ...]
    titles: frozenset[str]
    evidence: int
    shown: bool = False
    taken_up: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(map(key_of, self.words))


def key_of(word: str) -> str:
    """A word of a name as it is compared."""
    bare = fold_accents(word).lower().strip(".'’")
    return bare.removesuffix("'s").removesuffix("’s")


def find_mentions(reading: Reading) -> list[Mention]:
    """Every run of capitalised words that may be a person's name, in order.

    Where capitals say nothing (the beginning of a sentence, a line in title case) the words of names count that stand elsewhere.
    """
    found: list[Mention] = []
    titled = titled_sentences(reading)
    at = 0
    while at < len(reading.tokens):
        end = at if reading.parse.sentence_of[at] in titled else _run_end(reading, at)
        if end > at:
            mention = _mention(reading, at, end - 1)
            if mention is not None:
                found.append(mention)
        at = max(end, at + 1)
    found = [_without_opening(reading, m, found) for m in found]
    return sorted([*found, *_unmarked(reading, found)], key=lambda m: m.first)


def _without_opening(reading: Reading, mention: Mention, found: Sequence[Mention]) -> Mention:
    """The name less a word that a capital was given for opening the sentence: "Late Berg", where Ann Berg is named."""
    first, tail = mention.first, mention.keys[1:]
    plain = reading.tokens[first].pos != "PROPN" or reading.parse.paragraph_of[first] == 0
    if not tail or not plain or is_given_name(mention.keys[0]) or not _is_opening(reading, first):
        return mention
    longer = [m.keys for m in found if m is not mention and len(m.keys) > len(tail) and m.keys[-len(tail) :] == tail]
    if not longer or any(keys[-len(tail) - 1] == mention.keys[0] for keys in longer):
        return mention
    return _mention(reading, first + 1, mention.last) or mention


def titled_sentences(reading: Reading) -> frozenset[int]:
    """The sentences in which nearly every long word has a capital, though some are no names."""
    found = set()
    for number, (first, end) in enumerate(reading.parse.sentences):
        words = [t for t in reading.tokens[first:end] if t.text.isalpha() and len(t.text) > _SHORT]
        capitals = [t for t in words if t.text[0].isupper()]
        heads = reading.parse.paragraph_of[first] == 0
        plain = [t for t in capitals if t.pos != "PROPN" or not t.ent]
        if len(words) >= _LEAST_TITLE and len(capitals) >= _TITLE_SHARE * len(words) and (len(plain) > 1 or heads):
            found.add(number)
    return frozenset(found)


def _unmarked(reading: Reading, found: Iterable[Mention]) -> Iterator[Mention]:
    """Names that stand in full elsewhere, where the run of capitals did not show them."""
    full = {m.keys for m in found if len(m.words) > 1 and m.evidence >= (not is_given_name(m.keys[0]))}
    parts = {k for keys in full for k in keys if len(k) > _SHORT and k not in word_list("speakers", "particles")}
    covered = {i for m in found for i in range(m.first, m.last + 1)}
    at = 0
    while at < len(reading.tokens):
        last = None if at in covered else _known_name(reading, at, full, parts)
        if last is not None:
            yield Mention(at, last, _words(reading, at, last), frozenset(), 0)
        at = at + 1 if last is None else last + 1


def _known_name(reading: Reading, at: int, full: AbstractSet[tuple[str, ...]], parts: AbstractSet[str]) -> int | None:
    """The last token of a known name that begins at the token."""
    tokens = reading.tokens
    if not tokens[at].text[:1].isupper() or tokens[at].text in word_list("people", "starters"):
        return None
    for count in range(min(_LONGEST, len(tokens) - at), 1, -1):
        if tuple(key_of(t.text) for t in tokens[at : at + count]) in full:
            return at + count - 1
    alone = tokens[at].ent not in ("ORG", "GPE") or tokens[at].ent_starts
    return at if alone and tokens[at].text.istitle() and key_of(tokens[at].text) in parts else None


def _is_name_word(reading: Reading, i: int) -> bool:
    """A capitalised word that is not one because a sentence begins there."""
    token = reading.tokens[i]
    if not token.text[:1].isupper() or not token.text[:1].isalpha():
        return False
    if token.pos == "PROPN" or token.ent == "PERSON":
        return not (_is_opening(reading, i) and token.text in word_list("people", "starters"))
    given = is_given_name(key_of(token.text))
    if _is_opening(reading, i):
        return given and _is_followed_by_capital(reading, i)
    return token.pos in _NAME_LIKE or given


def _is_followed_by_capital(reading: Reading, i: int) -> bool:
    """Whether a name goes on directly behind the word, or behind a hyphen: "Pieter-Jan"."""
    following = [t for t in reading.tokens[i + 1 : i + 3] if t.text not in _HYPHENS]
    return bool(following) and following[0].text[:1].isupper() and following[0].pos == "PROPN"


def _is_opening(reading: Reading, i: int) -> bool:
    start = reading.parse.sentences[reading.parse.sentence_of[i]][0]
    before = reading.tokens[i - 1]
    return i == start or (before.pos == "PUNCT" and before.text not in (",", *_HYPHENS))


def _run_end(reading: Reading, at: int) -> int:
    """The end of the run of capitalised words that begins at the token; `at` where none does."""
    _tokens, (_, end) = reading.tokens, reading.parse.sentences[reading.parse.sentence_of[at]]
    if not _is_name_word(reading, at) and not _joins(reading, at, end):
        return at
    i = at + 1
    while i < end:
        if _is_name_word(reading, i) or _is_glued(reading, i):
            i += 1
            continue
        k = i
        while k < min(end, i + 4) and not _is_name_word(reading, k) and _may_join(reading, k):
            k += 1
        if not i < k < end or not _is_name_word(reading, k):
            break
        i = k
    return i


def _may_join(reading: Reading, i: int) -> bool:
    """Whether the word may stand inside a name: a particle, a hyphen."""
    return reading.tokens[i].text in word_list("speakers", "particles") or _is_glued(reading, i)


def _joins(reading: Reading, i: int, end: int) -> bool:
    """Whether a particle in lower case begins a name here: "al-Masri"."""
    tokens = reading.tokens
    if tokens[i].text not in word_list("speakers", "particles") or i + 2 >= end:
        return False
    return tokens[i + 1].text in _HYPHENS and _is_glued(reading, i + 1) and _is_name_word(reading, i + 2)


def _is_glued(reading: Reading, i: int) -> bool:
    """Whether the token is the hyphen inside a word, or what follows it."""
    tokens = reading.tokens
    if tokens[i].text in _HYPHENS:
        return tokens[i].start == tokens[i - 1].end and i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end
    return tokens[i - 1].text in _HYPHENS and tokens[i].start == tokens[i - 1].end and tokens[i].text[:1].isalpha()


@cache
def _titles() -> frozenset[str]:
    lists = [word_list("speakers", name) for name in ("titles", "titles_male", "titles_female")]
    lists += [frozenset(w.lower() for w in word_list("people", name)) for name in ("titles", "roles")]
    return frozenset().union(*lists)


@cache
def _last_of_bodies() -> frozenset[str]:
    """The words by which names of firms, bodies, places and things end."""
    lists = ("organisation_words", "company_words", "publication_words", "places", "things")
    return frozenset().union(*(word_list("names", name) for name in lists))


@cache
def _common_person_nouns() -> frozenset[str]:
    titles = frozenset(w.lower() for w in word_list("people", "titles"))
    return word_list("speakers", "persons") | word_list("people", "roles") | titles


def is_person_noun(lemma: str) -> bool:
    """Whether the common noun is one for a person, by trade, office or kinship."""
    return lemma in _common_person_nouns() or lemma in word_list("person_nouns", "nouns") or lemma.endswith(_TRADES)


def _mention(reading: Reading, first: int, last: int) -> Mention | None:
    """The name without titles before it; None where nothing is left, or what is left is no person's for certain."""
    tokens, titles_of = reading.tokens, _titles()
    titles: set[str] = set()
    for i in range(first, last + 1):
        if _is_title(tokens[i].text.lower()) and i < last:
            titles.update(tokens[k].text.lower() for k in range(first, i + 1))
            first = i + 1
    while first < last and (_is_no_part(reading, first, last) or _only_opens(reading, first)):
        first += 1
    if first + 1 < last and _is_trade_before(reading, first):
        titles.add(tokens[first].text.lower())
        first += 1
    while last > first + 1 and tokens[last].text in word_list("people", "after_names"):
        last -= 1
    words = _words(reading, first, last)
    if not words or len(words) > _LONGEST or (len(words) == 1 and words[0].lower() in titles_of):
        return None
    if words[-1].lower() in word_list("speakers", "offices"):
        return None
    for i in range(max(reading.parse.sentences[reading.parse.sentence_of[first]][0], first - _TITLE_REACH), first):
        if tokens[i].text.lower() in titles_of and tokens[i].head in range(first, last + 1):
            titles.add(tokens[i].text.lower())
    head = next((i for i in range(first, last + 1) if not first <= tokens[i].head <= last), last)
    shown = bool(titles - word_list("speakers", "loose_titles")) or _is_presented(reading, head, first, last)
    evidence = _evidence(reading, first, last, words, shown=shown)
    return Mention(first, last, words, frozenset(titles), evidence, shown, _taken_up(reading, last) > 0)


def _is_title(word: str) -> bool:
    """Whether the word before a name tells who the person is: a title, or a trade that nobody is called by first."""
    trade = word in _common_person_nouns() or word.endswith(_TRADES)  # rarer trades are surnames, too: Mercer, Fuller
    return word in _titles() or (trade and not is_given_name(word))


def _only_opens(reading: Reading, i: int) -> bool:
    """Whether the word has its capital for opening a sentence: "As", "While"."""
    return _is_opening(reading, i) and reading.tokens[i].text in word_list("people", "starters")


def _is_trade_before(reading: Reading, i: int) -> bool:
    """Whether a trade stands before a whole name, with a capital for its place alone: "Cheesemonger Ann Berg"."""
    word = reading.tokens[i].text.lower()
    return is_person_noun(word) and not is_given_name(word) and is_given_name(key_of(reading.tokens[i + 1].text))


def _is_no_part(reading: Reading, i: int, last: int) -> bool:
    """Whether the word before a name is a nationality, an abbreviation or the end of a body's name: "UN envoy Doe"."""
    token = reading.tokens[i]
    if token.text in word_list("people", "calendar"):
        return True
    given = is_given_name(key_of(token.text))
    family = key_of(token.text) in word_list("speakers", "families_first")
    if token.text in _HYPHENS or (token.ent == "NORP" and not given and not family):
        return True
    if token.text.isupper() and len(token.text) > 1 and "." not in token.text and last - i > 1:
        return True
    if (
        last - i > 1
        and token.text in word_table("countries", "demonyms")
        and (not given or _is_behind_article(reading, i))
    ):
        return True
    return (
        token.ent in ("ORG", "GPE")
        and not given
        and any(reading.tokens[k].ent == "PERSON" and reading.tokens[k].ent_starts for k in range(i + 1, last + 1))
    )


def _is_behind_article(reading: Reading, i: int) -> bool:
    return i > 0 and reading.tokens[i - 1].text.lower() in ("the", "a", "an")


def _words(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    """The words as printed: what stands together is one word."""
    text, tokens = reading.parse.text, reading.tokens
    return tuple(text[tokens[first].start : tokens[last].end].split())


def _evidence(reading: Reading, first: int, last: int, words: tuple[str, ...], *, shown: bool) -> int:
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
    found = _taken_up(reading, last) + (tokens[last].dep == "nsubj" and _is_human_act(reading, tokens[last].head))
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
    return found


def _taken_up(reading: Reading, last: int) -> int:
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
            return 2
        if word == "its":
            return -2
    return 0


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
    if first - 2 < start or tokens[first - 1].text != "," or last + 1 >= len(tokens):
        return None
    if tokens[last + 1].pos not in ("PUNCT", "VERB", "AUX") or first == last:
        return None
    for i in range(first - 2, max(start, first - _NOUN_REACH) - 1, -1):
        if tokens[i].pos in ("PUNCT", "VERB", "AUX", "PRON"):
            return None
        if tokens[i].tag == "NN" and is_person_noun(tokens[i].lemma):
            return i
    return None


def _tells(noun: str, *, given: bool) -> bool:
    """Whether the noun beside a name is a person's; what bodies are called, too, tells only beside a given name."""
    return is_person_noun(noun) and (given or noun not in word_list("bodies", "either"))


def _is_presented(reading: Reading, head: int, first: int, last: int) -> bool:
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
