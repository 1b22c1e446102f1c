"""Where a text says who somebody is: the nouns for people beside a name, before it, behind it, and after "is"."""

from collections.abc import Iterator

from builder.analyse.actors.runs import Name
from builder.analyse.actors.trades import is_owner_mark, is_people_noun, is_quoted, opening
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.analyse.syntax import children

_LONGEST = 14  # tokens between a name and the noun that describes it
_REACH = 3  # tokens between a verb and its "as"
_HOLDING = frozenset(
    ("take", "step", "resign", "continue", "serve", "work", "follow", "succeed", "retire", "return", "act", "join")
)  # … as
_BEING = frozenset(("be", "become", "remain"))
_MADE = frozenset(("elect", "appoint", "name", "make", "crown", "ordain"))
_AFTER_NAME = frozenset((",", ".", "”", '"', ":", ";", ")", "—", "–", "?", "!"))
_OPEN = frozenset((",", "(", "—", "–"))
_WITHIN = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "DET", "ADV"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_MARKS = frozenset((",", ";", ":", "“", "”", "—", "–", "(", ")"))


def before(parse: Parse, name: Name, *, likely: bool = False) -> Iterator[int]:
    """A role before the name, with or without a comma ("the island's ambassador, Jo Doe", "leader Jo Doe").

    `likely`: the name is known for a person's, so that "operator" beside it is no firm.
    """
    at = (name.first if name.title_first is None else name.title_first) - 1
    if at < 0 or parse.sentence_of[at] != parse.sentence_of[name.first]:
        return
    if parse.tokens[at].text in ("named", "called") and is_people_noun(parse, at - 1, likely=True):
        yield at - 1
    elif parse.tokens[at].text != ",":
        either = likely and parse.tokens[at].lemma in word_list("roles", "people_or_bodies")
        if either or is_people_noun(parse, at):
            yield at
            first = opening(parse, at, 0) - 1
            if first > 0 and parse.tokens[first].tag == "CC" and is_people_noun(parse, first - 1):
                yield first - 1
            first -= first > 0 and parse.tokens[first].tag == "DT"
            yield from _before_comma(parse, name, first)
        return
    yield from _before_comma(parse, name, at)


def _before_comma(parse: Parse, name: Name, at: int) -> Iterator[int]:
    """The role that a comma at the token sets beside what follows it."""
    if at < 1 or parse.tokens[at].text != ",":
        return
    noun = _up_to(parse, at)
    if noun is not None and _is_apposed(parse, name, noun) and not _is_named_already(parse, noun):
        yield noun
        first = opening(parse, noun, 0) - 1
        if first > 0 and parse.tokens[first].tag == "CC" and is_people_noun(parse, first - 1):
            yield first - 1


def _up_to(parse: Parse, comma: int) -> int | None:
    """The noun for a person that stands before a comma, by itself or with its "of", "to", "at"."""
    floor = parse.sentences[parse.sentence_of[comma]][0]
    for i in range(comma - 1, max(floor, comma - _LONGEST) - 1, -1):
        joins = parse.tokens[i].tag == "HYPH" or parse.tokens[i].dep in ("amod", "compound")
        if parse.tokens[i].pos in ("PUNCT", "VERB", "AUX") and not joins:
            return None
        if is_people_noun(parse, i) and parse.tokens[i - 1].text in ("for", "of") and i > floor + 1:
            continue  # "the candidate for governor"
        outer = i - 3 if is_people_noun(parse, i) and parse.tokens[i - 1].tag == "DT" and i - 3 >= floor else None
        if outer is not None and parse.tokens[i - 2].text in ("for", "to", "of") and is_people_noun(parse, outer):
            return outer if parse.tokens[outer].lemma in word_list("roles", "speaking_for") else None
        if is_people_noun(parse, i) and _is_somebodys(parse, i):
            return None
        if is_people_noun(parse, i):
            return i if i == comma - 1 or parse.tokens[i + 1].pos == "ADP" or _hyphened(parse, i) else None
    return None


def _is_somebodys(parse: Parse, noun: int) -> bool:
    """Whether the noun only tells whose colleague or superior that is ("her boss")."""
    first = opening(parse, noun, 0)
    if parse.tokens[noun].lemma == "counterpart" and parse.tokens[first].text in word_table("countries", "demonyms"):
        return False  # "his Danish counterpart"
    owned = first > 0 and parse.tokens[first - 1].text.lower() in ("his", "her", "my")
    return owned and parse.tokens[noun].lemma in word_list("roles", "somebodys")


