"""Evidence in place: opened, closed, copied and cited by click, tap and key; the same words without scripts."""

import contextlib
import json

import pytest
from pybtex.database import parse_string

from tests.site.reading import words

pytestmark = pytest.mark.browser

CHIP = "article details.evidence"


@pytest.fixture
def reader(browser, address):
    """A function that opens a tab whose clipboard may be read."""
    with contextlib.ExitStack() as stack:

        def make(path="", *, allowed=True, **settings):
            context = browser.new_context(viewport={"width": 1280, "height": 900}, **settings)
            stack.callback(context.close)
            if allowed:
                context.grant_permissions(["clipboard-read", "clipboard-write"])
            tab = context.new_page()
            tab.goto(address + path)
            return tab

        yield make


def opened(chip):
    """The chip, opened and with what copies from it."""
    chip.locator("summary").click()
    chip.locator(".evidence-tools").wait_for()
    return chip


def clipboard(tab):
    return tab.evaluate("navigator.clipboard.readText()")


def active_is(tab, selector):
    return tab.locator(selector).first.evaluate("element => element === document.activeElement")


def quote_of(site):
    """A quote with one passage."""
    return next(q for q in site.briefing["quotes"] if len(q["evidence"]) == 1)


def chip_of(tab, record):
    return tab.locator(f"[id='{record['id']}'] details.evidence").first


def copied(tab, chip, button):
    """What a button of the chip puts into the clipboard; it says when it has."""
    tab.evaluate("navigator.clipboard.writeText('')")
    chip.get_by_role("button", name=button).click()
    chip.get_by_role("status").filter(has_text="copied").wait_for()
    return clipboard(tab)


def test_a_chip_names_its_source_and_paragraph(reader, site):
    tab = reader("quotes/")
    labels = {source["label"] for source in site.briefing["sources"]}
    names = tab.locator(f"{CHIP} > summary").all_inner_texts()
    assert names
    for name in names:
        said = words(name)
        assert said.startswith("Evidence "), said
        assert any(label in said for label in labels), said
        assert "¶" in said


def test_the_passage_opens_between_its_neighbours(reader, built, site):
    tab = reader("quotes/")
    quote = quote_of(site)
    chip = chip_of(tab, quote)
    chip.locator("summary").click()
    shown, passage = words(chip.locator("blockquote").inner_text()), words(quote["evidence"][0]["text"])
    assert passage in shown
    assert len(shown) > len(passage)
    place = chip.locator(".evidence-facts a").first
    place.click()
    assert words(passage) in words(tab.locator("div.passage:target blockquote").inner_text())


def test_one_is_open_at_a_time(reader):
    tab = reader("quotes/")
    chips = tab.locator(f"{CHIP} > summary")
    opened(tab.locator(CHIP).nth(2))
    for number in (0, 3, 1):
        chips.nth(number).click()
        assert tab.locator(f"{CHIP}[open]").count() == 1
        assert chips.nth(number).evaluate("summary => summary.parentElement.open")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_by_keys_alone(reader, key):
    tab = reader("quotes/")
    summary = tab.locator(f"{CHIP} > summary").first
    summary.focus()
    tab.keyboard.press(key)
    assert tab.locator(f"{CHIP} mark").first.is_visible()
    tab.locator(".evidence-tools").wait_for()
    reached = []
    for _ in range(4):
        tab.keyboard.press("Tab")
        reached.append(tab.evaluate("document.activeElement.textContent"))
    assert reached[1:3] == ["Copy link", "Copy citation"]
    assert active_is(tab, ".evidence-tools select")
    tab.keyboard.press("Escape")
    assert tab.locator(f"{CHIP}[open]").count() == 0
    assert active_is(tab, f"{CHIP} > summary")


