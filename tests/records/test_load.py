"""`content/` read whole: all that is right, whatever is wrong beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.files import parse_yaml
from builder.model.issues import Location
from builder.records import load_content
from builder.records.convert import convert
from builder.records.schema import TermRecord
from tests.growth import assert_linear
from tests.records.planted import OLDER, QUOTE
from tests.records.samples import BRIEFING, EVIDENCE, RECORDS, WHOLE, load, write_content


def flow(items):
    return f"[{', '.join(items)}]"


def pairs(inner):
    keys = st.sampled_from(["source", "text", "before", "at", "id"])
    return st.dictionaries(keys, inner, max_size=3).map(lambda d: f"{{{', '.join(f'{k}: {v}' for k, v in d.items())}}}")


def name_written_as(text):
    written = f"- id: a\n  name: {text}\n  definition: b\n  evidence: {EVIDENCE}\n"
    read = convert(parse_yaml(written.encode(), path="a.yml").root.items[0], TermRecord, path="a.yml")
    assert read.value is not None
    return read.value.name


def test_what_is_right_is_read_whole(tmp_path):
    content, lines = load(tmp_path, WHOLE)
    assert lines == []
    assert {kind: len(getattr(content.records, kind)) for kind in RECORDS} == dict.fromkeys(RECORDS, 1)
    assert content.briefing is not None
    assert content.briefing.parties[0].names == ("Tarn", "the island")
    assert content.briefing.published_share_limit == 0.6
    assert [(floor.kind.value, floor.least) for floor in content.floors] == [("quotes", 1), ("terms", 0)]
    assert content.decisions[0].ruling == "explained"
    assert content.changes[0].record == "quotes/no-more"


def test_one_may_stand_for_a_list_of_one(tmp_path):
    records = load(tmp_path, WHOLE)[0].records
    assert records.sources[0].authors == ("Ada Finch",)
    assert records.quotes[0].issues == ("fishing",)
    assert records.quotes[0].evidence[0].text == ("the words as printed",)
    assert records.judgements[0].experts == ("ada",)


def test_each_mapping_knows_its_place_and_that_of_its_fields(tmp_path):
    text = "- id: a\n  kind: direct\n  evidence:\n    - source: s\n      text: |\n        One\n        two.  \n      cue: said\n"
    content, lines = load(tmp_path, {"briefing.yml": BRIEFING, "quotes/sub/deep.yml": text})
    assert lines == []
    quote = content.records.quotes[0]
    assert quote.at.of() == Location("content/quotes/sub/deep.yml", 1)
    assert quote.at.of("kind") == Location("content/quotes/sub/deep.yml", 2)
    assert quote.evidence[0].at.of("text").line == 5
    assert quote.evidence[0].at.of("cue").line == 8
    assert quote.evidence[0].at.of("before").line == 4
    assert quote.evidence[0].text == ("One\ntwo.",)


def test_records_come_in_the_order_of_path_and_line(tmp_path):
    def gaps(*ids):
        return "".join(f"- {{id: {name}, party: tarn, issue: fishing}}\n" for name in ids)

    files = {"briefing.yml": BRIEFING, "gaps/b.yml": gaps("z", "a"), "gaps/a.yml": gaps("m"), "gaps/a/x.yml": gaps("k")}
    content, lines = load(tmp_path, files)
    assert lines == []
    assert [gap.id for gap in content.records.gaps] == ["m", "k", "z", "a"]


def test_a_field_left_empty_is_a_field_left_out(tmp_path):
    text = f"- id: a\n  kind: direct\n  speaker:\n  cue: ~\n  issues:\n  evidence: {EVIDENCE}\n"
    content, lines = load(tmp_path, {"briefing.yml": BRIEFING, "quotes/a.yml": text})
    assert lines == []
    assert (content.records.quotes[0].speaker, content.records.quotes[0].issues) == (None, ())


def test_all_mistakes_of_all_files_come_in_one_run_and_the_rest_loads(tmp_path):
    files = {
        **WHOLE,
        "quotes/all.yml": QUOTE + OLDER.replace("no-more", "b").replace("partial", "partly") + OLDER,
        "terms/all.yml": RECORDS["terms"] + "- id: two\n  name: 'two\n",
        "events/all.yml": RECORDS["events"].replace("2031-05", "May 2031") + "- {}\n",
        "actor/x.yml": "",
        "floors.yml": "quotes: many\nterms: 2\n",
    }
    content, lines = load(tmp_path, files)
    assert [line.partition(": ")[0] + line[line.rindex(" [") :] for line in lines] == [
        "actor:1 [unknown-folder]",
        "events/all.yml:3 [bad-date]",
        *["events/all.yml:7 [missing-field]"] * 6,
        "floors.yml:1 [bad-number]",
        "quotes/all.yml:7 [unknown-value]",
        "quotes/all.yml:9 [duplicate-id]",
        "terms/all.yml:7 [yaml-syntax]",
    ]
    assert [quote.id for quote in content.records.quotes] == ["no-more"]
    assert [term.id for term in content.records.terms] == ["quota"]
    assert content.records.events == ()
    assert [floor.least for floor in content.floors] == [2]
    assert content.briefing is not None
    assert len(content.records.all()) == len(RECORDS) - 1


def test_an_issue_names_the_record_it_hits(tmp_path):
    folder = write_content(tmp_path, {"briefing.yml": BRIEFING, "quotes/a.yml": QUOTE.replace("direct", "sung")})
    assert [issue.record for issue in load_content(tmp_path, folder)[1]] == ["quotes/no-more"]


@pytest.mark.parametrize("text", ["no", "12:30", "010", "2024-06-20", "null and void", "1_000", "true"])
def test_a_text_field_takes_what_other_readers_turn_into_something_else(text):
    assert name_written_as(text) == text


@given(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9:._/+-]{0,15}[A-Za-z0-9]", fullmatch=True))
def test_a_text_field_comes_back_letter_by_letter(text):
    if text.lower() != "null":
        assert name_written_as(text) == text


@given(
    st.recursive(st.sampled_from(["x", "~", "''", "*a", "5"]), lambda inner: st.lists(inner).map(flow) | pairs(inner))
)
def test_whatever_stands_in_a_record_is_a_record_or_an_issue(value):
    document = parse_yaml(f"- {{id: a, name: {value}, definition: b, evidence: {value}}}\n".encode(), path="a.yml")
    for item in document.root.items:
        read = convert(item, TermRecord, path="a.yml")
        assert (read.value is None) == bool(read.issues) or document.issues


@pytest.mark.slow
def test_reading_grows_with_the_number_of_records(tmp_path):
    folders = {}
    for count in (100, 1000):
        text = "".join(QUOTE.replace("no-more", f"q{number}") for number in range(count))
        folders[count] = write_content(tmp_path / str(count), {"briefing.yml": BRIEFING, "quotes/a.yml": text})
    content, issues = load_content(tmp_path, folders[1000])
    assert (len(content.records.quotes), issues) == (1000, ())
    assert_linear(lambda: load_content(tmp_path, folders[100]), lambda: load_content(tmp_path, folders[1000]))
