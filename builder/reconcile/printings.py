"""A passage printed twice is one passage: which of its places counts."""

from builder.model.text import SourceText, Span


def originals(places: tuple[Span, ...], whole: tuple[Span, ...], text: SourceText) -> tuple[Span, ...]:
    """The places that count, in printed order: one is enough to know where the passage stands.

    A repeat (pull quote, teaser, caption, headline printed again) counts where it was taken from. Running text goes
    before headlines and captions. `whole` are all places of the words.
    """
    taken_from = tuple(sorted({_taken_from(place, whole, text) for place in places}))
    for preferred in (_is_running, _is_no_repeat):
        kept = tuple(place for place in taken_from if preferred(place, text))
        if kept:
            return kept
    return taken_from


def _taken_from(place: Span, whole: tuple[Span, ...], text: SourceText) -> Span:
    for repeat in text.repeats:
        if repeat.place.holds(place):
            twins = [other for other in whole if repeat.place.holds(other)]
            sources = [other for other in whole if repeat.of.holds(other)]
            if sources:
                return sources[min(twins.index(place), len(sources) - 1)]
    return place


def _is_running(place: Span, text: SourceText) -> bool:
    return text.block_at(place.start).kind.is_running_text


def _is_no_repeat(place: Span, text: SourceText) -> bool:
    return not text.block_at(place.start).kind.repeats_another
