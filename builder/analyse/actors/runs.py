"""A name at a place, and what is printed as one."""

from dataclasses import dataclass

from builder.analyse.parsing import Parse, Token
from builder.model.ids import fold_accents

_OPENERS = frozenset(("“", "‘", '"', "``", "«", "„", "(", "[", ":", "—", "–", "•", "*", "'"))


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


def is_capital(token: Token) -> bool:
    """Whether the word is printed with a capital, and is a word."""
    return (token.text[:1].isupper() and token.text.rstrip(".") not in ("I", "A")) or _is_initial(token)


def _is_initial(token: Token) -> bool:
    return len(token.text) == 2 and token.text[0].isupper() and token.text[1] == "."


def is_start(parse: Parse, i: int, start: int) -> bool:
    """Whether a capital says nothing here: at the beginning of a sentence or of a quotation."""
    sentence = parse.sentences[parse.sentence_of[i]][0]
    return i in (start, sentence) or parse.tokens[i - 1].text in _OPENERS
