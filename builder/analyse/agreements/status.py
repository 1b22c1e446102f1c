"""How far an agreement is: read off the verb that governs it, its tense and modality, and the words beside it."""

from builder.analyse.agreements.deeds import (
    Part,
    announced,
    is_ending,
    is_running,
    part_in,
    runs_by,
    status_beside,
    status_in,
)
from builder.analyse.agreements.nouns import Mention
from builder.analyse.lexicons import word_list
from builder.analyse.moods import Mood, is_perfect, modified_by, mood
from builder.analyse.parsing import Parse
from builder.analyse.syntax import above, children, is_verb
from builder.model.claims import AgreementKind, Status


def status_of(parse: Parse, mention: Mention) -> Status:
    """The status that the article gives the agreement; unclear where it says none."""
    beside = _beside(parse, mention) or _told(parse, mention)
    if beside is not None:
        return beside
    if mention.verb is None:
        return Status.UNCLEAR
    lemma, how = parse.tokens[mention.verb].lemma, _mood(parse, mention.verb)
    if mention.kind is AgreementKind.PARTNERSHIP and _is(lemma, "holding"):
        return Status.IN_FORCE
    talks = _talks_over(parse, mention)
    if talks is not None:
        return Status.HISTORICAL if _have_ended(parse, talks) else Status.PROPOSED
    if _is(lemma, "proposing") or _under_proposal(parse, mention.verb):
        return Status.EXPECTED if how is Mood.FUTURE else Status.PROPOSED
    open_still = {Mood.FUTURE: Status.EXPECTED, Mood.POSSIBLE: Status.PROPOSED, Mood.DENIED: Status.UNCLEAR}
    return open_still[how] if how in open_still else _done(parse, mention, lemma, how)


def _told(parse: Parse, mention: Mention) -> Status | None:
    """What is told of the agreement itself: its end first, then what describes it, then the verb that it belongs to."""
    if mention.rule not in ("named", "joint"):
        return None
    verb = announced(parse, mention.verb) if mention.verb is not None else None
    over = status_in(parse, verb, mention.noun) if verb is not None else None
    if over is Status.HISTORICAL:
        return over
    runs = is_running(parse, mention.noun) or (verb is not None and runs_by(parse, verb, mention.noun))
    return status_beside(parse, mention.noun) or over or (Status.IN_FORCE if runs else None)


def _done(parse: Parse, mention: Mention, lemma: str, how: Mood) -> Status:
    """The status of what has happened or goes on."""
    if mention.kind is AgreementKind.BASING:
        return Status.IN_FORCE if how in (Mood.PAST, Mood.PRESENT) else Status.UNCLEAR
    if mention.rule in ("supply", "loan", "stake") and how is Mood.PAST and _is(lemma, "ordering"):
        return Status.SIGNED
    if mention.rule in ("supply", "works"):
        return _delivered(parse, mention, how)
    if _is(lemma, "signing") or _is(lemma, "signing_nouns"):
        told = how is not Mood.NONE or _is_told_as_done(parse, mention.verb)
        return Status.SIGNED if told else Status.UNCLEAR
    if mention.verb is not None and is_ending(parse, mention.verb) and how is Mood.PAST:
        is_cause = part_in(parse, mention.verb, mention.noun) is Part.DOER
        return Status.SIGNED if is_cause else Status.HISTORICAL
    stands = _is(lemma, "raising") or _is(lemma, "holding") or _under(parse, mention.noun)
    return Status.IN_FORCE if stands else Status.UNCLEAR


def _delivered(parse: Parse, mention: Mention, how: Mood) -> Status:
    """Of supplies and works: going on, or done."""
    supplied = mention.kind is AgreementKind.ARMS and mention.verb is not None and is_perfect(parse, mention.verb)
    if how is Mood.PRESENT or supplied or _progressive(parse, mention.verb):
        return Status.IN_FORCE
    return Status.HISTORICAL if how is Mood.PAST else Status.UNCLEAR


def _is(lemma: str, words: str) -> bool:
    return lemma in word_list("agreements", words)


def _beside(parse: Parse, mention: Mention) -> Status | None:
    """What a word beside the noun says ("the planned accord", "the anniversary of the accord")."""
    if any(parse.tokens[a].lemma in word_list("agreements", "old_nouns") for a in above(parse, mention.noun)):
        return Status.HISTORICAL
    lists = (
        (Status.EXPECTED, word_list("modality", "expected_words")),
        (Status.PROPOSED, word_list("modality", "proposed_words")),
        (Status.HISTORICAL, word_list("agreements", "old_words")),
        (Status.IN_FORCE, word_list("agreements", "standing_words")),
    )
    return next((status for status, words in lists if modified_by(parse, mention.noun, words)), None)


def _mood(parse: Parse, verb: int) -> Mood:
    """The mood of the verb, or of the verb over it where it has none of its own ("the signing of")."""
    if is_verb(parse, verb):
        how = mood(parse, verb)
        if how is not Mood.NONE:
            return how
    for one in above(parse, verb):
        if is_verb(parse, one):
            how = mood(parse, one)
            if how in (Mood.FUTURE, Mood.POSSIBLE):
                return how
            if parse.tokens[one].lemma in word_list("agreements", "proposing"):
                return Mood.POSSIBLE
            return how if _carries(parse, verb) else Mood.NONE
    return Mood.NONE


def _carries(parse: Parse, verb: int) -> bool:
    """Whether the clause above says when: not so for "before signing" and "to sign"."""
    token = parse.tokens[verb]
    if token.tag == "VB":
        head = parse.tokens[token.head]
        return head.lemma == "be" or (head.dep in ("attr", "nsubj", "dobj") and not is_verb(parse, token.head))
    preposition = parse.tokens[token.head].text.lower()
    return preposition not in ("before", "without", "for", "toward", "towards")


def _is_told_as_done(parse: Parse, verb: int | None) -> bool:
    return verb is not None and any(
        parse.tokens[a].text.lower() in ("after", "since", "upon") for a in above(parse, verb)
    )


def _under_proposal(parse: Parse, verb: int) -> bool:
    """Whether the agreement is talked about: "in talks on", "negotiations over", "a proposal for"."""
    nouns = word_list("agreements", "proposing_nouns")
    return any(parse.tokens[a].lemma in nouns and not is_verb(parse, a) for a in above(parse, verb))


def _talks_over(parse: Parse, mention: Mention) -> int | None:
    """The talks that the agreement hangs on ("talks with a fund about a joint port")."""
    nouns = word_list("agreements", "proposing_nouns")
    for one in above(parse, mention.noun):
        if is_verb(parse, one):
            return None
        if parse.tokens[one].lemma in nouns and parse.tokens[one].pos == "NOUN":
            return one
    return None


def _have_ended(parse: Parse, talks: int) -> bool:
    verb = next((a for a in above(parse, talks) if is_verb(parse, a)), None)
    ends = verb is not None and talks in children(parse, verb, "nsubj", "nsubjpass") and is_ending(parse, verb)
    return verb is not None and ends and mood(parse, verb) is Mood.PAST


def _under(parse: Parse, noun: int) -> bool:
    """As in "under the treaty" and "party to the treaty"."""
    head = parse.tokens[parse.tokens[noun].head]
    return head.dep == "prep" and head.text.lower() in ("under", "per")


def _progressive(parse: Parse, verb: int | None) -> bool:
    """As in "has been building" and "supplying"."""
    if verb is None or parse.tokens[verb].tag != "VBG":
        return False
    return bool(children(parse, verb, "aux")) or parse.tokens[verb].dep in ("acl", "advcl")
