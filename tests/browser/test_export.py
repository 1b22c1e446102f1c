"""axe-core finds nothing on the exported pages either."""

from urllib.parse import urlsplit

import pytest

from tests.browser import serving
from tests.browser.accessibility import violations
from tests.browser.kinds import one_of_each_kind
from tests.site.reading import BuiltSite

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("dark", [False, True])
def test_every_page_kind(open_tab, exported_site, node, dark):
    tab = open_tab(dark=dark).tab
    site = BuiltSite(exported_site)
    found = {}
    with serving.serve(exported_site, urlsplit(site.base).path) as (address, _):
        for kind, path in one_of_each_kind(site).items():
            tab.goto(address + path)
            found[kind] = violations(tab)
    assert len(found) > 18
    assert {kind: lines for kind, lines in found.items() if lines} == {}
