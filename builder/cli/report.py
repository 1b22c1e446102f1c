"""What the commands say in the same words: what was wrong, what was read, what was checked."""

from collections.abc import Iterator, Sequence

from builder.cli.console import columns, complain, counted, progress, tally
from builder.files import Settings
from builder.model.claims import CLAIM_KINDS, Review
from builder.model.issues import Issue
from builder.model.knowledge import Knowledge
from builder.model.printable import printed
from builder.project import Compilation, compile_project


def compiled(settings: Settings) -> Compilation | None:
    """Everything read and checked, its issues printed; None where one of them is an error."""
    progress("Reading articles and records, checking every passage")
    compilation = compile_project(settings)
    complain(*map(printed, compilation.issues))
    if failed(compilation):
        nothing = "" if any(compilation.checks.values()) else " Nothing was checked: that is a failure."
        complain(f"{verdict(compilation.issues)}{nothing} Nothing was written.")
        return None
    return compilation


def failed(compilation: Compilation) -> bool:
    """Whether nothing may be published: an error, or a gate that looked at nothing."""
    return compilation.has_errors or not any(compilation.checks.values())


def verdict(issues: Sequence[Issue]) -> str:
    """How many errors and warnings, as a sentence."""
    found = tally(issues)
    return f"{counted(found['errors'], 'error')}, {counted(found['warnings'], 'warning')}."


def counts(compilation: Compilation) -> Iterator[str]:
    """What is there: sources, records of each kind, passages; and how much each check looked at."""
    if compilation.knowledge:
        yield "What is in it:"
        yield from columns(compilation.knowledge.build.counts)
    yield f"Checked ({sum(compilation.checks.values())} in all):"
    yield from columns(dict(sorted(compilation.checks.items())))


def shares(knowledge: Knowledge) -> Iterator[str]:
    """How much of each source's running text stands on the site."""
    yield f"Published part of each source (limit {knowledge.subject.published_share_limit:.0%}):"
    yield from columns({source.id: f"{knowledge.shares[source.id]:.1%}" for source in knowledge.sources})


def unreviewed(knowledge: Knowledge) -> dict[str, int]:
    """How many records of each kind no editor has ruled on; kinds without one are left out."""
    numbers = {kind.value: sum(c.review is Review.AUTO for c in knowledge.claims.of(kind)) for kind in CLAIM_KINDS}
    return {name: number for name, number in numbers.items() if number}
