"""Records written as YAML read back as the very same records, whatever stands in their words."""

from dataclasses import fields, is_dataclass

from hypothesis import given
from hypothesis import strategies as st

from builder.files import parse_yaml
from builder.model.claims import ActorKind, QuoteKind
from builder.records.convert import convert
from builder.records.place import Place
from builder.records.schema import (
    ActorRecord,
    FigureRecord,
    QuoteRecord,
    WrittenEvidence,
    WrittenOccurrence,
    WrittenRole,
)
from builder.records.written import written_item

NOWHERE = Place("", 1)
TRAPS = (
    "a: b",
    "# no",
    "“A,” he said, “B”",
    "[…] [sic]",
    "- x",
    "it's",
    '"q"',
    "{a}",
    "null",
    "2031",
    "…",
    "&a *b !c %d @e `f`",
    "\\n",
    "| >",
)


def bare(value):
    """The value without the places where its mappings stand."""
    if is_dataclass(value):
        return tuple((f.name, bare(getattr(value, f.name))) for f in fields(value) if f.name != "at")
    return tuple(map(bare, value)) if isinstance(value, tuple) else value


def read_back(record):
    document = parse_yaml(written_item(record).encode(), path="a.yml")
    assert not document.issues
    (item,) = document.root.items
    read = convert(item, type(record), path="a.yml")
    assert read.issues == ()
    return read.value


def evidence(*words, **more):
    return WrittenEvidence(at=NOWHERE, source="paper", text=words, **more)


words = (
    st.one_of(
        st.sampled_from(TRAPS),
        st.lists(
            st.sampled_from((*TRAPS, "fish", "the", "a-b", "…", "\u00a0", "\u2028", "\u0085", "\x07", "𝛼")),
            min_size=1,
            max_size=40,
        ).map(" ".join),
        st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1),
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


@given(words, words, st.lists(words, min_size=1, max_size=3), st.none() | words)
def test_any_words_read_back_as_they_are(name, title, parts, before):
    record = ActorRecord(
        at=NOWHERE,
        id="kara-dunn",
        name=name,
        kind=ActorKind.PERSON,
        roles=(WrittenRole(at=NOWHERE, title=title),),
        aliases=(name, "Dunn"),
        expert=True,
        evidence=(evidence(*parts, before=before), evidence(name)),
    )
    assert bare(read_back(record)) == bare(record)


def test_a_record_looks_as_an_editor_writes_it():
    long = "The nets stay out: nobody moves them, “not even at night,” and the harbour is closed to all who try it all the same"
    record = QuoteRecord(
        at=NOWHERE,
        id="nets",
        kind=QuoteKind.DIRECT,
        speaker="kara-dunn",
        cue="said",
        issues=("fishing", "ice"),
        evidence=(WrittenOccurrence(at=NOWHERE, source="paper", text=(long,), after="Dunn added"),),
    )
    assert written_item(record) == (
        "- id: nets\n"
        "  kind: direct\n"
        "  speaker: kara-dunn\n"
        "  cue: said\n"
        "  issues: [fishing, ice]\n"
        "  evidence:\n"
        "    - source: paper\n"
        "      text: >-\n"
        "        The nets stay out: nobody moves them, “not even at night,” and the harbour is closed to all who try it all the\n"
        "        same\n"
        '      after: "Dunn added"\n'
    )


def test_numbers_stay_numbers():
    record = FigureRecord(
        at=NOWHERE,
        id="f",
        subject="s",
        value=171000000000,
        unit="USD",
        as_printed="$171 billion",
        year=2023,
        evidence=(evidence("x y"),),
    )
    assert read_back(record).value == 171000000000
    assert bare(read_back(record)) == bare(record)
