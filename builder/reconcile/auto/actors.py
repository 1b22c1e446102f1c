"""Findings of people and organisations → automatic actors, each once, and the names by which all actors are known."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.model.claims import Actor, ActorKind, Evidence, Importance, Review, Role
from builder.model.findings import ActorFinding
from builder.model.ids import ActorId, PartyId, SourceId, free_id, slugify
from builder.model.knowledge import Party
from builder.model.text import SourceText, Span
from builder.reconcile.auto.ground import HEAD_AND_FOOT, RUNNING, Ground, passages_at, sentences_of
from builder.reconcile.auto.names import Key, Names, is_fuller, name_key
from builder.reconcile.passages import find, is_told

_LONGEST = 320  # code points of a passage that joins a name with its roles
_MOST_ROLES = 3
AUTHOR = "author"
"""The rule of findings that know of somebody no more than that the article's head names them as its author."""
_LONG_WORD = 4  # letters; the words of a name that have so many have a capital


@dataclass(frozen=True, slots=True)
class Cast:
    """The automatic actors, and the names of these and of the editor's."""

    actors: tuple[Actor, ...]
    names: Names


def cast_of(findings: Sequence[ActorFinding], editors: Sequence[Actor], ground: Ground) -> Cast:
    """An automatic actor for everybody found whom no record of the editor's names, present or former id included."""
    names = Names(editors)
    former = {old: ActorId(actor.id) for actor in editors for old in (actor.id, *actor.formerly)}
    known = [(f, who) for f in findings if (who := names.find(f.name) or former.get(slugify(f.name))) is not None]
    added = [(name, who) for f, who in known for name in (f.name, *f.aliases) if not names.knows(name)]
    for name, who in added:
        names.add(name, who)
    unknown = [f for f in findings if f.rule != AUTHOR and not names.knows(f.name)]
    strangers = [f for f in unknown if slugify(f.name) not in former]
    taken = set(former)
    made = [actor for group in _grouped(strangers) if (actor := _actor(group, taken, ground)) is not None]
    made = list(_with_parties(made, editors, taken, ground))
    bearers = Counter(key for actor in made for key in {name_key(name) for name in (actor.name, *actor.aliases)})
    actors = tuple(replace(one, aliases=tuple(_own(one, bearers, names))) for one in made)
    new = [(name, one.id) for one in made for name in (one.name, *one.aliases)]
    for name, actor_id in [each for each in new if not names.knows(each[0])]:
        names.add(name, ActorId(actor_id))
    return Cast(actors, names)


def _own(actor: Actor, bearers: Mapping[Key, int], editors: Names) -> Iterator[str]:
    """The aliases that nobody else bears."""
    return (alias for alias in actor.aliases if bearers[name_key(alias)] == 1 and not editors.knows(alias))


def _grouped(findings: Sequence[ActorFinding]) -> Iterator[tuple[ActorFinding, ...]]:
    """The findings of one actor together: the same name, or of a person a fuller form or a full name that only one has."""
    groups: dict[Key, list[ActorFinding]] = defaultdict(list)
    for finding in findings:
        groups[name_key(finding.name)].append(finding)
    people = [key for key, found in groups.items() if key and found[0].kind is ActorKind.PERSON]
    by_ends: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in people:
        by_ends[key[0], key[-1]].append(key)
    called: dict[Key, dict[Key, None]] = defaultdict(dict)
    for key in people:
        _note_aliases(called, groups[key], key)
    for short in sorted(people, key=lambda key: (len(key), key)):
        fuller = [key for key in by_ends[short[0], short[-1]] if key in groups and is_fuller(key, short)]
        if not fuller and len(short) == 1:
            fuller = [key for key in called[short] if key in groups and key != short]
        if len(fuller) == 1:
            _note_aliases(called, groups[short], fuller[0])
            groups[fuller[0]].extend(groups.pop(short))
    for key in sorted(groups):
        if key:
            yield tuple(sorted(groups[key], key=lambda f: (-len(name_key(f.name)), f.source, f.spans)))


def _note_aliases(called: Mapping[Key, dict[Key, None]], group: Iterable[ActorFinding], name: Key) -> None:
    """Adds whom articles call what for short: alias → full names."""
    for finding in group:
        for alias in finding.aliases:
            called[name_key(alias)][name] = None


def _actor(group: tuple[ActorFinding, ...], taken: set[str], ground: Ground) -> Actor | None:
    """One actor of the findings about it; None where its name stands in no running text as found."""
    passages = tuple(dict.fromkeys(p for finding in group for p in _passages(finding, ground.texts[finding.source])))
    names = dict.fromkeys(name for finding in group for name in (finding.name, *_printed(finding, ground)))
    name = next((n for n in names if any(n in passage.text for passage in passages)), None)
    if name is None:
        return None
    roles = dict.fromkeys(role for finding in group for role in finding.roles if _stands(role, passages))
    aliases = dict.fromkeys(alias for finding in group for alias in (finding.name, *finding.aliases))
    kinds = Counter(finding.kind for finding in group)
    return Actor(
        id=free_id(name, taken),
        evidence=passages,
        review=Review.AUTO,
        name=name,
        kind=max(kinds, key=lambda kind: (kinds[kind], kind is group[0].kind)),
        roles=tuple(roles)[:_MOST_ROLES],
        aliases=tuple(alias for alias in aliases if name_key(alias) not in ((), name_key(name))),
        importance=Importance.SECONDARY if roles else Importance.MENTION,
        expert=any(finding.expert for finding in group),
    )


