"""Whose "the government", "his ministry" and "officials" are, where no nationality stands with them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from builder.analyse.lexicons import word_list
from builder.analyse.naming import Naming
from builder.analyse.parsing import Parse
from builder.analyse.positions.home import Home, acting_states, scene_state
from builder.analyse.syntax import OWNERS, Body, above, children, is_verb, lower
from builder.model.claims import ActorKind

_SUBJECTS = ("nsubj", "nsubjpass")
_OF_PERSONS = frozenset(("his", "her"))
_OF_THINGS = frozenset(("its", "their"))
_PERSON = frozenset(("he", "she"))


@dataclass(slots=True)
class _Reader:
    """What was read so far: the states by the organ's noun, and whose each organ is."""

    parse: Parse
    naming: Naming
    home: Home
    places: Mapping[str, str]
    found: dict[int, str] = field(default_factory=dict)
    by_noun: dict[str, tuple[int, str]] = field(default_factory=dict)

    def party_of(self, token: int) -> str | None:
        """The state or house that a token names or acts for, the organs found before included."""
        return self.found.get(token) or self.naming.party_at(token)


def with_organs(parse: Parse, body: Body, naming: Naming, home: Home, places: Mapping[str, str]) -> Naming:
    """The naming in which those houses of a state, too, name it that stand there without its name."""
    reader = _Reader(parse, naming, home, places)
    for i in body:
        token = parse.tokens[i]
        if not _is_organ(parse, i) or token.pos not in ("NOUN", "PROPN") or i in naming.at:
            continue
        owner = _read(reader, i)
        if owner is not None:
            reader.by_noun[token.lemma] = (parse.paragraph_of[i], owner)
    persons = {
        name: owner
        for i, owner in reader.found.items()
        for beside in (
            *children(parse, i, "appos"),
            *(k for k in [parse.tokens[i].head] if parse.tokens[i].dep == "appos"),
        )
        for name in [naming.at.get(beside)]
        if name is not None and naming.kinds.get(name) is ActorKind.PERSON
    }
    return replace(naming, at={**naming.at, **reader.found}, states={**persons, **naming.states})


def _is_organ(parse: Parse, i: int) -> bool:
    """Whether the noun is for a house of a state, or for an official who is called somebody's: "its spokesman"."""
    words = {parse.tokens[i].lemma, lower(parse, i)}
    if words & word_list("positions", "organs"):
        return True
    owned = any(lower(parse, c) in _OF_PERSONS | _OF_THINGS for c in children(parse, i, "poss"))
    return owned and bool(words & word_list("roles", "officials"))


def _read(reader: _Reader, i: int) -> str | None:
    """Whose the organ is; where that stands with it, its owner names the state and the organ itself does not."""
    parse = reader.parse
    owners = children(parse, i, *OWNERS, "det")
    if any(lower(parse, c) in word_list("positions", "other_organs") for c in owners):
        return None
    named = [p for c in owners for p in [reader.party_of(c)] if p is not None]
    if named:
        return named[0]
    if any(_is_another(reader, c) for c in owners):
        return None
    pronouns = {lower(parse, c) for c in owners} & (_OF_PERSONS | _OF_THINGS)
    state = _by_pronoun(reader, i, pronouns) if pronouns else _by_place(reader, i) or _by_context(reader, i)
    if state is not None:
        reader.found[i] = state
    return state


def _is_another(reader: _Reader, owner: int) -> bool:
    """Whether somebody owns the organ who is no party, or is called by no pronoun of a third one: "our"."""
    pronoun = lower(reader.parse, owner) in _OF_PERSONS | _OF_THINGS
    return owner in reader.naming.at or (reader.parse.tokens[owner].dep == "poss" and not pronoun)


def _by_pronoun(reader: _Reader, i: int, pronouns: Collection[str]) -> str | None:
    """Whose it is by "his", or by "its", which means what acted last."""
    if not _OF_PERSONS.isdisjoint(pronouns):
        return next(_persons_before(reader, i), None)
    start = reader.parse.paragraphs[reader.parse.paragraph_of[i]][0]
    before = (reader.party_of(k) for k in range(i - 1, start - 1, -1) if reader.parse.tokens[k].dep in _SUBJECTS)
    return next((p for p in before if p is not None), None)


def _persons_before(reader: _Reader, i: int) -> Iterator[str]:
    """For whom the person acts that was named last in the paragraph or the one before, if for anybody."""
    start = reader.parse.paragraphs[max(0, reader.parse.paragraph_of[i] - 1)][0]
    for k in range(i - 1, start - 1, -1):
        name = reader.naming.at.get(k)
        if name is not None and reader.naming.kinds.get(name) is ActorKind.PERSON:
            state = reader.naming.states.get(name)
            if state is not None:
                yield state
            return


def _by_place(reader: _Reader, i: int) -> str | None:
    """As in "officials in Algiers", "the government of Tarn"; an embassy in Algiers is another's."""
    sent = reader.parse.tokens[i].lemma in word_list("positions", "sent")
    for prep in children(reader.parse, i, "prep"):
        if lower(reader.parse, prep) in ("of", "from") or (lower(reader.parse, prep) == "in" and not sent):
            for place in children(reader.parse, prep, "pobj"):
                state = reader.naming.state_at(place)
                if state is not None:
                    return state
    return None


def _by_context(reader: _Reader, i: int) -> str | None:
    """The state of him who speaks of it, of the scene, of the same house before, or of the report."""
    parse = reader.parse
    if any(lower(parse, p) == "of" for p in children(parse, i, "prep")) and parse.tokens[i].lemma == "government":
        return None
    scene = scene_state(parse, parse.sentences[parse.sentence_of[i]][0], reader.places)
    speaker = _speaker_above(reader, i) or scene
    if speaker is not None:
        return speaker
    paragraph, before = reader.by_noun.get(parse.tokens[i].lemma, (-2, None))
    if before is not None and parse.paragraph_of[i] - paragraph <= 1:
        return before
    if not _is_public(parse, i):
        return None
    start = parse.paragraphs[parse.paragraph_of[i]][0]
    return reader.home.chosen(acting_states(parse, reader.naming, range(start, i)))


def _is_public(parse: Parse, i: int) -> bool:
    """Whether a state alone has such a house: "the government", "the labour department"."""
    if parse.tokens[i].lemma in word_list("positions", "public_with_field"):
        fields = {parse.tokens[c].text.capitalize() for c in children(parse, i, "amod", "compound", "nmod")}
        return not fields.isdisjoint(word_list("positions", "portfolios"))
    return parse.tokens[i].lemma in word_list("positions", "public") and parse.tokens[i].tag not in ("NNS", "NNPS")


def _speaker_above(reader: _Reader, i: int) -> str | None:
    """For whom the subject of a verb over the organ acts: "Berg said the government would"."""
    for verb in above(reader.parse, i):
        if not is_verb(reader.parse, verb):
            continue
        for subject in children(reader.parse, verb, *_SUBJECTS):
            if subject == i or i in range(*_edges(reader.parse, subject)):
                continue
            if lower(reader.parse, subject) in _PERSON:
                return next(_persons_before(reader, subject), None)
            name = reader.naming.at.get(subject)
            if name is not None and reader.naming.kinds.get(name) is ActorKind.PERSON:
                return reader.naming.states.get(name)
    return None


def _edges(parse: Parse, i: int) -> tuple[int, int]:
    first, last = parse.edges[i]
    return first, last + 1
