"""Where an article names an agreement, a supply of arms, a base or a common work, and which words name it."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.syntax import Body, above, children, is_verb, phrase, short_phrase, trimmed, verb_over
from builder.model.claims import AgreementKind

_LONGEST_TITLE = 14  # tokens
_COMPLEMENTS = frozenset(("between", "among", "with", "on", "for", "to", "covering", "over", "of", "in"))
_QUANTITIES = frozenset(("det", "nummod", "predet", "poss", "quantmod"))
_EMPTY = frozenset(("several", "many", "some", "few", "various", "new", "other", "more", "number", "series", "major", "such"))


@dataclass(frozen=True, slots=True)
class Mention:
    """An agreement at a place. `noun` heads its name, `verb` governs it, `first` and `last` are the tokens of its title."""

    kind: AgreementKind
    noun: int
    verb: int | None
    first: int
    last: int
    rule: str


def find_mentions(parse: Parse, body: Body) -> Iterator[Mention]:
    """All of them, in the order of their nouns."""
    for i in body:
        token = parse.tokens[i]
        if token.pos not in ("NOUN", "PROPN", "VERB") or token.dep == "compound":
            continue
        for read in (_named, _supply, _works, _access, _pledge):
            found = read(parse, i)
            if found is not None:
                yield found
                break


def _lemma(parse: Parse, i: int) -> str:
    token = parse.tokens[i]
    return token.lemma if token.text.islower() or token.lemma != token.text.lower() else _singular(token.lemma)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in word_table("agreements", "nouns") else word


def _named(parse: Parse, i: int) -> Mention | None:
    """A noun for an agreement that is more than a word in passing."""
    lemma = _lemma(parse, i)
    kind = word_table("agreements", "nouns").get(lemma)
    if kind is None or parse.tokens[i].pos == "VERB" or _points_back(parse, i):
        return None
    joint = _modifiers(parse, i) & word_list("agreements", "joint")
    if kind == "statement" and not joint:
        return None
    first, last = short_phrase(parse, i)
    capitals = sum(parse.tokens[k].text[:1].isupper() for k in range(first, last + 1)) > 1
    verb = governing_verb(parse, i)
    done = verb is not None and _deals(parse, verb, i)
    strong = lemma in word_list("agreements", "strong") or bool(joint)
    told = bool(_complements(parse, i)) or _described(parse, i)
    if not (capitals or done or (strong and told)) or (kind == "partnership" and not _made(parse, i, verb)):
        return None
    if parse.tokens[i].dep in ("oprd", "ccomp") and not done:
        return None
    if not capitals:
        first, last = _title(parse, i)
    return Mention(_kind(parse, AgreementKind(kind), first, last), i, verb, first, last, "named")


def governing_verb(parse: Parse, i: int) -> int | None:
    """The verb that the noun hangs on, a gerund or a noun of doing ("the signing of") counted for a verb.

    Of a noun that is joined to another by "and", a verb of signing farther up is the better guess.
    """
    signing = word_list("agreements", "signing") | word_list("agreements", "signing_nouns")
    verbs = [a for a in above(parse, i) if is_verb(parse, a) or parse.tokens[a].lemma in signing]
    if not verbs:
        return None
    if parse.tokens[i].dep == "conj" and parse.tokens[verbs[0]].lemma not in signing:
        return next((v for v in verbs if parse.tokens[v].lemma in signing), verbs[0])
    return verbs[0]


def _deals(parse: Parse, verb: int, noun: int) -> bool:
    """Whether the verb makes, wants or ends the agreement named by the noun."""
    lemma = parse.tokens[verb].lemma
    kinds = ("signing", "proposing", "ending", "signing_nouns")
    near = parse.tokens[noun].dep in ("dobj", "nsubjpass", "conj", "appos", "attr", "pobj", "nsubj")
    if any(lemma in word_list("agreements", k) for k in kinds):
        return near
    leads = lemma in word_list("agreements", "leading") and parse.tokens[noun].dep == "pobj"
    termed = any(parse.tokens[a].lemma in word_list("agreements", "leading") for a in above(parse, verb))
    return leads or (termed and parse.tokens[noun].dep in ("oprd", "dobj", "pobj", "ccomp"))


def _made(parse: Parse, noun: int, verb: int | None) -> bool:
    """Whether a partnership is signed or raised, and not only spoken of."""
    if verb is None:
        return False
    lemma = parse.tokens[verb].lemma
    if lemma in word_list("agreements", "signing") | word_list("agreements", "signing_nouns"):
        return True
    first, last = short_phrase(parse, noun)
    capitals = sum(parse.tokens[k].text[:1].isupper() for k in range(first, last + 1)) > 1
    return capitals and (lemma in word_list("agreements", "raising") or bool(_complements(parse, noun)))


def _modifiers(parse: Parse, i: int) -> frozenset[str]:
    found = children(parse, i, "amod", "compound", "nmod")
    deeper = [c for f in found for c in children(parse, f, "amod", "compound", "conj", "npadvmod")]
    return frozenset(parse.tokens[c].lemma for c in (*found, *deeper)) | frozenset(
        parse.tokens[c].text.lower() for c in found
    )


def _complements(parse: Parse, i: int) -> tuple[int, ...]:
    return tuple(c for c in children(parse, i, "prep", "acl", "relcl") if parse.tokens[c].text.lower() in _COMPLEMENTS) + (
        children(parse, i, "acl")
    )


def _described(parse: Parse, i: int) -> bool:
    """Whether an adjective or a noun before it says which agreement is meant."""
    words = _modifiers(parse, i) - _EMPTY - word_list("agreements", "no_words")
    return bool(words)


def _points_back(parse: Parse, i: int) -> bool:
    """Whether it is none in particular ("any agreement"), or one named before ("these agreements", "the deal")."""
    words = {parse.tokens[c].text.lower() for c in children(parse, i, "det", "poss", "predet", "amod")}
    if words & word_list("agreements", "no_words"):
        return True
    points = bool(words & word_list("agreements", "pointing"))
    return points and not _complements(parse, i) and not _described(parse, i)


def _title(parse: Parse, i: int) -> tuple[int, int]:
    """The noun with what tells it from others of its kind."""
    first, last = phrase(parse, i)
    for child in children(parse, i, "acl"):
        low, high = parse.edges[child]
        if low == last + 1 or (low > i and low <= last + 2 and parse.tokens[child].tag == "VBG" and parse.tokens[low - 1].text != ","):
            last = max(last, high)
    return trimmed(parse, first, max(_before_comma(parse, i, min(last, first + _LONGEST_TITLE)), i))


def _before_comma(parse: Parse, i: int, last: int) -> int:
    return next((k - 1 for k in range(i + 1, last + 1) if parse.tokens[k].text in (",", ";", ":", "—", "–", "(")), last)


def _kind(parse: Parse, kind: AgreementKind, first: int, last: int) -> AgreementKind:
    lemmas = {parse.tokens[k].lemma for k in range(first, last + 1)} | {
        parse.tokens[k].text.lower() for k in range(first, last + 1)
    }
    if kind in (AgreementKind.AGREEMENT, AgreementKind.OTHER):
        if lemmas & word_list("agreements", "arms_words"):
            return AgreementKind.ARMS
        if lemmas & word_list("agreements", "trade_words"):
            return AgreementKind.TRADE
    return kind


def _is_arms(parse: Parse, i: int) -> bool:
    """Whether the phrase of a noun is about weapons."""
    words = _modifiers(parse, i) | {parse.tokens[i].lemma, parse.tokens[i].text.lower()}
    if words & word_list("agreements", "arms_words"):
        return True
    soldiers = words & word_list("agreements", "military_words")
    return bool(soldiers) and bool(words & word_list("agreements", "military_goods"))


def _supply(parse: Parse, i: int) -> Mention | None:
    """Arms sold, bought or delivered: as a noun with its object, or as a verb."""
    lemma = parse.tokens[i].lemma
    if parse.tokens[i].pos != "VERB" and lemma in word_list("agreements", "supply_nouns"):
        objects = [o for p in children(parse, i, "prep") if parse.tokens[p].text.lower() in ("of", "in") for o in children(parse, p, "pobj")]
        if any(_is_arms(parse, o) for o in objects) or _modifiers(parse, i) & word_list("agreements", "arms_words"):
            first, last = _title(parse, i)
            return Mention(AgreementKind.ARMS, i, verb_over(parse, i), first, last, "supply")
    if parse.tokens[i].pos == "VERB" and lemma in word_list("agreements", "supplying"):
        for thing in _objects(parse, i):
            if _is_arms(parse, thing) and not _points_back(parse, thing):
                first, last = _title(parse, thing)
                return Mention(AgreementKind.ARMS, thing, i, first, last, "supply")
    return None


def _objects(parse: Parse, verb: int) -> Iterator[int]:
    yield from children(parse, verb, "dobj", "nsubjpass")
    for prep in children(parse, verb, "prep"):
        if parse.tokens[prep].text.lower() == "with":
            yield from children(parse, prep, "pobj")


def _works(parse: Parse, i: int) -> Mention | None:
    """Something that is built."""
    lemma = parse.tokens[i].lemma
    things: tuple[int, ...] = ()
    if parse.tokens[i].pos == "VERB" and lemma in word_list("agreements", "building"):
        things = children(parse, i, "dobj", "nsubjpass")
    elif lemma in word_list("agreements", "building_nouns"):
        things = tuple(o for p in children(parse, i, "prep") for o in children(parse, p, "pobj"))
    for thing in things:
        if parse.tokens[thing].lemma in word_list("agreements", "works"):
            first, last = _title(parse, thing)
            verb = i if parse.tokens[i].pos == "VERB" else verb_over(parse, i)
            return Mention(AgreementKind.PROJECT, thing, verb, first, last, "works")
    return None


def _access(parse: Parse, i: int) -> Mention | None:
    """Use of a base that is granted."""
    if parse.tokens[i].lemma not in word_list("agreements", "basing"):
        return None
    for prep in children(parse, i, "prep"):
        for place in children(parse, prep, "pobj"):
            verb = verb_over(parse, i)
            granted = verb is not None and parse.tokens[verb].lemma in word_list("agreements", "granting")
            if _lemma(parse, place) in word_list("agreements", "bases") and granted:
                return Mention(AgreementKind.BASING, i, verb, i, phrase(parse, place)[1], "access")
    return None


def _pledge(parse: Parse, i: int) -> Mention | None:
    """Help that sides promise each other."""
    if parse.tokens[i].pos != "VERB" or parse.tokens[i].lemma not in word_list("agreements", "pledging"):
        return None
    for thing in children(parse, i, "dobj"):
        helps = parse.tokens[thing].lemma in word_list("agreements", "aid")
        if helps and _modifiers(parse, thing) & word_list("agreements", "mutual"):
            first, last = phrase(parse, thing)
            return Mention(AgreementKind.OTHER, thing, i, first, last, "pledge")
    return None