def _printed(finding: ActorFinding, ground: Ground) -> Iterator[str]:
    """The printed forms of the name, for one that is put together from several of them."""
    text = ground.texts[finding.source].text
    whole = name_key(finding.name)
    forms = dict.fromkeys(span.of(text) for span in finding.spans)
    yield from sorted((form for form in forms if set(name_key(form)) <= set(whole)), key=lambda form: -len(form))


def _passages(finding: ActorFinding, text: SourceText) -> tuple[Evidence, ...]:
    """The first mention by full name, reaching to the roles in its sentence; other roles by themselves.

    Running text goes first; an author may be named at the head of the article or at its foot alone.
    """
    named = [span for span in finding.spans if name_key(span.of(text.text)) == name_key(finding.name)] or finding.spans
    for kinds in (RUNNING, HEAD_AND_FOOT):
        for span in named:
            hull, apart = _reach(span, finding.role_spans, text)
            if found := passages_at(text, (hull,), kinds=kinds):
                return tuple(dict.fromkeys((*found, *passages_at(text, apart, kinds=RUNNING | HEAD_AND_FOOT))))
    return ()


def _reach(name: Span, roles: Sequence[Span], text: SourceText) -> tuple[Span, tuple[Span, ...]]:
    """The name with the roles near it as one place, and the roles that stand elsewhere."""
    sentence = sentences_of(text, name)
    hull, apart = name, []
    for role in roles:
        grown = Span(min(hull.start, role.start), max(hull.end, role.end))
        if sentence is not None and sentence.holds(role) and len(grown) <= _LONGEST:
            hull = grown
        else:
            apart.append(role)
    return hull, tuple(apart)


def _stands(role: Role, passages: Iterable[Evidence]) -> bool:
    """Whether title and affiliation are told in the passages."""
    texts = [passage.text for passage in passages]
    parts = [part for part in (role.title, role.affiliation) if part]
    return bool(parts) and all(any(is_told(part, text) for text in texts) for part in parts)


def _with_parties(
    actors: Sequence[Actor], editors: Sequence[Actor], taken: set[str], ground: Ground
) -> Iterator[Actor]:
    """The actors, and one for each party: the one found under its name, else one of the first place of a name of it."""
    spoken_for = {actor.party for actor in editors}
    known = Names(editors)
    rest = {actor.id: actor for actor in actors}
    for party in ground.parties:
        names = (party.name, *party.names)
        if party.id in spoken_for or any(known.find(name) for name in names):
            continue
        keys = [name_key(name) for name in names]
        own = sorted((a for a in rest.values() if name_key(a.name) in keys), key=lambda a: keys.index(name_key(a.name)))
        found = own[0] if own else _first_named(party, ground)
        if found is not None:
            for one in own:
                rest.pop(one.id)
            aliases = dict.fromkeys((*(name for one in own for name in (one.name, *one.aliases)), *names))
            yield replace(
                found,
                id=_party_id(party, found, taken),
                party=PartyId(party.id),
                importance=Importance.CORE,
                aliases=tuple(alias for alias in aliases if alias != found.name),
            )
    yield from rest.values()


def _party_id(party: Party, found: Actor, taken: set[str]) -> str:
    if party.actor is not None and (party.actor not in taken or party.actor == found.id):
        taken.add(party.actor)
        return party.actor
    return found.id


def _first_named(party: Party, ground: Ground) -> Actor | None:
    for name in (party.name, *party.names):
        for source_id in sorted(ground.texts):
            text = ground.texts[source_id]
            if passages := passages_at(text, find(name, text).whole):
                return _unknown(name, passages[0])
    return None


def _unknown(name: str, passage: Evidence) -> Actor:
    """An actor of whom nothing is known but the name."""
    return Actor(
        id=slugify(name), evidence=(passage,), review=Review.AUTO, name=passage.text, kind=ActorKind.COLLECTIVE
    )


def stranger(name: str, source: SourceId, near: Span, texts: Mapping[SourceId, SourceText]) -> Actor | None:
    """A speaker whom no finding describes, from the place of the name nearest to what is said; None where it is no name."""
    text = texts[source]
    if not all(word[:1].isupper() for word in name.split() if len(word) >= _LONG_WORD) or not any(
        map(str.isupper, name)
    ):
        return None
    places = sorted(find(name, text).whole, key=lambda p: (max(near.start - p.end, p.start - near.end, 0), p))
    passages = passages_at(text, places)
    return _unknown(name, passages[0]) if passages else None