def test_escape_leaves_alone_who_is_elsewhere(reader):
    tab = reader("quotes/")
    opened(tab.locator(CHIP).first)
    tab.locator("article h2 a").nth(2).focus()
    tab.keyboard.press("Escape")
    assert tab.locator(f"{CHIP}[open]").count() == 1
    assert active_is(tab, f"{CHIP}[open]") is False


def test_the_link_that_is_copied_leads_to_the_record(reader, address, site):
    quote = quote_of(site)
    tab = reader("quotes/?anything=1")
    chip = chip_of(tab, quote)
    opened(chip)
    assert copied(tab, chip, "Copy link") == address + quote["url"]


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json", "plain"])
def test_the_citation_that_is_copied_holds_the_passage_and_where_it_is_shown(reader, site, form):
    quote = quote_of(site)
    passage = quote["evidence"][0]
    tab = reader("quotes/")
    chip = chip_of(tab, quote)
    chip.locator("summary").click()
    chip.get_by_role("combobox").select_option(form)
    text = copied(tab, chip, "Copy citation")
    assert passage["text"] in text
    assert site.base + quote["url"] in text
    key = f"{passage['source']}:{passage['start']}-{passage['end']}"
    assert form == "plain" or key in text
    if form == "bibtex":
        assert parse_string(text, "bibtex").entries[key].fields["note"] == passage["text"]
    if form == "csl-json":
        assert json.loads(text)[0]["annote"] == passage["text"]


def test_the_form_that_was_chosen_stays_chosen(reader):
    tab = reader("quotes/")
    chips = tab.locator(CHIP)
    opened(chips.nth(0)).get_by_role("combobox").select_option("ris")
    chips.nth(1).locator("summary").click()
    assert chips.nth(1).get_by_role("combobox").input_value() == "ris"


def test_without_a_clipboard_the_text_is_there_to_be_taken(reader):
    tab = reader("quotes/")
    tab.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    chip = tab.locator(CHIP).first
    chip.locator("summary").click()
    chip.get_by_role("button", name="Copy link").click()
    field = chip.get_by_role("textbox", name="Text to copy")
    assert "#" in field.input_value()
    assert field.evaluate("field => field.selectionEnd - field.selectionStart") == len(field.input_value())


def test_where_citations_cannot_be_loaded_it_says_so(reader):
    tab = reader("quotes/")
    tab.route("**/data/citations/*", lambda route: route.abort())
    chip = tab.locator(CHIP).first
    chip.locator("summary").click()
    chip.get_by_role("button", name="Copy citation").click()
    chip.get_by_role("status").filter(has_text="could not be loaded").wait_for()


def test_where_a_page_leaves_the_neighbours_out_they_come_when_it_is_opened(reader, site):
    files = tuple((site.folder / "data/citations").glob("*.json"))
    passages = [p for file in files for p in json.loads(file.read_text(encoding="utf-8"))["passages"].values()]
    whole = {
        words(p["text"]): words(p["before"] + p["text"] + p["after"])
        for p in passages
        if {"before", "after"} <= p.keys()
    }
    tab = reader("positions/")
    brief = tab.locator(f"{CHIP}.evidence-brief:visible")
    shown = [words(text) for text in brief.locator("blockquote").all_text_contents()]
    number = next(at for at, text in enumerate(shown) if text in whole)
    chip = brief.nth(number).element_handle()
    chip.query_selector("summary").click()
    tab.wait_for_function("chip => chip.querySelector('p').lastChild.nodeType === Node.TEXT_NODE", arg=chip)
    assert words(chip.query_selector("blockquote").inner_text()) == whole[shown[number]]
    titles = {json.loads(file.read_text(encoding="utf-8"))["title"] for file in files}
    assert chip.query_selector(".evidence-facts a").inner_text() in titles


def test_nothing_is_loaded_before_somebody_asks(reader):
    tab = reader()
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.reload(wait_until="networkidle")
    assert asked
    assert not [url for url in asked if "/data/" in url or url.endswith("evidence.js")]


