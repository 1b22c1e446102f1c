"""Capitalised names in running text, cut from the titles and nationalities before them."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse, Token
from builder.analyse.syntax import Body
from builder.model.ids import fold_accents

_GLUE = frozenset(("of", "for", "on", "the", "and", "&", "de", "du", "la", "et"))
_PREPOSITIONS = frozenset(("of", "for", "on"))
_HYPHENS = frozenset(("-", "–", "‑"))
_UNNAMED = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"))
_OPENERS = frozenset(("“", "‘", '"', "``", "«", "„", "(", "[", ":", "—", "–", "•", "*", "'"))
_LONGEST = 14  # tokens


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a place, as tokens `first` to `last`, both included; `title_first` is where its title begins, if any."""

    first: int
    last: int
    words: tuple[str, ...]
    title_first: int | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """Its words without accents and in lower case: two printings of one name have one key."""
        return tuple(fold_accents(w).lower().rstrip(".") for w in self.words)


def read_names(parse: Parse, body: Body) -> tuple[Name, ...]:
    """The names of the running text, in order, without overlap."""
    found: list[Name] = []
    for start, end in body.ranges:
        for first, last in _runs(parse, start, end):
            found += _split(parse, first, last)
    return tuple(found)


def make_name(parse: Parse, first: int, last: int, title_first: int | None = None) -> Name:
    """The name that stands from `first` to `last`; words printed with a hyphen are one."""
    words: list[str] = []
    for i in range(first, last + 1):
        joined = i > first and parse.tokens[i].start == parse.tokens[i - 1].end
        if joined and words:
            words[-1] += parse.tokens[i].text
        else:
            words.append(parse.tokens[i].text)
    return Name(first, last, tuple(words), title_first)


def _runs(parse: Parse, start: int, end: int) -> Iterator[tuple[int, int]]:
    i = start
    while i < end:
        if not _begins(parse, i, start):
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


def is_capital(token: Token) -> bool:
    """Whether the word is printed with a capital, and is a word."""
    return (token.text[:1].isupper() and token.text.rstrip(".") not in ("I", "A")) or _is_initial(token)


def _is_initial(token: Token) -> bool:
    return len(token.text) == 2 and token.text[0].isupper() and token.text[1] == "."


def _begins(parse: Parse, i: int, start: int) -> bool:
    token = parse.tokens[i]
    if not is_capital(token) or token.text in word_list("people", "calendar") or token.pos in ("PRON", "NUM", "INTJ"):
        return False
    if token.text.startswith(("'", "’")):
        return False
    if is_start(parse, i, start):
        known = token.pos == "PROPN" or (token.ent not in ("", *_UNNAMED))
        return known and token.text not in word_list("people", "starters")
    return token.ent not in _UNNAMED or (token.pos == "PROPN" and token.ent not in ("DATE", "TIME"))


def is_start(parse: Parse, i: int, start: int) -> bool:
    """Whether a capital says nothing here: at the beginning of a sentence or of a quotation."""
    sentence = parse.sentences[parse.sentence_of[i]][0]
    return i in (start, sentence) or parse.tokens[i - 1].text in _OPENERS


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
    joined = token.start == parse.tokens[last].end and parse.tokens[following + 1].start == token.end
    if token.text in _HYPHENS and joined:
        after = parse.tokens[following + 1]
        return following + 1 if is_capital(after) or after.text[:1].isdigit() else None
    if token.text.lower() in word_list("people", "particles") and _goes_on(parse.tokens[following + 1]):
        return following + 1
    return _over_glue(parse, first, last, end)


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
    listed = glue[0].text.lower() in ("and", "&") and not any(
        w in word_list("names", "organisation_words") for w in words
    )
    if one_entity and not listed and parse.tokens[last].ent == parse.tokens[at].ent != "PERSON":
        return at
    if glue[0].text.lower() in _PREPOSITIONS:
        heads = word_list("names", "organisation_words") | word_list("names", "things")
        return at if words[-1] in heads and glue[0].text.lower() != "on" else None
    inside = any(w.lower() in _PREPOSITIONS for w in words)
    both = inside and glue[0].text.lower() in ("and", "&") and parse.tokens[at].dep in ("conj", "compound")
    return at if both and words[0] in word_list("names", "organisation_words") else None


def _split(parse: Parse, first: int, last: int) -> Iterator[Name]:
    """A run as names: a title is cut off, a state or a nationality before a person's name too."""
    whole = make_name(parse, first, last)
    if len(whole.words) == 1 or " ".join(whole.words) in word_table("countries", "names"):
        yield whole
        return
    cut = _title_end(parse, first, last)
    if cut is not None:
        yield from _organisation_in_title(parse, first, cut)
        if cut < last:
            yield make_name(parse, cut + 1, last, first)
        return
    size = _nationality(parse, first, last)
    if size and not _is_institution(whole.words):
        yield make_name(parse, first, first + size - 1)
        yield make_name(parse, first + size, last)
        return
    yield whole


def _is_institution(words: tuple[str, ...]) -> bool:
    """Whether a word of a name says that it is nobody's: the last one, or any that is an organisation's."""
    if words[0] in word_list("people", "given"):
        return False
    lists = ("organisation_words", "company_words", "publication_words", "places", "things")
    ends = any(words[-1] in word_list("names", kind) for kind in lists)
    return ends or any(w in word_list("names", "organisation_words") for w in words)


def _title_end(parse: Parse, first: int, last: int) -> int | None:
    """The last word of the title that the run begins with; None where no title leads to a name, or to the run's end."""
    titles = word_list("roles", "titles")
    words = [parse.tokens[i].text.lower().rstrip(".") for i in range(first, last + 1)]
    ends = [first + at for at, word in enumerate(words) if word in titles]
    if not ends or all(w in word_list("roles", "title_modifiers") for w in words if w in titles):
        return None
    tail = tuple(parse.tokens[i].text for i in range(ends[-1] + 1, last + 1))
    if any(w.lower() in _PREPOSITIONS for w in tail) or (tail and _is_institution(tail)):
        return None
    return ends[-1]


def _organisation_in_title(parse: Parse, first: int, cut: int) -> Iterator[Name]:
    """The state or party in a title ("Greens Party Leader")."""
    titles = word_list("roles", "titles") | word_list("roles", "former")
    at = first
    while at <= cut and parse.tokens[at].text.lower().rstrip(".") not in titles:
        at += 1
    if at > first:
        yield make_name(parse, first, at - 1)


def _nationality(parse: Parse, first: int, last: int) -> int:
    """How many tokens at the start name a state or its people, if a name follows."""
    known = (word_table("countries", "names"), word_table("countries", "demonyms"))
    for size in (3, 2, 1):
        words = " ".join(parse.tokens[i].text for i in range(first, min(first + size, last + 1)))
        if first + size <= last and any(words in table for table in known):
            return size
    return 0
