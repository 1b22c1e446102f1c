"""A faultless extraction measures 100 everywhere; every figure falls when what it measures is damaged."""

import copy
import json

import pytest

from tests.evaluate.damages import DAMAGES, elsewhere, named, what_must_not_come_out
from tests.evaluate.extraction import read_extraction
from tests.evaluate.gold import DEFAULT, read_gold
from tests.evaluate.measure import measure
from tests.evaluate.perfect import as_lines, perfect
from tests.evaluate.report import metrics, report

pytestmark = pytest.mark.slow

GOLDS = {gold.name: gold for gold in map(read_gold, DEFAULT)}
PERFECT = {name: perfect(gold) for name, gold in GOLDS.items()}


def sections_of(name, records):
    gold = GOLDS[name]
    return measure(gold, read_extraction(as_lines(records), gold.articles))


def figures_of(name, records):
    return metrics(sections_of(name, records))


def damaged(name, damage):
    records = copy.deepcopy(PERFECT[name])
    for record in records:
        damage(record, GOLDS[name])
    return records


def fallen(name, damage):
    records = damaged(name, damage)
    if records == PERFECT[name]:
        return set()
    return {metric for metric, value in figures_of(name, records).items() if value < 100}


@pytest.mark.parametrize("name", GOLDS)
def test_the_gold_against_itself_is_right_everywhere(name):
    assert {metric: value for metric, value in figures_of(name, PERFECT[name]).items() if value != 100} == {}


@pytest.mark.parametrize("name", GOLDS)
def test_the_gold_against_itself_has_no_fault(name):
    assert [fault for section in sections_of(name, PERFECT[name]) for fault in section.faults] == []


# What a damage must bring down, where there is such a figure; it may bring down more.
FALLS = {
    "content shorter": {
        "content_soft",
        "segment_exact",
        "direct_segment_exact",
        "indirect_segment_exact",
        "quotes.found",
    },
    "source elsewhere": {"attribution", "source_accuracy", "indirect_attribution", "source_segment_exact"},
    "cue elsewhere": {"cue_segment_exact", "direct_cue_segment_exact"},
    "everybody is nobody": {"quotes.name", "statements.right", "speakers.all.resolved", "speakers.pronoun.overall"},
    "everybody is one man": {"quotes.name", "statements.right", "speakers.f1", "speakers.title.resolved"},
    "half the utterances dropped": {"content_soft", "quotes.found", "statements.right", "speakers.all.overall"},
    "half the persons dropped": {"persons.found"},
    "half the agreements dropped": {"agreements.found"},
    "half the figures dropped": {"figures.found", "figures.right"},
    "half the events dropped": {"events.found"},
    "half the positions dropped": {"positions.found"},
    "roles lost": {"persons.roles", "experts.right"},
    "expert not seen": {"experts.right"},
    "status wrong": {"agreements.status", "agreements.date", "agreements.parties", "agreements.kind"},
    "value wrong": {"figures.right", "figures.year"},
    "unit wrong": {"figures.right"},
    "date wrong": {"events.date", "events.status"},
    "cell wrong": {"cells.filled", "cells.right", "passages.cell", "positions.found"},
    "party wrong": {"cells.filled", "passages.judged"},
    "level wrong": {"passages.level"},
    "what must not come out": {"never.utterance", "never.person", "persons.only", "experts.only"},
    "out of nothing": {
        "agreements.only",
        "figures.only",
        "events.only",
        "cells.empty",
        "utterances.known",
        "content_soft",
    },
}


@pytest.fixture(scope="module")
def fell():
    return {(name, kind): fallen(name, damage) for name in GOLDS for kind, damage in DAMAGES.items()}


@pytest.mark.parametrize("kind", FALLS)
def test_a_damage_brings_down_what_it_concerns(fell, kind):
    assert set().union(*(fell[name, kind] for name in GOLDS)) >= FALLS[kind]


@pytest.mark.parametrize("name", GOLDS)
def test_every_figure_can_fall(fell, name):
    brought_down = set().union(*(fell[name, kind] for kind in DAMAGES))
    assert sorted(figures_of(name, PERFECT[name]).keys() - brought_down) == []


def test_a_wrong_name_costs_twice_a_null():
    null = figures_of("tests/cases", damaged("tests/cases", named(None)))
    wrong = figures_of("tests/cases", damaged("tests/cases", named("Zacharias Null")))
    due = sum(case["name"] is not None for _, case in GOLDS["tests/cases"].speakers)
    of = len(GOLDS["tests/cases"].speakers)
    assert null["speakers.all.overall"] == pytest.approx(100 * (1 - due / of), abs=0.01)
    assert wrong["speakers.all.overall"] == -100


def test_nothing_found_is_nothing_right():
    name = "tests/gold/seeds"
    empty = [
        record | {kind: [] for kind in record if isinstance(record[kind], list)}
        for record in copy.deepcopy(PERFECT[name])
    ]
    figures = figures_of(name, empty)
    for metric in ("quotes.found", "statements.right", "agreements.found", "figures.right", "cells.filled"):
        assert figures[metric] == 0


def test_faults_are_printed_worst_first_with_their_make():
    records = damaged("tests/cases", elsewhere("source"))
    lines = list(report(GOLDS["tests/cases"], sections_of("tests/cases", records), faults=5))
    start = next(i for i, line in enumerate(lines) if "faults, the worst 5:" in line)
    assert lines[start + 1].startswith("tests/cases/text/analysis-canal.txt:")
    assert ": source wrong [" in lines[start + 1]
    assert lines[start + 2].startswith("    gold")
    row = next(line.split() for line in lines if line.startswith("script "))
    assert row[1:] == [row[1]] * 4 + ["0"]


def test_the_same_extraction_gives_the_same_lines_whatever_its_order():
    name = "tests/gold/seeds"
    records = damaged(name, what_must_not_come_out)
    one = list(report(GOLDS[name], sections_of(name, records), faults=99))
    two = list(report(GOLDS[name], sections_of(name, list(reversed(records))), faults=99))
    assert one == two


def test_an_unknown_field_of_the_output_is_no_matter():
    records = damaged("tests/cases", lambda record, gold: record.update(more=json.loads("[1]")))
    assert figures_of("tests/cases", records) == figures_of("tests/cases", PERFECT["tests/cases"])
