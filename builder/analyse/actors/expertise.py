"""Whether a role is an expert's: by its noun, or by leading a house that studies something."""

from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse
from builder.model.text import Span

_AFTER_FELLOW = ("at", "in", "of", "for", "with")
_STUDIES = (
    "ologist",
    "onomist",
    "botanist",
    "physicist",
    "chemist",
    "geneticist",
    "linguist",
    "ecologist",
)  # who studies something, by the word


def is_expert(title: str, affiliation: str | None, parse: Parse, span: Span) -> bool:
    """For a title at a place, with the words after it; `span` is where it stands."""
    words = title.lower().replace("-", " ").split()
    if words[:1] == ["fellow"] and len(words) > 1 and words[1] not in _AFTER_FELLOW:
        return False  # "a fellow student"
    if any(w in word_list("roles", "experts") or w.endswith(_STUDIES) for w in words):
        return True
    assists = [n for n, w in enumerate(words) if w in word_list("roles", "research_assistants")]
    if any(w in word_list("roles", "expert_modifiers") for n in assists for w in words[:n]):
        return True
    if _tells_of_study(words):
        return True
    leads = any(w in word_list("roles", "leading_roles") for w in words) or _is_learned(words, affiliation)
    around = f"{affiliation or ''} {parse.text[span.start : span.end + 80].partition('. ')[0]}"
    return leads and any(body in around for body in sorted(word_list("roles", "expert_bodies")))


def _tells_of_study(words: list[str]) -> bool:
    """Whether somebody wrote what is reported of: the lead author of a study."""
    return words[:2] in (["lead", "author"], ["co", "author"])


def _is_learned(words: list[str], affiliation: str | None) -> bool:
    """Whether somebody of a trade that takes learning, or of former office, belongs to a house."""
    trades = not word_list("roles", "learned").isdisjoint(words)
    return affiliation is not None and trades


def holds_office(title: str | None) -> bool:
    """Whether somebody governs, so that what is said of trade is said by the way ("Minister", and an economist)."""
    words = (title or "").lower().split()
    if not words or words[0] in word_list("roles", "former"):
        return False
    return any(w in word_list("roles", "governing") for w in words)


def is_scholar(title: str | None, affiliation: str | None, *, studies: bool) -> bool:
    """Whether somebody teaches or studies at a house of learning; `studies`: the title is in a verb's own words."""
    learned = any(school in (affiliation or "") for school in sorted(word_list("roles", "schools")))
    return learned and (studies or (title or "").split(" ")[0] in word_list("roles", "scholars"))
