"""Extraction cases as data: a title, a paragraph, what is to be found. A wrong case is mended by editing `cases/*.md`.

A case is a heading, the text up to a line `=>`, and one line for each finding: its words and, after ` | `, what is known
of them. The words stand in the text as they are in the case.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_CASE = re.compile(r"^## (?P<title>.+?)\n\n(?P<text>.*?)\n\n=>\n(?P<found>.*?)(?=\n## |\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    title: str
    text: str
    found: tuple[tuple[str, ...], ...]


def read_cases(name: str) -> list[Case]:
    """The cases of `cases/<name>.md`."""
    source = (Path(__file__).parent / "cases" / f"{name}.md").read_text(encoding="utf-8")
    cases = [
        Case(m["title"], m["text"], tuple(tuple(line.split(" | ")) for line in m["found"].strip().splitlines()))
        for m in _CASE.finditer(source)
    ]
    assert len(cases) == source.count("\n## ") + source.startswith("## "), "every heading is a case"
    return cases
