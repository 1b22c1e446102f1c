"""What an extractor saw in one article: places, the rule that found them, and a key made of the words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from builder.model.claims import ActorKind, AgreementKind, Attribution, EventStatus, Kind, Precision, Role, Status
from builder.model.ids import SourceId, content_hash
from builder.model.text import Span, words_of


def finding_key(kind: Kind, words: str) -> str:
    """A key from the words alone, folded and in lower case: an edit elsewhere in the article does not change it."""
    return content_hash(" ".join((kind.value, *words_of(words))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What all findings have. `spans` are in printed order and do not overlap; `rule` names what found it."""

    KIND: ClassVar[Kind]
    source: SourceId
    spans: tuple[Span, ...]
    rule: str
    key: str

    def __post_init__(self) -> None:
        if not self.spans or any(a.end > b.start for a, b in zip(self.spans, self.spans[1:], strict=False)):
            raise ValueError("a finding has places, in order and apart")

    @property
    def reach(self) -> Span:
        """From the start of the first place to the end of the last."""
        return Span(self.spans[0].start, self.spans[-1].end)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteFinding(Finding):
    """A stretch between quotation marks; each span is one paragraph's part of it, the marks included.

    `double`: between double marks. `closed`: its closing mark stands in the text. `utterance`: it reads as something
    said, and not as a name, a title or a word held at a distance. `within`: it stands inside another quotation.
    """

    KIND = Kind.QUOTES
    double: bool
    closed: bool
    utterance: bool
    within: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFinding(Finding):
    """A quantity. `value` is in base units (171000000000 USD); `year` the one its sentence names, if it names one.

    `subject` is what it measures, in words of its sentence; None where that was not looked for.
    """

    KIND = Kind.FIGURES
    value: int | float
    unit: str
    qualifier: str | None = None
    year: int | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFinding(Finding):
    """A date as printed. `iso` is a day, a month or a year; None for "the 1990s", "Monday" and "last year"."""

    KIND = Kind.EVENTS
    printed: str
    iso: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionFinding(Finding):
    """That somebody is said to have said or thought something. `spans` are the content, quotation marks inside.

    `cue` are the reporting words, `speaker_words` the words that name who said it, either empty where there are none.
    `direct`: the content stands between quotation marks. `speaker` is the full name within the article, None where it
    is not sure. `governed_by` are negations, modal verbs and denials that stand outside the content and turn its meaning.
    """

    KIND = Kind.QUOTES
    cue: tuple[Span, ...] = ()
    speaker_words: tuple[Span, ...] = ()
    direct: bool
    partial: bool = False
    speaker: str | None = None
    governed_by: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnFinding(Finding):
    """A word that turns what another says: `spans` is the word, `governed` the verb or adjective that it governs.

    `strong`: a negation or a modal verb, without which the words say something else; else a hedge ("reportedly").
    """

    KIND = Kind.QUOTES
    governed: Span
    strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFinding(Finding):
    """A person or an organisation, once a source; `spans` are its mentions, `role_spans` where its roles stand."""

    KIND = Kind.ACTORS
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    role_spans: tuple[Span, ...] = ()
    expert: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFinding(Finding):
    """An agreement or arrangement; `title` and `parties` in the article's own words, `date` ISO or None."""

    KIND = Kind.AGREEMENTS
    title: str
    kind: AgreementKind
    parties: tuple[str, ...]
    date: str | None
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFinding(Finding):
    """Something dated; `title` in the article's own words. `date` is ISO in the precision named."""

    KIND = Kind.EVENTS
    title: str
    date: str
    precision: Precision
    status: EventStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionFinding(Finding):
    """A passage that states what a party says, does or is said to hold on an issue of the briefing.

    `party` and `issue` are ids of the briefing; `holder` is the full name of who says it, None where it is not sure.
    """

    KIND = Kind.POSITIONS
    party: str
    issue: str
    attribution: Attribution
    holder: str | None = None


F = TypeVar("F", bound=Finding)


def of_type(findings: Iterable[Finding], kind: type[F]) -> list[F]:
    """Those of the findings that are of one class, in their order."""
    return [finding for finding in findings if isinstance(finding, kind)]


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, each one that overlaps an earlier one left out."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
