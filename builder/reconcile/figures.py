"""Figure records → figures: the words of the number stand in the evidence and mean the value."""

from collections.abc import Iterable, Sequence
from math import isclose

from builder.analyse.currencies import is_money_of
from builder.analyse.dollars import is_dollar
from builder.analyse.quantities import COUNT, ORDINAL, read_quantity
from builder.model.claims import Evidence, Figure
from builder.model.issues import Severity
from builder.reconcile.case import Case
from builder.reconcile.nearest import shown
from builder.reconcile.passages import stands_in
from builder.records.schema import FigureRecord


def build_figure(record: FigureRecord, case: Case) -> Figure | None:
    """The figure; None where something is wrong with its record, which is noted."""
    passages = case.evidence(record.evidence)
    if not case.lost and passages:
        _check_print(record, passages, case)
        _check_qualifier(record, passages, case)
    _check_value(record, case)
    evidence = case.publishable(passages)
    if case.failed:
        return None
    return Figure(
        **case.carried(evidence),
        subject=record.subject,
        value=record.value,
        unit=record.unit,
        as_printed=record.as_printed,
        qualifier=record.qualifier,
        year=record.year,
        group=record.group,
    )


def _check_print(record: FigureRecord, passages: Sequence[Evidence], case: Case) -> None:
    case.checks["figures"] += 1
    if any(stands_in(record.as_printed, passage.text) for passage in passages):
        return
    case.fault(
        record.at.of("as_printed"),
        "as-printed-differs",
        f"{shown(record.as_printed)} does not stand in the evidence ({shown(passages[0].text, 120)})",
        "copy the number as printed there",
    )


def _check_value(record: FigureRecord, case: Case) -> None:
    """Value and unit are those of the printed words; words that print no single number are said to be unchecked."""
    printed = read_quantity(record.as_printed)
    if printed is None:
        case.fault(
            record.at.of("as_printed"),
            "value-unchecked",
            f"no single number can be read from {shown(record.as_printed)}, so `value:` is unchecked",
            "shorten `as_printed:` to the number with its unit, where that can be",
            Severity.WARNING,
        )
        return
    case.checks["values"] += 1
    if not isclose(printed.value, record.value):
        case.fault(
            record.at.of("value"),
            "value-differs",
            f"`value: {record.value}`, but {shown(record.as_printed)} is {printed.value}",
            f"write `value: {printed.value}`",
        )
    shared = is_money_of(record.unit, printed.unit) or is_dollar(record.unit, record.as_printed)
    if printed.unit not in (COUNT, ORDINAL, record.unit) and not shared:
        case.fault(
            record.at.of("unit"),
            "unit-differs",
            f"`unit: {record.unit}`, but {shown(record.as_printed)} is in {printed.unit}",
            f"write `unit: {printed.unit}`",
        )


def _check_qualifier(record: FigureRecord, passages: Sequence[Evidence], case: Case) -> None:
    if record.qualifier is None:
        return
    case.checks["qualifiers"] += 1
    if any(stands_in(record.qualifier, words, any_case=True) for words in _with_sentences(passages, case)):
        return
    case.fault(
        record.at.of("qualifier"),
        "qualifier-not-there",
        f"{shown(record.qualifier)} does not stand in the evidence, nor in its sentence",
        "copy the qualifying word as printed, or leave `qualifier:` out",
    )


def _with_sentences(passages: Iterable[Evidence], case: Case) -> Iterable[str]:
    for passage in passages:
        text = case.desk.texts[passage.source]
        yield passage.text
        yield from (sentence.of(text.text) for sentence in text.sentences if sentence.overlaps(passage.span))
