"""What somebody is, as printed beside the name: before it, after a comma, in a relative clause, or after "is"."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.analyse.actors.kinds import kind_by_words
from builder.analyse.actors.names import Name, is_capital
from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse
from builder.analyse.syntax import children, conjuncts, trimmed
from builder.model.claims import ActorKind, Role
from builder.model.ids import fold_accents
from builder.model.text import Span

_BELONGING = ("at", "for", "with", "of", "from", "in", "to")
_LONGEST_TITLE = 12  # tokens
_LONGEST_AFFILIATION = 16  # tokens
_ORGANISED = (ActorKind.ORGANISATION, ActorKind.COMPANY, ActorKind.PUBLICATION, ActorKind.BLOC)
_DETERMINERS = ("the", "a", "an")


@dataclass(frozen=True, slots=True)
class SeenRole:
    """A role at a place. `expert`: its holder is somebody whose judgement is asked for; `official`: who acts for a state."""

    role: Role
    span: Span
    head: str
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
    return (token.lemma in word_list("roles", "people") or word in word_list("roles", "people")) and token.pos in (
        "NOUN",
        "PROPN",
    )


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
    if parse.tokens[name.last].dep != "appos" and parse.tokens[name.first].dep != "appos":
        return
    yield parse.tokens[name.last].head


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
        heads_phrase = following is None or following.pos not in ("NOUN", "PROPN") or following.text in (",",)
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
        elif parse.tokens[verb].lemma == "serve":
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
    organisation = _organisation_before(parse, first, noun)
    last, place = noun, None
    if organisation is not None:
        place = organisation
        first = organisation[1] + 1
        if parse.tokens[first].tag == "POS":
            first += 1
    else:
        last, place = _belonging(parse, noun, name)
    first, last = trimmed(parse, min(first, noun), last)
    title = _words(parse, first, last)
    affiliation = _words(parse, *place) if place is not None else None
    span = parse.span(min(first, place[0]) if place else first, max(last, place[1]) if place else last)
    return SeenRole(Role(title, affiliation), span, parse.tokens[noun].lemma, _is_expert(title, affiliation, parse, span))


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
        if parse.tokens[i].text in (",", ";", "—", "–", "(", "“", '"') or parse.tokens[i].pos in ("VERB", "AUX", "CCONJ"):
            return i + 1
    return first


def _is_modifier(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    return token.pos in ("ADJ", "NOUN", "PROPN") or token.text in ("-", "’s", "'s")


def _organisation_before(parse: Parse, first: int, noun: int) -> tuple[int, int] | None:
    """An organisation's name among the modifiers of the noun ("a Tarn University lecturer")."""
    first, _ = trimmed(parse, first, noun)
    last = first
    while last < noun and (is_capital(parse.tokens[last]) or parse.tokens[last].text in ("of", "for", "&", "-", "the")):
        last += 1
    owns = first < last <= noun and parse.tokens[last].tag == "POS" and parse.tokens[first].ent == "ORG"
    for end in range(min(last, noun), first, -1):
        words = tuple(parse.tokens[i].text for i in range(first, end))
        if (owns and end == last) or kind_by_words(words) in _ORGANISED:
            return first, end - 1
    return None


def _belonging(parse: Parse, noun: int, name: Name) -> tuple[int, tuple[int, int] | None]:
    """Where the title ends, and the name of the house it is held at ("fellow at the Tarn Institute")."""
    last = noun
    for prep in children(parse, noun, "prep"):
        word = parse.tokens[prep].text.lower()
        if prep != last + 1 or word not in _BELONGING or prep > noun + _LONGEST_TITLE:
            continue
        for target in children(parse, prep, "pobj"):
            place = _name_within(parse, prep + 1, parse.edges[target][1])
            if place is not None and not (word == "of" and place[0] == place[1] and _is_office(parse, noun)):
                return last, place
            if not name.first <= target <= name.last and word != "with":
                last = min(target, noun + _LONGEST_TITLE)
    return last, None


def _is_office(parse: Parse, noun: int) -> bool:
    """Whether "of" names the office and no house ("secretary of state")."""
    return parse.tokens[noun].lemma in ("secretary", "minister", "speaker")


def _name_within(parse: Parse, first: int, last: int) -> tuple[int, int] | None:
    """The capitalised name at the head of a phrase, glue and possessives inside, a following "in Tarn" left out."""
    last = min(last, first + _LONGEST_AFFILIATION)
    while first <= last and parse.tokens[first].text.lower() in _DETERMINERS:
        first += 1
    end = first
    for i in range(first, last + 1):
        token = parse.tokens[i]
        if is_capital(token) or (token.text.isupper() and token.text.isalpha()):
            end = i + 1
        elif end == first or token.text.lower() not in ("of", "for", "and", "&", "-", "’s", "'s", "the", "on", "–"):
            if end == i and token.pos == "NOUN" and token.lemma in word_list("names", "organisation_nouns"):
                end = i + 1
            break
    if end == first:
        return None
    words = tuple(parse.tokens[i].text for i in range(first, end))
    if words[0].lower().rstrip(".") in word_list("roles", "titles"):
        return None
    known = kind_by_words(words)
    is_place = known in (ActorKind.STATE, ActorKind.PLACE) or parse.tokens[end - 1].ent in ("GPE", "LOC")
    nothing = fold_accents(words[-1]) in word_list("names", "things") and known is None
    return None if (is_place and known not in _ORGANISED) or nothing else (first, end - 1)


def _title(parse: Parse, name: Name) -> SeenRole | None:
    """The title printed with a capital before the name."""
    if name.title_first is None or name.title_first >= name.first:
        return None
    first, last = name.title_first, name.first - 1
    words = [parse.tokens[i].text.lower().rstrip(".") for i in range(first, last + 1)]
    if all(w in word_list("roles", "bare_titles") for w in words):
        return None
    organisation = _organisation_before(parse, first, last)
    start = organisation[1] + 1 if organisation is not None else first
    before = first - 1
    if before >= 0 and parse.tokens[before].text.lower() in word_list("roles", "former") and start == first:
        start = before
    affiliation = _words(parse, *organisation) if organisation is not None else None
    title = _words(parse, start, last)
    span = parse.span(min(first, start), last)
    return SeenRole(Role(title, affiliation), span, words[-1], _is_expert(title, affiliation, parse, span))


def _words(parse: Parse, first: int, last: int) -> str:
    return parse.text[parse.tokens[first].start : parse.tokens[last].end]


def _is_expert(title: str, affiliation: str | None, parse: Parse, span: Span) -> bool:
    words = title.lower().replace("-", " ").split()
    if any(w in word_list("roles", "experts") for w in words):
        return True
    assists = any(w in word_list("roles", "research_assistants") for w in words)
    if assists and any(w in word_list("roles", "expert_modifiers") for w in words):
        return True
    leads = any(w in word_list("roles", "leading_roles") for w in words)
    around = f"{affiliation or ''} {parse.text[span.start : span.end + 80].partition('. ')[0]}"
    return leads and any(body in around for body in sorted(word_list("roles", "expert_bodies")))
