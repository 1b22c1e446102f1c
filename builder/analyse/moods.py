"""Whether what a verb tells happened, goes on, will or may happen, or did not: tense, helpers and the verbs above."""

from enum import StrEnum

from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse
from builder.analyse.syntax import above, children, first_conjunct, is_verb, lower

_DONE_BEFORE = frozenset(("after", "since", "upon", "following", "having"))


class Mood(StrEnum):
    """What a clause says of its verb: that it happened, goes on, will or may happen, or did not."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    POSSIBLE = "possible"
    DENIED = "denied"
    NONE = "none"


def mood(parse: Parse, verb: int) -> Mood:
    """What the clause and those over it say of a verb, as far as they are joined by complements."""
    own = _own_mood(parse, verb)
    if own in (Mood.DENIED, Mood.FUTURE):
        return own
    if own is Mood.POSSIBLE:
        return Mood.FUTURE if _is_would_in_report(parse, verb) else own
    child = verb
    for governor in above(parse, verb):
        link = parse.tokens[child].dep
        settled = _settled(parse, child, governor, own)
        if settled is not None:
            return settled
        if link == "conj" and own is Mood.NONE:
            child = governor
            own = _own_mood(parse, governor)
            continue
        infinitive = link == "relcl" and parse.tokens[child].tag == "VB"
        if not infinitive and link not in (
            "xcomp",
            "ccomp",
            "pcomp",
            "prep",
            "dobj",
            "pobj",
            "acl",
            "advcl",
            "attr",
            "oprd",
        ):
            break
        tilt = _tilt(parse, governor)
        if tilt is None and own is Mood.NONE and is_verb(parse, governor):
            over = _own_mood(parse, governor)
            tilt = over if over in (Mood.FUTURE, Mood.POSSIBLE) else None
        if tilt is not None and link not in ("advcl", "acl") and (link != "ccomp" or tilt is Mood.FUTURE):
            return tilt
        child = governor
    return own


def _settled(parse: Parse, child: int, governor: int, own: Mood) -> Mood | None:
    """The mood, where the word above decides it alone: "after signing", "signed in 2023" beside a noun, "is to sign"."""
    link = parse.tokens[child].dep
    if lower(parse, governor) in _DONE_BEFORE and own is Mood.NONE:
        return Mood.PAST
    if (
        own is Mood.NONE
        and _holds_back(parse, governor)
        and (link in ("xcomp", "pcomp") or parse.tokens[child].tag == "VBG")
    ):
        return Mood.DENIED
    if own is Mood.PAST and link in ("acl", "ccomp"):
        finite = parse.tokens[child].tag == "VBD" or bool(children(parse, child, "aux", "auxpass"))
        wished = link == "ccomp" and not finite and _tilt(parse, governor) is Mood.POSSIBLE  # "wants it scrapped"
        return Mood.POSSIBLE if wished else own if link == "acl" or finite else None
    if link == "xcomp" and is_infinitive(parse, child) and is_yet_to(parse, governor):
        return Mood.FUTURE
    if link == "xcomp" and is_infinitive(parse, child) and is_to(parse, governor):
        return Mood.DENIED if children(parse, governor, "neg") else Mood.FUTURE
    return None


def _is_would_in_report(parse: Parse, verb: int) -> bool:
    """As in "they said that it would come": the future of a past."""
    helpers = {lower(parse, c) for c in children(parse, verb, "aux")}
    return "would" in helpers and first_clause(parse, verb) == "ccomp"


def first_clause(parse: Parse, verb: int) -> str:
    """The relation of the clause to the one above it, over verbs joined by "and"."""
    return parse.tokens[first_conjunct(parse, verb)].dep


def is_perfect(parse: Parse, verb: int) -> bool:
    """As in "has been": begun before, and still true."""
    return any(
        parse.tokens[c].lemma == "have" and parse.tokens[c].tag in ("VBZ", "VBP") for c in children(parse, verb, "aux")
    )


def _tilt(parse: Parse, governor: int) -> Mood | None:
    lemma = parse.tokens[governor].lemma
    if lemma in word_list("modality", "expecting"):
        return Mood.FUTURE
    if lemma in word_list("modality", "proposing"):
        return Mood.POSSIBLE
    return None


def _own_mood(parse: Parse, verb: int) -> Mood:
    helpers = [c for c in parse.children[verb] if parse.tokens[c].dep in ("aux", "auxpass")]
    lemmas = {lower(parse, c) for c in helpers} | {parse.tokens[c].lemma for c in helpers}
    if children(parse, verb, "neg"):
        return Mood.DENIED
    if lemmas & word_list("modality", "future"):
        return Mood.FUTURE
    if lemmas & word_list("modality", "possible"):
        return Mood.POSSIBLE
    finite = [parse.tokens[c] for c in helpers if parse.tokens[c].tag in ("VBD", "VBZ", "VBP")]
    tag = parse.tokens[verb].tag
    if any(t.lemma == "have" for t in finite) or any(t.tag == "VBD" for t in finite) or tag == "VBD":
        return Mood.PAST
    if tag in ("VBZ", "VBP") or finite:
        return Mood.PRESENT
    return Mood.PAST if tag == "VBN" and not is_infinitive(parse, verb) else Mood.NONE


def _holds_back(parse: Parse, verb: int) -> bool:
    """As in "refused to sign" and "put off signing"."""
    lemma = parse.tokens[verb].lemma
    phrases = {lemma, *(f"{lemma} {lower(parse, c)}" for c in children(parse, verb, "prt"))}
    return bool(phrases & word_list("modality", "holding_back"))


def is_to(parse: Parse, verb: int) -> bool:
    """Whether a form of "be" announces what follows ("is to sign"), and says nothing itself ("is the only one to sign")."""
    return parse.tokens[verb].lemma == "be" and not children(parse, verb, "attr", "acomp")


def is_yet_to(parse: Parse, verb: int) -> bool:
    """As in "has yet to be signed"."""
    return parse.tokens[verb].lemma == "have" and any(lower(parse, c) == "yet" for c in children(parse, verb, "advmod"))


def is_infinitive(parse: Parse, verb: int) -> bool:
    """As in "to sign" and "to be signed"."""
    return any(lower(parse, c) == "to" for c in children(parse, verb, "aux"))


def modified_by(parse: Parse, head: int, words: frozenset[str]) -> bool:
    """Whether an adjective, participle or adverb of the list stands beside the head."""
    return any(
        lower(parse, c) in words or parse.tokens[c].lemma in words
        for c in children(parse, head, "amod", "acl", "advmod", "acomp", "compound")
    )
