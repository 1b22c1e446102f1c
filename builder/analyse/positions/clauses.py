"""Sentences as clauses: each verb with a subject of its own, its words, and the words that are its core."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse
from builder.analyse.syntax import Body, children, is_verb, lower, short_phrase

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_OBJECTS = ("dobj", "attr", "oprd", "dative", "ccomp", "xcomp")
_LONGEST = 400  # tokens of a sentence that is read as clauses


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as tokens `first` to `last`; `core` are those that tell what it is about; `subject` is its head or None.

    `antecedent` is the noun that a relative clause tells something of. `wider` has the words of clauses on the
    objects, too, and nothing that only sets the scene or follows ("…, drawing a protest").
    """

    verb: int
    first: int
    last: int
    core: frozenset[int]
    subject: int | None
    antecedent: int | None = None
    wider: frozenset[int] = frozenset()


def read_clauses(parse: Parse, body: Body) -> Iterator[Clause]:
    """The clauses of the running text, in the order of their verbs."""
    heads = [i for i in body if _heads_clause(parse, i)]
    for verb in heads:
        first, last = parse.sentences[parse.sentence_of[verb]]
        if last - first <= _LONGEST:
            yield _clause(parse, verb)


def _heads_clause(parse: Parse, i: int) -> bool:
    """A verb with a subject, or a main one without."""
    token = parse.tokens[i]
    if not is_verb(parse, i):
        return token.dep == "ROOT" and bool(children(parse, i, *_SUBJECTS))
    if token.dep == "ROOT":
        return True
    if _is_part(parse, i):
        return False
    if not _is_finite(parse, i):
        absolute = token.tag == "VBG" and token.dep in ("pcomp", "advcl")
        return absolute and bool(children(parse, i, "nsubj"))
    if token.dep in ("conj", "relcl"):
        return True
    return bool(children(parse, i, *_SUBJECTS)) and token.dep in ("advcl", "ccomp", "parataxis", "acl", "dep", "pcomp")


def _is_part(parse: Parse, verb: int) -> bool:
    """Whether a clause says nothing by itself: a condition, or what the one above it speaks of ("what was found")."""
    conditions = word_list("positions", "conditions")
    token = parse.tokens[verb]
    marks = [
        *children(parse, verb, "mark", "advmod"),
        *(k for k in [token.head] if token.dep in ("pcomp", "ccomp", "advcl")),
    ]
    if any(lower(parse, m) in conditions for m in marks):
        return True
    asked = [c for c in parse.children[verb] if lower(parse, c) == "what"]
    if any(parse.tokens[c].dep == "dobj" for c in asked):
        return token.dep in ("ccomp", "csubj", "pcomp")
    return bool(asked) and token.dep in ("ccomp", "csubj")


def _is_finite(parse: Parse, verb: int) -> bool:
    tags = [parse.tokens[verb].tag, *(parse.tokens[c].tag for c in children(parse, verb, "aux", "auxpass"))]
    return any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags)


def _clause(parse: Parse, verb: int) -> Clause:
    low, high = parse.edges[verb]
    core, wider = {verb}, {verb}
    first, last = low, high
    for child in parse.children[verb]:
        edge_low, edge_high = parse.edges[child]
        if _is_own(parse, child):
            if edge_high < verb:
                first = max(first, edge_high + 1)
            elif edge_low > verb:
                last = min(last, edge_low - 1)
            continue
        core |= set(_core_below(parse, child))
        wider |= set(_core_below(parse, child, nested=parse.tokens[child].dep in _OBJECTS))
    subject = next(iter(children(parse, verb, *_SUBJECTS)), None)
    if subject is None and parse.tokens[verb].dep == "conj":
        subject = _shared_subject(parse, verb)
    antecedent = parse.tokens[verb].head if parse.tokens[verb].dep == "relcl" else None
    if antecedent is not None:
        first = min(first, short_phrase(parse, antecedent)[0])
    first, last = _tidy(parse, verb, first, max(last, verb))
    return Clause(verb, min(first, verb), last, frozenset(core), subject, antecedent, frozenset(wider))


def _is_own(parse: Parse, child: int) -> bool:
    """Whether the child is a clause that is read by itself."""
    dep = parse.tokens[child].dep
    if dep == "parataxis":
        return True
    return dep in ("conj", "advcl", "ccomp") and _heads_clause(parse, child)


def _shared_subject(parse: Parse, verb: int) -> int | None:
    for _ in range(10):
        head = parse.tokens[verb].head
        if head == verb:
            return None
        own = children(parse, head, *_SUBJECTS)
        if own:
            return own[0]
        if parse.tokens[head].dep != "conj":
            return None
        verb = head
    return None


def _core_below(parse: Parse, child: int, *, nested: bool = False) -> Iterator[int]:
    """The words under a child of the verb, without adjuncts that set the scene and, unless `nested`, without clauses."""
    waiting = [child]
    while waiting:
        i = waiting.pop()
        token = parse.tokens[i]
        scene = token.dep in ("prep", "advcl", "mark", "advmod") and lower(parse, i) in word_list("positions", "scene")
        inner = token.dep in ("relcl", "advcl", "ccomp", "pcomp") and _heads_clause(parse, i)
        result = nested and token.dep == "advcl" and token.tag == "VBG"
        if scene or (inner and not nested) or result or token.dep == "parataxis":
            continue
        marked = children(parse, i, "mark", "prep") if token.dep == "advcl" else ()
        if any(lower(parse, m) in word_list("positions", "scene") for m in marked):
            continue
        yield i
        waiting += parse.children[i]


def _tidy(parse: Parse, verb: int, first: int, last: int) -> tuple[int, int]:
    """Without the conjunction, the adverb that links to the sentence before, and the marks at the edges."""
    while first < last and _is_link(parse, verb, first):
        first += 1
    while last > first and parse.tokens[last].pos in ("PUNCT", "CCONJ", "SPACE"):
        last -= 1
    return first, last


def _is_link(parse: Parse, verb: int, i: int) -> bool:
    """Whether a word at the beginning only ties the clause to others; the "if" of a clause within it does not."""
    token = parse.tokens[i]
    return token.pos in ("PUNCT", "CCONJ", "SPACE") or token.dep == "cc" or (token.dep == "mark" and token.head == verb)


def scenery(parse: Parse, first: int, end: int) -> frozenset[int]:
    """The tokens from `first` to `end` that only set the scene: "during his visit"."""
    found: set[int] = set()
    for i in range(first, end):
        if parse.tokens[i].dep in ("prep", "advmod") and lower(parse, i) in word_list("positions", "scene"):
            low, high = parse.edges[i]
            found |= set(range(low, high + 1))
    return frozenset(found)
