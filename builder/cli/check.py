"""`briefing check`: the gate, without pages."""

from dataclasses import replace

import click

from builder.cli.console import Format, annotation, as_json, progress, say
from builder.cli.options import config_option
from builder.cli.report import counts, failed, shares, unreviewed, verdict
from builder.files import Settings
from builder.model.printable import printed
from builder.project import Compilation, compile_project, coverage


@click.command()
@config_option
@click.option(
    "--format",
    "form",
    type=click.Choice(Format, case_sensitive=False),
    default=Format.TEXT.value,
    show_default=True,
    help="Lines for people, one JSON object, or annotations for a GitHub workflow.",
)
@click.option(
    "--coverage",
    "covered",
    is_flag=True,
    help="Also list each quotation, figure, date and named person that no record cites and no decision explains.",
)
def check(settings: Settings, form: Format, *, covered: bool) -> int:
    """Check everything and write no page.

    Prints each problem with its place and how to mend it, what was checked, what no editor has ruled on yet, and how
    much of each source is published.
    """
    progress("Reading articles and records, checking every passage")
    compilation = compile_project(settings)
    if covered:
        compilation = _with_coverage(compilation)
    if form is Format.JSON:
        say(as_json(compilation.issues, _facts(compilation)))
    else:
        line = annotation if form is Format.GITHUB else printed
        say(*map(line, compilation.issues), *_summary(compilation))
    return int(failed(compilation))


def _with_coverage(compilation: Compilation) -> Compilation:
    """The compilation with what is open among its issues, and the findings looked at among its checks."""
    found = coverage(compilation)
    return replace(
        compilation,
        issues=tuple(sorted((*compilation.issues, *found.issues))),
        checks={**compilation.checks, "coverage": found.looked_at},
    )


def _facts(compilation: Compilation) -> dict[str, object]:
    facts: dict[str, object] = {"checks": dict(sorted(compilation.checks.items()))}
    knowledge = compilation.knowledge
    if knowledge:
        facts["counts"] = dict(knowledge.build.counts)
        facts["unreviewed"] = unreviewed(knowledge)
        facts["published_share"] = {source.id: knowledge.shares[source.id] for source in knowledge.sources}
    return facts


def _summary(compilation: Compilation) -> list[str]:
    lines = list(counts(compilation))
    if compilation.knowledge:
        waiting = unreviewed(compilation.knowledge)
        named = ", ".join(f"{number} {name}" for name, number in waiting.items()) or "nothing"
        lines += [*shares(compilation.knowledge), f"Not yet reviewed: {named}."]
    if not any(compilation.checks.values()):
        lines.append("Nothing was checked: that is a failure.")
    return [*lines, verdict(compilation.issues)]
