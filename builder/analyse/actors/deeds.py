"""What somebody does said by a verb: "who chairs the board", "has run the harbour since", "who teaches at the Tarn School"."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.analyse.actors.affiliations import house_behind
from builder.analyse.actors.houses import Houses
from builder.analyse.actors.runs import Name
from builder.analyse.actors.sites import after_name
from builder.analyse.actors.trades import is_quoted, opening
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.syntax import lower

_REACH = 8  # tokens between a verb and the "at" that says where
_AT_ONCE = 3
_NO_NOUN = "-"
_AT = frozenset(("at", "for", "with", "in"))


@dataclass(frozen=True, slots=True)
class Deed:
    """What a verb makes of its subject: a noun or nothing, a house or nothing; `verb` and `house_places` are where."""

    title: str | None
    house: str | None
    verb: int
    places: tuple[tuple[int, int], ...]


def verb_after_who(parse: Parse, who: int) -> int | None:
    """The verb of the clause that "who" begins; None where it is negated or only may be."""
    end = parse.sentences[parse.sentence_of[who]][1]
    i = who + 1
    while i < end and lower(parse, i) in word_list("roles", "before_verb"):
        i += 1
    if i >= end or parse.tokens[i].text in (",", ";", "."):
        return None
    return i


def deed_of(parse: Parse, verb: int, houses: Houses) -> Deed | None:
    """What the verb says of its subject."""
    lemma = parse.tokens[verb].lemma
    leading = word_table("roles", "leads").get(lemma)
    if leading is not None:
        return _leading(parse, verb, leading, houses)
    working = word_table("roles", "works").get(lemma)
    if working is None:
        return None
    found = _place(parse, verb, houses, at_once=lemma in word_list("roles", "at_once"))
    if found is None and working == _NO_NOUN:
        return None
    name, places = found if found is not None else (None, ())
    return Deed(_noun(working), name, verb, places)


def _noun(listed: str) -> str | None:
    """The noun that English makes of the verb ("heads": head); where it makes none, nobody is given one."""
    return None if listed == _NO_NOUN else listed


def _leading(parse: Parse, verb: int, title: str, houses: Houses) -> Deed | None:
    """A verb whose object is the house: "heads the district assembly"."""
    if title == "president" and lower(parse, verb + 1) != "over":
        return None
    found = house_behind(
        parse, verb + 1 + (title == "president"), houses, any_noun=title in word_list("roles", "of_things")
    )
    return Deed(_noun(title), found[0], verb, found[1]) if found is not None else None


def _place(parse: Parse, verb: int, houses: Houses, *, at_once: bool) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """The house behind "at", "for" or "with" in the verb's clause."""
    end = min(verb + (_AT_ONCE if at_once else _REACH), parse.sentences[parse.sentence_of[verb]][1] - 1)
    for i in range(verb + 1, end):
        if parse.tokens[i].text in (",", ";", "“", "”") or parse.tokens[i].tag == "CC":
            return None
        if lower(parse, i) in _AT:
            found = house_behind(parse, i + 1, houses, any_noun=False)
            if found is not None:
                return found
    return None


def deeds_by(parse: Parse, name: Name, houses: Houses) -> Iterator[Deed]:
    """What a house is said to be by the name: "the charity founded by Jo Doe"."""
    first = name.first if name.title_first is None else name.title_first
    if parse.tokens[first - 1].pos == "NOUN":
        first = opening(parse, first - 1, 0)
    first -= first > 0 and parse.tokens[first - 1].tag == "DT"
    verb = first - 2
    if verb < 1 or lower(parse, first - 1) != "by" or parse.tokens[verb].tag not in ("VBN", "VBD"):
        return
    title = word_table("roles", "leads").get(parse.tokens[verb].lemma)
    house = houses.at.get(verb - 1 - (parse.tokens[verb - 1].text == ","))
    if title is not None and house is not None:
        yield Deed(_noun(title), house.name, verb, ((house.first, house.last), house.full))


def deeds_in_clause(parse: Parse, name: Name, houses: Houses) -> Iterator[Deed]:
    """What the name's own clause says it does now or since when; not within a quotation."""
    end = parse.sentences[parse.sentence_of[name.last]][1]
    verb = after_name(parse, name)
    if verb < end and parse.tokens[verb].text == ",":
        verb += 1
    start = verb
    while verb < end and lower(parse, verb) in word_list("roles", "before_verb"):
        verb += 1
    if verb >= end or is_quoted(parse, name.last):
        return
    perfect = any(parse.tokens[k].lemma == "have" for k in range(start, verb))
    if (parse.tokens[verb].tag == "VBZ" and parse.tokens[verb].lemma != "be") or perfect:
        found = deed_of(parse, verb, houses)
        if found is not None:
            yield found
