"""What somebody is, as printed beside the name: before it, after a comma, in a relative clause, or after "is"."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.analyse.actors.affiliations import belonging, organisation_before, state_apart
from builder.analyse.actors.expertise import is_expert
from builder.analyse.actors.runs import Name
from builder.analyse.genders import leaning_of
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.mentions import is_person_noun
from builder.analyse.parsing import Parse
from builder.analyse.syntax import children, conjuncts, trimmed
from builder.model.claims import Role
from builder.model.text import Span

_LONGEST_TITLE = 12  # tokens
_HOLDING = frozenset(("serve", "work", "follow", "succeed", "retire", "return", "act", "join"))  # … as


@dataclass(frozen=True, slots=True)
class SeenRole:
    """A role at a place. `expert`: its holder is somebody whose judgement is asked for."""

    role: Role
    span: Span
    expert: bool


def roles_of(parse: Parse, name: Name) -> tuple[SeenRole, ...]:
    """The roles that stand beside a name, in the order of printing."""
    found = [role for noun in _nouns(parse, name) for role in _read_nouns(parse, noun, name)]
    title = _title(parse, name)
    found += [title] if title is not None else []
    return tuple(sorted(found, key=lambda r: r.span))


def is_presented(parse: Parse, name: Name) -> bool:
    """Whether a role stands beside the name, or "who" after it."""
    after = name.last + 1
    if after < len(parse.tokens) and parse.tokens[after].text == ",":
        after += 1
    who = after < len(parse.tokens) and parse.tokens[after].text.lower() in ("who", "whom")
    return who or bool(roles_of(parse, name))


def _nouns(parse: Parse, name: Name) -> Iterator[int]:
    """The nouns for people that are said of the name."""
    seen: set[int] = set()
    for noun in (
        *_before(parse, name),
        *_after_comma(parse, name),
        *_appositions(parse, name),
        *_copulas(parse, name),
    ):
        if noun not in seen and is_people_noun(parse, noun):
            seen.add(noun)
            yield noun


def is_people_noun(parse: Parse, i: int) -> bool:
    """Whether the word is a noun for a person ("lecturer")."""
    token = parse.tokens[i]
    word = token.text.lower()
    if token.tag in ("NNS", "NNPS"):
        return False
    listed = word in word_list("roles", "people") or token.lemma in word_list("roles", "people")
    noun = token.pos in ("NOUN", "PROPN") or (token.pos == "ADJ" and word.endswith("ist"))  # taken for an adjective
    return noun and (listed or _is_trade(token.lemma))


def _is_trade(noun: str) -> bool:
    """Whether the noun says what somebody does, and not only whose relative or neighbour that is."""
    related = noun in word_table("speakers", "ties") or noun in word_list("speakers", "anybody")
    related = related or noun in word_list("speakers", "firms")
    return is_person_noun(noun) and not related and not leaning_of((noun,))


def _before(parse: Parse, name: Name) -> Iterator[int]:
    """A role directly before the name, with or without a comma ("the island's ambassador, Jo Doe", "leader Jo Doe")."""
    first = name.first if name.title_first is None else name.title_first
    at = first - 1
    if at < 0:
        return
    token = parse.tokens[at]
    if token.text != ",":
        if not token.text.endswith("s"):
            yield at
        return
    if "appos" in (parse.tokens[name.last].dep, parse.tokens[name.first].dep):
        yield parse.tokens[name.last].head
    after = name.last + 1
    if after < len(parse.tokens) and parse.tokens[after].text == ",":
        yield from _role_up_to(parse, at)


def _role_up_to(parse: Parse, comma: int) -> Iterator[int]:
    """The noun for a person that stands before a comma, by itself or with its "of", "to", "at"."""
    floor = parse.sentences[parse.sentence_of[comma]][0]
    for i in range(comma - 1, max(floor, comma - _LONGEST_TITLE) - 1, -1):
        if parse.tokens[i].pos in ("PUNCT", "VERB", "AUX"):
            return
        if is_people_noun(parse, i):
            if i == comma - 1 or parse.tokens[i + 1].pos == "ADP":
                yield i
            return


def _after_comma(parse: Parse, name: Name) -> Iterator[int]:
    """The noun that heads what follows the comma, if all words up to it belong to it."""
    comma = name.last + 1
    if comma + 1 >= len(parse.tokens) or parse.tokens[comma].text not in (",", "(", "—", "–"):
        return
    end = min(comma + _LONGEST_TITLE, parse.sentences[parse.sentence_of[comma]][1])
    for i in range(comma + 1, end):
        if parse.tokens[i].text in (",", ";", "(", ")", ":") or parse.tokens[i].pos in ("VERB", "AUX"):
            return
        if parse.tokens[i].dep in ("prep", "pobj") and i > comma + 1 and parse.tokens[i].pos == "ADP":
            return
        following = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else None
        heads_phrase = following is None or following.pos not in ("NOUN", "PROPN")
        if is_people_noun(parse, i) and heads_phrase:
            yield i
            return


def _appositions(parse: Parse, name: Name) -> Iterator[int]:
    for i in range(name.first, name.last + 1):
        for child in children(parse, i, "appos"):
            if child > name.last:
                yield child


def _copulas(parse: Parse, name: Name) -> Iterator[int]:
    """As in "Jo Doe is a fellow" and "Jo Doe, who is a fellow"."""
    token = parse.tokens[name.last]
    verbs = [token.head] if token.dep == "nsubj" else []
    verbs += [
        c
        for c in children(parse, name.last, "relcl")
        if any(parse.tokens[s].text.lower() == "who" for s in children(parse, c, "nsubj"))
    ]
    for verb in verbs:
        if parse.tokens[verb].lemma == "be" and not children(parse, verb, "neg"):
            yield from children(parse, verb, "attr")
        elif parse.tokens[verb].lemma in _HOLDING:
            for prep in children(parse, verb, "prep"):
                if parse.tokens[prep].text == "as":
                    yield from children(parse, prep, "pobj")


def _read_nouns(parse: Parse, noun: int, name: Name) -> Iterator[SeenRole]:
    """The role of a noun and of those joined to it ("lecturer and adviser")."""
    affiliation = None
    for one in conjuncts(parse, noun):
        if is_people_noun(parse, one) and not name.first <= one <= name.last:
            role = _read(parse, one, name)
            affiliation = affiliation or role.role.affiliation
            yield role


def _read(parse: Parse, noun: int, name: Name) -> SeenRole:
    first = _phrase_start(parse, noun, name)
    organisation = organisation_before(parse, first, noun)
    last, place = noun, None
    if organisation is not None:
        place = organisation
        first = organisation[1] + 1
        if parse.tokens[first].tag == "POS":
            first += 1
    else:
        last, place = belonging(parse, noun, name)
    first, last = trimmed(parse, min(first, noun), last)
    title = _words(parse, first, last)
    affiliation = _words(parse, *place) if place is not None else None
    span = parse.span(min(first, place[0]) if place else first, max(last, place[1]) if place else last)
    if affiliation is None:
        title, affiliation = state_apart(title)
    return SeenRole(Role(title, affiliation), span, is_expert(title, affiliation, parse, span))


def _phrase_start(parse: Parse, noun: int, name: Name) -> int:
    """The first token of the modifiers before the noun, never reaching back over the name."""
    low = parse.edges[noun][0]
    if parse.tokens[noun].dep == "compound" or name.first > noun:
        low = noun
        while low and _is_modifier(parse, low - 1):
            low -= 1
    floor = name.last + 1 if name.last < noun else parse.sentences[parse.sentence_of[noun]][0]
    first = max(low, floor, noun - _LONGEST_TITLE)
    for i in range(noun - 1, first - 1, -1):
        if parse.tokens[i].text in (",", ";", "—", "–", "(", "“", '"') or parse.tokens[i].pos in (
            "VERB",
            "AUX",
            "CCONJ",
        ):
            return i + 1
    return first


def _is_modifier(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    return token.pos in ("ADJ", "NOUN", "PROPN") or token.text in ("-", "’s", "'s")


def _title(parse: Parse, name: Name) -> SeenRole | None:
    """The title printed with a capital before the name."""
    if name.title_first is None or name.title_first >= name.first:
        return None
    first, last = name.title_first, name.first - 1
    words = [parse.tokens[i].text.lower().rstrip(".") for i in range(first, last + 1)]
    if all(w in word_list("roles", "bare_titles") for w in words):
        return None
    organisation = organisation_before(parse, first, last)
    start = organisation[1] + 1 if organisation is not None else first
    before = first - 1
    if before >= 0 and parse.tokens[before].text.lower() in word_list("roles", "former") and start == first:
        start = before
    affiliation = _words(parse, *organisation) if organisation is not None else None
    title = _words(parse, start, last)
    if affiliation is None:
        title, affiliation = state_apart(title)
    after = belonging(parse, name.last, name)[1] if affiliation is None else None
    if after is not None:
        affiliation, last = _words(parse, *after), after[1]
    span = parse.span(min(first, start), last)
    return SeenRole(Role(title, affiliation), span, is_expert(title, affiliation, parse, span))


def _words(parse: Parse, first: int, last: int) -> str:
    return parse.text[parse.tokens[first].start : parse.tokens[last].end]
