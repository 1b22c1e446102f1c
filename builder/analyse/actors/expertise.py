"""Whether a role is an expert's: by its noun, or by leading a house that studies something."""

from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse
from builder.model.text import Span

_STUDIES = ("ologist", "onomist")  # who studies something, by the word


def is_expert(title: str, affiliation: str | None, parse: Parse, span: Span) -> bool:
    """For a title at a place, with the words after it; `span` is where it stands."""
    words = title.lower().replace("-", " ").split()
    if any(w in word_list("roles", "experts") or w.endswith(_STUDIES) for w in words):
        return True
    assists = any(w in word_list("roles", "research_assistants") for w in words)
    if assists and any(w in word_list("roles", "expert_modifiers") for w in words):
        return True
    leads = any(w in word_list("roles", "leading_roles") for w in words)
    around = f"{affiliation or ''} {parse.text[span.start : span.end + 80].partition('. ')[0]}"
    return leads and any(body in around for body in sorted(word_list("roles", "expert_bodies")))
