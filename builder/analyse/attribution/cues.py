"""Words that may report what somebody says, thinks or wants, and what tells the ones that do from the others."""

from collections.abc import Iterator

from builder.analyse.attribution.reading import (
    BEGINS,
    CLAUSES,
    CUE,
    INSIDE,
    NAME_TYPES,
    Reading,
    dep_code,
    tag_code,
    word_class,
    word_key,
)

_LEAST_SHARE = 0.04
_LIKELY = -2.5  # log-odds; a fourth of the annotated cues that are no verbs and were seldom cues lie above
_HOPELESS = -6.5  # log-odds; one annotated cue in two hundred lies below, and two words in five
_NONE = -1.0
_COMPLEMENTS = (
    "ccomp",
    "xcomp",
    "dobj",
    "prep",
    "advcl",
    "parataxis",
    "acomp",
    "oprd",
    "dative",
    "agent",
    "prt",
    "acl",
    "pcomp",
    "pobj",
)
_NEAR = 4
_FARTHEST = 12  # steps up the tree; bounds the work in endless sentences


def cue_candidates(reading: Reading) -> list[int]:
    """Every verb, and every other word that was a cue often enough in annotated news, unless the network rules it out.

    What the network thinks likely comes into question too.
    """
    found = []
    for i, token in enumerate(reading.tokens):
        chance = reading.tags[i][CUE]
        if (token.dep in ("aux", "auxpass") and token.pos != "VERB") or chance < _HOPELESS:
            continue
        tagged = reading.given is not None and chance >= _LIKELY
        if token.pos in ("VERB", "AUX") or reading.cue_share[i] >= _LEAST_SHARE or tagged:
            found.append(i)
    return found


def cue_features(reading: Reading, cue: int) -> list[float]:
    """What is known of a candidate. The order is the one the weights were learnt in."""
    return [
        *reading.words.of(word_key(reading.tokens[cue])),
        *reading.frames.of(frame_key(reading, cue)),
        *_own(reading, cue),
        *_complements(reading, cue),
        *_subject(reading, cue),
        *_above(reading, cue),
        *_quotation(reading, cue),
        *_neighbours(reading, cue),
        *reading.tags[cue],
        *_tagged(reading, cue),
    ]


def frame_key(reading: Reading, cue: int) -> str:
    """The word with the kind of complement it has, under which frames are counted."""
    kinds = {reading.tokens[c].dep for c in reading.parse.children[cue] if c > cue}
    kind = next((k for k in ("ccomp", "xcomp", "dobj", "prep", "advcl", "acl", "acomp", "agent") if k in kinds), "none")
    return f"{word_key(reading.tokens[cue])}:{kind}"


def _own(reading: Reading, cue: int) -> Iterator[float]:
    token = reading.tokens[cue]
    first, last = reading.parse.sentences[reading.parse.sentence_of[cue]]
    yield dep_code(token)
    yield tag_code(token)
    yield token.pos == "VERB"
    yield reading.depth[cue]
    yield cue - first
    yield last - cue
    yield reading.parse.paragraph_of[cue] == 0
    low, high = reading.parse.edges[cue]
    yield high - cue
    yield cue - low
    yield token.text[:1].isupper()


def _complements(reading: Reading, cue: int) -> Iterator[float]:
    children = reading.parse.children[cue]
    tokens = reading.tokens
    for dep in _COMPLEMENTS:
        found = next((c for c in children if tokens[c].dep == dep), None)
        yield 0 if found is None else found - cue
    yield any(tokens[c].dep == "neg" for c in children)
    yield sum(tokens[c].dep in ("aux", "auxpass") for c in children)
    yield any(tokens[c].tag == "MD" for c in children)
    yield any(tokens[c].tag == "TO" for c in children)
    yield any(tokens[c].dep == "auxpass" for c in children)
    prep = next((c for c in children if tokens[c].dep == "prep" and c > cue), None)
    yield word_class(tokens[prep]) if prep is not None else _NONE
    thing = next((c for c in children if tokens[c].dep in ("dobj", "attr", "pobj", "oprd") and c > cue), None)
    yield from _thing(reading, thing)
    clause = next((c for c in children if tokens[c].dep in ("ccomp", "xcomp", "advcl", "acl") and c > cue), None)
    if clause is None:
        yield from (_NONE, _NONE, _NONE)
    else:
        yield word_class(tokens[reading.parse.edges[clause][0]])
        yield reading.subject(clause) is not None
        yield reading.cue_share[clause]


