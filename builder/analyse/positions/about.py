"""Which parties a clause is about: who acts in it, whose thing acts, whom it touches, and between whom it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.analyse.lexicons import word_list
from builder.analyse.parsing import Parse
from builder.analyse.positions.clauses import Clause
from builder.analyse.positions.parties import Parties
from builder.analyse.syntax import OWNERS, children, conjuncts, is_passive, lower
from builder.model.claims import ActorKind

_PRONOUNS = frozenset(("it", "they", "he", "she", "its", "their", "his", "her"))
_RELATIVE = frozenset(("which", "who", "that"))


def acting(parse: Parse, parties: Parties, clause: Clause, last: "Antecedents") -> tuple[str, ...]:
    """Who acts or is spoken of as the clause's subject."""
    if clause.subject is None:
        return ()
    head = clause.subject
    word = parse.tokens[head].text.lower()
    if clause.antecedent is not None and word in _RELATIVE:
        return tuple(_named(parse, parties, clause.antecedent))
    if word in _PRONOUNS and parties.at(head) is None:
        return last.meant(word)
    return tuple(dict.fromkeys(_named(parse, parties, head, last)))


def _named(parse: Parse, parties: Parties, head: int, last: "Antecedents | None" = None) -> Iterator[str]:
    """The parties that a noun phrase names: by its head, by an owner or nationality before it, or by "of"."""
    for one in conjuncts(parse, head):
        own = parties.at(one)
        if own is not None:
            yield own
            continue
        sides = parties.sides.get(one, ())
        if sides:
            yield from sides
            continue
        found = [p for c in children(parse, one, *OWNERS) for p in _owner(parse, parties, c, last)]
        found += [p for c in children(parse, one, "appos") for p in [parties.at(c)] if p is not None]
        for prep in children(parse, one, "prep"):
            linked = ("of", "by", "like", "between") + (("for", "from", "at") if is_official(parse, one) else ())
            if parse.tokens[prep].text.lower() in linked:
                found += [
                    p for o in children(parse, prep, "pobj") for c in conjuncts(parse, o) for p in [parties.at(c)] if p
                ]
        yield from found


def speaking_at(parse: Parse, parties: Parties, head: int) -> Iterator[str]:
    """The parties that a noun phrase speaks for: "Tarn", "Tarnish officials", and not "Tarn’s farmers", "Tarn’s former minister"."""
    for one in conjuncts(parse, head):
        official = is_official(parse, one) and not is_private(parse, parties, one)
        if parties.at(one) is not None or official:
            yield from _named(parse, parties, one)
        else:
            yield from parties.sides.get(one, ())


def is_official(parse: Parse, i: int) -> bool:
    """Whether the noun is for a house or for people who speak for one."""
    words = {lower(parse, i), parse.tokens[i].lemma}
    lists = (("roles", "officials"), ("positions", "organs"), ("positions", "house_voices"), ("positions", "speaking"))
    return any(words & word_list(*one) for one in lists)


def is_private(parse: Parse, parties: Parties, i: int) -> bool:
    """Whether words before the noun say that it is for nobody in a state’s office: "opposition leader", "city officials"."""
    private = word_list("positions", "no_office") | word_list("agreements", "local")
    before = (c for c in children(parse, i, *OWNERS) if parties.at(c) is None)
    return any(parse.tokens[c].lemma in private for c in before)


def _owner(parse: Parse, parties: Parties, token: int, last: "Antecedents | None") -> tuple[str, ...]:
    word = parse.tokens[token].text.lower()
    if last is not None and word in _PRONOUNS:
        return last.meant(word)
    own = parties.at(token)
    return (own,) if own is not None else ()


def touched(parse: Parse, parties: Parties, clause: Clause) -> tuple[str, ...]:
    """Whom the clause touches: the object of an effect, the doer of a passive, both sides of what is between them."""
    found: list[str] = []
    if parse.tokens[clause.verb].lemma in word_list("positions", "affecting"):
        for thing in children(
            parse, clause.verb, "dobj", "dative", "nsubj" if is_passive(parse, clause.verb) else "dative"
        ):
            found += _named(parse, parties, thing)
        for inner in children(parse, clause.verb, "ccomp", "xcomp"):
            found += [p for s in children(parse, inner, "nsubj") for p in _named(parse, parties, s)]
        found += _to_whom(parse, parties, clause.verb, ("for", "to"))
    else:
        found += _to_whom(parse, parties, clause.verb, ("for",))
    for agent in children(parse, clause.verb, "agent"):
        found += [p for o in children(parse, agent, "pobj") for p in _named(parse, parties, o)]
    return tuple(dict.fromkeys(found))


def _to_whom(parse: Parse, parties: Parties, verb: int, words: tuple[str, ...]) -> Iterator[str]:
    for thing in (verb, *children(parse, verb, "dobj", "attr", "acomp")):
        for prep in children(parse, thing, "prep", "dative"):
            if parse.tokens[prep].text.lower() in words:
                for target in children(parse, prep, "pobj"):
                    yield from _named(parse, parties, target)


def between(parse: Parse, parties: Parties, clause: Clause) -> tuple[str, ...]:
    """The sides of a relation that the clause names ("trade between A and B", "discussed by A and B")."""
    found: dict[str, None] = {}
    for i in sorted(clause.core):
        token = parse.tokens[i]
        if token.pos == "NOUN" and token.lemma in word_list("positions", "mutual_nouns"):
            for prep in children(parse, i, "prep"):
                if parse.tokens[prep].text.lower() in ("between", "of", "with", "among"):
                    found |= dict.fromkeys(p for o in children(parse, prep, "pobj") for p in _named(parse, parties, o))
            found |= dict.fromkeys(p for c in children(parse, i, *OWNERS) for p in [parties.at(c)] if p)
        elif token.pos == "VERB" and token.lemma in word_list("positions", "mutual_verbs"):
            for agent in children(parse, i, "agent"):
                found |= dict.fromkeys(p for o in children(parse, agent, "pobj") for p in _named(parse, parties, o))
    return tuple(found)


@dataclass
class Antecedents:
    """What pronouns point back to while an article is read: the last party and the last person's party in subject place."""

    thing: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    paragraph: int = -1

    def meant(self, word: str) -> tuple[str, ...]:
        """The parties that a pronoun means, if that is known."""
        return self.person if word in ("he", "she", "his", "her") else self.thing

    def begin(self, paragraph: int) -> None:
        """A new paragraph begins anew."""
        if paragraph != self.paragraph:
            self.thing, self.person, self.paragraph = (), (), paragraph

    def note(self, parse: Parse, parties: Parties, clause: Clause, acting_parties: tuple[str, ...]) -> None:
        """Remembers the subject of a clause. Whoever speaks for nobody is remembered as that."""
        if clause.subject is None:
            return
        name = parties.naming.at.get(clause.subject)
        if name is not None and parties.naming.kinds.get(name) is ActorKind.PERSON and name not in parties.by_name:
            self.person = acting_parties
        elif acting_parties and parse.tokens[clause.subject].text.lower() not in _PRONOUNS:
            self.thing = acting_parties
