"""The house at which a role is held: a name before the noun, after "at", or a state in its nationality."""

from builder.analyse.actors.kinds import kind_by_words
from builder.analyse.actors.runs import Name, is_capital
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.syntax import children, trimmed
from builder.model.claims import ActorKind
from builder.model.ids import fold_accents

_BELONGING = ("at", "for", "with", "of", "from", "in", "to")
_LONGEST_AFFILIATION = 16  # tokens
_LONGEST_TITLE = 12  # tokens
_ORGANISED = (ActorKind.ORGANISATION, ActorKind.COMPANY, ActorKind.PUBLICATION, ActorKind.BLOC)
_DETERMINERS = ("the", "a", "an")


def organisation_before(parse: Parse, first: int, noun: int) -> tuple[int, int] | None:
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


def belonging(parse: Parse, noun: int, name: Name) -> tuple[int, tuple[int, int] | None]:
    """Where the title ends, and the name of the house it is held at ("fellow at the Tarn Institute")."""
    last = noun
    for prep in children(parse, noun, "prep"):
        word = parse.tokens[prep].text.lower()
        if (
            name.first <= prep <= name.last
            or prep != last + 1
            or word not in _BELONGING
            or prep > noun + _LONGEST_TITLE
        ):
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


def state_apart(title: str) -> tuple[str, str | None]:
    """A title and the state whose nationality opens it, in the state's usual name ("Tarnish envoy" → envoy, Tarn)."""
    words = title.split()
    for size in (3, 2, 1):
        whole = " ".join(words[:size])
        state = word_table("countries", "names").get(whole) or word_table("countries", "demonyms").get(whole)
        if state is not None and len(words) > size:
            return " ".join(words[size:]), whole if whole in word_table("countries", "names") else state
    return title, None
