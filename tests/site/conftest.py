import pytest

from tests.site.reading import BuiltSite


@pytest.fixture(scope="session")
def site(built):
    """The built site, read once."""
    return BuiltSite(built.site)


@pytest.fixture(scope="session")
def briefing(site):
    """The published data."""
    return site.briefing
