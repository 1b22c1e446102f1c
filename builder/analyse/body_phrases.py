"""What a noun phrase says of a body: the noun beside its name, the words before the noun, where it is from."""

from collections.abc import Iterable, Iterator

from builder.analyse.actors.runs import Name
from builder.analyse.attribution.reading import Reading
from builder.analyse.body_nouns import noun_at
from builder.analyse.lexicons import word_list, word_table

_LONG_DASHES = frozenset(("—", "–"))
_ENDS_PHRASE = frozenset((",", "(", "—", "–", ";", ":"))
_REACH = 12  # tokens behind a name and its comma in which the noun stands that says what it is
_BEFORE = 6  # tokens before a name in which it and the nationality stand
_BESIDE = frozenset(("appos", "compound", "nmod", "amod"))
_OPEN = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "ADV", "VERB"))
_PLACED = frozenset(("in", "from"))


def printed_phrase(reading: Reading, head: int) -> str:
    """The noun phrase up to its first comma or relative clause, without article or genitive."""
    tokens = reading.tokens
    first, last = reading.parse.edges[head]
    first = max([first, *(i + 1 for i in range(first, head) if tokens[i].text in _LONG_DASHES)])
    for i in range(head + 1, last + 1):
        token = tokens[i]
        if token.text in _ENDS_PHRASE or token.tag in ("WP", "WDT", "POS") or token.dep in ("relcl", "acl"):
            last = i - 1
            break
    while first < head and (tokens[first].dep in ("punct", "cc", "det") or tokens[first].tag == "PRP$"):
        first += 1
    return " ".join(reading.parse.text[tokens[first].start : tokens[max(head, last)].end].split())


def beside(reading: Reading, name: Name, head: int) -> Iterator[int]:
    """The nouns for a body that stand beside the name: "the operator, Berg Rail", "Berg, a dairy", "Berg is a bank"."""
    own = range(name.first, name.last + 1)
    found = {*_before(reading, name.first, head), *noun_behind(reading, name.last), *_in_tree(reading, own, head)}
    yield from sorted(
        i for i in found if i not in own and noun_at(reading, i) is not None and not acts_alone(reading, i, head)
    )


def acts_alone(reading: Reading, noun: int, head: int) -> bool:
    """Whether the noun begins a clause behind the name, though the parser took it to explain it: "…, the office said"."""
    tokens = reading.tokens
    return noun > head and noun + 1 < len(tokens) and tokens[noun + 1].tag in ("VBD", "VBZ", "VBP")


def _before(reading: Reading, first: int, head: int) -> Iterator[int]:
    """The noun directly before the name, or before a comma where the name says who that is."""
    tokens = reading.tokens
    at = first - 1
    if at > 0 and tokens[at].text == ",":
        at -= 1
        if tokens[head].head != at and tokens[at].head != head:
            return
    if at >= 0 and reading.parse.sentence_of[at] == reading.parse.sentence_of[first]:
        yield at


def noun_behind(reading: Reading, last: int) -> Iterator[int]:
    """The noun behind the name and a comma: "Berg, the Tarnish cheese maker"."""
    tokens = reading.tokens
    end = reading.parse.sentences[reading.parse.sentence_of[last]][1]
    if last + 2 >= end or tokens[last + 1].text not in (",", "(", "–", "—"):
        return
    noun = None
    for i in range(last + 2, min(end, last + 2 + _REACH)):
        if tokens[i].pos not in _OPEN and tokens[i].text != "-" and tokens[i].tag != "POS":
            break
        if tokens[i].tag == "POS":
            noun = None  # "the league’s head"
        elif tokens[i].pos == "NOUN" or noun_at(reading, i) is not None:
            noun = i
        elif noun is not None and tokens[i].text != "-":
            break
    determined = tokens[last + 2].pos in ("DET", "PROPN", "ADJ")
    if noun is not None and determined:
        yield noun


def _in_tree(reading: Reading, own: range, head: int) -> Iterator[int]:
    tokens, children = reading.tokens, reading.parse.children
    for i in own:
        yield from (c for c in children[i] if tokens[c].dep in _BESIDE)
    above = tokens[head].head
    if tokens[head].dep == "appos":
        yield above
    if tokens[head].dep in ("nsubj", "attr") and tokens[above].lemma == "be":
        yield from (c for c in children[above] if tokens[c].dep in ("attr", "nsubj"))


def modifiers(reading: Reading, noun: int) -> set[str]:
    """The words before the noun in its phrase that tell which body is meant, in lower case."""
    tokens = reading.tokens
    first = reading.parse.edges[noun][0]
    empty = word_list("bodies", "empty")
    found = set()
    end = noun - 2 if "-" in (noun_at(reading, noun) or "") and tokens[noun].text != noun_at(reading, noun) else noun
    for i in range(max(first, noun - _BEFORE), end):
        word = tokens[i].text.lower()
        told = tokens[i].pos in ("NOUN", "ADJ", "PROPN", "VERB") and word not in empty and not _is_origin(reading, i)
        if told and tokens[i].dep not in ("appos", "relcl", "acl"):
            found.add(word)
    return found


def _is_origin(reading: Reading, i: int) -> bool:
    """Whether the word says where something is from: "Tarnish", "Ossel-based"."""
    tokens = reading.tokens
    if any(tokens[i].text in word_table("countries", table) for table in ("demonyms", "names")):
        return True
    for k in range(i + 1, min(i + 4, len(tokens))):
        if tokens[k].text == "-":
            return k + 1 < len(tokens) and tokens[k + 1].text.lower() in ("based", "born", "listed", "owned")
        if tokens[k].pos != "PROPN":
            break
    return False


def states_of(reading: Reading, around: Iterable[int]) -> set[str]:
    """The states that the words name, or whose people they name."""
    words = [reading.tokens[i].text for i in around]
    found = [word_table("countries", table).get(w) for w in words for table in ("demonyms", "names")]
    return {state for state in found if state is not None}


def origins_of(reading: Reading, around: Iterable[int]) -> set[str]:
    """The states by their names, and the towns as printed, that the words say something is from."""
    tokens = reading.tokens
    around = tuple(around)
    towns = (
        tokens[i].text
        for i in around
        if tokens[i].pos == "PROPN" and (_is_origin(reading, i) or (i and tokens[i - 1].text.lower() in _PLACED))
    )
    return states_of(reading, around) or set(towns)
