"""The actors of an article: mentions of one name joined, short forms and acronyms given to the full name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.analyse.actors.elsewhere import roles_elsewhere, stage_of
from builder.analyse.actors.expertise import holds_office
from builder.analyse.actors.groups import Group, others, persons
from builder.analyse.actors.houses import Houses, houses_of
from builder.analyse.actors.kinds import kind_of
from builder.analyse.actors.named import Named
from builder.analyse.actors.names import read_names
from builder.analyse.actors.roles import SeenRole, is_presented, roles_of
from builder.analyse.actors.runs import Name, is_start, make_name
from builder.analyse.actors.spoken import roles_of_speakers
from builder.analyse.actors.unnamed import find_unnamed
from builder.analyse.actors.votes import Key, Votes, count_votes
from builder.analyse.genders import is_given_name
from builder.analyse.lexicons import word_table
from builder.analyse.parsing import Parse
from builder.analyse.syntax import Body, body_of
from builder.model.claims import ActorKind, Kind
from builder.model.findings import ActorFinding, finding_key, merge_spans
from builder.model.ids import fold_accents
from builder.model.text import BlockKind, Sourced, SourceText

_DASHES = frozenset(("—", "–", "-", "--"))
_SHORTEST_PLACE = 3  # letters
_LONGEST_DATELINE = 20  # tokens
NOTHING = Named()


def find_actors(
    text: SourceText,
    parse: Parse,
    authors: Sequence[Sourced[str]] = (),
    named: Named = NOTHING,
) -> tuple[ActorFinding, ...]:
    """Everybody named in the article, each once, in the order of first naming.

    The parse holds the biographies too, where roles of the authors stand; `authors` are those that the head names.
    Who is a person in `named` counts as such here.
    """
    told = [b.words for b in text.blocks if b.kind.is_running_text or b.kind is BlockKind.BIOGRAPHY]
    body = body_of(text, parse, told)
    names, votes, kinds = read_kinds(parse, body, named.people)
    kinds = {**kinds, **dict(_bodies_among(names, kinds, named))}
    sure = frozenset(_persons_among(parse, named.people))
    groups = list(persons(names, kinds, votes, sure, _whose(parse, named)))
    taken = frozenset(m for g in groups for m in g.mentions)
    groups += others(parse, [n for n in names if n not in taken], kinds)
    houses = houses_of(parse, groups, names, kinds, named)
    beside = {g.key: _beside(parse, g, houses) for g in groups if g.kind is ActorKind.PERSON}
    stage = stage_of(parse, groups, houses, beside)
    sayings = (beside, roles_of_speakers(stage), roles_elsewhere(stage))
    found = [_finding(text, parse, g, _distinct(r for roles in sayings for r in roles.get(g.key, ()))) for g in groups]
    found += find_unnamed(text, parse, body, frozenset(i for n in names for i in (n.first, n.last)))
    known = {finding_key(Kind.ACTORS, f.name) for f in found}
    found += [f for a in authors for f in [_author(text, a)] if f.key not in known]
    return tuple(sorted(found, key=lambda f: (f.spans, f.name)))


def read_kinds(
    parse: Parse, body: Body, people: Sequence[Sequence[tuple[int, int]]] = ()
) -> tuple[tuple[Name, ...], Mapping[Key, Votes], Mapping[Key, ActorKind | None]]:
    """The names of the running text, what the article shows of each, and the kind of what it is the name of."""
    names = _without_starters(parse, read_names(parse, _without_datelines(parse, body)))
    known = _names_of(parse, body, people, names)
    taken = {i for n in known for i in range(n.first, n.last + 1)}
    kept = (n for n in names if taken.isdisjoint(range(n.first, n.last + 1)))
    names = tuple(sorted((*kept, *known), key=lambda n: n.first))
    unknown = Houses(parse, ())
    votes = count_votes(parse, names, frozenset(n for n in names if is_presented(n, unknown)))
    kinds = _spread_over_lists(parse, names, {n.key: kind_of(n.words, votes[n.key]) for n in names})
    return names, votes, kinds | dict(_short_forms(kinds)) | _persons_among(parse, people)


def _persons_among(parse: Parse, people: Sequence[Sequence[tuple[int, int]]]) -> dict[Key, ActorKind]:
    """The fullest names of these persons: a shorter one may be somebody else's elsewhere."""
    names = [[make_name(parse, *place) for place in person] for person in people if person]
    longest = [max(len(n.words) for n in own) for own in names]
    return {
        n.key: ActorKind.PERSON for own, size in zip(names, longest, strict=True) for n in own if len(n.words) == size
    }


def _whose(parse: Parse, named: Named) -> dict[int, Key]:
    """The last token of each name → the fullest name of whom it means."""
    found = {}
    for places in named.people:
        fullest = max((make_name(parse, *place).key for place in places), key=len)
        found.update({last: fullest for _, last in places})
    return found


def _bodies_among(
    names: Sequence[Name], kinds: Mapping[Key, ActorKind | None], named: Named
) -> Iterator[tuple[Key, ActorKind]]:
    """The names of several words that are read as bodies', though they look like somebody's."""
    people = {i for person in named.people for first, last in person for i in range(first, last + 1)}
    for name in names:
        body = named.bodies.get(name.last)
        own = body == " ".join(name.words) and len(name.words) > 1 and name.last not in people
        if own and kinds[name.key] in (None, ActorKind.PERSON):
            yield name.key, ActorKind.COMPANY if body in named.firms else ActorKind.ORGANISATION


