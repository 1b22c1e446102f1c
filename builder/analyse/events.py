"""Dated happenings: a clause, the date that stands in it, and whether it happened or is expected."""

from bisect import bisect_left
from collections.abc import Iterator

from builder.analyse.moods import Mood, mood
from builder.analyse.parsing import Parse
from builder.analyse.syntax import Body, body_of, children, clause, is_verb
from builder.analyse.when import When, last_day, read_when
from builder.model.claims import EventStatus, Kind
from builder.model.findings import EventFinding, finding_key
from builder.model.text import SourceText

_FARTHEST = 12  # steps up from a date to its verb
_SHORTEST = 3  # tokens of a clause that says something
_LONGEST = 60
_STATES = frozenset(("be", "have", "stand", "remain", "accord", "mark", "reveal", "show", "include", "total"))
_POINTS = frozenset(("until", "by", "from"))


def find_events(text: SourceText, parse: Parse, published: str | None = None) -> tuple[EventFinding, ...]:
    """The dated clauses of the running text, in order, each once.

    `published` is the article's day in ISO form; with None, "on Thursday" and "last year" stay unresolved and give no event.
    """
    body = body_of(text, parse)
    found: dict[tuple[int, int], EventFinding] = {}
    for block in text.body():
        for when in read_when(block.words.of(text.text), block.words.start, published):
            for place, event in _events(text, parse, body, when, published):
                found.setdefault(place, event)
    return tuple(sorted(found.values(), key=lambda e: e.spans))


def _events(
    text: SourceText, parse: Parse, body: Body, when: When, published: str | None
) -> Iterator[tuple[tuple[int, int], EventFinding]]:
    first = bisect_left(parse.tokens, when.span.start, key=lambda t: t.end - 1)
    if first >= len(parse.tokens) or first not in body:
        return
    verb = _verb_of(parse, first)
    if verb is None or _is_standing(parse, verb, first):
        return
    low, high = _bounds(parse, verb, first)
    if not _SHORTEST <= high - low + 1 <= _LONGEST:
        return
    status = _status(parse, verb, when, published)
    if status is None:
        return
    if status is EventStatus.EXPECTED and when.date < (published or ""):
        when = when.coming(when.span.of(text.text))
    span = parse.span(low, high)
    title = " ".join(span.of(text.text).split())
    yield (
        (low, high),
        EventFinding(
            source=text.id,
            spans=(span,),
            rule="counted" if when.relative else "dated",
            key=finding_key(Kind.EVENTS, title),
            title=title,
            date=when.date,
            precision=when.precision,
            status=status,
        ),
    )


def _verb_of(parse: Parse, token: int) -> int | None:
    """The verb that the date belongs to; None for one that belongs to a noun ("the 2015 accord")."""
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


def _is_standing(parse: Parse, verb: int, token: int) -> bool:
    """Whether the clause tells a state and no event, or the date only bounds one ("until 2030")."""
    before = parse.tokens[token - 1].text.lower() if token else ""
    passive = bool(children(parse, verb, "auxpass"))
    return before in _POINTS or (parse.tokens[verb].lemma in _STATES and not passive)


def _bounds(parse: Parse, verb: int, token: int) -> tuple[int, int]:
    """The clause of the verb, or of its subject's own words where it is a relative clause ("the war that began in May")."""
    while parse.tokens[verb].dep == "xcomp" and parse.tokens[verb].head != verb:
        verb = parse.tokens[verb].head
    low, high = clause(parse, verb)
    head = parse.tokens[verb].head
    adverbial = any(parse.tokens[c].tag == "WRB" for c in parse.children[verb])
    if parse.tokens[verb].dep in ("relcl", "acl") and head < low and not adverbial:
        low = min([head, *(parse.edges[c][0] for c in children(parse, head, "compound", "amod", "nmod", "poss"))])
    return min(low, token), max(high, token)


def _status(parse: Parse, verb: int, when: When, published: str | None) -> EventStatus | None:
    """Happened or expected; None where it did not happen, or where that is open."""
    how = mood(parse, verb)
    if how is Mood.DENIED:
        return None
    if how is Mood.FUTURE:
        return EventStatus.EXPECTED
    told, day = last_day(published) if published else None, last_day(when.date)
    if how is Mood.POSSIBLE:
        return None
    if told is not None and day is not None and how is not Mood.PAST and _starts(when.date) > told.isoformat():
        return EventStatus.EXPECTED
    return EventStatus.HAPPENED


def _starts(iso: str) -> str:
    return iso + "-01-01"[len(iso) - 4 :] if len(iso) < len("2024-06-20") else iso
