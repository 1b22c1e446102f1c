"""Floors: raised freely, lowered only when told; the gold they stand on is known to the byte and only grows."""

import json
import shutil
from dataclasses import replace

import pytest
import yaml

from tests.evaluate import __main__ as command
from tests.evaluate import floors
from tests.evaluate.extraction import read_extraction, run_extraction
from tests.evaluate.floors import Leave, Pinned, fingerprint, floor_faults, gold_faults, pin
from tests.evaluate.gold import DEFAULT, ROOT, read_gold
from tests.evaluate.measure import measure
from tests.evaluate.perfect import as_lines, perfect
from tests.evaluate.report import metrics

pytestmark = pytest.mark.slow

ARTICLE = "Ferry halted\n\n“The sea decides,” said Ana Brook, the harbour master. She said that nobody would sail.\n"
SPANS = """\
T1\tContent 14 33\t“The sea decides,”
T2\tCue 34 38\tsaid
T3\tSource 39 48\tAna Brook
T4\tAttribution 34 38\tsaid
E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3
#1\tAnnotatorNotes E1\tdirect-after
"""


@pytest.fixture
def folder(tmp_path):
    """Gold of one article in a folder of its own."""
    for name, words in (("text/ferry.txt", ARTICLE), ("attributions/ferry_a.ann", SPANS)):
        (tmp_path / "gold" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "gold" / name).write_text(words, encoding="utf-8")
    return tmp_path / "gold"


@pytest.fixture
def run(folder, tmp_path, capsys):
    """Runs the command over the folder with a faultless extraction, or the one given."""

    def go(*options, records=None):
        found = tmp_path / "found.jsonl"
        found.write_text(as_lines(perfect(read_gold(folder)) if records is None else records), encoding="utf-8")
        status = command.main([str(folder), "--found", str(found), "--floors", str(tmp_path / "floors.yml"), *options])
        return status, capsys.readouterr()

    return go


def pinned_in(folder):
    return floors.read_floors(folder.parent / "floors.yml")[folder.resolve().as_posix()]


def worse(folder):
    (record,) = perfect(read_gold(folder))
    return [record | {"attributions": []}]


def second_article(folder):
    shutil.copy(folder / "text/ferry.txt", folder / "text/second.txt")
    shutil.copy(folder / "attributions/ferry_a.ann", folder / "attributions/second_a.ann")


@pytest.fixture(scope="module", params=DEFAULT, ids=lambda path: path.name)
def gold(request):
    return read_gold(request.param)


def test_the_gold_is_the_pinned_one(gold):
    pinned = floors.read_floors()
    assert gold.name in pinned
    assert pinned[gold.name].cases
    assert list(gold_faults(pinned[gold.name], gold)) == []


@pytest.mark.model
def test_nothing_measured_lies_below_its_floor(gold):
    pinned = floors.read_floors()[gold.name]
    assert pinned.floors, "no floors are pinned"
    found = read_extraction(run_extraction(gold.articles.values(), root=ROOT, briefing=gold.briefing), gold.articles)
    assert list(floor_faults(pinned, gold, metrics(measure(gold, found)))) == []


def test_a_pin_sets_floors_a_margin_below_what_is_measured(run, folder):
    assert run("--pin", "--margin", "1.5")[0] == command.FINE
    pinned = pinned_in(folder)
    assert pinned.floors["content_soft"] == 98.5
    assert pinned.cases == {"articles": 1, "attributions": 1}
    assert run()[0] == command.FINE


def test_what_falls_below_a_floor_fails_and_cannot_be_pinned(run, folder):
    run("--pin")
    before = pinned_in(folder)
    status, said = run(records=worse(folder))
    assert status == command.BELOW
    assert "content_soft is 0, below its floor of 99" in said.err
    status, said = run("--pin", records=worse(folder))
    assert status == command.BELOW
    assert "nothing was pinned" in said.err
    assert pinned_in(folder) == before
    assert run("--pin", "--lower", records=worse(folder))[0] == command.FINE
    assert pinned_in(folder).floors["content_soft"] == 0
    assert run(records=worse(folder))[0] == command.FINE


