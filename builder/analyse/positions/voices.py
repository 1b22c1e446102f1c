"""Whose voice a passage is in: the party's own, an expert's, somebody's for a party, or the outlet's."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.analyse.lexicons import word_list
from builder.analyse.naming import Naming
from builder.analyse.parsing import Parse
from builder.model.claims import ActorKind
from builder.model.findings import ActorFinding, AttributionFinding
from builder.model.text import SourceText, Span

_ARTICLES = ("a ", "an ", "the ")
_SPEAKING = frozenset((ActorKind.OFFICE, ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.BLOC))


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody's words in an article. `party` is the name of the state or house he speaks for; `expert`: he assesses."""

    spans: tuple[Span, ...]
    speaker: str | None
    party: str | None
    expert: bool
    direct: bool
    cue: tuple[Span, ...] = ()


def read_voices(
    text: SourceText,
    parse: Parse,
    naming: Naming,
    actors: Iterable[ActorFinding],
    attributions: Sequence[AttributionFinding],
) -> tuple[Voice, ...]:
    """The attributions as voices, in the order of their content.

    What nobody says, and what somebody only wants or shows, is left out: it is in the outlet's voice. An expert's view
    is one however he gives it.
    """
    known = {a.name: a for a in sorted(actors, key=lambda a: a.name)}
    voices = (_voice(text, parse, naming, known, a) for a in sorted(attributions, key=lambda a: a.spans))
    return tuple(v for v in voices if v is not None)


def _voice(
    text: SourceText, parse: Parse, naming: Naming, known: dict[str, ActorFinding], attribution: AttributionFinding
) -> Voice | None:
    words = " ".join(span.of(text.text) for span in attribution.speaker_words)
    actor = _actor(parse, naming, known, attribution, words)
    cue = " ".join(span.of(text.text) for span in attribution.cue).lower()
    lemmas = {parse.tokens[i].lemma for span in attribution.cue for i in token_range(parse, span)}
    told = not cue or bool(lemmas & word_list("positions", "tellings")) or "accord" in cue or attribution.direct
    group = any(w in word_list("roles", "expert_collectives") for w in words.lower().split())
    expert = group or (actor is not None and actor.expert)
    party = None if expert else _party(parse, naming, actor, attribution)
    by_person = actor is not None and actor.kind in (ActorKind.PERSON, ActorKind.OFFICE)
    if not expert and not (told and (party is not None or by_person)):
        return None
    named = actor is not None and actor.kind is not ActorKind.STATE
    return Voice(
        spans=attribution.spans,
        speaker=actor.name if actor is not None and named else attribution.speaker if expert else None,
        party=party,
        expert=expert,
        direct=attribution.direct or attribution.partial,
        cue=attribution.cue,
    )


def _actor(
    parse: Parse, naming: Naming, known: dict[str, ActorFinding], attribution: AttributionFinding, words: str
) -> ActorFinding | None:
    """The actor who speaks: by the full name or a form of it, by a name in the naming words, or by all of these words."""
    speaker = attribution.speaker
    found = known.get(speaker) if speaker is not None else None
    if found is None and speaker is not None:
        found = next((a for a in known.values() if speaker in a.aliases), None)
    if found is not None:
        return found
    inside = [naming.at.get(i) for span in attribution.speaker_words for i in token_range(parse, span)]
    persons = [n for n in inside if n is not None and naming.kinds.get(n) is ActorKind.PERSON]
    if persons:
        return known.get(persons[0])
    folded = " ".join((speaker or words).split())
    bare = folded.split(" ", 1)[-1] if folded.lower().startswith(_ARTICLES) else folded
    speaking = [(n, a) for n, a in known.items() if a.kind in _SPEAKING]
    near = [a for n, a in speaking if bare and (n == bare or (a.kind is ActorKind.OFFICE and (n in bare or bare in n)))]
    return near[0] if near else next((a for n, a in speaking if n in folded), None)


def _party(parse: Parse, naming: Naming, actor: ActorFinding | None, attribution: AttributionFinding) -> str | None:
    """The state of an official, of an embassy's spokesperson ("the Tarn embassy"), or of "Tarn said"."""
    if actor is not None and actor.kind is ActorKind.PERSON:
        return naming.states.get(actor.name)
    spans = attribution.speaker_words or (actor.spans[:1] if actor is not None else ())
    if actor is not None and actor.kind is ActorKind.OFFICE:
        spans = actor.spans[:1]
    for span in spans:
        for i in token_range(parse, span):
            name = naming.at.get(i)
            if name is not None and naming.kinds.get(name) is not ActorKind.PERSON:
                return _first_state(parse, naming, span) or name
    return None


def _first_state(parse: Parse, naming: Naming, span: Span) -> str | None:
    states = [n for i in token_range(parse, span) for n in [naming.state_at(i)] if n is not None]
    return states[0] if states else None


def token_range(parse: Parse, span: Span) -> range:
    """The tokens that the span touches."""
    first = bisect_left(parse.tokens, span.start, key=lambda t: t.end - 1)
    last = bisect_left(parse.tokens, span.end, key=lambda t: t.start)
    return range(first, last)
