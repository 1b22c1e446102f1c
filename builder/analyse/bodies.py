"""The bodies that an article names: companies, unions, councils, clubs, and what it says that they are."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from builder.analyse.actors.kinds import is_nobody
from builder.analyse.actors.names import read_names
from builder.analyse.actors.runs import Name
from builder.analyse.attribution.reading import Reading
from builder.analyse.body_nouns import is_common, noun_at, nouns_of_name, trades
from builder.analyse.body_phrases import beside, modifiers, origins_of, states_of
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.mentions import titled_sentences
from builder.analyse.personhood import Kinds
from builder.analyse.states import state_of_people
from builder.analyse.syntax import Body as Passages
from builder.analyse.syntax import head_of
from builder.model.claims import ActorKind

_DASHES = frozenset(("—", "–", "-", "--"))
_ENDS = frozenset((".", "!", "?", "…", "”", "’", "''", '"', "'", ":"))
_LONGEST_DATELINE = 20  # tokens
_SHORT = 2  # letters
_HEAD = 3  # paragraphs after the headline among which the authors' lines stand
_OWNER = 4  # tokens before a name in which a nationality or the state whose it is stands
_PLACED = frozenset(("in", "from"))
_TO = frozenset(("to", "with", "by"))
_STATES = frozenset((ActorKind.STATE, ActorKind.BLOC))
_NEEDS_NOUN = frozenset((ActorKind.PLACE, ActorKind.PERSON))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A token that means a body. `acts`: it is the subject there."""

    token: int
    acts: bool


@dataclass(eq=False)
class Body:
    """A body of the article; `name` is the fullest that it prints, or None where it has none ("the harbour office").

    `nouns` say what it is, `words` what else is said with them and in the name, `origins` the states and towns it is from;
    `trades`: it is a company. `places` are the tokens that mean it, in order.
    """

    name: str | None
    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    trades: bool = False
    places: list[Spoken] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Print:
    """A name as it stands somewhere: `head` by which it is part of its sentence, `hushed` where it is only told or signs."""

    name: Name
    head: int
    acts: bool
    hushed: bool


def find_bodies(reading: Reading, kinds: Kinds, within: Container[int]) -> dict[int, Body]:
    """Each body that the article names, by the tokens of its names; `within` are the tokens of persons' names."""
    prints: dict[tuple[str, ...], list[Print]] = {}
    titled = titled_sentences(reading)
    for name in read_names(reading.parse, Passages(tuple(reading.parse.paragraphs))):
        own = range(name.first, name.last + 1)
        thing = len(name.words) > 1 and is_nobody(name.words)  # "the Tarn War"
        if not thing and not any(i in within for i in own) and reading.parse.sentence_of[name.first] not in titled:
            prints.setdefault(name.key, []).append(_printed(reading, name))
    wholes = _joined(reading, prints, kinds)
    at: dict[int, Body] = {}
    for group in wholes:
        body = _body(reading, group, kinds)
        if body is not None:
            at.update({i: body for p in group if not p.hushed for i in range(p.name.first, p.name.last + 1)})
    return dict(_in_headline(reading, at, within)) | at


def _in_headline(reading: Reading, at: Mapping[int, Body], within: Container[int]) -> Iterator[tuple[int, Body]]:
    """The headline's words that are names below, where its capital says nothing: "Fjordmelk writes off oat line"."""
    known = {b.name: b for b in at.values()} | {b.name.split()[0]: b for b in at.values() if b.name}
    first, end = reading.parse.paragraphs[0] if reading.parse.paragraphs else (0, 0)
    for i in range(first, end):
        body = known.get(reading.tokens[i].text)
        if body is not None and i not in at and i not in within and len(reading.tokens[i].text) > _SHORT:
            yield i, body


def _joined(reading: Reading, prints: Mapping[tuple[str, ...], Sequence[Print]], kinds: Kinds) -> list[list[Print]]:
    """The places of each name with those of what is short for it, the fullest printing first."""
    groups: dict[tuple[str, ...], list[Print]] = {}
    for key in sorted(prints, key=lambda k: (-len(k), prints[k][0].name.first)):
        longer = [k for k in groups if is_short_for(key, k, prints[k][0].name.words)]
        longer = [k for k in longer if any(reading.parse.paragraph_of[p.head] for p in prints[k])] or longer
        if len(longer) == 1 and not _is_place(reading, prints[key], kinds.get(key)):
            groups[longer[0]] += prints[key]
        else:
            groups[key] = list(prints[key])
    return list(groups.values())


def _is_place(reading: Reading, group: Sequence[Print], kind: ActorKind | None) -> bool:
    """Whether the name alone is a state's or a town's: "Ossel", where the Ossel Council is named, too."""
    if kind is not ActorKind.PLACE:
        return kind is ActorKind.STATE
    before = [reading.tokens[p.name.first - 1].text.lower() for p in group if p.name.first]
    return not any(p.acts for p in group) or any(w in _PLACED for w in before)


