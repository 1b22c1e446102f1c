"""Which words of an article name whom: actors by their full names, states also by their people and their capitals."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.states import houses_of, likely_states, printed_states, state_of, state_tokens_of
from builder.analyse.syntax import OWNERS, children, conjuncts
from builder.model.claims import ActorKind
from builder.model.findings import ActorFinding

_PARTIES = frozenset((ActorKind.STATE, ActorKind.BLOC, ActorKind.ORGANISATION, ActorKind.COMPANY))
_FARTHEST_BACK = 400  # tokens
_PAIR = 2
_CLEAR = 1.5  # times as often as the third
_AS_PLACE = 0.25


@dataclass(frozen=True, slots=True)
class Naming:
    """Token → the name of the actor it names. `states`: a person's name → the state he acts for, by his role.

    `kinds` gives each name's kind, `state_tokens` the state words alone, `houses` the state of a ministry, an embassy or a
    party that has one in its name. Names are the fullest that the article prints.
    """

    at: Mapping[int, str]
    kinds: Mapping[str, ActorKind]
    states: Mapping[str, str]
    state_tokens: Mapping[int, str]
    houses: Mapping[str, str]

    def state_at(self, token: int) -> str | None:
        """The state that a token names, also within an organisation's name ("the Tarn embassy")."""
        return self.state_tokens.get(token)

    def party_at(self, token: int) -> str | None:
        """Who acts at a token: the state for the person who acts for one."""
        name = self.at.get(token)
        return self.states.get(name, name) if name is not None else None


def read_naming(parse: Parse, actors: Iterable[ActorFinding]) -> Naming:
    """Reads off the findings of one article, and finds the nationalities and capitals that are no actors' names."""
    actors = tuple(actors)
    printed = printed_states(actors)
    at: dict[int, str] = {}
    states_at = {i: printed.get(state, state) for i, state in state_tokens_of(parse)}
    at.update(states_at)
    starts = {t.start: i for i, t in enumerate(parse.tokens)}
    for actor in actors:
        if actor.rule.startswith("named-") and actor.kind is not ActorKind.STATE:
            at.update(_tokens_of(parse, starts, actor))
    at.update(_short_names(parse, actors, at))
    kinds = dict.fromkeys(at.values(), ActorKind.STATE) | {a.name: a.kind for a in actors}
    states = {a.name: s for a in actors if a.kind is ActorKind.PERSON for s in [state_of(a)] if s is not None}
    states = {name: printed.get(s, s) for name, s in states.items()}
    for name, state in likely_states(parse, at, states_at, [a for a in actors if a.name not in states]):
        states[name] = state
    return Naming(at, kinds, states, states_at, dict(houses_of(actors, printed)))


def _tokens_of(parse: Parse, starts: Mapping[int, int], actor: ActorFinding) -> Iterator[tuple[int, str]]:
    for span in actor.spans:
        i = starts.get(span.start)
        while i is not None and i < len(parse.tokens) and parse.tokens[i].start < span.end:
            yield i, actor.name
            i += 1


def _short_names(parse: Parse, actors: Iterable[ActorFinding], at: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Houses by the first word of their names ("Sundline" of "Sundline Terminals"), where no other name begins with it."""
    first: dict[str, set[str]] = {}
    for actor in actors:
        words = actor.name.split()
        first.setdefault(words[0], set()).add(actor.name)
        if len(words) < _PAIR or actor.kind not in (ActorKind.ORGANISATION, ActorKind.COMPANY):
            first[words[0]].add("")
    inside = {word for actor in actors for word in actor.name.split()[1:]}
    for i, token in enumerate(parse.tokens):
        names = first.get(token.text, set())
        alone = token.pos == "PROPN" and token.dep not in ("compound", "amod", "nmod")
        if i not in at and alone and len(names) == 1 and token.text not in inside:
            yield i, next(iter(names))


def parties_in(parse: Parse, naming: Naming, head: int) -> tuple[str, ...]:
    """The parties that a noun phrase names: its head, what is joined to it, and nationalities and owners before them."""
    found: list[str] = []
    for one in conjuncts(parse, head):
        own = naming.party_at(one)
        if own is not None:
            found.append(own)
            continue
        beside = [
            n for a in children(parse, one, "appos") for c in conjuncts(parse, a) for n in [naming.party_at(c)] if n
        ]
        owners = children(parse, one, *OWNERS)
        found += beside or [n for c in owners for n in [naming.party_at(c)] if n is not None]
        for prep in children(parse, one, "prep"):
            if parse.tokens[prep].text.lower() in ("with", "between"):
                for target in children(parse, prep, "pobj"):
                    found += _owners_of(parse, naming, target)
    return tuple(dict.fromkeys(found))


def _owners_of(parse: Parse, naming: Naming, head: int) -> list[str]:
    """The names of a phrase and of those joined to it, by themselves or by a nationality."""
    names: list[str] = []
    for one in conjuncts(parse, head):
        tokens = (one, *children(parse, one, *OWNERS)) if naming.at.get(one) is None else (one,)
        names += [n for t in tokens for n in [naming.party_at(t)] if n is not None]
    return names


def is_collective(parse: Parse, head: int) -> bool:
    """Whether a phrase means parties named before ("both nations", "the two sides", "they")."""
    token = parse.tokens[head]
    if token.text.lower() in ("they", "both"):
        return True
    determined = {parse.tokens[c].text.lower() for c in children(parse, head, "det", "nummod", "predet", "poss")}
    plural = token.tag == "NNS" and token.lemma in word_list("agreements", "collectives")
    return plural and bool(determined & {"both", "two", "the", "three", "their", "these", "those"})


def parties_before(parse: Parse, naming: Naming, token: int, count: int = 2) -> tuple[str, ...]:
    """The parties that the paragraph has named most before a token; of equals, those named last."""
    start = parse.paragraphs[parse.paragraph_of[token - 1]][0] if token else 0
    weights: dict[str, float] = {}
    last: dict[str, int] = {}
    for i in range(max(start, token - _FARTHEST_BACK), token):
        name = naming.party_at(i)
        if name is None or naming.party_at(i - 1) == name or naming.kinds.get(name) not in _PARTIES:
            continue
        weights[name] = weights.get(name, 0.0) + (_AS_PLACE if _is_place(parse, i) else 1.0)
        last[name] = i
    best = sorted(weights, key=lambda n: (-weights[n], -last[n]))[:count]
    return tuple(sorted(best, key=lambda n: last[n]))


def leading_two(naming: Naming) -> tuple[str, ...]:
    """The two parties that an article is between: named more than any third by far. Nothing where there are no such two."""
    counts: Counter[str] = Counter()
    for i in sorted(naming.at):
        name = naming.party_at(i)
        if name is not None and naming.party_at(i - 1) != name and naming.kinds.get(name) in _PARTIES:
            counts[name] += 1
    ranked = sorted(counts, key=lambda n: (-counts[n], n))
    clear = len(ranked) == _PAIR or (len(ranked) > _PAIR and counts[ranked[1]] >= _CLEAR * counts[ranked[2]])
    return tuple(ranked[:_PAIR]) if clear else ()


def _is_place(parse: Parse, i: int) -> bool:
    """Whether a capital stands for itself ("in", "to")."""
    before = parse.tokens[i - 1].text.lower() if i else ""
    return before in ("in", "to", "at", "from") and parse.tokens[i].text in word_table("countries", "governments")
