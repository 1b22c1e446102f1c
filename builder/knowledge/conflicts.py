"""Where sources differ and no editor has said so: a disagreement for each, in the sources' own words, without a verdict."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from builder.knowledge.places import place_of
from builder.model.claims import (
    OMISSION,
    Disagreement,
    DisagreementKind,
    Evidence,
    Figure,
    Occurrence,
    Quote,
    Review,
    Version,
    evidence_at,
)
from builder.model.ids import SourceId, slugify
from builder.model.issues import Issue, Severity
from builder.model.text import SourceText, Span, fold
from builder.reconcile.nearest import shown

Texts = Mapping[SourceId, SourceText]
Found = Disagreement | Issue
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Side:
    """What one side says in its own words, and everything it rests on; `words` is one of `evidence` or stands before it."""

    words: Evidence
    evidence: tuple[Evidence, ...]


def figure_conflicts(figures: Sequence[Figure], editors: Sequence[Disagreement], texts: Texts) -> Iterator[Found]:
    """Units that differ within a group (issues), and values that differ for one year (disagreements)."""
    groups: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.group:
            groups[figure.group].append(figure)
    for group, members in sorted(groups.items()):
        alike = [figure for figure in members if figure.unit == members[0].unit]
        yield from (_other_unit(figure, members[0], texts) for figure in members if figure.unit != members[0].unit)
        years: dict[int | None, list[Figure]] = defaultdict(list)
        for figure in alike:
            years[figure.year].append(figure)
        for year, peers in sorted(years.items(), key=lambda entry: entry[0] or 0):
            yield from _differing_values(f"{group} {year or ''}", peers, editors, texts)


def _other_unit(figure: Figure, first: Figure, texts: Texts) -> Issue:
    return Issue(
        at=place_of(figure, texts),
        code="figure-unit",
        what=f"{figure.id} is in {figure.unit!r}, but {first.id} of the same group {figure.group!r} in {first.unit!r}",
        mend="give both the same unit, or take one out of the group",
        record=f"figures/{figure.id}",
    )


def _differing_values(
    name: str, figures: Sequence[Figure], editors: Sequence[Disagreement], texts: Texts
) -> Iterator[Found]:
    values: dict[int | float, list[Figure]] = defaultdict(list)
    for figure in figures:
        values[figure.value].append(figure)
    cited = {value: tuple(e for figure in same for e in figure.evidence) for value, same in values.items()}
    open_values = _not_cited_together(cited, editors)
    if len(open_values) < 2:
        return
    sides = [_Side(cited[value][0], cited[value]) for value in open_values]
    if _words_repeat(sides):
        sides = [
            _Side(_printed(values[value][0]), (_printed(values[value][0]), *cited[value])) for value in open_values
        ]
    if _words_repeat(sides):
        first = values[open_values[0]][0]
        yield Issue(
            at=place_of(first, texts),
            code="figures-differ",
            what=f"{first.id} and others of group {first.group!r} have different values but the same words",
            mend="write `as_printed` so that it tells them apart, or a record in content/disagreements/",
            severity=Severity.WARNING,
            record=f"figures/{first.id}",
        )
        return
    yield _disagreement(name, DisagreementKind.FIGURE, sides[0].words.text, sides)


def _printed(figure: Figure) -> Evidence:
    """The number alone, as printed within the figure's first passage; the passage where it is printed otherwise."""
    passage = figure.evidence[0]
    at = fold(passage.text).find(fold(figure.as_printed))
    if at < 0 or not figure.as_printed:
        return passage
    start = passage.start + at
    return Evidence(
        passage.source, start, start + len(figure.as_printed), passage.text[at : at + len(figure.as_printed)]
    )


def speaker_conflicts(quotes: Iterable[Quote], editors: Sequence[Disagreement], texts: Texts) -> Iterator[Found]:
    """Utterances whose printings name different speakers."""
    for quote in quotes:
        printed = _by_speaker(quote)
        if len(printed) < 2:
            continue
        cited = {who: tuple(_with_sentences(o, texts[o.source]) for o in same) for who, same in printed.items()}
        differing = _not_cited_together(cited, editors)
        if len(differing) < 2:
            continue
        sides = [side for who in differing for side in _speaker_side(printed[who], texts)]
        if len(sides) < len(differing) or _words_repeat(sides):
            yield _speaker_differs(quote, differing, texts)
        else:
            title = OMISSION.join(part.text for part in printed[differing[0]][0].parts)
            yield _disagreement(f"{quote.id} speaker", DisagreementKind.SPEAKER, title, sides)


