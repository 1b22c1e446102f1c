"""Between whom an agreement is, from its own words outwards, and on which date."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from builder.analyse.agreements.deeds import deeds_beside, is_ending, status_in
from builder.analyse.agreements.nouns import Mention
from builder.analyse.agreements.strangers import fitting, may_stand_in
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.naming import Naming, is_collective, leading_two, parties_before, parties_in
from builder.analyse.parsing import Parse
from builder.analyse.syntax import (
    OWNERS,
    above,
    agents,
    children,
    conjuncts,
    first_conjunct,
    lower,
    short_phrase,
    subjects,
)
from builder.analyse.when import When, read_when
from builder.model.claims import ActorKind, AgreementKind
from builder.model.text import SourceText, Span

_TWO = 2
_MOST_DATES = 20  # of one sentence
_FARTHEST = 12  # steps up from a date
_SUPPLY_LINKS = ("to", "from", "with", "by", "between", "among", "of", "for")


def told_parties(parse: Parse, naming: Naming, mention: Mention) -> tuple[str, ...]:
    """Those in the agreement's own phrase, then those that its verb names."""
    found = dict.fromkeys(_in_phrase(parse, naming, mention.noun))
    if mention.rule == "supply":
        found |= dict.fromkeys(n for one in conjuncts(parse, mention.noun)[1:] for n in _in_phrase(parse, naming, one))
    if mention.rule in ("stake", "accord"):
        found |= dict.fromkeys(
            n for i in range(mention.first, mention.last + 1) for n in [naming.party_at(i)] if n is not None
        )
    for party in (*_of_deeds(parse, naming, mention), *_of_verb(parse, naming, mention)):
        if len(found) < _TWO or mention.rule not in ("named", "shared", "joint"):
            found.setdefault(party)
    return tuple(party for party in found if _can_sign(naming, party))


def _can_sign(naming: Naming, party: str) -> bool:
    """Whether a name may be a party: no person, who signs for somebody, and no court, which rules on what others signed."""
    judges = {word.lower() for word in party.split()} & word_list("agreements", "judges")
    full_name = (
        naming.kinds.get(party) is ActorKind.PERSON and " " in party
    )  # a single name may be a house taken for a person
    return not full_name and not judges


def _of_deeds(parse: Parse, naming: Naming, mention: Mention) -> list[str]:
    """Who is told beside the agreement: "signed by Tarn and Ossel", "reached with Tarn", "that gives Tarn a port"."""
    found: list[str] = []
    if mention.rule not in ("named", "shared", "joint"):
        return found
    for verb in deeds_beside(parse, mention.noun):
        for actor in agents(parse, verb):
            found += _named_or_meant(parse, naming, actor)
        for prep in children(parse, verb, "prep", "dative", "agent"):
            if parse.tokens[prep].text.lower() in ("with", "to", "between", "by"):
                found += [n for o in children(parse, prep, "pobj") for n in parties_in(parse, naming, o)]
        given = [c for c in children(parse, verb, "dative") if parse.tokens[c].pos in ("NOUN", "PROPN")]
        found += [n for c in given[-1:] for n in parties_in(parse, naming, c)]
    return found


def parties_of(parse: Parse, naming: Naming, mention: Mention, told: tuple[str, ...]) -> tuple[str, ...]:
    """Those told; where they are less than two, in an article between two, those of them that the paragraph is about.

    These are left out where somebody is told to agree who is none of them.
    """
    found = dict.fromkeys(told)
    two = leading_two(naming)
    if len(told) >= _TWO or not may_stand_in(parse, naming, mention, two):
        return told
    if len(told) == 1:
        found |= dict.fromkeys(_other_state(parse, naming, mention, told[0]))
    if not set(found) <= set(two):
        return tuple(found)
    end = parse.sentences[parse.sentence_of[mention.noun]][1]
    for reach in (mention.last + 1, end):
        for party in parties_before(parse, naming, reach):
            if len(found) < _TWO and party in two and _can_sign(naming, party):
                found.setdefault(party)
    return tuple(found)


