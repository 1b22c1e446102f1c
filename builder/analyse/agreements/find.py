"""The agreements of an article: each mention with parties, date and status, the mentions of one agreement joined."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.analyse.agreements.mentions import find_mentions
from builder.analyse.agreements.nouns import Mention, lemma_of
from builder.analyse.agreements.sides import date_of, parties_of, read_dates_of, told_parties
from builder.analyse.agreements.status import status_of
from builder.analyse.agreements.transfers import is_talked_about
from builder.analyse.lexicons import word_list
from builder.analyse.naming import read_naming
from builder.analyse.parsing import Parse
from builder.analyse.syntax import body_of, children, lower
from builder.analyse.when import When
from builder.model.claims import Kind, Status
from builder.model.findings import ActorFinding, AgreementFinding, finding_key, merge_spans
from builder.model.text import SourceText, Span, words_of

_TWO = 2
# Parties that must be told, by the rule: a deed of one side is no agreement.
_LEAST_TOLD = {"loan": 1, "lease": 1, "signed": 1, "works": 1} | dict.fromkeys(
    ("supply", "stake", "accord", "talks", "bulk", "promise", "agreed", "shared"), 2
)
_RULES_AS_NOUNS = ("loan", "lease")  # "will lend … The loan"
_MADE = (Status.SIGNED, Status.IN_FORCE, Status.HISTORICAL)
_RECENT = 100  # agreements before, among which a mention finds its own


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention with what its sentence says of it."""

    mention: Mention
    span: Span
    parties: tuple[str, ...]
    date: str | None
    status: Status


def find_agreements(
    text: SourceText, parse: Parse, actors: Iterable[ActorFinding] = (), published: str | None = None
) -> tuple[AgreementFinding, ...]:
    """Every agreement that the running text names, once, in order. `published` is the article's ISO day, if known."""
    naming = read_naming(parse, actors)
    mentions = tuple(find_mentions(parse, body_of(text, parse)))
    dates = read_dates_of(text, parse, mentions, published)
    seen = []
    for mention in mentions:
        told = told_parties(parse, naming, mention)
        talked = mention.rule == "supply" and is_talked_about(parse, mention.noun)
        if len(told) < _LEAST_TOLD.get(mention.rule, 0) and not talked:
            continue
        status = status_of(parse, mention)
        seen.append(
            Seen(
                mention=mention,
                span=parse.span(mention.first, mention.last),
                parties=parties_of(parse, naming, mention, told),
                date=_date(parse, mention, dates[parse.sentence_of[mention.noun]], status, published),
                status=status,
            )
        )
    return tuple(_finding(text, group) for group in _join(text, parse, seen))


def _date(parse: Parse, mention: Mention, dates: Sequence[When], status: Status, published: str | None) -> str | None:
    """Its date; what is expected lies ahead of the day of publication ("to be signed in May")."""
    when = date_of(parse, mention, dates)
    if when is None:
        return None
    ahead = status is Status.EXPECTED and published is not None and when.date < published
    return (when.coming(when.span.of(parse.text)) if ahead else when).date


def _join(text: SourceText, parse: Parse, seen: Sequence[Seen]) -> list[list[Seen]]:
    """Mentions with the same title and no two dates that differ are one agreement, and what points back is no new one."""
    groups: list[list[Seen]] = []
    for one in seen:
        words = words_of(one.span.of(text.text))
        home = next((g for g in groups[-_RECENT:] if _is_same(text, g[0], one, words)), None)
        if home is None and _is_definite(parse, one):
            home = next((g for g in reversed(groups[-_RECENT:]) if _takes_up(text, parse, g, one, words)), None)
        if home is None:
            home = next((g for g in groups[-1:] if _is_form_of(parse, g[-1].mention, one.mention)), None)
        if home is None and _is_bare(parse, one):
            home = next((g for g in reversed(groups[-_RECENT:]) if _is_lately(parse, g[-1], one)), None)
        if home is None and _is_known(parse, one):
            home = next((g for g in reversed(groups[-_RECENT:]) if set(g[0].parties) & set(one.parties)), None)
        if home is None:
            groups.append([one])
        elif not any(s.span.overlaps(one.span) for s in home):
            home.append(one)
    return groups


