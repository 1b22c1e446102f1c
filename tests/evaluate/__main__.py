"""The command. See the package's own words."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.evaluate import floors
from tests.evaluate.articles import GoldError
from tests.evaluate.extraction import ExtractionError, read_extraction, run_extraction
from tests.evaluate.gold import DEFAULT, ROOT, Gold, read_gold
from tests.evaluate.measure import measure
from tests.evaluate.report import as_json, metrics, report
from tests.evaluate.results import Section

FINE, BELOW, NOT_MEASURED = 0, 1, 2


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluate", description=sys.modules["tests.evaluate"].__doc__)
    parser.add_argument(
        "folders", nargs="*", type=Path, metavar="GOLD", help="folders of gold; the project's own without"
    )
    parser.add_argument(
        "--found", type=Path, metavar="FILE", help="score this output of `briefing extract`; one folder only"
    )
    parser.add_argument("--faults", type=int, default=40, metavar="N", help="print the worst N faults of a folder (40)")
    parser.add_argument("--json", action="store_true", help="print the figures alone, one JSON object a folder")
    parser.add_argument(
        "--floors", type=Path, default=floors.FLOORS, metavar="FILE", help="where the floors are pinned"
    )
    parser.add_argument("--pin", action="store_true", help="pin the gold, and floors a margin below what is measured")
    parser.add_argument("--gold-only", action="store_true", help="with --pin: pin the gold, measure nothing")
    parser.add_argument("--margin", type=float, default=1.0, metavar="POINTS", help="with --pin: how far below (1)")
    parser.add_argument("--lower", action="store_true", help="with --pin: floors and numbers of cases may fall")
    parser.add_argument("--changed", action="store_true", help="with --pin: pinned gold may have changed")
    args = parser.parse_args(arguments)
    args.folders = args.folders or list(DEFAULT)
    if args.found and len(args.folders) > 1:
        parser.error("--found goes with one folder")
    if not args.pin and (args.gold_only or args.lower or args.changed):
        parser.error("--gold-only, --lower and --changed go with --pin")
    if args.margin < 0:
        parser.error("a floor lies below what is measured: --margin is not negative")
    return args


def main(arguments: Sequence[str] | None = None) -> int:
    args = parse(arguments)
    try:
        golds = [read_gold(folder) for folder in args.folders]
        results = [(gold, () if args.gold_only else _measured(gold, args)) for gold in golds]
        return _pin(results, args) if args.pin else _compare(results, args)
    except (GoldError, ExtractionError) as error:
        complain(str(error))
        return NOT_MEASURED


def _measured(gold: Gold, args: argparse.Namespace) -> tuple[Section, ...]:
    if args.found:
        try:
            lines = args.found.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ExtractionError(f"{args.found}: {error}") from error
    else:
        lines = run_extraction(gold.articles.values(), root=ROOT, briefing=gold.briefing)
    sections = measure(gold, read_extraction(lines, gold.articles))
    for line in [as_json(gold, sections)] if args.json else [*report(gold, sections, faults=args.faults), ""]:
        say(line)
    return sections


def _compare(results: Sequence[tuple[Gold, Sequence[Section]]], args: argparse.Namespace) -> int:
    pinned = floors.read_floors(args.floors)
    faults = []
    for gold, sections in results:
        if gold.name not in pinned:
            if not args.json:
                say(f"{gold.name}: no floors are pinned")
            continue
        old = pinned[gold.name]
        found = [*floors.gold_faults(old, gold), *floors.floor_faults(old, gold, metrics(sections))]
        faults += found
        if not found and not args.json:
            held = f"{len(old.floors)} floors held" if old.floors else "no floors are pinned"
            say(f"{gold.name}: the gold is the pinned one, {held}")
    for fault in faults:
        complain(fault)
    return BELOW if faults else FINE


def _pin(results: Sequence[tuple[Gold, Sequence[Section]]], args: argparse.Namespace) -> int:
    pinned = floors.read_floors(args.floors)
    leave = floors.Leave(lower=args.lower, changed=args.changed)
    refused: list[str] = []
    for gold, sections in results:
        measured = None if args.gold_only else metrics(sections)
        old = pinned.get(gold.name, floors.Pinned())
        pinned[gold.name], why = floors.pin(old, gold, measured, margin=args.margin, leave=leave)
        refused += why
    for fault in refused:
        complain(fault)
    if refused:
        complain("nothing was pinned")
        return BELOW
    floors.write_floors(pinned, args.floors)
    say(f"pinned: {', '.join(gold.name for gold, _ in results)}")
    return FINE


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def complain(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
