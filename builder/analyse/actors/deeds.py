"""What somebody does said by a verb: "who chairs the board", "has run the harbour since", "who teaches at the Tarn School"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.analyse.actors.affiliations import house_behind, object_end
from builder.analyse.actors.houses import Houses
from builder.analyse.actors.runs import Name
from builder.analyse.actors.sites import after_name, is_over
from builder.analyse.actors.trades import is_quoted, opening
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.syntax import children, lower
from builder.model.claims import ActorKind

_REACH = 8  # tokens between a verb and the "at" that says where
_AT_ONCE = 3
_NO_NOUN = "-"
_VERB = "verb"
_ON = frozenset(("on", "in"))
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
        found = _leading(parse, verb, leading, houses) or _leading_part(parse, verb, leading, houses)
    elif lemma in word_table("roles", "sits") and lower(parse, verb + 1) in _ON:
        found = _sitting(parse, verb, word_table("roles", "sits")[lemma], houses)
    else:
        found = _working(parse, verb, houses)
    return _past(parse, found) if found is not None else None


def doings(parse: Parse, verb: int) -> tuple[int, ...]:
    """The verb and those joined to it, by the parser or by an "and" before the next mark; for "used to run" the verb behind it."""
    used = children(parse, verb, "xcomp") if lower(parse, verb) == "used" else ()
    joined = [c for v in (verb, *used) for c in (v, *children(parse, v, "conj")) if c != verb or not used]
    end = parse.sentences[parse.sentence_of[verb]][1]
    stop = next((i for i in range(verb, end) if parse.tokens[i].text in (",", ";", ".", "“", "”")), end)
    for i in range(verb, stop - 1):
        if parse.tokens[i].tag == "CC":
            following = verb_after_who(parse, i)
            joined += [following] if following is not None and parse.tokens[following].tag in ("VBZ", "VBD") else []
    return tuple(sorted(set(joined)))


def _past(parse: Parse, deed: Deed) -> Deed:
    """The deed as of somebody who does it no longer, where the clause says until when."""
    head = parse.tokens[deed.verb].head
    used = lower(parse, head) == "used" and parse.tokens[deed.verb].tag == "VB" and head < deed.verb
    over = deed.title not in (None, "founder") and (used or is_over(parse, deed.verb))
    return replace(deed, title=f"former {deed.title}") if over else deed


def _leading(parse: Parse, verb: int, title: str, houses: Houses) -> Deed | None:
    """A verb whose object is the house: "heads the district assembly"."""
    if title == "president" and lower(parse, verb + 1) != "over":
        return None
    thing = title in word_list("roles", "of_things") and parse.tokens[verb + 1].tag not in ("CD", "$")
    found = house_behind(parse, verb + 1 + (title == "president"), houses, any_noun=thing)
    return Deed(title, found[0], verb, found[1]) if found is not None else None


def _leading_part(parse: Parse, verb: int, title: str, houses: Houses) -> Deed | None:
    """A verb whose object is a part of the house: "heads vector control at the Tarn Hospital"."""
    counted = parse.tokens[verb + 1].tag in ("CD", "$")  # "manages 4 billion euros for Tarn Capital"
    end = parse.sentences[parse.sentence_of[verb]][1] - 1
    last = (
        object_end(parse, verb + 1 + (parse.tokens[verb + 1].tag == "$"), end) if counted else _object(parse, verb + 1)
    )
    found = _place(parse, last, houses, at_once=True) if last is not None else None
    if last is None or found is None:
        return None
    if counted:
        return Deed(title, found[0], verb, ((verb, verb), *found[1]))
    return Deed(f"{title} of {_words(parse, verb + 1, last)}", found[0], verb, ((verb, last), *found[1]))


def _sitting(parse: Parse, verb: int, title: str, houses: Houses) -> Deed | None:
    """A verb with "on" and the house: "sits on the transport committee"."""
    found = house_behind(parse, verb + 2, houses, any_noun=False)
    somewhere = found is not None and found[0].split()[-1] in ("side", "sides")  # "on the other side of the hall"
    return Deed(title, found[0], verb, found[1]) if found is not None and not somewhere else None


def _working(parse: Parse, verb: int, houses: Houses) -> Deed | None:
    """A verb with the house behind "at" or "for": "teaches law at the Tarn School", "covers banks for Tarn Research"."""
    lemma = parse.tokens[verb].lemma
    working = word_table("roles", "works").get(lemma)
    if working is None:
        return _at_school(parse, verb, houses)
    field = _field(parse, verb, working)
    found = _place(parse, verb if field is None else field, houses, at_once=lemma in word_list("roles", "at_once"))
    now = parse.tokens[verb].tag == "VBZ" and lower(parse, verb + 1) == "in"  # "now teaches in Tarn"
    if found is None and (working not in word_table("roles", "with_field") or (field is None and not now)):
        return None
    name, places = found if found is not None else (None, ())
    house = houses.at.get(places[0][0]) if places else None
    title = _title(parse, verb, field, working, told=house is not None and house.kind is ActorKind.PUBLICATION)
    return Deed(title, name, verb, ((verb, verb if field is None else field), *places))


def _at_school(parse: Parse, verb: int, houses: Houses) -> Deed | None:
    """Any verb of what somebody does at a house of learning, in its own words: "maps the sea at the Tarn Institute"."""
    last = _object(parse, verb + 1) if parse.tokens[verb].tag == "VBZ" else None
    if last is None or lower(parse, last + 1) != "at":
        return None
    found = house_behind(parse, last + 2, houses, any_noun=False)
    learned = found is not None and any(school in found[0] for school in sorted(word_list("roles", "schools")))
    return Deed(_words(parse, verb, last), found[0], verb, ((verb, last), *found[1])) if found and learned else None


def _title(parse: Parse, verb: int, field: int | None, working: str, *, told: bool) -> str | None:
    """The title that a verb gives: none, a noun ("analyst"), a noun with its field, or the verb's own words with it.

    `told`: the house is a newspaper or a station, for which no analyst works.
    """
    if working == _NO_NOUN or (told and working in word_list("roles", "no_journalists")):
        return None
    how = word_table("roles", "with_field").get(working)
    if how == _VERB:
        return _words(parse, verb, field) if field is not None else None
    if how is None or field is None:
        return working
    first = verb + 1 + (lower(parse, verb + 1) == "in")
    return f"{working} {how} {_words(parse, first, field)}"


def _field(parse: Parse, verb: int, working: str) -> int | None:
    """The last word of what somebody teaches or studies."""
    if working == _NO_NOUN:
        return None
    inside = lower(parse, verb + 1) == "in"
    somewhere = inside and verb + 2 < len(parse.tokens) and parse.tokens[verb + 2].ent in ("GPE", "LOC")
    return _object(parse, verb + 1 + inside) if not somewhere else None


def _object(parse: Parse, first: int) -> int | None:
    """The last word of the phrase that begins at the token; None where none begins there."""
    limit = parse.sentences[parse.sentence_of[first]][1] - 1 if first < len(parse.tokens) else -1
    start = first + (first < limit and parse.tokens[first].tag == "DT")
    if (
        start > limit
        or parse.tokens[start].tag in ("PRP", "CD")
        or parse.tokens[start].ent in ("DATE", "TIME", "PERSON")
    ):
        return None
    last = object_end(parse, start, limit)
    if last + 2 <= limit and last >= start and lower(parse, last + 1) == "of":
        further = last + 2 + (parse.tokens[last + 2].tag == "DT")
        last = max(last, object_end(parse, further, limit)) if further <= limit else last
    return last if last >= start else None


def _words(parse: Parse, first: int, last: int) -> str:
    return " ".join(parse.text[parse.tokens[first].start : parse.tokens[last].end].split())


def _place(parse: Parse, verb: int, houses: Houses, *, at_once: bool) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """The house behind "at", "for" or "with" in the clause of the verb, or behind the last word of its object."""
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
        yield Deed(title, house.name, verb, ((house.first, house.last), house.full))


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
    now = parse.tokens[verb].tag == "VBZ" and parse.tokens[verb].lemma != "be"
    if now or perfect or _is_misread(parse, verb, name):
        found = deed_of(parse, verb, houses)
        if found is not None:
            yield found


def _is_misread(parse: Parse, verb: int, name: Name) -> bool:
    """Whether the parser took a verb for a noun, which then has the name for its subject ("Jo Doe heads the ward")."""
    token = parse.tokens[verb]
    subject = parse.tokens[name.last]
    return token.tag == "NNS" and token.dep == "ROOT" and subject.dep == "nsubj" and subject.head == verb
