"""axe-core finds nothing on any page kind: in light, in dark, on a phone, with menu and search open."""

import pytest

from tests.browser.accessibility import violations

pytestmark = pytest.mark.browser

VIEWS = {
    "light": {"width": 1280},
    "dark": {"width": 1280, "dark": True},
    "phone": {"width": 390, "touch": True},
    "dark phone": {"width": 390, "touch": True, "dark": True},
}


@pytest.mark.parametrize("view", ["light", "dark", "phone"])
def test_every_page_kind(open_tab, address, kinds, node, view):
    tab = open_tab(**VIEWS[view]).tab
    found = {}
    for kind, path in kinds.items():
        tab.goto(address + path)
        found[kind] = violations(tab)
    assert {kind: lines for kind, lines in found.items() if lines} == {}


@pytest.mark.parametrize("view", VIEWS)
def test_with_every_chip_open(open_tab, address, kinds, node, view):
    tab = open_tab(**VIEWS[view]).tab
    tab.goto(address + kinds["issues leaf"])
    chips = tab.locator("article details")
    assert chips.count() > 3
    chips.evaluate_all("all => all.forEach(item => { item.open = true })")
    assert violations(tab) == []


@pytest.mark.parametrize("view", VIEWS)
def test_with_a_chip_opened_by_hand(open_tab, address, kinds, node, view):
    """What copies and cites is made when a chip is opened."""
    tab = open_tab(**VIEWS[view]).tab
    tab.goto(address + kinds["issues leaf"])
    tab.locator("article details.evidence > summary").first.click()
    tab.locator(".evidence-tools").first.wait_for()
    assert violations(tab) == []


@pytest.mark.parametrize("view", VIEWS)
def test_with_the_search_open(open_tab, address, site, node, view):
    tab = open_tab(**VIEWS[view]).tab
    tab.goto(address)
    if VIEWS[view]["width"] < 1000:
        tab.locator(".bb-search-open").click()
    field = tab.locator('[data-md-component="search-query"]')
    field.click()
    assert violations(tab) == []
    field.press_sequentially(site.briefing["actors"][0]["name"])
    tab.locator('[data-md-component="search-result"] a').first.wait_for(state="visible", timeout=15000)
    assert violations(tab) == []


@pytest.mark.parametrize("view", ["phone", "dark phone"])
def test_with_the_menu_open(open_tab, address, node, view):
    tab = open_tab(**VIEWS[view]).tab
    tab.goto(address)
    tab.locator(".bb-menu").click()
    tab.locator("#bb-navigation a").last.wait_for(state="visible")
    assert violations(tab) == []


def test_a_fault_is_seen(open_tab, address, node):
    tab = open_tab().tab
    tab.goto(address)
    tab.evaluate(
        "document.querySelector('article p').insertAdjacentHTML('beforeend', '<img src=\"\" class=\"fault\">')"
    )
    assert [line for line in violations(tab) if line.startswith("image-alt")]
