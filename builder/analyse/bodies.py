"""Bodies that speak: what a phrase calls them, and which of them "the company" or "the union" means."""

from collections import defaultdict
from collections.abc import Iterator

from builder.analyse.attribution.reading import Reading
from builder.analyse.lexicons import word_list
from builder.analyse.mentions import key_of, titled_sentences
from builder.analyse.scene import Scene
from builder.model.claims import ActorKind

_ENDS_PHRASE = frozenset((",", "(", "—", "–", ";", ":"))
_DASHES = frozenset(("—", "–"))
_BEFORE = 2  # sentences
_NO_BODY = frozenset(("DATE", "TIME", "EVENT", "NORP", "PERSON", "LANGUAGE"))
_CLEAR = 1.5  # how many times as much a firm must be spoken of as the next
_HERE = 1.5  # mentions that one in the same paragraph is worth
_SPOKE = 2.0  # mentions that an attribution is worth
_AFTER_S = frozenset(("’", "'"))
_GLUE = frozenset(("&", "-", "’s", "'s"))


def printed_phrase(reading: Reading, head: int) -> str:
    """The noun phrase up to its first comma or relative clause, without article or genitive."""
    tokens = reading.tokens
    first, last = reading.parse.edges[head]
    first = max([first, *(i + 1 for i in range(first, head) if tokens[i].text in _DASHES)])
    for i in range(head + 1, last + 1):
        token = tokens[i]
        if token.text in _ENDS_PHRASE or token.tag in ("WP", "WDT", "POS") or token.dep in ("relcl", "acl"):
            last = i - 1
            break
    while first < head and (tokens[first].dep in ("punct", "cc", "det") or tokens[first].tag == "PRP$"):
        first += 1
    return " ".join(reading.parse.text[tokens[first].start : tokens[max(head, last)].end].split())


def body_called(scene: Scene, head: int) -> str | None:
    """For "the union" the body named before whose name ends with that word, for "the company" the one most spoken of."""
    tokens = scene.reading.tokens
    if not any(tokens[c].text.lower() in ("the", "this") for c in scene.reading.parse.children[head]):
        return None
    word = tokens[head].text.lower()
    before = [(first, last) for first, last in _capitals(scene, head) if last < head]
    ending = [(f, t) for f, t in before if t > f and tokens[t].text.lower() == word]
    if ending:
        return _printed(scene, _entity_start(scene, ending[-1][0]), ending[-1][1])
    of = [(f, t) for f, t in before if tokens[f].text.lower() == word and f == t and _goes_on(scene, t, head)]
    if of:
        return _printed(scene, of[-1][0], next(t for f, t in before if f == of[-1][1] + 2))
    return _firm(scene, head, before) if word in word_list("speakers", "firms") else None


def _goes_on(scene: Scene, last: int, end: int) -> bool:
    """Whether a name goes on behind an "of": "University of Tarn"."""
    tokens = scene.reading.tokens
    return last + 2 < end and tokens[last + 1].text in ("of", "for") and tokens[last + 2].text[:1].isupper()


def _entity_start(scene: Scene, first: int) -> int:
    """Where the recogniser lets the name begin: "Print and" before "Paper Union"."""
    tokens = scene.reading.tokens
    while first and tokens[first].ent == "ORG" == tokens[first - 1].ent and not tokens[first].ent_starts:
        first -= 1
    return first + 1 if tokens[first].text.lower() == "the" else first


def _printed(scene: Scene, first: int, last: int) -> str:
    tokens = scene.reading.tokens
    return " ".join(scene.reading.parse.text[tokens[first].start : tokens[last].end].split())


