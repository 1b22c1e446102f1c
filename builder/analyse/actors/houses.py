"""The houses of an article at their places: named ones and those that a common noun names; and which one "its" means."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from builder.analyse.actors.groups import Group
from builder.analyse.actors.named import Named
from builder.analyse.actors.runs import Name, is_start
from builder.analyse.actors.trades import glued_word, is_owner_mark, is_people_noun, is_quoted, opening
from builder.analyse.actors.votes import Key
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.states import state_tokens_of
from builder.analyse.syntax import children, lower
from builder.model.claims import ActorKind

ORGANISED = frozenset((ActorKind.ORGANISATION, ActorKind.COMPANY, ActorKind.PUBLICATION, ActorKind.BLOC))
CIVIC = frozenset((ActorKind.STATE, ActorKind.PLACE))
_FARTHEST = 4  # sentences back in which an owner is looked for
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_PRONOUNS = frozenset(("it", "they"))
_CLEAR = 2  # times as many mentions as the next
_AT_END = 3  # tokens
_STANDS_IN = 2  # words: "the bloc" may mean a named one, "the ruling party" does not


@dataclass(frozen=True, slots=True)
class House:
    """A body or a state at tokens `first` to `last`; `name` is its fullest printed form, which stands at `full`.

    `kind` is None where a common noun names it ("the ruling party").
    """

    first: int
    last: int
    name: str
    full: tuple[int, int]
    kind: ActorKind | None
    proper: bool


@dataclass(frozen=True)
class Houses:
    """All houses of an article, in order, and what is known of its names."""

    parse: Parse
    every: tuple[House, ...]
    named: Named = field(default_factory=Named)
    people: tuple[House, ...] = ()
    """Where persons are named, who are no houses but have spokesmen and lawyers."""

    @cached_property
    def at(self) -> Mapping[int, House]:
        """Each token of a house → the house."""
        return {i: house for house in self.every for i in range(house.first, house.last + 1)}

    @cached_property
    def persons(self) -> Mapping[int, House]:
        """Each token of a person's name → the person, by the fullest name."""
        return {i: person for person in self.people for i in range(person.first, person.last + 1)}

    @cached_property
    def states(self) -> tuple[tuple[int, str], ...]:
        """Each word that stands for a state, at the token with which it ends."""
        every = dict(state_tokens_of(self.parse))
        return tuple((i, state) for i, state in every.items() if every.get(i + 1) != state)

    def its(self, i: int, *, civic: frozenset[ActorKind], alone: bool) -> House | None:
        """The house that "its" at token `i` means; None where it is not sure.

        `civic`: whether it may be a state or a town; `alone`: it is no named body.
        """
        told = self._told(i) if not alone else None
        if told is not None:
            return told
        sentence = self.parse.sentence_of[i]
        for back in range(_FARTHEST):
            if sentence - back < 0 or self._is_far(i, sentence - back):
                return None
            found = self._owner_in(sentence - back, i, civic=civic, alone=alone)
            if found is not None:
                return self.meant(found)
            if back and self._is_of_thing(*self.parse.sentences[sentence - back]):
                return None
        return None

    def _is_far(self, i: int, sentence: int) -> bool:
        paragraphs = self.parse.paragraph_of
        return paragraphs[i] - paragraphs[self.parse.sentences[sentence][0]] > 1

    def _owner_in(self, sentence: int, end: int, *, civic: frozenset[ActorKind], alone: bool) -> House | None:
        """The house that is the sentence's subject, else the last one named in it."""
        first, last = self.parse.sentences[sentence]
        here = [
            h for h in self.every if first <= h.first and h.last < min(last, end) and not is_quoted(self.parse, h.first)
        ]
        fitting = [h for h in here if self._may_own(h, civic=civic, alone=alone)]
        if not fitting:
            return None
        if last <= end and self._is_new(fitting[-1]) and fitting[-1].last >= last - _AT_END:
            return fitting[-1]
        subject = self._subject(first, min(last, end))
        if subject is not None and lower(self.parse, subject) in _PRONOUNS:
            return None
        acting = [h for h in fitting if h is self.at.get(subject if subject is not None else -1)]
        acting = acting or [h for h in fitting if self._dep(h) in _SUBJECTS]
        return (acting or fitting)[-1]

    def _subject(self, first: int, end: int) -> int | None:
        """The subject of the sentence's main verb."""
        tokens = self.parse.tokens
        return next(
            (k for k in range(first, end) if tokens[k].dep in _SUBJECTS and tokens[tokens[k].head].dep == "ROOT"), None
        )

    def _is_of_thing(self, first: int, end: int) -> bool:
        """Whether the sentence says something of a thing that is no house, so that "its" is that one's ("The play …")."""
        subject = self._subject(first, end)
        brought = (k for k in range(first, end) if self.parse.tokens[k].dep == "dobj" and k not in self.at)
        new = any(lower(self.parse, c) in ("a", "an") for k in brought for c in children(self.parse, k, "det"))
        if new and subject is not None and lower(self.parse, subject) not in _PRONOUNS:
            return True
        if subject is None or self.parse.tokens[subject].tag != "NN" or subject in self.at:
            return False
        return not is_people_noun(self.parse, subject) and self.parse.tokens[subject - 1].tag == "DT"

    def _is_new(self, house: House) -> bool:
        """Whether the article names the house here for the first time."""
        return house.proper and not any(h.name == house.name and h.last < house.first for h in self.every)

    def _may_own(self, house: House, *, civic: frozenset[ActorKind], alone: bool) -> bool:
        if house.kind in CIVIC:
            return house.kind in civic
        if self.parse.text[self._span(house)] in word_table("countries", "demonyms"):
            return ActorKind.STATE in civic
        if self.named.bodies and house.proper and house.kind is None and house.last not in self.named.bodies:
            return False
        return not alone or not house.proper or house.kind in (ActorKind.BLOC, None)

    def _span(self, house: House) -> slice:
        return slice(self.parse.tokens[house.first].start, self.parse.tokens[house.last].end)

    def _dep(self, house: House) -> str:
        tokens = self.parse.tokens
        head = house.last
        for _ in range(3):
            if tokens[head].dep not in ("appos", "compound", "nmod"):
                break
            head = tokens[head].head
        return tokens[head].dep

    def meant(self, house: House) -> House | None:
        """For "the bloc" or "the club" the named house that it means; the house itself where it says more or is named."""
        civic = any(self.parse.tokens[house.last].lemma in word_list("roles", w) for w in ("lands", "towns", "blocs"))
        told = self._told(house.last) if not (house.proper or civic) else None
        if told is not None:
            return told
        if house.proper or not self._points_back(house):
            return house
        word = self.parse.tokens[house.last].lemma
        every = [h for h in self.every if h.last < house.first]
        before = [h for h in every if h.proper]
        ending = [h for h in before if h.name.split()[-1].lower() == word or word in h.name.lower().split()]
        if ending:
            return ending[-1]
        wanted = next((kinds for words, kinds in _KINDS if word in word_list("roles", words)), None)
        longer = [h for h in every if h.first < h.last and self.parse.tokens[h.last].lemma == word]
        fuller = (self._told(longer[-1].last) or longer[-1]) if longer else house
        if wanted is None:
            return fuller
        known = [h for h in before if not is_quoted(self.parse, h.first)]
        fitting = [h for h in known if h.kind in wanted or (wanted in (_ANY, _CLUBS) and self._may_trade(h))]
        if self.named.bodies and wanted in (_ANY, _CLUBS):  # of other bodies the reading of the speakers knows better
            public = word_list("roles", "no_firms")
            fitting = [h for h in fitting if wanted is _ANY and public.isdisjoint(h.name.split())]
        if wanted is _PLACES:  # a street is no county
            fitting = [h for h in fitting if word in word_list("roles", "settlements") and self._is_settled(h)]
        if not fitting:
            return None if wanted is _STATES else fuller
        trading = [h for h in fitting if h.kind is ActorKind.COMPANY] if word in word_list("roles", "firms") else []
        return self._foremost(trading or fitting) if wanted in (_ANY, _CLUBS) else fitting[-1]

    def _told(self, i: int) -> House | None:
        """The named house that the word at the token is known to mean."""
        name = self.named.bodies.get(i)
        return self.called(name, i) if name is not None else None

    def called(self, name: str, i: int) -> House | None:
        """The house of this name, at its last place before the token, else at its first."""
        fitting = [h for h in self.every if h.proper and name in (h.name, self.named.bodies.get(h.last))]
        before = [h for h in fitting if h.first < i]
        return (before or fitting)[-1 if before else 0] if fitting else None

    def _is_settled(self, house: House) -> bool:
        return self.parse.tokens[house.last].ent == "GPE"

    def _points_back(self, house: House) -> bool:
        """Whether it is a bare "the bloc" or "the same bloc", with nothing behind that says which."""
        first, after = house.first, house.last + 1
        same = lower(self.parse, first) == "same"
        if first == 0 or lower(self.parse, first - 1) not in ("the", "this", "that"):
            return False
        told = after < len(self.parse.tokens) and lower(self.parse, after) == "of"
        return not told and house.last - first + 1 < _STANDS_IN + same

    def _may_trade(self, house: House) -> bool:
        known = not self.named.bodies or house.last in self.named.bodies
        return house.kind is None and known and self.parse.tokens[house.last].ent == "ORG"

    def firm_before(self, i: int) -> House | None:
        """The company that alone, or by far most, is named before the token; where two are, neither is sure."""
        firms = [h for h in self.every if h.kind is ActorKind.COMPANY and h.proper and h.last < i]
        counts = Counter(h.name for h in firms).most_common(2)
        if not counts or (len(counts) > 1 and counts[0][1] < _CLEAR * counts[1][1]):
            return None
        return next(h for h in reversed(firms) if h.name == counts[0][0])

    def _foremost(self, houses: Sequence[House]) -> House:
        """The one spoken of most, if clearly so; else the nearest that is a subject, else the last."""
        counts = Counter(h.name for h in houses).most_common(2)
        if len(counts) == 1 or counts[0][1] >= _CLEAR * counts[1][1]:
            return next(h for h in reversed(houses) if h.name == counts[0][0])
        acting = [h for h in houses if self._dep(h) in _SUBJECTS]
        return (acting or houses)[-1]


