"""Citations as other people's programs read them: pybtex, bibtexparser and rispy, and the published schema of CSL-JSON."""

import dataclasses
import hashlib
import io
import json
import re
from pathlib import Path

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft3Validator
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from builder.model.claims import DateBasis, Rights
from builder.model.knowledge import Excerpt
from builder.publish.citations import citation_assets
from builder.publish.citations.bibtex import bibtex, escape
from builder.publish.citations.csl import csl_json
from builder.publish.citations.forms import FORMS
from builder.publish.citations.plain import plain
from builder.publish.citations.reference import Cited, line, reference_of
from builder.publish.citations.ris import ris
from builder.publish.citations.slots import SLOTS, at, source_file
from tests.publish.sample import TEXT, make_knowledge
from tests.support import make_description, make_evidence, make_source

pytestmark = pytest.mark.slow

SCHEMA = Path(__file__).parent / "csl/csl-data.json"
SITE = "https://tarn.example/briefing"
KNOWN = {
    "title": "Cod & “chips”: 100 % {of} Tàu Nguyễn Phú Trọng’s catch_2 #1",
    "outlet": "The Tarn Herald",
    "authors": ("Mara Quill", "Barnes and Noble, Inc."),
    "published": "2031-05-04",
    "date_basis": DateBasis.STATED,
    "link": "https://herald.example/cod?a=1&b={2}#x",
}
PASSAGE = r"“It's 5 % – no, {six}}; \ a_b ~ ^ $1 & #2 --- ''so'' Đặng Thùy Trâm …"

# TeX's own names for two signs, which the decoder takes for something else.
CONTEXT = get_default_latex_context_db()
SIGNS = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
MACROS = [MacroTextSpec(name, simplify_repl=sign) for name, sign in SIGNS.items()]
MACROS.append(MacroTextSpec("url", simplify_repl="%s"))
CONTEXT.add_context_category("signs", prepend=True, macros=MACROS)
TEX = LatexNodes2Text(latex_context=CONTEXT, math_mode="text", keep_comments=True, strict_latex_spaces=True)

line_of_text = st.text(st.characters(exclude_categories=["Cs", "Co"]), max_size=60).map(line).filter(bool)
whole_texts = st.one_of(line_of_text, st.sampled_from([PASSAGE, "}{", "\\", "ER -", "TY - NEWS", '"@article{', "“a”"]))


def cited(passage=PASSAGE, **fields):
    return Cited(
        reference=reference_of(make_description("herald", **KNOWN | fields)),
        key="herald:0-9",
        passage=passage,
        paragraph="3",
        address=f"{SITE}/quotes/#cod-first",
    )


def read_bibtex(text):
    """The one entry, its fields decoded, as bibtexparser gives them; pybtex must see the same fields."""
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware(decoder=TEX)])
    assert library.failed_blocks == []
    other = parse_string(text, "bibtex")
    assert list(other.entries) == [entry.key for entry in library.entries]
    only = library.entries[0]
    seen = {*other.entries[only.key].fields, *(f"{role}" for role in other.entries[only.key].persons)}
    assert seen == {field.key for field in only.fields}
    plainly = bibtexparser.parse_string(text).entries[0].fields_dict
    return {field.key: field.value for field in only.fields} | {
        key: plainly[key].value
        for key in ("url",)
        if key in plainly  # an address is no text for TeX to set
    }


def read_ris(text):
    found = rispy.loads(text)
    assert len(found) == 1
    return found[0]


def schema():
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def read_csl(text):
    items = json.loads(text)
    Draft3Validator(schema()).validate(items)
    assert len(items) == 1
    return items[0]


def test_the_schema_is_the_published_one():
    digest = hashlib.sha256(SCHEMA.read_bytes()).hexdigest()
    assert digest in (SCHEMA.parent / "README.md").read_text(encoding="utf-8")
    Draft3Validator.check_schema(schema())


@pytest.mark.parametrize(
    "wrong", [{"author": "Mara"}, {"issued": {"day": 4}}, {"invented": "x"}, {"type": "article-tarn"}]
)
def test_the_schema_refuses_what_does_not_belong(wrong):
    item = read_csl(csl_json([cited()])) | wrong
    assert not Draft3Validator(schema()).is_valid([item])


def test_bibtex_says_everything_that_is_known():
    read = read_bibtex(bibtex([cited()]))
    assert read["title"] == KNOWN["title"]
    assert (read["year"], read["month"], read["day"]) == ("2031", "may", "4")
    assert read["howpublished"] == "The Tarn Herald"
    assert read["url"] == "https://herald.example/cod?a=1&b=%7B2%7D#x"
    assert f"{SITE}/quotes/#cod-first" in read["annote"]
    assert "Paragraph 3." in read["annote"]


def test_names_stay_whole_in_bibtex():
    persons = parse_string(bibtex([cited()]), "bibtex").entries["herald:0-9"].persons["author"]
    assert [str(person) for person in persons] == ["{Mara Quill}", "{Barnes and Noble, Inc.}"]