def test_a_pin_raises_and_within_the_margin_keeps(run, folder):
    run("--pin", "--margin", "50")
    assert pinned_in(folder).floors["content_soft"] == 50
    run("--pin", "--margin", "10")
    assert pinned_in(folder).floors["content_soft"] == 90
    run("--pin", "--margin", "30")
    assert pinned_in(folder).floors["content_soft"] == 90


def test_a_new_case_asks_to_be_pinned(run, folder):
    run("--pin")
    second_article(folder)
    status, said = run()
    assert status == command.BELOW
    assert "second.txt: new gold; pin it with --pin" in said.err
    assert run("--pin")[0] == command.FINE
    assert pinned_in(folder).cases["attributions"] == 2
    assert run()[0] == command.FINE


def test_a_changed_case_fails_until_it_is_said_that_it_changed(run, folder):
    run("--pin")
    notes = folder / "attributions/ferry_a.ann"
    notes.write_text(notes.read_text(encoding="utf-8") + "#2\tAnnotatorNotes E1\tmore\n", encoding="utf-8")
    status, said = run()
    assert status == command.BELOW
    assert "ferry_a.ann: gold differs from what is pinned" in said.err
    assert run("--pin")[0] == command.BELOW
    assert run("--pin", "--lower")[0] == command.BELOW
    assert run("--pin", "--changed")[0] == command.FINE
    assert run()[0] == command.FINE


def test_a_missing_case_fails_whatever_is_said(run, folder):
    second_article(folder)
    run("--pin")
    (folder / "text/second.txt").unlink()
    (folder / "attributions/second_a.ann").unlink()
    status, said = run()
    assert status == command.BELOW
    assert "second.txt: gold that is pinned is missing; cases are never dropped" in said.err
    assert run("--pin", "--lower", "--changed")[0] == command.BELOW


def test_cases_dropped_from_within_a_file_fail(run, folder):
    second_article(folder)
    run("--pin")
    notes = folder / "attributions/second_a.ann"
    notes.write_text(notes.read_text(encoding="utf-8").replace("E1\t", "X1\t"), encoding="utf-8")
    status, said = run()
    assert status == command.BELOW
    assert "1 attributions, 2 are pinned" in said.err
    assert run("--pin", "--changed")[0] == command.BELOW
    assert run("--pin", "--changed", "--lower")[0] == command.FINE


def test_the_gold_can_be_pinned_before_there_is_anything_to_measure(run, folder):
    assert run("--pin", "--gold-only", records=[])[0] == command.FINE
    assert pinned_in(folder).floors == {}
    assert set(pinned_in(folder).files.values()) == set(fingerprint(read_gold(folder)).values())


def test_a_figure_that_is_not_measured_any_more_fails(folder):
    gold = read_gold(folder)
    old = Pinned(fingerprint(gold), gold.counts(), {"events.date": 50.0})
    assert list(floor_faults(old, gold, {})) == [f"{gold.name}: events.date has a floor of 50 and was not measured"]
    assert pin(old, gold, {}, margin=1, leave=Leave())[1] != ()
    assert pin(old, gold, {}, margin=1, leave=Leave(lower=True)) == (replace(old, floors={}), ())


def test_a_pin_writes_the_same_bytes_again(run, folder):
    run("--pin")
    path = folder.parent / "floors.yml"
    before = path.read_bytes()
    run("--pin")
    assert path.read_bytes() == before
    assert yaml.safe_load(before).keys() == {folder.resolve().as_posix()}


def test_figures_alone_are_one_object(run):
    status, said = run("--json")
    assert status == command.FINE
    assert json.loads(said.out)["metrics"]["content_soft"] == 100