def _by_speaker(quote: Quote) -> Mapping[str, list[Occurrence]]:
    """Speaker → printings. Where no speaker at all is resolved, the words that name somebody tell them apart.

    A printing that names nobody ("he", "the spokesperson"), or only somebody unknown beside a known speaker, contradicts
    nothing.
    """
    resolved = any(printing.speaker for printing in quote.occurrences)
    printed: dict[str, list[Occurrence]] = defaultdict(list)
    for printing in quote.occurrences:
        who = printing.speaker or ("" if resolved else _naming(printing.speaker_as_given or ""))
        if who:
            printed[who].append(printing)
    return printed


def _naming(words: str) -> str:
    """The words folded, where one of them is a name: a capital that does not only begin them. Else nothing."""
    inner = fold(words).split()[1:]
    return fold(words) if any(word[0].isupper() for word in inner) else ""


def _speaker_side(printings: Sequence[Occurrence], texts: Texts) -> Iterator[_Side]:
    """The words that name the speaker, then what he said; nothing where no printing's words are found."""
    for printing in printings:
        named = _nearest(printing, texts[printing.source])
        if named:
            ordered = (printing, *(o for o in printings if o is not printing))
            yield _Side(named, (named, *(part for o in ordered for part in o.parts)))
            return


def _nearest(printing: Occurrence, text: SourceText) -> Evidence | None:
    """The place nearest to the printing where the speaker's words stand as given, as whole words."""
    if not printing.speaker_as_given:
        return None
    words = re.compile(rf"(?<!\w){re.escape(fold(printing.speaker_as_given))}(?!\w)")
    found = [Span(*hit.span()) for hit in words.finditer(text.folded)]
    if not found:
        return None
    near = min(found, key=lambda span: (max(printing.start - span.end, span.start - printing.end, 0), span.start))
    return evidence_at(text, near)


def _with_sentences(printing: Occurrence, text: SourceText) -> Evidence:
    """The sentences that the printing touches: an editor who cites the attribution cites the printing."""
    span = Span(printing.start, printing.end)
    touched = [span, *(sentence for sentence in text.sentences if sentence.overlaps(span))]
    return evidence_at(text, Span(min(s.start for s in touched), max(s.end for s in touched)))


def _speaker_differs(quote: Quote, speakers: Sequence[str], texts: Texts) -> Issue:
    return Issue(
        at=place_of(quote, texts),
        code="speaker-differs",
        what=f"{shown(quote.text, 80)} is given to {' and to '.join(speakers)}",
        mend="give each occurrence its `speaker_as_given` as printed, or write a record in content/disagreements/",
        severity=Severity.WARNING,
        record=f"quotes/{quote.id}",
    )


def _not_cited_together(sides: Mapping[T, Sequence[Evidence]], editors: Sequence[Disagreement]) -> tuple[T, ...]:
    """The sides, in order, that differ from another one without a disagreement of the editor's that cites both."""
    citing = {
        side: {record.id for record in editors if any(_cites(record, passage) for passage in passages)}
        for side, passages in sides.items()
    }
    return tuple(side for side in sides if any(other != side and not citing[side] & citing[other] for other in sides))


def _cites(record: Disagreement, passage: Evidence) -> bool:
    return any(
        cited.source == passage.source and cited.span.overlaps(passage.span)
        for version in record.versions
        for cited in version.evidence
    )


def _words_repeat(sides: Sequence[_Side]) -> bool:
    return len({side.words.text.casefold() for side in sides}) < len(sides)


def _disagreement(name: str, kind: DisagreementKind, title: str, sides: Sequence[_Side]) -> Disagreement:
    versions = tuple(Version(side.words.text, tuple(dict.fromkeys(side.evidence))) for side in sides)
    return Disagreement(
        id=slugify(name, longest=120),
        evidence=tuple(dict.fromkeys(passage for version in versions for passage in version.evidence)),
        review=Review.AUTO,
        title=title,
        kind=kind,
        versions=versions,
    )
