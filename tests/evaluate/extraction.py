"""Runs `briefing extract` and reads its JSON Lines, strictly: what breaks the format is an error, not a low score."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.evaluate.articles import Article

PROGRAM = Path(sys.executable).with_name("briefing")
Item = Mapping[str, Any]
# list -> (fields, fields that hold one span, fields that hold several, several or null)
FIELDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "attributions": (("direct", "speaker"), (), ("content",), ("cue", "source")),
    "persons": (("name", "roles"), (), ("spans",), ()),
    "agreements": (("title", "status", "date", "parties"), ("span",), (), ()),
    "positions": (("party", "issue", "attribution"), ("span",), (), ()),
    "figures": (("value", "unit", "year"), ("span",), (), ()),
    "events": (("date", "precision", "status"), ("span",), (), ()),
}


class ExtractionError(Exception):
    """The extraction failed, or its output is not what was agreed."""


@dataclass(frozen=True)
class Found:
    """What was found in one article."""

    attributions: Sequence[Item] = ()
    persons: Sequence[Item] = ()
    agreements: Sequence[Item] = ()
    positions: Sequence[Item] = ()
    figures: Sequence[Item] = ()
    events: Sequence[Item] = ()


def run_extraction(
    articles: Iterable[Article],
    *,
    root: Path,
    program: Sequence[str | Path] = (PROGRAM,),
    briefing: Path | None = None,
) -> str:
    """The output of `briefing extract` over the articles; its progress goes to standard error. ExtractionError.

    `briefing` names the parties and issues that are looked for, in the place of the project's own.
    """
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "found.jsonl"
        command = [*program, "extract", *(article.file for article in articles), "--output", output]
        if briefing is not None:
            command += ["--config", _project(Path(folder) / "project", briefing)]
        try:
            done = subprocess.run(command, cwd=root, check=False)
        except OSError as error:
            raise ExtractionError(f"{program[0]} cannot be run: {error}") from error
        if done.returncode != 0:
            raise ExtractionError(f"`briefing extract` ended with status {done.returncode}")
        if not output.is_file():
            raise ExtractionError("`briefing extract` wrote no output")
        return output.read_text(encoding="utf-8")


def _project(folder: Path, briefing: Path) -> Path:
    """The settings of a project that has nothing but a briefing file."""
    (folder / "content").mkdir(parents=True)
    shutil.copyfile(briefing, folder / "content" / "briefing.yml")
    settings = folder / "mkdocs.yml"
    settings.write_text("site_name: Gold\n", encoding="utf-8")
    return settings


def read_extraction(lines: str, articles: Mapping[str, Article]) -> dict[str, Found]:
    """What was found, by the article's stem: every article once, no other. ExtractionError names the line."""
    found: dict[str, Found] = {}
    for number, line in enumerate(lines.split("\n"), 1):
        if line.strip():
            stem, read = _read_line(line, f"line {number}", articles)
            if stem in found:
                raise ExtractionError(f"line {number}: a second line for {stem}")
            found[stem] = read
    if missing := sorted(articles.keys() - found.keys()):
        raise ExtractionError(f"{len(missing)} articles have no line: {', '.join(missing[:5])}")
    return found


def _read_line(line: str, where: str, articles: Mapping[str, Article]) -> tuple[str, Found]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise ExtractionError(f"{where}: no JSON: {error}") from error
    if not isinstance(record, dict) or record.get("id") not in articles:
        raise ExtractionError(f"{where}: not an object with the id of an article that was asked for")
    stem = record["id"]
    for kind in FIELDS:
        if not isinstance(record.get(kind), list):
            raise ExtractionError(f"{where}: {stem} has no list {kind!r}")
        for i, item in enumerate(record[kind]):
            _check(item, kind, f"{where}: {stem}: {kind}[{i}]", len(articles[stem].text))
    kinds = {kind: tuple(record[kind]) for kind in FIELDS}
    return stem, Found(**kinds)


def _check(item: object, kind: str, where: str, length: int) -> None:
    plain, one, several, several_or_none = FIELDS[kind]
    if not isinstance(item, dict):
        raise ExtractionError(f"{where} is not an object")
    if missing := [name for name in (*plain, *one, *several, *several_or_none) if name not in item]:
        raise ExtractionError(f"{where} lacks {', '.join(missing)}")
    spans = [item[name] for name in one]
    for name in (*several, *several_or_none):
        if item[name] is None and name in several_or_none:
            continue
        if not isinstance(item[name], list) or not item[name]:
            raise ExtractionError(f"{where}.{name} is not a list of spans")
        spans += item[name]
    for span in spans:
        if not _is_span(span, length):
            raise ExtractionError(f"{where}: {span!r} is not a span of the text")


def _is_span(span: object, length: int) -> bool:
    match span:
        case [int(start), int(end)]:
            return 0 <= start < end <= length
    return False
