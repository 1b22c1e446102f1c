"""Which body the article means by "the company", "their union", "the Oslo-based group" or "it": a scored choice.

The article is gone through from its first word to its last. A noun goes to the body that it suits best and that is most
in mind, if one is clearly best; else it is a body without a name, which may be meant by what follows, too.
"""

import math
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from builder.analyse.attribution.reading import Reading
from builder.analyse.bodies import Body, Spoken, find_bodies
from builder.analyse.body_nouns import are_akin, noun_at, trades
from builder.analyse.body_phrases import acts_alone, modifiers, origins_of, states_of
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.person_nouns import is_person_noun
from builder.analyse.personhood import Kinds

_SAME, _AKIN, _BROAD, _GROUP, _UNTOLD, _OTHER = 5.0, 3.0, 2.5, 1.5, 0.0, -9.0
_PLAIN = 1.0  # where it is known to trade, and not what with
_SPECIFIC = -3.0  # where nothing is known of the body, and the noun is not one for any company
_WORD, _STRANGE = 2.0, -4.0  # a modifier said of the body before, and one that was not
_ANOTHER = -3.0  # besides, where the noun tells its kind: "the fans’ trust" is no other trust
_FROM_THERE, _FROM_ELSEWHERE = 4.0, -3.0
_RECENT, _STEP, _FARTHEST = 2.0, 0.5, 8
_ACTED = 2.0
_HERE = 1.0
_OFTEN = 0.7
_SUBJECT = -2.0
_NAMELESS = -0.5
_LEAST = 2.5
_CLEAR = 1.0
_IT_ACTED, _IT_OFTEN = 3.0, 0.3  # for a pronoun
_IT_LEAST = 2.5
_IN_MIND = 40  # bodies; bounds the work in endless articles
_LEAD = 2  # the last paragraph, counted from 0 with the headline, that may speak of a body whom a later one names
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_INSIDE = frozenset(("compound", "nmod", "amod", "npadvmod"))
_NEW = frozenset(("a", "an", "another", "one", "any", "no", "every", "each", "some"))


@dataclass(frozen=True, slots=True)
class Call:
    """A phrase that may mean a body named elsewhere: its noun, what else is said with it, and whether it is a new one's."""

    noun: str
    words: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    new: bool = False


@dataclass
class Stage:
    """The bodies of the article as far as it was read, those spoken of last at the end, and which token means which."""

    reading: Reading
    sources: Container[int]
    named: Mapping[int, Body]
    within: Container[int] = ()
    minds: list[Body] = field(default_factory=list)
    meant: dict[int, Body] = field(default_factory=dict)

    def note(self, i: int, body: Body, *, acts: bool) -> None:
        """The token means the body."""
        self.meant[i] = body
        body.places.append(Spoken(i, acts))
        if body in self.minds:
            self.minds.remove(body)
        self.minds.append(body)
        del self.minds[:-_IN_MIND]


def read_bodies(reading: Reading, sources: Container[int], kinds: Kinds, within: Container[int]) -> Mapping[int, Body]:
    """Token → the body that it means. `sources` are the tokens that name a speaker, `within` those of persons' names."""
    stage = Stage(reading, sources, find_bodies(reading, kinds, within), within)
    for i in range(len(reading.tokens)):
        if i in stage.named:
            _read_name(stage, i)
        elif i not in within and (i in sources or not reading.quoted[i]):
            _read_word(stage, i)
    return stage.meant


def _read_name(stage: Stage, i: int) -> None:
    body, token = stage.named[i], stage.reading.tokens[i]
    if stage.named.get(token.head) is body and token.head != i:
        stage.meant[i] = body
    else:
        if not body.places and token.dep in _SUBJECTS:
            _named_after_all(stage, i, body)
        stage.note(i, body, acts=token.dep in _SUBJECTS)


def _named_after_all(stage: Stage, i: int, body: Body) -> None:
    """In the first lines the body that acted without a name is the one that acts next, where nothing speaks against it.

    "The largest dairy of the country will close … Berg blamed weak demand."
    """
    reading = stage.reading
    last = next((b for b in reversed(stage.minds) if b.places[-1].acts), None)
    if last is None or last.name is not None or reading.parse.paragraph_of[i] > _LEAD + 1:
        return
    gap = reading.parse.sentence_of[i] - reading.parse.sentence_of[last.places[-1].token]
    suits = max(_of_noun(n, body) for n in last.nouns) > _OTHER
    if 0 < gap <= 2 and suits:
        stage.minds.remove(last)
        body.nouns |= last.nouns
        body.words |= last.words
        body.origins |= last.origins
        body.trades |= last.trades
        body.places += last.places
        stage.meant.update({t: body for t, b in stage.meant.items() if b is last})


