"""Names of persons by their shape: capitalised words, initials and small particles."""

from builder.ingest.phrases import NOT_IN_NAMES, PARTICLES, word_set
from builder.model.text import fold

_LONGEST = 6  # words


def is_name(words: str) -> bool:
    """Whether the words could be one person's full name: two to six words, each with a capital or a particle."""
    tokens = words.split()
    if not 2 <= len(tokens) <= _LONGEST or len(words) > 60:
        return False
    inner_fits = all(_fits(token) or token.lower() in PARTICLES for token in tokens)
    return inner_fits and _fits(tokens[0]) and _fits(tokens[-1].rstrip(".")) and len(tokens[-1]) > 1


def leading_name(words: str) -> str | None:
    """The name a sentence about a person begins with ("Jane Q. Doe is …"), up to its verb; None where there is none."""
    tokens = words.split(maxsplit=_LONGEST + 1)[: _LONGEST + 1]
    for count, token in enumerate(tokens):
        if token.lower().rstrip(",") in _VERBS:
            name = " ".join(tokens[:count]).rstrip(",")
            return name if is_name(name) and words.startswith(name) else None
    return None


_VERBS = word_set("is was are works writes covers reports teaches has joined serves leads")


def _fits(token: str) -> bool:
    bare = fold(token)
    letters = bare.replace("'", "").replace("-", "")
    is_initial = len(bare) == 2 and bare[1] == "."
    return bare[:1].isupper() and bare.lower() not in NOT_IN_NAMES and (is_initial or letters.isalpha())
