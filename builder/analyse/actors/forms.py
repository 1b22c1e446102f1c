"""The other words in which an article says a title or a state: its nationality, and the verb of an office ("chairs")."""

from functools import cache

from builder.analyse.lexicons import word_table

_ENDINGS = ("", "s", "es", "ed", "d", "ing")


@cache
def other_forms(words: str) -> frozenset[str]:
    """What stands for a title or an affiliation: "Danish" for Denmark, "heads" for head; empty where nothing does."""
    state = word_table("countries", "names").get(words)
    peoples = {
        form for form, known in word_table("countries", "demonyms").items() if state is not None and known == state
    }
    verbs = {
        verb for table in ("leads", "works") for verb, title in word_table("roles", table).items() if title == words
    }
    irregular = {form for form, verb in word_table("roles", "irregular").items() if verb in verbs}
    return frozenset(peoples | irregular | {verb + ending for verb in verbs for ending in _ENDINGS})
