"""By keyboard alone: the phone's menu, and a focus that is always to be seen."""

import pytest

pytestmark = pytest.mark.browser

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