def _firm(scene: Scene, head: int, runs: list[tuple[int, int]]) -> str | None:
    """The company of which the article has spoken most so far, if clearly so; what the paragraph speaks of counts more."""
    tokens, paragraph = scene.reading.tokens, scene.reading.parse.paragraph_of
    spoke = {i for i, _ in scene.spoken}
    weight: dict[str, float] = defaultdict(float)
    for first, last in runs:
        name = _printed(scene, first, last)
        known = tokens[last].text in word_list("names", "company_words")
        if (known or tokens[last].ent in ("ORG", "GPE", "")) and not any(
            i in scene.within for i in range(first, last + 1)
        ):
            weight[name] += 1 + _SPOKE * any(first <= i <= last for i in spoke)
            weight[name] += _HERE * (paragraph[first] == paragraph[head])
    whole = [n for n in weight if _may_trade(scene, n) and not any(m.startswith(n + " ") for m in weight)]
    joined = {n: sum(w for m, w in weight.items() if n == m or n.startswith(m + " ")) for n in whole}
    best = sorted(joined, key=lambda n: (-joined[n], n))
    if not best or (len(best) > 1 and joined[best[0]] < _CLEAR * joined[best[1]]):
        return None
    return best[0]


def full_name(scene: Scene, name: str) -> str:
    """The body's name of which the article prints this as the beginning ("Berg" for Berg Paper), else the name itself."""
    tokens = scene.reading.tokens
    runs = list(_capitals(scene, len(tokens)))
    longer = {n for run in runs for n in [_printed(scene, *run)] if n.startswith(name + " ") or n.endswith(" " + name)}
    bodies = {n for run in runs for n in [_printed(scene, *run)] if n in longer and tokens[run[1]].ent == "ORG"}
    firms = {n for n in longer if n.rpartition(" ")[2] in word_list("names", "company_words")} or bodies
    return firms.pop() if len(firms) == 1 else name


def body_acting(scene: Scene, head: int) -> str | None:
    """For "it" the body that the sentence before, or the one before that, says something of."""
    reading = scene.reading
    here = reading.parse.sentence_of[head]
    for sentence in range(here - 1, max(-1, here - 1 - _BEFORE), -1):
        first, end = reading.parse.sentences[sentence]
        for i in range(first, end):
            token = reading.tokens[i]
            named = (
                token.pos == "PROPN" and token.ent not in _NO_BODY and i not in scene.within and not reading.quoted[i]
            )
            name = printed_phrase(reading, i)
            if named and token.dep in ("nsubj", "nsubjpass") and _kind(scene, name) is not ActorKind.PLACE:
                return full_name(scene, name)
    return None


def _may_trade(scene: Scene, name: str) -> bool:
    """Whether a name may be a firm's: no publication's, no ministry's, no place's."""
    words = name.split()
    if _kind(scene, name) in (ActorKind.PLACE, ActorKind.STATE, ActorKind.PUBLICATION, ActorKind.BLOC):
        return False
    if words[-1] in word_list("names", "company_words"):
        return True
    others = ("organisation_words", "publication_words", "places", "things")
    return len(words) > 1 and not any(w in word_list("names", kind) for kind in others for w in words)


def _kind(scene: Scene, name: str) -> ActorKind | None:
    return scene.kinds.get(tuple(map(key_of, name.split())))


def _capitals(scene: Scene, end: int) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words before the token, outside of quotations."""
    tokens, quoted = scene.reading.tokens, scene.reading.quoted
    titled = titled_sentences(scene.reading)
    i = 0
    while i < end:
        if (
            scene.reading.parse.sentence_of[i] in titled
            or not tokens[i].text[:1].isupper()
            or tokens[i].pos not in ("PROPN", "NOUN", "ADJ")
            or quoted[i]
        ):
            i += 1
            continue
        last = i
        sentence = scene.reading.parse.sentences[scene.reading.parse.sentence_of[i]][1]
        while last + 1 < min(end, sentence) and (tokens[last + 1].text[:1].isupper() or _is_glue(scene, last + 1, end)):
            last += 1
        yield i, last
        i = last + 1


def _is_glue(scene: Scene, i: int, end: int) -> bool:
    """A mark inside a name: "Berg & Sons", "Merchants’ Guild"."""
    tokens = scene.reading.tokens
    inside = (
        tokens[i].text in _GLUE
        or tokens[i].tag == "POS"
        or (tokens[i - 1].text.endswith("s") and tokens[i].text in _AFTER_S)
    )
    return inside and i + 1 < end and tokens[i + 1].text[:1].isupper()
