"""Lighthouse with its settings for a phone: full marks for accessibility, best practices and SEO, 95 for speed."""

import json
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

PROGRAM = Path(__file__).with_name("lighthouse.mjs")
AUDITED = ("", "positions", "actors leaf", "quotes", "sources leaf")
LEAST = {"accessibility": 1, "best-practices": 1, "seo": 1, "performance": 0.95}


def test_lighthouse(node, chromium, address, kinds, measured):
    assert set(AUDITED) <= set(kinds)
    urls = [address + kinds[kind] for kind in AUDITED]
    done = subprocess.run(
        [node, PROGRAM, chromium, *urls], capture_output=True, encoding="utf-8", check=False, timeout=600
    )
    assert done.returncode == 0, done.stderr
    found = dict(zip(AUDITED, json.loads(done.stdout), strict=True))
    for kind, one in found.items():
        measured(f"lighthouse, {kind or 'home'}: {one['scores']} {one['timings']}")
    assert [one["error"] for one in found.values()] == [None] * len(AUDITED)
    below = {
        f"{kind} {name}": (one["scores"][name], one["failed"])
        for kind, one in found.items()
        for name, least in LEAST.items()
        if one["scores"][name] < least
    }
    assert below == {}
