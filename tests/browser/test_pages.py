"""The site in a browser: what is not there, evidence that opens in place, and search."""

from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["nowhere", "actors/nobody/", "a/b/c/d/e.html"])
def test_a_page_that_does_not_exist_says_so_in_the_look_of_the_site(open_tab, address, path):
    """At any depth: every style, script and picture is there, and its links lead to pages that exist."""
    watched = open_tab()
    watched.tab.goto(address + path, wait_until="networkidle")
    assert watched.errors.pop(0) == address + path
    assert all("404" in error for error in watched.errors[:1])
    assert watched.errors[1:] == []
    assert watched.hosts == {urlsplit(address).netloc}
    links = watched.tab.locator("article a").evaluate_all("all => all.map(link => link.href)")
    assert len(links) > 5
    assert [link for link in links if not watched.tab.request.get(link).ok] == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_chip_opens_the_passage_by_click(open_tab, address, site, scripts):
    tab = open_tab(scripts=scripts).tab
    quote = site.briefing["quotes"][0]
    tab.goto(address + quote["url"].replace("#", "?x#"))
    chip = tab.locator(f"[id='{quote['id']}'] details.evidence").first
    passage = chip.locator("mark").first
    assert not passage.is_visible()
    chip.locator("summary").click()
    assert passage.is_visible()
    chip.locator("summary").click()
    assert not passage.is_visible()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_chip_opens_the_passage_by_keyboard(open_tab, address, site, key):
    tab = open_tab().tab
    tab.goto(address)
    chip = tab.locator("article details.evidence").first
    for _ in range(200):
        tab.keyboard.press("Tab")
        if chip.locator("summary").evaluate("summary => summary === document.activeElement"):
            break
    else:
        pytest.fail("the first chip cannot be reached with the tabulator")
    tab.keyboard.press(key)
    assert chip.locator("mark").first.is_visible()


def test_a_chip_opens_by_tap_on_a_small_screen(browser, address):
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    tab = context.new_page()
    tab.goto(address)
    chip = tab.locator("article details.evidence").first
    chip.locator("summary").tap()
    assert chip.locator("mark").first.is_visible()
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")
    context.close()


def test_the_passage_in_the_chip_is_the_one_that_is_published(open_tab, address, site):
    tab = open_tab().tab
    summary = site.briefing["summaries"][0]
    tab.goto(address)
    shown = tab.locator(f"[id='{summary['id']}']").text_content()
    assert all(" ".join(p["text"].split()) in " ".join(shown.split()) for p in summary["evidence"])


def test_search_finds_a_quote(open_tab, address, site):
    watched = open_tab()
    tab = watched.tab
    tab.goto(address, wait_until="networkidle")
    speaker = next(a for a in site.briefing["actors"] if a["importance"] == "core")
    field = tab.locator('[data-md-component="search-query"]')
    field.click()
    field.press_sequentially(speaker["name"], delay=20)
    hit = tab.locator('[data-md-component="search-result"] a').first
    hit.wait_for(state="visible", timeout=15000)
    assert watched.errors == []
