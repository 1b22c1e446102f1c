"""A noun for a person in its phrase → how far the title reaches, and the house at which it is held."""

from dataclasses import dataclass

from builder.analyse.actors.employers import employer_before, employer_behind
from builder.analyse.actors.houses import CIVIC, ORGANISED, House, Houses, is_body_noun
from builder.analyse.actors.offices import house_behind_word, house_of_office
from builder.analyse.actors.trades import is_owner_mark, is_people_noun, opening
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.syntax import lower
from builder.model.claims import ActorKind

_LONGEST = 16  # tokens after the noun
_HOLDING = frozenset(("at", "for", "with", "of", "from", "in", "to", "on", "under"))
_HELD_BY = frozenset(("at", "of", "for", "with"))
_INTO_TITLE = frozenset(("of", "for", "in", "on", "to"))
_ENDS = frozenset((",", ";", ":", ".", "(", ")", "—", "–", "“", "”", "?", "!"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that"))


@dataclass(frozen=True, slots=True)
class Described:
    """A title as tokens, both ends included, the house's name, and where title and house stand; `end` is the last token."""

    title: tuple[int, int]
    house: str | None
    places: tuple[tuple[int, int], ...]
    end: int


def describe(parse: Parse, noun: int, floor: int, houses: Houses) -> Described:
    """The title that ends in the noun or goes on behind it, not reaching back over `floor`."""
    first = opening(parse, noun, floor)
    first, house = _before(parse, first, noun, floor, houses)
    last, end, behind = _behind(parse, noun, houses)
    if house is not None and behind is not None and _is_field_of(parse, house, behind, noun):
        first, house = house.first, None  # "Tarn director of the Red Fund"
    if behind is None and (house is not None or parse.tokens[noun].lemma in word_list("roles", "posted")):
        last = end = max(end, _posted(parse, last))
    elif house is not None and behind is not None and behind.first > last and _is_subject(parse, behind):
        last = end = behind.last  # "its envoy for Tarn", "its curator of Tarnish art"
    house = house or behind
    if house is None and _is_party(parse, first, noun):
        return Described((first, last), parse.tokens[first].text, ((first, last),), end)
    owned = first > floor and parse.tokens[first - 1].tag == "PRP$"
    owned = owned or (end + 1 < len(parse.tokens) and lower(parse, end + 1) in _HELD_BY)
    house = house_behind_word(parse, house, houses) if house is not None else None
    if house is None and not owned and state_apart(_words(parse, first, noun))[1] is None:
        house = house_of_office(parse, first, noun, houses)
    if house is None:
        house, last, end = _employer(parse, (first, noun, last, end), houses)
    places = [(min(first, noun), last)]
    if house is not None:
        places.append(house.full)
        if house.first > last or house.first < first:
            places.append((house.first, house.last))
    return Described((first, last), house.name if house is not None else None, tuple(dict.fromkeys(places)), end)


def _employer(parse: Parse, title: tuple[int, int, int, int], houses: Houses) -> tuple[House | None, int, int]:
    """The person for whom somebody works, and the last words of the title and of all that is said."""
    first, noun, last, end = title
    behind = employer_behind(parse, noun, houses)
    if behind is not None:
        return behind, noun, max(end, behind.last)
    return employer_before(parse, first, noun, houses), last, end


def _is_field_of(parse: Parse, before: House, behind: House, noun: int) -> bool:
    """Whether the state or town before an office is only where its holder works for the body named behind it."""
    owned = is_owner_mark(parse, before.last + 1)
    return before.kind in CIVIC and before.last < noun and behind.kind in ORGANISED and not owned


def _is_subject(parse: Parse, behind: House) -> bool:
    """Whether what stands behind an office is no body at which it could be held."""
    return behind.kind in CIVIC or not (behind.proper or is_body_noun(parse, behind.last))


def _posted(parse: Parse, last: int) -> int:
    """The last word of where the holder is posted ("its envoy in Bergen"); the title's last where nothing tells it."""
    if (
        last + 2 >= len(parse.tokens)
        or lower(parse, last + 1) != "in"
        or parse.tokens[last + 2].ent in ("DATE", "TIME")
    ):
        return last
    first = last + 2 + (lower(parse, last + 2) == "the")
    stop = object_end(parse, first, first + 2, joined=False)
    named = _place_at(parse, first) is not None or parse.tokens[stop].lemma in word_list("roles", "towns")
    ends = stop + 1 >= len(parse.tokens) or parse.tokens[stop + 1].text in _ENDS
    return stop if stop >= first and named and ends else last


def _is_party(parse: Parse, first: int, noun: int) -> bool:
    """Whether one word with a capital, no state's, stands alone before a member of parliament ("Labour MP")."""
    word, office = parse.tokens[first].text, parse.tokens[noun].text
    named = parse.tokens[first].pos == "PROPN" or word in word_list("names", "adjectives")
    named = named and word.lower() not in word_list("roles", "bodies")
    sits = parse.tokens[noun].lemma in word_list("roles", "legislators") and (office.islower() or office.isupper())
    return sits and named and first == noun - 1 and word[:1].isupper() and state_apart(f"{word} x")[1] is None


def _words(parse: Parse, first: int, last: int) -> str:
    return " ".join(parse.text[parse.tokens[first].start : parse.tokens[last].end].split())


def _before(parse: Parse, first: int, noun: int, floor: int, houses: Houses) -> tuple[int, House | None]:
    """Where the title begins, and the house that owns it or is printed before it."""
    if first > floor and is_owner_mark(parse, first - 1):
        return first, _owner(parse, first - 2, houses)
    if first > floor and parse.tokens[first - 1].tag == "WP$":
        return first, houses.at.get(first - 2 - (parse.tokens[first - 2].text == ","))
    if first > floor and parse.tokens[first - 1].tag == "PRP$":
        pronoun = lower(parse, first - 1)
        alone = parse.tokens[noun].lemma in word_list("roles", "state_offices")
        return first, houses.its(first - 1, civic=civic_of(parse, noun), alone=alone) if pronoun == "its" else None
    while first < noun and parse.tokens[first].ent == "PERSON" and first not in houses.at:
        first += 1  # somebody's ("Berg aide Jo Doe")
    start = first
    while start < noun and lower(parse, start) in word_list("roles", "former"):
        start += 1
    found = houses.at.get(start)
    if found is None or found.first != start or found.last >= noun or not found.proper or _is_kind(parse, found):
        return first, None
    places = found.kind in (ActorKind.PLACE, None) and is_local(parse, noun)
    body = parse.tokens[found.last].ent == "ORG" or found.last in houses.named.bodies
    if found.kind in ORGANISED or found.kind is ActorKind.STATE or places or body:
        return (found.last + 1 if start == first else first), found
    return first, None


def _is_kind(parse: Parse, house: House) -> bool:
    """Whether the one word only tells what kind of house it is ("Council leader", "Independent member")."""
    lists = (
        ("names", "organisation_words"),
        ("names", "company_words"),
        ("names", "adjectives"),
        ("roles", "office_fields"),
    )
    word = parse.tokens[house.first].text
    common = word_list("roles", "bodies") | word_list("roles", "towns") | word_list("roles", "lands")
    told = any(word in word_list(*which) for which in lists) or word.lower() in common
    return house.first == house.last and told and not word.isupper()


def _owner(parse: Parse, head: int, houses: Houses) -> House | None:
    """The house before a possessive mark."""
    found = houses.at.get(head)
    if found is not None:
        return houses.meant(found)
    token = parse.tokens[head]
    if token.text[:1].isupper() and token.ent in ("GPE", "LOC"):
        return House(head, head, token.text, (head, head), None, proper=True)
    lands = word_list("roles", "lands") | word_list("roles", "towns")
    if token.lemma not in lands:
        return None
    return houses.meant(House(head, head, token.text, (head, head), None, proper=False))


def civic_of(parse: Parse, noun: int) -> frozenset[ActorKind]:
    """Whether the office may be a state's, a town's, both or neither."""
    state = frozenset((ActorKind.STATE,)) if is_civic(parse, noun) else frozenset()
    town = frozenset((ActorKind.PLACE,)) if parse.tokens[noun].lemma in word_list("roles", "civic") else frozenset()
    return state | town


def is_civic(parse: Parse, noun: int) -> bool:
    """Whether the office is one of a state or a town."""
    return parse.tokens[noun].lemma in word_list("roles", "officials") | word_list("roles", "civic")


def is_local(parse: Parse, noun: int) -> bool:
    """Whether the office is one that towns and their clubs have."""
    return parse.tokens[noun].lemma in word_list("roles", "civic") | word_list("roles", "players")


def _behind(parse: Parse, noun: int, houses: Houses) -> tuple[int, int, House | None]:
    """The last word of the title, the last word of all that is said, and the house that a preposition gives."""
    last = end = noun + office_goes_on(parse, noun)
    at = last + 1
    limit = min(noun + _LONGEST, parse.sentences[parse.sentence_of[noun]][1] - 1)
    while at < limit and lower(parse, at) in _HOLDING:
        word = lower(parse, at)
        first = _phrase_start(parse, at + 1, limit)
        written = word == "of" and parse.tokens[noun].lemma in word_list("roles", "authors")  # "of a study of the Tarn"
        house = _house_from(parse, first, houses) if not written else None
        if house is not None and _is_field(parse, word, house, houses):
            last = end = house.last
            at = house.last + 1
            continue
        if house is not None and house.first <= first <= house.last:
            if _holds(parse, noun, word, house):
                return last, house.last, _grown(parse, houses.meant(house) or house, house, houses)
            if house.proper and not (word == "to" or (word == "of" and last == noun)):
                return last, house.last, None
            last = end = at = house.last
            at += 1
            continue
        stop = object_end(parse, first, limit)
        if word == "of" and parse.tokens[first].tag == "CD" and stop == first:
            break  # "a teacher of 35"
        somewhere = (word in ("in", "on") and first > at + 1) or parse.tokens[first].ent in ("DATE", "TIME")
        if stop < first or word not in _INTO_TITLE or somewhere:
            break
        last = end = stop
        at = stop + 1
        if written and at + 1 < limit and lower(parse, at) == "of":
            further = at + 1 + (lower(parse, at + 1) in _DETERMINERS)
            last = end = max(last, object_end(parse, further, limit))
            break
    return last, end, None


def _phrase_start(parse: Parse, first: int, limit: int) -> int:
    """The token after articles and after where a house sits ("the Tarn-based Red Fund")."""
    while first < limit and lower(parse, first) in _DETERMINERS:
        first += 1
    based = first + 3 <= limit and parse.tokens[first + 1].text == "-" and lower(parse, first + 2) == "based"
    return first + 3 if based else first


def _is_field(parse: Parse, preposition: str, house: House, houses: Houses) -> bool:
    """Whether a place is what the office is for, and the house comes behind it ("head of Asia at Tarn Leasing")."""
    at = house.last + 1
    base = houses.at.get(house.first)
    placed = base is not None and base.kind in CIVIC and not is_body_noun(parse, house.last)
    if preposition not in ("of", "for") or not placed or at + 2 >= len(parse.tokens):
        return False
    other = houses.at.get(at + 1 + (lower(parse, at + 1) in _DETERMINERS))
    return lower(parse, at) in ("at", "with") and other is not None and other.kind not in (*CIVIC, ActorKind.PERSON)


def office_goes_on(parse: Parse, noun: int) -> int:
    """How many tokens behind the noun belong to it ("professor emerita", "president-elect")."""
    behind = word_list("roles", "behind_office")
    following = [t.text.lower() for t in parse.tokens[noun + 1 : noun + 5]]
    for size in (4, 2):
        if "".join(following[:size]) in word_list("roles", "behind_hyphen"):
            return size
    return int(bool(following) and following[0] in behind)


def _house_from(parse: Parse, first: int, houses: Houses) -> House | None:
    """The house at a token, or the one whose noun ends the words that begin there ("the Lima consultancy Tercer")."""
    lands = word_list("roles", "lands") | word_list("roles", "towns")
    if parse.tokens[first].lemma in lands and first + 2 < len(parse.tokens) and is_owner_mark(parse, first + 1):
        first += 2  # "the country’s largest hospital group, Tarn Care"
    found = houses.at.get(first)
    if found is not None and found.kind is not ActorKind.PERSON and found.first <= first:
        longer = _longer(parse, found, houses)
        if longer is not None:
            return longer
    if found is not None and found.proper and found.kind is not ActorKind.PLACE:
        return found
    i = first
    while i < len(parse.tokens) and (
        parse.tokens[i].pos in ("ADJ", "NOUN", "PROPN", "NUM")
        or parse.tokens[i].tag == "HYPH"
        or is_owner_mark(parse, i)
    ):
        one = houses.at.get(i)
        if one is not None and not (one.proper and one.kind in CIVIC) and one.first <= first:
            return one
        i += 1
    return found


def _longer(parse: Parse, found: House, houses: Houses) -> House | None:
    """What a house's name only tells more of ("the Tarnish border troops"), or what it owns ("Tarn’s railways")."""
    after = found.last + 1
    if after + 1 >= len(parse.tokens):
        return None
    if is_owner_mark(parse, after):
        owned = houses.at.get(after + 1)
        last = owned.last if owned is not None and not owned.proper else object_end(parse, after + 1, after + _LONGEST)
        if last + 2 < len(parse.tokens) and lower(parse, last + 1) == "of" and parse.tokens[last + 2].pos == "NOUN":
            last = object_end(parse, last + 2, last + _LONGEST, joined=False)
        return _part(parse, found, last) if last > after and not is_people_noun(parse, last) else None
    head, dep = parse.tokens[found.last].head, parse.tokens[found.last].dep
    inside = dep in ("compound", "nmod", "amod") and after <= head < after + _LONGEST
    other = houses.at.get(head)
    if not inside or not found.proper or (other is not None and other.proper):
        return None
    whole = all(parse.tokens[i].pos in ("ADJ", "NOUN", "PROPN") for i in range(after, head + 1))
    noun = parse.tokens[head].pos == "NOUN" and not is_people_noun(parse, head)
    return _part(parse, found, head) if whole and noun else None


def _part(parse: Parse, found: House, last: int) -> House:
    return House(found.first, last, _words(parse, found.first, last), (found.first, last), None, proper=False)


def _holds(parse: Parse, noun: int, preposition: str, house: House) -> bool:
    """Whether the house behind the preposition is where the office is held, and not where its holder lives or is sent."""
    if house.kind is ActorKind.PLACE or house.kind is ActorKind.STATE:
        sent = preposition == "from" and is_civic(parse, noun)
        return sent or preposition in ("of", "for") or (preposition == "at" and house.kind is ActorKind.PLACE)
    if preposition == "from":
        return not house.proper or house.kind in ORGANISED
    if preposition == "to":
        return not house.proper or house.kind is not ActorKind.BLOC
    if preposition == "of" and not house.proper:
        member = parse.tokens[noun].lemma == "member" and house.name.lower() == "parliament"
        return not member and (parse.tokens[noun].lemma not in ("secretary", "minister") or house.first < house.last)
    if preposition == "in" and not house.proper:
        return house.first < house.last and is_body_noun(parse, house.last)
    return preposition != "on" or parse.tokens[noun].lemma in word_list("roles", "seated")


def _grown(parse: Parse, meant: House, printed: House, houses: Houses) -> House:
    """A body of common nouns with what tells which it is: the named body to which it belongs, its town, its subject."""
    at = printed.last + 1
    if meant is not printed or meant.proper or at + 1 >= len(parse.tokens):
        return meant
    word, end = lower(parse, at), None
    if word == "in":
        end = _place_at(parse, at + 1)
    elif word in ("on", "for") and parse.tokens[printed.last].lemma in word_list("roles", "for_subjects"):
        end = object_end(parse, at + 1, at + _LONGEST, joined=False)
    elif word in ("of", "at"):
        end = _owner_end(parse, at, houses)
    return _part(parse, printed, end) if end is not None and end > printed.last else meant


def _owner_end(parse: Parse, at: int, houses: Houses) -> int | None:
    """The last token of whom "of" or "at" at the token gives a part to ("ward at Tarn Hospital", "council of churches")."""
    first = at + 1 + (lower(parse, at + 1) in _DETERMINERS)
    if lower(parse, at) == "of" and parse.tokens[first].tag == "NNS" and first == at + 1:
        return first
    other = houses.at.get(first)
    return other.last if other is not None and other.proper and other.kind is not ActorKind.PERSON else None


def _place_at(parse: Parse, first: int) -> int | None:
    """The last token of the name of a place that begins at the token."""
    last = first
    while last + 1 < len(parse.tokens) and parse.tokens[last + 1].ent and not parse.tokens[last + 1].ent_starts:
        last += 1
    named = parse.tokens[first].ent in ("GPE", "LOC") and parse.tokens[last].ent == parse.tokens[first].ent
    return last if named and parse.tokens[last].pos == "PROPN" else None


def object_end(parse: Parse, first: int, limit: int, *, joined: bool = True) -> int:
    """The last word of what a preposition gives, without what follows it; without `joined` not over an "and"."""
    i = first
    while i <= limit:
        token = parse.tokens[i]
        joins = token.text.lower() in ("and", "&", "-") and i > first and i < limit
        if joins and not joined and token.text != "-":
            break
        if joins and (is_people_noun(parse, i + 1) or parse.tokens[i + 1].pos not in ("NOUN", "ADJ", "PROPN")):
            break
        if not joins and token.tag not in ("POS", "VBG") and token.pos not in ("ADJ", "NOUN", "PROPN", "NUM"):
            break
        i += 1
    return i - 1


def _is_thing(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    return token.pos in ("NOUN", "PROPN") or (token.pos == "ADJ" and token.dep in ("dobj", "pobj"))


def state_apart(title: str) -> tuple[str, str | None]:
    """A title and the state whose nationality opens it, in the state's usual name ("Tarnish envoy" → envoy, Tarn)."""
    words = title.split()
    lead = next((n for n, w in enumerate(words) if w.lower() not in word_list("roles", "former")), 0)
    for size in (3, 2, 1):
        whole = " ".join(words[lead : lead + size])
        state = word_table("countries", "names").get(whole) or word_table("countries", "demonyms").get(whole)
        if state is not None and len(words) > lead + size:
            rest = words[size:] if not lead else words
            return " ".join(rest), whole if whole in word_table("countries", "names") else state
    return title, None


def house_behind(
    parse: Parse, first: int, houses: Houses, *, any_noun: bool, places: bool = False
) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """The house whose phrase begins at the token, with its places; with `any_noun` any thing that a noun names."""
    limit = parse.sentences[parse.sentence_of[first]][1] - 1 if first < len(parse.tokens) else -1
    first = _phrase_start(parse, first, limit)
    if first > limit:
        return None
    house = _house_from(parse, first, houses)
    towns = places or any_noun
    if house is not None and (house.kind is not ActorKind.PLACE or towns) and house.kind is not ActorKind.PERSON:
        meant = _grown(parse, houses.meant(house) or house, house, houses)
        return meant.name, tuple(dict.fromkeys(((house.first, house.last), meant.full)))
    stop = object_end(parse, first, limit)
    if not any_noun or stop < first or not _is_thing(parse, stop):
        return None
    bare = parse.tokens[stop].tag == "NN" and parse.tokens[first - 1].tag not in ("DT", "PRP$")
    if bare or any(parse.tokens[i].ent in ("PERCENT", "MONEY", "QUANTITY") for i in range(first, stop + 1)):
        return None
    return _words(parse, first, stop), ((first, stop),)
