"""Roles told apart from the name: of "he" and "she" in the next sentence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from builder.analyse.actors.groups import Group
from builder.analyse.actors.houses import Houses
from builder.analyse.actors.roles import SeenRole, roles_told
from builder.analyse.actors.runs import make_name
from builder.analyse.actors.trades import is_quoted
from builder.analyse.actors.votes import Key
from builder.analyse.genders import leaning_of_name
from builder.analyse.parsing import Parse
from builder.analyse.syntax import lower
from builder.model.claims import ActorKind

_SIGNS = {"he": 1, "she": -1}


def of_pronouns(parse: Parse, groups: Iterable[Group], houses: Houses) -> Mapping[Key, tuple[SeenRole, ...]]:
    """What a sentence that begins with "he" or "she" says of the one person whom the sentence before names."""
    found: dict[Key, list[SeenRole]] = defaultdict(list)
    people = [(m, g) for g in groups if g.kind is ActorKind.PERSON for m in g.mentions]
    by_sentence: dict[int, dict[Key, Group]] = defaultdict(dict)
    for mention, group in people:
        if not is_quoted(parse, mention.first):
            by_sentence[parse.sentence_of[mention.first]][group.key] = group
    for sentence, (first, end) in enumerate(parse.sentences):
        sign = _SIGNS.get(lower(parse, first)) if end > first else None
        before = by_sentence.get(sentence - 1, {})
        if sign is None or len(before) != 1 or parse.paragraph_of[first] != parse.paragraph_of[first - 1]:
            continue
        (key,) = before
        if leaning_of_name(key) * sign >= 0:
            found[key] += roles_told(parse, make_name(parse, first, first), houses)
    return {key: tuple(roles) for key, roles in found.items()}
