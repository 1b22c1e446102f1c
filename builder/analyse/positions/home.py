"""The state that an article is written from, whose officials it names without their nationality."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.analyse.datelines import dateline_end, dateline_state
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.naming import Naming
from builder.analyse.parsing import Parse
from builder.analyse.positions.parties import printed_state
from builder.analyse.syntax import Body, children, lower

_OPENING = 3  # paragraphs in which a dateline may stand
_ACTING = frozenset(("nsubj", "nsubjpass", "csubj"))
_WITHIN_SUBJECT = frozenset(("poss", "compound", "amod", "nmod", "conj", "det", "appos"))
_FARTHEST = 6  # steps up the tree
_LEAST = 2  # sentences
_PLACE = 4  # tokens of "In Algiers,"
_CLEAR = 2  # times as many as the next


@dataclass(frozen=True, slots=True)
class Home:
    """`state` is None where nothing tells it; `sure`: a dateline does, and not merely who goes unmarked."""

    state: str | None
    sure: bool = False

    def chosen(self, near: Sequence[str]) -> str | None:
        """The state that is meant where none is printed and those `near` act; None where the two tell of different ones."""
        if self.state is None:
            return near[0] if len(near) == 1 else None
        return self.state if not near or self.state in near else None


def places_of(parse: Parse, naming: Naming, forms: Mapping[str, str]) -> dict[str, str]:
    """Towns and states in small letters → the state's name: the lists', the editor's, and those that the article tells of."""
    tables = ("towns", "governments", "names")
    found = {form.lower(): state for table in tables for form, state in word_table("countries", table).items()}
    found |= {form.lower(): state for form, state in forms.items()}
    return dict(_told_towns(parse, naming)) | found


def _told_towns(parse: Parse, naming: Naming) -> Iterator[tuple[str, str]]:
    """As in "in the Ghanaian port of Tema"."""
    for i, token in enumerate(parse.tokens):
        if token.lemma not in word_list("positions", "towns"):
            continue
        states = [s for c in children(parse, i, "amod", "compound", "poss") for s in [naming.state_at(c)] if s]
        for of in children(parse, i, "prep") if states else ():
            for town in children(parse, of, "pobj") if lower(parse, of) == "of" else ():
                words = [t.text for t in parse.tokens[parse.edges[town][0] : town + 1] if t.pos == "PROPN"]
                yield " ".join(words).lower(), states[0]


def home_of(
    parse: Parse, body: Body, naming: Naming, places: Mapping[str, str], marked: Collection[str], title: Collection[int]
) -> Home:
    """By the dateline; else the state that acts by far most of those whose officials are never marked as theirs.

    `marked` are the states of the others, `title` the tokens of the headline.
    """
    for start, end in body.ranges[:_OPENING]:
        if dateline_end(parse, start, end) > start:
            state = dateline_state(parse, start, end, places)
            if state is not None:
                return Home(printed_state(naming, state), sure=True)
    counts = Counter(
        state
        for first, last in parse.sentences
        if first in body or first in title
        for state in acting_states(parse, naming, range(first, last))
        if state not in marked
    )
    ranked = sorted(counts, key=lambda s: (-counts[s], s))
    if not ranked or counts[ranked[0]] < _LEAST:
        return Home(None)
    clear = all(counts[ranked[0]] >= _CLEAR * counts[other] for other in ranked[1:2])
    return Home(ranked[0] if clear else None)


def scene_state(parse: Parse, first: int, places: Mapping[str, str]) -> str | None:
    """The state of the place that a sentence begins with: "In Algiers, …"."""
    tokens = parse.tokens
    if tokens[first].text != "In":
        return None
    comma = next((i for i in range(first, min(first + _PLACE, len(tokens))) if tokens[i].text == ","), first)
    return places.get(" ".join(t.text for t in tokens[first + 1 : comma]).lower())


def acting_states(parse: Parse, naming: Naming, tokens: range) -> tuple[str, ...]:
    """The states that are a subject, or own one, in the order of their first words."""
    found: dict[str, None] = {}
    for i in tokens:
        state = naming.state_at(i)
        if state is not None and _is_acting(parse, i):
            found[state] = None
    return tuple(found)


def _is_acting(parse: Parse, i: int) -> bool:
    for _ in range(_FARTHEST):
        token = parse.tokens[i]
        if token.dep in _ACTING:
            return True
        if token.dep not in _WITHIN_SUBJECT or token.head == i:
            return False
        i = token.head
    return False
