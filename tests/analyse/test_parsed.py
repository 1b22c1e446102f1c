"""The cases of `cases/` for what is read off the parse: each needs the language model."""

from typing import TYPE_CHECKING

import pytest

from builder.analyse.actors import find_actors
from builder.analyse.agreements import find_agreements
from builder.analyse.events import find_events
from builder.analyse.figure_subjects import subject_of
from builder.analyse.figures import find_figures
from builder.analyse.parsing import Parse, Parser, load_parser
from builder.analyse.positions import find_positions
from builder.model.claims import Kind
from builder.model.findings import ActorFinding, AttributionFinding, finding_key
from builder.model.ids import PartyId, TopicId
from builder.model.knowledge import Party, Topic
from builder.model.text import SourceText, Span
from tests.analyse.cases import Case, read_cases
from tests.support import make_source

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.model

PARTIES = (
    Party(PartyId("norway"), "Norway", names=("Norway", "Oslo", "Norwegian")),
    Party(PartyId("iceland"), "Iceland", names=("Iceland", "Reykjavik")),
)
TOPICS = (
    Topic(TopicId("trade"), "Trade", vocabulary=("trade", "investment")),
    Topic(TopicId("sanctions"), "Sanctions", vocabulary=("sanctions",)),
)


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load_parser()


def read(parser: Parser, words: str) -> tuple[SourceText, Parse]:
    text = make_source(words)
    return text, parser.parse(text.text)


@pytest.mark.parametrize("case", read_cases("actors"), ids=lambda c: c.title)
def test_actors(parser: Parser, case: Case):
    text, parse = read(parser, case.text)
    found = {a.name: a for a in find_actors(text, parse)}
    for name, kind, *rest in case.found:
        assert name in found, sorted(found)
        actor = found[name]
        assert actor.kind.value == kind
        assert actor.expert == ("expert" in rest)
        roles = "; ".join(f"{r.title} @ {r.affiliation}" if r.affiliation else str(r.title) for r in actor.roles)
        if kind == "person":
            assert roles == next((r for r in rest if r != "expert"), "")
    persons = {a.name for a in found.values() if a.kind.value == "person"}
    assert persons == {line[0] for line in case.found if line[1] == "person"}


@pytest.mark.parametrize("case", read_cases("agreements"), ids=lambda c: c.title)
def test_agreements(parser: Parser, case: Case):
    text, parse = read(parser, case.text)
    found = [
        (a.title, a.kind.value, a.status.value, str(a.date), ", ".join(sorted(a.parties)) or "-")
        for a in find_agreements(text, parse, find_actors(text, parse))
    ]
    assert found == list(case.found)


@pytest.mark.parametrize("case", read_cases("events"), ids=lambda c: c.title)
def test_events(parser: Parser, case: Case):
    text, parse = read(parser, case.text)
    found = [(e.title, e.date, e.status.value) for e in find_events(text, parse, "2024-06-18")]
    assert found == list(case.found)


def test_days_counted_from_the_telling_are_open_where_its_day_is_not_known(parser: Parser):
    text, parse = read(parser, "The minister arrived in Oslo on Monday. Nine months ago, Denmark closed the port.")
    assert find_events(text, parse) == ()


@pytest.mark.parametrize("case", read_cases("figure_subjects"), ids=lambda c: c.title)
def test_figure_subjects(parser: Parser, case: Case):
    text, parse = read(parser, case.text)
    found = [(f.reach.of(text.text), subject_of(f, parse)) for f in find_figures(text)]
    for expected in case.found:
        assert expected in found
    assert all(subject in text.text for _, subject in found)


def said(text: SourceText, words: str, naming: str, cue: str, speaker: str, *, direct: bool) -> AttributionFinding:
    at = {w: text.text.index(w) for w in (words, naming, cue)}
    spans = {w: (Span(at[w], at[w] + len(w)),) for w in at}
    return AttributionFinding(
        source=text.id,
        spans=spans[words],
        rule="test",
        key=finding_key(Kind.QUOTES, words),
        cue=spans[cue],
        speaker_words=spans[naming],
        direct=direct,
        speaker=speaker,
    )


SAID = {
    "An expert on one side, by the clause's subject": [
        ("Norway still relies on trade with Denmark", "Mira Halden", "said", "Mira Halden", False)
    ],
    "An official's words are his side's": [
        ("“No country should lift the sanctions,”", "Kari Dahl", "said", "Kari Dahl", True)
    ],
}


@pytest.mark.parametrize("case", read_cases("positions"), ids=lambda c: c.title)
def test_positions(parser: Parser, case: Case):
    text, parse = read(parser, case.text)
    attributions = [said(text, *rest, direct=direct) for *rest, direct in SAID.get(case.title, [])]
    actors = find_actors(text, parse)
    found = find_positions(text, parse, attributions, actors, PARTIES, TOPICS)
    told = [(p.party, p.issue, p.attribution.value, p.reach.of(text.text)) for p in found]
    assert told == list(case.found)
    for finding in found:
        if finding.attribution.value in ("expert", "own-words"):
            assert finding.holder == attributions[0].speaker


def test_without_parties_or_issues_there_are_no_positions(parser: Parser):
    text, parse = read(parser, "Norway relies on trade.")
    assert find_positions(text, parse, (), (), (), TOPICS) == ()
    assert find_positions(text, parse, (), (), PARTIES, ()) == ()


ODD = {
    "unmatched marks": "“ ” \" ‘ '" * 40 + " Norway signed a treaty.",
    "one endless sentence": "The envoy said " + "that Norway would sign a treaty in 2012 and " * 330 + "left.",
    "no punctuation": "norway and iceland signed a treaty in may the minister said and then " * 30,
    "capitals": "NORWAY AND ICELAND SIGNED A TREATY IN 2012, MINISTER KARI DAHL SAID.",
    "another language": "Министр прибыл в столицу. " * 20,
    "marks alone": "… — ! ?",
}


@pytest.mark.parametrize("words", ODD.values(), ids=ODD.keys())
def test_odd_text_is_read_without_a_fall(parser: Parser, words: str):
    text, parse = read(parser, words)
    actors: Sequence[ActorFinding] = find_actors(text, parse)
    findings = [
        *actors,
        *find_agreements(text, parse, actors, "2024-06-18"),
        *find_events(text, parse, "2024-06-18"),
        *find_positions(text, parse, (), actors, PARTIES, TOPICS),
    ]
    assert all(span.end <= len(text.text) for finding in findings for span in finding.spans)
    assert findings == [
        *find_actors(text, parse),
        *find_agreements(text, parse, actors, "2024-06-18"),
        *find_events(text, parse, "2024-06-18"),
        *find_positions(text, parse, (), actors, PARTIES, TOPICS),
    ]
