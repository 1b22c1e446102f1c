"""Capitalised words of running text that may be a person's name, and how strongly the place shows one."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from builder.analyse.attribution.reading import Reading
from builder.analyse.genders import is_given_name, key_of, leaning_of_name
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.person_nouns import is_person_noun, is_title, title_words
from builder.analyse.presentation import evidence, is_presented, taken_up
from builder.analyse.states import state_of_people
from builder.analyse.syntax import head_of

_LONGEST = 6  # words
_SHORT = 2  # letters
_LEAST_TITLE = 4  # words
_IN = frozenset(("in", "at", "near", "from"))
_TITLE_SHARE = 0.8
_TITLE_REACH = 4  # tokens before a name in which a title of it stands
_HYPHENS = frozenset(("-", "‐", "‑", "–"))
_NAME_LIKE = frozenset(("NOUN", "ADJ", "X", "VERB", "ADV", "INTJ", "NUM"))


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
    def tokens(self) -> range:
        """The tokens of the name."""
        return range(self.first, self.last + 1)

    @property
    def keys(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(map(key_of, self.words))


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
    """The name less the word before it, where Ann Berg is named: "Late Berg", "as a student in Ossel Berg lived".

    That is a word that has its capital for opening the sentence, or one that tells where.
    """
    first, tail = mention.first, mention.keys[1:]
    plain = reading.tokens[first].pos != "PROPN" or reading.parse.paragraph_of[first] == 0
    placed = first > 0 and reading.tokens[first - 1].text.lower() in _IN
    if not tail or is_given_name(mention.keys[0]) or not (placed or (plain and _is_opening(reading, first))):
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
        plain = [t for t in capitals if (t.pos != "PROPN" or not t.ent) and not _is_of_office(t.text.lower())]
        if len(words) >= _LEAST_TITLE and len(capitals) >= _TITLE_SHARE * len(words) and (len(plain) > 1 or heads):
            found.add(number)
    return frozenset(found)


def _is_of_office(word: str) -> bool:
    return is_title(word) or word in word_list("speakers", "fields")


def _unmarked(reading: Reading, found: Iterable[Mention]) -> Iterator[Mention]:
    """Names that stand in full elsewhere, where the run of capitals did not show them."""
    full = {m.keys for m in found if len(m.words) > 1 and m.evidence >= (not is_given_name(m.keys[0]))}
    parts = {k for keys in full for k in keys if len(k) > _SHORT and k not in word_list("speakers", "particles")}
    covered = {i for m in found for i in m.tokens}
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
        given = given or (token.pos == "ADJ" and leaning_of_name((key_of(token.text),)) != 0)
        return (given and _is_followed_by_capital(reading, i)) or _opens_double(reading, i)
    return token.pos in _NAME_LIKE or given


def _is_followed_by_capital(reading: Reading, i: int) -> bool:
    """Whether a name goes on directly behind the word, or behind a hyphen: "Pieter-Jan"."""
    following = [t for t in reading.tokens[i + 1 : i + 3] if t.text not in _HYPHENS]
    return bool(following) and following[0].text[:1].isupper() and following[0].pos == "PROPN"


def _opens_double(reading: Reading, i: int) -> bool:
    """Whether a hyphen and a name follow, as in "Owusu-Darko", and the word is none that is set before any: "Anti-Berg"."""
    parts = reading.tokens[i : i + 3]
    bare = parts[0].text.lower() not in word_list("people", "prefixes")
    return bare and len(parts) > 2 and _is_glued(reading, i + 1) and _is_followed_by_capital(reading, i)


def _is_opening(reading: Reading, i: int) -> bool:
    start = reading.parse.sentences[reading.parse.sentence_of[i]][0]
    before = reading.tokens[i - 1]
    return i == start or (before.pos == "PUNCT" and before.text not in (",", *_HYPHENS))


def _run_end(reading: Reading, at: int) -> int:
    """The end of the run of capitalised words that begins at the token; `at` where none does."""
    end = reading.parse.sentences[reading.parse.sentence_of[at]][1]
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
    return (
        reading.tokens[i].text in word_list("speakers", "particles")
        or _is_glued(reading, i)
        or _is_of_father(reading, i)
    )


def _is_of_father(reading: Reading, i: int) -> bool:
    """Whether the token is a part of "a/l" or the like, behind which the father's name stands."""
    runs = ("".join(t.text for t in reading.tokens[max(0, i - k) : i - k + 3]) for k in range(3))
    return any("/" in run and run in word_list("speakers", "particles") for run in runs)


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


def _mention(reading: Reading, first: int, last: int) -> Mention | None:
    """The name without titles before it; None where nothing is left, or what is left is no person's for certain."""
    tokens, titles_of = reading.tokens, title_words()
    titles: set[str] = set()
    for i in range(first, last + 1):
        if (
            i < last
            and not _is_glued(reading, i + 1)
            and (is_title(tokens[i].text.lower()) or _ends_pair(reading, i, first))
        ):
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
    if not words or len(words) > _LONGEST or _is_no_name(reading, first, words):
        return None
    for i in range(max(reading.parse.sentences[reading.parse.sentence_of[first]][0], first - _TITLE_REACH), first):
        if tokens[i].text.lower() in titles_of and tokens[i].head in range(first, last + 1):
            titles.add(tokens[i].text.lower())
    head = head_of(reading.parse, range(first, last + 1))
    shown = bool(titles - word_list("speakers", "loose_titles")) or is_presented(reading, head, first, last)
    weight = evidence(reading, first, last, words, shown=shown)
    return Mention(first, last, words, frozenset(titles), weight, shown, taken_up(reading, last) > 0)


def _is_no_name(reading: Reading, first: int, words: Sequence[str]) -> bool:
    """Whether what is left is a title, an office or the word for one of a people: "a Frenchman"."""
    alone = len(words) == 1
    of_people = alone and _is_demonym(words[0]) and _is_behind_article(reading, first)
    return (
        of_people
        or (alone and words[0].lower() in title_words())
        or words[-1].lower() in word_list("speakers", "offices")
    )


def _ends_pair(reading: Reading, i: int, first: int) -> bool:
    """Whether the word ends a title of two words, neither of which is one alone: "Tan Sri"."""
    pair = " ".join(t.text for t in reading.tokens[i - 1 : i + 1])
    return i > first and pair in word_list("people", "title_pairs")


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
    given = is_given_name(key_of(token.text)) or (
        leaning_of_name((key_of(token.text),)) and not _is_demonym(token.text)
    )
    family = key_of(token.text) in word_list("speakers", "families_first")
    if token.text in _HYPHENS or (token.ent == "NORP" and not given and not family):
        return True
    if token.text.isupper() and len(token.text) > 1 and "." not in token.text and last - i > 1:
        return True
    if last - i > 1 and _is_demonym(token.text) and (not given or _is_behind_article(reading, i)):
        return True
    return (
        token.ent in ("ORG", "GPE")
        and not given
        and any(reading.tokens[k].ent == "PERSON" and reading.tokens[k].ent_starts for k in range(i + 1, last + 1))
    )


def _is_demonym(word: str) -> bool:
    return word in word_table("countries", "demonyms") or state_of_people(word) is not None


def _is_behind_article(reading: Reading, i: int) -> bool:
    return i > 0 and reading.tokens[i - 1].text.lower() in ("the", "a", "an")


def _words(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    """The words as printed: what stands together is one word."""
    text, tokens = reading.parse.text, reading.tokens
    return tuple(text[tokens[first].start : tokens[last].end].split())
