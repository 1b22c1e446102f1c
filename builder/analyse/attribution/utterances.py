"""Which quoted stretches are something said, and not a title, a name or a word held at a distance."""

from collections.abc import Iterator, Sequence

from builder.analyse.attribution.quotemarks import Quoted
from builder.analyse.attribution.reading import BEGINS, ENDS, INSIDE, Reading, dep_code, tag_code, word_class
from builder.analyse.lexicons import word_list

_NONE = -1.0
_ENDS = frozenset(".?!…")
_BESIDE = 12  # tokens on either side in which a cue stands beside the stretch


def is_given_name(reading: Reading, stretch: Quoted) -> bool:
    """Whether the marks hold what something is called: "a policy known as “quiet water”", "the plan that they call “B”".

    A noun that is described and not named has an article ("whom he called a “liar”").
    """
    tokens = reading.tokens
    inner = range(stretch.first, stretch.last + 1)
    tops = [i for i in inner if tokens[i].head not in inner and tokens[i].pos != "PUNCT"]
    if len(tops) != 1 or tokens[tops[0]].pos not in ("NOUN", "PROPN"):
        return False
    if any(tokens[c].dep in ("det", "poss") for c in reading.parse.children[tops[0]]):
        return False
    above = tokens[tops[0]].head
    verb = tokens[above].head if tokens[above].lemma == "as" else above
    if tokens[verb].lemma not in word_list("manners", "naming") or tokens[verb].dep not in ("relcl", "acl"):
        return False
    things = [c for c in reading.parse.children[verb] if tokens[c].dep in ("dobj", "oprd") and c != tops[0]]
    return tokens[tokens[verb].head].pos == "NOUN" and all(tokens[c].tag in ("WDT", "WP") for c in things)


def utterance_features(reading: Reading, stretch: Quoted, likely: Sequence[float]) -> list[float]:
    """What is known of a stretch; `likely[i]` is the probability that token i is a cue. The order is the learnt one."""
    return [*_shape(reading, stretch), *_place(reading, stretch), *_cues(reading, stretch, likely)]


def _shape(reading: Reading, stretch: Quoted) -> Iterator[float]:
    tokens = reading.tokens
    inner = range(stretch.first + stretch.opened, stretch.last + 1 - stretch.closed)
    words = [i for i in inner if tokens[i].pos != "PUNCT"]
    yield len(words)
    yield stretch.opened + 2 * stretch.closed
    yield sum(tokens[i].text[:1].isupper() for i in words) / max(1, len(words))
    yield sum(tokens[i].pos in ("VERB", "AUX") for i in words)
    yield sum(tokens[i].pos == "PROPN" for i in words) / max(1, len(words))
    yield sum(tokens[i].tag == "PRP" for i in words)
    yield sum(tokens[i].text.lower() in ("i", "we", "you", "my", "our") for i in words)
    yield tokens[words[0]].text[:1].isupper() if words else _NONE
    yield word_class(tokens[inner[-1]]) if inner else _NONE
    yield sum(tokens[i].text[:1] in _ENDS for i in inner)
    roots = [i for i in words if not stretch.first <= tokens[i].head <= stretch.last or tokens[i].head == i]
    top = min(roots, key=lambda i: reading.depth[i], default=stretch.first)
    yield dep_code(tokens[top])
    yield tag_code(tokens[top])
    yield len(roots)
    yield tokens[top].ent == "WORK_OF_ART"


def _place(reading: Reading, stretch: Quoted) -> Iterator[float]:
    tokens = reading.tokens
    number = reading.parse.paragraph_of[stretch.first]
    start, end = reading.parse.paragraphs[number]
    for at in (stretch.first - 2, stretch.first - 1, stretch.last + 1, stretch.last + 2, stretch.last + 3):
        yield word_class(tokens[at]) if start <= at < end else _NONE
    yield stretch.first - start
    yield end - 1 - stretch.last
    yield number == 0
    others = reading.doubles[number]
    yield len(others)
    yield sum(q.last + 1 - q.first for q in others) / (end - start)
    before = reading.doubles[number - 1] if number else ()
    yield bool(before) and not before[-1].closed


def _cues(reading: Reading, stretch: Quoted, likely: Sequence[float]) -> Iterator[float]:
    start, end = reading.parse.paragraphs[reading.parse.paragraph_of[stretch.first]]
    yield max(likely[max(start, stretch.first - _BESIDE) : stretch.first], default=_NONE)
    yield max(likely[stretch.last + 1 : min(end, stretch.last + 1 + _BESIDE)], default=_NONE)
    yield max(likely[start:end])
    tags = reading.tags[stretch.first : stretch.last + 1]
    yield tags[0][BEGINS]
    yield tags[-1][ENDS]
    yield tags[0][INSIDE]
    yield sum(row[INSIDE] for row in tags) / len(tags)