def _is_apposed(parse: Parse, name: Name, noun: int) -> bool:
    """Whether the name behind the comma is set beside the noun, and does not begin something of its own."""
    if any(parse.tokens[i].dep == "appos" and parse.tokens[i].head == noun for i in (name.first, name.last)):
        return True
    after = after_name(parse, name)
    return after >= len(parse.tokens) or parse.tokens[after].text in (*_AFTER_NAME, "of", "from", "at", "who")


def _is_named_already(parse: Parse, noun: int) -> bool:
    """Whether the noun describes a name before it ("Jo Doe, the director, Ann Berg")."""
    first = opening(parse, noun, 0)
    while first > 0 and parse.tokens[first - 1].tag in ("DT", "PRP$"):
        first -= 1
    named = first > 1 and parse.tokens[first - 1].text in _OPEN and parse.tokens[first - 2].ent == "PERSON"
    start = parse.sentences[parse.sentence_of[noun]][0]
    return named and not (
        parse.tokens[start].pos == "ADP" and parse.tokens[first - 2].head == start
    )  # "At Tarn, the …"


def behind(parse: Parse, name: Name, *, likely: bool) -> Iterator[int]:
    """The noun that heads what follows the name after a comma, an age left out ("Jo Doe, 47, a fellow at …").

    `likely`: the name is known for a person's, so that a noun may be taken for a trade by its ending.
    """
    at = after_age(parse, after_name(parse, name))
    if at + 1 < len(parse.tokens) and parse.tokens[at].text in _OPEN:
        noun = phrase_noun(parse, after_times(parse, at + 1), likely=likely)
        if noun is not None:
            yield noun
            return
    for i in range(name.first, name.last + 1):
        for child in children(parse, i, "appos"):
            between = range(name.last + 1, child)
            if child > name.last and is_people_noun(parse, child) and not _parts(parse, between):
                yield child
                return


def _parts(parse: Parse, between: range) -> bool:
    """Whether another name or an "and" stands between a name and what is set beside it."""
    return any(parse.tokens[i].tag == "CC" or parse.tokens[i].ent == "PERSON" for i in between)


def after_name(parse: Parse, name: Name) -> int:
    """The token after the name and the letters behind it ("Ann Doe KC")."""
    at = name.last + 1
    return at + (at < len(parse.tokens) and parse.tokens[at].text in word_list("roles", "postnominals"))


def after_times(parse: Parse, at: int) -> int:
    """The token after words that tell since when ("until now", "formerly")."""
    while at + 1 < len(parse.tokens) and parse.tokens[at].text.lower() in word_list("roles", "time_words"):
        at += 1
    return at


def after_age(parse: Parse, at: int) -> int:
    """The place of the comma that follows an age; the place itself where there is none."""
    tokens = parse.tokens
    if at + 2 < len(tokens) and tokens[at].text == "," and tokens[at + 1].text.isdigit() and tokens[at + 2].text == ",":
        return at + 2
    return at


def phrase_noun(parse: Parse, at: int, *, likely: bool = True) -> int | None:
    """The noun for a person that heads the phrase at `at`; None where the phrase is none, or begins a clause."""
    likely = likely and (parse.tokens[at].text.lower() in ("a", "an") or parse.tokens[at].pos in ("NOUN", "ADJ"))
    end = min(at + _LONGEST, parse.sentences[parse.sentence_of[at]][1])
    for i in range(at, end):
        token = parse.tokens[i]
        if token.tag in ("WP$", "WP") or (token.tag == "CC" and parse.tokens[i - 1].ent == "PERSON"):
            return None
        inside = token.pos in _WITHIN or token.tag == "PRP$" or is_owner_mark(parse, i) or token.text in ("-", "&")
        named = token.pos == "PRON" and token.text.lower().endswith("self")
        modifies = token.tag in ("VBN", "VBG", "CC") and at + (token.tag == "CC") <= i < end - 1
        people = is_people_noun(parse, i, likely=likely)
        if not (inside or named or modifies or people):
            return None
        following = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else None
        part = following is not None and following.text.lower() in word_list("roles", "behind_office")
        heads = (
            following is None or part or (following.pos not in ("NOUN", "PROPN") and not is_owner_mark(parse, i + 1))
        )
        hyphen = following is not None and following.text == "-" and following.start == token.end
        office = hyphen and _hyphened(parse, i)
        hyphen = hyphen and not office
        if people and heads and not hyphen:
            return i
    return None


