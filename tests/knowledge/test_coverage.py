"""Coverage: what the articles quote, count, date and name that nobody has ruled on."""

from pathlib import Path

import pytest

from builder.files import read_settings
from builder.project import compile_briefing, coverage, read_inputs
from tests.support import tiny_project


def found(folder: Path, **files: str) -> list[str]:
    config = tiny_project(folder)
    for name, text in files.items():
        (folder / "content" / f"{name}.yml").write_text(text, "utf-8")
    result = coverage(compile_briefing(read_inputs(read_settings(config))))
    assert result.looked_at > 0
    return [issue.line() for issue in result.issues]


TWO_DAYS = (
    "seeds/lantern.txt:6: no record cites the figure “Two days” of source lantern — write one, or in content/decisions.yml: "
    '`- {source: lantern, text: "Two days", ruling: explained, reason: …}` [coverage-figure]'
)


def test_what_no_record_cites_is_listed_with_its_line(tmp_path: Path) -> None:
    assert found(tmp_path) == [TWO_DAYS]


def test_a_decision_with_a_reason_closes_it(tmp_path: Path) -> None:
    decision = '- {source: lantern, text: "Two days after the signing", ruling: explained, reason: only when boats lay there}\n'
    assert found(tmp_path, decisions=decision) == []


def test_a_decision_that_explains_nothing_is_shown(tmp_path: Path) -> None:
    decision = (
        '- {source: lantern, text: "Two days", ruling: explained, reason: a}\n'
        "- {source: lantern, text: Three days, ruling: explained, reason: b}\n"
        "- {source: lantern, text: 520 tonnes a year, ruling: postponed, reason: c}\n"
        "- {source: gazette, text: Two days, ruling: explained, reason: d}\n"
    )
    lines = found(tmp_path, decisions=decision)
    assert [line.partition(" — ")[0] for line in lines] == [
        "content/decisions.yml:2: these words no longer stand in source lantern: “Three days”",
        "content/decisions.yml:3: nothing open is left in these words of source lantern: “520 tonnes a year”",
        "content/decisions.yml:4: there is no source gazette for the decision on “Two days”",
    ]


@pytest.mark.model
def test_without_records_every_quotation_figure_date_and_name_is_open(tmp_path: Path) -> None:
    config = tiny_project(tmp_path)
    for path in (tmp_path / "content").glob("*/*.yml"):
        if path.parent.name != "sources":
            path.write_text("[]\n", "utf-8")
    (tmp_path / "content" / "floors.yml").unlink()
    result = coverage(compile_briefing(read_inputs(read_settings(config))))
    codes = {issue.code for issue in result.issues}
    assert {"coverage-quotation", "coverage-figure", "coverage-name"} <= codes
    assert any("Lena Moss" in issue.what for issue in result.issues)


def test_a_half_cited_quotation_is_open(tmp_path: Path) -> None:
    config = tiny_project(tmp_path)
    for path in (tmp_path / "content").rglob("*.yml"):
        text = path.read_text("utf-8")
        path.write_text(
            text.replace("Nobody will be turned away from our harbours", "Nobody will be turned away"), "utf-8"
        )
    result = coverage(compile_briefing(read_inputs(read_settings(config))))
    assert {issue.at.path for issue in result.issues if issue.code == "coverage-quotation"} == {
        "seeds/herald.txt",
        "seeds/lantern.txt",
    }
