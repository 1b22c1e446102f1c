"""What a name is the name of: told by the words in it, by what stands beside it, and by the recogniser's votes."""

from collections.abc import Sequence

from builder.analyse.actors.votes import Votes
from builder.analyse.genders import is_given_name
from builder.analyse.lexicons import word_list, word_table
from builder.model.claims import ActorKind
from builder.model.ids import fold_accents

_LONGEST_PERSON = 5  # words
_LONGEST_ACRONYM = 7  # letters
_MAJORITY = 0.5
_TWICE = 2
_FULL_NAME = 2  # words
_BY_FIRST = (
    ("first_words", ActorKind.ORGANISATION),
    ("first_of_stations", ActorKind.PUBLICATION),
    ("first_of_places", ActorKind.PLACE),
)


def kind_by_words(words: Sequence[str]) -> ActorKind | None:
    """The kind that the words of a name alone give it; None where they do not say."""
    whole = " ".join(words).removeprefix("The ")
    if whole in word_table("countries", "names"):
        return ActorKind.STATE
    if whole in word_table("names", "blocs"):
        return ActorKind.BLOC
    if whole in word_list("names", "publications"):
        return ActorKind.PUBLICATION
    if whole in word_list("names", "continents") or whole in word_table("countries", "governments"):
        return ActorKind.PLACE
    if len(words) == 1:
        return ActorKind.ORGANISATION if whole in word_list("names", "legislatures") else None
    return _by_head(words)


def _by_head(words: Sequence[str]) -> ActorKind | None:
    head = words[-1]
    first = next((kind for listed, kind in _BY_FIRST if words[0] in word_list("names", listed)), None)
    if first is ActorKind.PLACE and head in word_list("names", "organisation_words"):
        return ActorKind.ORGANISATION  # "Port Authority"
    if first is not None or "&" in words:
        return first or ActorKind.COMPANY
    cut = next((i for i, w in enumerate(words) if i and w.lower() in ("of", "for", "on")), None)
    if cut is not None:
        head = words[cut - 1]
    listed = {kind: head in word_list("names", kind) for kind in ("things", "places", "company_words")}
    if "News" in words or (head in word_list("names", "publication_words") and not listed["things"]):
        return ActorKind.PUBLICATION
    if head in word_list("names", "organisation_words"):
        return ActorKind.ORGANISATION
    if listed["company_words"]:
        return ActorKind.COMPANY
    return ActorKind.PLACE if listed["places"] else None


def is_nobody(words: Sequence[str]) -> bool:
    """Whether the words are a nationality, a creed, an act or a thing with a number, and so nobody's name."""
    whole = " ".join(words)
    if whole in word_table("countries", "demonyms") or whole.removesuffix("s") in word_table("countries", "demonyms"):
        return True
    if whole in word_list("names", "adjectives") or whole.removesuffix("s") in word_list("names", "adjectives"):
        return True
    if any(c.isdigit() for c in whole) or whole in word_table("units", "units"):
        return True
    if len(words) == 1 and _is_common(whole):
        return True
    if len(words) > 1 and whole.isupper():
        return True  # a dateline
    head = words[next((i for i, w in enumerate(words) if i and w.lower() in ("of", "for", "on")), len(words)) - 1]
    return head in word_list("names", "things") or (
        head.rstrip(".") in word_list("people", "titles") and len(words) > 1
    )


def _is_common(word: str) -> bool:
    """Whether a word alone is a title, a role or a kind of house, and no name."""
    if word.lower().rstrip(".") in word_list("roles", "titles") | word_list("roles", "people"):
        return True
    kinds = ("organisation_words", "company_words", "places")
    return word not in word_list("names", "legislatures") and any(word in word_list("names", k) for k in kinds)


def kind_of(words: Sequence[str], votes: Votes) -> ActorKind | None:
    """What the name is the name of; None where it is nobody's or not sure."""
    if is_nobody(words):
        return None
    known = kind_by_words(words)
    if known is not None and not (votes.titled and known is ActorKind.PLACE) and not _is_called_so(words, votes):
        return known
    thing = votes.as_thing and not (votes.titled or votes.presented)
    is_person = not is_acronym(words) and not thing and _is_person(words, votes)
    if is_person and votes.presented and len(words) > 1:
        return ActorKind.PERSON
    if votes.beside:
        return max(sorted(votes.beside), key=lambda kind: votes.beside[kind])
    return ActorKind.PERSON if is_person else _by_votes(words, votes)


def _by_votes(words: Sequence[str], votes: Votes) -> ActorKind | None:
    """A place or an organisation, by the recogniser alone."""
    if is_acronym(words):
        return ActorKind.ORGANISATION if votes.share("ORG") > _MAJORITY or votes.speaks else None
    if votes.share("GPE", "LOC", "FAC") >= _MAJORITY:
        return ActorKind.PLACE
    organised = votes.share("ORG") >= _MAJORITY and not votes.as_place
    return ActorKind.ORGANISATION if organised and (len(words) > 1 or votes.speaks or votes.count >= _TWICE) else None


def is_acronym(words: Sequence[str]) -> bool:
    """Whether the name is letters alone ("WHO", "E.P.A.")."""
    letters = words[0].replace(".", "")
    return len(words) == 1 and letters.isupper() and 1 < len(letters) <= _LONGEST_ACRONYM


def _is_called_so(words: Sequence[str], votes: Votes) -> bool:
    """Whether somebody has for a family name what is else the name of a place or a house ("Mark Street")."""
    given = len(words) == _FULL_NAME and not votes.as_thing and is_given_name(fold_accents(words[0]).lower())
    return given and bool(votes.presented or votes.speaks) and votes.share("PERSON") > 0 and not votes.with_the


def _is_person(words: Sequence[str], votes: Votes) -> bool:
    shouted = len(words) == 1 and len(words[0]) > 2 and words[0].isupper()
    if len(words) > _LONGEST_PERSON or votes.with_the * 2 > votes.count or shouted:
        return False
    if votes.titled or votes.presented:
        return True
    first = fold_accents(words[0]).lower()
    given = is_given_name(first) or (len(words) > 1 and first in word_list("speakers", "families_first"))
    labels = ("PERSON", "ORG") if given and (votes.speaks or votes.share("PERSON")) else ("PERSON",)
    likely = votes.share(*labels) > _MAJORITY and not votes.as_place
    likely = likely or (given and votes.speaks > 0 and not votes.share("GPE", "LOC", "FAC") and not votes.as_place)
    if len(words) == 1:
        often = votes.speaks > 0 or (votes.count >= _TWICE and given)
        return likely and often and votes.attributive < votes.count
    unplaced = not votes.share("GPE", "LOC", "FAC") and not votes.as_place
    if (
        (votes.shortened and unplaced)
        or words[0] in word_list("people", "given")
        or (given and likely and votes.attributive < votes.count)
    ):
        return True
    is_place = votes.as_place * 2 > votes.count or votes.attributive == votes.count
    return votes.share("PERSON") >= _MAJORITY and not is_place
