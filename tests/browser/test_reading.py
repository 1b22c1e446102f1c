"""What a reader meets: the answer before the first scroll, and everything without scripts."""

import pytest

from tests.browser.conftest import HEIGHTS

pytestmark = pytest.mark.browser

FIRST = ("h1", ".lead", ".masthead", ".bottom-line .claim-text", ".bottom-line .chips", ".glance")


@pytest.mark.parametrize("width", [1280, 390])
def test_what_a_reader_needs_stands_above_the_first_scroll(open_tab, address, width):
    """Title, question, day, sources, the bottom line with its passages, and where to find what else there is."""
    tab = open_tab(width=width, touch=width < 1000).tab
    tab.goto(address)
    ends = {name: tab.locator(f"article {name}").first.bounding_box() for name in FIRST}
    assert {n: b["y"] + b["height"] for n, b in ends.items() if b["y"] + b["height"] > HEIGHTS[width]} == {}
    assert all(box["width"] > 100 and box["height"] > 10 for box in ends.values())
    tops = [ends[name]["y"] for name in FIRST[:-1]]
    assert tops == sorted(tops)


def test_the_small_matrix_and_the_full_one_need_no_sideways_scroll_on_a_phone(open_tab, address):
    tab = open_tab(width=390, touch=True).tab
    for path, name in (("", ".small-matrix table"), ("positions/", "table.matrix")):
        tab.goto(address + path)
        table = tab.locator(name)
        assert table.evaluate("t => t.scrollWidth <= t.clientWidth + 1")
        box = table.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        cells = table.locator("td")
        assert cells.count() > 10
        assert table.evaluate("t => [...t.querySelectorAll('td')].every(c => c.getBoundingClientRect().right <= 390)")


def test_the_level_of_attribution_is_told_in_words_and_by_a_sign(open_tab, address):
    tab = open_tab().tab
    tab.goto(f"{address}positions/")
    signs = tab.locator(".legend .level").evaluate_all(
        "all => all.map(each => [each.textContent, getComputedStyle(each, '::before').content])"
    )
    assert len(signs) == 6
    assert len({words for words, _ in signs}) == len({sign for _, sign in signs}) == 6
    borders = [
        tab.locator(name).first.evaluate("e => getComputedStyle(e).borderInlineStartStyle")
        for name in (".matrix .claim:not(.claim-ascribed)", ".matrix .claim-ascribed")
    ]
    assert borders == ["solid", "dashed"]


@pytest.mark.parametrize("kind", ["", "positions", "quotes", "agreements leaf", "sources leaf"])
def test_without_scripts_everything_is_there(open_tab, address, kinds, kind):
    """The same texts and links as with scripts, none of them hidden but what is folded into a chip."""
    without, with_scripts = open_tab(scripts=False).tab, open_tab().tab
    for tab in (without, with_scripts):
        tab.goto(address + kinds[kind], wait_until="networkidle")
    claims = "article :is(.claim-text, blockquote, mark, .row-name)"
    assert without.locator(claims).all_text_contents() == with_scripts.locator(claims).all_text_contents()
    shown = without.locator("article :is(h1, .claim-text, figure.quote > blockquote, .row-name)")
    folded = "e => e.checkVisibility({visibilityProperty: true}) || e.closest('details:not([open])') !== null"
    assert shown.count() > 0
    assert shown.evaluate_all(f"all => all.every({folded})")
    chips = without.locator("article details.evidence")
    if chips.count():
        chips.first.locator("summary").first.click()
        assert chips.first.evaluate("e => e.open")
