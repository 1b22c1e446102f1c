"""What somebody is, as printed beside the name: before it, after a comma, in a relative clause, or after "is"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.analyse.actors.affiliations import Described, describe, house_behind, object_end, state_apart
from builder.analyse.actors.deeds import Deed, deed_of, deeds_by, deeds_in_clause, doings, verb_after_who
from builder.analyse.actors.expertise import is_expert, is_scholar
from builder.analyse.actors.houses import Houses
from builder.analyse.actors.runs import Name
from builder.analyse.actors.sites import (
    after_age,
    after_name,
    after_times,
    before,
    behind,
    ends_phrase,
    held_as,
    phrase_noun,
    predicates,
    who_is,
)
from builder.analyse.actors.trades import is_owner_mark, is_trade
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.syntax import lower
from builder.model.claims import Role
from builder.model.text import Span

_MOST = 4  # roles in one row
_JOINING = frozenset(("and", "&"))
_HELD_AT = frozenset(("of", "from", "at", "with", "for"))


@dataclass(frozen=True, slots=True)
class SeenRole:
    """A role at its places. `expert`: its holder is somebody whose judgement is asked for."""

    role: Role
    spans: tuple[Span, ...]
    expert: bool


def is_presented(name: Name, houses: Houses) -> bool:
    """Whether a role stands beside the name, or "who" after it; `houses` may be without any, before they are known."""
    parse = houses.parse
    after = name.last + 1
    if after < len(parse.tokens) and parse.tokens[after].text == ",":
        after += 1
    lives = name.first > 0 and lower(parse, name.first - 1) in ("at", "in", "from", "near", "of")
    if lives and len(name.words) == 1 and name.title_first is None:
        return False
    who = after < len(parse.tokens) and lower(parse, after) in ("who", "whom")
    return who or bool(roles_of(parse, name, houses, alone=True))


def roles_of(parse: Parse, name: Name, houses: Houses, *, alone: bool = False) -> tuple[SeenRole, ...]:
    """The roles that stand beside a name, in the order of printing; `alone`: without what its clause tells of its deeds."""
    found = _shared(
        parse,
        [
            seen(parse, describe(parse, noun, _floor(parse, noun, name), houses))
            for noun in before(parse, name, likely=not alone)
        ],
    )
    found = [role for role in found if not (role.role.title or "").lower().startswith("fellow ") or role.expert]
    title = _title(parse, name, houses)
    found += [title] if title is not None else []
    found += _behind(parse, name, houses, likely=not alone)
    found += () if alone else roles_told(parse, name, houses)
    held = tuple(_held_at(parse, name, houses, [r.role.title for r in found]))
    free = [r.role.title or "" for r in found if r.role.affiliation is None]
    if free and all(title.split(" ")[0].lower() in word_list("roles", "former") for title in free):
        held = ()  # "her former student Jo Doe, now at the Tarn Institute"
    return with_workplace(_settled([*found, *held]))


def roles_behind(parse: Parse, name: Name, houses: Houses) -> tuple[SeenRole, ...]:
    """The roles behind a name or behind a noun that stands for one: after a comma, and in its clauses with "who"."""
    return tuple(_behind(parse, name, houses, likely=True))


def with_workplace(roles: Sequence[SeenRole]) -> tuple[SeenRole, ...]:
    """The roles; one trade without a house has it from where its holder works ("the economist, who teaches at …")."""
    roles = _settled(roles)
    free = [r for r in roles if r.role.affiliation is None]
    free = free or [r for r in roles if r.expert and r.role.affiliation in word_table("countries", "names")]
    works = [r for r in roles if (r.role.title or "").split(" ")[0] in word_list("roles", "workers")]
    if len(free) != 1 or len(works) != 1 or works[0] is free[0] or roles.index(free[0]) > roles.index(works[0]):
        return tuple(roles)
    former = (free[0].role.title or "").split(" ")[0].lower() in word_list("roles", "former")
    if former or works[0].role.affiliation is None:
        return tuple(roles)
    held = SeenRole(
        Role(free[0].role.title, works[0].role.affiliation), (*free[0].spans, *works[0].spans), free[0].expert
    )
    return tuple(held if r is free[0] else r for r in roles)


def _shared(parse: Parse, row: Sequence[SeenRole]) -> list[SeenRole]:
    """Offices joined by "and" are held at the one house that is named ("Tarn Rail’s founder and director, Jo Doe")."""
    shared = list(row)
    for n, one in enumerate(row):
        for other in row:
            if one.role.affiliation is None and other.role.affiliation is not None and _are_joined(parse, one, other):
                role = Role(one.role.title, other.role.affiliation)
                shared[n] = SeenRole(role, (*one.spans, *other.spans), one.expert)
    return shared


def _are_joined(parse: Parse, one: SeenRole, other: SeenRole) -> bool:
    first, second = sorted((one.spans[0], other.spans[0]))
    words = [(r.role.title or "").lower().split() for r in (one, other)]
    officers = all(not word_list("roles", "officers").isdisjoint(w) for w in words)
    return officers and parse.text[first.end : second.start].strip() == "and"


def roles_told(parse: Parse, name: Name, houses: Houses) -> tuple[SeenRole, ...]:
    """What the clause of a name, or of a pronoun, says that its subject is or does."""
    found = []
    for noun in predicates(parse, name):
        one = describe(parse, noun, _floor(parse, noun, name), houses)
        found += [seen(parse, each) for each in (one, *(_joined(parse, one, houses) if noun > name.last else ()))]
    deeds = (*deeds_in_clause(parse, name, houses), *deeds_by(parse, name, houses))
    found += [role for deed in deeds for role in _of_deed(parse, deed)]
    return tuple(found)


def _floor(parse: Parse, noun: int, name: Name) -> int:
    return name.last + 1 if name.last < noun else parse.sentences[parse.sentence_of[noun]][0]


def _behind(parse: Parse, name: Name, houses: Houses, *, likely: bool) -> Iterator[SeenRole]:
    """The roles in the row behind the name, and those of its clauses with "who"."""
    held = _held_end(parse, name, houses)
    name = replace(name, last=held) if held is not None else name
    end = name.last
    for noun in behind(parse, name, likely=likely):
        one = describe(parse, noun, name.last + 1, houses)
        beside = parse.tokens[noun].dep == "appos" and name.first <= parse.tokens[noun].head <= name.last
        if not (beside or ends_phrase(parse, one.end)):
            return
        row = (one, *_joined(parse, one, houses))
        end = row[-1].end
        yield from _shared(parse, [seen(parse, one) for one in row])
    after = after_age(parse, after_name(parse, name)) if end == name.last else end + 1
    yield from _who(parse, after, name, houses)


def _held_end(parse: Parse, name: Name, houses: Houses) -> int | None:
    """The last token of the house that directly follows a name ("Jo Doe of the Tarn School at Bergen")."""
    at = name.last + 1
    if at + 1 >= len(parse.tokens) or lower(parse, at) not in _HELD_AT:
        return None
    end = parse.sentences[parse.sentence_of[at]][1]
    stop = next((i for i in range(at + 1, end) if parse.tokens[i].pos in ("PUNCT", "VERB", "AUX", "PRON")), end)
    known = any(i in houses.at for i in range(at + 1, stop))
    return stop - 1 if known and stop < end and parse.tokens[stop].text == "," else None


def _joined(parse: Parse, one: Described, houses: Houses) -> Iterator[Described]:
    """What is joined to a role by "and" or a comma ("chair of the board and a former mayor")."""
    for _ in range(_MOST):
        at = _over_place(parse, one.end) + 1
        comma = at < len(parse.tokens) and parse.tokens[at].text == ","
        at += comma
        if at < len(parse.tokens) and lower(parse, at) in _JOINING:
            at += 1
        elif not comma:
            return
        noun = phrase_noun(parse, at) if at < len(parse.tokens) else None
        if noun is None or parse.sentence_of[noun] != parse.sentence_of[one.end]:
            return
        one = describe(parse, noun, at, houses)
        if not ends_phrase(parse, one.end) or _leads_to_name(parse, one.end):
            return
        yield one


def _over_place(parse: Parse, end: int) -> int:
    """The last token of where somebody is from or a house lies ("at the school in Bergen"); `end` where nothing tells it."""
    at = end + 1
    if at + 2 >= len(parse.tokens) or lower(parse, at) not in ("from", "in", "near"):
        return end
    first = at + 1 + (parse.tokens[at + 1].tag == "DT")
    return max(end, object_end(parse, first, first + _MOST, joined=False))


def _leads_to_name(parse: Parse, end: int) -> bool:
    """Whether somebody's name follows after a comma, whom the words before then describe."""
    at = end + 2
    if at >= len(parse.tokens) or parse.tokens[at - 1].text != ",":
        return False
    return parse.tokens[at].ent == "PERSON" or (parse.tokens[at].pos == "PROPN" and parse.tokens[at].dep != "pobj")