def _other_state(parse: Parse, naming: Naming, mention: Mention, one: str) -> tuple[str, ...]:
    """The one other state that the sentence names, where a state is told to agree with somebody."""
    first, last = parse.sentences[parse.sentence_of[mention.noun]]
    named = {naming.party_at(i) for i in range(first, last)} - {one, None}
    states = tuple(name for name in named if name is not None and naming.kinds.get(name) is ActorKind.STATE)
    return states if len(states) == 1 and naming.kinds.get(one) is ActorKind.STATE else ()


def _in_phrase(parse: Parse, naming: Naming, noun: int) -> list[str]:
    found: list[str] = []
    for child in children(parse, noun, *OWNERS):
        if parse.tokens[child].text not in word_table("countries", "governments"):
            found += parties_in(parse, naming, child)
    for prep in children(parse, noun, "prep"):
        if parse.tokens[prep].text.lower() in _SUPPLY_LINKS:
            for target in children(parse, prep, "pobj"):
                found += _named_or_meant(parse, naming, target)
                for deeper in children(parse, target, "prep"):
                    found += [n for o in children(parse, deeper, "pobj") for n in parties_in(parse, naming, o)]
    low, high = parse.edges[noun]
    inside = [n for i in range(noun, min(high, noun + 20) + 1) for n in [naming.party_at(i)] if n is not None]
    told = any(
        parse.tokens[i].text.lower() in ("between", "among") for i in range(max(low, noun), min(high, noun + 20) + 1)
    )
    if told and len(set(found)) < _TWO:
        found += inside or _printed_after(parse, noun)
    return found


def _printed_after(parse: Parse, noun: int) -> list[str]:
    """The names after "between" as they are printed, where nothing else is known of them."""
    names = []
    for prep in children(parse, noun, "prep"):
        if parse.tokens[prep].text.lower() in ("between", "among"):
            heads = [c for o in children(parse, prep, "pobj") for c in conjuncts(parse, o)]
            spans = [parse.span(*short_phrase(parse, h)) for h in heads if parse.tokens[h].pos == "PROPN"]
            names += [" ".join(s.of(parse.text).split()) for s in spans]
    return names


def _named_or_meant(parse: Parse, naming: Naming, head: int) -> tuple[str, ...]:
    named = parties_in(parse, naming, head)
    if named or not is_collective(parse, head):
        return named
    before = fitting(parse, naming, head, parties_before(parse, naming, head))
    return before or fitting(parse, naming, head, leading_two(naming))


def _of_verb(parse: Parse, naming: Naming, mention: Mention) -> list[str]:
    """Who signs, and with, to or from whom."""
    found: list[str] = []
    verb = mention.verb
    links = (
        ("with", "to", "from", "by", "for", "in") if mention.rule == "works" else ("with", "to", "from", "by", "for")
    )
    for one in (verb, *above(parse, verb)) if verb is not None else ():
        if parse.tokens[one].pos not in ("VERB", "AUX", "NOUN"):
            continue
        actors = agents(parse, one) or tuple(s for s in subjects(parse, one) if s != mention.noun)
        for actor in actors:
            if first_conjunct(parse, actor) != mention.noun and not _is_agreement(parse, actor):
                found += _named_or_meant(parse, naming, actor)
        for prep in children(parse, one, "prep", "dative", "agent"):
            if parse.tokens[prep].text.lower() in links:
                found += [n for o in children(parse, prep, "pobj") for n in parties_in(parse, naming, o)]
        if found or parse.tokens[one].dep in ("ROOT", "ccomp"):
            break
    for thing in children(parse, verb, "dobj", "dative") if verb is not None else ():
        if thing != mention.noun:
            found += parties_in(parse, naming, thing)
    return found


