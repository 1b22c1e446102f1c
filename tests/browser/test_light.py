"""Pages are light, stand still, stay on the screen, say nothing to the console and ask nobody else."""

from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.browser

FIRST_VISIT = 100 * 1024
FELT = 0.0005  # what a letter's breadth moves while the page is still arriving
WATCH_SHIFTS = """
globalThis.shifts = []
new PerformanceObserver(list => list.getEntries().forEach(entry => shifts.push(
  [entry.value, ...entry.sources.map(source => `${source.node?.nodeName}.${source.node?.className}`)]
))).observe({type: "layout-shift", buffered: true})
"""
OVERFLOW = """() => [...document.querySelectorAll("body *")].filter(
  e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && e.checkVisibility()
).map(e => `${e.nodeName}.${e.className}`).slice(0, 5)"""


def visit(watched, address):
    """Opens the page up to its last request; what moved by more than a letter's breadth."""
    watched.tab.add_init_script(WATCH_SHIFTS)
    watched.tab.goto(address, wait_until="networkidle")
    return [shift for shift in watched.tab.evaluate("shifts") if shift[0] > FELT]


@pytest.mark.parametrize("width", [1280, 390])
def test_a_first_visit(open_tab, address, kinds, sent, measured, width):
    """Each page kind with a cold cache, up to the last request: weight, movement, console, hosts."""
    weights, wrong = {}, {}
    for kind, path in kinds.items():
        watched = open_tab(width=width, touch=width < 1000)
        sent.clear()
        moved = visit(watched, address + path)
        weights[kind] = sum(size for _, size in sent)
        if moved:  # a machine under load may paint in other steps: what is wrong with the page moves again
            moved = [
                shift for _ in range(2) for shift in visit(open_tab(width=width, touch=width < 1000), address + path)
            ]
        wrong[kind] = [*watched.errors, *moved, *(watched.hosts - {urlsplit(address).netloc})]
        assert watched.tab.locator("article h1").count() == 1, path
    assert {kind: lines for kind, lines in wrong.items() if lines} == {}
    measured("first visit, KB: " + ", ".join(f"{kind or 'home'} {size / 1024:.1f}" for kind, size in weights.items()))
    assert min(weights.values()) > 20 * 1024
    assert {kind: size for kind, size in weights.items() if size > FIRST_VISIT} == {}


@pytest.mark.parametrize("width", [390, 320])
def test_nothing_scrolls_sideways(open_tab, address, kinds, width):
    tab = open_tab(width=width, touch=True).tab
    wide = {}
    for kind, path in kinds.items():
        tab.goto(address + path)
        tab.locator("article details").evaluate_all("all => all.forEach(item => { item.open = true })")
        if tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide[kind] = tab.evaluate(OVERFLOW)
    assert wide == {}


def test_a_fault_is_seen(open_tab, address, sent):
    """The probes of this module see what they look for."""
    watched = open_tab(width=390, touch=True)
    watched.tab.add_init_script(WATCH_SHIFTS)
    watched.tab.goto(address, wait_until="networkidle")
    watched.tab.evaluate("""() => {
      const wide = document.createElement("div")
      wide.style.cssText = "width: 2000px; height: 200px"
      document.body.prepend(wide)
      console.log("said")
      return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))
    }""")
    assert watched.tab.evaluate("shifts")
    assert watched.errors == ["log: said"]
    assert watched.tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert any(path.endswith(".css") for path, _ in sent)
