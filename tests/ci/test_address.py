import importlib.util

import pytest

from tests.ci.workflow import ROOT

SPEC = importlib.util.spec_from_file_location("address", ROOT / ".ci/address.py")
PROGRAM = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(PROGRAM)


@pytest.mark.parametrize(
    ("given", "repository", "address"),
    [
        ("", "Someone/some-repo", "https://someone.github.io/some-repo/"),
        ("", "Someone/someone.github.io", "https://someone.github.io/"),
        ("  ", "a/B.c", "https://a.github.io/B.c/"),
        ("https://briefing.example", "Someone/some-repo", "https://briefing.example/"),
        ("https://briefing.example/deep/", "Someone/some-repo", "https://briefing.example/deep/"),
    ],
)
def test_the_address_is_the_given_one_or_that_of_the_repository(given, repository, address):
    assert PROGRAM.address({"SITE_URL": given, "GITHUB_REPOSITORY": repository}) == address
