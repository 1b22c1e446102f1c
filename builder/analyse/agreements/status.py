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
from builder.analyse.agreements.nouns import Mention, is_sought
from builder.analyse.lexicons import word_list
from builder.analyse.moods import Mood, is_infinitive, is_perfect, modified_by, mood
from builder.analyse.parsing import Parse
from builder.analyse.syntax import above, children, first_conjunct, is_verb, lower
from builder.model.claims import AgreementKind, Status

_YEAR = 4  # digits


def status_of(parse: Parse, mention: Mention) -> Status:
    """The status that the article gives the agreement; unclear where it says none."""
    if _is_hearsay(parse, mention):
        return Status.UNCLEAR
    beside = _beside(parse, mention) or _told(parse, mention)
    if beside is not None:
        return beside
    if _is_behind(parse, mention.noun):
        return Status.SIGNED
    return _of_verb(parse, mention, mention.verb) if mention.verb is not None else Status.UNCLEAR


def _of_verb(parse: Parse, mention: Mention, verb: int) -> Status:
    """The status that the verb over an agreement gives it, by its mood where it is no verb of signing or ending."""
    lemma, how = parse.tokens[verb].lemma, _mood(parse, verb)
    if mention.kind is AgreementKind.PARTNERSHIP and _is(lemma, "holding"):
        return Status.IN_FORCE
    talks = _talks_over(parse, mention)
    if talks is not None:
        return Status.HISTORICAL if _have_ended(parse, talks) else Status.PROPOSED
    if _under(parse, mention.noun) and how in (Mood.PRESENT, Mood.POSSIBLE, Mood.FUTURE):
        return Status.IN_FORCE
    if _is(lemma, "proposing") or is_sought(parse, verb, mention.noun) or _under_proposal(parse, verb):
        return Status.EXPECTED if how is Mood.FUTURE else Status.PROPOSED
    open_still = {Mood.FUTURE: Status.EXPECTED, Mood.POSSIBLE: Status.PROPOSED, Mood.DENIED: Status.UNCLEAR}
    return open_still[how] if how in open_still else _done(parse, mention, lemma, how)


def _told(parse: Parse, mention: Mention) -> Status | None:
    """What is told of the agreement itself: its end first, then what describes it, then the verb that it belongs to."""
    if mention.rule not in ("named", "shared", "joint", "signed", "agreed", "told"):
        return None
    verb = announced(parse, mention.verb) if mention.verb is not None else None
    over = status_in(parse, verb, mention.noun) if verb is not None else None
    if over in (Status.HISTORICAL, Status.IN_FORCE):
        return over
    if _is_near(parse, mention.noun):
        return Status.EXPECTED
    runs = is_running(parse, mention.noun) or (verb is not None and runs_by(parse, verb, mention.noun))
    return status_beside(parse, mention.noun) or over or (Status.IN_FORCE if runs else None)


def _is_hearsay(parse: Parse, mention: Mention) -> bool:
    """As in "an alleged pact", "reportedly signed", "according to press reports", "denied that it had signed", "if they sign"."""
    doubtful = word_list("agreements", "doubtful")
    places = (mention.noun, mention.verb) if mention.verb is not None else (mention.noun,)
    if any(modified_by(parse, place, doubtful) for place in places) or _is_denied(parse, mention):
        return True
    heads = [p for place in places for p in children(parse, place, "prep") if lower(parse, p) == "according"]
    said = [o for p in heads for q in children(parse, p, "prep") for o in children(parse, q, "pobj")]
    return any(parse.tokens[o].lemma in word_list("agreements", "hearsay") for o in said)


def _is_denied(parse: Parse, mention: Mention) -> bool:
    """Whether somebody denies the clause, or it only says what would follow from it."""
    if mention.verb is None:
        return False
    first, verb = mention.verb, parse.tokens[mention.verb]
    if any(lower(parse, c) in ("if", "unless") for c in children(parse, first, "mark")):
        return True
    return verb.dep == "ccomp" and parse.tokens[verb.head].lemma in word_list("agreements", "denying")


def _is_behind(parse: Parse, noun: int) -> bool:
    """As in "after the settlement": made before something else."""
    head = parse.tokens[noun].head
    return parse.tokens[head].dep == "prep" and lower(parse, head) in ("after", "since", "following", "despite")


def _is_near(parse: Parse, noun: int) -> bool:
    """As in "close to an accord" and "on the verge of an accord"."""
    prep = parse.tokens[noun].head
    over = parse.tokens[parse.tokens[prep].head]
    return parse.tokens[prep].dep == "prep" and over.lemma in word_list("agreements", "near") and over.pos != "VERB"


def _done(parse: Parse, mention: Mention, lemma: str, how: Mood) -> Status:
    """The status of what has happened or goes on."""
    if mention.kind is AgreementKind.BASING and mention.rule != "lease":
        return Status.IN_FORCE if how in (Mood.PAST, Mood.PRESENT) else Status.UNCLEAR
    if mention.rule == "promise" and how is Mood.PAST:
        return Status.EXPECTED if _is(lemma, "pledging") else Status.SIGNED
    if mention.rule in ("supply", "loan", "stake", "bulk", "lease") and how is Mood.PAST and _is(lemma, "ordering"):
        return Status.SIGNED
    if mention.rule in ("supply", "works"):
        return _delivered(parse, mention, how)
    return _made_or_ended(parse, mention, lemma, how)


def _made_or_ended(parse: Parse, mention: Mention, lemma: str, how: Mood) -> Status:
    """Signed, ended or standing, by the verb that the agreement belongs to; made, where its own year is all that is told."""
    if _is(lemma, "signing") or _is(lemma, "signing_nouns"):
        if how is Mood.NONE and mention.verb is not None and is_infinitive(parse, mention.verb):
            return Status.EXPECTED  # "came to sign"
        told = how is not Mood.NONE or _is_told_as_done(parse, mention.verb)
        return Status.SIGNED if told else Status.UNCLEAR
    if mention.verb is not None and is_ending(parse, mention.verb) and how is Mood.PAST:
        is_cause = part_in(parse, mention.verb, mention.noun) is Part.DOER or _ends_with(parse, mention.noun)
        return Status.SIGNED if is_cause else Status.HISTORICAL
    if how is Mood.PAST and (_is(lemma, "leading") or _is(lemma, "making")):
        return Status.SIGNED
    stands = _is(lemma, "raising") or _is(lemma, "holding") or _under(parse, mention.noun)
    if stands:
        return Status.IN_FORCE
    return Status.SIGNED if _has_year(parse, mention) else Status.UNCLEAR


def _has_year(parse: Parse, mention: Mention) -> bool:
    """As in "the treaty of 1960" and "the 1960 treaty"."""
    words = [parse.tokens[c].text for c in children(parse, mention.noun, "nummod", "compound", "nmod")]
    words += [parse.tokens[o].text for p in children(parse, mention.noun, "prep") for o in children(parse, p, "pobj")]
    return any(len(word) == _YEAR and word.isdigit() for word in words)


def _ends_with(parse: Parse, noun: int) -> bool:
    """As in "the summit ended with a declaration"."""
    head = parse.tokens[parse.tokens[first_conjunct(parse, noun)].head]
    return head.dep == "prep" and head.text.lower() in ("with", "in")


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