def _hyphened(parse: Parse, i: int) -> bool:
    """Whether what is joined to the noun by a hyphen belongs to the office ("editor-in-chief")."""
    following = [token.text.lower() for token in parse.tokens[i + 1 : i + 5]]
    return any("".join(following[:size]) in word_list("roles", "behind_hyphen") for size in (2, 4))


def ends_phrase(parse: Parse, end: int) -> bool:
    """Whether no verb follows the phrase that ends at `end`, so that it is nobody's subject."""
    after = end + 1
    if after >= len(parse.tokens) or parse.sentence_of[after] != parse.sentence_of[end]:
        return True
    token = parse.tokens[after]
    return token.tag not in _FINITE and token.pos not in ("AUX", "PROPN")


def predicates(parse: Parse, name: Name) -> Iterator[int]:
    """As in "Jo Doe is a fellow", "Jo Doe was elected mayor", "the first to come was Jo Doe"; not within a quotation."""
    token = parse.tokens[name.last]
    if is_quoted(parse, name.last):
        return
    if token.dep == "appos" and parse.tokens[token.head].pos in ("NOUN", "ADJ"):  # "his daughter, Jo Doe, is a nurse"
        token = parse.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass"):
        yield from _said_by(parse, token.head)
    elif token.dep == "attr" and parse.tokens[token.head].lemma == "be":
        yield from (s for s in children(parse, token.head, "nsubj") if is_people_noun(parse, s))


def _said_by(parse: Parse, verb: int) -> Iterator[int]:
    """The nouns by which a verb says what its subject is, not what it once was."""
    once = any(parse.tokens[a].text.lower() in word_list("roles", "no_longer") for a in children(parse, verb, "advmod"))
    if once or is_over(parse, verb) or children(parse, verb, "neg"):
        return
    lemma = parse.tokens[verb].lemma
    if lemma in _BEING:
        found = children(parse, verb, "attr")
    elif lemma in _MADE and children(parse, verb, "auxpass"):
        found = children(parse, verb, "oprd", "attr")
    elif lemma in _HOLDING:
        found = tuple(
            o for p in children(parse, verb, "prep") if parse.tokens[p].text == "as" for o in children(parse, p, "pobj")
        )
    else:
        return
    yield from (n for n in found if is_people_noun(parse, n))


def is_over(parse: Parse, verb: int) -> bool:
    """Whether the clause of a verb of the past says until when ("was its chairman until May")."""
    if parse.tokens[verb].tag != "VBD":
        return False
    rest = [parse.tokens[i] for i in range(verb, _clause_end(parse, verb))]
    words = [token.text.lower() for token in rest if token.pos != "PUNCT"]
    return not {"until", "till"}.isdisjoint(words) or words[-3:] == ["at", "the", "time"]


def _clause_end(parse: Parse, verb: int) -> int:
    """The token after the words that go with the verb, up to a mark or to the next verb that is joined to it."""
    end = parse.sentences[parse.sentence_of[verb]][1]
    for i in range(verb + 1, end):
        token = parse.tokens[i]
        joined = token.tag == "CC" and any(parse.tokens[k].tag in _FINITE for k in range(i + 1, min(i + 3, end)))
        if token.text in _MARKS or joined:
            return i
    return end


def who_is(parse: Parse, verb: int) -> int | None:
    """The noun after "who is", "who was elected", "who works as"."""
    lemma = parse.tokens[verb].lemma
    at = verb + 1
    while at < len(parse.tokens) and parse.tokens[at].pos == "ADV":
        at += 1
    if at >= len(parse.tokens) or parse.tokens[at].dep == "neg" or is_over(parse, verb):
        return None
    if lemma in _HOLDING:
        held = next(
            (k for k in range(at, min(at + _REACH, len(parse.tokens) - 1)) if parse.tokens[k].text == "as"), None
        )
        return phrase_noun(parse, held + 1) if held is not None else None
    return phrase_noun(parse, at) if lemma in _BEING | _MADE else None


def held_as(parse: Parse, verb: int) -> int | None:
    """The office in which somebody did something: "who planned the dam as minister of works"."""
    end = parse.sentences[parse.sentence_of[verb]][1] - 1
    for i in range(verb + 1, min(verb + _LONGEST, end)):
        if parse.tokens[i].text in (",", ";", "“", "”"):
            return None
        if parse.tokens[i].text == "as" and parse.tokens[i + 1].pos in ("NOUN", "ADJ", "PROPN"):
            return phrase_noun(parse, i + 1)
    return None
