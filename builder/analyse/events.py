"""Dated happenings: a clause, the date that stands in it, and whether it happened or is expected."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.analyse.lexicons import word_list
from builder.analyse.moods import Mood, is_perfect, mood
from builder.analyse.parsing import Parse
from builder.analyse.syntax import Body, body_of, children, clause, is_verb, lower, trimmed
from builder.analyse.when import When, last_day, read_when
from builder.model.claims import EventStatus, Kind, Precision
from builder.model.findings import EventFinding, finding_key
from builder.model.text import SourceText, Span

_FARTHEST = 12  # steps up from a date to its verb
_SHORTEST = 3  # tokens of a clause that says something
_LONGEST = 60
_STATES = frozenset(("be", "have", "stand", "remain", "accord", "mark", "reveal", "show", "include", "total"))
_CLAUSES = frozenset(("relcl", "advcl", "ccomp", "acl", "conj", "parataxis"))


@dataclass(frozen=True, slots=True)
class _Told:
    """A date with its tokens, the verb that it belongs to and the word before it."""

    when: When
    first: int
    last: int
    verb: int
    before: str


def find_events(text: SourceText, parse: Parse, published: str | None = None) -> tuple[EventFinding, ...]:
    """The dated clauses of the running text, in order, each once.

    `published` is the article's day in ISO form; with None, "on Thursday" and "last year" stay unresolved and give no event.
    """
    body = body_of(text, parse)
    told = [
        one
        for block in text.body()
        for when in read_when(block.words.of(text.text), block.words.start, published)
        for one in _told(parse, body, when)
    ]
    found: dict[tuple[int, int], EventFinding] = {}
    for one in told:
        others = [o for o in told if o is not one and parse.sentence_of[o.first] == parse.sentence_of[one.first]]
        low, high = _bounds(parse, one, others)
        status = _status(parse, one, published) if _SHORTEST <= high - low + 1 <= _LONGEST else None
        if status is not None:
            found.setdefault((low, high), _finding(text, parse.span(low, high), one.when, status, published))
    return tuple(sorted(found.values(), key=lambda e: e.spans))


def _told(parse: Parse, body: Body, when: When) -> Iterator[_Told]:
    first = bisect_left(parse.tokens, when.span.start, key=lambda t: t.end - 1)
    if first >= len(parse.tokens) or first not in body:
        return
    last = max(first, bisect_left(parse.tokens, when.span.end, key=lambda t: t.start) - 1)
    verb = _verb_of(parse, first)
    if verb is not None:
        yield _Told(when, first, last, verb, lower(parse, first - 1) if first else "")


def _finding(text: SourceText, span: Span, when: When, status: EventStatus, published: str | None) -> EventFinding:
    if status is EventStatus.EXPECTED and when.date < (published or ""):
        when = when.coming(when.span.of(text.text))
    title = " ".join(span.of(text.text).split())
    return EventFinding(
        source=text.id,
        spans=(span,),
        rule="counted" if when.relative else "dated",
        key=finding_key(Kind.EVENTS, title),
        title=title,
        date=when.date,
        precision=when.precision,
        status=status,
    )


def _verb_of(parse: Parse, token: int) -> int | None:
    """The verb that the date belongs to; None for one that belongs to a noun ("the 2015 accord")."""
    when = _when_clause(parse, token)
    if when is not None:
        return when
    i = token
    for _ in range(_FARTHEST):
        current = parse.tokens[i]
        if is_verb(parse, i):
            return i
        if current.dep in ("nummod", "compound", "amod", "poss", "appos") and parse.tokens[current.head].ent not in (
            "DATE",
            "TIME",
        ):
            return None
        head = parse.tokens[current.head]
        of_a_name = current.dep == "prep" and current.text == "of" and head.pos == "PROPN"
        if current.head == i or of_a_name:
            return None
        i = current.head
    return None


def _when_clause(parse: Parse, token: int) -> int | None:
    """The verb of what a date is explained by: "in 2003, when they signed it"."""
    clauses = (c for c in children(parse, token, "relcl", "advcl") if c > token)
    return next((c for c in clauses if any(lower(parse, w) == "when" for w in parse.children[c])), None)


def _bounds(parse: Parse, one: _Told, others: Sequence[_Told]) -> tuple[int, int]:
    """The clause of the verb, or of its subject's own words where it is a relative clause ("the war that began in May").

    What another date tells within it ("said on Monday that the war began in May") is left to that one.
    """
    verb = one.verb
    while parse.tokens[verb].dep == "xcomp" and parse.tokens[verb].head != verb:
        verb = parse.tokens[verb].head
    low, high = clause(parse, verb)
    head = parse.tokens[verb].head
    adverbial = any(parse.tokens[c].tag == "WRB" for c in parse.children[verb])
    if parse.tokens[verb].dep in ("relcl", "acl") and head < low and not adverbial:
        low = min([head, *(parse.edges[c][0] for c in children(parse, head, "compound", "amod", "nmod", "poss"))])
    low, high = min(low, one.first), max(high, one.last)
    for other in others:
        low, high = _without(parse, one, other, low, high)
    return trimmed(parse, low, high)


def _without(parse: Parse, one: _Told, other: _Told, low: int, high: int) -> tuple[int, int]:
    """The bounds without the clause of another date, where that lies before or behind all that this one tells."""
    inner = other.verb
    own = (one.first, one.last, one.verb)
    if inner == one.verb or not low <= inner <= high or parse.tokens[inner].dep not in _CLAUSES:
        return low, high
    start, end = parse.edges[inner]
    if start > max(own):
        return low, min(high, start - 1)
    if end < min(own):
        return max(low, end + 1), high
    return low, high


def _status(parse: Parse, one: _Told, published: str | None) -> EventStatus | None:
    """Happened or expected; None where it did not happen, where that is open, and where the clause tells a state of things."""
    how = mood(parse, one.verb)
    if one.before == "since":
        return EventStatus.HAPPENED
    if how is Mood.DENIED or (how is Mood.PRESENT and one.when.span.of(parse.text).lower() == "today"):
        return None
    ahead = how in (Mood.FUTURE, Mood.POSSIBLE) or _is_to_come(parse, one.verb) or _runs_to(parse, one, how)
    if _is_standing(parse, one, ahead=ahead):
        return None
    told = last_day(published) if published else None
    if told is not None and _starts(one.when.date) > told.isoformat():
        return EventStatus.EXPECTED
    if how is Mood.POSSIBLE and not one.when.relative and told is not None:
        return None  # what could have been
    return EventStatus.EXPECTED if ahead else EventStatus.HAPPENED


def _is_to_come(parse: Parse, verb: int) -> bool:
    """As in "a loan to be repaid in 2031" and "approval, expected in August"."""
    token = parse.tokens[verb]
    infinitive = token.dep in ("acl", "relcl") and any(lower(parse, c) == "to" for c in children(parse, verb, "aux"))
    expected = token.lemma in word_list("modality", "expecting") and token.tag == "VBN" and token.dep == "acl"
    due = any(parse.tokens[c].lemma in word_list("modality", "expecting") for c in children(parse, verb, "acomp"))
    return infinitive or expected or (due and token.lemma == "be")


def _runs_to(parse: Parse, one: _Told, how: Mood) -> bool:
    """As in "expires in December", "runs until 2030": the present tense tells of a day or a month to come."""
    printed = one.when.span.of(parse.text).lower()
    past = any(word in printed for word in ("ago", "last", "yesterday", "earlier"))
    open_end = one.before in ("until", "till") and (how is Mood.PRESENT or is_perfect(parse, one.verb))
    dated = how is Mood.PRESENT and one.when.precision is not Precision.YEAR and one.before != "since"
    return open_end or (dated and not past)


def _is_standing(parse: Parse, one: _Told, *, ahead: bool) -> bool:
    """Whether the clause tells a state and no event, or the date only bounds what is over ("until 2010", "by 2010")."""
    passive = bool(children(parse, one.verb, "auxpass"))
    if one.before in ("until", "till", "by", "from") and not ahead:
        return True
    return parse.tokens[one.verb].lemma in _STATES and not passive and not ahead


def _starts(iso: str) -> str:
    return iso + "-01-01"[len(iso) - 4 :] if len(iso) < len("2024-06-20") else iso
