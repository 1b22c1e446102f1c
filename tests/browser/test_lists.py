"""Lists narrowed and tables sorted: combined, counted, kept in the address, handed out, by keys alone, without scripts."""

import csv
import io
import json
from urllib.parse import parse_qs, urlsplit

import pytest

pytestmark = pytest.mark.browser

LISTS = {"quotes": ".quote", "agreements": ".row", "actors": ".row", "figures": "div.figure"}
TOLD = """() => {
    const data = JSON.parse(document.querySelector(".filters-data").textContent)
    return { data, names: [...document.querySelectorAll(`article ${data.items}`)].map(item =>
        item.id || new URL(item.querySelector(".row-name a").href).hash.slice(1)) }
}"""


def shown(tab, name):
    """Whether each item of the list is shown, in order."""
    return tab.locator(f"article {LISTS[name]}").evaluate_all("items => items.map(item => item.checkVisibility())")


def here(tab):
    """The address as the page itself has it."""
    return tab.evaluate("location.href")


def ids(tab, name):
    records = tab.evaluate(TOLD)["data"]["records"]
    return [record for (record, _), seen in zip(records, shown(tab, name), strict=True) if seen]


def choose(tab, facet, choice):
    """Open a facet and tick a choice, both by number."""
    fold = tab.locator(".filters .facet").nth(facet)
    if not fold.evaluate("fold => fold.open"):
        fold.locator("summary").click()
    fold.locator("input").nth(choice).click()


def expected(data, chosen):
    """The records that have, in each facet of `chosen`, one of its choices."""
    return [r for r, rows in data["records"] if all(set(rows[f]) & choices for f, choices in chosen.items())]


def downloaded(tab, button):
    with tab.expect_download() as waiting:
        tab.get_by_role("button", name=button).click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", LISTS)
def test_the_records_of_the_data_stand_on_the_page_in_that_order(open_tab, address, name):
    tab = open_tab().tab
    tab.goto(f"{address}{name}/")
    told = tab.evaluate(TOLD)
    assert told["names"] == [record for record, _ in told["data"]["records"]]
    assert all(shown(tab, name))
    assert tab.locator(".filters [role=status]").inner_text().startswith(str(len(told["names"])))


@pytest.mark.parametrize("name", LISTS)
def test_choices_combine_and_every_count_holds(open_tab, address, name):
    tab = open_tab().tab
    tab.goto(f"{address}{name}/")
    data = tab.evaluate(TOLD)["data"]
    last = len(data["facets"]) - 3  # the sources
    chosen = {0: {0, 1}, last: {0}}
    for facet, choices in chosen.items():
        for choice in sorted(choices):
            if tab.locator(".facet").nth(facet).locator("input").nth(choice).is_enabled():
                choose(tab, facet, choice)
            else:
                chosen[facet] = chosen[facet] - {choice}
    chosen = {facet: choices for facet, choices in chosen.items() if choices}
    fitting = expected(data, chosen)
    assert ids(tab, name) == fitting
    assert tab.locator(".filters [role=status]").inner_text().startswith(f"{len(fitting)} of {len(data['records'])} ")
    for facet in range(len(data["facets"])):
        besides = expected(data, {f: c for f, c in chosen.items() if f != facet})
        rows = dict(data["records"])
        counts = tab.locator(".facet").nth(facet).locator(".count").all_text_contents()
        assert counts == [str(sum(n in rows[r][facet] for r in besides)) for n in range(len(counts))]


def test_a_heading_under_which_nothing_is_left_goes_too(open_tab, address):
    tab = open_tab().tab
    tab.goto(f"{address}quotes/")
    choose(tab, 0, 0)
    assert tab.locator("article h2:visible").count() == 1
    assert tab.locator(".md-nav--secondary li:visible").count() == 1


def test_the_address_keeps_what_was_chosen_and_back_takes_it_back(open_tab, address):
    tab = open_tab().tab
    tab.goto(f"{address}quotes/")
    data = tab.evaluate(TOLD)["data"]
    choose(tab, 0, 0)
    first = ids(tab, "quotes")
    choose(tab, 4, 0)
    both = ids(tab, "quotes")
    assert len(both) < len(first) < len(data["records"])
    kept = parse_qs(urlsplit(here(tab)).query)
    assert kept == {data["facets"][n]["key"]: [data["facets"][n]["choices"][0][0]] for n in (0, 4)}
    other = open_tab().tab
    other.goto(here(tab))
    assert ids(other, "quotes") == both
    assert other.locator(".facet input:checked").count() == 2
    tab.go_back()
    assert ids(tab, "quotes") == first
    tab.go_back()
    assert all(shown(tab, "quotes"))
    tab.go_forward()
    assert ids(tab, "quotes") == first


