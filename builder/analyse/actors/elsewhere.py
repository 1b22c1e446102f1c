"""Roles told apart from the name: of "she" in the next sentence, of "the farmer" before or after who is meant."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.analyse.actors.affiliations import Described, describe
from builder.analyse.actors.groups import Group
from builder.analyse.actors.houses import Houses
from builder.analyse.actors.meant import may_mean
from builder.analyse.actors.roles import SeenRole, roles_told, seen
from builder.analyse.actors.runs import make_name
from builder.analyse.actors.sites import ends_phrase, phrase_noun
from builder.analyse.actors.trades import is_people_noun, is_quoted, opening
from builder.analyse.actors.votes import Key
from builder.analyse.genders import leaning_of, leaning_of_name
from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse
from builder.analyse.syntax import children, lower
from builder.model.claims import ActorKind, Role

_SIGNS = {"he": 1, "she": -1}
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_NEAR = 45  # tokens between a description and the name it goes with


@dataclass(frozen=True)
class Stage:
    """The persons of an article at their places outside of quotations, and the roles already known of them."""

    parse: Parse
    people: tuple[Group, ...]
    houses: Houses
    known: Mapping[Key, tuple[SeenRole, ...]]

    def places(self) -> list[tuple[int, Group]]:
        """Where somebody is named outside of quotations, in order."""
        found = [(m.first, g) for g in self.people for m in g.mentions if not is_quoted(self.parse, m.first)]
        return sorted(found, key=lambda place: place[0])


def stage_of(parse: Parse, groups: Iterable[Group], houses: Houses, known: Mapping[Key, tuple[SeenRole, ...]]) -> Stage:
    """The stage that the groups make, bodies and places left out."""
    return Stage(parse, tuple(g for g in groups if g.kind is ActorKind.PERSON), houses, known)


def roles_elsewhere(stage: Stage) -> Mapping[Key, tuple[SeenRole, ...]]:
    """What is told of each person apart from the name; a description only of those of whom nothing else is known."""
    found: dict[Key, list[SeenRole]] = defaultdict(list)
    for key, role in _of_pronouns(stage):
        found[key].append(role)
    for key, role in _of_many(stage):
        if not any(r.role.title for r in (*stage.known.get(key, ()), *found[key])):
            found[key].append(role)
    for key, role in (*_before_names(stage), *_after_names(stage)):
        if not stage.known.get(key) and not found[key]:
            found[key].append(role)
    return {key: tuple(roles) for key, roles in found.items() if roles}


def _of_pronouns(stage: Stage) -> Iterator[tuple[Key, SeenRole]]:
    """What a sentence that begins with "he" or "she" says of the one person whom the sentence before names.

    So does one that opens with what its "he" is ("A former teacher, he …").
    """
    parse = stage.parse
    by_sentence: dict[int, dict[Key, Group]] = defaultdict(dict)
    for at, group in stage.places():
        by_sentence[parse.sentence_of[at]][group.key] = group
    for sentence, (first, end) in enumerate(parse.sentences):
        opener = _opener(stage, first, end)
        pronoun = opener.end + 2 if opener is not None else first
        sign = _SIGNS.get(lower(parse, pronoun)) if end > first else None
        before = by_sentence.get(sentence - 1, {})
        if sign is None or len(before) != 1 or parse.paragraph_of[first] != parse.paragraph_of[first - 1]:
            continue
        (key,) = before
        if leaning_of_name(key) * sign < 0:
            continue
        if opener is not None:
            yield key, seen(parse, opener)
        else:
            yield from ((key, role) for role in roles_told(parse, make_name(parse, first, first), stage.houses))


def _opener(stage: Stage, first: int, end: int) -> Described | None:
    """What a sentence opens with before a comma and "he"."""
    parse = stage.parse
    if first + 1 >= end or lower(parse, first) not in ("a", "an"):
        return None
    noun = phrase_noun(parse, first + 1)
    one = describe(parse, noun, first + 1, stage.houses) if noun is not None else None
    after = one.end + 1 if one is not None else end
    return one if after + 1 < end and parse.tokens[after].text == "," and lower(parse, after + 1) in _SIGNS else None


def _of_many(stage: Stage) -> Iterator[tuple[Key, SeenRole]]:
    """One of several of a trade: "Analysts were divided. Jo Doe of Tarn Research said …"."""
    parse = stage.parse
    at_start = {at: g for at, g in stage.places() if g.mentions[0].first == at and len(g.words) > 1}
    for first, end in parse.sentences:
        several = next((i for i in range(first, min(first + 3, end)) if parse.tokens[i].dep in _SUBJECTS), None)
        group = at_start.get(end)
        if several is None or group is None or parse.paragraph_of[first] != parse.paragraph_of[end]:
            continue
        token, name = parse.tokens[several], group.mentions[0]
        if (
            token.tag == "NNS"
            and token.lemma in word_list("roles", "experts")
            and parse.tokens[name.last].dep in _SUBJECTS
        ):
            held = [r for r in stage.known.get(group.key, ()) if r.role.title is None][:1]
            house, spans = (held[0].role.affiliation, held[0].spans) if held else (None, ())
            yield group.key, SeenRole(Role(token.lemma, house), (parse.span(several, several), *spans), expert=True)


def _before_names(stage: Stage) -> Iterator[tuple[Key, SeenRole]]:
    """A subject without a name, and the name at the head of the next sentence told: "A clerk was jailed. Jo Doe, 47, …"."""
    parse, places = stage.parse, stage.places()
    starts = [at for at, _ in places]
    for noun in (*_descriptions(parse, starts, owned=True), *_at_ends(parse)):
        end = parse.sentences[parse.sentence_of[noun]][1]
        following = bisect_right(starts, end - 1)
        if following >= len(places) or places[following][0] - end > _NEAR:
            continue
        at, group = places[following]
        heads = parse.tokens[group.mentions[0].last].dep in _SUBJECTS
        first = group.mentions[0].first == at and heads and _is_next(parse, end, at)
        first = first and (at == end or parse.tokens[noun].dep in _SUBJECTS)
        if first and _fits(parse, noun, group.key) and not _is_anybodys(parse, noun):
            yield (
                group.key,
                seen(parse, describe(parse, noun, parse.sentences[parse.sentence_of[noun]][0], stage.houses)),
            )


def _is_next(parse: Parse, end: int, at: int) -> bool:
    """Whether only words of a quotation stand between the end of a sentence and the sentence of the token."""
    first = parse.sentences[parse.sentence_of[at]][0]
    return all(is_quoted(parse, i) or parse.tokens[i].pos in ("PUNCT", "VERB") for i in range(end, max(first, end)))


def _after_names(stage: Stage) -> Iterator[tuple[Key, SeenRole]]:
    """Somebody of whom no role is known, and "the farmer" shortly after, whom nothing else explains."""
    parse, places = stage.parse, stage.places()
    starts = [at for at, _ in places]
    for noun in _descriptions(parse, starts, owned=False):
        before = bisect_right(starts, noun) - 1
        if before < 0 or not _is_definite(parse, noun) or _is_anybodys(parse, noun):
            continue
        at, group = places[before]
        apart = sum(not is_quoted(parse, i) for i in range(at, noun))
        fits = _fits(parse, noun, group.key) and may_mean(parse, group, noun)
        if apart <= _NEAR and fits and not _is_known_word(stage, noun):
            yield (
                group.key,
                seen(parse, describe(parse, noun, parse.sentences[parse.sentence_of[noun]][0], stage.houses)),
            )


def _descriptions(parse: Parse, starts: Sequence[int], *, owned: bool) -> Iterator[int]:
    """The nouns for one person that are subjects, outside of quotations, with no name in their clause's phrase.

    `owned`: also "her coach", which opens its sentence.
    """
    for i, token in enumerate(parse.tokens):
        if token.dep not in _SUBJECTS or not is_people_noun(parse, i) or is_quoted(parse, i):
            continue
        first = parse.sentences[parse.sentence_of[i]][0]
        named = any(parse.edges[i][0] <= at <= parse.edges[i][1] or first <= at < i for at in starts)
        owner = max(opening(parse, i, first) - 1, 0)
        somebodys = lower(parse, owner) in ("his", "her", "their", "my", "our") and not (owned and owner == first)
        general = token.lemma in word_list("speakers", "anybody")
        if not (named or somebodys or general) and ends_phrase(parse, i) | (
            parse.tokens[token.head].pos in ("VERB", "AUX")
        ):
            yield i


def _at_ends(parse: Parse) -> Iterator[int]:
    """The nouns for somebody new with which a sentence ends: "The case turned on a Tarn baker."."""
    for first, end in parse.sentences:
        noun = end - 2
        if (
            noun > first
            and parse.tokens[end - 1].text == "."
            and is_people_noun(parse, noun)
            and not is_quoted(parse, noun)
        ):
            article = opening(parse, noun, first) - 1
            if (
                article >= first
                and lower(parse, article) in ("a", "an")
                and parse.tokens[noun].dep not in ("attr", "oprd")
            ):
                yield noun


def _is_definite(parse: Parse, noun: int) -> bool:
    return any(lower(parse, c) == "the" for c in children(parse, noun, "det"))


def _is_anybodys(parse: Parse, noun: int) -> bool:
    """Whether "the judge" may be one whom the article names nowhere; "the governor of the province" is one alone."""
    told = noun + 1 < len(parse.tokens) and lower(parse, noun + 1) == "of"
    listed = parse.tokens[noun].lemma in word_list("roles", "unnamed_offices")
    return _is_definite(parse, noun) and listed and not told


def _fits(parse: Parse, noun: int, key: Key) -> bool:
    return leaning_of((parse.tokens[noun].lemma,)) * leaning_of_name(key) >= 0


def _is_known_word(stage: Stage, noun: int) -> bool:
    """Whether somebody is known for such a one, or the noun stands earlier in the article."""
    lemma = stage.parse.tokens[noun].lemma
    said = any(lemma in (r.role.title or "").lower().split() for roles in stage.known.values() for r in roles)
    return said or any(t.lemma == lemma for t in stage.parse.tokens[:noun])
