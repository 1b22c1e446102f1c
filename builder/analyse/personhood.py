"""How likely a name is a person's: what all its places show together, with those of its shorter printings."""

import math
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from builder.analyse.actors.kinds import is_nobody
from builder.analyse.attribution.reading import Reading
from builder.analyse.genders import is_given_name, leaning_of_name
from builder.analyse.lexicons import number_table, word_list, word_table
from builder.analyse.mentions import Mention
from builder.analyse.presentation import APPOSED, REFUSED
from builder.analyse.syntax import head_of
from builder.model.claims import ActorKind

Kinds = Mapping[tuple[str, ...], ActorKind | None]
"""What names are the names of, by their words as they are compared."""

_SEEN = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place", "": "nothing"}
_MANY = 3  # words
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_MODIFIERS = frozenset(("compound", "amod", "nmod"))
_PLACE_WORDS = frozenset(("in", "at", "across", "throughout", "inside", "near", "outside", "around"))
_STATES = (ActorKind.STATE, ActorKind.BLOC)
_ARTICLE = frozenset(("the",))
_MOST = 4


def personhood(
    reading: Reading, own: Sequence[Mention], parts: Sequence[Mention], kinds: Kinds, *, speaks: int
) -> float:
    """In log-odds how likely the name is a person's; the weights are learnt by `tests/gold/learn_personhood.py`.

    `own` are the places of the name, `parts` those of its shorter printings; `kinds` is what the words of names and the
    recogniser take them for; `speaks` is how many of these places something is attributed to.
    """
    weights = number_table("personhood", "weights")
    return sum(weights.get(k, 0.0) * v for k, v in signs(reading, own, parts, kinds, speaks=speaks).items())


def signs(
    reading: Reading, own: Sequence[Mention], parts: Sequence[Mention], kinds: Kinds, *, speaks: int
) -> dict[str, float]:
    """What is seen of the name: shares of its places, yes and no as 1 and 0, and the evidence of its places in bounds."""
    tokens = reading.tokens
    every = (*own, *parts)
    taken_up = any(m.taken_up and not _is_behind(reading, m, _ARTICLE) for m in every)
    words, keys = own[0].words, own[0].keys
    kind = kinds.get(keys)
    given = is_given_name(keys[0]) and not (words[0].isupper() and len(words[0]) > 1)
    evidence = [m.evidence for m in every]
    seen = [_SEEN.get(tokens[m.last].ent, "other") for m in every]
    row = {
        "bias": 1.0,
        f"words-{min(len(words), _MANY)}": 1.0,
        f"kind-{kind.value if kind is not None else 'none'}": 1.0,
        "speaks": speaks > 0,
        "speaks-often": math.log1p(speaks),
        f"shown-{'alone' if len(words) == 1 else 'whole'}": any(m.shown for m in every),
        "taken-up": taken_up,
        "speaks-taken-up": taken_up and speaks > 0,
        "acts": any(tokens[m.last].dep in _SUBJECTS for m in every),
        "acts-often": _share(every, lambda m: tokens[m.last].dep in _SUBJECTS),
        "kin": any(_is_kin(reading, m) for m in every),
        "thing": any(_is_thing(reading, m) for m in every),
        "heads": speaks == 0 and any(_heads(reading, m) for m in own),
        "owns-kin": any(_owns_kin(reading, m) for m in every),
        "modifies": _share(every, lambda m: tokens[m.last].dep in _MODIFIERS),
        "behind-place-word": _share(every, lambda m: _is_behind(reading, m, _PLACE_WORDS)),
        "behind-article": _share(every, lambda m: _is_behind(reading, m, _ARTICLE)),
        f"given-{'alone' if len(words) == 1 else 'first'}": given,
        "sexed": leaning_of_name(keys) != 0,
        "holds-state": any(kinds.get((k,)) in _STATES and not is_given_name(k) for k in keys),
        "family-first": keys[0] in word_list("speakers", "families_first"),
        "nobody": not own[0].words[0].isupper() and is_nobody(words),
        "capitals": words[0].isupper() and len(words[0]) > 1,
        "refused": any(m.evidence <= REFUSED for m in own),
        "plural": _share(every, lambda m: tokens[m.last].tag == "NNPS"),
        "short-last": any(m.keys == keys[-1:] for m in parts),
        "short-first": any(m.keys == keys[:1] for m in parts),
        f"best-{max(-_MOST, min(_MOST, max(evidence)))}": 1.0,
        "weak": min(evidence) < 0,
    } | {f"seen-{kind}": seen.count(kind) / len(seen) for kind in (*_SEEN.values(), "other") if kind != "person"}
    return {name: float(value) for name, value in row.items() if value}


def _is_behind(reading: Reading, mention: Mention, words: AbstractSet[str]) -> bool:
    return mention.first > 0 and reading.tokens[mention.first - 1].text.lower() in words


def _is_kin(reading: Reading, mention: Mention) -> bool:
    """Whether the text says beside the name whose son, wife or colleague the bearer is."""
    tokens, own = reading.tokens, mention.tokens
    above = [tokens[tokens[i].head].lemma for i in own if tokens[i].head not in own and tokens[i].dep in APPOSED]
    below = [
        tokens[c].lemma for i in own for c in reading.parse.children[i] if c not in own and tokens[c].dep in APPOSED
    ]
    ties = word_table("speakers", "ties").keys() - word_list("bodies", "either")  # a firm may be somebody's rival
    return not ties.isdisjoint((*above, *below))


def _is_thing(reading: Reading, mention: Mention) -> bool:
    """Whether a clause with "which" explains the name, or "its" takes it up in the same clause."""
    tokens, parse = reading.tokens, reading.parse
    head = head_of(parse, mention.tokens)
    for child in parse.children[head]:
        own = range(parse.edges[child][0], child) if tokens[child].dep == "relcl" else ()
        if any(tokens[i].text.lower() == "which" for i in own):
            return True
    verb = tokens[head].head
    acts = tokens[head].dep in _SUBJECTS and not mention.taken_up
    return acts and any(
        tokens[i].text.lower() == "its" and not reading.quoted[i] for i in range(verb, parse.edges[verb][1] + 1)
    )


def _heads(reading: Reading, mention: Mention) -> bool:
    """Whether the words are set before their paragraph as its heading: "Trade Gains: …"."""
    parse, after = reading.parse, mention.last + 1
    opens = mention.first == parse.paragraphs[parse.paragraph_of[mention.first]][0]
    return opens and after < len(parse.tokens) and parse.tokens[after].text == ":"


def _owns_kin(reading: Reading, mention: Mention) -> bool:
    """Whether the text speaks of the bearer's wife, mother or friend."""
    token = reading.tokens[mention.last]
    return token.dep == "poss" and reading.tokens[token.head].lemma in word_table("speakers", "ties")


def _share(mentions: Sequence[Mention], holds: Callable[[Mention], bool]) -> float:
    return sum(map(holds, mentions)) / len(mentions)