def is_short_for(key: tuple[str, ...], full: tuple[str, ...], words: Sequence[str]) -> bool:
    """Whether the words are the beginning or the end of the name ("Marsa", "the Front"), or its first letters."""
    if len(key) >= len(full):
        return False
    if full[: len(key)] == key:
        return True
    if full[-len(key) :] == key:
        return full[-len(key) - 1] not in ("of", "for", "the", "and", "&")
    return len(key) == 1 and len(key[0]) > 1 and key[0] == "".join(w[0] for w in words if w[:1].isupper()).lower()


def _printed(reading: Reading, name: Name) -> Print:
    head = head_of(reading.parse, range(name.first, name.last + 1))
    acts = reading.tokens[head].dep in ("nsubj", "nsubjpass")
    hushed = _listens(reading, head) or _signs(reading, name)
    return Print(name, head, acts, hushed)


def _listens(reading: Reading, head: int) -> bool:
    """Whether somebody only speaks to it there: "told Continental Wire", "in an interview with the Courier"."""
    token = reading.tokens[head]
    above = reading.tokens[token.head]
    if token.dep in ("dobj", "dative", "iobj"):
        return above.lemma in word_list("bodies", "telling")
    if token.dep == "pobj" and above.text.lower() in _TO:
        return reading.tokens[above.head].lemma in word_list("bodies", "talking") | word_list("bodies", "telling")
    return False


def _signs(reading: Reading, name: Name) -> bool:
    """Whether the name stands in the line of an author, or before the dash of a dispatch."""
    parse = reading.parse
    paragraph = parse.paragraph_of[name.first]
    first, end = parse.paragraphs[paragraph]
    told = parse.tokens[end - 1].text in _ENDS or any(t.pos in ("VERB", "AUX") for t in parse.tokens[first:end])
    if 0 < paragraph <= _HEAD and not told:
        return True
    dash = next((i for i in range(first, min(end, first + _LONGEST_DATELINE)) if parse.tokens[i].text in _DASHES), None)
    return dash is not None and name.last < dash and parse.tokens[first].text.isupper() and paragraph > 0


def _body(reading: Reading, group: Sequence[Print], kinds: Kinds) -> Body | None:
    """What the places of a name show of a body; None where they show none, or nothing but that it listens."""
    full = group[0].name
    nouns, words, origins = set(nouns_of_name(full.words)), {w.lower() for w in full.words}, set[str]()
    for one in group:
        for noun in beside(reading, one.name, one.head):
            nouns.add(noun_at(reading, noun) or "")
            words |= modifiers(reading, noun)
            origins |= origins_of(reading, range(reading.parse.edges[noun][0], reading.parse.edges[noun][1] + 1))
        nouns |= set(_signed(reading, one))
        origins |= states_of(reading, range(max(0, one.name.first - _OWNER), one.name.first))
    nouns.discard("")
    kind = kinds.get(full.key)
    if not _is_body(reading, group, kind, nouns):
        return None
    return Body(_text(reading, full), nouns, words, origins, kind is ActorKind.COMPANY or trades(nouns))


def _is_body(reading: Reading, group: Sequence[Print], kind: ActorKind | None, nouns: set[str]) -> bool:
    heard = [p for p in group if not p.hushed and not reading.quoted[p.head]]
    if not heard or kind in _STATES or _is_people(group[0].name) or is_common(" ".join(group[0].name.words)):
        return False
    acts = any(p.acts for p in heard)
    if kind is ActorKind.PUBLICATION:
        return acts
    if kind is not None or nouns:
        return bool(nouns) or kind not in _NEEDS_NOUN
    if any(_is_called_thing(reading, p.name.first) for p in heard):
        return False
    the = all(reading.tokens[p.name.first - 1].text.lower() == "the" for p in heard if p.name.first)
    return acts and (len(heard) > 1 or len(group[0].name.words) > 1 or not the)


def _is_called_thing(reading: Reading, first: int) -> bool:
    """Whether a noun for a ship, a work or a beast stands before the name: "the ferry Marigold"."""
    return first > 0 and reading.tokens[first - 1].lemma in word_list("names", "called_things")


def _is_people(name: Name) -> bool:
    """Whether the word is a nationality ("the Dane") or a place of the lists, and no body's name."""
    whole = " ".join(name.words)
    if state_of_people(whole) is not None:
        return True
    return any(whole in word_table("countries", table) for table in ("demonyms", "names", "governments"))


def _text(reading: Reading, name: Name) -> str:
    tokens = reading.tokens
    first = name.first + (tokens[name.first].text == "The" and name.last > name.first)
    return " ".join(reading.parse.text[tokens[first].start : tokens[name.last].end].split())


def _signed(reading: Reading, one: Print) -> Iterator[str]:
    """What is told by the word before the name and by what is the name's: "the ruling Berg", "shares in Berg"."""
    tokens = reading.tokens
    token, before = tokens[one.head], tokens[max(0, one.name.first - 1)].text
    if before in word_table("bodies", "before"):
        yield word_table("bodies", "before")[before]
    owned = []
    if token.dep in ("poss", "compound", "nmod", "amod"):
        owned.append(token.head)
    elif token.dep == "pobj" and tokens[token.head].text.lower() in ("in", "of"):
        owned.append(tokens[token.head].head)
    for i in owned:
        sign = word_table("bodies", "signs").get(tokens[i].lemma)
        if sign is not None:
            yield sign