_STATES = frozenset((ActorKind.STATE,))
_PLACES = frozenset((ActorKind.PLACE,))
_BLOCS = frozenset((ActorKind.BLOC,))
_CLUBS = frozenset((ActorKind.ORGANISATION,))
_ANY = frozenset((ActorKind.COMPANY, ActorKind.ORGANISATION))
_KINDS = (("lands", _STATES), ("towns", _PLACES), ("blocs", _BLOCS), ("companies", _ANY), ("clubs", _CLUBS))


def houses_of(
    parse: Parse,
    groups: Iterable[Group],
    names: Iterable[Name],
    kinds: Mapping[Key, ActorKind | None],
    known: Named,
) -> Houses:
    """The houses among the groups and names, and those of common nouns; persons are none."""
    every = tuple(groups)
    people = {m for g in every if g.kind is ActorKind.PERSON for m in g.mentions}
    group_of = {m: g for g in every for m in g.mentions}
    inner = {n.key for n in names if not is_start(parse, n.first, 0)}
    sure = [n for n in names if n not in people and (n.key in inner or not _is_opener(parse, n))]
    named = [_named(parse, n, group_of.get(n), kinds.get(n.key)) for n in sure]
    long = [h for h in named if h.last > h.first and h.kind is not ActorKind.STATE]
    named = [_in_full(parse, h, long) for h in named]
    taken = {i for h in named for i in range(h.first, h.last + 1)}
    taken |= {i for m in people for i in range(m.first, m.last + 1)}
    found = [*named, *_common(parse, taken, {h.first: h for h in named}, {h.last: h for h in named})]
    persons = tuple(_named(parse, m, g, g.kind) for g in every if g.kind is ActorKind.PERSON for m in g.mentions)
    return Houses(parse, tuple(sorted(found, key=lambda h: (h.first, h.last))), known, persons)


