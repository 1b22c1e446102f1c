"""For which year a figure holds: the one that its clause names beside it, not each that its sentence prints."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse
from builder.analyse.syntax import head_of, is_verb, token_range
from builder.analyse.when import When, read_when
from builder.model.claims import Precision
from builder.model.findings import FigureFinding
from builder.model.text import SourceText

_FARTHEST = 12  # steps up the tree
_MOST_DATES = 20  # of one sentence
_BOUNDS = frozenset(("since", "until", "till", "before", "after"))
_LINKS = frozenset(("to", "at", "by", "against", "with", "from", "versus", "than", "as", "compared"))
_INNER = frozenset(
    ("nummod", "quantmod", "compound", "amod", "npadvmod", "dobj", "attr", "nsubj", "nsubjpass", "conj", "pobj")
)


def years_of(
    findings: Iterable[FigureFinding], text: SourceText, parse: Parse, published: str | None
) -> Iterator[int | None]:
    """For each figure the year of the date that its own words or its verb have; `published` tells what "last year" is.

    None where there is no such date, and for stretches of time, which hold for no year. Figures come in order of their
    place: the dates of a sentence are read once, however many figures it has.
    """
    for sentence, inside in groupby(findings, lambda f: text.sentence_at(f.reach.start)):
        dates = read_when(sentence.of(text.text), sentence.start, published)[:_MOST_DATES] if sentence else ()
        for finding in inside:
            yield _year_of(finding, parse, dates)


def _year_of(finding: FigureFinding, parse: Parse, dates: Sequence[When]) -> int | None:
    inside = token_range(parse, finding.reach)
    if not dates or not len(inside) or finding.unit in word_list("units", "times"):
        return None
    way, verb = _way(parse, head_of(parse, inside))
    near: dict[bool, list[When]] = {True: [], False: []}
    for when in dates:
        beside = _beside(parse, when, way, verb) if not when.span.overlaps(finding.reach) else None
        if beside is not None:
            near[beside].append(when)
    best = near[True] or near[False]
    years = {when.date[:4] for when in best}
    if len(years) > 1:
        after = [when for when in best if when.span.start >= finding.reach.end]
        years = {after[0].date[:4]} if after else set()
    return int(years.pop()) if years else None


def _beside(parse: Parse, when: When, way: tuple[int, ...], verb: int | None) -> bool | None:
    """Whether a date hangs on the figure's own words (True) or on its verb (False); None where it does on neither."""
    if when.relative and when.precision is not Precision.YEAR:
        return None
    date = token_range(parse, when.span)
    if not len(date) or parse.tokens[date[0] - 1].text.lower() in _BOUNDS:
        return None
    path, over = _way(parse, head_of(parse, date))
    if set(path) & set(way):
        return True
    return False if verb is not None and over == verb and _is_argument(parse, way) else None


def _way(parse: Parse, i: int) -> tuple[tuple[int, ...], int | None]:
    """The words from one up to its verb, and the verb."""
    way = [i]
    for _ in range(_FARTHEST):
        head = parse.tokens[way[-1]].head
        if head == way[-1]:
            break
        if is_verb(parse, head) and parse.tokens[head].dep != "prep":
            return tuple(way), head
        way.append(head)
    return tuple(way), None


def _is_argument(parse: Parse, way: tuple[int, ...]) -> bool:
    """Whether the verb tells the figure itself ("rose to 5 percent"), not of a thing so large ("a duty of 5 percent")."""
    return all(
        token.dep in _INNER or (token.dep == "prep" and token.text.lower() in _LINKS)
        for token in (parse.tokens[i] for i in way)
    )