def _is_agreement(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    nouns = word_table("agreements", "nouns")
    return token.lemma in nouns or token.text.lower() in nouns


def read_dates_of(
    text: SourceText, parse: Parse, mentions: Sequence[Mention], published: str | None
) -> Mapping[int, tuple[When, ...]]:
    """The dates of each sentence that names an agreement, at most as many of one as a reader would count."""
    found = {}
    for number in sorted({parse.sentence_of[m.noun] for m in mentions}):
        first, last = parse.sentences[number]
        span = parse.span(first, last - 1)
        found[number] = read_when(span.of(text.text), span.start, published)[:_MOST_DATES]
    return found


def date_of(parse: Parse, mention: Mention, dates: Sequence[When]) -> When | None:
    """The date of its clause, else the one within its own words; `dates` are those of its sentence."""
    if mention.kind is AgreementKind.ARMS and mention.rule == "supply":
        return None
    dates = [d for d in dates if not _is_bound(parse, d)]
    told = _told_date(parse, mention, dates)
    if told is not None:
        return told
    verb = mention.verb
    if verb is not None:
        reach = _clause_reach(parse, verb)
        near = [d for d in dates if reach.holds(d.span) and not _is_of_another(parse, d, mention)]
        if near:
            return _nearest(near, parse.tokens[mention.noun].start)
    inside = [d for d in dates if parse.span(mention.first, mention.last).holds(d.span)]
    return inside[0] if inside else None


def _told_date(parse: Parse, mention: Mention, dates: Sequence[When]) -> When | None:
    """The date of what is told beside the agreement: "signed in May", "in force since 2010", "in 2003, when they signed it"."""
    verbs = [v for v in deeds_beside(parse, mention.noun) if status_in(parse, v, mention.noun) is not None]
    places = [parse.edges[v] for v in verbs if not is_ending(parse, v)]
    places += [parse.edges[p] for p in children(parse, mention.noun, "prep") if lower(parse, p) in ("in", "since")]
    verb = mention.verb
    if (
        verb is not None
        and parse.tokens[verb].dep in ("relcl", "advcl")
        and any(lower(parse, c) == "when" for c in parse.children[verb])
    ):
        places.append(parse.edges[parse.tokens[verb].head])
    for low, high in places:
        within = [d for d in dates if parse.span(low, high).holds(d.span)]
        if within:
            return within[0]
    return None


def _is_bound(parse: Parse, when: When) -> bool:
    """Whether the date only tells how long something holds ("until 2030", "the end of May")."""
    i = bisect_left(parse.tokens, when.span.start, key=lambda t: t.start)
    before = " ".join(lower(parse, k) for k in range(max(0, i - 2), i))
    return before == "end of" or before.rpartition(" ")[2] in ("until", "till", "through")


def _is_of_another(parse: Parse, when: When, mention: Mention) -> bool:
    """Whether the date stands in a clause about another noun ("a tie that dates back to 1950")."""
    i = bisect_left(parse.tokens, when.span.start, key=lambda t: t.start)
    for _ in range(_FARTHEST):
        token = parse.tokens[min(i, len(parse.tokens) - 1)]
        if token.head in (i, mention.verb, mention.noun) or i == mention.verb:
            return False
        if token.dep in ("relcl", "appos", "acl") and i != mention.verb:
            return True
        i = token.head
    return False


def _clause_reach(parse: Parse, verb: int) -> Span:
    first, last = parse.edges[verb]
    for child in children(parse, verb, "conj", "ccomp", "parataxis"):
        low, high = parse.edges[child]
        if low > verb:
            last = min(last, low - 1)
        elif high < verb:
            first = max(first, high + 1)
    return parse.span(min(first, verb), max(last, verb))


def _nearest(dates: Sequence[When], offset: int) -> When:
    return min(dates, key=lambda d: (abs(d.span.start - offset), d.span.start))