def test_an_address_that_asks_for_what_is_not_there_shows_everything(open_tab, address):
    watched = open_tab()
    watched.tab.goto(f"{address}quotes/?speaker=%3Cscript%3E&nothing=1")
    assert all(shown(watched.tab, "quotes"))
    assert watched.errors == []


def test_clear_shows_everything_again(open_tab, address):
    tab = open_tab().tab
    tab.goto(f"{address}quotes/?speaker=nobody&review=editor&said=direct")
    assert not all(shown(tab, "quotes"))
    tab.get_by_role("button", name="Clear").click()
    assert all(shown(tab, "quotes"))
    assert "said" not in here(tab)


@pytest.mark.parametrize("name", LISTS)
def test_what_is_handed_out_is_what_is_shown(open_tab, address, site, name):
    tab = open_tab().tab
    tab.goto(f"{address}{name}/")
    choose(tab, 0, 0)
    seen = sorted(ids(tab, name))
    file, text = downloaded(tab, "Download JSON")
    assert file == f"{name}.json"
    assert json.loads(text) == [record for record in site.briefing[name] if record["id"] in seen]
    file, text = downloaded(tab, "Download CSV")
    whole = (site.folder / f"data/{name}.csv").read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert file == f"{name}.csv"
    assert sorted(row["id"] for row in rows) == seen
    assert [row for row in csv.DictReader(io.StringIO(whole, newline="")) if row["id"] in seen] == rows


def test_cells_keep_their_guard_against_formulas_and_their_line_ends(open_tab, address):
    tab = open_tab().tab
    table = 'id,text\r\n{0},"\'=1+1\r\n""quoted"", more"\r\nnot-shown,\'@x\r\n'
    tab.goto(f"{address}quotes/")
    choose(tab, 0, 0)
    record = ids(tab, "quotes")[0]
    tab.route("**/data/quotes.csv", lambda route: route.fulfill(body=table.format(record)))
    _, text = downloaded(tab, "Download CSV")
    assert text == table.format(record).replace("not-shown,'@x\r\n", "")


def test_where_the_data_cannot_be_loaded_it_says_so(open_tab, address):
    tab = open_tab().tab
    tab.goto(f"{address}quotes/")
    tab.route("**/data/*", lambda route: route.abort())
    tab.get_by_role("button", name="Download JSON").click()
    tab.locator(".filters [role=status]", has_text="could not be loaded").wait_for()


def test_by_keys_alone(open_tab, address):
    tab = open_tab().tab
    tab.goto(f"{address}quotes/")
    tab.locator(".crumbs a").last.focus()
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.matches('.facet summary')")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Space")
    assert "speaker=" in here(tab)
    assert not all(shown(tab, "quotes"))
    tab.keyboard.press("Escape")
    assert tab.locator(".facet[open]").count() == 0
    assert tab.evaluate("document.activeElement.matches('.facet summary')")
    for _ in range(8):
        tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Clear"
    tab.keyboard.press("Enter")
    assert all(shown(tab, "quotes"))


@pytest.mark.parametrize("name", LISTS)
def test_without_scripts_the_whole_list_is_there_and_nothing_that_would_not_work(open_tab, address, site, name):
    tab = open_tab(scripts=False).tab
    tab.goto(f"{address}{name}/?review=auto")
    assert tab.locator(f"article {LISTS[name]}").count() == len(site.briefing[name])
    assert tab.locator(".filters").is_hidden()
    assert tab.locator(f"article {LISTS[name]}").last.is_visible()


def test_a_table_sorts_by_keys_and_says_how(open_tab, address):
    tab = open_tab().tab
    tab.goto(f"{address}about/")
    table = tab.locator("article table").first
    head = table.locator("th").nth(1)
    column = "table => [...table.tBodies[0].rows].map(row => Number(row.cells[1].textContent.replace(',', '')))"
    before = table.evaluate(column)
    head.locator("button").focus()
    for key, order, reverse in (("Enter", "ascending", False), ("Space", "descending", True)):
        tab.keyboard.press(key)
        assert head.get_attribute("aria-sort") == order
        assert table.evaluate(column) == sorted(before, reverse=reverse)
    table.locator("th button").first.click()
    assert head.get_attribute("aria-sort") is None
    assert tab.locator("[aria-sort]").count() == 1
