"""Every kind of page, rendered from a small briefing as the site renders it."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from urllib.parse import urljoin

import pytest

from builder.knowledge.references import all_claims, sentence_of
from builder.knowledge.urls import page_of_url, page_url, ref_of, relative_link
from builder.model.claims import Disagreement, Gap
from builder.model.knowledge import Change
from builder.pages import render_pages
from builder.pages.checked import SENTENCE
from tests.pages.rendering import (
    HEADINGS,
    SVG,
    by_class,
    element,
    front_matter_of,
    ids_of,
    is_interface,
    render,
    text_nodes,
)
from tests.pages.small import NOTES, small_knowledge
from tests.site.reading import text_of, words

pytestmark = pytest.mark.slow

KINDS = {
    "home": "index.md",
    "positions": "positions/index.md",
    "party": "positions/tarn.md",
    "compare": "positions/compare/tarn-ossel.md",
    "topics": "issues/index.md",
    "topic": "issues/fishing.md",
    "agreements": "agreements/index.md",
    "agreement": "agreements/cod-accord.md",
    "actors": "actors/index.md",
    "actor": "actors/kara-dunn.md",
    "quotes": "quotes/index.md",
    "experts": "experts/index.md",
    "timeline": "timeline/index.md",
    "figures": "figures/index.md",
    "disagreements": "disagreements/index.md",
    "defects": "defects/index.md",
    "glossary": "glossary/index.md",
    "sources": "sources/index.md",
    "source": "sources/gazette.md",
    "changes": "changes/index.md",
    "dossier": "dossier/index.md",
    "about": "about/index.md",
    "hand-written": "about/editors-guide.md",
    "moved": "actors/k-dunn.md",
}


@cache
def knowledge():
    return small_knowledge()


@cache
def pages():
    return {page.path: page for page in render_pages(knowledge(), NOTES)}


@cache
def tree(path):
    return render(pages()[path].markdown)


def test_the_pages_are_those_of_the_briefing():
    leaves = {
        "positions/tarn.md",
        "positions/ossel.md",
        "positions/compare/tarn-ossel.md",
        "issues/fishing.md",
        "issues/ice.md",
        "actors/kara-dunn.md",
        "actors/bror-vik.md",
        "actors/tarn-island.md",
        "agreements/cod-accord.md",
        "sources/gazette.md",
        "sources/courier.md",
        "sources/hidden.md",
        "about/method.md",
        "about/editors-guide.md",
    }
    moved = {"actors/k-dunn.md", "agreements/fish-accord.md"}
    landing = {path for path in KINDS.values() if path.endswith("index.md")}
    assert set(pages()) == leaves | moved | landing
    assert list(pages()) == sorted(pages())


def test_the_same_knowledge_gives_the_same_bytes():
    again = render_pages(small_knowledge(), dict(reversed(NOTES.items())))
    assert {page.path: page.markdown for page in again} == {p.path: p.markdown for p in pages().values()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_one_heading_a_title_and_a_description(kind):
    page = pages()[KINDS[kind]]
    meta = front_matter_of(page.markdown)
    assert meta["title"]
    assert meta["description"]
    assert len(list(tree(page.path).iter("h1"))) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_headings_and_ids_are_in_order(kind):
    found = tree(KINDS[kind])
    ids = ids_of(found)
    assert len(ids) == len(set(ids))
    if kind != "hand-written":
        assert all((e.get("id") or "").startswith("section-") for e in found.iter() if e.tag in HEADINGS)
    levels = [int(e.tag[1]) for e in found.iter() if e.tag in HEADINGS]
    assert levels[0] == 1
    assert all(two - one <= 1 for one, two in pairwise(levels))


def test_every_record_stands_on_its_home_page_and_only_there():
    bearers = {}
    for path in pages():
        for anchor in ids_of(tree(path)):
            bearers.setdefault((path, anchor), 0)
            bearers[path, anchor] += 1
    for ref, url in knowledge().urls.items():
        place = (page_of_url(url), url.partition("#")[2])
        assert bearers[place] == 1, ref
    records = {url.partition("#")[2] for url in knowledge().urls.values()}
    homes = {(page_of_url(url), url.partition("#")[2]) for url in knowledge().urls.values()}
    strays = {place for place in bearers if place[1] in records} - homes
    assert strays == set()


def links_of(path):
    for link in tree(path).iter("a"):
        target = link.get("href")
        if not re.match(r"https?:", target):
            yield target
    for link in tree(path).iter(f"{SVG}a"):
        yield relative_link(path, raw_target(path, link.get("href")))


def raw_target(path, href):
    """The address to which a link in raw HTML leads, as a browser reads it."""
    return urljoin(f"https://x.example/{page_url(path)}", href).removeprefix("https://x.example/")


@pytest.mark.parametrize("path", sorted(page.path for page in render_pages(small_knowledge(), NOTES)))
def test_every_link_leads_to_a_page_and_an_element(path):
    folder = path.rpartition("/")[0]
    assert any(True for _ in links_of(path)) or path.startswith("about/")
    for target in links_of(path):
        file, _, anchor = target.partition("#")
        parts = [*filter(None, folder.split("/")), *file.split("/")] if file else path.split("/")
        steps = []
        for part in parts:
            steps = steps[:-1] if part == ".." else [*steps, part]
        place = "/".join(steps)
        if place.startswith("data/") or place == "feed.xml":
            continue
        assert place in pages(), target
        assert not anchor or anchor in ids_of(tree(place)), target


def test_former_ids_keep_their_addresses():
    assert element(tree("actors/index.md"), "council-of-ossel") is not None
    assert element(tree("positions/tarn.md"), "tarn-route") is not None
    moved = tree("agreements/fish-accord.md")
    assert [a.get("href") for a in moved.iter("a")][-1] == "cod-accord.md#cod-accord"


def test_every_claim_stands_with_its_passages():
    checked = 0
    for claim in all_claims(knowledge().claims):
        url = knowledge().urls[ref_of(claim)]
        shown = element(tree(page_of_url(url)), claim.id)
        hidden = {s.id for s in knowledge().sources if s.rights.value == "none"}
        marked = " ".join(text_of(mark) for mark in shown.iter("mark"))
        assert isinstance(claim, Gap) or by_class(shown, "evidence"), claim.id
        for passage in claim.evidence:
            assert passage.source in hidden or words(passage.text) in marked
            checked += 1
    assert checked > 25


def test_a_chip_opens_without_scripts_and_says_where_the_words_stand():
    chip = by_class(element(tree("positions/tarn.md"), "tarn-quota"), "evidence")[0]
    assert chip.tag == "details"
    assert chip.get("open") is None
    assert text_of(chip.find("summary")) == "Evidence The Gazette ¶ 3"
    assert [text_of(m) for m in chip.iter("mark")] == ["no more than 400 tonnes"]
    assert text_of(next(chip.iter("blockquote"))).startswith("“We will land no more than 400 tonnes,” Kara Dunn")
    facts = text_of(by_class(chip, "evidence-facts")[0])
    for said in ("4 May 2031", "during the event", "own words", "1 independent source", "also printed at ¶ 4"):
        assert said in facts
    assert [a.get("href") for a in chip.iter("a")] == ["../sources/gazette.md#p3", "../sources/gazette.md#p4"]


def test_parts_of_an_interrupted_utterance_are_marked_in_one_chip():
    quote = element(tree("quotes/index.md"), "not-a-fish")
    assert text_of(next(quote.iter("blockquote"))) == "“Not a fish more,” […] “and not a fish less.”"
    first, second = by_class(quote, "evidence")
    assert [text_of(m) for m in first.iter("mark")] == ["“Not a fish more,”", "“and not a fish less.”"]
    assert [text_of(m) for m in second.iter("mark")] == ["“Not a fish more, and not a fish less,”"]


def test_printings_that_name_different_speakers_say_so():
    quote = element(tree("quotes/index.md"), "not-a-fish")
    assert "The printings name different speakers" in text_of(quote)
    assert "the governor of Tarn" in text_of(by_class(quote, "printings")[0])
    assert "different speakers" not in text_of(element(tree("quotes/index.md"), "tonnes"))


def test_words_that_may_not_be_printed_are_not():
    written = "\n".join(page.markdown for page in pages().values())
    assert "signed on a Sunday" not in written
    assert "The words of this source may not be published here" in text_of(element(tree("timeline/index.md"), "sunday"))
    assert by_class(tree("sources/hidden.md"), "passage")


def test_the_whole_text_is_printed_only_where_it_is_free():
    free = by_class(tree("sources/courier.md"), "passage")
    assert [p.get("id") for p in free] == ["p1", "p2", "p3"]
    assert text_of(next(free[0].iter("blockquote"))) == "Ossel and Tarn agree on fish"
    cited = tree("sources/gazette.md")
    assert (
        "Tarn and Ossel sign accord on cod" not in text_of(cited).replace(text_of(next(cited.iter("h1"))), "", 1)[:40]
    )
    assert [p.get("id") for p in by_class(cited, "passage")] == ["p1", "p2", "p3", "p4", "p5", "p6"]


def test_a_source_page_says_what_is_not_known_and_what_rests_on_a_paragraph():
    hidden, gazette = tree("sources/hidden.md"), tree("sources/gazette.md")
    assert "date not known" in text_of(hidden)
    assert "not known" in text_of(by_class(hidden, "facts")[0])
    resting = by_class(element(gazette, "p3"), "resting")[0]
    assert {a.get("href") for a in resting.iter("a")} >= {
        "../positions/tarn.md#tarn-quota",
        "../quotes/index.md#tonnes",
        "../disagreements/index.md#how-much",
    }
    assert [a.get("href") for a in gazette.iter("a") if text_of(a) == "Original article"] == [
        "https://gazette.example/cod?a=1&b=_2_"
    ]
    assert "Original article" not in text_of(tree("sources/courier.md"))
    assert "between 5 May 2031 7 May 2031" in text_of(tree("sources/courier.md"))


def test_a_source_page_says_how_much_of_the_article_stands_here():
    facts = text_of(by_class(tree("sources/gazette.md"), "facts")[0])
    assert re.search(
        r"Rights in excerpts, beside what rests on them \d+ % of the article’s text stands on this site", facts
    )
    assert "cited passages only" not in text_of(tree("sources/gazette.md"))
    assert "Passes on a report of The Gazette" in text_of(by_class(tree("sources/courier.md"), "facts")[0])
    assert re.search(r"\d+ % of the article’s text stands on this site", text_of(tree("sources/index.md")))


def test_a_report_passed_on_in_part_is_said_to_be():
    known = knowledge()
    partly = tuple(replace(source, relays_part=source.relays is not None) for source in known.sources)
    written = {page.path: page for page in render_pages(replace(known, sources=partly), NOTES)}
    facts = text_of(by_class(render(written["sources/courier.md"].markdown), "facts")[0])
    assert "Passes on, in part, a report of The Gazette" in facts


def test_the_about_page_says_in_a_sentence_what_each_check_looks_at():
    page = text_of(tree("about/index.md"))
    assert "The passages that editors wrote down stand in the articles, character for character." in page
    assert "evidence" not in {text_of(td) for td in tree("about/index.md").iter("td")}
    assert "automatic-words" in knowledge().build.checks
    assert SENTENCE["automatic-words"] not in page


def test_a_quote_says_which_links_are_issues_and_which_parties():
    facts = by_class(element(tree("quotes/index.md"), "not-a-fish"), "claim-facts")[0]
    assert text_of(by_class(facts, "on")[0]) == "on Fishing"
    assert text_of(by_class(facts, "about")[0]) == "about Tarn"


def test_quotation_marks_are_drawn_where_a_direct_quotation_has_none_of_its_own():
    page = tree("quotes/index.md")
    assert by_class(element(page, "tonnes"), "words-marked") == []
    assert text_of(by_class(element(page, "crowds"), "words-marked")[0]) == "Crowds stood at the harbour"
    assert by_class(element(page, "unfair"), "words-marked") == []


def test_a_quote_of_two_names_both():
    quote = element(tree("quotes/index.md"), "crowds")
    assert text_of(by_class(quote, "also-named")[0]) == "names also Bror Vik"
    assert [a.get("href") for a in by_class(quote, "also-named")[0].iter("a")] == ["../actors/bror-vik.md#bror-vik"]
    assert text_of(by_class(quote, "as-given")[0]) == "she and Bror Vik"
    assert by_class(element(tree("quotes/index.md"), "tonnes"), "also-named") == []


def test_a_term_stands_apart_from_what_else_it_is_called():
    term = element(tree("glossary/index.md"), "quota")
    assert text_of(by_class(term, "row-name")[0]) == "quota"
    assert text_of(by_class(term, "row-more")[0]) == "Also called catch limit"


def test_headings_in_the_list_of_sections_are_short():
    page = tree("defects/index.md")
    assert [text_of(h) for h in page.iter("h2")] == ["Courier"]
    assert by_class(page, "row-more") == []


def test_an_article_without_a_title_has_one_name_everywhere():
    source = replace(knowledge().sources[0], title=None, label="Unsigned slip")
    known = replace(knowledge(), sources=(source, *knowledge().sources[1:]))
    shown = {page.path: render(page.markdown) for page in render_pages(known, {})}
    assert text_of(next(shown[f"sources/{source.id}.md"].iter("h1"))) == "Unsigned slip"
    names = {
        text_of(a)
        for path, page in shown.items()
        for a in page.iter("a")
        if re.search(rf"sources/{source.id}\.md(#{source.id})?$", urljoin(path, a.get("href")))
    }
    assert names == {"Unsigned slip"}


def test_own_statements_stand_apart_from_what_is_ascribed():
    page = tree("issues/fishing.md")
    ascribed = by_class(page, "ascribed")
    assert [text_of(by_class(a, "ascribed-word")[0]) for a in ascribed] == ["Described as"] * 2
    assert "Tarn wants peace with fish." in text_of(ascribed[0])
    assert "Tarn wants a quota." not in text_of(ascribed[0])
    assert "Ossel would take more." in text_of(ascribed[1])
    assert "From its calling the quota unfair." in text_of(ascribed[1])


def test_two_parties_stand_side_by_side_with_the_readings_of_experts():
    page = tree("positions/compare/tarn-ossel.md")
    assert [text_of(h) for h in page.iter("h2")] == ["Fishing", "Ice"]
    fishing, ice = by_class(page, "compared")
    assert [text_of(by_class(c, "column-name")[0]) for c in by_class(fishing, "column")] == ["Tarn", "Ossel"]
    tarn, ossel = by_class(fishing, "column")
    assert "Tarn wants a quota." in text_of(tarn)
    assert "Tarn wants peace with fish." in text_of(by_class(tarn, "ascribed")[0])
    assert "Ossel would take more." in text_of(by_class(ossel, "ascribed")[0])
    assert "no source says" in text_of(by_class(ice, "column")[1])
    readings = by_class(page, "rest")[0]
    assert text_of(readings.find("summary")) == "Experts 2 more"
    assert "The accord will hold." in text_of(readings)


def test_a_comparison_leads_to_the_records_and_their_passages_and_bears_no_id_of_theirs():
    claim = by_class(tree("positions/compare/tarn-ossel.md"), "claim")[0]
    assert claim.get("id") is None
    assert [a.get("href") for a in by_class(claim, "home")[0].iter("a")] == ["../tarn.md#tarn-quota"]
    chip = next(claim.iter("details"))
    assert text_of(chip.find("summary")) == "Evidence The Gazette ¶ 3"
    assert text_of(chip.find("blockquote")) == "no more than 400 tonnes"
    assert text_of(by_class(chip, "level")[0]) == "own words"


def test_chips_say_how_directly_the_words_are_somebodys():
    for path, name in (("positions/index.md", "matrix"), ("index.md", "by-issue"), ("experts/index.md", "claim")):
        chips = [chip for part in by_class(tree(path), name) for chip in by_class(part, "evidence")]
        levels = [level for chip in chips for level in by_class(by_class(chip, "evidence-facts")[0], "level")]
        assert levels, path
    sides = by_class(tree("disagreements/index.md"), "version")
    assert {text_of(level) for side in sides for level in by_class(side, "level")} >= {"own words"}


def test_the_matrix_and_an_issue_lead_to_the_comparison():
    assert [a.get("href") for a in by_class(tree("positions/index.md"), "pairs")[0].iter("a")] == [
        "compare/tarn-ossel.md"
    ]
    assert [a.get("href") for a in by_class(tree("issues/ice.md"), "pairs")[0].iter("a")] == [
        "../positions/compare/tarn-ossel.md#section-issue-ice"
    ]
    assert list(by_class(tree("positions/compare/tarn-ossel.md"), "pairs")[0].iter("a")) == []


def test_an_empty_cell_says_which_kind_of_nothing_it_is():
    gap = element(tree("positions/index.md"), "ossel-ice")
    assert text_of(gap) == "no source says"


def test_the_matrix_is_a_table_with_headings():
    table = by_class(tree("positions/index.md"), "matrix")[0]
    assert [(th.get("scope"), text_of(th)) for th in table.iter("th")] == [
        ("col", "Issue"),
        ("col", "Tarn"),
        ("col", "Ossel"),
        ("row", "Fishing"),
        ("row", "Ice"),
    ]
    assert len(list(table.iter("td"))) == 4


def test_the_matrix_leads_to_its_issues_and_shows_two_positions_a_cell():
    page = tree("positions/index.md")
    assert [a.get("href") for a in by_class(page, "jump")[0].iter("a")] == ["#section-row-fishing", "#section-row-ice"]
    assert text_of(next(element(page, "section-row-ice").iter("th"))) == "Ice"
    cell = next(by_class(page, "matrix")[0].iter("td"))
    rest = by_class(cell, "rest")[0]
    assert rest.get("open") is None
    assert text_of(rest.find("summary")) == "2 more"
    every = [text_of(by_class(claim, "claim-text")[0]) for claim in by_class(cell, "claim")]
    folded_away = [text_of(by_class(claim, "claim-text")[0]) for claim in by_class(rest, "claim")]
    assert every == ["Tarn wants a quota.", "Tarn says 400.", "Tarn holds on.", "Tarn wants peace with fish."]
    assert folded_away == every[2:]
    assert [text_of(e) for e in by_class(rest, "ascribed-word")] == ["Described as"]
    assert by_class(tree("positions/tarn.md"), "rest") == []


def test_the_small_matrix_says_in_words_what_it_counts():
    table = by_class(tree("index.md"), "small-matrix")[0]
    first, second = [[text_of(td) for td in row.iter("td")] for row in list(table.iter("tr"))[1:]]
    assert first == ["Fishing", "Tarn 3 own 1 by others", "Ossel 1 by others"]
    assert second == ["Ice", "Tarn 1 by others", "Ossel no source says"]


def test_the_home_page_answers_first():
    home = tree("index.md")
    assert [text_of(h) for h in home.iter("h2")] == [
        "By issue",
        "Agreements by status",
        "Positions",
        "Disagreements",
        "What no source says",
        "Three ways in",
    ]
    front = by_class(home, "front")[0]
    anchors = [a.get("href").removeprefix("#") for a in by_class(front, "glance")[0].iter("a")]
    assert anchors == ["section-agreements", "section-positions", "section-disagreements", "section-gaps"]
    assert set(anchors) <= set(ids_of(home))
    assert text_of(by_class(home, "masthead")[0]) == "As of 6 May 2031 3 sources 4 May 2031 7 May 2031"
    assert text_of(by_class(home, "lead")[0]) == "Who may fish where?"


def test_records_that_nobody_has_reviewed_are_marked():
    quotes, actors = tree("quotes/index.md"), tree("actors/index.md")
    assert "not yet reviewed" in text_of(element(quotes, "unfair"))
    assert "not yet reviewed" not in text_of(element(quotes, "tonnes"))
    assert "not yet reviewed" in text_of(element(actors, "ossel-council"))


def test_an_actor_page_has_everything_about_the_actor():
    page = tree("actors/kara-dunn.md")
    assert [text_of(h) for h in page.iter("h2")] == [
        "Quotes by this actor",
        "Quotes about this actor",
        "Positions",
        "Judgements",
        "Agreements",
        "Where this is referred to",
        "Mentions",
    ]
    head = text_of(element(page, "kara-dunn"))
    for said in ("fisheries minister", "Kára Dunn", "core actor", "Tarn"):
        assert said in head
    about = tree("actors/tarn-island.md")
    mentions = by_class(about, "mentions")
    assert sum(len(list(m.iter("li"))) for m in mentions) == len(knowledge().mentions["tarn-island"])
    assert {text_of(mark) for m in mentions for mark in m.iter("mark")} == {"Tarn"}


def test_quotes_about_somebody_are_those_of_others_whose_own_words_name_them():
    def about(path):
        page = tree(path)
        heading = next((e for e in page.iter("h2") if e.get("id") == "section-quotes-about"), None)
        return [] if heading is None else [text_of(line) for line in by_class(page, "quote-line")]

    assert about("actors/kara-dunn.md") == ["reported statement Kara Dunn would not sign it Bror Vik"]
    assert about("actors/bror-vik.md") == []
    assert about("actors/tarn-island.md") == [
        "direct quotation “Not a fish more,” […] “and not a fish less.” Kara Dunn"
    ]


def test_an_actor_says_how_many_sources_introduce_it_and_how_many_name_it():
    facts = text_of(by_class(element(tree("actors/tarn-island.md"), "tarn-island"), "claim-facts")[0])
    assert "introduced by 1 source" in facts
    assert "named in 2 sources" in facts
    assert "independent" not in text_of(element(tree("actors/tarn-island.md"), "tarn-island"))


def test_a_judgement_of_two_stands_under_both_and_at_home_under_the_first():
    page = tree("experts/index.md")
    headings = [text_of(h) for h in page.iter("h2")]
    assert headings == ["Where experts differ", "Bror Vik", "Kara Dunn"]
    assert text_of(page).count("The accord will hold.") == 3
    assert element(page, "ratify") is not None


def test_figures_of_a_group_stand_side_by_side():
    page = tree("figures/index.md")
    group = by_class(page, "side-by-side")[0]
    assert [f.get("id") for f in by_class(group, "figure")] == ["catch-courier", "catch-gazette"]


def test_conflicting_figures_are_drawn_with_a_table_beside():
    for path, subject in (("figures/index.md", "catch"), ("disagreements/index.md", "how-much")):
        chart = by_class(tree(path), "chart")[0]
        drawn = next(chart.iter(f"{SVG}svg"))
        assert drawn.get("id").endswith(subject)
        texts = [text_of(e) for e in drawn.iter(f"{SVG}text")]
        assert {"The Gazette", "400 tonnes", "Courier", "450 tonnes"} < set(texts)
        rows = [[text_of(td) for td in row.iter("td")] for row in chart.iter("tr")][1:]
        assert {tuple(row[:3]) for row in rows} == {
            ("The Gazette", "400 tonnes", "400 t"),
            ("Courier", "450 tonnes", "450 t"),
        }
        addresses = [raw_target(path, a.get("href")) for a in drawn.iter(f"{SVG}a")]
        assert sorted(addresses) == ["figures/#catch-courier", "figures/#catch-gazette"]


def test_the_dossier_holds_every_claim_with_the_numbers_of_its_passages():
    page = tree("dossier/index.md")
    notes = {text_of(by_class(li, "note-number")[0]): li for li in by_class(page, "notes") for li in li.iter("li")}
    assert list(notes) == [str(number) for number in range(1, len(notes) + 1)]
    entries = [
        (text_of(by_class(li, "entry")[0]), [text_of(a) for c in by_class(li, "cites") for a in c.iter("a")])
        for li in page.iter("li")
        if by_class(li, "cites")
    ]
    hidden = {s.id for s in knowledge().sources if s.rights.value == "none"}
    for claim in cited_claims(knowledge()):
        for text, passages in said_by(claim):
            shown = [p for p in passages if p.source not in hidden]
            assert any(
                all(words(p.text) in " ".join(text_of(notes[number]) for number in numbers) for p in shown)
                for said, numbers in entries
                if said == words(text)
            ), claim.id
    assert "The words of this source may not be published here." in text_of(page)


def cited_claims(known):
    """Every claim that the dossier holds."""
    claims = known.claims
    return (
        *(*claims.summaries, *claims.positions, *claims.agreements, *claims.events),
        *(*claims.figures, *claims.disagreements, *claims.judgements),
    )


def said_by(claim):
    """The sentences of a claim, each with its passages."""
    if isinstance(claim, Disagreement):
        return [(version.statement, version.evidence) for version in claim.versions]
    return [(sentence_of(claim), claim.evidence)]


def test_passages_are_numbered_as_they_are_first_cited_on_paper_each_once():
    cited = [int(text_of(a)) for cites in by_class(tree("dossier/index.md"), "cites") for a in cites.iter("a")]
    first = list(dict.fromkeys(cited))
    assert first == list(range(1, len(first) + 1))
    shared = [p for claim in cited_claims(knowledge()) for p in claim.evidence]
    assert len(first) == len(set(shared)) < len(shared)


def test_the_dossier_is_not_weighed_down_by_scripts():
    meta = front_matter_of(pages()["dossier/index.md"].markdown)
    assert meta["template"] == "dossier.html"
    for path in ("index.md", "about/index.md"):
        assert any(target.endswith("dossier/index.md") for target in links_of(path)), path


def test_the_timeline_keeps_apart_what_was_only_expected():
    page = tree("timeline/index.md")
    assert [text_of(h) for h in page.iter("h2")] == ["Happened", "Expected", "The timeline as a picture"]
    happened, expected = by_class(page, "timeline")
    assert [e.get("id") for e in by_class(happened, "claim")] == ["sunday", "signing"]
    assert [e.get("id") for e in by_class(expected, "claim")] == ["ratification"]
    times = [t.get("datetime") for t in by_class(happened, "claim-date")[0].iter("time")]
    assert times == ["2031-05"]


def test_the_about_page_counts_and_offers_the_data():
    page = tree("about/index.md")
    hrefs = [a.get("href") for a in page.iter("a")]
    assert "../data/briefing.json" in hrefs
    assert "../data/briefing.schema.json" in hrefs
    assert "../data/quotes.csv" in hrefs
    assert "method.md" in hrefs
    assert {"../changes/index.md", "../feed.xml"} <= set(hrefs)


def test_a_hand_written_page_is_written_as_it_stands():
    page = pages()["about/editors-guide.md"]
    assert page.markdown.endswith(NOTES["editors-guide.md"])
    assert page.title == "Editor’s guide"
    assert "indented code stays" in text_of(next(tree(page.path).iter("pre")))


def values(item):
    """Every text of a record, as published."""
    if isinstance(item, str):
        yield words(item)
    elif isinstance(item, int | float):
        yield str(item)
    elif isinstance(item, tuple | list):
        for part in item:
            yield from values(part)
    elif hasattr(item, "__dataclass_fields__"):
        for name in item.__dataclass_fields__:
            yield from values(getattr(item, name))


@cache
def sayings():
    known = knowledge()
    records = [*all_claims(known.claims), *known.sources, *known.subject.parties, *known.subject.topics, *known.changes]
    said = {value for record in records for value in values(record)}
    said |= set(values(known.subject)) | set(known.build.checks) | {known.build.generator_version}
    texts = [words(text.text) for text in known.texts.values()]
    return said, [*texts, *map(words, NOTES.values())]


def strangers(found):
    said, texts = sayings()
    return [
        node
        for node in text_nodes(found)
        if node not in said and not is_interface(node) and not any(node in text for text in texts)
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_node_is_a_field_a_slice_or_a_phrase_of_the_interface(kind):
    assert strangers(tree(KINDS[kind])) == []


def test_a_stranger_is_seen():
    page = pages()["index.md"].markdown
    assert strangers(render(f"{page}\nNobody wrote this\n")) == ["Nobody wrote this"]
    assert strangers(render(page.replace("The islands agreed.", "The islands agreed. 3 sources"))) != []


def test_every_quote_is_on_the_page_of_quotes_once():
    page = tree("quotes/index.md")
    assert sorted(q.get("id") for q in by_class(page, "quote")) == sorted(q.id for q in knowledge().claims.quotes)


def changes_tree(*changes):
    written = render_pages(replace(knowledge(), changes=changes), NOTES)
    return render(next(page.markdown for page in written if page.path == "changes/index.md"))


def test_the_log_tells_what_changed_the_latest_day_first_with_a_link_to_what_still_stands():
    there = Change("2031-05-06", "status", "agreements/cod-accord", "Status signed, was expected.")
    gone = Change("2031-05-08", "mine", "quotes/gone", "Taken out <b>.")
    tree = changes_tree(there, gone)
    assert [text_of(h) for h in tree.iter("h2")] == ["8 May 2031", "6 May 2031"]
    first, second = (text_of(li) for li in tree.iter("li") if "mine" in text_of(li) or "status" in text_of(li))
    assert first == "mine Taken out <b>."
    assert second == "status changed Status signed, was expected. the record"


def test_a_change_of_a_renamed_record_leads_to_where_it_stands_now():
    tree = changes_tree(Change("2031-05-06", "added", "actors/k-dunn", "Actor added."))
    assert [a.get("href") for a in tree.iter("a") if text_of(a) == "the record"] == ["../actors/kara-dunn.md#kara-dunn"]


def test_an_empty_log_says_so():
    assert "No change has been recorded yet." in text_of(changes_tree())
