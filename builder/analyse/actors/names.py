"""Capitalised names in running text, cut from the titles and nationalities before them."""

from collections.abc import Iterable, Iterator

from builder.analyse.actors.runs import Name, is_capital, is_start
from builder.analyse.actors.titles import split_run
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse, Token
from builder.analyse.person_nouns import is_person_noun
from builder.analyse.syntax import Body
from builder.model.ids import fold_accents

_GLUE = frozenset(("of", "for", "on", "the", "and", "&", "de", "du", "la", "et"))
_HYPHENS = frozenset(("-", "–", "‑"))
_PREPOSITIONS = frozenset(("of", "for", "on"))
_UNNAMED = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"))
_PARTICLES = 3  # in a row
_LONGEST = 14  # tokens


def read_names(parse: Parse, body: Body) -> tuple[Name, ...]:
    """The names of the running text, in order, without overlap."""
    known = _known_words(parse, _read(parse, body, frozenset()))
    return tuple(_read(parse, body, known))


def _read(parse: Parse, body: Body, known: frozenset[str]) -> Iterator[Name]:
    for start, end in body.ranges:
        for first, last in _runs(parse, start, end, known):
            yield from split_run(parse, first, last)


def _known_words(parse: Parse, found: Iterable[Name]) -> frozenset[str]:
    """The words of names of several words: at the beginning of a sentence they are names too, whatever the tagger says."""
    names = tuple(found)
    longer = {w for n in names if len(n.words) > 1 and not is_start(parse, n.first, 0) for w in n.words}
    fuller = {w for n in names if len(n.words) > 1 for w in n.words[1:]}
    return frozenset(w for w in longer | fuller if w[:1].isupper()) - word_list("people", "starters")


