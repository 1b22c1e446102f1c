"""The briefing's parties by the words that an article has for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from builder.analyse.lexicons import word_table
from builder.analyse.naming import Naming
from builder.analyse.parsing import Parse
from builder.analyse.syntax import children, lower
from builder.model.knowledge import Party

_TABLES = ("names", "demonyms", "governments")
_DEFINITE = frozenset(("the", "this", "that"))
_LONGEST = 5  # words of a party's name


@dataclass(frozen=True, slots=True)
class Parties:
    """The briefing's parties by the names that articles give them. `sides`: what means two of them, by its token."""

    by_name: Mapping[str, str]
    naming: Naming
    sides: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def at(self, token: int) -> str | None:
        """The id of the party that the token names, or that the person it names acts for."""
        name = self.naming.party_at(token)
        return self.by_name.get(name) if name is not None else None

    def of(self, name: str | None) -> str | None:
        """The id of the party of that name, or of the one that the person of that name acts for."""
        return self.by_name.get(self.naming.states.get(name, name)) if name is not None else None


def read_parties(parties: Sequence[Party], naming: Naming) -> Parties:
    """Each name of each party, in every form by which an article may name the same state → the party's id."""
    tables = [word_table("countries", t) for t in _TABLES]
    own = forms_of(parties)
    among = states_among(parties)
    states = {t[form]: party for form, party in sorted(own.items()) if party in among for t in tables if form in t}
    for name, house_of in sorted(naming.houses.items()):
        state = next((t[house_of] for t in tables if house_of in t), house_of)
        party = states.get(state, own.get(house_of))
        if party is not None:
            own.setdefault(name, party)
    names = set(naming.kinds) | set(naming.at.values()) | set(naming.states.values())
    by_name = dict(own)
    for name in sorted(names):
        state = next((t[name] for t in tables if name in t), name)
        if state in states:
            by_name.setdefault(name, states[state])
    return Parties(by_name, naming)


def forms_of(parties: Sequence[Party]) -> dict[str, str]:
    """Every name that the editor gives a party → the party's id."""
    return {form: p.id for p in parties for form in (p.name, *p.names)}


def states_among(parties: Sequence[Party]) -> frozenset[str]:
    """The ids of those parties that are states, and no bloc that sits in some state's capital."""
    tables = [word_table("countries", t) for t in ("names", "demonyms")]
    return frozenset(p.id for p in parties for form in (p.name, *p.names) if any(form in t for t in tables))


def with_own_names(parse: Parse, parties: Sequence[Party], naming: Naming) -> Naming:
    """With the words that the editor has for the parties, where nothing longer is named there.

    A word in small letters ("cooperative") means the party after "the" alone.
    """
    names = {tuple(form.split()): p.name for p in parties for form in (p.name, *p.names)}
    states = {p.name: printed_state(naming, p.name) for p in parties if p.id in states_among(parties)}
    at, state_tokens = dict(naming.at), dict(naming.state_tokens)
    for first, last, name in _places(parse, names):
        words = range(first, last + 1)
        if any(i in at and at[i] != naming.state_tokens.get(i) for i in words) or not _is_meant(parse, last):
            continue
        at.update(dict.fromkeys(words, states.get(name, name)))
        for i in words:
            state_tokens.pop(i, None)
        state_tokens.update(dict.fromkeys(words if name in states else (), states.get(name, name)))
    return replace(naming, at=at, state_tokens=state_tokens)


def printed_state(naming: Naming, state: str) -> str:
    """The name by which the article calls a state."""
    table = word_table("countries", "names")
    printed = sorted(set(naming.state_tokens.values()))
    return next((n for n in printed if table.get(n, n) == table.get(state, state)), state)


def _places(parse: Parse, names: Mapping[tuple[str, ...], str]) -> Iterator[tuple[int, int, str]]:
    """The longest name that begins at each token, with its first and last token."""
    firsts = {words[0] for words in names}
    for i, token in enumerate(parse.tokens):
        if token.text not in firsts:
            continue
        for size in range(_LONGEST, 0, -1):
            words = tuple(t.text for t in parse.tokens[i : i + size])
            if words in names:
                yield i, i + len(words) - 1, names[words]
                break


def _is_meant(parse: Parse, head: int) -> bool:
    """Whether the words mean the party: a name does, a common noun where it is a certain one."""
    if not parse.tokens[head].text.islower():
        return True
    determined = any(lower(parse, c) in _DEFINITE for c in children(parse, head, "det"))
    return determined and parse.tokens[head].tag == "NN"
