"""For which state or party officials, ministries and governments act that the article prints without one.

By the convention of news an official without a nationality is of the state that the report comes from. Where the
article points to two states, nobody is said to act for either.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.analyse.lexicons import word_list
from builder.analyse.naming import Naming
from builder.analyse.parsing import Parse
from builder.analyse.positions.home import Home, acting_states, home_of, places_of, scene_state
from builder.analyse.positions.parties import forms_of, printed_state, states_among
from builder.analyse.positions.titles import Post, post_of
from builder.analyse.syntax import Body, children, lower
from builder.model.claims import ActorKind
from builder.model.findings import ActorFinding
from builder.model.knowledge import Party
from builder.model.text import BlockKind, SourceText, Span

_OWNERS = ("poss", "amod", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class Ground:
    """What an article shows of states. `houses`: the words for a party that is no state → its name."""

    parse: Parse
    body: Body
    naming: Naming
    home: Home
    places: Mapping[str, str]
    houses: Mapping[str, str]


def with_offices(
    text: SourceText, parse: Parse, body: Body, actors: Sequence[ActorFinding], parties: Sequence[Party], naming: Naming
) -> tuple[Naming, Home, Mapping[str, str]]:
    """The naming with those persons and houses that act for a state or a party by what the whole article shows; its home and places."""
    persons = [a for a in actors if a.kind is ActorKind.PERSON and not a.expert and a.rule.startswith("named-")]
    ids = states_among(parties)
    names: dict[str, str] = {p.id: printed_state(naming, p.name) if p.id in ids else p.name for p in parties}
    forms = {form: names[party] for form, party in forms_of(parties).items()}
    houses = {form: name for form, name in forms.items() if name not in {names[i] for i in ids}}
    by_name = {a.name: a for a in persons}
    states = {n: s for n, s in naming.states.items() if n not in by_name or _is_printed(parse, naming, by_name[n], s)}
    ground = Ground(parse, body, replace(naming, states=states), Home(None), places_of(parse, naming, forms), houses)
    told = {a.name: s for a in persons if a.name not in states for s in [_told(ground, a)] if s is not None}
    naming = replace(naming, states={**states, **told})
    open_posts = [a for a in persons if a.name not in naming.states and post_of(a) in (Post.STATE, Post.POSTED)]
    ground = replace(ground, naming=naming)
    scenes = {s for a in open_posts if post_of(a) is Post.STATE for s in [_scene_of(ground, a)] if s is not None}
    marked = scenes | set(naming.states.values()) | set(_owners_of_organs(parse, naming))
    title = _tokens_in(parse, text, BlockKind.HEADLINE)
    home = home_of(parse, body, naming, ground.places, marked, title)
    ground = replace(ground, home=home if home.sure or open_posts else Home(None))
    found = {a.name: s for a in open_posts for s in [_by_convention(ground, a)] if s is not None}
    naming = replace(naming, states={**naming.states, **found})
    return replace(naming, houses={**naming.houses, **_public_houses(ground, actors)}), ground.home, ground.places


def _is_printed(parse: Parse, naming: Naming, actor: ActorFinding, state: str) -> bool:
    """Whether an office holder's state stands beside his name or his office, and is not only concluded from elsewhere."""
    if post_of(actor) is Post.NONE:
        return False
    places = [_tokens_of(parse, span) for span in (*actor.role_spans, *actor.spans)]
    own = [t for t in places if any(naming.state_at(i) is None for i in t)]
    told = [i for i, name in naming.state_tokens.items() if name == state]
    return any(_is_beside(parse, i, tokens) for i in told for tokens in own)


def _is_beside(parse: Parse, token: int, place: range) -> bool:
    """Whether no verb but "is" stands between the two, and no end of a sentence."""
    if parse.sentence_of[token] != parse.sentence_of[place[0]]:
        return False
    between = range(min(token, place[-1]) + 1, max(token, place[0]))
    return not any(parse.tokens[k].pos in ("VERB", "AUX") and parse.tokens[k].lemma != "be" for k in between)


def _tokens_in(parse: Parse, text: SourceText, kind: BlockKind) -> frozenset[int]:
    spans = [b.words for b in text.blocks if b.kind is kind]
    return frozenset(i for i, t in enumerate(parse.tokens) if any(s.start <= t.start and t.end <= s.end for s in spans))


def _told(ground: Ground, actor: ActorFinding) -> str | None:
    """The party that a person's role names, or the state beside his name ("his Tarnish counterpart, Ann Berg")."""
    for role in actor.roles:
        words = {w.lower() for w in (role.title or "").split()}
        if role.affiliation is not None and words & word_list("positions", "house_voices"):
            house = _house_in(ground, role.affiliation)
            if house is not None:
                return house
    for place in _mentions(ground.parse, actor):
        state = _state_beside(ground, place)
        if state is not None:
            return state
    return None


