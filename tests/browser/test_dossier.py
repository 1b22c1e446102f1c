"""The whole dossier on paper: Chromium prints it, and everything is in the file."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.browser

LISTS = ("summaries", "positions", "agreements", "events", "figures", "judgements")
SENTENCE = ("statement", "title", "subject")


def letters(text):
    """The text without blanks and hyphens: where lines break is the paper's affair."""
    return re.sub(r"[\s\u00ad-]+", "", text)


@pytest.fixture(scope="module")
def paper(browser, address):
    """The printed dossier, page by page."""
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{address}dossier/")
    printed = tab.pdf(format="A4", prefer_css_page_size=True)
    context.close()
    return [page.extract_text() for page in PdfReader(BytesIO(printed)).pages]


def test_no_page_is_empty_and_each_has_its_number(paper):
    assert len(paper) > 3
    for number, text in enumerate(paper, start=1):
        assert re.search(rf"(?<!\d){number} ?/ ?{len(paper)}(?!\d)", text), number
        assert len(letters(text)) > 100, number


def test_every_claim_is_on_paper(paper, site):
    whole = letters("".join(re.sub(r"\d+ ?/ ?\d+\s*$", "", text) for text in paper))
    checked = 0
    for name in LISTS:
        for record in site.briefing[name]:
            said = next(record[field] for field in SENTENCE if field in record)
            assert letters(said) in whole, record["id"]
            checked += 1
    versions = [v for record in site.briefing["disagreements"] for v in record["versions"]]
    assert [v["statement"] for v in versions if letters(v["statement"]) not in whole] == []
    assert checked > 300


def test_every_number_has_its_note_with_its_passage(paper, site):
    whole = letters("".join(re.sub(r"\d+ ?/ ?\d+\s*$", "", text) for text in paper))
    claims, _, notes = whole.rpartition(letters("Sources and passages"))
    cited = {int(number) for number in re.findall(r"\[(\d+)\]", claims)}
    noted = [int(number) for number in re.findall(r"\[(\d+)\]", notes)]
    assert set(noted) == cited == set(range(1, max(cited) + 1))
    hidden = {source["id"] for source in site.briefing["sources"] if source["rights"] == "none"}
    records = [record for name in (*LISTS, "disagreements") for record in site.briefing[name]]
    passages = {letters(p["text"]) for r in records for p in r["evidence"] if p["source"] not in hidden}
    assert [passage for passage in passages if passage not in notes] == []


def test_nothing_of_the_screen_is_on_paper(paper):
    assert "Search" not in "".join(paper)
    assert not paper[0].startswith("Home")


def test_the_dossier_fits_a_narrow_screen_and_a_number_leads_to_its_note(open_tab, address):
    tab = open_tab(width=390).tab
    tab.goto(f"{address}dossier/")
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    first = tab.locator(".cites a").first
    target = first.get_attribute("href")
    first.click()
    assert tab.locator(target).is_visible()
    assert tab.url.endswith(target)
