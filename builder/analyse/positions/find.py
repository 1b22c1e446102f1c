"""The passages of an article that state what a party of the briefing says, does or is said to hold on one of its issues."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from builder.analyse.lexicons import word_list
from builder.analyse.moods import Mood, mood
from builder.analyse.naming import read_naming
from builder.analyse.parsing import Parse
from builder.analyse.positions.about import Antecedents, Parties, acting, between, read_parties, touched
from builder.analyse.positions.clauses import Clause, read_clauses
from builder.analyse.positions.topics import Vocabulary, named_topics, read_vocabularies
from builder.analyse.positions.voices import Voice, read_voices, token_range
from builder.analyse.syntax import body_of
from builder.model.claims import Attribution, Kind
from builder.model.findings import ActorFinding, AttributionFinding, PositionFinding, finding_key
from builder.model.knowledge import Party, Topic
from builder.model.text import SourceText, Span

_SHORTEST = 5  # words of a passage that states something


@dataclass(frozen=True, slots=True)
class Scene:
    """All that one article's clauses are read against. `voice_at`: token → the voice that it is in."""

    text: SourceText
    parse: Parse
    parties: Parties
    vocabularies: tuple[Vocabulary, ...]
    voice_at: dict[int, Voice]
    cues: dict[int, Voice]
    verbs: frozenset[int]


def find_positions(
    text: SourceText,
    parse: Parse,
    attributions: Sequence[AttributionFinding],
    actors: Iterable[ActorFinding],
    parties: Sequence[Party],
    topics: Sequence[Topic],
) -> tuple[PositionFinding, ...]:
    """The positions in the order of their passages; none without parties or issues."""
    if not parties or not topics:
        return ()
    actors = tuple(actors)
    naming = read_naming(parse, actors)
    voices = read_voices(text, parse, naming, actors, attributions)
    clauses = tuple(read_clauses(parse, body_of(text, parse)))
    scene = Scene(
        text=text,
        parse=parse,
        parties=read_parties(parties, naming),
        vocabularies=read_vocabularies(topics, parties),
        voice_at={i: v for v in voices for span in v.spans for i in token_range(parse, span)},
        cues={i: v for v in voices for span in v.cue for i in token_range(parse, span)},
        verbs=frozenset(c.verb for c in clauses),
    )
    found: dict[tuple[Span, str, str], PositionFinding] = {}
    last = Antecedents()
    for clause in clauses:
        last.note(parse, scene.parties, clause, ())
        who = acting(parse, scene.parties, clause, last)
        last.note(parse, scene.parties, clause, who)
        for finding in _positions(scene, clause, who):
            found.setdefault((finding.spans[0], finding.party, finding.issue), finding)
    return tuple(sorted(found.values(), key=lambda f: (f.spans, f.party, f.issue)))


def _positions(scene: Scene, clause: Clause, who: tuple[str, ...]) -> Iterator[PositionFinding]:
    voice = scene.voice_at.get(clause.verb)
    reporting = scene.cues.get(clause.verb)
    if reporting is not None and _holds_clause(scene, reporting):
        return
    tokens = _passage(scene, clause, voice) if reporting is None else list(range(clause.first, clause.last + 1))
    voice = reporting or voice
    if len(tokens) < _SHORTEST:
        return
    about = [i for i in tokens if i in clause.core]
    topics = named_topics(scene.vocabularies, scene.parse, about, frozenset(who))
    for party, attribution, holder in _rulings(scene, clause, who, voice):
        for topic in topics:
            yield _finding(scene, (tokens[0], tokens[-1]), party, topic, attribution, holder)


def _holds_clause(scene: Scene, voice: Voice) -> bool:
    """Whether what is said has a clause of its own, which then states the position."""
    return any(i in scene.verbs for span in voice.spans for i in token_range(scene.parse, span))


def _passage(scene: Scene, clause: Clause, voice: Voice | None) -> list[int]:
    """The clause's tokens that are in the same voice as its verb, from the first of them on without a gap."""
    tokens = range(clause.first, clause.last + 1)
    low = high = clause.verb
    while low - 1 in tokens and scene.voice_at.get(low - 1) is voice and low - 1 not in scene.cues:
        low -= 1
    while high + 1 in tokens and scene.voice_at.get(high + 1) is voice and high + 1 not in scene.cues:
        high += 1
    if voice is None:
        low, high = clause.first, clause.last
    while low < high and scene.parse.tokens[low].pos in ("PUNCT", "CCONJ"):
        low += 1
    while high > low and scene.parse.tokens[high].pos == "PUNCT":
        high -= 1
    return list(range(low, high + 1))


def _rulings(
    scene: Scene, clause: Clause, who: tuple[str, ...], voice: Voice | None
) -> Iterator[tuple[str, Attribution, str | None]]:
    """For each party that the clause is a position of: how directly, and who says it."""
    own = scene.parties.of(voice.party) if voice is not None else None
    if voice is not None and own is not None:
        yield own, Attribution.OWN_WORDS if voice.direct else Attribution.REPORTED_SPEECH, voice.speaker
        return
    for party in dict.fromkeys((*who, *_others(scene, clause, who))):
        if voice is not None:
            yield party, Attribution.EXPERT, voice.speaker
        elif voice is None and party in who and _is_act(scene, clause):
            yield party, Attribution.OFFICIAL_ACT, None
        else:
            yield party, Attribution.NARRATION, None


def _others(scene: Scene, clause: Clause, who: tuple[str, ...]) -> tuple[str, ...]:
    """The parties beside the subject's that the clause is about."""
    found = touched(scene.parse, scene.parties, clause)
    return found if who else (*found, *between(scene.parse, scene.parties, clause))


def _is_act(scene: Scene, clause: Clause) -> bool:
    """Whether the clause tells of something done."""
    verb = scene.parse.tokens[clause.verb]
    return verb.lemma in word_list("positions", "acts") and mood(scene.parse, clause.verb) is Mood.PAST


def _finding(
    scene: Scene, tokens: tuple[int, int], party: str, topic: str, attribution: Attribution, holder: str | None
) -> PositionFinding:
    span = scene.parse.span(*tokens)
    words = span.of(scene.text.text)
    return PositionFinding(
        source=scene.text.id,
        spans=(span,),
        rule=f"clause-{attribution.value}",
        key=finding_key(Kind.POSITIONS, f"{party} {topic} {words}"),
        party=party,
        issue=topic,
        attribution=attribution,
        holder=holder,
    )