def _thing(reading: Reading, thing: int | None) -> Iterator[float]:
    if thing is None:
        yield from (_NONE, _NONE, _NONE, _NONE)
        return
    token = reading.tokens[thing]
    low, high = reading.parse.edges[thing]
    yield tag_code(token)
    yield high - low
    yield reading.heads.of(token.lemma)[0]
    yield reading.heads.of(token.lemma)[1]


def _subject(reading: Reading, cue: int) -> Iterator[float]:
    subject = reading.subject(cue)
    step = 0
    for above in reading.ancestors(cue):
        if subject is not None or reading.tokens[cue].dep not in CLAUSES or step > 3:
            break
        step += 1
        subject = above if reading.tokens[above].pos in ("NOUN", "PROPN", "PRON") else reading.subject(above)
    if subject is None:
        yield from (_NONE,) * 8
        return
    token = reading.tokens[subject]
    yield step
    yield subject - cue
    yield tag_code(token)
    yield dep_code(token)
    yield token.ent in NAME_TYPES
    yield token.ent == "PERSON"
    yield reading.heads.of(token.lemma)[0]
    yield reading.quoted[subject]


def _above(reading: Reading, cue: int) -> Iterator[float]:
    """The best candidate that governs this one: what it reports holds whatever is said inside."""
    best, away, between_quotes = 0.0, _NONE, 0.0
    child = cue
    last_dep = _NONE
    for steps, above in enumerate(reading.ancestors(cue), start=1):
        if steps > _FARTHEST:
            break
        if reading.cue_share[above] > best and reading.tokens[child].dep in ("ccomp", "xcomp", "advcl", "dobj", "conj"):
            best, away = reading.cue_share[above], steps
            last_dep = dep_code(reading.tokens[child])
            between_quotes = reading.quoted[above]
        child = above
    yield best
    yield away
    yield last_dep
    yield between_quotes
    head = reading.tokens[cue].head
    yield reading.cue_share[head] if head != cue else _NONE
    yield tag_code(reading.tokens[head])
    yield head - cue
    below = [c for c in reading.parse.children[cue] if reading.tokens[c].dep in ("ccomp", "xcomp", "conj")]
    yield max((reading.cue_share[c] for c in below), default=_NONE)


def _quotation(reading: Reading, cue: int) -> Iterator[float]:
    sentence = reading.parse.sentences[reading.parse.sentence_of[cue]]
    inside = reading.marks.at(cue)
    yield _NONE if inside is None else inside.last - inside.first
    yield reading.quoted[cue]
    before = after = _NONE
    length_before = length_after = _NONE
    same_before = same_after = 0.0
    for stretch in reading.doubles[reading.parse.paragraph_of[cue]]:
        if stretch.last < cue:
            before, length_before = cue - stretch.last, stretch.last - stretch.first
            same_before = stretch.last >= sentence[0]
        elif stretch.first > cue and after < 0:
            after, length_after = stretch.first - cue, stretch.last - stretch.first
            same_after = stretch.first < sentence[1]
    yield from (before, after, length_before, length_after, same_before, same_after)


def _neighbours(reading: Reading, cue: int) -> Iterator[float]:
    tokens = reading.tokens
    for at in (cue - 2, cue - 1, cue + 1, cue + 2):
        yield word_class(tokens[at]) if 0 <= at < len(tokens) else _NONE
    near = [t for t in range(max(0, cue - _NEAR), min(len(tokens), cue + _NEAR + 1)) if t != cue]
    yield max((reading.cue_share[t] for t in near), default=_NONE)
    yield any(tokens[t].text == ":" for t in near if t > cue)
    yield reading.cue_share[cue + 1] if cue + 1 < len(tokens) else _NONE
    yield reading.cue_share[cue - 1] if cue else _NONE


def _tagged(reading: Reading, cue: int) -> Iterator[float]:
    """What the network says of the words around."""
    tags, tokens = reading.tags, reading.tokens
    for at in (cue - 1, cue + 1):
        yield tags[at][INSIDE] if 0 <= at < len(tokens) else _NONE
    yield max((tags[at][BEGINS] for at in range(cue + 1, min(len(tokens), cue + _NEAR + 1))), default=_NONE)
    yield tags[tokens[cue].head][CUE]
    yield max(
        (tags[at][CUE] for at in range(max(0, cue - _NEAR), min(len(tokens), cue + _NEAR + 1)) if at != cue),
        default=_NONE,
    )
