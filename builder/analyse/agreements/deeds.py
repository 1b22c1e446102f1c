"""What the words beside an agreement tell of it: "signed in May", "in force since 2010", "which expired", "due by 2030"."""

from collections.abc import Iterator
from enum import StrEnum

from builder.analyse.lexicons import word_list
from builder.analyse.moods import Mood, is_to, is_yet_to, mood
from builder.analyse.parsing import Parse
from builder.analyse.syntax import above, children, conjuncts, first_conjunct, is_passive, is_verb, lower
from builder.model.claims import Status

_WHICH = frozenset(("which", "that"))
_DOERS = frozenset(("which", "that", "who"))
_STEPS = 3  # from a verb to the one that it announces
_ORDER = 3  # tokens from a comma to the participle behind it
_OPEN = {Mood.FUTURE: Status.EXPECTED, Mood.POSSIBLE: Status.PROPOSED, Mood.DENIED: Status.PROPOSED}


class Part(StrEnum):
    """What an agreement is to a verb."""

    DOER = "doer"
    DONE_TO = "done to"
    UNDER = "under which"
    BESIDE = "beside"


def deeds_beside(parse: Parse, noun: int) -> tuple[int, ...]:
    """The verbs that describe the noun: participles ("signed in May") and relative clauses ("which expired"), in order.

    A participle of signing behind a comma may hang on a noun within the phrase ("a contract with a builder, signed in May").
    """
    found = [*_described_by(parse, noun), *_mistaken(parse, noun)]
    for inner in _inner_nouns(parse, noun):
        found += [verb for verb in _described_by(parse, inner) if _is_set_off(parse, verb) or _stands(parse, verb)]
    return tuple(sorted(dict.fromkeys(found)))


def _described_by(parse: Parse, noun: int) -> Iterator[int]:
    for child in children(parse, noun, "acl", "relcl", "amod", "appos", "advcl"):
        if child <= noun:
            continue
        if lower(parse, child) in word_list("modality", "expecting"):
            yield from children(parse, child, "xcomp")
        if is_verb(parse, child):
            yield from conjuncts(parse, child)


def _mistaken(parse: Parse, noun: int) -> Iterator[int]:
    """A participle between commas that was taken for the noun's own verb: "a waiver, agreed in May, takes effect"."""
    verb = parse.tokens[noun].head
    if parse.tokens[noun].dep in ("nsubj", "nsubjpass") and real_verb(parse, verb) != verb:
        yield verb


def real_verb(parse: Parse, verb: int) -> int:
    """The verb itself; of a participle between commas that was taken for one, the verb behind the second comma."""
    signs = parse.tokens[verb].lemma in word_list("agreements", "signing") and parse.tokens[verb].tag in ("VBD", "VBN")
    told = children(parse, verb, "nsubj", "nsubjpass")[:1]
    if not signs or not told or parse.tokens[verb - 1].text != "," or children(parse, told[0], "appos"):
        return verb
    if sum(parse.tokens[k].text == "," for k in range(told[0], verb)) != 1:
        return verb  # the comma closes what stands beside the subject
    joined = [c for c in children(parse, verb, "conj", "ccomp", "xcomp") if c > verb and is_verb(parse, c)]
    return joined[-1] if joined else verb


def _inner_nouns(parse: Parse, noun: int) -> Iterator[int]:
    for prep in children(parse, noun, "prep"):
        for target in children(parse, prep, "pobj"):
            yield from conjuncts(parse, target)
            for deeper in children(parse, target, "prep"):
                yield from children(parse, deeper, "pobj")


def _is_set_off(parse: Parse, verb: int) -> bool:
    token = parse.tokens[verb]
    signs = token.tag == "VBN" and token.dep == "acl" and token.lemma in word_list("agreements", "signing")
    return signs and any(parse.tokens[k].text == "," for k in range(max(0, verb - _ORDER), verb))


def _stands(parse: Parse, verb: int) -> bool:
    """Whether the verb says that something is in force, as no person and no place is."""
    return _in_state(parse, verb, Mood.PRESENT) is Status.IN_FORCE or _starting(parse, verb, Mood.PAST) is not None


