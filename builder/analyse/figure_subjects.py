"""What a figure measures, in the article's own words: the noun it counts, the thing it is a share of, or the subject."""

from builder.analyse.parsing import Parse
from builder.analyse.syntax import above, children, head_of, is_verb, phrase, subjects, token_range, trimmed
from builder.model.findings import FigureFinding
from builder.model.text import Span

_LONGEST = 12  # tokens
_NOUNS = ("NOUN", "PROPN")
_RELATIVE = frozenset(("which", "that", "who"))
_SHARES = frozenset(("of", "in"))


def subject_of(finding: FigureFinding, parse: Parse) -> str:
    """A noun phrase of the figure's sentence, verbatim; the figure's own words where there is none."""
    inside = token_range(parse, finding.reach)
    if not len(inside):
        return finding.reach.of(parse.text)
    for read in (_share, _counted, _measured, _nearest):
        span = read(parse, inside)
        if span is not None:
            return span.of(parse.text)
    return finding.reach.of(parse.text)


def _phrase(parse: Parse, head: int, inside: range) -> Span | None:
    """The noun phrase without the figure itself, cut to a length that still reads."""
    first, last = phrase(parse, head)
    if first in inside or first < inside[0] <= head:
        first = inside[-1] + 1
    if head < inside[0] <= last:
        last = inside[0] - 1
    first, last = min(first, head), max(head, min(last, first + _LONGEST))
    while last > head and parse.tokens[last].pos in ("ADP", "CCONJ", "DET", "PUNCT", "ADV"):
        last -= 1
    first, last = trimmed(parse, first, last)
    return parse.span(first, last) if not set(range(first, last + 1)) & set(inside) else None


def _share(parse: Parse, inside: range) -> Span | None:
    """As in "40 percent of the catch"."""
    after = inside[-1] + 1
    for i in inside:
        for prep in children(parse, i, "prep"):
            if prep == after and parse.tokens[prep].text.lower() in _SHARES:
                for target in children(parse, prep, "pobj"):
                    if parse.tokens[target].ent not in ("DATE", "TIME"):
                        return _phrase(parse, target, inside)
    return None


def _counted(parse: Parse, inside: range) -> Span | None:
    """As in "11 boats" and "a $3 billion loan"."""
    head = head_of(parse, inside)
    token = parse.tokens[head]
    over = token.head
    if over in inside or parse.tokens[over].pos not in _NOUNS or over < inside[-1]:
        return None
    return (
        _phrase(parse, over, inside)
        if token.dep in ("nummod", "compound", "amod", "nmod", "quantmod", "npadvmod")
        else None
    )


def _measured(parse: Parse, inside: range) -> Span | None:
    """As in "the catch was 3 tons" and "exports, which stood at $3 million": the subject of the verb over the figure."""
    for verb in above(parse, head_of(parse, inside)):
        if not is_verb(parse, verb):
            continue
        for subject in subjects(parse, verb):
            is_relative = parse.tokens[subject].text.lower() in _RELATIVE and parse.tokens[verb].dep == "relcl"
            noun = parse.tokens[verb].head if is_relative else subject
            if noun not in inside and parse.tokens[noun].pos in _NOUNS:
                return _phrase(parse, noun, inside)
        things = [c for c in children(parse, verb, "dobj") if c not in inside and parse.tokens[c].pos in _NOUNS]
        if things:
            return _phrase(parse, things[0], inside)
    return None


def _nearest(parse: Parse, inside: range) -> Span | None:
    """The nearest noun of the sentence, those after the figure first."""
    first, last = parse.sentences[parse.sentence_of[inside[0]]]
    for i in (*range(inside[-1] + 1, last), *range(inside[0] - 1, first - 1, -1)):
        if parse.tokens[i].pos in _NOUNS and parse.tokens[i].ent not in ("DATE", "TIME"):
            return _phrase(parse, i, inside)
    return None
