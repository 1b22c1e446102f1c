"""Nouns for people, and the words before one that belong to it."""

from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.person_nouns import is_person_noun

_LONGEST_TITLE = 12  # tokens
_MODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "NUM"))
_HYPHENS = frozenset(("-", "‐", "‑", "–"))
_NOMINAL = frozenset(("compound", "appos", "nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj"))
_AND = frozenset(("and", "&"))


def is_people_noun(parse: Parse, i: int, *, likely: bool = False) -> bool:
    """Whether the word is a noun for a person by trade or office ("lecturer"), one person alone.

    `likely`: it is one unless something speaks against it, so that its ending is enough.
    """
    token = parse.tokens[i]
    if token.tag in ("NNS", "NNPS") or _ends_name(parse, i):
        return False
    word = token.text.lower()
    if token.text in word_list("names", "adjectives") or token.text in word_table("countries", "demonyms"):
        return False
    mistaken = token.pos in ("ADJ", "VERB") and (word.endswith(("ist", "er")) or token.dep in _NOMINAL)
    following = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else token
    mistaken = mistaken or (token.pos == "ADV" and following.pos == "PROPN")
    if glued_word(parse, i) in word_list("roles", "people"):
        return True
    noun = token.pos in ("NOUN", "PROPN") or mistaken
    if not noun or is_trade(word, token.lemma):
        return noun
    ending = token.pos == "NOUN" and token.lemma.endswith(tuple(sorted(word_list("roles", "trade_endings"))))
    either = token.lemma in word_list("roles", "people_or_bodies")
    known = ending or token.lemma in word_list("speakers", "firms")
    return likely and (either or (known and not _is_other(token.lemma)))


def _ends_name(parse: Parse, i: int) -> bool:
    """Whether the word is somebody's family name ("Ahmad Khan")."""
    token = parse.tokens[i]
    if token.ent != "PERSON" or token.ent_starts or token.pos != "PROPN":
        return False
    following = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else None
    return following is None or following.ent != "PERSON" or following.ent_starts


def glued_word(parse: Parse, i: int) -> str:
    """The word with the part before its hyphen, where the parser cut it there ("start-up"); empty where it did not."""
    tokens = parse.tokens
    if i < 2 or tokens[i - 1].text not in _HYPHENS or not tokens[i - 2].end == tokens[i - 1].start < tokens[i].start:
        return ""
    return f"{tokens[i - 2].text}-{tokens[i].text}".lower() if tokens[i - 1].end == tokens[i].start else ""


def is_trade(word: str, lemma: str) -> bool:
    """Whether the noun says what somebody does, and not only whose relative or neighbour that is."""
    part = word.rpartition("-")[2]
    if not word_list("roles", "people").isdisjoint((word, lemma, part)):
        return True
    return is_person_noun(lemma) and not _is_other(lemma) and lemma not in word_list("speakers", "firms")


def _is_other(lemma: str) -> bool:
    """Whether the noun is one for a house, or tells whose relative or neighbour somebody is."""
    others = word_list("roles", "bodies") | word_list("roles", "no_trades")
    return lemma in word_table("speakers", "ties") or lemma in others


def opening(parse: Parse, noun: int, floor: int) -> int:
    """The first of the words that belong to the noun before it ("deputy health minister"), articles and owners aside."""
    floor = max(floor, noun - _LONGEST_TITLE)
    first = _over_modifiers(parse, noun, floor)
    if first - 2 >= floor and parse.tokens[first - 1].text in _AND and not is_people_noun(parse, first - 2):
        longer = _over_modifiers(parse, first - 1, floor)
        named = any(parse.tokens[i].ent == "PERSON" for i in range(longer, first))
        if longer < first - 1 and not named and _starts_phrase(parse, longer):
            first = longer
    while first < noun and _is_loose(parse, first):
        first += 1
    return first


def _over_modifiers(parse: Parse, end: int, floor: int) -> int:
    first = end
    while first > floor and (_modifies(parse, first - 1) or _is_glued(parse, first - 1)):
        first -= 1
    return first


def _is_glued(parse: Parse, i: int) -> bool:
    """Whether the word and the next hang together by a hyphen ("editor-in-chief")."""
    tokens = parse.tokens
    return tokens[i].end == tokens[i + 1].start and (tokens[i + 1].text in _HYPHENS or tokens[i].text in _HYPHENS)


def _modifies(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    if token.text in _HYPHENS:
        return parse.tokens[i - 1].end == token.start
    if token.tag in ("VBN", "VBG"):
        return token.dep in ("amod", "compound", "nmod") or token.text.lower() in word_list("roles", "former")
    if is_owner_mark(parse, i):
        return parse.tokens[i - 1].lemma in word_list("roles", "owned_by_no_house")
    return token.pos in _MODIFIERS or token.tag in ("RBS", "RBR") or token.text.lower() in word_list("roles", "former")


def _starts_phrase(parse: Parse, i: int) -> bool:
    """Whether an article or an owner stands before the word, or nothing of the sentence."""
    if i == parse.sentences[parse.sentence_of[i]][0]:
        return True
    return parse.tokens[i - 1].tag in ("DT", "PRP$", ",") or is_owner_mark(parse, i - 1)


def _is_loose(parse: Parse, i: int) -> bool:
    """A hyphen, an age ("19-year-old") or a number at the opening."""
    token = parse.tokens[i]
    aged = "old" in (parse.tokens[k].text.lower() for k in range(i, min(i + 5, len(parse.tokens))))
    born = "born" in (parse.tokens[k].text for k in range(i, min(i + 3, len(parse.tokens))))
    return (
        token.text in _HYPHENS
        or token.text.lower() in ("own", "one")
        or born
        or (aged and (token.text.isdigit() or token.text.lower() in ("year", "old", "years")))
    )


def is_owner_mark(parse: Parse, i: int) -> bool:
    """Whether the mark or syllable makes what stands before it an owner ("Tarn’s", "the workers’ union")."""
    token = parse.tokens[i]
    if token.tag == "POS" or i == 0 or token.text not in ("’", "'"):
        return token.tag == "POS"
    following = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else None
    plural = parse.tokens[i - 1].end == token.start and parse.tokens[i - 1].tag in ("NNS", "NNPS")
    return plural and following is not None and following.pos in ("NOUN", "PROPN", "ADJ")


def is_quoted(parse: Parse, i: int) -> bool:
    """Whether the word stands within quotation marks that open in its paragraph."""
    start = parse.tokens[parse.paragraphs[parse.paragraph_of[i]][0]].start
    before = parse.text[start : parse.tokens[i].start]
    if "“" in before or "”" in before:
        return before.rfind("“") > before.rfind("”")
    return before.count('"') % 2 == 1