def _is_opener(parse: Parse, name: Name) -> bool:
    """Whether one word has a capital because it begins a sentence, and tells which noun is meant ("Rescue swimmer …")."""
    token = parse.tokens[name.first]
    opens = is_start(parse, name.first, 0) and token.dep in ("compound", "amod", "nmod")
    return opens and name.first == name.last and not token.text.isupper()


def _named(parse: Parse, name: Name, group: Group | None, kind: ActorKind | None) -> House:
    best = max(group.mentions, key=lambda m: (m.words == group.words, -m.first)) if group is not None else name
    kind = group.kind if group is not None else kind
    if kind is None and parse.tokens[name.last].ent in ("GPE", "LOC", "FAC"):
        kind = ActorKind.PLACE
    printed = _printed(parse, best.first, best.last)
    printed = word_table("countries", "demonyms").get(printed, printed)
    return House(name.first, name.last, printed, (best.first, best.last), kind, proper=True)


def _in_full(parse: Parse, house: House, long: Iterable[House]) -> House:
    """A house called by one word of the name of one other alone is that one."""
    if house.last > house.first or house.kind is ActorKind.STATE:
        return house
    word = house.name
    lies = house.first > 0 and lower(parse, house.first - 1) in ("of", "in", "from", "near", "to")
    ends = slice(-1, None) if lies else slice(None, None, -1)
    owners = {h.name: h for h in long if word in _ends_of(h)[ends]}
    if len(owners) != 1:
        return house
    (owner,) = owners.values()
    return House(house.first, house.last, owner.name, owner.full, owner.kind, proper=True)


