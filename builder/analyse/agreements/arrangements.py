"""Arrangements that no noun for an agreement names: arms supplied, works built, bases opened, help pledged, ties raised."""

from collections.abc import Iterator

from builder.analyse.agreements.nouns import Mention, lemma_of, modifiers, points_back, title_of
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.moods import Mood, mood
from builder.analyse.parsing import Parse
from builder.analyse.syntax import children, phrase, verb_over
from builder.model.claims import AgreementKind


def _is_arms(parse: Parse, i: int) -> bool:
    """Whether the phrase of a noun is about weapons."""
    words = modifiers(parse, i) | {parse.tokens[i].lemma, parse.tokens[i].text.lower()}
    if words & word_list("agreements", "arms_words"):
        return True
    soldiers = words & word_list("agreements", "military_words")
    return bool(soldiers) and bool(words & word_list("agreements", "military_goods"))


def supply(parse: Parse, i: int) -> Mention | None:
    """Arms sold, bought or delivered: as a noun with its object, or as a verb."""
    lemma = parse.tokens[i].lemma
    if parse.tokens[i].pos != "VERB" and lemma in word_list("agreements", "supply_nouns"):
        objects = [
            o
            for p in children(parse, i, "prep")
            if parse.tokens[p].text.lower() in ("of", "in", "for")
            for o in children(parse, p, "pobj")
        ]
        if any(_is_arms(parse, o) for o in objects) or modifiers(parse, i) & word_list("agreements", "arms_words"):
            first, last = title_of(parse, i)
            return Mention(AgreementKind.ARMS, i, verb_over(parse, i), first, last, "supply")
    if parse.tokens[i].pos == "VERB" and lemma in word_list("agreements", "supplying"):
        for thing in _objects(parse, i):
            if _is_arms(parse, thing) and not points_back(parse, thing):
                first, last = title_of(parse, thing)
                return Mention(AgreementKind.ARMS, thing, i, first, last, "supply")
    return None


def _objects(parse: Parse, verb: int) -> Iterator[int]:
    yield from children(parse, verb, "dobj", "nsubjpass")
    for prep in children(parse, verb, "prep"):
        if parse.tokens[prep].text.lower() == "with":
            yield from children(parse, prep, "pobj")


def works(parse: Parse, i: int) -> Mention | None:
    """Something that is built."""
    lemma = parse.tokens[i].lemma
    things: tuple[int, ...] = ()
    if parse.tokens[i].pos == "VERB" and lemma in word_list("agreements", "building"):
        things = children(parse, i, "dobj", "nsubjpass")
    elif lemma in word_list("agreements", "building_nouns"):
        things = tuple(o for p in children(parse, i, "prep") for o in children(parse, p, "pobj"))
    for thing in things:
        if parse.tokens[thing].lemma in word_list("agreements", "works"):
            first, last = title_of(parse, thing)
            verb = i if parse.tokens[i].pos == "VERB" else verb_over(parse, i)
            return Mention(AgreementKind.PROJECT, thing, verb, first, last, "works")
    return None


def access(parse: Parse, i: int) -> Mention | None:
    """Use of a base that is granted."""
    if parse.tokens[i].lemma not in word_list("agreements", "basing"):
        return None
    for prep in children(parse, i, "prep"):
        for place in children(parse, prep, "pobj"):
            verb = verb_over(parse, i)
            granted = verb is not None and parse.tokens[verb].lemma in word_list("agreements", "granting")
            granted = granted and not _is_of_agreement(parse, verb or 0)
            last = _base_end(parse, place) if granted else None
            if last is not None:
                return Mention(AgreementKind.BASING, i, verb, i, last, "access")
    return None


def _is_of_agreement(parse: Parse, verb: int) -> bool:
    """Whether it is an agreement named beside that grants it ("a pact that gives ships the use of a harbour")."""
    over = parse.tokens[verb].head if parse.tokens[verb].dep in ("relcl", "acl") else None
    doers = (*children(parse, verb, "nsubj"), *([over] if over is not None else []))
    return any(lemma_of(parse, i) in word_table("agreements", "nouns") for i in doers)


def _base_end(parse: Parse, place: int) -> int | None:
    """Where the base's name ends; its capitals are followed, since parsers often lose their way in foreign names."""
    bases = word_list("agreements", "bases")
    last = place
    while (
        last + 1 < len(parse.tokens)
        and parse.tokens[last].text[:1].isupper()
        and parse.tokens[last + 1].text[:1].isupper()
    ):
        last += 1
    ends = [i for i in range(place, last + 1) if lemma_of(parse, i) in bases or parse.tokens[i].text.lower() in bases]
    return ends[-1] if ends else None


def pledge(parse: Parse, i: int) -> Mention | None:
    """Help that sides promise each other."""
    if parse.tokens[i].pos != "VERB" or parse.tokens[i].lemma not in word_list("agreements", "pledging"):
        return None
    for thing in children(parse, i, "dobj"):
        helps = parse.tokens[thing].lemma in word_list("agreements", "aid")
        if helps and modifiers(parse, thing) & word_list("agreements", "mutual"):
            first, last = phrase(parse, thing)
            return Mention(AgreementKind.AGREEMENT, thing, i, first, last, "pledge")
    return None


def upgrade(parse: Parse, i: int) -> Mention | None:
    """Relations raised to another level, which the article does not call by a name."""
    if parse.tokens[i].pos != "VERB" or parse.tokens[i].lemma not in ("upgrade", "elevate", "raise"):
        return None
    if mood(parse, i) is Mood.NONE or parse.tokens[i].tag in ("VB", "VBG"):
        return None
    targets = [o for p in children(parse, i, "prep") for o in children(parse, p, "pobj")]
    if any(lemma_of(parse, t) in word_table("agreements", "nouns") for t in targets):
        return None
    for thing in children(parse, i, "dobj", "nsubjpass"):
        if parse.tokens[thing].lemma in word_list("agreements", "closer"):
            first, last = (i, thing) if i < thing else (thing, i)
            return Mention(AgreementKind.PARTNERSHIP, thing, i, first, last, "upgrade")
    return None