def _read_word(stage: Stage, i: int) -> None:
    token = stage.reading.tokens[i]
    if token.text.lower() == "it":
        body = _of_it(stage, i) if i in stage.sources or _is_saying(stage.reading, i) else None
        if body is not None:
            stage.note(i, body, acts=True)
        return
    call = call_at(stage, i)
    if call is not None and not _is_persons(stage, i):
        body = stage.named.get(_apposed(stage, i)) or _called(stage, i, call)
        if body is not None:
            stage.note(i, body, acts=token.dep in _SUBJECTS)


def _is_persons(stage: Stage, i: int) -> bool:
    """Whether the noun says who somebody is: "the driver Ann Berg", "Ann Berg, an asparagus exporter"."""
    tokens = stage.reading.tokens
    above = tokens[i].head
    beside = [c for c in stage.reading.parse.children[i] if tokens[c].dep in ("appos", "nsubj")]
    beside += [above] if tokens[i].dep in ("appos", "compound") else []
    beside += (
        [c for c in stage.reading.parse.children[above] if tokens[c].dep == "nsubj"] if tokens[i].dep == "attr" else []
    )
    return any(c in stage.within for c in beside)


def _apposed(stage: Stage, i: int) -> int:
    """The name that stands beside the noun, -1 where none does."""
    tokens, children = stage.reading.tokens, stage.reading.parse.children
    around = [c for c in children[i] if tokens[c].dep == "appos"]
    sentence = stage.reading.parse.sentence_of
    around += [i + 1] if i + 1 < len(tokens) and sentence[i] == sentence[i + 1] else []
    around += [tokens[i].head] if tokens[i].dep in ("appos", "attr") else []
    if tokens[i].dep == "attr":
        around += [c for c in children[tokens[i].head] if tokens[c].dep in _SUBJECTS]
    return next((c for c in around if c in stage.named and not acts_alone(stage.reading, i, c)), -1)


def call_at(stage: Stage, i: int) -> Call | None:
    """What the phrase that ends at the token calls a body; None where it is no phrase for one."""
    reading = stage.reading
    token = reading.tokens[i]
    if i not in stage.sources and (token.dep in _INSIDE or not _is_determined(reading, i)):
        return None
    noun = _split_noun(reading, i) or noun_at(reading, i)
    if noun is None:
        other = token.tag == "NN" and not is_person_noun(token.lemma) and reading.tokens[i - 1].text != "-"
        if not (other and i in stage.sources):
            return None
        noun = token.text.lower()
    first, last = reading.parse.edges[i]
    before = {reading.tokens[k].text.lower() for k in reading.parse.children[i] if k < i}
    origins = origins_of(reading, range(first, _phrase_end(reading, i, last)))
    words = modifiers(reading, i)
    if trades({noun}):  # "the Ossel firm" is from Ossel
        towns = {t.text for t in reading.tokens[first:i] if t.pos == "PROPN" and t.ent in ("GPE", "LOC")}
        origins, words = origins | towns, words - {t.lower() for t in towns}
    return Call(noun, frozenset(words), frozenset(origins), new=bool(before & _NEW) or not _is_determined(reading, i))


def _phrase_end(reading: Reading, i: int, last: int) -> int:
    """The end of the phrase before its first comma or clause."""
    for k in range(i + 1, last + 1):
        if reading.tokens[k].pos in ("PUNCT", "VERB", "AUX", "PRON"):
            return k
    return last + 1


def _split_noun(reading: Reading, i: int) -> str | None:
    """The noun behind the word that the parser cut at its hyphen, and so took for none: "the dairy co-operative"."""
    hyphened = i + 3 < len(reading.tokens) and reading.tokens[i + 2].text == "-" and reading.tokens[i].pos == "NOUN"
    return noun_at(reading, i + 3) if hyphened else None


def _is_determined(reading: Reading, i: int) -> bool:
    """Whether the phrase means a certain body: "the", "their", "Tarn’s"."""
    return any(
        reading.tokens[c].dep in ("poss", "det") and c < i and reading.tokens[c].text.lower() not in _NEW
        for c in reading.parse.children[i]
    )


def _called(stage: Stage, i: int, call: Call) -> Body | None:
    """The body that the phrase suits best, if clearly; a new one without a name where it suits none; None if in doubt."""
    if not call.new:
        best = ranked(stage, i, call)
        if best and best[0][0] >= _LEAST:
            return _taught(best[0][1], call) if _is_clear(best) else None
        later = _named_later(stage, i, call)
        if later:
            return later[0] if len(later) == 1 else None
    name = None if trades({call.noun}) else _printed(stage, i)
    return Body(name, {call.noun}, set(call.words), set(call.origins), trades({call.noun}))


def _printed(stage: Stage, i: int) -> str | None:
    """The phrase where it has a name in it ("the Ossel museum"); None for any other."""
    tokens = stage.reading.tokens
    named = [
        c for c in stage.reading.parse.children[i] if tokens[c].dep in ("compound", "nmod") and tokens[c].pos == "PROPN"
    ]
    if not named or any(states_of(stage.reading, named)) or not all(tokens[c].text[:1].isupper() for c in named):
        return None
    first = min(stage.reading.parse.edges[c][0] for c in named)
    if any(t.pos == "PUNCT" for t in tokens[first:i]):
        return None
    return " ".join(stage.reading.parse.text[tokens[first].start : tokens[i].end].split())


