"""Attributions → automatic quotes: what was said, by whom, in which words of the article.

An attribution may be of any kind ("the visit is seen as…"). A quote is speech: words between quotation marks, or words
that somebody known is reported to have said.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from builder.analyse.lexicons import word_list
from builder.model.claims import OMISSION, Evidence, Quote, QuoteKind, Review, evidence_at
from builder.model.findings import AttributionFinding, TurnFinding
from builder.model.ids import PartyId, SourceId, TopicId
from builder.model.knowledge import Party, Topic
from builder.model.text import SourceText, Span, fold, words_of
from builder.reconcile.auto.about import parties_in, topics_in
from builder.reconcile.auto.ground import Ground, claim_id, passages_at, sentences_of, whole_words
from builder.reconcile.auto.names import Names
from builder.reconcile.passages import stands_in
from builder.reconcile.quotes import neighbourhood, printed_kind, printing_of
from builder.reconcile.turning import cut_off

_LEAST_WORDS = 2
_LEAST_REPORTED = 4  # words of indirect speech
_LEAST_UNATTRIBUTED = 5  # words between marks that nobody is said to have said
_REACH = 80  # code points between a word that turns others and these
_ACCORDING = "according"
HEADLINE = "headline"
"""The rule of attributions that stand in a headline, which says again what the article says."""

_MARK = "'"  # every quotation mark, once folded


def quotes_of(
    findings: Iterable[AttributionFinding], turns: Iterable[TurnFinding], names: Names, ground: Ground
) -> Iterator[Quote]:
    """A quote for each attribution that is speech, each passage once, none with a word that turns it cut off."""
    turning: dict[SourceId, list[TurnFinding]] = defaultdict(list)
    for turn in turns:
        turning[turn.source].append(turn)
    seen: set[tuple[Evidence, ...]] = set()
    for finding in findings:
        text = ground.texts[finding.source]
        if not is_speech(finding, text):
            continue
        parts = _whole(finding, parts_of(finding, text), text, turning[finding.source])
        if parts and parts not in seen and (names.find(finding.speaker) or is_marked(parts, text)):
            seen.add(parts)
            yield _quote(finding, parts, text, names, ground)


def _whole(
    finding: AttributionFinding, parts: tuple[Evidence, ...], text: SourceText, turns: Sequence[TurnFinding]
) -> tuple[Evidence, ...]:
    """The parts, each beginning with the negation or modal verb just before it that governs it; none where one stands apart."""
    near = turns[
        bisect_left(turns, parts[0].start - _REACH, key=_start) : bisect_left(turns, parts[-1].end + _REACH, key=_start)
    ]
    spans = [part.span for part in parts]
    for word in reversed(cut_off(spans, (finding,), near)):
        for number, span in enumerate(spans):
            sentence = text.sentence_at(span.start)
            if word.end <= span.start <= word.start + _REACH and sentence is not None and sentence.holds(word):
                spans[number] = Span(word.start, span.end)
                break
    if cut_off(spans, (finding,), near):
        return ()
    apart = all(one.end <= other.start for one, other in pairwise(spans))
    return tuple(evidence_at(text, span) for span in spans) if apart else ()


def _start(turn: TurnFinding) -> int:
    return turn.reach.start


def is_speech(finding: AttributionFinding, text: SourceText) -> bool:
    """Whether it is told, and says enough to be a quote; words between marks that nobody is said to have said, more."""
    parts = parts_of(finding, text)
    words = sum(len(part.text.split()) for part in parts)
    if words < _LEAST_WORDS or not is_told(finding, text):
        return False
    if printed_kind(parts, text) is QuoteKind.DIRECT:
        return bool(finding.speaker or finding.cue or words >= _LEAST_UNATTRIBUTED)
    return words >= _LEAST_REPORTED


def is_told(finding: AttributionFinding, text: SourceText) -> bool:
    """Whether it stands in running text, between quotation marks or reported by a verb of saying."""
    parts = parts_of(finding, text)
    if not parts or finding.rule == HEADLINE:
        return False
    reported = any(_reports(word) for span in finding.cue for word in words_of(span.of(text.text)))
    return reported or printed_kind(parts, text) is QuoteKind.DIRECT


def is_marked(parts: tuple[Evidence, ...], text: SourceText) -> bool:
    """Whether some of the words stand between quotation marks."""
    return bool(parts) and printed_kind(parts, text) is not QuoteKind.INDIRECT


def _reports(word: str) -> bool:
    """Whether it is a form of a reporting verb; the list has the past and the present."""
    verbs = word_list("reporting", "verbs")
    stem = word.removesuffix("ing")
    forms = (word, stem + "ed", stem + "s", stem + "es") if stem != word else (word,)
    return word == _ACCORDING or not verbs.isdisjoint(forms)


def parts_of(finding: AttributionFinding, text: SourceText) -> tuple[Evidence, ...]:
    """What was said, paragraph by paragraph, without the quotation marks and the comma around it."""
    return tuple(
        evidence_at(text, span)
        for passage in passages_at(text, finding.spans)
        if (span := whole_words(text, _bare(text, passage.span))) is not None
    )


def _quote(
    finding: AttributionFinding, parts: tuple[Evidence, ...], text: SourceText, names: Names, ground: Ground
) -> Quote:
    said = OMISSION.join(part.text for part in parts)
    span = Span(parts[0].start, parts[-1].end)
    speaker = names.find(finding.speaker)
    as_given, cue = (_near(spans, span, text) for spans in (finding.speaker_words, finding.cue))
    return Quote(
        id=claim_id(said, finding.source, _sentence(text, span)),
        evidence=parts,
        review=Review.AUTO,
        text=said,
        kind=printed_kind(parts, text),
        speaker=speaker,
        speaker_as_given=as_given,
        cue=cue,
        issues=_topics(parts, ground.topics),
        about=_parties(parts, ground.parties),
        occurrences=(printing_of(parts, text, speaker, as_given),),
    )


def _sentence(text: SourceText, span: Span) -> str:
    """The sentences around what was said: they tell two printings of the same words apart."""
    return " ".join((sentences_of(text, span) or span).of(text.text).split())


def _near(spans: Sequence[Span], said: Span, text: SourceText) -> str | None:
    """The words at the first place, if they stand near what was said, as the gate will ask."""
    words = " ".join(spans[0].of(text.text).split()) if spans else ""
    return words if words and stands_in(words, neighbourhood(text, said).of(text.text)) else None


def _topics(parts: Iterable[Evidence], topics: Iterable[Topic]) -> tuple[TopicId, ...]:
    return topics_in(" ".join(part.text for part in parts), topics)


def _parties(parts: Iterable[Evidence], parties: Iterable[Party]) -> tuple[PartyId, ...]:
    return parties_in(" ".join(part.text for part in parts), parties)


def _bare(text: SourceText, span: Span) -> Span:
    """The span without a comma at its end and without marks at its edges that belong to no quotation within it."""
    start, end = span.start, span.end
    while end - start > 1 and (text.text[end - 1] in ",;:" or text.text[end - 1].isspace()):
        end -= 1
    words = fold(text.text[start:end])
    marks = _edges(words)
    if words.startswith(_MARK) and (marks == 1 or words.endswith(_MARK)):
        start += 1
    if words.endswith(_MARK) and (marks == 1 or words.startswith(_MARK)) and end - start > 1:
        end -= 1
    while end - start > 1 and (text.text[end - 1] == "," or text.text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def _edges(words: str) -> int:
    """How many marks stand at the edge of a word: apostrophes inside words are none."""
    return sum(
        character == _MARK and not (words[at - 1 : at].isalnum() and words[at + 1 : at + 2].isalnum())
        for at, character in enumerate(words)
    )
