"""Whether the grammar of its sentence lets "the nurse" mean somebody: whom the nurse sees or names is another."""

from builder.analyse.actors.groups import Group
from builder.analyse.actors.trades import is_quoted
from builder.analyse.genders import leaning_of_name
from builder.analyse.parsing import Parse
from builder.analyse.syntax import children, lower, verb_over

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_SUBORDINATE = frozenset(("advcl", "relcl"))
_OBJECTS = {"him": 1, "her": -1}
_NARRATED = frozenset(("when", "after", "before", "until", "since", "while"))


def may_mean(parse: Parse, group: Group, head: int) -> bool:
    """Whether the phrase with this head may mean the person.

    It may not where its verb is done to this person ("the doctor told her") or has the name below it ("the chairman fears
    what Berg will do"). In "when the surgeon wanted to operate" somebody new may have come in.
    """
    verb = verb_over(parse, head)
    if verb is None or parse.tokens[head].dep not in _SUBJECTS:
        return True
    after = parse.edges[head][1] + 1
    objects = [o for c in parse.children[verb] if c >= after for o in (c, *children(parse, c, "pobj"))]
    leaning = leaning_of_name(group.key)
    if any(leaning * _OBJECTS[lower(parse, o)] >= 0 for o in objects if lower(parse, o) in _OBJECTS):
        return False
    if any(after <= m.first <= parse.edges[verb][1] and not is_quoted(parse, m.first) for m in group.mentions):
        return False
    return parse.tokens[verb].dep not in _SUBORDINATE or not any(
        lower(parse, c) in _NARRATED for c in parse.children[verb]
    )
