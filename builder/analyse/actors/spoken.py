"""Roles in the words that name a speaker without the name: "said the nurse, who works at the Tarn Hospital"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from builder.analyse.actors.affiliations import describe
from builder.analyse.actors.elsewhere import Stage
from builder.analyse.actors.groups import Group
from builder.analyse.actors.meant import may_mean
from builder.analyse.actors.roles import SeenRole, roles_behind, seen, with_workplace
from builder.analyse.actors.runs import make_name
from builder.analyse.actors.sites import phrase_noun
from builder.analyse.actors.trades import is_owner_mark, is_quoted
from builder.analyse.actors.votes import Key
from builder.analyse.lexicons import word_list
from builder.analyse.likeness import are_akin
from builder.analyse.syntax import head_of, lower

Holders = dict[str, set[Key]]
"""The words of titles, with those who bear them."""


def roles_of_speakers(stage: Stage) -> Mapping[Key, tuple[SeenRole, ...]]:
    """What the phrases for speakers say of those persons whom the reading takes them for."""
    named = {i for g in stage.people for m in g.mentions for i in range(m.first, m.last + 1)}
    by_name = {" ".join(words): g for g in stage.people for words in (g.words, *(m.words for m in g.mentions))}
    found: dict[Key, list[SeenRole]] = defaultdict(list)
    holders: Holders = defaultdict(set)
    for key, roles in stage.known.items():
        _remember(holders, key, roles)
    for first, last, name in stage.houses.named.said:
        group = by_name.get(name)
        plain = group is not None and named.isdisjoint(range(first, last + 1)) and not is_quoted(stage.parse, first)
        if (
            group is not None
            and plain
            and lower(stage.parse, first) == "the"
            and may_mean(stage.parse, group, _head(stage, first, last))
        ):
            known = [*stage.known.get(group.key, ()), *found[group.key]]
            told = tuple(_told(stage, group, (first, last), known, holders))
            found[group.key] += told
            _remember(holders, group.key, told)
    return {key: tuple(roles) for key, roles in found.items() if roles}


def _remember(holders: Holders, key: Key, roles: Iterable[SeenRole]) -> None:
    """Adds to the words of titles those who hold them."""
    for role in roles:
        for word in (role.role.title or "").lower().split():
            holders[word].add(key)


def _head(stage: Stage, first: int, last: int) -> int:
    return head_of(stage.parse, range(first, last + 1))


def _told(
    stage: Stage, group: Group, place: tuple[int, int], known: list[SeenRole], holders: Holders
) -> Iterator[SeenRole]:
    """The noun of the phrase where it says something new, and what stands behind it."""
    parse, houses = stage.parse, stage.houses
    first, last = place
    noun = phrase_noun(parse, first, likely=False)
    comma = next((i for i in range(first + 1, last + 1) if parse.tokens[i].text == ","), first + 2)
    if noun is not None and any(is_owner_mark(parse, i) for i in range(noun, _head(stage, first, last))):
        return  # "the secretary of state's website"
    at = noun if noun is not None else comma - 1
    behind = tuple(roles_behind(parse, make_name(parse, at, at), houses))
    own = seen(parse, describe(parse, at, first, houses)) if noun is not None else None
    if own is not None and not behind and not _is_new(parse.tokens[at].lemma, known):
        return
    bare = own is not None and not behind and " " not in (own.role.title or "")
    if own is not None and (bare or not known) and holders.get(parse.tokens[at].lemma, set()) - {group.key}:
        return  # another is known for such a one, and so may be meant
    yield from with_workplace((own, *behind) if own is not None else behind)


def _is_new(noun: str, known: list[SeenRole]) -> bool:
    """Whether nothing is known of somebody, or nothing like the noun, which is more than "the official"."""
    if not known:
        return True
    titles = [w for r in known for w in (r.role.title or "").lower().replace("-", " ").split()]
    broad = noun in word_list("roles", "broad") or noun in word_list("roles", "unnamed_offices")
    return not broad and not any(noun == w or are_akin(noun, w) for w in titles)
