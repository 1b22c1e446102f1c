"""The actors of an article: mentions of one name joined, short forms and acronyms given to the full name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.analyse.actors.kinds import Key, Votes, count_votes, is_acronym, kind_of
from builder.analyse.actors.names import Name, is_start, make_name, read_names
from builder.analyse.actors.roles import SeenRole, is_presented, roles_of
from builder.analyse.actors.unnamed import find_unnamed
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.syntax import body_of
from builder.model.claims import ActorKind, Kind
from builder.model.findings import ActorFinding, finding_key, merge_spans
from builder.model.text import BlockKind, SourceText

_NAMED = frozenset((ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.COMPANY, ActorKind.PUBLICATION, ActorKind.BLOC))
_SMALL = frozenset(("of", "for", "and", "the", "on", "in", "&", "de", "du", "la", "et", "-"))


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one actor; `words` is its fullest printed form."""

    kind: ActorKind
    words: tuple[str, ...]
    mentions: tuple[Name, ...]


def find_actors(text: SourceText, parse: Parse) -> tuple[ActorFinding, ...]:
    """Everybody named in the article, each once, in the order of first naming."""
    told = [b.words for b in text.blocks if b.kind.is_running_text or b.kind is BlockKind.BIOGRAPHY]
    body = body_of(text, parse, told)
    names = _without_starters(parse, read_names(parse, body))
    votes = count_votes(parse, names, frozenset(n for n in names if is_presented(parse, n)))
    kinds = _spread_over_lists(parse, names, {n.key: kind_of(n.words, votes[n.key]) for n in names})
    groups = list(_persons(names, kinds, votes))
    taken = frozenset(m for g in groups for m in g.mentions)
    groups += _others(parse, [n for n in names if n not in taken], kinds)
    found = [_finding(text, parse, group) for group in groups]
    found += find_unnamed(text, parse, body, frozenset(i for n in names for i in (n.first, n.last)))
    return tuple(sorted(found, key=lambda f: (f.spans, f.name)))


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


def _persons(
    names: Sequence[Name], kinds: Mapping[Key, ActorKind | None], votes: Mapping[Key, Votes]
) -> Iterator[Group]:
    full = _full_names(names, kinds)
    mentions: dict[Key, list[Name]] = defaultdict(list)
    last_named: dict[str, Key] = {}
    for name in names:
        key = _owner(name, kinds[name.key], full, last_named)
        if key is not None:
            mentions[key].append(name)
            for word in key:
                last_named[word] = key
    for key in sorted(mentions, key=lambda k: mentions[k][0].first):
        words = max((m.words for m in mentions[key] if m.key == key), key=len, default=mentions[key][0].words)
        alone = len(key) == 1 and not any(votes[m.key].titled or votes[m.key].speaks for m in mentions[key])
        if not alone or len(mentions[key]) > 1:
            yield Group(ActorKind.PERSON, words, tuple(mentions[key]))


def _full_names(names: Sequence[Name], kinds: Mapping[Key, ActorKind | None]) -> dict[Key, Key]:
    """Each full name of a person → the fullest form of the same name ("Jo Doe" → "Jo B. Doe")."""
    keys = sorted({n.key for n in names if len(n.key) > 1 and kinds[n.key] is ActorKind.PERSON}, key=lambda k: (-len(k), k))
    full: dict[Key, Key] = {}
    for key in keys:
        longer = [f for f in full.values() if len(f) > len(key) and f[-1] == key[-1] and _within(key, f)]
        full[key] = longer[0] if longer else key
    return full