def _names_of(
    parse: Parse, body: Body, people: Sequence[Sequence[tuple[int, int]]], read: Sequence[Name]
) -> tuple[Name, ...]:
    """The names at these places of the running text; what was read of a name before such a place is its title."""
    told = {i for start, end in body.ranges for i in range(start, end)}
    at = {i: n for n in read for i in range(n.first, n.last + 1)}
    found = []
    for first, last in sorted({place for places in people for place in places}):
        name = at.get(first)
        before = name.first if name is not None and name.first < first else None
        title = name.title_first if name is not None and name.title_first is not None else before
        whole = name is None or before is None or not is_given_name(fold_accents(name.words[0]).lower())
        if first in told and last in told and whole:
            found.append(make_name(parse, first, last, title))
    return tuple(found)


def _without_datelines(parse: Parse, body: Body) -> Body:
    """The running text without the place in capitals and the dash that a paragraph opens with."""
    return Body(tuple((_dateline_end(parse, start, end), end) for start, end in body.ranges))


def _dateline_end(parse: Parse, start: int, end: int) -> int:
    place = parse.tokens[start].text
    if not place.isupper() or len(place) < _SHORTEST_PLACE:
        return start
    return next(
        (i + 1 for i in range(start, min(end, start + _LONGEST_DATELINE)) if parse.tokens[i].text in _DASHES), start
    )


def _author(text: SourceText, author: Sourced[str]) -> ActorFinding:
    return ActorFinding(
        source=text.id,
        spans=merge_spans(author.spans),
        rule="author",
        key=finding_key(Kind.ACTORS, author.value),
        name=author.value,
        kind=ActorKind.PERSON,
    )


def _without_starters(parse: Parse, names: Sequence[Name]) -> tuple[Name, ...]:
    """A sentence's first word, capitalised for that alone, taken off the name it stands before."""
    inner = {n.key for n in names if not is_start(parse, n.first, 0)}
    small = {t.text for t in parse.tokens if t.text.islower()}
    kept = []
    for name in names:
        tail = make_name(parse, name.first + 1, name.last) if name.last > name.first else None
        is_word = name.words[0].lower() in small and name.title_first is None and name.key not in inner
        kept.append(tail if tail is not None and is_word and tail.key in inner else name)
    return tuple(kept)


def _spread_over_lists(
    parse: Parse, names: Sequence[Name], kinds: Mapping[Key, ActorKind | None]
) -> dict[Key, ActorKind | None]:
    """What is joined by "and" to a company or an organisation and is not known for something else is one too."""
    spread = dict(kinds)
    at = {n.last: n for n in names}
    for name in names:
        head = parse.tokens[name.last].head
        joined = at.get(head) if parse.tokens[name.last].dep == "conj" else None
        if joined is None or len(name.words) > 1:
            continue
        own, other = kinds[name.key], kinds[joined.key]
        if other is ActorKind.COMPANY and own in (None, ActorKind.PERSON, ActorKind.PLACE, ActorKind.ORGANISATION):
            known = " ".join(name.words) in word_table("countries", "governments")
            spread[name.key] = own if known else other
    return spread


def _finding(text: SourceText, parse: Parse, group: Group, roles: Sequence[SeenRole]) -> ActorFinding:
    name = " ".join(group.words)
    aliases = dict.fromkeys(" ".join(m.words) for m in group.mentions)
    return ActorFinding(
        source=text.id,
        spans=merge_spans(parse.span(m.first, m.last) for m in group.mentions),
        rule=f"named-{group.kind.value}",
        key=finding_key(Kind.ACTORS, name),
        name=name,
        kind=group.kind,
        aliases=tuple(a for a in aliases if a != name),
        roles=tuple(r.role for r in roles),
        role_spans=merge_spans(span for r in roles for span in r.spans),
        expert=any(r.expert for r in roles) and not any(holds_office(r.role.title) for r in roles),
    )


def _short_forms(kinds: Mapping[Key, ActorKind | None]) -> Iterator[tuple[Key, ActorKind]]:
    """What is called by the first word of a company's or an organisation's name, and by no person's, is that."""
    people = {word for key, kind in kinds.items() if len(key) > 1 and kind is ActorKind.PERSON for word in key}
    firms = {
        k[0]: kind for k, kind in kinds.items() if len(k) > 1 and kind in (ActorKind.COMPANY, ActorKind.ORGANISATION)
    }
    for key, kind in kinds.items():
        firm = firms.get(key[0])
        if len(key) == 1 and kind is ActorKind.PERSON and firm is not None and key[0] not in people:
            yield key, firm


def _beside(parse: Parse, group: Group, houses: Houses) -> tuple[SeenRole, ...]:
    """The roles beside the mentions of a person."""
    return _distinct(role for mention in group.mentions for role in roles_of(parse, mention, houses))


def _distinct(roles: Iterable[SeenRole]) -> tuple[SeenRole, ...]:
    """Each title once; one that names a house wins over the same without, and over one without that says less."""
    kept: dict[str, SeenRole] = {}
    every = tuple(roles)
    for role in [r for r in every if r.role.title] or every[:1]:
        title = (role.role.title or "").lower()
        known = kept.get(title)
        if known is None or (known.role.affiliation is None and role.role.affiliation is not None):
            kept[title] = role
    housed = [set(title.split()) for title, role in kept.items() if role.role.affiliation is not None]
    return tuple(
        role
        for title, role in kept.items()
        if role.role.affiliation is not None or not any(set(title.split()) < more for more in housed if title)
    )