def _who(parse: Parse, at: int, name: Name, houses: Houses) -> Iterator[SeenRole]:
    """What a clause with "who" behind the name says: "who chairs the board", "who is a fellow"."""
    if at < len(parse.tokens) and parse.tokens[at].text == ",":
        at += 1
    if at >= len(parse.tokens) or lower(parse, at) != "who" or parse.sentence_of[at] != parse.sentence_of[name.last]:
        return
    verb = verb_after_who(parse, at)
    if verb is None:
        return
    noun = who_is(parse, verb) or held_as(parse, verb)
    if noun is not None:
        one = describe(parse, noun, verb + 1, houses)
        yield seen(parse, one)
        for further in _joined(parse, one, houses):
            yield seen(parse, further)
        return
    for doing in doings(parse, verb):
        deed = deed_of(parse, doing, houses)
        yield from _of_deed(parse, deed) if deed is not None else ()
        office = who_is(parse, doing) if doing != verb else None
        if office is not None:
            yield _once(parse, doing, seen(parse, describe(parse, office, doing + 1, houses)))


def _once(parse: Parse, verb: int, role: SeenRole) -> SeenRole:
    """The role as one of the past, where "was once" says so."""
    over = lower(parse, verb + 1) in word_list("roles", "no_longer") and parse.tokens[verb].tag == "VBD"
    return replace(role, role=Role(f"former {role.role.title}", role.role.affiliation)) if over else role