def _within(short: Key, long: Key) -> bool:
    """Whether the words of one stand in the other in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _owner(name: Name, kind: ActorKind | None, full: Mapping[Key, Key], last_named: Mapping[str, Key]) -> Key | None:
    """The full name that a mention belongs to; the mention's own where it stands alone; None where it is no person."""
    if name.key in full:
        return full[name.key]
    if len(name.key) > 1:
        return name.key if kind is ActorKind.PERSON else None
    word = name.key[0]
    if kind not in (None, ActorKind.PERSON, ActorKind.ORGANISATION) and not (kind is ActorKind.PLACE and not _is_known(name)):
        return None
    owners = sorted({f for f in full.values() if word in (f[-1], f[0])})
    ending = [f for f in owners if f[-1] == word] or owners
    if len(ending) == 1:
        return ending[0]
    if ending:
        recent = last_named.get(word)
        return recent if recent in ending else None
    return name.key if kind is ActorKind.PERSON else None


def _is_known(name: Name) -> bool:
    whole = " ".join(name.words)
    return whole in word_table("countries", "governments") or whole in word_list("names", "continents")


def _others(parse: Parse, names: Sequence[Name], kinds: Mapping[Key, ActorKind | None]) -> Iterator[Group]:
    acronyms = _acronyms(parse, names, kinds)
    mentions: dict[tuple[ActorKind, Key], list[Name]] = defaultdict(list)
    for name in names:
        key = acronyms.get(name.key, name.key)
        kind = kinds.get(key)
        if kind is ActorKind.STATE:
            key = (word_table("countries", "names")[" ".join(name.words).removeprefix("The ")],)
        elif kind is ActorKind.BLOC:
            form = " ".join(name.words).removeprefix("The ")
            key = (word_table("names", "blocs").get(form, form),)
        if kind is ActorKind.STATE or kind in _NAMED - {ActorKind.PERSON}:
            mentions[kind, key].append(name)
    for (kind, _), group in mentions.items():
        words = _best_form(kind, group)
        yield Group(kind, words, tuple(group))


def _best_form(kind: ActorKind, group: Sequence[Name]) -> tuple[str, ...]:
    """A state's most frequent form, of others the fullest."""
    if kind is ActorKind.STATE:
        counts = Counter(m.words for m in group)
        return max(counts, key=lambda w: (counts[w], len(w)))
    return max((m.words for m in group), key=lambda w: (not is_acronym(w), len(w)))


def _acronyms(parse: Parse, names: Sequence[Name], kinds: Mapping[Key, ActorKind | None]) -> dict[Key, Key]:
    """Each acronym → the name it stands for: in brackets after it, or made of the first letters of one name alone."""
    found: dict[Key, Key] = {}
    long = sorted({n.key: n for n in names if len(n.words) > 1 and kinds[n.key] in _NAMED}.values(), key=lambda n: n.key)
    for name in names:
        if not is_acronym(name.words):
            continue
        letters = name.words[0].replace(".", "").lower()
        fits = sorted({n.key for n in long if _initials(n.key) == letters})
        if len(fits) == 1:
            found[name.key] = fits[0]
    for before, name in zip(names, names[1:], strict=False):
        bracketed = name.first == before.last + 2 and parse.tokens[name.first - 1].text == "("
        if bracketed and is_acronym(name.words) and kinds[before.key] in _NAMED:
            found.setdefault(name.key, before.key)
    return found


def _initials(key: Key) -> str:
    return "".join(part[0] for word in key if word not in _SMALL for part in word.split("-") if part)


def _finding(text: SourceText, parse: Parse, group: Group) -> ActorFinding:
    name = " ".join(group.words)
    roles = _distinct(role for m in group.mentions for role in roles_of(parse, m)) if _has_roles(group) else ()
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
        role_spans=merge_spans(r.span for r in roles),
        expert=any(r.expert for r in roles),
    )


def _has_roles(group: Group) -> bool:
    return group.kind is ActorKind.PERSON


def _distinct(roles: Iterable[SeenRole]) -> tuple[SeenRole, ...]:
    """Each title once; one that names a house wins over the same without."""
    kept: dict[str, SeenRole] = {}
    for role in roles:
        title = (role.role.title or "").lower()
        known = kept.get(title)
        if known is None:
            kept[title] = role
        elif known.role.affiliation is None and role.role.affiliation is not None:
            kept[title] = replace(role)
    return tuple(kept.values())
