"""Agreements told by a verb alone: money lent, a share bought, what two sides agree to do, and what they would do together."""

from builder.analyse.agreements.deeds import Part, deeds_beside, part_in
from builder.analyse.agreements.nouns import Mention, modifiers, points_back, title_of
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.syntax import above, children, is_verb, lower, phrase, trimmed
from builder.model.claims import AgreementKind

_LONGEST = 14  # tokens
_STEPS = 5  # up from a noun to the talks on it


def lending(parse: Parse, i: int) -> Mention | None:
    """Money lent: as a verb with an amount."""
    if parse.tokens[i].pos != "VERB" or parse.tokens[i].lemma not in word_list("agreements", "lending"):
        return None
    amount = next((o for o in children(parse, i, "dobj") if parse.tokens[o].pos in ("NUM", "SYM")), None)
    if amount is None:
        return None
    given = [c for c in children(parse, i, "dative", "prep") if c > amount and lower(parse, c) == "to"]
    ends = [phrase(parse, o)[1] for c in given for o in children(parse, c, "pobj")]
    return _from_verb(parse, i, max([amount, *ends]), AgreementKind.OTHER, "loan")


def promised(parse: Parse, i: int) -> Mention | None:
    """Money that is promised or offered to somebody ("pledged €20 million to Tarn", "offered Tarn $3 million")."""
    if parse.tokens[i].pos != "VERB" or parse.tokens[i].lemma not in word_list("agreements", "promising"):
        return None
    amount = next(
        (o for o in children(parse, i, "dobj") if parse.tokens[o].pos in ("NUM", "SYM") or _is_money(parse, o)), None
    )
    return _from_verb(parse, i, amount, AgreementKind.OTHER, "promise") if amount is not None else None


def _is_money(parse: Parse, i: int) -> bool:
    """Whether the noun is a sum ("20 million euros")."""
    return bool(children(parse, i, "nummod")) and parse.tokens[i].text.lower() in word_table("units", "currencies")


def signed(parse: Parse, i: int) -> Mention | None:
    """Whatever else is signed or initialled, ratified or agreed, but what a single side or person puts its name to."""
    token = parse.tokens[i]
    if token.pos != "NOUN" or token.lemma in word_table("agreements", "nouns") or points_back(parse, i):
        return None
    intent = any(lower(parse, o) == "intent" for p in children(parse, i, "prep") for o in children(parse, p, "pobj"))
    if token.lemma in word_list("agreements", "one_sided") and not intent:
        return None
    verb = _signing_verb(parse, i)
    if verb is None:
        return None
    first, last = title_of(parse, i)
    rule = "agreed" if parse.tokens[verb].lemma == "agree" else "signed"
    rule = "told" if verb in deeds_beside(parse, i) else rule
    return Mention(AgreementKind.OTHER, i, verb, first, last, rule)


def _signing_verb(parse: Parse, i: int) -> int | None:
    """The verb by which sides put their names to a thing, over the noun or beside it ("a link, agreed in May")."""
    signs = word_list("agreements", "putting_names")
    beside = [
        v for v in deeds_beside(parse, i) if parse.tokens[v].lemma in signs and part_in(parse, v, i) is Part.DONE_TO
    ]
    if beside:
        return beside[0]
    verb = parse.tokens[i].head
    if (
        parse.tokens[verb].dep == "prep"
        and lower(parse, verb) == "on"
        and parse.tokens[parse.tokens[verb].head].lemma == "agree"
    ):
        return parse.tokens[verb].head
    governs = i in children(parse, verb, "dobj", "nsubjpass")[:1] and parse.tokens[verb].lemma in signs
    return verb if governs else None


def lease(parse: Parse, i: int) -> Mention | None:
    """A place that is let for use."""
    if parse.tokens[i].pos != "VERB" or parse.tokens[i].lemma not in word_list("agreements", "letting"):
        return None
    places = word_list("agreements", "bases") | word_list("agreements", "works")
    place = next((o for o in children(parse, i, "dobj", "nsubjpass") if parse.tokens[o].lemma in places), None)
    if place is None:
        return None
    first, last = phrase(parse, place)
    return Mention(AgreementKind.BASING, place, i, first, min(last, first + _LONGEST), "lease")


