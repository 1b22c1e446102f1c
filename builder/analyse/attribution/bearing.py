"""How the content is borne: what outside it turns its meaning."""

from builder.analyse.attribution.judged import Unit
from builder.analyse.attribution.reading import Reading
from builder.analyse.lexicons import word_list


def governing_words(reading: Reading, unit: Unit) -> list[int]:
    """Tokens outside the content that deny it or leave it open: "did *not* say that", "*denied* that", "*might* say"."""
    inside = unit.tokens
    heads = {reading.tokens[i].head for first, last in unit.content for i in range(first, last + 1)} - inside
    if unit.cue is not None and unit.cue not in inside:
        heads.add(unit.cue)
    found = {h for h in heads if h == unit.cue and reading.tokens[h].lemma in word_list("manners", "denying")}
    for head in heads:
        for child in reading.parse.children[head]:
            if child not in inside and _turns(reading, child):
                found.add(child)
    return sorted(found)


def _turns(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    if token.dep == "neg":
        return True
    return token.tag == "MD" and token.lemma in word_list("manners", "weighing")
