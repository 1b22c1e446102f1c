"""The other words in which an article says a title or a state: its nationality, and the verb of an office ("chairs")."""

from functools import cache

from builder.analyse.lexicons import word_list, word_table

_ENDINGS = ("", "s", "es", "ed", "d", "ing")
_BY_VERB = ("leads", "works", "sits")
_JOINING = (" of ", " in ")


@cache
def other_forms(words: str) -> frozenset[str]:
    """What stands for a title or an affiliation: "Danish" for Denmark, "heads" for head; empty where nothing does.

    "teaches law" stands for teacher of law, "headed" for former head, "analysts" for one of them.
    """
    state = word_table("countries", "names").get(words)
    peoples = {
        form for form, known in word_table("countries", "demonyms").items() if state is not None and known == state
    }
    over, _, rest = words.partition(" ")
    if over in word_list("roles", "former") and rest:
        once = {
            f"{word} {article}{rest}"
            for word in word_list("roles", "no_longer")
            for article in ("", "a ", "an ", "the ")
        }
        return other_forms(rest) | once
    for joining in _JOINING:
        noun, _, field = words.partition(joining)
        if field:
            inner = joining if joining == " in " else " "
            return frozenset(peoples | {f"{form}{inner}{field}" for form in _verbs(noun)})
    many = {f"{words}s"} if words in word_list("roles", "experts") else set()
    return frozenset(peoples | many) | _verbs(words)


def _verbs(title: str) -> frozenset[str]:
    """The forms of the verbs that say that somebody is what the title says."""
    verbs = {verb for table in _BY_VERB for verb, noun in word_table("roles", table).items() if noun == title}
    irregular = {form for form, verb in word_table("roles", "irregular").items() if verb in verbs}
    return frozenset(irregular | {verb + ending for verb in verbs for ending in _ENDINGS})
