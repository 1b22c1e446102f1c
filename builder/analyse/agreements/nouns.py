"""Nouns for agreements: which of them name one, of what kind, and which words are its name."""

from dataclasses import dataclass

from builder.analyse.agreements.deeds import announced, is_running, real_verb, runs_by, status_beside, status_in
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.syntax import above, children, conjuncts, is_verb, lower, phrase, short_phrase, trimmed
from builder.model.claims import AgreementKind

_LONGEST_TITLE = 14  # tokens
_COMPLEMENTS = frozenset(("between", "among", "with", "on", "for", "to", "covering", "over", "of", "in"))
_EMPTY = frozenset(
    ("own", "several", "many", "some", "few", "various", "new", "other", "more", "number", "series", "major", "such")
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An agreement at a place. `noun` heads its name, `verb` governs it, `first` and `last` are the tokens of its title."""

    kind: AgreementKind
    noun: int
    verb: int | None
    first: int
    last: int
    rule: str


def lemma_of(parse: Parse, i: int) -> str:
    """The lemma; of a capitalised word that the parser takes for a name, the singular ("MoUs")."""
    token = parse.tokens[i]
    return token.lemma if token.text.islower() or token.lemma != token.text.lower() else _singular(token.lemma)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in word_table("agreements", "nouns") else word


def named(parse: Parse, i: int) -> Mention | None:
    """A noun for an agreement that is more than a word in passing."""
    lemma = lemma_of(parse, i)
    kind = word_table("agreements", "nouns").get(lemma)
    if kind is None or parse.tokens[i].pos == "VERB" or points_back(parse, i):
        return None
    joint = modifiers(parse, i) & word_list("agreements", "joint")
    if (kind == "statement" and not joint) or not _is_whole(parse, i, lemma) or _is_idle(parse, i, lemma):
        return None
    first, last = short_phrase(parse, i)
    capitals = sum(parse.tokens[k].text[:1].isupper() for k in range(first, last + 1)) > 1
    verb = governing_verb(parse, i)
    done = (verb is not None and _deals(parse, verb, i)) or _is_told_of(parse, i)
    told = bool(_complements(parse, i)) or _described(parse, i)
    if lemma in word_list("agreements", "loose"):
        made = (done or _stands_alone(parse, i, verb)) and (told or _is_told_of(parse, i))
    elif kind == "partnership":
        made = _made(parse, i, verb) or (done and parse.tokens[i].tag == "NN" and _has_partner(parse, i))
    else:
        strong = lemma in word_list("agreements", "strong") or bool(joint)
        made = capitals or done or (strong and told)
    if not made or (parse.tokens[i].dep in ("oprd", "ccomp") and not done):
        return None
    if not capitals:
        first, last = title_of(parse, i)
    rule = "shared" if lemma in word_list("agreements", "two_sided") else "named"
    return Mention(_kind(parse, AgreementKind(kind), i), i, verb, first, last, rule)


def _is_idle(parse: Parse, i: int, lemma: str) -> bool:
    """As in "a good deal of tea" and "on loan"."""
    much = lemma == "deal" and bool(modifiers(parse, i) & {"good", "great"})
    return much or (lemma in word_list("agreements", "loose") and parse.tokens[i].tag == "NN" and not parse.children[i])


def _is_whole(parse: Parse, i: int, lemma: str) -> bool:
    """Whether a word that means an agreement only beside another has it beside it ("a joint venture")."""
    needed = word_table("agreements", "only_with").get(lemma)
    return needed is None or needed in modifiers(parse, i)


def _has_partner(parse: Parse, i: int) -> bool:
    return any(lower(parse, p) in ("with", "between", "among", "on") for p in children(parse, i, "prep"))


def _stands_alone(parse: Parse, i: int, verb: int | None) -> bool:
    """Of a word of several meanings: whether it is told with whom it is made, or that it is made, runs or ends."""
    if _has_partner(parse, i):
        return True
    amounts = [o for p in children(parse, i, "prep") if lower(parse, p) == "of" for o in children(parse, p, "pobj")]
    if any(parse.tokens[o].pos in ("NUM", "SYM") for o in amounts):
        return True
    if verb is None:
        return False
    told = announced(parse, verb)
    return status_in(parse, told, i) is not None or runs_by(parse, told, i)


def governing_verb(parse: Parse, i: int) -> int | None:
    """The verb that the noun hangs on, a gerund or a noun of doing ("the signing of") counted for a verb.

    Of a noun that is joined to another by "and", a verb of signing farther up is the better guess.
    """
    signing = word_list("agreements", "signing") | word_list("agreements", "signing_nouns")
    signs = (
        a
        for a in above(parse, i)
        if parse.tokens[a].lemma in signing and parse.tokens[a].pos in ("NOUN", "VERB", "PROPN")
    )
    verbs = sorted({*signs, *(a for a in above(parse, i) if is_verb(parse, a))}, key=[*above(parse, i)].index)
    if not verbs:
        return None
    if parse.tokens[i].dep == "conj" and parse.tokens[verbs[0]].lemma not in signing:
        return next((v for v in verbs if parse.tokens[v].lemma in signing), verbs[0])
    return real_verb(parse, verbs[0]) if i in children(parse, verbs[0], "nsubj", "nsubjpass") else verbs[0]


def _deals(parse: Parse, verb: int, noun: int) -> bool:
    """Whether the verb makes, wants or ends the agreement named by the noun."""
    lemma = parse.tokens[verb].lemma
    kinds = ("signing", "proposing", "ending", "signing_nouns")
    near = parse.tokens[noun].dep in ("dobj", "nsubjpass", "conj", "appos", "attr", "pobj", "nsubj")
    if any(lemma in word_list("agreements", k) for k in kinds):
        return near
    if is_sought(parse, verb, noun):
        return True
    if lemma in word_list("agreements", "having") and noun in children(parse, verb, "dobj"):
        return True
    leads = lemma in word_list("agreements", "leading") and parse.tokens[noun].dep == "pobj"
    termed = any(parse.tokens[a].lemma in word_list("agreements", "leading") for a in above(parse, verb))
    return leads or (termed and parse.tokens[noun].dep in ("oprd", "dobj", "pobj", "ccomp"))


def is_sought(parse: Parse, verb: int, noun: int) -> bool:
    """As in "working on a treaty" and "called for a truce"."""
    prep = parse.tokens[noun].head
    words = f"{parse.tokens[verb].lemma} {lower(parse, prep)}"
    return parse.tokens[prep].head == verb and words in word_list("agreements", "seeking")


def _made(parse: Parse, noun: int, verb: int | None) -> bool:
    """Whether a partnership is signed or raised, and not only spoken of."""
    if verb is None:
        return False
    lemma = parse.tokens[verb].lemma
    if lemma in word_list("agreements", "signing") | word_list("agreements", "signing_nouns"):
        return True
    first, last = short_phrase(parse, noun)
    capitals = sum(parse.tokens[k].text[:1].isupper() for k in range(first, last + 1)) > 1
    told = capitals or bool(modifiers(parse, noun) & word_list("agreements", "partner_words"))
    return told and (lemma in word_list("agreements", "raising") or bool(_complements(parse, noun)))


def modifiers(parse: Parse, i: int) -> frozenset[str]:
    """The lemmas and words of the adjectives and nouns before a noun."""
    found = children(parse, i, "amod", "compound", "nmod")
    deeper = [c for f in found for c in children(parse, f, "amod", "compound", "conj", "npadvmod")]
    return frozenset(parse.tokens[c].lemma for c in (*found, *deeper)) | frozenset(
        parse.tokens[c].text.lower() for c in found
    )


def _complements(parse: Parse, i: int) -> tuple[int, ...]:
    return tuple(
        c for c in children(parse, i, "prep", "acl", "relcl") if parse.tokens[c].text.lower() in _COMPLEMENTS
    ) + (children(parse, i, "acl"))


def _described(parse: Parse, i: int) -> bool:
    """Whether an adjective or a noun before it says which agreement is meant."""
    words = modifiers(parse, i) - _EMPTY - word_list("agreements", "no_words")
    worth = parse.tokens[i].tag == "NN" and bool(children(parse, i, "nummod"))  # "a $3 million contract"
    return bool(words) or worth


def points_back(parse: Parse, i: int) -> bool:
    """Whether it is none in particular ("any agreement"), or one named before ("these agreements", "the deal")."""
    words = {parse.tokens[c].text.lower() for c in children(parse, i, "det", "poss", "predet", "amod")}
    if words & word_list("agreements", "no_words") or lower(parse, parse.tokens[i].head) == "without":
        return True
    points = bool(words & word_list("agreements", "pointing"))
    told = [c for c in _complements(parse, i) if lower(parse, c) != "in"]
    return points and not told and not _described(parse, i) and not _is_retold(parse, i, words)


def _is_retold(parse: Parse, i: int, words: set[str]) -> bool:
    """Whether a noun with "the" alone is told anew of: "the concession, which runs for 25 years"."""
    return "the" in words and _is_told_of(parse, i)


def _is_told_of(parse: Parse, i: int) -> bool:
    """Whether what stands beside the noun, or the verb that it is the subject of, tells how far the agreement is."""
    return status_beside(parse, i) is not None or is_running(parse, i) or _is_subject_told(parse, i)


def _is_subject_told(parse: Parse, i: int) -> bool:
    verb = governing_verb(parse, i)
    if verb is None or i not in children(parse, verb, "nsubj", "nsubjpass"):
        return False
    told = announced(parse, verb)
    return runs_by(parse, told, i) or status_in(parse, told, i) is not None


def title_of(parse: Parse, i: int) -> tuple[int, int]:
    """The noun with what tells it from others of its kind."""
    first, last = phrase(parse, i)
    for child in children(parse, i, "acl"):
        low, high = parse.edges[child]
        if low == last + 1 or (
            low > i and low <= last + 2 and parse.tokens[child].tag == "VBG" and parse.tokens[low - 1].text != ","
        ):
            last = max(last, high)
    return trimmed(parse, first, max(_before_comma(parse, i, min(last, first + _LONGEST_TITLE)), i))


def _before_comma(parse: Parse, i: int, last: int) -> int:
    return next((k - 1 for k in range(i + 1, last + 1) if parse.tokens[k].text in (",", ";", ":", "—", "–", "(")), last)


def _kind(parse: Parse, kind: AgreementKind, noun: int) -> AgreementKind:
    """What the words beside the noun, and what it is "on" or "for", make of its kind."""
    lemmas = set(modifiers(parse, noun)) | {parse.tokens[noun].text.lower()}
    for prep in children(parse, noun, "prep"):
        if parse.tokens[prep].text.lower() in ("on", "for"):
            targets = [c for o in children(parse, prep, "pobj") for c in conjuncts(parse, o)]
            lemmas |= {w for t in targets for w in (parse.tokens[t].lemma, *modifiers(parse, t))}
    if kind in (AgreementKind.AGREEMENT, AgreementKind.OTHER):
        if lemmas & word_list("agreements", "arms_words"):
            return AgreementKind.ARMS
        if lemmas & word_list("agreements", "trade_words"):
            return AgreementKind.TRADE
    return kind