def _house_in(ground: Ground, words: str) -> str | None:
    """The party whose name the words begin with: "African Union Commission"."""
    fitting = [f for f in ground.houses if words == f or (words.startswith(f"{f} ") and f[0].isupper())]
    return ground.houses[max(fitting, key=len)] if fitting else None


def _mentions(parse: Parse, actor: ActorFinding) -> Iterator[range]:
    return (tokens for span in actor.spans for tokens in [_tokens_of(parse, span)] if tokens)


def _tokens_of(parse: Parse, span: Span) -> range:
    """The tokens that begin in the span."""
    first = bisect_left(parse.tokens, span.start, key=lambda t: t.start)
    return range(first, bisect_left(parse.tokens, span.end, key=lambda t: t.start))


def _state_beside(ground: Ground, name: range) -> str | None:
    """As in "Tarnish Trade Secretary Ann Berg", "his Tarnish counterpart, Ann Berg"."""
    parse = ground.parse
    first = parse.sentences[parse.sentence_of[name[0]]][0]
    i, official = name[0] - 1, False
    while i >= first and (parse.tokens[i].text[:1].isupper() or _is_official(parse, i)):
        state = ground.naming.state_at(i)
        if state is not None:
            return state if official else None
        official = official or _is_official(parse, i)
        i -= 1
    head = name[-1]
    around = [parse.tokens[head].head] if parse.tokens[head].dep == "appos" else [*children(parse, head, "appos")]
    for noun in around:
        for owner in children(parse, noun, *_OWNERS) if _is_official(parse, noun) else ():
            if ground.naming.state_at(owner) is not None:
                return ground.naming.state_at(owner)
    return None


def _is_official(parse: Parse, i: int) -> bool:
    listed = word_list("roles", "officials") | word_list("positions", "speaking")
    return parse.tokens[i].text.lower() in listed or _is_organ(parse, i)


def _is_organ(parse: Parse, i: int) -> bool:
    return parse.tokens[i].lemma in word_list("positions", "organs") or lower(parse, i) in word_list(
        "positions", "organs"
    )


def _owners_of_organs(parse: Parse, naming: Naming) -> Iterator[str]:
    """The states whose ministries and officials the article prints with their nationality."""
    for i in range(len(parse.tokens)):
        if _is_organ(parse, i) and parse.tokens[i].tag in ("NN", "NNP"):
            for owner in children(parse, i, *_OWNERS):
                state = naming.state_at(owner)
                if state is not None:
                    yield state


def _by_convention(ground: Ground, actor: ActorFinding) -> str | None:
    """The state of an official whom the article prints without one."""
    place = _first_mention(ground, actor)
    if place is None:
        return None
    near = _acting_near(ground, place[0])
    if post_of(actor) is Post.POSTED:
        return Home(None).chosen([state for state in near if state != ground.home.state])
    return _scene_of(ground, actor) or ground.home.chosen(near)


def _first_mention(ground: Ground, actor: ActorFinding) -> range | None:
    return next((m for m in _mentions(ground.parse, actor) if m[0] in ground.body), None)


def _scene_of(ground: Ground, actor: ActorFinding) -> str | None:
    """The state that the sentence sets the scene in which names an official first."""
    place = _first_mention(ground, actor)
    if place is None:
        return None
    first, last = ground.parse.sentences[ground.parse.sentence_of[place[0]]]
    return scene_state(ground.parse, first, ground.places) or _listeners(ground, range(first, last))


def _listeners(ground: Ground, sentence: range) -> str | None:
    """The state whose radio, newspaper or parliament the sentence names: "told Tarnish radio"."""
    for i in sentence:
        if ground.parse.tokens[i].lemma in word_list("positions", "media"):
            for owner in children(ground.parse, i, *_OWNERS):
                if ground.naming.state_at(owner) is not None:
                    return ground.naming.state_at(owner)
    return None


def _acting_near(ground: Ground, token: int) -> tuple[str, ...]:
    """The states that act in the paragraph up to the end of the token's sentence."""
    start = ground.parse.paragraphs[ground.parse.paragraph_of[token]][0]
    end = ground.parse.sentences[ground.parse.sentence_of[token]][1]
    return acting_states(ground.parse, ground.naming, range(start, end))


def _public_houses(ground: Ground, actors: Sequence[ActorFinding]) -> dict[str, str]:
    """Ministries and the like whose name has no state in it → the state whose they are."""
    if ground.home.state is None:
        return {}
    houses = [a for a in actors if a.kind in (ActorKind.ORGANISATION, ActorKind.OFFICE)]
    return {
        a.name: ground.home.state
        for a in houses
        if a.name not in ground.naming.houses and a.name.split()[0] in word_list("positions", "public_names")
    }
