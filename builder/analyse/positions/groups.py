"""Words that mean several parties named before: "the two governments", "both sides", "neither"."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import replace

from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.positions.parties import Parties
from builder.analyse.syntax import Body, children, lower

_ALONE = frozenset(("both", "neither"))
_TOGETHER = frozenset(("both", "two", "the", "neither", "these", "those", "their"))
_PLACED = frozenset(("in", "to", "at", "from"))
_PAIR = 2


def with_sides(parse: Parse, body: Body, parties: Parties, states: Collection[str]) -> Parties:
    """The parties with the words that mean two of them; `states` are the ids of those that are states."""
    everybody = {p for i in body for p in [parties.at(i)] if p is not None}
    sides: dict[int, tuple[str, ...]] = {}
    for i in body:
        if parties.at(i) is None and _is_pair(parse, i):
            among = states if _is_of_states(parse, i) else None
            found = _named_before(parse, parties, i, among, everybody)
            if found:
                sides[i] = found
    return replace(parties, sides=sides)


def _is_pair(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    if lower(parse, i) in _ALONE and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return True
    listed = word_list("positions", "both_states") | word_list("positions", "both_sides")
    if token.lemma not in listed or children(parse, i, "poss", "compound", "amod"):
        return False
    before = {lower(parse, c) for c in children(parse, i, "det", "nummod", "predet")}
    return bool(before & _TOGETHER) and (token.tag in ("NNS", "NNPS") or "neither" in before) and "three" not in before


def _is_of_states(parse: Parse, i: int) -> bool:
    return parse.tokens[i].lemma in word_list("positions", "both_states")


def _named_before(
    parse: Parse, parties: Parties, token: int, among: Collection[str] | None, everybody: AbstractSet[str]
) -> tuple[str, ...]:
    """The two that the paragraph named last, where both are parties; of states those two of the article, where it has no more.

    A state that is no party of the briefing may be one of the two; a capital in which something happens is none.
    """
    start = parse.paragraphs[parse.paragraph_of[token]][0]
    found: dict[str, None] = {}
    for i in range(token - 1, start - 1, -1):
        name = None if _is_place(parse, i) else parties.naming.party_at(i)
        party = parties.by_name.get(name, name if parties.naming.state_at(i) else None) if name is not None else None
        if party is not None and (among is None or party in among or party not in everybody):
            found[party] = None
        if len(found) == _PAIR:
            return tuple(sorted(found)) if everybody >= found.keys() else ()
    known = sorted(p for p in everybody if among is None or p in among)
    return tuple(known) if len(known) == _PAIR else ()


def _is_place(parse: Parse, i: int) -> bool:
    before = lower(parse, i - 1) if i else ""
    return before in _PLACED and parse.tokens[i].text in word_table("countries", "governments")
