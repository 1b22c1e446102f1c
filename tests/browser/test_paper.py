"""Pages on paper: Chromium prints them, and no sheet is left empty for something that does not fit on it."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.browser

EMPTY, SHEETS_OF_THE_MATRIX = 300, 15


@pytest.fixture
def sheets(browser, address):
    """The words of each sheet of a printed page, without blanks and hyphens."""
    context = browser.new_context()

    def print_out(path):
        tab = context.new_page()
        tab.goto(f"{address}{path}", wait_until="networkidle")
        printed = PdfReader(BytesIO(tab.pdf(format="A4"))).pages
        return [letters(sheet.extract_text()) for sheet in printed]

    yield print_out
    context.close()


def letters(text):
    return re.sub(r"[\s\u00ad-]+", "", text)


def test_the_home_page_begins_with_the_answer_and_its_passages(sheets, site):
    first = sheets("")[0]
    summary = next(s for s in site.briefing["summaries"] if s["issue"] is None)
    assert letters(summary["statement"]) in first
    assert letters(summary["evidence"][0]["text"]) in first


def test_the_matrix_is_a_few_sheets_with_every_issue_party_and_place(sheets, site, measured):
    printed = sheets("positions/")
    measured(f"the matrix on paper: {len(printed)} sheets")
    assert len(printed) <= SHEETS_OF_THE_MATRIX
    assert [len(sheet) for sheet in printed[:-1] if len(sheet) < EMPTY] == []
    whole = "".join(printed)
    names = [entry["name"] for kind in ("issues", "parties") for entry in site.briefing[kind]]
    assert [name for name in names if letters(name) not in whole] == []
    article = site.page_of("positions/")[0].article
    cells = [
        cell
        for cell in article.iter("td")
        if "claim" in "".join(cell.itertext()) or cell.find(".//details") is not None
    ]
    assert len(cells) > len(site.briefing["issues"])
    first = [next(e for e in cell.iter("p") if e.get("class") == "claim-text") for cell in cells]
    assert [text for text in ("".join(e.itertext()) for e in first) if letters(text) not in whole] == []
    assert letters("¶") in whole


@pytest.mark.parametrize("path", ["quotes/", "disagreements/"])
def test_no_sheet_of_a_list_is_left_empty(sheets, path):
    assert [len(sheet) for sheet in sheets(path)[:-1] if len(sheet) < EMPTY] == []