def test_ris_says_everything_that_is_known():
    read = read_ris(ris([cited()]))
    assert read["title"] == KNOWN["title"]
    assert read["authors"] == list(KNOWN["authors"])
    assert (read["year"], read["date"], read["secondary_title"]) == ("2031", "2031/05/04", "The Tarn Herald")
    assert read["urls"] == ["https://herald.example/cod?a=1&b=%7B2%7D#x", f"{SITE}/quotes/#cod-first"]


def test_csl_says_everything_that_is_known():
    read = read_csl(csl_json([cited()]))
    assert read["title"] == KNOWN["title"]
    assert read["author"] == [{"literal": name} for name in KNOWN["authors"]]
    assert read["issued"] == {"date-parts": [[2031, 5, 4]]}
    assert read["note"].endswith(f"Shown at {SITE}/quotes/#cod-first")


def test_a_sentence_says_who_what_where_when_and_which_words():
    sentence = plain([cited("The cod.", title="Cod", link=None)])
    assert sentence == (
        "Mara Quill, Barnes and Noble, Inc.: “Cod”, The Tarn Herald, 4 May 2031, paragraph 3: “The cod.”. "
        f"{SITE}/quotes/#cod-first\n"
    )


@given(whole_texts)
def test_any_passage_comes_back_from_every_form(passage):
    one = cited(passage)
    assert read_bibtex(bibtex([one]))["note"] == passage
    assert read_ris(ris([one]))["notes"][0] == passage
    assert read_csl(csl_json([one]))["annote"] == passage
    assert f"“{passage}”" in plain([one])


@given(whole_texts)
def test_any_title_name_and_outlet_come_back(text):
    one = cited("x", title=text, outlet=text, authors=(text, text))
    read = read_bibtex(bibtex([one]))
    assert (read["title"], read["howpublished"]) == (text, text)
    assert len(parse_string(bibtex([one]), "bibtex").entries["herald:0-9"].persons["author"]) == 2
    assert read_ris(ris([one]))["authors"] == [text, text]
    assert [name["literal"] for name in read_csl(csl_json([one]))["author"]] == [text, text]


@given(st.text())
def test_a_line_is_one_line_of_what_can_be_printed(text):
    assert line(text).splitlines() in ([], [line(text)])
    assert line(line(text)) == line(text)


def test_what_is_not_known_is_in_no_field_and_said():
    one = Cited(reference=reference_of(make_description("slip", label="Unsigned slip")), key="slip")
    read = read_bibtex(bibtex([one]))
    assert set(read) == {"year", "language", "annote"}
    assert read["year"] == "n.d."
    assert "Not stated: title, author, outlet." in read["annote"]
    assert "Called here: Unsigned slip." in read["annote"]
    assert not {"authors", "title", "year", "date", "secondary_title", "urls"} & read_ris(ris([one])).keys()
    assert not {"author", "title", "issued", "container-title", "URL"} & read_csl(csl_json([one])).keys()
    assert plain([one]) == "Unsigned slip, n.d.\n"


def test_a_derived_day_says_so():
    one = cited(date_basis=DateBasis.DERIVED)
    assert "derived" in read_bibtex(bibtex([one]))["annote"]
    assert any("derived" in note for note in read_ris(ris([one]))["notes"])
    assert read_csl(csl_json([one]))["issued"]["circa"] is True
    assert "4 May 2031 (derived)" in plain([one])


@pytest.mark.parametrize(("latest", "year"), [("2031-06-01", "2031"), ("2032-01-02", "2031/2032")])
def test_a_window_stays_a_window(latest, year):
    window = {"published": None, "published_earliest": "2031-05-28", "published_latest": latest}
    one = cited(date_basis=DateBasis.DERIVED, **window)
    read = read_bibtex(bibtex([one]))
    assert read["year"] == year
    assert not {"month", "day"} & read.keys()
    assert "between 28 May 2031 and" in read["annote"]
    assert "date" not in read_ris(ris([one]))
    last = [int(part) for part in latest.split("-")]
    assert read_csl(csl_json([one]))["issued"] == {"date-parts": [[2031, 5, 28], last], "circa": True}
    assert re.search(r"between 28 May 2031 and .* \(derived\)", plain([one]))


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "https://", "http://[", "no address"])
def test_only_an_address_on_the_web_is_a_link(link):
    assert read_bibtex(bibtex([cited(link=link)]))["url"] == f"{SITE}/quotes/#cod-first"


def test_escaped_text_has_no_brace_that_stands_alone():
    written = escape("{}}{ \\{")
    depth = [written[: at + 1].count("{") - written[: at + 1].count("}") for at in range(len(written))]
    assert min(depth) >= 0
    assert depth[-1] == 0