def bulk(parse: Parse, i: int) -> Mention | None:
    """A counted purchase from somebody, of whatever kind ("ordered 20 trains from Tarn")."""
    if parse.tokens[i].pos != "VERB" or parse.tokens[i].lemma not in word_list("agreements", "bulk"):
        return None
    for thing in children(parse, i, "dobj", "nsubjpass"):
        seller = [p for o in (i, thing) for p in children(parse, o, "prep") if lower(parse, p) == "from"]
        if seller and children(parse, thing, "nummod") and parse.tokens[thing].pos == "NOUN":
            first, last = trimmed(parse, *phrase(parse, thing))
            return Mention(AgreementKind.TRADE, thing, i, first, min(last, first + _LONGEST), "bulk")
    return None


def stake(parse: Parse, i: int) -> Mention | None:
    """A share of a house that is bought or sold."""
    if parse.tokens[i].pos != "VERB" or parse.tokens[i].lemma not in word_list("agreements", "trading"):
        return None
    for thing in children(parse, i, "dobj"):
        if parse.tokens[thing].lemma not in word_list("agreements", "shares"):
            continue
        owned = [
            o
            for p in children(parse, thing, "prep")
            if lower(parse, p) in ("of", "in")
            for o in children(parse, p, "pobj")
        ]
        if any(parse.tokens[o].pos == "PROPN" for o in owned):
            return _from_verb(parse, i, owned[-1], AgreementKind.OTHER, "stake")
    return None


def accord(parse: Parse, i: int) -> Mention | None:
    """As in "the two states agreed to reopen the line"."""
    if parse.tokens[i].pos != "VERB" or parse.tokens[i].lemma != "agree" or children(parse, i, "ccomp"):
        return None
    for deed in children(parse, i, "xcomp"):
        if parse.tokens[deed].lemma in word_list("agreements", "mere_doing") or not children(parse, deed, "dobj"):
            continue
        thing = children(parse, deed, "dobj")[0]
        return _from_verb(parse, i, phrase(parse, thing)[1], AgreementKind.AGREEMENT, "accord")
    return None


def joint(parse: Parse, i: int) -> Mention | None:
    """Something that sides would do or have together, which they talk about or have agreed ("talks on joint patrols")."""
    token = parse.tokens[i]
    if token.pos not in ("NOUN", "PROPN") or token.lemma in word_table("agreements", "nouns"):
        return None
    beside = modifiers(parse, i) & word_list("agreements", "together")
    shared = bool(beside) and token.lemma not in word_list("agreements", "mere_sharing")
    talked = is_talked_about(parse, i)
    if not shared and not (talked and token.lemma in word_list("agreements", "works")):
        return None
    if not talked and not _is_dealt_with(parse, i):
        return None
    first, last = trimmed(parse, *phrase(parse, i))
    verb = next((a for a in above(parse, i) if is_verb(parse, a)), None)
    return Mention(AgreementKind.OTHER, i, verb, first, min(last, first + _LONGEST), "joint" if shared else "talks")


def _is_dealt_with(parse: Parse, i: int) -> bool:
    """Whether a verb of signing or proposing has the noun for its object."""
    verb = next((a for a in above(parse, i) if is_verb(parse, a)), None)
    if verb is None or i not in children(parse, verb, "dobj", "nsubjpass"):
        return False
    return parse.tokens[verb].lemma in word_list("agreements", "signing") | word_list("agreements", "proposing")


def is_talked_about(parse: Parse, i: int) -> bool:
    """Whether the noun hangs on one for talks or plans ("talks with a fund about a joint port")."""
    nouns = word_list("agreements", "proposing_nouns")
    return any(
        parse.tokens[a].lemma in nouns and parse.tokens[a].pos != "VERB"
        for a, _ in zip(above(parse, i), range(_STEPS), strict=False)
    )


def _from_verb(parse: Parse, verb: int, last: int, kind: AgreementKind, rule: str) -> Mention | None:
    if last <= verb or last - verb > _LONGEST or parse.sentence_of[last] != parse.sentence_of[verb]:
        return None
    return Mention(kind, verb, verb, verb, last, rule)