def _taught(body: Body, call: Call) -> Body:
    """The body, of which the phrase tells more: "the British company"."""
    if call.noun not in word_list("bodies", "broad"):
        body.nouns.add(call.noun)
    body.words |= call.words
    body.origins |= call.origins
    return body


def _is_clear(best: list[tuple[float, Body]]) -> bool:
    return len(best) == 1 or best[0][0] - best[1][0] >= _CLEAR


def ranked(stage: Stage, i: int, call: Call) -> list[tuple[float, Body]]:
    """What speaks for each body in mind, in log-odds, the likeliest first."""
    found = [
        (fit(call, b) + in_mind(stage.reading, i, b) + _SUBJECT * _is_subject(stage, i, b), b) for b in stage.minds
    ]
    return sorted(found, key=lambda f: -f[0])


def _is_subject(stage: Stage, i: int, body: Body) -> bool:
    """Whether the sentence says something of the body, so that a noun in it that does not speak means another."""
    last, sentence_of = body.places[-1], stage.reading.parse.sentence_of
    return i not in stage.sources and last.acts and sentence_of[last.token] == sentence_of[i]


def fit(call: Call, body: Body) -> float:
    """How well the phrase suits what is known of the body."""
    found = _of_noun(call.noun, body)
    owner = body.name is not None and call.noun not in body.nouns and set(body.name.lower().split()) <= call.words
    known = body.words | body.nouns if not owner else set()
    for word in call.words:
        found += _WORD if word in known else _STRANGE
    if call.noun not in word_list("bodies", "broad") and not call.words <= known:
        found += _ANOTHER
    found += _NAMELESS * (body.name is None)
    if call.origins & body.origins:
        return found + _FROM_THERE
    return found + _FROM_ELSEWHERE * bool(call.origins & _states() and body.origins & _states())


@cache  # the lexicon does not change while the program runs
def _states() -> frozenset[str]:
    return frozenset(word_table("countries", "names").values())


def _of_noun(noun: str, body: Body) -> float:
    """How well the noun suits what is told of the body: the first of these that holds."""
    broad, trading = word_list("bodies", "broad"), word_list("bodies", "trading")
    untold = not body.nouns and body.name is not None
    suits = (
        (noun in body.nouns, _SAME),
        (any(are_akin(noun, n) for n in body.nouns), _AKIN),
        (noun in broad and body.trades, _BROAD),
        (noun in word_list("bodies", "groups") and bool(body.nouns), _GROUP),
        (body.trades and noun in trading and body.nouns <= broad, _PLAIN),
        (untold and noun in broad, _UNTOLD),
        (untold and not body.trades, _SPECIFIC),
    )
    return next((value for holds, value in suits if holds), _OTHER)


def in_mind(reading: Reading, i: int, body: Body, *, acted: float = _ACTED, often: float = _OFTEN) -> float:
    """How much the body is in mind at the token: how lately it was spoken of, how often, and whether it acted."""
    sentence_of, paragraph_of = reading.parse.sentence_of, reading.parse.paragraph_of
    last = body.places[-1].token
    gap = sentence_of[i] - sentence_of[last]
    found = _RECENT - _STEP * min(gap, _FARTHEST) + often * math.log2(len(body.places))
    found += acted * any(p.acts and sentence_of[i] - sentence_of[p.token] <= 1 for p in body.places[-3:])
    return found + _HERE * (paragraph_of[last] == paragraph_of[i])


def _named_later(stage: Stage, i: int, call: Call) -> list[Body]:
    """For the first lines, which name no such body yet ("their union said"): those below that the words suit."""
    if stage.reading.parse.paragraph_of[i] > _LEAD:
        return []
    later = _distinct(b for k, b in sorted(stage.named.items()) if k > i)
    return [b for b in later if not b.places and fit(call, b) >= _AKIN]


def _distinct(bodies: Iterable[Body]) -> list[Body]:
    return list({id(b): b for b in bodies}.values())


def _is_saying(reading: Reading, i: int) -> bool:
    """Whether the pronoun is who says something: "In a reply, it said"."""
    verb = reading.tokens[reading.tokens[i].head]
    return reading.tokens[i].dep == "nsubj" and verb.text.lower() in word_list("reporting", "verbs")


def _of_it(stage: Stage, i: int) -> Body | None:
    """The body that "it" means: who acted last."""
    reading = stage.reading
    found = sorted(
        ((in_mind(reading, i, b, acted=_IT_ACTED, often=_IT_OFTEN), b) for b in stage.minds), key=lambda f: -f[0]
    )
    return found[0][1] if found and found[0][0] >= _IT_LEAST and _is_clear(found) else None
