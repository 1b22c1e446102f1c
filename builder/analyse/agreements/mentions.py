"""Where an article names an agreement, a supply of arms, a base or a common work."""

from collections.abc import Callable, Iterator

from builder.analyse.agreements.arrangements import access, pledge, supply, upgrade, works
from builder.analyse.agreements.nouns import Mention, named
from builder.analyse.agreements.transfers import accord, bulk, joint, lease, lending, promised, signed, stake
from builder.analyse.parsing import Parse
from builder.analyse.syntax import Body

Reader = Callable[[Parse, int], Mention | None]

READERS: tuple[Reader, ...] = (
    *(named, joint, supply, works, access, pledge, upgrade),
    *(lending, lease, stake, bulk, accord, promised, signed),
)


def find_mentions(parse: Parse, body: Body) -> Iterator[Mention]:
    """All of them, in the order of the words that tell of them."""
    for i in body:
        token = parse.tokens[i]
        if token.pos not in ("NOUN", "PROPN", "VERB") or token.dep == "compound":
            continue
        found = next((m for read in READERS for m in [read(parse, i)] if m is not None), None)
        if found is not None:
            yield found
