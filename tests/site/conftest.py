import pytest


@pytest.fixture(scope="session")
def briefing(site):
    """The published data."""
    return site.briefing