def _runs(parse: Parse, start: int, end: int, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    i = start
    while i < end:
        if not _begins(parse, i, start, known):
            i += 1
            continue
        last = i
        while last - i < _LONGEST:
            following = _next_part(parse, i, last, end)
            if following is None:
                break
            last = following
        yield i, last
        i = last + 1


def _begins(parse: Parse, i: int, start: int, known: frozenset[str]) -> bool:
    token = parse.tokens[i]
    if not is_capital(token) or token.text in word_list("people", "calendar") or token.pos in ("PRON", "NUM", "INTJ"):
        return False
    if token.text.startswith(("'", "’")):
        return False
    if is_start(parse, i, start):
        named = token.pos == "PROPN" or token.ent not in ("", *_UNNAMED) or token.text in known
        return named and token.text not in word_list("people", "starters")
    return token.ent not in _UNNAMED or (token.pos == "PROPN" and token.ent not in ("DATE", "TIME"))


def _next_part(parse: Parse, first: int, last: int, end: int) -> int | None:
    """The token at which the run goes on after `last`, over glue; None where it ends."""
    following = last + 1
    if following >= end or parse.sentence_of[following] != parse.sentence_of[first]:
        return None
    token = parse.tokens[following]
    if _goes_on(token):
        return following
    if following + 1 >= end:
        return None
    after = _after_hyphen(parse, first, last) if token.text in _HYPHENS else _after_particles(parse, last, end)
    return after or _over_glue(parse, first, last, end)


def _after_hyphen(parse: Parse, first: int, last: int) -> int | None:
    """The token behind a hyphen within a name ("Seo-yeon", "Soo-ah")."""
    hyphen, after = parse.tokens[last + 1], parse.tokens[last + 2]
    if hyphen.start != parse.tokens[last].end or after.start != hyphen.end:
        return None
    family = {fold_accents(t.text).lower() for t in parse.tokens[first:last]}
    given = after.text.isalpha() and not family.isdisjoint(word_list("speakers", "families_first"))
    given = given or (last > first and after.text.isalpha() and "PERSON" in (after.ent, hyphen.ent))
    return last + 2 if given or is_capital(after) or after.text[:1].isdigit() else None


def _after_particles(parse: Parse, last: int, end: int) -> int | None:
    """The token behind "van der", "&", or the mark of an owner within the name of a house ("Workers’ Union")."""
    at = last + 1
    named = at
    while named + 1 < end and named < at + _PARTICLES and parse.tokens[named].text in word_list("people", "particles"):
        named += 1
    if named > at and _goes_on(parse.tokens[named]):
        return named
    glued = named + 1 < end and named > at and parse.tokens[named].text in _HYPHENS
    if glued and parse.tokens[named].start == parse.tokens[named - 1].end and _goes_on(parse.tokens[named + 1]):
        return named + 1
    plural = parse.tokens[at].text in ("’", "'") and parse.tokens[last].text.endswith("s")
    saint = parse.tokens[at].tag == "POS" and parse.tokens[last].text not in word_table("countries", "names")
    after = parse.tokens[at + 1].text
    owned = (plural or saint) and after in word_list("names", "organisation_words")
    owned = owned or (_are_people(parse, last) and _ends_house(parse, at + 1, end))
    return at + 1 if owned or (parse.tokens[at].text == "&" and _goes_on(parse.tokens[at + 1])) else None


def _are_people(parse: Parse, i: int) -> bool:
    """Whether the word is one for many people, by whom houses are named: "Farmers", "Women", "People"."""
    low = parse.tokens[i].text.lower()
    return low in word_list("names", "many") or (low.endswith("s") and is_person_noun(low.removesuffix("s")))


def _ends_house(parse: Parse, first: int, end: int) -> bool:
    """Whether the capitals from the token on end with a word for a house: "General Syndicate", "Voice Party"."""
    last = first
    while last + 1 < end and _goes_on(parse.tokens[last + 1]):
        last += 1
    word = parse.tokens[last].text
    return _goes_on(parse.tokens[first]) and (
        word in word_list("names", "organisation_words") or word.lower() in word_list("bodies", "nouns")
    )


def _goes_on(token: Token) -> bool:
    return (
        is_capital(token)
        and token.text not in word_list("people", "calendar")
        and token.pos not in ("PRON", "INTJ")
        and token.ent not in ("DATE", "TIME")
    )


def _over_glue(parse: Parse, first: int, last: int, end: int) -> int | None:
    at = last + 1
    while at < end and parse.tokens[at].text.lower() in _GLUE and at <= last + 2:
        at += 1
    if at == last + 1 or at >= end or not _goes_on(parse.tokens[at]):
        return None
    glue = [parse.tokens[k] for k in range(last + 1, at)]
    one_entity = all(t.ent not in ("", *_UNNAMED) and not t.ent_starts for t in (*glue, parse.tokens[at]))
    words = [parse.tokens[k].text for k in range(first, last + 1)]
    heads = word_list("names", "organisation_words")
    listed = glue[0].text.lower() in ("and", "&") and not any(w in heads for w in (*words, _ends_entity(parse, at)))
    if one_entity and not listed and parse.tokens[last].ent == parse.tokens[at].ent != "PERSON":
        return at
    if words[0] in word_list("names", "first_words") and glue[0].text.lower() in ("de", "du", "la"):
        return at
    office = words[-1].lower() in word_list("roles", "titles") and glue[0].text == "of"
    if office and parse.tokens[at].text in word_list("roles", "office_fields"):
        return at
    if glue[0].text.lower() in _PREPOSITIONS:
        return at if words[-1] in heads | word_list("names", "things") and glue[0].text.lower() != "on" else None
    inside = any(w.lower() in _PREPOSITIONS for w in words)
    both = inside and glue[0].text.lower() in ("and", "&") and parse.tokens[at].dep in ("conj", "compound")
    return at if both and words[0] in word_list("names", "organisation_words") else None


def _ends_entity(parse: Parse, i: int) -> str:
    """The last word of the entity that the token is part of."""
    while (
        i + 1 < len(parse.tokens)
        and parse.tokens[i + 1].ent == parse.tokens[i].ent
        and not parse.tokens[i + 1].ent_starts
    ):
        i += 1
    return parse.tokens[i].text
