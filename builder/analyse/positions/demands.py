"""What others demand of a party: "Tarn must pay, the union said". It is told of the party, and is no position of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse
from builder.analyse.positions.about import is_official, is_private, speaking_at
from builder.analyse.positions.clauses import Clause
from builder.analyse.positions.parties import Parties
from builder.analyse.positions.voices import heads_of
from builder.analyse.syntax import agents, children, conjuncts, is_passive, is_verb, lower, token_range
from builder.model.findings import AttributionFinding

_OUGHT = frozenset(("must", "ought", "shall", "should"))
_NEEDING = frozenset(("have", "need", "ought"))
_ON = frozenset(("for", "on", "over", "upon"))


@dataclass(frozen=True, slots=True)
class Outcry:
    """What those say who speak for no party: the tokens of their words, and of these what they only want ("asked that …").

    `cues` are the tokens by which they are said to want something.
    """

    said: frozenset[int] = frozenset()
    wanted: frozenset[int] = frozenset()
    cues: frozenset[int] = frozenset()


def read_outcry(parse: Parse, parties: Parties, attributions: Iterable[AttributionFinding]) -> Outcry:
    """The words of unions, protesters, an opposition; of officials whose state is unknown and of courts there are none in it."""
    said, wanted, cues = set[int](), set[int](), set[int]()
    for one in attributions:
        heads = [c for h in heads_of(parse, one.speaker_words) for c in conjuncts(parse, h)]
        if not heads or not all(_is_outside(parse, parties, head) for head in heads):
            continue
        words = [i for span in one.spans for i in token_range(parse, span)]
        cue = [i for span in one.cue for i in token_range(parse, span)]
        said.update(words)
        if any(_demands(parse, i) for i in cue):
            wanted.update(words)
            cues.update(cue)
    return Outcry(frozenset(said), frozenset(wanted), frozenset(cues))


def is_demanded(parse: Parse, parties: Parties, clause: Clause, outcry: Outcry) -> bool:
    """Whether a clause in nobody's voice tells what somebody who is no party wants of one.

    What an expert holds to be needed is in his voice, and stands as his assessment.
    """
    verb = clause.verb
    if verb in outcry.wanted or verb in outcry.cues:
        return True
    if _ought(parse, verb) and (verb in outcry.said or _is_interrupted(parse, parties, verb)):
        return True
    return _is_pressed(parse, parties, verb) or _faces_demands(parse, verb)


def _is_outside(parse: Parse, parties: Parties, head: int) -> bool:
    """Whether the noun is for people who certainly speak for no party: "farmers", "union leaders", and not "officials"."""
    token = parse.tokens[head]
    if token.pos not in ("NOUN", "PROPN") or token.lemma in word_list("agreements", "judges"):
        return False
    if any(speaking_at(parse, parties, head)):
        return False
    return is_private(parse, parties, head) or not is_official(parse, head)


def _demands(parse: Parse, i: int) -> bool:
    return parse.tokens[i].lemma in word_list("positions", "demanding")


def _ought(parse: Parse, verb: int) -> bool:
    """Whether a clause says what is to be done: "must pay", "has to pay", "had to pay"."""
    if any(lower(parse, c) in _OUGHT for c in children(parse, verb, "aux")):
        return True
    return parse.tokens[verb].lemma in _NEEDING and bool(children(parse, verb, "xcomp"))


def _is_interrupted(parse: Parse, parties: Parties, verb: int) -> bool:
    """As in "Tarn, farmers demanded, must pay"."""
    over = parse.tokens[verb].head
    telling = [*children(parse, verb, "parataxis", "ccomp"), *([over] if parse.tokens[verb].dep == "ccomp" else [])]
    speakers = [s for t in telling if is_verb(parse, t) and _demands(parse, t) for s in children(parse, t, "nsubj")]
    return bool(speakers) and all(_is_outside(parse, parties, s) for s in speakers)


def _is_pressed(parse: Parse, parties: Parties, verb: int) -> bool:
    """As in "Tarn was urged by farmers to pay", "farmers pressed Tarn to pay"; what one party asks of another is told of both."""
    what = children(parse, verb, "xcomp", "ccomp", "advcl") or any(
        lower(parse, p) in _ON for p in children(parse, verb, "prep")
    )
    if not _demands(parse, verb) or not what:
        return False
    asked = is_passive(parse, verb) or bool(children(parse, verb, "dobj"))
    return asked and all(_is_outside(parse, parties, doer) for doer in agents(parse, verb))


def _faces_demands(parse: Parse, verb: int) -> bool:
    """As in "faces calls to pay", "is under pressure to pay"."""
    demands = word_list("positions", "demands")
    if parse.tokens[verb].lemma == "face":
        return any(parse.tokens[o].lemma in demands for o in children(parse, verb, "dobj"))
    under = (o for p in children(parse, verb, "prep") if lower(parse, p) == "under" for o in children(parse, p, "pobj"))
    return parse.tokens[verb].lemma in ("be", "come") and any(parse.tokens[o].lemma in demands for o in under)
