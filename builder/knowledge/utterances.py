"""Quotes that are one utterance, made one quote with several printings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from builder.knowledge.groups import Union
from builder.knowledge.likeness import alike, said
from builder.model.claims import Occurrence, Quote, QuoteKind, Review
from builder.model.ids import SourceId
from builder.model.issues import Issue, Severity
from builder.model.text import Span
from builder.reconcile.nearest import nearest_id, shown
from builder.records.schema import Decision

SAME_UTTERANCE = "same-utterance"

_Places = dict[SourceId, list[Span]]


class _Clusters:
    """Quotes joined into utterances.

    Two records that overlap within one source without being the same passage (a speaker who quotes somebody) are
    two utterances, and no third printing joins them.
    """

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.same: Union[int] = Union()
        self._places: dict[int, _Places] = {}
        for index, quote in enumerate(quotes):
            places: _Places = defaultdict(list)
            for printing in quote.occurrences:
                places[printing.source].append(Span(printing.start, printing.end))
            self._places[index] = places

    def join(self, one: int, other: int, *, forced: bool = False) -> None:
        """Makes the two one, unless they overlap somewhere; `forced`: in any case."""
        kept, gone = sorted((self.same.root(one), self.same.root(other)), key=lambda root: -len(self._places[root]))
        if kept == gone or (self._overlap(kept, gone) and not forced):
            return
        self.same.join(kept, gone)
        for source, spans in self._places.pop(gone).items():
            self._places[kept][source].extend(spans)

    def _overlap(self, many: int, few: int) -> bool:
        return any(
            one.overlaps(other) and one != other
            for source, spans in self._places[few].items()
            for one in spans
            for other in self._places[many].get(source, ())
        )


def fuse_quotes(quotes: Iterable[Quote], decisions: Iterable[Decision]) -> tuple[tuple[Quote, ...], tuple[Issue, ...]]:
    """One quote an utterance, sorted by id; an editor's record wins over automatic ones, the smallest id over others."""
    ordered = absorb_overlapped(sorted(quotes, key=lambda quote: quote.id))
    clusters = _Clusters(ordered)
    issues = list(_join_declared(clusters, ordered, decisions))
    issues.extend(_join_same_place(clusters, ordered))
    printings = [(index, said(words_of_printing(o))) for index, quote in enumerate(ordered) for o in quote.occurrences]
    for _, one, other in alike([words for _, words in printings]):
        clusters.join(printings[one][0], printings[other][0])
    groups = clusters.same.groups(range(len(ordered)))
    merged = (merge([ordered[index] for index in group]) for group in groups.values())
    return tuple(sorted(merged, key=lambda quote: quote.id)), tuple(issues)


def words_of_printing(printing: Occurrence) -> str:
    """What was said in this printing."""
    return " ".join(part.text for part in printing.parts)


