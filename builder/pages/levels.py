"""How directly the words of a passage are somebody's, as far as the claims that rest on it say."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.model.claims import Attribution, Claims, Evidence, Judgement, Position, Quote, QuoteKind
from builder.pages import wording


@dataclass(frozen=True, slots=True)
class Level:
    """How directly something is attributed: `shape` names the sign that is drawn before the words, if there is one."""

    shape: str | None
    text: str


def level(attribution: Attribution) -> Level:
    """A level of attribution as it is shown."""
    return Level(attribution.value, wording.ATTRIBUTION[attribution])


def quoted(kind: QuoteKind) -> Level:
    """How an article passes somebody's words on; no sign is drawn for it."""
    return Level(None, wording.QUOTE_KIND[kind])


class Levels:
    """The levels of all passages of positions, judgements and quotes, by source and place.

    What a position or a judgement says of a passage counts before the kind of a quotation in it: whoever wrote it has
    looked at who speaks. That an editor derives something from a passage says nothing of the passage.
    """

    def __init__(self, claims: Claims) -> None:
        self._rows: dict[str, list[tuple[int, int, Attribution | QuoteKind]]] = defaultdict(list)
        self._longest: dict[str, int] = defaultdict(int)
        told: tuple[Position | Judgement | Quote, ...] = (*claims.positions, *claims.judgements, *claims.quotes)
        for claim in told:
            for passage, said in _said(claim):
                self._rows[passage.source].append((passage.start, passage.end, said))
                self._longest[passage.source] = max(self._longest[passage.source], passage.end - passage.start)
        for rows in self._rows.values():
            rows.sort()

    def of(self, passages: Iterable[Evidence]) -> tuple[Level, ...]:
        """The levels of passages, the most direct first; none where no claim says anything of them."""
        found = {said for passage in passages for said in self._near(passage)}
        told = tuple(level(each) for each in wording.ATTRIBUTION if each in found)
        return told or tuple(quoted(each) for each in wording.QUOTE_KIND if each in found)

    def _near(self, passage: Evidence) -> Iterator[Attribution | QuoteKind]:
        rows = self._rows.get(passage.source, [])
        for at in range(bisect_left(rows, (passage.start - self._longest[passage.source],)), len(rows)):
            start, end, said = rows[at]
            if start >= passage.end:
                return
            shared = min(end, passage.end) - max(start, passage.start)
            if 2 * shared >= passage.end - passage.start:
                yield said


def _said(claim: Position | Judgement | Quote) -> Iterator[tuple[Evidence, Attribution | QuoteKind]]:
    """The passages that carry a claim, not those beside it, each with what the claim says of it."""
    match claim:
        case Quote():
            said: Attribution | QuoteKind = claim.kind
        case Judgement():
            said = Attribution.EXPERT
        case Position():
            said = claim.attribution
    if said is not Attribution.DERIVED:
        yield from ((passage, said) for passage in claim.evidence if passage not in claim.beside)
