"""Of which state or house the article itself says that somebody is, beside his name or in other words for him."""

from collections.abc import Iterator

from builder.analyse.lexicons import word_list
from builder.analyse.positions.ground import Ground, is_of_state, is_organ, mentions_of, owner_of, tokens_within
from builder.analyse.positions.parties import printed_state
from builder.analyse.positions.titles import is_out_of_office
from builder.analyse.states import state_in
from builder.analyse.syntax import children, head_of, lower
from builder.model.claims import Role
from builder.model.findings import ActorFinding

_PLACED = ("in", "of")


def told(ground: Ground, actor: ActorFinding) -> str | None:
    """The party that a person's role names, or the state beside his name ("his Tarnish counterpart, Ann Berg").

    No state is, for which he is told to have no say: "Tarn’s former minister, Ann Berg".
    """
    houses = (_house_of(ground, role) for role in actor.roles)
    left = _states_left(ground, actor)
    states = (state for state in _states_beside(ground, actor) if state not in left)
    return next((party for party in (*houses, *states) if party is not None), None)


def _states_left(ground: Ground, actor: ActorFinding) -> frozenset[str]:
    """The states that somebody’s roles name only as those of offices that he holds no more or that are none of the state’s."""
    out = {state for role in actor.roles if is_out_of_office(role) for state in _states_of(ground, role)}
    return frozenset(out - {s for role in actor.roles if not is_out_of_office(role) for s in _states_of(ground, role)})


def _states_of(ground: Ground, role: Role) -> Iterator[str]:
    for words in (role.affiliation, role.title):
        state = state_in(_split(words))
        if state is not None:
            yield printed_state(ground.naming, state)


def _split(words: str | None) -> list[str]:
    return (words or "").replace("’", " ").replace("'", " ").split()


def told_in_passing(ground: Ground, actor: ActorFinding) -> str | None:
    """The state that is said of somebody anywhere else: "Tarn’s Berg", "Berg, speaking for Tarn", "the Tarnish minister said"."""
    return next(_in_passing(ground, actor), None)


def is_of_another(ground: Ground, actor: ActorFinding, state: str) -> bool:
    """Whether the article tells of an official of another state who may be he: "the Danish minister"."""
    parse = ground.parse
    titles = {word.lower() for role in actor.roles for word in (role.title or "").split()}
    named = {i for place in mentions_of(parse, actor) for i in place}
    return any(
        owner_of(parse, ground.naming, i) not in (None, state)
        for i in ground.body
        if lower(parse, i) in titles and _is_somebody(ground, i) and parse.tokens[i].head not in named
    )


def _is_somebody(ground: Ground, noun: int) -> bool:
    """Whether a noun means one person who is known, and no name stands with it that says who."""
    parse, token = ground.parse, ground.parse.tokens[noun]
    beside = (*children(parse, noun, "appos"), *([token.head] if token.dep in ("appos", "compound") else []))
    known = any(lower(parse, c) == "the" for c in children(parse, noun, "det")) or bool(children(parse, noun, "poss"))
    return token.tag in ("NN", "NNP") and known and not any(i in ground.naming.at for i in beside)


def _house_of(ground: Ground, role: Role) -> str | None:
    words = {w.lower() for w in (role.title or "").split()}
    if role.affiliation is None or not words & word_list("positions", "house_voices"):
        return None
    return _house_in(ground, role.affiliation)


def _house_in(ground: Ground, words: str) -> str | None:
    """The party whose name the words begin with: "African Union Commission"."""
    fitting = [f for f in ground.houses if words == f or (words.startswith(f"{f} ") and f[0].isupper())]
    return ground.houses[max(fitting, key=len)] if fitting else None


def _states_beside(ground: Ground, actor: ActorFinding) -> Iterator[str | None]:
    return (_state_beside(ground, place) for place in mentions_of(ground.parse, actor))


def _state_beside(ground: Ground, name: range) -> str | None:
    """As in "Tarnish Trade Secretary Ann Berg", "his Tarnish counterpart, Ann Berg"."""
    parse = ground.parse
    first = parse.sentences[parse.sentence_of[name[0]]][0]
    i, official = name[0] - 1, False
    while i >= first and (parse.tokens[i].text[:1].isupper() or is_of_state(parse, i)):
        state = ground.naming.state_at(i)
        if state is not None:
            return state if official else None
        official = official or is_of_state(parse, i)
        i -= 1
    head = name[-1]
    around = [parse.tokens[head].head] if parse.tokens[head].dep == "appos" else [*children(parse, head, "appos")]
    owners = (owner_of(parse, ground.naming, noun) for noun in around if is_of_state(parse, noun))
    return next((state for state in owners if state is not None), None)


def _in_passing(ground: Ground, actor: ActorFinding) -> Iterator[str]:
    parse, naming = ground.parse, ground.naming
    found = [_of_role(ground, role) for role in actor.roles]
    for place in mentions_of(parse, actor):
        head = head_of(parse, place)
        found += [owner_of(parse, naming, head), *_in_clause(ground, head), *_speaking_for(ground, head)]
    for span in ground.phrases.get(actor.name, ()):
        noun = head_of(parse, tokens_within(parse, span))
        found.append(owner_of(parse, naming, noun) if is_of_state(parse, noun) else None)
    return (state for state in found if state is not None)


def _of_role(ground: Ground, role: Role) -> str | None:
    """The state whose somebody is or in whose house he sits: "a Tarnish engineer", "a member of Tarn’s government"."""
    words = _split(role.affiliation)
    house = any(word.lower() in word_list("positions", "organs") for word in words)
    state = state_in(words) if house else state_in([" ".join(words)])
    return printed_state(ground.naming, state) if state is not None else None


def _in_clause(ground: Ground, name: int) -> Iterator[str | None]:
    """As in "Berg, whose government in Tarn sent her", "Berg, who joined Tarn’s government"."""
    parse = ground.parse
    for verb in children(parse, name, "relcl"):
        inside = [
            o for p in children(parse, verb, "prep") if lower(parse, p) == "in" for o in children(parse, p, "pobj")
        ]
        sits = parse.tokens[verb].lemma in word_list("positions", "belonging")
        for organ in (*children(parse, verb, "nsubj", "nsubjpass", "dobj"), *inside):
            whose = any(lower(parse, c) == "whose" for c in children(parse, organ, "poss"))
            if is_organ(parse, organ) and (whose or sits):
                yield owner_of(parse, ground.naming, organ)
                yield from (_state_behind(ground, organ, word) for word in _PLACED)


def _state_behind(ground: Ground, over: int, word: str) -> str | None:
    parse = ground.parse
    places = (o for p in children(parse, over, "prep") if lower(parse, p) == word for o in children(parse, p, "pobj"))
    return next((s for o in places for s in [ground.naming.state_at(o)] if s is not None), None)


def _speaking_for(ground: Ground, name: int) -> Iterator[str]:
    """As in "Berg, speaking for Tarn", "Berg, representing Tarn"."""
    parse = ground.parse
    over = parse.tokens[name].head
    near = (*children(parse, name, "acl", "advcl", "relcl"), *children(parse, over, "advcl"))
    for verb in near:
        if parse.tokens[verb].lemma == "speak":
            state = _state_behind(ground, verb, "for")
        elif parse.tokens[verb].lemma == "represent":
            state = next((s for o in children(parse, verb, "dobj") for s in [ground.naming.state_at(o)] if s), None)
        else:
            state = None
        if state is not None:
            yield state