def one_of_each_kind(site):
    """The pages that hold the most chips, one of each folder and depth."""
    most = {}
    for page in site.pages.values():
        folds = page.article.iter("details") if page.article is not None else ()
        chips = sum("evidence" in fold.get("class", "") for fold in folds)
        parts = page.address.split("/")
        kind = (parts[0], len(parts))
        if chips > most.get(kind, (0, None))[0]:
            most[kind] = (chips, page)
    return [page for _, page in most.values()]


def test_every_chip_finds_its_passages_and_its_record(reader, address, site):
    """What the script reads off the page, against the published data; on each page kind the first forty."""
    tab = reader()
    by_url = {r["url"]: r for kind in site.briefing.values() if isinstance(kind, list) for r in kind if "evidence" in r}
    tab.add_init_script("navigator.clipboard.writeText = async text => { window.taken = text }")
    seen = 0
    for page in one_of_each_kind(site):
        tab.goto(address + page.address.removesuffix("index.html"))
        for cited in tab.evaluate(CITE_ALL):
            item = json.loads(cited["text"])[0]
            record = by_url.get(item["URL"].removeprefix(site.base))
            assert record, f"{page.address}: {item['URL']}"
            printed = " ".join(words(p["text"]) for p in record["evidence"])
            for part in words(item["annote"]).split(" […] "):
                assert part in printed, f"{page.address}: {item['id']}"
            seen += 1
    assert seen > 300


CITE_ALL = """async () => {
    const found = []
    for (const fold of document.querySelectorAll("details.rest")) fold.open = true
    const first = document.querySelector("article details.evidence")
    first.open = true
    while (!first.querySelector(".evidence-tools")) await new Promise(done => setTimeout(done, 20))
    first.open = false
    for (const chip of [...document.querySelectorAll("article details.evidence")].slice(0, 40)) {
        chip.querySelector("summary").click()
        chip.querySelector("select").value = "csl-json"
        window.taken = null
        chip.querySelectorAll(".evidence-tools button")[1].click()
        while (window.taken === null) await new Promise(done => setTimeout(done))
        found.push({ text: window.taken })
    }
    return found
}"""


def test_without_scripts_the_same_passages_are_there(reader, site):
    tab = reader("quotes/", allowed=False, java_script_enabled=False)
    quote = quote_of(site)
    chip = chip_of(tab, quote)
    assert not chip.locator("mark").first.is_visible()
    chip.locator("summary").click()
    assert words(quote["evidence"][0]["text"]) in words(chip.locator("blockquote").inner_text())
    assert chip.locator(".evidence-facts a").first.is_visible()
    assert tab.locator(".evidence-tools").count() == 0


@pytest.mark.parametrize("width", [320, 390])
def test_an_open_chip_fits_a_narrow_screen(browser, address, width):
    context = browser.new_context(viewport={"width": width, "height": 800}, has_touch=True, is_mobile=True)
    tab = context.new_page()
    for path in ("", "quotes/", "disagreements/"):
        tab.goto(address + path)
        chip = tab.locator(CHIP).first
        chip.locator("summary").tap()
        assert chip.locator("mark").first.is_visible()
        chip.locator(".evidence-tools").wait_for()
        assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        small = chip.evaluate(
            "c => [...c.querySelectorAll('summary, button, select')].filter(e => e.getBoundingClientRect().height < 24).length"
        )
        assert small == 0
    context.close()


def test_on_paper_every_passage_is_a_numbered_note(reader):
    tab = reader("quotes/")
    tab.emulate_media(media="print")
    chips = tab.locator(CHIP)
    assert chips.count() > 10
    assert all(chips.nth(at).locator("mark").first.is_visible() for at in range(10))
    number = "s => getComputedStyle(s, '::before').content + getComputedStyle(s.parentElement).counterIncrement"
    assert "counter(note)" in chips.nth(1).locator("summary").evaluate(number)
    assert tab.locator(".evidence-tools:visible").count() == 0