def in_form(name, text):
    """A value as it stands within a form: what the page does with it before it fills it in."""
    return {"bibtex": escape(text), "csl-json": json.dumps(text, ensure_ascii=False)[1:-1]}.get(name, text)


def filled(form, values):
    """A form put together as the page does it."""
    return "".join(piece if isinstance(piece, str) else values[SLOTS[piece]] for piece in form)


@given(whole_texts, whole_texts)
def test_a_form_filled_in_is_the_citation_itself(words, title):
    text = make_source(words, source_id="herald")
    passage = make_evidence(text, words)
    reference = reference_of(make_description("herald", **KNOWN | {"title": title}))
    published = source_file(reference, [Excerpt(passage, None, None, 1)], text.text, f"{SITE}/")
    whole = Cited(
        reference=reference,
        key=f"herald:{at(passage)}",
        passage=line(words),
        paragraph="7",
        address=f"{SITE}/quotes/#cod-first",
    )
    given_words = published["passages"][at(passage)]
    assert given_words["text"] == line(words)
    assert given_words.get("bibtex", line(words)) == escape(line(words))
    for form in FORMS:
        values = [at(passage), "7", in_form(form.name, line(words)), "quotes/#cod-first"]
        assert filled(published["forms"][form.name], dict(zip(SLOTS, values, strict=True))) == form.write([whole])


@pytest.fixture(scope="module")
def files():
    return {asset.path: asset.data.decode("utf-8") for asset in citation_assets(make_knowledge(), SITE)}


def test_both_lists_are_there_in_three_forms(files):
    lists = {f"data/{name}.{ending}" for name in ("sources", "quotes") for ending in ("bib", "ris", "csl.json")}
    assert lists | {"data/citations/paper.json"} == files.keys()


def test_a_quote_is_cited_with_its_words_its_speaker_and_its_address(files):
    read = read_bibtex(files["data/quotes.bib"])
    assert read["note"] == "The cod, […] comes first."
    assert "Said by: Kara Dunn." in read["annote"]
    assert read["url"] == f"{SITE}/quotes/#cod-first"


def test_the_same_place_is_listed_once():
    knowledge = make_knowledge()
    quote = knowledge.claims.quotes[0]
    twice = dataclasses.replace(quote, occurrences=quote.occurrences * 2)
    claims = dataclasses.replace(knowledge.claims, quotes=(twice,))
    files = {a.path: a.data for a in citation_assets(dataclasses.replace(knowledge, claims=claims), SITE)}
    assert [item["id"] for item in json.loads(files["data/quotes.csl.json"])] == ["cod-first:paper:1"]


def test_every_passage_of_every_claim_can_be_cited(files):
    passages = json.loads(files["data/citations/paper.json"])["passages"]
    claims = make_knowledge().claims
    evidence = {
        e
        for kind in ("actors", "quotes", "defects", "disagreements")
        for c in getattr(claims, kind)
        for e in c.evidence
    }
    assert evidence
    assert {at(e): e.text for e in evidence}.items() <= {place: p["text"] for place, p in passages.items()}.items()


def test_a_source_is_named_by_its_title_or_by_what_the_site_calls_it(files):
    source = make_knowledge().sources[0]
    assert json.loads(files["data/citations/paper.json"])["title"] == source.label
    titled = dataclasses.replace(source, title="Cod\n and eel")
    assert source_file(reference_of(titled), (), "", None)["title"] == "Cod and eel"


def test_a_passage_comes_with_its_neighbours_as_they_are(files):
    for place, passage in json.loads(files["data/citations/paper.json"])["passages"].items():
        start = int(place.split("-")[0])
        whole = passage.get("before", "") + passage["text"] + passage.get("after", "")
        assert TEXT.text[start - len(passage.get("before", "")) :].startswith(whole)
    assert len(whole) > len(passage["text"])


def test_no_word_of_a_source_that_may_not_be_published_is_cited():
    knowledge = make_knowledge()
    closed = tuple(dataclasses.replace(source, rights=Rights.NONE) for source in knowledge.sources)
    written = "".join(
        a.data.decode("utf-8") for a in citation_assets(dataclasses.replace(knowledge, sources=closed), SITE)
    )
    assert "Paragraph 1." in written
    assert not any(words in written for words in ("comes first", "Tarn landed", "was signed"))


def test_without_an_address_of_the_site_none_is_made_up():
    written = "".join(asset.data.decode("utf-8") for asset in citation_assets(make_knowledge(), None))
    assert not re.search(r"https?:", written)


def test_the_same_knowledge_gives_the_same_bytes(files):
    assert {a.path: a.data.decode("utf-8") for a in citation_assets(make_knowledge(), SITE)} == files


def test_lists_of_several_are_read_whole(files):
    both = [cited(), dataclasses.replace(cited(), key="herald:1-2")]
    assert len(parse_string(bibtex(both), "bibtex").entries) == 2
    assert len(rispy.load(io.StringIO(ris(both)))) == 2
    assert TEXT.id in files["data/sources.ris"]