def announced(parse: Parse, verb: int) -> int:
    """The verb that another only announces: "to be signed" in "is to be signed", "is due to be signed", "is expected to be signed"."""
    for _ in range(_STEPS):
        token = parse.tokens[verb]
        passed = [c for a in children(parse, verb, "acomp") if _expects(parse, a) for c in children(parse, a, "xcomp")]
        if token.lemma in word_list("modality", "expecting") or is_to(parse, verb) or is_yet_to(parse, verb):
            passed += children(parse, verb, "xcomp")
        if not passed:
            break
        verb = passed[0]
    return verb


def _expects(parse: Parse, i: int) -> bool:
    return parse.tokens[i].lemma in word_list("modality", "expecting")


def part_in(parse: Parse, verb: int, noun: int) -> Part:
    """What the agreement is to a verb above it or describing it."""
    noun = first_conjunct(parse, noun)
    if _is_subject(parse, verb, noun):
        done_to = is_passive(parse, verb) or real_verb(parse, verb) != verb
        return Part.DONE_TO if done_to else Part.DOER
    if noun in children(parse, verb, "dobj", "oprd"):
        return Part.DONE_TO
    if verb < noun:
        return Part.BESIDE
    if parse.tokens[verb].dep == "relcl":
        return _part_in_relative(parse, verb)
    if parse.tokens[verb].dep == "xcomp" and _expects(parse, parse.tokens[verb].head):
        return Part.DONE_TO if is_passive(parse, verb) else Part.DOER
    described = parse.tokens[verb].dep in ("acl", "amod", "appos", "conj", "advcl")
    parts = {"VBN": Part.DONE_TO, "VBG": Part.DOER}
    return parts.get(parse.tokens[verb].tag, Part.BESIDE) if described else Part.BESIDE


def _is_subject(parse: Parse, verb: int, noun: int) -> bool:
    """Whether the noun is the verb's subject, also over what announces it and over a participle that was taken for a verb."""
    if parse.tokens[verb].dep == "xcomp":
        verb = next((a for a in above(parse, verb) if announced(parse, a) == verb), verb)
    head = parse.tokens[verb].head
    if parse.tokens[verb].dep in ("conj", "ccomp") and real_verb(parse, head) == verb:
        verb = head
    return noun in children(parse, verb, "nsubj", "nsubjpass")


def _part_in_relative(parse: Parse, verb: int) -> Part:
    for child in children(parse, verb, "nsubj"):
        if lower(parse, child) in _DOERS:
            return Part.DOER
    under = any(lower(parse, o) in _WHICH for p in children(parse, verb, "prep") for o in children(parse, p, "pobj"))
    return Part.UNDER if under else Part.DONE_TO


def status_beside(parse: Parse, noun: int) -> Status | None:
    """The status that phrases beside the noun give it; None where they give none."""
    told = [
        status for verb in deeds_beside(parse, noun) for status in [status_in(parse, verb, noun)] if status is not None
    ]
    if Status.HISTORICAL in told:
        return Status.HISTORICAL
    states = (_in_state(parse, place, Mood.PRESENT) for place in (noun, *_inner_nouns(parse, noun)))
    return next((status for status in (*told[:1], *states) if status is not None), None)


def is_running(parse: Parse, noun: int) -> bool:
    """Whether what describes the noun tells what it does while it stands ("that runs until 2030", "under which they pay")."""
    return any(runs_by(parse, verb, noun) for verb in deeds_beside(parse, noun))


def status_in(parse: Parse, verb: int, noun: int) -> Status | None:
    """What a verb says of an agreement that it governs or describes; None where it says nothing of how far it is."""
    how, part, lemma = mood(parse, verb), part_in(parse, verb, noun), parse.tokens[verb].lemma
    if part is Part.BESIDE:
        return None
    state = _in_state(parse, verb, how) or _starting(parse, verb, how)
    if state is not None:
        return state
    if _is_held_up(parse, verb):
        return Status.PROPOSED
    if is_ending(parse, verb):
        return _ended(parse, verb, part, how)
    if part is Part.DONE_TO:
        return _done_to(parse, verb, lemma, how)
    return _still_open(parse, verb, part, how)


def _in_state(parse: Parse, over: int, how: Mood) -> Status | None:
    """As in "in force", "under negotiation", "on the table" beside a noun or a verb."""
    for prep in children(parse, over, "prep"):
        for target in children(parse, prep, "pobj"):
            words = f"{lower(parse, prep)} {parse.tokens[target].lemma}"
            if words in word_list("agreements", "in_force"):
                return _OPEN.get(how, Status.HISTORICAL if _was_before(parse, over) else Status.IN_FORCE)
            if words in word_list("agreements", "under_way") and not _was_before(parse, over):
                return Status.PROPOSED
    return None


