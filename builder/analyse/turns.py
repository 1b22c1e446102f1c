"""Negations, modal verbs and hedges, each with the word that it governs: cut off from it, they turn what it says."""

from collections.abc import Iterator

from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse, Token
from builder.model.claims import Kind
from builder.model.findings import TurnFinding, finding_key
from builder.model.text import SourceText, Span

_GOVERNED = frozenset(("VERB", "AUX", "ADJ"))


def find_turns(text: SourceText, parse: Parse) -> Iterator[TurnFinding]:
    """Every such word of the article, in order."""
    for token in parse.tokens:
        head = parse.tokens[token.head]
        strong = _is_strong(token)
        if head is token or head.pos not in _GOVERNED or not (strong or _is_hedge(token)):
            continue
        yield TurnFinding(
            source=text.id,
            spans=(Span(token.start, token.end),),
            rule="turning-word",
            key=finding_key(Kind.QUOTES, f"{token.text} {head.text}"),
            governed=Span(head.start, head.end),
            strong=strong,
        )


def _is_strong(token: Token) -> bool:
    return token.dep == "neg" or token.tag == "MD" or token.lemma in word_list("outlook", "negations")


def _is_hedge(token: Token) -> bool:
    return token.dep == "advmod" and token.lemma in word_list("outlook", "hedges")