def _of_deed(parse: Parse, deed: Deed) -> Iterator[SeenRole]:
    spans = tuple(parse.span(*place) for place in ((deed.verb, deed.verb), *deed.places))
    near = Span(spans[0].start, max(spans[0].end, *(s.end for s in spans)))
    expert = deed.title is not None and is_expert(deed.title, deed.house, parse, near)
    told = parse.tokens[deed.verb].text == (deed.title or "").split(" ")[0]  # in the verb's own words
    expert = expert or is_scholar(deed.title, deed.house, studies=told)
    yield SeenRole(Role(deed.title, deed.house), spans, expert)


def seen(parse: Parse, one: Described) -> SeenRole:
    """The role of a description; a nationality before a title gives the state where no house is named."""
    title, house = _words(parse, *one.title), one.house
    if house is None:
        title, house = state_apart(title)
    spans = tuple(parse.span(*place) for place in one.places)
    return SeenRole(Role(title, house), spans, is_expert(title, house, parse, spans[0]))


def _title(parse: Parse, name: Name, houses: Houses) -> SeenRole | None:
    """The title printed with a capital before the name."""
    first, last = _ranks_before(parse, name.first if name.title_first is None else name.title_first), name.first - 1
    if first > last:
        return None
    words = [lower(parse, i).rstrip(".") for i in range(first, last + 1)]
    if all(w in word_list("roles", "bare_titles") for w in words) or not any(_is_office(w) for w in words):
        return None
    while last > first and words[last - first] in word_list("roles", "bare_titles"):
        last -= 1
    while first - 1 >= 0 and lower(parse, first - 1) in word_list("roles", "former"):
        first -= 1
    while first > 0 and (_opens(parse, first - 1) or _is_people(parse, first - 1)):
        first -= 1
    one = describe(parse, last, first, houses)
    return seen(parse, replace(one, title=(min(one.title[0], last), last)))