def _ends_of(house: House) -> tuple[str, str]:
    """The first word of a name and the last, which is none of its own where it tells the place ("University of Tarn")."""
    words = house.name.split()
    return words[0], words[-1] if len(words) == 1 or words[-2] not in ("of", "in", "at") else ""


def _common(
    parse: Parse, taken: set[int], starting: Mapping[int, House], ending: Mapping[int, House]
) -> Iterator[House]:
    """Bodies named by a common noun, and by the name that stands behind it ("the charity Far Hands", "the operator, Tarn Rail")."""
    for i, token in enumerate(parse.tokens):
        misread = parse.tokens[i - 1].tag in ("DT", "HYPH") and i + 1 in starting  # "the weekly Tarn Post"
        if i in taken or not (token.pos in ("NOUN", "PROPN") or misread) or not is_body_noun(parse, i):
            continue
        after = i + 1
        if after + 1 < len(parse.tokens) and parse.tokens[after].text in (",", "called", "named", "dubbed"):
            after += 1
        named = starting.get(after)
        first = opening(parse, i, parse.sentences[parse.sentence_of[i]][0])
        first = _with_owner(parse, first)
        if (
            named is not None
            and named.kind not in CIVIC
            and (parse.tokens[after - 1].text != "," or _is_apposed(parse, i, named))
        ):
            yield House(first, named.last, named.name, named.full, named.kind, proper=True)
        elif (owner := _apposed_to(parse, first, i, ending)) is not None:
            yield House(first, i, owner.name, owner.full, owner.kind, proper=True)
        elif after != i + 1 or not (i + 1 < len(parse.tokens) and _continues(parse, i)):
            yield House(first, i, _printed(parse, first, i), (first, i), None, proper=False)


def _apposed_to(parse: Parse, first: int, noun: int, ending: Mapping[int, House]) -> House | None:
    """The house whose name stands before a comma and the phrase ("Tarn Rail, the national operator, …")."""
    at = first - 1
    while at > 0 and parse.tokens[at].tag == "DT":
        at -= 1
    named = ending.get(at - 1) if at > 0 and parse.tokens[at].text == "," else None
    owns = noun + 1 < len(parse.tokens) and is_owner_mark(parse, noun + 1)
    if (
        named is None
        or (is_fronted(parse, named.first) and parse.tokens[noun + 1].text != ",")
        or named.kind is ActorKind.STATE
        or owns
        or at == first - 1
        or parse.sentence_of[at - 1] != parse.sentence_of[noun]
    ):
        return None
    return named


def is_fronted(parse: Parse, first: int) -> bool:
    """Whether the name opens its sentence with a preposition before it ("In Tarn, the government …")."""
    opens = first > 0 and first - 1 == parse.sentences[parse.sentence_of[first]][0]
    return opens and lower(parse, first - 1) in ("in", "at", "for")


def _continues(parse: Parse, i: int) -> bool:
    """Whether the noun only tells which other noun is meant ("council leader")."""
    following = parse.tokens[i + 1]
    return following.pos in ("NOUN", "PROPN") and following.dep != "appos" and parse.tokens[i].dep == "compound"


def _with_owner(parse: Parse, first: int) -> int:
    """The opening with those whose body it is ("port workers’ federation")."""
    if first > 1 and is_owner_mark(parse, first - 1) and parse.tokens[first - 2].tag == "NNS":
        return opening(parse, first - 2, parse.sentences[parse.sentence_of[first]][0])
    return first


def _is_apposed(parse: Parse, noun: int, named: House) -> bool:
    return any(named.first <= c <= named.last for c in children(parse, noun, "appos")) or any(
        parse.tokens[k].head == noun for k in range(named.first, named.last + 1)
    )


def is_body_noun(parse: Parse, i: int) -> bool:
    """Whether the word is a noun for a body that people belong to, one alone."""
    token = parse.tokens[i]
    bodies = word_list("roles", "bodies") | word_list("speakers", "firms")
    pair = f"{lower(parse, i - 1)}-{token.text.lower()}" if i else ""  # "think tank"
    listed = not bodies.isdisjoint((token.lemma, token.text.lower(), glued_word(parse, i), pair))
    one = token.tag not in ("NNS", "NNPS") or token.text.lower() in word_list("roles", "bodies_in_plural")
    return listed and one and not is_people_noun(parse, i)


def _printed(parse: Parse, first: int, last: int) -> str:
    return " ".join(parse.text[parse.tokens[first].start : parse.tokens[last].end].split())
