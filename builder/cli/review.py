"""`briefing review`: what the machine found and no editor has ruled on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from builder.cli.console import complain, counted, progress, say_data
from builder.cli.options import config_option
from builder.files import Settings
from builder.knowledge import Proposal, of_source
from builder.model.ids import SourceId
from builder.model.printable import harmless, printed
from builder.project import compile_project, proposals
from builder.reconcile.nearest import nearest_id
from builder.records import written_item


@click.command()
@config_option
@click.option("--source", "source_id", metavar="ID", help="Only what rests on this source, and the actors named in it.")
def review(settings: Settings, source_id: str | None) -> int:
    """List what was found in the articles and no editor has ruled on, each with a record ready to paste.

    The records stand under the file that they belong to; above each is the place in the article and the rule that found
    it. To reject one, put its words into content/decisions.yml with `ruling: rejected` and a reason.
    """
    progress("Reading articles and records")
    compilation = compile_project(settings)
    knowledge = compilation.knowledge
    if knowledge is None or not compilation.inputs.content.is_briefing_sound:
        complain(*map(printed, compilation.issues))
        return 1
    found = proposals(compilation)
    if source_id is not None:
        if source_id not in knowledge.texts:
            near = nearest_id(source_id, knowledge.texts)
            hint = f"did you mean {near}?" if near else f"there are: {', '.join(sorted(knowledge.texts))}"
            raise click.BadParameter(f"there is no source {source_id}; {hint}", param_hint="--source")
        found = of_source(found, SourceId(source_id), knowledge)
    say_data(*_lines(found), f"# {_sum(found)}")
    return 0


def _lines(found: Sequence[Proposal]) -> Iterator[str]:
    """The records under their files; every line that is no record is a comment, so that all of it is YAML."""
    for file, group in groupby(found, key=lambda proposal: proposal.file):
        yield f"# {harmless(file)}"
        for proposal in group:
            yield f"# {harmless(str(proposal.at))} — found as: {harmless(proposal.reason)}"
            yield from written_item(proposal.record).splitlines()
        yield ""


def _sum(found: Sequence[Proposal]) -> str:
    if not found:
        return "Nothing waits for a review."
    kinds = Counter(proposal.ref.kind.value for proposal in found)
    return f"{counted(len(found), 'record')} to review: {', '.join(f'{n} in {kind}' for kind, n in kinds.items())}."
