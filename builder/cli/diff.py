"""`briefing diff`: what changed for the reader between two published data files."""

import json
from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby
from pathlib import Path

import click

from builder.cli.console import complain, counted, say_data
from builder.cli.options import CONFIG, optional_config_option
from builder.files import Settings, read_bytes, read_settings, shown, write_file
from builder.knowledge import Difference, Edition, change_log, compare
from builder.knowledge.differences import NOUNS
from builder.model.issues import BriefingError
from builder.model.printable import harmless, printed
from builder.pages import escape_readably
from builder.publish import read_edition
from builder.records import CHANGES, AppendedLog, append_changes

# A step summary on GitHub holds one megabyte; this many lines are well within it.
_MOST_UNREVIEWED = 500


class Form(StrEnum):
    """How changes are printed: for people, or for programs."""

    MD = "md"
    JSON = "json"


_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("old", metavar="OLD.json", type=_FILE)
@click.argument("new", metavar="NEW.json", type=_FILE)
@optional_config_option("The settings of the briefing to whose change log --append adds.")
@click.option(
    "--format",
    "form",
    type=click.Choice(Form, case_sensitive=False),
    default=Form.MD.value,
    show_default=True,
    help="Markdown for people, or one JSON object.",
)
@click.option("--append", is_flag=True, help="Also add the changes to content/changes.yml, the site's change log.")
def diff(old: Path, new: Path, settings: Settings | None, form: Form, *, append: bool) -> int:
    """Tell what changed for the reader between two data files (data/briefing.json) of a site.

    Records that came, went, were corrected or renamed; speakers, statuses and passages; articles that changed, with the
    records that rested on them. Passages that only moved are no change.
    """
    editions = [_read(path) for path in (old, new)]
    if any(edition is None for edition in editions):
        return 1
    before, after = (edition or Edition() for edition in editions)
    differences = compare(before, after)
    if form is Form.JSON:
        say_data(_as_json(differences, before, after))
    else:
        say_data(*_as_markdown(differences, before, after))
    return _append(differences, before, after, settings or read_settings(Path(CONFIG))) if append else 0


def _read(path: Path) -> Edition | None:
    """The briefing in a file; None, with what is wrong said, where there is none."""
    edition = read_edition(read_bytes(path), str(path))
    if isinstance(edition, Edition):
        return edition
    complain(printed(edition))
    return None


def _as_json(differences: Sequence[Difference], before: Edition, after: Edition) -> str:
    facts = {"from": before.as_of, "to": after.as_of, "changes": [each.as_json() for each in differences]}
    return json.dumps(facts, ensure_ascii=False, indent=1)


def _as_markdown(differences: Sequence[Difference], before: Edition, after: Edition) -> list[str]:
    """What editors answer for under the names of its lists, what the machine found folded away below."""
    ruled = [each for each in differences if not each.unreviewed]
    found = [each for each in differences if each.unreviewed]
    lines = ["## What changed for the reader", "", _sum(_days(before, after), len(ruled), len(found)), ""]
    for noun, group in groupby(ruled, key=lambda each: NOUNS[each.ref.kind]):
        lines += [f"### {noun}", "", *(harmless(each.markdown(_escape)) for each in group), ""]
    if found:
        lines += ["<details>", f"<summary>Not reviewed by an editor: {counted(len(found), 'change')}</summary>", ""]
        lines += [harmless(each.markdown(_escape)) for each in found[:_MOST_UNREVIEWED]]
        lines += [f"- and {len(found) - _MOST_UNREVIEWED} more"] if len(found) > _MOST_UNREVIEWED else []
        lines += ["", "</details>", ""]
    return lines[:-1]


def _days(before: Edition, after: Edition) -> str:
    if not (before.as_of and after.as_of) or before.as_of == after.as_of:
        return ""
    return f"From {before.as_of} to {after.as_of}: "


def _sum(days: str, ruled: int, found: int) -> str:
    if not ruled and not found:
        return f"{days}nothing." if days else "Nothing."
    waiting = f", {found} more in what no editor has reviewed" if found else ""
    return f"{days}{counted(ruled, 'change')}{waiting}."


def _escape(words: str) -> str:
    return str(escape_readably(words))


def _append(differences: Sequence[Difference], before: Edition, after: Edition, settings: Settings) -> int:
    """Add the changes to the change log, and say how many."""
    if after.as_of is None:
        raise BriefingError(
            "the newer data has no day (`build.as_of`) for the change log — set `as_of` in briefing.yml"
        )
    path = settings.content / CHANGES
    name = shown(path, settings.root)
    held = read_bytes(path) if path.exists() else None
    log = append_changes(held, change_log(differences, after, before=before, date=after.as_of), path=name)
    if not isinstance(log, AppendedLog):
        complain(*map(printed, log))
        return 1
    if log.added:
        write_file(path, log.data)
    complain(f"{counted(log.added, 'line')} added to {name}." if log.added else f"Nothing to add to {name}.")
    return 0
