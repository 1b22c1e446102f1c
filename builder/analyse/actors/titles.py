"""A run of capitals cut into what it names: the title, the nationality and the organisation before a person's name."""

from collections.abc import Iterator

from builder.analyse.actors.runs import Name, make_name
from builder.analyse.actors.trades import is_trade
from builder.analyse.genders import is_given_name
from builder.analyse.lexicons import word_list, word_table
from builder.analyse.parsing import Parse
from builder.model.ids import fold_accents

_PREPOSITIONS = frozenset(("of", "for", "on"))


def split_run(parse: Parse, first: int, last: int) -> Iterator[Name]:
    """A run as names: a title is cut off, a state or a nationality before a person's name too."""
    if last > first + 1 and parse.tokens[last].text in word_list("roles", "postnominals"):
        last -= 1
    whole = make_name(parse, first, last)
    if len(whole.words) == 1 or " ".join(whole.words) in word_table("countries", "names"):
        yield whole
        return
    cut = _title_end(parse, first, last)
    if cut is not None and _is_ship(parse, first):
        return
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


def _is_ship(parse: Parse, first: int) -> bool:
    """Whether an article stands before a title that takes none ("the Lady Ann")."""
    titled = parse.tokens[first].text in (
        "Lady",
        "Lord",
        "Queen",
        "King",
        "Prince",
        "Princess",
        "Duke",
        "Empress",
        "Saint",
    )
    return titled and first > 0 and parse.tokens[first - 1].text.lower() == "the"


def _is_institution(words: tuple[str, ...]) -> bool:
    """Whether a word of a name says that it is nobody's: the last one, or any that is an organisation's."""
    if words[0] in word_list("people", "given"):
        return False
    lists = ("organisation_words", "company_words", "publication_words", "places", "things")
    ends = any(words[-1] in word_list("names", kind) for kind in lists)
    return ends or any(w in word_list("names", "organisation_words") for w in words)


def _title_end(parse: Parse, first: int, last: int) -> int | None:
    """The last word of the title that the run begins with; None where no title leads to a name, or to the run's end."""
    words = [parse.tokens[i].text.lower().rstrip(".") for i in range(first, last + 1)]
    follows = [*words[1:], ""]
    pairs = {pair.lower() for pair in word_list("people", "title_pairs")}
    ends = [
        first + at
        for at, word in enumerate(words)
        if _is_title(word, follows[at]) or " ".join(words[max(0, at - 1) : at + 1]) in pairs
    ]
    if not ends or "&" in words:  # "Klein & Partner"
        return None
    tail = tuple(parse.tokens[i].text for i in range(ends[-1] + 1, last + 1))
    if len(tail) > 1 and tail[0] == "of" and tail[1] in word_list("roles", "office_fields"):
        ends, tail = [ends[-1] + 2], tail[2:]
    modifiers = all(
        w in word_list("roles", "title_modifiers") for w, f in zip(words, follows, strict=True) if _is_title(w, f)
    )
    if modifiers and not (tail and is_given_name(fold_accents(tail[0]).lower())):
        return None
    if any(w.lower() in _PREPOSITIONS for w in tail) or (tail and _is_institution(tail)):
        return None
    whole = ends[0] > first and len(tail) == 1 and all(parse.tokens[i].ent == "ORG" for i in range(first, last + 1))
    return ends[-1] if not whole else None  # "Tarn Head Advisory"


def _is_title(word: str, following: str) -> bool:
    """Whether the word may stand before a name and tell who that is; nobody is called by it first."""
    if word in word_list("roles", "titles"):
        return True
    if word in word_list("roles", "first_names_too"):
        return False
    known = is_given_name(fold_accents(following))
    return (word in word_list("roles", "people") and not is_given_name(word)) or (known and is_trade(word, word))


def _organisation_in_title(parse: Parse, first: int, cut: int) -> Iterator[Name]:
    """The state or party in a title ("Greens Party Leader")."""
    at = first
    while at <= cut:
        word = parse.tokens[at].text.lower().rstrip(".")
        following = parse.tokens[at + 1].text.lower() if at + 1 < len(parse.tokens) else ""
        if _is_title(word, following) or word in word_list("roles", "former"):
            break
        at += 1
    if at > first:
        yield make_name(parse, first, at - 1)


def _nationality(parse: Parse, first: int, last: int) -> int:
    """How many tokens at the start name a state or its people, if a name follows; "Georgia Pell" is one name."""
    if last == first + 1 and is_given_name(fold_accents(parse.tokens[first].text).lower()):
        return 0
    known = (word_table("countries", "names"), word_table("countries", "demonyms"))
    for size in (3, 2, 1):
        words = " ".join(parse.tokens[i].text for i in range(first, min(first + size, last + 1)))
        if first + size <= last and any(words in table for table in known):
            return size
    return 0