def absorb_overlapped(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes without automatic ones that overlap an editor's; their ids become former ids of his record."""
    editors: dict[SourceId, list[tuple[Span, int]]] = defaultdict(list)
    for index, quote in enumerate(quotes):
        if quote.review is Review.EDITOR:
            for printing in quote.occurrences:
                editors[printing.source].append((Span(printing.start, printing.end), index))
    former: dict[int, list[str]] = defaultdict(list)
    kept: list[int] = []
    for index, quote in enumerate(quotes):
        over = _overlapped_by(quote, editors) if quote.review is Review.AUTO else None
        if over is None:
            kept.append(index)
        elif quote.id != quotes[over].id:
            former[over].append(quote.id)
    return tuple(_with_former(quotes[index], former.get(index, ())) for index in kept)


def _overlapped_by(quote: Quote, editors: dict[SourceId, list[tuple[Span, int]]]) -> int | None:
    """The index of the editor's record that shares most with the quote, if any shares a code point."""
    shared = [
        (min(span.end, printing.end) - max(span.start, printing.start), -index)
        for printing in quote.occurrences
        for span, index in editors.get(printing.source, ())
    ]
    most, index = max(shared, default=(0, 0))
    return -index if most > 0 else None


def _with_former(quote: Quote, ids: Iterable[str]) -> Quote:
    formerly = tuple(dict.fromkeys((*quote.formerly, *sorted(ids))))
    return quote if formerly == quote.formerly else replace(quote, formerly=formerly)


def _join_same_place(clusters: _Clusters, quotes: Sequence[Quote]) -> Iterator[Issue]:
    """Joins records of the very same passage; two records of the editor's that are one are an issue."""
    first: dict[tuple[object, ...], int] = {}
    for index, quote in enumerate(quotes):
        for printing in quote.occurrences:
            known = first.setdefault(printing.parts, index)
            if known == index:
                continue
            clusters.join(known, index)
            if quote.review is Review.EDITOR and quote.at:
                yield Issue(
                    at=quote.at,
                    code="duplicate-quote",
                    what=f"{quote.id} quotes {shown(printing.text, 80)} of source {printing.source}, as does {quotes[known].id}",
                    mend=f"keep one record and write `formerly: [{quote.id}]` on it if its address is known",
                    record=f"quotes/{quote.id}",
                )


def _join_declared(clusters: _Clusters, quotes: Sequence[Quote], decisions: Iterable[Decision]) -> Iterator[Issue]:
    """Joins what the editor declared one utterance, however different the words."""
    by_id = {old: index for index, quote in enumerate(quotes) for old in quote.formerly}
    by_id |= {quote.id: index for index, quote in enumerate(quotes)}
    by_source: dict[str, dict[int, None]] = defaultdict(dict)
    for index, quote in enumerate(quotes):
        for printing in quote.occurrences:
            by_source[printing.source][index] = None
    for decision in decisions:
        if decision.ruling != SAME_UTTERANCE:
            continue
        target = by_id.get(decision.same_as or "")
        printed = [index for index in by_source[decision.source] if _prints(quotes[index], decision)]
        if target is None:
            yield _unknown(decision, sorted(by_id))
        elif not printed:
            yield Issue(
                at=decision.at.of("text"),
                code="decision-stale",
                what=f"no quote of source {decision.source} has the words {shown(decision.text, 80)} any more",
                mend="take the decision out, or copy the words of the quote again",
                severity=Severity.WARNING,
            )
        else:
            for index in printed:
                clusters.join(target, index, forced=True)


def _prints(quote: Quote, decision: Decision) -> bool:
    """Whether the quote has a printing with the decision's words in the decision's source."""
    words = f" {' '.join(said(decision.text))} "
    return any(
        words in f" {' '.join(said(words_of_printing(printing)))} "
        for printing in quote.occurrences
        if printing.source == decision.source
    )


def _unknown(decision: Decision, known: Sequence[str]) -> Issue:
    near = nearest_id(decision.same_as or "", known)
    return Issue(
        at=decision.at.of("same_as"),
        code="unknown-quote",
        what=f"there is no quote with the id {decision.same_as!r}",
        mend=f"did you mean `same_as: {near}`?" if near else "write `same_as:` with the id of a quote",
    )


def merge(group: Sequence[Quote]) -> Quote:
    """One quote of several: id, kind and cue of the first editor's record; every printing once, that record's first."""
    base = min(group, key=_standing)
    if len(group) == 1:
        return base
    others = sorted((quote for quote in group if quote is not base), key=_standing)
    added = sorted((o for quote in others for o in quote.occurrences), key=lambda o: (o.source, o.start, o.end))
    printings: dict[tuple[object, ...], Occurrence] = {}
    for printing in (*base.occurrences, *added):
        printings.setdefault(printing.parts, printing)
    rulers = [base, *(quote for quote in others if quote.review is base.review)]
    ids = (old for quote in others for old in (quote.id, *quote.formerly) if old != base.id)
    kinds = {quote.kind for quote in group}
    return replace(
        _with_former(base, ids),
        kind=QuoteKind.PARTIAL if base.review is Review.AUTO and len(kinds) > 1 else base.kind,
        issues=tuple(dict.fromkeys(topic for quote in rulers for topic in quote.issues)),
        about=tuple(dict.fromkeys(party for quote in rulers for party in quote.about)),
        occurrences=tuple(printings.values()),
        evidence=tuple(dict.fromkeys(part for printing in printings.values() for part in printing.parts)),
    )


def _standing(quote: Quote) -> tuple[bool, str]:
    return quote.review is Review.AUTO, quote.id
