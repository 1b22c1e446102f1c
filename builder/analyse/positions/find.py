"""The passages of an article that state what a party of the briefing says, does or is said to hold on one of its issues."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from builder.analyse.lexicons import word_list
from builder.analyse.moods import Mood, mood
from builder.analyse.naming import read_naming
from builder.analyse.parsing import Parse
from builder.analyse.positions.about import Antecedents, acting, between, touched
from builder.analyse.positions.clauses import Clause, read_clauses
from builder.analyse.positions.context import points_back, topics_before
from builder.analyse.positions.demands import Outcry, is_demanded, read_outcry
from builder.analyse.positions.groups import with_sides
from builder.analyse.positions.offices import with_offices
from builder.analyse.positions.organs import with_organs
from builder.analyse.positions.parties import Parties, read_parties, states_among, with_own_names
from builder.analyse.positions.topics import Vocabulary, named_topics, read_vocabularies
from builder.analyse.positions.voices import Voice, phrases_for, pronouns_meant, read_voices
from builder.analyse.quotations import find_quotations
from builder.analyse.syntax import Body, body_of, token_range
from builder.model.claims import Attribution, Kind
from builder.model.findings import ActorFinding, AttributionFinding, PositionFinding, finding_key
from builder.model.knowledge import Party, Topic
from builder.model.text import SourceText, Span

_SHORTEST = 5  # words of a passage that states something


@dataclass(frozen=True, slots=True)
class Scene:
    """All that one article's clauses are read against. `voice_at`: token → the voice that it is in; `quoted`: tokens between marks.

    `outcry` is what those say who speak for no party.
    """

    text: SourceText
    parse: Parse
    body: Body
    parties: Parties
    vocabularies: tuple[Vocabulary, ...]
    voice_at: dict[int, Voice]
    cues: dict[int, Voice]
    verbs: frozenset[int]
    quoted: frozenset[int]
    outcry: Outcry


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
    body = body_of(text, parse)
    known = _known_parties(text, parse, body, actors, parties, attributions)
    voices = read_voices(text, parse, known, actors, attributions)
    clauses = tuple(read_clauses(parse, body))
    scene = Scene(
        text=text,
        parse=parse,
        body=body,
        parties=known,
        vocabularies=read_vocabularies(topics, parties),
        voice_at={i: v for v in voices for span in v.spans for i in token_range(parse, span)},
        cues={i: v for v in voices for span in v.cue for i in token_range(parse, span)},
        verbs=frozenset(c.verb for c in clauses),
        quoted=frozenset(i for q in find_quotations(text) for s in q.spans for i in token_range(parse, s)),
        outcry=read_outcry(parse, known, attributions),
    )
    found: dict[tuple[Span, str, str], PositionFinding] = {}
    last = Antecedents()
    for clause in clauses:
        last.begin(parse.paragraph_of[clause.verb])
        who = acting(parse, scene.parties, clause, last)
        last.note(parse, scene.parties, clause, who)
        for finding in _positions(scene, clause, who):
            found.setdefault((finding.spans[0], finding.party, finding.issue), finding)
    return tuple(sorted(found.values(), key=lambda f: (f.spans, f.party, f.issue)))


def _known_parties(
    text: SourceText,
    parse: Parse,
    body: Body,
    actors: Sequence[ActorFinding],
    parties: Sequence[Party],
    attributions: Sequence[AttributionFinding],
) -> Parties:
    """The parties with everybody and everything that the article shows to act for one."""
    naming = with_own_names(parse, parties, read_naming(parse, actors))
    naming, home, places = with_offices(text, parse, body, actors, parties, naming, phrases_for(attributions))
    naming = replace(naming, at={**naming.at, **pronouns_meant(parse, attributions)})
    naming = with_organs(parse, body, naming, home, places)
    return with_sides(parse, body, read_parties(parties, naming), states_among(parties))


def _positions(scene: Scene, clause: Clause, who: tuple[str, ...]) -> Iterator[PositionFinding]:
    voice = scene.voice_at.get(clause.verb)
    reporting = scene.cues.get(clause.verb)
    if reporting is not None and _holds_clause(scene, reporting):
        return
    if voice is None and reporting is None and is_demanded(scene.parse, scene.parties, clause, scene.outcry):
        return
    last = _closed(scene.parse, clause.first, clause.last)
    tokens = _passage(scene, clause, voice) if reporting is None else list(range(clause.first, last + 1))
    voice = reporting or voice
    if len(tokens) < _SHORTEST:
        return
    topics = _topics(scene, clause, who, tokens, voice)
    for party, attribution, holder in _rulings(scene, clause, who, voice, tokens):
        for topic in topics:
            yield _finding(scene, (tokens[0], tokens[-1]), party, topic, attribution, holder)


def _topics(
    scene: Scene, clause: Clause, who: tuple[str, ...], tokens: Sequence[int], voice: Voice | None
) -> Sequence[str]:
    """The issues that the clause names, else those of the clauses within it, else what it points back to."""

    def named(words: Sequence[int]) -> list[str]:
        own = [i for i in words if i not in scene.cues]
        return named_topics(scene.vocabularies, scene.parse, own, frozenset(who)) if own else []

    place = {*tokens, *(i for i in clause.core if voice is not None and scene.voice_at.get(i) is voice)}
    found = named(sorted(place & clause.core)) or named(sorted(place & clause.wider))
    spoken = voice is not None and bool(voice.parties)
    if found or not (spoken or (clause.antecedent is None and points_back(scene.parse, tokens))):
        return found
    first, last = scene.parse.sentences[scene.parse.sentence_of[clause.verb]]
    said = frozenset(i for i in range(first, last) if voice is not None and scene.voice_at.get(i) is voice)
    return topics_before(scene.parse, scene.body, tokens, named, said)


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
    return list(range(low, _closed(scene.parse, low, high) + 1))


def _closed(parse: Parse, low: int, high: int) -> int:
    """The last token with the closing mark directly behind it, where the marks open within the passage."""
    words = parse.span(low, high).of(parse.text)
    after = parse.tokens[high + 1].text if high + 1 < len(parse.tokens) else ""
    return high + 1 if after == "”" and words.count("“") > words.count("”") else high


def _rulings(
    scene: Scene, clause: Clause, who: tuple[str, ...], voice: Voice | None, tokens: Sequence[int]
) -> Iterator[tuple[str, Attribution, str | None]]:
    """For each party that the clause is a position of: how directly, and who says it.

    Of what somebody says who is neither in office nor an expert nothing follows for a party.
    """
    if voice is not None and voice.parties:
        own = voice.direct or not scene.quoted.isdisjoint(tokens)
        for party in voice.parties:
            yield party, Attribution.OWN_WORDS if own else Attribution.REPORTED_SPEECH, voice.speaker
        return
    for party in dict.fromkeys((*who, *_others(scene, clause, who))) if voice is None or voice.expert else ():
        if voice is not None:
            yield party, Attribution.EXPERT, voice.speaker
        elif party in who and _is_act(scene, clause):
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
