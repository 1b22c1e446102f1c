"""Actors without a name: an embassy's spokesperson, "analysts". Their own words are all they are called by."""

from collections.abc import Iterator

from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse
from builder.analyse.syntax import Body, phrase, trimmed
from builder.model.claims import ActorKind, Kind, Role
from builder.model.findings import ActorFinding, finding_key
from builder.model.text import SourceText

_ACTING = frozenset(("nsubj", "pobj", "agent", "conj", "appos"))
_LONGEST = 12  # tokens
_LEAST = 2  # words: "the spokesperson" says less than what it points back to


def find_unnamed(text: SourceText, parse: Parse, body: Body, named: frozenset[int]) -> Iterator[ActorFinding]:
    """Spokespersons named by their house, and groups of experts, each wording once."""
    seen: set[str] = set()
    for i in body:
        token = parse.tokens[i]
        if token.pos not in ("NOUN", "PROPN") or i in named or token.dep not in _ACTING:
            continue
        if token.lemma in word_list("roles", "spokespersons"):
            finding = _office(text, parse, i, named)
        elif token.text.lower() in word_list("roles", "expert_collectives"):
            finding = _experts(text, parse, i)
        else:
            continue
        if finding is not None and finding.key not in seen:
            seen.add(finding.key)
            yield finding


def _office(text: SourceText, parse: Parse, head: int, named: frozenset[int]) -> ActorFinding | None:
    first, last = phrase(parse, head)
    last = min(last, head + _LONGEST)
    beside = {head - 1, head + 1, head + 2}
    if last - first + 1 < _LEAST or (beside & named and parse.tokens[head].dep == "compound"):
        return None
    if not any(parse.tokens[i].pos == "PROPN" for i in range(first, last + 1)):
        return None
    first, last = trimmed(parse, first, last)
    title = parse.tokens[head].text
    return _make(text, parse, (first, last), ActorKind.OFFICE, Role(title))


def _experts(text: SourceText, parse: Parse, head: int) -> ActorFinding | None:
    first, last = phrase(parse, head)
    if any(parse.tokens[i].pos in ("SYM", "PUNCT") for i in range(first, head)):
        return None
    return _make(text, parse, (first, min(last, head)), ActorKind.COLLECTIVE, None)


def _make(text: SourceText, parse: Parse, tokens: tuple[int, int], kind: ActorKind, role: Role | None) -> ActorFinding:
    span = parse.span(*tokens)
    name = " ".join(span.of(parse.text).split())
    return ActorFinding(
        source=text.id,
        spans=(span,),
        rule=f"unnamed-{kind.value}",
        key=finding_key(Kind.ACTORS, name),
        name=name,
        kind=kind,
        roles=(role,) if role is not None else (),
        role_spans=(span,) if role is not None else (),
        expert=kind is ActorKind.COLLECTIVE,
    )
