"""By keyboard alone: the phone's menu, and a focus that is always to be seen."""

import pytest

pytestmark = pytest.mark.browser
HITS = '[data-md-component="search-result"] a'

FOCUSED = """() => {
  // A radio button of the palette is seen as its label, the search field as its form.
  const active = document.activeElement
  const e = active.matches(".md-option") ? active.nextElementSibling : active.closest("form") ?? active
  const style = getComputedStyle(e), box = e.getBoundingClientRect()
  return {name: active.outerHTML.slice(0, 120), drawn: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
          shown: e.checkVisibility({visibilityProperty: true}) && box.width > 0 && box.height > 0,
          inside: box.bottom > 0 && box.top < innerHeight, body: active === document.body}
}"""


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(open_tab, address):
    tab = open_tab(width=390).tab
    tab.goto(address)
    button = tab.locator(".bb-menu")
    for _ in range(8):
        tab.keyboard.press("Tab")
        if button.evaluate("e => e === document.activeElement"):
            break
    else:
        pytest.fail("the button of the menu cannot be reached with the tabulator")
    assert button.get_attribute("aria-expanded") == "false"
    tab.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert tab.evaluate("document.activeElement.closest('#bb-navigation') !== null")
    tab.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert button.evaluate("e => e === document.activeElement")


@pytest.mark.parametrize("width", [1280, 390])
def test_every_stop_of_the_tabulator_is_seen(open_tab, address, width):
    tab = open_tab(width=width).tab
    tab.goto(f"{address}positions/")
    stops = []
    for _ in range(45):
        tab.keyboard.press("Tab")
        stops.append(tab.evaluate(FOCUSED))
    assert len({stop["name"] for stop in stops}) > 20
    assert [s["name"] for s in stops if not s["body"] and not (s["drawn"] and s["shown"] and s["inside"])] == []


def reach(tab, selector, *, key="Tab", most=150):
    """Press the key until the element has the focus."""
    for _ in range(most):
        tab.keyboard.press(key)
        if tab.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} cannot be reached with {key}")


def find(tab, words, leads_to):
    """Search for words and follow the hit that leads there, by keys."""
    tab.locator(".bb-search-open:not([hidden])").wait_for(state="attached")
    tab.keyboard.press("/")
    tab.keyboard.type(words)
    tab.locator(HITS).first.wait_for()
    for _ in range(10):
        tab.keyboard.press("ArrowDown")
        if tab.evaluate("document.activeElement.href").partition("#")[0].endswith(leads_to):
            tab.keyboard.press("Enter")
            tab.wait_for_url(f"**/{leads_to}*")
            return
    pytest.fail(f"no hit for {words!r} leads to {leads_to}")


def test_from_the_question_to_the_citation_by_keyboard_alone(browser, address, site):
    """Open the search, find an actor, open a chip, copy its citation, narrow the quotes, change to dark."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(address, wait_until="networkidle")
    actor = next(a for a in site.briefing["actors"] if a["importance"] == "core" and a["kind"] == "person")
    find(tab, actor["name"], actor["url"].partition("#")[0])

    reach(tab, "article details.evidence > summary")
    tab.keyboard.press("Enter")
    chip = tab.locator("article details.evidence[open]")
    words = " ".join(chip.locator("mark").first.text_content().split())
    tab.evaluate("navigator.clipboard.writeText('')")
    reach(tab, ".evidence-tools button:nth-of-type(2)", most=12)
    assert tab.evaluate("document.activeElement.textContent") == "Copy citation"
    tab.keyboard.press("Enter")
    chip.get_by_role("status").filter(has_text="copied").wait_for()
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@")
    assert words.split()[0] in copied
    tab.keyboard.press("Escape")
    assert chip.count() == 0

    find(tab, "quotes", "quotes/")
    whole = len(site.briefing["quotes"])
    reach(tab, ".filters .facet > summary")
    tab.keyboard.press("Enter")
    reach(tab, ".filters .facet input", most=3)
    tab.keyboard.press("Space")
    left = tab.locator("article .quote").evaluate_all("items => items.filter(item => item.checkVisibility()).length")
    assert 0 < left < whole
    assert "?" in tab.url

    reach(tab, ".md-option", key="Shift+Tab", most=60)
    for _ in range(3):
        if tab.evaluate("document.body.dataset.mdColorScheme") == "slate":
            break
        tab.keyboard.press("Enter")
    assert tab.evaluate("document.body.dataset.mdColorScheme") == "slate"
    context.close()