def _was_before(parse: Parse, over: int) -> bool:
    """As in "had been in force": no more."""
    return any(lower(parse, c) == "had" for c in children(parse, over, "aux"))


def is_ending(parse: Parse, verb: int) -> bool:
    """Whether the verb tells of an end ("expired", "tore up")."""
    lemma = parse.tokens[verb].lemma
    phrases = {f"{lemma} {lower(parse, c)}" for c in children(parse, verb, "prt", "advmod", "prep")}
    return lemma in word_list("agreements", "ending") or bool(phrases & word_list("agreements", "ending_phrases"))


def _ended(parse: Parse, verb: int, part: Part, how: Mood) -> Status | None:
    """Ended, or still standing since its end lies ahead ("that expires in May"); what it ends itself is another thing."""
    if part is Part.DOER and children(parse, verb, "dobj"):
        return None
    return Status.HISTORICAL if how is Mood.PAST else Status.IN_FORCE


def _starting(parse: Parse, verb: int, how: Mood) -> Status | None:
    """As in "took effect" and "came into force"."""
    takes = parse.tokens[verb].lemma == "take" and any(
        parse.tokens[c].lemma == "effect" for c in children(parse, verb, "dobj")
    )
    into = any(
        f"{lower(parse, p)} {parse.tokens[o].lemma}" in word_list("agreements", "into_force")
        for p in children(parse, verb, "prep")
        for o in children(parse, p, "pobj")
    )
    if not (takes or into):
        return None
    return Status.IN_FORCE if how is Mood.PAST else Status.EXPECTED


def _still_open(parse: Parse, verb: int, part: Part, how: Mood) -> Status | None:
    """As in "is due by 2030", "remains blocked" and "would bind both"."""
    due = any(_expects(parse, c) for c in children(parse, verb, "acomp"))
    awaits = parse.tokens[verb].lemma in word_list("agreements", "awaiting") and any(
        parse.tokens[c].lemma in word_list("agreements", "approvals") for c in children(parse, verb, "dobj")
    )
    if awaits or (due and how in (Mood.PAST, Mood.PRESENT)):
        return Status.EXPECTED
    would = how is Mood.POSSIBLE and parse.tokens[verb].lemma in word_list("agreements", "running")
    return Status.PROPOSED if would and part is Part.DOER else None


def _is_held_up(parse: Parse, verb: int) -> bool:
    """As in "remains blocked" and "is stuck"."""
    words = {lower(parse, c) for c in (verb, *children(parse, verb, "acomp", "oprd", "advcl", "xcomp"))}
    return bool(words & word_list("agreements", "held_up"))


def _done_to(parse: Parse, verb: int, lemma: str, how: Mood) -> Status | None:
    """Signed, granted, agreed, proposed, extended: what somebody did to the agreement."""
    to_come = parse.tokens[verb].dep in ("acl", "relcl") and any(
        lower(parse, c) == "to" for c in children(parse, verb, "aux")
    )
    if lemma in word_list("agreements", "proposing"):
        return Status.EXPECTED if how is Mood.FUTURE else Status.PROPOSED
    if lemma in word_list("agreements", "signing") or lemma in word_list("agreements", "making"):
        if to_come and how is Mood.NONE:
            return Status.EXPECTED
        return _OPEN.get(how, Status.SIGNED if how is Mood.PAST else None)
    if lemma in word_list("agreements", "renewing") and how is not Mood.DENIED:
        return Status.IN_FORCE
    if lemma in word_list("modality", "expecting") and how in (Mood.PAST, Mood.PRESENT):
        return Status.EXPECTED
    return None


def runs_by(parse: Parse, verb: int, noun: int) -> bool:
    """As in "runs for 20 years" and "under which ships must pay"."""
    how, part = mood(parse, verb), part_in(parse, verb, noun)
    if part is Part.UNDER:
        return how in (Mood.PRESENT, Mood.POSSIBLE)
    worth = any(lower(parse, c) == "worth" for c in children(parse, verb, "acomp", "prep", "attr"))
    runs = parse.tokens[verb].lemma in word_list("agreements", "running") or (
        parse.tokens[verb].lemma == "be" and worth
    )
    return part is Part.DOER and how is Mood.PRESENT and runs
