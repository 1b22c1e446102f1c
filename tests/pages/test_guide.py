"""The hand-written pages: every example of the editor's guide is one that the gate accepts."""

import re
from collections import defaultdict

import pytest

from builder.model.claims import CLAIM_KINDS, Kind
from builder.records import load_content
from tests.pages.rendering import ROOT, converted, is_interface

PAGES = ROOT / "content/pages"
GUIDE = (PAGES / "editors-guide.md").read_text(encoding="utf-8")
BRIEFING = """title: T
question: Q?
description: D.
event: {name: E}
parties: [{id: tarn, name: Tarn}, {id: ossel, name: Ossel}]
issues: [{id: fishing, name: Fishing}, {id: ice, name: Ice}]
"""
_FOLDER = re.compile(r"`content/([a-z.]+)/?`")
_EXAMPLE = re.compile(r"(?m)(?:^    .*\n|^\n(?=    ))+")


def examples():
    """Every indented block, with the file it belongs to: the last one named before it."""
    found = defaultdict(list)
    for match in _EXAMPLE.finditer(GUIDE):
        block = "".join(line[4:] + "\n" for line in match[0].strip("\n").split("\n"))
        named = _FOLDER.findall(GUIDE[: match.start()])
        if re.match(r"- |[a-z]+: ", block):
            found[named[-1] if named else ""].append(block)
    return found


def test_every_kind_of_record_has_an_example():
    shown = set(examples())
    assert shown >= {kind.value for kind in (*CLAIM_KINDS, Kind.SOURCES)}
    assert shown >= {"decisions.yml", "floors.yml", "changes.yml"}


def test_every_example_is_what_the_gate_reads(tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    (content / "briefing.yml").write_text(BRIEFING, encoding="utf-8")
    for place, blocks in examples().items():
        target = content / (place if place.endswith(".yml") else f"{place}/example.yml")
        target.parent.mkdir(exist_ok=True)
        with target.open("a", encoding="utf-8") as file:
            file.writelines(blocks)
    loaded, issues = load_content(tmp_path, content)
    assert [issue.line() for issue in issues] == []
    assert len(loaded.records.all()) >= len(CLAIM_KINDS) + 1
    assert loaded.decisions
    assert loaded.floors


def test_every_code_that_the_guide_explains_is_one_that_the_gate_speaks():
    table = GUIDE[GUIDE.index("| Code |") : GUIDE.index("Where a message is right")]
    codes = {code for row in re.findall(r"(?m)^\| ([a-z, -]+) \|", table) for code in row.split(", ")}
    program = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("files", "records", "reconcile", "knowledge")
        for path in sorted((ROOT / "builder" / folder).glob("*.py"))
    )
    assert len(codes) > 20
    assert [code for code in sorted(codes) if f'"{code}"' not in program] == []


@pytest.mark.parametrize("name", ["method.md", "editors-guide.md"])
def test_a_hand_written_page_has_one_title_and_anchors_of_its_own(name):
    source, _ = converted((PAGES / name).read_text(encoding="utf-8"))
    assert source.count("<h1") == 1
    ids = re.findall(r'<h[2-6] id="([^"]*)"', source)
    assert ids
    assert len(ids) == len(set(ids))
    assert all(anchor.startswith("section-") for anchor in ids)


def test_the_method_explains_every_level_of_attribution_in_the_words_of_the_pages():
    method = (PAGES / "method.md").read_text(encoding="utf-8")
    labels = re.findall(r"(?m)^\| ([^|]+?) \| [^|]+ \|$", method)[1:]
    assert len(labels) == 6
    assert all(is_interface(label) for label in labels)
    for said in ("not yet reviewed", "No source says", "Nothing found", "Described as"):
        assert said in method