def _is_definite(parse: Parse, one: Seen) -> bool:
    return any(lower(parse, c) in ("the", "this", "that") for c in children(parse, one.mention.noun, "det"))


def _takes_up(text: SourceText, parse: Parse, known: Sequence[Seen], one: Seen, words: tuple[str, ...]) -> bool:
    """Whether "the pact" or "the 2015 pact" is a pact named before: the same noun, and no word that was not there."""
    if one.mention.rule != "named" or lemma_of(parse, one.mention.noun) != lemma_of(parse, known[0].mention.noun):
        return False
    before = {word for seen in known for word in words_of(seen.span.of(text.text))}
    return set(_core(words)) <= before


def _is_bare(parse: Parse, one: Seen) -> bool:
    """As in "the deal": a word that any agreement may be taken up by, with nothing beside it."""
    lemma = lemma_of(parse, one.mention.noun)
    generic = lemma in word_list("agreements", "strong") or lemma in _RULES_AS_NOUNS
    return (
        generic and one.mention.rule == "named" and one.mention.first == one.mention.last and _is_definite(parse, one)
    )


def _is_lately(parse: Parse, known: Seen, one: Seen) -> bool:
    """Whether an agreement was named in the same paragraph or the one before."""
    away = parse.paragraph_of[one.mention.noun] - parse.paragraph_of[known.mention.noun]
    if known.mention.rule != "named":
        return known.mention.rule == lemma_of(parse, one.mention.noun) and away <= 1
    return lemma_of(parse, one.mention.noun) not in _RULES_AS_NOUNS and away <= 1


def _is_form_of(parse: Parse, known: Mention, one: Mention) -> bool:
    """Whether the noun only names the form of what is told already: "ordered ten boats in a deal worth $3 million"."""
    prep = parse.tokens[one.noun].head
    over = parse.tokens[prep].head
    formed = parse.tokens[prep].dep == "prep" and lower(parse, prep) in ("in", "under", "through")
    told = (over, parse.tokens[over].head) if parse.tokens[over].dep == "xcomp" else (over,)
    named = known.rule in ("named", "joint") or one.rule != "named"
    return not named and formed and bool({known.verb, known.noun} & set(told))


def _is_known(parse: Parse, one: Seen) -> bool:
    """As in "the deals with Tarn": a plural with "the", of which nothing new is told."""
    token = parse.tokens[one.mention.noun]
    the = any(lower(parse, c) == "the" for c in children(parse, one.mention.noun, "det"))
    return the and token.tag == "NNS" and one.status is Status.UNCLEAR and one.mention.rule == "named"


def _is_same(text: SourceText, known: Seen, one: Seen, words: tuple[str, ...]) -> bool:
    if known.span.overlaps(one.span):
        return True
    if known.date is not None and one.date is not None and known.date != one.date:
        return False
    shared = set(known.parties) & set(one.parties)
    same_words = _core(words_of(known.span.of(text.text))) == _core(words)
    return same_words and len(shared) >= min(_TWO, len(known.parties), len(one.parties))


def _core(words: Sequence[str]) -> tuple[str, ...]:
    """The words without counts and quantities at the front."""
    at = 0
    while at < len(words) - 1 and (words[at].isdigit() or words[at] in word_list("agreements", "quantities")):
        at += 1
    return tuple(words[at:])


def _finding(text: SourceText, group: Sequence[Seen]) -> AgreementFinding:
    best = max(group, key=lambda s: (s.status is not Status.UNCLEAR, len(s.parties) >= _TWO))
    statuses = {s.status for s in group}
    latest = next((s for s in (Status.HISTORICAL, Status.SIGNED) if s in statuses), best.status)
    first = group[0]
    title = first.span.of(text.text)
    dates = [s.date for s in group if s.date is not None]
    return AgreementFinding(
        source=text.id,
        spans=merge_spans(s.span for s in group),
        rule=first.mention.rule,
        key=finding_key(Kind.AGREEMENTS, f"{title} {first.date or ''} {' '.join(first.parties)}"),
        title=title,
        kind=first.mention.kind,
        parties=best.parties,
        date=dates[0] if dates else None,
        status=latest if best.status in _MADE else best.status,
    )
