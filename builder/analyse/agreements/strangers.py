"""Whether those between whom an article is may be meant by an agreement whose own words name fewer than two."""

from collections.abc import Iterator, Sequence

from builder.analyse.agreements.deeds import Part, deeds_beside, part_in
from builder.analyse.agreements.nouns import Mention, lemma_of, modifiers
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.naming import Naming, is_collective, parties_in
from builder.analyse.parsing import Parse
from builder.analyse.syntax import OWNERS, agents, children, conjuncts, lower
from builder.model.claims import ActorKind, AgreementKind

_BETWEEN = frozenset(("between", "among", "with"))
_OF_STATES = frozenset(
    (AgreementKind.TREATY, AgreementKind.TRADE, AgreementKind.ARMS, AgreementKind.BASING, AgreementKind.STATEMENT)
)
_WHOSE = frozenset(("in", "of", "to"))
_HOUSES = frozenset((ActorKind.COMPANY, ActorKind.ORGANISATION))


def may_stand_in(parse: Parse, naming: Naming, mention: Mention, two: Sequence[str]) -> bool:
    """Whether all who are told to agree may be of `two`: "ministers" of states and no "brewer".

    Where nobody is told, a kind of agreement that everybody makes ("a lease") is that of those whom its sentence names.
    """
    told = [one for head in _told(parse, mention) for one in conjuncts(parse, head)]
    if told:
        return all(_may_be(parse, naming, one, two) or _may_sign(naming, mention, one) for one in told)
    private = lemma_of(parse, mention.noun) in word_list("agreements", "private")
    return not private or mention.kind in _OF_STATES or _is_named(parse, naming, mention, two)


def fitting(parse: Parse, naming: Naming, head: int, two: Sequence[str]) -> tuple[str, ...]:
    """Those of `two` that a noun may stand for: "the companies" are no states, "the leaders of the two banks" none's."""
    if _is_of_others(parse, naming, head, two):
        return ()
    firms = parse.tokens[head].lemma in word_list("agreements", "firms")
    return tuple(one for one in two if not firms or naming.kinds.get(one) in _HOUSES)


def _is_of_others(parse: Parse, naming: Naming, head: int, two: Sequence[str]) -> bool:
    """Whether what stands behind a noun makes it others': "leaders of the two banks", "the two sides in Tarn’s war"."""
    for prep in children(parse, head, "prep"):
        word = lower(parse, prep)
        for behind in children(parse, prep, "pobj") if word in _WHOSE else ():
            counted = parse.tokens[behind].tag == "NNS" and children(parse, behind, "det", "nummod", "predet")
            if word == "of" and counted:
                return not _may_own(parse, naming, behind, two)
            states = set(_states_in(parse, naming, behind))
            if states and states.isdisjoint(two):
                return True
    return False


def _may_own(parse: Parse, naming: Naming, noun: int, two: Sequence[str]) -> bool:
    """Whether several that own somebody or something may be `two`: "countries", "armies", and not "banks"."""
    if parse.tokens[noun].lemma in word_list("agreements", "firms"):
        return bool(fitting(parse, naming, noun, two))
    known = parse.tokens[noun].lemma in word_list("agreements", "lands") or _acts_for_state(parse, noun)
    return known or not set(parties_in(parse, naming, noun)).isdisjoint(two)


def _states_in(parse: Parse, naming: Naming, noun: int) -> Iterator[str]:
    """The states that a noun or what stands before it names, and none where it is only a place: "in the Danish capital"."""
    if parse.tokens[noun].lemma in word_list("positions", "towns"):
        return
    for i in (noun, *children(parse, noun, *OWNERS)):
        name = naming.party_at(i)
        place = parse.tokens[i].text in word_table("countries", "governments")
        if name is not None and naming.kinds.get(name) is ActorKind.STATE and not place:
            yield name


def _told(parse: Parse, mention: Mention) -> Iterator[int]:
    """Who is told to agree: those that it is between, and those who sign it."""
    yield from _partners(parse, mention.noun)
    verbs = [*deeds_beside(parse, mention.noun), *([mention.verb] if mention.verb is not None else [])]
    for verb in verbs:
        if _is_agreeing(parse, verb, mention.noun):
            yield from (one for one in agents(parse, verb) if one != mention.noun)
            yield from _partners(parse, verb)


def _partners(parse: Parse, over: int) -> Iterator[int]:
    for prep in children(parse, over, "prep"):
        if lower(parse, prep) in _BETWEEN:
            yield from children(parse, prep, "pobj")


def _is_agreeing(parse: Parse, verb: int, noun: int) -> bool:
    """Whether who does it is a side: "signed a pact", "entered into a pact" and not "passes under a pact"."""
    lemma = parse.tokens[verb].lemma
    made = lemma in word_list("agreements", "making") | word_list("agreements", "having")
    return lemma in word_list("agreements", "signing") or (made and part_in(parse, verb, noun) is Part.DONE_TO)


def _may_be(parse: Parse, naming: Naming, head: int, two: Sequence[str]) -> bool:
    token = parse.tokens[head]
    named = parties_in(parse, naming, head)
    if named:
        return not set(named).isdisjoint(two)
    if token.lemma in word_list("agreements", "firms"):
        return bool(fitting(parse, naming, head, two))
    if token.pos == "PRON" or is_collective(parse, head):
        return not _is_of_others(parse, naming, head, two)
    local = modifiers(parse, head) & (word_list("positions", "no_office") | word_list("agreements", "local"))
    if local or _is_of_others(parse, naming, head, two):
        return False
    return _acts_for_state(parse, head) and any(naming.kinds.get(n) is ActorKind.STATE for n in two)


def _may_sign(naming: Naming, mention: Mention, head: int) -> bool:
    """Whether a person of whom no office is known may have signed for a state, as nobody signs a treaty for himself."""
    name = naming.party_at(head)
    return mention.kind in _OF_STATES and name is not None and naming.kinds.get(name) is ActorKind.PERSON


def _acts_for_state(parse: Parse, head: int) -> bool:
    word = lower(parse, head)
    words = {parse.tokens[head].lemma, word, word.removesuffix("s")}  # "Ministers" may be read as a name
    lists = (("agreements", "collectives"), ("positions", "both_states"), ("positions", "both_sides"))
    offices = (("positions", "organs"), ("positions", "ministers"), ("roles", "officials"))
    return any(words & word_list(*one) for one in (*lists, *offices))


def _is_named(parse: Parse, naming: Naming, mention: Mention, two: Sequence[str]) -> bool:
    first, last = parse.sentences[parse.sentence_of[mention.noun]]
    return any(naming.party_at(i) in two for i in range(first, last))
