"""Whose voice a passage is in: a party's own, an expert's, somebody's who is neither, or the outlet's."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse
from builder.analyse.positions.about import speaking_at
from builder.analyse.positions.parties import Parties
from builder.analyse.syntax import children, token_range
from builder.model.claims import ActorKind
from builder.model.findings import ActorFinding, AttributionFinding
from builder.model.text import SourceText, Span

_ARTICLES = ("a ", "an ", "the ")
_HOUSES = frozenset((ActorKind.OFFICE, ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.BLOC))
_PEOPLE = frozenset((ActorKind.PERSON, ActorKind.OFFICE))


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody's words in an article. `parties` are the ids of those he speaks for; `expert`: he assesses.

    `direct`: all of it stands between quotation marks.
    """

    spans: tuple[Span, ...]
    speaker: str | None
    parties: tuple[str, ...]
    expert: bool
    direct: bool
    cue: tuple[Span, ...] = ()


def read_voices(
    text: SourceText,
    parse: Parse,
    parties: Parties,
    actors: Iterable[ActorFinding],
    attributions: Sequence[AttributionFinding],
) -> tuple[Voice, ...]:
    """The attributions as voices, in the order of their content.

    What nobody says, and what somebody only wants or shows, is left out: it is in the outlet's voice. An expert's view
    is one however he gives it, and so is what a person in office wants.
    """
    known = {a.name: a for a in sorted(actors, key=lambda a: a.name)}
    voices = (_voice(text, parse, parties, known, a) for a in sorted(attributions, key=lambda a: a.spans))
    return tuple(v for v in voices if v is not None)


def pronouns_meant(parse: Parse, attributions: Iterable[AttributionFinding]) -> dict[int, str]:
    """The pronouns by which somebody is said to speak, each with the name of who that is."""
    return {
        i: said.speaker
        for said in attributions
        if said.speaker is not None
        for span in said.speaker_words
        for i in token_range(parse, span)
        if parse.tokens[i].text.lower() in ("he", "she")
    }


def phrases_for(attributions: Iterable[AttributionFinding]) -> dict[str, tuple[Span, ...]]:
    """Each speaker's name → the words that say who speaks."""
    found: dict[str, tuple[Span, ...]] = {}
    for said in attributions:
        if said.speaker is not None:
            found[said.speaker] = (*found.get(said.speaker, ()), *said.speaker_words)
    return found


def _voice(
    text: SourceText, parse: Parse, parties: Parties, known: dict[str, ActorFinding], attribution: AttributionFinding
) -> Voice | None:
    words = " ".join(span.of(text.text) for span in attribution.speaker_words)
    actor = _actor(parse, parties, known, attribution, words)
    group = any(w in word_list("roles", "expert_collectives") for w in words.lower().split())
    expert = group or (actor is not None and actor.expert)
    spoken = () if expert else _parties(parse, parties, actor, attribution)
    by_person = actor is not None and actor.kind in _PEOPLE
    if not expert and not (_is_told(text, parse, attribution, by_person=by_person) and (spoken or by_person)):
        return None
    named = actor is not None and actor.kind is not ActorKind.STATE
    return Voice(
        spans=attribution.spans,
        speaker=actor.name if actor is not None and named else attribution.speaker if expert else None,
        parties=spoken,
        expert=expert,
        direct=attribution.direct,
        cue=attribution.cue,
    )


def _is_told(text: SourceText, parse: Parse, attribution: AttributionFinding, *, by_person: bool) -> bool:
    """Whether the reporting words say that somebody said it, and not that he did not; of a person what he wants is told, too."""
    cue = " ".join(span.of(text.text) for span in attribution.cue).lower()
    lemmas = {parse.tokens[i].lemma for span in attribution.cue for i in token_range(parse, span)}
    if not attribution.direct and any(
        children(parse, i, "neg") for span in attribution.cue for i in token_range(parse, span)
    ):
        return False
    verbs = word_list("positions", "tellings") | (word_list("positions", "wishes") if by_person else frozenset())
    return not cue or bool(lemmas & verbs) or "accord" in cue or attribution.direct or attribution.partial


def _actor(
    parse: Parse, parties: Parties, known: dict[str, ActorFinding], attribution: AttributionFinding, words: str
) -> ActorFinding | None:
    """The actor who speaks: by the full name or a form of it, by a name in the naming words, or by all of these words."""
    speaker = attribution.speaker
    found = known.get(speaker) if speaker is not None else None
    if found is None and speaker is not None:
        found = next((a for a in known.values() if speaker in a.aliases), None)
    if found is not None:
        return found
    persons = _persons_at(parse, parties, attribution)
    if persons:
        return known.get(persons[0])
    folded = " ".join((speaker or words).split())
    bare = folded.split(" ", 1)[-1] if folded.lower().startswith(_ARTICLES) else folded
    told = bool(attribution.speaker_words)  # then of a state they are read as words: "Tarn’s largest union" is not Tarn
    speaking = [(n, a) for n, a in known.items() if a.kind in _HOUSES]
    near = [a for n, a in speaking if bare and (n == bare or (a.kind is ActorKind.OFFICE and (n in bare or bare in n)))]
    return (
        near[0]
        if near
        else next((a for n, a in speaking if n in folded and not (told and a.kind is ActorKind.STATE)), None)
    )


def _persons_at(parse: Parse, parties: Parties, attribution: AttributionFinding) -> list[str]:
    """The persons whom the naming words name, and not only somebody whose "meetings" or "study" they name."""
    naming = parties.naming
    heads = [c for h in heads_of(parse, attribution.speaker_words) for c in (h, *children(parse, h, "appos", "conj"))]
    names = [naming.at.get(i) for i in heads]
    return [n for n in names if n is not None and naming.kinds.get(n) is ActorKind.PERSON]


def _parties(
    parse: Parse, parties: Parties, actor: ActorFinding | None, attribution: AttributionFinding
) -> tuple[str, ...]:
    """Whom the speaker speaks for: the party of a person, of the words that name the speaker, or of the house they mean."""
    if actor is not None and actor.kind is ActorKind.PERSON:
        own = parties.of(actor.name)
        return (own,) if own is not None else ()
    spans = attribution.speaker_words
    if actor is not None and (actor.kind is ActorKind.OFFICE or not spans):
        spans = actor.spans[:1]
    for head in heads_of(parse, spans):
        found = tuple(dict.fromkeys(speaking_at(parse, parties, head)))
        if found:
            return found
    house = parties.of(actor.name if actor is not None else attribution.speaker)
    return (house,) if house is not None else ()


def heads_of(parse: Parse, spans: Iterable[Span]) -> Iterator[int]:
    """The words of the spans that hang on none of the same span."""
    for span in spans:
        inside = token_range(parse, span)
        yield from (i for i in inside if parse.tokens[i].head not in inside or parse.tokens[i].head == i)