def _ranks_before(parse: Parse, first: int) -> int:
    """The first token of abbreviated ranks, of which the parser made words of their own ("Lt. Col. Jo Doe")."""
    tokens = parse.tokens
    while first > 1 and tokens[first - 1].text == "." and tokens[first - 2].end == tokens[first - 1].start:
        rank = tokens[first - 2]
        if not rank.text[:1].isupper() or rank.text.lower() not in word_list("roles", "titles"):
            break
        first -= 2
    return first


def _is_office(word: str) -> bool:
    """Whether the word may tell what somebody is; "England" in "In England Berg said" may not."""
    part = word.rpartition("-")[2]
    return word in word_list("roles", "titles") or is_trade(part, part)


def _opens(parse: Parse, i: int) -> bool:
    """Whether a noun opens the sentence and the title, and so was no part of the name ("Economy Minister Jo Doe")."""
    token = parse.tokens[i]
    starts = i == parse.sentences[parse.sentence_of[i]][0] and parse.sentence_of[i] == parse.sentence_of[i + 1]
    return starts and token.pos == "NOUN" and token.dep == "compound" and token.text[:1].isupper()


def _is_people(parse: Parse, i: int) -> bool:
    """Whether the word is a nationality, by itself or as the end of one ("South Korean")."""
    whole = " ".join(parse.tokens[k].text for k in range(max(i - 1, 0), i + 1))
    known = word_table("countries", "demonyms")
    return parse.tokens[i].text in known or whole in known


def _held_at(parse: Parse, name: Name, houses: Houses, titles: Sequence[str | None]) -> Iterator[SeenRole]:
    """The house alone that a preposition behind the name gives ("Jo Doe of the Tarn Institute")."""
    owner = name.first - 1
    if name.title_first is None and owner > 0 and is_owner_mark(parse, owner):
        house = houses.at.get(owner - 1)
        if house is not None and house.proper:
            yield SeenRole(Role(None, house.name), (parse.span(*house.full),), expert=False)
    at = name.last + 1
    if at < len(parse.tokens) and parse.tokens[at].text in (",", "("):
        at = after_times(parse, at + 1)
    if at + 1 < len(parse.tokens) and lower(parse, at) in _HELD_AT:
        civic = any(title.lower().rstrip(".").split()[-1] in word_list("roles", "civic") for title in titles if title)
        found = house_behind(parse, at + 1, houses, any_noun=False, places=civic)
        if found is not None:
            yield SeenRole(Role(None, found[0]), tuple(parse.span(*p) for p in found[1]), expert=False)


def _settled(found: Sequence[SeenRole]) -> tuple[SeenRole, ...]:
    """The roles; a house alone goes to the role that has none."""
    houses = [r for r in found if r.role.title is None]
    titled = [r for r in found if r.role.title is not None]
    if not titled or not houses:
        return tuple(titled or houses[:1])
    free = next((n for n, r in enumerate(titled) if r.role.affiliation is None), None)
    if free is not None:
        role = titled[free]
        titled[free] = SeenRole(
            Role(role.role.title, houses[0].role.affiliation), (*role.spans, *houses[0].spans), role.expert
        )
    return tuple(titled)


def _words(parse: Parse, first: int, last: int) -> str:
    return parse.text[parse.tokens[first].start : parse.tokens[last].end]
