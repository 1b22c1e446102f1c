"""For which state or party officials, ministries and governments act that the article prints without one.

What the article says of an official anywhere comes first. One of whom it says nothing is, by the convention of news, of the
state that his sentence is set in or that listens to him; else of the state that the report comes from, unless states act
beside him and it is not among them; else, where nothing tells whence the report comes, of the one state that acts beside him.
Where these speak of two states, nobody is said to act for either.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from builder.analyse.lexicons import word_list
from builder.analyse.naming import Naming
from builder.analyse.parsing import Parse
from builder.analyse.positions.ground import Ground, is_organ, mentions_of, owner_of, tokens_within
from builder.analyse.positions.home import Home, acting_states, home_of, places_of, scene_state
from builder.analyse.positions.parties import forms_of, printed_state, states_among
from builder.analyse.positions.titles import Post, post_of
from builder.analyse.positions.told import is_of_another, told, told_in_passing
from builder.analyse.syntax import Body
from builder.model.claims import ActorKind
from builder.model.findings import ActorFinding
from builder.model.knowledge import Party
from builder.model.text import BlockKind, SourceText, Span


def with_offices(
    text: SourceText,
    parse: Parse,
    body: Body,
    actors: Sequence[ActorFinding],
    parties: Sequence[Party],
    naming: Naming,
    phrases: Mapping[str, tuple[Span, ...]],
) -> tuple[Naming, Home, Mapping[str, str]]:
    """The naming with those persons and houses that act for a state or a party by what the whole article shows; its home and places.

    `phrases`: a person’s name → the words that say that he speaks, with it or without ("the Danish minister").
    """
    persons = [a for a in actors if a.kind is ActorKind.PERSON and not a.expert and a.rule.startswith("named-")]
    ids = states_among(parties)
    names: dict[str, str] = {p.id: printed_state(naming, p.name) if p.id in ids else p.name for p in parties}
    forms = {form: names[party] for form, party in forms_of(parties).items()}
    houses = {form: name for form, name in forms.items() if name not in {names[i] for i in ids}}
    by_name = {a.name: a for a in persons}
    states = {n: s for n, s in naming.states.items() if n not in by_name or _is_printed(parse, naming, by_name[n], s)}
    ground = Ground(
        parse, body, replace(naming, states=states), Home(None), places_of(parse, naming, forms), houses, phrases
    )
    found = {a.name: s for a in persons if a.name not in states for s in [told(ground, a)] if s is not None}
    naming = replace(naming, states={**states, **found})
    open_posts = [a for a in persons if a.name not in naming.states and post_of(a) in (Post.STATE, Post.POSTED)]
    found = {a.name: s for a in open_posts for s in [told_in_passing(ground, a)] if s is not None}
    naming = replace(naming, states={**naming.states, **found})
    open_posts = [a for a in open_posts if a.name not in found]
    ground = replace(ground, naming=naming)
    at_home = [a for a in open_posts if post_of(a) is Post.STATE]
    scenes = {s for a in at_home for s in [_scene_of(ground, a) or _listener_of(ground, a)] if s is not None}
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
    places = [tokens_within(parse, span) for span in (*actor.role_spans, *actor.spans)]
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


def _owners_of_organs(parse: Parse, naming: Naming) -> Iterator[str]:
    """The states whose ministries and officials the article prints with their nationality."""
    for i in range(len(parse.tokens)):
        if is_organ(parse, i) and parse.tokens[i].tag in ("NN", "NNP"):
            state = owner_of(parse, naming, i)
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
    scene, heard = _scene_of(ground, actor), _listener_of(ground, actor)
    state = scene or heard
    if state is None:
        return ground.home.chosen(near)
    abroad = scene is None and ground.home.sure and heard != ground.home.state
    return None if abroad or is_of_another(ground, actor, state) else state


def _first_mention(ground: Ground, actor: ActorFinding) -> range | None:
    return next((m for m in mentions_of(ground.parse, actor) if m[0] in ground.body), None)


def _first_sentence(ground: Ground, actor: ActorFinding) -> range:
    """The sentence of the running text that names an official first; empty where none does."""
    place = _first_mention(ground, actor)
    return range(*ground.parse.sentences[ground.parse.sentence_of[place[0]]]) if place is not None else range(0)


def _scene_of(ground: Ground, actor: ActorFinding) -> str | None:
    """The state that the sentence sets the scene in which names an official first: "In Algiers, …"."""
    sentence = _first_sentence(ground, actor)
    return scene_state(ground.parse, sentence[0], ground.places) if sentence else None


def _listener_of(ground: Ground, actor: ActorFinding) -> str | None:
    """The state whose radio, newspaper or parliament that sentence names: "told Tarnish radio"."""
    media = word_list("positions", "media")
    heard = (i for i in _first_sentence(ground, actor) if ground.parse.tokens[i].lemma in media)
    return next((s for i in heard for s in [owner_of(ground.parse, ground.naming, i)] if s is not None), None)


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
